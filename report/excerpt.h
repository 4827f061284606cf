// One line of an input with the range to underline, safe to show: masked, without control characters, cut
// round the range. What RenderExcerpt (base/diagnostics.h) is for diagnostics; findings go into files that
// travel, so theirs are masked, and a line of megabytes costs no more than a short one. Covered by
// tests/report/excerpt_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/source.h"
#include "report/report.h"

namespace writ::report {

struct Excerpt {
  std::uint32_t line = 0;
  std::string before, marked,
      after;  // UTF-8; `marked` is underlined and may be empty (a range at the end of a line)
};

// At most `width` code points. Nothing for a place without a position.
std::optional<Excerpt> MakeExcerpt(const Location& location, const SourceMap& sources, std::size_t width);

}  // namespace writ::report
