// Times and durations: RFC 3339, precision, the limits of 64-bit nanoseconds.
#include "base/time.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

namespace writ {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

std::string Canonical(std::string_view text) {
  const auto time = ParseTime(text);
  return time ? FormatTime(*time) : "none";
}

TEST_CASE("time: instants are read with their precision") {
  const std::pair<const char*, const char*> cases[] = {
      {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
      {"2026-01-01T00:00:00", "2026-01-01T00:00:00Z"},
      {"2026-01-01t00:00:00z", "2026-01-01T00:00:00Z"},
      {"2026-01-01T01:30:00+01:30", "2026-01-01T00:00:00Z"},
      {"2025-12-31T23:00:00-02:00", "2026-01-01T01:00:00Z"},
      {"2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00Z"},
      {"2026-01-01T00:00:00.120Z", "2026-01-01T00:00:00.120Z"},
      {"2026-01-01T00:00:00.123456789Z", "2026-01-01T00:00:00.123456789Z"},
      {"2026-01-01T00:00:00.1234567899999Z", "2026-01-01T00:00:00.123456789Z"},
      {"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"},
      {"2000-02-29T12:00:00Z", "2000-02-29T12:00:00Z"},
      {"1678-01-01T00:00:00Z", "1678-01-01T00:00:00Z"},
      {"2261-12-31T23:59:59.999999999Z", "2261-12-31T23:59:59.999999999Z"},
      {"2026-07-04", "2026-07-04T00:00:00Z"},
  };
  for (const auto& item : cases) CHECK_MESSAGE(Canonical(item.first) == item.second, item.first);
  CHECK(ParseTime("1970-01-02")->nanos == kNanosPerDay);
  CHECK(ParseTime("1970-01-02")->precision == kNanosPerDay);
  CHECK(ParseTime("1970-01-01T00:00:01Z")->precision == kNanosPerSecond);
  CHECK(ParseTime("1970-01-01T00:00:00.001Z")->precision == 1'000'000);
  CHECK(ParseTime("2001-09-09T01:46:40Z")->nanos == 1'000'000'000 * kNanosPerSecond);
}

TEST_CASE("time: what is no instant is refused") {
  for (const char* text : {"", "2026", "2026-01", "2026-1-1", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "2026-02-29",
                           "2100-02-29", "2026-01-01T", "2026-01-01T00", "2026-01-01T00:00Z", "2026-01-01T24:00:00Z",
                           "2026-01-01T00:60:00Z", "2026-01-01T00:00:61Z", "2026-01-01T00:00:00.", "2026-01-01T00:00:00.Z",
                           "2026-01-01T00:00:00+01", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+00:60",
                           "2026-01-01T00:00:00ZZ", "2026-01-01T00:00:00 Z", "2026-01-01 00:00:00", "2026-01-01Z",
                           "+2026-01-01", "20260101", "2026/01/01", "2026-01-01T00:00:00+0100", "1677-12-31", "2262-01-01", "0000-01-01",
                           "9999-12-31T23:59:59Z", "1678-01-01T00:00:00+00:01", "2261-12-31T23:59:59-00:01"}) {
    CHECK_MESSAGE(Canonical(text) == "none", text);
  }
}

TEST_CASE("time: a leap second is the second before it") {
  CHECK(Canonical("2016-12-31T23:59:60Z") == "2016-12-31T23:59:59Z");
  CHECK(Canonical("2017-01-01T00:59:60.5+01:00") == "2016-12-31T23:59:59.5Z");
  CHECK(Canonical("2016-12-31T12:00:60Z") == "none");
  CHECK(Canonical("2016-12-30T23:59:60Z") == "none");
}

TEST_CASE("time: every day of the range survives the way there and back") {
  std::int64_t day = ParseTime("1678-01-01")->nanos;
  const std::int64_t last = ParseTime("2261-12-31")->nanos;
  int wrong = 0;
  int days = 0;
  for (; day <= last; day += kNanosPerDay, ++days) {
    if (ParseTime(FormatDate(day))->nanos != day) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(days == 213'301);
}

TEST_CASE("time: the ends of 64 bits print") {
  CHECK(FormatExactTime(0) == "1970-01-01T00:00:00Z");
  CHECK(FormatExactTime(-1) == "1969-12-31T23:59:59.999999999Z");
  CHECK(FormatExactTime(kNanosPerSecond + 120'000'000) == "1970-01-01T00:00:01.12Z");
  CHECK(FormatTime({kMin, 1}) == "1677-09-21T00:12:43.145224192Z");
  CHECK(FormatTime({kMax, 1}) == "2262-04-11T23:47:16.854775807Z");
  CHECK(FormatDate(kMin) == "1677-09-21");
  CHECK(FormatDate(-1) == "1969-12-31");
}

TEST_CASE("time: durations are written largest unit first") {
  CHECK(FormatDuration(0) == "0s");
  CHECK(FormatDuration(90 * 60 * kNanosPerSecond) == "1h30m");
  CHECK(FormatDuration(250'000'000) == "250ms");
  CHECK(FormatDuration(7 * kNanosPerDay) == "7d");
  CHECK(FormatDuration(-1'500'000'000) == "-1s500ms");
  CHECK(FormatDuration(1'001'001) == "1ms1us1ns");
  CHECK(FormatDuration(kMin) == "-106751d23h47m16s854ms775us808ns");
}

TEST_CASE("time: durations are read") {
  CHECK(ParseDuration("10m") == 600 * kNanosPerSecond);
  CHECK(ParseDuration("1h30m") == 5400 * kNanosPerSecond);
  CHECK(ParseDuration("2w") == 14 * kNanosPerDay);
  CHECK(ParseDuration("0s") == 0);
  CHECK(ParseDuration("1m1ms") == 60'001'000'000);
  CHECK(ParseDuration("9223372036854775807ns") == kMax);
  for (const char* text : {"", "10", "m", "10 m", "10M", "1.5h", "-1h", "+1h", "1h30", "30m1h", "1h1h", "10min", "1y", "9223372036854775808ns",
                           "106752d", "9999999999w", "99999999999999999999s", "106751d24h", "1h "}) {
    CHECK_MESSAGE(!ParseDuration(text).has_value(), text);
  }
}

TEST_CASE("time: what is written is read back") {
  for (const std::int64_t nanos : {std::int64_t{1}, std::int64_t{999}, kNanosPerDay + 1, kMax, 86'399 * kNanosPerSecond}) {
    CHECK(ParseDuration(FormatDuration(nanos)) == nanos);
  }
}

}  // namespace
}  // namespace writ
