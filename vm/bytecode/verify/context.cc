// Messages of the verifier and checks on single texts.
#include "vm/bytecode/verify/context.h"

#include "base/utf8.h"

namespace writ::bytecode::verify {
namespace {

// "rule `a.b`", or "rule `a.b`, title,".
std::string Whole(std::string_view what, std::string_view part) {
  std::string whole(what);
  if (!part.empty()) whole.append(", ").append(part).append(",");
  return whole;
}

}  // namespace

bool Context::Fail(std::string message) {
  error = std::move(message);
  return false;
}

std::string Quote(std::string_view text) {
  constexpr std::size_t kShown = 120;
  std::string shown = SanitizeForTerminal(text.substr(0, kShown));
  if (text.size() > kShown) shown += "…";
  return "`" + shown + "`";
}

std::string Context::Describe(TypeId id) const {
  const std::string number = "type " + std::to_string(static_cast<std::uint32_t>(id));
  if (!IsType(id)) return number;
  return Quote(module.types.ToString(id));
}

std::string Context::DescribeFunction(std::uint32_t index) const {
  const std::string number = "function " + std::to_string(index);
  return IsFunction(index) ? number + " (" + Quote(module.functions[index].name) + ")" : number;
}

bool Context::CheckText(std::string_view text, std::string_view what, std::string_view part) {
  const auto invalid = FirstInvalidUtf8(text);
  if (!invalid) return true;
  return Fail(Whole(what, part) + " is not UTF-8 at byte " + std::to_string(*invalid));
}

bool Context::CheckRange(const SourceRange& range, std::string_view what, std::string_view part) {
  if (range.policy >= module.policies.size()) {
    return Fail(Whole(what, part) + " names policy " + std::to_string(range.policy) + ", which does not exist");
  }
  if (range.line > range.end_line || (range.line == range.end_line && range.column > range.end_column)) {
    return Fail(Whole(what, part) + " ends before it begins");
  }
  return true;
}

bool IsDottedName(std::string_view text) {
  bool at_start = true;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    if (at_start ? !letter : !(letter || digit || c == '.')) return false;
    at_start = c == '.';
  }
  return !text.empty() && !at_start;
}

bool IsHexDigest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace writ::bytecode::verify
