// See reporter.h.
#include "compiler/parse/reporter.h"

#include <algorithm>

#include "base/diagnostic_codes.h"
#include "compiler/parse/words.h"

namespace writ::compiler {

void Reporter::Report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end, std::string message, std::string help,
                      DiagnosticLabel label) {
  if (full()) return;
  for (const Diagnostic& other : diagnostics_) {
    if (other.span.begin == begin && other.span.end == end) return;
  }
  Diagnostic diagnostic{code, InfoOf(code).severity, At(begin, end), std::move(message), std::move(help), {}, {}};
  if (!label.text.empty()) diagnostic.labels.push_back(std::move(label));
  diagnostics_.push_back(std::move(diagnostic));
}

bool Reporter::HasErrorIn(std::uint32_t begin, std::uint32_t end) const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.span.begin >= begin && diagnostic.span.begin <= end;
  });
}

void Reporter::Flush(DiagnosticSink& sink) {
  const bool too_many = full();
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
  if (too_many) diagnostics_.resize(limit_);
  for (Diagnostic& diagnostic : diagnostics_) {
    sink.Report(diagnostic.code, diagnostic.span, std::move(diagnostic.message), std::move(diagnostic.help)).labels =
        std::move(diagnostic.labels);
  }
  if (too_many) {
    const Span last = diagnostics_.empty() ? At(0, 0) : diagnostics_.back().span;
    sink.Report(DiagnosticCode::kTooManySyntaxErrors, last,
                Cat({"more than ", std::to_string(limit_), " syntax errors in this file; the rest is not read"}),
                "repair the first ones and run again");
  }
  diagnostics_.clear();
}

}  // namespace writ::compiler
