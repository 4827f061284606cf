// Aggregates over the rows of one window, from their definitions in docs/language.md, "Groups and windows": no state moves along.
// Covered by tests/oracle/aggregates_test.cc.
#pragma once

#include <vector>

#include "base/arena.h"
#include "vm/bytecode/module.h"
#include "vm/value.h"

namespace writ::oracle {

// `values`: of the argument, one for each row; for count() anything. Unknown values make bounds of distinct() and leave the others
// unknown, with the causes of all of them; absent ones are dropped; an error is what is left. Without a present value min, max, avg,
// share and quantile are absent. Ratios are cut off at 37 places, or at as many as a decimal holds.
vm::Value Fold(const bytecode::Aggregate& aggregate, const bytecode::TypeTable& types, const std::vector<vm::Value>& values, Arena& arena);

}  // namespace writ::oracle
