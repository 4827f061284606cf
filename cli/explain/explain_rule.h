// What a rule means to somebody who meets it: what it asks for and why, what it reads and costs, which sources can decide it, and by its own tests
// what passes and what does not. Covered by tests/cli/explain_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/bytecode/module.h"

namespace writ::cli {

// Paragraphs of running text, wrapped and indented.
std::string Wrap(std::string_view text, std::size_t indent);

// `tests`: of the rule, for before and after; those of other rules are passed over.
std::string RuleText(const bytecode::Module& module, const bytecode::Rule& rule, const std::vector<bytecode::Test>& tests);

}  // namespace writ::cli
