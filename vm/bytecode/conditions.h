// Conditions that rules share, and how rules combine them. A condition reads one value of a subject, by fields and functions that neither
// loop, nor fail, nor take memory, and tests it against something fixed; so it can be worked out for many subjects at a time, once for all
// rules, and no limit of the language shows the difference. A screen is a rule's `where` and `require` in terms of conditions: it decides the
// subjects that need no machine. Covered by tests/vm/bytecode/conditions_test.cc and by every case that is run with the pass `share`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vm/bytecode/model_tables.h"

namespace writ::bytecode {

enum class ConditionTest : std::uint8_t {
#define CONDITION_TEST(name, word, value, operand, meaning) name,
#include "vm/bytecode/conditions.def"
#undef CONDITION_TEST
};
struct ConditionTestInfo {
  std::string_view word, value, operand, meaning;
};
const std::vector<ConditionTestInfo>& AllConditionTests();

enum class ScreenOp : std::uint8_t {
#define SCREEN_OP(name, word, pops, pushes, meaning) name,
#include "vm/bytecode/screen_ops.def"
#undef SCREEN_OP
};
struct ScreenOpInfo {
  std::string_view word;
  std::uint32_t pops, pushes;
  std::string_view meaning;
};
const std::vector<ScreenOpInfo>& AllScreenOps();

// One field, or one function with constants as its further arguments.
struct ConditionStep {
  bool is_builtin = false;
  FieldId field{};
  BuiltinId builtin{};
  std::vector<std::uint32_t> arguments;    // constants
  friend bool operator==(const ConditionStep&, const ConditionStep&) = default;
};

enum class OperandSource : std::uint8_t { kNone, kConstant, kGlobal };

struct Condition {
  std::uint32_t variable = 0;              // loop variable that it reads: 0, or 1 for the operation joined with an exchange
  std::vector<ConditionStep> path;         // from the variable to the value; absent or unknown on the way stays so
  std::optional<std::uint32_t> otherwise;  // constant that stands for an absent value
  ConditionTest test = ConditionTest::kHolds;
  OperandSource source = OperandSource::kNone;
  std::uint32_t operand = 0;               // constant or global
};

enum class IndexKind : std::uint8_t {
#define CONDITION_INDEX(name, word, meaning) name,
#include "vm/bytecode/indexes.def"
#undef CONDITION_INDEX
};
struct IndexKindInfo {
  std::string_view word, meaning;
};
const std::vector<IndexKindInfo>& AllIndexKinds();

// Conditions on one value that are worked out together.
struct ConditionIndex {
  IndexKind kind = IndexKind::kValues;
  std::vector<std::uint32_t> conditions;   // ascending; all read the same value and have constants as operands
};
// Whether a condition of this test can be found by an index of this kind.
bool IsIndexed(IndexKind kind, ConditionTest test);
// Whether two conditions read the same value.
bool ReadSame(const Condition& a, const Condition& b);

// A step of a screen: the operation in the low 8 bits, the number of a condition above.
using ScreenStep = std::uint32_t;
constexpr ScreenStep EncodeScreenStep(ScreenOp op, std::uint32_t condition = 0) { return static_cast<std::uint32_t>(op) | (condition << 8); }
constexpr ScreenOp ScreenOpOf(ScreenStep step) { return static_cast<ScreenOp>(step & 0xff); }
constexpr std::uint32_t ConditionOf(ScreenStep step) { return step >> 8; }

// Whether reading it takes no memory: the model holds the value as it is.
bool IsStored(FieldId field);
// Whether calling it takes no memory and cannot fail.
bool IsQuiet(BuiltinId builtin);

}  // namespace writ::bytecode
