// See lex.h. The lexer's modes are the grammar's business (strings nest in interpolations nest in strings); this file keeps its own
// stack of open brackets and only sets the modes itself when it closes something that the text left open.
#include "compiler/parse/lex.h"

#include <algorithm>
#include <string>

#include <antlr4-runtime.h>

#include "WritLexer.h"
#include "base/diagnostic_codes.h"
#include "base/utf8.h"
#include "compiler/parse/foreign_literal.h"
#include "compiler/parse/number_help.h"
#include "compiler/parse/words.h"
#include "grammar/item_tokens.h"

namespace writ::compiler {
namespace {

using L = grammar::WritLexer;

// The text as code points, with the way back to bytes: for ASCII files, index and byte offset are the same.
class CodePoints : public antlr4::ANTLRInputStream {
 public:
  explicit CodePoints(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
      _data.assign(text.begin(), text.end());
      return;
    }
    offsets_.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size();) {
      const auto lead = static_cast<unsigned char>(text[i]);
      const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      char32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
      for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
        point = point << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
      }
      _data.push_back(point);
      offsets_.push_back(static_cast<std::uint32_t>(i));
      i += length;
    }
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::uint32_t ByteOf(std::size_t index) const {
    return offsets_.empty() ? static_cast<std::uint32_t>(index) : offsets_[std::min(index, offsets_.size() - 1)];
  }
  std::size_t IndexOf(std::uint32_t byte) const {
    if (offsets_.empty()) return byte;
    return static_cast<std::size_t>(std::lower_bound(offsets_.begin(), offsets_.end(), byte) - offsets_.begin());
  }

 private:
  std::vector<std::uint32_t> offsets_;
};

// The generated lexer with two changes: a stray `}` does not throw, and its tokens are small.
class ModeLexer final : public L {
 public:
  using L::WritLexer;

  size_t popMode() override { return modeStack.empty() ? mode : L::popMode(); }
  antlr4::Token* emit() override {
    token = std::make_unique<grammar::ItemToken>(type, static_cast<std::uint32_t>(tokenStartCharIndex),
                                                 static_cast<std::uint32_t>(getCharIndex()), 0, 0);
    return token.get();
  }
  // The modes as they were, for reading a stretch of text again.
  struct State {
    std::size_t mode;
    std::size_t depth;
  };
  void Rewind(std::size_t to_mode, std::size_t depth, std::size_t index) {
    modeStack.resize(std::min(depth, modeStack.size()));
    mode = to_mode;
    hitEOF = false;
    _input->seek(index);
  }
};

// Something open.
struct Frame {
  std::uint16_t type;       // of the opener
  std::uint32_t begin;      // of the opening sign itself
  std::uint32_t end;
  std::size_t token;        // index of the opener in the output
  std::size_t mode;         // the lexer's mode and depth of modes before it
  std::size_t mode_depth;
  bool is_body;             // the braces of a rule, detector or test
};

bool IsString(std::uint16_t type) { return type == L::STR_OPEN || type == L::TRIPLE_OPEN || type == L::RAW_OPEN; }

std::uint16_t CloserOf(std::uint16_t type) {
  switch (type) {
    case L::LPAREN: return L::RPAREN;
    case L::LBRACK: return L::RBRACK;
    case L::STR_OPEN: return L::STR_CLOSE;
    case L::TRIPLE_OPEN:
    case L::RAW_OPEN: return L::TRIPLE_CLOSE;
    default: return L::RBRACE;  // LBRACE and INTERP
  }
}

std::string_view SignOf(std::uint16_t type) {
  switch (type) {
    case L::LPAREN: return "(";
    case L::LBRACK: return "[";
    case L::INTERP: return "${";
    case L::STR_OPEN: return "\"";
    case L::TRIPLE_OPEN:
    case L::RAW_OPEN: return "\"\"\"";
    default: return "{";
  }
}

class Reader {
 public:
  Reader(FileId file, std::string_view text, const Limits& limits, Reporter& reporter)
      : file_(file), text_(text), limits_(limits), report_(reporter), points_(text), lexer_(&points_) {
    lexer_.removeErrorListeners();
  }

