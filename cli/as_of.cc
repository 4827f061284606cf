// `--as-of`, or today.
#include "cli/as_of.h"

#include <chrono>
#include <cstdio>

namespace writ::cli {

std::optional<TimePoint> ReadAsOf(const std::string& command, const std::string& text) {
  if (text.empty()) {
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return TimePoint{now / kNanosPerDay * kNanosPerDay, 1};
  }
  if (const auto time = ParseTime(text)) return TimePoint{time->nanos, 1};
  std::fprintf(stderr, "writ %s: `%s` is no time; write --as-of 2026-01-31 or --as-of 2026-01-31T12:00:00Z\n", command.c_str(), text.c_str());
  return std::nullopt;
}

}  // namespace writ::cli
