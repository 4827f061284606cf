// Quantifiers, comprehensions and collection literals.
#include <algorithm>

#include "compiler/check/constants.h"
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

Node* ExpressionChecker::CheckCollection(const Expr& expr, TypeId& element) {
  Node* node = CheckPresent(expr);
  if (IsBroken(node)) return node;
  const TypeKind kind = KindOf(node->type);
  if (kind != TypeKind::kList && kind != TypeKind::kSet) {
    std::string help = "name a list or set";
    if (kind == TypeKind::kMap) help = "iterate over its keys or values";
    if (kind == TypeKind::kJson) help = "take its items: `" + checker_.SourceText(expr.span) + ".items()`";
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.span, "only lists and sets have items, and this is `" + checker_.TypeText(node->type) + "`", help);
    return Broken(expr.span);
  }
  element = types_.Get(node->type).element;
  return node;
}

Node* ExpressionChecker::CheckQuantifier(const Expr& expr) {
  TypeId element = types_.Never();
  Node* collection = CheckCollection(*expr.operands[0], element);
  FactScope scope(*this);
  const std::uint32_t slot = Bind(expr.variable, element);
  if (IsBroken(collection)) return collection;
  Node* condition = CheckCondition(*expr.operands[1]);
  if (IsBroken(condition)) return condition;
  NodeKind kind = NodeKind::kCount;
  if (expr.name.text == "any") kind = NodeKind::kAny;
  if (expr.name.text == "all") kind = NodeKind::kAll;
  if (expr.name.text == "none") kind = NodeKind::kNone;
  const TypeId type = Scalar(kind == NodeKind::kCount ? TypeKind::kInt : TypeKind::kBool);
  return checker_.NewNode(kind, type, expr.span, {collection, condition}, slot);
}

Node* ExpressionChecker::CheckComprehension(const Expr& expr) {
  TypeId element = types_.Never();
  Node* collection = CheckCollection(*expr.operands[1], element);
  FactScope scope(*this);
  const std::uint32_t slot = Bind(expr.variable, element);
  if (IsBroken(collection)) return collection;
  std::vector<Node*> operands = {collection, nullptr};
  if (expr.operands.size() > 2 && expr.operands[2] != nullptr) {
    Node* condition = CheckCondition(*expr.operands[2]);
    if (IsBroken(condition)) return condition;
    operands.push_back(condition);
    Learn(WhenTrue(*expr.operands[2]));
  }
  Node* item = CheckPresent(*expr.operands[0]);
  if (IsBroken(item)) return item;
  operands[1] = item;
  const bool is_set = expr.kind == ExprKind::kSetComprehension;
  return checker_.NewNode(is_set ? NodeKind::kSetOf : NodeKind::kListOf, is_set ? types_.SetOf(item->type) : types_.ListOf(item->type), expr.span,
                          std::move(operands), slot);
}

Node* ExpressionChecker::CheckCollectionLiteral(const Expr& expr, TypeId expected) {
  const bool is_set = expr.kind == ExprKind::kSet;
  const TypeId wanted_type = types_.Unwrap(expected);
  const TypeKind wanted = KindOf(wanted_type);
  // `{}` reads as a set; where a map is expected it is the empty map.
  if (is_set && expr.operands.empty() && wanted == TypeKind::kMap) return CheckMap(expr, expected);
  TypeId element = (wanted == TypeKind::kList || wanted == TypeKind::kSet) ? types_.Get(wanted_type).element : types_.Never();
  std::vector<Node*> items;
  bool broken = false, constant = true;
  // The first item whose type does not depend on its place decides for the others.
  if (element == types_.Never()) {
    for (const Expr* item : expr.operands) {
      if (NeedsExpected(*item)) continue;
      const std::size_t errors = checker_.sink.error_count();
      Node* node = Check(*item);
      if (checker_.sink.error_count() != errors) return Broken(expr.span);
      if (!IsBroken(node)) element = types_.Unwrap(node->type);
      break;
    }
  }
  for (const Expr* item : expr.operands) {
    Node* node = CheckPresent(*item, element);
    if (IsBroken(node)) {
      broken = true;
      continue;
    }
    if (element == types_.Never()) element = node->type;
    if (node->type != element) {
      broken = true;
      Mismatch(*item, "this item", element, node->type);
      continue;
    }
    constant = constant && node->kind == NodeKind::kConstant;
    items.push_back(node);
  }
  if (broken) return Broken(expr.span);
  if (KindOf(element) == TypeKind::kRegex || KindOf(element) == TypeKind::kRecord) constant = false;
  const TypeId type = is_set ? types_.SetOf(element) : types_.ListOf(element);
  if (!constant) return checker_.NewNode(is_set ? NodeKind::kSetLiteral : NodeKind::kListLiteral, type, expr.span, std::move(items));
  Constant value;
  value.kind = is_set ? ConstantKind::kSet : ConstantKind::kList;
  value.type = type;
  for (const Node* item : items) value.items.push_back(item->index);
  if (is_set) SortConstants(checker_.program.constants, value.items);
  return checker_.ConstantNode(std::move(value), expr.span);
}

Node* ExpressionChecker::CheckMap(const Expr& expr, TypeId expected) {
  const TypeId wanted_type = types_.Unwrap(expected);
  const bytecode::Type wanted = types_.Get(wanted_type);
  TypeId key_type = wanted.kind == TypeKind::kMap ? wanted.key : types_.Never();
  TypeId value_type = wanted.kind == TypeKind::kMap ? wanted.element : types_.Never();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
  for (std::size_t i = 0; i + 1 < expr.operands.size(); i += 2) {
    Node* key = CheckPresent(*expr.operands[i], key_type);
    Node* value = CheckPresent(*expr.operands[i + 1], value_type);
    if (IsBroken(key) || IsBroken(value)) return Broken(expr.span);
    if (key_type == types_.Never()) key_type = key->type;
    if (value_type == types_.Never()) value_type = value->type;
    if (key->type != key_type) return Mismatch(*expr.operands[i], "this key", key_type, key->type);
    if (value->type != value_type) return Mismatch(*expr.operands[i + 1], "this value", value_type, value->type);
    if (key->kind != NodeKind::kConstant || value->kind != NodeKind::kConstant) {
      checker_.sink.Report(DiagnosticCode::kNotConstant, expr.span, "keys and values of a map literal are constants", "use a list of what you need instead");
      return Broken(expr.span);
    }
    entries.push_back({key->index, value->index});
  }
  const auto& constants = checker_.program.constants;
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& a, const auto& b) { return bytecode::CompareConstants(constants, a.first, b.first) < 0; });
  Constant map;
  map.kind = ConstantKind::kMap;
  map.type = types_.MapOf(key_type, value_type);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && bytecode::CompareConstants(constants, entries[i - 1].first, entries[i].first) == 0) {
      checker_.sink.Report(DiagnosticCode::kDuplicateName, expr.span, "a key stands twice in this map", "remove one of the entries");
      return Broken(expr.span);
    }
    map.items.push_back(entries[i].first);
    map.items.push_back(entries[i].second);
  }
  return checker_.ConstantNode(std::move(map), expr.span);
}

}  // namespace writ::compiler
