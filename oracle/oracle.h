// The oracle of the machine: runs the typed program as the checker made it, before any pass, by walking its trees. It is written from
// the meaning of the language and shares with the machine only how values are read from the model, builtins, and how values are
// printed (vm/access.h, vm/value.h, vm/outcome.h, FormatValue). Slow, and kept for ever: every case runs through both.
// Fuel is charged as the machine does, on elements of loops and on calls. Memory has the same bound but is counted in the oracle's own
// way, so only a subject close to that bound may come out differently.
// Covered by tests/oracle/oracle_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/json_path/query.h"
#include "base/limits.h"
#include "base/regex.h"
#include "compiler/ir/ir.h"
#include "oracle/observer.h"
#include "vm/outcome.h"

namespace writ::oracle {

class Tree;

// Values that come from outside the program, by index of the global: `now`, inputs, data, and params that are overridden. Nothing for
// those that the program gives itself. Asked once for every global that is not a constant; values must outlive the oracle.
using OutsideValue = std::function<std::optional<vm::Value>(std::uint32_t global)>;

class Oracle {
 public:
  // `program`, `facts` and `limits` outlive it. `regexes`: where patterns are compiled, when that is kept. A pattern that does not compile (the checker lets none pass) is an error where it is used.
  Oracle(const compiler::ir::Program& program, const OutsideValue& outside, const vm::RunFacts& facts, const Limits& limits,
         RegexCache* regexes = nullptr);
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;

  // From now on `observer` (null: nobody) is told of what is evaluated; of constants and globals it is not.
  void Observe(const Observer* observer) { observer_ = observer; }

  const compiler::ir::Program& program() const { return program_; }
  const vm::Value& global(std::uint32_t index) const { return globals_[index]; }

  // Judges a rule on the values of its loop variables; a detector's row goes to `outcome.row` (keys, then arguments of aggregates).
  // `want_text`: whether message, places and `per` are wanted. Values in the outcome live until the next Reset.
  void Evaluate(std::uint32_t rule, std::span<const vm::Value> subject, bool want_text, vm::SubjectOutcome& outcome);
  // True for a rule without `activate when`.
  vm::Value Activation(std::uint32_t rule);
  // The list that the inner loop `level` of a rule ranges over; `outer` are the variables before it.
  vm::Value Nested(std::uint32_t rule, std::size_t level, std::span<const vm::Value> outer);
  // Of a detector: the length of its windows or the bound of its sequence, what `raise when` says of one, and what is reported. `window`: keys, then aggregates or step values.
  vm::Value WindowLength(std::uint32_t rule);
  vm::Value Raise(std::uint32_t rule, std::span<const vm::Value> window);
  std::string WindowMessage(std::uint32_t rule, std::span<const vm::Value> window);
  // Whether the `where` of a waiver holds for the identity of a finding and its reason; true without one.
  vm::Value WaiverHolds(std::uint32_t waiver, const vm::Value& identity, const vm::Value& reason);

  // Forgets the values made so far, but for constants and globals.
  void Reset() { arena_.Reset(); }
  Arena& arena() { return arena_; }

 private:
  // A run over one rule and subject, in oracle/rules.cc.
  friend class RuleRun;
  Tree NewTree(Arena& arena);
  // The value of an expression on its own, with bounds of its own; passing one is an error.
  vm::Value ValueOf(const compiler::ir::Node& node, std::span<const vm::Value> variables);
  void MakeConstants(RegexCache* regexes);
  void MakeGlobals(const OutsideValue& outside);

  const compiler::ir::Program& program_;
  const vm::RunFacts& facts_;
  const Limits& limits_;
  Arena permanent_;                    // of constants and globals
  std::deque<Regex> patterns_;
  std::deque<json_path::Path> paths_;
  std::vector<vm::Value> constants_, globals_;
  Arena arena_;
  const Observer* observer_ = nullptr;
};

}  // namespace writ::oracle
