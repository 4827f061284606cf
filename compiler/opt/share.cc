// The pass `share`: the conditions of `where` and `require` become rows of a table that all rules refer to, and each rule gets a screen that
// combines them. What is no condition stays open there, and subjects that it matters for are the machine's; the rule's code is not changed.
#include <algorithm>

#include "compiler/opt/conditions.h"
#include "compiler/opt/optimise.h"
#include "vm/bytecode/module_limits.h"

namespace writ::compiler {

using bytecode::ScreenOp;
using ir::Node;
using ir::NodeKind;

namespace {

class ScreenMaker {
 public:
  ScreenMaker(const ir::Program& program, ConditionTable& table, const ir::Rule& rule)
      : program_(program), finder_(program, table, rule), rule_(rule) {}

  // Empty when no condition of the rule can decide anything.
  std::vector<bytecode::ScreenStep> Make() {
    for (const ir::Step& step : rule_.steps) {
      if (!AddStep(step)) {
        Put(ScreenOp::kStop);
        break;
      }
    }
    if (rule_.window && (screen_.empty() || bytecode::ScreenOpOf(screen_.back()) != ScreenOp::kStop)) Put(ScreenOp::kStop);
    const bool decides = std::any_of(screen_.begin(), screen_.end(), [](auto step) { return bytecode::ScreenOpOf(step) == ScreenOp::kCondition; });
    if (!decides || screen_.size() > bytecode::kModuleLimits.screen_steps) screen_.clear();
    return std::move(screen_);
  }

 private:
  void Put(ScreenOp op, std::uint32_t condition = 0) { screen_.push_back(bytecode::EncodeScreenStep(op, condition)); }

  // False when the steps from here on are not for the screen.
  bool AddStep(const ir::Step& step) {
    if (step.kind != ir::StepKind::kLet) {
      const bool closed = AddExpression(step.value, 1);
      Put(step.kind == ir::StepKind::kWhere ? ScreenOp::kWhere : ScreenOp::kRequire);
      return closed;
    }
    // A value that only reads cannot stop the rule, and later conditions read through it.
    if (!finder_.Bind(step)) return false;
    if (step.otherwise == ir::Otherwise::kNone) return true;
    if (!program_.types.IsOptional(step.value->type)) return false;
    const bool closed = AddCondition(finder_.FindHas(step.value));
    Put(step.otherwise == ir::Otherwise::kSkip ? ScreenOp::kWhere : step.otherwise == ir::Otherwise::kFail ? ScreenOp::kRequire : ScreenOp::kNeed);
    return closed;
  }

  // Nothing: what no condition says.
  bool AddCondition(std::optional<std::uint32_t> condition) {
    Put(condition ? ScreenOp::kCondition : ScreenOp::kOpen, condition.value_or(0));
    return condition.has_value();
  }

  // `depth`: of the stack once it is there. False when a part of it is open; then the machine must work it out in order, since that part
  // may end the rule, so nothing behind it may decide.
  bool AddExpression(const Node* node, std::size_t depth) {
    if (depth + 1 >= bytecode::kModuleLimits.screen_depth) return AddCondition(std::nullopt);
    if (node->kind == NodeKind::kNot) {
      const bool closed = AddExpression(node->operands[0], depth);
      Put(ScreenOp::kNot);
      return closed;
    }
    if (node->kind != NodeKind::kAnd && node->kind != NodeKind::kOr) return AddCondition(finder_.Find(node));
    bool closed = AddExpression(node->operands[0], depth);
    closed = closed ? AddExpression(node->operands[1], depth + 1) : AddCondition(std::nullopt);
    Put(node->kind == NodeKind::kAnd ? ScreenOp::kAnd : ScreenOp::kOr);
    return closed;
  }

  const ir::Program& program_;
  ConditionFinder finder_;
  const ir::Rule& rule_;
  std::vector<bytecode::ScreenStep> screen_;
};

}  // namespace

void ShareConditions(ir::Program& program) {
  ConditionTable table(program);
  for (ir::Rule& rule : program.rules) {
    if (rule.nested.empty()) rule.shape.screen = ScreenMaker(program, table, rule).Make();
  }
}

}  // namespace writ::compiler
