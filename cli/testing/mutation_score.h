// How many small changes of the rules the tests notice. Covered by tests/cli/testing/mutants_test.cc.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/testing/mutants.h"
#include "cli/testing/run_tests.h"

namespace writ::cli {

struct Survivor {
  std::string rule;         // the first that it reaches
  Span span;
  std::string change;       // as of Mutant
  bool has_test = false;    // some test is for a rule that it reaches
};

struct MutationScore {
  std::size_t planted = 0;
  std::vector<Survivor> survivors;      // by position
  // Whole percent, rounded down; 100 when there was nothing to change.
  unsigned Percent() const { return planted == 0 ? 100 : static_cast<unsigned>((planted - survivors.size()) * 100 / planted); }
};

// Plants each mutant of `program` (as analysed, before any pass; it is as before afterwards, but for nodes and constants that nothing uses),
// compiles its rules and runs their tests until one fails. `module` was made of the program, and `tests`, of that module, pass on it.
// `progress`: told how many of how many are done.
MutationScore MeasureMutationScore(compiler::ir::Program& program, const bytecode::VerifiedModule& module, const SourceMap& sources,
                                   const std::vector<const bytecode::Test*>& tests, unsigned jobs,
                                   const std::function<void(std::size_t, std::size_t)>& progress);

// Each survivor with its line, then the score.
std::string RenderMutationScore(const MutationScore& score, const SourceMap& sources, bool colour);

}  // namespace writ::cli
