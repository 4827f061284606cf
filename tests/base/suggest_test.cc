// Edit distance and suggestions.
#include "base/suggest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace writ {
namespace {

TEST_CASE("suggest: distances") {
  CHECK(EditDistance("", "") == 0);
  CHECK(EditDistance("abc", "") == 3);
  CHECK(EditDistance("", "abc") == 3);
  CHECK(EditDistance("owner", "owners") == 1);
  CHECK(EditDistance("ab", "ba") == 1);
  CHECK(EditDistance("ca", "abc") == 3);  // optimal string alignment does not edit a swapped pair again
  CHECK(EditDistance("Owner", "oWNER") == 0);
  CHECK(EditDistance("kitten", "sitting") == 3);
  CHECK(EditDistance("abcdef", "uvwxyz") == 6);
}

TEST_CASE("suggest: the nearest within a third of the length") {
  CHECK(Nearest("owner", {"owners", "operation"}) == "owners");
  CHECK(Nearest("opertaion", {"owners", "operation"}) == "operation");
  CHECK(Nearest("status_cod", {"status", "status_code"}) == "status_code");
  CHECK(Nearest("foo", {"status", "path"}).empty());
  CHECK(Nearest("path", {"math", "bath"}) == "bath");
  CHECK(Nearest("path", {"bath", "math"}) == "bath");
  CHECK(Nearest("path", {"paths", "Path"}) == "Path");
  CHECK(Nearest("path", {"path"}).empty());
  CHECK(Nearest("x", {"y"}).empty());
  CHECK(Nearest("", {"", "a"}).empty());
  CHECK(Nearest("abcdefghijklmnop", {"abcdefghijklmXYZ"}) == "abcdefghijklmXYZ");
  CHECK(Nearest("abcdefghijklmnop", {"abcdefghijklWXYZ"}).empty());
}

TEST_CASE("suggest: the sentence") {
  CHECK(DidYouMean("owner", {"owners"}) == "did you mean `owners`?");
  CHECK(DidYouMean("owner", {}).empty());
}

TEST_CASE("suggest: long names stay cheap") {
  const std::string name(200'000, 'a');
  const std::vector<std::string> candidates(50, name.substr(1) + "bb");
  CHECK(Nearest(name, candidates) == candidates[0]);
}

}  // namespace
}  // namespace writ
