// Windows over rows that come in order of key and time.
#include "engine/groups.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "base/mask.h"
#include "engine/aggregates.h"
#include "engine/secrets.h"
#include "engine/sequence.h"
#include "engine/trace.h"

namespace writ::engine {

using bytecode::WindowKind;
using vm::Value;

namespace {

// The exchanges of a window: all of them, and the first ones as they are shown.
struct WindowExchanges {
  ExchangeLog all;
  std::vector<Place> shown;
};

Place PlaceOf(const model::Evidence& from, std::string_view label) {
  Place place;
  place.kind = Place::Kind::kExchange;
  place.source = from.source, place.ordinal = from.ordinal, place.offset = from.offset, place.length = from.length;
  place.label = std::string(label);
  return place;
}

class GroupJudge {
 public:
  GroupJudge(RowStore& rows, std::uint32_t rule, std::uint32_t gap, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
             const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace)
      : rows_(rows), rule_index_(rule), gap_(module.rules[rule].on_sampled ? 0 : gap), rule_(module.rules[rule]), group_(*rule_.group), machine_(machine), module_(module), limits_(limits),
        recording_names_(recording_names), collector_(collector), trace_(trace) {
    std::size_t column = 0;
    for (const bytecode::Aggregate& aggregate : group_.aggregates) {
      aggregates_.emplace_back(aggregate, module.types.Get(module.types.Unwrap(aggregate.result)).kind);
      columns_.push_back(aggregate.argument == module.types.Never() ? kNoColumn : column++);
    }
  }
  GroupJudge(const GroupJudge&) = delete;

  Status Run() {
    JudgeUndecided();
    const std::uint32_t length_of = group_.sequence ? group_.sequence->within : group_.length;
    if (length_of != bytecode::kNoFunction) {
      const Value length = machine_.Call(length_of, {});
      if (length.kind != vm::ValueKind::kDuration || length.i <= 0) {
        length_error_ = true;
      } else {
        length_ = length.i;
      }
    }
    if (group_.sequence) {
      std::optional<std::int64_t> within;
      if (length_of != bytecode::kNoFunction) within = length_;
      matcher_.emplace(group_.sequence->steps, within, gap_, SequenceBounds{limits_.sequence_in_flight, limits_.sequence_unordered},
                       [this](const SequenceMatch& match) { JudgeMatch(match); });
    }
    RowStore::Reader reader = rows_.Sorted();
    GroupRow row;
    WRIT_TRY(bool more, reader.Next(row));
    while (more) {
      Begin();
      std::swap(first_, row);
      Add(first_);
      while (true) {
        WRIT_TRY(more, reader.Next(row));
        if (!more || row.group() != first_.group()) break;
        Add(row);
      }
      End();
    }
    return OkStatus();
  }

 private:
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  void JudgeUndecided() {
    for (const auto& [key, undecided] : rows_.undecided()) {
      Identity identity;
      identity.kind = "rows";
      identity.parts["reason"] = key.second;
      const std::string& recording = recording_names_[key.first];
      identity.parts["recording"] = recording;
      identity.text = std::to_string(undecided.count) + (undecided.count == 1 ? " row joins" : " rows join") + " no group";
      identity.key = "rows\x1f" + recording + "\x1f" + key.second;
      const auto verdict = undecided.is_error ? vm::SubjectVerdict::kError : vm::SubjectVerdict::kIndeterminate;
      collector_.Count(rule_index_, verdict, {});
      PendingFinding& finding = collector_.Finding(rule_index_, undecided.is_error ? Verdict::kError : Verdict::kIndeterminate, key.second, identity, {});
      ++finding.count;
      finding.should_have_shown = undecided.should_have_shown;
      finding.exchanges.Add(undecided.first);
      PendingEvidence evidence;
      evidence.evidence.place = PlaceOf(undecided.first, undecided.label);
      evidence.evidence.message = identity.text + ": " + key.second;
      collector_.AddEvidence(finding, std::move(evidence));
      if (trace_ != nullptr) trace_->push_back(TraceLine(rule_.id, "rows " + key.second, verdict, {key.second}));
    }
  }

