// Literals as other languages write them, `r"…"` and `/…/i`, and what they are here. Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace writ::compiler {

struct ForeignLiteral {
  std::uint32_t end = 0;     // byte offset behind it
  std::string meant;         // `re"…"`
  bool is_pattern = true;    // else another literal, in single quotes
};

// A word with a quotation mark directly behind it: `r"…"`, `regex'…'`, `ip'…'`. `word_end`: offset of the mark. Nothing when the word is none
// of them, or the literal is not closed on its line.
std::optional<ForeignLiteral> ReadPrefixed(std::string_view text, std::string_view word, std::uint32_t word_end);
// `/…/flags` where the slash at `begin` can divide nothing. Nothing when there is no second slash on the line.
std::optional<ForeignLiteral> ReadSlashed(std::string_view text, std::uint32_t begin);

}  // namespace writ::compiler
