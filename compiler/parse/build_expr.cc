// See build_expr.h. Recursion follows brackets only, and lex.h bounds their nesting; chains of operators, prefixes and members are
// loops. The height of what is built is bounded too (Raise), because later stages walk it recursively.
#include "compiler/parse/build_expr.h"

#include <algorithm>
#include <charconv>

#include <antlr4-runtime.h>

#include "WritParser.h"
#include "base/diagnostic_codes.h"
#include "compiler/parse/foreign_words.h"
#include "compiler/parse/text.h"
#include "compiler/parse/token.h"
#include "compiler/parse/words.h"
#include "grammar/item_tokens.h"

namespace writ::compiler {
namespace {

using P = grammar::WritParser;
using grammar::ItemToken;
using grammar::Node;

const ItemToken& At(antlr4::Token* token) { return *static_cast<const ItemToken*>(token); }

template <typename T>
T* As(Node node) {
  return dynamic_cast<T*>(node.context);
}

// Levels of precedence, low to high.
enum Level : int { kOrLevel = 1, kAndLevel, kNotLevel, kComparisonLevel, kCoalesceLevel, kSumLevel, kProductLevel };

struct Operator {
  std::size_t token;
  BinaryOp op;
  int level;
};
constexpr Operator kOperators[] = {
    {P::KW_OR, BinaryOp::kOr, kOrLevel},
    {P::KW_AND, BinaryOp::kAnd, kAndLevel},
    {P::EQ, BinaryOp::kEqual, kComparisonLevel},
    {P::NE, BinaryOp::kNotEqual, kComparisonLevel},
    {P::LT, BinaryOp::kLess, kComparisonLevel},
    {P::LE, BinaryOp::kLessEqual, kComparisonLevel},
    {P::GT, BinaryOp::kGreater, kComparisonLevel},
    {P::GE, BinaryOp::kGreaterEqual, kComparisonLevel},
    {P::KW_IN, BinaryOp::kIn, kComparisonLevel},
    {P::KW_MATCHES, BinaryOp::kMatches, kComparisonLevel},
    {P::KW_CONTAINS, BinaryOp::kContains, kComparisonLevel},
    {P::QQ, BinaryOp::kCoalesce, kCoalesceLevel},
    {P::PLUS, BinaryOp::kAdd, kSumLevel},
    {P::MINUS, BinaryOp::kSubtract, kSumLevel},
    {P::STAR, BinaryOp::kMultiply, kProductLevel},
    {P::SLASH, BinaryOp::kDivide, kProductLevel},
    {P::PERCENT, BinaryOp::kModulo, kProductLevel},
};

BinaryOp Negated(BinaryOp op) {
  switch (op) {
    case BinaryOp::kIn: return BinaryOp::kNotIn;
    case BinaryOp::kMatches: return BinaryOp::kNotMatches;
    default: return BinaryOp::kNotContains;
  }
}

std::string WithoutUnderscores(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), '_'), out.end());
  return out;
}

// The inside of re"…" and its relatives: only the escaped quotation mark is ours, the rest belongs to the pattern.
std::string LiteralBody(std::string_view text) {
  const std::size_t open = text.find('"');
  std::string out;
  for (std::size_t i = open + 1; i + 1 < text.size(); ++i) {
    if (text[i] == '\\' && i + 2 < text.size()) {
      if (text[i + 1] != '"') out += '\\';
      ++i;
    }
    out += text[i];
  }
  return out;
}

}  // namespace

// One `expr` of the grammar: operands[0] tails[0] operands[1] …
struct ExprBuilder::Chain {
  struct Tail {
    const Operator* op = nullptr;   // null for `is`
    bool negated = false;
    Span op_span;
    P::OperandContext* right = nullptr;
    Name state;                     // of `is`
    std::uint32_t end = 0;
  };
  std::vector<Tail> tails;
  std::size_t next = 0;                    // the tail that is read next
  P::OperandContext* operand = nullptr;    // the operand that is read next
};

