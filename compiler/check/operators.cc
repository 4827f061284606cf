// Operators: logic with flow facts, comparison, membership, `??`, arithmetic. No implicit conversion anywhere.
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

Node* ExpressionChecker::CheckBinary(const Expr& expr, TypeId expected) {
  switch (expr.op) {
    case BinaryOp::kOr:
    case BinaryOp::kAnd: return CheckLogic(expr);
    case BinaryOp::kEqual:
    case BinaryOp::kNotEqual: return CheckEquality(expr);
    case BinaryOp::kLess:
    case BinaryOp::kLessEqual:
    case BinaryOp::kGreater:
    case BinaryOp::kGreaterEqual: return CheckOrder(expr);
    case BinaryOp::kIn:
    case BinaryOp::kNotIn: return CheckMembership(expr);
    case BinaryOp::kMatches:
    case BinaryOp::kNotMatches:
    case BinaryOp::kContains:
    case BinaryOp::kNotContains: return CheckTextTest(expr);
    case BinaryOp::kCoalesce: return CheckCoalesce(expr, expected);
    case BinaryOp::kAdd:
    case BinaryOp::kSubtract:
    case BinaryOp::kMultiply:
    case BinaryOp::kDivide:
    case BinaryOp::kModulo: return CheckArithmetic(expr, expected);
  }
  return Broken(expr.span);
}

Node* ExpressionChecker::CheckLogic(const Expr& expr) {
  const bool is_and = expr.op == BinaryOp::kAnd;
  Node* left = CheckCondition(*expr.operands[0]);
  Node* right = nullptr;
  {
    FactScope scope(*this);
    Learn(is_and ? WhenTrue(*expr.operands[0]) : WhenFalse(*expr.operands[0]));
    right = CheckCondition(*expr.operands[1]);
  }
  if (IsBroken(left) || IsBroken(right)) return Broken(expr.span);
  return checker_.NewNode(is_and ? NodeKind::kAnd : NodeKind::kOr, Scalar(TypeKind::kBool), expr.span, {left, right});
}

// Whether an expression has its type from its place: a bare enum word, an integer literal, a collection of those.
bool ExpressionChecker::NeedsExpected(const Expr& expr) const {
  switch (expr.kind) {
    case ExprKind::kInt:
    case ExprKind::kIp: return true;
    case ExprKind::kNegate: return NeedsExpected(*expr.operands[0]);
    case ExprKind::kName:
      return FindVariable(expr.name.text) == nullptr && checker_.Find(policy_, expr.name.text) == nullptr && expr.name.text != "now";
    case ExprKind::kList:
    case ExprKind::kSet: {
      for (const Expr* item : expr.operands) {
        if (!NeedsExpected(*item)) return false;
      }
      return true;
    }
    default: return false;
  }
}

std::pair<Node*, Node*> ExpressionChecker::CheckBoth(const Expr& left, const Expr& right) {
  if (NeedsExpected(left) && !NeedsExpected(right)) {
    Node* r = CheckPresent(right);
    // Without the one side there is nothing that the other could take its type from.
    return {IsBroken(r) ? r : CheckPresent(left, r->type), r};
  }
  Node* l = CheckPresent(left);
  return {l, IsBroken(l) && NeedsExpected(right) ? l : CheckPresent(right, l->type)};
}

