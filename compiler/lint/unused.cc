// Variables that nothing reads, and clauses that allow what the rule does not do.
#include <algorithm>

#include "compiler/lint/context.h"

namespace writ::compiler::lint {

using ir::Node;
using ir::NodeKind;

namespace {

using Slots = std::set<std::uint32_t>;

void Collect(const Node* node, Slots& read) {
  if (node == nullptr) return;
  if (node->kind == NodeKind::kLocal) read.insert(node->index);
  for (const Node* operand : node->operands) Collect(operand, read);
}

// Whether working a value out can do nothing but give it: no overflow, no work that a limit could end.
bool IsQuiet(const Node* node) {
  switch (node->kind) {
    case NodeKind::kConstant:
    case NodeKind::kLocal:
    case NodeKind::kGlobal:
    case NodeKind::kField:
    case NodeKind::kFieldOpt:
    case NodeKind::kUnwrap:
    case NodeKind::kWiden:
    case NodeKind::kHas:
    case NodeKind::kCoalesce: return std::all_of(node->operands.begin(), node->operands.end(), IsQuiet);
    default: return false;
  }
}

Slots RowReads(const ir::Rule& rule) {
  Slots read;
  const auto collect_all = [&](const auto& nodes) {
    for (const Node* node : nodes) Collect(node, read);
  };
  collect_all(rule.nested), collect_all(rule.keys), collect_all(rule.aggregate_arguments);
  for (const ir::Step& step : rule.steps) {
    Collect(step.value, read), Collect(step.message, read);
    for (const ir::At& at : step.at) Collect(at.record, read);
  }
  if (rule.report) {
    Collect(rule.report->message, read), collect_all(rule.report->per);
    for (const ir::At& at : rule.report->at) Collect(at.record, read);
  }
  if (rule.sequence) {
    Collect(rule.sequence->start, read), Collect(rule.sequence->end, read);
    collect_all(rule.sequence->conditions), collect_all(rule.sequence->values);
  }
  return read;
}

class Lets {
 public:
  Lets(Context& context, const RuleDecl& rule) : context_(context) {
    for (const RuleClause& clause : rule.clauses) {
      if (clause.let && clause.let->value != nullptr) by_value_[clause.let->value->span] = &*clause.let;
    }
  }

  void Report(const Node* value) {
    const auto found = by_value_.find(value->span);
    if (found == by_value_.end()) return;
    const LetClause& let = *found->second;
    Finding& finding = context_.Report(DiagnosticCode::kUnusedVariable, let.name.span, "`" + let.name.text + "` is not used", "remove the `let`, or use it");
    if (IsQuiet(value)) finding.fix = context_.editor.Remove(let.span);
  }

 private:
  Context& context_;
  std::map<Span, const LetClause*> by_value_;
};

void CheckLets(Context& context, const RuleView& view) {
  const ir::Rule& rule = *view.rule;
  const Slots read = RowReads(rule);
  Lets lets(context, *view.syntax);
  for (const ir::Step& step : rule.steps) {
    // With `else` it is a condition, whoever reads its value.
    const bool is_plain = step.kind == ir::StepKind::kLet && step.otherwise == ir::Otherwise::kNone;
    if (is_plain && read.count(step.slot) == 0) lets.Report(step.value);
  }
  if (!rule.window) return;
  Slots window;
  for (const ir::WindowLet& let : rule.window->lets) Collect(let.value, window);
  Collect(rule.window->raise, window), Collect(rule.window->message, window);
  for (const ir::WindowLet& let : rule.window->lets) {
    if (window.count(let.slot) == 0) lets.Report(let.value);
  }
}

// Conditions of `any`, `all`, `none` and `count` that say nothing of the item.
void CheckItems(Context& context) {
  std::map<Span, const Expr*> written;
  for (const SyntaxTree* tree : context.trees) {
    for (const Expr& expr : tree->exprs) {
      if (expr.kind == ExprKind::kQuantifier) written[expr.span] = &expr;
    }
  }
  for (const Node& node : context.program.nodes) {
    if (node.kind < NodeKind::kAny || node.kind > NodeKind::kCount || !context.IsOurs(node.span)) continue;
    Slots read;
    Collect(node.operands[1], read);
    const auto expr = written.find(node.span);
    // `count(x in xs: true)` counts them all.
    if (read.count(node.index) != 0 || node.operands[1]->kind == NodeKind::kConstant || expr == written.end()) continue;
    const Name& variable = expr->second->variable;
    if (context.IsReported(DiagnosticCode::kUnusedVariable, variable.span)) continue;
    context.Report(DiagnosticCode::kUnusedVariable, variable.span, "`" + variable.text + "` is not used: the condition is the same for every item", "ask something of `" + variable.text + "`, or leave the quantifier out");
  }
}

void CheckParameters(Context& context) {
  std::map<std::string, const ir::Function*> functions;
  for (const ir::Function& function : context.program.functions) functions[function.name] = &function;
  for (const SyntaxTree* tree : context.trees) {
    for (const FnDecl& decl : tree->functions) {
      const auto function = functions.find(tree->header->name.text + "." + decl.name.text);
      if (function == functions.end()) continue;
      Slots read;
      Collect(function->second->body, read);
      for (std::size_t i = 0; i < decl.params.size(); ++i) {
        if (read.count(static_cast<std::uint32_t>(i)) != 0) continue;
        context.Report(DiagnosticCode::kUnusedVariable, decl.params[i].name.span, "parameter `" + decl.params[i].name.text + "` of `" + decl.name.text + "` is not used", "remove it here and in every call, or use it");
      }
    }
  }
}

void CheckFlags(Context& context, const RuleView& view) {
  for (const RuleClause& clause : view.syntax->clauses) {
    if (!clause.flag) continue;
    const bytecode::Rule& shape = view.rule->shape;
    const bool is_cheap = clause.flag->kind == FlagClause::Kind::kAllowQuadratic && shape.cost.find("×") == std::string::npos;
    const bool is_no_group = clause.flag->kind == FlagClause::Kind::kOnSampled && !shape.is_detect;
    if (!is_cheap && !is_no_group) continue;
    Finding& finding = context.Report(DiagnosticCode::kNeedlessFlag, clause.flag->span,
                                      is_cheap ? "this rule costs " + shape.cost + ", which needs no permission" : "only detectors depend on exchanges that were not recorded",
                                      is_cheap ? "remove `allow quadratic`: it would hide a costly loop that somebody adds later" : "remove `on sampled`");
    finding.fix = context.editor.Remove(clause.flag->span);
  }
}

}  // namespace

void CheckUnused(Context& context) {
  for (const RuleView& view : context.rules) {
    context.rule = view.rule->shape.id;
    CheckLets(context, view);
    CheckFlags(context, view);
  }
  context.rule.clear();
  CheckItems(context);
  CheckParameters(context);
}

}  // namespace writ::compiler::lint
