// I-Regexp (RFC 9485), the patterns of match() and search() in JSONPath, checked by its own grammar and turned into RE2. Covered by
// tests/base/json_path/i_regexp_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/limits.h"
#include "base/regex.h"

namespace writ::json_path {

// Nothing for what is no I-Regexp, is longer than Limits::i_regexp_bytes, or passes what RE2 takes: repetition above 1,000, and unassigned
// characters (`\p{Cn}`, `\P{C}` …) inside a class with `^`. A function that is given such a pattern matches nothing (RFC 9535 section 2.4.6).
std::optional<Regex> CompileIRegexp(std::string_view pattern, const Limits& limits);

}  // namespace writ::json_path