Node* ExpressionChecker::CheckEquality(const Expr& expr) {
  const auto [left, right] = CheckBoth(*expr.operands[0], *expr.operands[1]);
  if (IsBroken(left) || IsBroken(right)) return Broken(expr.span);
  if (left->type != right->type) {
    Diagnostic& d = checker_.sink.Report(DiagnosticCode::kNotComparable, expr.span,
                         "`" + checker_.TypeText(left->type) + "` and `" + checker_.TypeText(right->type) + "` cannot be compared",
                         "both sides must have the same type; there is no implicit conversion");
    if (KindOf(right->type) == TypeKind::kRegex) d.help = "to match a pattern write `matches` (the whole text) or `contains` (a part)";
    if (KindOf(right->type) == TypeKind::kCidr && KindOf(left->type) == TypeKind::kIp) d.help = "to test whether an address lies in a block write `in`";
    const Expr& text = KindOf(left->type) == TypeKind::kEnum ? *expr.operands[1] : *expr.operands[0];
    const bool has_member = KindOf(left->type) == TypeKind::kEnum || KindOf(right->type) == TypeKind::kEnum;
    if (has_member && text.kind == ExprKind::kString) d.help = "a member is a bare word: write it without quotation marks";
    return Broken(expr.span);
  }
  if (KindOf(left->type) == TypeKind::kJsonPath) {
    checker_.sink.Report(DiagnosticCode::kNotComparable, expr.span, "queries cannot be compared", "compare what they find: `….find(jp\"…\")`");
    return Broken(expr.span);
  }
  if (KindOf(left->type) == TypeKind::kRegex) {
    checker_.sink.Report(DiagnosticCode::kNotComparable, expr.span, "patterns cannot be compared", "compare what they match");
    return Broken(expr.span);
  }
  Node* equal = checker_.NewNode(NodeKind::kEqual, Scalar(TypeKind::kBool), expr.span, {left, right});
  return expr.op == BinaryOp::kEqual ? equal : Not(equal, expr.span);
}

Node* ExpressionChecker::CheckOrder(const Expr& expr) {
  auto [left, right] = CheckBoth(*expr.operands[0], *expr.operands[1]);
  if (IsBroken(left) || IsBroken(right)) return Broken(expr.span);
  const TypeKind kind = KindOf(left->type);
  const bool ordered = kind == TypeKind::kInt || kind == TypeKind::kDecimal || kind == TypeKind::kDuration || kind == TypeKind::kString ||
                       kind == TypeKind::kTime;
  if (left->type != right->type || !ordered) {
    std::string help = "order is defined between two values of int, decimal, duration, string or time";
    if (left->type != right->type && KindOf(right->type) == TypeKind::kDecimal && kind == TypeKind::kInt) {
      help = "convert it: `" + checker_.SourceText(expr.operands[0]->span) + ".to_decimal()`";
    } else if (left->type != right->type && KindOf(right->type) == TypeKind::kInt && kind == TypeKind::kDecimal) {
      help = "convert it: `" + checker_.SourceText(expr.operands[1]->span) + ".to_decimal()`";
    }
    checker_.sink.Report(DiagnosticCode::kNotComparable, expr.span,
                         "`" + checker_.TypeText(left->type) + "` and `" + checker_.TypeText(right->type) + "` have no order", help);
    return Broken(expr.span);
  }
  if (expr.op == BinaryOp::kGreater || expr.op == BinaryOp::kGreaterEqual) std::swap(left, right);
  const bool strict = expr.op == BinaryOp::kLess || expr.op == BinaryOp::kGreater;
  return checker_.NewNode(strict ? NodeKind::kLess : NodeKind::kLessEqual, Scalar(TypeKind::kBool), expr.span, {left, right});
}

