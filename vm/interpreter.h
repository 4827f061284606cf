// The loop behind Machine. Separate from it because Program::Load runs initialisers while the program is still being made.
// Covered by tests/vm/interpreter_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/arena.h"
#include "base/limits.h"
#include "vm/access.h"
#include "vm/bytecode/module.h"
#include "vm/field_cache.h"
#include "vm/outcome.h"

namespace writ::vm {

class Interpreter {
 public:
  // What it refers to outlives it. `constants` and `globals` are the tables of the module as values; an initialiser sees those
  // globals that stand before it.
  Interpreter(const bytecode::Module& module, const Value* constants, const Value* globals, const RunFacts& facts, const Limits& limits);
  Interpreter(const Interpreter&) = delete;

  void Evaluate(std::uint32_t function, std::span<const Value> arguments, bool want_text, SubjectOutcome& outcome);
  Value Call(std::uint32_t function, std::span<const Value> arguments);
  // Initialisers of globals, one after the other: all of them together have the fuel and the memory of one subject, so that loading ends soon
  // however many there are.
  Value Initialise(std::uint32_t function);
  void Reset();
  Arena& arena() { return arena_; }

 private:
  // Longer chains than the verifier lets pass (ModuleLimits::call_depth) do not exist; this is the second lock.
  static constexpr std::size_t kMaxDepth = 80;
  static constexpr std::size_t kRegisters = 256;
  struct Frame {
    const bytecode::Function* function = nullptr;
    const std::uint32_t* pc = nullptr;   // the next instruction, while a callee runs
  };

  void Begin(std::uint32_t function, std::span<const Value> arguments, bool want_text);
  void Refill();
  Value Run(SubjectOutcome& outcome);
  Value* Window(std::size_t depth);
  Value GetField(bytecode::FieldId field, const Value& record);
  // An error of the instruction before `pc`; absent, and the budget is exhausted, when there is no room for it.
  Value MakeError(TrapKind trap, const bytecode::Function& function, const std::uint32_t* pc);
  Value MakeDecimal(const std::optional<Decimal>& result, TrapKind otherwise, const bytecode::Function& function, const std::uint32_t* pc);
  Value MakeInterval(std::int64_t low, std::int64_t high, std::uint32_t causes);
  Value CountOneMore(const Value& count, const Value& condition);
  Value ConcatLists(const Value& a, const Value& b);
  Value ConcatTexts(std::string_view a, std::string_view b);
  Value JoinTexts(const Value* texts, std::uint32_t count);
  Value CallWith(const bytecode::BuiltinCall& call, const Value* arguments);

  const bytecode::Module& module_;
  const Value* constants_;
  const Value* globals_;
  const Limits limits_;
  Arena arena_;
  FieldContext context_;
  FieldCache cache_;
  std::vector<bool> is_cached_;                  // by FieldId: whether its values are made anew at each reading
  std::vector<std::unique_ptr<Value[]>> windows_;   // registers by depth
  std::array<Frame, kMaxDepth> frames_;
  bool want_text_ = false;
};

}  // namespace writ::vm
