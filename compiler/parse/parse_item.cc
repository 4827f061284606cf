// See parse_item.h. The second half of this file is the recovery: what happens at a token that the grammar does not allow.
//   1. The word is nearly one that could stand here (`requires`, `wehre`) → reported, and read as that word.
//   2. A reserved word where a name is wanted → reported, and read as a name.
//   3. `=` where `==` could stand → reported, and read as `==`.
//   4. One token too many or too few, and the rest fits → reported, dropped or made up.
//   5. Otherwise reported, and everything up to the next clause of the same body is skipped; brackets are balanced by now (lex.h),
//      so their nesting says which body a token belongs to.
// An error at a token that stands for something already reported is the echo of that report and is silent.
#include "compiler/parse/parse_item.h"

#include <algorithm>
#include <array>
#include <string>

#include <antlr4-runtime.h>

#include "WritLexer.h"
#include "WritParser.h"
#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "compiler/parse/explain.h"
#include "compiler/parse/foreign_words.h"
#include "compiler/parse/words.h"
#include "grammar/item_tokens.h"

namespace writ::compiler {
namespace {

using P = grammar::WritParser;
using antlr4::misc::IntervalSet;

struct Construct {
  std::size_t rule;
  std::string_view phrase;
  std::string_view example;
};
// What people call the rules of the grammar. Inner ones are found first.
constexpr std::array kConstructs = {
    Construct{P::RuleHeader, "the policy header", "policy acme.authentication version \"1.0.0\" language 1"},
    Construct{P::RuleImportDecl, "an `import`", "import acme.common as common"},
    Construct{P::RuleConstDecl, "a `const`", "const PUBLIC: set[string] = {\"/health\"}"},
    Construct{P::RuleDataDecl, "a `data` declaration", "data SCANNERS: set[cidr] from \"lists/scanners.txt\""},
    Construct{P::RuleParamDecl, "a `param`", "param max_networks: int = 1"},
    Construct{P::RuleInputDecl, "an `input`", "input branch: string"},
    Construct{P::RuleFnDecl, "a `fn`", "fn is_write(op: Operation): bool = op.method != \"GET\""},
    Construct{P::RuleFnParam, "a parameter of a `fn`", "x: Exchange"},
    Construct{P::RuleRuleDecl, "a `rule`", "rule name \"What must hold\" { … }"},
    Construct{P::RuleDetectDecl, "a `detect`", "detect name \"What must not be seen\" { … }"},
    Construct{P::RuleControl, "the `controls` clause", "controls owasp \"API2:2023\", cwe 306"},
    Construct{P::RuleActivateClause, "an `activate when` clause", "activate when stage == production"},
    Construct{P::RuleForEachClause, "a `for each` clause", "for each operation op where not op.deprecated"},
    Construct{P::RuleLetClause, "a `let` clause", "let r = op.response(x.status) else skip"},
    Construct{P::RuleRequireClause, "a `require` clause", "require op.security is not empty"},
    Construct{P::RuleGroupClause, "a `group by` clause", "group by x.session as session within sliding 10m"},
    Construct{P::RuleSequenceClause, "a `sequence`", "sequence { a where x.succeeded then b where x.succeeded } within 24h"},
    Construct{P::RuleStep, "a step of a `sequence`", "login where x.operation_id == \"login\""},
    Construct{P::RuleRaiseClause, "a `raise when` clause", "raise when count() > 10"},
    Construct{P::RuleReportClause, "a `report` clause", "report \"${op.method} ${op.path} is open\" at op"},
    Construct{P::RuleWaiverDecl, "a `waiver`",
              "waiver W_1 for rule_name all until t\"2026-12-31\" reason \"…\" author \"…\" approved_by \"…\""},
    Construct{P::RuleTestDecl, "a `test`", "test \"title\" for rule_name { given … expect … }"},
    Construct{P::RuleTestClause, "a clause of a `test`", "expect fail at \"/paths/~1users/get\""},
    Construct{P::RuleComprehension, "a comprehension", "[r.status for r in op.responses where r.status != \"200\"]"},
    Construct{P::RulePart, "an interpolation", "${op.path}"},
    Construct{P::RuleTypeBase, "a type", "set[string]"},
};

const Construct* ConstructOf(std::size_t rule) {
  for (const Construct& construct : kConstructs) {
    if (construct.rule == rule) return &construct;
  }
  return nullptr;
}

// The metadata clauses share a rule, and so do the flags; their first word tells them apart.
constexpr std::array kMetas = {
    Construct{P::KW_SEVERITY, "the `severity` clause", "severity high"},
    Construct{P::KW_IMPACT, "the `impact` clause", "impact account_takeover"},
    Construct{P::KW_CONFIDENCE, "the `confidence` clause", "confidence medium"},
    Construct{P::KW_OWNER, "the `owner` clause", "owner \"appsec\""},
    Construct{P::KW_RATIONALE, "the `rationale` clause", "rationale \"why this matters\""},
    Construct{P::KW_REMEDIATION, "the `remediation` clause", "remediation \"what to do\""},
    Construct{P::KW_REFERENCES, "the `references` clause", "references \"https://…\", \"https://…\""},
    Construct{P::KW_TAGS, "the `tags` clause", "tags \"auth\", \"public\""},
    Construct{P::KW_CONTROLS, "the `controls` clause", "controls owasp \"API2:2023\", cwe 306"},
    Construct{P::KW_FIX_WITHIN, "the `fix_within` clause", "fix_within 7d"},
    Construct{P::KW_FORMERLY, "the `formerly` clause", "formerly acme.old_name"},
    Construct{P::KW_ALLOW, "an `allow` clause", "allow quadratic"},
    Construct{P::KW_ON, "an `on` clause", "on sampled"},
    Construct{P::KW_EXPECT, "an `expect` clause", "expect empty"},
};

const Construct* MetaOf(std::size_t type) {
  for (const Construct& meta : kMetas) {
    if (meta.rule == type) return &meta;
  }
  return nullptr;
}

bool IsBody(std::size_t rule) { return rule == P::RuleRuleDecl || rule == P::RuleDetectDecl || rule == P::RuleTestDecl; }

class LocalRecovery final : public antlr4::ANTLRErrorStrategy {
 public:
  LocalRecovery(const LexedFile& file, std::string_view text, Reporter& reporter, grammar::ItemTokens& stream)
      : file_(file), text_(text), report_(reporter), stream_(stream) {}

