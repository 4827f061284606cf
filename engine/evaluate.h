// One run: verified policies × descriptions × recordings → Evaluation. evaluate.cc is the sentence; each stage is one function.
// Results do not depend on the number of threads, the order of inputs, the locale, the folder or the machine.
// Covered by tests/engine/*_test.cc and every .case file.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "engine/profile.h"
#include "engine/results.h"
#include "model/spec/api_spec.h"
#include "vm/machine.h"

namespace writ::engine {

// What fails a run. Defaults are those of docs/language.md, "Verdicts"; `error` always fails.
struct GateOptions {
  bytecode::Severity fail_on = bytecode::Severity::kHigh;
  bool fail_on_indeterminate = true;   // only where the source should have shown it
  bool fail_on_vacuous = true;         // only for the project's own policies
  std::set<std::string> required;      // rules that must be evaluated
};

struct RecordingInput {
  std::string path;    // to open
  std::string name;    // shown to people; relative
  std::string text;    // instead of a file, when `path` is empty (tests)
  bool sampled = false;   // not every exchange was recorded
};

struct RunOptions {
  std::string project;
  TimePoint now;
  unsigned jobs = 1;
  GateOptions gate;
  Limits limits;
  std::vector<vm::Program::Override> overrides;   // params and inputs, by full name
  std::vector<std::string> override_sources;      // of each: "writ.yaml", "--input"
  std::vector<std::string>* trace = nullptr;      // one line per rule and subject, sorted (engine/trace.h), when wanted
  std::vector<RuleProfile>* profile = nullptr;    // by rule of the module, when wanted
  RegexCache* regexes = nullptr;                  // where patterns stay compiled from run to run, when wanted
  std::set<std::string> only_rules;               // empty: all; tests run one
  // Called before a recording is read, with what it cannot show: one line for people.
  std::function<void(const std::string&)> announce;
  // Called now and then while a recording is read: its name and the exchanges read so far.
  std::function<void(const std::string&, std::uint64_t)> progress;
};

// The params and inputs of a loaded program with the values that they have, sorted by name.
std::vector<InputValue> ValuesInForce(const vm::Program& program, const RunOptions& options);

// Reads the recordings and judges everything. `apis` are sorted by name; problems with recordings go to `sink`. The error is a policy that
// cannot be loaded with these overrides.
Result<Evaluation> Evaluate(const bytecode::VerifiedModule& module, const std::vector<const model::Api*>& apis,
                            const std::vector<RecordingInput>& recordings, const RunOptions& options, const SourceMap& sources,
                            DiagnosticSink& sink);

}  // namespace writ::engine
