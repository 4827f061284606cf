// Walks expressions of the typed program as they are: one case per kind of node, no code in between. What several evaluations share
// (constants, globals) is referred to; locals, fuel and memory are of one evaluation.
// Covered by tests/oracle/tree_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "base/limits.h"
#include "compiler/ir/ir.h"
#include "oracle/observer.h"
#include "vm/access.h"

namespace writ::oracle {

// Values by slot of a body; slots come into being when they are set.
using Locals = std::vector<vm::Value>;
void SetLocal(Locals& locals, std::uint32_t slot, const vm::Value& value);

class Tree {
 public:
  // What it refers to outlives it. `globals` may still be growing: an initialiser uses earlier ones only.
  Tree(const compiler::ir::Program& program, const std::vector<vm::Value>& constants, const std::vector<vm::Value>& globals, Arena& arena,
       const vm::RunFacts& facts, const Limits& limits, const Observer* observer = nullptr);

  // The value of a node. After a bound has been passed every value is absent, and `stopped` says which bound it was.
  vm::Value Evaluate(const compiler::ir::Node& node, Locals& locals);
  const std::optional<vm::TrapKind>& stopped() const { return stopped_; }
  // Full fuel and memory, as for text that may not change a verdict.
  void Refill();
  // Goes on after a bound with what is left.
  void Resume();

 private:
  using Node = compiler::ir::Node;

  vm::Value Meaning(const Node& node, Locals& locals);
  vm::Value Field(const Node& node, Locals& locals);
  vm::Value Builtin(const Node& node, Locals& locals);
  vm::Value Call(const Node& node, Locals& locals);
  vm::Value Logic(const Node& node, Locals& locals);
  vm::Value Quantifier(const Node& node, Locals& locals);
  vm::Value Comprehension(const Node& node, Locals& locals);
  vm::Value Literal(const Node& node, Locals& locals);
  vm::Value Arithmetic(const Node& node, Locals& locals, vm::Value (*op)(const vm::Value&, const vm::Value&, Arena&));
  vm::Value Relation(const Node& node, Locals& locals, vm::Value (*op)(const vm::Value&, const vm::Value&));
  bool Joins(const Node& node) const;
  vm::Value Join(const Node& node, Locals& locals);
  vm::Value Text(const Node& node, Locals& locals);
  vm::Value ListOf(const std::vector<vm::Value>& items, std::uint32_t incomplete_causes);
  vm::Value TextOf(std::string_view text);
  // One unit, as for an element of a loop or a call; false when there is none left.
  bool Burn();
  bool Take(std::size_t bytes);
  vm::Value Stop(vm::TrapKind trap);

  const compiler::ir::Program& program_;
  const std::vector<vm::Value>& constants_;
  const std::vector<vm::Value>& globals_;
  Arena& arena_;
  const Limits& limits_;
  vm::FieldContext context_;
  // A field is read once, so that a loop in a loop does not build its lists again and again.
  std::map<std::pair<const void*, std::pair<std::uint8_t, std::uint32_t>>, vm::Value> fields_;
  const Observer* observer_;
  std::size_t depth_ = 0;       // of calls
  std::size_t nesting_ = 0;     // of nodes
  std::optional<vm::TrapKind> stopped_;
};

}  // namespace writ::oracle
