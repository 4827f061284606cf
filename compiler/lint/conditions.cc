// Walks chains of `and` and `or`, each part where the others hold.
#include "compiler/lint/conditions.h"

#include <algorithm>

namespace writ::compiler::lint {

using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Each part of a chain is read beside each other one. Longer ones are lists that a program has written.
constexpr std::size_t kMostParts = 40;

// Asks values only. What asks whether something is there may be what lets the rest be written, though it decides nothing.
bool IsPlain(const Node* node) {
  switch (node->kind) {
    case NodeKind::kHas:
    case NodeKind::kIsKnown:
    case NodeKind::kIsEmpty:
    case NodeKind::kAny:
    case NodeKind::kAll:
    case NodeKind::kNone: return false;
    default: return std::all_of(node->operands.begin(), node->operands.end(), IsPlain);
  }
}

}  // namespace

std::vector<const Node*> PartsOf(const Node* chain) {
  std::vector<const Node*> parts;
  const Node* node = chain;
  for (; node->kind == chain->kind; node = node->operands[0]) parts.push_back(node->operands[1]);
  parts.push_back(node);
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::string Conditions::Quoted(const Node* node) const {
  const std::string text = context_.Text(node->span);
  return text.size() > 80 ? "this condition" : "`" + text + "`";
}

bool Conditions::ReportDead(const Node* condition, const State& state, Frame& frame, const Consequence& consequence) {
  State holds = state;
  facts_.Assume(holds, condition, true, frame);
  if (!holds.impossible || state.impossible) return false;
  const Node* part = condition;
  State before = state;
  Parts earlier;
  while (part->kind == NodeKind::kAnd) {
    const Parts parts = PartsOf(part);
    const Node* dead = parts.back();
    for (const Node* candidate : parts) {
      State next = before;
      facts_.Assume(next, candidate, true, frame);
      if (next.impossible) {
        dead = candidate;
        break;
      }
      before = std::move(next);
      earlier.push_back(candidate);
    }
    part = dead;
  }
  if (part->kind == NodeKind::kAny) {
    facts_.terms().OpenElement(part, frame);
    const bool is_said = ReportDead(part->operands[1], before, frame, consequence);
    facts_.terms().CloseElement();
    if (is_said) return true;
  }
  if (context_.IsReported(consequence.code, part->span) || !context_.IsOurs(part->span)) return true;
  State alone;
  facts_.Assume(alone, part, true, frame);
  Finding& finding = context_.Report(consequence.code, part->span, Quoted(part) + " is never true" + (alone.impossible ? "" : " here") + consequence.text,
                                     alone.impossible ? "look at what was meant, or remove it" : "it contradicts what must hold as well; one of them is wrong");
  for (const Node* other : earlier) {
    if (alone.impossible) break;
    State pair;
    facts_.Assume(pair, other, true, frame);
    facts_.Assume(pair, part, true, frame);
    if (!pair.impossible) continue;
    finding.diagnostic.labels.push_back({other->span, "because of this"});
    break;
  }
  return true;
}

bool Conditions::ReportAlways(const Node* condition, const State& state, Frame& frame) {
  State fails = state;
  facts_.Assume(fails, condition, false, frame);
  if (!fails.impossible || state.impossible) return false;
  if (context_.IsReported(DiagnosticCode::kConstantCondition, condition->span) || !context_.IsOurs(condition->span)) return true;
  const bool is_true = facts_.Entails(state, condition, true, frame);
  context_.Report(DiagnosticCode::kConstantCondition, condition->span,
                  Quoted(condition) + (is_true ? " is always true here" : " is true here whenever it is known"), "look at what was meant, or remove it");
  return true;
}

void Conditions::Walk(const Node* node, const State& state, Frame& frame) {
  if (state.impossible) return;
  switch (node->kind) {
    case NodeKind::kAnd: return WalkAll(node, state, frame);
    case NodeKind::kOr: return WalkAny(node, state, frame);
    case NodeKind::kNot:
      if (node->operands[0]->kind == NodeKind::kEqual && node->operands[0]->span == node->span) {
        LookForTruth(node->operands[0], true);
        return WalkOperands(node->operands[0], state, frame);
      }
      return Walk(node->operands[0], state, frame);
    case NodeKind::kEqual: LookForTruth(node, false); return WalkOperands(node, state, frame);
    default: return WalkOperands(node, state, frame);
  }
}

// `x == true` is `x`.
void Conditions::LookForTruth(const Node* node, bool negated) {
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const Node* literal = node->operands[side];
    if (literal->kind != NodeKind::kConstant || context_.ConstantOf(literal).kind != bytecode::ConstantKind::kBool || !context_.IsOurs(node->span)) continue;
    const std::string word = context_.Text(literal->span);
    if (word != "true" && word != "false") continue;   // a constant with a name says something
    const std::string value(context_.input.sources.Text(node->operands[1 - side]->span));
    const bool is_not = (word == "false") != negated;
    const std::string text = is_not ? "not " + value : value;
    if (context_.IsReported(DiagnosticCode::kRedundantCondition, node->span)) return;
    Finding& finding = context_.Report(DiagnosticCode::kRedundantCondition, node->span, "the comparison with `" + word + "` adds nothing", "write `" + context_.Text(node->operands[1 - side]->span).insert(0, is_not ? "not " : "") + "`");
    const bool has_parentheses = context_.input.sources.Text(node->span).substr(0, 1) == "(" && context_.input.sources.Text(node->span).back() == ')';
    finding.fix = context_.editor.Replace(node->span.file, node->span.begin, node->span.end, has_parentheses ? "(" + text + ")" : text);
    return;
  }
}

