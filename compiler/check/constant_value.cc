// Constants that are defined by way of functions: their arithmetic is done when they are compiled, so that one without value is found
// before any run. Covered by tests/conformance/declarations.
#include "compiler/check/expression.h"

namespace writ::compiler {

using ir::Node;
using ir::NodeKind;

namespace {

// Functions that call others twice double the work with each step; what takes longer is left to the run.
constexpr std::size_t kMaxSteps = 10'000;

}  // namespace

Node* ExpressionChecker::ValueOf(const Node& node, Span span) {
  std::size_t steps = 0;
  return ValueIn(node, {}, span, steps);
}

Node* ExpressionChecker::ValueIn(const Node& node, const std::vector<Node*>& arguments, Span span, std::size_t& steps) {
  if (++steps > kMaxSteps) return nullptr;
  switch (node.kind) {
    case NodeKind::kConstant: return checker_.NewNode(node.kind, node.type, span, {}, node.index);
    case NodeKind::kLocal: return node.index < arguments.size() ? arguments[node.index] : nullptr;
    case NodeKind::kGlobal: {
      const ir::Global& global = checker_.program.globals[node.index];
      return global.shape.kind == bytecode::GlobalKind::kConst ? ValueIn(*global.initialiser, {}, span, steps) : nullptr;
    }
    case NodeKind::kCall:
    case NodeKind::kNegate:
    case NodeKind::kAdd:
    case NodeKind::kSubtract:
    case NodeKind::kMultiply:
    case NodeKind::kDivide:
    case NodeKind::kModulo: break;
    default: return nullptr;
  }
  std::vector<Node*> operands;
  for (const Node* operand : node.operands) {
    Node* value = ValueIn(*operand, arguments, span, steps);
    if (value == nullptr || IsBroken(value)) return value;
    operands.push_back(value);
  }
  if (node.kind == NodeKind::kCall) return ValueIn(*checker_.program.functions[node.index].body, operands, span, steps);
  Node* value = Fold(checker_.NewNode(node.kind, node.type, span, std::move(operands)));
  return value->kind == NodeKind::kConstant ? value : nullptr;
}

}  // namespace writ::compiler