  void reset(antlr4::Parser*) override {
    recovering_ = false;
    reported_at_ = kNowhere;
  }
  bool inErrorRecoveryMode(antlr4::Parser*) override { return recovering_; }
  void reportMatch(antlr4::Parser*) override { recovering_ = false; }

  // A token of a wrong type where exactly one (or one of a set) can stand.
  antlr4::Token* recoverInline(antlr4::Parser* parser) override {
    const antlr4::atn::ATN& atn = parser->getATN();
    antlr4::atn::ATNState* state = atn.states[parser->getState()];
    const IntervalSet expected = atn.nextTokens(state);
    grammar::ItemToken& found = Current();
    if (!recovering_) {
      if (PutRight(parser, expected)) return Accept(parser);
      // One too many: what follows is what was wanted.
      if (!IsCloser(found.getType()) && expected.contains(stream_.LA(2)) && !StartsClause(stream_.index())) {
        ReportHere(parser, expected);
        const bool instead = StartsClause(stream_.index() + 1);  // `severity "high" impact …`: it stands where the right one should
        parser->consume();
        if (!instead) return Accept(parser);
        recovering_ = true;
        return Missing();
      }
    }
    // One too few: this is what may follow it.
    const IntervalSet after = atn.nextTokens(state->transitions[0]->target, parser->getContext());
    if (found.getType() != antlr4::Token::EOF && after.contains(found.getType())) {
      if (!recovering_) ReportHere(parser, expected);
      recovering_ = true;
      return Missing();
    }
    throw antlr4::InputMismatchException(parser);
  }

  // Before each choice and each round of a loop.
  void sync(antlr4::Parser* parser) override {
    const antlr4::atn::ATN& atn = parser->getATN();
    antlr4::atn::ATNState* state = atn.states[parser->getState()];
    const IntervalSet& local = atn.nextTokens(state);
    if (local.contains(Current().getType())) return;
    const std::size_t rule = parser->getContext()->getRuleIndex();
    const bool loop = state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_ENTRY ||
                      state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_BACK;
    if (IsBody(rule) && loop && InBraces(parser)) {
      SyncBody(parser, local);
      return;
    }
    if (recovering_) return;
    if (local.contains(antlr4::Token::EPSILON)) {
      // Leaving the rule is fine if what stands here may follow it; a word that may not is perhaps a misspelt one of `local`.
      if (!parser->getExpectedTokens().contains(Current().getType())) PutRight(parser, local);
      return;
    }
    if (PutRight(parser, local)) return;
    ReportHere(parser, local);
    recovering_ = true;
  }

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException&) override {
    if (recovering_) return;
    ReportHere(parser, parser->getExpectedTokens());
    recovering_ = true;
  }

