// By definition; time grows with the number of choices.
#include "oracle/sequences.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/traffic/exchange.h"
#include "oracle/operators.h"

namespace writ::oracle {

using vm::SubjectVerdict;

namespace {

// Two moments of one recording are as far apart as they say. Of two recordings, each stands for a stretch as long as its precision, and
// stretches that overlap have no order.
Value IsBefore(const Value& a, std::uint32_t a_source, const Value& b, std::uint32_t b_source, bool may_be_equal) {
  if (a_source == b_source) return Value::Bool(a.i < b.i || (may_be_equal && a.i == b.i));
  const Int128 a_end = static_cast<Int128>(a.i) + a.time_precision(), b_end = static_cast<Int128>(b.i) + b.time_precision();
  if (a_end <= b.i) return Value::Bool(true);
  if (b_end <= a.i) return Value::Bool(false);
  return Value::Unknown(model::kNotOrdered);
}

class Search {
 public:
  Search(const bytecode::Sequence& shape, std::vector<const Row*> rows, std::optional<std::int64_t> within, std::uint32_t gap)
      : rows_(std::move(rows)), within_(within), gap_(gap) {
    for (std::size_t i = 0; i < shape.steps.size(); ++i) {
      if (!shape.steps[i].without) places_.push_back(i);
    }
  }

  const std::vector<std::size_t>& places() const { return places_; }
  const Row& row(std::size_t i) const { return *rows_[i]; }
  std::size_t size() const { return rows_.size(); }

  static const Value& Start(const Row& row) { return row.arguments[0]; }
  static const Value& End(const Row& row) { return row.arguments[1]; }
  static const Value& Condition(const Row& row, std::size_t step) { return row.arguments[2 + step]; }

  // What the choices of rows from `begin` on that end with row `last` say: the one that matches for certain and is taken, if there is one,
  // and whether there is another that may match.
  struct Found {
    std::optional<std::vector<std::size_t>> taken;
    Value open = Value::Bool(false);
  };
  Found Choices(std::size_t begin, std::size_t last) {
    found_ = Found();
    begin_ = begin;
    std::vector<std::size_t> choice(places_.size());
    choice.back() = last;
    Choose(choice, places_.size() - 1, Condition(*rows_[last], places_.back()));
    return found_;
  }

 private:
  // `choice` stands from `place` on, and matches as far as `truth` says.
  void Choose(std::vector<std::size_t>& choice, std::size_t place, const Value& truth) {
    if (truth.is_false()) return;
    if (place == 0) return Take(choice, truth);
    for (std::size_t i = begin_; i < rows_.size(); ++i) {
      choice[place - 1] = i;
      Choose(choice, place - 1, And(truth, And(Condition(*rows_[i], places_[place - 1]), Link(place - 1, *rows_[i], *rows_[choice[place]]))));
    }
  }

  void Take(const std::vector<std::size_t>& choice, const Value& truth) {
    const Row &first = *rows_[choice.front()], &last = *rows_[choice.back()];
    if (within_ && static_cast<Int128>(Start(last).i) - Start(first).i > *within_) return;
    if (!truth.is_true()) {
      found_.open = found_.open.is_false() ? truth : And(found_.open, truth);
      return;
    }
    // The latest beginning; then, from the last step back, the latest rows.
    const auto order = [](const std::vector<std::size_t>& c) {
      std::vector<std::size_t> key{c.front()};
      key.insert(key.end(), c.rbegin(), c.rend());
      return key;
    };
    if (!found_.taken || order(choice) > order(*found_.taken)) found_.taken = choice;
  }

  Value StartsBefore(const Row& a, const Row& b) const { return IsBefore(Start(a), a.source, Start(b), b.source, false); }

  // Whether `b` can be the step behind `a`.
  Value Follows(const Row& a, const Row& b) const {
    const Value starts = StartsBefore(a, b);
    if (End(a).is_absent()) return starts;
    if (End(a).is_poison()) return And(starts, Value::Unknown(End(a).is_unknown() ? End(a).size : 0));
    return And(starts, IsBefore(End(a), a.source, Start(b), b.source, true));
  }

  // Whether a `without` step behind this place holds for the row.
  Value MustNotCome(std::size_t place, const Row& row) const {
    Value any = Value::Bool(false);
    for (std::size_t step = places_[place] + 1; step < places_[place + 1]; ++step) any = Or(any, Condition(row, step));
    return any;
  }

  // The same, and nothing from `a` up to `b`, itself included, that must not be there.
  Value Link(std::size_t place, const Row& a, const Row& b) const {
    Value truth = Follows(a, b);
    if (places_[place] + 1 == places_[place + 1]) return truth;
    if (gap_ != 0) truth = And(truth, Value::Unknown(gap_));
    truth = And(truth, Not(MustNotCome(place, b)));   // what must not come is not what comes next
    for (std::size_t i = begin_; i < rows_.size() && !truth.is_false(); ++i) {
      const Row& other = *rows_[i];
      truth = And(truth, Not(And(MustNotCome(place, other), And(Follows(a, other), StartsBefore(other, b)))));
    }
    return truth;
  }

