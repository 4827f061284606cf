// Sets of constants in canonical order.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/bytecode/constants.h"

namespace writ::compiler {

// Sorts by bytecode::CompareConstants and removes repeats.
void SortConstants(const std::vector<bytecode::Constant>& constants, std::vector<std::uint32_t>& items);

}  // namespace writ::compiler
