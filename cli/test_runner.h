// Runs `test` blocks: each is a small run of its own over its fixtures, judged against what it expects. Covered by tests/cli.
#pragma once

#include <string>
#include <vector>

#include "vm/bytecode/verifier.h"

namespace writ::cli {

struct TestResult {
  std::string title, rule, place;       // place: "file:line:column"
  bool passed = false;
  std::vector<std::string> problems;    // what differed, one line each
};

// In the order of the module. `filter`: only tests whose rule or title contains it; empty for all.
std::vector<TestResult> RunTests(const bytecode::VerifiedModule& module, const std::string& filter);

}  // namespace writ::cli
