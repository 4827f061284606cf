// Three-valued matching. A prefix is certain, uncertain or erroneous by the worst of its conditions and orders, and by `without` rows that
// may stand in it. For the rows to come only the last row of a prefix and its beginning matter, so of all that are armed the one that
// began last is as good as any; one is kept for each certainty.
#include "engine/sequence.h"

#include <algorithm>

namespace writ::engine {

namespace {

using Row = std::shared_ptr<const SequenceRow>;

constexpr auto kEndField = static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_end));

// Whether something at `b` is later than something at `a`. Within a recording times are compared as they are; the clocks of two recordings
// agree to the precision of their times, and no better.
Truth Later(std::int64_t a, std::int64_t a_precision, std::uint32_t a_source, std::int64_t b, std::int64_t b_precision, std::uint32_t b_source,
            bool or_equal) {
  if (a_source == b_source) return (or_equal ? b >= a : b > a) ? Truth::True() : Truth::False();
  if (static_cast<Int128>(b) >= static_cast<Int128>(a) + a_precision) return Truth::True();
  if (static_cast<Int128>(a) >= static_cast<Int128>(b) + b_precision) return Truth::False();
  return Truth::Unknown(model::kNotOrdered);
}

Truth StartsAfter(const SequenceRow& a, const SequenceRow& b) {
  return Later(a.start, a.precision, a.source, b.start, b.precision, b.source, false);
}

// Whether `b` can be the step after `a`: it begins later, and not before `a` has ended.
Truth Follows(const SequenceRow& a, const SequenceRow& b) {
  const Truth later = StartsAfter(a, b);
  if (later.is_false() || (!a.end && !a.unknown_end)) return later;
  if (a.unknown_end) return Both(later, Truth::Unknown(*a.unknown_end, kEndField));
  return Both(later, Later(*a.end, a.end_precision, a.source, b.start, b.precision, b.source, true));
}

}  // namespace

Truth Both(const Truth& a, const Truth& b) {
  if (a.is_false() || b.is_true()) return a;
  if (b.is_false() || a.is_true()) return b;
  const std::uint16_t field = a.field == 0 ? b.field : b.field == 0 ? a.field : std::min(a.field, b.field);
  return {Truth::Kind::kUnknown, a.is_error || b.is_error, field, a.causes | b.causes};
}

Truth Opposite(const Truth& a) { return a.is_unknown() ? a : a.is_true() ? Truth::False() : Truth::True(); }

Truth Either(const Truth& a, const Truth& b) { return Opposite(Both(Opposite(a), Opposite(b))); }

SequenceMatcher::SequenceMatcher(std::span<const bytecode::SequenceStep> steps, std::optional<std::int64_t> within, std::uint32_t gap,
                                 SequenceBounds bounds, std::function<void(const SequenceMatch&)> on_match)
    : steps_(steps), within_(within), gap_(gap), bounds_(bounds), on_match_(std::move(on_match)) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].without) {
      guards_.back().push_back(i);
    } else {
      places_.push_back(i);
      guards_.emplace_back();
    }
  }
  stages_.resize(places_.size() - 1);
}

void SequenceMatcher::Clear() {
  ForgetPrefixes();
  open_ = Truth::False();
  over_bound_ = false;
  next_number_ = 0;
  buffer_.clear();
  ordered_until_ = INT64_MIN;
  ends_ = {};
  resumed_behind_ = nullptr;
}

// Whether a row has the time and the recording of the last row of the last match: matching resumes behind it.
bool SequenceMatcher::IsPassed(const SequenceRow& row) const {
  return resumed_behind_ != nullptr && row.start == resumed_behind_->start && row.source == resumed_behind_->source;
}

// Whether the row is one that must not come behind the place of `stage`.
Truth SequenceMatcher::GuardOf(const SequenceRow& row, std::size_t stage) const {
  Truth any;
  for (const std::size_t step : guards_[stage]) any = Either(any, row.conditions[step]);
  return any;
}

// The later beginning, then the later last row.
bool SequenceMatcher::IsBetter(const Prefix& a, const Prefix& b) {
  return a.first != b.first ? a.first > b.first : a.last().number > b.last().number;
}

