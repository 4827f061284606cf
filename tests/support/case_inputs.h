// What a case says of its run and of its API descriptions; tests/conformance/README.md has the notation.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/time.h"
#include "engine/evaluate.h"
#include "model/spec/api_spec.h"
#include "tests/support/case_file.h"
#include "vm/machine.h"

namespace writ::test {

// What the `options` section says.
struct CaseOptions {
  TimePoint now = *ParseTime("2026-01-01T00:00:00Z");
  std::vector<vm::Program::Override> overrides;
  engine::GateOptions gate;
  Limits limits;
  bool ordered = false, fingerprints = false, shipped = false;
  bool related = false;       // one exchange more, or one file more, shows in the verdicts
  std::vector<std::string> problems;   // lines that are not understood
};

CaseOptions ReadCaseOptions(const CaseFile& file);

// A `spec` section: "shop exposure=public hosts=a.example,b.example" is the name and what writ.yaml would say of the API. Null, with diagnostics,
// when it cannot be read.
std::unique_ptr<model::Api> ReadCaseSpec(const CaseSection& section, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::test
