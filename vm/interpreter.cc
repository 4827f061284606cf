// The interpreter loop: one label per row of opcodes.def, in its order. Static types come from the verifier, so a label looks at the
// kind of a value only to tell values from poison: the typed path comes first, everything else is Strict().
#include "vm/interpreter.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "base/ip.h"
#include "base/regex.h"
#include "model/traffic/exchange.h"
#include "vm/builtins/builtins.h"
#include "vm/bytecode/instruction.h"
#include "vm/collections.h"
#include "vm/equality.h"
#include "vm/machine.h"
#include "vm/verdict.h"

#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wpedantic"   // labels as values: one indirect jump per opcode, which predictors tell apart
#endif

namespace writ::vm {
namespace {

using bytecode::FieldId;
using bytecode::Function;
using bytecode::Instruction;
using bytecode::Opcode;

constexpr ListRep kNoItems;

// What an operation writes when an operand is not a plain value: joined poison, or the ignorance of a value with bounds.
[[gnu::noinline]] Value Strict(const Value& a, const Value& b) {
  if (a.is_poison() || b.is_poison()) return JoinPoison(a, b);
  const auto causes = [](const Value& v) { return v.is_interval() ? v.interval->causes : 0; };
  return Value::Unknown(causes(a) | causes(b));
}
Value Strict(const Value& a) { return Strict(a, a); }

Value Kleene(bool wins, const Value& a, const Value& b) {
  if (a.kind == ValueKind::kBool && (a.i != 0) == wins) return a;
  if (b.kind == ValueKind::kBool && (b.i != 0) == wins) return b;
  if (a.is_poison() || b.is_poison()) return JoinPoison(a, b);
  return Value::Bool(!wins);
}

Value Negate(const Value& b) { return b.kind == ValueKind::kBool ? Value::Bool(b.i == 0) : b; }

Value TimesInOrder(const Value& a, const Value& b, bool or_equal) {
  const int order = CompareTimes(a, b);
  if (order == 2) return Value::Unknown(model::kNotOrdered);
  return Value::Bool(order < 0 || (or_equal && order == 0));
}

Value IsEmpty(const Value& collection) {
  if (collection.kind == ValueKind::kMap) return Value::Bool(collection.map->count == 0);
  const ListRep& list = *collection.list;
  if (list.count != 0) return Value::Bool(false);
  return list.incomplete_causes != 0 ? Value::Unknown(list.incomplete_causes) : Value::Bool(true);
}

// The end of a quantifier: its result so far, and the collection that it ran over. `open`: the result that more items could change.
Value CloseQuantifier(const Value& result, const Value& collection, bool open) {
  if (collection.is_poison()) return result.is_poison() ? JoinPoison(collection, result) : collection;
  if (result.kind == ValueKind::kBool && (result.i != 0) == open && collection.list->incomplete_causes != 0) {
    return Value::Unknown(collection.list->incomplete_causes);
  }
  return result;
}

// Of two operands that are not both plain.
[[gnu::noinline]] Value EqualOrPoison(const Value& a, const Value& b) {
  return a.is_poison() || b.is_poison() ? JoinPoison(a, b) : CompareBounds(a, b, false);
}
[[gnu::noinline]] Value LessOrPoison(const Value& a, const Value& b) {
  return a.is_poison() || b.is_poison() ? JoinPoison(a, b) : CompareBounds(a, b, true);
}
// No negated LessOrPoison(b, a): of two errors the left one is told.
[[gnu::noinline]] Value LessEqualOrPoison(const Value& a, const Value& b) {
  return a.is_poison() || b.is_poison() ? JoinPoison(a, b) : Negate(CompareBounds(b, a, true));
}

Value ItemAt(const Value& list, const Value& index) {
  if (list.list->incomplete_causes != 0) return Value::Unknown(list.list->incomplete_causes);
  return index.i >= 0 && index.i < std::int64_t{list.list->count} ? list.list->items[index.i] : Value::Absent();
}

// The place of a key, or null. A time is a key that it equals as the language sees it.
const Value* FindKey(const MapRep& map, const Value& key) {
  if (key.kind == ValueKind::kTime) {
    const Value* end = map.keys + map.count;
    const Value* at = std::find_if(map.keys, end, [&](const Value& other) { return EqualValues(other, key).is_true(); });
    return at == end ? nullptr : at;
  }
  const Value* end = map.keys + map.count;
  const Value* at = std::lower_bound(map.keys, end, key, [](const Value& a, const Value& b) { return CompareValues(a, b) < 0; });
  return at != end && CompareValues(*at, key) == 0 ? at : nullptr;
}

Value IsKey(const Value& item, const MapRep& map) {
  ListRep keys;
  keys.items = map.keys;
  keys.count = map.count;
  return IsIn(item, Value::Set(&keys));
}

// The clause that was being worked out when a run had to stop: that of the next verdict instruction, else of the one before.
std::uint32_t ClauseAt(const Function& function, const std::uint32_t* pc) {
  const auto clause = [](Instruction code) -> std::optional<std::uint32_t> {
    switch (bytecode::OpcodeOf(code)) {
      case Opcode::kWhere:
      case Opcode::kRequire:
      case Opcode::kKnown:
      case Opcode::kFail:
      case Opcode::kUndecided: return bytecode::Bx(code);
      default: return std::nullopt;
    }
  };
  const std::uint32_t* begin = function.code.data();
  for (const std::uint32_t* at = pc; at != begin + function.code.size(); ++at) {
    if (const auto found = clause(*at)) return *found;
  }
  for (const std::uint32_t* at = pc; at != begin; --at) {
    if (const auto found = clause(at[-1])) return *found;
  }
  return 0;
}

}  // namespace

Interpreter::Interpreter(const bytecode::Module& module, const Value* constants, const Value* globals, const RunFacts& facts,
                         const Limits& limits)
    : module_(module), constants_(constants), globals_(globals), limits_(limits), context_{arena_, facts} {
  for (std::size_t i = 0; i < bytecode::AllFields().size(); ++i) is_cached_.push_back(!bytecode::IsStored(static_cast<FieldId>(i)));
  Refill();
}

void Interpreter::Evaluate(std::uint32_t function, std::span<const Value> arguments, bool want_text, SubjectOutcome& outcome) {
  outcome.Clear();
  Begin(function, arguments, want_text);
  Run(outcome);
}

Value Interpreter::Call(std::uint32_t function, std::span<const Value> arguments) {
  SubjectOutcome outcome;
  Begin(function, arguments, false);
  return Run(outcome);
}

Value Interpreter::Initialise(std::uint32_t function) {
  const std::uint64_t fuel = context_.fuel;
  const std::size_t budget = context_.budget;
  SubjectOutcome outcome;
  Begin(function, {}, false);
  context_.fuel = fuel, context_.budget = budget;
  return Run(outcome);
}

void Interpreter::Reset() {
  cache_.Clear();
  arena_.Reset();
}

void Interpreter::Begin(std::uint32_t function, std::span<const Value> arguments, bool want_text) {
  WRIT_CHECK(function < module_.functions.size());
  frames_[0].function = &module_.functions[function];
  WRIT_CHECK(arguments.size() == frames_[0].function->parameter_count);
  std::copy(arguments.begin(), arguments.end(), Window(0));
  Refill();
  want_text_ = want_text;
  cache_.Clear();
}

void Interpreter::Refill() {
  context_.fuel = limits_.fuel_per_subject;
  context_.budget = limits_.value_bytes_per_subject;
  context_.out_of_fuel = false;
  context_.exhausted = false;
}

Value* Interpreter::Window(std::size_t depth) {
  if (depth == windows_.size()) windows_.push_back(std::make_unique<Value[]>(kRegisters));
  return windows_[depth].get();
}

Value Interpreter::GetField(FieldId field, const Value& record) {
  const auto index = static_cast<std::uint16_t>(field);
  if (!is_cached_[index]) return ReadField(field, record, context_);
  if (const Value* known = cache_.Find(record.record, index)) return *known;
  const Value value = ReadField(field, record, context_);
  if (!context_.exhausted) cache_.Add(record.record, index, value);
  return value;
}

Value Interpreter::MakeError(TrapKind trap, const Function& function, const std::uint32_t* pc) {
  if (!Reserve(context_, sizeof(ErrorRep))) return Value::Absent();
  auto* error = arena_.New<ErrorRep>();
  error->trap = trap;
  const auto index = static_cast<std::size_t>(pc - function.code.data() - 1);
  if (index < function.ranges.size()) error->range = function.ranges[index];
  return Value::Error(error);
}

Value Interpreter::MakeDecimal(const std::optional<Decimal>& result, TrapKind otherwise, const Function& function,
                               const std::uint32_t* pc) {
  if (!result) return MakeError(otherwise, function, pc);
  if (!Reserve(context_, sizeof(Decimal))) return Value::Absent();
  return Value::FromDecimal(arena_.New<Decimal>(*result));
}

Value Interpreter::MakeInterval(std::int64_t low, std::int64_t high, std::uint32_t causes) {
  if (!Reserve(context_, sizeof(IntervalRep))) return Value::Absent();
  return Value::Interval(arena_.New<IntervalRep>(IntervalRep::OfCount(low, high, causes)));
}

Value Interpreter::CountOneMore(const Value& count, const Value& condition) {
  if (count.is_poison() || condition.is_false()) return count;
  if (condition.is_error()) return condition;   // an error is never a matter of bounds
  const bool is_interval = count.is_interval();
  const IntervalRep bounds = is_interval ? *count.interval : IntervalRep{count, count, 0};
  const auto next = [](std::int64_t n) { return n == INT64_MAX ? n : n + 1; };
  if (condition.is_true()) {
    return is_interval ? MakeInterval(next(bounds.low_count()), next(bounds.high_count()), bounds.causes) : Value::Int(next(count.i));
  }
  const std::uint32_t causes = condition.is_unknown() && condition.size != 0 ? condition.size : std::uint32_t{model::kIncomplete};
  return MakeInterval(bounds.low_count(), next(bounds.high_count()), bounds.causes | causes);
}

Value Interpreter::ConcatLists(const Value& a, const Value& b) {
  const std::size_t count = std::size_t{a.list->count} + b.list->count;
  Value* items = NewItems(context_, count);
  if (items == nullptr) return Value::Absent();
  std::copy(b.list->items, b.list->items + b.list->count, std::copy(a.list->items, a.list->items + a.list->count, items));
  return NewList(context_, items, count, a.list->incomplete_causes | b.list->incomplete_causes);
}

Value Interpreter::ConcatTexts(std::string_view a, std::string_view b) {
  const std::size_t size = a.size() + b.size();
  if (size > UINT32_MAX || !Reserve(context_, size)) {
    context_.exhausted = true;
    return Value::Absent();
  }
  char* out = static_cast<char*>(arena_.Allocate(size));
  b.copy(out + a.copy(out, a.size()), b.size());
  return Value::String({out, size});
}

Value Interpreter::JoinTexts(const Value* texts, std::uint32_t count) {
  std::string out;
  for (std::uint32_t i = 0; i < count; ++i) {
    out += texts[i].kind == ValueKind::kString ? std::string(texts[i].string()) : FormatValue(texts[i], module_.types, module_.types.Never());
    if (out.size() > context_.budget) {
      context_.exhausted = true;
      return Value::Absent();
    }
  }
  return NewText(context_, out);
}

Value Interpreter::CallWith(const bytecode::BuiltinCall& call, const Value* arguments) {
  for (std::uint32_t i = 0; i < call.argument_count; ++i) {
    if (!arguments[i].is_poison()) continue;
    Value joined = arguments[i];
    for (++i; i < call.argument_count; ++i) joined = JoinPoison(joined, arguments[i]);
    return joined;
  }
  return CallBuiltin(call.builtin, arguments, context_);
}

// Operands of the instruction at hand.
#define OPERAND_A regs[bytecode::A(code)]
#define OPERAND_B regs[bytecode::B(code)]
#define OPERAND_C regs[bytecode::C(code)]
// Writes A, unless the value could not be made within the budget.
#define WRITE(value)                                   \
  do {                                                 \
    const Value made = (value);                        \
    if (context_.exhausted) [[unlikely]] goto memory;  \
    OPERAND_A = made;                                  \
    NEXT;                                              \
  } while (false)
#if defined(__GNUC__)
#define CASE(name) label_##name
#define NEXT                                                     \
  do {                                                           \
    code = *pc++;                                                \
    goto* kLabels[static_cast<std::size_t>(bytecode::OpcodeOf(code))]; \
  } while (false)
#else
#define CASE(name) case Opcode::name
#define NEXT goto next
#endif
// A = B op C on 64 bits, with an error when `overflows(b, c, &n)` says so.
#define CHECKED(name, kind_b, kind_c, overflows, make)                                                    \
  CASE(name) : {                                                                                          \
    const Value& b = OPERAND_B;                                                                           \
    const Value& c = OPERAND_C;                                                                           \
    if (b.kind != ValueKind::kind_b || c.kind != ValueKind::kind_c) [[unlikely]] WRITE(Strict(b, c));     \
    std::int64_t n = 0;                                                                                   \
    if (overflows(b.i, c.i, &n)) [[unlikely]] WRITE(MakeError(TrapKind::kOverflow, *function, pc));       \
    OPERAND_A = make;                                                                                     \
    NEXT;                                                                                                 \
  }
#define DIVISION(name, kind_b, op, make)                                                                  \
  CASE(name) : {                                                                                          \
    const Value& b = OPERAND_B;                                                                           \
    const Value& c = OPERAND_C;                                                                           \
    if (b.kind != ValueKind::kind_b || c.kind != ValueKind::kInt) [[unlikely]] WRITE(Strict(b, c));       \
    if (c.i == 0) [[unlikely]] WRITE(MakeError(TrapKind::kDivisionByZero, *function, pc));                \
    if (c.i == -1) [[unlikely]] {                                                                         \
      /* What the hardware traps on: the smallest number by -1. */                                        \
      if (b.i == INT64_MIN && std::string_view(#op) == "/") WRITE(MakeError(TrapKind::kOverflow, *function, pc)); \
      const std::int64_t n = std::string_view(#op) == "/" ? -b.i : 0;                                     \
      OPERAND_A = make;                                                                                   \
      NEXT;                                                                                               \
    }                                                                                                     \
    const std::int64_t n = b.i op c.i;                                                                    \
    OPERAND_A = make;                                                                                     \
    NEXT;                                                                                                 \
  }
#define NEGATION(name, kind_b, make)                                                                      \
  CASE(name) : {                                                                                          \
    const Value& b = OPERAND_B;                                                                           \
    if (b.kind != ValueKind::kind_b) [[unlikely]] WRITE(Strict(b));                                       \
    if (b.i == INT64_MIN) [[unlikely]] WRITE(MakeError(TrapKind::kOverflow, *function, pc));              \
    const std::int64_t n = -b.i;                                                                          \
    OPERAND_A = make;                                                                                     \
    NEXT;                                                                                                 \
  }
// A = a value made from two plain operands.
#define STRICT(name, value)                                                                               \
  CASE(name) : {                                                                                          \
    const Value& b = OPERAND_B;                                                                           \
    const Value& c = OPERAND_C;                                                                           \
    if (!b.is_plain() || !c.is_plain()) [[unlikely]] WRITE(Strict(b, c));                                 \
    WRITE(value);                                                                                         \
  }
// A = a comparison, which values with bounds may answer too: `bounded` says how.
#define COMPARE(name, value, bounded)                                                                     \
  CASE(name) : {                                                                                          \
    const Value& b = OPERAND_B;                                                                           \
    const Value& c = OPERAND_C;                                                                           \
    if (!b.is_plain() || !c.is_plain()) [[unlikely]] WRITE(bounded);                                      \
    WRITE(value);                                                                                         \
  }

Value Interpreter::Run(SubjectOutcome& outcome) {
#if defined(__GNUC__)
  static const void* const kLabels[] = {
#define OPCODE(name, mnemonic, format, signature, meaning) &&label_##name,
#include "vm/bytecode/opcodes.def"
#undef OPCODE
  };
#endif
  const Function* function = frames_[0].function;
  const std::uint32_t* pc = function->code.data();
  Value* regs = Window(0);
  std::size_t depth = 0;
  const std::uint32_t* text_end = nullptr;   // in the first function: text for people is being made up to here
  TrapKind trap = TrapKind::kFuel;
  Instruction code = 0;

#if defined(__GNUC__)
  NEXT;
#else
next:
  code = *pc++;
  switch (bytecode::OpcodeOf(code)) {
#endif

  CASE(kLoadConst) : {
    OPERAND_A = constants_[bytecode::Bx(code)];
    NEXT;
  }
  CASE(kLoadGlobal) : {
    OPERAND_A = globals_[bytecode::Bx(code)];
    NEXT;
  }
  CASE(kMove) : CASE(kUnwrap) : {
    OPERAND_A = OPERAND_B;
    NEXT;
  }
  CASE(kGetField) : CASE(kGetFieldOpt) : {
    const Value& b = OPERAND_B;
    if (b.kind != ValueKind::kRecord) [[unlikely]] WRITE(Strict(b));
    WRITE(GetField(function->fields[bytecode::C(code)], b));
  }
  CASE(kCallBuiltin) : {
    const Value result = CallWith(function->builtins[bytecode::C(code)], &OPERAND_B);
    if (context_.out_of_fuel) [[unlikely]] goto out_of_fuel;
    WRITE(result);
  }
  CASE(kCall) : {
    if (context_.fuel == 0) [[unlikely]] goto out_of_fuel;
    --context_.fuel;
    if (depth + 1 >= kMaxDepth) [[unlikely]] {
      trap = TrapKind::kDepth;
      goto trapped;
    }
    const Function* callee = &module_.functions[function->callees[bytecode::C(code)]];
    const Value* arguments = &OPERAND_B;
    frames_[depth].pc = pc;
    ++depth;
    frames_[depth].function = function = callee;
    regs = Window(depth);
    std::copy(arguments, arguments + callee->parameter_count, regs);
    pc = callee->code.data();
    NEXT;
  }

  // --- three-valued logic
  CASE(kNot) : {
    OPERAND_A = Negate(OPERAND_B);
    NEXT;
  }
  CASE(kAnd) : {
    OPERAND_A = Kleene(false, OPERAND_B, OPERAND_C);
    NEXT;
  }
  CASE(kOr) : {
    OPERAND_A = Kleene(true, OPERAND_B, OPERAND_C);
    NEXT;
  }
  CASE(kHas) : {
    const Value& b = OPERAND_B;
    OPERAND_A = b.is_error() || b.is_unknown() ? b : Value::Bool(!b.is_absent());
    NEXT;
  }
  CASE(kIsKnown) : {
    const Value& b = OPERAND_B;
    OPERAND_A = b.is_error() ? b : Value::Bool(!b.is_unknown());
    NEXT;
  }

  // --- arithmetic
  CHECKED(kAddInt, kInt, kInt, __builtin_add_overflow, Value::Int(n))
  CHECKED(kSubInt, kInt, kInt, __builtin_sub_overflow, Value::Int(n))
  CHECKED(kMulInt, kInt, kInt, __builtin_mul_overflow, Value::Int(n))
  DIVISION(kDivInt, kInt, /, Value::Int(n))
  DIVISION(kModInt, kInt, %, Value::Int(n))
  NEGATION(kNegInt, kInt, Value::Int(n))
  STRICT(kAddDecimal, MakeDecimal(Add(*b.decimal, *c.decimal), TrapKind::kOverflow, *function, pc))
  STRICT(kSubDecimal, MakeDecimal(Subtract(*b.decimal, *c.decimal), TrapKind::kOverflow, *function, pc))
  STRICT(kMulDecimal, MakeDecimal(Multiply(*b.decimal, *c.decimal), TrapKind::kOverflow, *function, pc))
  STRICT(kDivDecimal, MakeDecimal(Divide(*b.decimal, *c.decimal),
                                  c.decimal->coefficient == 0 ? TrapKind::kDivisionByZero : TrapKind::kInexact, *function, pc))
  CASE(kNegDecimal) : {
    const Value& b = OPERAND_B;
    if (!b.is_plain()) [[unlikely]] WRITE(Strict(b));
    WRITE(MakeDecimal(Decimal{-b.decimal->coefficient, b.decimal->scale}, TrapKind::kOverflow, *function, pc));
  }
  CHECKED(kAddDuration, kDuration, kDuration, __builtin_add_overflow, Value::Duration(n))
  CHECKED(kSubDuration, kDuration, kDuration, __builtin_sub_overflow, Value::Duration(n))
  CHECKED(kMulDuration, kDuration, kInt, __builtin_mul_overflow, Value::Duration(n))
  DIVISION(kDivDuration, kDuration, /, Value::Duration(n))
  NEGATION(kNegDuration, kDuration, Value::Duration(n))
  CHECKED(kAddTime, kTime, kDuration, __builtin_add_overflow, Value::Time(n, b.time_precision()))
  CHECKED(kSubTime, kTime, kDuration, __builtin_sub_overflow, Value::Time(n, b.time_precision()))
  CHECKED(kDiffTime, kTime, kTime, __builtin_sub_overflow, Value::Duration(n))
  STRICT(kConcat, ConcatTexts(b.string(), c.string()))
  STRICT(kConcatList, ConcatLists(b, c))

  // --- comparison
  COMPARE(kEqInt, Value::Bool(b.i == c.i), EqualOrPoison(b, c))
  COMPARE(kEqDecimal, Value::Bool(*b.decimal == *c.decimal), EqualOrPoison(b, c))
  COMPARE(kEqString, Value::Bool(b.string() == c.string()), EqualOrPoison(b, c))
  COMPARE(kEqTime, EqualValues(b, c), EqualOrPoison(b, c))
  STRICT(kEqIp, EqualValues(b, c))
  STRICT(kEqJson, Value::Bool(JsonEqual(b, c)))
  STRICT(kEqRecord, EqualValues(b, c))
  STRICT(kEqList, EqualValues(b, c))
  COMPARE(kLtInt, Value::Bool(b.i < c.i), LessOrPoison(b, c))
  COMPARE(kLeInt, Value::Bool(b.i <= c.i), LessEqualOrPoison(b, c))
  COMPARE(kLtDecimal, Value::Bool(*b.decimal < *c.decimal), LessOrPoison(b, c))
  COMPARE(kLeDecimal, Value::Bool(*b.decimal <= *c.decimal), LessEqualOrPoison(b, c))
  COMPARE(kLtString, Value::Bool(b.string() < c.string()), LessOrPoison(b, c))
  COMPARE(kLeString, Value::Bool(b.string() <= c.string()), LessEqualOrPoison(b, c))
  COMPARE(kLtTime, TimesInOrder(b, c, false), LessOrPoison(b, c))
  COMPARE(kLeTime, TimesInOrder(b, c, true), LessEqualOrPoison(b, c))

  // --- membership and text
  COMPARE(kInList, IsIn(b, c), b.is_poison() || c.is_poison() ? JoinPoison(b, c) : IsIn(b, c))
  COMPARE(kInSet, IsIn(b, c), b.is_poison() || c.is_poison() ? JoinPoison(b, c) : IsIn(b, c))
  STRICT(kInMap, IsKey(b, *c.map))
  STRICT(kInCidr, Value::Bool(c.cidr->Contains(*b.ip)))
  STRICT(kInCidrs, IsInBlocks(b, c))
  STRICT(kMatches, Value::Bool(c.regex->MatchesWhole(b.string())))
  STRICT(kContainsRegex, Value::Bool(c.regex->FoundIn(b.string())))
  STRICT(kContainsString, Value::Bool(b.string().find(c.string()) != std::string_view::npos))
  CASE(kIsEmptyString) : {
    const Value& b = OPERAND_B;
    OPERAND_A = !b.is_plain() ? Strict(b) : Value::Bool(b.size == 0);
    NEXT;
  }
  CASE(kIsEmptyList) : {
    const Value& b = OPERAND_B;
    OPERAND_A = b.is_poison() ? b : IsEmpty(b);
    NEXT;
  }
  STRICT(kIndexList, ItemAt(b, c))
  CASE(kIndexMap) : {
    const Value& b = OPERAND_B;
    const Value& c = OPERAND_C;
    if (!b.is_plain() || !c.is_plain()) [[unlikely]] WRITE(Strict(b, c));
    const Value* at = FindKey(*b.map, c);
    OPERAND_A = at == nullptr ? Value::Absent() : b.map->values[at - b.map->keys];
    NEXT;
  }

  // --- control
  CASE(kJump) : {
    pc += bytecode::Sbx(code);
    NEXT;
  }
  CASE(kJumpIfFalse) : {
    if (OPERAND_A.is_false()) pc += bytecode::Sbx(code);
    NEXT;
  }
  CASE(kJumpIfTrue) : {
    if (OPERAND_A.is_true()) pc += bytecode::Sbx(code);
    NEXT;
  }
  CASE(kJumpUnlessAbsent) : {
    if (!OPERAND_A.is_absent()) pc += bytecode::Sbx(code);
    NEXT;
  }
  CASE(kJumpUnlessReporting) : {
    if (!want_text_ || outcome.clauses.empty()) {
      pc += bytecode::Sbx(code);
    } else {
      // Text can never change a verdict, so it has bounds of its own.
      if (depth == 0) text_end = pc + bytecode::Sbx(code);
      context_.fuel = limits_.fuel_per_subject;
      context_.budget = limits_.value_bytes_per_subject;
    }
    NEXT;
  }

  // --- collections
  CASE(kIterBegin) : {
    const Value& b = OPERAND_B;
    Value iterator;
    iterator.kind = ValueKind::kIterator;
    iterator.list = b.is_poison() ? &kNoItems : b.list;
    OPERAND_A = iterator;
    NEXT;
  }
  CASE(kIterNext) : {
    Value& iterator = OPERAND_A;
    if (iterator.size < iterator.list->count) {
      if (context_.fuel == 0) [[unlikely]] goto out_of_fuel;
      --context_.fuel;
      (&iterator)[1] = iterator.list->items[iterator.size++];
      pc += bytecode::Sbx(code);
    }
    NEXT;
  }
  CASE(kListNew) : { WRITE(NewBuilder(context_, 0)); }
  CASE(kListFrom) : {
    const Value& b = OPERAND_B;
    if (b.is_poison()) [[unlikely]] WRITE(b);
    WRITE(NewBuilder(context_, b.list->incomplete_causes));
  }
  CASE(kListPush) : {
    const Value& a = OPERAND_A;
    if (a.is_poison()) [[unlikely]] NEXT;
    Append(context_, BuilderOf(a), OPERAND_B);
    if (context_.exhausted) [[unlikely]] goto memory;
    NEXT;
  }
  CASE(kListPushIf) : {
    Value& a = OPERAND_A;
    const Value& c = OPERAND_C;
    if (a.is_poison() || c.is_false()) NEXT;
    if (c.is_error()) [[unlikely]] {
      a = c;   // an error does not become a gap
      NEXT;
    }
    if (c.is_true()) {
      Append(context_, BuilderOf(a), OPERAND_B);
    } else {
      BuilderOf(a).incomplete_causes |= c.is_unknown() && c.size != 0 ? c.size : std::uint32_t{model::kIncomplete};
    }
    if (context_.exhausted) [[unlikely]] goto memory;
    NEXT;
  }
  CASE(kSetFrom) : {
    const Value& b = OPERAND_B;
    if (b.is_poison()) [[unlikely]] WRITE(b);
    WRITE(MakeSet(context_, b));
  }
  CASE(kCloseAny) : {
    OPERAND_A = CloseQuantifier(OPERAND_B, OPERAND_C, false);
    NEXT;
  }
  CASE(kCloseAll) : {
    OPERAND_A = CloseQuantifier(OPERAND_B, OPERAND_C, true);
    NEXT;
  }
  CASE(kCountIf) : {
    const Value& b = OPERAND_B;
    const Value& c = OPERAND_C;
    // Counts stay far below what 64 bits hold: each step costs fuel.
    if (b.kind == ValueKind::kInt && c.kind == ValueKind::kBool && b.i < INT64_MAX) [[likely]] {
      OPERAND_A = Value::Int(b.i + c.i);
      NEXT;
    }
    WRITE(CountOneMore(b, c));
  }
  CASE(kCloseCount) : {
    const Value& b = OPERAND_B;
    const Value& c = OPERAND_C;
    if (b.is_poison() || c.is_poison()) [[unlikely]] WRITE(JoinPoison(b, c));
    if (c.list->incomplete_causes == 0) [[likely]] WRITE(b);
    const bool is_interval = b.is_interval();
    WRITE(MakeInterval(is_interval ? b.interval->low_count() : b.i, INT64_MAX,
                       c.list->incomplete_causes | (is_interval ? b.interval->causes : 0)));
  }

  // --- text for people
  CASE(kFormat) : {
    WRITE(NewText(context_, FormatValue(OPERAND_B, module_.types, function->register_types[bytecode::B(code)])));
  }
  CASE(kJoin) : { WRITE(JoinTexts(&OPERAND_B, bytecode::C(code))); }

  // --- verdicts
  CASE(kWhere) : {
    const Value& a = OPERAND_A;
    if (a.is_true()) NEXT;
    if (a.is_unknown()) AddIndeterminate(outcome, bytecode::Bx(code), a);
    if (a.is_error()) AddError(outcome, bytecode::Bx(code), *a.error);
    Conclude(outcome, SubjectVerdict::kNotApplicable);
    return Value::Absent();
  }
  CASE(kRequire) : {
    const Value& a = OPERAND_A;
    if (a.is_true()) [[likely]] NEXT;
    if (a.is_false()) AddFailed(outcome, bytecode::Bx(code));
    if (a.is_unknown()) AddIndeterminate(outcome, bytecode::Bx(code), a);
    if (a.is_error()) AddError(outcome, bytecode::Bx(code), *a.error);
    NEXT;
  }
  CASE(kKnown) : {
    const Value& a = OPERAND_A;
    if (!a.is_unknown() && !a.is_error()) [[likely]] NEXT;
    if (a.is_unknown()) AddIndeterminate(outcome, bytecode::Bx(code), a);
    if (a.is_error()) AddError(outcome, bytecode::Bx(code), *a.error);
    Conclude(outcome, SubjectVerdict::kPass);
    return Value::Absent();
  }
  CASE(kSkip) : {
    Conclude(outcome, SubjectVerdict::kNotApplicable);
    return Value::Absent();
  }
  CASE(kFail) : {
    AddFailed(outcome, bytecode::Bx(code));
    NEXT;
  }
  CASE(kUndecided) : {
    AddUndecided(outcome, bytecode::Bx(code));
    NEXT;
  }
  CASE(kReportMessage) : {
    if (want_text_) outcome.message = FormatValue(OPERAND_A, module_.types, function->register_types[bytecode::A(code)]);
    NEXT;
  }
  CASE(kReportAt) : {
    if (want_text_ && OPERAND_A.kind == ValueKind::kRecord) outcome.places.push_back({OPERAND_A, 0});
    NEXT;
  }
  CASE(kReportAtField) : {
    if (want_text_ && OPERAND_B.kind == ValueKind::kRecord) {
      const auto field = static_cast<std::uint16_t>(function->fields[bytecode::C(code)]);
      outcome.places.push_back({OPERAND_B, static_cast<std::uint16_t>(field + 1)});
    }
    NEXT;
  }
  CASE(kReportPer) : {
    if (want_text_) outcome.per.push_back(OPERAND_A);
    NEXT;
  }
  CASE(kEmit) : {
    const Value* values = &OPERAND_B;
    outcome.row.assign(values, values + bytecode::C(code));
    NEXT;
  }
  CASE(kReturn) : {
    const Value result = OPERAND_A;
    if (depth == 0) return result;
    --depth;
    function = frames_[depth].function;
    pc = frames_[depth].pc;
    regs = Window(depth);
    code = pc[-1];   // the call
    OPERAND_A = result;
    NEXT;
  }
  CASE(kEnd) : {
    Conclude(outcome, SubjectVerdict::kPass);
    return Value::Absent();
  }
#if !defined(__GNUC__)
  }
#endif

memory:
  trap = TrapKind::kMemory;
  goto trapped;
out_of_fuel:
  context_.out_of_fuel = false;
  trap = TrapKind::kFuel;
trapped:
  // The bounds of this run are passed. The error itself is small, so it is not counted.
  const std::uint32_t* first_pc = depth == 0 ? pc : frames_[0].pc;
  if (text_end != nullptr && first_pc <= text_end) {
    outcome.message.clear();
    depth = 0;
    function = frames_[0].function;
    regs = Window(0);
    pc = text_end;
    text_end = nullptr;
    context_.exhausted = false;
    NEXT;
  }
  context_.budget = sizeof(ErrorRep);
  context_.exhausted = false;
  const Value error = MakeError(trap, *function, pc);
  AddError(outcome, ClauseAt(*frames_[0].function, first_pc), *error.error);
  Conclude(outcome, SubjectVerdict::kPass);
  return error;
}

}  // namespace writ::vm
