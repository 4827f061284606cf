// Rules that cannot apply, cannot fail or cannot raise, and what decides nothing in their conditions. A rule is read like a subject would go through
// it: activation, `where`, `let`, `require`; each condition stands where those before it hold.
#include "compiler/lint/conditions.h"

namespace writ::compiler::lint {

using bytecode::AggregateKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

Frame& RowFrame(Facts& facts, const ir::Rule& rule) {
  Terms& terms = facts.terms();
  Frame& frame = terms.NewFrame(rule.locals.size());
  for (std::size_t i = 0; i < rule.shape.subject_types.size(); ++i) {
    frame.slots[i] = {terms.Variable(Terms::Space::kSubject, i, rule.shape.subject_types[i]), nullptr, nullptr};
  }
  return frame;
}

void BindLet(Facts& facts, const ir::Step& step, Frame& frame) { frame.slots[step.slot] = {facts.terms().Of(step.value, frame), step.value, &frame}; }

namespace {

// What an aggregate can be whatever the rows are: a group has rows.
std::optional<ValueSet> PossibleOf(const Terms& terms, const bytecode::Aggregate& aggregate) {
  switch (aggregate.kind) {
    case AggregateKind::kCount: return ValueSet::Between(1, ValueSet::kMost);
    case AggregateKind::kDistinct:
    case AggregateKind::kLongestRun: return ValueSet::Between(0, ValueSet::kMost);
    case AggregateKind::kShare: return ValueSet::Between(terms.NumberOf(Decimal{}), terms.NumberOf(Decimal::FromInt(1)));
    default: return std::nullopt;
  }
}

class RuleReader {
 public:
  RuleReader(Context& context, Facts& facts, const RuleView& view)
      : context_(context), facts_(facts), conditions_(context, facts), rule_(*view.rule), name_("`" + view.syntax->name.text + "`") {}

  void Read() {
    Frame& frame = RowFrame(facts_, rule_);
    State state;
    Frame& nothing = facts_.terms().NewFrame(0);
    for (const Node* condition : Activations()) {
      if (!Applies(condition, state, nothing)) return;
    }
    for (const Node* source : rule_.nested) conditions_.Walk(source, state, frame);
    for (const ir::Step& step : rule_.steps) {
      switch (step.kind) {
        case ir::StepKind::kWhere:
          if (!Applies(step.value, state, frame)) return;
          break;
        case ir::StepKind::kLet: TakeLet(step, state, frame); break;
        case ir::StepKind::kRequire: TakeRequire(step, state, frame); break;
      }
      if (state.impossible) return;
    }
    ReportFirm();
    if (rule_.window) ReadWindow(state, frame);
  }

 private:
  // The clauses that the checker has joined: that of the file holds for other rules too.
  std::vector<const Node*> Activations() const {
    std::vector<const Node*> clauses, open;
    if (rule_.activate != nullptr) open.push_back(rule_.activate);
    while (!open.empty()) {
      const Node* node = open.back();
      open.pop_back();
      const bool is_joined = node->kind == NodeKind::kAnd && context_.input.sources.Text(node->span).substr(0, 8) == "activate";
      if (is_joined) open.insert(open.end(), node->operands.rbegin(), node->operands.rend());
      if (!is_joined) clauses.push_back(node);
    }
    return clauses;
  }

  // A condition without which there is no subject. False when there is none then.
  bool Applies(const Node* condition, State& state, Frame& frame) {
    if (conditions_.ReportDead(condition, state, frame, {DiagnosticCode::kNeverApplies, ", so this never applies"})) return false;
    if (!conditions_.ReportAlways(condition, state, frame)) conditions_.Walk(condition, state, frame);
    facts_.Assume(state, condition, true, frame);
    return true;
  }

  void TakeLet(const ir::Step& step, State& state, Frame& frame) {
    conditions_.Walk(step.value, state, frame);
    BindLet(facts_, step, frame);
    if (step.otherwise == ir::Otherwise::kNone) return;
    if (step.otherwise == ir::Otherwise::kFail) {
      ++reasons_;
      State absent = state;
      facts_.AssumeAbsent(absent, step.value, frame);
      // A value that is never absent by its type has been said (W2203).
      if (absent.impossible && context_.program.types.IsOptional(step.value->type)) firm_.push_back(step.value->span);
    }
    facts_.AssumePresent(state, step.value, frame);
    if (state.impossible && context_.IsOurs(step.value->span)) {
      context_.Report(DiagnosticCode::kNeverApplies, step.value->span, "`" + context_.Text(step.value->span) + "` is never there, so what follows never applies", "it contradicts what must hold as well; one of them is wrong");
    }
  }

