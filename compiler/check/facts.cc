// Flow narrowing: which paths are known to be present after a condition was true or false. Variables never change, so what was
// learnt about a path of fields and constant calls stays true.
#include "compiler/check/expression.h"

namespace writ::compiler {
namespace {

Facts Union(Facts a, const Facts& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Facts Intersection(const Facts& a, const Facts& b) {
  Facts out;
  for (const std::string& path : a) {
    if (b.count(path) != 0) out.insert(path);
  }
  return out;
}

}  // namespace

std::string ExpressionChecker::PathOf(const Expr& expr) const {
  switch (expr.kind) {
    case ExprKind::kName: return FindVariable(expr.name.text) != nullptr ? expr.name.text : "";
    case ExprKind::kMember: {
      const std::string object = PathOf(*expr.operands[0]);
      return object.empty() ? "" : object + "." + expr.name.text;
    }
    case ExprKind::kMethod: {
      std::string path = PathOf(*expr.operands[0]);
      if (path.empty()) return "";
      path += "." + expr.name.text + "(";
      for (std::size_t i = 1; i < expr.operands.size(); ++i) {
        const Expr& argument = *expr.operands[i];
        switch (argument.kind) {
          case ExprKind::kInt:
          case ExprKind::kDecimal:
          case ExprKind::kDuration:
          case ExprKind::kIp:
          case ExprKind::kTime:
          case ExprKind::kRegex: path += argument.text; break;
          case ExprKind::kBool: path += argument.bool_value ? "true" : "false"; break;
          case ExprKind::kName: path += argument.name.text; break;
          case ExprKind::kString:
            path += '"';
            for (const StringPart& part : argument.parts) {
              if (part.expr != nullptr) return "";
              path += part.text;
            }
            path += '"';
            break;
          default: return "";
        }
        path += ',';
      }
      return path + ")";
    }
    default: return "";
  }
}

// A path is present only if everything on the way to it is.
void ExpressionChecker::AddPath(const Expr& expr, Facts& facts) const {
  const Expr* at = &expr;
  while (true) {
    const std::string path = PathOf(*at);
    if (path.empty()) return;
    facts.insert(path);
    if (at->kind != ExprKind::kMember && at->kind != ExprKind::kMethod) return;
    at = at->operands[0];
  }
}

Facts ExpressionChecker::WhenTrue(const Expr& expr) const {
  Facts facts;
  switch (expr.kind) {
    case ExprKind::kHas: AddPath(*expr.operands[0], facts); break;
    case ExprKind::kIs:
      if (expr.name.text == "present" && !expr.negated) AddPath(*expr.operands[0], facts);
      break;
    case ExprKind::kNot: return WhenFalse(*expr.operands[0]);
    case ExprKind::kBinary:
      if (expr.op == BinaryOp::kAnd) return Union(WhenTrue(*expr.operands[0]), WhenTrue(*expr.operands[1]));
      if (expr.op == BinaryOp::kOr) return Intersection(WhenTrue(*expr.operands[0]), WhenTrue(*expr.operands[1]));
      break;
    default: break;
  }
  return facts;
}

Facts ExpressionChecker::WhenFalse(const Expr& expr) const {
  Facts facts;
  switch (expr.kind) {
    case ExprKind::kIs:
      if (expr.name.text == "present" && expr.negated) AddPath(*expr.operands[0], facts);
      break;
    case ExprKind::kNot: return WhenTrue(*expr.operands[0]);
    case ExprKind::kBinary:
      if (expr.op == BinaryOp::kOr) return Union(WhenFalse(*expr.operands[0]), WhenFalse(*expr.operands[1]));
      if (expr.op == BinaryOp::kAnd) return Intersection(WhenFalse(*expr.operands[0]), WhenFalse(*expr.operands[1]));
      break;
    default: break;
  }
  return facts;
}

}  // namespace writ::compiler
