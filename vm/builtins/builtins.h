// The bodies behind builtins.def, one declaration per row: a row without a body does not link.
// Arguments are neither poison nor intervals. Covered by tests/vm/builtins_test.cc.
#pragma once

#include "vm/access.h"

namespace writ::vm {

using BuiltinContext = FieldContext;

#define BUILTIN(name, text, signature, capture, meaning) Value Builtin_##name(const Value* args, BuiltinContext& context);
#include "vm/bytecode/builtins.def"
#undef BUILTIN

// How many arguments a builtin takes, its receiver included.
std::uint32_t ArgumentCount(bytecode::BuiltinId builtin);

}  // namespace writ::vm
