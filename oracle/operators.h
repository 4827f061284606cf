// The operators of the language as plain functions on values, written from the meaning column of vm/bytecode/opcodes.def and from
// docs/language.md, "Absent is not unknown". Slow and short on purpose: every answer is a definition, none is an optimisation.
// Covered by tests/oracle/operators_test.cc.
#pragma once

#include <optional>

#include "base/arena.h"
#include "vm/value.h"

namespace writ::oracle {

using vm::Value;
using vm::ValueKind;

// What is left of two operands when one of them is poison: error, else unknown with the causes of both and the lower of their
// fields, else absent. Two plain values leave nothing.
std::optional<Value> PoisonOf(const Value& a, const Value& b);
// What an operator on plain values makes of its operands before it looks at them: their poison, or, for counts of which only bounds
// are known, an unknown with their causes. Nothing when both are plain.
std::optional<Value> StrictOf(const Value& a, const Value& b);

Value Not(const Value& a);
// Kleene: a false (true) side wins, then error, unknown, absent.
Value And(const Value& a, const Value& b);
Value Or(const Value& a, const Value& b);

Value Has(const Value& a);
Value IsKnown(const Value& a);
// A string, list, set or map.
Value IsEmpty(const Value& a);

// Operands of one type. Times below their precision, counts with bounds and collections that may lack items give unknown.
Value Equal(const Value& a, const Value& b);
Value Less(const Value& a, const Value& b);
Value LessOrEqual(const Value& a, const Value& b);

// Item and container: list, set, map (its keys), block, or blocks for an address.
Value In(const Value& item, const Value& container);
// Text and pattern.
Value Matches(const Value& text, const Value& pattern);
// Text and pattern or text.
Value Contains(const Value& text, const Value& part);
// List and position, or map and key.
Value At(const Value& container, const Value& index);

// Arithmetic by the kinds of the operands; what has no value is an error, made in `arena`. Strings and lists are joined elsewhere.
Value Negate(const Value& a, Arena& arena);
Value Add(const Value& a, const Value& b, Arena& arena);
Value Subtract(const Value& a, const Value& b, Arena& arena);
Value Multiply(const Value& a, const Value& b, Arena& arena);
Value Divide(const Value& a, const Value& b, Arena& arena);
Value Modulo(const Value& a, const Value& b, Arena& arena);

// A count after one more item whose condition is this: true counts, false does not, an unknown or absent one only raises the upper
// bound, an error stays one.
Value CountOneMore(const Value& count, const Value& condition, Arena& arena);
// A count over a collection that may lack items has no upper bound.
Value CountOver(const Value& count, std::uint32_t incomplete_causes, Arena& arena);

// The members of a set made of these items: canonical order, no repeats. Unknown items make it incomplete for their causes, an error
// is all that is left, absent items are one member.
Value SetOf(const vm::ListRep& items, Arena& arena);

Value ErrorOf(vm::TrapKind trap, Arena& arena);

}  // namespace writ::oracle
