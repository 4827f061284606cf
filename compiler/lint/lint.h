// Typed program and syntax trees → what is worth saying of policies that compile: what has no effect, what cannot happen, what the next reader
// will miss. The lints are the rows of base/diagnostics/lint.def; each check is a file of this folder. A lint speaks only when it is sure:
// what it cannot see through it leaves alone. Covered by tests/conformance/lint and tests/cli/lint_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "compiler/compile.h"

namespace writ::compiler::lint {

// Text instead of a range of a policy file; the range may be empty.
struct Edit {
  Span span;
  std::string text;
};

struct Finding {
  Diagnostic diagnostic;
  std::vector<Edit> fix;   // of which the lint is sure: verdicts stay as they are. Empty: somebody has to decide. All of them or none
  std::string rule;        // full id of the rule that it is about; may be empty
};

struct LintInput {
  const ir::Program& program;                   // before any pass
  const std::vector<ParsedPolicy>& policies;
  const std::vector<PackScope>& packs;          // those that are only required are not looked at
  const SourceMap& sources;
  TimePoint now;                                // waivers that end before it are expired
};

// What the compiler has said (`warnings`) and all that only lints see, by file and place. One mistake is one finding.
std::vector<Finding> Lint(const LintInput& input, const DiagnosticSink& warnings);

// A row of base/diagnostics/lint.def.
struct LintInfo {
  DiagnosticCode code{};
  std::string_view name;       // "catch-all-pattern"
  bool fixable = false;        // some of its findings have a fix
};
const std::vector<LintInfo>& AllLints();
// By code or by name; null when there is none.
const LintInfo* FindLint(std::string_view code_or_name);
const LintInfo* FindLint(DiagnosticCode code);

}  // namespace writ::compiler::lint