  LexedFile Run() {
    out_.tokens.reserve(text_.size() / 5 + 16);
    for (;;) {
      mode_before_ = lexer_.mode;
      depth_before_ = lexer_.modeStack.size();
      const std::unique_ptr<antlr4::Token> raw = lexer_.nextToken();
      if (raw->getType() == antlr4::Token::EOF) break;
      Token token;
      token.type = static_cast<std::uint16_t>(raw->getType());
      token.begin = points_.ByteOf(raw->getStartIndex());
      token.end = points_.ByteOf(raw->getStopIndex());
      if (!Take(token)) break;
    }
    CloseAtEnd();
    return std::move(out_);
  }

 private:
  // Handles one token. False stops reading.
  bool Take(Token token) {
    if (token.type == L::DOC) {
      out_.docs.push_back({file_, token.begin, token.end});
      return true;
    }
    const bool in_code = frames_.empty() || !IsString(frames_.back().type);
    if (in_code) {
      token.line_start = out_.tokens.empty() || HasNewline(last_end_, token.begin);
      if (token.line_start && LeaveBrokenInterpolation(token)) return true;
      if (token.line_start && CloseBeforeKeyword(token)) return true;
      if (!Repair(token)) return true;
      if (token.type != L::LBRACE && frames_.empty() && OpenMissingBody(token)) return true;
    }
    last_end_ = std::max(last_end_, token.end);
    switch (token.type) {
      case L::LPAREN:
      case L::LBRACK:
      case L::LBRACE:
      case L::INTERP:
      case L::STR_OPEN:
      case L::TRIPLE_OPEN:
      case L::RAW_OPEN:
        return Open(token);
      case L::RPAREN:
      case L::RBRACK:
      case L::RBRACE:
        Close(token);
        return true;
      case L::STR_BROKEN:
        BreakString(token);
        return true;
      case L::STR_CLOSE:
      case L::TRIPLE_CLOSE:
        frames_.pop_back();
        Push(token);
        return true;
      default:
        Push(token);
        return true;
    }
  }

  bool Open(Token token) {
    if (frames_.size() >= limits_.syntax_depth) {
      report_.Report(DiagnosticCode::kNestingTooDeep, token.begin, token.end,
                     Cat({"more than ", std::to_string(limits_.syntax_depth), " brackets are open here"}),
                     "name parts of the expression with `let` or `fn`");
      Push({token.begin, token.end, L::HOLE, 0, false, true});
      too_deep_ = true;
      return false;
    }
    Frame frame{token.type, token.begin, token.end, out_.tokens.size(), mode_before_, depth_before_, false};
    if (token.type == L::RAW_OPEN) frame.begin = token.end - 3;
    if (token.type == L::LBRACE && frames_.empty() && !out_.tokens.empty()) {
      const std::uint16_t before = out_.tokens.back().type;
      frame.is_body = before == L::STRING || before == L::STR_CLOSE || before == L::TRIPLE_CLOSE ||
                      (IsName(before) && before != L::KW_ENUM);
    }
    Push(token);
    frames_.push_back(frame);
    return true;
  }

  void Close(Token token) {
    // Strings cannot be on the way: a token in code mode means that none is the innermost frame, and INTERP stops the search.
    std::size_t depth = frames_.size();
    while (depth > 0) {
      const Frame& frame = frames_[depth - 1];
      if (CloserOf(frame.type) == token.type) break;
      const bool passable = token.type == L::RBRACE || !(frame.type == L::LBRACE || frame.type == L::INTERP);
      if (!passable) {
        depth = 0;
        break;
      }
      --depth;
    }
    if (depth > 0) {
      while (frames_.size() > depth) {
        ReportUnclosed(frames_.back(), token.begin, token.end, Quoted(Text(token)) + " comes first");
        CloseFrame();
      }
      frames_.pop_back();
      Push(token);
      return;
    }
    if (!frames_.empty() && (frames_.back().type == L::LPAREN || frames_.back().type == L::LBRACK) && token.type != L::RBRACE) {
      const Frame& frame = frames_.back();
      const std::string closer = frame.type == L::LPAREN ? ")" : "]";
      report_.Report(DiagnosticCode::kStrayBracket, token.begin, token.end,
                     Cat({"`", SignOf(frame.type), "` is closed by `", Text(token), "`"}), Cat({"write `", closer, "`"}),
                     {report_.At(frame.begin, frame.end), "opened here"});
      token.type = CloserOf(frame.type);
      token.repaired = true;
      frames_.pop_back();
      Push(token);
      return;
    }
    report_.Report(DiagnosticCode::kStrayBracket, token.begin, token.end,
                   Quoted(Text(token)) + " closes nothing", "remove it, or add the bracket that it should close");
    echo_ = true;
  }

