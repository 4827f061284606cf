// One run through the oracle and through compiler, verifier, machine and engine, each giving its lines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "cli/oracle_run.h"
#include "compiler/compile.h"
#include "engine/evaluate.h"
#include "model/spec/read_api.h"
#include "vm/bytecode/verifier.h"

namespace writ::test {

class Both {
 public:
  // What a run is made of. Files are added by their text or from disk.
  void AddPolicy(const std::string& name, std::string text) { policies_.push_back({sources_.Add(name, std::move(text)), false}); }
  void AddSpec(const std::string& name, std::string text, const model::ApiMetadata& metadata = {}, std::vector<std::string> hosts = {}) {
    auto api = model::ReadApi(sources_.Add(name, std::move(text)), metadata, sources_, limits, sink);
    if (api == nullptr) return;
    api->hosts = std::move(hosts);
    apis_.push_back(std::move(api));
  }
  void AddRecording(const std::string& name, std::string text) { recordings_.push_back({"", name, std::move(text)}); }
  void AddRecordingFile(const std::string& name, const std::string& path) { recordings_.push_back({path, name, ""}); }
  void Override(const std::string& name, const std::string& text) { overrides_.push_back({name, text}); }

  // Analyses and emits. False, with diagnostics in `sink`, when the policies do not compile.
  bool Compile() {
    compiler::CompileOptions options;
    options.limits = limits;
    options.load = load;
    program_ = compiler::Analyse(policies_, sources_, options, sink);
    if (!program_) return false;
    module_ = compiler::Emit(*program_, sources_, sink);
    return module_.has_value();
  }
  // Between Compile and Lines of the engine: a fault can be planted here.
  bytecode::Module& module() { return *module_; }
  const compiler::ir::Program& program() const { return *program_; }

  std::vector<std::string> EngineLines(unsigned jobs = 1) {
    auto verified = bytecode::Verify(*module_);
    if (!verified.ok()) return {"not verified: " + verified.error()};
    std::vector<std::string> lines;
    engine::RunOptions options;
    options.now = now;
    options.jobs = jobs;
    options.limits = limits;
    options.overrides = overrides_;
    options.trace = &lines;
    const auto evaluation = engine::Evaluate(*verified, Apis(), recordings_, options, sources_, sink);
    return evaluation.ok() ? lines : std::vector<std::string>{"not loaded: " + evaluation.error()};
  }

  std::vector<std::string> OracleLines(const oracle::Watch* watch = nullptr) {
    auto verified = bytecode::Verify(*module_);
    if (!verified.ok()) return {"not verified: " + verified.error()};
    engine::RunOptions options;
    options.now = now, options.limits = limits, options.overrides = overrides_;
    auto run = cli::PrepareOracle(*program_, *verified, Apis(), recordings_, options);
    if (!run.ok()) return {"not loaded: " + run.error()};
    run->input.watch = watch;
    return oracle::RunOracle(run->input, cli::EngineWording(), sink);
  }

  Limits limits;
  TimePoint now{1'767'225'600'000'000'000, 1'000'000'000};   // 2026-01-01T00:00:00Z
  DiagnosticSink sink;
  std::function<Result<std::string>(const std::string&, const std::string&)> load = [](const std::string&, const std::string& path) {
    return Result<std::string>(Error{"no file `" + path + "` here"});
  };

 private:
  std::vector<const model::Api*> Apis() const {
    std::vector<const model::Api*> out;
    for (const auto& api : apis_) out.push_back(api.get());
    return out;
  }

  SourceMap sources_;
  std::vector<compiler::PolicySource> policies_;
  std::vector<std::unique_ptr<model::Api>> apis_;
  std::vector<engine::RecordingInput> recordings_;
  std::vector<vm::Program::Override> overrides_;
  std::optional<compiler::ir::Program> program_;
  std::optional<bytecode::Module> module_;
};

}  // namespace writ::test
