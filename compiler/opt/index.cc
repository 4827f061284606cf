// The pass `index`: conditions on one text are found together, by its value and by how it begins.
#include <map>
#include <utility>

#include "compiler/opt/optimise.h"
#include "vm/bytecode/module_limits.h"

namespace writ::compiler {

using bytecode::Condition;
using bytecode::IndexKind;
using bytecode::TypeKind;

namespace {

// Whether the operand is a text, or a collection of texts, that the compiler knows.
bool ComparesTexts(const ir::Program& program, const Condition& condition) {
  if (condition.source != bytecode::OperandSource::kConstant) return false;
  bytecode::Type type = program.types.Get(program.constants[condition.operand].type);
  if (type.kind == TypeKind::kList || type.kind == TypeKind::kSet) type = program.types.Get(type.element);
  return type.kind == TypeKind::kString;
}

}  // namespace

void IndexConditions(ir::Program& program) {
  // By the first condition that reads the same value.
  std::map<std::pair<IndexKind, std::uint32_t>, std::vector<std::uint32_t>> found;
  for (std::uint32_t i = 0; i < program.conditions.size(); ++i) {
    const Condition& condition = program.conditions[i];
    if (!ComparesTexts(program, condition)) continue;
    for (std::size_t kind = 0; kind < bytecode::AllIndexKinds().size(); ++kind) {
      if (!bytecode::IsIndexed(static_cast<IndexKind>(kind), condition.test)) continue;
      std::uint32_t first = 0;
      while (!bytecode::ReadSame(program.conditions[first], condition)) ++first;
      found[{static_cast<IndexKind>(kind), first}].push_back(i);
    }
  }
  // One condition alone is as quickly asked as looked up.
  for (auto& [key, conditions] : found) {
    if (conditions.size() > 1) program.indexes.push_back({key.first, std::move(conditions)});
  }
}

}  // namespace writ::compiler
