// The tables behind conditions and screens.
#include "vm/bytecode/conditions.h"

#include <algorithm>

namespace writ::bytecode {

const std::vector<ConditionTestInfo>& AllConditionTests() {
  static const std::vector<ConditionTestInfo> rows = {
#define CONDITION_TEST(name, word, value, operand, meaning) {word, value, operand, meaning},
#include "vm/bytecode/conditions.def"
#undef CONDITION_TEST
  };
  return rows;
}

const std::vector<ScreenOpInfo>& AllScreenOps() {
  static const std::vector<ScreenOpInfo> rows = {
#define SCREEN_OP(name, word, pops, pushes, meaning) {word, pops, pushes, meaning},
#include "vm/bytecode/screen_ops.def"
#undef SCREEN_OP
  };
  return rows;
}

const std::vector<IndexKindInfo>& AllIndexKinds() {
  static const std::vector<IndexKindInfo> rows = {
#define CONDITION_INDEX(name, word, meaning) {word, meaning},
#include "vm/bytecode/indexes.def"
#undef CONDITION_INDEX
  };
  return rows;
}

bool IsIndexed(IndexKind kind, ConditionTest test) {
  switch (kind) {
    case IndexKind::kValues: return test == ConditionTest::kEquals || test == ConditionTest::kIn;
    case IndexKind::kPrefixes: return test == ConditionTest::kStartsWith;
    case IndexKind::kPatterns: return test == ConditionTest::kContainsMatch;
  }
  return false;
}

bool ReadSame(const Condition& a, const Condition& b) { return a.variable == b.variable && a.path == b.path && a.otherwise == b.otherwise; }

bool IsStored(FieldId field) {
  // Texts that are put together, and collections, which are made anew.
  if (field == FieldId::kExchange_id || field == FieldId::kHeader_name) return false;
  const std::string_view type = InfoOf(field).type;
  return type.substr(0, 5) != "list[" && type.substr(0, 4) != "set[";
}

bool IsQuiet(BuiltinId builtin) {
  static constexpr BuiltinId kQuiet[] = {
      BuiltinId::kOperationResponse, BuiltinId::kOperationDeclaredResponse, BuiltinId::kRequestBodySchema,     BuiltinId::kResponseSchema,
      BuiltinId::kExchangePathParam, BuiltinId::kExchangeQueryParam,        BuiltinId::kRequestHeader,         BuiltinId::kResponseHeader,
      BuiltinId::kResponseDeclaredHeader, BuiltinId::kStringLength,         BuiltinId::kStringToInt,           BuiltinId::kIpIsPrivate,
  };
  return std::find(std::begin(kQuiet), std::end(kQuiet), builtin) != std::end(kQuiet);
}

}  // namespace writ::bytecode
