// Windows over sorted rows, and what they say about their key.
#include "engine/groups.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/mask.h"
#include "engine/aggregates.h"
#include "engine/secrets.h"
#include "engine/trace.h"

namespace writ::engine {

using bytecode::WindowKind;
using vm::Value;

namespace {

class GroupJudge {
 public:
  GroupJudge(const RowStore& rows, std::uint32_t rule, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
             const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace)
      : rows_(rows), rule_index_(rule), rule_(module.rules[rule]), group_(*rule_.group), machine_(machine), module_(module), limits_(limits),
        recording_names_(recording_names), collector_(collector), trace_(trace) {
    std::size_t column = group_.keys.size();
    for (const bytecode::Aggregate& aggregate : group_.aggregates) {
      aggregates_.emplace_back(aggregate, module.types.Get(module.types.Unwrap(aggregate.result)).kind);
      columns_.push_back(aggregate.argument == module.types.Never() ? kNoColumn : column++);
    }
  }

  void Run() {
    JudgeUndecided();
    if (group_.length != bytecode::kNoFunction) {
      const Value length = machine_.Call(group_.length, {});
      if (length.kind != vm::ValueKind::kDuration || length.i <= 0) {
        length_error_ = true;
      } else {
        length_ = length.i;
      }
    }
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const int keys = CompareKeys(a, b);
      if (keys != 0) return keys < 0;
      const RowStore::Row &x = rows_.row(a), &y = rows_.row(b);
      return std::tie(x.time, x.evidence.source, x.evidence.ordinal) < std::tie(y.time, y.evidence.source, y.evidence.ordinal);
    });
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin + 1;
      while (end < order.size() && CompareKeys(order[begin], order[end]) == 0) ++end;
      Judge(std::span<const std::size_t>(order).subspan(begin, end - begin));
      begin = end;
    }
  }

 private:
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  int CompareKeys(std::size_t a, std::size_t b) const {
    for (std::size_t i = 0; i < group_.keys.size(); ++i) {
      const int order = vm::CompareValues(rows_.values(a)[i], rows_.values(b)[i]);
      if (order != 0) return order;
    }
    return 0;
  }

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
      finding.AddExchange(undecided.first);
      PendingEvidence evidence;
      evidence.evidence.place = PlaceOf(undecided.first, undecided.label);
      evidence.evidence.message = identity.text + ": " + key.second;
      collector_.AddEvidence(finding, std::move(evidence));
      if (trace_ != nullptr) trace_->push_back(TraceLine(rule_.id, "rows " + key.second, verdict, {key.second}));
    }
  }

  static Place PlaceOf(const model::Evidence& from, std::string_view label) {
    Place place;
    place.kind = Place::Kind::kExchange;
    place.source = from.source, place.ordinal = from.ordinal, place.offset = from.offset, place.length = from.length;
    place.label = std::string(label);
    return place;
  }

  void Enter(std::size_t row) {
    for (std::size_t i = 0; i < aggregates_.size(); ++i) aggregates_[i].Enter(columns_[i] == kNoColumn ? Value() : rows_.values(row)[columns_[i]]);
  }
  void Leave(std::size_t row) {
    for (std::size_t i = 0; i < aggregates_.size(); ++i) aggregates_[i].Leave(columns_[i] == kNoColumn ? Value() : rows_.values(row)[columns_[i]]);
  }
  void Clear() {
    for (WindowAggregate& aggregate : aggregates_) aggregate.Clear();
  }

  std::vector<Value> Arguments(std::size_t row) {
    std::vector<Value> arguments(rows_.values(row).begin(), rows_.values(row).begin() + static_cast<std::ptrdiff_t>(group_.keys.size()));
    for (const WindowAggregate& aggregate : aggregates_) arguments.push_back(aggregate.Result(machine_.arena()));
    return arguments;
  }

  // What the windows of one key have shown so far.
  struct State {
    bool raised = false, unknown = false, error = false;
    std::uint64_t episodes = 0;
    std::int64_t last_raise_end = 0;
    std::uint32_t causes = 0;
    std::string message;
    std::vector<std::size_t> rows;   // of the first raising window
  };

  // Judges the window that the aggregates hold now: rows[begin, end), covering the times from `from` to `to`.
  void JudgeWindow(State& state, std::span<const std::size_t> rows, std::size_t begin, std::size_t end, std::int64_t from, std::int64_t to) {
    machine_.Reset();
    const std::vector<Value> arguments = Arguments(rows[begin]);
    const Value raise = machine_.Call(group_.raise, arguments);
    if (raise.is_error()) state.error = true;
    if (raise.is_unknown()) {
      state.unknown = true;
      state.causes |= raise.size;
    }
    if (!raise.is_true()) return;
    // Raising windows that overlap or touch are one episode.
    if (!state.raised || from > state.last_raise_end) ++state.episodes;
    state.last_raise_end = to;
    if (state.raised) return;
    state.raised = true;
    state.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end));
    vm::SubjectOutcome outcome;
    machine_.Evaluate(group_.report, arguments, true, outcome);
    state.message = outcome.message;
  }

  void Sliding(State& state, std::span<const std::size_t> rows) {
    std::size_t begin = 0;
    for (std::size_t end = 0; end < rows.size();) {
      const std::int64_t time = rows_.row(rows[end]).time;
      while (end < rows.size() && rows_.row(rows[end]).time == time) Enter(rows[end++]);
      std::int64_t from = 0;
      if (__builtin_sub_overflow(time, length_, &from)) from = INT64_MIN;
      while (rows_.row(rows[begin]).time <= from) Leave(rows[begin++]);
      JudgeWindow(state, rows, begin, end, from, time);
    }
  }

  // Consecutive rows that `same` keeps together form a window.
  void Partition(State& state, std::span<const std::size_t> rows, const std::function<bool(std::int64_t, std::int64_t)>& same) {
    for (std::size_t begin = 0; begin < rows.size();) {
      std::size_t end = begin + 1;
      while (end < rows.size() && same(rows_.row(rows[end - 1]).time, rows_.row(rows[end]).time)) ++end;
      Clear();
      for (std::size_t i = begin; i < end; ++i) Enter(rows[i]);
      std::int64_t from = rows_.row(rows[begin]).time, to = rows_.row(rows[end - 1]).time;
      if (group_.window == WindowKind::kTumbling) {
        if (__builtin_mul_overflow(Bucket(from), length_, &from)) from = INT64_MIN;
        if (__builtin_add_overflow(from, length_, &to)) to = INT64_MAX;   // touches the next one
      }
      JudgeWindow(state, rows, begin, end, from, to);
      begin = end;
    }
  }

  std::int64_t Bucket(std::int64_t time) const {
    std::int64_t bucket = time / length_;
    if (time % length_ < 0) --bucket;
    return bucket;
  }

  void Judge(std::span<const std::size_t> rows) {
    Clear();
    State state;
    const bool over_bound = rows.size() > limits_.rows_per_group;
    if (over_bound) {
      state.unknown = true;
      state.causes = model::kOverBound;
    } else if (length_error_) {
      state.error = true;
    } else {
      switch (group_.window) {
        case WindowKind::kNone: Partition(state, rows, [](std::int64_t, std::int64_t) { return true; }); break;
        case WindowKind::kSliding: Sliding(state, rows); break;
        case WindowKind::kTumbling: Partition(state, rows, [&](std::int64_t a, std::int64_t b) { return Bucket(a) == Bucket(b); }); break;
        case WindowKind::kSession: Partition(state, rows, [&](std::int64_t a, std::int64_t b) { return b - a <= length_; }); break;
      }
    }
    std::vector<std::string> key_texts;
    for (std::size_t i = 0; i < group_.keys.size(); ++i) {
      key_texts.push_back(vm::FormatValue(rows_.values(rows[0])[i], module_.types, group_.keys[i].type));
    }
    auto subject_verdict = vm::SubjectVerdict::kPass;
    if (state.raised) {
      subject_verdict = vm::SubjectVerdict::kFail;
    } else if (state.error) {
      subject_verdict = vm::SubjectVerdict::kError;
    } else if (state.unknown) {
      subject_verdict = vm::SubjectVerdict::kIndeterminate;
    }
    collector_.Count(rule_index_, subject_verdict, {});
    if (trace_ != nullptr) {
      std::vector<std::string> reasons;
      if (state.raised) reasons.push_back("episodes " + std::to_string(state.episodes));
      trace_->push_back(TraceLine(rule_.id, IdentityOfGroup(rule_, key_texts).text, subject_verdict, reasons));
    }
    if (subject_verdict == vm::SubjectVerdict::kPass) return;
    for (std::string& text : key_texts) text = WithoutSecrets(std::move(text), rows_.secrets());
    const Identity identity = IdentityOfGroup(rule_, key_texts);
    const Verdict verdict = state.raised ? Verdict::kFail : state.error ? Verdict::kError : Verdict::kIndeterminate;
    PendingFinding& finding = collector_.Finding(rule_index_, verdict, "", identity, {});
    ++finding.count;
    finding.episodes += state.episodes;
    finding.should_have_shown = over_bound;
    std::string message = state.message;
    if (verdict == Verdict::kIndeterminate) message = "cannot be decided: " + UnknownText(state.causes, 0);
    if (verdict == Verdict::kError) message = "an aggregate or the length of the window has no value";
    if (message.empty()) message = rule_.metadata.title;
    const std::span<const std::size_t> shown = state.raised ? std::span<const std::size_t>(state.rows) : rows.subspan(0, 1);
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const RowStore::Row& row = rows_.row(shown[i]);
      finding.AddExchange(row.evidence);
      if (i >= rule_.evidence_first) continue;
      PendingEvidence evidence;
      // In the order of the window, which is that of time.
      evidence.key = {0, i};
      evidence.evidence.place = PlaceOf(row.evidence, row.label);
      evidence.evidence.message = i == 0 ? MaskSecrets(WithoutSecrets(message, rows_.secrets())) : "";
      collector_.AddEvidence(finding, std::move(evidence));
    }
  }

  const RowStore& rows_;
  std::uint32_t rule_index_;
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
};

}  // namespace

void JudgeGroups(const RowStore& rows, std::uint32_t rule, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
                 const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace) {
  GroupJudge(rows, rule, machine, module, limits, recording_names, collector, trace).Run();
}

}  // namespace writ::engine
