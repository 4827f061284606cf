// The tokens of a policy file after lexing and repair: what the parser sees. Types are those of grammar/WritLexer.g4; the lists of
// words below are worked out from its order. Covered by tests/compiler/parse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace writ::compiler {

struct Token {
  std::uint32_t begin = 0;  // byte offsets
  std::uint32_t end = 0;
  std::uint16_t type = 0;
  std::uint16_t nest = 0;     // how many brackets and strings are open around it
  bool line_start = false;    // the first token of its line
  bool repaired = false;      // stands for, or follows, something that has been reported: an error here is the echo of that one
};

// INVARIANT: brackets and strings are balanced; an opener and its closer have the same `nest`, what is between has more.
struct LexedFile {
  std::vector<Token> tokens;
  std::vector<Span> docs;  // `##` lines in order
};

// An identifier, or a word with a meaning in one place only.
bool IsName(std::size_t type);
// A word that is a name only after a dot.
bool IsReserved(std::size_t type);
inline bool IsWord(std::size_t type) { return IsName(type) || IsReserved(type); }
// A reserved word that begins a clause of a rule or detector.
bool BeginsClause(std::size_t type);
// A word that begins a clause where it stands in the right place, and is a name elsewhere.
bool MayBeginClause(std::size_t type);
// A reserved word that begins an item of a file and nothing else.
bool BeginsItem(std::size_t type);
// How a keyword or sign is written; empty for tokens with changing text.
std::string_view Spelling(std::size_t type);

}  // namespace writ::compiler
