// Glob patterns over paths.
#include "base/glob.h"

#include <doctest/doctest.h>

#include <string>

namespace writ {
namespace {

TEST_CASE("glob: within and across segments") {
  CHECK(GlobMatches("gateway/*.yaml", "gateway/a.yaml"));
  CHECK_FALSE(GlobMatches("gateway/*.yaml", "gateway/x/a.yaml"));
  CHECK(GlobMatches("gateway/**.yaml", "gateway/x/a.yaml"));
  CHECK(GlobMatches("**", "a/b/c"));
  CHECK(GlobMatches("*", "abc"));
  CHECK(GlobMatches("*", ""));
  CHECK_FALSE(GlobMatches("*", "a/b"));
  CHECK(GlobMatches("a/**", "a/b/c"));
  CHECK_FALSE(GlobMatches("a/**", "a"));
  CHECK_FALSE(GlobMatches("a", "ab"));
  CHECK_FALSE(GlobMatches("ab", "a"));
  CHECK(GlobMatches("", ""));
}

TEST_CASE("glob: two stars and a slash are any number of folders") {
  CHECK(GlobMatches("**/x.json", "x.json"));
  CHECK(GlobMatches("**/x.json", "a/b/x.json"));
  CHECK_FALSE(GlobMatches("**/x.json", "a/bx.json"));
  CHECK(GlobMatches("a/**/b", "a/b"));
  CHECK(GlobMatches("a/**/b", "a/x/y/b"));
  CHECK_FALSE(GlobMatches("a/**/b", "ab"));
  CHECK_FALSE(GlobMatches("a/**/b", "a/xb"));
}

TEST_CASE("glob: a question mark is one character") {
  CHECK(GlobMatches("?.yaml", "a.yaml"));
  CHECK(GlobMatches("?.yaml", "é.yaml"));
  CHECK(GlobMatches("??", "😀é"));
  CHECK_FALSE(GlobMatches("?", "😀é"));
  CHECK_FALSE(GlobMatches("a?b", "a/b"));
  CHECK_FALSE(GlobMatches("?", ""));
}

TEST_CASE("glob: other characters stand for themselves") {
  CHECK(GlobMatches("a[1].{x}", "a[1].{x}"));
  CHECK_FALSE(GlobMatches("a.b", "axb"));
}

TEST_CASE("glob: a hostile pattern ends") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  CHECK_FALSE(GlobMatches(pattern + "b", std::string(2'000, 'a')));
  std::string folders;
  for (int i = 0; i < 200; ++i) folders += "**/";
  CHECK_FALSE(GlobMatches(folders + "b", std::string(2'000, '/') + "a"));
}

}  // namespace
}  // namespace writ
