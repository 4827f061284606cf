// Numbers are taken apart into digits and an exponent, which holds any length of either.
#include "base/json_number.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace writ {
namespace {

int Sign(int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; }

// ± 0.d₁d₂… · 10^exponent with d₁ ≠ 0; no digits for zero. Exponents are clamped far outside of what any text can need.
struct Number {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

Number ReadNumber(std::string_view text) {
  Number number;
  std::size_t i = 0;
  if (i < text.size() && text[i] == '-') number.negative = true, ++i;
  std::int64_t before_point = 0;
  bool after_point = false;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.') {
      after_point = true;
      continue;
    }
    if (number.digits.empty() && text[i] == '0') {
      if (after_point) --before_point;
      continue;
    }
    number.digits += text[i];
    if (!after_point) ++before_point;
  }
  std::int64_t written = 0;
  if (i < text.size()) {
    ++i;
    const bool minus = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    constexpr std::int64_t kFar = std::int64_t{1} << 56;
    for (; i < text.size(); ++i) written = std::min(kFar, written * 10 + (text[i] - '0'));
    if (minus) written = -written;
  }
  while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
  if (number.digits.empty()) return {};
  number.exponent = before_point + written;
  return number;
}

}  // namespace

int CompareJsonNumbers(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  const Number x = ReadNumber(a);
  const Number y = ReadNumber(b);
  const int x_sign = x.digits.empty() ? 0 : x.negative ? -1 : 1;
  const int y_sign = y.digits.empty() ? 0 : y.negative ? -1 : 1;
  if (x_sign != y_sign) return x_sign < y_sign ? -1 : 1;
  if (x_sign == 0) return 0;
  if (x.exponent != y.exponent) return (x.exponent < y.exponent ? -1 : 1) * x_sign;
  // Without trailing zeros the longer of two with one prefix is the larger, as with texts.
  return Sign(x.digits.compare(y.digits)) * x_sign;
}

}  // namespace writ
