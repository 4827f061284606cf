// The plan of a run: which rules are on, and which of them each recording can decide.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/evaluate.h"

namespace writ::engine {

struct RulePlan {
  bool active = true;
  std::string inactive_reason;
  std::string undecided;           // why `activate when` has no answer: the rule is then one subject that could not be judged
  bool is_error = false;           // `undecided` is an error, not something unknown
  bool is_traffic = false;
};

struct Plan {
  std::vector<RulePlan> rules;     // by rule of the module
  std::uint32_t projection = 0;    // Capture bits that readers keep
};

Plan PlanRules(const vm::Program& program, vm::Machine& machine, const RunOptions& options);
// The rules that a recording of a format with these captures can decide; the others get a note. Without an API description nothing can be
// matched, so rules that live on the match are left out.
std::vector<std::uint32_t> RulesFor(const bytecode::Module& module, const Plan& plan, std::uint32_t captures, bool has_apis, std::uint32_t recording,
                                    std::vector<CapabilityNote>& notes);

}  // namespace writ::engine
