// Rules and detectors: clauses in their order, reasons, groups.
#include <algorithm>

#include "base/suggest.h"
#include "compiler/check/sequence.h"

namespace writ::compiler {

using bytecode::Clause;
using bytecode::SubjectKind;
using bytecode::TypeId;
using bytecode::TypeKind;

namespace {

class RuleChecker {
 public:
  RuleChecker(Checker& checker, std::size_t file, const RuleDecl& syntax)
      : checker_(checker),
        types_(checker.program.types),
        syntax_(syntax),
        policy_(checker.PolicyOf(file)),
        file_(file),
        row_(checker, policy_, rule_.locals),
        window_(checker, policy_, window_body_.locals),
        sequence_(checker, row_, window_, rule_.locals) {}

  void Run() {
    rule_.shape.id = policy_ + "." + syntax_.name.text;
    rule_.shape.is_detect = syntax_.is_detect;
    rule_.shape.policy = checker_.program.policy_of_file[static_cast<std::size_t>(checker_.policies[file_].source.file)];
    rule_.shape.range = checker_.RangeOf(syntax_.name.span);
    CheckMetadata(checker_, syntax_, rule_.shape);
    const std::size_t errors_before = checker_.sink.error_count();
    CountReasons();
    ReserveSubjects();
    ReportMissing();
    for (const RuleClause& clause : syntax_.clauses) Take(clause);
    Finish();
    broken_ = broken_ || checker_.sink.error_count() != errors_before;
    if (broken_) return;
    FindCaptures(checker_, rule_);
    FindCost(checker_, rule_);
    checker_.program.rules.push_back(std::move(rule_));
  }

 private:
  enum class Phase { kHead, kSubject, kBody, kWindow, kRaised, kReported };

  bool IsBroken(const ir::Node* node) const { return node == nullptr || node->type == types_.Never(); }

  // Once a rule: where one clause is missing or in the wrong place, the others only seem to be.
  void Misplaced(Span span, const std::string& what, const std::string& help) {
    if (!std::exchange(out_of_order_, true)) checker_.sink.Report(DiagnosticCode::kClauseOrder, span, what, help);
    broken_ = true;
  }

  void ReportMissing() {
    bool for_each = false, require = false, group = false, raise = false;
    for (const RuleClause& clause : syntax_.clauses) {
      for_each = for_each || clause.for_each.has_value();
      require = require || clause.require || (clause.let && clause.let->otherwise == ElseKind::kFail);
      group = group || clause.group.has_value();
      raise = raise || clause.raise || clause.sequence;
    }
    const std::string& name = syntax_.name.text;
    if (!for_each) {
      Missing("`" + name + "` does not say what it looks at", "add `for each operation op`, for example");
    } else if (!syntax_.is_detect && !require && !group && !raise) {
      Missing("rule `" + name + "` does not say what must hold", "add `require …`");
    } else if (syntax_.is_detect && !group && !require) {
      Missing("detector `" + name + "` does not say how rows are grouped", "add `group by x.token.fingerprint as token within sliding 10m`, for example");
    } else if (syntax_.is_detect && !raise && !require) {
      Missing("detector `" + name + "` does not say when it raises", "add `raise when count() > 10`, for example");
    }
  }

  std::uint32_t AddClause(std::string reason, Span span) {
    rule_.shape.clauses.push_back({std::move(reason), checker_.SourceText(span), checker_.RangeOf(span)});
    return static_cast<std::uint32_t>(rule_.shape.clauses.size() - 1);
  }

  // The variables of `for each` have the first slots, whatever the conditions between them bind.
  void ReserveSubjects() {
    for (const RuleClause& clause : syntax_.clauses) {
      if (!clause.for_each) continue;
      row_.BindHidden(types_.Never());
      if (clause.for_each->joined_kind) row_.BindHidden(types_.Never());
    }
  }

