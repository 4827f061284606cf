// Glob patterns over '/'-separated paths: `*` within a segment, `**` across segments, `?` one character.
#pragma once

#include <string_view>

namespace writ {
bool GlobMatches(std::string_view pattern, std::string_view path);
}  // namespace writ
