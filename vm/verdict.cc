// One place for the order of verdicts.
#include "vm/verdict.h"

#include <algorithm>

namespace writ::vm {
namespace {

int Badness(SubjectVerdict verdict) {
  switch (verdict) {
    case SubjectVerdict::kPass:
    case SubjectVerdict::kNotApplicable: return 0;
    case SubjectVerdict::kIndeterminate: return 1;
    case SubjectVerdict::kError: return 2;
    case SubjectVerdict::kFail: return 3;
  }
  return 0;
}

}  // namespace

void AddClause(SubjectOutcome& outcome, const ClauseOutcome& clause) {
  const auto noted = std::find_if(outcome.clauses.begin(), outcome.clauses.end(),
                                  [&](const ClauseOutcome& other) { return other.clause == clause.clause; });
  if (noted == outcome.clauses.end()) {
    outcome.clauses.push_back(clause);
  } else if (Badness(clause.verdict) > Badness(noted->verdict)) {
    *noted = clause;
  }
}

void AddFailed(SubjectOutcome& outcome, std::uint32_t clause) {
  ClauseOutcome failed;
  failed.clause = clause;
  AddClause(outcome, failed);
}

void AddUndecided(SubjectOutcome& outcome, std::uint32_t clause) { AddIndeterminate(outcome, clause, Value::Unknown(0)); }

void AddIndeterminate(SubjectOutcome& outcome, std::uint32_t clause, const Value& unknown) {
  ClauseOutcome open;
  open.clause = clause;
  open.verdict = SubjectVerdict::kIndeterminate;
  open.causes = unknown.size;
  open.field = unknown.field;
  AddClause(outcome, open);
}

void AddError(SubjectOutcome& outcome, std::uint32_t clause, const ErrorRep& error) {
  ClauseOutcome trapped;
  trapped.clause = clause;
  trapped.verdict = SubjectVerdict::kError;
  trapped.trap = error.trap;
  trapped.range = error.range;
  AddClause(outcome, trapped);
}

void Conclude(SubjectOutcome& outcome, SubjectVerdict otherwise) {
  outcome.verdict = otherwise;
  int worst = 0;
  for (const ClauseOutcome& clause : outcome.clauses) {
    if (Badness(clause.verdict) > worst) worst = Badness(clause.verdict), outcome.verdict = clause.verdict;
  }
}

}  // namespace writ::vm
