// The pass `share`: the conditions of `where` and `require` become rows of a table that all rules refer to, and each rule gets a screen that
// combines them. What is no condition stays open there, and subjects that it matters for are the machine's; the rule's code is not changed.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "compiler/opt/optimise.h"
#include "vm/bytecode/constants.h"
#include "vm/bytecode/module_limits.h"

namespace writ::compiler {

using bytecode::Condition;
using bytecode::ConditionStep;
using bytecode::ConditionTest;
using bytecode::OperandSource;
using bytecode::ScreenOp;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

// Room for the conditions of policies that are linked to these.
constexpr std::size_t kMostConditions = bytecode::kModuleLimits.conditions / 2;

// One table for all rules; equal conditions are one.
class ConditionTable {
 public:
  explicit ConditionTable(ir::Program& program) : program_(program) {}

  // The first constant that is the same.
  std::uint32_t Canonical(std::uint32_t constant) {
    const auto key = std::pair(program_.constants[constant].type, constant);
    return constants_.emplace(key).first->second;
  }

  std::optional<std::uint32_t> Add(Condition condition) {
    std::vector<std::uint64_t> key = {condition.variable, static_cast<std::uint64_t>(condition.test), static_cast<std::uint64_t>(condition.source),
                                      condition.operand, condition.otherwise ? *condition.otherwise + 1ull : 0ull};
    for (const ConditionStep& step : condition.path) {
      key.push_back(step.is_builtin ? 65'536 + static_cast<std::uint64_t>(step.builtin) : static_cast<std::uint64_t>(step.field));
      key.insert(key.end(), step.arguments.begin(), step.arguments.end());
    }
    if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
    if (program_.conditions.size() >= kMostConditions) return std::nullopt;
    program_.conditions.push_back(std::move(condition));
    const auto number = static_cast<std::uint32_t>(program_.conditions.size() - 1);
    numbers_.emplace(std::move(key), number);
    return number;
  }

 private:
  struct ConstantLess {
    const std::vector<bytecode::Constant>* constants;
    bool operator()(const std::pair<bytecode::TypeId, std::uint32_t>& a, const std::pair<bytecode::TypeId, std::uint32_t>& b) const {
      return a.first != b.first ? a.first < b.first : Order(a.second, b.second) < 0;
    }
    int Order(std::uint32_t a, std::uint32_t b) const {
      const bytecode::Constant &x = (*constants)[a], &y = (*constants)[b];
      // Equal times may differ in what is known of them, alone and as items.
      if (x.precision != y.precision) return x.precision < y.precision ? -1 : 1;
      for (std::size_t i = 0; i < std::min(x.items.size(), y.items.size()); ++i) {
        if (const int order = Order(x.items[i], y.items[i]); order != 0) return order;
      }
      return bytecode::CompareConstants(*constants, a, b);
    }
  };

  ir::Program& program_;
  std::set<std::pair<bytecode::TypeId, std::uint32_t>, ConstantLess> constants_{ConstantLess{&program_.constants}};
  std::map<std::vector<std::uint64_t>, std::uint32_t> numbers_;
};

class ScreenMaker {
 public:
  ScreenMaker(const ir::Program& program, ConditionTable& table, const ir::Rule& rule) : program_(program), table_(table), rule_(rule) {}

  // Empty when no condition of the rule can decide anything.
  std::vector<bytecode::ScreenStep> Make() {
    for (const ir::Step& step : rule_.steps) {
      if (!AddStep(step)) {
        Put(ScreenOp::kStop);
        break;
      }
    }
    if (rule_.window && (screen_.empty() || bytecode::ScreenOpOf(screen_.back()) != ScreenOp::kStop)) Put(ScreenOp::kStop);
    const bool decides = std::any_of(screen_.begin(), screen_.end(), [](auto step) { return bytecode::ScreenOpOf(step) == ScreenOp::kCondition; });
    if (!decides || screen_.size() > bytecode::kModuleLimits.screen_steps) screen_.clear();
    return std::move(screen_);
  }

 private:
  // What a node reads by fields and functions; nothing when that is not all it does.
  struct Read {
    std::uint32_t variable = 0;
    std::vector<ConditionStep> path;
    std::optional<std::uint32_t> otherwise;
  };
  struct Operand {
    OperandSource source = OperandSource::kNone;
    std::uint32_t index = 0;
  };

  void Put(ScreenOp op, std::uint32_t condition = 0) { screen_.push_back(bytecode::EncodeScreenStep(op, condition)); }

  // False when the steps from here on are not for the screen.
  bool AddStep(const ir::Step& step) {
    if (step.kind != ir::StepKind::kLet) {
      const bool closed = AddExpression(step.value, 1);
      Put(step.kind == ir::StepKind::kWhere ? ScreenOp::kWhere : ScreenOp::kRequire);
      return closed;
    }
    // A value that only reads cannot stop the rule, and later conditions read through it.
    const std::optional<Read> read = ReadOf(step.value);
    if (!read) return false;
    lets_[step.slot] = step.value;
    if (step.otherwise == ir::Otherwise::kNone) return true;
    if (!program_.types.IsOptional(step.value->type)) return false;
    const bool closed = AddCondition(*read, ConditionTest::kHas, {});
    Put(step.otherwise == ir::Otherwise::kSkip ? ScreenOp::kWhere : step.otherwise == ir::Otherwise::kFail ? ScreenOp::kRequire : ScreenOp::kNeed);
    return closed;
  }

  bool AddOpen() {
    Put(ScreenOp::kOpen);
    return false;
  }

