// JSONPath text → Query, as RFC 9535 writes it: the grammar of appendix A, integers within I-JSON's range (section 2.1), well-typedness of function
// expressions (section 2.4.3). Bounded by Limits::json_path_bytes and json_path_depth. Covered by tests/base/json_path/parse_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/json_path/query.h"
#include "base/limits.h"
#include "base/result.h"

namespace writ::json_path {

// Where a text is no JSONPath, in bytes of it, half open; `begin` is the end of the text when something is missing there.
struct Problem {
  std::size_t begin = 0, end = 0;
  std::string message;   // what was seen: one line, lower case, no full stop
  std::string help;      // what to write instead; may be empty
};

// Nothing, and `problem` says why, when `text` is not a well-formed and well-typed query.
std::optional<Query> Parse(std::string_view text, const Limits& limits, Problem& problem);
// The same where there is no place to point at: the error names the character.
Result<Path> Compile(std::string_view text, const Limits& limits);

}  // namespace writ::json_path
