// What a test gives, made ready once: descriptions read, recordings at hand, clock, inputs and params fixed. The same fixture can be judged
// by any version of the policies, which is what mutants and coverage need. Covered by tests/cli/testing.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "engine/evaluate.h"
#include "model/spec/api_spec.h"
#include "vm/bytecode/module.h"

namespace writ::cli {

struct Fixture {
  SourceMap sources;
  DiagnosticSink sink;                        // what is wrong with the description
  std::vector<std::unique_ptr<model::Api>> apis;
  std::vector<engine::RecordingInput> recordings;
  engine::RunOptions options;                 // of the rule that the test is for

  std::vector<const model::Api*> Apis() const;
};

// `test` is one of `module`. The clock is 2026-01-01T00:00:00Z unless the test says otherwise, so that no test ages; inputs that it has no
// word about get a value of their type that means nothing.
// `regexes`: of all tests, outlives the fixture.
std::unique_ptr<Fixture> MakeFixture(const bytecode::Module& module, const bytecode::Test& test, RegexCache& regexes);

}  // namespace writ::cli
