// Line tables: offsets of line starts, found once when a file is added.
#include "base/source.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace writ {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  line_starts_.push_back(0);
  const char* begin = text_.data();
  const char* end = begin + text_.size();
  for (const char* p = begin; p < end;) {
    const void* hit = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    if (hit == nullptr) break;
    p = static_cast<const char*>(hit) + 1;
    line_starts_.push_back(static_cast<std::uint32_t>(p - begin));
  }
  ascii_ = std::all_of(text_.begin(), text_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

LineColumn SourceFile::Locate(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto it = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - 1;
  std::uint32_t column = 1;
  if (ascii_) {
    column += offset - *it;
  } else {
    for (std::uint32_t i = *it; i < offset; ++i) {
      if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
    }
  }
  return {static_cast<std::uint32_t>(it - line_starts_.begin()) + 1, column};
}

std::uint32_t SourceFile::OffsetOf(std::uint32_t line, std::uint32_t column0) const {
  if (line == 0 || line > line_count()) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t offset = line_starts_[line - 1];
  const std::uint32_t limit = line < line_count() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  if (ascii_) return std::min(offset + column0, limit);
  while (column0 > 0 && offset < limit) {
    ++offset;
    while (offset < limit && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80) ++offset;
    --column0;
  }
  return offset;
}

std::string_view SourceFile::Line(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  std::size_t begin = line_starts_[line - 1];
  std::size_t end = line < line_count() ? line_starts_[line] : text_.size();
  std::string_view text = std::string_view(text_).substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

FileId SourceMap::Add(std::string name, std::string text) {
  files_.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text)));
  return static_cast<FileId>(files_.size() - 1);
}

const SourceFile& SourceMap::file(FileId id) const {
  WRIT_CHECK(static_cast<std::size_t>(id) < files_.size());
  return *files_[static_cast<std::size_t>(id)];
}

std::string_view SourceMap::Text(const Span& span) const {
  if (!span.valid()) return {};
  return file(span.file).text().substr(span.begin, span.end - span.begin);
}

}  // namespace writ
