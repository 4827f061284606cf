// Conditions to states. See facts.h for what a state means.
#include "compiler/lint/facts.h"

#include <algorithm>

#include "base/regex.h"
#include "vm/bytecode/constants.h"

namespace writ::compiler::lint {

using bytecode::BuiltinId;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Larger sets are not looked into: they are found as a whole or not at all.
constexpr std::size_t kMostItems = 256;

const ValueSet& Truth(bool wanted) {
  static const ValueSet truth[] = {ValueSet::Only(0), ValueSet::Only(1)};
  return truth[wanted ? 1 : 0];
}

// -1, 0, 1: what `a` may be to `b` where a comparison of this kind has the wanted value.
ValueSet OrderOf(NodeKind kind, bool wanted) {
  ValueSet order = kind == NodeKind::kEqual ? ValueSet::Only(0) : kind == NodeKind::kLess ? ValueSet::Only(-1) : ValueSet::Between(-1, 0);
  return wanted ? order : order.Not().And(ValueSet::Between(-1, 1));
}
ValueSet Swapped(const ValueSet& order) {
  ValueSet out;
  for (const std::int64_t value : {-1, 0, 1}) {
    if (order.Contains(value)) out = out.Or(ValueSet::Only(-value));
  }
  return out;
}

bool IsComparison(NodeKind kind) { return kind == NodeKind::kEqual || kind == NodeKind::kLess || kind == NodeKind::kLessEqual; }

bool IsBuiltin(const Node* node, std::initializer_list<BuiltinId> ids) {
  if (node->kind != NodeKind::kBuiltin) return false;
  return std::any_of(ids.begin(), ids.end(), [&](BuiltinId id) { return node->index == static_cast<std::uint32_t>(id); });
}

}  // namespace

State Join(const State& a, const State& b) {
  if (a.impossible) return b;
  if (b.impossible) return a;
  State out;
  for (const auto& [term, set] : a.known) {
    const auto other = b.known.find(term);
    if (other != b.known.end()) out.known.emplace(term, set.Or(other->second));
  }
  return out;
}

void Facts::Restrict(State& state, TermId term, const ValueSet& set) {
  if (state.impossible) return;
  const auto known = state.known.find(term);
  ValueSet now = (known != state.known.end() ? known->second : terms_.Possible(term)).And(set);
  if (now.empty()) {
    state.impossible = true;
  } else {
    state.known[term] = std::move(now);
  }
}

// What was read is there, and so is everything on the way to it.
void Facts::MarkPresent(State& state, TermId term) {
  for (;;) {
    const Term& read = terms_[term];
    if (read.kind != NodeKind::kField && read.kind != NodeKind::kBuiltin && read.kind != NodeKind::kIndex) return;
    Restrict(state, terms_.Has(term), Truth(true));
    if (read.operands.empty()) return;
    term = read.operands[0];
  }
}

std::optional<std::int64_t> Facts::LiteralOf(const Node* node) const {
  const std::string_view text = sources_.Text(node->span);
  const std::size_t begin = text.find_first_not_of("(");
  const bool is_name = begin == std::string_view::npos || ((text[begin] >= 'A' && text[begin] <= 'Z') || text[begin] == '_' || (text[begin] >= 'a' && text[begin] <= 'z'));
  if (is_name && text != "true" && text != "false") return std::nullopt;
  return terms_.NumberOf(node->index);
}

std::optional<ValueSet> Facts::SetOf(const Node* node) const {
  // A data set is another one tomorrow.
  if (node->kind != NodeKind::kConstant) return std::nullopt;
  const bytecode::Constant& constant = terms_.program().constants[node->index];
  const bool is_map = constant.kind == ConstantKind::kMap;
  if ((constant.kind != ConstantKind::kSet && constant.kind != ConstantKind::kList && !is_map) || constant.items.size() > kMostItems) return std::nullopt;
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < constant.items.size(); i += is_map ? 2 : 1) {
    const auto number = terms_.NumberOf(constant.items[i]);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return ValueSet::Of(std::move(numbers));
}

