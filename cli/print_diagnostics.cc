// All of them, one after another.
#include "cli/print_diagnostics.h"

#include <cstdio>

namespace writ::cli {

void PrintDiagnostics(const DiagnosticSink& sink, const SourceMap& sources, bool colour) {
  for (const Diagnostic& diagnostic : sink.all()) std::fputs(RenderDiagnostic(diagnostic, sources, {colour}).c_str(), stderr);
}

}  // namespace writ::cli