Node* ExpressionChecker::CheckMembership(const Expr& expr) {
  const Expr& item_expr = *expr.operands[0];
  const Expr& container_expr = *expr.operands[1];
  Node* item = nullptr;
  Node* container = nullptr;
  const auto element_of = [&](TypeId type) {
    switch (KindOf(type)) {
      case TypeKind::kList:
      case TypeKind::kSet: return types_.Get(type).element;
      case TypeKind::kMap: return types_.Get(type).key;
      default: return types_.Never();
    }
  };
  if (NeedsExpected(item_expr) && !NeedsExpected(container_expr)) {
    container = CheckPresent(container_expr);
    if (IsBroken(container)) return Broken(expr.span);
    TypeId wanted = element_of(container->type);
    if (item_expr.kind == ExprKind::kIp) wanted = Scalar(TypeKind::kIp);
    item = CheckPresent(item_expr, wanted);
  } else {
    item = CheckPresent(item_expr);
    if (IsBroken(item) && NeedsExpected(container_expr)) return Broken(expr.span);
    TypeId wanted = item->type;
    if (KindOf(wanted) == TypeKind::kIp && (container_expr.kind == ExprKind::kSet || container_expr.kind == ExprKind::kList)) wanted = Scalar(TypeKind::kCidr);
    if (!IsBroken(item)) wanted = container_expr.kind == ExprKind::kList ? types_.ListOf(wanted) : types_.SetOf(wanted);
    container = CheckPresent(container_expr, wanted);
  }
  if (IsBroken(item) || IsBroken(container)) return Broken(expr.span);
  const TypeKind kind = KindOf(container->type);
  const TypeId element = element_of(container->type);
  const bool ip_in_blocks = KindOf(item->type) == TypeKind::kIp &&
                            (kind == TypeKind::kCidr || ((kind == TypeKind::kList || kind == TypeKind::kSet) && KindOf(element) == TypeKind::kCidr));
  const bool fits = ip_in_blocks || (element != types_.Never() && element == item->type) ||
                    ((kind == TypeKind::kList || kind == TypeKind::kSet) && KindOf(element) == TypeKind::kNever);
  if (!fits) {
    std::string help = "the right side is a list, set or map (its keys) of the left side's type; an ip may be looked up in blocks";
    if (kind == TypeKind::kString) help = "to look for a part of a text write `" + checker_.SourceText(container_expr.span) + " contains " + checker_.SourceText(item_expr.span) + "`";
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.span,
                         "`" + checker_.TypeText(item->type) + "` cannot be in `" + checker_.TypeText(container->type) + "`", help);
    return Broken(expr.span);
  }
  Node* in = checker_.NewNode(NodeKind::kIn, Scalar(TypeKind::kBool), expr.span, {item, container});
  return expr.op == BinaryOp::kIn ? in : Not(in, expr.span);
}

Node* ExpressionChecker::CheckTextTest(const Expr& expr) {
  const bool whole = expr.op == BinaryOp::kMatches || expr.op == BinaryOp::kNotMatches;
  const bool negated = expr.op == BinaryOp::kNotMatches || expr.op == BinaryOp::kNotContains;
  Node* text = CheckPresent(*expr.operands[0]);
  if (IsBroken(text)) {
    Check(*expr.operands[1]);
    return Broken(expr.span);
  }
  Node* result = nullptr;
  const TypeKind kind = KindOf(text->type);
  if (!whole && (kind == TypeKind::kList || kind == TypeKind::kSet)) {
    const TypeId element = types_.Get(text->type).element;
    Node* item = CheckAs(*expr.operands[1], element, "the right side of `contains`");
    if (IsBroken(item)) return Broken(expr.span);
    result = checker_.NewNode(NodeKind::kIn, Scalar(TypeKind::kBool), expr.span, {item, text});
  } else {
    if (kind != TypeKind::kString) {
      return Mismatch(*expr.operands[0], whole ? "the left side of `matches`" : "the left side of `contains`", Scalar(TypeKind::kString), text->type);
    }
    Node* pattern = CheckPresent(*expr.operands[1]);
    if (IsBroken(pattern)) return Broken(expr.span);
    const TypeKind pattern_kind = KindOf(pattern->type);
    if (pattern_kind != TypeKind::kRegex && (whole || pattern_kind != TypeKind::kString)) {
      return Mismatch(*expr.operands[1], whole ? "the right side of `matches`" : "the right side of `contains`", Scalar(TypeKind::kRegex), pattern->type);
    }
    result = checker_.NewNode(whole ? NodeKind::kMatches : NodeKind::kContains, Scalar(TypeKind::kBool), expr.span, {text, pattern});
  }
  return negated ? Not(result, expr.span) : result;
}