std::optional<Facts::Atom> Facts::AtomOf(const Node* node, bool wanted, Frame& frame) {
  if (node->kind == NodeKind::kIn) {
    const auto [item, item_frame] = terms_.Resolve(node->operands[0], &frame);
    const auto [container, container_frame] = terms_.Resolve(node->operands[1], &frame);
    if (!terms_.IsValued(terms_.program().types.Unwrap(item->type))) return std::nullopt;
    const auto set = SetOf(container);
    if (!set) return std::nullopt;
    return Atom{item, item_frame, wanted ? *set : set->Not()};
  }
  if (node->kind == NodeKind::kIsEmpty) {
    const auto [text, text_frame] = terms_.Resolve(node->operands[0], &frame);
    if (terms_.program().types.Get(terms_.program().types.Unwrap(text->type)).kind != TypeKind::kString) return std::nullopt;
    const ValueSet empty = ValueSet::Only(terms_.NumberOf(std::string()));
    return Atom{text, text_frame, wanted ? empty : empty.Not()};
  }
  if (!IsComparison(node->kind)) return std::nullopt;
  for (const std::size_t side : {std::size_t{1}, std::size_t{0}}) {
    const auto [constant, constant_frame] = terms_.Resolve(node->operands[side], &frame);
    if (constant->kind != NodeKind::kConstant) continue;
    const auto number = terms_.NumberOf(constant->index);
    if (!number) continue;
    const auto [value, value_frame] = terms_.Resolve(node->operands[1 - side], &frame);
    const ValueSet order = side == 1 ? OrderOf(node->kind, wanted) : Swapped(OrderOf(node->kind, wanted));
    ValueSet set;
    if (order.Contains(-1) && *number != ValueSet::kLeast) set = set.Or(ValueSet::Between(ValueSet::kLeast, *number - 1));
    if (order.Contains(0)) set = set.Or(ValueSet::Only(*number));
    if (order.Contains(1) && *number != ValueSet::kMost) set = set.Or(ValueSet::Between(*number + 1, ValueSet::kMost));
    return Atom{value, value_frame, std::move(set)};
  }
  return std::nullopt;
}

void Facts::AssumeIn(State& state, const Node* from, const ValueSet& set, Frame& outer) {
  const auto [node, frame] = terms_.Resolve(from, &outer);
  if (node->kind == NodeKind::kConstant) {
    const auto number = LiteralOf(node);
    if (number && !set.Contains(*number)) state.impossible = true;
    return;
  }
  const TermId term = terms_.Of(node, *frame);
  Restrict(state, term, set);
  if (node->kind == NodeKind::kCoalesce) {
    // Its default, because nothing was there; or what was there.
    const auto [other, other_frame] = terms_.Resolve(node->operands[1], frame);
    const auto number = other->kind == NodeKind::kConstant ? terms_.NumberOf(other->index) : std::nullopt;
    if (!number || !terms_.Spend(2 * state.known.size())) return;
    State there = state, not_there = state;
    AssumeIn(there, node->operands[0], set, *frame);
    if (set.Contains(*number)) {
      AssumeAbsent(not_there, node->operands[0], *frame);
    } else {
      not_there.impossible = true;
    }
    state = Join(there, not_there);
    state.impossible = there.impossible && not_there.impossible;
    return;
  }
  MarkPresent(state, term);
  if (IsBuiltin(node, {BuiltinId::kListSize, BuiltinId::kSetSize, BuiltinId::kMapSize})) {
    const TermId empty = terms_.IsEmpty(terms_.Of(node->operands[0], *frame));
    if (!set.Contains(0)) Restrict(state, empty, Truth(false));
    if (set.And(ValueSet::Between(1, ValueSet::kMost)).empty()) Restrict(state, empty, Truth(true));
  }
  if (node->kind == NodeKind::kCount && !set.Contains(0)) {
    Restrict(state, terms_.IsEmpty(terms_.Of(node->operands[0], *frame)), Truth(false));
  }
}

