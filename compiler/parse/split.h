// Balanced tokens → items. Because every item begins with a word of its own outside all brackets, the cut needs no parser; each
// item is then parsed alone, so an error in one never reaches the next. Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "compiler/parse/reporter.h"
#include "compiler/parse/token.h"

namespace writ::compiler {

// Tokens [first, last) of a LexedFile.
struct ItemRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Cuts the file. A misspelt first word of an item is reported and put right in `file`.
std::vector<ItemRange> SplitItems(LexedFile& file, std::string_view text, Reporter& reporter);

}  // namespace writ::compiler