void SequenceMatcher::Keep(Slots& slots, Prefix prefix) {
  std::optional<Prefix>& slot = slots[prefix.certainty()];
  if (!slot || IsBetter(prefix, *slot)) slot = std::move(prefix);
}

// Whether `row` makes the prefix longer. `unordered`: rows that may stand between the two in an order that is not known yet.
Truth SequenceMatcher::Extends(const Prefix& prefix, std::size_t stage, const SequenceRow& row, bool is_armed, std::span<const Row> unordered) const {
  Truth truth = Both(prefix.truth, row.conditions[places_[stage + 1]]);
  if (!is_armed && !truth.is_false()) truth = Both(truth, Follows(prefix.last(), row));
  if (truth.is_false()) return truth;
  const bool is_whole = stage + 1 == LastStage();
  if (is_whole && within_ && static_cast<Int128>(row.start) - prefix.first_start > *within_) return Truth::False();
  if (guards_[stage].empty()) return truth;
  if (gap_ != 0) truth = Both(truth, Truth::Unknown(gap_));
  truth = Both(truth, Opposite(GuardOf(row, stage)));   // what must not come is not what comes next
  for (const Row& other : unordered) {
    const Truth guard = GuardOf(*other, stage);
    if (guard.is_false()) continue;
    truth = Both(truth, Opposite(Both(guard, Both(Follows(prefix.last(), *other), StartsAfter(*other, row)))));
  }
  return truth;
}

// The best prefixes that end with `row` at the place behind `stage`; `fresh` are prefixes that no stage holds yet.
SequenceMatcher::Slots SequenceMatcher::ExtendAll(std::size_t stage, const Row& row, std::span<const Row> unordered, std::span<const Prefix> fresh) const {
  Slots longer;
  if (row->conditions[places_[stage + 1]].is_false()) return longer;
  std::array<const Prefix*, 3> best{};
  std::array<Truth, 3> truths;
  const auto consider = [&](const Prefix& prefix, bool is_armed) {
    const Truth truth = Extends(prefix, stage, *row, is_armed, unordered);
    if (truth.is_false()) return;
    const Certainty certainty = CertaintyOf(truth);
    if (best[certainty] != nullptr && !IsBetter(prefix, *best[certainty])) return;
    best[certainty] = &prefix;
    truths[certainty] = truth;
  };
  for (const auto& slot : stages_[stage].armed) {
    if (slot) consider(*slot, true);
  }
  for (const auto& slot : stages_[stage].armed_without_end) {
    if (slot) consider(*slot, false);
  }
  for (const Prefix& prefix : stages_[stage].waiting) consider(prefix, false);
  for (const Prefix& prefix : fresh) consider(prefix, false);
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (best[i] == nullptr) continue;
    longer[i] = Prefix{std::make_shared<const Chain>(Chain{row, best[i]->chain}), best[i]->first, best[i]->first_start, truths[i]};
  }
  return longer;
}

// Of prefixes that end at the same time in the same way, the better one will do.
void SequenceMatcher::Wait(Stage& stage, Prefix prefix) {
  const SequenceRow& last = prefix.last();
  for (Prefix& other : stage.waiting) {
    const SequenceRow& row = other.last();
    if (other.certainty() != prefix.certainty() || row.source != last.source || row.start != last.start || row.precision != last.precision ||
        row.end != last.end || row.end_precision != last.end_precision || row.unknown_end != last.unknown_end) {
      continue;
    }
    if (IsBetter(prefix, other)) other = std::move(prefix);
    return;
  }
  stage.waiting.push_back(std::move(prefix));
}

// Arms the prefixes that come before everything that begins at `now` or later, whatever its recording.
void SequenceMatcher::Arm(std::int64_t now) {
  for (Stage& stage : stages_) {
    const auto is_waiting = [&](Prefix& prefix) {
      const SequenceRow& last = prefix.last();
      if (now < static_cast<Int128>(last.start) + last.precision) return true;
      if (last.end && now < static_cast<Int128>(*last.end) + last.end_precision) return true;
      Keep(last.unknown_end ? stage.armed_without_end : stage.armed, std::move(prefix));
      return false;
    };
    stage.waiting.erase(std::remove_if(stage.waiting.begin(), stage.waiting.end(), [&](Prefix& prefix) { return !is_waiting(prefix); }),
                        stage.waiting.end());
  }
}

