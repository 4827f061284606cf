// Rows of the tables against what the cases reach.
#include "tests/coverage/coverage.h"

#include "base/diagnostics.h"
#include "tests/coverage/grammar.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/model_tables.h"

namespace writ::test {

std::vector<std::string> MissingRows(const Reached& reached, const std::vector<NamedCase>& cases) {
  std::vector<std::string> missing;
  // Configuration and bytecode (W6, W7) are no part of a case.
  for (const DiagnosticInfo& row : AllDiagnostics()) {
    if (row.code[1] == '6' || row.code[1] == '7') continue;
    // Millions of uses (tests/model/spec), and disks that fail (tests/engine), are no matter of a case.
    if (row.code == "W4032" || row.code == "W5007" || row.code == "W5008") continue;
    if (reached.codes.count(std::string(row.code)) == 0) missing.push_back("diagnostic " + std::string(row.code) + " " + std::string(row.title));
  }
  const auto& opcodes = bytecode::AllOpcodes();
  for (std::size_t i = 0; i < opcodes.size(); ++i) {
    if (reached.opcodes.count(static_cast<bytecode::Opcode>(i)) == 0) missing.push_back("opcode " + std::string(opcodes[i].mnemonic));
  }
  const auto& builtins = bytecode::AllBuiltins();
  for (std::size_t i = 0; i < builtins.size(); ++i) {
    if (reached.builtins.count(static_cast<bytecode::BuiltinId>(i)) == 0) {
      missing.push_back("builtin " + std::string(builtins[i].name) + std::string(builtins[i].signature));
    }
  }
  const auto& fields = bytecode::AllFields();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (reached.fields.count(static_cast<bytecode::FieldId>(i)) == 0) {
      missing.push_back("field " + std::string(bytecode::InfoOf(fields[i].owner).name) + "." + std::string(fields[i].name));
    }
  }
  const auto& kinds = bytecode::AllSubjectKinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (reached.kinds.count(static_cast<bytecode::SubjectKind>(i)) == 0) missing.push_back("kind " + std::string(kinds[i].word));
  }
  static constexpr const char* kWindows[] = {"none", "sliding", "tumbling", "session"};
  for (std::size_t i = 0; i < std::size(kWindows); ++i) {
    if (reached.windows.count(static_cast<bytecode::WindowKind>(i)) == 0) missing.push_back(std::string("window ") + kWindows[i]);
  }
  static constexpr const char* kAggregates[] = {"count", "distinct", "sum", "min", "max", "avg", "share", "set", "longest_run", "quantile"};
  for (std::size_t i = 0; i < std::size(kAggregates); ++i) {
    if (reached.aggregates.count(static_cast<bytecode::AggregateKind>(i)) == 0) missing.push_back(std::string("aggregate ") + kAggregates[i]);
  }
  std::set<std::string> steps;
  for (const NamedCase& entry : cases) {
    for (const CaseSection& section : entry.file.sections) {
      if (section.kind == "policy") AddGrammarSteps(section.text, steps);
    }
  }
  for (const std::string& step : GrammarSteps()) {
    if (steps.count(step) == 0) missing.push_back("grammar " + step);
  }
  for (std::size_t i = 0; i < bytecode::AllConditionTests().size(); ++i) {
    if (reached.tests.count(static_cast<bytecode::ConditionTest>(i)) == 0) missing.push_back("condition test " + std::string(bytecode::AllConditionTests()[i].word));
  }
  for (std::size_t i = 0; i < bytecode::AllScreenOps().size(); ++i) {
    if (reached.screen_ops.count(static_cast<bytecode::ScreenOp>(i)) == 0) missing.push_back("screen step " + std::string(bytecode::AllScreenOps()[i].word));
  }
  for (std::size_t i = 0; i < bytecode::AllIndexKinds().size(); ++i) {
    if (reached.indexes.count(static_cast<bytecode::IndexKind>(i)) == 0) missing.push_back("index by " + std::string(bytecode::AllIndexKinds()[i].word));
  }
  for (std::size_t i = 0; i < compiler::AllPasses().size(); ++i) {
    if (reached.passes.count(static_cast<compiler::Pass>(i)) == 0) missing.push_back("pass " + std::string(compiler::AllPasses()[i].name));
  }
  return missing;
}

}  // namespace writ::test
