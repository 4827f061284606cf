// What a rule reads of a recording, and what it cannot do without. "Cannot do without" is found by running the rule over abstract
// values with one capture missing: if no row could then pass, fail or join a group, the rule cannot be decided on a source without it.
#include <map>
#include <set>

#include "compiler/check/checker.h"

namespace writ::compiler {

using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Sets of abstract values, as bits.
using Abstract = unsigned;
constexpr Abstract kTrue = 1, kFalse = 2, kValue = 4, kMissing = 8, kNotKnown = 16;

class AbstractRun {
 public:
  AbstractRun(const Checker& checker, std::uint32_t missing) : checker_(checker), missing_(missing) {}

  // Whether some subject could be judged.
  bool CanDecide(const ir::Rule& rule) {
    locals_.assign(rule.locals.size(), kValue);
    for (const Node* source : rule.nested) {
      if (Run(source) == kNotKnown) return false;
    }
    bool can_fail = false, can_pass = true;
    for (const ir::Step& step : rule.steps) {
      const Abstract value = Run(step.value);
      switch (step.kind) {
        case ir::StepKind::kWhere:
          if ((value & kTrue) == 0) return false;
          break;
        case ir::StepKind::kLet:
          if (step.otherwise != ir::Otherwise::kNone) {
            if (value == kNotKnown) return false;
            if (step.otherwise == ir::Otherwise::kFail && (value & kMissing) != 0) can_fail = true;
            locals_[step.slot] = value & ~kMissing;
          } else {
            locals_[step.slot] = value;
          }
          break;
        case ir::StepKind::kRequire:
          if ((value & kFalse) != 0) can_fail = true;
          if ((value & kTrue) == 0) can_pass = false;
          break;
      }
    }
    if (!rule.window) return can_fail || can_pass;
    for (const Node* key : rule.keys) {
      if (Run(key) == kNotKnown) return false;
    }
    if (rule.sequence) return CanMatchStep(rule);
    std::vector<Abstract> window(rule.window->locals.size(), kValue);
    for (std::size_t i = 0; i < rule.aggregate_arguments.size(); ++i) {
      const Node* argument = rule.aggregate_arguments[i];
      if (argument != nullptr && Run(argument) == kNotKnown) window[rule.keys.size() + i] = kNotKnown;
    }
    locals_ = std::move(window);
    for (const ir::WindowLet& let : rule.window->lets) locals_[let.slot] = Run(let.value);
    return (Run(rule.window->raise) & (kTrue | kFalse)) != 0;
  }

 private:
  // Steps may come from different sources: a row counts if it can match one of them.
  bool CanMatchStep(const ir::Rule& rule) {
    for (std::size_t i = 0; i < rule.sequence->conditions.size(); ++i) {
      if (!rule.shape.group->sequence->steps[i].without && (Run(rule.sequence->conditions[i]) & kTrue) != 0) return true;
    }
    return false;
  }

  Abstract AnyOf(bytecode::TypeId type) const {
    const auto& types = checker_.program.types;
    const Abstract present = types.Get(types.Unwrap(type)).kind == TypeKind::kBool ? kTrue | kFalse : kValue;
    return types.IsOptional(type) ? present | kMissing : present;
  }

  // A strict operation: unknown in, unknown out.
  Abstract Strict(const Node* node, std::size_t from = 0) {
    Abstract result = AnyOf(node->type);
    for (std::size_t i = from; i < node->operands.size(); ++i) {
      const Abstract operand = Run(node->operands[i]);
      if (operand == kNotKnown) return kNotKnown;
      result |= operand & kNotKnown;
    }
    return result;
  }

  static Abstract Negated(Abstract a) { return (a & ~(kTrue | kFalse)) | ((a & kTrue) != 0 ? kFalse : 0) | ((a & kFalse) != 0 ? kTrue : 0); }

