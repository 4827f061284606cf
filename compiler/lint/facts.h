// What holds where a condition is true, or false: the abstract domain of the lints. A State says of terms that they are known and what they can be:
// members of an enumeration, intervals of numbers, finite sets of texts, whether they are there, whether a collection is empty, how two of them are
// ordered. Terms of which a State says nothing may be anything, absent and unknown included.
//
// Sound for three values: a State stands for a condition that is TRUE (or FALSE), never for one that is unknown. `not` is read as De Morgan has it,
// which Kleene's tables allow. From an impossible State follows that the condition is never true; it may still be unknown, so "never false" is not
// "true". Only Entails says that something is true, and it asks that everything in it is known. What is not worked out (arithmetic, what two
// collections have in common, patterns beyond a finite set) leaves a State as it is: larger, never smaller. Covered by tests/conformance/lint, and
// against verdicts by tests/support/case_run.cc.
#pragma once

#include <map>

#include "compiler/lint/terms.h"

namespace writ::compiler::lint {

struct State {
  bool impossible = false;
  std::map<TermId, ValueSet> known;   // INVARIANT: the term is known, there, and in the set, which is not empty
};

// INVARIANT: a node is read in the frame of its body.
class Facts {
 public:
  Facts(Terms& terms, const SourceMap& sources) : terms_(terms), sources_(sources) {}

  // What also holds where `condition` is `wanted`.
  void Assume(State& state, const ir::Node* condition, bool wanted, Frame& frame);
  // A value is there: after `let … else`.
  void AssumePresent(State& state, const ir::Node* value, Frame& frame);
  void AssumeAbsent(State& state, const ir::Node* value, Frame& frame);
  // Whether `condition` is `wanted` wherever the state holds.
  bool Entails(const State& state, const ir::Node* condition, bool wanted, Frame& frame);
  bool EntailsPresent(const State& state, const ir::Node* value, Frame& frame);
  bool EntailsAbsent(const State& state, const ir::Node* value, Frame& frame);
  // Whether some item is there.
  bool EntailsNotEmpty(const State& state, const ir::Node* collection, Frame& frame);

  Terms& terms() { return terms_; }

 private:
  // A condition on one value: it is in a set.
  struct Atom {
    const ir::Node* value = nullptr;
    Frame* frame = nullptr;
    ValueSet set;
  };
  std::optional<Atom> AtomOf(const ir::Node* condition, bool wanted, Frame& frame);
  std::optional<ValueSet> SetOf(const ir::Node* constant) const;
  // What the value of a literal is. A constant that has a name may be a switch that its author turns: where it is what is asked, it is left open.
  std::optional<std::int64_t> LiteralOf(const ir::Node* constant) const;
  // The condition as one on a term that nothing more is known of: true or false.
  TermId Opaque(const ir::Node* condition, Frame& frame) { return terms_.Of(condition, frame); }

  void AssumeAll(State& state, const ir::Node* chain, bool wanted, Frame& frame);
  void AssumeEither(State& state, const ir::Node* a, const ir::Node* b, bool wanted, Frame& frame);
  void AssumeIn(State& state, const ir::Node* value, const ValueSet& set, Frame& frame);
  void AssumeOrder(State& state, const ir::Node* condition, const ValueSet& order, Frame& frame);
  void AssumeLoop(State& state, const ir::Node* loop, bool wanted, Frame& frame);
  void AssumeTextTest(State& state, const ir::Node* test, bool wanted, Frame& frame);
  bool EntailsIn(const State& state, const ir::Node* value, const ValueSet& set, Frame& frame);
  bool Knows(const State& state, TermId term, const ValueSet& set) const;

  void Restrict(State& state, TermId term, const ValueSet& set);
  void MarkPresent(State& state, TermId term);

  Terms& terms_;
  const SourceMap& sources_;
};

// What holds in both.
State Join(const State& a, const State& b);

// The frame of what a rule does with a subject, with the variables of `for each` in it; and a `let` of it (rules.cc).
Frame& RowFrame(Facts& facts, const ir::Rule& rule);
void BindLet(Facts& facts, const ir::Step& step, Frame& frame);

}  // namespace writ::compiler::lint
