// Lines and columns for many spans at once. A column is counted from the start of its line, so asking span by
// span costs the length of the line each time: quadratic on a minified description. Here the offsets of one
// file are sorted and the file is walked once. Covered by tests/report/locate_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/source.h"
#include "report/report.h"

namespace writ::report {

class Locator {
 public:
  explicit Locator(const SourceMap& sources) : sources_(sources) {}

  // Notes a span that will be asked for. Invalid spans are ignored.
  void Want(const Span& span);
  // Works out every noted span; called once, before the first Fill.
  void Resolve();
  // Sets begin, end and first_line_end of `location` from `span`, which was noted before; leaves them unset
  // for an invalid span.
  void Fill(const Span& span, Location& location) const;

 private:
  struct Mark {
    std::uint32_t offset = 0;
    Position position;
  };
  // The offset of the first line break inside a span, else its end.
  std::uint32_t FirstLineEnd(const Span& span) const;
  Position PositionOf(FileId file, std::uint32_t offset) const;

  const SourceMap& sources_;
  std::map<FileId, std::vector<Mark>> marks_;  // sorted by offset, without repeats, once resolved
};

}  // namespace writ::report