Expr* ExprBuilder::New(ExprKind kind, Span span) {
  Expr& expr = tree_.exprs.emplace_back();
  expr.kind = kind;
  expr.span = span;
  return &expr;
}

Span ExprBuilder::SpanOf(Node node) const {
  if (node.context == nullptr || node.context->start == nullptr) return {};
  const std::uint32_t begin = At(node.context->start).begin();
  std::uint32_t end = begin;
  if (node.context->stop != nullptr) end = std::max(end, At(node.context->stop).end());
  return report_.At(begin, end);
}

Name ExprBuilder::NameOf(Node name) const {
  if (name.context == nullptr) return {};
  const Span span = SpanOf(name);
  const std::string_view word = text_.substr(span.begin, span.end - span.begin);
  // After recovery the node may cover something else; a name is one word.
  const bool is_word = !word.empty() && word.find_first_of(" \t\r\n\"(){}[]") == std::string_view::npos && name.context->exception == nullptr;
  return {is_word ? std::string(word) : std::string(), span};
}

DottedName ExprBuilder::Dotted(Node dotted) const {
  if (dotted.context == nullptr) return {};
  DottedName out{{}, SpanOf(dotted)};
  for (antlr4::tree::ParseTree* child : dotted.context->children) {
    auto* part = dynamic_cast<antlr4::ParserRuleContext*>(child);
    if (part == nullptr) continue;
    if (!out.text.empty()) out.text += '.';
    out.text += NameOf({part}).text;
  }
  return out;
}

std::int64_t ExprBuilder::Integer(Span span) {
  const std::string digits = WithoutUnderscores(text_.substr(span.begin, span.end - span.begin));
  std::int64_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range) {
    report_.Report(DiagnosticCode::kIntegerTooLarge, span.begin, span.end, Quoted(digits) + " does not fit into 64 bits");
  }
  return value;
}

TypeExpr ExprBuilder::Type(Node node) {
  TypeExpr out;
  auto* type = As<P::TypeContext>(node);
  if (type == nullptr || type->base == nullptr) return out;
  out.span = SpanOf(node);
  out.optional = type->optional != nullptr;
  const Node base{type->base};
  if (auto* named = As<P::NamedTypeContext>(base)) {
    out.name = NameOf({named->id});
  } else if (auto* collection = As<P::CollectionTypeContext>(base)) {
    out.kind = collection->kind->getType() == P::KW_LIST ? TypeExpr::Kind::kList : TypeExpr::Kind::kSet;
    for (P::TypeContext* argument : collection->arguments) out.arguments.push_back(Type({argument}));
    out.arguments.resize(1);
  } else if (auto* map = As<P::MapTypeContext>(base)) {
    out.kind = TypeExpr::Kind::kMap;
    for (P::TypeContext* argument : map->arguments) out.arguments.push_back(Type({argument}));
    out.arguments.resize(2);
  } else if (auto* words = As<P::EnumTypeContext>(base)) {
    out.kind = TypeExpr::Kind::kEnum;
    for (P::NameContext* member : words->members) out.members.push_back(NameOf({member}));
  }
  return out;
}

Expr* ExprBuilder::Expression(Node expr) { return BuildExpr(expr).expr; }
Expr* ExprBuilder::Text(Node string, TextKind kind) { return BuildText(string, kind).expr; }

void ExprBuilder::Complain(DiagnosticCode code, Span span, std::string message, std::string help) {
  if (!report_.HasErrorIn(span.begin, span.end)) report_.Report(code, span.begin, span.end, std::move(message), std::move(help));
}

