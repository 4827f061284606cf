// Rules: metadata, and that every function a rule names has the parameters and result that the engine gives and takes.
#include <string>
#include <vector>

#include "vm/bytecode/signatures.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

constexpr std::uint32_t kAllCaptures = 2 * kCaptureId - 1;

class RuleCheck {
 public:
  RuleCheck(Context& context, std::uint32_t index)
      : context_(context), types_(context.module.types), index_(index), rule_(context.module.rules[index]),
        what_("rule " + Quote(context.module.rules[index].id)) {}

  bool Run() {
    return CheckIdentity() && CheckMetadata() && CheckClauses() && CheckSubject() && CheckActivation() && CheckEvaluate() &&
           CheckGroup() && CheckCaptures();
  }

 private:
  bool Fail(const std::string& problem) { return context_.Fail(what_ + " " + problem); }
  bool Text(const std::string& text, std::string_view name) { return context_.CheckText(text, what_, name); }

  bool Texts(const std::vector<std::string>& texts, std::string_view name) {
    if (texts.size() > kModuleLimits.list_entries) return Fail("has too many " + std::string(name));
    for (const std::string& text : texts) {
      if (!Text(text, name)) return false;
    }
    return true;
  }

  // Whether `function` exists and is (parameters) -> result; `result` Never means that it ends in a verdict.
  bool Signature(std::uint32_t function, std::string_view role, const std::vector<TypeId>& parameters, TypeId result) {
    if (!context_.IsFunction(function)) return Fail("has no function for `" + std::string(role) + "`");
    const Function& found = context_.module.functions[function];
    bool fits = found.result == result && found.parameter_count == parameters.size();
    for (std::size_t i = 0; fits && i < parameters.size(); ++i) fits = found.register_types[i] == parameters[i];
    if (fits) return true;
    std::string wanted = "(";
    for (std::size_t i = 0; i < parameters.size(); ++i) wanted += (i ? ", " : "") + types_.ToString(parameters[i]);
    return Fail("needs " + wanted + ") -> " + (result == types_.Never() ? "verdict" : types_.ToString(result)) + " for `" +
                std::string(role) + "`, and " + context_.DescribeFunction(function) + " is not that");
  }

  bool Claim(std::uint32_t function, Role role) {
    FunctionUse& use = context_.uses[function];
    if (use.uses++ != 0) return Fail("shares " + context_.DescribeFunction(function) + ", which ends in a verdict of another rule or clause");
    use.role = role;
    use.rule = index_;
    return true;
  }

  bool CheckIdentity() {
    if (!IsDottedName(rule_.id)) return context_.Fail("rule " + std::to_string(index_) + " has the id " + Quote(rule_.id));
    if (index_ != 0 && context_.module.rules[index_ - 1].id >= rule_.id) return Fail("repeats an id or is not in order of ids");
    if (rule_.policy >= context_.module.policies.size()) return Fail("names a policy that does not exist");
    return context_.CheckRange(rule_.range, what_);
  }

  bool CheckMetadata() {
    const RuleMetadata& meta = rule_.metadata;
    if (meta.severity > Severity::kInfo) return Fail("has an unknown severity");
    if (meta.confidence && *meta.confidence > Confidence::kLow) return Fail("has an unknown confidence");
    if (meta.fix_within < 0) return Fail("has a negative time to fix");
    if (meta.controls.size() > kModuleLimits.list_entries) return Fail("has too many controls");
    for (const Control& control : meta.controls) {
      if (control.framework.empty() || control.id.empty()) return Fail("has an empty control");
      if (!Text(control.framework, "controls") || !Text(control.id, "controls")) return false;
    }
    return Text(meta.title, "title") && Text(meta.description, "description") && Text(meta.impact, "impact") && Text(meta.owner, "owner") &&
           Text(meta.rationale, "rationale") && Text(meta.remediation, "remediation") && Text(rule_.cost, "cost") &&
           Texts(meta.references, "references") && Texts(meta.tags, "tags") && Texts(meta.formerly, "former ids");
  }

  bool CheckClauses() {
    if (rule_.clauses.size() > kModuleLimits.clauses) return Fail("has too many clauses");
    for (const Clause& clause : rule_.clauses) {
      if (!Text(clause.reason, "clause") || !Text(clause.text, "clause") || !context_.CheckRange(clause.range, what_, "clause")) return false;
    }
    return true;
  }

  bool CheckSubject() {
    if (static_cast<std::size_t>(rule_.subject) >= AllSubjectKinds().size()) return Fail("has an unknown kind of subject");
    if (rule_.joined && rule_.subject != SubjectKind::kExchange) return Fail("joins operations with something else than exchanges");
    if (rule_.nested.size() > kModuleLimits.nested_sources) return Fail("has too many nested sources");
    if (rule_.per_count > kModuleLimits.per_values) return Fail("splits findings by too many values");
    std::vector<RecordId> outer = {InfoOf(rule_.subject).record};
    if (rule_.joined) outer.push_back(RecordId::kOperation);
    if (rule_.subject_types.size() != outer.size() + rule_.nested.size()) return Fail("does not have one type per loop variable");
    for (std::size_t i = 0; i < rule_.subject_types.size(); ++i) {
      const TypeId type = rule_.subject_types[i];
      if (!context_.IsValueType(type)) return Fail("has a loop variable without usable type");
      if (i < outer.size() && types_.Get(type) != Type{TypeKind::kRecord, static_cast<std::uint32_t>(outer[i]), TypeId{0}, TypeId{0}}) {
        return Fail("has a loop variable of " + context_.Describe(type) + ", not `" + std::string(InfoOf(outer[i]).name) + "`");
      }
    }
    for (std::size_t i = 0; i < rule_.nested.size(); ++i) {
      if (!CheckNested(rule_.nested[i], outer.size() + i)) return false;
    }
    return true;
  }

