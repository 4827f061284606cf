// Expressions: names, types, absent values. One ExpressionChecker per body (rule, window, function, declaration); it knows the
// variables in scope and which paths are known to be present at this point.
// Parts: expression.cc (names, members), operators.cc, literals.cc, constant_value.cc, calls.cc, collections.cc, facts.cc.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/checker.h"

namespace writ::compiler {

// Paths ("x.response", "x.request.header(\"authorization\")") that are known to be present.
using Facts = std::set<std::string>;

struct Variable {
  std::string name;
  std::uint32_t slot = 0;
  Span span;
  bool has_value = true;    // false for a `without` step, which no row matched
};

class ExpressionChecker {
 public:
  // `locals` receives the slots; may be shared by several checkers of one body in turn.
  ExpressionChecker(Checker& checker, std::string policy, std::vector<ir::Local>& locals)
      : checker_(checker), types_(checker.program.types), policy_(std::move(policy)), locals_(locals) {}

  // A new slot with a name in scope. Reports shadowing.
  std::uint32_t Bind(const Name& name, bytecode::TypeId type);
  // Gives a slot made by BindHidden its name and type. Reports shadowing.
  void BindAt(std::uint32_t slot, const Name& name, bytecode::TypeId type);
  // A slot that no name reaches.
  std::uint32_t BindHidden(bytecode::TypeId type);

  // Any expression; `expected` guides literals and bare enum words (Never: nothing is expected). The type of a node with an error is Never.
  ir::Node* Check(const Expr& expr, bytecode::TypeId expected);
  ir::Node* Check(const Expr& expr) { return Check(expr, types_.Never()); }
  // The same, and not absent: an unguarded `T?` is an error with the text to type.
  ir::Node* CheckPresent(const Expr& expr, bytecode::TypeId expected);
  ir::Node* CheckPresent(const Expr& expr) { return CheckPresent(expr, types_.Never()); }
  // Of exactly this type (a `T` is widened where a `T?` is wanted).
  ir::Node* CheckAs(const Expr& expr, bytecode::TypeId type, std::string_view what);
  ir::Node* CheckCondition(const Expr& expr);
  // A message: literal text and interpolated values of any type.
  ir::Node* CheckMessage(const Expr& expr);
  // The value of an initialiser that is made of constants, functions and arithmetic: a constant node; null where it takes more than that,
  // and broken where it has no value, which is reported at `span` (constant_value.cc).
  ir::Node* ValueOf(const ir::Node& node, Span span);
  // `at EXPR`.
  std::optional<ir::At> CheckAt(const Expr& expr);

  // What holds after `expr` was true or false (facts.cc).
  Facts WhenTrue(const Expr& expr) const;
  Facts WhenFalse(const Expr& expr) const;
  // Where `expr` is known to be there.
  Facts WhenPresent(const Expr& expr) const {
    Facts facts;
    AddPath(expr, facts);
    return facts;
  }
  void Learn(const Facts& facts) { facts_.insert(facts.begin(), facts.end()); }

  // Detectors, after `group by`: names of the rows' variables are out of scope, and aggregates are folded by `row`.
  void EnterWindow(ExpressionChecker* row, std::vector<bytecode::Aggregate>* aggregates, std::vector<ir::Node*>* arguments,
                   std::uint32_t first_slot) {
    row_ = row, aggregates_ = aggregates, aggregate_arguments_ = arguments, aggregate_slot_ = first_slot;
  }
  // Detectors with a sequence: a step name; and that the window is a match, whose last step is `last_step`.
  std::uint32_t BindStep(const Name& name, bytecode::TypeId type, bool without);
  void EnterSequence(std::string last_step) { last_step_ = std::move(last_step); }
  const Facts& facts() const { return facts_; }
  const Variable* FindVariable(const std::string& name) const;
  const ir::Local& local(std::uint32_t slot) const { return locals_[slot]; }
  // A waiver's condition: `subject.name` is text of the stable identity, from the map in `slot`.
  void EnterWaiver(std::uint32_t subject_slot) { waiver_subject_ = subject_slot; }

 private:
  friend class FactScope;
  using TypeId = bytecode::TypeId;

  ir::Node* Broken(Span span) { return checker_.NewNode(ir::NodeKind::kConstant, types_.Never(), span, {}, BrokenConstant()); }
  std::uint32_t BrokenConstant();
  bool IsBroken(const ir::Node* node) const { return node->type == types_.Never(); }
  ir::Node* Mismatch(const Expr& expr, std::string_view what, TypeId wanted, TypeId seen);
  ir::Node* RequirePresent(const Expr& expr, ir::Node* node);
  ir::Node* Widen(ir::Node* node);
  TypeId Scalar(bytecode::TypeKind kind) const { return types_.Scalar(kind); }
  bytecode::TypeKind KindOf(TypeId type) const { return types_.Get(type).kind; }

