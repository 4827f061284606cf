// Syntax trees → typed program: names resolved across files, types inferred, absent values accounted for, metadata checked.
// Reports every mistake once; goes on after each. Covered by tests/compiler/check/*.case.
#pragma once

#include <optional>
#include <vector>

#include "compiler/compile.h"

namespace writ::compiler {

std::optional<ir::Program> Check(const std::vector<ParsedPolicy>& policies, const SourceMap& sources,
                                 const CompileOptions& options, DiagnosticSink& sink);

}  // namespace writ::compiler
