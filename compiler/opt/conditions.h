// Which expressions are conditions (vm/bytecode/conditions.h), and the table that holds each once. The pass `share` uses it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "compiler/ir/ir.h"

namespace writ::compiler {

// The conditions of a program; equal ones are one.
class ConditionTable {
 public:
  explicit ConditionTable(ir::Program& program);

  // The first constant that is the same.
  std::uint32_t Canonical(std::uint32_t constant) { return constants_.emplace(program_.constants[constant].type, constant).first->second; }
  // Nothing when the table is full.
  std::optional<std::uint32_t> Add(bytecode::Condition condition);

 private:
  using Typed = std::pair<bytecode::TypeId, std::uint32_t>;
  struct ConstantLess {
    const std::vector<bytecode::Constant>* constants;
    bool operator()(const Typed& a, const Typed& b) const;
    int Order(std::uint32_t a, std::uint32_t b) const;
  };
  using Key = std::vector<std::uint64_t>;
  static Key KeyOf(const bytecode::Condition& condition);

  ir::Program& program_;
  std::set<Typed, ConstantLess> constants_;
  std::map<Key, std::uint32_t> numbers_;
};

// Finds the conditions of one rule.
class ConditionFinder {
 public:
  ConditionFinder(const ir::Program& program, ConditionTable& table, const ir::Rule& rule) : program_(program), table_(table), rule_(rule) {}

  // From here on the slot of a `let` stands for what its value reads. False when that is no reading.
  bool Bind(const ir::Step& let);
  // The number of the condition that the whole of a boolean expression is.
  std::optional<std::uint32_t> Find(const ir::Node* node);
  // The condition that a value is present.
  std::optional<std::uint32_t> FindHas(const ir::Node* value) { return Test(value, bytecode::ConditionTest::kHas); }

 private:
  // What a node reads by fields and functions; nothing when that is not all it does.
  struct Read {
    std::uint32_t variable = 0;
    std::vector<bytecode::ConditionStep> path;
    std::optional<std::uint32_t> otherwise;
  };
  struct Operand {
    bytecode::OperandSource source = bytecode::OperandSource::kNone;
    std::uint32_t index = 0;
  };
  std::optional<std::uint32_t> Comparison(const ir::Node* node, bytecode::ConditionTest test, bytecode::ConditionTest swapped);
  std::optional<std::uint32_t> Membership(const ir::Node* node);
  std::optional<std::uint32_t> Test(const ir::Node* value, bytecode::ConditionTest test, const ir::Node* operand = nullptr);
  std::optional<Read> ReadOf(const ir::Node* node);
  std::optional<Read> Then(const ir::Node* from, bytecode::ConditionStep step);
  std::optional<Operand> OperandOf(const ir::Node* node);
  bytecode::TypeKind KindOf(const ir::Node* node) const { return program_.types.Get(node->type).kind; }

  const ir::Program& program_;
  ConditionTable& table_;
  const ir::Rule& rule_;
  std::map<std::uint32_t, const ir::Node*> lets_;   // slots that stand for what is read
};

}  // namespace writ::compiler