  // A rule with several reasons names each of them.
  void CountReasons() {
    std::vector<std::pair<Span, bool>> reasons;
    std::set<std::string> names;
    for (const RuleClause& clause : syntax_.clauses) {
      const Name* name = nullptr;
      if (clause.require) {
        reasons.push_back({clause.require->span, clause.require->reason.has_value()});
        if (clause.require->reason) name = &*clause.require->reason;
      }
      if (clause.let && clause.let->otherwise == ElseKind::kFail) {
        reasons.push_back({clause.let->span, clause.let->reason.has_value()});
        if (clause.let->reason) name = &*clause.let->reason;
      }
      if (name != nullptr && !names.insert(name->text).second) {
        checker_.sink.Report(DiagnosticCode::kDuplicateName, name->span, "reason `" + name->text + "` stands twice in this rule", "give each reason its own name");
      }
    }
    if (reasons.size() < 2) return;
    for (const auto& [span, named] : reasons) {
      if (!named) {
        checker_.sink.Report(DiagnosticCode::kUnnamedReason, span, "this rule can fail for several reasons, and this one has no name",
                             "add `as name` at its end; the name becomes part of the finding's identity");
      }
    }
  }

  void Take(const RuleClause& clause) {
    if (clause.activate) TakeActivate(*clause.activate);
    if (clause.for_each) TakeForEach(*clause.for_each);
    if (clause.let) TakeLet(*clause.let);
    if (clause.require) TakeRequire(*clause.require);
    if (clause.group) TakeGroup(*clause.group);
    if (clause.sequence) TakeSequence(*clause.sequence);
    // Without a window, what is said about it has nothing to be judged by.
    if (lacks_window_) return;
    if (clause.raise) TakeRaise(*clause.raise);
    if (clause.report) TakeReport(*clause.report);
  }

  void TakeActivate(const ActivateClause& clause) {
    ir::Node* condition = CheckActivation(checker_, file_, clause);
    if (condition == nullptr) return;
    rule_.activate = rule_.activate == nullptr
                         ? condition
                         : checker_.NewNode(ir::NodeKind::kAnd, types_.Scalar(TypeKind::kBool), clause.span, {rule_.activate, condition});
  }

  void TakeForEach(const ForEachClause& clause) {
    if (phase_ > Phase::kSubject) return Misplaced(clause.span, "`for each` stands before `let`, `require` and `group by`", "move it up");
    const bool outermost = phase_ == Phase::kHead;
    phase_ = Phase::kSubject;
    if (outermost) {
      const bool names_kind = !clause.kind.text.empty() && !bytecode::FindSubjectKind(clause.kind.text);   // `document d in documents("…")`
      if (clause.source != nullptr && !names_kind) return Misplaced(clause.span, "the first `for each` ranges over a kind", "begin with `for each operation op`, for example");
      TakeRoot(clause);
    } else {
      TakeNested(clause);
    }
    if (clause.where != nullptr) {
      ir::Node* condition = row_.CheckCondition(*clause.where);
      if (!IsBroken(condition)) {
        ir::Step step;
        step.kind = ir::StepKind::kWhere;
        step.value = condition;
        step.clause = AddClause("where", clause.where->span);
        step.span = clause.where->span;
        rule_.steps.push_back(std::move(step));
      }
      // Also after a mistake in it: one mistake is one diagnostic.
      row_.Learn(row_.WhenTrue(*clause.where));
    }
  }

  void TakeRoot(const ForEachClause& clause) {
    const auto kind = bytecode::FindSubjectKind(clause.kind.text);
    if (!kind) {
      std::vector<std::string> words;
      for (const auto& row : bytecode::AllSubjectKinds()) words.emplace_back(row.word);
      std::string help = DidYouMean(clause.kind.text, words);
      std::string message = "`for each` cannot range over `" + clause.kind.text + "`";
      for (const char* later : {"change", "endpoint", "document"}) {
        if (clause.kind.text == later) {
          message = "kind `" + clause.kind.text + "` has no reader in this version";
          help = "rules over it cannot be judged yet";
        }
      }
      if (help.empty()) {
        help = "kinds are";
        for (const std::string& word : words) help += " `" + word + "`";
      }
      checker_.sink.Report(DiagnosticCode::kUnknownKind, clause.kind.span, message, help);
      broken_ = true;
      row_.BindAt(next_subject_++, clause.variable, types_.Never());
      return;
    }
    rule_.shape.subject = *kind;
    const auto& info = bytecode::InfoOf(*kind);
    const TypeId type = types_.Record(static_cast<std::uint32_t>(info.record));
    row_.BindAt(next_subject_++, clause.variable, type);
    rule_.shape.subject_types.push_back(type);
    if (!clause.joined_kind) return;
    if (clause.joined_kind->text != "operation" || *kind != SubjectKind::kExchange) {
      checker_.sink.Report(DiagnosticCode::kUnknownKind, clause.joined_kind->span, "only `exchange … joined with operation …` can be joined",
                           "write `for each exchange x joined with operation op`");
      broken_ = true;
    }
    rule_.shape.joined = true;
    const TypeId operation = types_.Record(static_cast<std::uint32_t>(bytecode::RecordId::kOperation));
    // Without a name (reported by the parser) the variable is only a slot.
    row_.BindAt(next_subject_++, clause.joined_variable.value_or(Name{}), operation);
    rule_.shape.subject_types.push_back(operation);
  }

