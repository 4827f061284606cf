// One case per kind of node.
#include "oracle/tree.h"

#include <algorithm>
#include <string>

#include "model/traffic/exchange.h"
#include "oracle/operators.h"
#include "vm/machine.h"

namespace writ::oracle {

using compiler::ir::NodeKind;
using vm::ListRep;
using vm::TrapKind;

namespace {

// The verifier's bound on chains of calls is lower; it stands here for programs that nobody verified.
constexpr std::size_t kMaxDepth = 80;

}  // namespace

void SetLocal(Locals& locals, std::uint32_t slot, const Value& value) {
  if (locals.size() <= slot) locals.resize(slot + 1);
  locals[slot] = value;
}

Tree::Tree(const compiler::ir::Program& program, const std::vector<Value>& constants, const std::vector<Value>& globals, Arena& arena,
           const vm::RunFacts& facts, const Limits& limits, const Observer* observer)
    : program_(program), constants_(constants), globals_(globals), arena_(arena), limits_(limits), context_{arena, facts}, observer_(observer) {
  Refill();
}

void Tree::Refill() {
  context_.fuel = limits_.fuel_per_subject;
  context_.budget = limits_.value_bytes_per_subject;
  context_.exhausted = false;
  context_.out_of_fuel = false;
  stopped_.reset();
}

void Tree::Resume() {
  context_.exhausted = false;
  context_.out_of_fuel = false;
  stopped_.reset();
}

Value Tree::Stop(TrapKind trap) {
  if (!stopped_) stopped_ = trap;
  return Value::Absent();
}

bool Tree::Burn() {
  if (stopped_) return false;
  if (context_.fuel == 0) {
    Stop(TrapKind::kFuel);
    return false;
  }
  --context_.fuel;
  return true;
}

bool Tree::Take(std::size_t bytes) {
  if (Reserve(context_, bytes)) return true;
  Stop(TrapKind::kMemory);
  return false;
}

Value Tree::ListOf(const std::vector<Value>& items, std::uint32_t incomplete_causes) {
  if (items.size() > UINT32_MAX || !Take(items.size() * sizeof(Value) + sizeof(ListRep))) return Stop(TrapKind::kMemory);
  Value* kept = arena_.NewArray<Value>(items.size());
  std::copy(items.begin(), items.end(), kept);
  return Value::List(arena_.New<ListRep>(ListRep{kept, static_cast<std::uint32_t>(items.size()), incomplete_causes}));
}

Value Tree::TextOf(std::string_view text) {
  if (text.size() > UINT32_MAX || !Take(text.size())) return Stop(TrapKind::kMemory);
  return Value::String(arena_.Copy(text));
}

Value Tree::Evaluate(const Node& node, Locals& locals) {
  if (observer_ == nullptr) return Meaning(node, locals);
  ++nesting_;
  const Value value = Meaning(node, locals);
  --nesting_;
  if (!stopped_) (*observer_)(node, value, nesting_);
  return value;
}

Value Tree::Meaning(const Node& node, Locals& locals) {
  if (stopped_) return Value::Absent();
  const auto operand = [&](std::size_t i) { return Evaluate(*node.operands[i], locals); };
  switch (node.kind) {
    case NodeKind::kConstant: return constants_[node.index];
    case NodeKind::kLocal: return node.index < locals.size() ? locals[node.index] : Value::Absent();
    case NodeKind::kGlobal: return globals_[node.index];
    case NodeKind::kField:
    case NodeKind::kFieldOpt: return Field(node, locals);
    case NodeKind::kBuiltin: return Builtin(node, locals);
    case NodeKind::kCall: return Call(node, locals);
    // The type changes, the value does not.
    case NodeKind::kUnwrap:
    case NodeKind::kWiden: return operand(0);
    case NodeKind::kNot: return Not(operand(0));
    case NodeKind::kAnd:
    case NodeKind::kOr: return Logic(node, locals);
    case NodeKind::kHas: return Has(operand(0));
    case NodeKind::kIsKnown: return IsKnown(operand(0));
    case NodeKind::kIsEmpty: return IsEmpty(operand(0));
    case NodeKind::kNegate: {
      const Value a = operand(0);
      return stopped_ || !Take(sizeof(Decimal)) ? Value::Absent() : Negate(a, arena_);
    }
    case NodeKind::kAdd: return Joins(node) ? Join(node, locals) : Arithmetic(node, locals, Add);
    case NodeKind::kSubtract: return Arithmetic(node, locals, Subtract);
    case NodeKind::kMultiply: return Arithmetic(node, locals, Multiply);
    case NodeKind::kDivide: return Arithmetic(node, locals, Divide);
    case NodeKind::kModulo: return Arithmetic(node, locals, Modulo);
    case NodeKind::kEqual: return Relation(node, locals, Equal);
    case NodeKind::kLess: return Relation(node, locals, Less);
    case NodeKind::kLessEqual: return Relation(node, locals, LessOrEqual);
    case NodeKind::kIn: return Relation(node, locals, In);
    case NodeKind::kMatches: return Relation(node, locals, Matches);
    case NodeKind::kContains: return Relation(node, locals, Contains);
    case NodeKind::kIndex: return Relation(node, locals, At);
    case NodeKind::kCoalesce: {
      const Value left = operand(0);
      return left.is_absent() ? operand(1) : left;
    }
    case NodeKind::kListLiteral:
    case NodeKind::kSetLiteral: return Literal(node, locals);
    case NodeKind::kAny:
    case NodeKind::kAll:
    case NodeKind::kNone:
    case NodeKind::kCount: return Quantifier(node, locals);
    case NodeKind::kListOf:
    case NodeKind::kSetOf: return Comprehension(node, locals);
    case NodeKind::kFormat:
    case NodeKind::kJoin: return Text(node, locals);
  }
  return Value::Absent();
}

Value Tree::Field(const Node& node, Locals& locals) {
  const Value object = Evaluate(*node.operands[0], locals);
  if (stopped_ || object.is_poison()) return object;
  const auto key = std::make_pair(object.record, std::make_pair(object.tag, node.index));
  const auto known = fields_.find(key);
  if (known != fields_.end()) return known->second;
  const Value value = vm::ReadField(static_cast<bytecode::FieldId>(node.index), object, context_);
  if (context_.exhausted) return Stop(TrapKind::kMemory);
  fields_.emplace(key, value);
  return value;
}

Value Tree::Builtin(const Node& node, Locals& locals) {
  std::vector<Value> arguments;
  for (const Node* argument : node.operands) arguments.push_back(Evaluate(*argument, locals));
  if (stopped_) return Value::Absent();
  std::optional<Value> poison;
  for (const Value& argument : arguments) {
    if (argument.is_poison()) poison = poison ? PoisonOf(*poison, argument) : argument;
  }
  if (poison) return *poison;
  const Value result = vm::CallBuiltin(static_cast<bytecode::BuiltinId>(node.index), arguments.data(), context_);
  if (context_.out_of_fuel) return Stop(TrapKind::kFuel);
  if (context_.exhausted) return Stop(TrapKind::kMemory);
  return result;
}

// Arguments pass as they are, poison included.
Value Tree::Call(const Node& node, Locals& locals) {
  const compiler::ir::Function& function = program_.functions[node.index];
  Locals inner;
  for (const Node* argument : node.operands) inner.push_back(Evaluate(*argument, locals));
  if (!Burn()) return Value::Absent();
  if (depth_ + 1 >= kMaxDepth) return Stop(TrapKind::kDepth);
  ++depth_;
  const Value result = Evaluate(*function.body, inner);
  --depth_;
  return result;
}

// The right side is looked at only when the left side does not decide alone.
Value Tree::Logic(const Node& node, Locals& locals) {
  const bool is_and = node.kind == NodeKind::kAnd;
  const Value left = Evaluate(*node.operands[0], locals);
  if (is_and ? left.is_false() : left.is_true()) return left;
  const Value right = Evaluate(*node.operands[1], locals);
  return is_and ? And(left, right) : Or(left, right);
}

Value Tree::Quantifier(const Node& node, Locals& locals) {
  const Value collection = Evaluate(*node.operands[0], locals);
  if (stopped_ || collection.is_poison()) return collection;
  const ListRep& items = *collection.list;
  const bool counts = node.kind == NodeKind::kCount, all = node.kind == NodeKind::kAll;
  Value total = counts ? Value::Int(0) : Value::Bool(all);
  for (std::uint32_t i = 0; i < items.count; ++i) {
    if (!Burn()) return Value::Absent();
    SetLocal(locals, node.index, items.items[i]);
    const Value condition = Evaluate(*node.operands[1], locals);
    if (stopped_) return Value::Absent();
    if (counts) {
      if (!Take(sizeof(vm::IntervalRep))) return Value::Absent();
      total = CountOneMore(total, condition, arena_);
      continue;
    }
    total = all ? And(total, condition) : Or(total, condition);
    // A definite answer; nothing after it is looked at.
    if (all ? total.is_false() : total.is_true()) break;
  }
  if (counts) return CountOver(total, items.incomplete_causes, arena_);
  // An item that is missing could still turn this answer round.
  if (items.incomplete_causes != 0 && (all ? total.is_true() : total.is_false())) total = Value::Unknown(items.incomplete_causes);
  return node.kind == NodeKind::kNone ? Not(total) : total;
}

Value Tree::Comprehension(const Node& node, Locals& locals) {
  const Value collection = Evaluate(*node.operands[0], locals);
  if (stopped_ || collection.is_poison()) return collection;
  const ListRep& from = *collection.list;
  std::vector<Value> kept;
  std::uint32_t causes = from.incomplete_causes;
  std::optional<Value> error;
  for (std::uint32_t i = 0; i < from.count; ++i) {
    if (!Burn()) return Value::Absent();
    SetLocal(locals, node.index, from.items[i]);
    Value condition = Value::Bool(true);
    if (node.operands.size() > 2) condition = Evaluate(*node.operands[2], locals);
    if (condition.is_false()) continue;
    const Value item = Evaluate(*node.operands[1], locals);
    if (stopped_) return Value::Absent();
    if (condition.is_true()) {
      kept.push_back(item);
      if (!Take(sizeof(Value))) return Value::Absent();
    } else if (condition.is_error()) {
      if (!error) error = condition;
    } else {
      // Whether the item belongs here is not known, so one may be missing.
      causes |= condition.is_unknown() && condition.size != 0 ? condition.size : std::uint32_t{model::kIncomplete};
    }
  }
  if (error) return *error;
  const Value list = ListOf(kept, causes);
  if (stopped_ || node.kind == NodeKind::kListOf) return list;
  return SetOf(*list.list, arena_);
}

Value Tree::Literal(const Node& node, Locals& locals) {
  std::vector<Value> items;
  for (const Node* item : node.operands) items.push_back(Evaluate(*item, locals));
  if (stopped_) return Value::Absent();
  const Value list = ListOf(items, 0);
  if (stopped_ || node.kind == NodeKind::kListLiteral) return list;
  return SetOf(*list.list, arena_);
}

// `+` on strings and lists.
bool Tree::Joins(const Node& node) const {
  const bytecode::TypeKind kind = program_.types.Get(node.type).kind;
  return kind == bytecode::TypeKind::kString || kind == bytecode::TypeKind::kList;
}

Value Tree::Join(const Node& node, Locals& locals) {
  const Value a = Evaluate(*node.operands[0], locals);
  const Value b = Evaluate(*node.operands[1], locals);
  if (stopped_) return Value::Absent();
  if (const auto poison = PoisonOf(a, b)) return *poison;
  if (a.kind == ValueKind::kString) return TextOf(std::string(a.string()) + std::string(b.string()));
  std::vector<Value> items(a.list->items, a.list->items + a.list->count);
  items.insert(items.end(), b.list->items, b.list->items + b.list->count);
  return ListOf(items, a.list->incomplete_causes | b.list->incomplete_causes);
}

Value Tree::Arithmetic(const Node& node, Locals& locals, Value (*op)(const Value&, const Value&, Arena&)) {
  const Value a = Evaluate(*node.operands[0], locals);
  const Value b = Evaluate(*node.operands[1], locals);
  if (stopped_) return Value::Absent();
  const bool makes_memory = program_.types.Get(node.type).kind == bytecode::TypeKind::kDecimal;
  return makes_memory && !Take(sizeof(Decimal)) ? Value::Absent() : op(a, b, arena_);
}

Value Tree::Relation(const Node& node, Locals& locals, Value (*op)(const Value&, const Value&)) {
  const Value a = Evaluate(*node.operands[0], locals);
  const Value b = Evaluate(*node.operands[1], locals);
  return stopped_ ? Value::Absent() : op(a, b);
}

// Text for people is made of anything, poison included, and so is never poison itself.
Value Tree::Text(const Node& node, Locals& locals) {
  if (node.kind == NodeKind::kFormat) {
    const Value value = Evaluate(*node.operands[0], locals);
    return stopped_ ? Value::Absent() : TextOf(vm::FormatValue(value, program_.types, node.operands[0]->type));
  }
  std::string out;
  for (const Node* part : node.operands) {
    const Value value = Evaluate(*part, locals);
    if (stopped_) return Value::Absent();
    out += value.kind == ValueKind::kString ? std::string(value.string()) : vm::FormatValue(value, program_.types, part->type);
    if (out.size() > context_.budget) return Stop(TrapKind::kMemory);
  }
  return TextOf(out);
}

}  // namespace writ::oracle
