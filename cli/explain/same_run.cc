// The inputs of a run as a report names them, and the two compared.
#include "cli/explain/same_run.h"

#include <cstdio>
#include <memory>

#include "base/diagnostic_codes.h"
#include "base/digest.h"
#include "base/version.h"
#include "base/mask.h"
#include "report/build_report.h"
#include "report/clean_text.h"
#include "vm/bytecode/codec.h"
#include "vm/machine.h"

namespace writ::cli {

namespace {

using Inputs = std::map<std::pair<std::string, std::string>, std::string>;

// "" when the file cannot be read to its end.
std::string DigestOfFile(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return {};
  Sha256 hash;
  std::string buffer(std::size_t{1} << 20, '\0');
  for (std::size_t size; (size = std::fread(buffer.data(), 1, buffer.size(), file.get())) > 0;) hash.Update({buffer.data(), size});
  return std::ferror(file.get()) != 0 ? std::string() : Hex(hash.Finish());
}

Inputs InputsOf(const PreparedRun& run, const SourceMap& sources) {
  Inputs inputs;
  const auto add = [&](const char* role, const std::string& name, std::string digest) { inputs[{role, report::CleanText(name)}] = std::move(digest); };
  for (const bytecode::PolicyInfo& policy : run.module->module().policies) add("policy", policy.file, policy.digest);
  for (const bytecode::Global& global : run.module->module().globals) {
    if (global.kind == bytecode::GlobalKind::kData) add("data", global.data_path, global.data_digest);
  }
  for (const auto& api : run.apis) {
    for (const model::Document& document : api->documents) {
      const SourceFile& file = sources.file(document.file());
      add("description", file.name(), Hex(Sha256Of(file.text())));
    }
  }
  for (const engine::RecordingInput& recording : run.recordings) add("recording", recording.name, DigestOfFile(recording.path));
  return inputs;
}

// Nothing when the policies cannot run with these values.
std::optional<std::map<std::string, std::string>> ValuesOf(const PreparedRun& run, DiagnosticSink& sink) {
  vm::RunFacts facts;
  facts.now = run.options.now;
  for (const engine::RecordingInput& recording : run.recordings) facts.recording_names.push_back(recording.name);
  const auto program = vm::Program::Load(*run.module, run.options.overrides, facts, run.options.limits);
  if (!program.ok()) {
    sink.ReportInput(DiagnosticCode::kLoadFailed, "policies", program.error(), "give inputs with --input name=value or in writ.yaml");
    return std::nullopt;
  }
  std::map<std::string, std::string> values;
  for (const engine::InputValue& value : engine::ValuesInForce(**program, run.options)) {
    const bool is_secret = IsSecretName(value.name.substr(value.name.rfind('.') + 1));
    values[report::CleanText(value.name)] = is_secret ? "[masked]" : report::CleanText(value.value);
  }
  return values;
}

}  // namespace

bool IsSameRun(const ReadReport& report, const PreparedRun& run, const SourceMap& sources, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  const auto differs = [&](const std::string& input, const std::string& what, const std::string& help) {
    sink.ReportInput(DiagnosticCode::kReportDiffers, input, what, help);
  };
  const std::string again = "name what `writ check` was given when it wrote the report, unchanged, or check again and explain the new report";
  const Inputs inputs = InputsOf(run, sources);
  for (const auto& [key, digest] : report.inputs) {
    const auto& [role, name] = key;
    const auto at = inputs.find(key);
    if (at == inputs.end()) {
      differs(name, "the report was judged on this " + role + ", which this run does not have", again);
    } else if (digest.empty() || at->second.empty()) {
      differs(name, "this " + role + " has no digest to compare: it was not read to its end", again);
    } else if (digest != at->second) {
      differs(name, "this " + role + " is not the one that the report was judged on: " + at->second.substr(0, 12) + "… instead of " + digest.substr(0, 12) + "…", again);
    }
  }
  for (const auto& [key, digest] : inputs) {
    if (report.inputs.count(key) == 0) differs(key.second, "the report was not judged on this " + key.first, again);
  }
  const auto values = ValuesOf(run, sink);
  if (!values) return false;
  for (const auto& [name, value] : report.values) {
    const auto at = values->find(name);
    const std::string now = at == values->end() ? "has no value" : "is " + at->second;
    if (at == values->end() || at->second != value) differs(name, "it was " + value + " for the report, and now it " + now, "give it the same value with --input or in writ.yaml");
  }
  const std::map<std::string, std::uint64_t> limits = report::LimitsInForce(run.options.limits);
  for (const auto& [name, value] : report.limits) {
    const auto at = limits.find(name);
    if (at == limits.end() || std::to_string(at->second) != value) differs("limit " + name, "the report was judged within " + value + ", which is not the bound of this writ", again);
  }
  // Then the policies are the same, and what was made of them is not.
  if (sink.error_count() == errors && report.module_digest != bytecode::DigestOf(run.module->module())) {
    differs("policies", "the report was written by another writ (" + report.tool_version + "; this is " + std::string(kToolVersion) + "), which compiles them otherwise",
            "explain it with the writ that wrote it, or check again");
  }
  return sink.error_count() == errors;
}

}  // namespace writ::cli
