// What is wrong with inputs, for people: to standard error, where it does not mix with what a command prints.
#pragma once

#include "base/diagnostics.h"

namespace writ::cli {

// In the order in which they were reported.
void PrintDiagnostics(const DiagnosticSink& sink, const SourceMap& sources, bool colour);

}  // namespace writ::cli
