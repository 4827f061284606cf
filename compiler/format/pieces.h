// A policy file cut into the pieces that a formatter moves: words, signs and whole strings, each with the comments round it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"

namespace writ::compiler {

struct Piece {
  std::string_view text;                 // as written
  std::uint32_t begin = 0;               // byte offset
  std::uint16_t nest = 0;                // open brackets round it
  bool is_string = false;
  std::vector<std::string_view> before;  // comments on lines of their own, above it
  std::vector<bool> blank_before;        // whether an empty line stands above each of these, then above the piece itself
  std::string_view behind;               // a comment on the same line
};

struct Pieces {
  std::vector<Piece> pieces;
  std::vector<std::string_view> footer;  // comments behind the last piece
  std::vector<bool> blank_before;        // above each of these
};

// `text` has no syntax errors.
Pieces CutIntoPieces(FileId file, std::string_view text, const Limits& limits);

}  // namespace writ::compiler