void Conditions::ReportRedundant(const Node* chain, const Parts& parts, std::size_t at, const std::vector<std::size_t>& others, bool by_context, bool is_exact, Frame& frame) {
  const Node* part = parts[at];
  const bool is_and = chain->kind == NodeKind::kAnd;
  const bool by_itself = facts_.Entails({}, part, is_and, frame);   // true for `and`, false for `or`, whatever the others are
  if (context_.IsReported(DiagnosticCode::kRedundantCondition, part->span) || !context_.IsOurs(part->span)) return;
  Finding& finding = context_.Report(DiagnosticCode::kRedundantCondition, part->span, Quoted(part) + " adds nothing" + (by_itself ? is_and ? ": it is always true" : ": it is never true" : by_context ? ": it holds here already" : ""),
                                     by_itself || by_context ? "remove it, or look at what was meant" : is_and ? "the other conditions say it already: remove it, or look at what was meant" : "the other conditions cover it: remove it, or look at what was meant");
  for (const std::size_t other : others) {
    State one;
    facts_.Assume(one, is_and ? parts[other] : part, true, frame);
    if (by_itself || by_context || !facts_.Entails(one, is_and ? part : parts[other], true, frame)) continue;
    finding.diagnostic.labels.push_back({parts[other]->span, "this says it"});
    break;
  }
  if (!is_exact) return;
  // The node of the chain whose right side the part is: its left side, with all parentheses, stays.
  const Node* link = chain;
  for (std::size_t i = parts.size() - 1; i > at && i > 1; --i) link = link->operands[0];
  finding.fix = at == 0 ? context_.editor.Replace(part->span.file, part->span.begin, parts[1]->span.begin)
                        : context_.editor.Replace(part->span.file, link->operands[0]->span.end, part->span.end);
}