ExprBuilder::Built ExprBuilder::Raise(Expr* expr, std::size_t height_of_parts) {
  if (height_of_parts + 1 <= limits_.syntax_depth) return {expr, height_of_parts + 1};
  if (!too_deep_) {
    report_.Report(DiagnosticCode::kNestingTooDeep, expr->span.begin, expr->span.end,
                   Cat({"the expression nests more than ", std::to_string(limits_.syntax_depth), " operations"}),
                   "name parts of it with `let` or `fn`; write many comparisons of one value as `in {…}`");
  }
  too_deep_ = true;
  return {New(ExprKind::kError, expr->span), 1};
}

ExprBuilder::Built ExprBuilder::Binary(BinaryOp op, Span op_span, Built left, Built right) {
  Expr* expr = New(ExprKind::kBinary, report_.At(left.expr->span.begin, std::max(left.expr->span.end, right.expr->span.end)));
  expr->op = op;
  expr->op_span = op_span;
  expr->operands = {left.expr, right.expr};
  return Raise(expr, std::max(left.height, right.height));
}

ExprBuilder::Built ExprBuilder::BuildExpr(Node node) {
  auto* context = As<P::ExprContext>(node);
  if (context == nullptr || context->first == nullptr) {
    Span span = SpanOf(node);
    if (!span.valid()) span = report_.At(0, 0);
    return {New(ExprKind::kError, span), 1};
  }
  if (context->rest.empty()) {
    const bool negated = !context->first->prefixes.empty() && context->first->prefixes.front()->getType() == P::KW_NOT;
    if (!negated) return BuildOperand({context->first}, 0);
  }
  Chain chain;
  chain.operand = context->first;
  for (P::TailContext* tail : context->rest) {
    Chain::Tail item;
    item.end = SpanOf({tail}).end;
    antlr4::Token* op = nullptr;
    antlr4::Token* negation = nullptr;
    if (auto* binary = As<P::BinaryTailContext>({tail})) {
      op = binary->op;
      item.right = binary->right;
    } else if (auto* word = As<P::WordTailContext>({tail})) {
      op = word->op;
      negation = word->negation;
      item.right = word->right;
    } else if (auto* is = As<P::IsTailContext>({tail})) {
      op = is->op;
      negation = is->negation;
      if (is->state != nullptr) {
        const Span span = report_.At(At(is->state).begin(), At(is->state).end());
        item.state = {std::string(text_.substr(span.begin, span.end - span.begin)), span};
      }
    }
    if (op == nullptr) continue;
    item.negated = negation != nullptr;
    item.op_span = report_.At(std::min(At(op).begin(), negation == nullptr ? At(op).begin() : At(negation).begin()),
                              std::max(At(op).end(), negation == nullptr ? At(op).end() : At(negation).end()));
    for (const Operator& row : kOperators) {
      if (row.token == op->getType()) item.op = &row;
    }
    chain.tails.push_back(std::move(item));
  }
  return BuildLevel(chain, kOrLevel);
}

ExprBuilder::Built ExprBuilder::BuildLevel(Chain& chain, int level) {
  return Continue(chain, BuildPrefixed(chain, level), level);
}

// Takes the operators that bind at least as tightly as `level` and follow `left`.
ExprBuilder::Built ExprBuilder::Continue(Chain& chain, Built left, int level) {
  bool compared = false;
  while (chain.next < chain.tails.size()) {
    const Chain::Tail& tail = chain.tails[chain.next];
    const int binding = tail.op == nullptr ? int{kComparisonLevel} : tail.op->level;
    if (binding < level) break;
    if (binding == kComparisonLevel) {
      if (compared) {
        report_.Report(DiagnosticCode::kChainedComparison, tail.op_span.begin, tail.op_span.end,
                       "comparisons do not chain", "join two comparisons with `and`, or put one in parentheses");
      }
      compared = true;
    }
    ++chain.next;
    if (tail.op == nullptr) {
      Expr* expr = New(ExprKind::kIs, report_.At(left.expr->span.begin, tail.end));
      expr->op_span = tail.op_span;
      expr->name = tail.state;
      expr->negated = tail.negated;
      expr->operands = {left.expr};
      left = Raise(expr, left.height);
      continue;
    }
    const BinaryOp op = tail.negated ? Negated(tail.op->op) : tail.op->op;
    chain.operand = tail.right;
    if (op == BinaryOp::kCoalesce) {
      // Right-associative: read the whole chain first, then fold it from its end.
      std::vector<Built> values{left};
      std::vector<Span> signs{tail.op_span};
      values.push_back(BuildLevel(chain, kSumLevel));
      while (chain.next < chain.tails.size() && chain.tails[chain.next].op != nullptr &&
             chain.tails[chain.next].op->op == BinaryOp::kCoalesce) {
        signs.push_back(chain.tails[chain.next].op_span);
        chain.operand = chain.tails[chain.next++].right;
        values.push_back(BuildLevel(chain, kSumLevel));
      }
      left = values.back();
      for (std::size_t i = signs.size(); i-- > 0;) left = Binary(op, signs[i], values[i], left);
      continue;
    }
    left = Binary(op, tail.op_span, left, BuildLevel(chain, binding + 1));
  }
  return left;
}

