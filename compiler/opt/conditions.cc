// Expressions to conditions.
#include "compiler/opt/conditions.h"

#include <algorithm>

#include "vm/bytecode/constants.h"
#include "vm/bytecode/module_limits.h"

namespace writ::compiler {

using bytecode::Condition;
using bytecode::ConditionStep;
using bytecode::ConditionTest;
using bytecode::OperandSource;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Half of them: the policies that are linked to these have conditions too.
constexpr std::size_t kMostConditions = bytecode::kModuleLimits.conditions / 2;

}  // namespace

ConditionTable::ConditionTable(ir::Program& program) : program_(program), constants_(ConstantLess{&program.constants}) {}

bool ConditionTable::ConstantLess::operator()(const Typed& a, const Typed& b) const {
  return a.first != b.first ? a.first < b.first : Order(a.second, b.second) < 0;
}

int ConditionTable::ConstantLess::Order(std::uint32_t a, std::uint32_t b) const {
  const bytecode::Constant &x = (*constants)[a], &y = (*constants)[b];
  // Equal times may differ in what is known of them, alone and as items.
  if (x.precision != y.precision) return x.precision < y.precision ? -1 : 1;
  for (std::size_t i = 0; i < std::min(x.items.size(), y.items.size()); ++i) {
    if (const int order = Order(x.items[i], y.items[i]); order != 0) return order;
  }
  return bytecode::CompareConstants(*constants, a, b);
}

ConditionTable::Key ConditionTable::KeyOf(const Condition& condition) {
  Key key = {condition.variable, static_cast<std::uint64_t>(condition.test), static_cast<std::uint64_t>(condition.source), condition.operand,
             condition.otherwise ? *condition.otherwise + 1ull : 0ull};
  for (const ConditionStep& step : condition.path) {
    key.push_back(step.is_builtin ? 65'536 + static_cast<std::uint64_t>(step.builtin) : static_cast<std::uint64_t>(step.field));
    key.insert(key.end(), step.arguments.begin(), step.arguments.end());
  }
  return key;
}

std::optional<std::uint32_t> ConditionTable::Add(Condition condition) {
  const auto next = static_cast<std::uint32_t>(program_.conditions.size());
  const Key key = KeyOf(condition);
  if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
  if (next >= kMostConditions) return std::nullopt;
  program_.conditions.push_back(std::move(condition));
  numbers_.emplace(key, next);
  return next;
}

bool ConditionFinder::Bind(const ir::Step& let) {
  if (!ReadOf(let.value)) return false;
  lets_[let.slot] = let.value;
  return true;
}

std::optional<std::uint32_t> ConditionFinder::Find(const Node* node) {
  switch (node->kind) {
    case NodeKind::kHas: return Test(node->operands[0], ConditionTest::kHas);
    case NodeKind::kIsEmpty:
      if (KindOf(node->operands[0]) != TypeKind::kString) return std::nullopt;
      return Test(node->operands[0], ConditionTest::kIsEmpty);
    case NodeKind::kEqual: return Comparison(node, ConditionTest::kEquals, ConditionTest::kEquals);
    case NodeKind::kLess: return Comparison(node, ConditionTest::kLess, ConditionTest::kGreater);
    case NodeKind::kLessEqual: return Comparison(node, ConditionTest::kLessEqual, ConditionTest::kGreaterEqual);
    case NodeKind::kIn: return Membership(node);
    case NodeKind::kMatches: return Test(node->operands[0], ConditionTest::kMatches, node->operands[1]);
    case NodeKind::kContains:
      return Test(node->operands[0], KindOf(node->operands[1]) == TypeKind::kRegex ? ConditionTest::kContainsMatch : ConditionTest::kContains,
                  node->operands[1]);
    case NodeKind::kBuiltin:
      if (node->index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringStartsWith)) {
        return Test(node->operands[0], ConditionTest::kStartsWith, node->operands[1]);
      }
      if (node->index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringEndsWith)) {
        return Test(node->operands[0], ConditionTest::kEndsWith, node->operands[1]);
      }
      break;
    default: break;
  }
  return KindOf(node) == TypeKind::kBool ? Test(node, ConditionTest::kHolds) : std::nullopt;
}

