// One subject through the machine.
#include "engine/judge.h"

#include "engine/trace.h"

namespace writ::engine {

using vm::SubjectVerdict;
using vm::Value;

namespace {

void JudgeOne(Worker& worker, const bytecode::Module& module, std::uint32_t index, std::span<const Value> subject, const model::Exchange* exchange,
              std::uint32_t captures, bool want_trace) {
  const bytecode::Rule& rule = module.rules[index];
  vm::SubjectOutcome& outcome = worker.outcome;
  outcome.Clear();
  worker.machine.Evaluate(rule.evaluate, subject, true, outcome);
  if (want_trace) worker.trace.push_back(TraceLine(rule.id, IdentityOf(rule, subject).text, outcome.verdict, TraceReasons(rule, outcome)));
  Collect(worker.collector, module, {index, subject, exchange, captures}, outcome);
}

// Values that decide where a row belongs; poison among them keeps it out of every group.
const Value* PoisonedKey(const bytecode::Rule& rule, const std::vector<Value>& row) {
  for (std::size_t i = 0; i < rule.group->keys.size(); ++i) {
    // A count with bounds is no key either: which group it means is not known.
    if (row[i].is_poison() || row[i].kind == vm::ValueKind::kInterval) return &row[i];
  }
  return nullptr;
}

void JudgeRow(Worker& worker, const bytecode::Module& module, std::uint32_t index, std::span<const Value> subject, const model::Exchange& exchange) {
  const bytecode::Rule& rule = module.rules[index];
  RowStore& rows = worker.rows[index];
  vm::SubjectOutcome& outcome = worker.outcome;
  outcome.Clear();
  worker.machine.Evaluate(rule.evaluate, subject, false, outcome);
  constexpr std::uint32_t kHonest = model::kNotCaptured | model::kRedacted | model::kUnsupportedPattern;
  const auto undecided = [&](std::uint32_t causes, std::uint16_t field) {
    rows.AddUndecided(exchange, UnknownText(causes, field), false, (causes & ~kHonest) != 0);
  };
  switch (outcome.verdict) {
    case SubjectVerdict::kNotApplicable: return;
    case SubjectVerdict::kIndeterminate:
      for (const vm::ClauseOutcome& clause : outcome.clauses) {
        if (clause.verdict == SubjectVerdict::kIndeterminate) return undecided(clause.causes, clause.field);
      }
      return undecided(0, 0);
    case SubjectVerdict::kError:
      for (const vm::ClauseOutcome& clause : outcome.clauses) {
        if (clause.verdict == SubjectVerdict::kError) return rows.AddUndecided(exchange, TrapText(clause.trap), true, true);
      }
      return rows.AddUndecided(exchange, "error", true, true);
    case SubjectVerdict::kPass:
    case SubjectVerdict::kFail: break;
  }
  if (outcome.row.empty()) return;
  if (const Value* poison = PoisonedKey(rule, outcome.row)) {
    if (poison->is_error()) return rows.AddUndecided(exchange, TrapText(poison->error->trap), true, true);
    if (poison->kind == vm::ValueKind::kInterval) return undecided(poison->interval->causes, 0);
    return undecided(poison->is_unknown() ? poison->size : 0u, poison->field);
  }
  std::int64_t time = 0;
  if (exchange.start.is_present()) {
    time = exchange.start.value.nanos;
  } else if (rule.group->NeedsTime()) {
    return rows.AddUndecided(exchange, UnknownText(exchange.start.causes == 0 ? model::kNotCaptured : exchange.start.causes, 1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_start)), false, false);
  }
  rows.Add(outcome.row, time, exchange);
}

// The innermost variable is the subject; the lists in between are walked in their order.
void Descend(Worker& worker, const bytecode::Module& module, std::uint32_t index, std::vector<Value>& variables, std::size_t level,
             const model::Exchange* exchange, std::uint32_t captures, bool want_trace) {
  const bytecode::Rule& rule = module.rules[index];
  if (level == rule.nested.size()) {
    JudgeOne(worker, module, index, variables, exchange, captures, want_trace);
    return;
  }
  const Value list = worker.machine.Call(rule.nested[level], variables);
  if (list.is_absent()) return;
  const bool is_gap = !list.is_poison() && list.list->incomplete_causes != 0;
  if (list.is_poison() || is_gap) {
    // A list that cannot be read, or lacks items, is one subject that cannot be decided: the outer one. The items at hand are judged.
    vm::SubjectOutcome& outcome = worker.outcome;
    outcome.Clear();
    vm::ClauseOutcome clause;
    clause.verdict = list.is_error() ? SubjectVerdict::kError : SubjectVerdict::kIndeterminate;
    clause.causes = is_gap ? list.list->incomplete_causes : list.is_unknown() ? list.size : 0;
    clause.field = is_gap ? std::uint16_t{0} : list.field;
    if (list.is_error()) clause.trap = list.error->trap, clause.range = list.error->range;
    outcome.verdict = clause.verdict;
    outcome.clauses.push_back(clause);
    if (want_trace) worker.trace.push_back(TraceLine(rule.id, IdentityOf(rule, variables).text, outcome.verdict, TraceReasons(rule, outcome)));
    Collect(worker.collector, module, {index, variables, exchange, captures}, outcome);
    if (!is_gap) return;
  }
  for (std::uint32_t i = 0; i < list.list->count; ++i) {
    variables.push_back(list.list->items[i]);
    Descend(worker, module, index, variables, level + 1, exchange, captures, want_trace);
    variables.pop_back();
  }
}

}  // namespace

void Judge(Worker& worker, const bytecode::Module& module, std::uint32_t rule, std::vector<Value>& root, const model::Exchange* exchange,
           std::uint32_t captures, bool want_trace) {
  if (module.rules[rule].group) {
    JudgeRow(worker, module, rule, root, *exchange);
  } else {
    Descend(worker, module, rule, root, 0, exchange, captures, want_trace);
  }
  worker.machine.Reset();
}

}  // namespace writ::engine
