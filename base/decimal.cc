// Decimal arithmetic on sign and magnitude in 128 bits. A result is exact or there is none: no step rounds.
#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace writ {
namespace {

constexpr std::uint32_t kDigits = 38;

constexpr std::array<UInt128, kDigits + 1> kPowersOfTen = [] {
  std::array<UInt128, kDigits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

UInt128 Magnitude(Int128 value) { return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value); }

bool MultiplyInto(UInt128& value, UInt128 factor) {
  UInt128 product = 0;
  if (__builtin_mul_overflow(value, factor, &product)) return false;
  value = product;
  return true;
}

// ± magnitude · 10^exponent as a Decimal that keeps the invariant, if there is one.
std::optional<Decimal> Normalise(UInt128 magnitude, bool negative, std::int64_t exponent) {
  if (magnitude == 0) return Decimal{};
  while (exponent < 0 && magnitude % 10 == 0) {
    magnitude /= 10;
    ++exponent;
  }
  if (exponent < -static_cast<std::int64_t>(kDigits) || exponent > static_cast<std::int64_t>(kDigits)) return std::nullopt;
  if (exponent > 0 && !MultiplyInto(magnitude, kPowersOfTen[static_cast<std::size_t>(exponent)])) return std::nullopt;
  if (magnitude >= kPowersOfTen[kDigits]) return std::nullopt;
  const Int128 coefficient = static_cast<Int128>(magnitude);
  return Decimal{negative ? -coefficient : coefficient, exponent < 0 ? static_cast<std::uint32_t>(-exponent) : 0};
}

std::optional<Decimal> AddSigned(const Decimal& a, const Decimal& b, bool negate_b) {
  // A magnitude of 2·10^38 or more after alignment cannot come back below 10^38 (the other one is smaller than that,
  // and the last digit is not zero), so 128 unsigned bits decide every case.
  const std::uint32_t scale = std::max(a.scale, b.scale);
  UInt128 left = Magnitude(a.coefficient);
  UInt128 right = Magnitude(b.coefficient);
  if (!MultiplyInto(left, kPowersOfTen[scale - a.scale])) return std::nullopt;
  if (!MultiplyInto(right, kPowersOfTen[scale - b.scale])) return std::nullopt;
  const bool left_negative = a.coefficient < 0;
  const bool right_negative = (b.coefficient < 0) != negate_b;
  UInt128 sum = 0;
  bool negative = left_negative;
  if (left_negative == right_negative) {
    if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
  } else if (left >= right) {
    sum = left - right;
  } else {
    sum = right - left;
    negative = right_negative;
  }
  return Normalise(sum, negative, -static_cast<std::int64_t>(scale));
}

// 256-bit product in four limbs, least significant first.
std::array<std::uint64_t, 4> WideProduct(UInt128 a, UInt128 b) {
  const std::array<std::uint64_t, 2> x{static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(a >> 64)};
  const std::array<std::uint64_t, 2> y{static_cast<std::uint64_t>(b), static_cast<std::uint64_t>(b >> 64)};
  std::array<std::uint64_t, 4> out{};
  for (std::size_t i = 0; i < 2; ++i) {
    UInt128 carry = 0;
    for (std::size_t j = 0; j < 2; ++j) {
      carry += static_cast<UInt128>(x[i]) * y[j] + out[i + j];
      out[i + j] = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    out[i + 2] = static_cast<std::uint64_t>(carry);
  }
  return out;
}

std::array<std::uint64_t, 4> DivideByTen(const std::array<std::uint64_t, 4>& value, std::uint64_t& remainder) {
  std::array<std::uint64_t, 4> out{};
  UInt128 rest = 0;
  for (std::size_t i = 4; i-- > 0;) {
    rest = (rest << 64) | value[i];
    out[i] = static_cast<std::uint64_t>(rest / 10);
    rest %= 10;
  }
  remainder = static_cast<std::uint64_t>(rest);
  return out;
}

UInt128 GreatestCommonDivisor(UInt128 a, UInt128 b) {
  while (b != 0) {
    const UInt128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  std::size_t i = 0;
  const auto peek = [&] { return i < text.size() ? text[i] : '\0'; };
  const bool negative = peek() == '-';
  if (negative) ++i;
  UInt128 magnitude = 0;
  std::uint32_t digits = 0;          // significant digits in `magnitude`
  std::int64_t zeros = 0;            // zeros read since the last other digit; counted only behind the first other digit
  std::int64_t fraction_digits = 0;  // digits read behind the point
  const auto take = [&](char c) {
    if (c == '0') {
      if (digits > 0) ++zeros;
      return true;
    }
    if (digits > 0) {
      if (zeros >= static_cast<std::int64_t>(kDigits - digits)) return false;
      magnitude *= kPowersOfTen[static_cast<std::size_t>(zeros) + 1];
      digits += static_cast<std::uint32_t>(zeros) + 1;
    } else {
      digits = 1;
    }
    zeros = 0;
    magnitude += static_cast<UInt128>(c - '0');
    return true;
  };
  if (!IsDigit(peek())) return std::nullopt;
  if (peek() == '0') {
    ++i;
    if (IsDigit(peek())) return std::nullopt;
  }
  for (; IsDigit(peek()); ++i) {
    if (!take(peek())) return std::nullopt;
  }
  if (peek() == '.') {
    ++i;
    if (!IsDigit(peek())) return std::nullopt;
    for (; IsDigit(peek()); ++i) {
      if (!take(peek())) return std::nullopt;
      ++fraction_digits;
    }
  }
  std::int64_t exponent = 0;
  if (peek() == 'e' || peek() == 'E') {
    ++i;
    const bool minus = peek() == '-';
    if (minus || peek() == '+') ++i;
    if (!IsDigit(peek())) return std::nullopt;
    // Beyond any text that fits in memory the exact exponent no longer matters.
    constexpr std::int64_t kFar = std::int64_t{1} << 56;
    for (; IsDigit(peek()); ++i) exponent = std::min(kFar, exponent * 10 + (peek() - '0'));
    if (minus) exponent = -exponent;
  }
  if (i != text.size()) return std::nullopt;
  return Normalise(magnitude, negative, exponent + zeros - fraction_digits);
}

std::optional<std::int64_t> Decimal::ToInt() const {
  if (scale != 0) return std::nullopt;
  if (coefficient < std::numeric_limits<std::int64_t>::min() || coefficient > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(coefficient);
}

std::string Decimal::ToString() const {
  std::string reversed;
  UInt128 rest = Magnitude(coefficient);
  for (std::uint32_t position = 0; rest != 0 || position <= scale; ++position) {
    if (position == scale && scale != 0) reversed += '.';
    reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (coefficient < 0) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto compare = [](Int128 x, Int128 y) {
    return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
  };
  if (a.scale == b.scale) return compare(a.coefficient, b.coefficient);
  // Integer parts, then fractions widened to 38 digits. Division truncates, so both parts carry the sign.
  const auto unit = [](const Decimal& d) { return static_cast<Int128>(kPowersOfTen[d.scale]); };
  const auto fraction = [&](const Decimal& d) {
    return d.coefficient % unit(d) * static_cast<Int128>(kPowersOfTen[kDigits - d.scale]);
  };
  const std::strong_ordering whole = compare(a.coefficient / unit(a), b.coefficient / unit(b));
  return whole != 0 ? whole : compare(fraction(a), fraction(b));
}

std::optional<Decimal> Add(const Decimal& a, const Decimal& b) { return AddSigned(a, b, false); }

std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b) { return AddSigned(a, b, true); }

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  const bool negative = (a.coefficient < 0) != (b.coefficient < 0);
  std::array<std::uint64_t, 4> product = WideProduct(Magnitude(a.coefficient), Magnitude(b.coefficient));
  std::int64_t exponent = -static_cast<std::int64_t>(a.scale) - static_cast<std::int64_t>(b.scale);
  while ((product[2] | product[3]) != 0) {
    std::uint64_t remainder = 0;
    product = DivideByTen(product, remainder);
    if (remainder != 0 || exponent == 0) return std::nullopt;
    ++exponent;
  }
  return Normalise((static_cast<UInt128>(product[1]) << 64) | product[0], negative, exponent);
}

std::optional<Decimal> Divide(const Decimal& a, const Decimal& b) {
  if (b.coefficient == 0) return std::nullopt;
  if (a.coefficient == 0) return Decimal{};
  UInt128 numerator = Magnitude(a.coefficient);
  UInt128 denominator = Magnitude(b.coefficient);
  const UInt128 divisor = GreatestCommonDivisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  // A reduced fraction has a finite decimal exactly if its denominator is 2^twos · 5^fives.
  std::int64_t twos = 0;
  std::int64_t fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  if (denominator != 1) return std::nullopt;
  // The product below has no trailing zero, so what does not fit 128 bits does not fit 38 digits either.
  for (std::int64_t i = fives; i < twos; ++i) {
    if (!MultiplyInto(numerator, 5)) return std::nullopt;
  }
  for (std::int64_t i = twos; i < fives; ++i) {
    if (!MultiplyInto(numerator, 2)) return std::nullopt;
  }
  return Normalise(numerator, (a.coefficient < 0) != (b.coefficient < 0),
                   static_cast<std::int64_t>(b.scale) - static_cast<std::int64_t>(a.scale) - std::max(twos, fives));
}

}  // namespace writ
