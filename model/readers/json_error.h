// Where and why a text is no JSON (RFC 8259). The fast reader only knows that something is wrong; this slow,
// strict scan runs once, after a failure, and says what a person needs. Covered by
// tests/model/readers/json_reader_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace writ::model {

struct JsonError {
  std::size_t begin = 0;  // byte offsets into the text
  std::size_t end = 0;
  std::string message;  // what was seen, in the form of a diagnostic
  std::string help;
};

// The first error of `text` from `offset` on; nothing if it is one JSON value. Linear, without recursion; one
// bit of memory a level.
std::optional<JsonError> FindJsonError(std::string_view text, std::size_t offset);

// True for exactly the number syntax of RFC 8259, section 6.
bool IsJsonNumber(std::string_view text);

// The text of a JSON string without its quotes, escapes undone. Nothing for an unknown escape, a lone
// surrogate or a control character.
std::optional<std::string> UnescapeJson(std::string_view body);

}  // namespace writ::model
