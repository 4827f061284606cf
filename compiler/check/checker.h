// What the parts of the checker share: the program under construction and the way from a name to its declaration.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic_codes.h"
#include "compiler/check/check.h"
#include "compiler/check/scope.h"

namespace writ::compiler {

struct BuiltinSignature {
  bytecode::BuiltinId id{};
  std::string_view name;
  std::vector<bytecode::TypeId> parameters;   // the receiver first
  bytecode::TypeId result{0};
};

// The state of one Check. INVARIANT: a declaration in state kDone has its index and type set.
struct Checker {
  const std::vector<ParsedPolicy>& policies;
  const SourceMap& sources;
  const CompileOptions& options;
  DiagnosticSink& sink;
  Scopes scopes;
  ir::Program program;
  std::vector<BuiltinSignature> builtins;
  std::vector<bytecode::TypeId> field_types;  // by FieldId

  Checker(const std::vector<ParsedPolicy>& p, const SourceMap& s, const CompileOptions& o, DiagnosticSink& k);

  const std::string& PolicyOf(std::size_t file) const { return policies[file].tree->header->name.text; }
  // The declaration `name` of a policy, checked by now; null when there is none.
  Declaration* Find(const std::string& policy, const std::string& name);
  // Checks a declaration if that has not happened yet. False when it is broken (reported already).
  bool Ensure(Declaration& declaration, const std::string& policy, Span use);

  ir::Node* NewNode(ir::NodeKind kind, bytecode::TypeId type, Span span, std::vector<ir::Node*> operands = {},
                    std::uint32_t index = 0);
  std::uint32_t AddConstant(bytecode::Constant constant);
  ir::Node* ConstantNode(bytecode::Constant constant, Span span);
  bytecode::SourceRange RangeOf(Span span) const;
  std::string TypeText(bytecode::TypeId type) const { return program.types.ToString(type); }
  std::string SourceText(Span span) const;    // one line, white space folded

  bytecode::TypeId ResolveType(const TypeExpr& type);

 private:
  std::unordered_multimap<std::size_t, std::uint32_t> constant_index_;   // by hash
};

// declarations.cc
void CheckDeclaration(Checker& checker, Declaration& declaration, const std::string& policy);
// rule.cc
void CheckRule(Checker& checker, std::size_t file, const RuleDecl& rule);
// The condition of an `activate when`; null when it is broken (reported). A condition of its own tree for each call.
ir::Node* CheckActivation(Checker& checker, std::size_t file, const ActivateClause& clause);
// metadata.cc: fills shape.metadata and the flags; reports what is missing or unknown.
void CheckMetadata(Checker& checker, const RuleDecl& rule, bytecode::Rule& shape);
// capability.cc: captures, needed_captures, fields of a rule.
void FindCaptures(Checker& checker, ir::Rule& rule);
// cost.cc: the cost class; reports a quadratic loop that was not asked for.
void FindCost(Checker& checker, ir::Rule& rule);
// waivers.cc, tests.cc
void CheckWaiver(Checker& checker, std::size_t file, const WaiverDecl& waiver);
void CheckTest(Checker& checker, std::size_t file, const TestDecl& test);
// data.cc: reads a data file into a constant of `type`.
std::optional<std::uint32_t> LoadData(Checker& checker, const DataDecl& data, bytecode::TypeId type, std::size_t file,
                                      std::string& digest);

// Full id of the rule that `dotted` names from within `policy`: "rule" or "policy.rule". Reports an unknown one.
std::string ResolveRuleName(Checker& checker, const std::string& policy, const DottedName& dotted);

}  // namespace writ::compiler
