// What changed between two texts, line by line, in the unified format that `patch` reads. Covered by tests/cli/fmt_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace writ::cli {

// "" when they are equal. `name` heads the difference as a/NAME and b/NAME. Three lines of context.
std::string UnifiedDiff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace writ::cli
