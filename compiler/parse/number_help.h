// What somebody meant who wrote `10min`, `1_` or `0x1F`. Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace writ::compiler {

// The help text for a word that begins with a digit and is neither a number nor a duration nor a size.
std::string NumberHelp(std::string_view word);

}  // namespace writ::compiler
