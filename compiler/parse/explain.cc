// See explain.h.
#include "compiler/parse/explain.h"

#include <algorithm>

#include "WritLexer.h"
#include "base/diagnostic_codes.h"
#include "compiler/parse/foreign_words.h"
#include "compiler/parse/words.h"

namespace writ::compiler {
namespace {

using L = grammar::WritLexer;

bool Has(const Mistake& mistake, std::size_t type) {
  return std::find(mistake.expected.begin(), mistake.expected.end(), type) != mistake.expected.end();
}

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

// "an expression", "a name", "`with`": what could stand here, in words.
std::string Wanted(const Mistake& mistake) {
  if (mistake.wants_type) return "a type";
  if (mistake.wants_clause) return "a clause";
  if (Has(mistake, L::KW_RULE) && Has(mistake, L::KW_IMPORT)) return "an item such as `rule`, `detect` or `const`";
  if (Has(mistake, L::INT) && Has(mistake, L::LPAREN) && Has(mistake, L::LBRACK)) return "an expression";
  std::vector<std::string> words;
  const bool name = Has(mistake, L::ID);
  if (name) words.push_back("a name");
  if (Has(mistake, L::STRING)) words.push_back("a text in quotation marks");
  if (Has(mistake, L::INT)) words.push_back("a whole number");
  if (Has(mistake, L::DURATION)) words.push_back("a duration such as `7d`");
  if (Has(mistake, L::TIME)) words.push_back("a date such as `t\"2026-12-31\"`");
  for (const std::size_t type : mistake.expected) {
    if (name && IsName(type)) continue;
    const std::string_view text = Spelling(type);
    if (!text.empty()) words.push_back(Quoted(text));
  }
  if (words.empty() || words.size() > 6) return {};
  return Joined(words);
}

std::string Found(const Mistake& mistake) {
  if (mistake.at_end && mistake.found.type != L::RBRACE) return "the end of the item";
  switch (mistake.found.type) {
    case L::STRING:
    case L::STR_OPEN:
    case L::TRIPLE_OPEN: return "a text";
    default: return Quoted(mistake.found_text);
  }
}

bool EndsOperand(std::size_t type) {
  return IsName(type) || type == L::RPAREN || type == L::RBRACK || type == L::RBRACE || type == L::STRING || type == L::STR_CLOSE ||
         type == L::INT || type == L::DURATION || type == L::PERCENT_LITERAL || type == L::DECIMAL || type == L::SIZE;
}

// Things worth a sentence of their own; empty if the mistake is an ordinary one.
std::string SpecialHelp(const Mistake& mistake) {
  const Token& found = mistake.found;
  if (IsName(found.type)) {
    if (const std::string_view help = ForeignWordHelp(mistake.found_text); !help.empty()) return std::string(help);
    if (found.type == L::ID && Has(mistake, L::STRING) && !Has(mistake, L::ID) && !mistake.complete) {
      return Cat({"put it in quotation marks: `\"", mistake.found_text, "\"`"});
    }
  }
  if ((found.type == L::STRING || found.type == L::STR_OPEN) && Has(mistake, L::ID) && !Has(mistake, L::STRING)) {
    return "write the word without quotation marks";
  }
  if (found.type == L::Q) return "there is no `? :`; write `x ?? default` for a value that may be absent";
  if (mistake.before == L::PERCENT_LITERAL && (found.type == L::INT || found.type == L::DECIMAL)) {
    return "for the remainder put spaces round `%`; `50%` is a percentage";
  }
  return {};
}

}  // namespace

Explanation Explain(const Mistake& mistake) {
  const Token& found = mistake.found;
  const std::string in = mistake.construct.empty() ? "" : Cat({" in ", mistake.construct});
  const std::string example = mistake.example.empty() ? "" : Cat({"write for example `", mistake.example, "`"});
  std::string help = SpecialHelp(mistake);
  const bool foreign = !help.empty() && IsName(found.type) && !ForeignWordHelp(mistake.found_text).empty();
  const DiagnosticCode code = foreign ? DiagnosticCode::kForeignSyntax : DiagnosticCode::kUnexpectedToken;

  // A complete expression or clause, and then something that begins nothing.
  if (mistake.complete || mistake.wants_clause) {
    const bool juxtaposed = !mistake.at_end && !found.line_start && EndsOperand(mistake.before);
    if (juxtaposed && help.empty()) {
      help = Cat({"put an operator or `,` between ", Quoted(mistake.before_text), " and ", Found(mistake), ", or begin a clause with its own word"});
      if (found.type == L::STRING || found.type == L::STR_OPEN) help = "the text must belong to a clause; a message follows `report`";
    }
    if (mistake.construct.empty() && help.empty()) {
      help = BeginsClause(found.type) || MayBeginClause(found.type)
                 ? "clauses stand inside the braces of a `rule` or `detect`"
                 : "an item begins with `rule`, `detect`, `const`, `data`, `param`, `input`, `fn`, `import`, `waiver` or `test`";
    }
    if (help.empty()) help = example;
    if (mistake.at_end) return {code, std::string(mistake.construct.empty() ? "the item" : mistake.construct) + " is not complete", help};
    if (IsWord(found.type) && mistake.wants_clause && found.line_start) {
      return {code, Quoted(mistake.found_text) + " does not begin a clause" + in, help};
    }
    return {code, Found(mistake) + " cannot stand here" + in, help};
  }

  const std::string wanted = Wanted(mistake);
  if (help.empty()) help = example;
  std::string after;
  if (!mistake.before_text.empty() && mistake.before_text.size() < 40) after = Cat({" after ", Quoted(mistake.before_text)});
  if (wanted.empty()) return {code, Found(mistake) + " cannot stand here" + in, help};
  return {code, Cat({"expected ", wanted, after, in, ", found ", Found(mistake)}), help};
}

}  // namespace writ::compiler
