// The time of a run: what `--as-of` says, else the start of the current UTC day. Nothing else asks the machine's clock.
// Covered by tests/cli/exit_codes_test.cc.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"

namespace writ::cli {

// Exact, as times are that a policy writes down. "" is today. Nothing, said on standard error, when it is no time.
std::optional<TimePoint> ReadAsOf(const std::string& command, const std::string& text);

}  // namespace writ::cli
