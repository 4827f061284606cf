// Parse tree of an expression, name, text or type → syntax tree. What binds how tightly is decided here: the grammar only sees a flat
// list of operands and operators. Covered by tests/compiler/parse/expressions_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "compiler/parse/reporter.h"
#include "compiler/syntax/ast.h"

namespace writ::grammar {
struct Node;  // grammar/item_tokens.h: known to .cc files only
}

namespace writ::compiler {

class ExprBuilder {
 public:
  ExprBuilder(SyntaxTree& tree, std::string_view text, const Limits& limits, Reporter& reporter)
      : tree_(tree), text_(text), limits_(limits), report_(reporter) {}

  // Nesting beyond the limit is reported once per item.
  void BeginItem() { too_deep_ = false; }

  // Each takes a node of its kind; a null or broken one gives kError, an empty name or an empty text.
  Expr* Expression(grammar::Node expr);
  // A text as an expression; only a message may hold `${…}`.
  enum class TextKind : std::uint8_t { kConstant, kMessage };
  Expr* Text(grammar::Node string, TextKind kind);
  // A text without interpolation.
  std::string PlainText(grammar::Node string);
  Name NameOf(grammar::Node name) const;
  DottedName Dotted(grammar::Node dotted) const;
  TypeExpr Type(grammar::Node type);
  Span SpanOf(grammar::Node node) const;
  Expr* New(ExprKind kind, Span span);
  // The value of an integer token; reports one that does not fit.
  std::int64_t Integer(Span span);

 private:
  struct Built {
    Expr* expr = nullptr;
    std::size_t height = 1;
  };
  struct Chain;  // the flat list of one expression

  Built BuildExpr(grammar::Node expr);
  Built BuildLevel(Chain& chain, int level);
  Built Continue(Chain& chain, Built left, int level);
  Built BuildPrefixed(Chain& chain, int level);
  Built BuildOperand(grammar::Node operand, std::size_t prefixes_done);
  Built BuildPrimary(grammar::Node primary);
  Built BuildCall(grammar::Node call);
  Built BuildBraces(grammar::Node braces);
  Built BuildList(grammar::Node list);
  Built BuildComprehension(ExprKind kind, Span span, Built element, grammar::Node tail);
  Built BuildText(grammar::Node string, TextKind kind);
  Built Binary(BinaryOp op, Span op_span, Built left, Built right);
  // Reports unless the parser has found something wrong within the span: what is broken there may only look like this mistake.
  void Complain(DiagnosticCode code, Span span, std::string message, std::string help);
  // Makes `expr` one level higher than its parts, or replaces it by kError at the limit.
  Built Raise(Expr* expr, std::size_t height_of_parts);

  SyntaxTree& tree_;
  std::string_view text_;
  const Limits& limits_;
  Reporter& report_;
  bool too_deep_ = false;
};

}  // namespace writ::compiler