  // A string that meets the end of its line.
  void BreakString(const Token& token) {
    if (const std::size_t outer = OutermostLineString(); outer + 1 < frames_.size()) {
      AbandonInterpolation(outer, token.begin);
      lexer_.Rewind(frames_[outer].mode, frames_[outer].mode_depth, points_.IndexOf(token.begin));
      PopLineString(outer, token.begin);
      return;
    }
    const Frame frame = frames_.back();
    report_.Report(DiagnosticCode::kUnclosedString, frame.begin, frame.end, "the string that opens here is not closed on its line",
                   "add `\"` at its end, or use \"\"\"…\"\"\" for text of several lines");
    frames_.pop_back();
    Push({token.begin, token.begin, L::STR_CLOSE, 0, false, true});
    echo_ = true;
  }

  // `"… ${op.path …` and a new line: the string ended with its line, whatever the interpolation thinks.
  bool LeaveBrokenInterpolation(const Token& token) {
    const std::size_t outer = OutermostLineString();
    if (outer >= frames_.size()) return false;
    AbandonInterpolation(outer, last_end_);
    lexer_.Rewind(frames_[outer].mode, frames_[outer].mode_depth, points_.IndexOf(token.begin));
    PopLineString(outer, last_end_);
    return true;
  }

  // Index of the outermost "…" string that is open; frames_.size() if none.
  std::size_t OutermostLineString() const {
    std::size_t i = 0;
    while (i < frames_.size() && frames_[i].type != L::STR_OPEN) ++i;
    return i;
  }

  // Replaces what followed the first `${` of the string at `outer` by a hole: nobody knows where the expression was to end.
  void AbandonInterpolation(std::size_t outer, std::uint32_t at) {
    const Frame& interpolation = frames_[outer + 1];
    report_.Report(DiagnosticCode::kUnclosedBracket, interpolation.begin, interpolation.end,
                   "`${` is not closed before the end of the string", "write `}` after the expression, or `\\$` for a dollar sign");
    out_.tokens.resize(interpolation.token + 1);
    frames_.resize(outer + 2);
    Push({at, at, L::HOLE, 0, false, true});
    frames_.pop_back();
    Push({at, at, L::RBRACE, 0, false, true});
  }
  void PopLineString(std::size_t outer, std::uint32_t at) {
    frames_.resize(outer);
    Push({at, at, L::STR_CLOSE, 0, false, true});
    echo_ = true;
  }

  // `rule name "title"` and then no `{`: opens the body, so that its `}` finds something to close.
  bool OpenMissingBody(const Token& token) {
    const std::vector<Token>& tokens = out_.tokens;
    if (tokens.size() < 3 || tokens.back().type != L::STRING) return false;
    const std::uint16_t word = tokens[tokens.size() - 3].type;
    if ((word != L::KW_RULE && word != L::KW_DETECT) || !IsName(tokens[tokens.size() - 2].type)) return false;
    if (!BeginsClause(token.type) && !MayBeginClause(token.type)) return false;
    report_.Report(DiagnosticCode::kUnexpectedToken, last_end_, last_end_,
                   Cat({"expected `{` after ", Text(tokens.back()), ", found `", Text(token), "`"}),
                   "the clauses of a rule stand in braces: `rule name \"title\" { … }`");
    lexer_.Rewind(mode_before_, depth_before_, points_.IndexOf(token.begin));
    lexer_.pushMode(L::DEFAULT_MODE);
    const std::size_t opener = tokens.size();
    Push({last_end_, last_end_, L::LBRACE, 0, false, false});
    frames_.push_back({L::LBRACE, last_end_, last_end_, opener, mode_before_, depth_before_, true});
    return true;
  }