void Conditions::WalkAll(const Node* chain, const State& state, Frame& frame) {
  const Parts parts = PartsOf(chain);
  State running = state;
  for (const Node* part : parts) {
    State next = running;
    facts_.Assume(next, part, true, frame);
    // Nothing is said of what stands behind it.
    if (next.impossible) return;
    Walk(part, running, frame);
    running = std::move(next);
  }
  if (parts.size() > kMostParts) return;
  std::vector<bool> removed(parts.size());
  for (std::size_t i = parts.size(); i-- > 0;) {
    const Node* part = parts[i];
    const bool is_plain = IsPlain(part);
    State rest = state, rest_alone;
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (j == i || removed[j]) continue;
      facts_.Assume(rest, parts[j], true, frame);
      facts_.Assume(rest_alone, parts[j], true, frame);
      others.push_back(j);
    }
    const TermId term = facts_.terms().Of(part, frame);
    const auto same = std::find_if(others.begin(), others.end(), [&](std::size_t j) { return j < i && facts_.terms().Of(parts[j], frame) == term; });
    if (same != others.end()) {
      removed[i] = true;
      ReportRedundant(chain, parts, i, {*same}, false, true, frame);
      continue;
    }
    if (!is_plain || rest.impossible) continue;
    if (!facts_.Entails(rest, part, true, frame)) {
      ReportAlways(part, rest, frame);
      continue;
    }
    removed[i] = true;
    // Where the part is false, so is another: then an unknown value is as unknown without it.
    const bool by_context = !facts_.Entails(rest_alone, part, true, frame);
    State fails;
    facts_.Assume(fails, part, false, frame);
    const bool is_exact = !by_context && (fails.impossible || std::any_of(others.begin(), others.end(), [&](std::size_t j) { return facts_.Entails(fails, parts[j], false, frame); }));
    ReportRedundant(chain, parts, i, others, by_context, is_exact, frame);
  }
}

void Conditions::WalkAny(const Node* chain, const State& state, Frame& frame) {
  const Parts parts = PartsOf(chain);
  std::vector<bool> removed(parts.size());
  State running = state;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (ReportDead(parts[i], state, frame, {})) {
      removed[i] = true;
      continue;
    }
    Walk(parts[i], running, frame);
    facts_.Assume(running, parts[i], false, frame);
    if (running.impossible) {
      ReportAlways(chain, state, frame);
      return;
    }
  }
  if (parts.size() > kMostParts) return;
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (removed[i]) continue;
    const bool is_plain = IsPlain(parts[i]);
    const TermId term = facts_.terms().Of(parts[i], frame);
    State holds = state, alone;
    facts_.Assume(holds, parts[i], true, frame);
    facts_.Assume(alone, parts[i], true, frame);
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (j == i || removed[j]) continue;
      const bool is_same = j < i && facts_.terms().Of(parts[j], frame) == term;
      if (!is_same && !(is_plain && IsPlain(parts[j]) && facts_.Entails(holds, parts[j], true, frame))) continue;
      const bool by_context = !is_same && !facts_.Entails(alone, parts[j], true, frame);
      if (by_context) continue;
      removed[i] = true;
      State fails;
      facts_.Assume(fails, parts[j], false, frame);
      ReportRedundant(chain, parts, i, {j}, false, is_same || facts_.Entails(fails, parts[i], false, frame), frame);
      break;
    }
  }
}

// The condition of a quantifier or a comprehension. A plain `true` counts, or takes, everything.
void Conditions::WalkItem(const Node* condition, const State& state, Frame& frame) {
  if (condition->kind == NodeKind::kConstant) return;
  if (!ReportDead(condition, state, frame, {}) && !ReportAlways(condition, state, frame)) Walk(condition, state, frame);
}

void Conditions::WalkOperands(const Node* node, const State& state, Frame& frame) {
  if (state.impossible) return;
  if (!IsLoop(node->kind)) {
    for (const Node* operand : node->operands) Walk(operand, state, frame);
    return;
  }
  Walk(node->operands[0], state, frame);
  facts_.terms().OpenElement(node, frame);
  const bool is_list = node->kind == NodeKind::kListOf || node->kind == NodeKind::kSetOf;
  State item = state;
  if (!is_list) {
    WalkItem(node->operands[1], item, frame);
  } else {
    if (node->operands.size() > 2) {
      WalkItem(node->operands[2], item, frame);
      facts_.Assume(item, node->operands[2], true, frame);
    }
    Walk(node->operands[1], item, frame);
  }
  facts_.terms().CloseElement();
}

}  // namespace writ::compiler::lint
