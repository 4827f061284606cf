// Nodes to terms, constants to numbers.
#include "compiler/lint/terms.h"

#include <algorithm>

#include "vm/bytecode/constants.h"

namespace writ::compiler::lint {

using bytecode::BuiltinId;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Nodes and facts looked at for one rule. Rules of people take hundreds; what doubles with each step ends here.
constexpr std::size_t kBudget = 50'000;
// Calls within calls: their bodies are read in place of them.
constexpr std::size_t kMostCalls = 2'000;

}  // namespace

Terms::Terms(const ir::Program& program) : program_(program), bool_(program.types.Scalar(TypeKind::kBool)), numbers_(program.constants.size()) {
  for (std::uint32_t i = 0; i < program.constants.size(); ++i) {
    const bytecode::Constant& constant = program.constants[i];
    switch (constant.kind) {
      case ConstantKind::kBool:
      case ConstantKind::kInt:
      case ConstantKind::kDuration:
      case ConstantKind::kEnum: numbers_[i] = constant.integer; break;
      case ConstantKind::kString: texts_.push_back(i); break;
      case ConstantKind::kDecimal: decimals_.push_back(i); break;
      default: break;
    }
  }
  for (std::vector<std::uint32_t>* list : {&texts_, &decimals_}) {
    const auto compare = [&](std::uint32_t a, std::uint32_t b) { return bytecode::CompareConstants(program.constants, a, b); };
    std::sort(list->begin(), list->end(), [&](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
    std::vector<std::uint32_t> distinct;
    for (const std::uint32_t constant : *list) {
      if (distinct.empty() || compare(distinct.back(), constant) != 0) distinct.push_back(constant);
      numbers_[constant] = static_cast<std::int64_t>(2 * distinct.size() - 1);
    }
    *list = std::move(distinct);
  }
}

void Terms::Begin() {
  Refill();
  given_.clear();
  frames_.clear();
}

void Terms::Refill() { budget_ = kBudget, depth_ = 0, inlined_ = 0; }

std::size_t Terms::spent() const { return kBudget - budget_; }

Frame& Terms::NewFrame(std::size_t slots) {
  frames_.emplace_back();
  // What is bound later is like nothing else until then.
  for (std::size_t i = 0; i < slots; ++i) frames_.back().slots.push_back({Alone(program_.types.Never()), nullptr, nullptr});
  return frames_.back();
}

std::int64_t Terms::NumberOf(const std::string& text) const {
  const auto at = std::lower_bound(texts_.begin(), texts_.end(), text, [&](std::uint32_t constant, const std::string& wanted) { return program_.constants[constant].text < wanted; });
  const auto place = 2 * (at - texts_.begin());
  return at != texts_.end() && program_.constants[*at].text == text ? place + 1 : place;
}

std::int64_t Terms::NumberOf(const Decimal& decimal) const {
  const auto at = std::lower_bound(decimals_.begin(), decimals_.end(), decimal, [&](std::uint32_t constant, const Decimal& wanted) { return program_.constants[constant].decimal < wanted; });
  const auto place = 2 * (at - decimals_.begin());
  return at != decimals_.end() && program_.constants[*at].decimal == decimal ? place + 1 : place;
}

const std::string* Terms::TextOf(std::int64_t number) const {
  return number > 0 && number % 2 == 1 && static_cast<std::size_t>(number / 2) < texts_.size() ? &program_.constants[texts_[static_cast<std::size_t>(number / 2)]].text : nullptr;
}

bool Terms::IsValued(bytecode::TypeId type) const {
  switch (program_.types.Get(type).kind) {
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kDecimal:
    case TypeKind::kString:
    case TypeKind::kDuration:
    case TypeKind::kEnum: return true;
    default: return false;
  }
}

ValueSet Terms::Possible(TermId id) const {
  const auto given = given_.find(id);
  if (given != given_.end()) return given->second;
  const Term& term = (*this)[id];
  if (term.kind == NodeKind::kLess && term.index == 1) return ValueSet::Between(-1, 1);
  const bytecode::Type type = program_.types.Get(program_.types.Unwrap(term.type));
  switch (type.kind) {
    case TypeKind::kBool: return ValueSet::Between(0, 1);
    case TypeKind::kEnum: return ValueSet::Between(0, static_cast<std::int64_t>(program_.types.enums()[type.index].members.size()) - 1);
    case TypeKind::kInt: {
      const bool is_size = term.kind == NodeKind::kBuiltin && (term.index == static_cast<std::uint32_t>(BuiltinId::kListSize) || term.index == static_cast<std::uint32_t>(BuiltinId::kSetSize) ||
                                                               term.index == static_cast<std::uint32_t>(BuiltinId::kMapSize) || term.index == static_cast<std::uint32_t>(BuiltinId::kStringLength));
      return is_size || term.kind == NodeKind::kCount ? ValueSet::Between(0, ValueSet::kMost) : ValueSet::All();
    }
    default: return ValueSet::All();
  }
}

TermId Terms::Make(NodeKind kind, std::uint32_t index, bytecode::TypeId type, std::vector<TermId> operands) {
  std::vector<std::uint32_t> key = {static_cast<std::uint32_t>(kind), index, static_cast<std::uint32_t>(type)};
  for (const TermId operand : operands) key.push_back(static_cast<std::uint32_t>(operand));
  const auto [at, fresh] = ids_.emplace(std::move(key), static_cast<TermId>(terms_.size()));
  if (fresh) terms_.push_back({kind, index, type, std::move(operands)});
  return at->second;
}

TermId Terms::Variable(Space space, std::size_t number, bytecode::TypeId type) {
  return Make(NodeKind::kLocal, static_cast<std::uint32_t>(space) << 24 | static_cast<std::uint32_t>(number & 0xffffff), type, {});
}

TermId Terms::Negation(TermId condition) {
  const Term& term = (*this)[condition];
  return term.kind == NodeKind::kNot ? term.operands[0] : Make(NodeKind::kNot, 0, bool_, {condition});
}

TermId Terms::Order(TermId a, TermId b, bool& swapped) {
  swapped = b < a;
  return swapped ? Make(NodeKind::kLess, 1, bool_, {b, a}) : Make(NodeKind::kLess, 1, bool_, {a, b});
}

void Terms::OpenElement(const Node* loop, Frame& frame) {
  const bytecode::TypeId element = program_.types.Get(program_.types.Unwrap(loop->operands[0]->type)).element;
  // An activation has no locals but those of its own loops.
  if (loop->index >= frame.slots.size()) frame.slots.resize(loop->index + 1);
  frame.slots[loop->index] = {Variable(Space::kElement, depth_++, element), nullptr, nullptr};
}

std::pair<const Node*, Frame*> Terms::Resolve(const Node* node, Frame* frame) {
  while (Spend()) {
    switch (node->kind) {
      case NodeKind::kUnwrap:
      case NodeKind::kWiden: node = node->operands[0]; continue;
      case NodeKind::kLocal: {
        const Binding& binding = frame->slots[node->index];
        if (binding.value == nullptr) return {node, frame};
        node = binding.value, frame = binding.frame;
        continue;
      }
      case NodeKind::kCall: {
        if (++inlined_ > kMostCalls) return {node, frame};
        const ir::Function& function = program_.functions[node->index];
        Frame& inner = NewFrame(function.locals.size());
        for (std::size_t i = 0; i < node->operands.size(); ++i) inner.slots[i] = {Of(node->operands[i], *frame), node->operands[i], frame};
        node = function.body, frame = &inner;
        continue;
      }
      default: return {node, frame};
    }
  }
  return {node, frame};
}

TermId Terms::Of(const Node* from, Frame& outer) {
  while (from->kind == NodeKind::kUnwrap || from->kind == NodeKind::kWiden) from = from->operands[0];
  if (!Spend()) return Alone(from->type);
  // A slot knows its term; everything else that names is followed.
  if (from->kind == NodeKind::kLocal) return outer.slots[from->index].term;
  const auto [node, frame] = Resolve(from, &outer);
  switch (node->kind) {
    case NodeKind::kLocal: return frame->slots[node->index].term;
    case NodeKind::kCall: return Alone(node->type);   // beyond the bound
    case NodeKind::kConstant: return Make(NodeKind::kConstant, node->index, node->type, {});
    case NodeKind::kField:
    case NodeKind::kFieldOpt:
      // Whether the way to it may end early does not change what is read.
      return Make(NodeKind::kField, node->index, program_.types.Unwrap(node->type), {Of(node->operands[0], *frame)});
    case NodeKind::kNot: return Negation(Of(node->operands[0], *frame));
    default: break;
  }
  std::vector<TermId> operands;
  const bool is_loop = IsLoop(node->kind);
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    if (is_loop && i == 1) OpenElement(node, *frame);
    operands.push_back(Of(node->operands[i], *frame));
  }
  if (is_loop) CloseElement();
  if (node->kind == NodeKind::kAll) return Negation(Exists(operands[0], Negation(operands[1])));
  if (node->kind == NodeKind::kNone) return Negation(Exists(operands[0], operands[1]));
  if (node->kind == NodeKind::kAny) return Exists(operands[0], operands[1]);
  if (node->kind == NodeKind::kEqual && operands[1] < operands[0]) std::swap(operands[0], operands[1]);
  return Make(node->kind, is_loop ? 0 : node->index, node->type, std::move(operands));
}

}  // namespace writ::compiler::lint
