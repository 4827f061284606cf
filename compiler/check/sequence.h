// The `sequence` of a detector: its steps, and what the clauses after it may read of the rows that matched them. A step name stands for the
// row that matched; whatever is read of it is moved into the row function as a column of its own, so that a row can be forgotten as soon
// as its plain values are kept (docs/adr/0021-a-step-is-a-row.md).
// Covered by tests/conformance/sequences.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "compiler/check/expression.h"

namespace writ::compiler {

class SequenceChecker {
 public:
  // `row` checks what is said of one row, `window` what is said of a match; `row_locals` are the slots of the row function.
  SequenceChecker(Checker& checker, ExpressionChecker& row, ExpressionChecker& window, std::vector<ir::Local>& row_locals)
      : checker_(checker), types_(checker.program.types), row_(row), window_(window), row_locals_(row_locals) {}

  // Checks the clause and binds the names of its steps in the window. `row_variable`: the name of the exchange in slot 0.
  // False when it is broken (reported).
  bool Take(const SequenceClause& clause, const std::string& policy, const std::string& row_variable);
  // `report … at step, …`. False when one of them names no step with a row.
  bool TakePlaces(const std::vector<Expr*>& places);
  // Replaces what `node` reads of steps by locals of the window, from slot `first_slot` on. False when something cannot be kept (reported).
  bool MoveReads(ir::Node*& node, std::uint32_t first_slot);

  ir::Sequence& tree() { return tree_; }
  bytecode::Sequence& shape() { return shape_; }

 private:
  struct Reads;
  bool CheckShape(const SequenceClause& clause);
  Reads ReadsOf(const ir::Node* node) const;
  bool IsPlain(bytecode::TypeId type) const;
  ir::Node* Column(ir::Node* node, std::uint32_t step, std::uint32_t first_slot);

  Checker& checker_;
  bytecode::TypeTable& types_;
  ExpressionChecker& row_;
  ExpressionChecker& window_;
  std::vector<ir::Local>& row_locals_;
  ir::Sequence tree_;
  bytecode::Sequence shape_;
  std::map<std::uint32_t, std::uint32_t> step_of_slot_;   // of the window
  std::map<std::tuple<std::uint32_t, std::string, bytecode::TypeId>, std::uint32_t> columns_;  // step, text and type → value
};

}  // namespace writ::compiler
