// Which parts of the grammar the policies of the cases use. What there is to use is read from the tables of the generated parser and
// lexer, so a new alternative, optional part, loop or word of the grammar needs a case before `writ_cases` passes again.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace writ::test {

// Every choice of the parser ("letClause: nothing at choice 3", "name: KW_AT") and every token of the lexer.
std::vector<std::string> GrammarSteps();
// Those that a policy takes. A policy with syntax errors only counts for its tokens. Not to be called by two threads at once.
void AddGrammarSteps(std::string_view policy, std::set<std::string>& steps);

}  // namespace writ::test
