// Byte-level encodings that recordings use: percent-encoding (RFC 3986 section 2.1), base64 (RFC 4648), JSON
// string escapes (RFC 8259 section 7). All are total: what cannot be decoded is kept or refused, never an
// error of ours. Covered by tests/model/traffic/encoding_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"

namespace writ::model {

// Decodes `%XX` once; a `%` without two hexadecimal digits stays. `plus_is_space`: form encoding. Gives
// `text` itself when there is nothing to decode.
std::string_view PercentDecode(std::string_view text, bool plus_is_space, Arena& arena);
// Standard and URL alphabets, with or without padding, white space skipped. Nothing when it is not base64.
std::optional<std::string_view> Base64Decode(std::string_view text, Arena& arena);
// The inside of a JSON string. Lone surrogates become U+FFFD, broken escapes `?`.
std::string_view UnescapeJson(std::string_view text, Arena& arena);
// ASCII only. Gives `text` itself when nothing changes.
std::string_view LowerCase(std::string_view text, Arena& arena);
std::string_view UpperCase(std::string_view text, Arena& arena);
bool EqualsIgnoringCase(std::string_view a, std::string_view b);
// Without spaces and tabs at both ends.
std::string_view Trim(std::string_view text);

}  // namespace writ::model
