// Calls: functions, methods from the table of builtins, aggregates of a window.
#include "base/suggest.h"
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::Aggregate;
using bytecode::AggregateKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

bool Unify(bytecode::TypeTable& types, bytecode::TypeId wanted, bytecode::TypeId actual, TypeBinding& binding) {
  if (wanted == actual) return true;
  const bytecode::Type pattern = types.Get(wanted), given = types.Get(actual);
  if (pattern.kind == TypeKind::kVariable) {
    auto& bound = binding.bound[pattern.index];
    if (!bound) bound = actual;
    return *bound == actual;
  }
  if (pattern.kind != given.kind) return false;
  switch (pattern.kind) {
    case TypeKind::kList:
    case TypeKind::kSet:
    case TypeKind::kOptional: return Unify(types, pattern.element, given.element, binding);
    case TypeKind::kMap: return Unify(types, pattern.key, given.key, binding) && Unify(types, pattern.element, given.element, binding);
    default: return false;
  }
}

bytecode::TypeId Substitute(bytecode::TypeTable& types, bytecode::TypeId type, const TypeBinding& binding) {
  const bytecode::Type pattern = types.Get(type);
  switch (pattern.kind) {
    case TypeKind::kVariable: return binding.bound[pattern.index].value_or(types.Never());
    case TypeKind::kList: return types.ListOf(Substitute(types, pattern.element, binding));
    case TypeKind::kSet: return types.SetOf(Substitute(types, pattern.element, binding));
    case TypeKind::kOptional: return types.OptionalOf(Substitute(types, pattern.element, binding));
    case TypeKind::kMap: {
      const bytecode::TypeId key = Substitute(types, pattern.key, binding);
      return types.MapOf(key, Substitute(types, pattern.element, binding));
    }
    default: return type;
  }
}

// Whether the bits of `network` are in range, as far as they are constant.
bool ExpressionChecker::AreNetworkBits(const std::vector<Node*>& arguments) const {
  static constexpr std::int64_t kMost[] = {32, 128};
  for (std::size_t i = 0; i < 2; ++i) {
    const Node& bits = *arguments[i + 1];
    if (bits.kind != NodeKind::kConstant) continue;
    const std::int64_t value = checker_.program.constants[bits.index].integer;
    if (value < 0 || value > kMost[i]) return false;
  }
  return true;
}

Node* ExpressionChecker::ApplyMethod(const Expr& expr, Node* object, bool chain) {
  const TypeId receiver = types_.Unwrap(object->type);
  const BuiltinSignature* found = nullptr;
  TypeBinding binding;
  std::vector<std::string> names;
  for (const BuiltinSignature& builtin : checker_.builtins) {
    TypeBinding candidate;
    if (!Unify(types_, builtin.parameters[0], receiver, candidate)) continue;
    names.emplace_back(builtin.name);
    if (found == nullptr && builtin.name == expr.name.text) {
      found = &builtin;
      binding = candidate;
    }
  }
  if (found == nullptr) {
    std::string help = DidYouMean(expr.name.text, names);
    if (KindOf(receiver) == TypeKind::kRecord &&
        bytecode::FindField(static_cast<bytecode::RecordId>(types_.Get(receiver).index), expr.name.text)) {
      help = "it is a field: leave the parentheses out";
    } else if (help.empty() && !names.empty()) {
      help = "its methods are";
      for (const std::string& name : names) help += " `" + name + "`";
    }
    checker_.sink.Report(DiagnosticCode::kUnknownFunction, expr.name.span,
                         "type `" + checker_.TypeText(receiver) + "` has no method `" + expr.name.text + "`", help);
    return Broken(expr.span);
  }
  const std::size_t given = expr.operands.size() - 1, wanted = found->parameters.size() - 1;
  if (given != wanted) {
    checker_.sink.Report(DiagnosticCode::kWrongArguments, expr.span,
                         "`" + expr.name.text + "` takes " + std::to_string(wanted) + (wanted == 1 ? " argument" : " arguments") + ", and " +
                             std::to_string(given) + (given == 1 ? " is given" : " are given"),
                         "its signature is `" + std::string(found->name) + std::string(bytecode::InfoOf(found->id).signature) + "`");
    return Broken(expr.span);
  }
  std::vector<Node*> arguments;
  if (chain) {
    arguments.push_back(checker_.NewNode(NodeKind::kUnwrap, receiver, object->span, {object}));
  } else {
    arguments.push_back(object);
  }
  for (std::size_t i = 0; i < given; ++i) {
    const TypeId type = Substitute(types_, found->parameters[i + 1], binding);
    Node* argument = CheckAs(*expr.operands[i + 1], type, "this argument of `" + expr.name.text + "`");
    if (IsBroken(argument)) return argument;
    arguments.push_back(argument);
  }
  if (found->id == bytecode::BuiltinId::kIpNetwork && !AreNetworkBits(arguments)) {
    checker_.sink.Report(DiagnosticCode::kWrongArguments, expr.span, "no address has so many bits", "IPv4 has 0 to 32 and IPv6 0 to 128: `network(24, 64)`");
    return Broken(expr.span);
  }
  const TypeId result = Substitute(types_, found->result, binding);
  Node* call = checker_.NewNode(NodeKind::kBuiltin, result, expr.span, std::move(arguments), static_cast<std::uint32_t>(found->id));
  return chain ? Widen(call) : call;
}