// The next operand of the chain with its prefixes; `not` takes the comparison that follows it.
ExprBuilder::Built ExprBuilder::BuildPrefixed(Chain& chain, int level) {
  P::OperandContext* operand = chain.operand;
  if (operand == nullptr) return {New(ExprKind::kError, report_.At(0, 0)), 1};
  std::size_t nots = 0;
  while (nots < operand->prefixes.size() && operand->prefixes[nots]->getType() == P::KW_NOT) ++nots;
  if (nots == 0) return BuildOperand({operand}, 0);
  if (level > kNotLevel) {
    const ItemToken& at = At(operand->prefixes.front());
    report_.Report(DiagnosticCode::kChainedComparison, at.begin(), at.end(), "`not` binds looser than the operator before it",
                   "put `(not …)` in parentheses");
    return BuildOperand({operand}, nots);
  }
  // `not` takes this operand without the prefixes and every operator down to comparisons.
  Built value = Continue(chain, BuildOperand({operand}, nots), kComparisonLevel);
  for (std::size_t i = nots; i-- > 0;) {
    const ItemToken& at = At(operand->prefixes[i]);
    Expr* expr = New(ExprKind::kNot, report_.At(at.begin(), value.expr->span.end));
    expr->op_span = report_.At(at.begin(), at.end());
    expr->operands = {value.expr};
    value = Raise(expr, value.height);
  }
  return value;
}

// A primary with its members, calls and indexes, and the prefixes from `prefixes_done` on.
ExprBuilder::Built ExprBuilder::BuildOperand(Node node, std::size_t prefixes_done) {
  auto* operand = As<P::OperandContext>(node);
  if (operand == nullptr || operand->base == nullptr) {
    Span span = SpanOf(node);
    if (!span.valid()) span = report_.At(0, 0);
    return {New(ExprKind::kError, span), 1};
  }
  Built value = BuildPrimary({operand->base});
  for (P::SuffixContext* suffix : operand->suffixes) {
    const Span span = report_.At(value.expr->span.begin, std::max(value.expr->span.end, SpanOf({suffix}).end));
    if (auto* member = As<P::MemberSuffixContext>({suffix})) {
      Expr* expr = New(member->call == nullptr ? ExprKind::kMember : ExprKind::kMethod, span);
      expr->name = NameOf({member->member});
      expr->op_span = expr->name.span;
      expr->optional_chain = member->op != nullptr && member->op->getType() == P::QDOT;
      expr->operands.push_back(value.expr);
      std::size_t height = value.height;
      if (member->call != nullptr) {
        for (P::ExprContext* argument : member->call->values) {
          const Built built = BuildExpr({argument});
          expr->operands.push_back(built.expr);
          height = std::max(height, built.height);
        }
      }
      value = Raise(expr, height);
    } else if (auto* index = As<P::IndexSuffixContext>({suffix})) {
      const Built built = BuildExpr({index->index});
      Expr* expr = New(ExprKind::kIndex, span);
      expr->operands = {value.expr, built.expr};
      value = Raise(expr, std::max(value.height, built.height));
    }
  }
  for (std::size_t i = operand->prefixes.size(); i-- > prefixes_done;) {
    const ItemToken& at = At(operand->prefixes[i]);
    if (at.getType() == P::KW_NOT) {
      report_.Report(DiagnosticCode::kChainedComparison, at.begin(), at.end(), "`not` cannot follow `-` or `has`",
                     "put `not` first: `not has x.token`");
      continue;
    }
    Expr* expr = New(at.getType() == P::MINUS ? ExprKind::kNegate : ExprKind::kHas, report_.At(at.begin(), value.expr->span.end));
    expr->op_span = report_.At(at.begin(), at.end());
    expr->operands = {value.expr};
    value = Raise(expr, value.height);
  }
  return value;
}

