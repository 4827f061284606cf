// Numbers that a detector compares its aggregates with: a project can set them only when they are params.
#include "compiler/lint/context.h"

namespace writ::compiler::lint {

using bytecode::ConstantKind;
using ir::Node;
using ir::NodeKind;

namespace {

bool IsComparison(NodeKind kind) { return kind == NodeKind::kEqual || kind == NodeKind::kLess || kind == NodeKind::kLessEqual; }

// Whether `node` is worked out from an aggregate; those have the slots behind the keys.
bool ReadsAggregate(const Node* node, std::size_t first, std::size_t end) {
  if (node->kind == NodeKind::kLocal) return node->index >= first && node->index < end;
  return std::any_of(node->operands.begin(), node->operands.end(), [&](const Node* operand) { return ReadsAggregate(operand, first, end); });
}

// None, one and all are no thresholds but what a rule is about.
bool IsThreshold(const bytecode::Constant& constant) {
  switch (constant.kind) {
    case ConstantKind::kInt: return constant.integer < 0 || constant.integer > 1;
    case ConstantKind::kDuration: return constant.integer != 0;
    case ConstantKind::kDecimal: return constant.decimal != Decimal{} && constant.decimal != Decimal::FromInt(1);
    default: return false;
  }
}

void Look(Context& context, const Node* node, std::size_t first, std::size_t end) {
  for (const Node* operand : node->operands) Look(context, operand, first, end);
  if (!IsComparison(node->kind)) return;
  for (int side = 0; side < 2; ++side) {
    const Node* limit = node->operands[static_cast<std::size_t>(side)];
    if (limit->kind != NodeKind::kConstant || !IsThreshold(context.ConstantOf(limit)) || !context.IsOurs(limit->span)) continue;
    if (!ReadsAggregate(node->operands[static_cast<std::size_t>(1 - side)], first, end)) continue;
    const std::string text = context.Text(limit->span);
    // A constant has a name already: its author has decided that nobody sets it.
    if (text.find_first_of("0123456789") > 1) continue;
    context.Report(DiagnosticCode::kLiteralThreshold, limit->span, "`" + text + "` is a threshold that no project can set",
                   "declare it: `param threshold: " + context.program.types.ToString(limit->type) + " = " + text + "`, under a name that says what it bounds");
  }
}

}  // namespace

void CheckThresholds(Context& context) {
  for (const RuleView& view : context.rules) {
    if (!view.rule->window || view.rule->window->raise == nullptr || view.rule->sequence) continue;
    context.rule = view.rule->shape.id;
    const std::size_t first = view.rule->keys.size();
    Look(context, view.rule->window->raise, first, first + view.rule->shape.group->aggregates.size());
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
