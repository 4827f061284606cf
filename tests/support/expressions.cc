// Tables of expressions: text → policy, and verdicts → values.
#include "tests/support/expressions.h"

#include <functional>
#include <sstream>
#include <utility>
#include <vector>

namespace writ::test {

namespace {

constexpr const char* kPolicy = "expressions";

enum class LineKind { kComment, kItem, kLet, kExpression };

LineKind KindOf(const std::string& line) {
  if (line.empty() || line.front() == '#') return LineKind::kComment;
  const std::string word = line.substr(0, line.find(' '));
  if (word == "let") return LineKind::kLet;
  for (const char* item : {"const", "data", "fn", "import", "input", "param"}) {
    if (word == item) return LineKind::kItem;
  }
  return LineKind::kExpression;
}

void EachLine(const std::string& text, const std::function<void(const std::string&)>& take) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) take(line);
}

std::string RuleName(std::size_t index) {
  const std::string digits = std::to_string(1000 + index);
  return "e" + digits.substr(digits.size() - 3);
}

// The text of the clause that failed, from the last column of a line of verdicts.
std::string Value(const std::string& verdict, const std::string& reasons) {
  if (verdict == "pass") return "<unknown>";
  const std::size_t quote = reasons.find('"');
  if (verdict == "fail" && quote == std::string::npos) return "<empty>";   // an empty message is none
  if (verdict == "fail") return reasons.substr(quote + 1, reasons.size() - quote - 2);
  const std::size_t colon = reasons.find(':');
  return "<" + (colon == std::string::npos ? verdict : reasons.substr(colon + 1, reasons.find(']') - colon)) + ">";
}

}  // namespace

std::string ExpressionsPolicy(const CaseSection& section) {
  std::string items = std::string("policy ") + kPolicy + " version \"1.0.0\" language 1\n", rules, lets;
  std::size_t index = 0;
  EachLine(section.text, [&](const std::string& line) {
    switch (KindOf(line)) {
      case LineKind::kComment: break;
      case LineKind::kItem: items += line + "\n"; break;
      case LineKind::kLet: lets += "  " + line + "\n"; break;
      case LineKind::kExpression:
        rules += "rule " + RuleName(index++) + " \"t\" {\n" +
                 "  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n" + "  for each " + section.argument +
                 "\n" + lets + "  let value =\n" + line + "\n  require not (value is known)\n  report \"${value}\"\n}\n";
        break;
    }
  });
  return items + rules;
}

std::map<std::string, std::string> ExpressionTypes(const compiler::ir::Program& program) {
  std::map<std::string, std::string> types;
  for (const compiler::ir::Rule& rule : program.rules) {
    for (const compiler::ir::Local& local : rule.locals) {
      if (local.name == "value") types[rule.shape.id] = program.types.ToString(local.type);
    }
  }
  return types;
}

std::string PrintValues(const CaseSection& section, const std::map<std::string, std::string>& types, const std::string& verdicts) {
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> by_rule;  // subject, value
  EachLine(verdicts, [&](const std::string& line) {
    std::istringstream columns(line);
    std::string rule, subject, verdict, reasons;
    std::getline(columns, rule, '\t');
    std::getline(columns, subject, '\t');
    std::getline(columns, verdict, '\t');
    std::getline(columns, reasons);
    by_rule[rule].emplace_back(subject, Value(verdict, reasons));
  });
  std::string out;
  std::size_t index = 0;
  EachLine(section.text, [&](const std::string& line) {
    if (KindOf(line) != LineKind::kExpression) return;
    const std::string rule = std::string(kPolicy) + "." + RuleName(index++);
    const auto type = types.find(rule);
    out += line + " : " + (type == types.end() ? "?" : type->second);
    const auto& values = by_rule[rule];
    if (values.size() == 1) out += " = " + values.front().second;
    out += "\n";
    if (values.size() == 1) return;
    for (const auto& [subject, value] : values) out += "  " + subject + " = " + value + "\n";
  });
  return out;
}

}  // namespace writ::test
