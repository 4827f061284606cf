// The pass `hoist`: what a loop would work out for every element alike is worked out once, before it. Moved are functions of the model, patterns and
// membership over what stands outside the loop; not what has a price in fuel (calls, loops, ADR 24), so that no limit is met elsewhere, and not fields
// alone, which are kept when they are read.
#include <set>

#include "compiler/opt/optimise.h"

namespace writ::compiler {

namespace {

using ir::Node;
using ir::NodeKind;

// A register each; there are 256.
constexpr std::size_t kMostLocals = 128;

bool HasPrice(const Node& node) {
  if (node.kind == NodeKind::kCall || ir::IsLoop(node.kind)) return true;
  const auto builtin = static_cast<bytecode::BuiltinId>(node.index);
  return node.kind == NodeKind::kBuiltin && (builtin == bytecode::BuiltinId::kJsonFind || builtin == bytecode::BuiltinId::kStringToJson);
}

bool TakesLong(const Node& node) {
  return node.kind == NodeKind::kBuiltin || node.kind == NodeKind::kMatches || node.kind == NodeKind::kContains || node.kind == NodeKind::kIn;
}

// Text for people is made when somebody asks for it.
bool IsText(const Node& node) { return node.kind == NodeKind::kFormat || node.kind == NodeKind::kJoin; }

class Hoister {
 public:
  Hoister(ir::Program& program, ir::Rule& rule) : program_(program), rule_(rule) {}

  void Run() {
    std::vector<ir::Step> steps;
    for (ir::Step& step : rule_.steps) {
      before_.clear();
      inside_.clear();
      Visit(step.value, false);
      for (ir::Step& let : before_) steps.push_back(std::move(let));
      steps.push_back(std::move(step));
    }
    rule_.steps = std::move(steps);
  }

 private:
  void Visit(Node*& node, bool in_loop) {
    if (in_loop && MayMove(*node)) {
      Move(node);
      return;
    }
    if (!ir::IsLoop(node->kind)) {
      for (Node*& operand : node->operands) Visit(operand, in_loop);
      return;
    }
    // The collection is asked for once, unless another loop is round it.
    Visit(node->operands[0], in_loop);
    const bool fresh = inside_.insert(node->index).second;
    for (std::size_t i = 1; i < node->operands.size(); ++i) Visit(node->operands[i], true);
    if (fresh) inside_.erase(node->index);
  }

  bool MayMove(const Node& node) const { return rule_.locals.size() < kMostLocals && IsOutside(node) && HoldsWork(node); }

  bool IsOutside(const Node& node) const {
    if (HasPrice(node) || IsText(node)) return false;
    if (node.kind == NodeKind::kLocal && inside_.count(node.index) != 0) return false;
    for (const Node* operand : node.operands) {
      if (!IsOutside(*operand)) return false;
    }
    return true;
  }
  static bool HoldsWork(const Node& node) {
    if (TakesLong(node)) return true;
    for (const Node* operand : node.operands) {
      if (HoldsWork(*operand)) return true;
    }
    return false;
  }

  void Move(Node*& node) {
    ir::Step let;
    let.kind = ir::StepKind::kLet;
    let.value = node;
    let.slot = static_cast<std::uint32_t>(rule_.locals.size());
    let.span = node->span;
    rule_.locals.push_back({"", node->type});
    Node local;
    local.kind = NodeKind::kLocal;
    local.type = node->type;
    local.index = let.slot;
    local.span = node->span;
    program_.nodes.push_back(std::move(local));
    node = &program_.nodes.back();
    before_.push_back(std::move(let));
  }

  ir::Program& program_;
  ir::Rule& rule_;
  std::vector<ir::Step> before_;        // of the step that is visited
  std::set<std::uint32_t> inside_;      // slots of the elements of the loops round the node
};

}  // namespace

void HoistOutOfLoops(ir::Program& program) {
  for (ir::Rule& rule : program.rules) Hoister(program, rule).Run();
}

}  // namespace writ::compiler
