// Clauses and windows as lines.
#include "cli/explain/tell.h"

#include <algorithm>

namespace writ::cli {

using compiler::ir::Otherwise;
using compiler::ir::Step;
using compiler::ir::StepKind;

namespace {

const Proof* FindProof(const std::vector<Proof>& proofs, const compiler::ir::Node* node) {
  const auto at = std::find_if(proofs.begin(), proofs.end(), [&](const Proof& proof) { return proof.node == node; });
  return at == proofs.end() ? nullptr : &*at;
}

// What the value of a step means for the subject.
std::string StepText(const compiler::ir::Rule& rule, const Step& step, const Proof& proof, const ProofText& text) {
  const vm::Value& value = proof.value;
  const std::string& reason = rule.shape.clauses.empty() ? std::string() : rule.shape.clauses[step.clause].reason;
  const std::string named = reason.empty() || reason == "where" ? "" : ", reason `" + reason + "`";
  switch (step.kind) {
    case StepKind::kWhere:
      if (value.is_true()) return "holds";
      if (value.is_false()) return "does not hold: the rule does not apply to this subject";
      return "cannot be decided: " + text.ValueText(proof);
    case StepKind::kRequire:
      if (value.is_true()) return "holds";
      if (value.is_false()) return "does not hold" + named;
      return "cannot be decided: " + text.ValueText(proof) + named;
    case StepKind::kLet:
      if (value.is_absent() && step.otherwise == Otherwise::kSkip) return "absent: the rule does not apply to this subject";
      if (value.is_absent() && step.otherwise == Otherwise::kFail) return "absent: the subject fails" + named;
      if (value.is_absent() && step.otherwise == Otherwise::kIndeterminate) return "absent: the policy says that this cannot be decided" + named;
      return text.ValueText(proof);
  }
  return {};
}

}  // namespace

std::string_view VerdictText(vm::SubjectVerdict verdict) {
  switch (verdict) {
    case vm::SubjectVerdict::kPass: return "pass";
    case vm::SubjectVerdict::kFail: return "fail";
    case vm::SubjectVerdict::kNotApplicable: return "not applicable";
    case vm::SubjectVerdict::kIndeterminate: return "indeterminate";
    case vm::SubjectVerdict::kError: return "error";
  }
  return "";
}

std::string TellClauses(const compiler::ir::Rule& rule, const std::vector<Proof>& proofs, const ProofText& text) {
  std::string out;
  for (const Step& step : rule.steps) {
    // A `where` behind `for each` has no place of its own.
    const std::string written = text.SourceText(step.span);
    const bool is_bare = step.kind == StepKind::kWhere && written.rfind("where ", 0) != 0;
    out += "\n  " + std::string(is_bare ? "where " : "") + written + "    " + text.PlaceText(step.span) + "\n";
    const Proof* proof = FindProof(proofs, step.value);
    if (proof == nullptr) {
      out += "    not looked at: it was over before\n";
      continue;
    }
    out += "    " + StepText(rule, step, *proof, text) + "\n" + text.Below(*proof, 6);
  }
  for (std::size_t i = 0; i < rule.keys.size(); ++i) {
    const Proof* proof = FindProof(proofs, rule.keys[i]);
    if (proof == nullptr) continue;
    out += "\n  group by " + rule.shape.group->keys[i].name + "    " + text.PlaceText(rule.keys[i]->span) + "\n    " + text.ValueText(*proof) + "\n" + text.Below(*proof, 6);
  }
  if (rule.sequence) {
    for (std::size_t i = 0; i < rule.sequence->conditions.size(); ++i) {
      const compiler::ir::Node* condition = rule.sequence->conditions[i];
      const Proof* proof = FindProof(proofs, condition);
      if (proof == nullptr) continue;
      const std::string verdict = proof->value.is_true() ? "this exchange can be it" : proof->value.is_false() ? "this exchange is not it" : "cannot be decided: " + text.ValueText(*proof);
      out += "\n  step " + rule.shape.group->sequence->steps[i].name + " where " + text.SourceText(condition->span) + "    " + text.PlaceText(condition->span) + "\n    " + verdict + "\n" +
             text.Below(*proof, 6);
    }
  }
  return out;
}

std::string TellWindow(const compiler::ir::Rule& rule, std::span<const vm::Value> window, const std::vector<Proof>& proofs, const ProofText& text) {
  std::string out;
  const bytecode::Group& group = *rule.shape.group;
  for (const compiler::ir::WindowLet& let : rule.window->lets) {
    const Proof* proof = FindProof(proofs, let.value);
    if (proof != nullptr) out += "\n  " + text.SourceText(let.value->span) + "    " + text.PlaceText(let.value->span) + "\n    " + text.ValueText(*proof) + "\n" + text.Below(*proof, 6);
  }
  const compiler::ir::Node* raise = rule.window->raise;
  if (raise == nullptr) return out + "\n  every match of the sequence raises\n";
  const Proof* proof = FindProof(proofs, raise);
  if (proof == nullptr || window.size() < group.keys.size()) return out;
  out += "\n  raise when " + text.SourceText(raise->span) + "    " + text.PlaceText(raise->span) + "\n    ";
  out += proof->value.is_true() ? "holds: it raises" : proof->value.is_false() ? "does not hold" : "cannot be decided: " + text.ValueText(*proof);
  return out + "\n" + text.Below(*proof, 6);
}

std::string TellCondition(const Proof& proof, const ProofText& text, std::size_t indent) {
  const std::string verdict = proof.value.is_true() ? "holds" : proof.value.is_false() ? "does not hold" : "cannot be decided: " + text.ValueText(proof);
  return std::string(indent, ' ') + text.SourceText(proof.node->span) + "  →  " + verdict + "\n" + text.Below(proof, indent + 2);
}

}  // namespace writ::cli
