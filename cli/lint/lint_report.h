// What `writ lint` found, and its three forms. docs/linting.md describes the text, docs/lint.schema.json the JSON; SARIF is 2.1.0.
// Covered by tests/cli/lint_test.cc.
#pragma once

#include <string>
#include <vector>

#include "compiler/lint/lint.h"

namespace writ::cli {

struct LintReport {
  std::vector<compiler::lint::Finding> findings;   // in the order in which they are shown; errors of the compiler too, when policies do not compile
  std::size_t policy_files = 0;
  bool compiled = true;
  bool strict = false;
  std::size_t fixed = 0;                           // by --fix; those are no longer among the findings

  struct Counts {
    std::size_t errors = 0, warnings = 0, notes = 0, fixable = 0;
  };
  Counts Count() const;
};

std::string RenderLintText(const LintReport& report, const SourceMap& sources, bool colour);
std::string RenderLintJson(const LintReport& report, const SourceMap& sources);
std::string RenderLintSarif(const LintReport& report, const SourceMap& sources);

}  // namespace writ::cli
