// Civil time without libc: the proleptic Gregorian calendar, UTC, no time zone database, no locale.
#include "base/time.h"

#include <algorithm>
#include <array>

namespace writ {
namespace {

constexpr std::int64_t kFirstYear = 1678;
constexpr std::int64_t kLastYear = 2261;

struct CivilDate {
  std::int64_t year;
  int month;
  int day;
};

bool IsLeapYear(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int DaysInMonth(std::int64_t year, int month) {
  static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeapYear(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Leap days in the years 1 to `year`.
constexpr std::int64_t LeapDaysThrough(std::int64_t year) { return year / 4 - year / 100 + year / 400; }

// Days from 1970-01-01 to January 1 of `year`; for years after 0.
constexpr std::int64_t DaysToYear(std::int64_t year) {
  return (year - 1970) * 365 + LeapDaysThrough(year - 1) - LeapDaysThrough(1969);
}

std::int64_t DaysFromCivil(std::int64_t year, int month, int day) {
  std::int64_t days = DaysToYear(year);
  for (int m = 1; m < month; ++m) days += DaysInMonth(year, m);
  return days + day - 1;
}

CivilDate CivilFromDays(std::int64_t days) {
  // 64-bit nanoseconds only reach the years 1677 to 2262, so an estimate from the mean year is at most one off.
  std::int64_t year = 1970 + days * 400 / 146097;
  while (DaysToYear(year) > days) --year;
  while (DaysToYear(year + 1) <= days) ++year;
  int rest = static_cast<int>(days - DaysToYear(year));
  int month = 1;
  for (; rest >= DaysInMonth(year, month); ++month) rest -= DaysInMonth(year, month);
  return {year, month, rest + 1};
}

std::int64_t FloorDivide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Reads text from the front; every method gives false when the text does not continue as wanted.
struct Cursor {
  std::string_view text;

  bool Number(std::size_t digits, int& out) {
    if (text.size() < digits) return false;
    out = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!IsDigit(text[i])) return false;
      out = out * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return true;
  }
  bool Take(char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
  }
  bool TakeEither(char a, char b) { return Take(a) || Take(b); }
};

void AppendPadded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  out.append(width > digits.size() ? width - digits.size() : 0, '0');
  out += digits;
}

struct Unit {
  std::string_view name;
  std::int64_t nanos;
};
// Largest first: the order in which a duration is written.
constexpr std::array<Unit, 8> kUnits{{{"w", 7 * kNanosPerDay},
                                      {"d", kNanosPerDay},
                                      {"h", 3600 * kNanosPerSecond},
                                      {"m", 60 * kNanosPerSecond},
                                      {"s", kNanosPerSecond},
                                      {"ms", 1'000'000},
                                      {"us", 1'000},
                                      {"ns", 1}}};

}  // namespace

std::optional<TimePoint> ParseTime(std::string_view text) {
  Cursor in{text};
  int year = 0;
  int month = 0;
  int day = 0;
  if (!in.Number(4, year) || !in.Take('-') || !in.Number(2, month) || !in.Take('-') || !in.Number(2, day)) {
    return std::nullopt;
  }
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month)) {
    return std::nullopt;
  }
  std::int64_t days = DaysFromCivil(year, month, day);
  if (in.text.empty()) return TimePoint{days * kNanosPerDay, kNanosPerDay};

  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!in.TakeEither('T', 't') || !in.Number(2, hour) || !in.Take(':') || !in.Number(2, minute) || !in.Take(':') ||
      !in.Number(2, second)) {
    return std::nullopt;
  }
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  std::int64_t fraction = 0;
  std::int64_t precision = kNanosPerSecond;
  if (in.Take('.')) {
    if (in.text.empty() || !IsDigit(in.text[0])) return std::nullopt;
    for (; !in.text.empty() && IsDigit(in.text[0]); in.text.remove_prefix(1)) {
      if (precision == 1) continue;  // digits below a nanosecond are dropped
      precision /= 10;
      fraction += precision * (in.text[0] - '0');
    }
  }
  int offset_minutes = 0;
  if (!in.text.empty() && !in.TakeEither('Z', 'z')) {
    const bool minus = in.text[0] == '-';
    int offset_hour = 0;
    int offset_minute = 0;
    if (!in.TakeEither('+', '-') || !in.Number(2, offset_hour) || !in.Take(':') || !in.Number(2, offset_minute)) {
      return std::nullopt;
    }
    if (offset_hour > 23 || offset_minute > 59) return std::nullopt;
    offset_minutes = (offset_hour * 60 + offset_minute) * (minus ? -1 : 1);
  }
  if (!in.text.empty()) return std::nullopt;

