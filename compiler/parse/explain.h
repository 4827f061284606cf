// The words of a syntax error: what was seen, in which clause, and what to type. Knows nothing of the parser that found it.
// Covered by tests/compiler/parse/errors_test.cc, which pins the texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "compiler/parse/token.h"

namespace writ::compiler {

// One place where the text left the grammar.
struct Mistake {
  std::string_view construct;         // "a `require` clause"; empty if nothing better is known than the file
  std::string_view example;           // of that construct
  std::vector<std::size_t> expected;  // token types that could stand here
  bool wants_type = false;
  bool wants_clause = false;          // between the clauses of a rule, detector or test
  bool at_end = false;                // the item ends here
  bool complete = false;              // what came before could have ended here
  Token found;
  std::string_view found_text;
  std::size_t before = 0;             // type of the token before; 0 if none
  std::string_view before_text;
};

struct Explanation {
  DiagnosticCode code;
  std::string message;
  std::string help;
};
Explanation Explain(const Mistake& mistake);

}  // namespace writ::compiler
