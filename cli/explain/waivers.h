// Which waiver covers a finding, and why the others do not. Covered by tests/cli/explain_test.cc.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/explain/read_report.h"
#include "cli/explain/typed_policies.h"
#include "engine/evaluate.h"

namespace writ::cli {

// Every waiver of the rule of the finding, or the waiver that the finding is about, judged as of the time of `options`. Errors: as of PrepareOracle.
Result<std::string> TellWaivers(const TypedPolicies& policies, const ReportedFinding& finding, const engine::RunOptions& options, const SourceMap& sources);

}  // namespace writ::cli
