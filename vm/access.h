// How values are read from the model and passed to builtins: what the machine and the oracle share, and nothing else.
// One accessor per row of fields.def (vm/fields/*.cc), one body per row of builtins.def (vm/builtins/*.cc).
#pragma once

#include <optional>
#include <string>

#include "base/arena.h"
#include "base/limits.h"
#include "base/source.h"
#include "vm/outcome.h"
#include "vm/value.h"

namespace writ::vm {

struct FieldContext {
  Arena& arena;
  const RunFacts& facts;
  // Bytes that values may still take, counted by what is asked for and not by what the arena holds, so that the same subject passes
  // or fails anywhere. Whoever needs more sets `exhausted` and gives absent; the caller turns that into TrapKind::kMemory.
  std::size_t budget = Limits{}.value_bytes_per_subject;
  bool exhausted = false;
  // Steps that are left: elements of loops, calls, and what builtins say that they cost. A builtin that needs more sets `out_of_fuel` and gives absent;
  // the caller turns that into TrapKind::kFuel.
  std::uint64_t fuel = Limits{}.fuel_per_subject;
  bool out_of_fuel = false;
};
// Takes `bytes` from the budget; false, and `exhausted` is set, when it does not hold so many.
inline bool Reserve(FieldContext& context, std::size_t bytes) {
  if (bytes > context.budget) {
    context.exhausted = true;
    return false;
  }
  context.budget -= bytes;
  return true;
}

// Field `field` of a record (never poison). Unknown values carry the field.
Value ReadField(bytecode::FieldId field, const Value& record, FieldContext& context);
// A builtin on arguments none of which is poison.
Value CallBuiltin(bytecode::BuiltinId builtin, const Value* arguments, FieldContext& context);

// Where a record or its field stands in a description. `is_ancestor`: the field's node is absent and this is the nearest one above.
struct Location {
  Span span;
  std::string pointer;
  bool is_ancestor = false;
};
// Nothing for exchanges (their place is Evidence) and records without a place of their own.
std::optional<Location> Locate(const Value& record, std::optional<bytecode::FieldId> field);

// Comparison of the language where it differs from CompareValues: json equality, and times with precision.
bool JsonEqual(const Value& a, const Value& b);
// -1, 0, 1, or 2 when the precision of the two times does not tell.
int CompareTimes(const Value& a, const Value& b);

}  // namespace writ::vm
