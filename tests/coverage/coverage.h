// Which rows of the tables no case reaches: every diagnostic of the checker, opcode, builtin, field, kind, window and aggregate has
// at least one case. What a case cannot reach has its reason beside it in coverage.cc.
#pragma once

#include <string>
#include <vector>

#include "tests/support/case_run.h"

namespace writ::test {

void AddReached(Reached& to, const Reached& from);
// "opcode neg_decimal", one a line, in the order of the tables.
std::vector<std::string> MissingRows(const Reached& reached);

}  // namespace writ::test
