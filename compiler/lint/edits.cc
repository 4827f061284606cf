// Whole lines, comments, and fixes that do not overlap.
#include "compiler/lint/edits.h"

#include <algorithm>
#include <iterator>

namespace writ::compiler::lint {

namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The first byte of the line that `at` is on.
std::size_t LineBegin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}
// Behind the line break of the line that `at` is on.
std::size_t LineEnd(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}
bool IsEmptyLine(std::string_view text, std::size_t begin) {
  while (begin < text.size() && IsBlank(text[begin])) ++begin;
  return begin >= text.size() || text[begin] == '\n';
}

}  // namespace

const Pieces& Editor::PiecesOf(FileId file) {
  const auto known = pieces_.find(file);
  if (known != pieces_.end()) return known->second;
  return pieces_.emplace(file, CutIntoPieces(file, sources_.file(file).text(), Limits{})).first->second;
}

bool Editor::HasComment(FileId file, std::uint32_t begin, std::uint32_t end) {
  const std::vector<Piece>& pieces = PiecesOf(file).pieces;
  const auto from_place = [](const Piece& piece, std::uint32_t place) { return piece.begin < place; };
  for (auto piece = std::lower_bound(pieces.begin(), pieces.end(), begin, from_place); piece != pieces.end() && piece->begin < end; ++piece) {
    const bool is_first = piece == pieces.begin() || piece[-1].begin < begin;
    const bool is_last = piece + 1 == pieces.end() || piece[1].begin >= end;
    if ((!is_first && !piece->before.empty()) || (!is_last && !piece->behind.empty())) return true;
  }
  return false;
}

std::vector<Edit> Editor::Remove(Span item, Span doc) {
  const std::string_view text = sources_.file(item.file).text();
  if (HasComment(item.file, item.begin, item.end)) return {};
  std::size_t begin = doc.valid() ? doc.begin : item.begin, end = item.end;
  // `##` lines begin behind their own margin too.
  const std::size_t first_line = LineBegin(text, begin);
  const bool begins_line = text.find_first_not_of(" \t", first_line) == begin;
  while (end < text.size() && IsBlank(text[end])) ++end;
  const bool ends_line = end >= text.size() || text[end] == '\n';
  if (!ends_line && text[end] == '#') return {};
  if (!begins_line || !ends_line) {
    // Something else stands on the line: one space is left between its parts.
    if (!begins_line && ends_line) {
      while (begin > 0 && IsBlank(text[begin - 1])) --begin;
      end = item.end;
    }
    return {{{item.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""}};
  }
  begin = first_line;
  end = LineEnd(text, end);
  const std::size_t above = begin == 0 ? 0 : LineBegin(text, begin - 1);
  const std::size_t above_word = text.find_first_not_of(" \t", above);
  if (begin > 0 && above_word < begin && text[above_word] == '#') return {};
  if (begin > 0 && IsEmptyLine(text, above) && IsEmptyLine(text, end)) {
    // Of two empty lines one stays; at the end of the file none.
    if (end < text.size()) {
      end = LineEnd(text, end);
    } else {
      begin = above;
    }
  }
  return {{{item.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""}};
}

std::vector<Edit> Editor::Replace(FileId file, std::uint32_t begin, std::uint32_t end, std::string text) {
  // A comment behind the last piece that stays is in the way as well when it would end up in the middle of a line.
  const std::string_view all = sources_.file(file).text();
  if (begin > end || all.substr(begin, end - begin).find('\n') != std::string_view::npos) {
    const std::vector<Piece>& pieces = PiecesOf(file).pieces;
    const auto from_place = [](const Piece& piece, std::uint32_t place) { return piece.begin < place; };
    const auto first = std::lower_bound(pieces.begin(), pieces.end(), begin, from_place);
    if (first != pieces.begin() && !first[-1].behind.empty()) return {};
    if (first != pieces.end() && first->begin < end && !first->before.empty()) return {};
  }
  if (HasComment(file, begin, end)) return {};
  return {{{file, begin, end}, std::move(text)}};
}

std::vector<Edit> Editor::RemoveComment(Span comment) const {
  const std::string_view text = sources_.file(comment.file).text();
  std::size_t begin = comment.begin, end = comment.end;
  while (begin > 0 && IsBlank(text[begin - 1])) --begin;
  if (begin == 0 || text[begin - 1] == '\n') end = LineEnd(text, end);
  return {{{comment.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""}};
}

std::string ApplyFixes(std::string_view text, FileId file, const std::vector<const Finding*>& findings, std::size_t& applied) {
  std::map<std::uint32_t, const Edit*> taken;   // by where they begin
  applied = 0;
  for (const Finding* finding : findings) {
    const auto overlaps = [&](const Edit& edit) {
      if (edit.span.file != file) return true;
      const auto after = taken.lower_bound(edit.span.begin);
      if (after != taken.end() && (after->first < edit.span.end || after->first == edit.span.begin)) return true;
      return after != taken.begin() && std::prev(after)->second->span.end > edit.span.begin;
    };
    if (finding->fix.empty() || std::any_of(finding->fix.begin(), finding->fix.end(), overlaps)) continue;
    for (const Edit& edit : finding->fix) taken.emplace(edit.span.begin, &edit);
    ++applied;
  }
  std::string out;
  std::size_t at = 0;
  for (const auto& [begin, edit] : taken) {
    out += text.substr(at, begin - at);
    out += edit->text;
    at = edit->span.end;
  }
  return out += text.substr(at);
}

}  // namespace writ::compiler::lint
