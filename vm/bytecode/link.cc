// Renumbering of one module's tables behind another's.
#include "vm/bytecode/link.h"

#include <algorithm>
#include <set>

#include "vm/bytecode/instruction.h"
#include "vm/bytecode/module_limits.h"

namespace writ::bytecode {

namespace {

class Linker {
 public:
  Linker(Module into, const Module& from) : into_(std::move(into)), from_(from) {
    constant_base_ = static_cast<std::uint32_t>(into_.constants.size());
    function_base_ = static_cast<std::uint32_t>(into_.functions.size());
    condition_base_ = static_cast<std::uint32_t>(into_.conditions.size());
    policy_base_ = static_cast<std::uint32_t>(into_.policies.size());
    // Global 0 is `now` in both.
    global_base_ = static_cast<std::uint32_t>(into_.globals.size()) - (HasNow(from_) && HasNow(into_) ? 1u : 0u);
  }

  Result<Module> Run() {
    std::set<std::string> ids;
    for (const Rule& rule : into_.rules) ids.insert(rule.id);
    for (const Rule& rule : from_.rules) {
      if (ids.count(rule.id) != 0) return Error{"rule `" + rule.id + "` exists in both the shipped pack and the project"};
    }
    if (constant_base_ + from_.constants.size() > 65'536) return Error{"the policies together have more than 65,536 constants"};
    for (std::size_t i = 0; i < from_.types.size(); ++i) types_.push_back(MapType(static_cast<TypeId>(i)));
    for (Constant constant : from_.constants) {
      constant.type = Map(constant.type);
      for (std::uint32_t& item : constant.items) item += constant_base_;
      into_.constants.push_back(std::move(constant));
    }
    for (const Function& function : from_.functions) into_.functions.push_back(MapFunction(function));
    for (std::size_t i = 0; i < from_.globals.size(); ++i) {
      Global global = from_.globals[i];
      if (i == 0 && HasNow(from_) && HasNow(into_)) continue;
      global.type = Map(global.type);
      MapFunctionId(global.initialiser);
      if (global.kind == GlobalKind::kData) global.constant += constant_base_;
      MapRange(global.range);
      into_.globals.push_back(std::move(global));
    }
    if (condition_base_ + from_.conditions.size() > kModuleLimits.conditions) return Error{"the policies together have too many conditions"};
    for (const Condition& condition : from_.conditions) into_.conditions.push_back(MapCondition(condition));
    for (ConditionIndex index : from_.indexes) {
      for (std::uint32_t& condition : index.conditions) condition += condition_base_;
      into_.indexes.push_back(std::move(index));
    }
    into_.policies.insert(into_.policies.end(), from_.policies.begin(), from_.policies.end());
    into_.packs.insert(into_.packs.end(), from_.packs.begin(), from_.packs.end());
    std::stable_sort(into_.packs.begin(), into_.packs.end(), [](const PackInfo& a, const PackInfo& b) { return a.name < b.name; });
    for (const Rule& rule : from_.rules) into_.rules.push_back(MapRule(rule));
    std::stable_sort(into_.rules.begin(), into_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    for (Waiver waiver : from_.waivers) {
      MapFunctionId(waiver.where);
      MapRange(waiver.range);
      into_.waivers.push_back(std::move(waiver));
    }
    for (Test test : from_.tests) {
      test.policy += policy_base_;
      MapRange(test.range);
      for (TestInput& input : test.inputs) MapRange(input.range);
      for (TestExpectation& expectation : test.expectations) MapRange(expectation.range);
      into_.tests.push_back(std::move(test));
    }
    return std::move(into_);
  }

 private:
  static bool HasNow(const Module& module) { return !module.globals.empty() && module.globals.front().name == "now"; }

  TypeId Map(TypeId type) const { return types_[static_cast<std::size_t>(type)]; }
  void MapFunctionId(std::uint32_t& function) const {
    if (function != kNoFunction) function += function_base_;
  }
  void MapRange(SourceRange& range) const { range.policy += policy_base_; }

  // Elements of a type have lower ids, so they are mapped already.
  TypeId MapType(TypeId id) {
    Type type = from_.types.Get(id);
    TypeTable& types = into_.types;
    switch (type.kind) {
      case TypeKind::kList:
      case TypeKind::kSet:
      case TypeKind::kOptional:
      case TypeKind::kIterator: type.element = Map(type.element); return types.Intern(type);
      case TypeKind::kMap:
        type.element = Map(type.element);
        type.key = Map(type.key);
        return types.Intern(type);
      case TypeKind::kEnum: {
        const EnumType& info = from_.types.enums()[type.index];
        if (info.name.empty()) return types.EnumOf(info.members);
        return types.NamedEnum(info.name).value_or(types.Never());
      }
      default: return types.Intern(type);
    }
  }

  Function MapFunction(Function function) const {
    function.result = Map(function.result);
    for (TypeId& type : function.register_types) type = Map(type);
    for (std::uint32_t& callee : function.callees) callee += function_base_;
    for (SourceRange& range : function.ranges) MapRange(range);
    for (Instruction& instruction : function.code) {
      const Opcode op = OpcodeOf(instruction);
      if (op == Opcode::kLoadConst) instruction = EncodeAbx(op, A(instruction), Bx(instruction) + constant_base_);
      if (op == Opcode::kLoadGlobal) instruction = EncodeAbx(op, A(instruction), MapGlobal(Bx(instruction)));
    }
    return function;
  }

  Condition MapCondition(Condition condition) const {
    for (ConditionStep& step : condition.path) {
      for (std::uint32_t& argument : step.arguments) argument += constant_base_;
    }
    if (condition.otherwise) *condition.otherwise += constant_base_;
    if (condition.source == OperandSource::kConstant) condition.operand += constant_base_;
    if (condition.source == OperandSource::kGlobal) condition.operand = MapGlobal(condition.operand);
    return condition;
  }

  std::uint32_t MapGlobal(std::uint32_t global) const {
    return global == 0 && HasNow(from_) && HasNow(into_) ? 0 : global + global_base_;
  }

  Rule MapRule(Rule rule) const {
    for (ScreenStep& step : rule.screen) {
      if (ScreenOpOf(step) == ScreenOp::kCondition) step = EncodeScreenStep(ScreenOp::kCondition, ConditionOf(step) + condition_base_);
    }
    rule.policy += policy_base_;
    MapFunctionId(rule.activate);
    MapFunctionId(rule.evaluate);
    for (std::uint32_t& nested : rule.nested) MapFunctionId(nested);
    for (TypeId& type : rule.subject_types) type = Map(type);
    for (Clause& clause : rule.clauses) MapRange(clause.range);
    MapRange(rule.range);
    if (rule.group) {
      MapFunctionId(rule.group->length);
      MapFunctionId(rule.group->raise);
      MapFunctionId(rule.group->report);
      for (GroupKeyInfo& key : rule.group->keys) key.type = Map(key.type);
      for (Aggregate& aggregate : rule.group->aggregates) {
        aggregate.argument = Map(aggregate.argument);
        aggregate.result = Map(aggregate.result);
      }
      if (rule.group->sequence) {
        MapFunctionId(rule.group->sequence->within);
        for (StepValue& value : rule.group->sequence->values) value.type = Map(value.type);
      }
    }
    return rule;
  }

  Module into_;
  const Module& from_;
  std::vector<TypeId> types_;
  std::uint32_t constant_base_ = 0, function_base_ = 0, policy_base_ = 0, global_base_ = 0,
                condition_base_ = 0;
};

}  // namespace

Result<Module> Link(Module first, const Module& second) { return Linker(std::move(first), second).Run(); }

}  // namespace writ::bytecode
