// Machine is Interpreter over the tables of a Program.
#include "vm/machine.h"

#include "vm/interpreter.h"
#include "vm/program_state.h"

namespace writ::vm {

struct Machine::State {
  Interpreter interpreter;
};

Machine::Machine(const Program& program, const Limits& limits)
    : state_(new State{Interpreter(program.state_->module, program.state_->constants.data(), program.state_->globals.data(),
                                   program.state_->facts, limits)}) {}

Machine::~Machine() = default;

void Machine::Evaluate(std::uint32_t function, std::span<const Value> arguments, bool want_text, SubjectOutcome& outcome) {
  state_->interpreter.Evaluate(function, arguments, want_text, outcome);
}

Value Machine::Call(std::uint32_t function, std::span<const Value> arguments) { return state_->interpreter.Call(function, arguments); }

void Machine::Reset() { state_->interpreter.Reset(); }

Arena& Machine::arena() { return state_->interpreter.arena(); }

}  // namespace writ::vm
