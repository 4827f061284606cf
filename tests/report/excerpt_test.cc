// Excerpts with carets: ranges, long lines, and credentials that are not shown.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/locate.h"

namespace writ::report {
namespace {

std::optional<Excerpt> ExcerptOf(const std::string& text, std::uint32_t begin, std::uint32_t end,
                                 std::size_t width = 60) {
  SourceMap sources;
  const FileId file = sources.Add("a.yaml", text);
  Locator locator(sources);
  Location location;
  location.span = {file, begin, end};
  locator.Want(location.span);
  locator.Resolve();
  locator.Fill(location.span, location);
  return MakeExcerpt(location, sources, width);
}

TEST_CASE("an excerpt marks the range on its first line") {
  const auto excerpt = ExcerptOf("a:\n  b: c\n  d: e\n", 5, 14);
  REQUIRE(excerpt);
  CHECK(excerpt->line == 2);
  CHECK(excerpt->before == "  ");
  CHECK(excerpt->marked == "b: c");
  CHECK(excerpt->after.empty());
}

TEST_CASE("an excerpt hides what looks like a credential and keeps the mark on it") {
  const std::string secret = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXZhbHVl";
  const std::string line = "  example: \"Bearer " + secret + "\"  # note";
  const auto whole = ExcerptOf(line, 0, static_cast<std::uint32_t>(line.size()), 200);
  REQUIRE(whole);
  CHECK((whole->before + whole->marked + whole->after).find(secret) == std::string::npos);
  CHECK(whole->marked.find("# note") != std::string::npos);
  const auto begin = static_cast<std::uint32_t>(line.find("# note"));
  const auto later = ExcerptOf(line, begin, begin + 6, 200);
  REQUIRE(later);
  CHECK(later->marked == "# note");
  CHECK(later->before.find(secret) == std::string::npos);
  // A range inside the secret cannot bring a part of it to light.
  const auto at = static_cast<std::uint32_t>(line.find(secret));
  const auto inside = ExcerptOf(line, at + 5, at + 30, 200);
  REQUIRE(inside);
  CHECK((inside->before + inside->marked + inside->after).find(secret.substr(5, 25)) == std::string::npos);
}

TEST_CASE("an excerpt of a long line is cut round the range and costs no more") {
  std::string line = "{";
  for (int i = 0; i < 100'000; ++i) line += "\"k\": \"v\", ";
  const auto at = static_cast<std::uint32_t>(line.size());
  line += "\"here\"";
  for (int i = 0; i < 100'000; ++i) line += ", \"k\": \"v\"";
  const auto excerpt = ExcerptOf(line, at, at + 6, 40);
  REQUIRE(excerpt);
  CHECK(excerpt->marked == "\"here\"");
  CHECK(CodePointCount(excerpt->before) <= 21);
  CHECK(excerpt->before.substr(0, 3) == "…");
  CHECK(excerpt->after.substr(excerpt->after.size() - 3) == "…");
  CHECK(CodePointCount(excerpt->before + excerpt->marked + excerpt->after) <= 42);
}

TEST_CASE("one endless token is not shown at all") {
  const std::string line(300'000, 'A');
  CHECK_FALSE(ExcerptOf(line, 150'000, 150'010));
}

TEST_CASE("control characters and ill-formed bytes are made visible") {
  const auto excerpt = ExcerptOf("a\x1b[31m \xff b", 0, 1);
  REQUIRE(excerpt);
  const std::string all = excerpt->before + excerpt->marked + excerpt->after;
  CHECK(all.find('\x1b') == std::string::npos);
  CHECK_FALSE(FirstInvalidUtf8(all));
}

TEST_CASE("a range past the end of its line marks nothing and does not fail") {
  const auto excerpt = ExcerptOf("ab\n", 2, 2);
  REQUIRE(excerpt);
  CHECK(excerpt->before == "ab");
  CHECK(excerpt->marked.empty());
}

}  // namespace
}  // namespace writ::report
