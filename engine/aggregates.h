// Aggregates over the rows of a window. count and distinct follow a moving window; the others are folded from its rows.
// Under unknown values count and distinct are bounds, the others unknown. Covered by tests/engine/aggregates_test.cc.
#pragma once

#include <map>
#include <vector>

#include "base/arena.h"
#include "vm/bytecode/module.h"
#include "vm/value.h"

namespace writ::engine {

struct ValueLess {
  bool operator()(const vm::Value& a, const vm::Value& b) const { return vm::CompareValues(a, b) < 0; }
};

// The values of one aggregate's argument in the window: rows come in at the end and leave at the beginning.
class WindowAggregate {
 public:
  // `result`: the kind of the aggregate's type, which the sum of nothing needs.
  WindowAggregate(const bytecode::Aggregate& shape, bytecode::TypeKind result) : shape_(shape), result_(result) {}
  // `value` is ignored for count(). Values outlive the window.
  void Enter(const vm::Value& value);
  void Leave(const vm::Value& value);
  void Clear();
  // Lives in `arena`.
  vm::Value Result(Arena& arena) const;

 private:
  vm::Value Fold(Arena& arena) const;
  const bytecode::Aggregate& shape_;
  bytecode::TypeKind result_;
  std::uint64_t rows_ = 0, unknown_ = 0, absent_ = 0, errors_ = 0;
  vm::Value unknown_value_, error_value_;
  std::map<vm::Value, std::uint64_t, ValueLess> values_;   // present values with their number
};

}  // namespace writ::engine
