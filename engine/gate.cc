// Gate defaults of docs/language.md, "Verdicts".
#include "engine/gate.h"

namespace writ::engine {

void ApplyGate(Evaluation& evaluation, const GateOptions& options) {
  GateResult& gate = evaluation.gate;
  gate.fail_on = std::string(bytecode::NameOf(options.fail_on));
  std::uint64_t failures = 0, errors = 0, undecided = 0, vacuous = 0, missing = 0;
  for (Finding& finding : evaluation.findings) {
    const bytecode::Rule& rule = *evaluation.rules[finding.rule].rule;
    switch (finding.verdict) {
      case Verdict::kFail:
        // Severities are in order, the worst first.
        finding.blocks = rule.metadata.severity <= options.fail_on;
        failures += finding.blocks ? 1 : 0;
        break;
      case Verdict::kError:
        finding.blocks = true;
        ++errors;
        break;
      case Verdict::kIndeterminate:
        // `blocks` comes in as "the source should have shown it".
        finding.blocks = finding.blocks && options.fail_on_indeterminate;
        undecided += finding.blocks ? 1 : 0;
        break;
      case Verdict::kPass:
      case Verdict::kWaived:
      case Verdict::kNotApplicable: break;
    }
  }
  for (const RuleResult& rule : evaluation.rules) {
    const bool own = rule.rule->id != "writ.waivers" && !evaluation.module->policies[rule.rule->policy].shipped;
    if (rule.status == RuleStatus::kVacuous && own && options.fail_on_vacuous) ++vacuous;
    const bool decided = rule.status == RuleStatus::kEvaluated || rule.status == RuleStatus::kNeverApplied;
    if (options.required.count(rule.rule->id) != 0 && !decided) ++missing;
  }
  const auto add = [&](std::uint64_t count, const std::string& one, const std::string& many) {
    if (count == 0) return;
    gate.reasons.push_back({count == 1 ? one : many, count});
    gate.passed = false;
  };
  add(errors, "subject ended in an error", "subjects ended in errors");
  add(failures, "finding of severity " + gate.fail_on + " or above", "findings of severity " + gate.fail_on + " or above");
  add(undecided, "subject could not be decided although its source should have shown it", "subjects could not be decided although their source should have shown it");
  add(missing, "required rule was not evaluated", "required rules were not evaluated");
  add(vacuous, "rule of the project examined nothing", "rules of the project examined nothing");
}

}  // namespace writ::engine