  // A reserved word that begins a clause or item, at the start of a line, closes what was left open before it.
  bool CloseBeforeKeyword(const Token& token) {
    if (frames_.empty() || AfterDot()) return false;
    const bool begins_item = BeginsItem(token.type);
    const bool begins_clause = BeginsClause(token.type);
    if (!begins_item && !begins_clause) return false;
    std::size_t keep = 0;
    if (!begins_item) {
      keep = frames_.size();
      while (keep > 0 && !frames_[keep - 1].is_body) --keep;
      if (keep == 0) return false;  // not inside a body: nothing that a clause could belong to
    }
    if (keep == frames_.size()) return false;
    // Deeper than the line of the open brace: misplaced there (the parser says so) rather than after a brace that was forgotten.
    if (begins_item && frames_.front().is_body && Indent(token.begin) > Indent(frames_.front().begin)) return false;
    // A string among them means that this "word" may be part of an expression inside text: close up to the string and read on there.
    std::size_t string = frames_.size();
    while (string > keep && !IsString(frames_[string - 1].type)) --string;
    const bool in_string = string > keep;
    if (in_string) {
      const Frame& interpolation = frames_[string];
      report_.Report(DiagnosticCode::kUnclosedBracket, interpolation.begin, interpolation.end,
                     Cat({"`${` is not closed before `", Text(token), "`"}), "write `}` after the expression");
      out_.tokens.resize(interpolation.token + 1);
      frames_.resize(string + 1);
      Push({last_end_, last_end_, L::HOLE, 0, false, true});
      lexer_.Rewind(interpolation.mode, interpolation.mode_depth, points_.IndexOf(last_end_));
      frames_.pop_back();
      Push({last_end_, last_end_, L::RBRACE, 0, false, true});
      return true;
    }
    while (frames_.size() > keep) {
      // The brackets inside an unclosed body are its consequence unless they are round or square.
      ReportUnclosed(frames_.back(), token.begin, token.end, Quoted(Text(token)) + " begins here");
      CloseFrame();
    }
    lexer_.Rewind(L::DEFAULT_MODE, ModesOpen(), points_.IndexOf(token.begin));
    return true;
  }

  // White space before the line that holds the byte `at`.
  std::size_t Indent(std::uint32_t at) const {
    const std::size_t line = text_.rfind('\n', at) + 1;  // npos + 1 is 0
    return text_.find_first_not_of(" \t", line) - line;
  }

  std::size_t ModesOpen() const {
    return static_cast<std::size_t>(std::count_if(frames_.begin(), frames_.end(), [](const Frame& frame) {
      return frame.type != L::LPAREN && frame.type != L::LBRACK;
    }));
  }

  void ReportUnclosed(const Frame& frame, std::uint32_t begin, std::uint32_t end, std::string why) {
    const std::string sign(SignOf(frame.type));
    report_.Report(DiagnosticCode::kUnclosedBracket, frame.begin, frame.end, Quoted(sign) + " is not closed",
                   Cat({"add `", std::string(frame.type == L::LPAREN ? ")" : frame.type == L::LBRACK ? "]" : "}"), "`"}),
                   {report_.At(begin, end), std::move(why)});
  }

  void CloseFrame() {
    const std::uint16_t closer = CloserOf(frames_.back().type);
    if (out_.tokens.size() == frames_.back().token + 1 && frames_.back().type == L::INTERP) {
      Push({last_end_, last_end_, L::HOLE, 0, false, true});
    }
    frames_.pop_back();
    Push({last_end_, last_end_, closer, 0, false, true});
    echo_ = true;
  }

  void CloseAtEnd() {
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (!too_deep_) {
      const auto string = std::find_if(frames_.begin(), frames_.end(), [](const Frame& frame) { return IsString(frame.type); });
      if (string != frames_.end()) {
        const bool line = string->type == L::STR_OPEN;
        if (line && string + 1 != frames_.end()) {
          report_.Report(DiagnosticCode::kUnclosedBracket, (string + 1)->begin, (string + 1)->end,
                         "`${` is not closed before the end of the string", "write `}` after the expression");
        } else {
          report_.Report(DiagnosticCode::kUnclosedString, string->begin, string->end,
                         line ? "the string that opens here is not closed on its line" : "the text that opens here is never closed",
                         line ? "add `\"` at its end" : "add `\"\"\"` on a line of its own after the text");
        }
      } else if (!frames_.empty()) {
        ReportUnclosed(frames_.back(), end, end, "the file ends here");
        if (frames_.size() > 1) ReportUnclosed(frames_.front(), end, end, "the file ends here");
      }
    }
    last_end_ = std::max(last_end_, out_.tokens.empty() ? 0u : out_.tokens.back().end);
    while (!frames_.empty()) {
      if (frames_.back().type == L::INTERP) {
        out_.tokens.resize(frames_.back().token + 1);
        Push({last_end_, last_end_, L::HOLE, 0, false, true});
      }
      CloseFrame();
    }
  }

