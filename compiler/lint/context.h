// What the checks share: the program, where it was written, and the findings so far. Each check is a function over it and none knows of another.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic_codes.h"
#include "compiler/lint/edits.h"
#include "compiler/lint/lint.h"

namespace writ::compiler::lint {

// A rule of the program with its declaration.
struct RuleView {
  const ir::Rule* rule = nullptr;
  const RuleDecl* syntax = nullptr;
  std::string policy;
};

struct Context {
  const LintInput& input;
  const ir::Program& program;
  std::vector<const SyntaxTree*> trees;   // those that are looked at
  std::vector<RuleView> rules;            // in the order of the program
  std::vector<Finding> findings;
  std::string rule;                       // the one that is looked at now
  Editor editor;

  explicit Context(const LintInput& from);

  Finding& Report(DiagnosticCode code, Span span, std::string message, std::string help);
  // Whether a finding of this lint stands at this place already.
  bool IsReported(DiagnosticCode code, Span span) const { return reported_.count({code, span}) != 0; }
  // Whether a node was written in a policy that is looked at.
  bool IsOurs(Span span) const { return span.valid() && files_.count(span.file) != 0; }
  // The text of a place on one line, white space folded.
  std::string Text(Span span) const;
  const bytecode::Constant& ConstantOf(const ir::Node* node) const { return program.constants[node->index]; }

 private:
  std::set<FileId> files_;
  std::set<std::pair<DiagnosticCode, Span>> reported_;
};

// In the order in which they run. A check reports what it is sure of and changes nothing.
class Facts;
void CheckConditions(Context& context, Facts& facts);   // rules.cc
void CheckVacuousAll(Context& context, Facts& facts);   // vacuous_all.cc
void CheckImplied(Context& context, Facts& facts);      // implied.cc
void CheckWaivers(Context& context, Facts& facts);      // waivers.cc
void CheckUnused(Context& context);                     // unused.cc
void CheckPatterns(Context& context);                   // patterns.cc
void CheckThresholds(Context& context);                 // thresholds.cc
void CheckMetadata(Context& context);                   // metadata.cc
void CheckMessages(Context& context);                   // messages.cc
void CheckMissingDollars(Context& context);             // missing_dollar.cc
// Takes out what a comment in the policy allows (allowances.cc); after all others.
void ApplyAllowances(Context& context);
// Fixes for what the compiler has said (compiler_warnings.cc); before all others.
void AddFixes(Context& context);

}  // namespace writ::compiler::lint