void Facts::AssumePresent(State& state, const Node* value, Frame& outer) {
  // What is always there says nothing, and a default may stand for it.
  const auto [node, frame] = terms_.Resolve(value, &outer);
  const TermId term = terms_.Of(node, *frame);
  Restrict(state, terms_.Has(term), Truth(true));
  MarkPresent(state, term);
}

void Facts::AssumeAbsent(State& state, const Node* value, Frame& frame) { Restrict(state, terms_.Has(terms_.Of(value, frame)), Truth(false)); }

// A chain of `and` that is true, or of `or` that is false.
void Facts::AssumeAll(State& state, const Node* chain, bool wanted, Frame& frame) {
  std::vector<const Node*> parts;
  const Node* node = chain;
  for (; node->kind == chain->kind; node = node->operands[0]) parts.push_back(node->operands[1]);
  parts.push_back(node);
  std::reverse(parts.begin(), parts.end());
  for (const Node* part : parts) Assume(state, part, wanted, frame);
  // Where one of them left a choice open, the others may have closed it.
  for (const Node* part : parts) {
    if (part->kind == NodeKind::kAnd || part->kind == NodeKind::kOr || part->kind == NodeKind::kNot || part->kind == NodeKind::kCall) Assume(state, part, wanted, frame);
  }
}

void Facts::AssumeEither(State& state, const Node* a, const Node* b, bool wanted, Frame& frame) {
  if (!terms_.Spend(2 * state.known.size())) return;
  State one = state, other = state;
  Assume(one, a, wanted, frame);
  Assume(other, b, wanted, frame);
  const bool impossible = one.impossible && other.impossible;
  state = Join(one, other);
  state.impossible = impossible;
}

void Facts::AssumeOrder(State& state, const Node* node, const ValueSet& order, Frame& frame) {
  const TermId a = terms_.Of(node->operands[0], frame), b = terms_.Of(node->operands[1], frame);
  if (a == b) {
    if (!order.Contains(0)) state.impossible = true;
  } else {
    bool swapped = false;
    const TermId term = terms_.Order(a, b, swapped);
    Restrict(state, term, swapped ? Swapped(order) : order);
  }
  MarkPresent(state, a);
  MarkPresent(state, b);
}

// any, all and none: some item for which the condition is `is_true`, or no such item.
void Facts::AssumeLoop(State& state, const Node* loop, bool wanted, Frame& frame) {
  const bool some = loop->kind == NodeKind::kAny ? wanted : !wanted;
  const bool is_true = loop->kind != NodeKind::kAll;
  Restrict(state, terms_.Of(loop, frame), Truth(wanted));
  const TermId collection = terms_.Of(loop->operands[0], frame);
  MarkPresent(state, collection);
  if (state.impossible) return;
  const TermId empty = terms_.IsEmpty(collection);
  if (some) Restrict(state, empty, Truth(false));
  if (!terms_.Spend(state.known.size())) return;
  State item = state;
  terms_.OpenElement(loop, frame);
  Assume(item, loop->operands[1], some == is_true, frame);
  terms_.CloseElement();
  if (!item.impossible) return;
  // No item can be so: there is none.
  if (some) state.impossible = true;
  if (!some) Restrict(state, empty, Truth(true));
}

