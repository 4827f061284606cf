// Policy text → balanced tokens. Runs the generated lexer and repairs what can be told from the words alone: brackets and strings
// left open, characters and spellings of other languages, numbers nobody can read. Each is reported once, at its place, and replaced
// by what was meant, so that the parser behind never trips over it again.
// Covered by tests/compiler/parse/errors_test.cc and hostile_test.cc.
#pragma once

#include "base/limits.h"
#include "compiler/parse/reporter.h"
#include "compiler/parse/token.h"

namespace writ::compiler {

// `text` must be well-formed UTF-8. The last token is not EOF: the list just ends.
LexedFile Lex(FileId file, std::string_view text, const Limits& limits, Reporter& reporter);

}  // namespace writ::compiler