  static Abstract Both(Abstract a, Abstract b) {
    Abstract out = 0;
    if (((a | b) & kFalse) != 0) out |= kFalse;
    if ((a & b & kTrue) != 0) out |= kTrue;
    if (((a & kNotKnown) != 0 && (b & ~kFalse) != 0) || ((b & kNotKnown) != 0 && (a & ~kFalse) != 0)) out |= kNotKnown;
    return out;
  }

  Abstract Run(const Node* node) {
    switch (node->kind) {
      case NodeKind::kConstant: {
        const auto& constant = checker_.program.constants[node->index];
        if (constant.kind == bytecode::ConstantKind::kBool) return constant.integer != 0 ? kTrue : kFalse;
        return kValue;
      }
      case NodeKind::kLocal: {
        const Abstract known = locals_[node->index];
        return known == kValue ? AnyOf(node->type) : known;
      }
      case NodeKind::kGlobal: return AnyOf(node->type);
      case NodeKind::kField:
      case NodeKind::kFieldOpt: {
        const Abstract object = Run(node->operands[0]);
        if (object == kNotKnown) return kNotKnown;
        if ((bytecode::InfoOf(static_cast<bytecode::FieldId>(node->index)).capture & missing_) != 0) {
          return kNotKnown | (object & kMissing);
        }
        return AnyOf(node->type) | (object & (kNotKnown | kMissing));
      }
      case NodeKind::kBuiltin:
        if ((bytecode::InfoOf(static_cast<bytecode::BuiltinId>(node->index)).capture & missing_) != 0) return kNotKnown;
        return Strict(node);
      case NodeKind::kCall: {
        const ir::Function& function = checker_.program.functions[node->index];
        std::vector<Abstract> inner;
        for (const Node* argument : node->operands) inner.push_back(Run(argument));
        // A function says the same of the same arguments; without this a chain of functions that each call the next one twice would not end.
        auto call = std::make_pair(node->index, inner);
        const auto known = calls_.find(call);
        if (known != calls_.end()) return known->second;
        inner.resize(function.locals.size(), kValue);
        std::swap(inner, locals_);
        const Abstract result = Run(function.body);
        std::swap(inner, locals_);
        calls_.emplace(std::move(call), result);
        return result;
      }
      case NodeKind::kUnwrap: {
        const Abstract value = Run(node->operands[0]);
        return value == kMissing ? value : value & ~kMissing;
      }
      case NodeKind::kWiden: return Run(node->operands[0]);
      case NodeKind::kNot: return Negated(Run(node->operands[0]));
      case NodeKind::kAnd: return Both(Run(node->operands[0]), Run(node->operands[1]));
      case NodeKind::kOr: return Negated(Both(Negated(Run(node->operands[0])), Negated(Run(node->operands[1]))));
      case NodeKind::kHas: {
        const Abstract value = Run(node->operands[0]);
        return ((value & (kTrue | kFalse | kValue)) != 0 ? kTrue : 0) | ((value & kMissing) != 0 ? kFalse : 0) | (value & kNotKnown);
      }
      case NodeKind::kIsKnown: {
        const Abstract value = Run(node->operands[0]);
        return ((value & kNotKnown) != 0 ? kFalse : 0) | ((value & ~kNotKnown) != 0 ? kTrue : 0);
      }
      case NodeKind::kCoalesce: {
        const Abstract left = Run(node->operands[0]);
        return (left & kMissing) != 0 ? (left & ~kMissing) | Run(node->operands[1]) : left;
      }
      case NodeKind::kListLiteral:
      case NodeKind::kSetLiteral:
      case NodeKind::kFormat:
      case NodeKind::kJoin: return kValue;
      case NodeKind::kAny:
      case NodeKind::kAll:
      case NodeKind::kNone: {
        if (Run(node->operands[0]) == kNotKnown) return kNotKnown;
        locals_[node->index] = kValue;
        const Abstract condition = Run(node->operands[1]);
        if (node->kind == NodeKind::kAll) return kTrue | (condition & (kFalse | kNotKnown));
        const Abstract any = kFalse | (condition & (kTrue | kNotKnown));
        return node->kind == NodeKind::kAny ? any : Negated(any);
      }
      case NodeKind::kCount:
      case NodeKind::kListOf:
      case NodeKind::kSetOf: {
        const Abstract collection = Run(node->operands[0]);
        return collection == kNotKnown ? kNotKnown : kValue | (collection & kNotKnown);
      }
      case NodeKind::kIsEmpty:
      case NodeKind::kNegate:
      case NodeKind::kAdd:
      case NodeKind::kSubtract:
      case NodeKind::kMultiply:
      case NodeKind::kDivide:
      case NodeKind::kModulo:
      case NodeKind::kEqual:
      case NodeKind::kLess:
      case NodeKind::kLessEqual:
      case NodeKind::kIn:
      case NodeKind::kMatches:
      case NodeKind::kContains:
      case NodeKind::kIndex: return Strict(node);
    }
    return kValue;
  }