  void TakeNested(const ForEachClause& clause) {
    if (clause.source == nullptr) {
      return Misplaced(clause.span, "an inner `for each` ranges over a list of the outer subject", "write `for each p in op.parameters`");
    }
    ir::Node* source = row_.CheckPresent(*clause.source);
    TypeId element = types_.Never();
    if (!IsBroken(source)) {
      const bytecode::Type type = types_.Get(source->type);
      if ((type.kind == TypeKind::kList || type.kind == TypeKind::kSet) && types_.Get(type.element).kind == TypeKind::kRecord) {
        element = type.element;
      } else {
        checker_.sink.Report(DiagnosticCode::kTypeMismatch, clause.source->span,
                             "subjects are records of the model, and this is `" + checker_.TypeText(source->type) + "`",
                             "to test plain values write a quantifier: `require all(v in " + checker_.SourceText(clause.source->span) + ": …)`");
        broken_ = true;
      }
    } else {
      broken_ = true;
    }
    row_.BindAt(next_subject_++, clause.variable, element);
    rule_.shape.subject_types.push_back(element);
    rule_.nested.push_back(source);
    if (syntax_.is_detect) Misplaced(clause.span, "a detector ranges over exchanges, not over their parts", "keep one `for each exchange`");
  }

  void TakeLet(const LetClause& clause) {
    if (phase_ == Phase::kHead) return Misplaced(clause.span, "`let` stands after `for each`", "move it down");
    if (phase_ >= Phase::kRaised) return Misplaced(clause.span, "`let` stands before `raise when` and `report`", "move it up");
    if (phase_ == Phase::kWindow) {
      ir::Node* value = window_.Check(*clause.value);
      if (clause.otherwise != ElseKind::kNone) {
        Misplaced(clause.else_span, "`else` is for rows: a window has no value to skip", "use `??`");
        window_.Bind(clause.name, types_.Never());   // nothing more is said about it
        return;
      }
      if (!IsBroken(value)) window_body_.lets.push_back({window_.Bind(clause.name, value->type), value});
      return;
    }
    phase_ = Phase::kBody;
    ir::Node* value = row_.Check(*clause.value);
    if (IsBroken(value)) {
      broken_ = true;
      row_.Bind(clause.name, types_.Never());
      return;
    }
    ir::Step step;
    step.kind = ir::StepKind::kLet;
    step.span = clause.span;
    step.value = value;
    TypeId type = value->type;
    if (clause.otherwise != ElseKind::kNone) {
      if (!types_.IsOptional(type)) {
        checker_.sink.Report(DiagnosticCode::kNeverAbsent, clause.value->span,
                             "`" + checker_.SourceText(clause.value->span) + "` is never absent, so `else` never happens", "leave `else` out");
      }
      type = types_.Unwrap(type);
      if (clause.otherwise == ElseKind::kSkip) step.otherwise = ir::Otherwise::kSkip;
      if (clause.otherwise == ElseKind::kFail) step.otherwise = ir::Otherwise::kFail;
      if (clause.otherwise == ElseKind::kIndeterminate) step.otherwise = ir::Otherwise::kIndeterminate;
      if (syntax_.is_detect && clause.otherwise == ElseKind::kFail) {
        Misplaced(clause.else_span, "a detector judges groups, so a row cannot fail", "use `else skip`");
      }
      step.clause = AddClause(clause.reason ? clause.reason->text : (clause.otherwise == ElseKind::kFail ? "" : clause.name.text), clause.span);
      if (clause.message != nullptr) step.message = row_.CheckMessage(*clause.message);
      for (const Expr* place : clause.at) {
        if (const auto at = row_.CheckAt(*place)) step.at.push_back(*at);
      }
    }
    step.slot = row_.Bind(clause.name, type);
    if (clause.otherwise != ElseKind::kNone) row_.Learn(row_.WhenPresent(*clause.value));
    rule_.steps.push_back(std::move(step));
  }