  // The source of loop variable `variable` takes the variables before it and returns a list of what the variable is.
  bool CheckNested(std::uint32_t function, std::size_t variable) {
    if (!context_.IsFunction(function)) return Fail("has a nested source that does not exist");
    const TypeId result = context_.module.functions[function].result;
    if (types_.Get(result).kind != TypeKind::kList || types_.Get(result).element != rule_.subject_types[variable]) {
      return Fail("has a nested source that does not return a list of its loop variable");
    }
    const std::vector<TypeId> before(rule_.subject_types.begin(), rule_.subject_types.begin() + static_cast<std::ptrdiff_t>(variable));
    return Signature(function, "nested source", before, result);
  }

  bool CheckActivation() {
    return rule_.activate == kNoFunction || Signature(rule_.activate, "activate", {}, types_.Scalar(TypeKind::kBool));
  }

  bool CheckEvaluate() {
    return Signature(rule_.evaluate, "evaluate", rule_.subject_types, types_.Never()) && Claim(rule_.evaluate, Role::kEvaluate);
  }

  // Values of rows outlive the batch that they came from, so they are plain: nothing that leads back into it.
  bool IsPlain(TypeId type) const {
    switch (types_.Get(types_.Unwrap(type)).kind) {
      case TypeKind::kBool:
      case TypeKind::kInt:
      case TypeKind::kDecimal:
      case TypeKind::kString:
      case TypeKind::kTime:
      case TypeKind::kDuration:
      case TypeKind::kIp:
      case TypeKind::kCidr:
      case TypeKind::kEnum: return true;
      case TypeKind::kRegex:
      case TypeKind::kJson:
      case TypeKind::kJsonPath:
      case TypeKind::kList:
      case TypeKind::kSet:
      case TypeKind::kMap:
      case TypeKind::kRecord:
      case TypeKind::kOptional:
      case TypeKind::kVariable:
      case TypeKind::kIterator:
      case TypeKind::kNever: return false;
    }
    return false;
  }

  bool CheckAggregate(const Aggregate& aggregate) {
    if (aggregate.kind > AggregateKind::kQuantile) return Fail("has an unknown aggregate");
    if (!context_.IsValueType(aggregate.argument) || !context_.IsValueType(aggregate.result) || aggregate.result == types_.Never()) {
      return Fail("has an aggregate without usable type");
    }
    const auto scalar = [&](TypeKind kind) { return types_.Scalar(kind); };
    const bool no_argument = aggregate.argument == types_.Never();
    if (!no_argument && !IsPlain(aggregate.argument)) return Fail("has an aggregate over " + context_.Describe(aggregate.argument));
    const TypeId value = aggregate.present_only ? types_.Unwrap(aggregate.argument) : aggregate.argument;
    const TypeId result = types_.Unwrap(aggregate.result);
    const auto value_is = [&](std::initializer_list<TypeKind> kinds) {
      for (const TypeKind kind : kinds) {
        if (types_.Get(value).kind == kind) return true;
      }
      return false;
    };
    using enum TypeKind;
    bool fits = false;
    switch (aggregate.kind) {
      case AggregateKind::kCount: fits = no_argument && aggregate.result == scalar(kInt); break;
      case AggregateKind::kDistinct: fits = !no_argument && aggregate.result == scalar(kInt); break;
      case AggregateKind::kSum: fits = value_is({kInt, kDecimal, kDuration}) && result == value; break;
      case AggregateKind::kMin:
      case AggregateKind::kMax:
      case AggregateKind::kQuantile: fits = value_is({kInt, kDecimal, kDuration, kTime, kString}) && result == value; break;
      case AggregateKind::kAvg:
        fits = value_is({kInt, kDecimal, kDuration}) && (result == scalar(kDecimal) || result == value);
        break;
      case AggregateKind::kShare: fits = value_is({kBool}) && result == scalar(kDecimal); break;
      case AggregateKind::kSet: fits = !no_argument && types_.Get(result) == Type{kSet, 0, value, TypeId{0}}; break;
      case AggregateKind::kLongestRun: fits = value_is({kInt}) && aggregate.result == scalar(kInt); break;
    }
    // Over rows of which none may hold a value there may be no result.
    const bool may_be_none = aggregate.kind == AggregateKind::kMin || aggregate.kind == AggregateKind::kMax || aggregate.kind == AggregateKind::kAvg ||
                             aggregate.kind == AggregateKind::kQuantile;
    if (types_.IsOptional(aggregate.result) != (aggregate.present_only && may_be_none)) fits = false;
    if (!fits) return Fail("has an aggregate from " + context_.Describe(aggregate.argument) + " to " + context_.Describe(aggregate.result));
    if (aggregate.kind == AggregateKind::kQuantile && (aggregate.parameter < 0 || aggregate.parameter > 1'000'000)) {
      return Fail("has a quantile outside 0 to 100%");
    }
    return true;
  }

