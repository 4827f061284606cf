// Only programs with a constant that is more than a literal are worked out at all: most have none.
#include "oracle/constants.h"

#include <algorithm>

#include "base/diagnostic_codes.h"
#include "oracle/oracle.h"

namespace writ::oracle {

using compiler::ir::Global;
using compiler::ir::NodeKind;

namespace {

// Constants, and defaults of params.
bool IsOpen(const Global& global) {
  const bool is_given = global.shape.kind == bytecode::GlobalKind::kConst || global.shape.kind == bytecode::GlobalKind::kParam;
  return is_given && global.initialiser != nullptr && global.initialiser->kind != NodeKind::kConstant;
}

// The error that a value is, or holds.
const vm::ErrorRep* FindError(const vm::Value& value) {
  if (value.is_error()) return value.error;
  const vm::Value* items = nullptr;
  std::uint32_t count = 0;
  if (value.kind == vm::ValueKind::kList || value.kind == vm::ValueKind::kSet) items = value.list->items, count = value.list->count;
  if (value.kind == vm::ValueKind::kMap) items = value.map->values, count = value.map->count;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (const vm::ErrorRep* error = FindError(items[i])) return error;
  }
  return nullptr;
}

struct Why {
  const char* message;
  const char* help;
};
Why WhyOf(vm::TrapKind trap) {
  switch (trap) {
    case vm::TrapKind::kDivisionByZero: return {"divides by zero", "divide by a value that is not zero"};
    case vm::TrapKind::kOverflow: return {"overflows 64 bits", "int and duration are 64-bit; decimals have 38 digits"};
    case vm::TrapKind::kInexact: return {"has no value of up to 38 digits", "int and duration are 64-bit; decimals have 38 digits"};
    case vm::TrapKind::kFuel: return {"takes too many steps", "all constants together have the steps of one subject: write the value itself"};
    case vm::TrapKind::kMemory: return {"takes too much memory", "all constants together have the memory of one subject: write a smaller value"};
    case vm::TrapKind::kDepth: return {"calls too deeply", "let functions call fewer others"};
  }
  return {"has no value", ""};
}

}  // namespace

void CheckConstants(const compiler::ir::Program& program, const Limits& limits, DiagnosticSink& sink) {
  if (std::none_of(program.globals.begin(), program.globals.end(), IsOpen)) return;
  const vm::RunFacts facts;
  // An input is absent here, which is no error.
  const auto outside = [&](std::uint32_t i) -> std::optional<vm::Value> {
    return program.globals[i].shape.kind == bytecode::GlobalKind::kInput ? std::optional(vm::Value::Absent()) : std::nullopt;
  };
  const Oracle oracle(program, outside, facts, limits);
  for (std::uint32_t i = 0; i < program.globals.size(); ++i) {
    const Global& global = program.globals[i];
    const vm::ErrorRep* error = IsOpen(global) ? FindError(oracle.global(i)) : nullptr;
    if (error == nullptr) continue;
    const Why why = WhyOf(error->trap);
    sink.Report(DiagnosticCode::kConstantError, global.initialiser->span, std::string("this constant expression ") + why.message, why.help);
  }
}

}  // namespace writ::oracle
