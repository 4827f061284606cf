// Values of params and inputs as people give them: on the command line, in writ.yaml and in `given` clauses of tests.
// Covered by tests/vm/program_test.cc.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "base/result.h"
#include "vm/access.h"
#include "vm/patterns.h"

namespace writ::vm {

// Reads `text` as a value of `type`. Bare notation (`500`, `10m`, `production`, `10.0.0.0/8`), or as a literal of the language
// (`"text"`, `re"…"`, `ip"…"`, `t"…"`, `64KiB`, `50%`). Lists and sets: items between commas, in brackets or bare. Patterns go to
// `patterns`, which must outlive the value as the arena must. The error says what was expected, in one line.
Result<Value> ParseOverride(std::string_view text, const bytecode::TypeTable& types, bytecode::TypeId type, FieldContext& context,
                            Patterns& patterns);

}  // namespace writ::vm