Node* ExpressionChecker::CallFunction(const Expr& expr, Declaration& declaration, const std::string& policy, std::size_t first_argument) {
  declaration.used = true;
  if (!checker_.Ensure(declaration, policy, expr.span)) return Broken(expr.span);
  const std::uint32_t index = declaration.index;
  const std::uint32_t wanted = checker_.program.functions[index].parameter_count;
  const std::size_t given = expr.operands.size() - first_argument;
  if (given != wanted) {
    checker_.sink
        .Report(DiagnosticCode::kWrongArguments, expr.span,
                "`" + declaration.name.text + "` takes " + std::to_string(wanted) + (wanted == 1 ? " argument" : " arguments") + ", and " +
                    std::to_string(given) + (given == 1 ? " is given" : " are given"))
        .labels.push_back({declaration.name.span, "declared here"});
    return Broken(expr.span);
  }
  std::vector<Node*> arguments;
  for (std::size_t i = 0; i < given; ++i) {
    const TypeId type = checker_.program.functions[index].locals[i].type;
    Node* argument = CheckAs(*expr.operands[first_argument + i], type, "this argument of `" + declaration.name.text + "`");
    if (IsBroken(argument)) return argument;
    arguments.push_back(argument);
  }
  return checker_.NewNode(NodeKind::kCall, declaration.type, expr.span, std::move(arguments), index);
}

