// What `writ compile --explain-plan` prints: what each rule reads, what it shares, and what is left to the machine.
// Covered by tests/cli/passes_test.cc.
#pragma once

#include <string>

#include "vm/bytecode/module.h"

namespace writ::cli {

std::string ExplainPlan(const bytecode::Module& module);

}  // namespace writ::cli
