// Text to module, for tests of the verifier and the machine: small modules can be written by hand, and wrong ones too. Nothing is
// checked beyond what is needed to place it. Covered by tests/vm/bytecode/assembler_test.cc.
//
//     policy acme.test
//     const k0 int 5
//     const k1 list[int] [k0, k0]
//     global acme.max param int = acme.max/value
//     rule acme.limit operation acme.limit/evaluate clauses 1
//     function acme.limit/evaluate (Operation) -> verdict
//       registers Operation, bool
//         get_field r1 <- r0, Operation.deprecated
//         jump_if_true r1, -> done
//         require r1, clause 0
//       done:
//         end
//
// Functions are written as vm/bytecode/disassembler.h prints them: a number before an instruction and `; …` behind it are passed over,
// and so is the value behind `k0`. A jump names a label or the number of an instruction. A builtin is named with the type of its
// receiver: `string.split(r1, r2)`. Constants: true, 12, 1.5, 10m, "text", re"…", ip"…", t"…", a member of an enum, [k0, k1], {k0, k1},
// {k0: k1}. Rules get the fields and captures that their functions read.
#pragma once

#include <string_view>

#include "base/result.h"
#include "vm/bytecode/module.h"

namespace writ::bytecode {

// The error names the line.
Result<Module> Assemble(std::string_view text);

}  // namespace writ::bytecode
