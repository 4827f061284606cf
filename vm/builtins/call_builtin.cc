// From a BuiltinId to its body: an array with one entry per row of builtins.def.
#include "vm/builtins/builtins.h"

namespace writ::vm {
namespace {

using Body = Value (*)(const Value* args, BuiltinContext& context);

constexpr Body kBodies[] = {
#define BUILTIN(name, text, signature, capture, meaning) Builtin_##name,
#include "vm/bytecode/builtins.def"
#undef BUILTIN
};

// "(Operation, int) -> Response?" has two; brackets may hold commas of their own.
constexpr std::uint32_t CountArguments(std::string_view signature) {
  std::uint32_t count = 1;
  int depth = 0;
  for (const char c : signature) {
    if (c == '(' || c == '[') ++depth;
    if (c == ']') --depth;
    if (c == ')') break;
    if (c == ',' && depth == 1) ++count;
  }
  return count;
}

constexpr std::uint32_t kArgumentCounts[] = {
#define BUILTIN(name, text, signature, capture, meaning) CountArguments(signature),
#include "vm/bytecode/builtins.def"
#undef BUILTIN
};

}  // namespace

std::uint32_t ArgumentCount(bytecode::BuiltinId builtin) { return kArgumentCounts[static_cast<std::size_t>(builtin)]; }

Value CallBuiltin(bytecode::BuiltinId builtin, const Value* arguments, FieldContext& context) {
  const auto index = static_cast<std::size_t>(builtin);
  // No builtin says anything about a value of which only bounds are known.
  std::uint32_t causes = 0;
  for (std::uint32_t i = 0; i < kArgumentCounts[index]; ++i) {
    if (arguments[i].is_interval()) causes |= arguments[i].interval->causes;
  }
  if (causes != 0) return Value::Unknown(causes);
  return kBodies[index](arguments, context);
}

}  // namespace writ::vm