namespace {

struct AggregateName {
  std::string_view name;
  AggregateKind kind;
  std::size_t arguments;
};
constexpr AggregateName kAggregates[] = {
    {"count", AggregateKind::kCount, 0}, {"distinct", AggregateKind::kDistinct, 1}, {"sum", AggregateKind::kSum, 1},
    {"min", AggregateKind::kMin, 1},     {"max", AggregateKind::kMax, 1},           {"avg", AggregateKind::kAvg, 1},
    {"share", AggregateKind::kShare, 1}, {"set", AggregateKind::kSet, 1},           {"longest_run", AggregateKind::kLongestRun, 2},
    {"quantile", AggregateKind::kQuantile, 2},
};

const AggregateName* FindAggregate(std::string_view name) {
  for (const AggregateName& row : kAggregates) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace

Node* ExpressionChecker::CheckCall(const Expr& expr, TypeId) {
  const std::string& name = expr.name.text;
  Declaration* declaration = checker_.Find(policy_, name);
  if (declaration != nullptr && declaration->kind == DeclarationKind::kFunction) return CallFunction(expr, *declaration, policy_, 0);
  if (FindAggregate(name) != nullptr) return CheckAggregate(expr);
  std::vector<std::string> names;
  const auto scope = checker_.scopes.find(policy_);
  if (scope != checker_.scopes.end()) {
    for (const auto& [declared, other] : scope->second.declarations) {
      if (other.kind == DeclarationKind::kFunction) names.push_back(declared);
    }
  }
  for (const AggregateName& row : kAggregates) names.emplace_back(row.name);
  std::string help = DidYouMean(name, names);
  if (name == "any" || name == "all" || name == "none") help = "a quantifier reads `" + name + "(x in list: condition)`";
  for (const BuiltinSignature& builtin : checker_.builtins) {
    if (builtin.name == name && !expr.operands.empty()) {
      help = "it is a method: `" + checker_.SourceText(expr.operands[0]->span) + "." + name + "(…)`";
      break;
    }
  }
  checker_.sink.Report(DiagnosticCode::kUnknownFunction, expr.name.span, "no function is called `" + name + "`", help);
  return Broken(expr.span);
}

Node* ExpressionChecker::CheckAggregate(const Expr& expr) {
  const AggregateName& row = *FindAggregate(expr.name.text);
  if (aggregates_ == nullptr || row_ == nullptr) {
    checker_.sink.Report(DiagnosticCode::kAggregateHere, expr.span, "`" + expr.name.text + "` folds the rows of a group, and here is none",
                         row.kind == AggregateKind::kCount ? "to count items write `count(x in list: condition)` or `list.size()`"
                                                           : "aggregates stand after `group by` in a detector, and do not nest");
    return Broken(expr.span);
  }
  if (!last_step_.empty()) {
    checker_.sink.Report(DiagnosticCode::kAggregateHere, expr.span, "`" + expr.name.text + "` folds the rows of a window, and here is a match of a sequence",
                         "read the rows of the match by the names of their steps: `" + last_step_ + ".start`; or count in a detector of its own, without `sequence`");
    return Broken(expr.span);
  }
  if (expr.operands.size() != row.arguments) {
    checker_.sink.Report(DiagnosticCode::kWrongArguments, expr.span,
                         "`" + expr.name.text + "` takes " + std::to_string(row.arguments) + (row.arguments == 1 ? " argument" : " arguments") +
                             ", and " + std::to_string(expr.operands.size()) + (expr.operands.size() == 1 ? " is given" : " are given"),
                         row.kind == AggregateKind::kQuantile ? "write `quantile(e, 95%)`" : row.kind == AggregateKind::kLongestRun ? "write `longest_run(e, 1)`" : "");
    return Broken(expr.span);
  }
  Aggregate aggregate;
  aggregate.kind = row.kind;
  aggregate.argument = types_.Never();
  Node* argument = nullptr;
  if (row.arguments > 0) {
    const Expr* value = expr.operands[0];
    if (value->kind == ExprKind::kCall && value->name.text == "present" && value->operands.size() == 1) {
      aggregate.present_only = true;
      value = value->operands[0];
    }
    if (row.kind == AggregateKind::kShare) {
      argument = row_->CheckCondition(*value);
    } else if (aggregate.present_only) {
      argument = row_->Check(*value);
      if (!IsBroken(argument) && !types_.IsOptional(argument->type)) {
        checker_.sink.Report(DiagnosticCode::kNeverAbsent, value->span, "`" + checker_.SourceText(value->span) + "` is never absent, so `present` has no effect",
                             "leave `present(…)` out");
        argument = Widen(argument);
      }
    } else {
      argument = row_->Check(*value);
      if (!IsBroken(argument) && types_.IsOptional(argument->type)) {
        const std::string text = checker_.SourceText(value->span);
        checker_.sink.Report(DiagnosticCode::kUnguardedOptional, value->span, "`" + text + "` may be absent: its type is `" + checker_.TypeText(argument->type) + "`",
                             "drop rows without it: `present(" + text + ")`, or test it in `where`: `has " + text + "`");
        return Broken(expr.span);
      }
    }
    if (IsBroken(argument)) return argument;
    aggregate.argument = argument->type;
  }
  const TypeId element = types_.Unwrap(aggregate.argument);
  const TypeKind kind = KindOf(element);
  const bool number = kind == TypeKind::kInt || kind == TypeKind::kDecimal || kind == TypeKind::kDuration;
  const auto wrong = [&](const char* what) {
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.operands[0]->span,
                         "`" + expr.name.text + "` folds " + what + ", and this is `" + checker_.TypeText(element) + "`", "");
    return Broken(expr.span);
  };
  // Values of rows outlive the rows, so they are plain: no records, which lead back into a batch.
  if (row.arguments > 0 && (kind == TypeKind::kRecord || kind == TypeKind::kJson || kind == TypeKind::kJsonPath || kind == TypeKind::kRegex || kind == TypeKind::kList ||
                            kind == TypeKind::kSet || kind == TypeKind::kMap)) {
    return wrong("plain values");
  }
  switch (row.kind) {
    case AggregateKind::kCount:
    case AggregateKind::kDistinct: aggregate.result = Scalar(TypeKind::kInt); break;
    case AggregateKind::kSum:
      if (!number) return wrong("numbers and durations");
      aggregate.result = element;
      break;
    case AggregateKind::kMin:
    case AggregateKind::kMax:
      if (!number && kind != TypeKind::kTime && kind != TypeKind::kString) return wrong("ordered values");
      aggregate.result = element;
      break;
    case AggregateKind::kAvg:
      if (kind != TypeKind::kInt && kind != TypeKind::kDecimal) return wrong("numbers");
      aggregate.result = Scalar(TypeKind::kDecimal);
      break;
    case AggregateKind::kShare: aggregate.result = Scalar(TypeKind::kDecimal); break;
    case AggregateKind::kSet: aggregate.result = types_.SetOf(element); break;
    case AggregateKind::kLongestRun: {
      if (kind != TypeKind::kInt) return wrong("ints");
      Node* step = CheckAs(*expr.operands[1], Scalar(TypeKind::kInt), "the step");
      if (IsBroken(step)) return step;
      if (step->kind != NodeKind::kConstant || checker_.program.constants[step->index].integer < 1) {
        checker_.sink.Report(DiagnosticCode::kNotConstant, expr.operands[1]->span, "the step must be a constant of at least 1", "write `longest_run(e, 1)`");
        return Broken(expr.span);
      }
      aggregate.parameter = checker_.program.constants[step->index].integer;
      aggregate.result = Scalar(TypeKind::kInt);
      break;
    }
    case AggregateKind::kQuantile: {
      if (!number && kind != TypeKind::kTime) return wrong("ordered values");
      Node* share = CheckAs(*expr.operands[1], Scalar(TypeKind::kDecimal), "the share");
      if (IsBroken(share)) return share;
      const auto parts = share->kind == NodeKind::kConstant
                             ? Multiply(checker_.program.constants[share->index].decimal, Decimal::FromInt(1'000'000))
                             : std::nullopt;
      const auto million = parts ? parts->ToInt() : std::nullopt;
      if (!million || *million < 1 || *million > 1'000'000) {
        checker_.sink.Report(DiagnosticCode::kNotConstant, expr.operands[1]->span, "the share must be a constant above 0% and up to 100%", "write `quantile(e, 95%)`");
        return Broken(expr.span);
      }
      aggregate.parameter = *million;
      aggregate.result = element;
      break;
    }
  }
  // Where absent values are dropped, none may be left.
  const bool may_be_none = row.kind == AggregateKind::kMin || row.kind == AggregateKind::kMax || row.kind == AggregateKind::kAvg || row.kind == AggregateKind::kQuantile;
  if (aggregate.present_only && may_be_none) aggregate.result = types_.OptionalOf(aggregate.result);
  // Slots of aggregates follow the keys in the order of first use; the same aggregate twice is computed once.
  for (std::size_t i = 0; i < aggregates_->size(); ++i) {
    const Aggregate& other = (*aggregates_)[i];
    const Node* other_argument = (*aggregate_arguments_)[i];
    const bool same_argument = (other_argument == nullptr) == (argument == nullptr) &&
                               (argument == nullptr || checker_.SourceText(other_argument->span) == checker_.SourceText(argument->span));
    if (other.kind == aggregate.kind && other.present_only == aggregate.present_only && other.argument == aggregate.argument &&
        other.parameter == aggregate.parameter && same_argument) {
      return checker_.NewNode(NodeKind::kLocal, other.result, expr.span, {}, aggregate_slot_ + static_cast<std::uint32_t>(i));
    }
  }
  aggregates_->push_back(aggregate);
  aggregate_arguments_->push_back(argument);
  return checker_.NewNode(NodeKind::kLocal, aggregate.result, expr.span, {}, aggregate_slot_ + static_cast<std::uint32_t>(aggregates_->size() - 1));
}

}  // namespace writ::compiler
