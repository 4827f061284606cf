// One case per row of conditions.def.
#include "vm/condition_test.h"

#include <array>

#include "base/ip.h"
#include "base/regex.h"
#include "vm/equality.h"

namespace writ::vm {

using bytecode::ConditionTest;

namespace {

Value Negate(const Value& value) { return value.kind == ValueKind::kBool ? Value::Bool(value.i == 0) : value; }

bool IsInterval(const Value& a, const Value& b) { return a.is_interval() || b.is_interval(); }

Value Less(const Value& a, const Value& b) { return IsInterval(a, b) ? CompareBounds(a, b, true) : Value::Bool(a.i < b.i); }
Value LessEqual(const Value& a, const Value& b) { return IsInterval(a, b) ? Negate(CompareBounds(b, a, true)) : Value::Bool(a.i <= b.i); }

Value Equal(const Value& a, const Value& b) {
  if (a.kind == ValueKind::kString) return Value::Bool(a.string() == b.string());
  return IsInterval(a, b) ? CompareBounds(a, b, false) : Value::Bool(a.i == b.i);
}

}  // namespace

Value TestValue(ConditionTest test, const Value& value, const Value& operand) {
  if (test == ConditionTest::kHolds) return value;
  if (test == ConditionTest::kHas) return value.is_error() || value.is_unknown() ? value : Value::Bool(!value.is_absent());
  if (test == ConditionTest::kIsEmpty) return value.is_poison() ? value : Value::Bool(value.size == 0);
  if (value.is_poison() || operand.is_poison()) return JoinPoison(value, operand);
  switch (test) {
    case ConditionTest::kHolds:
    case ConditionTest::kHas:
    case ConditionTest::kIsEmpty: break;
    case ConditionTest::kEquals: return Equal(value, operand);
    case ConditionTest::kLess: return Less(value, operand);
    case ConditionTest::kLessEqual: return LessEqual(value, operand);
    case ConditionTest::kGreater: return Less(operand, value);
    case ConditionTest::kGreaterEqual: return LessEqual(operand, value);
    case ConditionTest::kIn: return IsIn(value, operand);
    case ConditionTest::kInBlock: return Value::Bool(operand.cidr->Contains(*value.ip));
    case ConditionTest::kInBlocks: return IsInBlocks(value, operand);
    case ConditionTest::kStartsWith: return Value::Bool(value.string().substr(0, operand.size) == operand.string());
    case ConditionTest::kEndsWith:
      return Value::Bool(value.size >= operand.size && value.string().substr(value.size - operand.size) == operand.string());
    case ConditionTest::kContains: return Value::Bool(value.string().find(operand.string()) != std::string_view::npos);
    case ConditionTest::kMatches: return Value::Bool(operand.regex->MatchesWhole(value.string()));
    case ConditionTest::kContainsMatch: return Value::Bool(operand.regex->FoundIn(value.string()));
  }
  return Value::Absent();
}

Value ReadCondition(const bytecode::Condition& condition, const Value& variable, const Value* constants, FieldContext& context) {
  Value value = variable;
  for (const bytecode::ConditionStep& step : condition.path) {
    if (value.is_poison()) break;
    if (!step.is_builtin) {
      value = ReadField(step.field, value, context);
      continue;
    }
    std::array<Value, 4> arguments;
    arguments[0] = value;
    for (std::size_t i = 0; i < step.arguments.size(); ++i) arguments[i + 1] = constants[step.arguments[i]];
    value = CallBuiltin(step.builtin, arguments.data(), context);
  }
  return condition.otherwise && value.is_absent() ? constants[*condition.otherwise] : value;
}

}  // namespace writ::vm
