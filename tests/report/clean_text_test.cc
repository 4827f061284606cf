// What CleanText lets through: repaired, masked, otherwise as it was.
#include <doctest/doctest.h>

#include "report/clean_text.h"

namespace writ::report {
namespace {

TEST_CASE("text is repaired and masked and otherwise untouched") {
  CHECK(CleanText("GET /users/7 → 200") == "GET /users/7 → 200");
  CHECK(CleanText("") == "");
  CHECK(CleanText("a\xC3") == "a\xEF\xBF\xBD");
  CHECK(CleanText("Authorization: Bearer abcdefghijklmnop1234").find("abcdefghijklmnop1234") ==
        std::string::npos);
}

}  // namespace
}  // namespace writ::report