  // Turns a token of another language into ours. False drops it.
  bool Repair(Token& token) {
    const auto foreign = [&](std::uint16_t type, std::string_view help) {
      report_.Report(DiagnosticCode::kForeignSyntax, token.begin, token.end, Quoted(Text(token)) + " is not an operator here",
                     std::string(help));
      token.type = type;
    };
    switch (token.type) {
      case L::BAD_AND: foreign(L::KW_AND, "write `and`"); return true;
      case L::BAD_OR: foreign(L::KW_OR, "write `or`"); return true;
      case L::BAD_NOT: foreign(L::KW_NOT, "write `not`"); return true;
      case L::BAD_NE: foreign(L::NE, "write `!=`"); return true;
      case L::BAD_GE: foreign(L::GE, "write `>=` to compare; there are no function literals"); return true;
      case L::BAD_EQ:
        if (Text(token) == "===") {
          foreign(L::EQ, "write `==`");
        } else {
          foreign(L::KW_MATCHES, "write `matches re\"…\"` for the whole text, `contains re\"…\"` to search in it");
        }
        return true;
      case L::BAD_SEMICOLON:
        report_.Report(DiagnosticCode::kForeignSyntax, token.begin, token.end, "`;` does not end a clause",
                       "remove it: every clause begins with its own word and needs no end mark");
        return Drop(token);
      case L::BAD_LINE_COMMENT:
        report_.Report(DiagnosticCode::kForeignSyntax, token.begin, token.begin + 2, "`//` does not begin a comment",
                       "comments begin with `#`");
        last_end_ = token.end;
        return false;
      case L::BAD_BLOCK_COMMENT:
        SkipBlockComment(token);
        return false;
      case L::BAD_STRING:
        report_.Report(DiagnosticCode::kForeignSyntax, token.begin, token.end, "strings are not written in single quotes",
                       Cat({"write \"", Text(token).substr(1, token.end - token.begin - 2), "\""}));
        token.type = L::STRING;
        return true;
      case L::BAD_LITERAL: {
        const std::uint32_t open = static_cast<std::uint32_t>(text_.find('"', token.begin));
        report_.Report(DiagnosticCode::kUnclosedString, token.begin, open + 1, "the literal that opens here is not closed on its line",
                       "add `\"` at its end");
        token.type = L::HOLE;
        token.repaired = true;
        return true;
      }
      case L::BAD_NUMBER:
        report_.Report(DiagnosticCode::kBadNumber, token.begin, token.end, Quoted(Text(token)) + " is not a number",
                       NumberHelp(Text(token)));
        token.type = L::HOLE;
        token.repaired = true;
        return true;
      case L::BAD_CHAR:
        return BadCharacter(token);
      case L::ID:
        if (!AfterDot()) Replace(token, ReadPrefixed(text_, Text(token), token.end));
        return true;
      case L::SLASH:
        if (BeginsOperand()) Replace(token, ReadSlashed(text_, token.begin));
        return true;
      default:
        return true;
    }
  }

  // Takes a literal of another language for what it stands for, and reads on behind it.
  void Replace(Token& token, const std::optional<ForeignLiteral>& literal) {
    if (!literal) return;
    report_.Report(DiagnosticCode::kForeignSyntax, token.begin, literal->end,
                   literal->is_pattern ? "patterns are written `re\"…\"`" : "literals are not written in single quotes", Cat({"write `", literal->meant, "`"}));
    token.type = L::HOLE;
    token.end = literal->end;
    token.repaired = true;
    lexer_.Rewind(lexer_.mode, lexer_.modeStack.size(), points_.IndexOf(literal->end));
  }

  // Whether the next token begins a value, so that a slash is no division.
  bool BeginsOperand() const {
    if (out_.tokens.empty()) return false;
    switch (out_.tokens.back().type) {
      case L::KW_MATCHES:
      case L::KW_CONTAINS:
      case L::LPAREN:
      case L::LBRACK:
      case L::COMMA:
      case L::COLON:
      case L::ASSIGN: return true;
      default: return false;
    }
  }