Node* ExpressionChecker::CheckCoalesce(const Expr& expr, TypeId expected) {
  Node* left = Check(*expr.operands[0], expected);
  if (IsBroken(left)) {
    if (!NeedsExpected(*expr.operands[1])) Check(*expr.operands[1], expected);
    return left;
  }
  if (!types_.IsOptional(left->type)) {
    checker_.sink.Report(DiagnosticCode::kNeverAbsent, expr.op_span,
                         "`" + checker_.SourceText(expr.operands[0]->span) + "` is never absent, so its default is never used",
                         "write `" + checker_.SourceText(expr.operands[0]->span) + "` alone");
    Check(*expr.operands[1], left->type);
    return left;
  }
  const TypeId element = types_.Unwrap(left->type);
  Node* right = Check(*expr.operands[1], element);
  if (IsBroken(right)) return right;
  if (types_.Unwrap(right->type) != element) return Mismatch(*expr.operands[1], "the default of `??`", element, right->type);
  return checker_.NewNode(NodeKind::kCoalesce, right->type, expr.span, {left, right});
}

Node* ExpressionChecker::CheckArithmetic(const Expr& expr, TypeId expected) {
  const Expr& left_expr = *expr.operands[0];
  const Expr& right_expr = *expr.operands[1];
  Node* left = nullptr;
  Node* right = nullptr;
  if (NeedsExpected(left_expr) && NeedsExpected(right_expr)) {
    left = CheckPresent(left_expr, expected);
    right = CheckPresent(right_expr, expected);
  } else {
    const TypeId wants_decimal = Scalar(TypeKind::kDecimal);
    // Only a decimal on the other side gives a literal its type: `d * 2` scales a duration by an int.
    if (NeedsExpected(left_expr)) {
      right = CheckPresent(right_expr);
      left = CheckPresent(left_expr, right->type == wants_decimal ? wants_decimal : types_.Never());
    } else {
      left = CheckPresent(left_expr);
      right = CheckPresent(right_expr, left->type == wants_decimal ? wants_decimal : types_.Never());
    }
  }
  if (IsBroken(left) || IsBroken(right)) return Broken(expr.span);
  NodeKind kind = NodeKind::kAdd;
  switch (expr.op) {
    case BinaryOp::kSubtract: kind = NodeKind::kSubtract; break;
    case BinaryOp::kMultiply: kind = NodeKind::kMultiply; break;
    case BinaryOp::kDivide: kind = NodeKind::kDivide; break;
    case BinaryOp::kModulo: kind = NodeKind::kModulo; break;
    default: break;
  }
  const TypeKind a = KindOf(left->type), b = KindOf(right->type);
  const bool additive = kind == NodeKind::kAdd || kind == NodeKind::kSubtract;
  TypeId result = types_.Never();
  if (a == TypeKind::kInt && b == TypeKind::kInt) result = left->type;
  if (a == TypeKind::kDecimal && b == TypeKind::kDecimal && kind != NodeKind::kModulo) result = left->type;
  if (a == TypeKind::kDuration && b == TypeKind::kDuration && additive) result = left->type;
  if (a == TypeKind::kDuration && b == TypeKind::kInt && (kind == NodeKind::kMultiply || kind == NodeKind::kDivide)) result = left->type;
  if (a == TypeKind::kInt && b == TypeKind::kDuration && kind == NodeKind::kMultiply) {
    std::swap(left, right);
    result = left->type;
  }
  if (a == TypeKind::kTime && b == TypeKind::kDuration && additive) result = left->type;
  if (a == TypeKind::kTime && b == TypeKind::kTime && kind == NodeKind::kSubtract) result = Scalar(TypeKind::kDuration);
  if (a == TypeKind::kString && b == TypeKind::kString && kind == NodeKind::kAdd) result = left->type;
  if (a == TypeKind::kList && left->type == right->type && kind == NodeKind::kAdd) result = left->type;
  if (result == types_.Never()) {
    std::string help = "arithmetic is defined on int, decimal, duration and time; there is no implicit conversion";
    if (a == TypeKind::kString || b == TypeKind::kString) help = "convert to text first: `to_string()`";
    if ((a == TypeKind::kInt && b == TypeKind::kDecimal) || (a == TypeKind::kDecimal && b == TypeKind::kInt)) help = "convert the int: `to_decimal()`";
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.span,
                         "`" + checker_.TypeText(left->type) + "` and `" + checker_.TypeText(right->type) + "` cannot be combined by this operator", help);
    return Broken(expr.span);
  }
  return Fold(checker_.NewNode(kind, result, expr.span, {left, right}));
}

