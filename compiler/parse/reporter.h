// Collects the syntax errors of one file: at most the limit, one per place, handed to the sink in the order of the text.
// Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace writ::compiler {

class Reporter {
 public:
  Reporter(FileId file, std::size_t limit) : file_(file), limit_(limit) {}

  // Keeps the diagnostic unless the limit is passed. The label, if it has a text, marks a second place.
  void Report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end, std::string message, std::string help = {},
              DiagnosticLabel label = {});
  // Whether anything was reported that begins within [begin, end].
  bool HasErrorIn(std::uint32_t begin, std::uint32_t end) const;
  Span At(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }
  bool full() const { return diagnostics_.size() > limit_; }
  std::size_t count() const { return diagnostics_.size(); }
  void Flush(DiagnosticSink& sink);

 private:
  FileId file_;
  std::size_t limit_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace writ::compiler
