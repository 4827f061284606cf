// Tokens of one item → ANTLR's tree of it. First with SLL prediction and no reporting; only an item that fails is read again with LL
// prediction and our recovery (recovery in parse_item.cc: errors stay inside their clause). Not safe for concurrent use: the runtime
// shares tables between parsers, so Parse (parse.h) holds a mutex.
// Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/parse/reporter.h"
#include "compiler/parse/split.h"
#include "compiler/parse/token.h"

namespace writ::grammar {
struct ParsedItem;  // grammar/item_tokens.h: known to .cc files only
}

namespace writ::compiler {

class ItemParser {
 public:
  ItemParser(const LexedFile& file, std::string_view text, Reporter& reporter);
  ~ItemParser();
  ItemParser(const ItemParser&) = delete;
  ItemParser& operator=(const ItemParser&) = delete;

  // The tree lives until the next call. After an error parts of it are missing (null). Stops early once the reporter is full.
  const grammar::ParsedItem& Parse(ItemRange range);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads the whole of `text` with exact ambiguity detection and lists what ANTLR finds, one line each. For tests of the grammar.
std::vector<std::string> FindAmbiguities(const LexedFile& file);

}  // namespace writ::compiler