Node* ExpressionChecker::CheckNegate(const Expr& expr, TypeId expected) {
  const Expr& operand = *expr.operands[0];
  // The smallest int has no positive counterpart, so its literal is read with its sign.
  if (operand.kind == ExprKind::kInt && operand.text == "9223372036854775808" && KindOf(types_.Unwrap(expected)) != TypeKind::kDecimal) {
    Constant constant;
    constant.kind = ConstantKind::kInt;
    constant.type = Scalar(TypeKind::kInt);
    constant.integer = INT64_MIN;
    return checker_.ConstantNode(constant, expr.span);
  }
  Node* node = CheckPresent(operand, expected);
  if (IsBroken(node)) return node;
  const TypeKind kind = KindOf(node->type);
  if (kind != TypeKind::kInt && kind != TypeKind::kDecimal && kind != TypeKind::kDuration) {
    return Mismatch(operand, "the operand of `-`", Scalar(TypeKind::kInt), node->type);
  }
  return Fold(checker_.NewNode(NodeKind::kNegate, node->type, expr.span, {node}));
}

// Arithmetic on constants is done here, so that a constant without value is found before any run.
Node* ExpressionChecker::Fold(Node* node) {
  for (const Node* operand : node->operands) {
    if (operand->kind != NodeKind::kConstant) return node;
  }
  const auto& constants = checker_.program.constants;
  Constant value = constants[node->operands[0]->index];
  const auto failed = [&](const char* why, const char* help) {
    checker_.sink.Report(DiagnosticCode::kConstantError, node->span, std::string("this constant expression ") + why, help);
    return Broken(node->span);
  };
  static constexpr const char* kSizes = "int and duration are 64-bit; decimals have 38 digits";
  static constexpr const char* kZero = "divide by a value that is not zero";
  if (value.kind == ConstantKind::kInt || value.kind == ConstantKind::kDuration) {
    const std::int64_t a = value.integer;
    const std::int64_t b = node->operands.size() > 1 ? constants[node->operands[1]->index].integer : 0;
    std::int64_t out = 0;
    bool overflow = false;
    switch (node->kind) {
      case NodeKind::kNegate: overflow = __builtin_sub_overflow(std::int64_t{0}, a, &out); break;
      case NodeKind::kAdd: overflow = __builtin_add_overflow(a, b, &out); break;
      case NodeKind::kSubtract: overflow = __builtin_sub_overflow(a, b, &out); break;
      case NodeKind::kMultiply: overflow = __builtin_mul_overflow(a, b, &out); break;
      case NodeKind::kDivide:
      case NodeKind::kModulo:
        if (b == 0) return failed("divides by zero", kZero);
        if (a == INT64_MIN && b == -1) {
          overflow = node->kind == NodeKind::kDivide;
          out = 0;
        } else {
          out = node->kind == NodeKind::kDivide ? a / b : a % b;
        }
        break;
      default: return node;
    }
    if (overflow) return failed("overflows 64 bits", kSizes);
    value.integer = out;
    return checker_.ConstantNode(value, node->span);
  }
  if (value.kind == ConstantKind::kDecimal) {
    const Decimal a = value.decimal;
    const Decimal b = node->operands.size() > 1 ? constants[node->operands[1]->index].decimal : Decimal{};
    std::optional<Decimal> out;
    switch (node->kind) {
      case NodeKind::kNegate: out = Subtract(Decimal{}, a); break;
      case NodeKind::kAdd: out = Add(a, b); break;
      case NodeKind::kSubtract: out = Subtract(a, b); break;
      case NodeKind::kMultiply: out = Multiply(a, b); break;
      case NodeKind::kDivide:
        if (b == Decimal{}) return failed("divides by zero", kZero);
        out = Divide(a, b);
        break;
      default: return node;
    }
    if (!out) return failed("has no value of up to 38 digits", kSizes);
    value.decimal = *out;
    return checker_.ConstantNode(value, node->span);
  }
  return node;
}

