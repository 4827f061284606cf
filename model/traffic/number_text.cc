// Milliseconds go through 128-bit decimals, so that 0.1 ms is 100,000 ns exactly.
#include "model/traffic/number_text.h"

#include <charconv>
#include <limits>
#include <string>

#include "base/decimal.h"

namespace writ::model {
namespace {

constexpr std::int64_t kNanosPerMilli = 1'000'000;

struct Nanos {
  std::int64_t value;
  std::int64_t precision;  // power of ten
};

// Milliseconds as nanoseconds; digits below a nanosecond are cut.
std::optional<Nanos> NanosOfMilliseconds(std::string_view number) {
  std::int64_t whole = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, whole);
  if (error == std::errc{} && stop == end) {
    if (whole > std::numeric_limits<std::int64_t>::max() / kNanosPerMilli ||
        whole < std::numeric_limits<std::int64_t>::min() / kNanosPerMilli) {
      return std::nullopt;
    }
    return Nanos{whole * kNanosPerMilli, kNanosPerMilli};
  }
  const auto decimal = Decimal::Parse(number);
  if (!decimal.has_value()) return std::nullopt;
  Int128 value = decimal->coefficient;
  std::uint32_t scale = decimal->scale;
  std::int64_t precision = 1;
  for (; scale > 6; --scale) value = value / 10 - (value % 10 < 0 ? 1 : 0);
  for (; scale < 6; ++scale) {
    value *= 10;
    precision *= 10;
    if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
      return std::nullopt;
  }
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
    return std::nullopt;
  return Nanos{static_cast<std::int64_t>(value), precision};
}

}  // namespace

std::optional<std::int64_t> IntegerOf(std::string_view text) {
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc{} && stop == end) return value;
  const auto decimal = Decimal::Parse(text);
  return decimal.has_value() ? decimal->ToInt() : std::nullopt;
}

Captured<TimePoint> TimeOfMilliseconds(std::string_view number) {
  const auto nanos = NanosOfMilliseconds(number);
  if (!nanos.has_value()) return Captured<TimePoint>::Unknown(kUndecodable);
  return Captured<TimePoint>::Present({nanos->value, nanos->precision});
}

Captured<TimePoint> TimeOfText(std::string_view text) {
  auto time = ParseTime(text);
  if (!time.has_value() && text.size() > 5 &&
      (text[text.size() - 5] == '+' || text[text.size() - 5] == '-')) {
    std::string with_colon(text.substr(0, text.size() - 2));
    with_colon += ':';
    with_colon += text.substr(text.size() - 2);
    time = ParseTime(with_colon);
  }
  return time.has_value() ? Captured<TimePoint>::Present(*time) : Captured<TimePoint>::Unknown(kUndecodable);
}

Captured<std::int64_t> DurationOfMilliseconds(std::string_view number) {
  const auto nanos = NanosOfMilliseconds(number);
  if (!nanos.has_value()) return Captured<std::int64_t>::Unknown(kUndecodable);
  if (nanos->value < 0) return Captured<std::int64_t>::Unknown(kNotCaptured);
  return Captured<std::int64_t>::Present(nanos->value);
}

Captured<TimePoint> EndOf(const Captured<TimePoint>& start, const Captured<std::int64_t>& duration) {
  if (start.presence == Presence::kUnknown || duration.presence == Presence::kUnknown) {
    return Captured<TimePoint>::Unknown(start.causes | duration.causes);
  }
  if (!start.is_present() || !duration.is_present()) return Captured<TimePoint>::Absent();
  TimePoint end = start.value;
  if (__builtin_add_overflow(end.nanos, duration.value, &end.nanos))
    return Captured<TimePoint>::Unknown(kUndecodable);
  const std::int64_t over = end.nanos % end.precision;
  end.nanos -= over < 0 ? over + end.precision : over;
  return Captured<TimePoint>::Present(end);
}

Captured<IpAddress> IpOf(std::string_view text, bool is_null) {
  if (is_null || text.empty()) return Captured<IpAddress>::Unknown(kNotCaptured);
  auto address = IpAddress::Parse(text);
  if (!address.has_value()) {
    // "192.0.2.1:5050" and "[2001:db8::1]:5050".
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos && colon != 0 &&
        (text[colon - 1] == ']' || text.find(':') == colon)) {
      address = IpAddress::Parse(text.substr(0, colon));
    }
  }
  return address.has_value() ? Captured<IpAddress>::Present(*address)
                             : Captured<IpAddress>::Unknown(kUndecodable);
}

}  // namespace writ::model