  void recover(antlr4::Parser* parser, std::exception_ptr) override {
    recovering_ = true;
    // Where the text goes on as if the broken part had been right, so does the parser.
    antlr4::RuleContext* context = parser->getContext();
    const antlr4::atn::ATN& atn = parser->getATN();
    if (context->invokingState < atn.states.size() && context->parent != nullptr) {
      const auto* call = static_cast<const antlr4::atn::RuleTransition*>(atn.states[context->invokingState]->transitions[0]);
      const IntervalSet follow = atn.nextTokens(call->followState, static_cast<antlr4::RuleContext*>(context->parent));
      if (Current().getType() != antlr4::Token::EOF && follow.contains(Current().getType())) return;
    }
    SkipToClause(parser);
  }

 private:
  static constexpr std::size_t kNowhere = ~std::size_t{0};

  // What ends something is never in the way of it.
  static bool IsCloser(std::size_t type) {
    return type == antlr4::Token::EOF || type == P::RBRACE || type == P::RPAREN || type == P::RBRACK || type == P::STR_CLOSE ||
           type == P::TRIPLE_CLOSE;
  }

  grammar::ItemToken& Current() { return stream_.at(stream_.index()); }
  const Token* Whole(std::size_t index) {
    const std::uint32_t id = stream_.at(index).id();
    return id < file_.tokens.size() ? &file_.tokens[id] : nullptr;
  }
  std::string_view TextOf(const grammar::ItemToken& token) const { return text_.substr(token.begin(), token.end() - token.begin()); }

  antlr4::Token* Accept(antlr4::Parser* parser) {
    antlr4::Token* token = parser->getCurrentToken();
    reportMatch(parser);
    parser->consume();
    return token;
  }

  antlr4::Token* Missing() {
    const std::uint32_t at = stream_.index() == 0 ? Current().begin() : stream_.at(stream_.index() - 1).end();
    missing_.push_back(std::make_unique<grammar::ItemToken>(std::size_t{P::HOLE}, at, at, 0u, ~0u));
    missing_.back()->setTokenIndex(stream_.index());
    return missing_.back().get();
  }

  // Repairs 1 to 3. True if the current token has become one of `expected`.
  bool PutRight(antlr4::Parser* parser, const IntervalSet& expected) {
    grammar::ItemToken& found = Current();
    const Token* whole = Whole(stream_.index());
    if (whole == nullptr || found.getType() == antlr4::Token::EOF) return false;
    const std::string word(TextOf(found));
    if (found.getType() == P::ASSIGN && expected.contains(std::size_t{P::EQ})) {
      Report(DiagnosticCode::kForeignSyntax, found, "`=` does not compare", "write `==`");
      found.setType(P::EQ);
      return true;
    }
    if (IsReserved(found.getType()) && expected.contains(std::size_t{P::ID})) {
      // At the start of a line it is more likely the next clause, with the name forgotten.
      const bool value = expected.contains(std::size_t{P::KW_NOT});
      if (whole->line_start || (value && StartsClause(stream_.index()))) return false;
      if (value && expected.contains(found.getType())) return false;
      Report(DiagnosticCode::kReservedWord, found, Quoted(word) + " is a reserved word and cannot be a name",
             Cat({"choose another name, such as `", word, "_`"}));
      found.setType(P::ID);
      return true;
    }
    // Two letters are near too many words.
    if (!IsWord(found.getType()) || word.size() < 3 || !ForeignWordHelp(word).empty()) return false;
    std::vector<std::string> candidates;
    std::vector<std::size_t> types;
    for (const std::size_t type : Types(expected)) {
      if (!IsWord(type) || type == P::ID) continue;
      if (expected.contains(std::size_t{P::ID}) && IsName(type)) continue;
      candidates.emplace_back(Spelling(type));
      types.push_back(type);
    }
    const std::string nearest = Nearest(word, candidates);
    if (nearest.empty()) return false;
    const std::size_t type = types[static_cast<std::size_t>(std::find(candidates.begin(), candidates.end(), nearest) - candidates.begin())];
    Report(DiagnosticCode::kMisspeltWord, found, Cat({"unknown word `", word, "`", In(parser)}),
           Cat({"did you mean `", nearest, "`?"}));
    found.setType(type);
    return true;
  }

