// The look-ups behind indexed conditions, against asking each condition.
#include "vm/condition_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace writ::vm {
namespace {

template <typename Index>
std::vector<std::uint32_t> Found(const Index& index, std::string_view text) {
  std::vector<std::uint32_t> found;
  index.Find(text, [&](std::uint32_t condition) { found.push_back(condition); });
  std::sort(found.begin(), found.end());
  return found;
}

using Conditions = std::vector<std::uint32_t>;

TEST_CASE("a value gives the conditions that it makes true") {
  ValueIndex index;
  CHECK(Found(index, "GET").empty());
  index.Add("GET", 0), index.Add("PUT", 0), index.Add("GET", 2), index.Add("", 3), index.Add("GET", 2);
  CHECK(Found(index, "GET") == Conditions{0, 2});
  CHECK(Found(index, "PUT") == Conditions{0});
  CHECK(Found(index, "") == Conditions{3});
  CHECK(Found(index, "PUTT").empty());
}

TEST_CASE("many values, among them ones that hash alike") {
  std::vector<std::string> texts;
  // The middle beyond the first, last and middle eight bytes does not enter the hash.
  for (int i = 0; i < 500; ++i) texts.push_back("/v1/items/" + std::to_string(100'000 + i) + "/middle-of-it/the-same-end-of-all");
  ValueIndex index;
  for (std::uint32_t i = 0; i < texts.size(); ++i) index.Add(texts[i], i);
  for (std::uint32_t i = 0; i < texts.size(); ++i) CHECK(Found(index, texts[i]) == Conditions{i});
  CHECK(Found(index, "/v1/items/999999/middle-of-it/the-same-end-of-all").empty());
}

TEST_CASE("a text begins with all prefixes of its longest one, and with no neighbour") {
  const std::vector<std::string> prefixes = {"/a", "/a/b", "/a/c", "/", "/a", "", "/a/b/c/d", "/b", "a", "/a/"};
  PrefixIndex index;
  for (std::uint32_t i = 0; i < prefixes.size(); ++i) index.Add(prefixes[i], i);
  index.Finish();
  for (const std::string text : {"", "/", "/a", "/a/b", "/a/bc", "/a/b/c/d/e", "/a/c", "/ab", "/b", "/c", "a", "b", "/a/b/c", "\xff"}) {
    Conditions expected;
    for (std::uint32_t i = 0; i < prefixes.size(); ++i) {
      if (text.substr(0, prefixes[i].size()) == prefixes[i]) expected.push_back(i);
    }
    CAPTURE(text);
    CHECK(Found(index, text) == expected);
  }
}

}  // namespace
}  // namespace writ::vm
