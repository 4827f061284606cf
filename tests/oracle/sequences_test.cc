// The engine's matcher and the oracle's search over many small sets of rows: recordings, precisions, ends, conditions and bounds by chance.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "engine/sequence.h"
#include "model/traffic/exchange.h"
#include "oracle/sequences.h"
#include "tests/oracle/values.h"

using namespace writ;
using vm::Value;

namespace {

using Random = std::mt19937;
int Pick(Random& random, int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); }

struct Trial {
  compiler::ir::Program program;
  std::optional<std::int64_t> within;
  std::uint32_t gap = 0;
  Limits limits;
  std::vector<oracle::Row> rows;
};

void Make(Random& random, test::Values& values, Trial& trial) {
  bytecode::Sequence sequence;
  const int steps = 2 + Pick(random, 4);
  for (int i = 0; i < steps; ++i) {
    const bool inner = i > 0 && i + 1 < steps;
    sequence.steps.push_back({std::string(1, static_cast<char>('a' + i)), inner && Pick(random, 2) == 0});
  }
  if (Pick(random, 2) == 0) trial.within = 1 + Pick(random, 12);
  if (Pick(random, 8) == 0) trial.gap = model::kTruncated;
  if (Pick(random, 4) == 0) trial.limits.sequence_in_flight = static_cast<std::size_t>(Pick(random, 3));
  if (Pick(random, 4) == 0) trial.limits.sequence_unordered = static_cast<std::size_t>(1 + Pick(random, 3));
  const int sources = 1 + Pick(random, 3), count = 2 + Pick(random, 7), span = 2 + Pick(random, 14), doubt = Pick(random, 3) * 4;
  for (int i = 0; i < count; ++i) {
    oracle::Row row;
    row.source = static_cast<std::uint32_t>(Pick(random, sources));
    row.ordinal = static_cast<std::uint64_t>(i);
    // A precision of 1 or 10, of which the time is a multiple.
    const std::int64_t precision = Pick(random, 4) == 0 ? 10 : 1;
    row.time = Pick(random, span) / precision * precision;
    row.arguments.push_back(Value::Time(row.time, precision));
    const int end = Pick(random, 6);
    row.arguments.push_back(end < 3    ? Value::Absent()
                            : end == 3 ? Value::Unknown(model::kNotCaptured)
                                       : Value::Time(row.time + Pick(random, 8), 1));
    for (int step = 0; step < steps; ++step) {
      const int chance = Pick(random, 20);
      row.arguments.push_back(chance < 6 ? Value::Bool(true) : chance >= 20 - doubt ? (chance == 19 ? values.Error() : Value::Unknown(model::kRedacted)) : Value::Bool(false));
    }
    trial.rows.push_back(std::move(row));
  }
  compiler::ir::Rule rule;
  rule.shape.group.emplace().sequence = std::move(sequence);
  rule.sequence.emplace();
  rule.window.emplace();
  trial.program.rules.push_back(std::move(rule));
}

// "fail 2", "indeterminate", …, and the rows of the first match by their ordinals.
std::string Oracle(Trial& trial) {
  const vm::RunFacts facts;
  oracle::Oracle oracle(trial.program, nullptr, facts, trial.limits);
  std::vector<const oracle::Row*> rows;
  for (const oracle::Row& row : trial.rows) rows.push_back(&row);
  oracle::GroupVerdict group;
  oracle::JudgeSequence(oracle, 0, rows, trial.within, trial.gap, trial.limits, group);
  switch (group.verdict) {
    case vm::SubjectVerdict::kFail: {
      std::string out = "fail " + std::to_string(group.episodes) + ":";
      for (const oracle::Row* row : group.rows) out += " " + std::to_string(row->ordinal);
      return out;
    }
    case vm::SubjectVerdict::kError: return "error";
    case vm::SubjectVerdict::kIndeterminate: return "indeterminate";
    default: return "pass";
  }
}

