// Faults in lowering, as changes of the emitted code. Each keeps the module well formed, so that only a case can notice.
#include "tests/coverage/planted_faults.h"

#include <algorithm>
#include <iterator>

#include "tests/support/case_run.h"
#include "tests/support/parallel.h"
#include "vm/bytecode/instruction.h"

namespace writ::test {

using bytecode::Function;
using bytecode::Instruction;
using bytecode::Module;
using bytecode::Opcode;

namespace {

// Applies `change` to every instruction with the opcode.
std::function<void(Module&)> Each(Opcode op, std::function<Instruction(Instruction, const Function&)> change) {
  return [op, change](Module& module) {
    for (Function& function : module.functions) {
      for (Instruction& instruction : function.code) {
        if (bytecode::OpcodeOf(instruction) == op) instruction = change(instruction, function);
      }
    }
  };
}

std::function<void(Module&)> Swap(Opcode op) {
  return Each(op, [op](Instruction i, const Function&) { return bytecode::EncodeAbc(op, bytecode::A(i), bytecode::C(i), bytecode::B(i)); });
}

std::function<void(Module&)> Replace(Opcode op, Opcode with) {
  return Each(op, [with](Instruction i, const Function&) { return (i & ~0xffu) | static_cast<std::uint32_t>(with); });
}

// Copies its first operand instead of doing what it should.
std::function<void(Module&)> Drop(Opcode op) {
  return Each(op, [](Instruction i, const Function&) { return bytecode::EncodeAbc(Opcode::kMove, bytecode::A(i), bytecode::B(i)); });
}

// Reads the next field of the same record and type.
void WrongField(Module& module) {
  const auto& fields = bytecode::AllFields();
  for (Function& function : module.functions) {
    for (bytecode::FieldId& field : function.fields) {
      const auto& right = bytecode::InfoOf(field);
      for (std::size_t step = 1; step < fields.size(); ++step) {
        const std::size_t other = (static_cast<std::size_t>(field) + step) % fields.size();
        if (fields[other].owner != right.owner || fields[other].type != right.type) continue;
        field = static_cast<bytecode::FieldId>(other);
        break;
      }
    }
  }
  // What a rule says that it reads has to be at least that.
  for (bytecode::Rule& rule : module.rules) {
    rule.fields.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      rule.fields.push_back(static_cast<bytecode::FieldId>(i));
      rule.captures |= fields[i].capture;
    }
  }
}

}  // namespace

const std::vector<PlantedFault>& PlantedFaults() {
  static const std::vector<PlantedFault> faults = {
      {"operands of a comparison swapped", Swap(Opcode::kLtInt)},
      {"operands of a subtraction swapped", Swap(Opcode::kSubInt)},
      {"`and` jumps where `or` does", Replace(Opcode::kJumpIfFalse, Opcode::kJumpIfTrue)},
      {"`or` combined as `and`", Replace(Opcode::kOr, Opcode::kAnd)},
      {"another field is read", WrongField},
      {"`not` left out", Drop(Opcode::kNot)},
      {"`all` not closed", Drop(Opcode::kCloseAll)},
      {"`any` not closed", Drop(Opcode::kCloseAny)},
      {"`<=` lowered as `<`", Replace(Opcode::kLeInt, Opcode::kLtInt)},
      {"matching a part instead of the whole", Replace(Opcode::kMatches, Opcode::kContainsRegex)},
      {"`is known` lowered as `has`", Replace(Opcode::kIsKnown, Opcode::kHas)},
      {"the default of `??` always taken", Each(Opcode::kJumpUnlessAbsent, [](Instruction i, const Function&) { return bytecode::EncodeAsbx(Opcode::kJumpUnlessAbsent, bytecode::A(i), 0); })},
  };
  return faults;
}

std::vector<std::string> CasesThatNotice(const PlantedFault& fault, const std::vector<NamedCase>& cases) {
  static constexpr const char* kKinds[] = {"verdicts", "rules", "findings", "values"};
  std::vector<char> differs(cases.size(), 0);
  EachAtOnce(cases.size(), [&](std::size_t i) {
    const CaseFile& file = cases[i].file;
    if (std::none_of(std::begin(kKinds), std::end(kKinds), [&](const char* kind) { return file.Find(kind) != nullptr; })) return true;
    const Shown shown = RunChanged(file, fault.plant);
    if (shown.empty() || shown.count("refused") != 0) return true;
    for (const char* kind : kKinds) {
      const CaseSection* section = file.Find(kind);
      const auto seen = shown.find(kind);
      if (section != nullptr && seen != shown.end() && seen->second != section->text) differs[i] = 1;
    }
    return true;
  });
  std::vector<std::string> noticed;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (differs[i] != 0) noticed.push_back(cases[i].name);
  }
  return noticed;
}

}  // namespace writ::test
