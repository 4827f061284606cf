// The diagnostic table and the sink.
#include "base/diagnostics.h"

#include "base/check.h"
#include "base/diagnostic_codes.h"

namespace writ {

const std::vector<DiagnosticInfo>& AllDiagnostics() {
  using enum DiagnosticSeverity;
  static const std::vector<DiagnosticInfo> rows = {
#define DIAGNOSTIC(name, code, severity, title, explanation) {code, severity, title, explanation},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
  };
  return rows;
}

const DiagnosticInfo& InfoOf(DiagnosticCode code) {
  const auto index = static_cast<std::size_t>(code);
  WRIT_CHECK(index < AllDiagnostics().size());
  return AllDiagnostics()[index];
}

Diagnostic& DiagnosticSink::Report(DiagnosticCode code, Span span, std::string message, std::string help) {
  const DiagnosticSeverity severity = InfoOf(code).severity;
  if (severity == DiagnosticSeverity::kError) ++error_count_;
  if (severity == DiagnosticSeverity::kWarning) ++warning_count_;
  diagnostics_.push_back({code, severity, span, std::move(message), std::move(help), {}, {}});
  return diagnostics_.back();
}

Diagnostic& DiagnosticSink::ReportInput(DiagnosticCode code, std::string input, std::string message, std::string help) {
  Diagnostic& diagnostic = Report(code, Span{}, std::move(message), std::move(help));
  diagnostic.input = std::move(input);
  return diagnostic;
}

void DiagnosticSink::Add(Diagnostic diagnostic) {
  if (diagnostic.severity == DiagnosticSeverity::kError) ++error_count_;
  if (diagnostic.severity == DiagnosticSeverity::kWarning) ++warning_count_;
  diagnostics_.push_back(std::move(diagnostic));
}

void DiagnosticSink::Append(const DiagnosticSink& other) {
  diagnostics_.insert(diagnostics_.end(), other.diagnostics_.begin(), other.diagnostics_.end());
  error_count_ += other.error_count_;
  warning_count_ += other.warning_count_;
}

}  // namespace writ