engine::Truth TruthOf(const Value& value) {
  if (value.is_error()) return engine::Truth::Error();
  if (value.is_unknown()) return engine::Truth::Unknown(value.size);
  return value.is_true() ? engine::Truth::True() : engine::Truth::False();
}

std::string Engine(const Trial& trial) {
  const bytecode::Sequence& sequence = *trial.program.rules[0].shape.group->sequence;
  std::uint64_t episodes = 0;
  std::string first;
  std::vector<const oracle::Row*> sorted;
  engine::SequenceMatcher matcher(sequence.steps, trial.within, trial.gap, {trial.limits.sequence_in_flight, trial.limits.sequence_unordered},
                                  [&](const engine::SequenceMatch& match) {
                                    if (episodes++ > 0) return;
                                    for (const auto& row : match.rows) {
                                      if (row != nullptr) first += " " + std::to_string(row->row.evidence().ordinal);
                                    }
                                  });
  for (const oracle::Row& row : trial.rows) sorted.push_back(&row);
  std::sort(sorted.begin(), sorted.end(), [](const oracle::Row* a, const oracle::Row* b) {
    return std::tie(a->time, a->source, a->ordinal) < std::tie(b->time, b->source, b->ordinal);
  });
  for (const oracle::Row* row : sorted) {
    engine::SequenceRow next;
    next.start = row->time;
    next.precision = row->arguments[0].time_precision();
    const Value& end = row->arguments[1];
    if (end.kind == vm::ValueKind::kTime) next.end = end.i, next.end_precision = end.time_precision();
    if (end.is_unknown()) next.unknown_end = end.size;
    next.source = row->source;
    for (std::size_t i = 0; i < sequence.steps.size(); ++i) next.conditions.push_back(TruthOf(row->arguments[2 + i]));
    // The row is told by its evidence.
    std::string bytes;
    model::Evidence evidence;
    evidence.ordinal = row->ordinal;
    engine::EncodeRow({}, 0, row->time, evidence, "", bytes);
    next.row.Decode(bytes, 0, 0);
    matcher.Add(std::move(next));
  }
  matcher.Finish();
  if (matcher.over_bound()) return "indeterminate";
  if (episodes > 0) return "fail " + std::to_string(episodes) + ":" + first;
  if (matcher.open().is_error) return "error";
  return matcher.open().is_unknown() ? "indeterminate" : "pass";
}

// The trial for people.
std::string Show(const Trial& trial) {
  std::string out = "steps";
  for (const bytecode::SequenceStep& step : trial.program.rules[0].shape.group->sequence->steps) out += (step.without ? " -" : " ") + step.name;
  if (trial.within) out += " within " + std::to_string(*trial.within);
  out += " gap " + std::to_string(trial.gap) + "\n";
  for (const oracle::Row& row : trial.rows) {
    out += std::to_string(row.time) + " ±" + std::to_string(row.arguments[0].time_precision()) + " source " + std::to_string(row.source) + " end ";
    out += row.arguments[1].kind == vm::ValueKind::kTime ? std::to_string(row.arguments[1].i) : test::Show(row.arguments[1]);
    for (std::size_t i = 2; i < row.arguments.size(); ++i) out += " " + test::Show(row.arguments[i]);
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("engine and oracle find the same matches") {
  Random random(7);
  std::map<std::string, int> seen;
  for (int i = 0; i < 60'000; ++i) {
    test::Values values;
    Trial trial;
    Make(random, values, trial);
    const std::string expected = Oracle(trial);
    ++seen[expected.substr(0, expected.find(' '))];
    if (Engine(trial) != expected) MESSAGE(Show(trial));
    INFO("trial " << i);
    REQUIRE(Engine(trial) == expected);
  }
  for (const auto& [verdict, count] : seen) MESSAGE(verdict << " " << count);
  CHECK(seen.size() == 4);
}
