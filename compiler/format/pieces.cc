// Tokens become pieces; what stands between tokens is white space and comments.
#include "compiler/format/pieces.h"

#include "compiler/parse/lex.h"

namespace writ::compiler {

namespace {

bool IsStringOpener(std::string_view token) { return token == "\"" || (token.size() >= 3 && token.substr(token.size() - 3) == "\"\"\""); }

// What stands between two tokens.
struct Gap {
  std::string_view behind;                   // a comment before the first line break
  std::vector<std::string_view> comments;    // the others
  std::vector<bool> blank;                   // above each, and at the end
};

Gap ReadGap(std::string_view text, bool at_start) {
  Gap gap;
  bool own_line = at_start, blank = false;
  std::size_t breaks = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n') {
      blank = blank || ++breaks > 1;
      own_line = true;
      ++i;
    } else if (text[i] == '#') {
      std::size_t end = text.find('\n', i);
      if (end == std::string_view::npos) end = text.size();
      std::string_view comment = text.substr(i, end - i);
      while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r')) comment.remove_suffix(1);
      if (own_line) {
        gap.comments.push_back(comment);
        gap.blank.push_back(blank);
      } else {
        gap.behind = comment;
      }
      breaks = 0;
      blank = false;
      i = end;
    } else {
      ++i;   // white space
    }
  }
  gap.blank.push_back(blank);
  return gap;
}

}  // namespace

Pieces CutIntoPieces(FileId file, std::string_view text, const Limits& limits) {
  Reporter reporter(file, limits.syntax_errors);
  const std::vector<Token> tokens = Lex(file, text, limits, reporter).tokens;
  Pieces out;
  std::size_t last_end = 0;
  const auto fill = [&](std::size_t begin) {
    Gap gap = ReadGap(text.substr(last_end, begin - last_end), last_end == 0);
    if (!out.pieces.empty()) out.pieces.back().behind = gap.behind;
    return gap;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Piece piece;
    piece.begin = tokens[i].begin;
    piece.nest = tokens[i].nest;
    std::uint32_t end = tokens[i].end;
    const std::string_view token = text.substr(piece.begin, end - piece.begin);
    piece.is_string = token.back() == '"';
    if (IsStringOpener(token)) {
      // A string with its interpolations is one piece.
      while (i + 1 < tokens.size() && tokens[i + 1].nest > piece.nest) ++i;
      if (i + 1 < tokens.size()) ++i;
      end = tokens[i].end;
    }
    piece.text = text.substr(piece.begin, end - piece.begin);
    Gap gap = fill(piece.begin);
    piece.before = std::move(gap.comments);
    piece.blank_before = std::move(gap.blank);
    out.pieces.push_back(std::move(piece));
    last_end = end;
  }
  Gap gap = fill(text.size());
  out.footer = std::move(gap.comments);
  out.blank_before = std::move(gap.blank);
  return out;
}

}  // namespace writ::compiler
