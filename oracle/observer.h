// Who wants to know what every expression came to: `writ explain` for its proof, `writ test` for its coverage.
#pragma once

#include <cstddef>
#include <functional>

#include "compiler/ir/ir.h"
#include "vm/value.h"

namespace writ::oracle {

// Told of every node after it was evaluated, operands before what uses them; `depth`: how many nodes are being evaluated around it.
// Nothing is told after a bound was passed.
using Observer = std::function<void(const compiler::ir::Node& node, const vm::Value& value, std::size_t depth)>;

}  // namespace writ::oracle
