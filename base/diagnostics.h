// Diagnostics: what is wrong with an input, where, and the way out. Stages report into a DiagnosticSink and
// go on, so that one run shows many. The table of codes is base/diagnostics.def.
// Covered by tests/base/diagnostics_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace writ {

// The rows of base/diagnostics.def; the enumerators are in base/diagnostic_codes.h.
enum class DiagnosticCode : std::uint16_t;

enum class DiagnosticSeverity : std::uint8_t { kError, kWarning, kNote };

// What `writ explain W2104` prints, and the default severity.
struct DiagnosticInfo {
  std::string_view code;      // "W2104"
  DiagnosticSeverity severity;
  std::string_view title;     // one line
  std::string_view explanation;
};
const DiagnosticInfo& InfoOf(DiagnosticCode code);
// All rows in the order of the table.
const std::vector<DiagnosticInfo>& AllDiagnostics();

// A second place that helps to understand the first.
struct DiagnosticLabel {
  Span span;
  std::string text;
};

struct Diagnostic {
  DiagnosticCode code;
  DiagnosticSeverity severity;
  Span span;               // where; may be invalid for inputs that could not be opened (then `input` names it)
  std::string message;     // what was seen: one line, lower case, no full stop, code in back-ticks
  std::string help;        // what to type or do instead; may be empty
  std::string input;       // the file or option meant when there is no span
  std::vector<DiagnosticLabel> labels;
};

class DiagnosticSink {
 public:
  // Reports at `span`. Returns the stored diagnostic so that the caller can add labels.
  Diagnostic& Report(DiagnosticCode code, Span span, std::string message, std::string help = {});
  // Reports about an input that has no positions (a missing file, a bad option).
  Diagnostic& ReportInput(DiagnosticCode code, std::string input, std::string message, std::string help = {});

  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  std::size_t error_count() const { return error_count_; }
  std::size_t warning_count() const { return warning_count_; }
  bool has_errors() const { return error_count_ != 0; }
  // Reports what another sink has.
  void Add(Diagnostic diagnostic);
  // Appends the diagnostics of another sink.
  void Append(const DiagnosticSink& other);

 private:
  std::vector<Diagnostic> diagnostics_;
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
};

struct RenderOptions {
  bool colour = false;
};
// Text for a terminal: header line, file:line:column, excerpt with a caret range, labels, help.
std::string RenderDiagnostic(const Diagnostic& diagnostic, const SourceMap& sources, const RenderOptions& options);
// The excerpt alone: the line of `span` and carets under it. Used for findings too.
std::string RenderExcerpt(const Span& span, const SourceMap& sources, std::string_view caret_text,
                          const RenderOptions& options);

}  // namespace writ
