// The clauses of a rule in their order: what ends a subject, what only notes a reason, and when text is made.
#include <algorithm>

#include "oracle/operators.h"
#include "oracle/oracle.h"
#include "oracle/tree.h"
#include "vm/machine.h"

namespace writ::oracle {

using bytecode::TypeKind;
using compiler::ir::Otherwise;
using compiler::ir::Rule;
using compiler::ir::Step;
using compiler::ir::StepKind;
using vm::ClauseOutcome;
using vm::SubjectVerdict;

// One rule on one subject.
class RuleRun {
 public:
  RuleRun(Oracle& oracle, const Rule& rule, std::span<const Value> subject, bool want_text, vm::SubjectOutcome& outcome)
      : program_(oracle.program_), rule_(rule), tree_(oracle.NewTree(oracle.arena_)), locals_(subject.begin(), subject.end()),
        want_text_(want_text), outcome_(outcome) {}

  void Run() {
    outcome_.Clear();
    for (std::size_t i = 0; i < rule_.steps.size(); ++i) {
      const bool go_on = rule_.steps[i].kind == StepKind::kLet ? RunLet(rule_.steps[i]) : RunCondition(rule_.steps[i]);
      if (tree_.stopped()) return StopAt(i);
      if (!go_on) return;
    }
    if (rule_.window) {
      EmitRow();
      if (tree_.stopped()) return StopAt(rule_.steps.size());
    } else if (rule_.report && want_text_ && !outcome_.clauses.empty()) {
      MakeText(rule_.report->message, rule_.report->at, &rule_.report->per);
    }
    Conclude(SubjectVerdict::kPass);
  }

 private:
  static int Rank(SubjectVerdict verdict) {
    switch (verdict) {
      case SubjectVerdict::kFail: return 3;
      case SubjectVerdict::kError: return 2;
      case SubjectVerdict::kIndeterminate: return 1;
      case SubjectVerdict::kPass:
      case SubjectVerdict::kNotApplicable: return 0;
    }
    return 0;
  }

  // Each clause stands once in an outcome, with the worst that happened to it.
  void Note(ClauseOutcome clause) {
    for (ClauseOutcome& noted : outcome_.clauses) {
      if (noted.clause != clause.clause) continue;
      if (Rank(clause.verdict) > Rank(noted.verdict)) noted = clause;
      return;
    }
    outcome_.clauses.push_back(clause);
  }

  void NoteFailed(std::uint32_t clause) {
    ClauseOutcome outcome;
    outcome.clause = clause;
    outcome.verdict = SubjectVerdict::kFail;
    Note(outcome);
  }

  // A clause that depends on a value that is unknown or an error.
  void NoteOpen(std::uint32_t clause, const Value& value) {
    ClauseOutcome outcome;
    outcome.clause = clause;
    if (value.is_unknown()) {
      outcome.verdict = SubjectVerdict::kIndeterminate;
      outcome.causes = value.size;
      outcome.field = value.field;
    } else if (value.is_error()) {
      outcome.verdict = SubjectVerdict::kError;
      outcome.trap = value.error->trap;
      outcome.range = value.error->range;
    } else {
      return;
    }
    Note(outcome);
  }

  // The worst of the clauses; `otherwise` when none of them says anything.
  void Conclude(SubjectVerdict otherwise) {
    outcome_.verdict = otherwise;
    for (const ClauseOutcome& clause : outcome_.clauses) {
      if (Rank(clause.verdict) > Rank(outcome_.verdict)) outcome_.verdict = clause.verdict;
    }
  }

  // A bound was passed at a step (or behind all of them): an error of the next clause that can name a reason, else of the last one.
  void StopAt(std::size_t step) {
    const auto names_reason = [](const Step& s) { return s.kind != StepKind::kLet || s.otherwise != Otherwise::kNone; };
    ClauseOutcome outcome;
    outcome.verdict = SubjectVerdict::kError;
    outcome.trap = *tree_.stopped();
    const auto next = std::find_if(rule_.steps.begin() + static_cast<std::ptrdiff_t>(step), rule_.steps.end(), names_reason);
    const auto last = std::find_if(rule_.steps.rbegin(), rule_.steps.rend(), names_reason);
    if (next != rule_.steps.end()) {
      outcome.clause = next->clause;
    } else if (last != rule_.steps.rend()) {
      outcome.clause = last->clause;
    }
    Note(outcome);
    Conclude(SubjectVerdict::kPass);
  }

  // `where` and `require`. False: the subject is over.
  bool RunCondition(const Step& step) {
    const Value condition = tree_.Evaluate(*step.value, locals_);
    if (tree_.stopped()) return false;
    if (condition.is_true()) return true;
    NoteOpen(step.clause, condition);
    if (step.kind == StepKind::kRequire) {
      if (condition.is_false()) NoteFailed(step.clause);
      return true;   // all of them are looked at
    }
    Conclude(SubjectVerdict::kNotApplicable);
    return false;
  }