  // What the windows of one key have shown so far.
  struct State {
    std::uint64_t rows = 0;
    bool raised = false, unknown = false, error = false;
    std::uint64_t episodes = 0;
    std::int64_t last_raise_end = 0;
    std::uint32_t causes = 0;
    std::uint16_t field = 0;
    std::string message, error_text;
    WindowExchanges exchanges;   // of the first raising window
  };

  void Begin() {
    state_ = State();
    ClearWindow();
    if (matcher_) matcher_->Clear();
  }

  void ClearWindow() {
    for (WindowAggregate& aggregate : aggregates_) aggregate.Clear();
    sliding_.clear();
    exchanges_ = WindowExchanges();
    window_rows_ = 0;
  }

  // The next row of the key, in order of time.
  void Add(const GroupRow& row) {
    if (matcher_) return AddToSequence(row);
    if (++state_.rows > limits_.rows_per_group || length_error_) return;
    if (group_.window == WindowKind::kSliding) {
      // Rows of one time come in together.
      if (!sliding_.empty() && sliding_.back().time() != row.time()) JudgeSliding();
      GroupRow& kept = sliding_.emplace_back();
      kept = row.Copy();
      Enter(kept);
      return;
    }
    if (window_rows_ > 0 && !IsSameWindow(window_end_, row.time())) JudgePartition();
    if (window_rows_++ == 0) window_begin_ = row.time();
    window_end_ = row.time();
    Enter(row);
    if (!state_.raised) Note(row, exchanges_);
  }

  void Enter(const GroupRow& row) {
    for (std::size_t i = 0; i < aggregates_.size(); ++i) aggregates_[i].Enter(columns_[i] == kNoColumn ? Value() : row.arguments()[columns_[i]]);
  }
  void Leave(const GroupRow& row) {
    for (std::size_t i = 0; i < aggregates_.size(); ++i) aggregates_[i].Leave(columns_[i] == kNoColumn ? Value() : row.arguments()[columns_[i]]);
  }

  void Note(const GroupRow& row, WindowExchanges& exchanges) const {
    exchanges.all.Add(row.evidence());
    if (exchanges.shown.size() < rule_.evidence_first) exchanges.shown.push_back(PlaceOf(row.evidence(), row.label()));
  }

  // The window (t - length, t] for the time t of the last row.
  void JudgeSliding() {
    const std::int64_t to = sliding_.back().time();
    std::int64_t from = 0;
    if (__builtin_sub_overflow(to, length_, &from)) from = INT64_MIN;
    for (; sliding_.front().time() <= from; sliding_.pop_front()) Leave(sliding_.front());
    if (!JudgeWindow(from, to)) return;
    for (const GroupRow& row : sliding_) Note(row, state_.exchanges);
  }

  bool IsSameWindow(std::int64_t before, std::int64_t time) const {
    switch (group_.window) {
      case WindowKind::kTumbling: return Bucket(before) == Bucket(time);
      case WindowKind::kSession: return static_cast<Int128>(time) - before <= length_;
      default: return true;
    }
  }

  std::int64_t Bucket(std::int64_t time) const {
    std::int64_t bucket = time / length_;
    if (time % length_ < 0) --bucket;
    return bucket;
  }

  // Consecutive rows that no border parts.
  void JudgePartition() {
    std::int64_t from = window_begin_, to = window_end_;
    if (group_.window == WindowKind::kTumbling) {
      if (__builtin_mul_overflow(Bucket(from), length_, &from)) from = INT64_MIN;
      if (__builtin_add_overflow(from, length_, &to)) to = INT64_MAX;   // touches the next one
    }
    if (JudgeWindow(from, to)) state_.exchanges = std::move(exchanges_);
    ClearWindow();
  }

  // What `raise when` could not say of a window or a match: the first error, and every cause of not knowing.
  void NotePoison(const Value& raise) {
    if (raise.is_error() && !state_.error) {
      state_.error = true;
      state_.error_text = ErrorText(raise.error->trap, raise.error->range);
    }
    if (raise.is_unknown()) {
      state_.unknown = true;
      state_.causes |= raise.size;
    }
  }

