// Names, members and methods, and the entry to everything else.
#include "compiler/check/expression.h"

#include "base/suggest.h"
#include "compiler/parse/foreign_words.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

std::uint32_t ExpressionChecker::BrokenConstant() {
  Constant constant;
  constant.kind = ConstantKind::kBool;
  constant.type = types_.Never();
  return checker_.AddConstant(constant);
}

std::uint32_t ExpressionChecker::Bind(const Name& name, TypeId type) {
  const std::uint32_t slot = BindHidden(type);
  BindAt(slot, name, type);
  return slot;
}

void ExpressionChecker::BindAt(std::uint32_t slot, const Name& name, TypeId type) {
  locals_[slot] = {name.text, type};
  if (name.text.empty()) return;   // reported by the parser
  const Variable* other = FindVariable(name.text);
  const Declaration* declared = checker_.Find(policy_, name.text);
  if (other != nullptr || declared != nullptr || name.text == "now") {
    Diagnostic& d = checker_.sink.Report(DiagnosticCode::kDuplicateName, name.span, "`" + name.text + "` already has a meaning here",
                                         "choose another name; nothing is ever shadowed");
    if (other != nullptr) d.labels.push_back({other->span, "first meaning"});
    if (declared != nullptr) d.labels.push_back({declared->name.span, "first meaning"});
  }
  variables_.push_back({name.text, slot, name.span});
}

std::uint32_t ExpressionChecker::BindStep(const Name& name, TypeId type, bool without) {
  const std::size_t before = variables_.size();
  const std::uint32_t slot = Bind(name, type);
  if (variables_.size() != before) variables_.back().has_value = !without;
  return slot;
}

std::uint32_t ExpressionChecker::BindHidden(TypeId type) {
  locals_.push_back({"", type});
  return static_cast<std::uint32_t>(locals_.size() - 1);
}

const Variable* ExpressionChecker::FindVariable(const std::string& name) const {
  for (auto at = variables_.rbegin(); at != variables_.rend(); ++at) {
    if (at->name == name) return &*at;
  }
  return nullptr;
}

