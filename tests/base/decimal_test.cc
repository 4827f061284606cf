// Exact decimals: reading, limits of 38 digits, arithmetic that never rounds.
#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace writ {
namespace {

Decimal D(std::string_view text) {
  const auto value = Decimal::Parse(text);
  REQUIRE_MESSAGE(value.has_value(), std::string(text));
  return *value;
}

std::string Shown(const std::optional<Decimal>& value) { return value ? value->ToString() : "none"; }

const std::string kNines(38, '9');

TEST_CASE("decimal: numbers are read exactly and written plainly") {
  CHECK(D("0").ToString() == "0");
  CHECK(D("-0").ToString() == "0");
  CHECK(D("-0.50").ToString() == "-0.5");
  CHECK(D("1e3").ToString() == "1000");
  CHECK(D("12.30E-1").ToString() == "1.23");
  CHECK(D("0.1").scale == 1);
  CHECK(D("100").scale == 0);
  CHECK(D("1.0").scale == 0);
  CHECK(D("0.00").scale == 0);
  CHECK(D("-0.001").ToString() == "-0.001");
}

TEST_CASE("decimal: only JSON numbers are read") {
  for (const char* text : {"", "-", "+1", "01", "-01", ".5", "5.", "1e", "1e+", "1.e1", "0x1", "1 ", " 1", "1_0", "NaN", "Infinity", "1,5", "--1"}) {
    CHECK_MESSAGE(!Decimal::Parse(text).has_value(), text);
  }
}

TEST_CASE("decimal: 38 digits fit and 39 do not") {
  CHECK(D(kNines).ToString() == kNines);
  CHECK(D("-" + kNines).ToString() == "-" + kNines);
  CHECK_FALSE(Decimal::Parse("1" + std::string(38, '0')).has_value());
  CHECK_FALSE(Decimal::Parse(kNines + "9").has_value());
  CHECK_FALSE(Decimal::Parse(kNines + ".5").has_value());
  CHECK(D("1e37").ToString() == "1" + std::string(37, '0'));
  CHECK_FALSE(Decimal::Parse("1e38").has_value());
  CHECK(D("1e-38").scale == 38);
  CHECK_FALSE(Decimal::Parse("1e-39").has_value());
}

TEST_CASE("decimal: zeros and exponents of any length cost nothing") {
  CHECK(D("1." + std::string(5000, '0')).ToString() == "1");
  CHECK(D("0e99999999999999999999").ToString() == "0");
  CHECK_FALSE(Decimal::Parse("1e99999999999999999999").has_value());
  CHECK_FALSE(Decimal::Parse("1e-99999999999999999999").has_value());
  CHECK(D("0." + std::string(400, '0') + "1e401").ToString() == "1");
  CHECK(D("1" + std::string(400, '0') + "e-400").ToString() == "1");
}

TEST_CASE("decimal: integers") {
  CHECK(D("1.0").ToInt() == 1);
  CHECK(D("1e0").ToInt() == 1);
  CHECK_FALSE(D("1.5").ToInt().has_value());
  CHECK(D("-9223372036854775808").ToInt() == std::numeric_limits<std::int64_t>::min());
  CHECK(D("9223372036854775807").ToInt() == std::numeric_limits<std::int64_t>::max());
  CHECK_FALSE(D("9223372036854775808").ToInt().has_value());
  CHECK(Decimal::FromInt(std::numeric_limits<std::int64_t>::min()).ToString() == "-9223372036854775808");
}

TEST_CASE("decimal: order does not depend on the scale") {
  CHECK(D("0.1") < D("0.2"));
  CHECK(D("1.0") == D("1"));
  CHECK(D("-0.1") < D("0"));
  CHECK(D("-1.5") < D("-1.25"));
  CHECK(D("0.00000000000000000000000000000000000001") > D("0"));
  CHECK(D(kNines) > D("0." + kNines));
  CHECK(D("-" + kNines) < D("-0." + kNines));
  CHECK(D("9007199254740993") > D("9007199254740992.5"));
}

TEST_CASE("decimal: sums are exact or nothing") {
  CHECK(Shown(Add(D("0.1"), D("0.2"))) == "0.3");
  CHECK(Shown(Subtract(D("0.3"), D("0.1"))) == "0.2");
  CHECK(Shown(Subtract(D("1"), D("1.0"))) == "0");
  CHECK(Shown(Add(D(kNines), D("1"))) == "none");
  CHECK(Shown(Subtract(D("-" + kNines), D("1"))) == "none");
  CHECK(Shown(Add(D(kNines), D("0.1"))) == "none");
  // The aligned operand has 39 digits, the result has 38.
  CHECK(Shown(Subtract(D("1e37"), D("0.5"))) == std::string(37, '9') + ".5");
  // 38 digits each with one behind the point; the sum needs only its integer part.
  const std::string half = std::string(37, '9') + ".5";
  CHECK(Shown(Add(D(half), D(half))) == "1" + std::string(37, '9'));
}

TEST_CASE("decimal: products are exact or nothing") {
  CHECK(Shown(Multiply(D("0.5"), D("-0.2"))) == "-0.1");
  CHECK(Shown(Multiply(D(kNines), D("1"))) == kNines);
  CHECK(Shown(Multiply(D(kNines), D("10"))) == "none");
  CHECK(Shown(Multiply(D("1e-20"), D("1e-20"))) == "none");
  CHECK(Shown(Multiply(D("1e-38"), D("1e37"))) == "0.1");
  // The product has 41 digits before its zeros are dropped: 2^100 · 5^30 / 10^30.
  CHECK(Shown(Multiply(D("1267650600228229401496703205376"), D("0.000000000931322574615478515625"))) == "1180591620717411303424");
  CHECK(Shown(Multiply(D("0"), D("-5"))) == "0");
}

TEST_CASE("decimal: quotients are finite or nothing") {
  CHECK(Shown(Divide(D("1"), D("8"))) == "0.125");
  CHECK(Shown(Divide(D("-1"), D("0.5"))) == "-2");
  CHECK(Shown(Divide(D("1"), D("3"))) == "none");
  CHECK(Shown(Divide(D("6"), D("3"))) == "2");
  CHECK(Shown(Divide(D("1"), D("0"))) == "none");
  CHECK(Shown(Divide(D("0"), D("7"))) == "0");
  CHECK(Shown(Divide(D(kNines), D(kNines))) == "1");
  CHECK(Shown(Divide(D("1"), D("1e-37"))) == "1" + std::string(37, '0'));
  CHECK(Shown(Divide(D("10"), D("1e-37"))) == "none");
  CHECK(Shown(Divide(D("1"), D("1e37"))) == "0." + std::string(36, '0') + "1");
}

}  // namespace
}  // namespace writ
