// Bytecode as text for people and golden tests; vm/bytecode/assembler.h reads the notation of functions back.
// Covered by tests/vm/bytecode/disassembler_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "vm/bytecode/module.h"

namespace writ::bytecode {

// Both take a module that has passed Verify.
// The whole module: rules with their metadata in short, then each function: registers with types, instructions with operands
// resolved (constants, fields, builtins, callees, jump targets), and the line of the policy on the right.
std::string Disassemble(const Module& module);
// `function` is an index into module.functions.
std::string DisassembleFunction(const Module& module, std::uint32_t function);

// A builtin as disassembly names it, with the type of its receiver: "string.split", "list[T].size".
std::string NameInCode(BuiltinId builtin);

// "Exchange.status ?? 0 < 500": what condition `number` reads and asks.
std::string DescribeCondition(const Module& module, std::uint32_t number);

}  // namespace writ::bytecode