ExprBuilder::Built ExprBuilder::BuildPrimary(Node node) {
  const Span span = SpanOf(node);
  if (auto* literal = As<P::LiteralContext>(node)) {
    const std::string_view text = text_.substr(span.begin, span.end - span.begin);
    Expr* expr = New(ExprKind::kError, span);
    switch (literal->value->getType()) {
      case P::INT:
        expr->kind = ExprKind::kInt;
        expr->text = WithoutUnderscores(text);
        break;
      case P::DECIMAL:
        expr->kind = ExprKind::kDecimal;
        expr->text = WithoutUnderscores(text);
        break;
      case P::PERCENT_LITERAL:
        expr->kind = ExprKind::kPercent;
        expr->text = WithoutUnderscores(text.substr(0, text.size() - 1));
        break;
      case P::DURATION:
        expr->kind = ExprKind::kDuration;
        expr->text = WithoutUnderscores(text);
        break;
      case P::SIZE:
        expr->kind = ExprKind::kSize;
        expr->text = WithoutUnderscores(text);
        break;
      case P::REGEX:
        expr->kind = ExprKind::kRegex;
        expr->text = LiteralBody(text);
        break;
      case P::IP:
        expr->kind = ExprKind::kIp;
        expr->text = LiteralBody(text);
        break;
      case P::TIME:
        expr->kind = ExprKind::kTime;
        expr->text = LiteralBody(text);
        break;
      case P::JPATH:
        expr->kind = ExprKind::kJsonPath;
        expr->text = LiteralBody(text);
        break;
      case P::KW_TRUE:
      case P::KW_FALSE:
        expr->kind = ExprKind::kBool;
        expr->bool_value = literal->value->getType() == P::KW_TRUE;
        break;
      default:
        break;  // HOLE
    }
    return {expr, 1};
  }
  if (As<P::NameOrCallContext>(node) != nullptr) return BuildCall(node);
  if (auto* text = As<P::TextContext>(node)) return BuildText({text->string_()}, TextKind::kConstant);
  if (auto* group = As<P::GroupContext>(node)) {
    Built inner = BuildExpr({group->inner});
    inner.expr->span = span;
    return inner;
  }
  if (As<P::ListContext>(node) != nullptr) return BuildList(node);
  if (As<P::SetOrMapContext>(node) != nullptr) return BuildBraces(node);
  return {New(ExprKind::kError, span.valid() ? span : report_.At(0, 0)), 1};
}

