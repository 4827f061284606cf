// Poisons and precision.
#include "vm/value.h"

#include <doctest/doctest.h>

#include "base/time.h"
#include "tests/vm/run.h"

namespace writ::vm {
namespace {

using test::Trapped;

TEST_CASE("values: 16 bytes and absent from the start") {
  CHECK(Value().is_absent());
  CHECK(Value().is_poison());
  CHECK_FALSE(Value::Int(0).is_poison());
}

TEST_CASE("poison: error before unknown before absent") {
  const Value error = Trapped();
  const Value unknown = Value::Unknown(1, 9);
  CHECK(JoinPoison(error, unknown).is_error());
  CHECK(JoinPoison(unknown, error).is_error());
  CHECK(JoinPoison(Value::Absent(), unknown).is_unknown());
  CHECK(JoinPoison(unknown, Value::Absent()).is_unknown());
  CHECK(JoinPoison(Value::Int(1), Value::Absent()).is_absent());
  CHECK(JoinPoison(Trapped(TrapKind::kInexact), error).error->trap == TrapKind::kInexact);
}

TEST_CASE("poison: causes are joined and the lower field is kept") {
  const auto join = [](std::uint32_t a, std::uint16_t a_field, std::uint32_t b, std::uint16_t b_field) {
    return JoinPoison(Value::Unknown(a, a_field), Value::Unknown(b, b_field));
  };
  CHECK(join(1, 9, 4, 3).size == 5);
  CHECK(join(1, 9, 4, 3).field == 3);
  CHECK(join(1, 3, 4, 9).field == 3);
  CHECK(join(1, 0, 4, 9).field == 9);
  CHECK(join(1, 9, 4, 0).field == 9);
  CHECK(join(1, 0, 4, 0).field == 0);
}

TEST_CASE("times: keep their precision") {
  for (std::int64_t precision = 1; precision <= kNanosPerSecond; precision *= 10) {
    CHECK(Value::Time(0, precision).time_precision() == precision);
  }
  CHECK(Value::Time(0, kNanosPerDay).time_precision() == kNanosPerDay);
  CHECK(Value::Time(0, kNanosPerDay).tag == Value::kDayPrecision);
}

}  // namespace
}  // namespace writ::vm