  std::vector<std::size_t> Types(const IntervalSet& set) const {
    std::vector<std::size_t> types;
    for (std::size_t type = 1; type <= P::BAD_CHAR; ++type) {
      if (set.contains(type)) types.push_back(type);
    }
    return types;
  }

  const Construct* Around(antlr4::Parser* parser) const {
    static constexpr Construct kQuantifier{P::RulePrimary, "a quantifier", "all(x in xs: condition)"};
    static constexpr Construct kCall{P::RulePrimary, "a call", "f(a, b)"};
    for (antlr4::tree::ParseTree* node = parser->getContext(); node != nullptr; node = node->parent) {
      if (auto* call = dynamic_cast<P::NameOrCallContext*>(node); call != nullptr && call->open != nullptr && call->id != nullptr) {
        const std::string_view name = TextOf(*static_cast<const grammar::ItemToken*>(call->id->getStart()));
        const bool quantifier = name == "any" || name == "all" || name == "none" || name == "count";
        return quantifier ? &kQuantifier : &kCall;
      }
      auto* context = static_cast<antlr4::ParserRuleContext*>(node);
      if ((context->getRuleIndex() == P::RuleMetaClause || context->getRuleIndex() == P::RuleFlagClause) && context->getStart() != nullptr) {
        if (const Construct* meta = MetaOf(context->getStart()->getType())) return meta;
      }
      if (const Construct* construct = ConstructOf(static_cast<antlr4::RuleContext*>(node)->getRuleIndex())) return construct;
    }
    return nullptr;
  }
  std::string In(antlr4::Parser* parser) const {
    const Construct* construct = Around(parser);
    return construct == nullptr ? std::string() : Cat({" in ", construct->phrase});
  }

  // Whether the parser is between the braces of the body that it is in.
  bool InBraces(antlr4::Parser* parser) {
    const auto* start = static_cast<const grammar::ItemToken*>(parser->getContext()->getStart());
    for (std::size_t i = start->getTokenIndex(); i < stream_.index(); ++i) {
      const Token* token = Whole(i);
      if (stream_.at(i).getType() == P::LBRACE && token != nullptr && token->nest == 0) return true;
    }
    return false;
  }

  // Between the clauses of a body: reports what begins none and skips to what does.
  void SyncBody(antlr4::Parser* parser, const IntervalSet& local) {
    while (!local.contains(Current().getType())) {
      if (Current().getType() == antlr4::Token::EOF) return;
      if (stream_.index() != reported_at_ && !recovering_) {
        if (PutRight(parser, local)) break;
        if (!ReportMisplaced(parser)) ReportHere(parser, local, true);
      } else if (stream_.index() != reported_at_ && Resumes(stream_.index())) {
        recovering_ = false;
        continue;
      }
      recovering_ = true;
      reported_at_ = stream_.index();
      parser->consume();
      SkipToClause(parser);
    }
    recovering_ = false;
  }

  // A clause of the other kind of rule.
  bool ReportMisplaced(antlr4::Parser* parser) {
    const std::size_t rule = parser->getContext()->getRuleIndex();
    const grammar::ItemToken& found = Current();
    const std::string word(TextOf(found));
    if (rule == P::RuleDetectDecl && found.getType() == P::KW_REQUIRE) {
      Report(DiagnosticCode::kUnexpectedToken, found, "a `detect` has no `require`",
             "write `raise when not (…)` for what must not be seen, or make it a `rule`");
      return true;
    }
    if (rule == P::RuleRuleDecl &&
        (found.getType() == P::KW_RAISE || found.getType() == P::KW_GROUP || found.getType() == P::KW_SEQUENCE)) {
      Report(DiagnosticCode::kUnexpectedToken, found, Cat({"a `rule` has no `", word, "`"}),
             "write `require …` for what must hold, or make it a `detect`");
      return true;
    }
    if (IsName(found.getType()) && ReportMissingValue()) return true;
    // `controls owasp "…" cwe 306`: a control without its comma.
    if (IsName(found.getType()) && !MayBeginClause(found.getType()) && InControls()) {
      Report(DiagnosticCode::kUnexpectedToken, found, Quoted(word) + " begins no clause", "put `,` between two controls");
      return true;
    }
    if (found.getType() == P::KW_WHERE) {
      Report(DiagnosticCode::kUnexpectedToken, found, "`where` does not begin a clause",
             "it follows the variable of `for each`; join several conditions with `and`");
      return true;
    }
    if (found.getType() == P::KW_ELSE) {
      Report(DiagnosticCode::kUnexpectedToken, found, "`else` does not begin a clause", "it follows the value of a `let`");
      return true;
    }
    if (BeginsItem(found.getType()) || found.getType() == P::KW_PARAM) {
      Report(DiagnosticCode::kUnexpectedToken, found, Quoted(word) + " does not stand inside the braces of another item",
             found.getType() == P::KW_CONST ? "write `let name = …` here, or move it out of the braces"
                                            : "move it out, or close the braces before it");
      return true;
    }
    return false;
  }

