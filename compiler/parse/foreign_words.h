// Words of other languages that people type into a policy, and what to write instead. The parser uses them where a word cannot stand;
// the checker may use them for names it does not know. Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <string_view>

namespace writ::compiler {

// Help for a word such as `if`, `null` or `return`; empty for words with no such history.
std::string_view ForeignWordHelp(std::string_view word);

}  // namespace writ::compiler
