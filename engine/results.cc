// Names of verdicts and statuses.
#include "engine/results.h"

namespace writ::engine {

std::string_view NameOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPass: return "pass";
    case Verdict::kFail: return "fail";
    case Verdict::kWaived: return "waived";
    case Verdict::kNotApplicable: return "not_applicable";
    case Verdict::kIndeterminate: return "indeterminate";
    case Verdict::kError: return "error";
  }
  return "?";
}

std::string_view NameOf(RuleStatus status) {
  switch (status) {
    case RuleStatus::kEvaluated: return "evaluated";
    case RuleStatus::kInactive: return "inactive";
    case RuleStatus::kNotEvaluated: return "not_evaluated";
    case RuleStatus::kVacuous: return "vacuous";
    case RuleStatus::kNeverApplied: return "never_applied";
  }
  return "?";
}

}  // namespace writ::engine
