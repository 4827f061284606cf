// What a Program holds: private to vm/program.cc and vm/machine.cc.
#pragma once

#include <memory>
#include <vector>

#include "vm/interpreter.h"
#include "vm/machine.h"
#include "vm/patterns.h"
#include "vm/set_lookup.h"

namespace writ::vm {

struct Program::State {
  explicit State(const bytecode::Module& of) : module(of) {}

  const bytecode::Module& module;
  RunFacts facts;
  Arena arena;                       // of constants and overrides
  Patterns patterns;
  std::deque<SetLookup> lookups;     // of constants
  std::vector<Value> constants;
  std::vector<Value> globals;        // all of them from the start: interpreters keep a pointer
  std::unique_ptr<Interpreter> loader;   // ran the initialisers; its arena holds what they gave
};

}  // namespace writ::vm
