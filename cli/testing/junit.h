// Results of tests as JUnit XML, which continuous integration shows. Covered by tests/cli/testing/junit_test.cc.
#pragma once

#include <string>
#include <vector>

#include "cli/testing/judge_test.h"

namespace writ::cli {

// One suite for each rule, in the order of first appearance. No times: the same tests give the same bytes.
std::string RenderJunit(const std::vector<TestResult>& results);

}  // namespace writ::cli
