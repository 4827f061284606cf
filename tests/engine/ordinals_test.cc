// Sets of ordinals: every order of adding and merging gives the same set.
#include "engine/ordinals.h"

#include <doctest/doctest.h>

namespace writ::engine {

TEST_CASE("ordinals: what goes in comes out sorted and once") {
  OrdinalLog log;
  for (const std::uint64_t n : {0u, 1u, 2u, 200u, 70'000u, 5u, 5u, 1u}) log.Add(n);
  log.Add(UINT64_MAX - 1);
  CHECK(log.Sorted() == std::vector<std::uint64_t>{0, 1, 2, 5, 200, 70'000, UINT64_MAX - 1});
}

TEST_CASE("ordinals: merging does not depend on the order and writing goes on after it") {
  OrdinalLog a, b;
  for (std::uint64_t n = 0; n < 1000; n += 2) a.Add(n);
  for (std::uint64_t n = 1; n < 1000; n += 2) b.Add(n);
  a.Merge(std::move(b));
  a.Add(1000);
  const std::vector<std::uint64_t> all = a.Sorted();
  REQUIRE(all.size() == 1001);
  CHECK(all.front() == 0);
  CHECK(all.back() == 1000);
}

TEST_CASE("ordinals: ranges read as people write them") {
  CHECK(RangesText({}).empty());
  CHECK(RangesText({7}) == "7");
  CHECK(RangesText({0, 1, 2, 3, 7, 9, 10}) == "0-3,7,9-10");
}

}  // namespace writ::engine