// matches, contains, starts_with, ends_with: a finite set of texts is asked one by one.
void Facts::AssumeTextTest(State& state, const Node* test, bool wanted, Frame& frame) {
  Restrict(state, Opaque(test, frame), Truth(wanted));
  const auto [text, text_frame] = terms_.Resolve(test->operands[0], &frame);
  const auto [operand, operand_frame] = terms_.Resolve(test->operands[1], &frame);
  if (operand->kind != NodeKind::kConstant || state.impossible) return;
  const bytecode::Constant& constant = terms_.program().constants[operand->index];
  std::vector<std::int64_t> numbers;
  if (text->kind == NodeKind::kConstant) {
    if (const auto number = LiteralOf(text)) numbers.push_back(*number);
  } else {
    const auto known = state.known.find(terms_.Of(text, *text_frame));
    if (known == state.known.end()) return;
    for (const ValueSet::Range& range : known->second.ranges()) {
      if (range.first != range.second || numbers.size() > kMostItems) return;
      numbers.push_back(range.first);
    }
  }
  std::optional<Regex> pattern;
  if (constant.kind == ConstantKind::kRegex) {
    Result<Regex> compiled = Regex::Compile(constant.text);
    if (!compiled.ok()) return;
    pattern = std::move(*compiled);
  }
  std::vector<std::int64_t> left;
  for (const std::int64_t number : numbers) {
    const std::string* candidate = terms_.TextOf(number);
    if (candidate == nullptr) return;
    bool holds = false;
    if (pattern) {
      holds = test->kind == NodeKind::kMatches ? pattern->MatchesWhole(*candidate) : pattern->FoundIn(*candidate);
    } else if (test->kind == NodeKind::kContains) {
      holds = candidate->find(constant.text) != std::string::npos;
    } else if (IsBuiltin(test, {BuiltinId::kStringStartsWith})) {
      holds = candidate->compare(0, constant.text.size(), constant.text) == 0;
    } else {
      holds = candidate->size() >= constant.text.size() && candidate->compare(candidate->size() - constant.text.size(), std::string::npos, constant.text) == 0;
    }
    if (holds == wanted) left.push_back(number);
  }
  if (text->kind == NodeKind::kConstant) {
    state.impossible = state.impossible || (left.empty() && !numbers.empty());
  } else {
    Restrict(state, terms_.Of(text, *text_frame), ValueSet::Of(std::move(left)));
  }
}

void Facts::Assume(State& state, const Node* condition, bool wanted, Frame& outer) {
  if (state.impossible || !terms_.Spend()) return;
  const auto [node, frame] = terms_.Resolve(condition, &outer);
  if (const auto atom = AtomOf(node, wanted, *frame)) return AssumeIn(state, atom->value, atom->set, *atom->frame);
  switch (node->kind) {
    case NodeKind::kConstant: {
      const auto number = LiteralOf(node);
      if (number && (*number != 0) != wanted) state.impossible = true;
      return;
    }
    case NodeKind::kNot: return Assume(state, node->operands[0], !wanted, *frame);
    case NodeKind::kAnd: return wanted ? AssumeAll(state, node, wanted, *frame) : AssumeEither(state, node->operands[0], node->operands[1], wanted, *frame);
    case NodeKind::kOr: return wanted ? AssumeEither(state, node->operands[0], node->operands[1], wanted, *frame) : AssumeAll(state, node, wanted, *frame);
    case NodeKind::kHas: return wanted ? AssumePresent(state, node->operands[0], *frame) : AssumeAbsent(state, node->operands[0], *frame);
    case NodeKind::kIsEmpty: {
      const TermId collection = terms_.Of(node->operands[0], *frame);
      Restrict(state, terms_.IsEmpty(collection), Truth(wanted));
      return MarkPresent(state, collection);
    }
    case NodeKind::kEqual:
    case NodeKind::kLess:
    case NodeKind::kLessEqual: return AssumeOrder(state, node, OrderOf(node->kind, wanted), *frame);
    case NodeKind::kAny:
    case NodeKind::kAll:
    case NodeKind::kNone: return AssumeLoop(state, node, wanted, *frame);
    case NodeKind::kMatches:
    case NodeKind::kContains: return AssumeTextTest(state, node, wanted, *frame);
    case NodeKind::kBuiltin:
      if (IsBuiltin(node, {BuiltinId::kStringStartsWith, BuiltinId::kStringEndsWith})) return AssumeTextTest(state, node, wanted, *frame);
      return AssumeIn(state, node, Truth(wanted), *frame);
    case NodeKind::kCoalesce:
    case NodeKind::kField:
    case NodeKind::kFieldOpt:
    case NodeKind::kLocal: return AssumeIn(state, node, Truth(wanted), *frame);
    default: return Restrict(state, Opaque(node, *frame), Truth(wanted));
  }
}

