// Runs a case every way there is: the machine with one thread and with several, after encoding and decoding, with its inputs in
// another order, with each pass of the compiler alone and left out, and the oracle. All of them must agree, and agree with the case.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/opt/optimise.h"
#include "tests/support/case_file.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/module.h"

namespace writ::test {

// What a run shows, by kind of expectation; "diagnostics" is always there.
using Shown = std::map<std::string, std::string>;

// The rows of the tables that a case reaches.
struct Reached {
  std::set<std::string> codes;                   // of diagnostics
  std::set<bytecode::Opcode> opcodes;
  std::set<bytecode::FieldId> fields;
  std::set<bytecode::BuiltinId> builtins;
  std::set<bytecode::SubjectKind> kinds;
  std::set<bytecode::AggregateKind> aggregates;
  std::set<bytecode::WindowKind> windows;
  std::set<bytecode::ConditionTest> tests;
  std::set<bytecode::ScreenOp> screen_ops;
  std::set<bytecode::IndexKind> indexes;
  std::set<compiler::Pass> passes;               // whose absence shows in the bytecode
};

void AddReached(Reached& to, const Reached& from);

struct CaseResult {
  Shown shown;
  bool compiled = false;
  std::vector<std::string> problems;             // ways that do not agree, one text each
  Reached reached;
};

// Every way. Where a way disagrees with the plain run, `problems` says which, and how.
CaseResult RunCase(const CaseFile& file);
// One run by the machine of a module that `change` has had its hands on. Nothing when the case does not compile; "refused" is there
// when the verifier refuses the module.
Shown RunChanged(const CaseFile& file, const std::function<void(bytecode::Module&)>& change);

// What a case expects and does not get, one text each; empty when all is well.
std::vector<std::string> CompareCase(const CaseFile& file, const CaseResult& result);
// The case with what came out instead of what was expected. New cases get the sections that show most.
CaseFile UpdateCase(const CaseFile& file, const CaseResult& result);
// "-old\n+new\n", the lines that differ.
std::string DifferingLines(const std::string& expected, const std::string& seen);

}  // namespace writ::test
