// `require all(…)` over a list that nothing says is not empty: of an empty list everything holds, so the rule passes.
#include "compiler/lint/conditions.h"

namespace writ::compiler::lint {

using ir::Node;
using ir::NodeKind;

namespace {

class VacuousAll {
 public:
  VacuousAll(Context& context, Facts& facts) : context_(context), facts_(facts) {}

  // Looks where `condition` being true lets the rule pass; `state` is what holds beside it.
  void Look(const Node* condition, const State& state, Frame& frame) {
    if (state.impossible) return;
    if (condition->kind == NodeKind::kAnd || condition->kind == NodeKind::kOr) {
      const std::vector<const Node*> parts = PartsOf(condition);
      for (const Node* part : parts) {
        State others = state;
        for (const Node* other : parts) {
          if (other != part) facts_.Assume(others, other, condition->kind == NodeKind::kAnd, frame);
        }
        Look(part, others, frame);
      }
      return;
    }
    if (condition->kind != NodeKind::kAll || !context_.IsOurs(condition->span)) return;
    const auto [list, list_frame] = facts_.terms().Resolve(condition->operands[0], &frame);
    // What is made on the spot, a filtered list say, is made by somebody who has seen that.
    if (list->kind != NodeKind::kField && list->kind != NodeKind::kFieldOpt) return;
    if (facts_.EntailsNotEmpty(state, list, *list_frame)) return;
    const std::string text = context_.Text(condition->operands[0]->span);
    context_.Report(DiagnosticCode::kVacuousAll, condition->span, "this also holds when `" + text + "` is empty",
                    "say which is meant: `" + text + " is not empty and all(…)`, or `" + text + " is empty or all(…)`");
  }

 private:
  Context& context_;
  Facts& facts_;
};

bool AsksAll(const Node* condition) {
  if (condition->kind == NodeKind::kAnd || condition->kind == NodeKind::kOr) return AsksAll(condition->operands[0]) || AsksAll(condition->operands[1]);
  return condition->kind == NodeKind::kAll;
}

}  // namespace

void CheckVacuousAll(Context& context, Facts& facts) {
  for (const RuleView& view : context.rules) {
    const ir::Rule& rule = *view.rule;
    if (rule.shape.is_detect) continue;
    context.rule = rule.shape.id;
    facts.terms().Begin();
    Frame& frame = RowFrame(facts, rule);
    State state;
    for (const ir::Step& step : rule.steps) {
      if (step.kind == ir::StepKind::kLet) BindLet(facts, step, frame);
      if (step.kind == ir::StepKind::kWhere) facts.Assume(state, step.value, true, frame);
    }
    for (const ir::Step& step : rule.steps) {
      if (step.kind != ir::StepKind::kRequire || !AsksAll(step.value)) continue;
      // A rule passes only if its other requirements hold as well.
      State others = state;
      for (const ir::Step& other : rule.steps) {
        if (other.kind == ir::StepKind::kRequire && &other != &step) facts.Assume(others, other.value, true, frame);
      }
      VacuousAll(context, facts).Look(step.value, others, frame);
    }
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
