// Constants that have no value: an error that takes more than arithmetic on literals to find, such as a division inside a quantifier. The
// oracle works them out, since it runs typed programs as they are. Covered by tests/conformance/declarations.
#pragma once

#include "base/diagnostics.h"
#include "base/limits.h"
#include "compiler/ir/ir.h"

namespace writ::oracle {

// Reports each (W2208). What the compiler has folded already is not worked out again.
void CheckConstants(const compiler::ir::Program& program, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::oracle