  void TakeRequire(const RequireClause& clause) {
    if (syntax_.is_detect) return Misplaced(clause.span, "a detector states what must not be seen", "write `raise when …` after `group by`, or make it a `rule`");
    if (phase_ == Phase::kHead) return Misplaced(clause.span, "`require` stands after `for each`", "say first what the rule looks at: `for each operation op`");
    if (phase_ >= Phase::kReported) return Misplaced(clause.span, "`require` stands before `report`", "move it up");
    phase_ = Phase::kBody;
    ir::Node* condition = row_.CheckCondition(*clause.condition);
    row_.Learn(row_.WhenTrue(*clause.condition));
    if (IsBroken(condition)) {
      broken_ = true;
      return;
    }
    ir::Step step;
    step.kind = ir::StepKind::kRequire;
    step.value = condition;
    step.clause = AddClause(clause.reason ? clause.reason->text : "", clause.span);
    step.span = clause.span;
    rule_.steps.push_back(std::move(step));
  }

  void TakeGroup(const GroupClause& clause) {
    lacks_window_ = phase_ == Phase::kHead || rule_.shape.subject != SubjectKind::kExchange;
    if (!syntax_.is_detect) return Misplaced(clause.span, "`group by` belongs to a detector", "write `detect` instead of `rule`, and `raise when` instead of `require`");
    if (phase_ == Phase::kHead) return Misplaced(clause.span, "`group by` stands after `for each`", "say first what is grouped: `for each exchange x`");
    if (phase_ >= Phase::kWindow) return Misplaced(clause.span, "a detector has one `group by`", "keep one of them");
    if (rule_.shape.subject != SubjectKind::kExchange) return Misplaced(clause.span, "groups are made of exchanges", "begin with `for each exchange x`");
    phase_ = Phase::kWindow;
    bytecode::Group group;
    switch (clause.window) {
      case compiler::WindowKind::kNone: group.window = bytecode::WindowKind::kNone; break;
      case compiler::WindowKind::kSliding: group.window = bytecode::WindowKind::kSliding; break;
      case compiler::WindowKind::kTumbling: group.window = bytecode::WindowKind::kTumbling; break;
      case compiler::WindowKind::kSession: group.window = bytecode::WindowKind::kSession; break;
    }
    if (clause.length != nullptr) {
      std::vector<ir::Local> none;
      ExpressionChecker expressions(checker_, policy_, none);
      rule_.window_length = expressions.CheckAs(*clause.length, types_.Scalar(TypeKind::kDuration), "the length of a window");
      broken_ = broken_ || IsBroken(rule_.window_length);
      if (rule_.window_length->kind == ir::NodeKind::kConstant && !IsBroken(rule_.window_length) &&
          checker_.program.constants[rule_.window_length->index].integer <= 0) {
        checker_.sink.Report(DiagnosticCode::kBadLiteral, clause.length->span, "a window is longer than zero", "write `within sliding 10m`");
      }
    }
    for (const GroupKey& key : clause.keys) {
      ir::Node* value = row_.CheckPresent(*key.value);
      if (IsBroken(value)) {
        broken_ = true;
        if (key.alias) window_.Bind(*key.alias, types_.Never());
        continue;
      }
      const TypeKind kind = types_.Get(value->type).kind;
      if (kind == TypeKind::kList || kind == TypeKind::kSet || kind == TypeKind::kMap || kind == TypeKind::kJson || kind == TypeKind::kJsonPath || kind == TypeKind::kRegex ||
          kind == TypeKind::kRecord) {
        checker_.sink.Report(DiagnosticCode::kTypeMismatch, key.value->span,
                             "a key is one plain value, and this is `" + checker_.TypeText(value->type) + "`", "group by a field of it, such as `op.id` or `x.token.fingerprint`");
        broken_ = true;
      }
      rule_.keys.push_back(value);
      std::string name = key.alias ? key.alias->text : checker_.SourceText(key.value->span);
      if (key.alias) {
        window_.Bind(*key.alias, value->type);
      } else {
        window_.BindHidden(value->type);
      }
      group.keys.push_back({std::move(name), value->type});
    }
    rule_.shape.group = std::move(group);
    // Slots: keys, then aggregates, then lets. How many aggregates there are is known only after everything that uses them is checked,
    // so lets take slots above this distance for now, and Finish moves them down.
    window_.EnterWindow(&row_, &aggregates_, &rule_.aggregate_arguments, static_cast<std::uint32_t>(rule_.keys.size()));
    window_body_.locals.resize(rule_.keys.size() + kAggregateRoom);
  }