namespace {

// A text that is meant as a pattern, as one; without its values, which no pattern can have.
std::string PatternText(const Expr& expr) {
  if (expr.kind != ExprKind::kString || expr.parts.size() != 1 || expr.parts[0].expr != nullptr || expr.parts[0].text.find('\n') != std::string::npos) return "re\"…\"";
  std::string out = "re\"";
  for (const char c : expr.parts[0].text) out += c == '"' ? std::string("\\\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

Node* ExpressionChecker::Mismatch(const Expr& expr, std::string_view what, TypeId wanted, TypeId seen) {
  std::string help;
  const TypeKind from = KindOf(types_.Unwrap(seen)), to = KindOf(wanted);
  const std::string text = checker_.SourceText(expr.span);
  if (from == TypeKind::kInt && to == TypeKind::kDecimal) help = "convert it: `" + text + ".to_decimal()`";
  if (from == TypeKind::kInt && to == TypeKind::kString) help = "convert it: `" + text + ".to_string()`";
  if (from == TypeKind::kString && to == TypeKind::kInt) help = "convert it: `" + text + ".to_int()`, which is absent for text that is no number";
  if (from == TypeKind::kString && to == TypeKind::kIp) help = "convert it: `" + text + ".to_ip()`, which is absent for text that is no address";
  if (from == TypeKind::kString && to == TypeKind::kRegex) help = "write a pattern: `" + PatternText(expr) + "`";
  if (from == TypeKind::kString && to == TypeKind::kJsonPath) help = "write a query: `jp" + (text.size() > 1 && text[0] == '"' ? text : "\"…\"") + "`";
  if (from == TypeKind::kInt && to == TypeKind::kDuration) help = "a duration has a unit: `10m`, `1h30m`, `250ms`";
  if (to == TypeKind::kBool && (from == TypeKind::kList || from == TypeKind::kSet || from == TypeKind::kString)) {
    help = "ask a question about it: `" + text + " is not empty`";
  }
  checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.span,
                       std::string(what) + " must be `" + checker_.TypeText(wanted) + "`, and this is `" + checker_.TypeText(seen) + "`",
                       help);
  return Broken(expr.span);
}

Node* ExpressionChecker::RequirePresent(const Expr& expr, Node* node) {
  if (IsBroken(node) || !types_.IsOptional(node->type)) return node;
  const std::string text = checker_.SourceText(expr.span);
  std::string guard, fallback;
  if (!PathOf(expr).empty()) guard = "test it first: `has " + text + "`";
  switch (KindOf(types_.Unwrap(node->type))) {
    case TypeKind::kInt: fallback = "0"; break;
    case TypeKind::kDecimal: fallback = "0.0"; break;
    case TypeKind::kString: fallback = "\"\""; break;
    case TypeKind::kBool: fallback = "false"; break;
    case TypeKind::kDuration: fallback = "0s"; break;
    default: break;
  }
  std::string help = guard;
  if (!fallback.empty()) help += (help.empty() ? "give a default: `(" : ", or give a default: `(") + text + " ?? " + fallback + ")`";
  if (help.empty()) help = "bind it: `let v = " + text + " else skip`";
  checker_.sink.Report(DiagnosticCode::kUnguardedOptional, expr.span,
                       "`" + text + "` may be absent: its type is `" + checker_.TypeText(node->type) + "`", help);
  return Broken(expr.span);
}

Node* ExpressionChecker::Widen(Node* node) {
  if (IsBroken(node) || types_.IsOptional(node->type)) return node;
  return checker_.NewNode(NodeKind::kWiden, types_.OptionalOf(node->type), node->span, {node});
}

Node* ExpressionChecker::CheckPresent(const Expr& expr, TypeId expected) { return RequirePresent(expr, Check(expr, expected)); }

Node* ExpressionChecker::CheckAs(const Expr& expr, TypeId type, std::string_view what) {
  Node* node = Check(expr, types_.Unwrap(type));
  if (IsBroken(node) || type == types_.Never()) return node;
  if (types_.IsOptional(type)) {
    node = Widen(node);
  } else {
    node = RequirePresent(expr, node);
    if (IsBroken(node)) return node;
  }
  return node->type == type ? node : Mismatch(expr, what, type, node->type);
}

Node* ExpressionChecker::CheckCondition(const Expr& expr) { return CheckAs(expr, Scalar(TypeKind::kBool), "a condition"); }

Node* ExpressionChecker::Check(const Expr& expr, TypeId expected) {
  switch (expr.kind) {
    case ExprKind::kInt:
    case ExprKind::kDecimal:
    case ExprKind::kPercent:
    case ExprKind::kDuration:
    case ExprKind::kSize:
    case ExprKind::kRegex:
    case ExprKind::kIp:
    case ExprKind::kTime:
    case ExprKind::kJsonPath:
    case ExprKind::kBool: return CheckLiteral(expr, expected);
    case ExprKind::kString: return CheckString(expr);
    case ExprKind::kName: return Narrowed(expr, CheckName(expr, expected));
    case ExprKind::kCall: return CheckCall(expr, expected);
    case ExprKind::kQuantifier: return CheckQuantifier(expr);
    case ExprKind::kMember: return Narrowed(expr, CheckMember(expr, false));
    case ExprKind::kMethod: return Narrowed(expr, CheckMethod(expr, false));
    case ExprKind::kIndex: return CheckIndex(expr);
    case ExprKind::kNot: {
      Node* operand = CheckCondition(*expr.operands[0]);
      return IsBroken(operand) ? operand : Not(operand, expr.span);
    }
    case ExprKind::kNegate: return CheckNegate(expr, expected);
    case ExprKind::kHas: return CheckHas(expr);
    case ExprKind::kBinary: return CheckBinary(expr, expected);
    case ExprKind::kIs: return CheckIs(expr);
    case ExprKind::kList:
    case ExprKind::kSet: return CheckCollectionLiteral(expr, expected);
    case ExprKind::kMap: return CheckMap(expr, expected);
    case ExprKind::kListComprehension:
    case ExprKind::kSetComprehension: return CheckComprehension(expr);
    case ExprKind::kError: return Broken(expr.span);
  }
  return Broken(expr.span);
}

// An optional that is known to be present here becomes its element type.
Node* ExpressionChecker::Narrowed(const Expr& expr, Node* node) {
  if (IsBroken(node) || !types_.IsOptional(node->type)) return node;
  const std::string path = PathOf(expr);
  if (path.empty() || facts_.count(path) == 0) return node;
  return checker_.NewNode(NodeKind::kUnwrap, types_.Unwrap(node->type), expr.span, {node});
}

Node* ExpressionChecker::UseDeclaration(const Name& name, const std::string& policy, Span span) {
  Declaration* declaration = checker_.Find(policy, name.text);
  if (declaration == nullptr) return nullptr;
  declaration->used = true;
  if (declaration->kind == DeclarationKind::kFunction) {
    checker_.sink.Report(DiagnosticCode::kUnknownName, span, "`" + name.text + "` is a function and must be called",
                         "write `" + checker_.SourceText(span) + "(…)`");
    return Broken(span);
  }
  if (!checker_.Ensure(*declaration, policy, span)) return Broken(span);
  // A constant that is a literal is used as the literal.
  const ir::Global& global = checker_.program.globals[declaration->index];
  if (declaration->kind == DeclarationKind::kConst && global.initialiser->kind == NodeKind::kConstant) {
    return checker_.NewNode(NodeKind::kConstant, declaration->type, span, {}, global.initialiser->index);
  }
  return checker_.NewNode(NodeKind::kGlobal, declaration->type, span, {}, declaration->index);
}

Node* ExpressionChecker::CheckName(const Expr& expr, TypeId expected) {
  const std::string& name = expr.name.text;
  if (name.empty()) return Broken(expr.span);   // reported by the parser
  if (const Variable* variable = FindVariable(name)) {
    if (!variable->has_value) {
      checker_.sink.Report(DiagnosticCode::kStepValue, expr.span, "`" + name + "` is a `without` step, and no row matched it",
                           "read a step that comes, such as `" + last_step_ + "`")
          .labels.push_back({variable->span, "must not come"});
      return Broken(expr.span);
    }
    return checker_.NewNode(NodeKind::kLocal, locals_[variable->slot].type, expr.span, {}, variable->slot);
  }
  if (const Variable* variable = row_ == nullptr ? nullptr : row_->FindVariable(name)) {
    if (row_->locals_[variable->slot].type == types_.Never()) return Broken(expr.span);   // its `let` is reported
    checker_.sink.Report(DiagnosticCode::kRowVariableHere, expr.span, "`" + name + "` is a variable of the rows, and here is a whole " + (last_step_.empty() ? "window" : "match"),
                         !last_step_.empty() ? "read it of a step: `" + last_step_ + ".…`"
                         : "use it inside an aggregate, such as `distinct(" + name + ".…)`, or a key by the name after `as`");
    return Broken(expr.span);
  }
  if (Node* declared = UseDeclaration(expr.name, policy_, expr.span)) return declared;
  if (name == "now") {
    // `now` is the first global of every program (check.cc).
    return checker_.NewNode(NodeKind::kGlobal, Scalar(TypeKind::kTime), expr.span, {}, 0);
  }
  if (KindOf(types_.Unwrap(expected)) == TypeKind::kEnum) {
    const TypeId type = types_.Unwrap(expected);
    const bytecode::EnumType& info = types_.EnumInfo(type);
    for (std::size_t i = 0; i < info.members.size(); ++i) {
      if (info.members[i] == name) {
        Constant constant;
        constant.kind = ConstantKind::kEnum;
        constant.type = type;
        constant.integer = static_cast<std::int64_t>(i);
        return checker_.ConstantNode(constant, expr.span);
      }
    }
    std::string help = DidYouMean(name, info.members);
    if (help.empty()) {
      help = "its members are";
      for (const std::string& member : info.members) help += " `" + member + "`";
    }
    checker_.sink.Report(DiagnosticCode::kUnknownMember, expr.span, "`" + name + "` is no member of `" + checker_.TypeText(type) + "`", help);
    return Broken(expr.span);
  }
  std::vector<std::string> names;
  for (const Variable& variable : variables_) names.push_back(variable.name);
  const auto scope = checker_.scopes.find(policy_);
  if (scope != checker_.scopes.end()) {
    for (const auto& [declared, unused] : scope->second.declarations) names.push_back(declared);
    for (const Import& import : scope->second.imports) {
      names.push_back(import.alias);
      if (import.alias == name) {
        checker_.sink.Report(DiagnosticCode::kUnknownName, expr.span, "`" + name + "` is an imported policy, not a value",
                             "name something in it: `" + name + ".…`");
        return Broken(expr.span);
      }
    }
  }
  std::string help(ForeignWordHelp(name));
  if (help.empty()) help = DidYouMean(name, names);
  checker_.sink.Report(DiagnosticCode::kUnknownName, expr.span, "`" + name + "` is not known here", help);
  return Broken(expr.span);
}

// The policy behind an alias, when `expr` is one and no variable hides it.
const std::string* ExpressionChecker::ImportedPolicy(const Expr& expr) {
  if (expr.kind != ExprKind::kName || FindVariable(expr.name.text) != nullptr) return nullptr;
  const auto scope = checker_.scopes.find(policy_);
  if (scope == checker_.scopes.end()) return nullptr;
  for (Import& import : scope->second.imports) {
    if (import.alias == expr.name.text) {
      import.used = true;
      return &import.policy;
    }
  }
  return nullptr;
}

// The object of a member or method. `lenient` (inside `has`): an optional on the way is passed through.
Node* ExpressionChecker::CheckReceiver(const Expr& expr, bool lenient, bool& chain) {
  const Expr& object = *expr.operands[0];
  Node* node = nullptr;
  if (lenient && object.kind == ExprKind::kMember) {
    node = Narrowed(object, CheckMember(object, true));
  } else if (lenient && object.kind == ExprKind::kMethod) {
    node = Narrowed(object, CheckMethod(object, true));
  } else {
    node = Check(object);
  }
  if (IsBroken(node)) return node;
  chain = false;
  if (types_.IsOptional(node->type)) {
    if (lenient || expr.optional_chain) {
      chain = true;
    } else {
      const std::string text = checker_.SourceText(object.span);
      std::string help = "pass absence on: `" + text + "?." + checker_.SourceText({expr.span.file, expr.name.span.begin, expr.span.end}) + "`";
      if (!PathOf(object).empty()) help += ", or test it first: `has " + text + "`";
      checker_.sink.Report(DiagnosticCode::kUnguardedOptional, object.span,
                           "`" + text + "` may be absent: its type is `" + checker_.TypeText(node->type) + "`", help);
      return Broken(expr.span);
    }
  } else if (expr.optional_chain && !lenient) {
    checker_.sink.Report(DiagnosticCode::kNeverAbsent, expr.op_span, "`" + checker_.SourceText(object.span) + "` is never absent",
                         "write `" + checker_.SourceText(object.span) + "." + expr.name.text + "`");
  }
  return node;
}

Node* ExpressionChecker::CheckMember(const Expr& expr, bool lenient) {
  const Expr& object = *expr.operands[0];
  if (waiver_subject_ && object.kind == ExprKind::kName && object.name.text == "subject") {
    Constant key;
    key.kind = ConstantKind::kString;
    key.type = Scalar(TypeKind::kString);
    key.text = expr.name.text;
    Constant empty = key;
    empty.text.clear();
    const TypeId string = Scalar(TypeKind::kString);
    Node* subject = checker_.NewNode(NodeKind::kLocal, locals_[*waiver_subject_].type, object.span, {}, *waiver_subject_);
    Node* get = checker_.NewNode(NodeKind::kBuiltin, types_.OptionalOf(string), expr.span, {subject, checker_.ConstantNode(key, expr.span)},
                                 static_cast<std::uint32_t>(bytecode::BuiltinId::kMapGet));
    return checker_.NewNode(NodeKind::kCoalesce, string, expr.span, {get, checker_.ConstantNode(empty, expr.span)});
  }
  if (const std::string* policy = ImportedPolicy(object)) {
    if (checker_.scopes.count(*policy) == 0) return Broken(expr.span);   // its import is reported
    if (Node* declared = UseDeclaration(expr.name, *policy, expr.span)) return declared;
    std::vector<std::string> names;
    for (const auto& [name, unused] : checker_.scopes[*policy].declarations) names.push_back(name);
    checker_.sink.Report(DiagnosticCode::kUnknownName, expr.name.span, "policy `" + *policy + "` declares no `" + expr.name.text + "`",
                         DidYouMean(expr.name.text, names));
    return Broken(expr.span);
  }
  bool chain = false;
  Node* node = CheckReceiver(expr, lenient, chain);
  return IsBroken(node) ? node : ReadMember(expr, node, chain);
}

Node* ExpressionChecker::ReadMember(const Expr& expr, Node* object, bool chain) {
  const TypeId owner = types_.Unwrap(object->type);
  const std::string& name = expr.name.text;
  std::vector<std::string> fields, methods;
  if (KindOf(owner) == TypeKind::kRecord) {
    const auto record = static_cast<bytecode::RecordId>(types_.Get(owner).index);
    if (const auto field = bytecode::FindField(record, name)) {
      const TypeId type = checker_.field_types[static_cast<std::size_t>(*field)];
      const auto index = static_cast<std::uint32_t>(*field);
      if (chain) return checker_.NewNode(NodeKind::kFieldOpt, types_.OptionalOf(type), expr.span, {object}, index);
      return checker_.NewNode(NodeKind::kField, type, expr.span, {object}, index);
    }
    for (const auto& row : bytecode::AllFields()) {
      if (row.owner == record) fields.emplace_back(row.name);
    }
  }
  for (const BuiltinSignature& builtin : checker_.builtins) {
    TypeBinding binding;
    if (Unify(types_, builtin.parameters[0], owner, binding)) methods.emplace_back(builtin.name);
  }
  std::string help;
  for (const std::string& method : methods) {
    if (method == name) help = "it is a method: `" + checker_.SourceText(expr.span) + "(…)`";
  }
  if (help.empty()) {
    std::vector<std::string> all = fields;
    all.insert(all.end(), methods.begin(), methods.end());
    help = DidYouMean(name, all);
  }
  if (help.empty() && !fields.empty()) {
    help = "its fields are";
    for (const std::string& field : fields) help += " `" + field + "`";
  }
  checker_.sink.Report(DiagnosticCode::kUnknownField, expr.name.span,
                       "field `" + name + "` not in type `" + checker_.TypeText(owner) + "`", help);
  return Broken(expr.span);
}

Node* ExpressionChecker::CheckMethod(const Expr& expr, bool lenient) {
  if (const std::string* policy = ImportedPolicy(*expr.operands[0])) {
    if (checker_.scopes.count(*policy) == 0) return Broken(expr.span);
    Declaration* declaration = checker_.Find(*policy, expr.name.text);
    if (declaration != nullptr && declaration->kind == DeclarationKind::kFunction) return CallFunction(expr, *declaration, *policy, 1);
    std::vector<std::string> names;
    for (const auto& [name, other] : checker_.scopes[*policy].declarations) {
      if (other.kind == DeclarationKind::kFunction) names.push_back(name);
    }
    checker_.sink.Report(DiagnosticCode::kUnknownFunction, expr.name.span, "policy `" + *policy + "` declares no function `" + expr.name.text + "`",
                         DidYouMean(expr.name.text, names));
    return Broken(expr.span);
  }
  bool chain = false;
  Node* node = CheckReceiver(expr, lenient, chain);
  return IsBroken(node) ? node : ApplyMethod(expr, node, chain);
}

std::optional<ir::At> ExpressionChecker::CheckAt(const Expr& expr) {
  Node* node = Check(expr);
  if (IsBroken(node)) return std::nullopt;
  while (node->kind == NodeKind::kUnwrap) node = node->operands[0];
  if (node->kind == NodeKind::kField || node->kind == NodeKind::kFieldOpt) {
    Node* record = node->operands[0];
    // A place of what is absent names none; the subject then stands for it.
    if (types_.IsOptional(record->type)) record = checker_.NewNode(NodeKind::kUnwrap, types_.Unwrap(record->type), record->span, {record});
    return ir::At{record, static_cast<bytecode::FieldId>(node->index)};
  }
  if (KindOf(types_.Unwrap(node->type)) == TypeKind::kRecord) return ir::At{node, std::nullopt};
  checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.span,
                       "`at` names a place: a record or a field of one, and this is `" + checker_.TypeText(node->type) + "`",
                       "name the variable of `for each`, or a field such as `op.security`");
  return std::nullopt;
}

}  // namespace writ::compiler
