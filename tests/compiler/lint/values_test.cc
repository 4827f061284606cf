// Sets of values against sets of their members, over a small universe and at both ends of the large one.
#include <doctest/doctest.h>

#include <set>

#include "compiler/lint/values.h"

using writ::compiler::lint::ValueSet;

namespace {

constexpr std::int64_t kFew = 7;

ValueSet FromBits(unsigned bits) {
  std::vector<std::int64_t> values;
  for (std::int64_t i = 0; i < kFew; ++i) {
    if ((bits >> i & 1) != 0) values.push_back(i);
  }
  return ValueSet::Of(values);
}

unsigned Bits(const ValueSet& set) {
  unsigned bits = 0;
  for (std::int64_t i = 0; i < kFew; ++i) bits |= set.Contains(i) ? 1u << i : 0u;
  return bits;
}

}  // namespace

TEST_CASE("sets of values: every pair of small sets") {
  constexpr unsigned kAll = (1u << kFew) - 1;
  for (unsigned a = 0; a <= kAll; ++a) {
    const ValueSet x = FromBits(a);
    CHECK(Bits(x) == a);
    CHECK(x.empty() == (a == 0));
    CHECK(Bits(x.Not()) == (kAll & ~a));
    CHECK(x.Not().Not() == x);
    for (unsigned b = 0; b <= kAll; ++b) {
      const ValueSet y = FromBits(b);
      // One form for one set: what is equal compares equal.
      CHECK(x.And(y) == FromBits(a & b));
      CHECK(x.Or(y) == FromBits(a | b));
      CHECK(x.IsWithin(y) == ((a & ~b) == 0));
    }
  }
}

TEST_CASE("sets of values: the ends of the numbers") {
  const ValueSet least = ValueSet::Only(ValueSet::kLeast), most = ValueSet::Only(ValueSet::kMost);
  CHECK(ValueSet::All().Not().empty());
  CHECK(ValueSet().Not() == ValueSet::All());
  CHECK(least.Not().Or(least) == ValueSet::All());
  CHECK(most.Not().Or(most) == ValueSet::All());
  CHECK(most.Not().And(most).empty());
  CHECK(least.Or(most).Not() == ValueSet::Between(ValueSet::kLeast + 1, ValueSet::kMost - 1));
  CHECK(ValueSet::Between(1, 0).empty());
  CHECK(ValueSet::Of({ValueSet::kMost, ValueSet::kLeast, ValueSet::kMost}) == least.Or(most));
}
