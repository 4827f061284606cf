// const, param, data, input and fn: checked when first used, so that they may stand in any order.
#include "base/digest.h"
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::GlobalKind;
using bytecode::TypeId;
using bytecode::TypeKind;

namespace {

void AddGlobal(Checker& checker, Declaration& declaration, const std::string& policy, GlobalKind kind, TypeId type, ir::Node* initialiser) {
  ir::Global global;
  global.shape.kind = kind;
  global.shape.name = policy + "." + declaration.name.text;
  global.shape.type = type;
  global.shape.range = checker.RangeOf(declaration.name.span);
  global.initialiser = initialiser;
  checker.program.globals.push_back(std::move(global));
  declaration.index = static_cast<std::uint32_t>(checker.program.globals.size() - 1);
  declaration.type = type;
}

void CheckConst(Checker& checker, Declaration& declaration, const std::string& policy) {
  const auto& syntax = *static_cast<const ConstDecl*>(declaration.syntax);
  std::vector<ir::Local> locals;
  ExpressionChecker expressions(checker, policy, locals);
  ir::Node* value = nullptr;
  if (syntax.type) {
    value = expressions.CheckAs(*syntax.value, checker.ResolveType(*syntax.type), "the value of `" + declaration.name.text + "`");
  } else {
    value = expressions.CheckPresent(*syntax.value);
  }
  if (value->type != checker.program.types.Never()) {
    if (ir::Node* known = expressions.ValueOf(*value, value->span)) value = known;
  }
  if (value->type == checker.program.types.Never()) {
    declaration.state = Declaration::State::kBroken;
    return;
  }
  AddGlobal(checker, declaration, policy, GlobalKind::kConst, value->type, value);
}

void CheckParam(Checker& checker, Declaration& declaration, const std::string& policy) {
  const auto& syntax = *static_cast<const ParamDecl*>(declaration.syntax);
  std::vector<ir::Local> locals;
  ExpressionChecker expressions(checker, policy, locals);
  const TypeId type = checker.ResolveType(syntax.type);
  ir::Node* value = expressions.CheckAs(*syntax.value, type, "the default of `" + declaration.name.text + "`");
  if (value->type == checker.program.types.Never()) {
    declaration.state = Declaration::State::kBroken;
    return;
  }
  AddGlobal(checker, declaration, policy, GlobalKind::kParam, type, value);
}

void CheckData(Checker& checker, Declaration& declaration, const std::string& policy) {
  const auto& syntax = *static_cast<const DataDecl*>(declaration.syntax);
  const TypeId type = checker.ResolveType(syntax.type);
  std::string digest;
  const auto constant = LoadData(checker, syntax, type, declaration.file, digest);
  if (!constant) {
    declaration.state = Declaration::State::kBroken;
    return;
  }
  AddGlobal(checker, declaration, policy, GlobalKind::kData, type, nullptr);
  bytecode::Global& shape = checker.program.globals.back().shape;
  shape.constant = *constant;
  shape.data_digest = digest;
  for (const StringPart& part : syntax.path->parts) shape.data_path += part.text;
}

void CheckInput(Checker& checker, Declaration& declaration, const std::string& policy) {
  const auto& syntax = *static_cast<const InputDecl*>(declaration.syntax);
  AddGlobal(checker, declaration, policy, GlobalKind::kInput, checker.ResolveType(syntax.type), nullptr);
}

void CheckFunction(Checker& checker, Declaration& declaration, const std::string& policy) {
  const auto& syntax = *static_cast<const FnDecl*>(declaration.syntax);
  ir::Function function;
  function.name = policy + "." + declaration.name.text;
  ExpressionChecker expressions(checker, policy, function.locals);
  for (const FnParam& param : syntax.params) expressions.Bind(param.name, checker.ResolveType(param.type));
  function.parameter_count = static_cast<std::uint32_t>(syntax.params.size());
  function.result = checker.ResolveType(syntax.result);
  function.body = expressions.CheckAs(*syntax.body, function.result, "the body of `" + declaration.name.text + "`");
  if (function.body->type == checker.program.types.Never()) {
    declaration.state = Declaration::State::kBroken;
    return;
  }
  declaration.type = function.result;
  checker.program.functions.push_back(std::move(function));
  declaration.index = static_cast<std::uint32_t>(checker.program.functions.size() - 1);
}

}  // namespace

void CheckDeclaration(Checker& checker, Declaration& declaration, const std::string& policy) {
  switch (declaration.kind) {
    case DeclarationKind::kConst: CheckConst(checker, declaration, policy); break;
    case DeclarationKind::kParam: CheckParam(checker, declaration, policy); break;
    case DeclarationKind::kData: CheckData(checker, declaration, policy); break;
    case DeclarationKind::kInput: CheckInput(checker, declaration, policy); break;
    case DeclarationKind::kFunction: CheckFunction(checker, declaration, policy); break;
  }
}

}  // namespace writ::compiler
