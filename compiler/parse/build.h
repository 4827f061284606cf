// Parse tree of one item → declaration in the syntax tree. Covered by tests/compiler/parse/syntax_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/parse/build_expr.h"

namespace writ::compiler {

class TreeBuilder {
 public:
  // `docs` are the `##` lines of the file in order.
  TreeBuilder(SyntaxTree& tree, std::string_view text, const std::vector<Span>& docs, const Limits& limits, Reporter& reporter)
      : tree_(tree), text_(text), docs_(docs), report_(reporter), exprs_(tree, text, limits, reporter) {}

  // Adds the declaration below `unit`, a node of that rule. `begin` and `end` are the bytes of the item.
  void AddItem(grammar::Node unit, std::uint32_t begin, std::uint32_t end);

 private:
  Doc TakeDoc(std::uint32_t before);
  void AddHeader(grammar::Node header, Doc doc);
  void AddRule(grammar::Node rule, Doc doc);
  void AddWaiver(grammar::Node waiver);
  void AddTest(grammar::Node test);
  bool Clause(grammar::Node clause, RuleClause& out);
  MetaClause Meta(grammar::Node meta);
  ForEachClause ForEach(grammar::Node clause);
  LetClause Let(grammar::Node clause);
  GroupClause Group(grammar::Node clause);
  SequenceClause Sequence(grammar::Node clause);
  ReportClause Report(grammar::Node clause);
  void TestClause(grammar::Node clause, TestDecl& out);
  std::optional<Name> MaybeName(grammar::Node name) const;
  std::string TextOf(Span span) const { return std::string(text_.substr(span.begin, span.end - span.begin)); }

  SyntaxTree& tree_;
  std::string_view text_;
  const std::vector<Span>& docs_;
  Reporter& report_;
  ExprBuilder exprs_;
  std::size_t next_doc_ = 0;
  bool any_item_ = false;
};

}  // namespace writ::compiler