  bool Drop(const Token& token) {
    last_end_ = token.end;
    echo_ = true;
    return false;
  }

  void SkipBlockComment(const Token& token) {
    report_.Report(DiagnosticCode::kForeignSyntax, token.begin, token.end, "`/*` does not begin a comment",
                   "begin each line of a comment with `#`");
    std::size_t end = comment_end_;
    if (end < token.end) end = comment_end_ = std::min(text_.find("*/", token.end), text_.size());
    end = std::min(end + 2, text_.size());
    last_end_ = static_cast<std::uint32_t>(end);
    lexer_.Rewind(lexer_.mode, lexer_.modeStack.size(), points_.IndexOf(last_end_));
  }

  // A run of characters outside the language is one error.
  bool BadCharacter(const Token& token) {
    const bool continues = bad_run_end_ == token.begin && token.begin != 0;
    bad_run_end_ = token.end;
    // The end of an identifier's non-ASCII letter: glue `na`, `ï`, `ve` together so that one name is one error.
    if (continues) return Drop(token);
    std::string help;
    std::string what = Quoted(Text(token)) + " is not part of the language";
    const auto lead = static_cast<unsigned char>(text_[token.begin]);
    const std::string character = Text(token);
    if (lead < 0x20 || lead == 0x7F) {
      static constexpr char kHex[] = "0123456789ABCDEF";
      what = std::string("control character U+00") + kHex[lead >> 4] + kHex[lead & 15] + " is not part of the language";
      help = "remove it";
    } else if (character == "“" || character == "”" || character == "„" || character == "«" || character == "»" ||
               character == "‘" || character == "’") {
      help = "use ordinary quotation marks: \"…\"";
    } else if (character == "\u00A0") {
      what = "a non-breaking space is not part of the language";
      help = "use an ordinary space";
    } else if (character == "'") {
      help = "strings are written in double quotation marks: \"…\"";
    } else if (character == "\\") {
      help = "a backslash belongs inside a string; line breaks need no mark";
    } else if (character == "@") {
      help = "there are no annotations; metadata are clauses such as `severity high`";
    } else if (character == "$") {
      help = "`${…}` belongs inside the message of `report` or `else`";
    } else if (character == "≤" || character == "≥" || character == "≠") {
      help = character == "≤" ? "write `<=`" : character == "≥" ? "write `>=`" : "write `!=`";
    } else if (lead >= 0x80) {
      help = "names are made of the letters a–z and A–Z, digits and `_`";
    } else {
      help = "remove it";
    }
    report_.Report(DiagnosticCode::kBadCharacter, token.begin, token.end, std::move(what), std::move(help));
    return Drop(token);
  }

  void Push(Token token) {
    token.nest = static_cast<std::uint16_t>(frames_.size());
    if (echo_) token.repaired = true;
    echo_ = false;
    out_.tokens.push_back(token);
  }

  bool AfterDot() const {
    return !out_.tokens.empty() && (out_.tokens.back().type == L::DOT || out_.tokens.back().type == L::QDOT);
  }
  bool HasNewline(std::uint32_t begin, std::uint32_t end) const {
    return begin < end && text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
  }
  std::string Text(const Token& token) const { return std::string(text_.substr(token.begin, token.end - token.begin)); }

  FileId file_;
  std::string_view text_;
  const Limits& limits_;
  Reporter& report_;
  CodePoints points_;
  ModeLexer lexer_;
  LexedFile out_;
  std::vector<Frame> frames_;
  std::size_t mode_before_ = 0;
  std::size_t depth_before_ = 0;
  std::uint32_t last_end_ = 0;       // where the last token ended, dropped ones included
  std::uint32_t bad_run_end_ = 0;
  std::size_t comment_end_ = 0;      // the `*/` that was found last: each stretch of text is searched once
  bool echo_ = false;                // the next token follows something that has been reported
  bool too_deep_ = false;
};

}  // namespace

LexedFile Lex(FileId file, std::string_view text, const Limits& limits, Reporter& reporter) {
  return Reader(file, text, limits, reporter).Run();
}

}  // namespace writ::compiler
