// Waivers that have ended, that can cover nothing, and that cover the same findings as another.
#include <algorithm>

#include "compiler/lint/context.h"
#include "compiler/lint/facts.h"

namespace writ::compiler::lint {

namespace {

// Of one run; each is compared with those before it.
constexpr std::size_t kMostCompared = 2'000;

struct WaiverView {
  const ir::Waiver* waiver = nullptr;
  const WaiverDecl* syntax = nullptr;
  Frame* frame = nullptr;
  State covers;
};

std::vector<WaiverView> WaiversOf(const Context& context) {
  std::map<std::pair<std::string, std::string>, const WaiverDecl*> declared;   // by policy and name, which are unique
  for (const SyntaxTree* tree : context.trees) {
    for (const WaiverDecl& waiver : tree->waivers) declared[{tree->header->name.text, waiver.name.text}] = &waiver;
  }
  std::vector<WaiverView> views;
  for (const ir::Waiver& waiver : context.program.waivers) {
    const auto found = declared.find({context.program.policies[waiver.shape.range.policy].name, waiver.shape.name});
    if (found != declared.end()) views.push_back({&waiver, found->second, nullptr, {}});
  }
  return views;
}

// The reasons for which a rule can fail; nothing when the rule is not here.
std::optional<std::vector<std::string>> ReasonsOf(const Context& context, const std::string& id) {
  for (const ir::Rule& rule : context.program.rules) {
    if (rule.shape.id != id) continue;
    std::vector<std::string> reasons;
    if (rule.shape.is_detect) reasons.emplace_back();
    for (const ir::Step& step : rule.steps) {
      const bool is_reason = step.kind == ir::StepKind::kRequire || (step.kind == ir::StepKind::kLet && step.otherwise == ir::Otherwise::kFail);
      if (is_reason) reasons.push_back(rule.shape.clauses[step.clause].reason);
    }
    return reasons;
  }
  return std::nullopt;
}

bool Covers(Facts& facts, const WaiverView& one, const WaiverView& other) {
  return one.waiver->where == nullptr || (other.waiver->where != nullptr && facts.Entails(other.covers, one.waiver->where, true, *one.frame));
}

// Whether what they ask of some value cannot be true of both: most pairs are told apart by this.
bool AreApart(const WaiverView& one, const WaiverView& other) {
  for (const auto& [term, set] : one.covers.known) {
    const auto same = other.covers.known.find(term);
    if (same != other.covers.known.end() && same->second.And(set).empty()) return true;
  }
  return false;
}

// Whether something that both ask of the same values is true of both. What they ask of different ones may never come together.
bool Meet(Facts& facts, const WaiverView& one, const WaiverView& other) {
  if (one.covers.known.size() != other.covers.known.size()) return false;
  for (const auto& [term, set] : one.covers.known) {
    // A pattern, say, is true of texts that nobody lists.
    const bool is_open = facts.terms().Possible(term) == ValueSet::Between(0, 1) && facts.terms()[term].kind != ir::NodeKind::kHas;
    if (other.covers.known.count(term) == 0 || is_open) return false;
  }
  State both = one.covers;
  facts.Assume(both, other.waiver->where, true, *other.frame);
  return !both.impossible;
}

}  // namespace

void CheckWaivers(Context& context, Facts& facts) {
  Terms& terms = facts.terms();
  terms.Begin();
  std::vector<WaiverView> current;
  for (WaiverView view : WaiversOf(context)) {
    context.rule = view.waiver->shape.rule;
    const Span name = view.syntax->name.span;
    if (context.input.now.nanos >= view.waiver->shape.until) {
      context.Report(DiagnosticCode::kUnusedWaiver, view.syntax->until_span, "waiver `" + view.syntax->name.text + "` ended on " + view.waiver->shape.until_text,
                     "fix what it covers and remove it, or renew it with a new approval");
      continue;
    }
    terms.Refill();
    if (view.waiver->where != nullptr) {
      view.frame = &terms.NewFrame(view.waiver->locals.size());
      for (std::size_t i = 0; i < 2 && i < view.frame->slots.size(); ++i) {
        view.frame->slots[i] = {terms.Variable(Terms::Space::kWaiver, i, view.waiver->locals[i].type), nullptr, nullptr};
      }
      const auto reasons = ReasonsOf(context, view.waiver->shape.rule);
      const TermId reason = terms.Variable(Terms::Space::kWaiver, 1, context.program.types.Scalar(bytecode::TypeKind::kString));
      ValueSet possible;
      if (reasons) {
        for (const std::string& text : *reasons) possible = possible.Or(ValueSet::Only(terms.NumberOf(text)));
      }
      terms.Give(reason, reasons ? possible : ValueSet::All());
      facts.Assume(view.covers, view.waiver->where, true, *view.frame);
      if (view.covers.impossible) {
        State with_any_reason;
        terms.Give(reason, ValueSet::All());
        facts.Assume(with_any_reason, view.waiver->where, true, *view.frame);
        const bool by_reason = !with_any_reason.impossible;
        context.Report(DiagnosticCode::kUnusedWaiver, view.waiver->where->span, "waiver `" + view.syntax->name.text + "` covers nothing: " + (by_reason ? "`" + view.waiver->shape.rule + "` never fails for this reason" : "its condition is never true"),
                       by_reason ? "reasons are the names behind `as` in the rule" : "look at what was meant, or remove it");
        continue;
      }
    }
    for (const WaiverView& other : current) {
      if (other.waiver->shape.rule != view.waiver->shape.rule || AreApart(other, view)) continue;
      terms.Refill();
      const bool other_covers = Covers(facts, other, view), covers_other = Covers(facts, view, other);
      if (!other_covers && !covers_other && !(view.frame != nullptr && other.frame != nullptr && Meet(facts, view, other))) continue;
      const std::string one = "`" + view.syntax->name.text + "`", another = "`" + other.syntax->name.text + "`";
      Finding& finding = context.Report(DiagnosticCode::kOverlappingWaivers, name,
                                        other_covers ? "waiver " + one + " covers nothing that " + another + " does not cover" : covers_other ? "waiver " + one + " covers all that " + another + " covers, and more" : "waiver " + one + " covers a part of what " + another + " covers",
                                        "one finding has one decision: remove one of them, or narrow its `where`");
      finding.diagnostic.labels.push_back({other.syntax->name.span, "the other one"});
      break;
    }
    if (current.size() < kMostCompared) current.push_back(std::move(view));
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
