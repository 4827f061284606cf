// What a run needs, from the options of a command: a project or named files → policies, values, descriptions, recordings. `writ check` judges
// with it, `writ explain` judges again. Covered by tests/cli/exit_codes_test.cc and
// tests/cli/explain_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/policies.h"
#include "cli/project.h"
#include "engine/evaluate.h"
#include "model/spec/api_spec.h"
#include "vm/bytecode/verifier.h"

namespace writ::cli {

// What the options name.
struct RunNames {
  std::string config;
  std::vector<std::string> policies, packs, specs, traffic, inputs;
};
void AddRunOptions(Options& parser, RunNames& names);

struct PreparedRun {
  Project project;
  PolicyRequest policies;
  std::optional<bytecode::VerifiedModule> module;        // there, once prepared
  engine::RunOptions options;                            // project, gate and values of inputs; the rest is the command's
  std::vector<std::unique_ptr<model::Api>> apis;         // sorted by name
  std::vector<engine::RecordingInput> recordings;        // sorted by name

  std::vector<const model::Api*> api_list() const;
};

// Nothing, with diagnostics in `sink`, when there is nothing that could be judged. Descriptions that cannot be used are diagnostics too, and
// the others are judged all the same.
std::optional<PreparedRun> PrepareRun(const std::string& command, const RunNames& names, const Limits& limits, SourceMap& sources, DiagnosticSink& sink);

}  // namespace writ::cli