// `name`, `f(a, b)`, `any(x in xs: c)`.
ExprBuilder::Built ExprBuilder::BuildCall(Node node) {
  auto* context = As<P::NameOrCallContext>(node);
  const Span span = SpanOf(node);
  Expr* expr = New(context->open == nullptr ? ExprKind::kName : ExprKind::kCall, span);
  expr->name = NameOf({context->id});
  if (expr->name.text.empty()) expr->kind = ExprKind::kError;
  if (context->open == nullptr) return {expr, 1};

  std::size_t height = 0;
  for (P::ExprContext* argument : context->values) {
    const Built built = BuildExpr({argument});
    expr->operands.push_back(built.expr);
    height = std::max(height, built.height);
  }
  const std::string& name = expr->name.text;
  const bool quantifier = name == "any" || name == "all" || name == "none" || name == "count";
  Expr* range = expr->operands.size() == 1 ? expr->operands.front() : nullptr;
  const bool is_range = range != nullptr && range->kind == ExprKind::kBinary && range->op == BinaryOp::kIn &&
                        range->operands[0]->kind == ExprKind::kName;
  if (context->body == nullptr) {
    if (quantifier && is_range && name != "count") {
      Complain(DiagnosticCode::kBadQuantifier, span, Quoted(name) + " has no condition",
                     Cat({"write `", name, "(", range->operands[0]->name.text, " in …: condition)`"}));
      expr->kind = ExprKind::kError;
    }
    return Raise(expr, height);
  }
  const Built body = BuildExpr({context->body});
  height = std::max(height, body.height);
  if (!quantifier) {
    const std::string help(ForeignWordHelp(name));
    Complain(DiagnosticCode::kBadQuantifier, expr->name.span, Quoted(name) + " is not a quantifier",
                   help.empty() ? "the quantifiers are `any`, `all`, `none` and `count`" : help);
    expr->kind = ExprKind::kError;
    return {expr, 1};
  }
  if (!is_range) {
    if (range != nullptr && range->kind != ExprKind::kError) {
      Complain(DiagnosticCode::kBadQuantifier, range->span,
                     Quoted(name) + " wants a variable and a collection before the `:`",
                     Cat({"write `", name, "(x in xs: condition)`"}));
    }
    expr->kind = ExprKind::kError;
    return {expr, 1};
  }
  expr->kind = ExprKind::kQuantifier;
  expr->op_span = range->op_span;
  expr->variable = range->operands[0]->name;
  expr->operands = {range->operands[1], body.expr};
  return Raise(expr, height);
}

ExprBuilder::Built ExprBuilder::BuildComprehension(ExprKind kind, Span span, Built element, Node tail) {
  auto* context = As<P::ComprehensionContext>(tail);
  Expr* expr = New(kind, span);
  expr->variable = NameOf({context->id});
  const Built source = BuildExpr({context->source});
  expr->operands = {element.expr, source.expr};
  std::size_t height = std::max(element.height, source.height);
  if (context->condition != nullptr) {
    const Built condition = BuildExpr({context->condition});
    expr->operands.push_back(condition.expr);
    height = std::max(height, condition.height);
  }
  return Raise(expr, height);
}

ExprBuilder::Built ExprBuilder::BuildList(Node node) {
  auto* context = As<P::ListContext>(node);
  const Span span = SpanOf(node);
  if (context->comprehension() != nullptr && !context->values.empty()) {
    return BuildComprehension(ExprKind::kListComprehension, span, BuildExpr({context->values.front()}), {context->comprehension()});
  }
  Expr* expr = New(ExprKind::kList, span);
  std::size_t height = 0;
  for (P::ExprContext* value : context->values) {
    const Built built = BuildExpr({value});
    expr->operands.push_back(built.expr);
    height = std::max(height, built.height);
  }
  return Raise(expr, height);
}

