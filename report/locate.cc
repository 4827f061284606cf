// One sweep per file over the sorted offsets.
#include "report/locate.h"

#include <algorithm>

#include "base/check.h"

namespace writ::report {

std::uint32_t Locator::FirstLineEnd(const Span& span) const {
  const std::string_view text = sources_.file(span.file).text();
  const std::size_t end = std::min<std::size_t>(std::max(span.begin, span.end), text.size());
  if (span.begin >= end) return span.begin;
  const std::size_t hit = text.substr(span.begin, end - span.begin).find('\n');
  if (hit == std::string_view::npos) return std::max(span.begin, span.end);
  std::size_t cut = span.begin + hit;
  if (cut > span.begin && text[cut - 1] == '\r') --cut;
  return static_cast<std::uint32_t>(cut);
}

void Locator::Want(const Span& span) {
  if (!span.valid()) return;
  std::vector<Mark>& marks = marks_[span.file];
  for (const std::uint32_t offset : {span.begin, std::max(span.begin, span.end), FirstLineEnd(span)}) {
    Mark mark;
    mark.offset = offset;
    marks.push_back(mark);
  }
}

void Locator::Resolve() {
  for (auto& entry : marks_) {
    std::vector<Mark>& marks = entry.second;
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.offset < b.offset; });
    marks.erase(std::unique(marks.begin(), marks.end(),
                            [](const Mark& a, const Mark& b) { return a.offset == b.offset; }),
                marks.end());
    const std::string_view text = sources_.file(entry.first).text();
    Position at{1, 1};
    std::size_t i = 0;
    for (Mark& mark : marks) {
      const std::size_t goal = std::min<std::size_t>(mark.offset, text.size());
      for (; i < goal; ++i) {
        if (text[i] == '\n') {
          ++at.line;
          at.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
          ++at.column;  // by the first byte of each code point
        }
      }
      mark.position = at;
    }
  }
}

Position Locator::PositionOf(FileId file, std::uint32_t offset) const {
  const auto entry = marks_.find(file);
  WRIT_CHECK(entry != marks_.end());
  const auto it = std::lower_bound(entry->second.begin(), entry->second.end(), offset,
                                   [](const Mark& mark, std::uint32_t value) { return mark.offset < value; });
  WRIT_CHECK(it != entry->second.end() && it->offset == offset);
  return it->position;
}

void Locator::Fill(const Span& span, Location& location) const {
  if (!span.valid()) return;
  location.begin = PositionOf(span.file, span.begin);
  location.end = PositionOf(span.file, std::max(span.begin, span.end));
  location.first_line_end = PositionOf(span.file, FirstLineEnd(span));
}

}  // namespace writ::report