  // Judges the window that the aggregates hold now, which covers the times from `from` to `to`. True if it is the first to raise.
  bool JudgeWindow(std::int64_t from, std::int64_t to) {
    machine_.Reset();
    arguments_.assign(first_.keys().begin(), first_.keys().end());
    for (std::size_t i = 0; i < aggregates_.size(); ++i) {
      // Of how many exchanges a part was seen is not known where some are missing.
      const bool is_share = group_.aggregates[i].kind == bytecode::AggregateKind::kShare;
      arguments_.push_back(is_share && gap_ != 0 ? Value::Unknown(gap_) : aggregates_[i].Result(machine_.arena()));
    }
    const Value raise = machine_.Call(group_.raise, arguments_);
    NotePoison(raise);
    if (!raise.is_true()) return false;
    // Raising windows that overlap or touch are one episode.
    if (!state_.raised || from > state_.last_raise_end) ++state_.episodes;
    state_.last_raise_end = to;
    if (state_.raised) return false;
    state_.raised = true;
    vm::SubjectOutcome outcome;
    machine_.Evaluate(group_.report, arguments_, true, outcome);
    state_.message = outcome.message;
    return true;
  }

  // What the row function emits for a sequence: start, end, conditions of the steps, step values.
  static constexpr std::size_t kStart = 0, kEnd = 1, kConditions = 2;

  static Truth TruthOf(const Value& condition) {
    if (condition.is_error()) return Truth::Error();
    if (condition.is_unknown()) return Truth::Unknown(condition.size, condition.field);
    return condition.is_true() ? Truth::True() : Truth::False();
  }

  void AddToSequence(const GroupRow& row) {
    const std::span<const Value> values = row.arguments();
    SequenceRow next;
    next.start = row.time();
    if (values[kStart].kind == vm::ValueKind::kTime) next.precision = values[kStart].time_precision();
    if (values[kEnd].kind == vm::ValueKind::kTime) {
      next.end = values[kEnd].i;
      next.end_precision = values[kEnd].time_precision();
    } else if (!values[kEnd].is_absent()) {
      next.unknown_end = values[kEnd].is_unknown() ? values[kEnd].size : 0;
    }
    next.source = row.evidence().source;
    bool matters = false;
    for (std::size_t i = 0; i < group_.sequence->steps.size(); ++i) {
      next.conditions.push_back(TruthOf(values[kConditions + i]));
      matters = matters || !next.conditions.back().is_false();
    }
    if (!matters || length_error_) return;
    next.row = row.Copy();
    matcher_->Add(std::move(next));
  }

  // Whether the match raises, and what is shown of the first that does.
  void JudgeMatch(const SequenceMatch& match) {
    machine_.Reset();
    const bytecode::Sequence& sequence = *group_.sequence;
    arguments_.assign(first_.keys().begin(), first_.keys().end());
    for (std::size_t i = 0; i < sequence.values.size(); ++i) {
      const GroupRow& row = match.rows[sequence.values[i].step]->row;
      arguments_.push_back(row.arguments()[kConditions + sequence.steps.size() + i]);
    }
    if (group_.raise != bytecode::kNoFunction) {
      const Value raise = machine_.Call(group_.raise, arguments_);
      NotePoison(raise);
      // Another match could have been found in its place, of which `raise when` might say otherwise.
      if (!raise.is_true() || match.contested) return;
    }
    ++state_.episodes;
    if (state_.raised) return;
    state_.raised = true;
    vm::SubjectOutcome outcome;
    machine_.Evaluate(group_.report, arguments_, true, outcome);
    state_.message = outcome.message;
    for (const std::uint32_t step : sequence.places) Note(match.rows[step]->row, state_.exchanges);
    for (std::uint32_t step = 0; step < match.rows.size(); ++step) {
      const bool is_noted = std::find(sequence.places.begin(), sequence.places.end(), step) != sequence.places.end();
      if (match.rows[step] != nullptr && !is_noted) Note(match.rows[step]->row, state_.exchanges);
    }
  }

  void EndSequence() {
    matcher_->Finish();
    const Truth& open = matcher_->open();
    if (open.is_error && !state_.error) {
      state_.error = true;
      state_.error_text = "a condition of the sequence has no value";
    }
    state_.unknown = state_.unknown || open.is_unknown();
    state_.causes |= open.causes;
    state_.field = open.field;
  }

