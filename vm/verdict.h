// Collecting the outcome of one rule on one subject. Covered by tests/vm/machine_test.cc.
#pragma once

#include "vm/outcome.h"

namespace writ::vm {

// Notes that a clause did not hold or could not be decided. A clause that is noted already keeps the worse of the two.
void AddClause(SubjectOutcome& outcome, const ClauseOutcome& clause);
void AddFailed(SubjectOutcome& outcome, std::uint32_t clause);
// By `else indeterminate`: the policy says so, so there are no causes.
void AddUndecided(SubjectOutcome& outcome, std::uint32_t clause);
// From an unknown value.
void AddIndeterminate(SubjectOutcome& outcome, std::uint32_t clause, const Value& unknown);
void AddError(SubjectOutcome& outcome, std::uint32_t clause, const ErrorRep& error);
// The verdict of what was noted: fail > error > indeterminate, else `otherwise` (kPass or kNotApplicable). A subject with a clause
// that failed does not become inapplicable by a later `skip`.
void Conclude(SubjectOutcome& outcome, SubjectVerdict otherwise);

}  // namespace writ::vm
