// What opcodes, builtins and fields demand of types, read once from the `signature` and `type` columns of opcodes.def, builtins.def
// and fields.def. The verifier and the disassembler ask here, so that a rule about operands is written once: in its row.
// Covered by tests/vm/bytecode/signatures_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "vm/bytecode/conditions.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/model_tables.h"
#include "vm/bytecode/types.h"

namespace writ::bytecode {

// A set of types: "int|duration", "list[T]", "coll[cidr]", "record?", "Operation", "T".
struct TypePattern {
  enum class Shape : std::uint8_t {
    kKinds,     // any type whose kind is in `kinds`, with `arguments` where they are given
    kExact,     // a named enum: `exact` has the same id in every table
    kRecord,    // the record `index`
    kVariable,  // T (`index` 0) or K (1): what it is bound to, else binds it; never an iterator
    kSame,      // the type that the operand before it has
  };
  Shape shape = Shape::kKinds;
  bool optional = false;                // `x?`
  std::uint32_t kinds = 0;              // bit per TypeKind
  TypeId exact{0};
  std::uint32_t index = 0;
  std::vector<TypePattern> arguments;   // element; of maps: key, element
};

// What T, K and `same` stand for within one instruction or call.
struct TypeBindings {
  std::array<std::optional<TypeId>, 2> variables;
  std::optional<TypeId> same;
};

// Whether the type `id` of `types` fits; binds variables. `types` must be well formed.
bool Matches(const TypePattern& pattern, const TypeTable& types, TypeId id, TypeBindings& bindings);
// A `T` may go where a `T` or a `T?` is wanted.
bool IsAssignable(const TypeTable& types, TypeId from, TypeId to);

enum class OperandKind : std::uint8_t {
  kUnused,                 // must be 0
  kRead, kWrite,           // a register that fits `pattern`
  kWriteField, kWriteFieldOptional, kWriteResult,   // a register: the type follows from the field, builtin or callee
  kConstant, kGlobal, kClause, kField, kBuiltin, kCallee, kJump,
  kArguments,              // first of the registers that the builtin or callee takes
  kStrings, kValues,       // first of kCount registers
  kCount,
};
struct Operand {
  OperandKind kind = OperandKind::kUnused;
  TypePattern pattern;
};
struct OpcodeSignature {
  Format format = Format::kNone;
  std::array<Operand, 3> operands;      // A, B, C; A, Bx; A, sBx
  bool ends_path = false;               // return, end, skip: nothing follows
  bool verdict_only = false;            // only in functions that end in a verdict
};
const OpcodeSignature& SignatureOf(Opcode op);
// The value of operand `i` (0 to 2); jumps give the signed distance.
std::int32_t OperandValue(Format format, Instruction instruction, std::size_t i);

struct BuiltinSignature {
  std::vector<TypePattern> parameters;
  TypePattern result;
};
const BuiltinSignature& SignatureOf(BuiltinId builtin);
const TypePattern& TypeOf(FieldId field);

struct ConditionSignature {
  TypePattern value;                    // of what the condition reads, without `?`
  std::optional<TypePattern> operand;
};
const ConditionSignature& SignatureOf(ConditionTest test);

}  // namespace writ::bytecode