// A `without` row, for all rows that begin later: ends the prefixes that it stands behind, or makes them uncertain.
void SequenceMatcher::Guard(const SequenceRow& row) {
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const Truth guard = GuardOf(row, i);
    if (guard.is_false()) continue;
    Stage& stage = stages_[i];
    Slots armed;
    for (std::optional<Prefix>& slot : stage.armed) {
      if (!slot) continue;
      slot->truth = Both(slot->truth, Opposite(guard));
      if (!slot->truth.is_false()) Keep(armed, std::move(*slot));
    }
    stage.armed = std::move(armed);
    const auto is_over = [&](Prefix& prefix) {
      prefix.truth = Both(prefix.truth, Opposite(Both(guard, Follows(prefix.last(), row))));
      return prefix.truth.is_false();
    };
    Slots without_end;
    for (std::optional<Prefix>& slot : stage.armed_without_end) {
      if (slot && !is_over(*slot)) Keep(without_end, std::move(*slot));
    }
    stage.armed_without_end = std::move(without_end);
    stage.waiting.erase(std::remove_if(stage.waiting.begin(), stage.waiting.end(), is_over), stage.waiting.end());
  }
}

void SequenceMatcher::GuardPending() {
  for (const Row& row : pending_guards_) Guard(*row);
  pending_guards_.clear();
}

// A row behind all others so far.
void SequenceMatcher::ProcessOne(const Row& row) {
  if (IsPassed(*row)) return;
  if (!pending_guards_.empty() && pending_guards_.front()->start < row->start) GuardPending();
  Arm(row->start);
  for (std::size_t stage = stages_.size(); stage-- > 0;) {
    Slots longer = ExtendAll(stage, row, {}, {});
    if (stage + 1 != LastStage()) {
      for (std::optional<Prefix>& prefix : longer) {
        if (prefix) Wait(stages_[stage + 1], std::move(*prefix));
      }
      continue;
    }
    NoteOpen(longer);
    if (longer[kCertain]) return Emit(*longer[kCertain]);   // matching resumes behind it
  }
  const Truth& first = row->conditions[places_.front()];
  if (!first.is_false()) {
    Wait(stages_.front(), {std::make_shared<const Chain>(Chain{row, nullptr}), row->number, row->start, first});
  }
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    if (GuardOf(*row, i).is_false()) continue;
    // Rows of one start and the same conditions say the same.
    const auto same = [&](const Row& other) {
      return other->precision == row->precision &&
             std::equal(other->conditions.begin(), other->conditions.end(), row->conditions.begin(), [](const Truth& a, const Truth& b) {
               return a.kind == b.kind && a.is_error == b.is_error && a.causes == b.causes && a.field == b.field;
             });
    };
    if (std::none_of(pending_guards_.begin(), pending_guards_.end(), same)) pending_guards_.push_back(row);
    break;
  }
}