  // names and members
  ir::Node* CheckName(const Expr& expr, TypeId expected);
  ir::Node* UseDeclaration(const Name& name, const std::string& policy, Span span);
  const std::string* ImportedPolicy(const Expr& expr);
  ir::Node* CheckMember(const Expr& expr, bool lenient);
  ir::Node* CheckMethod(const Expr& expr, bool lenient);
  ir::Node* ReadMember(const Expr& expr, ir::Node* object, bool chain);
  ir::Node* ApplyMethod(const Expr& expr, ir::Node* object, bool chain);
  bool AreNetworkBits(const std::vector<ir::Node*>& arguments) const;
  ir::Node* CheckReceiver(const Expr& expr, bool lenient, bool& chain);
  ir::Node* Narrowed(const Expr& expr, ir::Node* node);

  // operators
  ir::Node* CheckBinary(const Expr& expr, TypeId expected);
  ir::Node* CheckLogic(const Expr& expr);
  ir::Node* CheckEquality(const Expr& expr);
  ir::Node* CheckOrder(const Expr& expr);
  ir::Node* CheckMembership(const Expr& expr);
  ir::Node* CheckTextTest(const Expr& expr);
  ir::Node* CheckCoalesce(const Expr& expr, TypeId expected);
  ir::Node* CheckArithmetic(const Expr& expr, TypeId expected);
  ir::Node* CheckNegate(const Expr& expr, TypeId expected);
  ir::Node* CheckHas(const Expr& expr);
  ir::Node* CheckIs(const Expr& expr);
  ir::Node* CheckIndex(const Expr& expr);
  std::pair<ir::Node*, ir::Node*> CheckBoth(const Expr& left, const Expr& right);
  bool NeedsExpected(const Expr& expr) const;
  ir::Node* Fold(ir::Node* node);
  ir::Node* ValueIn(const ir::Node& node, const std::vector<ir::Node*>& arguments, Span span, std::size_t& steps);
  ir::Node* Not(ir::Node* node, Span span) { return checker_.NewNode(ir::NodeKind::kNot, node->type, span, {node}); }

  // literals
  ir::Node* CheckLiteral(const Expr& expr, TypeId expected);
  ir::Node* CheckString(const Expr& expr);

  // calls and collections
  ir::Node* CheckCall(const Expr& expr, TypeId expected);
  ir::Node* CallFunction(const Expr& expr, Declaration& declaration, const std::string& policy, std::size_t first_argument);
  ir::Node* CheckAggregate(const Expr& expr);
  ir::Node* CheckQuantifier(const Expr& expr);
  ir::Node* CheckCollectionLiteral(const Expr& expr, TypeId expected);
  ir::Node* CheckMap(const Expr& expr, TypeId expected);
  ir::Node* CheckComprehension(const Expr& expr);
  ir::Node* CheckCollection(const Expr& expr, TypeId& element);

  // facts
  std::string PathOf(const Expr& expr) const;    // "" when it is no path
  void AddPath(const Expr& expr, Facts& facts) const;

  Checker& checker_;
  bytecode::TypeTable& types_;
  std::string policy_;
  std::vector<ir::Local>& locals_;
  std::vector<Variable> variables_;
  Facts facts_;
  ExpressionChecker* row_ = nullptr;
  std::vector<bytecode::Aggregate>* aggregates_ = nullptr;
  std::vector<ir::Node*>* aggregate_arguments_ = nullptr;
  std::uint32_t aggregate_slot_ = 0;
  std::string last_step_;          // of the sequence; empty without one
  std::optional<std::uint32_t> waiver_subject_;
  bool in_message_ = false;
};

// Facts and variables learnt inside end with the scope.
class FactScope {
 public:
  explicit FactScope(ExpressionChecker& checker)
      : checker_(checker), facts_(checker.facts_), variable_count_(checker.variables_.size()) {}
  ~FactScope() {
    checker_.facts_ = facts_;
    checker_.variables_.resize(variable_count_);
  }
  FactScope(const FactScope&) = delete;
  FactScope& operator=(const FactScope&) = delete;

 private:
  ExpressionChecker& checker_;
  Facts facts_;
  std::size_t variable_count_;
};

// Whether `actual` fits the parameter type `wanted` of a builtin; binds T and K.
struct TypeBinding {
  std::optional<bytecode::TypeId> bound[2];
};
bool Unify(bytecode::TypeTable& types, bytecode::TypeId wanted, bytecode::TypeId actual, TypeBinding& binding);
bytecode::TypeId Substitute(bytecode::TypeTable& types, bytecode::TypeId type, const TypeBinding& binding);

}  // namespace writ::compiler
