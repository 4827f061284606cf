// Scans on from where the literal begins; the lexer reads on behind it.
#include "compiler/parse/foreign_literal.h"

#include <algorithm>
#include <array>

namespace writ::compiler {

namespace {

// Between quotation marks that a literal of ours may not hold as they are.
std::string Quotable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      out += text[i++];
    } else if (text[i] == '"') {
      out += '\\';
    }
    out += text[i];
  }
  return out;
}

// The offset of the sign that closes what begins before `at`; nothing when the line ends first.
std::optional<std::size_t> FindClose(std::string_view text, std::size_t at, char sign, bool has_classes) {
  bool in_class = false;
  for (; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (has_classes && (text[at] == '[' || text[at] == ']')) {
      in_class = text[at] == '[';
    } else if (text[at] == sign && !in_class) {
      return at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ForeignLiteral> ReadPrefixed(std::string_view text, std::string_view word, std::uint32_t word_end) {
  if (word_end >= text.size()) return std::nullopt;
  const char mark = text[word_end];
  constexpr std::array<std::string_view, 8> kPatterns = {"r", "R", "rx", "regex", "regexp", "RE", "Re", "re"};
  constexpr std::array<std::string_view, 3> kOthers = {"ip", "t", "jp"};
  const bool is_pattern = std::find(kPatterns.begin(), kPatterns.end(), word) != kPatterns.end();
  const bool is_other = std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end();
  if ((mark != '"' || !is_pattern) && (mark != '\'' || (!is_pattern && !is_other))) return std::nullopt;
  // Three of them are a text of several lines, which a pattern is not.
  if (text.substr(word_end, 3) == "\"\"\"") return std::nullopt;
  const auto close = FindClose(text, word_end + 1, mark, false);
  if (!close) return std::nullopt;
  const std::string_view inside = text.substr(word_end + 1, *close - word_end - 1);
  return ForeignLiteral{static_cast<std::uint32_t>(*close + 1), (is_pattern ? "re" : std::string(word)) + "\"" + Quotable(inside) + "\"", is_pattern};
}

std::optional<ForeignLiteral> ReadSlashed(std::string_view text, std::uint32_t begin) {
  const auto close = FindClose(text, begin + 1, '/', true);
  if (!close || *close == begin + 1) return std::nullopt;
  std::string inside;
  for (std::size_t i = begin + 1; i < *close; ++i) {
    if (text[i] == '\\' && text[i + 1] == '/') ++i;
    inside += text[i];
  }
  std::size_t end = *close + 1;
  std::string flags;
  for (; end < text.size() && text[end] >= 'a' && text[end] <= 'z'; ++end) {
    // The others say how often to look, which is no part of a pattern here.
    if (text[end] == 'i' || text[end] == 'm' || text[end] == 's') flags += text[end];
  }
  const std::string prefix = flags.empty() ? "" : "(?" + flags + ")";
  return ForeignLiteral{static_cast<std::uint32_t>(end), "re\"" + prefix + Quotable(inside) + "\"", true};
}

}  // namespace writ::compiler
