// A whole run by the oracle: it finds the subjects itself, reads the recordings itself, and gives one line per rule and subject, so that
// a run of the engine can be compared with it line by line. The wording of lines belongs to the engine, which this layer does not see:
// the caller lends it. Keeps every exchange in memory: for tests and small inputs.
// Covered by tests/oracle/run_test.cc.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/spec/api_spec.h"
#include "oracle/oracle.h"
#include "oracle/watch.h"

namespace writ::oracle {

// How verdicts are written. cli/oracle_run.cc fills it with the engine's.
struct Wording {
  // The name of the subject of a rule, and of the group with these key texts.
  std::function<std::string(const bytecode::Rule&, std::span<const vm::Value>)> subject;
  std::function<std::string(const bytecode::Rule&, const std::vector<std::string>&)> group;
  // Why a value is not known (causes, 1 + FieldId or 0), and what a trap is.
  std::function<std::string(std::uint32_t, std::uint16_t)> unknown;
  std::function<std::string(vm::TrapKind)> trap;
  std::function<std::vector<std::string>(const bytecode::Rule&, const vm::SubjectOutcome&)> reasons;
  std::function<std::string(std::string_view rule, std::string_view subject, vm::SubjectVerdict, const std::vector<std::string>&)> line;
};

struct Recording {
  std::string path;    // to open
  std::string name;    // shown to people
  std::string text;    // instead of a file, when `path` is empty
  bool sampled = false;   // not every exchange was recorded
};

struct RunInput {
  const compiler::ir::Program* program = nullptr;
  OutsideValue outside;
  std::vector<const model::Api*> apis;
  std::vector<Recording> recordings;
  vm::RunFacts facts;
  Limits limits;
  std::set<std::string> only_rules;   // by id; empty: all
  RegexCache* regexes = nullptr;      // where patterns stay compiled, when wanted
  Observer observe;                   // null: nobody
  const Watch* watch = nullptr;       // null: nobody
};

// Sorted lines. Trouble with recordings goes to `sink`.
std::vector<std::string> RunOracle(const RunInput& input, const Wording& wording, DiagnosticSink& sink);

}  // namespace writ::oracle
