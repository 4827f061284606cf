// Sets of constants in canonical order.
#include "compiler/check/constants.h"

#include <algorithm>

namespace writ::compiler {

void SortConstants(const std::vector<bytecode::Constant>& constants, std::vector<std::uint32_t>& items) {
  std::stable_sort(items.begin(), items.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return bytecode::CompareConstants(constants, a, b) < 0; });
  items.erase(std::unique(items.begin(), items.end(),
                          [&](std::uint32_t a, std::uint32_t b) { return bytecode::CompareConstants(constants, a, b) == 0; }),
              items.end());
}

}  // namespace writ::compiler