Node* ExpressionChecker::CheckHas(const Expr& expr) {
  const Expr& path = *expr.operands[0];
  Node* node = nullptr;
  if (path.kind == ExprKind::kMember) {
    node = CheckMember(path, true);
  } else if (path.kind == ExprKind::kMethod) {
    node = CheckMethod(path, true);
  } else {
    node = Check(path);
  }
  if (IsBroken(node)) return node;
  if (PathOf(path).empty() && ImportedPolicy(path) == nullptr && path.kind != ExprKind::kName) {
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, path.span, "`has` takes a path of names, fields and methods with constant arguments",
                         "bind the value first: `let v = " + checker_.SourceText(path.span) + " else skip`");
    return Broken(expr.span);
  }
  if (!types_.IsOptional(node->type)) {
    checker_.sink.Report(DiagnosticCode::kNeverAbsent, path.span, "`" + checker_.SourceText(path.span) + "` is never absent, so `has` is always true",
                         "leave the test out");
  }
  return checker_.NewNode(NodeKind::kHas, Scalar(TypeKind::kBool), expr.span, {node});
}

Node* ExpressionChecker::CheckIs(const Expr& expr) {
  const Expr& operand = *expr.operands[0];
  Node* result = nullptr;
  const TypeId boolean = Scalar(TypeKind::kBool);
  if (expr.name.text == "empty") {
    Node* node = CheckPresent(operand);
    if (IsBroken(node)) return node;
    const TypeKind kind = KindOf(node->type);
    if (kind != TypeKind::kString && kind != TypeKind::kList && kind != TypeKind::kSet && kind != TypeKind::kMap) {
      checker_.sink.Report(DiagnosticCode::kTypeMismatch, operand.span,
                           "`is empty` asks a string, list, set or map, and this is `" + checker_.TypeText(node->type) + "`",
                           "to ask whether a value is there write `is present`");
      return Broken(expr.span);
    }
    result = checker_.NewNode(NodeKind::kIsEmpty, boolean, expr.span, {node});
  } else {
    Node* node = Check(operand);
    if (IsBroken(node)) return node;
    result = checker_.NewNode(expr.name.text == "known" ? NodeKind::kIsKnown : NodeKind::kHas, boolean, expr.span, {node});
  }
  return expr.negated ? Not(result, expr.span) : result;
}

Node* ExpressionChecker::CheckIndex(const Expr& expr) {
  Node* object = CheckPresent(*expr.operands[0]);
  if (IsBroken(object)) return object;
  const bytecode::Type type = types_.Get(object->type);
  if (type.kind != TypeKind::kList && type.kind != TypeKind::kMap) {
    checker_.sink.Report(DiagnosticCode::kTypeMismatch, expr.operands[0]->span,
                         "`[…]` takes an item of a list or map, and this is `" + checker_.TypeText(object->type) + "`",
                         KindOf(object->type) == TypeKind::kJson ? "write `at(\"/name\")`" : "");
    return Broken(expr.span);
  }
  const TypeId wanted = type.kind == TypeKind::kList ? Scalar(TypeKind::kInt) : type.key;
  Node* index = CheckAs(*expr.operands[1], wanted, "an index");
  if (IsBroken(index)) return index;
  return checker_.NewNode(NodeKind::kIndex, types_.OptionalOf(type.element), expr.span, {object, index});
}

}  // namespace writ::compiler
