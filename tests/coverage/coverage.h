// Which rows of the tables no case reaches: every diagnostic that a case can show, opcode, builtin, field, kind, window and aggregate,
// and every choice of the grammar and word of the lexer has at least one case. What a case cannot reach has its reason beside it in coverage.cc.
#pragma once

#include <string>
#include <vector>

#include "tests/support/case_files.h"
#include "tests/support/case_run.h"

namespace writ::test {

// "opcode neg_decimal", one a line, in the order of the tables.
std::vector<std::string> MissingRows(const Reached& reached, const std::vector<NamedCase>& cases);

}  // namespace writ::test
