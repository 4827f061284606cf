// Changes of text that keep comments and leave no gaps. What cannot be changed without touching a comment is not changed.
// Covered, by way of fixes, by tests/conformance/lint and tests/cli/lint_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/format/pieces.h"
#include "compiler/lint/lint.h"

namespace writ::compiler::lint {

// Cuts files into pieces once each.
class Editor {
 public:
  explicit Editor(const SourceMap& sources) : sources_(sources) {}

  // Takes an item or a clause out: whole lines, when nothing else stands on them, with the `##` lines above it (`doc`) and one of two empty
  // lines round it. Nothing when a comment stands inside, behind or directly above it: nobody knows what that would then be about.
  std::vector<Edit> Remove(Span item, Span doc = {});
  // Puts `text` instead of what stands between two places of one clause. Nothing when there is a comment in it.
  std::vector<Edit> Replace(FileId file, std::uint32_t begin, std::uint32_t end, std::string text = {});

  // Takes a comment out, with its line when it has one to itself.
  std::vector<Edit> RemoveComment(Span comment) const;

  const Pieces& PiecesOf(FileId file);

 private:
  bool HasComment(FileId file, std::uint32_t begin, std::uint32_t end);

  const SourceMap& sources_;
  std::map<FileId, Pieces> pieces_;
};

// The text of `file` with the fixes made, as far as they do not overlap: of two that do, the later one is left out. `applied` counts.
std::string ApplyFixes(std::string_view text, FileId file, const std::vector<const Finding*>& findings, std::size_t& applied);

}  // namespace writ::compiler::lint
