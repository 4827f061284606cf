// UTF-8: validation with a position, counting, and making foreign text safe to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace writ {

// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629); nothing if all is well.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);
// The text with every ill-formed byte replaced by U+FFFD.
std::string RepairUtf8(std::string_view text);
std::size_t CodePointCount(std::string_view text);
// `count` code points from the `first`.
std::string_view CodePointSlice(std::string_view text, std::size_t first, std::size_t count);
// Control characters (C0, C1, DEL, bidirectional overrides) become visible escapes, so that text from an input cannot steer a
// terminal; tabs become one space. Ill-formed bytes become U+FFFD.
std::string SanitizeForTerminal(std::string_view text);
// Appends one code point; surrogates and values above U+10FFFF become U+FFFD.
void AppendUtf8(std::string& out, std::uint32_t code_point);

}  // namespace writ