  // `depth`: of the stack once it is there. False when a part of it is open; then the machine must work it out in order, since that part
  // may end the rule, so nothing behind it may decide.
  bool AddExpression(const Node* node, std::size_t depth) {
    if (depth + 1 >= bytecode::kModuleLimits.screen_depth) return AddOpen();
    switch (node->kind) {
      case NodeKind::kNot: {
        const bool closed = AddExpression(node->operands[0], depth);
        Put(ScreenOp::kNot);
        return closed;
      }
      case NodeKind::kAnd:
      case NodeKind::kOr: {
        bool closed = AddExpression(node->operands[0], depth);
        closed = closed ? AddExpression(node->operands[1], depth + 1) : AddOpen();
        Put(node->kind == NodeKind::kAnd ? ScreenOp::kAnd : ScreenOp::kOr);
        return closed;
      }
      case NodeKind::kHas: return AddTest(node->operands[0], ConditionTest::kHas);
      case NodeKind::kIsEmpty:
        return KindOf(node->operands[0]) == TypeKind::kString ? AddTest(node->operands[0], ConditionTest::kIsEmpty) : AddOpen();
      case NodeKind::kEqual: return AddComparison(node, ConditionTest::kEquals, ConditionTest::kEquals);
      case NodeKind::kLess: return AddComparison(node, ConditionTest::kLess, ConditionTest::kGreater);
      case NodeKind::kLessEqual: return AddComparison(node, ConditionTest::kLessEqual, ConditionTest::kGreaterEqual);
      case NodeKind::kIn: return AddMembership(node);
      case NodeKind::kMatches: return AddTest(node->operands[0], ConditionTest::kMatches, node->operands[1]);
      case NodeKind::kContains:
        return AddTest(node->operands[0], KindOf(node->operands[1]) == TypeKind::kRegex ? ConditionTest::kContainsMatch : ConditionTest::kContains,
                       node->operands[1]);
      case NodeKind::kBuiltin:
        if (node->index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringStartsWith)) {
          return AddTest(node->operands[0], ConditionTest::kStartsWith, node->operands[1]);
        }
        if (node->index == static_cast<std::uint32_t>(bytecode::BuiltinId::kStringEndsWith)) {
          return AddTest(node->operands[0], ConditionTest::kEndsWith, node->operands[1]);
        }
        return AddTest(node, ConditionTest::kHolds);
      default: return AddTest(node, ConditionTest::kHolds);
    }
  }

  bool AddComparison(const Node* node, ConditionTest test, ConditionTest swapped) {
    const TypeKind kind = KindOf(node->operands[0]);
    const bool ordered = kind == TypeKind::kInt || kind == TypeKind::kDuration;
    const bool comparable = test == ConditionTest::kEquals && (kind == TypeKind::kString || kind == TypeKind::kEnum || kind == TypeKind::kBool);
    if (!ordered && !comparable) return AddOpen();
    return OperandOf(node->operands[0]) ? AddTest(node->operands[1], swapped, node->operands[0]) : AddTest(node->operands[0], test, node->operands[1]);
  }

  bool AddMembership(const Node* node) {
    const bytecode::Type& container = program_.types.Get(node->operands[1]->type);
    if (container.kind == TypeKind::kCidr) return AddTest(node->operands[0], ConditionTest::kInBlock, node->operands[1]);
    if (container.kind != TypeKind::kList && container.kind != TypeKind::kSet) return AddOpen();
    const bool blocks = KindOf(node->operands[0]) == TypeKind::kIp && program_.types.Get(container.element).kind == TypeKind::kCidr;
    return AddTest(node->operands[0], blocks ? ConditionTest::kInBlocks : ConditionTest::kIn, node->operands[1]);
  }

  bool AddTest(const Node* value, ConditionTest test, const Node* operand = nullptr) {
    const std::optional<Read> read = ReadOf(value);
    if (!read) return AddOpen();
    if (operand == nullptr) return AddCondition(*read, test, {});
    const std::optional<Operand> with = OperandOf(operand);
    return with ? AddCondition(*read, test, *with) : AddOpen();
  }

  bool AddCondition(const Read& read, ConditionTest test, const Operand& operand) {
    if (read.path.empty()) return AddOpen();
    Condition condition;
    condition.variable = read.variable, condition.path = read.path, condition.otherwise = read.otherwise;
    condition.test = test, condition.source = operand.source, condition.operand = operand.index;
    const std::optional<std::uint32_t> number = table_.Add(std::move(condition));
    if (!number) return AddOpen();
    Put(ScreenOp::kCondition, *number);
    return true;
  }

  std::optional<Read> ReadOf(const Node* node) {
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

  std::optional<Read> Then(const Node* from, ConditionStep step) {
    std::optional<Read> read = ReadOf(from);
    if (!read || read->otherwise || read->path.size() >= bytecode::kModuleLimits.condition_steps) return std::nullopt;
    read->path.push_back(std::move(step));
    return read;
  }

  std::optional<Operand> OperandOf(const Node* node) {
    if (node->kind == NodeKind::kConstant) return Operand{OperandSource::kConstant, table_.Canonical(node->index)};
    if (node->kind == NodeKind::kGlobal) return Operand{OperandSource::kGlobal, node->index};
    return std::nullopt;
  }

  TypeKind KindOf(const Node* node) const { return program_.types.Get(node->type).kind; }

  const ir::Program& program_;
  ConditionTable& table_;
  const ir::Rule& rule_;
  std::map<std::uint32_t, const Node*> lets_;   // slots that stand for what is read
  std::vector<bytecode::ScreenStep> screen_;
};

}  // namespace

void ShareConditions(ir::Program& program) {
  ConditionTable table(program);
  for (ir::Rule& rule : program.rules) {
    if (rule.nested.empty()) rule.shape.screen = ScreenMaker(program, table, rule).Make();
  }
}

}  // namespace writ::compiler
