// Runs the tests of a module, several at once. Covered by tests/cli/testing.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/testing/judge_test.h"

namespace writ::cli {

// The tests that are meant: those whose rule or title contains `filter`, all when it is empty; in the order of the module.
std::vector<const bytecode::Test*> TestsOf(const bytecode::Module& module, const std::string& filter);

// Calls `work(i)` for each i below `count`, `jobs` at a time. What it does for one i must not depend on any other.
void ForEachAtOnce(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

// One result for each test, in their order, whatever `jobs` is.
std::vector<TestResult> RunTests(const bytecode::VerifiedModule& module, const std::vector<const bytecode::Test*>& tests, unsigned jobs);

}  // namespace writ::cli
