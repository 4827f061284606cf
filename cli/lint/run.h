// Policies as text → findings, and the texts again with everything mended that is sure. Covered by tests/cli/lint_test.cc.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/lint/lint_report.h"
#include "pack/compile.h"

namespace writ::cli {

struct LintSettings {
  TimePoint now;
  bool strict = false;                  // everything is an error
  std::set<DiagnosticCode> only;        // empty: every lint
  std::set<DiagnosticCode> allowed;     // not reported
};

// Errors of the compiler, if there are any, are the findings.
LintReport RunLint(const pack::CompileInput& input, const SourceMap& sources, const LintSettings& settings);

struct MendedPolicies {
  SourceMap sources;                    // the same files under the same numbers
  LintReport report;                    // of the mended texts
};
// Mends until nothing is left that can be, twenty rounds at most; what is left then is in the report. Files that were in the style of `writ fmt` are so afterwards. `report`: what RunLint found in `sources`.
// The error says what would have gone wrong; then nothing is to be written.
Result<MendedPolicies> Mend(const pack::CompileInput& input, const SourceMap& sources, const LintSettings& settings, const LintReport& report);

}  // namespace writ::cli