  // `severity` and a new line: the next clause word was taken for the value, and only its own value looks wrong.
  bool ReportMissingValue() {
    const std::size_t index = stream_.index();
    if (index < 2) return false;
    const grammar::ItemToken& taken = stream_.at(index - 1);
    const grammar::ItemToken& key = stream_.at(index - 2);
    const Token* whole = Whole(index - 1);
    const std::size_t type = key.getType();
    if (!MayBeginClause(taken.getType()) || (type != P::KW_SEVERITY && type != P::KW_IMPACT && type != P::KW_CONFIDENCE)) return false;
    if (whole == nullptr || whole->repaired) return true;
    if (!whole->line_start) return false;
    Emit(DiagnosticCode::kUnexpectedToken, key.end(), key.end(),
         Cat({"expected a name after `", TextOf(key), "`, found `", TextOf(taken), "`"}),
         Cat({"write for example `", MetaOf(type)->example, "`"}));
    return true;
  }

  // Whether the clause before the current token is a `controls` clause.
  bool InControls() {
    for (std::size_t i = stream_.index(); i-- > 0;) {
      if (stream_.at(i).getType() == P::KW_CONTROLS) return true;
      if (StartsClause(i)) return false;
    }
    return false;
  }

  // Whether a clause begins at this token: a reserved clause word, or a contextual one in a place where no expression goes on.
  bool StartsClause(std::size_t index) {
    const std::size_t type = stream_.at(index).getType();
    if (!BeginsClause(type) && !MayBeginClause(type)) return false;
    const std::size_t before = index == 0 ? 0 : stream_.at(index - 1).getType();
    if (before == P::DOT || before == P::QDOT) return false;
    const Token* token = Whole(index);
    if (BeginsClause(type) || (token != nullptr && token->line_start)) return true;
    if (type == P::KW_FOR) return stream_.at(std::min(index + 1, stream_.size() - 1)).getType() == P::KW_EACH;
    // `severity high impact $ controls owasp "…"`: an expression never runs into a word, so a word after a word begins something.
    const std::size_t after = stream_.at(std::min(index + 1, stream_.size() - 1)).getType();
    return (IsName(after) || after == P::STRING || after == P::DURATION) &&
           (IsName(before) || before == P::STRING || before == P::STR_CLOSE || before == P::RPAREN || before == P::HOLE);
  }

  // Whether reading can go on at this token after an error: a clause, or an item that does not belong here and is an error of its own.
  bool Resumes(std::size_t index) {
    const Token* token = Whole(index);
    const std::size_t type = stream_.at(index).getType();
    return StartsClause(index) || (token != nullptr && token->line_start && (BeginsItem(type) || type == P::KW_PARAM));
  }

  // Nesting of the innermost body around the current rule: 0 outside any, 1 in a rule, 2 in a sequence.
  std::size_t BodyNest(antlr4::Parser* parser) {
    for (antlr4::tree::ParseTree* node = parser->getContext(); node != nullptr; node = node->parent) {
      auto* context = static_cast<antlr4::ParserRuleContext*>(node);
      const std::size_t rule = context->getRuleIndex();
      if (rule != P::RuleSequenceClause && !IsBody(rule)) continue;
      const std::size_t nest = rule == P::RuleSequenceClause ? 1 : 0;
      for (std::size_t i = context->getStart()->getTokenIndex(); i < stream_.index(); ++i) {
        const Token* token = Whole(i);
        if (token == nullptr || stream_.at(i).getType() != P::LBRACE || token->nest != nest) continue;
        // Still inside? Its closing brace has the same nest.
        bool closed = false;
        for (std::size_t k = i + 1; k < stream_.index() && !closed; ++k) {
          const Token* other = Whole(k);
          closed = other != nullptr && other->nest == nest && stream_.at(k).getType() == P::RBRACE;
        }
        if (!closed) return nest + 1;
      }
    }
    return 0;
  }

