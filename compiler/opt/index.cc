// The passes `index` and `regex_sets`: conditions on one text are found together, by its value, by how it begins, and by what is in it.
#include <algorithm>

#include "compiler/opt/optimise.h"

namespace writ::compiler {

using bytecode::Condition;
using bytecode::IndexKind;
using bytecode::TypeKind;

namespace {

// Whether the operand is a text, a pattern, or a collection of texts, that the compiler knows.
bool HasKnownTexts(const ir::Program& program, const Condition& condition) {
  if (condition.source != bytecode::OperandSource::kConstant) return false;
  bytecode::Type type = program.types.Get(program.constants[condition.operand].type);
  if (type.kind == TypeKind::kList || type.kind == TypeKind::kSet) type = program.types.Get(type.element);
  return type.kind == TypeKind::kString || type.kind == TypeKind::kRegex;
}

void AddIndexes(ir::Program& program, IndexKind kind) {
  // By the first condition that reads the same value; one condition alone is as quickly asked as looked up.
  std::vector<bytecode::ConditionIndex> found;
  for (std::uint32_t i = 0; i < program.conditions.size(); ++i) {
    const Condition& condition = program.conditions[i];
    if (!bytecode::IsIndexed(kind, condition.test) || !HasKnownTexts(program, condition)) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const bytecode::ConditionIndex& index) {
      return bytecode::ReadSame(program.conditions[index.conditions.front()], condition);
    });
    if (same == found.end()) {
      found.push_back({kind, {i}});
    } else {
      same->conditions.push_back(i);
    }
  }
  for (bytecode::ConditionIndex& index : found) {
    if (index.conditions.size() > 1) program.indexes.push_back(std::move(index));
  }
}

}  // namespace

void IndexConditions(ir::Program& program) {
  AddIndexes(program, IndexKind::kValues);
  AddIndexes(program, IndexKind::kPrefixes);
}

void SearchPatternsTogether(ir::Program& program) { AddIndexes(program, IndexKind::kPatterns); }

}  // namespace writ::compiler
