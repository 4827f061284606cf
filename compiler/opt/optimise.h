// The passes between a typed program and its bytecode; compiler/opt/passes.def lists them. Covered by the cases below
// tests/conformance/passes, and by every case, which is run without passes, with each alone and with all.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/ir/ir.h"

namespace writ::compiler {

enum class Pass : std::uint8_t {
#define PASS(name, word, function, meaning) name,
#include "compiler/opt/passes.def"
#undef PASS
};
struct PassInfo {
  std::string_view name;
  std::string_view meaning;
};
const std::vector<PassInfo>& AllPasses();
std::optional<Pass> FindPass(std::string_view name);

// A bit per pass.
using PassSet = std::uint32_t;
constexpr PassSet Only(Pass pass) { return PassSet{1} << static_cast<unsigned>(pass); }
inline constexpr PassSet kNoPasses = 0;
inline constexpr PassSet kAllPasses = ~PassSet{0};

// Runs the passes of the set in the order of the table.
void Optimise(ir::Program& program, PassSet passes);

#define PASS(name, word, function, meaning) void function(ir::Program& program);
#include "compiler/opt/passes.def"
#undef PASS

}  // namespace writ::compiler
