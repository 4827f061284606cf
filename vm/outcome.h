// What evaluating one rule on one subject gives, by the machine and by the oracle alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/time.h"
#include "vm/value.h"

namespace writ::vm {

enum class SubjectVerdict : std::uint8_t { kPass, kFail, kNotApplicable, kIndeterminate, kError };

// A clause that did not hold or could not be decided.
struct ClauseOutcome {
  std::uint32_t clause = 0;            // index into Rule::clauses
  SubjectVerdict verdict = SubjectVerdict::kFail;   // kFail, kIndeterminate, kError
  std::uint32_t causes = 0;            // kIndeterminate: UnknownCause bits
  std::uint16_t field = 0;             // kIndeterminate: 1 + FieldId, 0 for none
  TrapKind trap = TrapKind::kOverflow; // kError
  bytecode::SourceRange range;         // kError: the expression
};

// A place named by `at`: the record, and the field of it when there is one.
struct ReportedPlace {
  Value record;
  std::uint16_t field = 0;             // 1 + FieldId, 0 for the record itself
};

struct SubjectOutcome {
  SubjectVerdict verdict = SubjectVerdict::kPass;   // worst of the clauses: fail > error > indeterminate > pass
  std::vector<ClauseOutcome> clauses;  // in the order of evaluation, each clause once
  std::string message;                 // "" when the rule gave none
  std::vector<ReportedPlace> places;
  std::vector<Value> per;
  std::vector<Value> row;              // of `emit`; empty when nothing was emitted
  void Clear() {
    verdict = SubjectVerdict::kPass;
    clauses.clear(), message.clear(), places.clear(), per.clear(), row.clear();
  }
};

// Facts of the run that values can depend on.
struct RunFacts {
  TimePoint now;                            // the one clock of a run
  std::vector<std::string> recording_names; // Exchange.source
};

}  // namespace writ::vm