// Rows of several recordings that overlap in time: each may come before each other. Stage by stage instead of row by row.
void SequenceMatcher::ProcessUnordered(std::span<const Row> rows) {
  GuardPending();
  Arm(rows.front()->start);
  while (!rows.empty()) {
    std::vector<std::vector<Prefix>> fresh(stages_.size());
    for (const Row& row : rows) {
      const Truth& first = row->conditions[places_.front()];
      if (!first.is_false()) fresh[0].push_back({std::make_shared<const Chain>(Chain{row, nullptr}), row->number, row->start, first});
    }
    std::vector<Slots> matches(rows.size());
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        Slots longer = ExtendAll(stage, rows[i], rows, fresh[stage]);
        if (stage + 1 == LastStage()) {
          matches[i] = std::move(longer);
          continue;
        }
        for (std::optional<Prefix>& prefix : longer) {
          if (prefix) fresh[stage + 1].push_back(std::move(*prefix));
        }
      }
    }
    const auto found = std::find_if(matches.begin(), matches.end(), [](const Slots& slots) { return slots[kCertain].has_value(); });
    const auto behind = static_cast<std::size_t>(found - matches.begin());
    for (std::size_t i = 0; i < matches.size() && i <= behind; ++i) NoteOpen(matches[i]);
    if (found != matches.end()) {
      Emit(*(*found)[kCertain]);
      rows = rows.subspan(behind + 1);
      while (!rows.empty() && IsPassed(*rows.front())) rows = rows.subspan(1);
      continue;
    }
    for (std::size_t stage = 0; stage < stages_.size(); ++stage) {
      for (Prefix& prefix : fresh[stage]) Wait(stages_[stage], std::move(prefix));
    }
    for (const Row& row : rows) Guard(*row);
    return;
  }
}

void SequenceMatcher::Emit(const Prefix& whole) {
  SequenceMatch match;
  match.rows.resize(steps_.size());
  match.contested = open_in_stretch_;
  resumed_behind_ = whole.chain->row;
  std::size_t place = places_.size();
  for (const Chain* at = whole.chain.get(); at != nullptr; at = at->before.get()) match.rows[places_[--place]] = at->row;
  on_match_(match);
  ForgetPrefixes();
}

void SequenceMatcher::NoteOpen(const Slots& matches) {
  for (const std::optional<Prefix>& match : matches) {
    if (!match || match->truth.is_true()) continue;
    open_ = open_.is_false() ? match->truth : Both(open_, match->truth);
    open_in_stretch_ = true;
  }
}

void SequenceMatcher::ForgetPrefixes() {
  for (Stage& stage : stages_) stage = Stage();
  pending_guards_.clear();
  open_in_stretch_ = false;
}

// Counts the rows that can begin or go on with a match and have not ended yet.
bool SequenceMatcher::TooManyInFlight(const SequenceRow& row) {
  while (!ends_.empty() && ends_.top() <= row.start) ends_.pop();
  const auto goes_on = [&](std::size_t place) { return !row.conditions[place].is_false(); };
  if (row.end && *row.end > row.start && std::any_of(places_.begin(), places_.end() - 1, goes_on)) ends_.push(*row.end);
  return ends_.size() > bounds_.in_flight;
}

void SequenceMatcher::Flush() {
  if (is_mixed_) {
    ProcessUnordered(buffer_);
  } else {
    for (const Row& row : buffer_) ProcessOne(row);
  }
  buffer_.clear();
}

void SequenceMatcher::Add(SequenceRow row) {
  const auto matters = [](const Truth& condition) { return !condition.is_false(); };
  if (over_bound_ || std::none_of(row.conditions.begin(), row.conditions.end(), matters)) return;
  row.number = next_number_++;
  std::int64_t until = 0;
  if (__builtin_add_overflow(row.start, row.precision, &until)) until = INT64_MAX;
  if (TooManyInFlight(row)) over_bound_ = true;
  if (row.start < ordered_until_) {
    if (row.source != ordered_source_) over_bound_ = true;
    ordered_until_ = std::max(ordered_until_, until);
  }
  if (over_bound_) return;
  if (!buffer_.empty() && row.start >= buffer_until_) Flush();
  if (buffer_.empty()) buffer_until_ = until, is_mixed_ = false;
  buffer_.push_back(std::make_shared<const SequenceRow>(std::move(row)));
  buffer_until_ = std::max(buffer_until_, until);
  is_mixed_ = is_mixed_ || buffer_.back()->source != buffer_.front()->source;
  if (buffer_.size() <= bounds_.unordered) return;
  if (is_mixed_) {
    over_bound_ = true;
    return;
  }
  // All of one recording so far, in a known order. A row of another that overlaps them now would pass the bound.
  ordered_until_ = std::max(ordered_until_, buffer_until_);
  ordered_source_ = buffer_.back()->source;
  Flush();
}

void SequenceMatcher::Finish() {
  if (!over_bound_) Flush();
}

}  // namespace writ::engine
