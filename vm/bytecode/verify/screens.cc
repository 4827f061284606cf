// Conditions read what the rules that use them are given, test it against something of the right type, and can neither fail nor take
// memory; screens are stack programs that end with an empty stack.
#include <string>

#include "vm/bytecode/conditions.h"
#include "vm/bytecode/signatures.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

class ConditionCheck {
 public:
  ConditionCheck(Context& context, std::uint32_t index)
      : context_(context), module_(context.module), condition_(context.module.conditions[index]), what_("condition " + std::to_string(index)) {}

  bool Run() {
    if (condition_.variable > 1) return Fail("reads a variable that no subject has");
    if (condition_.path.empty() || condition_.path.size() > kModuleLimits.condition_steps) return Fail("reads nothing, or by too many steps");
    if (static_cast<std::size_t>(condition_.test) >= AllConditionTests().size()) return Fail("has an unknown test");
    TypePattern type;
    for (std::size_t i = 0; i < condition_.path.size(); ++i) {
      if (!CheckStep(condition_.path[i], i == 0 ? nullptr : &type, type)) return false;
    }
    type.optional = false;
    return CheckOperand(type);
  }

 private:
  bool Fail(const std::string& problem) { return context_.Fail(what_ + " " + problem); }

  // `from`: what the step before it gave; the first step takes the variable itself, whose record is its own.
  bool CheckStep(const ConditionStep& step, const TypePattern* from, TypePattern& gives) {
    RecordId owner{};
    if (step.is_builtin) {
      if (static_cast<std::size_t>(step.builtin) >= AllBuiltins().size()) return Fail("calls a function that does not exist");
      if (!IsQuiet(step.builtin)) return Fail("calls `" + std::string(InfoOf(step.builtin).name) + "`, which a condition cannot");
      const BuiltinSignature& signature = SignatureOf(step.builtin);
      if (step.arguments.size() + 1 != signature.parameters.size()) return Fail("calls a function with another number of arguments");
      for (std::size_t i = 0; i < step.arguments.size(); ++i) {
        if (!CheckConstant(step.arguments[i], signature.parameters[i + 1])) return false;
      }
      const TypePattern& receiver = signature.parameters[0];
      if (receiver.shape == TypePattern::Shape::kRecord) {
        owner = static_cast<RecordId>(receiver.index);
      } else if (from == nullptr || from->shape != receiver.shape || from->kinds != receiver.kinds) {
        return Fail("calls a function of another type");
      } else {
        gives = signature.result;
        return true;
      }
    } else {
      if (static_cast<std::size_t>(step.field) >= AllFields().size()) return Fail("reads a field that does not exist");
      if (!IsStored(step.field)) return Fail("reads `" + std::string(InfoOf(step.field).name) + "`, which a condition cannot");
      owner = InfoOf(step.field).owner;
    }
    if (from == nullptr ? !IsRoot(owner) : (from->shape != TypePattern::Shape::kRecord || from->index != static_cast<std::uint32_t>(owner))) {
      return Fail("reads `" + std::string(InfoOf(owner).name) + "`, which is not what it has there");
    }
    gives = step.is_builtin ? SignatureOf(step.builtin).result : TypeOf(step.field);
    return true;
  }

  bool IsRoot(RecordId record) const { return condition_.variable == 0 || record == RecordId::kOperation; }

  bool CheckConstant(std::uint32_t index, const TypePattern& pattern) {
    TypeBindings bindings;
    return (index < module_.constants.size() && Matches(pattern, module_.types, module_.constants[index].type, bindings)) ||
           Fail("has a constant of another type than is wanted there, or one that does not exist");
  }

  // `value`: what is read. The pattern of a field is also one of the types that fit it, so a constant of that type shows what it is.
  bool CheckOperand(const TypePattern& value) {
    const ConditionSignature& signature = SignatureOf(condition_.test);
    if (condition_.otherwise && !CheckConstant(*condition_.otherwise, value)) return false;
    if (!signature.operand) {
      if (condition_.source != OperandSource::kNone || condition_.operand != 0) return Fail("has an operand that its test does not take");
      return ValueFits(value, signature.value) || Fail("tests a value of another type than its test takes");
    }
    TypeId operand{0};
    if (condition_.source == OperandSource::kConstant) {
      if (condition_.operand >= module_.constants.size()) return Fail("has a constant that does not exist");
      operand = module_.constants[condition_.operand].type;
    } else if (condition_.source == OperandSource::kGlobal) {
      if (condition_.operand >= module_.globals.size()) return Fail("has a global that does not exist");
      operand = module_.globals[condition_.operand].type;
    } else {
      return Fail("lacks the operand of its test");
    }
    if (!ValueFits(value, signature.value)) return Fail("tests a value of another type than its test takes");
    TypeBindings bindings;
    bool fits = false;
    if (signature.operand->shape == TypePattern::Shape::kSame) {
      fits = Matches(value, module_.types, operand, bindings);
    } else if (signature.value.shape == TypePattern::Shape::kVariable) {
      const Type& container = module_.types.Get(operand);
      fits = (container.kind == TypeKind::kList || container.kind == TypeKind::kSet) && Matches(value, module_.types, container.element, bindings);
    } else {
      fits = Matches(*signature.operand, module_.types, operand, bindings);
    }
    return fits || Fail("has an operand of " + context_.Describe(operand));
  }