  // After the last row of the key.
  void End() {
    if (matcher_ && !length_error_) EndSequence();
    const bool over_bound = matcher_ ? matcher_->over_bound() : state_.rows > limits_.rows_per_group;
    if (over_bound) {
      state_ = State();
      state_.unknown = true;
      state_.causes = model::kOverBound;
    } else if (length_error_) {
      state_.error = true;
    } else if (matcher_) {
      // Judged match by match.
    } else if (group_.window == WindowKind::kSliding) {
      JudgeSliding();
    } else {
      JudgePartition();
    }
    std::vector<std::string> key_texts;
    for (std::size_t i = 0; i < group_.keys.size(); ++i) {
      key_texts.push_back(vm::FormatValue(first_.keys()[i], module_.types, group_.keys[i].type));
    }
    auto verdict = vm::SubjectVerdict::kPass;
    if (state_.raised) {
      verdict = vm::SubjectVerdict::kFail;
    } else if (state_.error) {
      verdict = vm::SubjectVerdict::kError;
    } else if (state_.unknown) {
      verdict = vm::SubjectVerdict::kIndeterminate;
    }
    collector_.Count(rule_index_, verdict, {});
    if (trace_ != nullptr) {
      std::vector<std::string> reasons;
      if (state_.raised) reasons.push_back("episodes " + std::to_string(state_.episodes));
      trace_->push_back(TraceLine(rule_.id, IdentityOfGroup(rule_, key_texts).text, verdict, reasons));
    }
    if (verdict != vm::SubjectVerdict::kPass) Report(std::move(key_texts), over_bound);
  }

  void Report(std::vector<std::string> key_texts, bool over_bound) {
    for (std::string& text : key_texts) text = WithoutSecrets(std::move(text), rows_.secrets());
    const Identity identity = IdentityOfGroup(rule_, key_texts);
    const Verdict verdict = state_.raised ? Verdict::kFail : state_.error ? Verdict::kError : Verdict::kIndeterminate;
    PendingFinding& finding = collector_.Finding(rule_index_, verdict, "", identity, {});
    ++finding.count;
    finding.episodes += state_.episodes;
    finding.should_have_shown = over_bound;
    std::string message = state_.message;
    if (verdict == Verdict::kIndeterminate) message = "cannot be decided: " + UnknownText(state_.causes, state_.field);
    if (verdict == Verdict::kError) {
      message = !length_error_ ? state_.error_text : matcher_ ? "the bound of the sequence has no value" : "the length of the window has no value";
    }
    if (message.empty()) message = rule_.metadata.title;
    if (!state_.raised) Note(first_, state_.exchanges);
    finding.exchanges.Merge(std::move(state_.exchanges.all));
    for (std::size_t i = 0; i < state_.exchanges.shown.size(); ++i) {
      PendingEvidence evidence;
      // In the order of the window, which is that of time.
      evidence.key = {0, i};
      evidence.evidence.place = std::move(state_.exchanges.shown[i]);
      evidence.evidence.message = i == 0 ? MaskSecrets(WithoutSecrets(message, rows_.secrets())) : "";
      collector_.AddEvidence(finding, std::move(evidence));
    }
  }

  RowStore& rows_;
  std::uint32_t rule_index_;
  std::uint32_t gap_;                  // why exchanges may be missing, as causes
  const bytecode::Rule& rule_;
  const bytecode::Group& group_;
  vm::Machine& machine_;
  const bytecode::Module& module_;
  const Limits& limits_;
  const std::vector<std::string>& recording_names_;
  Collector& collector_;
  std::vector<std::string>* trace_;
  std::vector<WindowAggregate> aggregates_;
  std::vector<std::size_t> columns_;
  std::int64_t length_ = 0;
  bool length_error_ = false;

  State state_;
  GroupRow first_;                     // of the key, which it stands for
  std::vector<Value> arguments_;       // of `raise` and `report`, reused
  std::deque<GroupRow> sliding_;       // rows of a sliding window
  // Of another window, whose rows are not kept.
  std::uint64_t window_rows_ = 0;
  std::int64_t window_begin_ = 0, window_end_ = 0;
  WindowExchanges exchanges_;
  // Of a sequence.
  std::optional<SequenceMatcher> matcher_;
};

}  // namespace

Status JudgeGroups(RowStore& rows, std::uint32_t rule, std::uint32_t gap, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
                   const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace) {
  return GroupJudge(rows, rule, gap, machine, module, limits, recording_names, collector, trace).Run();
}

}  // namespace writ::engine
