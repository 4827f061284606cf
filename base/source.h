// Input files and places in them. Every node of every input keeps a Span; lines and columns are worked out
// only when a place is printed. Covered by tests/base/source_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace writ {

// Index into a SourceMap; kNoFile for things without a file.
enum class FileId : std::uint32_t {};
inline constexpr FileId kNoFile{0xffffffffu};

// A half-open byte range of one file. An empty range at the end of a line is legal.
struct Span {
  FileId file = kNoFile;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool valid() const { return file != kNoFile; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

// 1-based line and column; columns count Unicode code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// One input: the name shown to people (relative to the folder of the configuration, never absolute) and its bytes.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  LineColumn Locate(std::uint32_t offset) const;
  // Byte offset of a 1-based line and a 0-based column counted in code points; past the end of the line gives its end.
  std::uint32_t OffsetOf(std::uint32_t line, std::uint32_t column0) const;
  // The text of a 1-based line without its line break.
  std::string_view Line(std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  bool ascii_ = true;
};

// Owns the files of one run. Files are added by one thread before they are read by many.
class SourceMap {
 public:
  FileId Add(std::string name, std::string text);
  const SourceFile& file(FileId id) const;
  std::size_t size() const { return files_.size(); }
  LineColumn Locate(const Span& span) const { return file(span.file).Locate(span.begin); }
  // The bytes a span covers; empty for an invalid span.
  std::string_view Text(const Span& span) const;

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace writ