  std::int64_t minutes = hour * 60 + minute - offset_minutes;
  days += FloorDivide(minutes, 1440);
  minutes -= FloorDivide(minutes, 1440) * 1440;
  const CivilDate utc = CivilFromDays(days);
  if (utc.year < kFirstYear || utc.year > kLastYear) return std::nullopt;
  if (second == 60) {
    // Leap seconds are only inserted at the end of a month, UTC (RFC 3339 appendix D).
    if (minutes != 1439 || utc.day != DaysInMonth(utc.year, utc.month)) return std::nullopt;
    second = 59;
  }
  return TimePoint{days * kNanosPerDay + (minutes * 60 + second) * kNanosPerSecond + fraction, precision};
}

std::string FormatDate(std::int64_t nanos) {
  const CivilDate date = CivilFromDays(FloorDivide(nanos, kNanosPerDay));
  std::string out;
  AppendPadded(out, date.year, 4);
  out += '-';
  AppendPadded(out, date.month, 2);
  out += '-';
  AppendPadded(out, date.day, 2);
  return out;
}

std::string FormatTime(const TimePoint& time) {
  const std::int64_t day = FloorDivide(time.nanos, kNanosPerDay);
  // Not `nanos - day * kNanosPerDay`: the start of the first day is below the range of 64 bits.
  std::int64_t rest = time.nanos % kNanosPerDay;
  if (rest < 0) rest += kNanosPerDay;
  std::string out;
  const CivilDate date = CivilFromDays(day);
  AppendPadded(out, date.year, 4);
  out += '-';
  AppendPadded(out, date.month, 2);
  out += '-';
  AppendPadded(out, date.day, 2);
  out += 'T';
  const std::int64_t seconds = rest / kNanosPerSecond;
  AppendPadded(out, seconds / 3600, 2);
  out += ':';
  AppendPadded(out, seconds / 60 % 60, 2);
  out += ':';
  AppendPadded(out, seconds % 60, 2);
  std::size_t digits = 0;
  for (std::int64_t p = std::max<std::int64_t>(1, time.precision); p < kNanosPerSecond; p *= 10) ++digits;
  if (digits > 0) {
    std::string fraction;
    AppendPadded(fraction, rest % kNanosPerSecond, 9);
    out += '.';
    out += fraction.substr(0, digits);
  }
  out += 'Z';
  return out;
}

std::string FormatExactTime(std::int64_t nanos) {
  TimePoint time{nanos, 1};
  while (time.precision < kNanosPerSecond && nanos % (time.precision * 10) == 0) time.precision *= 10;
  return FormatTime(time);
}

std::string FormatDuration(std::int64_t nanos) {
  if (nanos == 0) return "0s";
  std::string out;
  std::uint64_t rest = static_cast<std::uint64_t>(nanos);
  if (nanos < 0) {
    out += '-';
    rest = std::uint64_t{0} - rest;
  }
  for (const Unit& unit : kUnits) {
    if (unit.name == "w") continue;  // people read 14d faster than 2w, and 10d as 1w3d slower still
    const std::uint64_t size = static_cast<std::uint64_t>(unit.nanos);
    if (rest < size) continue;
    out += std::to_string(rest / size);
    out += unit.name;
    rest %= size;
  }
  return out;
}

std::optional<std::int64_t> ParseDuration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::int64_t sum = 0;
  std::size_t next_unit = 0;  // units come once each, largest first
  while (!text.empty()) {
    std::int64_t count = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && IsDigit(text[digits]); ++digits) {
      if (__builtin_mul_overflow(count, std::int64_t{10}, &count) ||
          __builtin_add_overflow(count, std::int64_t{text[digits] - '0'}, &count)) {
        return std::nullopt;
      }
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'a' && text[letters] <= 'z') ++letters;
    const std::string_view name = text.substr(0, letters);
    while (next_unit < kUnits.size() && kUnits[next_unit].name != name) ++next_unit;
    if (next_unit == kUnits.size()) return std::nullopt;
    std::int64_t part = 0;
    if (__builtin_mul_overflow(count, kUnits[next_unit].nanos, &part) || __builtin_add_overflow(sum, part, &sum)) {
      return std::nullopt;
    }
    text.remove_prefix(letters);
    ++next_unit;
  }
  return sum;
}

}  // namespace writ