  std::vector<const Row*> rows_;
  std::optional<std::int64_t> within_;
  std::uint32_t gap_;
  std::vector<std::size_t> places_;
  std::size_t begin_ = 0;
  Found found_;
};

// More exchanges in flight at once, or without a known order, than the limits allow.
bool IsOverBound(const Search& search, const Limits& limits) {
  // In flight: those that may match a step other than the last, and end after a later one begins.
  std::vector<const Row*> open;
  for (std::size_t i = 0; i < search.size(); ++i) {
    const Row& row = search.row(i);
    bool goes_on = false;
    for (std::size_t p = 0; p + 1 < search.places().size(); ++p) goes_on = goes_on || !Search::Condition(row, search.places()[p]).is_false();
    if (goes_on && Search::End(row).kind == ValueKind::kTime) open.push_back(&row);
    const auto in_flight = std::count_if(open.begin(), open.end(), [&](const Row* other) { return Search::End(*other).i > Search::Start(row).i; });
    if (static_cast<std::size_t>(in_flight) > limits.sequence_in_flight) return true;
  }
  // Without an order: rows of several recordings, each of which overlaps one before it.
  for (std::size_t begin = 0; begin < search.size();) {
    std::set<std::uint32_t> sources;
    Int128 until = Search::Start(search.row(begin)).i + Int128{1};
    std::size_t end = begin;
    for (; end < search.size() && Search::Start(search.row(end)).i < until; ++end) {
      until = std::max(until, static_cast<Int128>(Search::Start(search.row(end)).i) + Search::Start(search.row(end)).time_precision());
      sources.insert(search.row(end).source);
    }
    if (sources.size() > 1 && end - begin > limits.sequence_unordered) return true;
    begin = end;
  }
  return false;
}

}  // namespace

void JudgeSequence(Oracle& oracle, std::uint32_t rule, std::vector<const Row*> rows, std::optional<std::int64_t> within, std::uint32_t gap,
                   const Limits& limits, GroupVerdict& group) {
  const compiler::ir::Rule& detector = oracle.program().rules[rule];
  const bytecode::Sequence& shape = *detector.shape.group->sequence;
  std::sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return std::tie(a->time, a->source, a->ordinal) < std::tie(b->time, b->source, b->ordinal);
  });
  // A row that can be no step is no part of any match.
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [&](const Row* row) {
                              for (std::size_t i = 0; i < shape.steps.size(); ++i) {
                                if (!Search::Condition(*row, i).is_false()) return false;
                              }
                              return true;
                            }),
             rows.end());
  Search search(shape, std::move(rows), within, gap);
  if (IsOverBound(search, limits)) {
    group.verdict = SubjectVerdict::kIndeterminate;
    group.causes = model::kOverBound;
    return;
  }
  Value open = Value::Bool(false);
  bool raise_error = false, open_in_stretch = false;
  std::size_t begin = 0;
  for (std::size_t last = 0; last < search.size(); ++last) {
    const Search::Found found = search.Choices(begin, last);
    if (!found.open.is_false()) {
      open = open.is_false() ? found.open : And(open, found.open);
      open_in_stretch = true;
    }
    if (!found.taken) continue;
    // Matching resumes behind the last row and those of its time and recording, none of which is before another.
    begin = last + 1;
    const Row& resumed = search.row(last);
    while (begin < search.size() && search.row(begin).source == resumed.source && Search::Start(search.row(begin)).i == Search::Start(resumed).i) ++begin;
    last = begin - 1;
    const bool contested = open_in_stretch;
    open_in_stretch = false;
    std::vector<Value> values = group.keys;
    for (std::size_t i = 0; i < shape.values.size(); ++i) {
      const auto place = std::find(search.places().begin(), search.places().end(), shape.values[i].step) - search.places().begin();
      values.push_back(search.row((*found.taken)[static_cast<std::size_t>(place)]).arguments[2 + shape.steps.size() + i]);
    }
    if (group.episodes == 0) group.window = values;
    if (detector.window->raise != nullptr) {
      const Value raise = oracle.Raise(rule, values);
      raise_error = raise_error || raise.is_error();
      if (raise.is_unknown()) open = open.is_false() ? raise : And(open, raise);
      if (!raise.is_true() || contested) continue;
    }
    if (group.episodes++ > 0) continue;
    group.message = oracle.WindowMessage(rule, values);
    for (const std::size_t i : *found.taken) group.rows.push_back(&search.row(i));
  }
  if (group.episodes > 0) {
    group.verdict = SubjectVerdict::kFail;
  } else if (raise_error || open.is_error()) {
    group.verdict = SubjectVerdict::kError;
  } else if (open.is_unknown()) {
    group.verdict = SubjectVerdict::kIndeterminate;
    group.causes = open.size;
  }
}

}  // namespace writ::oracle
