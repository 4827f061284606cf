// Steps are conditions on one row; what comes after them speaks of one match.
#include "compiler/check/sequence.h"

#include <algorithm>
#include <set>

#include "vm/bytecode/module_limits.h"

namespace writ::compiler {

using bytecode::TypeId;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// The paths that are known to be present of `from`, said of `to`.
Facts Renamed(const Facts& facts, const std::string& from, const std::string& to) {
  Facts out;
  for (const std::string& path : facts) {
    if (path.compare(0, from.size() + 1, from + ".") == 0) out.insert(to + path.substr(from.size()));
  }
  return out;
}

}  // namespace

bool SequenceChecker::CheckShape(const SequenceClause& clause) {
  const auto fail = [&](Span span, const std::string& what, const std::string& help) {
    checker_.sink.Report(DiagnosticCode::kBadSequence, span, what, help);
    return false;
  };
  const std::vector<SequenceStep>& steps = clause.steps;
  if (steps.empty()) return false;   // reported by the parser
  if (steps.size() > bytecode::kModuleLimits.steps) {
    return fail(steps[bytecode::kModuleLimits.steps].span, "a sequence has at most " + std::to_string(bytecode::kModuleLimits.steps) + " steps", "split it into several detectors");
  }
  if (steps.back().without) {
    return fail(steps.back().span, "`without` stands between two steps, and nothing comes after this one",
                "add `then` and the step that must not be reached without it");
  }
  if (steps.size() == 1) {
    return fail(clause.span, "a sequence has at least two steps", "add `then next where …`; for one row write `raise when count() > 0` instead of the sequence");
  }
  return true;
}

bool SequenceChecker::Take(const SequenceClause& clause, const std::string& policy, const std::string& row_variable) {
  bool whole = CheckShape(clause);
  const TypeId exchange = types_.Record(static_cast<std::uint32_t>(bytecode::RecordId::kExchange));
  const auto field = [&](bytecode::FieldId id) {
    Node* row = checker_.NewNode(NodeKind::kLocal, exchange, clause.span, {}, 0);
    return checker_.NewNode(NodeKind::kField, checker_.field_types[static_cast<std::size_t>(id)], clause.span, {row}, static_cast<std::uint32_t>(id));
  };
  tree_.start = field(bytecode::FieldId::kExchange_start);
  tree_.end = field(bytecode::FieldId::kExchange_end);
  for (const SequenceStep& step : clause.steps) {
    if (step.where == nullptr) return false;   // reported by the parser
    Node* condition = row_.CheckCondition(*step.where);
    whole = whole && condition->type != types_.Never();
    tree_.conditions.push_back(condition);
    shape_.steps.push_back({step.name.text, step.without});
  }
  // Names come last: a step says nothing about another.
  for (std::uint32_t i = 0; i < clause.steps.size(); ++i) {
    const SequenceStep& step = clause.steps[i];
    if (const Variable* other = row_.FindVariable(step.name.text)) {
      checker_.sink.Report(DiagnosticCode::kDuplicateName, step.name.span, "`" + step.name.text + "` already has a meaning here",
                           "choose another name; nothing is ever shadowed")
          .labels.push_back({other->span, "first meaning"});
      whole = false;
    }
    step_of_slot_[window_.BindStep(step.name, exchange, step.without)] = i;
    if (step.without) continue;
    // The row that matched is one that `for each` let through and for which the step's condition held.
    window_.Learn(Renamed(row_.facts(), row_variable, step.name.text));
    window_.Learn(Renamed(row_.WhenTrue(*step.where), row_variable, step.name.text));
  }
  if (!clause.steps.empty()) window_.EnterSequence(clause.steps.back().name.text);
  if (clause.within != nullptr) {
    std::vector<ir::Local> none;
    tree_.within = ExpressionChecker(checker_, policy, none).CheckAs(*clause.within, types_.Scalar(TypeKind::kDuration), "the bound of a sequence");
    if (tree_.within->type == types_.Never()) return false;
    if (tree_.within->kind == NodeKind::kConstant && checker_.program.constants[tree_.within->index].integer <= 0) {
      checker_.sink.Report(DiagnosticCode::kBadLiteral, clause.within->span, "a sequence is longer than zero", "write `} within 24h`");
      return false;
    }
  }
  return whole;
}

