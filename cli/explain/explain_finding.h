// A finding of a report, or any subject of a rule, judged once more by the oracle: what every clause came to and why, where the values stand, and
// which waiver covers it. Refused on other inputs than those of the report. Covered by tests/cli/explain_test.cc.
#pragma once

#include <string>

#include "cli/commands.h"
#include "cli/prepare_run.h"

namespace writ::cli {

struct FindingRequest {
  std::string what;       // a fingerprint or the beginning of one; with `subject`, the id of a rule
  std::string report;     // path of report.json
  std::string subject;    // as reports name it; "" for the subject of the finding
  RunNames run;
};

// The exit code of `writ explain`.
int ExplainFinding(const CommandContext& context, const FindingRequest& request);

}  // namespace writ::cli