  void TakeRequire(const ir::Step& step, const State& state, Frame& frame) {
    ++reasons_;
    State fails = state;
    facts_.Assume(fails, step.value, false, frame);
    if (fails.impossible) {
      firm_.push_back(step.value->span);
      return;
    }
    // `require false` forbids what the rule applies to, in so many words.
    if (step.value->kind == NodeKind::kConstant) return;
    if (!conditions_.ReportDead(step.value, state, frame, {DiagnosticCode::kConstantCondition, ", so everything that the rule applies to fails"})) conditions_.Walk(step.value, state, frame);
  }

  // Requirements that always hold. Where there is no other, the rule cannot fail: said once.
  void ReportFirm() {
    const bool all = firm_.size() == reasons_ && !rule_.shape.is_detect;
    for (const Span& span : firm_) {
      if (!context_.IsOurs(span)) continue;
      Finding& finding = context_.Report(DiagnosticCode::kNeverFails, span, all ? "rule " + name_ + " cannot fail: where it applies, this is never false" : "this requirement never fails: where the rule applies, it is never false",
                                         all ? "look at what was meant, or remove the rule" : "look at what was meant, or remove it");
      if (!all) continue;
      for (std::size_t i = 1; i < firm_.size(); ++i) finding.diagnostic.labels.push_back({firm_[i], "and so does this"});
      return;
    }
  }

  void ReadWindow(const State& row_state, Frame& row) {
    for (const Node* key : rule_.keys) conditions_.Walk(key, row_state, row);
    for (const Node* argument : rule_.aggregate_arguments) {
      if (argument != nullptr) conditions_.Walk(argument, row_state, row);
    }
    if (rule_.sequence) ReadSequence(row_state, row);
    Terms& terms = facts_.terms();
    Frame& frame = terms.NewFrame(rule_.window->locals.size());
    for (std::size_t i = 0; i < frame.slots.size(); ++i) frame.slots[i] = {terms.Variable(Terms::Space::kWindow, i, rule_.window->locals[i].type), nullptr, nullptr};
    if (!rule_.sequence) {
      for (std::size_t i = 0; i < rule_.shape.group->aggregates.size(); ++i) {
        const auto possible = PossibleOf(terms, rule_.shape.group->aggregates[i]);
        if (possible) terms.Give(frame.slots[rule_.keys.size() + i].term, *possible);
      }
    }
    const State state;
    for (const ir::WindowLet& let : rule_.window->lets) {
      conditions_.Walk(let.value, state, frame);
      frame.slots[let.slot] = {terms.Of(let.value, frame), let.value, &frame};
    }
    const Node* raise = rule_.window->raise;
    if (raise == nullptr) return;
    // That every group raises may be meant; that none does is a mistake.
    if (!conditions_.ReportDead(raise, state, frame, {DiagnosticCode::kNeverFails, ", so " + name_ + " never raises"})) conditions_.Walk(raise, state, frame);
  }

  void ReadSequence(const State& state, Frame& frame) {
    const std::vector<bytecode::SequenceStep>& steps = rule_.shape.group->sequence->steps;
    for (std::size_t i = 0; i < rule_.sequence->conditions.size(); ++i) {
      const Node* condition = rule_.sequence->conditions[i];
      if (condition->kind == NodeKind::kConstant) continue;
      const Consequence consequence = steps[i].without ? Consequence{} : Consequence{DiagnosticCode::kNeverFails, ", so " + name_ + " never raises"};
      if (!conditions_.ReportDead(condition, state, frame, consequence) && !conditions_.ReportAlways(condition, state, frame)) conditions_.Walk(condition, state, frame);
    }
  }

  Context& context_;
  Facts& facts_;
  Conditions conditions_;
  const ir::Rule& rule_;
  std::string name_;
  std::size_t reasons_ = 0;
  std::vector<Span> firm_;
};

}  // namespace

void CheckConditions(Context& context, Facts& facts) {
  for (const RuleView& view : context.rules) {
    context.rule = view.rule->shape.id;
    facts.terms().Begin();
    RuleReader(context, facts, view).Read();
  }
  context.rule.clear();
  for (const ir::Function& function : context.program.functions) {
    if (!context.IsOurs(function.body->span)) continue;
    facts.terms().Begin();
    Frame& frame = facts.terms().NewFrame(function.locals.size());
    for (std::size_t i = 0; i < function.parameter_count; ++i) {
      frame.slots[i] = {facts.terms().Variable(Terms::Space::kParameter, i, function.locals[i].type), nullptr, nullptr};
    }
    Conditions(context, facts).Walk(function.body, {}, frame);
  }
}

}  // namespace writ::compiler::lint
