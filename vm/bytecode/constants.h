// The canonical order of constants: what sorts the items of a set and the keys of a map in the pool. It is the order of values at run
// time (vm/value.h). Covered by tests/vm/bytecode/constants_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/bytecode/module.h"

namespace writ::bytecode {

// Negative, 0 or positive. `a` and `b` are constants of one type whose items exist and come before them. Numbers by value, strings,
// patterns by code point, times by instant, enums by the order of their members, lists and sets by their first
// difference, then length; maps by their keys, then by their values.
int CompareConstants(const std::vector<Constant>& constants, std::uint32_t a, std::uint32_t b);

}  // namespace writ::bytecode
