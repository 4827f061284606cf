// Replays parse trees through the automaton of the generated parser and notes each choice on the way.
#include "tests/coverage/grammar.h"

#include <algorithm>
#include <memory>

#include <antlr4-runtime.h>

#include "WritLexer.h"
#include "WritParser.h"
#include "base/utf8.h"
#include "compiler/parse/lex.h"
#include "compiler/parse/parse_item.h"
#include "compiler/parse/split.h"
#include "grammar/item_tokens.h"

namespace writ::test {

namespace {

using antlr4::ParserRuleContext;
using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::Transition;
using grammar::WritLexer;
using grammar::WritParser;

// The tables outlive the parser that they are asked of.
const ATN& Automaton() {
  static grammar::ItemTokens none;
  static WritParser parser(&none);
  return parser.getATN();
}

const std::vector<std::string>& Rules() {
  static grammar::ItemTokens none;
  static WritParser parser(&none);
  return parser.getRuleNames();
}

std::string TokenName(std::size_t type) {
  static grammar::ItemTokens none;
  static WritParser parser(&none);
  return type == antlr4::Token::EOF ? "end" : std::string(parser.getVocabulary().getSymbolicName(type));
}

bool Consumes(const Transition& transition) {
  const auto type = transition.getSerializationType();
  return type == Transition::ATOM || type == Transition::SET || type == Transition::RANGE || type == Transition::NOT_SET || type == Transition::WILDCARD;
}

bool Takes(const Transition& transition, std::size_t token) { return transition.matches(token, 1, WritParser::INTERP); }

// The choice of one way out of a state; empty where there is only one.
std::string ChoiceStep(const ATNState& state, std::size_t way) {
  if (state.transitions.size() < 2) return {};
  std::string words;
  const antlr4::misc::IntervalSet next = Automaton().nextTokens(state.transitions[way]->target);
  std::size_t count = 0;
  for (const std::ptrdiff_t token : next.toList()) {
    if (++count > 4) break;
    words += (words.empty() ? "" : " ") + (token == static_cast<std::ptrdiff_t>(antlr4::Token::EPSILON) ? std::string("nothing") : TokenName(static_cast<std::size_t>(token)));
  }
  return Rules()[state.ruleIndex] + ": way " + std::to_string(way + 1) + " of choice " + std::to_string(state.stateNumber) + " (" + words +
         (count > 4 ? " …)" : ")");
}

std::string TokenStep(const ATNState& state, std::size_t token) { return Rules()[state.ruleIndex] + ": " + TokenName(token); }

// One place on the way through a rule: a state, how many children are behind it, and where it came from.
struct Place {
  ATNState* state = nullptr;
  std::size_t child = 0;
  std::size_t from = 0;
  std::string step;
};

// Whether the child is what the transition takes.
bool Fits(const Transition& transition, antlr4::tree::ParseTree* child) {
  if (transition.getSerializationType() == Transition::RULE) {
    const auto* rule = dynamic_cast<ParserRuleContext*>(child);
    return rule != nullptr && rule->getRuleIndex() == static_cast<const antlr4::atn::RuleTransition&>(transition).target->ruleIndex;
  }
  auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(child);
  return leaf != nullptr && Takes(transition, leaf->getSymbol()->getType());
}

// The first way through the rule that takes all children; its steps go to `steps`.
void Replay(ParserRuleContext& context, std::set<std::string>& steps) {
  const auto& children = context.children;
  std::vector<Place> places = {{Automaton().ruleToStartState[context.getRuleIndex()], 0, 0, {}}};
  std::set<std::pair<const ATNState*, std::size_t>> seen;
  for (std::size_t at = 0; at < places.size(); ++at) {
    ATNState* state = places[at].state;
    const std::size_t child = places[at].child;
    if (state->getStateType() == ATNState::RULE_STOP) {
      if (child != children.size()) continue;
      for (; at != 0; at = places[at].from) {
        if (!places[at].step.empty()) steps.insert(places[at].step);
      }
      return;
    }
    for (std::size_t way = 0; way < state->transitions.size(); ++way) {
      const Transition& transition = *state->transitions[way];
      const bool takes = Consumes(transition) || transition.getSerializationType() == Transition::RULE;
      if (takes && (child == children.size() || !Fits(transition, children[child]))) continue;
      ATNState* next = transition.getSerializationType() == Transition::RULE ? static_cast<const antlr4::atn::RuleTransition&>(transition).followState
                                                                                    : transition.target;
      if (!seen.insert({next, child + (takes ? 1 : 0)}).second) continue;
      std::string step = ChoiceStep(*state, way);
      if (step.empty() && Consumes(transition)) {
        step = TokenStep(*state, dynamic_cast<antlr4::tree::TerminalNode*>(children[child])->getSymbol()->getType());
      }
      places.push_back({next, child + (takes ? 1 : 0), at, std::move(step)});
    }
  }
}

void ReplayAll(antlr4::tree::ParseTree& root, std::set<std::string>& steps) {
  std::vector<antlr4::tree::ParseTree*> open = {&root};
  while (!open.empty()) {
    antlr4::tree::ParseTree* node = open.back();
    open.pop_back();
    if (auto* context = dynamic_cast<ParserRuleContext*>(node)) Replay(*context, steps);
    for (antlr4::tree::ParseTree* child : node->children) open.push_back(child);
  }
}

// What the lexer drops, and what only stands for something reported.
bool IsNeverSeen(std::size_t token) { return token == WritLexer::COMMENT || token == WritLexer::WS || token == WritLexer::HOLE; }

// A stray `}` leaves no mode.
class PlainLexer final : public WritLexer {
 public:
  using WritLexer::WritLexer;
  std::size_t popMode() override { return modeStack.empty() ? mode : WritLexer::popMode(); }
};

}  // namespace

std::vector<std::string> GrammarSteps() {
  std::vector<std::string> steps;
  for (ATNState* state : Automaton().states) {
    // `file` is what `unit` makes of a whole text at once: the compiler reads items.
    if (state == nullptr || state->ruleIndex == WritParser::RuleFile) continue;
    // What follows a rule is a choice of those that use it.
    if (state->getStateType() == ATNState::RULE_STOP) continue;
    for (std::size_t way = 0; way < state->transitions.size(); ++way) {
      const std::string choice = ChoiceStep(*state, way);
      if (!choice.empty()) steps.push_back(choice);
      if (!choice.empty() || !Consumes(*state->transitions[way])) continue;
      for (std::size_t token = 1; token <= WritParser::INTERP; ++token) {
        if (token != WritParser::HOLE && Takes(*state->transitions[way], token)) steps.push_back(TokenStep(*state, token));
      }
    }
  }
  for (std::size_t token = 1; token <= WritLexer::INTERP; ++token) {
    if (!IsNeverSeen(token)) steps.push_back("token " + TokenName(token));
  }
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

void AddGrammarSteps(std::string_view policy, std::set<std::string>& steps) {
  if (FirstInvalidUtf8(policy)) return;
  antlr4::ANTLRInputStream input{std::string(policy)};
  PlainLexer lexer(&input);
  lexer.removeErrorListeners();
  for (std::unique_ptr<antlr4::Token> token = lexer.nextToken(); token->getType() != antlr4::Token::EOF; token = lexer.nextToken()) {
    steps.insert("token " + TokenName(token->getType()));
  }
  const Limits limits;
  compiler::Reporter reporter(FileId{0}, limits.syntax_errors);
  compiler::LexedFile lexed = compiler::Lex(FileId{0}, policy, limits, reporter);
  const std::vector<compiler::ItemRange> items = compiler::SplitItems(lexed, policy, reporter);
  compiler::ItemParser parser(lexed, policy, reporter);
  for (const compiler::ItemRange& item : items) {
    const grammar::ParsedItem& parsed = parser.Parse(item);
    if (reporter.count() != 0) return;
    ReplayAll(*parsed.tree, steps);
  }
}

}  // namespace writ::test
