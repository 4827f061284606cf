// See item_tokens.h.
#include "grammar/item_tokens.h"

#include <algorithm>

namespace writ::grammar {

void ItemTokens::Clear() {
  tokens_.clear();
  next_ = 0;
}

void ItemTokens::Add(std::size_t type, std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
  tokens_.emplace_back(type, begin, end, static_cast<std::uint32_t>(tokens_.size()), id);
}

void ItemTokens::Finish(std::uint32_t end_offset, std::uint32_t id) {
  Add(antlr4::Token::EOF, end_offset, end_offset, id);
  next_ = 0;
}

void ItemTokens::consume() {
  if (next_ + 1 < tokens_.size()) ++next_;
}

std::size_t ItemTokens::LA(ssize_t k) { return LT(k)->getType(); }

antlr4::Token* ItemTokens::LT(ssize_t k) {
  if (k < 0) {
    const std::size_t back = static_cast<std::size_t>(-k);
    return back > next_ ? nullptr : &tokens_[next_ - back];
  }
  const std::size_t ahead = k == 0 ? 0 : static_cast<std::size_t>(k) - 1;
  return &tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
}

antlr4::Token* ItemTokens::get(std::size_t index) const {
  return const_cast<ItemToken*>(&tokens_[std::min(index, tokens_.size() - 1)]);
}

void ItemTokens::seek(std::size_t index) { next_ = std::min(index, tokens_.size() - 1); }

}  // namespace writ::grammar
