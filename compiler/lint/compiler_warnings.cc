// Fixes for warnings that the compiler gives by itself.
#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

const SyntaxTree* TreeOf(const Context& context, FileId file) {
  for (const SyntaxTree* tree : context.trees) {
    if (tree->file == file) return tree;
  }
  return nullptr;
}

// The member of `list` whose name, or whole span, is at a place.
template <typename List>
auto* DeclaredAt(const List& list, Span span) {
  for (const auto& item : list) {
    if constexpr (requires { item.alias; }) {
      if (item.span == span) return &item;
    } else {
      if (item.name.span == span) return &item;
    }
  }
  return static_cast<const typename List::value_type*>(nullptr);
}

std::vector<Edit> RemoveDeclaration(Context& context, const SyntaxTree& tree, Span span) {
  if (const ImportDecl* import = DeclaredAt(tree.imports, span)) return context.editor.Remove(import->span);
  // Params and inputs are set from outside.
  if (const ConstDecl* item = DeclaredAt(tree.consts, span)) return context.editor.Remove(item->span, item->doc.span);
  if (const DataDecl* item = DeclaredAt(tree.data, span)) return context.editor.Remove(item->span, item->doc.span);
  if (const FnDecl* item = DeclaredAt(tree.functions, span)) return context.editor.Remove(item->span, item->doc.span);
  return {};
}

std::vector<Edit> RemoveGuard(Context& context, const SyntaxTree& tree, Span span) {
  for (const Expr& expr : tree.exprs) {
    const bool is_member = expr.kind == ExprKind::kMember || expr.kind == ExprKind::kMethod;
    if (expr.op_span != span) continue;
    if (expr.kind == ExprKind::kBinary && expr.op == BinaryOp::kCoalesce) {
      return context.editor.Replace(tree.file, expr.operands[0]->span.end, expr.operands[1]->span.end);
    }
    if (is_member && expr.optional_chain) return context.editor.Replace(tree.file, expr.operands[0]->span.end, expr.name.span.begin, ".");
  }
  for (const RuleDecl& rule : tree.rules) {
    for (const RuleClause& clause : rule.clauses) {
      // `else fail` may be the only reason of its rule.
      if (!clause.let || clause.let->value == nullptr || clause.let->value->span != span || clause.let->otherwise == ElseKind::kFail) continue;
      return context.editor.Replace(tree.file, span.end, clause.let->span.end);
    }
  }
  return {};
}

}  // namespace

void AddFix(Context& context, Finding& finding) {
  const Diagnostic& diagnostic = finding.diagnostic;
  const SyntaxTree* tree = TreeOf(context, diagnostic.span.file);
  if (tree == nullptr) return;
  if (diagnostic.code == DiagnosticCode::kUnusedDeclaration) finding.fix = RemoveDeclaration(context, *tree, diagnostic.span);
  if (diagnostic.code == DiagnosticCode::kNeverAbsent) finding.fix = RemoveGuard(context, *tree, diagnostic.span);
}

}  // namespace writ::compiler::lint
