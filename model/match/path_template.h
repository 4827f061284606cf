// Segments of paths and of path templates. Covered by tests/model/match/matcher_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace writ::model {

enum class SegmentKind : std::uint8_t { kStatic, kMixed, kParameter };

// One segment of a template: literals and parameters in turns, starting and ending with a literal that may be
// empty. "report.{format}" is {"report.", ""} with the parameter "format"; "{id}" is {"", ""} with "id".
struct SegmentTemplate {
  SegmentKind kind = SegmentKind::kStatic;
  std::vector<std::string> literals;         // percent-decoded
  std::vector<std::string_view> parameters;  // names: views into the template's text
  std::size_t literal_bytes = 0;
};

// Braces that do not pair are literal text.
SegmentTemplate ParseSegment(std::string_view text);

// Whether a decoded segment fits a mixed template; each parameter takes one character or more. A literal
// between two parameters is found at its leftmost place, so the split is always the same. Fills `values` (as
// many as there are parameters).
bool MatchMixed(const SegmentTemplate& segment, std::string_view text, std::string_view* values);

}  // namespace writ::model
