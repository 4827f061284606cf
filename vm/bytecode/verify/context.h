// What the parts of the verifier share: the module under test, what is already known of it, and the first thing found wrong.
// Only vm/bytecode/verifier.cc and vm/bytecode/verify/*.cc include this.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/bytecode/module.h"
#include "vm/bytecode/module_limits.h"

namespace writ::bytecode::verify {

// What a type of the table may be used for.
struct TypeUse {
  bool is_value = false;     // a value of the language can have it: no iterator and no variable in it
  std::uint32_t depth = 0;
};

// Who starts a function. A verdict function has exactly one such use.
enum class Role : std::uint8_t { kNone, kEvaluate, kReport };
struct FunctionUse {
  Role role = Role::kNone;
  std::uint32_t uses = 0;            // as evaluate or report of a rule
  std::uint32_t rule = 0;            // of the first of them
};

inline constexpr std::size_t kFieldCount = 0
#define FIELD(owner, name, type, capture, meaning) +1
#include "vm/bytecode/fields.def"
#undef FIELD
    ;

// What a function reads, calls included.
struct FunctionReads {
  std::bitset<kFieldCount> fields;
  std::uint32_t captures = 0;
  std::int64_t last_global = -1;     // highest global index
  std::uint32_t depth = 1;           // of calls
};

struct Context {
  const Module& module;
  std::string error;
  std::vector<TypeUse> types;
  std::vector<FunctionUse> uses;
  std::vector<FunctionReads> reads;

  // Notes what is wrong and gives false, so that a check can end with `return context.Fail(…)`.
  bool Fail(std::string message);
  bool IsType(TypeId id) const { return static_cast<std::size_t>(id) < types.size(); }
  bool IsValueType(TypeId id) const { return IsType(id) && types[static_cast<std::size_t>(id)].is_value; }
  bool IsFunction(std::uint32_t index) const { return index < module.functions.size(); }
  // "type 3 (`list[int]`)", "function 2 (`acme.r/evaluate`)": for messages; safe with any text and any index.
  std::string Describe(TypeId id) const;
  std::string DescribeFunction(std::uint32_t index) const;
  // Whether `text` is UTF-8; if not, fails naming `what` and its `part`.
  bool CheckText(std::string_view text, std::string_view what, std::string_view part = {});
  bool CheckRange(const SourceRange& range, std::string_view what, std::string_view part = {});
};

// A name from the module as a message may show it: short, one line, printable.
std::string Quote(std::string_view text);
// "a.b_c": names joined by dots.
bool IsDottedName(std::string_view text);
bool IsHexDigest(std::string_view text);

// The checks in the order in which Verify runs them; each relies on those before it.
bool CheckTypes(Context& context);
bool CheckConstants(Context& context);
bool CheckPolicies(Context& context);
bool CheckGlobals(Context& context);      // tables only
bool CheckFunctions(Context& context);    // tables only
bool CheckRules(Context& context);        // fills `uses`
bool CheckScreens(Context& context);      // conditions, indexes, screens of rules
bool CheckWaiversAndTests(Context& context);
bool CheckCode(Context& context);         // operands and types of every instruction, jumps, loops
bool CheckFlow(Context& context, std::uint32_t function);  // registers are written before they are read
bool CheckCalls(Context& context);        // no cycle; fills `reads`
bool CheckReads(Context& context);        // globals in order, fields and captures of rules

}  // namespace writ::bytecode::verify
