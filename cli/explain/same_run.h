// Whether a run would be judged on what a report says that it was judged on: policies, values, files by digest, bounds.
// Covered by tests/cli/explain_test.cc.
#pragma once

#include "cli/explain/read_report.h"
#include "cli/prepare_run.h"

namespace writ::cli {

// Reports every difference (W6032). True when there is none.
bool IsSameRun(const ReadReport& report, const PreparedRun& run, const SourceMap& sources, DiagnosticSink& sink);

}  // namespace writ::cli
