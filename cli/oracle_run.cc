// What the engine hands to the machine, handed to the oracle.
#include "cli/oracle_run.h"

#include <algorithm>

#include "engine/collector.h"
#include "engine/identity.h"
#include "engine/trace.h"

namespace writ::cli {

oracle::Wording EngineWording() {
  oracle::Wording wording;
  wording.subject = [](const bytecode::Rule& rule, std::span<const vm::Value> subject) { return engine::IdentityOf(rule, subject).text; };
  wording.group = [](const bytecode::Rule& rule, const std::vector<std::string>& keys) { return engine::IdentityOfGroup(rule, keys).text; };
  wording.unknown = [](std::uint32_t causes, std::uint16_t field) { return engine::UnknownText(causes, field); };
  wording.trap = [](vm::TrapKind trap) { return engine::TrapText(trap); };
  wording.reasons = [](const bytecode::Rule& rule, const vm::SubjectOutcome& outcome) { return engine::TraceReasons(rule, outcome); };
  wording.line = [](std::string_view rule, std::string_view subject, vm::SubjectVerdict verdict, const std::vector<std::string>& reasons) {
    return engine::TraceLine(rule, subject, verdict, reasons);
  };
  return wording;
}

Result<OracleRun> PrepareOracle(const compiler::ir::Program& program, const bytecode::VerifiedModule& module, std::vector<const model::Api*> apis,
                                const std::vector<engine::RecordingInput>& recordings, const engine::RunOptions& options) {
  OracleRun run;
  run.input.program = &program;
  run.input.apis = std::move(apis);
  run.input.limits = options.limits;
  run.input.regexes = options.regexes;
  run.input.only_rules = options.only_rules;
  run.input.facts.now = options.now;
  for (const engine::RecordingInput& recording : recordings) {
    run.input.facts.recording_names.push_back(recording.name);
    run.input.recordings.push_back({recording.path, recording.name, recording.text, recording.sampled});
  }
  auto loaded = vm::Program::Load(module, options.overrides, run.input.facts, options.limits, options.regexes);
  if (!loaded.ok()) return Error{loaded.error()};
  run.values = std::move(*loaded);
  // The oracle works out params by itself, unless they are overridden.
  run.input.outside = [values = run.values.get(), &overrides = options.overrides](std::uint32_t index) -> std::optional<vm::Value> {
    const bytecode::Global& global = values->module().globals[index];
    const std::string short_name = global.name.substr(global.name.rfind('.') + 1);
    const bool given = std::any_of(overrides.begin(), overrides.end(), [&](const auto& o) { return o.name == global.name || o.name == short_name; });
    return global.kind != bytecode::GlobalKind::kParam || given ? std::optional<vm::Value>(values->global(index)) : std::nullopt;
  };
  return run;
}

}  // namespace writ::cli