  void TakeSequence(const SequenceClause& clause) {
    if (phase_ != Phase::kWindow || has_sequence_ || !window_body_.lets.empty()) {
      if (!syntax_.is_detect || phase_ < Phase::kWindow) lacks_window_ = true;
      has_sequence_ = true;
      return Misplaced(clause.span, "`sequence` stands once, right after `group by`", "write `group by x.session as session` before it, and `let`, `raise when` and `report` after it");
    }
    has_sequence_ = true;
    raise_span_ = clause.span;
    if (rule_.shape.group->window != bytecode::WindowKind::kNone) {
      checker_.sink.Report(DiagnosticCode::kBadSequence, clause.span, "a group has a window or a sequence, not both", "leave the window out, and bound the sequence: `} within 24h`");
      broken_ = true;
    }
    const std::string row = rule_.locals.empty() ? std::string() : rule_.locals[0].name;
    if (!sequence_.Take(clause, policy_, row)) broken_ = true;
  }

  void TakeRaise(const RaiseClause& clause) {
    if (!syntax_.is_detect) return Misplaced(clause.span, "`raise when` belongs to a detector", "a rule states what must hold: write `require`");
    if (phase_ == Phase::kRaised) {
      checker_.sink.Report(DiagnosticCode::kRepeatedClause, clause.span, "a detector has one `raise when`", "join the conditions with `or`");
      return;
    }
    if (phase_ != Phase::kWindow) return Misplaced(clause.span, "`raise when` stands once, after `group by`", "add `group by …` before it");
    phase_ = Phase::kRaised;
    window_body_.raise = window_.CheckCondition(*clause.condition);
    broken_ = broken_ || IsBroken(window_body_.raise);
    raise_span_ = clause.span;
  }

  void TakeReport(const ReportClause& clause) {
    if (phase_ == Phase::kReported) {
      checker_.sink.Report(DiagnosticCode::kRepeatedClause, clause.span, "a rule has one `report`", "keep one of them");
      return;
    }
    const bool is_raised = phase_ == Phase::kRaised || (phase_ == Phase::kWindow && has_sequence_);
    if (syntax_.is_detect && !is_raised) return Misplaced(clause.span, "`report` stands after `raise when`", "move it down");
    if (!syntax_.is_detect && phase_ != Phase::kBody) return Misplaced(clause.span, "`report` stands after `require`", "move it down");
    phase_ = Phase::kReported;
    if (clause.evidence_first) {
      if (*clause.evidence_first < 1 || *clause.evidence_first > 1000) {
        checker_.sink.Report(DiagnosticCode::kBadLiteral, clause.span, "`evidence first` takes 1 to 1000", "write `evidence first 5`");
      }
      rule_.shape.evidence_first = static_cast<std::uint32_t>(std::clamp<std::int64_t>(*clause.evidence_first, 1, 1000));
    }
    if (syntax_.is_detect) {
      window_body_.message = window_.CheckMessage(*clause.message);
      if (has_sequence_) {
        if (!sequence_.TakePlaces(clause.at)) broken_ = true;
      } else if (!clause.at.empty()) {
        Misplaced(clause.at.front()->span, "the finding of a detector is its key, which has no place of its own", "leave `at` out; evidence names the exchanges");
      }
      if (!clause.per.empty()) Misplaced(clause.per.front()->span, "findings of a detector are split by its keys", "add a key to `group by`");
      return;
    }
    ir::Report report;
    report.message = row_.CheckMessage(*clause.message);
    for (const Expr* place : clause.at) {
      if (const auto at = row_.CheckAt(*place)) report.at.push_back(*at);
    }
    for (const Expr* value : clause.per) {
      ir::Node* node = row_.CheckPresent(*value);
      if (!IsBroken(node)) report.per.push_back(node);
    }
    rule_.shape.per_count = static_cast<std::uint32_t>(report.per.size());
    rule_.report = std::move(report);
  }

  void Missing(const std::string& what, const std::string& help) {
    checker_.sink.Report(DiagnosticCode::kMissingClause, syntax_.name.span, what, help);
    broken_ = out_of_order_ = true;
  }

