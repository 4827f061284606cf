// What a condition reads of one subject and says of it, poison included: exactly what the instructions give that it stands for.
// Covered by every case that is run with the pass `share`.
#pragma once

#include "vm/access.h"
#include "vm/bytecode/conditions.h"

namespace writ::vm {

// `operand` is only looked at by tests that have one.
Value TestValue(bytecode::ConditionTest test, const Value& value, const Value& operand);
// The value that a condition reads from `variable`.
Value ReadCondition(const bytecode::Condition& condition, const Value& variable, const Value* constants, FieldContext& context);

}  // namespace writ::vm
