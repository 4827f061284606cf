// Making values and joining poisons. Order and equality are in vm/compare.cc. Covered by tests/vm/value_test.cc.
#include "vm/value.h"

#include <algorithm>

#include "base/check.h"
#include "base/time.h"

namespace writ::vm {
namespace {

constexpr std::int64_t kPowersOfTen[] = {1,         10,         100,         1'000,        10'000,
                                         100'000,   1'000'000,  10'000'000,  100'000'000,  1'000'000'000};

}  // namespace

Value Value::Time(std::int64_t nanos, std::int64_t precision) {
  Value v;
  v.kind = ValueKind::kTime, v.i = nanos;
  if (precision == kNanosPerDay) {
    v.tag = kDayPrecision;
    return v;
  }
  // The coarsest power of ten that is no coarser than what was asked for, should it be none.
  while (v.tag + 1u < std::size(kPowersOfTen) && kPowersOfTen[v.tag + 1] <= precision) ++v.tag;
  return v;
}

std::int64_t Value::time_precision() const {
  return tag == kDayPrecision ? kNanosPerDay : kPowersOfTen[std::min<std::size_t>(tag, std::size(kPowersOfTen) - 1)];
}

Value JoinPoison(const Value& a, const Value& b) {
  if (a.is_error()) return a;
  if (b.is_error()) return b;
  if (a.is_unknown() && b.is_unknown()) {
    // 0 is no field: the lower one of those that are known.
    const std::uint16_t field = a.field == 0 ? b.field : b.field == 0 ? a.field : std::min(a.field, b.field);
    return Value::Unknown(a.size | b.size, field);
  }
  if (a.is_unknown()) return a;
  if (b.is_unknown()) return b;
  WRIT_CHECK(a.is_absent() || b.is_absent());
  return Value::Absent();
}

}  // namespace writ::vm
