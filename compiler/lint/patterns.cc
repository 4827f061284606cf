// Patterns that hold for every text. What a pattern is beyond a few plain forms is not worked out, so an odd one goes unseen and no useful one is
// reported.
#include "base/regex.h"
#include "compiler/lint/context.h"

namespace writ::compiler::lint {

using ir::Node;
using ir::NodeKind;

namespace {

bool EndsInSign(std::string_view pattern, char sign) {
  if (pattern.empty() || pattern.back() != sign) return false;
  std::size_t slashes = 0;
  while (slashes + 1 < pattern.size() && pattern[pattern.size() - 2 - slashes] == '\\') ++slashes;
  return slashes % 2 == 0;
}

// Without flags in front, anchors at both ends, and one pair of parentheses round the whole, as long as there are any.
std::string_view Core(std::string_view pattern) {
  for (;;) {
    const std::size_t before = pattern.size();
    if (pattern.substr(0, 2) == "(?" && pattern.find_first_not_of("imsU", 2) == pattern.find(')')) pattern.remove_prefix(std::min(pattern.find(')'), pattern.size() - 1) + 1);
    if (!pattern.empty() && pattern.front() == '^') pattern.remove_prefix(1);
    if (EndsInSign(pattern, '$')) pattern.remove_suffix(1);
    const bool is_group = EndsInSign(pattern, ')') && pattern.front() == '(' && pattern.find_first_of("()\\[", 1) == pattern.size() - 1;
    if (is_group) pattern = pattern.substr(1, pattern.size() - 2);
    if (is_group && pattern.substr(0, 2) == "?:") pattern.remove_prefix(2);
    if (pattern.size() == before) return pattern;
  }
}

bool IsAnything(std::string_view core) {
  for (const std::string_view form : {".*", ".*?", "[\\s\\S]*", "[\\S\\s]*", ".{0,}"}) {
    if (core == form) return true;
  }
  return false;
}

// What tells one place of a text from another.
bool HasAssertion(std::string_view pattern) {
  if (pattern.find_first_of("^$") != std::string_view::npos) return true;
  for (const std::string_view sign : {"\\b", "\\B", "\\A", "\\z"}) {
    if (pattern.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool MatchesEverything(const std::string& pattern, bool whole) {
  const std::string_view core = Core(pattern);
  if (IsAnything(core)) return true;
  if (whole) return false;
  // A search finds the empty text everywhere, unless the pattern asks where it stands; an anchor at one end can always be met.
  std::string_view rest = pattern;
  if (!rest.empty() && rest.front() == '^') {
    rest.remove_prefix(1);
  } else if (EndsInSign(rest, '$')) {
    rest.remove_suffix(1);
  }
  // `^a|b` anchors the first alternative only.
  if (HasAssertion(rest) || (rest.size() != pattern.size() && rest.find('|') != std::string_view::npos)) return false;
  const Result<Regex> compiled = Regex::Compile(rest);
  return compiled.ok() && compiled->MatchesWhole("");
}

}  // namespace

void CheckPatterns(Context& context) {
  std::set<std::pair<FileId, std::string>> named;   // constants that have been reported: one mistake, however often it is used
  for (const Node& node : context.program.nodes) {
    const bool is_prefix = node.kind == NodeKind::kBuiltin && (node.index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringStartsWith) ||
                                                               node.index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringEndsWith));
    if (node.kind != NodeKind::kMatches && node.kind != NodeKind::kContains && !is_prefix) continue;
    const Node* operand = node.operands[1];
    if (operand->kind != NodeKind::kConstant || !context.IsOurs(operand->span)) continue;
    const bytecode::Constant& constant = context.ConstantOf(operand);
    const bool is_regex = constant.kind == bytecode::ConstantKind::kRegex;
    if (is_regex ? !MatchesEverything(constant.text, node.kind == NodeKind::kMatches) : !constant.text.empty()) continue;
    const std::string text = context.Text(operand->span);
    const bool is_literal = text.find('"') != std::string::npos;
    if (!is_literal && !named.insert({operand->span.file, text}).second) continue;
    if (context.IsReported(DiagnosticCode::kCatchAllPattern, operand->span)) continue;
    context.Report(DiagnosticCode::kCatchAllPattern, operand->span, (is_literal ? text.size() > 60 ? "this pattern" : "`" + text + "`" : "`" + text + "`, which is a constant,") + " matches every text",
                   is_regex ? "write what is meant, such as `re\"^/internal/\"`, or leave the test out" : "write what is meant, or leave the test out");
  }
}

}  // namespace writ::compiler::lint
