// Time as nanoseconds since the Unix epoch, UTC, with the precision that its source had. No wall clock is read here.
// Covered by tests/base/time_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace writ {

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = 86'400 * kNanosPerSecond;

// INVARIANT: nanos is a multiple of precision; precision is a power of ten from 1 (ns) to 10^9 (s), or a day.
struct TimePoint {
  std::int64_t nanos = 0;
  std::int64_t precision = 1;  // nanoseconds
  friend bool operator==(const TimePoint&, const TimePoint&) = default;
};

// RFC 3339 with optional fraction; a zone is `Z`, `±hh:mm` or missing (read as UTC). A date alone has the precision of a day.
// Years 1678 to 2261 (what 64-bit nanoseconds hold); a leap second reads as the second before. Nothing for anything else.
std::optional<TimePoint> ParseTime(std::string_view text);
// "2026-01-01T00:00:00Z", with as many fraction digits as the precision has.
std::string FormatTime(const TimePoint& time);
// An exact time, with as many fraction digits as say something.
std::string FormatExactTime(std::int64_t nanos);
// "2026-01-01".
std::string FormatDate(std::int64_t nanos);
// "1h30m", "250ms", "7d"; "0s" for zero; negative ones start with '-'.
std::string FormatDuration(std::int64_t nanos);
// "10m", "1h30m", "250ms": units ns us ms s m h d w. Nothing on overflow or anything else.
std::optional<std::int64_t> ParseDuration(std::string_view text);

}  // namespace writ
