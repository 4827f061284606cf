// Windows by definition; quadratic where that is plainer.
#include "oracle/windows.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "model/traffic/exchange.h"
#include "oracle/aggregates.h"
#include "oracle/sequences.h"

namespace writ::oracle {

using bytecode::WindowKind;
using vm::SubjectVerdict;
using vm::Value;

namespace {

std::vector<const Row*> RowsWhere(const std::vector<const Row*>& rows, Int128 first, Int128 last) {
  std::vector<const Row*> out;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(out), [&](const Row* row) { return row->time >= first && row->time <= last; });
  return out;
}

// For each distinct time t, the rows of (t − length, t].
std::vector<Window> Sliding(Int128 length, const std::vector<const Row*>& rows) {
  std::set<std::int64_t> times;
  for (const Row* row : rows) times.insert(row->time);
  std::vector<Window> windows;
  for (const std::int64_t time : times) windows.push_back({RowsWhere(rows, time - length + 1, time), time - length, time});
  return windows;
}

// The rows of [k · length, (k + 1) · length), counted from the Unix epoch.
std::vector<Window> Tumbling(Int128 length, const std::vector<const Row*>& rows) {
  std::set<Int128> starts;
  for (const Row* row : rows) {
    Int128 since = row->time % length;
    if (since < 0) since += length;
    starts.insert(row->time - since);
  }
  std::vector<Window> windows;
  for (const Int128 start : starts) windows.push_back({RowsWhere(rows, start, start + length - 1), start, start + length});
  return windows;
}

// A new one begins where the gap to the row before is greater than `gap`.
std::vector<Window> Sessions(Int128 gap, const std::vector<const Row*>& rows) {
  std::vector<Window> windows;
  for (const Row* row : rows) {
    if (windows.empty() || static_cast<Int128>(row->time) - windows.back().to > gap) windows.push_back({{}, row->time, row->time});
    windows.back().rows.push_back(row);
    windows.back().to = row->time;
  }
  return windows;
}

bool IsBefore(const Row* a, const Row* b) {
  return std::tie(a->time, a->source, a->ordinal) < std::tie(b->time, b->source, b->ordinal);
}

// Keys in the order of the language.
bool KeysLess(const std::vector<Value>& a, const std::vector<Value>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int order = vm::CompareValues(a[i], b[i]);
    if (order != 0) return order < 0;
  }
  return false;
}

// Keys, then aggregates over the rows of the window: what `raise when` sees.
std::vector<Value> WindowValues(Oracle& oracle, std::uint32_t rule, const std::vector<Value>& keys, const Window& window, std::uint32_t gap) {
  const compiler::ir::Rule& detector = oracle.program().rules[rule];
  std::vector<Value> values = keys;
  std::size_t column = 0;
  for (std::size_t i = 0; i < detector.shape.group->aggregates.size(); ++i) {
    const bool takes_argument = detector.aggregate_arguments[i] != nullptr;
    std::vector<Value> arguments;
    for (const Row* row : window.rows) arguments.push_back(takes_argument ? row->arguments[column] : Value());
    if (takes_argument) ++column;
    const bytecode::Aggregate& aggregate = detector.shape.group->aggregates[i];
    // A part of all exchanges is not known where some are missing.
    const bool is_open = gap != 0 && aggregate.kind == bytecode::AggregateKind::kShare;
    values.push_back(is_open ? Value::Unknown(gap) : Fold(aggregate, oracle.program().types, arguments, oracle.arena()));
  }
  return values;
}

void JudgeWindows(Oracle& oracle, std::uint32_t rule, const std::vector<Window>& windows, std::uint32_t gap, GroupVerdict& group) {
  bool error = false, unknown = false;
  Int128 raised_until = 0;
  for (const Window& window : windows) {
    const std::vector<Value> values = WindowValues(oracle, rule, group.keys, window, gap);
    const Value raise = oracle.Raise(rule, values);
    error = error || raise.is_error();
    if (group.episodes == 0 && (!raise.is_false() || !(error || unknown))) group.window = values;
    if (raise.is_unknown()) {
      unknown = true;
      group.causes |= raise.size;
    }
    if (!raise.is_true()) continue;
    if (group.episodes == 0) {
      group.rows = window.rows;
      group.message = oracle.WindowMessage(rule, values);
    }
    if (group.episodes == 0 || window.from > raised_until) ++group.episodes;
    raised_until = window.to;
  }
  if (group.episodes > 0) {
    group.verdict = SubjectVerdict::kFail;
  } else if (error) {
    group.verdict = SubjectVerdict::kError;
  } else if (unknown) {
    group.verdict = SubjectVerdict::kIndeterminate;
  }
}

}  // namespace

std::vector<Window> WindowsOf(WindowKind kind, std::int64_t length, std::vector<const Row*> rows) {
  std::sort(rows.begin(), rows.end(), IsBefore);
  if (rows.empty()) return {};
  switch (kind) {
    case WindowKind::kNone: return {{rows, rows.front()->time, rows.back()->time}};
    case WindowKind::kSliding: return Sliding(length, rows);
    case WindowKind::kTumbling: return Tumbling(length, rows);
    case WindowKind::kSession: return Sessions(length, rows);
  }
  return {};
}

std::vector<GroupVerdict> JudgeGroups(Oracle& oracle, std::uint32_t rule, const std::vector<Row>& rows, const Limits& limits, std::uint32_t gap) {
  const compiler::ir::Rule& detector = oracle.program().rules[rule];
  if (detector.shape.on_sampled) gap = 0;
  Value length = Value::Duration(1);
  const bool is_bounded = detector.window_length != nullptr || (detector.sequence && detector.sequence->within != nullptr);
  if (is_bounded) length = oracle.WindowLength(rule);
  std::map<std::vector<Value>, std::vector<const Row*>, decltype(&KeysLess)> groups(&KeysLess);
  for (const Row& row : rows) groups[row.keys].push_back(&row);
  std::vector<GroupVerdict> verdicts;
  for (const auto& [keys, members] : groups) {
    GroupVerdict group;
    // Keys may be equal and read differently, as times of two precisions do: the first row's is shown.
    group.keys = (*std::min_element(members.begin(), members.end(), IsBefore))->keys;
    if (members.size() > limits.rows_per_group && !detector.sequence) {
      group.verdict = SubjectVerdict::kIndeterminate;
      group.causes = model::kOverBound;
    } else if (length.kind != vm::ValueKind::kDuration || length.i <= 0) {
      group.verdict = SubjectVerdict::kError;   // a window without a length
    } else if (detector.sequence) {
      std::optional<std::int64_t> within;
      if (is_bounded) within = length.i;
      JudgeSequence(oracle, rule, members, within, gap, limits, group);
    } else {
      JudgeWindows(oracle, rule, WindowsOf(detector.shape.group->window, length.i, members), gap, group);
    }
    verdicts.push_back(std::move(group));
  }
  return verdicts;
}

}  // namespace writ::oracle