  bool RunLet(const Step& step) {
    const Value value = tree_.Evaluate(*step.value, locals_);
    if (tree_.stopped()) return false;
    SetLocal(locals_, step.slot, value);
    if (step.otherwise == Otherwise::kNone) return true;   // poison is passed on
    const bool may_be_absent = program_.types.IsOptional(step.value->type);
    if (value.is_absent() && may_be_absent) {
      RunElse(step);
      return false;
    }
    if (!value.is_unknown() && !value.is_error()) return true;
    NoteOpen(step.clause, value);
    Conclude(SubjectVerdict::kPass);
    return false;
  }

  void RunElse(const Step& step) {
    if (step.otherwise == Otherwise::kSkip) return Conclude(SubjectVerdict::kNotApplicable);
    if (step.otherwise == Otherwise::kFail) {
      NoteFailed(step.clause);
    } else {
      NoteOpen(step.clause, Value::Unknown(0));   // the policy says so, so there is no cause
    }
    if (want_text_) MakeText(step.message, step.at, nullptr);
    Conclude(SubjectVerdict::kPass);
  }

  // Text can never change a verdict: it has bounds of its own, and passing one leaves the text out.
  void MakeText(const compiler::ir::Node* message, const std::vector<compiler::ir::At>& places, const std::vector<compiler::ir::Node*>* per) {
    tree_.Refill();
    if (message != nullptr) {
      const Value text = tree_.Evaluate(*message, locals_);
      if (!tree_.stopped()) outcome_.message = vm::FormatValue(text, program_.types, message->type);
    }
    for (const compiler::ir::At& at : places) {
      const Value record = tree_.Evaluate(*at.record, locals_);
      if (tree_.stopped() || record.kind != ValueKind::kRecord) continue;
      outcome_.places.push_back({record, at.field ? static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(*at.field)) : std::uint16_t{0}});
    }
    if (per != nullptr) {
      for (const compiler::ir::Node* node : *per) {
        const Value value = tree_.Evaluate(*node, locals_);
        if (!tree_.stopped()) outcome_.per.push_back(value);
      }
    }
    if (tree_.stopped()) outcome_.message.clear();
    tree_.Refill();
  }

  void EmitRow() {
    std::vector<Value> row;
    for (const compiler::ir::Node* key : rule_.keys) row.push_back(tree_.Evaluate(*key, locals_));
    for (const compiler::ir::Node* argument : rule_.aggregate_arguments) {
      if (argument != nullptr) row.push_back(tree_.Evaluate(*argument, locals_));
    }
    if (rule_.sequence) {
      row.push_back(tree_.Evaluate(*rule_.sequence->start, locals_));
      row.push_back(tree_.Evaluate(*rule_.sequence->end, locals_));
      for (const compiler::ir::Node* condition : rule_.sequence->conditions) row.push_back(tree_.Evaluate(*condition, locals_));
      for (const compiler::ir::Node* value : rule_.sequence->values) row.push_back(tree_.Evaluate(*value, locals_));
    }
    if (!tree_.stopped()) outcome_.row = std::move(row);
  }

  const compiler::ir::Program& program_;
  const Rule& rule_;
  Tree tree_;
  Locals locals_;
  bool want_text_;
  vm::SubjectOutcome& outcome_;
};

void Oracle::Evaluate(std::uint32_t rule, std::span<const Value> subject, bool want_text, vm::SubjectOutcome& outcome) {
  RuleRun(*this, program_.rules[rule], subject, want_text, outcome).Run();
}

namespace {

// Keys, aggregates, then the lets of the window.
Locals WindowLocals(Tree& tree, const Rule& rule, std::span<const Value> window) {
  Locals locals(window.begin(), window.end());
  for (const compiler::ir::WindowLet& let : rule.window->lets) SetLocal(locals, let.slot, tree.Evaluate(*let.value, locals));
  return locals;
}

}  // namespace

Value Oracle::Raise(std::uint32_t rule, std::span<const Value> window) {
  Tree tree = NewTree(arena_);
  Locals locals = WindowLocals(tree, program_.rules[rule], window);
  const Value raise = tree.Evaluate(*program_.rules[rule].window->raise, locals);
  return tree.stopped() ? ErrorOf(*tree.stopped(), arena_) : raise;
}

std::string Oracle::WindowMessage(std::uint32_t rule, std::span<const Value> window) {
  const compiler::ir::Node* message = program_.rules[rule].window->message;
  if (message == nullptr) return {};
  Tree tree = NewTree(arena_);
  Locals locals = WindowLocals(tree, program_.rules[rule], window);
  const Value text = tree.Evaluate(*message, locals);
  return tree.stopped() ? std::string() : vm::FormatValue(text, program_.types, message->type);
}

}  // namespace writ::oracle
