// The inside of strings: escapes and dedenting. Covered by tests/compiler/parse/text_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/parse/reporter.h"

namespace writ::compiler {

// Undoes \" \\ \n \t \$ \u{…} in the text between two quotation marks. `begin` is the byte offset of `text` in the file; unknown
// escapes are reported there, unless `reporter` is null, and kept as written.
std::string Unescape(std::string_view text, std::uint32_t begin, Reporter* reporter);

// A piece of `"""` text as written, or the place of an interpolation.
struct TextPiece {
  std::string_view text;
  bool interpolation = false;
};
// Removes the line break after the opening marks, the last line if it is blank, and the white space that all lines that are not
// blank begin with; CRLF becomes LF. Escapes are left alone. One string per piece, empty for interpolations.
std::vector<std::string> Dedent(const std::vector<TextPiece>& pieces);

// What a raw fixture holds: dedented like other text, with a line break after its last line, as a file has.
std::string DedentFixture(std::string_view text);

}  // namespace writ::compiler
