// Renumbering of one module's tables behind another's. What both were compiled from, such as a pack that both require, becomes one.
#include "vm/bytecode/link.h"

#include <algorithm>
#include <map>
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
  }

  Result<Module> Run() {
    std::set<std::string> ids;
    for (const Rule& rule : into_.rules) ids.insert(rule.id);
    for (const Rule& rule : from_.rules) {
      if (ids.count(rule.id) != 0) return Error{"rule `" + rule.id + "` exists twice, in what is linked and in " + PolicyFile(from_, rule.policy)};
    }
    if (const std::string clash = MapPacks(); !clash.empty()) return Error{clash};
    MapPolicies();
    if (const std::string clash = MapGlobals(); !clash.empty()) return Error{clash};
    if (constant_base_ + from_.constants.size() > 65'536) return Error{"the policies together have more than 65,536 constants"};
    for (std::size_t i = 0; i < from_.types.size(); ++i) types_.push_back(MapType(static_cast<TypeId>(i)));
    for (Constant constant : from_.constants) {
      constant.type = Map(constant.type);
      for (std::uint32_t& item : constant.items) item += constant_base_;
      into_.constants.push_back(std::move(constant));
    }
    for (const Function& function : from_.functions) into_.functions.push_back(MapFunction(function));
    for (std::size_t i = 0; i < from_.globals.size(); ++i) {
      if (globals_[i] < into_.globals.size()) continue;
      Global global = from_.globals[i];
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
    std::stable_sort(into_.packs.begin(), into_.packs.end(), [](const PackInfo& a, const PackInfo& b) { return a.name < b.name; });
    for (const Rule& rule : from_.rules) into_.rules.push_back(MapRule(rule));
    std::stable_sort(into_.rules.begin(), into_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    for (Waiver waiver : from_.waivers) {
      MapFunctionId(waiver.where);
      MapRange(waiver.range);
      into_.waivers.push_back(std::move(waiver));
    }
    for (Test test : from_.tests) {
      MapPolicy(test.policy);
      MapRange(test.range);
      for (TestInput& input : test.inputs) MapRange(input.range);
      for (TestExpectation& expectation : test.expectations) MapRange(expectation.range);
      into_.tests.push_back(std::move(test));
    }
    return std::move(into_);
  }

 private:
  static std::string PolicyFile(const Module& module, std::uint32_t policy) {
    return policy < module.policies.size() ? module.policies[policy].file : "the policies";
  }
  static std::string PolicyDigest(const Module& module, std::uint32_t policy) {
    return policy < module.policies.size() ? module.policies[policy].digest : "";
  }

  // A pack that both were compiled against is there once.
  std::string MapPacks() {
    for (const PackInfo& pack : from_.packs) {
      const auto at = std::find_if(into_.packs.begin(), into_.packs.end(), [&](const PackInfo& other) { return other.name == pack.name; });
      if (at == into_.packs.end()) {
        into_.packs.push_back(pack);
      } else if (at->digest != pack.digest) {
        return "pack `" + pack.name + "` is there twice, as " + at->version + " and as " + pack.version + " with another digest";
      }
    }
    return {};
  }

  void MapPolicies() {
    for (const PolicyInfo& policy : from_.policies) {
      const auto at = std::find_if(into_.policies.begin(), into_.policies.end(),
                                   [&](const PolicyInfo& other) { return other.name == policy.name && other.digest == policy.digest; });
      policies_.push_back(static_cast<std::uint32_t>(at - into_.policies.begin()));
      if (at == into_.policies.end()) into_.policies.push_back(policy);
    }
  }

  // `now`, and what comes from the same text of a policy, is one thing; anything else of one name is a clash.
  std::string MapGlobals() {
    std::map<std::string, std::uint32_t> names;
    for (std::uint32_t i = 0; i < into_.globals.size(); ++i) names.emplace(into_.globals[i].name, i);
    std::uint32_t next = static_cast<std::uint32_t>(into_.globals.size());
    for (std::size_t i = 0; i < from_.globals.size(); ++i) {
      const Global& global = from_.globals[i];
      const auto at = names.find(global.name);
      if (at == names.end()) {
        globals_.push_back(next++);
        continue;
      }
      const Global& other = into_.globals[at->second];
      const bool is_now = i == 0 && at->second == 0 && global.name == "now";
      const bool same = other.kind == global.kind && other.data_digest == global.data_digest &&
                        PolicyDigest(into_, other.range.policy) == PolicyDigest(from_, global.range.policy);
      if (!is_now && !same) return "`" + global.name + "` exists twice, in what is linked and in " + PolicyFile(from_, global.range.policy);
      globals_.push_back(at->second);
    }
    if (next > 65'536) return "the policies together have more than 65,536 consts, params, data sets and inputs";
    return {};
  }

  TypeId Map(TypeId type) const { return types_[static_cast<std::size_t>(type)]; }
  void MapFunctionId(std::uint32_t& function) const {
    if (function != kNoFunction) function += function_base_;
  }
  void MapPolicy(std::uint32_t& policy) const {
    if (policy < policies_.size()) policy = policies_[policy];
  }
  void MapRange(SourceRange& range) const { MapPolicy(range.policy); }

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
      if (op == Opcode::kLoadGlobal) instruction = EncodeAbx(op, A(instruction), globals_[Bx(instruction)]);
    }
    return function;
  }

  Condition MapCondition(Condition condition) const {
    for (ConditionStep& step : condition.path) {
      for (std::uint32_t& argument : step.arguments) argument += constant_base_;
    }
    if (condition.otherwise) *condition.otherwise += constant_base_;
    if (condition.source == OperandSource::kConstant) condition.operand += constant_base_;
    if (condition.source == OperandSource::kGlobal) condition.operand = globals_[condition.operand];
    return condition;
  }

  Rule MapRule(Rule rule) const {
    for (ScreenStep& step : rule.screen) {
      if (ScreenOpOf(step) == ScreenOp::kCondition) step = EncodeScreenStep(ScreenOp::kCondition, ConditionOf(step) + condition_base_);
    }
    MapPolicy(rule.policy);
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
  std::vector<std::uint32_t> policies_, globals_;   // places in into_ of what from_ has
  std::uint32_t constant_base_ = 0, function_base_ = 0, condition_base_ = 0;
};

}  // namespace

Result<Module> Link(Module first, const Module& second) { return Linker(std::move(first), second).Run(); }

}  // namespace writ::bytecode
