// Numbers of JSON by value.
#include "base/json_number.h"

#include <doctest/doctest.h>

namespace writ {
namespace {

TEST_CASE("json numbers: one value, many spellings") {
  CHECK(CompareJsonNumbers("1", "1.0") == 0);
  CHECK(CompareJsonNumbers("1e2", "100") == 0);
  CHECK(CompareJsonNumbers("1E+2", "0.1e3") == 0);
  CHECK(CompareJsonNumbers("-0", "0.000e9") == 0);
  CHECK(CompareJsonNumbers("1e400", "10e399") == 0);
}

TEST_CASE("json numbers: order is exact at any size") {
  CHECK(CompareJsonNumbers("9007199254740992", "9007199254740993") == -1);
  CHECK(CompareJsonNumbers("-2", "-10") == 1);
  CHECK(CompareJsonNumbers("-1e-400", "0") == -1);
  CHECK(CompareJsonNumbers("0.1", "0.09") == 1);
  CHECK(CompareJsonNumbers("1e99999999999999999999", "1e99999999999999999998") == 0);   // both beyond what is told apart
  CHECK(CompareJsonNumbers("1e99999999999999999999", "2") == 1);
}

}  // namespace
}  // namespace writ
