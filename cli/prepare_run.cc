// Names → what is judged.
#include "cli/prepare_run.h"

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "cli/inputs.h"

namespace writ::cli {

void AddRunOptions(Options& parser, RunNames& names) {
  parser.Text("--config", names.config, "the project's writ.yaml (default: ./writ.yaml when nothing else is named)");
  parser.List("--policies", names.policies, "a folder or file of policies, or a .wpk; repeatable");
  parser.List("--packs", names.packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.List("--spec", names.specs, "an API description (OpenAPI, JSON or YAML); repeatable");
  parser.List("--traffic", names.traffic, "a recording (HAR, or exchanges one a line); repeatable");
  parser.List("--input", names.inputs, "name=value for an input that policies declare; repeatable");
}

std::vector<const model::Api*> PreparedRun::api_list() const {
  std::vector<const model::Api*> list;
  for (const auto& api : apis) list.push_back(api.get());
  return list;
}

std::optional<PreparedRun> PrepareRun(const std::string& command, const RunNames& names, const Limits& limits, SourceMap& sources, DiagnosticSink& sink) {
  PreparedRun run;
  const bool named = !names.policies.empty() || !names.specs.empty() || !names.traffic.empty();
  const bool has_config = !names.config.empty() || (!named && FileExists("writ.yaml"));
  if (has_config) {
    std::optional<Project> loaded = LoadProject(names.config.empty() ? "writ.yaml" : names.config, sources, limits, sink);
    if (!loaded) return std::nullopt;
    run.project = std::move(*loaded);
  }
  run.options.project = run.project.name;
  run.options.limits = limits;
  run.options.gate = run.project.gate;

  run.policies.with_shipped = names.policies.empty();
  if (has_config) AddPoliciesOf(run.project, run.policies);
  run.policies.paths.insert(run.policies.paths.end(), names.policies.begin(), names.policies.end());
  run.policies.packs.insert(run.policies.packs.end(), names.packs.begin(), names.packs.end());
  run.module = LoadVerified(run.policies, sources, limits, sink);
  if (!run.module) return std::nullopt;
  CheckRequired(run.module->module(), run.options.gate.required, sink);
  if (!BindValues(run.module->module(), run.project, names.inputs, run.options, sink)) return std::nullopt;

  // The good ones are judged even when others are not.
  run.apis = ReadApis(run.project, names.specs, has_config, sources, limits, sink);
  run.recordings = NameRecordings(run.project, names.traffic, has_config);
  if (run.apis.empty() && run.recordings.empty()) {
    if (!sink.has_errors()) {
      sink.ReportInput(DiagnosticCode::kNothingToCheck, "writ " + command, "neither a description nor a recording was named",
                       "add --spec openapi.yaml or --traffic session.har, or --config writ.yaml");
    }
    return std::nullopt;
  }
  return run;
}

}  // namespace writ::cli
