// Exact decimal numbers: coefficient / 10^scale. No binary floating point is involved anywhere, so a bound such as
// 0.1 is the number it looks like. Covered by tests/base/decimal_test.cc.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/int128.h"

namespace writ {

// INVARIANT: scale <= 38, |coefficient| < 10^38, no trailing zero in the coefficient while scale > 0.
struct Decimal {
  Int128 coefficient = 0;
  std::uint32_t scale = 0;

  static Decimal FromInt(std::int64_t value) { return {value, 0}; }
  // Reads a JSON number (RFC 8259 section 6) exactly: "1", "-0.50", "1e3". Nothing if it is malformed or out of range.
  static std::optional<Decimal> Parse(std::string_view text);
  // The value as an integer if it is integral and fits 64 bits: 1, 1.0 and 1e0 do.
  std::optional<std::int64_t> ToInt() const;
  // Shortest plain notation, without exponent: "0.5", "1000".
  std::string ToString() const;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
};

// Nothing on overflow; division also on a zero divisor or a quotient that has no finite decimal of 38 digits.
std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> Divide(const Decimal& a, const Decimal& b);

}  // namespace writ
