// See split.h.
#include "compiler/parse/split.h"

#include <string>

#include "WritLexer.h"
#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "compiler/parse/words.h"

namespace writ::compiler {
namespace {

using L = grammar::WritLexer;

// Whether an expression, name or declaration may end with this token.
bool EndsSomething(std::size_t type) {
  if (IsName(type)) return true;
  switch (type) {
    case L::KW_TRUE: case L::KW_FALSE: case L::REGEX: case L::IP: case L::TIME: case L::JPATH: case L::PERCENT_LITERAL:
    case L::DURATION: case L::SIZE: case L::DECIMAL: case L::INT: case L::STRING: case L::STR_CLOSE: case L::TRIPLE_CLOSE:
    case L::RPAREN: case L::RBRACK: case L::RBRACE: case L::HOLE: case L::Q:
      return true;
    default:
      return false;
  }
}

// Whether an item goes on with this token after a closing brace: an expression, or a waiver behind its condition.
bool GoesOn(std::size_t type) {
  switch (type) {
    case L::KW_AND: case L::KW_OR: case L::KW_NOT: case L::KW_IN: case L::KW_IS: case L::KW_MATCHES: case L::KW_CONTAINS: case L::KW_UNTIL:
      return true;
    default:
      return false;
  }
}

struct ItemWord {
  std::size_t type;
  const char* text;
};
constexpr ItemWord kItemWords[] = {
    {L::KW_RULE, "rule"}, {L::KW_DETECT, "detect"}, {L::KW_POLICY, "policy"}, {L::KW_IMPORT, "import"}, {L::KW_CONST, "const"},
    {L::KW_PARAM, "param"}, {L::KW_FN, "fn"}, {L::KW_WAIVER, "waiver"}, {L::KW_TEST, "test"}, {L::KW_ACTIVATE, "activate"},
    {L::KW_DATA, "data"}, {L::KW_INPUT, "input"},
};

class Splitter {
 public:
  Splitter(LexedFile& file, std::string_view text, Reporter& reporter) : tokens_(file.tokens), text_(text), report_(reporter) {}

  std::vector<ItemRange> Run() {
    std::vector<ItemRange> items;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].nest != 0 || (i > 0 && !StartsItem(i))) continue;
      if (i == 0) StartsItem(i);  // for the spelling
      if (!items.empty()) items.back().last = i;
      items.push_back({i, tokens_.size()});
    }
    return items;
  }

 private:
  std::size_t TypeAt(std::size_t i) const { return i < tokens_.size() ? tokens_[i].type : 0; }

  bool StartsItem(std::size_t i) {
    const Token& token = tokens_[i];
    const std::size_t before = i == 0 ? std::size_t{L::RBRACE} : tokens_[i - 1].type;
    if (before == L::DOT || before == L::QDOT) return false;
    if (BeginsItem(token.type) || token.type == L::KW_PARAM || token.type == L::KW_ACTIVATE) {
      if (token.line_start) return true;
      // `import a.b as rule`: a reserved word where a name is wanted.
      return EndsSomething(before) && before != L::KW_AS && before != L::KW_DATA && before != L::KW_INPUT;
    }
    if (token.type == L::KW_DATA || token.type == L::KW_INPUT) {
      if (!IsWord(TypeAt(i + 1))) return false;
      if (TypeAt(i + 2) == L::COLON && (token.line_start || EndsSomething(before))) return true;
      return token.line_start && EndsSomething(before);
    }
    // `ruel x "…" {`, `cosnt X = 1`: nothing else can stand at the start of a line after something complete.
    if (token.type == L::ID && token.line_start && EndsSomething(before) && i + 1 < tokens_.size() &&
        (IsWord(TypeAt(i + 1)) || TypeAt(i + 1) == L::STRING || TypeAt(i + 1) == L::STR_OPEN)) {
      return Respell(i) || before == L::RBRACE;
    }
    return before == L::RBRACE && token.type != L::RBRACE && token.line_start && IsWord(token.type) && !GoesOn(token.type);
  }

  bool Respell(std::size_t i) {
    Token& token = tokens_[i];
    const std::string word(text_.substr(token.begin, token.end - token.begin));
    std::vector<std::string> candidates;
    for (const ItemWord& item : kItemWords) candidates.emplace_back(item.text);
    const std::string nearest = Nearest(word, candidates);
    for (const ItemWord& item : kItemWords) {
      if (nearest != item.text) continue;
      report_.Report(DiagnosticCode::kMisspeltWord, token.begin, token.end, Quoted(word) + " does not begin an item of a policy",
                     Cat({"did you mean `", nearest, "`?"}));
      token.type = static_cast<std::uint16_t>(item.type);
      return true;
    }
    return false;
  }

  std::vector<Token>& tokens_;
  std::string_view text_;
  Reporter& report_;
};

}  // namespace

std::vector<ItemRange> SplitItems(LexedFile& file, std::string_view text, Reporter& reporter) {
  return Splitter(file, text, reporter).Run();
}

}  // namespace writ::compiler