  void SkipToClause(antlr4::Parser* parser) {
    const std::size_t body = BodyNest(parser);
    for (; Current().getType() != antlr4::Token::EOF; parser->consume()) {
      const Token* token = Whole(stream_.index());
      if (token == nullptr) return;
      const std::size_t type = Current().getType();
      if (body == 0) continue;
      if (type == P::RBRACE && token->nest + 1u == body) return;
      if (token->nest > body) continue;
      if (body == 2 && token->nest == 2 && (type == P::KW_THEN || type == P::KW_WITHOUT)) return;
      if (body == 1 && token->nest == 1 && Resumes(stream_.index())) return;
    }
  }

  void ReportHere(antlr4::Parser* parser, const IntervalSet& expected, bool wants_clause = false) {
    const std::size_t index = stream_.index();
    grammar::ItemToken& found = Current();
    const Token* whole = Whole(index);
    const std::size_t previous = reported_at_;
    reported_at_ = index;
    if (previous == index) return;
    if (whole != nullptr && whole->repaired) return;
    const bool opens_string = found.getType() == P::STR_OPEN || found.getType() == P::TRIPLE_OPEN;
    if (found.end() > found.begin() && report_.HasErrorIn(found.begin(), opens_string ? found.end() : found.end() - 1)) return;
    if (index > 0) {
      const Token* before = Whole(index - 1);
      if (before != nullptr && (before->repaired || before->type == P::HOLE || report_.HasErrorIn(before->begin, before->begin))) return;
    }
    // `let y = if op.a`: the foreign word was read as a name, and what follows it looks wrong.
    if (index > 0 && stream_.at(index - 1).getType() == P::ID && (index == 1 || stream_.at(index - 2).getType() != P::DOT)) {
      const grammar::ItemToken& word = stream_.at(index - 1);
      const std::string_view help = ForeignWordHelp(TextOf(word));
      if (!help.empty() && !expected.contains(std::size_t{P::ID}) && (whole == nullptr || !whole->line_start)) {
        Emit(DiagnosticCode::kForeignSyntax, word.begin(), word.end(), Quoted(TextOf(word)) + " is not a word of the language",
             std::string(help));
        return;
      }
    }
    Mistake mistake;
    if (const Construct* construct = Around(parser)) {
      mistake.construct = construct->phrase;
      mistake.example = construct->example;
    }
    mistake.expected = Types(expected);
    const std::size_t rule = parser->getContext()->getRuleIndex();
    mistake.wants_type = rule == P::RuleTypeBase || rule == P::RuleType;
    mistake.wants_clause = wants_clause;
    mistake.at_end = found.getType() == antlr4::Token::EOF || (found.getType() == P::RBRACE && whole != nullptr && whole->nest == 0);
    if (whole != nullptr) mistake.found = *whole;
    mistake.found.type = static_cast<std::uint16_t>(found.getType());
    mistake.found_text = TextOf(found);
    if (index > 0) {
      mistake.before = stream_.at(index - 1).getType();
      mistake.before_text = TextOf(stream_.at(index - 1));
      // An operator could stand here, so an expression has just ended; or the whole item has.
      mistake.complete = expected.contains(std::size_t{P::QQ}) || (expected.contains(antlr4::Token::EOF) && expected.size() < 8);
    }
    Explanation explanation = Explain(mistake);
    std::uint32_t begin = found.begin();
    std::uint32_t end = found.end();
    // What is missing is missing after the last token, not at the start of a later line.
    const bool later = whole == nullptr || whole->line_start || mistake.at_end;
    if (later && !wants_clause && index > 0 && (!mistake.complete || mistake.at_end)) begin = end = stream_.at(index - 1).end();
    Emit(explanation.code, begin, end, std::move(explanation.message), std::move(explanation.help));
  }

  void Report(DiagnosticCode code, const grammar::ItemToken& at, std::string message, std::string help) {
    reported_at_ = stream_.index();
    Emit(code, at.begin(), at.end(), std::move(message), std::move(help));
  }

