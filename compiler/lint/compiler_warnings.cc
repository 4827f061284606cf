// Fixes for warnings that the compiler gives by itself.
#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

// What warnings point at, by its place.
struct Places {
  struct Item {
    Span span, doc;
  };
  std::map<Span, Item> declarations;           // that can go
  std::map<Span, const Expr*> guards;          // `??` and `?.`
  std::map<Span, const LetClause*> lets;       // by value

  explicit Places(const std::vector<const SyntaxTree*>& trees) {
    for (const SyntaxTree* tree : trees) {
      for (const ImportDecl& decl : tree->imports) declarations[decl.span] = {decl.span, {}};
      // Params and inputs are set from outside.
      for (const ConstDecl& decl : tree->consts) declarations[decl.name.span] = {decl.span, decl.doc.span};
      for (const DataDecl& decl : tree->data) declarations[decl.name.span] = {decl.span, decl.doc.span};
      for (const FnDecl& decl : tree->functions) declarations[decl.name.span] = {decl.span, decl.doc.span};
      for (const Expr& expr : tree->exprs) {
        const bool is_default = expr.kind == ExprKind::kBinary && expr.op == BinaryOp::kCoalesce;
        const bool is_chain = (expr.kind == ExprKind::kMember || expr.kind == ExprKind::kMethod) && expr.optional_chain;
        if (is_default || is_chain) guards[expr.op_span] = &expr;
      }
      for (const RuleDecl& rule : tree->rules) {
        for (const RuleClause& clause : rule.clauses) {
          // `else fail` may be the only reason of its rule.
          if (clause.let && clause.let->value != nullptr && clause.let->otherwise != ElseKind::kFail) lets[clause.let->value->span] = &*clause.let;
        }
      }
    }
  }
};

std::vector<Edit> RemoveGuard(Context& context, const Places& places, Span span) {
  if (const auto guard = places.guards.find(span); guard != places.guards.end()) {
    const Expr& expr = *guard->second;
    if (expr.kind == ExprKind::kBinary) return context.editor.Replace(span.file, expr.operands[0]->span.end, expr.operands[1]->span.end);
    return context.editor.Replace(span.file, expr.operands[0]->span.end, expr.name.span.begin, ".");
  }
  const auto let = places.lets.find(span);
  return let == places.lets.end() ? std::vector<Edit>{} : context.editor.Replace(span.file, span.end, let->second->span.end);
}

}  // namespace

void AddFixes(Context& context) {
  if (context.findings.empty()) return;
  const Places places(context.trees);
  for (Finding& finding : context.findings) {
    const Span span = finding.diagnostic.span;
    if (finding.diagnostic.code == DiagnosticCode::kNeverAbsent) finding.fix = RemoveGuard(context, places, span);
    if (finding.diagnostic.code != DiagnosticCode::kUnusedDeclaration) continue;
    const auto item = places.declarations.find(span);
    if (item != places.declarations.end()) finding.fix = context.editor.Remove(item->second.span, item->second.doc);
  }
}

}  // namespace writ::compiler::lint
