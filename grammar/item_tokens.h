// The tokens of one item as ANTLR wants to see them: a random-access stream of small token objects, made anew for each item and
// reused between items. ANTLR's own classes keep a string and a source pointer per token and fill lazily; these do neither.
// Positions are byte offsets into the policy file (ANTLR counts code points). Covered by tests/compiler/parse.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <antlr4-runtime.h>

#include "WritParser.h"

namespace writ::grammar {

class ItemToken final : public antlr4::WritableToken {
 public:
  ItemToken(std::size_t type, std::uint32_t begin, std::uint32_t end, std::uint32_t index, std::uint32_t id)
      : type_(type), begin_(begin), end_(end), index_(index), id_(id) {}

  std::size_t getType() const override { return type_; }
  void setType(std::size_t type) override { type_ = type; }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return begin_; }
  std::size_t getStopIndex() const override { return end_; }  // one past the last byte, unlike ANTLR's own
  std::size_t getChannel() const override { return DEFAULT_CHANNEL; }
  // Nothing of ours asks a token for the rest: text and lines come from the source file.
  std::string getText() const override { return {}; }
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string toString() const override { return {}; }
  void setText(const std::string&) override {}
  void setLine(std::size_t) override {}
  void setCharPositionInLine(std::size_t) override {}
  void setChannel(std::size_t) override {}
  void setTokenIndex(std::size_t index) override { index_ = static_cast<std::uint32_t>(index); }

  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  // Index in the token list of the whole file.
  std::uint32_t id() const { return id_; }

 private:
  std::size_t type_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::uint32_t index_;
  std::uint32_t id_;
};

// INVARIANT: once Finish has been called the last token is EOF and tokens no longer move in memory.
class ItemTokens final : public antlr4::TokenStream {
 public:
  void Clear();
  void Add(std::size_t type, std::uint32_t begin, std::uint32_t end, std::uint32_t id);
  void Finish(std::uint32_t end_offset, std::uint32_t id);
  ItemToken& at(std::size_t index) { return tokens_[index]; }

  void consume() override;
  std::size_t LA(ssize_t k) override;
  antlr4::Token* LT(ssize_t k) override;
  antlr4::Token* get(std::size_t index) const override;
  std::size_t index() override { return next_; }
  void seek(std::size_t index) override;
  std::size_t size() override { return tokens_.size(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  std::vector<ItemToken> tokens_;
  std::size_t next_ = 0;
};

// A node of the parse tree for headers that must not name ANTLR; null where the text was broken.
struct Node {
  antlr4::ParserRuleContext* context = nullptr;
};

// One parsed item. Lives until the next one is parsed.
struct ParsedItem {
  WritParser::UnitContext* tree = nullptr;
};

}  // namespace writ::grammar