  const Checker& checker_;
  std::uint32_t missing_;
  std::vector<Abstract> locals_;
  std::map<std::pair<std::uint32_t, std::vector<Abstract>>, Abstract> calls_;
};

struct Reads {
  std::uint32_t captures = 0;
  std::set<bytecode::FieldId> fields;
  std::set<std::uint32_t> functions;   // that were looked at
};

void Collect(const Checker& checker, const Node* node, Reads& reads) {
  if (node == nullptr) return;
  if (node->kind == NodeKind::kField || node->kind == NodeKind::kFieldOpt) {
    const auto field = static_cast<bytecode::FieldId>(node->index);
    reads.fields.insert(field);
    reads.captures |= bytecode::InfoOf(field).capture;
  }
  if (node->kind == NodeKind::kBuiltin) reads.captures |= bytecode::InfoOf(static_cast<bytecode::BuiltinId>(node->index)).capture;
  if (node->kind == NodeKind::kCall && reads.functions.insert(node->index).second) Collect(checker, checker.program.functions[node->index].body, reads);
  for (const Node* operand : node->operands) Collect(checker, operand, reads);
}

}  // namespace

void FindCaptures(Checker& checker, ir::Rule& rule) {
  Reads reads;
  for (const Node* node : rule.nested) Collect(checker, node, reads);
  for (const ir::Step& step : rule.steps) {
    Collect(checker, step.value, reads);
    Collect(checker, step.message, reads);
    for (const ir::At& at : step.at) Collect(checker, at.record, reads);
  }
  if (rule.report) {
    Collect(checker, rule.report->message, reads);
    for (const ir::At& at : rule.report->at) Collect(checker, at.record, reads);
    for (const Node* node : rule.report->per) Collect(checker, node, reads);
  }
  for (const Node* node : rule.keys) Collect(checker, node, reads);
  for (const Node* node : rule.aggregate_arguments) Collect(checker, node, reads);
  if (rule.sequence) {
    Collect(checker, rule.sequence->start, reads);
    Collect(checker, rule.sequence->end, reads);
    for (const Node* node : rule.sequence->conditions) Collect(checker, node, reads);
    for (const Node* node : rule.sequence->values) Collect(checker, node, reads);
  }
  if (rule.shape.joined) reads.captures |= bytecode::kCaptureUrl | bytecode::kCaptureMatch;
  const bool windowed = rule.shape.group && rule.shape.group->NeedsTime();
  if (windowed) reads.captures |= bytecode::kCaptureTime;
  rule.shape.captures = reads.captures;
  rule.shape.fields.assign(reads.fields.begin(), reads.fields.end());
  if (bytecode::InfoOf(rule.shape.subject).source != bytecode::SubjectSource::kTraffic) return;
  std::uint32_t needed = rule.shape.joined ? bytecode::kCaptureUrl | bytecode::kCaptureMatch : 0u;
  if (windowed) needed |= bytecode::kCaptureTime;
  for (std::uint32_t bit = 1; bit != 0 && bit <= reads.captures; bit <<= 1) {
    if ((reads.captures & bit) != 0 && !AbstractRun(checker, bit).CanDecide(rule)) needed |= bit;
  }
  rule.shape.needed_captures = needed;
}

}  // namespace writ::compiler
