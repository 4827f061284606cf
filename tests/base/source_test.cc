// Lines, columns and offsets.
#include "base/source.h"

#include <doctest/doctest.h>

namespace writ {
namespace {

TEST_CASE("source: columns count code points") {
  const SourceFile file("x", "ab\né😀c\r\n\nlast");
  CHECK(file.line_count() == 4);
  CHECK(file.Locate(0) == LineColumn{1, 1});
  CHECK(file.Locate(2) == LineColumn{1, 3});
  CHECK(file.Locate(3) == LineColumn{2, 1});
  CHECK(file.Locate(9) == LineColumn{2, 3});
  CHECK(file.Locate(999) == LineColumn{4, 5});
  CHECK(file.Line(2) == "é😀c");
  CHECK(file.Line(3).empty());
  CHECK(file.Line(0).empty());
  CHECK(file.Line(9).empty());
}

TEST_CASE("source: offsets of lines and columns") {
  const SourceFile file("x", "ab\né😀c\n");
  CHECK(file.OffsetOf(1, 1) == 1);
  CHECK(file.OffsetOf(2, 2) == 9);
  CHECK(file.OffsetOf(2, 99) == 11);
  CHECK(file.OffsetOf(99, 0) == 11);
}

TEST_CASE("source: an empty file has one empty line") {
  const SourceFile file("x", "");
  CHECK(file.line_count() == 1);
  CHECK(file.Locate(0) == LineColumn{1, 1});
  CHECK(file.Line(1).empty());
}

TEST_CASE("source: spans give their bytes") {
  SourceMap sources;
  const FileId a = sources.Add("a", "hello");
  const FileId b = sources.Add("b", "world");
  CHECK(sources.Text({a, 1, 3}) == "el");
  CHECK(sources.Text({b, 0, 5}) == "world");
  CHECK(sources.Text({}).empty());
  CHECK(sources.file(b).name() == "b");
  CHECK(sources.size() == 2);
}

}  // namespace
}  // namespace writ
