// What `writ check --profile` shows: where the time of a run went. Covered by tests/cli/profile_test.cc.
#pragma once

#include <string>
#include <vector>

#include "engine/profile.h"
#include "vm/bytecode/module.h"

namespace writ::cli {

// One line a rule that looked at anything, the slowest first.
std::string ProfileTable(const bytecode::Module& module, const std::vector<engine::RuleProfile>& profile);
// All rules, in the order of their ids.
std::string ProfileJson(const bytecode::Module& module, const std::vector<engine::RuleProfile>& profile);

}  // namespace writ::cli
