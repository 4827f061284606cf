// See token.h.
#include "compiler/parse/token.h"

#include <array>

#include "WritLexer.h"

namespace writ::compiler {

using Lexer = grammar::WritLexer;

// The grammar lists its words in three blocks without gaps: expression words, item and clause words, contextual words.
static_assert(Lexer::KW_AND < Lexer::KW_FALSE && Lexer::KW_FALSE + 1 == Lexer::KW_FOR);
static_assert(Lexer::KW_ACTIVATE + 1 == Lexer::KW_SEVERITY && Lexer::KW_COUNT + 1 == Lexer::RAW_OPEN);

bool IsName(std::size_t type) { return type == Lexer::ID || (type >= Lexer::KW_SEVERITY && type <= Lexer::KW_COUNT); }
bool IsReserved(std::size_t type) { return type >= Lexer::KW_AND && type <= Lexer::KW_ACTIVATE; }

bool BeginsClause(std::size_t type) {
  switch (type) {
    case Lexer::KW_REQUIRE:
    case Lexer::KW_REPORT:
    case Lexer::KW_LET:
    case Lexer::KW_RAISE:
    case Lexer::KW_ACTIVATE:
    case Lexer::RAW_OPEN:
      return true;
    default:
      return false;
  }
}

bool MayBeginClause(std::size_t type) {
  if (type >= Lexer::KW_SEVERITY && type <= Lexer::KW_FORMERLY) return true;
  switch (type) {
    case Lexer::KW_FOR:
    case Lexer::KW_GROUP:
    case Lexer::KW_SEQUENCE:
    case Lexer::KW_ALLOW:
    case Lexer::KW_ON:
    case Lexer::KW_EXPECT:
    case Lexer::KW_GIVEN:
      return true;
    default:
      return false;
  }
}

bool BeginsItem(std::size_t type) {
  switch (type) {
    case Lexer::KW_RULE:
    case Lexer::KW_DETECT:
    case Lexer::KW_POLICY:
    case Lexer::KW_IMPORT:
    case Lexer::KW_CONST:
    case Lexer::KW_FN:
    case Lexer::KW_WAIVER:
    case Lexer::KW_TEST:
      return true;
    default:
      return false;
  }
}

namespace {

struct Row {
  std::size_t type;
  std::string_view text;
};
constexpr std::array kSpellings = {
    Row{Lexer::KW_AND, "and"}, Row{Lexer::KW_OR, "or"}, Row{Lexer::KW_NOT, "not"}, Row{Lexer::KW_IN, "in"},
    Row{Lexer::KW_IS, "is"}, Row{Lexer::KW_MATCHES, "matches"}, Row{Lexer::KW_CONTAINS, "contains"},
    Row{Lexer::KW_HAS, "has"}, Row{Lexer::KW_TRUE, "true"}, Row{Lexer::KW_FALSE, "false"}, Row{Lexer::KW_FOR, "for"},
    Row{Lexer::KW_WHERE, "where"}, Row{Lexer::KW_LET, "let"}, Row{Lexer::KW_ELSE, "else"},
    Row{Lexer::KW_REQUIRE, "require"}, Row{Lexer::KW_RAISE, "raise"}, Row{Lexer::KW_WHEN, "when"},
    Row{Lexer::KW_REPORT, "report"}, Row{Lexer::KW_RULE, "rule"}, Row{Lexer::KW_DETECT, "detect"},
    Row{Lexer::KW_POLICY, "policy"}, Row{Lexer::KW_IMPORT, "import"}, Row{Lexer::KW_CONST, "const"},
    Row{Lexer::KW_PARAM, "param"}, Row{Lexer::KW_FN, "fn"}, Row{Lexer::KW_WAIVER, "waiver"}, Row{Lexer::KW_TEST, "test"},
    Row{Lexer::KW_ACTIVATE, "activate"}, Row{Lexer::KW_SEVERITY, "severity"}, Row{Lexer::KW_IMPACT, "impact"},
    Row{Lexer::KW_CONFIDENCE, "confidence"}, Row{Lexer::KW_OWNER, "owner"}, Row{Lexer::KW_RATIONALE, "rationale"},
    Row{Lexer::KW_REMEDIATION, "remediation"}, Row{Lexer::KW_REFERENCES, "references"}, Row{Lexer::KW_TAGS, "tags"},
    Row{Lexer::KW_CONTROLS, "controls"}, Row{Lexer::KW_FIX_WITHIN, "fix_within"}, Row{Lexer::KW_FORMERLY, "formerly"},
    Row{Lexer::KW_DATA, "data"}, Row{Lexer::KW_INPUT, "input"}, Row{Lexer::KW_ENUM, "enum"}, Row{Lexer::KW_LIST, "list"},
    Row{Lexer::KW_SET, "set"}, Row{Lexer::KW_MAP, "map"}, Row{Lexer::KW_FROM, "from"}, Row{Lexer::KW_VERSION, "version"},
    Row{Lexer::KW_LANGUAGE, "language"}, Row{Lexer::KW_AS, "as"}, Row{Lexer::KW_EACH, "each"},
    Row{Lexer::KW_JOINED, "joined"}, Row{Lexer::KW_WITH, "with"}, Row{Lexer::KW_GROUP, "group"}, Row{Lexer::KW_BY, "by"},
    Row{Lexer::KW_WITHIN, "within"}, Row{Lexer::KW_SLIDING, "sliding"}, Row{Lexer::KW_TUMBLING, "tumbling"},
    Row{Lexer::KW_SESSION, "session"}, Row{Lexer::KW_SEQUENCE, "sequence"}, Row{Lexer::KW_THEN, "then"},
    Row{Lexer::KW_WITHOUT, "without"}, Row{Lexer::KW_AT, "at"}, Row{Lexer::KW_EVIDENCE, "evidence"},
    Row{Lexer::KW_FIRST, "first"}, Row{Lexer::KW_PER, "per"}, Row{Lexer::KW_ON, "on"}, Row{Lexer::KW_SAMPLED, "sampled"},
    Row{Lexer::KW_ALLOW, "allow"}, Row{Lexer::KW_QUADRATIC, "quadratic"}, Row{Lexer::KW_EXPECT, "expect"},
    Row{Lexer::KW_EMPTY, "empty"}, Row{Lexer::KW_PRESENT, "present"}, Row{Lexer::KW_KNOWN, "known"},
    Row{Lexer::KW_SKIP, "skip"}, Row{Lexer::KW_FAIL, "fail"}, Row{Lexer::KW_INDETERMINATE, "indeterminate"},
    Row{Lexer::KW_UNTIL, "until"}, Row{Lexer::KW_REASON, "reason"}, Row{Lexer::KW_AUTHOR, "author"},
    Row{Lexer::KW_APPROVED_BY, "approved_by"}, Row{Lexer::KW_TICKET, "ticket"}, Row{Lexer::KW_GIVEN, "given"},
    Row{Lexer::KW_SPEC, "spec"}, Row{Lexer::KW_EXCHANGES, "exchanges"}, Row{Lexer::KW_BASELINE, "baseline"},
    Row{Lexer::KW_DOCUMENT, "document"}, Row{Lexer::KW_FILE, "file"}, Row{Lexer::KW_NOW, "now"},
    Row{Lexer::KW_ALL, "all"}, Row{Lexer::KW_COUNT, "count"}, Row{Lexer::LBRACE, "{"}, Row{Lexer::RBRACE, "}"},
    Row{Lexer::LPAREN, "("}, Row{Lexer::RPAREN, ")"}, Row{Lexer::LBRACK, "["}, Row{Lexer::RBRACK, "]"},
    Row{Lexer::QDOT, "?."}, Row{Lexer::QQ, "??"}, Row{Lexer::Q, "?"}, Row{Lexer::DOT, "."}, Row{Lexer::COMMA, ","},
    Row{Lexer::COLON, ":"}, Row{Lexer::EQ, "=="}, Row{Lexer::NE, "!="}, Row{Lexer::LE, "<="}, Row{Lexer::GE, ">="},
    Row{Lexer::LT, "<"}, Row{Lexer::GT, ">"}, Row{Lexer::ASSIGN, "="}, Row{Lexer::PLUS, "+"}, Row{Lexer::MINUS, "-"},
    Row{Lexer::STAR, "*"}, Row{Lexer::SLASH, "/"}, Row{Lexer::PERCENT, "%"},
};

}  // namespace

std::string_view Spelling(std::size_t type) {
  for (const Row& row : kSpellings) {
    if (row.type == type) return row.text;
  }
  return {};
}

}  // namespace writ::compiler
