// Definite initialisation: on every path to an instruction the registers that it reads have been written. The same walk keeps two
// more promises: a list grows only between list_new or list_from and its first other use, so that lists are immutable for everybody
// who sees one; and a row function emits at most once.
//
// States live at jump targets only. Facts shrink at joins, so walking the code in order until no back edge changes anything ends;
// nested loops settle in about one pass per level.
#include <array>
#include <string>
#include <vector>

#include "vm/bytecode/instruction.h"
#include "vm/bytecode/signatures.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

constexpr std::size_t kMaxPasses = 2 * kModuleLimits.loop_depth + 4;

class RegisterSet {
 public:
  bool Has(std::uint32_t r) const { return (words_[r / 64] >> (r % 64) & 1) != 0; }
  void Add(std::uint32_t r) { words_[r / 64] |= std::uint64_t{1} << (r % 64); }
  void Remove(std::uint32_t r) { words_[r / 64] &= ~(std::uint64_t{1} << (r % 64)); }
  void Keep(const RegisterSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  friend bool operator==(const RegisterSet&, const RegisterSet&) = default;

 private:
  std::array<std::uint64_t, 4> words_{};
};
static_assert(kModuleLimits.registers <= 256);

struct State {
  bool reached = false;
  bool may_have_emitted = false;
  RegisterSet written;
  RegisterSet growing;   // lists begun here that nothing else has seen
  friend bool operator==(const State&, const State&) = default;

  void Join(const State& other) {
    if (!other.reached) return;
    if (!reached) {
      *this = other;
      return;
    }
    may_have_emitted = may_have_emitted || other.may_have_emitted;
    written.Keep(other.written);
    growing.Keep(other.growing);
  }
};

class FlowCheck {
 public:
  FlowCheck(Context& context, std::uint32_t index) : context_(context), index_(index), function_(context.module.functions[index]) {}

  bool Run() {
    state_at_.assign(function_.code.size(), kNone);
    for (std::size_t pc = 0; pc < function_.code.size(); ++pc) {
      if (!HasJump(pc)) continue;
      std::uint32_t& slot = state_at_[Target(pc)];
      if (slot != kNone) continue;
      slot = static_cast<std::uint32_t>(states_.size());
      states_.emplace_back();
    }
    for (std::size_t pass = 0; pass < kMaxPasses; ++pass) {
      changed_ = false;
      if (!Walk()) return false;
      if (!changed_) return true;
    }
    return context_.Fail(context_.DescribeFunction(index_) + " has loops that are too tangled to follow");
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffu;

  bool HasJump(std::size_t pc) const { return SignatureOf(OpcodeOf(function_.code[pc])).format == Format::kAsBx; }
  std::size_t Target(std::size_t pc) const {
    return static_cast<std::size_t>(static_cast<std::int64_t>(pc) + 1 + Sbx(function_.code[pc]));
  }

  bool Walk() {
    State state;
    state.reached = true;
    for (std::uint32_t r = 0; r < function_.parameter_count; ++r) state.written.Add(r);
    for (pc_ = 0; pc_ < function_.code.size(); ++pc_) {
      if (state_at_[pc_] != kNone) {
        State& here = states_[state_at_[pc_]];
        here.Join(state);
        state = here;
      }
      if (!state.reached) continue;
      if (!Step(state)) return false;
    }
    return true;
  }

  bool Step(State& state) {
    const Instruction instruction = function_.code[pc_];
    const Opcode op = OpcodeOf(instruction);
    const OpcodeSignature& signature = SignatureOf(op);
    const auto value = [&](std::size_t i) { return static_cast<std::uint32_t>(OperandValue(signature.format, instruction, i)); };
    const bool pushes = op == Opcode::kListPush || op == Opcode::kListPushIf;
    for (std::size_t i = 0; i < 3; ++i) {
      const OperandKind kind = signature.operands[i].kind;
      if (kind == OperandKind::kRead) {
        if (!Read(state, value(i), pushes && i == 0)) return false;
      } else if (kind == OperandKind::kArguments || kind == OperandKind::kStrings || kind == OperandKind::kValues) {
        const std::uint32_t count = CountOf(signature.operands[i + 1].kind, value(i + 1));
        for (std::uint32_t r = value(i); r < value(i) + count; ++r) {
          if (!Read(state, r, false)) return false;
        }
      }
    }
    if (op == Opcode::kEmit) {
      if (state.may_have_emitted) return Fail("a row may have been emitted already");
      state.may_have_emitted = true;
    }
    if (signature.format == Format::kAsBx) Branch(state, op, instruction);
    if (Writes(signature.operands[0].kind)) {
      state.written.Add(A(instruction));
      state.growing.Remove(A(instruction));
      if (op == Opcode::kListNew || op == Opcode::kListFrom) state.growing.Add(A(instruction));
    }
    if (signature.ends_path || op == Opcode::kJump) state.reached = false;
    return true;
  }

  static bool Writes(OperandKind kind) {
    return kind == OperandKind::kWrite || kind == OperandKind::kWriteField || kind == OperandKind::kWriteFieldOptional ||
           kind == OperandKind::kWriteResult;
  }

  std::uint32_t CountOf(OperandKind kind, std::uint32_t value) const {
    if (kind == OperandKind::kBuiltin) return function_.builtins[value].argument_count;
    if (kind == OperandKind::kCallee) return context_.module.functions[function_.callees[value]].parameter_count;
    return value;
  }

  bool Read(State& state, std::uint32_t r, bool as_growing_list) {
    if (!state.written.Has(r)) return Fail("register " + std::to_string(r) + " may be read before it is written");
    if (as_growing_list) return state.growing.Has(r) || Fail("register " + std::to_string(r) + " may hold a list that is not this function's to change");
    state.growing.Remove(r);
    return true;
  }

  void Branch(const State& state, Opcode op, Instruction instruction) {
    State& target = states_[state_at_[Target(pc_)]];
    State taken = state;
    if (op == Opcode::kIterNext) {
      taken.written.Add(A(instruction) + 1);
      taken.growing.Remove(A(instruction) + 1);
      const State before = target;
      target.Join(taken);
      changed_ = changed_ || !(target == before);
      return;
    }
    target.Join(taken);
  }

  bool Fail(const std::string& problem) {
    const std::string_view mnemonic = AllOpcodes()[static_cast<std::size_t>(OpcodeOf(function_.code[pc_]))].mnemonic;
    return context_.Fail(context_.DescribeFunction(index_) + ", instruction " + std::to_string(pc_) + " (" + std::string(mnemonic) + "): " + problem);
  }

  Context& context_;
  const std::uint32_t index_;
  const Function& function_;
  std::vector<std::uint32_t> state_at_;   // per instruction: index into states_ of a jump target
  std::vector<State> states_;
  bool changed_ = false;
  std::size_t pc_ = 0;
};

}  // namespace

// INVARIANT: the operands of the function have been checked (verify/code.cc).
bool CheckFlow(Context& context, std::uint32_t function) { return FlowCheck(context, function).Run(); }

}  // namespace writ::bytecode::verify
