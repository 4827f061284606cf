// Line and column of many offsets at once agree with the source file, in one sweep.
#include <doctest/doctest.h>

#include "report/locate.h"

namespace writ::report {
namespace {

TEST_CASE("batch positions agree with the source file for every offset") {
  SourceMap sources;
  const FileId file = sources.Add("a", "ab\r\n\xC3\xA9x\n\n\xF0\x9F\x98\x80 end");
  const auto size = static_cast<std::uint32_t>(sources.file(file).text().size());
  Locator locator(sources);
  for (std::uint32_t i = size + 1; i-- > 0;) locator.Want({file, i, size});
  locator.Resolve();
  for (std::uint32_t i = 0; i <= size; ++i) {
    Location location;
    locator.Fill({file, i, size}, location);
    const LineColumn expected = sources.file(file).Locate(i);
    CHECK_MESSAGE(location.begin.line == expected.line, i);
    const bool is_inside =
        i < size && (static_cast<unsigned char>(sources.file(file).text()[i]) & 0xC0) == 0x80;
    if (!is_inside) CHECK_MESSAGE(location.begin.column == expected.column, i);
  }
}

TEST_CASE("the first line of a span ends before its line break") {
  SourceMap sources;
  const FileId file = sources.Add("a", "ab\r\ncd");
  Locator locator(sources);
  locator.Want({file, 1, 6});
  locator.Want({file, 4, 6});
  locator.Resolve();
  Location location;
  locator.Fill({file, 1, 6}, location);
  CHECK(location.first_line_end == Position{1, 3});
  CHECK(location.end == Position{2, 3});
  locator.Fill({file, 4, 6}, location);
  CHECK(location.first_line_end == location.end);
}

TEST_CASE("an invalid span has no position") {
  SourceMap sources;
  Locator locator(sources);
  locator.Want(Span{});
  locator.Resolve();
  Location location;
  locator.Fill(Span{}, location);
  CHECK_FALSE(location.has_position());
}

TEST_CASE("many spans on one long line of other letters take one sweep") {
  std::string text;
  for (int i = 0; i < 400'000; ++i) text += "\xC3\xA9";
  SourceMap sources;
  const FileId file = sources.Add("a", text);
  Locator locator(sources);
  // Counted span by span from the start of the line this would be 10^10 steps.
  for (std::uint32_t i = 0; i < 100'000; ++i) locator.Want({file, 8 * i, 8 * i + 2});
  locator.Resolve();
  Location location;
  locator.Fill({file, 8 * 99'999, 8 * 99'999 + 2}, location);
  CHECK(location.begin == Position{1, 4 * 99'999 + 1});
}

}  // namespace
}  // namespace writ::report
