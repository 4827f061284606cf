// See text.h.
#include "compiler/parse/text.h"

#include <algorithm>
#include <optional>

#include "base/diagnostic_codes.h"
#include "base/utf8.h"
#include "compiler/parse/words.h"

namespace writ::compiler {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

// Reads `{1F512}` at `i`; moves past it. Nothing if it is malformed or no code point.
std::optional<std::uint32_t> BracedHex(std::string_view text, std::size_t& i) {
  if (i >= text.size() || text[i] != '{') return std::nullopt;
  const std::size_t close = text.find('}', i);
  if (close == std::string_view::npos || close == i + 1 || close - i > 7) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t k = i + 1; k < close; ++k) {
    const char c = text[k];
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  i = close + 1;
  return value;
}

}  // namespace

std::string Unescape(std::string_view text, std::uint32_t begin, Reporter* reporter) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\') {
      const std::size_t next = std::min(text.find('\\', i), text.size());
      out += text.substr(i, next - i);
      i = next;
      continue;
    }
    const std::size_t start = i++;
    if (i == text.size()) break;  // the end of a string that is not closed: reported as that
    const char c = text[i++];
    switch (c) {
      case '"': case '\\': case '$': out += c; continue;
      case 'n': out += '\n'; continue;
      case 't': out += '\t'; continue;
      case 'u':
        if (const std::optional<std::uint32_t> point = BracedHex(text, i)) {
          AppendUtf8(out, *point);
          continue;
        }
        break;
      default: break;
    }
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    const std::string written(text.substr(start, i - start));
    const std::string help =
        c == 'u' ? "write `\\u{1F512}`: one to six hexadecimal digits of a code point, in braces"
        : c == 'd' || c == 'w' || c == 's' || c == 'b' || c == '.' || c == 'S' || c == 'W' || c == 'D'
            ? "a regular expression is written `re\"…\"`; for a backslash write `\\\\`"
        : c == 'r' ? "line breaks are `\\n`; a carriage return is `\\u{D}`"
        : c == '\n' || c == '\r' ? "line breaks in text need no mark"
                                 : "the escapes are `\\\"` `\\\\` `\\n` `\\t` `\\$` `\\u{…}`; for a backslash write `\\\\`";
    if (reporter != nullptr) reporter->Report(DiagnosticCode::kBadEscape, begin + static_cast<std::uint32_t>(start), begin + static_cast<std::uint32_t>(i),
                    Quoted((c == '\n' || c == '\r' ? std::string("\\") : written)) + " is not an escape", help);
    out += written;
  }
  return out;
}

std::vector<std::string> Dedent(const std::vector<TextPiece>& pieces) {
  // First the white space that the lines which are not blank have in common.
  std::optional<std::string_view> indent;
  bool at_start = false;  // of a line; the line of the opening marks does not count
  bool first_line = true;
  bool first_line_blank = true;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    const TextPiece& piece = pieces[p];
    if (piece.interpolation) {
      if (at_start) indent = std::string_view();
      if (first_line) first_line_blank = false;
      at_start = false;
      continue;
    }
    const std::string_view text = piece.text;
    for (std::size_t i = 0; i < text.size();) {
      if (!at_start) {
        const std::size_t end = std::min(text.find('\n', i), text.size());
        if (first_line && text.substr(i, end - i).find_first_not_of(" \t\r") != std::string_view::npos) first_line_blank = false;
        if (end == text.size()) break;
        i = end + 1;
        at_start = true;
        first_line = false;
        continue;
      }
      std::size_t k = i;
      while (k < text.size() && IsBlank(text[k])) ++k;
      const std::string_view lead = text.substr(i, k - i);
      const bool line_ends = k < text.size() && (text[k] == '\n' || (text[k] == '\r' && k + 1 < text.size() && text[k + 1] == '\n'));
      const bool text_ends = k == text.size() && p + 1 == pieces.size();
      if (!line_ends && !text_ends) {
        if (!indent) {
          indent = lead;
        } else {
          std::size_t common = 0;
          while (common < indent->size() && common < lead.size() && (*indent)[common] == lead[common]) ++common;
          indent = indent->substr(0, common);
        }
      }
      i = k;
      at_start = false;
      if (k == text.size()) break;
    }
  }
  const std::size_t strip = indent ? indent->size() : 0;

  std::vector<std::string> out(pieces.size());
  at_start = false;
  first_line = true;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    if (pieces[p].interpolation) {
      at_start = false;
      continue;
    }
    const std::string_view text = pieces[p].text;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = std::min(text.find('\n', i), text.size());
      std::string_view line = text.substr(i, end - i);
      const bool ends = end < text.size();
      if (ends && !line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (at_start) {
        const bool blank = line.find_first_not_of(" \t") == std::string_view::npos && (ends || p + 1 == pieces.size());
        line = blank ? std::string_view() : line.substr(std::min(strip, line.size()));
      }
      if (!(first_line && first_line_blank)) {
        out[p] += line;
        if (ends) out[p] += '\n';
      }
      if (ends) first_line = false;
      at_start = ends;
      i = ends ? end + 1 : end;
    }
  }
  // The closing marks on a line of their own: the break before them is not part of the text.
  if (!out.empty() && !pieces.back().interpolation) {
    const std::size_t last_break = pieces.back().text.rfind('\n');
    if (last_break != std::string_view::npos &&
        pieces.back().text.find_first_not_of(" \t", last_break + 1) == std::string_view::npos && !out.back().empty() &&
        out.back().back() == '\n') {
      out.back().pop_back();
    }
  }
  return out;
}

std::string DedentFixture(std::string_view text) {
  std::vector<std::string> lines = Dedent({{text, false}});
  std::string out = std::move(lines.front());
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace writ::compiler
