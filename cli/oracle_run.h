// A run of the engine made ready for the oracle: the same values from outside, the same inputs, the engine's wording of verdicts.
#pragma once

#include <memory>
#include <vector>

#include "base/result.h"
#include "engine/evaluate.h"
#include "oracle/run.h"
#include "vm/bytecode/verifier.h"

namespace writ::cli {

// The engine's wording, lent to the oracle so that lines of both can be compared byte by byte.
oracle::Wording EngineWording();

struct OracleRun {
  std::unique_ptr<vm::Program> values;   // what `input.outside` looks at
  oracle::RunInput input;
};

// `module` was made from `program` alone, so that both number their globals alike. All arguments outlive the run. Errors: as of
// vm::Program::Load.
Result<OracleRun> PrepareOracle(const compiler::ir::Program& program, const bytecode::VerifiedModule& module, std::vector<const model::Api*> apis,
                                const std::vector<engine::RecordingInput>& recordings, const engine::RunOptions& options);

}  // namespace writ::cli
