// `--as-of`, or today.
#include "cli/as_of.h"

#include <chrono>
#include <cstdio>

namespace writ::cli {

namespace {

TimePoint Pinned(std::int64_t nanos) {
  TimePoint time{nanos, 1};
  while (time.precision < kNanosPerSecond && nanos % (time.precision * 10) == 0) time.precision *= 10;
  return time;
}

}  // namespace

std::optional<TimePoint> ReadAsOf(const std::string& command, const std::string& text) {
  if (text.empty()) {
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return Pinned(now / kNanosPerDay * kNanosPerDay);
  }
  if (const auto time = ParseTime(text)) return Pinned(time->nanos);
  std::fprintf(stderr, "writ %s: `%s` is no time; write --as-of 2026-01-31 or --as-of 2026-01-31T12:00:00Z\n", command.c_str(), text.c_str());
  return std::nullopt;
}

}  // namespace writ::cli
