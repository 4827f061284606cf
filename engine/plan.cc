// Planning: activation, projection, and what a format cannot show, said before the run.
#include "engine/plan.h"

#include <set>

#include "engine/collector.h"
#include "model/traffic/exchange.h"

namespace writ::engine {

Plan PlanRules(const vm::Program& program, vm::Machine& machine, const RunOptions& options) {
  Plan plan;
  const bytecode::Module& module = program.module();
  // What finding places and labels takes is always kept.
  plan.projection = model::kCaptureUrl | model::kCaptureStatus | model::kCaptureMatch | model::kCaptureId;
  for (const bytecode::Rule& rule : module.rules) {
    RulePlan entry;
    entry.is_traffic = bytecode::InfoOf(rule.subject).source == bytecode::SubjectSource::kTraffic;
    if (!options.only_rules.empty() && options.only_rules.count(rule.id) == 0) {
      entry.active = false;
      entry.inactive_reason = "not asked for";
    } else if (rule.activate != bytecode::kNoFunction) {
      const vm::Value active = machine.Call(rule.activate, {});
      entry.active = active.is_true();
      if (!entry.active) entry.inactive_reason = "its `activate when` is not true for these inputs";
      if (active.is_error()) entry.undecided = TrapText(active.error->trap), entry.is_error = true;
      if (active.is_unknown()) entry.undecided = UnknownText(active.size, active.field);
    }
    if (entry.active && entry.is_traffic) plan.projection |= rule.captures;
    plan.rules.push_back(std::move(entry));
  }
  if ((plan.projection & model::kCaptureCredential) != 0) plan.projection |= model::kCaptureRequestHeaders;
  return plan;
}

std::vector<std::uint32_t> RulesFor(const bytecode::Module& module, const Plan& plan, std::uint32_t captures, bool has_apis, std::uint32_t recording,
                                    std::vector<CapabilityNote>& notes) {
  std::vector<std::uint32_t> rules;
  for (std::uint32_t i = 0; i < module.rules.size(); ++i) {
    const bytecode::Rule& rule = module.rules[i];
    if (!plan.rules[i].active || !plan.rules[i].is_traffic) continue;
    if (!has_apis && (rule.needed_captures & model::kCaptureMatch) != 0) continue;
    const std::uint32_t missing = rule.needed_captures & ~captures;
    if (missing == 0) {
      rules.push_back(i);
      continue;
    }
    CapabilityNote note;
    note.rule = i;
    note.recording = recording;
    std::set<std::string> fields;
    for (const bytecode::FieldId field : rule.fields) {
      if ((bytecode::InfoOf(field).capture & missing) != 0) fields.insert(std::string(bytecode::InfoOf(field).name));
    }
    if (fields.empty() && (missing & model::kCaptureTime) != 0) fields.insert("start");
    if (fields.empty()) fields.insert("what it reads");
    note.fields.assign(fields.begin(), fields.end());
    notes.push_back(std::move(note));
  }
  return rules;
}

}  // namespace writ::engine
