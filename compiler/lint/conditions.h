// Parts of conditions that decide nothing: never true, always true, or said by another part. Covered by tests/conformance/lint.
#pragma once

#include <string>
#include <vector>

#include "compiler/lint/context.h"
#include "compiler/lint/facts.h"

namespace writ::compiler::lint {

// What follows when a condition is never true.
struct Consequence {
  DiagnosticCode code = DiagnosticCode::kConstantCondition;
  std::string text;                     // ", so rule `a` never applies"
};

class Conditions {
 public:
  Conditions(Context& context, Facts& facts) : context_(context), facts_(facts) {}

  // The conditions within a value, and the parts of a condition that is neither always nor never true where `state` holds.
  void Walk(const ir::Node* value, const State& state, Frame& frame);
  // Whether a condition is never true where `state` holds; then its narrowest part that is to blame is reported.
  bool ReportDead(const ir::Node* condition, const State& state, Frame& frame, const Consequence& consequence);
  // Whether it is never false; then it is reported.
  bool ReportAlways(const ir::Node* condition, const State& state, Frame& frame);

 private:
  using Parts = std::vector<const ir::Node*>;
  void WalkOperands(const ir::Node* value, const State& state, Frame& frame);
  void WalkAll(const ir::Node* chain, const State& state, Frame& frame);
  void WalkAny(const ir::Node* chain, const State& state, Frame& frame);
  void WalkItem(const ir::Node* condition, const State& state, Frame& frame);
  void LookForTruth(const ir::Node* comparison, bool negated);
  void ReportRedundant(const ir::Node* chain, const Parts& parts, std::size_t at, const std::vector<std::size_t>& others, bool by_context, bool is_exact, Frame& frame);
  std::string Quoted(const ir::Node* node) const;

  Context& context_;
  Facts& facts_;
};

// The parts of a chain of `and` or `or`, from left to right.
std::vector<const ir::Node*> PartsOf(const ir::Node* chain);

}  // namespace writ::compiler::lint
