// The plan of a module, rule by rule.
#include "cli/plan.h"

#include <algorithm>
#include <set>

#include "vm/bytecode/disassembler.h"

namespace writ::cli {

using bytecode::Module;
using bytecode::Rule;

namespace {

std::set<std::uint32_t> ConditionsOf(const Rule& rule) {
  std::set<std::uint32_t> conditions;
  for (const bytecode::ScreenStep step : rule.screen) {
    if (bytecode::ScreenOpOf(step) == bytecode::ScreenOp::kCondition) conditions.insert(bytecode::ConditionOf(step));
  }
  return conditions;
}

std::string ReadsOf(const Rule& rule) {
  std::string out;
  for (const bytecode::FieldId field : rule.fields) {
    const bytecode::FieldInfo& info = bytecode::InfoOf(field);
    out += (out.empty() ? "" : ", ") + std::string(bytecode::InfoOf(info.owner).name) + "." + std::string(info.name);
  }
  return out.empty() ? "nothing" : out;
}

// Whether conditions decide all that the rule asks, or where the machine takes over.
std::string DecidedBy(const Rule& rule) {
  if (rule.screen.empty()) return "the machine, for every subject";
  const auto has = [&](bytecode::ScreenOp op) {
    return std::any_of(rule.screen.begin(), rule.screen.end(), [op](bytecode::ScreenStep step) { return bytecode::ScreenOpOf(step) == op; });
  };
  if (rule.group) return "conditions, which exchanges do not apply; the machine, the rows of the others";
  if (has(bytecode::ScreenOp::kStop) || has(bytecode::ScreenOp::kOpen)) return "conditions as far as they go, then the machine";
  return "conditions; the machine, only what fails or is not known";
}

}  // namespace

std::string ExplainPlan(const Module& module) {
  std::vector<std::size_t> uses(module.conditions.size(), 0);
  for (const Rule& rule : module.rules) {
    for (const std::uint32_t condition : ConditionsOf(rule)) ++uses[condition];
  }
  std::vector<std::string> index_of(module.conditions.size());
  for (const bytecode::ConditionIndex& index : module.indexes) {
    for (const std::uint32_t condition : index.conditions) index_of[condition] = bytecode::AllIndexKinds()[static_cast<std::size_t>(index.kind)].word;
  }
  std::string out;
  for (const Rule& rule : module.rules) {
    out += rule.id + "  " + rule.cost + "\n  reads    " + ReadsOf(rule) + "\n  decided  " + DecidedBy(rule) + "\n";
    for (const std::uint32_t condition : ConditionsOf(rule)) {
      out += "  asks     " + bytecode::DescribeCondition(module, condition);
      if (uses[condition] > 1) out += "; shared by " + std::to_string(uses[condition]) + " rules";
      if (!index_of[condition].empty()) out += "; by index of " + index_of[condition];
      out += "\n";
    }
    out += "  machine  " + std::to_string(module.functions[rule.evaluate].code.size()) + " instructions\n";
  }
  return out;
}

}  // namespace writ::cli