  void Finish() {
    const std::string& name = syntax_.name.text;
    if (broken_ || !syntax_.is_detect || !rule_.shape.group) return;
    if (aggregates_.size() > kAggregateRoom) {
      checker_.sink.Report(DiagnosticCode::kTooLarge, syntax_.name.span,
                           "detector `" + name + "` uses more than " + std::to_string(kAggregateRoom) + " different aggregates", "split it");
      return;
    }
    AddClause("", raise_span_);
    rule_.shape.group->aggregates = aggregates_;
    if (has_sequence_ && !CloseSequence()) {
      broken_ = true;
      return;
    }
    CloseWindow();
  }

  // What the window reads of steps becomes columns of the rows.
  bool CloseSequence() {
    const auto first = static_cast<std::uint32_t>(rule_.keys.size());
    bool whole = true;
    for (ir::WindowLet& let : window_body_.lets) whole = sequence_.MoveReads(let.value, first) && whole;
    if (window_body_.raise != nullptr) whole = sequence_.MoveReads(window_body_.raise, first) && whole;
    if (window_body_.message != nullptr) whole = sequence_.MoveReads(window_body_.message, first) && whole;
    rule_.sequence = std::move(sequence_.tree());
    rule_.shape.group->sequence = std::move(sequence_.shape());
    return whole;
  }

  // Moves the slots of lets (and of quantifiers in the window) down behind the aggregates or step values.
  void CloseWindow() {
    std::vector<TypeId> given;
    for (const bytecode::Aggregate& aggregate : aggregates_) given.push_back(aggregate.result);
    if (has_sequence_) {
      for (const bytecode::StepValue& value : rule_.shape.group->sequence->values) given.push_back(value.type);
    }
    const std::size_t keys = rule_.keys.size(), reserved = keys + kAggregateRoom, used = keys + given.size();
    const auto shift = static_cast<std::uint32_t>(reserved - used);
    std::vector<ir::Local> locals(window_body_.locals.begin(), window_body_.locals.begin() + static_cast<std::ptrdiff_t>(keys));
    for (const TypeId type : given) locals.push_back({"", type});
    locals.insert(locals.end(), window_body_.locals.begin() + static_cast<std::ptrdiff_t>(reserved), window_body_.locals.end());
    window_body_.locals = std::move(locals);
    const auto move = [&](auto&& self, ir::Node* node) -> void {
      const bool has_slot = node->kind == ir::NodeKind::kLocal || (node->kind >= ir::NodeKind::kAny && node->kind <= ir::NodeKind::kSetOf);
      if (has_slot && node->index >= reserved) node->index -= shift;
      for (ir::Node* operand : node->operands) self(self, operand);
    };
    for (ir::WindowLet& let : window_body_.lets) {
      let.slot -= shift;
      move(move, let.value);
    }
    if (window_body_.raise != nullptr) move(move, window_body_.raise);
    if (window_body_.message != nullptr) move(move, window_body_.message);
    rule_.window = std::move(window_body_);
  }

  static constexpr std::size_t kAggregateRoom = 64;

  Checker& checker_;
  bytecode::TypeTable& types_;
  const RuleDecl& syntax_;
  std::string policy_;
  std::size_t file_;
  ir::Rule rule_;
  ir::WindowBody window_body_;
  ExpressionChecker row_;
  ExpressionChecker window_;
  SequenceChecker sequence_;
  std::vector<bytecode::Aggregate> aggregates_;
  Phase phase_ = Phase::kHead;
  std::uint32_t next_subject_ = 0;
  Span raise_span_;
  bool has_sequence_ = false;
  bool lacks_window_ = false;   // there is a misplaced `group by` or `sequence` instead, which is reported
  bool broken_ = false;
  bool out_of_order_ = false;
};

}  // namespace

ir::Node* CheckActivation(Checker& checker, std::size_t file, const ActivateClause& clause) {
  std::vector<ir::Local> none;
  ExpressionChecker expressions(checker, checker.PolicyOf(file), none);
  ir::Node* condition = expressions.CheckCondition(*clause.condition);
  return condition->type == checker.program.types.Never() ? nullptr : condition;
}

void CheckRule(Checker& checker, std::size_t file, const RuleDecl& rule) { RuleChecker(checker, file, rule).Run(); }

}  // namespace writ::compiler
