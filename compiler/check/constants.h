// Canonical order of constants: the order in which sets and maps iterate, the same as that of values at run time.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/bytecode/module.h"

namespace writ::compiler {

// Negative, zero or positive. Both constants have the same type.
int CompareConstants(const std::vector<bytecode::Constant>& constants, std::uint32_t a, std::uint32_t b);
// Sorts and removes repeats.
void SortConstants(const std::vector<bytecode::Constant>& constants, std::vector<std::uint32_t>& items);

}  // namespace writ::compiler
