// Findings for people: each with its line and a caret, then one line that adds them up.
#include "cli/lint/lint_report.h"

namespace writ::cli {

LintReport::Counts LintReport::Count() const {
  Counts counts;
  for (const compiler::lint::Finding& finding : findings) {
    switch (finding.diagnostic.severity) {
      case DiagnosticSeverity::kError: ++counts.errors; break;
      case DiagnosticSeverity::kWarning: ++counts.warnings; break;
      case DiagnosticSeverity::kNote: ++counts.notes; break;
    }
    counts.fixable += finding.fix.empty() ? 0 : 1;
  }
  return counts;
}

std::string RenderLintText(const LintReport& report, const SourceMap& sources, bool colour) {
  std::string out;
  for (const compiler::lint::Finding& finding : report.findings) out += RenderDiagnostic(finding.diagnostic, sources, {colour});
  const LintReport::Counts counts = report.Count();
  const auto number = [](std::size_t n, const char* what) { return std::to_string(n) + " " + what + (n == 1 ? "" : "s"); };
  std::string sum;
  const auto add = [&](std::size_t n, const char* what) {
    if (n > 0) sum += (sum.empty() ? "" : ", ") + number(n, what);
  };
  add(counts.errors, "error"), add(counts.warnings, "warning"), add(counts.notes, "note");
  if (report.fixed > 0) out += "fixed " + number(report.fixed, "finding") + "\n";
  out += (sum.empty() ? "no findings" : sum) + " in " + number(report.policy_files, "policy file");
  if (counts.fixable > 0) out += "; `writ lint --fix` mends " + std::to_string(counts.fixable) + " of them";
  return out + "\n";
}

}  // namespace writ::cli
