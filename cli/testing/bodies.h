// What the typed program consists of, for those who measure it or change it: every expression with the part that it plays.
// Covered by tests/cli/testing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/ir/ir.h"

namespace writ::cli {

enum class Part : std::uint8_t {
  kActivate, kWhere, kRequire, kRaise, kStep,   // conditions as a whole
  kLet,                                         // value of `let … else`: it is there, or not
  kValue,                                       // sources of loops, lets, keys, aggregates, bounds of time, bodies of functions
  kText,                                        // messages, places, `per`: they decide nothing
};

struct Root {
  compiler::ir::Node* node = nullptr;
  Part part = Part::kValue;
};

// The expressions of a rule, in the order in which they are written. Those of functions that it calls are not among them.
std::vector<Root> RootsOf(const compiler::ir::Rule& rule);

// Every node below `root`, operands after what uses them.
std::vector<compiler::ir::Node*> NodesBelow(compiler::ir::Node* root);

// Whether a node is a condition that is made of no other: a comparison, a test, a boolean field, a quantifier. `not (a == b)` where the
// policy says `a != b` is one; its operand is none.
bool IsAtom(const compiler::ir::Program& program, const compiler::ir::Node& node);
// `a != b`, which is the negation of `a == b` in the program.
bool IsUnequal(const compiler::ir::Node& node);

// The functions and globals that a rule uses, also by way of others: by index, ascending.
struct Uses {
  std::vector<std::uint32_t> functions, globals;
};
Uses UsesOf(const compiler::ir::Program& program, const compiler::ir::Rule& rule);

}  // namespace writ::cli