  // The first and the last step are rows that must come. Adds the values of steps to what the window functions take.
  bool CheckSequence(const Group& group, const Sequence& sequence, std::vector<TypeId>& parameters) {
    if (group.window != WindowKind::kNone || !group.aggregates.empty()) return Fail("has a sequence with a window or aggregates");
    const std::vector<SequenceStep>& steps = sequence.steps;
    if (steps.size() < 2 || steps.size() > kModuleLimits.steps) return Fail("has a sequence of " + std::to_string(steps.size()) + " steps");
    if (steps.front().without || steps.back().without) return Fail("has a sequence that begins or ends with `without`");
    for (const SequenceStep& step : steps) {
      if (!Text(step.name, "step")) return false;
    }
    if (sequence.within != kNoFunction && !Signature(sequence.within, "within", {}, types_.Scalar(TypeKind::kDuration))) return false;
    if (sequence.values.size() > kModuleLimits.step_values) return Fail("has too many values of steps");
    const auto has_row = [&](std::uint32_t step) { return step < steps.size() && !steps[step].without; };
    for (const StepValue& value : sequence.values) {
      if (!has_row(value.step)) return Fail("has a value of a step that no row matches");
      if (!context_.IsValueType(value.type) || !IsPlain(value.type)) return Fail("has a value of a step without usable type");
      parameters.push_back(value.type);
    }
    for (const std::uint32_t step : sequence.places) {
      if (!has_row(step)) return Fail("has a place at a step that no row matches");
    }
    return sequence.places.size() <= kModuleLimits.steps || Fail("has too many places");
  }

  bool CheckGroup() {
    if (rule_.is_detect != rule_.group.has_value()) return Fail(rule_.is_detect ? "is a detector without a group" : "has a group and is no detector");
    if (!rule_.group) return true;
    const Group& group = *rule_.group;
    if (InfoOf(rule_.subject).source != SubjectSource::kTraffic) return Fail("groups what is no traffic");
    if (group.window > WindowKind::kSession) return Fail("has an unknown kind of window");
    if ((group.window == WindowKind::kNone) != (group.length == kNoFunction)) return Fail("has a window without length, or a length without window");
    if (group.length != kNoFunction && !Signature(group.length, "window length", {}, types_.Scalar(TypeKind::kDuration))) return false;
    if (group.keys.empty() || group.keys.size() > kModuleLimits.group_keys) return Fail("has no key, or too many");
    if (group.aggregates.size() > kModuleLimits.aggregates) return Fail("has too many aggregates");
    std::vector<TypeId> parameters;
    for (const GroupKeyInfo& key : group.keys) {
      if (!context_.IsValueType(key.type) || !IsPlain(key.type)) return Fail("has a key without usable type");
      if (!Text(key.name, "key")) return false;
      parameters.push_back(key.type);
    }
    for (const Aggregate& aggregate : group.aggregates) {
      if (!CheckAggregate(aggregate)) return false;
      parameters.push_back(aggregate.result);
    }
    if (group.sequence && !CheckSequence(group, *group.sequence, parameters)) return false;
    const bool every_match = group.sequence && group.raise == kNoFunction;
    return (every_match || Signature(group.raise, "raise", parameters, types_.Scalar(TypeKind::kBool))) &&
           Signature(group.report, "report", parameters, types_.Never()) && Claim(group.report, Role::kReport);
  }

  bool CheckCaptures() {
    if ((rule_.captures | rule_.needed_captures) > kAllCaptures) return Fail("names captures that do not exist");
    for (std::size_t i = 0; i < rule_.fields.size(); ++i) {
      if (static_cast<std::size_t>(rule_.fields[i]) >= AllFields().size()) return Fail("names a field that does not exist");
      if (i != 0 && rule_.fields[i - 1] >= rule_.fields[i]) return Fail("does not list its fields in order of the table");
    }
    return true;
  }

  Context& context_;
  const TypeTable& types_;
  std::uint32_t index_;
  const Rule& rule_;
  std::string what_;
};

}  // namespace

bool CheckRules(Context& context) {
  const std::size_t count = context.module.rules.size();
  if (count > kModuleLimits.rules) return context.Fail("the module has " + std::to_string(count) + " rules");
  context.uses.assign(context.module.functions.size(), {});
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!RuleCheck(context, i).Run()) return false;
  }
  for (std::uint32_t i = 0; i < context.uses.size(); ++i) {
    const bool verdict = context.module.functions[i].result == context.module.types.Never();
    if (verdict && context.uses[i].uses == 0) return context.Fail(context.DescribeFunction(i) + " ends in a verdict of no rule");
  }
  return true;
}

}  // namespace writ::bytecode::verify
