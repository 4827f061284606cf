// Constants and globals as values, and the expressions of a rule that stand alone.
#include "oracle/oracle.h"

#include "base/json_path/parse.h"
#include "oracle/operators.h"
#include "oracle/tree.h"

namespace writ::oracle {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::GlobalKind;

Oracle::Oracle(const compiler::ir::Program& program, const OutsideValue& outside, const vm::RunFacts& facts, const Limits& limits,
               RegexCache* regexes)
    : program_(program), facts_(facts), limits_(limits) {
  MakeConstants(regexes);
  MakeGlobals(outside);
}

// A constant stands after those that it is made of.
void Oracle::MakeConstants(RegexCache* regexes) {
  for (const Constant& constant : program_.constants) {
    Value value;
    switch (constant.kind) {
      case ConstantKind::kBool: value = Value::Bool(constant.integer != 0); break;
      case ConstantKind::kInt: value = Value::Int(constant.integer); break;
      case ConstantKind::kDecimal: value = Value::FromDecimal(&constant.decimal); break;
      case ConstantKind::kString: value = Value::String(constant.text); break;
      case ConstantKind::kTime: value = Value::Time(constant.integer, constant.precision); break;
      case ConstantKind::kDuration: value = Value::Duration(constant.integer); break;
      case ConstantKind::kIp: value = Value::Ip(&constant.cidr.network); break;
      case ConstantKind::kCidr: value = Value::FromCidr(&constant.cidr); break;
      case ConstantKind::kEnum: value = Value::Enum(constant.integer); break;
      case ConstantKind::kRegex: {
        auto pattern = regexes != nullptr ? regexes->Compile(constant.text) : Regex::Compile(constant.text);
        if (pattern.ok()) {
          patterns_.push_back(std::move(pattern).value());
          value = Value::FromRegex(&patterns_.back());
        } else {
          value = ErrorOf(vm::TrapKind::kInexact, permanent_);
        }
        break;
      }
      case ConstantKind::kJsonPath: {
        auto path = json_path::Compile(constant.text, Limits{});
        if (path.ok()) {
          paths_.push_back(std::move(path).value());
          value = Value::JsonPath(&paths_.back());
        } else {
          value = ErrorOf(vm::TrapKind::kInexact, permanent_);
        }
        break;
      }
      case ConstantKind::kList:
      case ConstantKind::kSet: {
        const auto count = static_cast<std::uint32_t>(constant.items.size());
        Value* items = permanent_.NewArray<Value>(count);
        for (std::uint32_t i = 0; i < count; ++i) new (&items[i]) Value(constants_[constant.items[i]]);
        const auto* list = permanent_.New<vm::ListRep>(vm::ListRep{items, count, 0});
        value = constant.kind == ConstantKind::kList ? Value::List(list) : Value::Set(list);
        break;
      }
      case ConstantKind::kMap: {
        const auto count = static_cast<std::uint32_t>(constant.items.size() / 2);
        Value* keys = permanent_.NewArray<Value>(count);
        Value* values = permanent_.NewArray<Value>(count);
        for (std::uint32_t i = 0; i < count; ++i) {
          new (&keys[i]) Value(constants_[constant.items[2 * i]]);
          new (&values[i]) Value(constants_[constant.items[2 * i + 1]]);
        }
        value = Value::Map(permanent_.New<vm::MapRep>(vm::MapRep{keys, values, count}));
        break;
      }
    }
    constants_.push_back(value);
  }
}

// All initialisers together have the fuel and the memory of one subject.
void Oracle::MakeGlobals(const OutsideValue& outside) {
  Tree tree = NewTree(permanent_);
  for (std::uint32_t i = 0; i < program_.globals.size(); ++i) {
    const compiler::ir::Global& global = program_.globals[i];
    std::optional<Value> value;
    if (global.shape.kind != GlobalKind::kConst && outside) value = outside(i);
    if (!value && global.shape.kind == GlobalKind::kData) value = constants_[global.shape.constant];
    // The one clock of a run.
    if (!value && i == 0 && global.shape.name == "now") value = Value::Time(facts_.now.nanos, facts_.now.precision);
    if (!value && global.initialiser != nullptr) {
      Locals locals;
      value = tree.Evaluate(*global.initialiser, locals);
      if (tree.stopped()) value = ErrorOf(*tree.stopped(), permanent_);
      tree.Resume();
    }
    globals_.push_back(value ? *value : Value::Absent());
  }
}

Tree Oracle::NewTree(Arena& arena) { return Tree(program_, constants_, globals_, arena, facts_, limits_, observer_); }

Value Oracle::ValueOf(const compiler::ir::Node& node, std::span<const Value> variables) {
  Tree tree = NewTree(arena_);
  Locals locals(variables.begin(), variables.end());
  const Value value = tree.Evaluate(node, locals);
  return tree.stopped() ? ErrorOf(*tree.stopped(), arena_) : value;
}

Value Oracle::Activation(std::uint32_t rule) {
  const compiler::ir::Node* condition = program_.rules[rule].activate;
  return condition == nullptr ? Value::Bool(true) : ValueOf(*condition, {});
}

Value Oracle::Nested(std::uint32_t rule, std::size_t level, std::span<const Value> outer) {
  return ValueOf(*program_.rules[rule].nested[level], outer);
}

Value Oracle::WindowLength(std::uint32_t rule) {
  const compiler::ir::Rule& detector = program_.rules[rule];
  return ValueOf(detector.sequence ? *detector.sequence->within : *detector.window_length, {});
}

Value Oracle::WaiverHolds(std::uint32_t waiver, const Value& identity, const Value& reason) {
  const compiler::ir::Node* where = program_.waivers[waiver].where;
  const Value variables[] = {identity, reason};
  return where == nullptr ? Value::Bool(true) : ValueOf(*where, variables);
}

}  // namespace writ::oracle