std::optional<std::uint32_t> ConditionFinder::Comparison(const Node* node, ConditionTest test, ConditionTest swapped) {
  const TypeKind kind = KindOf(node->operands[0]);
  const bool ordered = kind == TypeKind::kInt || kind == TypeKind::kDuration;
  const bool comparable = test == ConditionTest::kEquals && (kind == TypeKind::kString || kind == TypeKind::kEnum || kind == TypeKind::kBool);
  if (!ordered && !comparable) return std::nullopt;
  return OperandOf(node->operands[0]) ? Test(node->operands[1], swapped, node->operands[0]) : Test(node->operands[0], test, node->operands[1]);
}

std::optional<std::uint32_t> ConditionFinder::Membership(const Node* node) {
  const bytecode::Type& container = program_.types.Get(node->operands[1]->type);
  if (container.kind == TypeKind::kCidr) return Test(node->operands[0], ConditionTest::kInBlock, node->operands[1]);
  if (container.kind != TypeKind::kList && container.kind != TypeKind::kSet) return std::nullopt;
  const bool blocks = KindOf(node->operands[0]) == TypeKind::kIp && program_.types.Get(container.element).kind == TypeKind::kCidr;
  return Test(node->operands[0], blocks ? ConditionTest::kInBlocks : ConditionTest::kIn, node->operands[1]);
}

std::optional<std::uint32_t> ConditionFinder::Test(const Node* value, ConditionTest test, const Node* operand) {
  const std::optional<Read> read = ReadOf(value);
  if (!read || read->path.empty()) return std::nullopt;
  Condition condition;
  condition.variable = read->variable, condition.path = read->path, condition.otherwise = read->otherwise, condition.test = test;
  if (operand != nullptr) {
    const std::optional<Operand> with = OperandOf(operand);
    if (!with) return std::nullopt;
    condition.source = with->source, condition.operand = with->index;
  }
  return table_.Add(std::move(condition));
}

std::optional<ConditionFinder::Read> ConditionFinder::ReadOf(const Node* node) {
  switch (node->kind) {
    case NodeKind::kLocal: {
      if (node->index < (rule_.shape.joined ? 2u : 1u)) return Read{node->index, {}, std::nullopt};
      const auto let = lets_.find(node->index);
      return let == lets_.end() ? std::nullopt : ReadOf(let->second);
    }
    case NodeKind::kField:
    case NodeKind::kFieldOpt: {
      const auto field = static_cast<bytecode::FieldId>(node->index);
      if (!bytecode::IsStored(field)) return std::nullopt;
      return Then(node->operands[0], {false, field, {}, {}});
    }
    case NodeKind::kUnwrap:
    case NodeKind::kWiden: return ReadOf(node->operands[0]);
    case NodeKind::kBuiltin: {
      const auto builtin = static_cast<bytecode::BuiltinId>(node->index);
      if (!bytecode::IsQuiet(builtin)) return std::nullopt;
      ConditionStep step{true, {}, builtin, {}};
      for (std::size_t i = 1; i < node->operands.size(); ++i) {
        if (node->operands[i]->kind != NodeKind::kConstant) return std::nullopt;
        step.arguments.push_back(table_.Canonical(node->operands[i]->index));
      }
      return Then(node->operands[0], std::move(step));
    }
    case NodeKind::kCoalesce: {
      std::optional<Read> read = ReadOf(node->operands[0]);
      if (!read || read->otherwise || node->operands[1]->kind != NodeKind::kConstant) return std::nullopt;
      read->otherwise = table_.Canonical(node->operands[1]->index);
      return read;
    }
    default: return std::nullopt;
  }
}

std::optional<ConditionFinder::Read> ConditionFinder::Then(const Node* from, ConditionStep step) {
  std::optional<Read> read = ReadOf(from);
  if (!read || read->otherwise || read->path.size() >= bytecode::kModuleLimits.condition_steps) return std::nullopt;
  read->path.push_back(std::move(step));
  return read;
}

std::optional<ConditionFinder::Operand> ConditionFinder::OperandOf(const Node* node) {
  if (node->kind == NodeKind::kConstant) return Operand{OperandSource::kConstant, table_.Canonical(node->index)};
  if (node->kind == NodeKind::kGlobal) return Operand{OperandSource::kGlobal, node->index};
  return std::nullopt;
}

}  // namespace writ::compiler
