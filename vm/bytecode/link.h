// Two modules as one: the shipped pack, compiled while building, and a project's own policies, compiled now. Tables of the second are
// renumbered behind those of the first; `now` stays the one first global. The result still has to pass Verify.
// Covered by tests/cli/pack_test.cc and the sample project (tests/cli/ledgerline_test.cc), whose own pack is linked with the shipped one.
#pragma once

#include "base/result.h"
#include "vm/bytecode/module.h"

namespace writ::bytecode {

// The error names a rule or policy that both have, or a table that outgrew the format. Both modules must be well formed: verified, or our own
// compiler's output.
Result<Module> Link(Module first, const Module& second);

}  // namespace writ::bytecode
