// Aggregates over the rows of a window. count and distinct follow a moving window; the others are folded from its rows.
// Under unknown values count, distinct and share lie between bounds, min and max have one bound, the others are unknown. Covered by tests/engine/aggregates_test.cc.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "base/arena.h"
#include "vm/bytecode/module.h"
#include "vm/value.h"

namespace writ::engine {

// A present value with what it points to.
class OwnedValue {
 public:
  explicit OwnedValue(const vm::Value& value);
  const vm::Value& get() const { return value_; }

 private:
  vm::Value value_;
  std::unique_ptr<char[]> storage_;
};

// By value, so that what owns one may be looked up by one that does not.
struct ValueLess {
  using is_transparent = void;
  static const vm::Value& Of(const vm::Value& value) { return value; }
  static const vm::Value& Of(const OwnedValue& value) { return value.get(); }
  template <typename A, typename B>
  bool operator()(const A& a, const B& b) const {
    return vm::CompareValues(Of(a), Of(b)) < 0;
  }
};

// The values of one aggregate's argument in the window: rows come in at the end and leave at the beginning.
class WindowAggregate {
 public:
  // `result`: the kind of the aggregate's type, which the sum of nothing needs.
  WindowAggregate(const bytecode::Aggregate& shape, bytecode::TypeKind result) : shape_(shape), result_(result) {}
  // `value` is ignored for count().
  void Enter(const vm::Value& value);
  void Leave(const vm::Value& value);
  void Clear();
  // Lives in `arena`, and until the window moves.
  vm::Value Result(Arena& arena) const;

 private:
  vm::Value Fold(Arena& arena) const;
  const bytecode::Aggregate& shape_;
  bytecode::TypeKind result_;
  // What is not known, from all rows that it is not known of.
  vm::Value Unknown() const;
  std::uint64_t rows_ = 0, unknown_ = 0, absent_ = 0, errors_ = 0;
  std::map<std::pair<std::uint32_t, std::uint16_t>, std::uint64_t> reasons_;   // causes and field, with the number of rows
  vm::Value error_value_;
  std::map<OwnedValue, std::uint64_t, ValueLess> values_;   // present values with their number
};

}  // namespace writ::engine