// `{a, b}`, `{k: v}`, `{e for x in xs}`. An empty pair of braces is a set until its type says otherwise.
ExprBuilder::Built ExprBuilder::BuildBraces(Node node) {
  auto* context = As<P::SetOrMapContext>(node);
  const Span span = SpanOf(node);
  const bool map = !context->entries.empty() && context->entries.front()->value != nullptr;
  if (context->comprehension() != nullptr && !context->entries.empty()) {
    P::EntryContext* entry = context->entries.front();
    if (map) {
      const Span at = SpanOf({entry->value});
      Complain(DiagnosticCode::kMixedLiteral, at, "a comprehension makes a set or a list, not a map",
                     "leave out the `: value`");
    }
    return BuildComprehension(ExprKind::kSetComprehension, span, BuildExpr({entry->key}), {context->comprehension()});
  }
  Expr* expr = New(map ? ExprKind::kMap : ExprKind::kSet, span);
  std::size_t height = 0;
  for (P::EntryContext* entry : context->entries) {
    const Built key = BuildExpr({entry->key});
    height = std::max(height, key.height);
    if ((entry->value != nullptr) != map && entry->exception == nullptr) {
      const Span at = SpanOf({entry});
      Complain(DiagnosticCode::kMixedLiteral, at,
                     map ? "this entry of a map has no value" : "this element of a set has a value",
                     "write `{a, b}` for a set or `{k: v, …}` for a map");
      continue;
    }
    expr->operands.push_back(key.expr);
    if (map) {
      const Built value = BuildExpr({entry->value});
      expr->operands.push_back(value.expr);
      height = std::max(height, value.height);
    }
  }
  return Raise(expr, height);
}

ExprBuilder::Built ExprBuilder::BuildText(Node node, TextKind kind) {
  auto* context = As<P::String_Context>(node);
  Span span = SpanOf(node);
  if (!span.valid()) span = report_.At(0, 0);
  Expr* expr = New(ExprKind::kString, span);
  if (context == nullptr) {
    expr->kind = ExprKind::kError;
    return {expr, 1};
  }
  if (context->plain != nullptr) {
    const ItemToken& token = At(context->plain);
    if (token.end() >= token.begin() + 2) {
      expr->parts.push_back({Unescape(text_.substr(token.begin() + 1, token.end() - token.begin() - 2), token.begin() + 1, &report_), nullptr});
    }
    return {expr, 1};
  }
  std::vector<TextPiece> pieces;
  std::vector<Built> values;
  std::size_t height = 0;
  for (P::PartContext* part : context->parts) {
    if (part->literal_ != nullptr) {
      const ItemToken& token = At(part->literal_);
      const std::string_view text = text_.substr(token.begin(), token.end() - token.begin());
      // Adjacent pieces (`cost: `, `$`, `5`) are one text.
      if (!pieces.empty() && !pieces.back().interpolation) {
        pieces.back().text = {pieces.back().text.data(), pieces.back().text.size() + text.size()};
      } else {
        pieces.push_back({text, false});
        values.emplace_back();
      }
      continue;
    }
    if (kind == TextKind::kConstant) {
      const Span at = SpanOf({part});
      Complain(DiagnosticCode::kInterpolationNotAllowed, at, "this text cannot hold `${…}`: it is a constant",
                     "interpolation belongs to messages; for a dollar sign write `\\$`");
    }
    pieces.push_back({{}, true});
    values.push_back(BuildExpr({part->value}));
    height = std::max(height, values.back().height);
  }
  for (const TextPiece& piece : pieces) {
    if (!piece.interpolation) Unescape(piece.text, static_cast<std::uint32_t>(piece.text.data() - text_.data()), &report_);
  }
  std::vector<std::string> texts;
  if (context->triple != nullptr) {
    texts = Dedent(pieces);
  } else {
    for (const TextPiece& piece : pieces) texts.emplace_back(piece.text);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].interpolation) {
      if (kind == TextKind::kMessage) expr->parts.push_back({{}, values[i].expr});
    } else if (!texts[i].empty()) {
      expr->parts.push_back({Unescape(texts[i], 0, nullptr), nullptr});
    }
  }
  if (expr->parts.empty()) expr->parts.emplace_back();
  return Raise(expr, height);
}

std::string ExprBuilder::PlainText(Node string) {
  if (string.context == nullptr) return {};
  const Expr* expr = BuildText(string, TextKind::kConstant).expr;
  std::string out;
  for (const StringPart& part : expr->parts) out += part.text;
  return out;
}

}  // namespace writ::compiler
