// Judges one test: its rule on its fixture, against what it expects. Covered by tests/cli/testing.
#pragma once

#include <string>
#include <vector>

#include "cli/testing/fixture.h"
#include "vm/bytecode/verifier.h"

namespace writ::cli {

// A line of the difference between what a test expects and what it got, in the order in which a reader compares them.
struct TestLine {
  enum class Kind : std::uint8_t { kMet, kMissing, kUnexpected, kTrouble };
  Kind kind = Kind::kMet;
  std::string text;
};

struct TestResult {
  std::string title, rule, place;       // place: "file:line:column"
  bool passed = false;
  std::vector<TestLine> lines;
};

// `test` is one of the module.
TestResult JudgeTest(const bytecode::VerifiedModule& module, const bytecode::Test& test, const Fixture& fixture);

// A line with its mark: ` ` met, `-` expected and not seen, `+` seen and not expected, `!` trouble.
std::string Marked(const TestLine& line);

}  // namespace writ::cli