  void Emit(DiagnosticCode code, std::uint32_t begin, std::uint32_t end, std::string message, std::string help) {
    report_.Report(code, begin, end, std::move(message), std::move(help));
    if (report_.full()) throw antlr4::ParseCancellationException();
  }

  const LexedFile& file_;
  std::string_view text_;
  Reporter& report_;
  grammar::ItemTokens& stream_;
  std::vector<std::unique_ptr<grammar::ItemToken>> missing_;
  bool recovering_ = false;
  std::size_t reported_at_ = kNowhere;
};

}  // namespace

struct ItemParser::State {
  State(const LexedFile& lexed, std::string_view text, Reporter& reporter)
      : file(lexed),
        parser(&tokens),
        bail(std::make_shared<antlr4::BailErrorStrategy>()),
        recovery(std::make_shared<LocalRecovery>(lexed, text, reporter, tokens)),
        report(reporter) {
    parser.removeErrorListeners();
  }

  const LexedFile& file;
  grammar::ItemTokens tokens;
  P parser;
  std::shared_ptr<antlr4::ANTLRErrorStrategy> bail;
  std::shared_ptr<antlr4::ANTLRErrorStrategy> recovery;
  Reporter& report;
  grammar::ParsedItem item;
};

ItemParser::ItemParser(const LexedFile& file, std::string_view text, Reporter& reporter)
    : state_(std::make_unique<State>(file, text, reporter)) {}
ItemParser::~ItemParser() = default;

const grammar::ParsedItem& ItemParser::Parse(ItemRange range) {
  State& state = *state_;
  state.tokens.Clear();
  const std::vector<Token>& all = state.file.tokens;
  for (std::size_t i = range.first; i < range.last; ++i) {
    state.tokens.Add(all[i].type, all[i].begin, all[i].end, static_cast<std::uint32_t>(i));
  }
  state.tokens.Finish(range.last > range.first ? all[range.last - 1].end : 0, ~0u);
  auto* simulator = state.parser.getInterpreter<antlr4::atn::ParserATNSimulator>();
  state.item.tree = nullptr;
  state.parser.reset();
  try {
    simulator->setPredictionMode(antlr4::atn::PredictionMode::SLL);
    state.parser.setErrorHandler(state.bail);
    state.item.tree = state.parser.unit();
    return state.item;
  } catch (const antlr4::ParseCancellationException&) {
    // Falls through to the careful reading.
  }
  state.tokens.seek(0);
  state.parser.reset();
  state.parser.setErrorHandler(state.recovery);
  simulator->setPredictionMode(antlr4::atn::PredictionMode::LL);
  state.recovery->reset(&state.parser);
  try {
    state.item.tree = state.parser.unit();
  } catch (const antlr4::ParseCancellationException&) {
    state.item.tree = nullptr;  // enough errors
  }
  return state.item;
}

std::vector<std::string> FindAmbiguities(const LexedFile& file) {
  class Listener : public antlr4::BaseErrorListener {
   public:
    std::vector<std::string> found;
    void reportAmbiguity(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, size_t start, size_t stop, bool, const antlrcpp::BitSet&,
                         antlr4::atn::ATNConfigSet*) override {
      found.push_back(Cat({"ambiguity in ", parser->getRuleNames()[static_cast<std::size_t>(dfa.atnStartState->ruleIndex)], " from token ", std::to_string(start), " to ", std::to_string(stop)}));
    }
    void syntaxError(antlr4::Recognizer*, antlr4::Token* token, size_t, size_t, const std::string& message,
                     std::exception_ptr) override {
      found.push_back(Cat({"error at byte ", std::to_string(token == nullptr ? 0 : token->getStartIndex()), ": ", message}));
    }
  } listener;
  grammar::ItemTokens tokens;
  for (std::size_t i = 0; i < file.tokens.size(); ++i) {
    tokens.Add(file.tokens[i].type, file.tokens[i].begin, file.tokens[i].end, static_cast<std::uint32_t>(i));
  }
  tokens.Finish(file.tokens.empty() ? 0 : file.tokens.back().end, ~0u);
  P parser(&tokens);
  parser.removeErrorListeners();
  parser.addErrorListener(&listener);
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::LL_EXACT_AMBIG_DETECTION);
  parser.file();
  return listener.found;
}

}  // namespace writ::compiler
