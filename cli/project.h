// writ.yaml: what a project checks, against which policies, and what fails its gate. docs/configuration.md describes every key.
// Covered by tests/cli/project_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "engine/evaluate.h"
#include "model/spec/api_spec.h"

namespace writ::cli {

struct ApiConfig {
  model::ApiMetadata metadata;
  std::vector<std::string> descriptions;   // paths, relative to the folder of writ.yaml
  std::vector<std::string> hosts;
};

struct RecordingConfig {
  std::string path;                        // relative to the folder of writ.yaml
  bool sampled = false;                    // not every exchange was recorded
};

// What `writ lint` is told for the whole project.
struct LintConfig {
  bool strict = false;
  std::vector<std::string> allow;          // codes or names of lints; they exist
};

struct Project {
  std::string folder = ".";                // of writ.yaml; paths below are relative to it
  std::string name;
  std::vector<ApiConfig> apis;             // in the order of the file
  std::vector<RecordingConfig> traffic;
  std::vector<std::string> policies;
  std::vector<std::string> packs;          // where packs are that others require
  bool stdlib = true;
  std::vector<std::pair<std::string, std::string>> inputs, params;
  engine::GateOptions gate;
  LintConfig lint;
};

// Codes and names of all lints, for "did you mean".
std::vector<std::string> LintNames();

// Reads `path`. Nothing, with diagnostics, when it cannot be used.
std::optional<Project> LoadProject(const std::string& path, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::cli