bool Facts::Knows(const State& state, TermId term, const ValueSet& set) const {
  const auto known = state.known.find(term);
  return known != state.known.end() && known->second.IsWithin(set);
}

bool Facts::EntailsIn(const State& state, const Node* from, const ValueSet& set, Frame& outer) {
  const auto [node, frame] = terms_.Resolve(from, &outer);
  if (node->kind == NodeKind::kConstant) {
    const auto number = LiteralOf(node);
    return number && set.Contains(*number);
  }
  const TermId term = terms_.Of(node, *frame);
  if (Knows(state, term, set)) return true;
  if (node->kind != NodeKind::kCoalesce) return false;
  const TermId has = terms_.Has(terms_.Of(node->operands[0], *frame));
  if (Knows(state, has, Truth(true))) return EntailsIn(state, node->operands[0], set, *frame);
  return Knows(state, has, Truth(false)) && EntailsIn(state, node->operands[1], set, *frame);
}

bool Facts::EntailsPresent(const State& state, const Node* value, Frame& frame) {
  const auto [node, inner] = terms_.Resolve(value, &frame);
  return Knows(state, terms_.Has(terms_.Of(node, *inner)), Truth(true));
}

bool Facts::EntailsAbsent(const State& state, const Node* value, Frame& frame) { return Knows(state, terms_.Has(terms_.Of(value, frame)), Truth(false)); }

bool Facts::EntailsNotEmpty(const State& state, const Node* collection, Frame& outer) {
  const auto [node, frame] = terms_.Resolve(collection, &outer);
  if (node->kind == NodeKind::kConstant) return !terms_.program().constants[node->index].items.empty();
  return Knows(state, terms_.IsEmpty(terms_.Of(node, *frame)), Truth(false));
}

bool Facts::Entails(const State& state, const Node* condition, bool wanted, Frame& outer) {
  if (state.impossible) return true;
  if (!terms_.Spend()) return false;
  const auto [node, frame] = terms_.Resolve(condition, &outer);
  if (const auto atom = AtomOf(node, wanted, *frame)) return EntailsIn(state, atom->value, atom->set, *atom->frame);
  const auto both = [&, inner = frame, from = node](bool is_and) {
    const bool a = Entails(state, from->operands[0], wanted, *inner);
    return is_and ? a && Entails(state, from->operands[1], wanted, *inner) : a || Entails(state, from->operands[1], wanted, *inner);
  };
  switch (node->kind) {
    case NodeKind::kConstant: {
      const auto number = LiteralOf(node);
      return number && (*number != 0) == wanted;
    }
    case NodeKind::kNot: return Entails(state, node->operands[0], !wanted, *frame);
    case NodeKind::kAnd: return both(wanted);
    case NodeKind::kOr: return both(!wanted);
    case NodeKind::kHas: return Knows(state, terms_.Has(terms_.Of(node->operands[0], *frame)), Truth(wanted));
    case NodeKind::kIsEmpty: return Knows(state, terms_.IsEmpty(terms_.Of(node->operands[0], *frame)), Truth(wanted));
    case NodeKind::kEqual:
    case NodeKind::kLess:
    case NodeKind::kLessEqual: {
      const TermId a = terms_.Of(node->operands[0], *frame), b = terms_.Of(node->operands[1], *frame);
      if (a == b) return false;   // equal whenever it is known, which nobody says here
      bool swapped = false;
      const TermId term = terms_.Order(a, b, swapped);
      const ValueSet order = OrderOf(node->kind, wanted);
      return Knows(state, term, swapped ? Swapped(order) : order);
    }
    case NodeKind::kCoalesce: return EntailsIn(state, node, Truth(wanted), *frame);
    default: return Knows(state, Opaque(node, *frame), Truth(wanted));
  }
}

}  // namespace writ::compiler::lint
