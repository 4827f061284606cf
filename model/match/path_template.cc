// Braces to literals and parameters, and the match of segments that hold both.
#include "model/match/path_template.h"

#include "base/arena.h"
#include "model/traffic/encoding.h"

namespace writ::model {

SegmentTemplate ParseSegment(std::string_view text) {
  SegmentTemplate segment;
  Arena arena;
  std::size_t at = 0, literal = 0;
  const auto end_literal = [&](std::size_t end) {
    segment.literals.emplace_back(PercentDecode(text.substr(literal, end - literal), false, arena));
    segment.literal_bytes += segment.literals.back().size();
  };
  while (at < text.size()) {
    const std::size_t close = text[at] == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
    if (close == std::string_view::npos || text[close] != '}') {
      ++at;
      continue;
    }
    end_literal(at);
    segment.parameters.push_back(text.substr(at + 1, close - at - 1));
    at = literal = close + 1;
  }
  end_literal(text.size());
  if (!segment.parameters.empty()) {
    const bool is_bare = segment.parameters.size() == 1 && segment.literal_bytes == 0;
    segment.kind = is_bare ? SegmentKind::kParameter : SegmentKind::kMixed;
  }
  return segment;
}

bool MatchMixed(const SegmentTemplate& segment, std::string_view text, std::string_view* values) {
  const std::string& head = segment.literals.front();
  const std::string& tail = segment.literals.back();
  if (text.size() < segment.literal_bytes + segment.parameters.size()) return false;
  if (text.substr(0, head.size()) != head || text.substr(text.size() - tail.size()) != tail) return false;
  text = text.substr(head.size(), text.size() - head.size() - tail.size());
  const std::size_t count = segment.parameters.size();
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const std::string& literal = segment.literals[i + 1];
    const std::size_t at = literal.empty() ? 1 : text.find(literal, 1);
    if (at == std::string_view::npos || at >= text.size()) return false;
    values[i] = text.substr(0, at);
    text.remove_prefix(at + literal.size());
  }
  if (text.empty()) return false;
  values[count - 1] = text;
  return true;
}

}  // namespace writ::model