  // Whether everything of the type `value` is of the type that `wanted` takes.
  static bool ValueFits(const TypePattern& value, const TypePattern& wanted) {
    if (wanted.shape == TypePattern::Shape::kVariable) return true;
    if (value.shape == TypePattern::Shape::kKinds) return value.arguments.empty() && (value.kinds & ~wanted.kinds) == 0;
    const TypeKind kind = value.shape == TypePattern::Shape::kRecord ? TypeKind::kRecord : TypeKind::kEnum;
    const bool is_one = value.shape == TypePattern::Shape::kRecord || value.shape == TypePattern::Shape::kExact;
    return is_one && (wanted.kinds >> static_cast<unsigned>(kind) & 1u) != 0;
  }

  Context& context_;
  const Module& module_;
  const Condition& condition_;
  std::string what_;
};

// What record a condition is about: that of its first step.
RecordId RootOf(const Condition& condition) {
  const ConditionStep& step = condition.path.front();
  if (!step.is_builtin) return InfoOf(step.field).owner;
  return static_cast<RecordId>(SignatureOf(step.builtin).parameters[0].index);
}

// Whether a condition reads the variables of a rule.
bool IsAbout(const Condition& condition, const Rule& rule) {
  if (condition.variable == 1) return rule.joined && RootOf(condition) == RecordId::kOperation;
  return RootOf(condition) == InfoOf(rule.subject).record;
}

bool CheckIndex(Context& context, std::uint32_t number, std::vector<bool>& indexed) {
  const ConditionIndex& index = context.module.indexes[number];
  const std::string what = "index " + std::to_string(number);
  if (static_cast<std::size_t>(index.kind) >= AllIndexKinds().size()) return context.Fail(what + " is of an unknown kind");
  if (index.conditions.empty()) return context.Fail(what + " has no condition");
  for (const std::uint32_t at : index.conditions) {
    if (at >= context.module.conditions.size()) return context.Fail(what + " names a condition that does not exist");
    const Condition& condition = context.module.conditions[at];
    if (indexed[at]) return context.Fail(what + " names condition " + std::to_string(at) + " again");
    indexed[at] = true;
    if (!IsIndexed(index.kind, condition.test) || condition.source != OperandSource::kConstant) {
      return context.Fail(what + " cannot find condition " + std::to_string(at));
    }
    const Constant& constant = context.module.constants[condition.operand];
    const TypeKind operand = context.module.types.Get(constant.type).kind;
    const TypeKind item = operand == TypeKind::kSet || operand == TypeKind::kList
                              ? context.module.types.Get(context.module.types.Get(constant.type).element).kind
                              : operand;
    if (item != (index.kind == IndexKind::kPatterns ? TypeKind::kRegex : TypeKind::kString)) return context.Fail(what + " looks for texts or patterns, and condition " + std::to_string(at) + " has another operand");
    if (!ReadSame(condition, context.module.conditions[index.conditions.front()])) {
      return context.Fail(what + " has conditions on different values");
    }
  }
  return true;
}

bool CheckScreen(Context& context, const Rule& rule) {
  const std::string what = "rule " + Quote(rule.id);
  if (rule.screen.size() > kModuleLimits.screen_steps) return context.Fail(what + " has a screen of too many steps");
  if (!rule.screen.empty() && !rule.nested.empty()) return context.Fail(what + " has a screen, and subjects that a screen does not see");
  std::uint32_t depth = 0;
  for (const ScreenStep step : rule.screen) {
    if ((step & 0xff) >= AllScreenOps().size()) return context.Fail(what + " has an unknown step in its screen");
    const ScreenOpInfo& info = AllScreenOps()[step & 0xff];
    if (depth < info.pops) return context.Fail(what + " has a screen that takes more than it has");
    depth = depth - info.pops + info.pushes;
    if (depth > kModuleLimits.screen_depth) return context.Fail(what + " has a screen that holds too much");
    if (info.pushes == 0 && depth != 0) return context.Fail(what + " has a screen that leaves something behind");
    if (ScreenOpOf(step) != ScreenOp::kCondition) {
      if (ConditionOf(step) != 0) return context.Fail(what + " has a step with an operand that it does not take");
      continue;
    }
    if (ConditionOf(step) >= context.module.conditions.size()) return context.Fail(what + " has a screen with a condition that does not exist");
    if (!IsAbout(context.module.conditions[ConditionOf(step)], rule)) {
      return context.Fail(what + " has a screen with a condition on something else than its subject");
    }
  }
  return depth == 0 || context.Fail(what + " has a screen that leaves something behind");
}

}  // namespace

bool CheckScreens(Context& context) {
  const Module& module = context.module;
  if (module.conditions.size() > kModuleLimits.conditions || module.indexes.size() > kModuleLimits.conditions) {
    return context.Fail("the module has too many conditions");
  }
  for (std::uint32_t i = 0; i < module.conditions.size(); ++i) {
    if (!ConditionCheck(context, i).Run()) return false;
  }
  std::vector<bool> indexed(module.conditions.size(), false);
  for (std::uint32_t i = 0; i < module.indexes.size(); ++i) {
    if (!CheckIndex(context, i, indexed)) return false;
  }
  for (const Rule& rule : module.rules) {
    if (!CheckScreen(context, rule)) return false;
  }
  return true;
}

}  // namespace writ::bytecode::verify
