// Semantic versions: what is one, their order, and which a range takes.
#include "pack/version.h"

#include <doctest/doctest.h>

namespace writ::pack {
namespace {

bool Takes(std::string_view range, std::string_view version) {
  const auto parsed = VersionRange::Parse(range);
  REQUIRE(parsed.ok());
  return parsed->Contains(*ParseVersion(version));
}

TEST_CASE("version: what semver.org calls one, and nothing else") {
  for (const char* text : {"0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x-y-z.--", "1.0.0+20130313144700",
                           "1.0.0-beta+exp.sha.5114f85", "1.0.0+001", "1.0.0-0A.is.legal", "999999999999999999.0.0"}) {
    CAPTURE(text);
    const auto version = ParseVersion(text);
    REQUIRE(version);
    CHECK(version->ToString() == text);
  }
  for (const char* text : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b", "1.2.3+", "1.2.3+a+b", "v1.2.3", "1.2.3 ", " 1.2.3",
                           "-1.2.3", "1.2.x", "1.2.3-\xc3\xa9", "9999999999999999999.0.0"}) {
    CAPTURE(text);
    CHECK(!ParseVersion(text));
  }
}

TEST_CASE("version: precedence as in section 11 of the specification") {
  const char* const ascending[] = {"0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",
                                   "1.0.1", "1.2.0", "1.10.0", "2.0.0"};
  for (std::size_t i = 0; i < std::size(ascending); ++i) {
    for (std::size_t k = 0; k < std::size(ascending); ++k) {
      CAPTURE(ascending[i]);
      CAPTURE(ascending[k]);
      CHECK((Compare(*ParseVersion(ascending[i]), *ParseVersion(ascending[k])) < 0) == (i < k));
      CHECK((Compare(*ParseVersion(ascending[i]), *ParseVersion(ascending[k])) == 0) == (i == k));
    }
  }
  CHECK(Compare(*ParseVersion("1.0.0+a"), *ParseVersion("1.0.0+b")) == 0);
}

TEST_CASE("range: caret keeps the leftmost number that is not 0") {
  CHECK(Takes("^1.2.3", "1.2.3"));
  CHECK(Takes("^1.2.3", "1.99.0"));
  CHECK(!Takes("^1.2.3", "1.2.2"));
  CHECK(!Takes("^1.2.3", "2.0.0"));
  CHECK(Takes("^0.2.3", "0.2.9"));
  CHECK(!Takes("^0.2.3", "0.3.0"));
  CHECK(Takes("^0.0.3", "0.0.3"));
  CHECK(!Takes("^0.0.3", "0.0.4"));
  CHECK(Takes("^1", "1.9.9"));
  CHECK(!Takes("^1", "2.0.0"));
  CHECK(Takes("^0", "0.9.0"));
  CHECK(!Takes("^0", "1.0.0"));
  CHECK(Takes("^0.0", "0.0.9"));
  CHECK(!Takes("^0.0", "0.1.0"));
  CHECK(Takes("^1.2", "1.2.0"));
}

TEST_CASE("range: tilde keeps two numbers, or the one that is written") {
  CHECK(Takes("~1.2.3", "1.2.9"));
  CHECK(!Takes("~1.2.3", "1.3.0"));
  CHECK(!Takes("~1.2.3", "1.2.2"));
  CHECK(Takes("~1.2", "1.2.0"));
  CHECK(!Takes("~1.2", "1.3.0"));
  CHECK(Takes("~1", "1.9.0"));
  CHECK(!Takes("~1", "2.0.0"));
  CHECK(!Takes("~0.2.3", "0.3.0"));
}

TEST_CASE("range: comparators all hold") {
  CHECK(Takes(">=1.2.0 <2.0.0", "1.2.0"));
  CHECK(Takes(">= 1.2.0, < 2.0.0", "1.9.9"));
  CHECK(!Takes(">=1.2.0 <2.0.0", "2.0.0"));
  CHECK(Takes(">1.0.0", "1.0.1"));
  CHECK(!Takes(">1.0.0", "1.0.0"));
  CHECK(Takes("<=1.0.0", "1.0.0"));
  CHECK(Takes("=1.0.0", "1.0.0"));
  CHECK(Takes("1.0.0", "1.0.0"));
  CHECK(!Takes("1.0.0", "1.0.1"));
}

TEST_CASE("range: a prerelease only where its three numbers are named with one") {
  CHECK(Takes("^1.2.3-beta.2", "1.2.3-beta.4"));
  CHECK(!Takes("^1.2.3-beta.2", "1.2.4-beta.4"));
  CHECK(Takes("^1.2.3-beta.2", "1.2.4"));
  CHECK(!Takes("^1.2.3", "1.3.0-rc.1"));
  CHECK(!Takes(">=1.0.0", "2.0.0-rc.1"));
  CHECK(!Takes("^1.2.3", "2.0.0-rc.1"));
}

TEST_CASE("range: what is none says why") {
  const auto error = [](std::string_view text) { return VersionRange::Parse(text).ok() ? std::string() : VersionRange::Parse(text).error(); };
  CHECK(error("") == "the range is empty");
  CHECK(error(" , ") == "the range is empty");
  CHECK(error("*") == "`*` is no version");
  CHECK(error("^1.x") == "`1.x` is no version");
  CHECK(error(">=1.2") == "`1.2` is no whole version: only `^` and `~` take fewer than three numbers");
  CHECK(error("=>1.2.0") == "`=>` is no comparator");
  CHECK(error("^") == "`` is no version");
  CHECK(error("1.0.0 || 2.0.0") == "`||` is no version");
}

}  // namespace
}  // namespace writ::pack
