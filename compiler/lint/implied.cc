// Rules that say nothing beyond another one: whatever fails them fails the other too. Both range over the same subjects; what is compared are
// enumerations, intervals and finite sets (compiler/lint/facts.h). A rule that is more severe than the other is no repetition but the next level.
#include <algorithm>

#include "compiler/lint/context.h"
#include "compiler/lint/facts.h"

namespace writ::compiler::lint {

using ir::Node;

namespace {

// Pairs of rules, and nodes looked at for all of them: what is beyond goes uncompared. Thousands of rules take a tenth of it.
constexpr std::size_t kMostPairs = 20'000'000, kMostWork = 2'000'000;

// A rule as what must hold for it to fail.
struct Failing {
  const RuleView* view = nullptr;
  Frame* frame = nullptr;
  Frame* activation = nullptr;
  std::vector<TermId> needed;          // known wherever the rule applies, ascending: what another rule has to know at least
  std::vector<State> ways;             // one for each reason that can come
};

class Comparison {
 public:
  Comparison(Context& context, Facts& facts) : context_(context), facts_(facts) {}

  void Run() {
    facts_.terms().Begin();
    std::map<std::vector<std::uint32_t>, std::vector<Failing>> by_subjects;
    for (const RuleView& view : context_.rules) {
      const ir::Rule& rule = *view.rule;
      if (rule.shape.is_detect) continue;
      facts_.terms().Refill();
      Failing failing = Read(view);
      if (failing.ways.empty()) continue;
      std::vector<std::uint32_t> subjects = {static_cast<std::uint32_t>(rule.shape.subject), rule.shape.joined ? 1u : 0u};
      for (const Node* source : rule.nested) subjects.push_back(static_cast<std::uint32_t>(facts_.terms().Of(source, *failing.frame)));
      by_subjects[subjects].push_back(std::move(failing));
    }
    for (const auto& [subjects, rules] : by_subjects) {
      if (rules.size() * rules.size() > kMostPairs) continue;
      for (const Failing& rule : rules) {
        if (work_ > kMostWork) return;
        const auto other = std::find_if(rules.begin(), rules.end(), [&](const Failing& candidate) { return Covers(candidate, rule); });
        if (other != rules.end()) Report(rule, *other);
      }
    }
  }

 private:
  Failing Read(const RuleView& view) {
    const ir::Rule& rule = *view.rule;
    Failing failing;
    failing.view = &view;
    failing.frame = &RowFrame(facts_, rule);
    failing.activation = &facts_.terms().NewFrame(0);
    Frame& frame = *failing.frame;
    State state;
    if (rule.activate != nullptr) facts_.Assume(state, rule.activate, true, *failing.activation);
    for (const ir::Step& step : rule.steps) {
      State fails = state;
      switch (step.kind) {
        case ir::StepKind::kWhere: facts_.Assume(state, step.value, true, frame); continue;
        case ir::StepKind::kLet:
          BindLet(facts_, step, frame);
          if (step.otherwise == ir::Otherwise::kNone) continue;
          facts_.AssumePresent(state, step.value, frame);
          if (step.otherwise != ir::Otherwise::kFail) continue;
          facts_.AssumeAbsent(fails, step.value, frame);
          break;
        case ir::StepKind::kRequire: facts_.Assume(fails, step.value, false, frame); break;
      }
      if (!fails.impossible) failing.ways.push_back(std::move(fails));
    }
    for (const auto& [term, set] : state.known) failing.needed.push_back(term);
    return failing;
  }

  // Whether every way in which `rule` fails is one in which `other` fails.
  bool Covers(const Failing& other, const Failing& rule) {
    if (&other == &rule || rule.view->rule->shape.metadata.severity < other.view->rule->shape.metadata.severity) return false;
    const bool is_covered = std::all_of(rule.ways.begin(), rule.ways.end(), [&](const State& way) { return Knows(way, other.needed) && Fails(other, way); });
    if (!is_covered) return false;
    // Of two that say the same, the first one stays.
    const bool says_same = std::all_of(other.ways.begin(), other.ways.end(), [&](const State& way) { return Fails(rule, way); });
    const auto place = [&](const Failing& one) { return std::make_pair(std::string_view(context_.input.sources.file(one.view->syntax->span.file).name()), one.view->syntax->span.begin); };
    const bool same_severity = rule.view->rule->shape.metadata.severity == other.view->rule->shape.metadata.severity;
    return !says_same || !same_severity || place(other) < place(rule);
  }

  static bool Knows(const State& state, const std::vector<TermId>& terms) {
    return std::all_of(terms.begin(), terms.end(), [&](TermId term) { return state.known.count(term) != 0; });
  }

  bool Fails(const Failing& failing, const State& state) {
    facts_.terms().Refill();
    const bool fails = IsFailing(failing, state);
    work_ += facts_.terms().spent();
    return fails;
  }

  bool IsFailing(const Failing& failing, const State& state) {
    const ir::Rule& rule = *failing.view->rule;
    Frame& frame = *failing.frame;
    if (rule.activate != nullptr && !facts_.Entails(state, rule.activate, true, *failing.activation)) return false;
    bool fails = false;
    for (const ir::Step& step : rule.steps) {
      switch (step.kind) {
        case ir::StepKind::kWhere:
          if (!facts_.Entails(state, step.value, true, frame)) return false;
          break;
        case ir::StepKind::kLet: {
          if (step.otherwise == ir::Otherwise::kNone || facts_.EntailsPresent(state, step.value, frame)) break;
          if (step.otherwise != ir::Otherwise::kFail) return false;
          // What follows a value that is not there is not judged.
          return facts_.EntailsAbsent(state, step.value, frame);
        }
        case ir::StepKind::kRequire: fails = fails || facts_.Entails(state, step.value, false, frame); break;
      }
    }
    return fails;
  }

  void Report(const Failing& rule, const Failing& other) {
    const Span span = rule.view->syntax->name.span;
    if (!context_.IsOurs(span)) return;
    context_.rule = rule.view->rule->shape.id;
    const std::string name = rule.view->policy == other.view->policy ? other.view->syntax->name.text : other.view->rule->shape.id;
    Finding& finding = context_.Report(DiagnosticCode::kImpliedRule, span, "rule `" + rule.view->syntax->name.text + "` adds nothing: whatever fails it fails `" + name + "` too",
                                       "remove it, or look at what it was meant to say beyond the other");
    finding.diagnostic.labels.push_back({other.view->syntax->name.span, "this rule finds it already"});
    context_.rule.clear();
  }

  Context& context_;
  Facts& facts_;
  std::size_t work_ = 0;
};

}  // namespace

void CheckImplied(Context& context, Facts& facts) { Comparison(context, facts).Run(); }

}  // namespace writ::compiler::lint
