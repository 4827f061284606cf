// The machine: runs verified bytecode. One per worker; modules and globals are shared and immutable.
// Covered by tests/vm/machine_test.cc and every case under tests/.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/arena.h"
#include "base/limits.h"
#include "base/regex.h"
#include "base/result.h"
#include "vm/bytecode/verifier.h"
#include "vm/outcome.h"

namespace writ::vm {

// A module made ready to run: constants as values, patterns compiled, globals evaluated. Immutable.
class Program {
 public:
  // `overrides` by full global name, for params and inputs, in the notation of `--input` (`500`, `10m`, `production`, `"text"`, `a,b`).
  struct Override { std::string name, text; };
  // `regexes`: where patterns are compiled, when that is kept. Errors: a pattern that does not compile, an override that does not read as its type or names nothing, an input without a value.
  static Result<std::unique_ptr<Program>> Load(const bytecode::VerifiedModule& module, const std::vector<Override>& overrides,
                                               const RunFacts& facts, const Limits& limits, RegexCache* regexes = nullptr);
  ~Program();
  Program(const Program&) = delete;

  const bytecode::Module& module() const;
  const RunFacts& facts() const;
  const Value& constant(std::uint32_t index) const;
  const Value& global(std::uint32_t index) const;
  // The value of a global as people read it, for the report.
  std::string GlobalText(std::uint32_t index) const;

 private:
  friend class Machine;
  struct State;
  explicit Program(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Machine {
 public:
  Machine(const Program& program, const Limits& limits);
  ~Machine();

  // Runs a verdict function on a subject. `want_text`: whether messages, places and `per` are wanted (they are made only when a clause
  // has failed or could not be decided). Values in the outcome live until the next Reset.
  void Evaluate(std::uint32_t function, std::span<const Value> arguments, bool want_text, SubjectOutcome& outcome);
  // Runs a function that returns a value (activation, nested sources, window lengths, raise).
  Value Call(std::uint32_t function, std::span<const Value> arguments);
  // Forgets all values made so far. Call between subjects or batches.
  void Reset();
  Arena& arena();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A value as messages show it.
std::string FormatValue(const Value& value, const bytecode::TypeTable& types, bytecode::TypeId type);

}  // namespace writ::vm
