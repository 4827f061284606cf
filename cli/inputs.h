// What a run reads, from the project and the command line: descriptions, recordings, values of inputs and params.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/project.h"
#include "engine/evaluate.h"
#include "model/spec/api_spec.h"

namespace writ::cli {

// Descriptions as APIs, sorted by name. Those that cannot be used are reported and left out.
std::vector<std::unique_ptr<model::Api>> ReadApis(const Project& project, const std::vector<std::string>& specs, bool has_config, SourceMap& sources,
                                                  const Limits& limits, DiagnosticSink& sink);
// Recordings sorted by the name people are shown.
std::vector<engine::RecordingInput> NameRecordings(const Project& project, const std::vector<std::string>& traffic, bool has_config);
// Overrides of the run from writ.yaml and --input. A short name stands for the input of that name in every policy. False when one is malformed or unknown.
bool BindValues(const bytecode::Module& module, const Project& project, const std::vector<std::string>& inputs, engine::RunOptions& run, DiagnosticSink& sink);
// Reports rules of `required` that do not exist.
void CheckRequired(const bytecode::Module& module, const std::set<std::string>& required, DiagnosticSink& sink);
// "openapi.yaml:3:1: message", for the report.
std::string OneLine(const Diagnostic& diagnostic, const SourceMap& sources);

}  // namespace writ::cli