bool SequenceChecker::TakePlaces(const std::vector<Expr*>& places) {
  for (const Expr* place : places) {
    const auto step = std::find_if(shape_.steps.begin(), shape_.steps.end(), [&](const bytecode::SequenceStep& s) {
      return place->kind == ExprKind::kName && s.name == place->name.text && !s.without;
    });
    if (step == shape_.steps.end()) {
      std::string names;
      for (const bytecode::SequenceStep& s : shape_.steps) {
        if (!s.without) names += (names.empty() ? "`at " : ", `at ") + s.name + "`";
      }
      checker_.sink.Report(DiagnosticCode::kStepValue, place->span, "`" + checker_.SourceText(place->span) + "` is no step that a row matched",
                           "name one of the steps: " + names);
      return false;
    }
    shape_.places.push_back(static_cast<std::uint32_t>(step - shape_.steps.begin()));
  }
  return true;
}

// Which slots of the window a tree reads: those of steps, and others that it does not bind itself.
struct SequenceChecker::Reads {
  std::set<std::uint32_t> steps, others, bound;
};

SequenceChecker::Reads SequenceChecker::ReadsOf(const Node* node) const {
  Reads reads;
  if (ir::IsLoop(node->kind)) reads.bound.insert(node->index);
  if (node->kind == NodeKind::kLocal) {
    const auto step = step_of_slot_.find(node->index);
    if (step != step_of_slot_.end()) {
      reads.steps.insert(step->second);
    } else {
      reads.others.insert(node->index);
    }
  }
  for (const Node* operand : node->operands) {
    const Reads inner = ReadsOf(operand);
    reads.steps.insert(inner.steps.begin(), inner.steps.end());
    reads.others.insert(inner.others.begin(), inner.others.end());
    reads.bound.insert(inner.bound.begin(), inner.bound.end());
  }
  for (const std::uint32_t slot : reads.bound) reads.others.erase(slot);
  return reads;
}

// What a row may keep: nothing that leads back into its batch.
bool SequenceChecker::IsPlain(TypeId type) const {
  constexpr TypeKind kOthers[] = {TypeKind::kRegex, TypeKind::kJson, TypeKind::kList,     TypeKind::kSet,     TypeKind::kMap,
                                  TypeKind::kRecord, TypeKind::kVariable, TypeKind::kIterator, TypeKind::kNever};
  return std::find(std::begin(kOthers), std::end(kOthers), types_.Get(types_.Unwrap(type)).kind) == std::end(kOthers);
}

// The same tree over the row itself. One column serves all places with the same text.
Node* SequenceChecker::Column(Node* node, std::uint32_t step, std::uint32_t first_slot) {
  const TypeId type = node->type;
  const auto [at, fresh] = columns_.emplace(std::make_tuple(step, checker_.SourceText(node->span), type), static_cast<std::uint32_t>(shape_.values.size()));
  Node* read = checker_.NewNode(NodeKind::kLocal, type, node->span, {}, first_slot + at->second);
  if (!fresh) return read;
  std::map<std::uint32_t, std::uint32_t> row_slot;
  for (const std::uint32_t slot : ReadsOf(node).bound) {
    row_locals_.push_back(window_.local(slot));
    row_slot[slot] = static_cast<std::uint32_t>(row_locals_.size() - 1);
  }
  const auto move = [&](auto&& self, Node* part) -> void {
    if (ir::IsLoop(part->kind)) part->index = row_slot[part->index];
    else if (part->kind == NodeKind::kLocal) part->index = row_slot.count(part->index) != 0 ? row_slot[part->index] : 0;
    for (Node* operand : part->operands) self(self, operand);
  };
  move(move, node);
  shape_.values.push_back({step, type});
  tree_.values.push_back(node);
  return read;
}

bool SequenceChecker::MoveReads(Node*& node, std::uint32_t first_slot) {
  const Reads reads = ReadsOf(node);
  if (reads.steps.empty()) return true;
  // Text is made of the values when it is wanted, not for each row.
  const bool is_text = node->kind == NodeKind::kFormat || node->kind == NodeKind::kJoin;
  if (reads.steps.size() == 1 && reads.others.empty() && !is_text && IsPlain(node->type)) {
    if (shape_.values.size() >= bytecode::kModuleLimits.step_values && node->kind != NodeKind::kLocal) {
      checker_.sink.Report(DiagnosticCode::kTooLarge, node->span,
                           "more than " + std::to_string(bytecode::kModuleLimits.step_values) + " values are read of the steps", "read fewer, or split the detector");
      return false;
    }
    node = Column(node, *reads.steps.begin(), first_slot);
    return true;
  }
  if (node->kind == NodeKind::kLocal) {
    const std::string& name = shape_.steps[*reads.steps.begin()].name;
    checker_.sink.Report(DiagnosticCode::kStepValue, node->span, "`" + checker_.SourceText(node->span) + "` stands for a row, of which only plain values are kept",
                         "read one of its fields, such as `" + name + ".start` or `" + name + ".path`");
    return false;
  }
  for (Node*& operand : node->operands) {
    if (!MoveReads(operand, first_slot)) return false;
  }
  return true;
}

}  // namespace writ::compiler
