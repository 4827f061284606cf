// The `expressions` section of a case: a table of expressions, each judged for every subject of a kind. It stands for a policy with one
// rule per expression, so that whatever holds for policies (every way of running, the oracle) holds for the table.
// Covered by tests/conformance, whose `values` sections come out of it.
#pragma once

#include <map>
#include <string>

#include "compiler/ir/ir.h"
#include "tests/support/case_file.h"

namespace writ::test {

// "=== expressions exchange x": what follows `for each`, then one expression a line. Lines that begin with `#` are comments; those
// that begin with `let` stand in every rule after them; `const`, `data`, `fn`, `import`, `input` and `param` in the policy.
std::string ExpressionsPolicy(const CaseSection& section);

// By rule id, the inferred type of each expression.
std::map<std::string, std::string> ExpressionTypes(const compiler::ir::Program& program);

// "x.status : int? = 200", or one line below per subject if there are several; from the lines of `verdicts`.
std::string PrintValues(const CaseSection& section, const std::map<std::string, std::string>& types, const std::string& verdicts);

}  // namespace writ::test
