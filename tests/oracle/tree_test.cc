// Hand-made trees: quantifiers, comprehensions, calls and bounds.
#include <doctest/doctest.h>

#include <functional>

#include "oracle/oracle.h"
#include "oracle/tree.h"
#include "tests/oracle/values.h"

using namespace writ;
using bytecode::TypeKind;
using compiler::ir::Node;
using compiler::ir::NodeKind;
using test::Show;
using vm::Value;

namespace {

// Builds trees whose leaves are locals, and evaluates them.
class Trees {
 public:
  Node* New(NodeKind kind, TypeKind type, std::vector<Node*> operands = {}, std::uint32_t index = 0) {
    Node& node = program.nodes.emplace_back();
    node.kind = kind;
    node.type = type == TypeKind::kList ? program.types.ListOf(program.types.Scalar(TypeKind::kInt))
                                        : type == TypeKind::kSet ? program.types.SetOf(program.types.Scalar(TypeKind::kInt)) : program.types.Scalar(type);
    node.operands = std::move(operands);
    node.index = index;
    return &node;
  }
  // A leaf with this value.
  Node* Leaf(const Value& value, TypeKind type = TypeKind::kBool) {
    locals.push_back(value);
    return New(NodeKind::kLocal, type, {}, static_cast<std::uint32_t>(locals.size() - 1));
  }
  Node* Slot(std::uint32_t slot, TypeKind type = TypeKind::kInt) { return New(NodeKind::kLocal, type, {}, slot); }

  std::string Run(const Node* node) {
    oracle::Tree tree(program, constants, globals, make.arena, facts, limits);
    oracle::Locals copy = locals;
    const Value value = tree.Evaluate(*node, copy);
    return tree.stopped() ? "stopped " + std::to_string(static_cast<int>(*tree.stopped())) : Show(value);
  }
  // The fuel that a tree takes.
  std::uint64_t Fuel(const Node* node) {
    for (limits.fuel_per_subject = 0;; ++limits.fuel_per_subject) {
      if (Run(node).rfind("stopped", 0) != 0) return limits.fuel_per_subject;
    }
  }

  compiler::ir::Program program;
  test::Values make;
  oracle::Locals locals;
  vm::RunFacts facts;
  Limits limits;

 private:
  std::vector<Value> constants, globals;
};

constexpr std::uint32_t kElement = 50;   // the slot of loop variables

// `kind(x in items: x < bound)`.
Node* Below(Trees& t, NodeKind kind, const Value& items, std::int64_t bound) {
  Node* condition = t.New(NodeKind::kLess, TypeKind::kBool, {t.Slot(kElement), t.Leaf(Value::Int(bound), TypeKind::kInt)});
  return t.New(kind, kind == NodeKind::kCount ? TypeKind::kInt : TypeKind::kBool, {t.Leaf(items, TypeKind::kList), condition}, kElement);
}

}  // namespace

TEST_CASE("quantifiers stop at a definite answer and not before") {
  Trees t;
  const Value error = t.make.Error(), unknown = t.make.Unknown(1, 3);
  const auto run = [&](NodeKind kind, const std::vector<Value>& items, std::uint32_t incomplete = 0) {
    return t.Run(Below(t, kind, t.make.List(items, incomplete), 5));
  };
  const Value low = Value::Int(1), high = Value::Int(9);
  CHECK(run(NodeKind::kAny, {high, low, error}) == "true");
  CHECK(run(NodeKind::kAny, {error, low}) == "true");
  CHECK(run(NodeKind::kAny, {high, unknown}) == "unknown 1 of 3");
  CHECK(run(NodeKind::kAny, {unknown, error, high}) == "error 0");
  CHECK(run(NodeKind::kAny, {}) == "false");
  CHECK(run(NodeKind::kAny, {high}, 4) == "unknown 4");
  CHECK(run(NodeKind::kAny, {low}, 4) == "true");
  CHECK(run(NodeKind::kAll, {low, high, error}) == "false");
  CHECK(run(NodeKind::kAll, {unknown, high}) == "false");
  CHECK(run(NodeKind::kAll, {low, unknown}, 4) == "unknown 1 of 3");
  CHECK(run(NodeKind::kAll, {}) == "true");
  CHECK(run(NodeKind::kAll, {low}, 4) == "unknown 4");
  CHECK(run(NodeKind::kAll, {high}, 4) == "false");
  CHECK(run(NodeKind::kNone, {high}) == "true");
  CHECK(run(NodeKind::kNone, {high}, 4) == "unknown 4");
  CHECK(run(NodeKind::kNone, {low}, 4) == "false");
  CHECK(run(NodeKind::kCount, {low, high, low}) == "2");
  CHECK(run(NodeKind::kCount, {low, unknown, high}) == "1..2 by 1");
  CHECK(run(NodeKind::kCount, {low}, 4) == "1.. by 4");
  CHECK(run(NodeKind::kCount, {low, error, low}) == "error 0");
}

TEST_CASE("a quantifier over a poison is that poison") {
  Trees t;
  for (const NodeKind kind : {NodeKind::kAny, NodeKind::kAll, NodeKind::kNone, NodeKind::kCount}) {
    CHECK(t.Run(Below(t, kind, Value::Absent(), 5)) == "absent");
    CHECK(t.Run(Below(t, kind, t.make.Unknown(2, 1), 5)) == "unknown 2 of 1");
    CHECK(t.Run(Below(t, kind, t.make.Error(), 5)) == "error 0");
  }
}

TEST_CASE("comprehensions know what they may lack") {
  Trees t;
  const auto run = [&](NodeKind kind, const std::vector<Value>& items, std::uint32_t incomplete = 0) {
    Node* condition = t.New(NodeKind::kLess, TypeKind::kBool, {t.Slot(kElement), t.Leaf(Value::Int(5), TypeKind::kInt)});
    Node* item = t.New(NodeKind::kAdd, TypeKind::kInt, {t.Slot(kElement), t.Leaf(Value::Int(1), TypeKind::kInt)});
    return t.Run(t.New(kind, kind == NodeKind::kListOf ? TypeKind::kList : TypeKind::kSet,
                       {t.Leaf(t.make.List(items, incomplete), TypeKind::kList), item, condition}, kElement));
  };
  const Value error = t.make.Error(), unknown = t.make.Unknown(1, 3);
  CHECK(run(NodeKind::kListOf, {Value::Int(4), Value::Int(9), Value::Int(1)}) == "[5 2]");
  CHECK(run(NodeKind::kSetOf, {Value::Int(4), Value::Int(1), Value::Int(4)}) == "{2 5}");
  CHECK(run(NodeKind::kListOf, {Value::Int(1), unknown}) == "[2]+1");
  CHECK(run(NodeKind::kListOf, {Value::Int(1), unknown}, 4) == "[2]+5");
  CHECK(run(NodeKind::kListOf, {Value::Int(1), error}) == "error 0");
  Node* plain = t.New(NodeKind::kListOf, TypeKind::kList, {t.Leaf(t.make.List({unknown, Value::Int(2)}), TypeKind::kList), t.Slot(kElement)}, kElement);
  CHECK(t.Run(plain) == "[unknown 1 of 3 2]");
  CHECK(t.Run(t.New(NodeKind::kListOf, TypeKind::kList, {t.Leaf(t.make.Unknown(8), TypeKind::kList), t.Slot(kElement)}, kElement)) == "unknown 8");
}

TEST_CASE("logic does not look behind a definite side") {
  Trees t;
  Node* error = t.Leaf(t.make.Error());
  const auto run = [&](NodeKind kind, Node* a, Node* b) { return t.Run(t.New(kind, TypeKind::kBool, {a, b})); };
  Node *yes = t.Leaf(Value::Bool(true)), *no = t.Leaf(Value::Bool(false)), *unknown = t.Leaf(t.make.Unknown(1));
  CHECK(run(NodeKind::kAnd, no, error) == "false");
  CHECK(run(NodeKind::kOr, yes, error) == "true");
  CHECK(run(NodeKind::kAnd, unknown, no) == "false");
  CHECK(run(NodeKind::kOr, unknown, yes) == "true");
  // What is not looked at takes no fuel.
  Node* loop = Below(t, NodeKind::kCount, t.make.List({Value::Int(1), Value::Int(2)}), 5);
  Node* counted = t.New(NodeKind::kEqual, TypeKind::kBool, {loop, t.Leaf(Value::Int(2), TypeKind::kInt)});
  CHECK(t.Fuel(t.New(NodeKind::kAnd, TypeKind::kBool, {no, counted})) == 0);
  CHECK(t.Fuel(t.New(NodeKind::kAnd, TypeKind::kBool, {yes, counted})) == 2);
  CHECK(t.Fuel(t.New(NodeKind::kAnd, TypeKind::kBool, {unknown, counted})) == 2);
}

TEST_CASE("a default hides absence and not ignorance") {
  Trees t;
  const auto run = [&](const Value& left) {
    return t.Run(t.New(NodeKind::kCoalesce, TypeKind::kInt, {t.Leaf(left, TypeKind::kInt), t.Leaf(Value::Int(7), TypeKind::kInt)}));
  };
  CHECK(run(Value::Int(1)) == "1");
  CHECK(run(Value::Absent()) == "7");
  CHECK(run(t.make.Unknown(1)) == "unknown 1");
  CHECK(run(t.make.Error()) == "error 0");
}

TEST_CASE("fuel is charged on elements that are looked at and on calls") {
  Trees t;
  const Value items = t.make.List({Value::Int(1), Value::Int(2), Value::Int(9), Value::Int(3)});
  CHECK(t.Fuel(Below(t, NodeKind::kCount, items, 5)) == 4);
  CHECK(t.Fuel(Below(t, NodeKind::kAny, items, 5)) == 1);
  CHECK(t.Fuel(Below(t, NodeKind::kAll, items, 5)) == 3);
  CHECK(t.Fuel(Below(t, NodeKind::kAll, t.make.List({}), 5)) == 0);
  // f(x) = x + 1
  compiler::ir::Function& f = t.program.functions.emplace_back();
  f.parameter_count = 1;
  f.body = t.New(NodeKind::kAdd, TypeKind::kInt, {t.Slot(0), t.Slot(0)});
  Node* call = t.New(NodeKind::kCall, TypeKind::kInt, {t.Leaf(Value::Int(3), TypeKind::kInt)}, 0);
  CHECK(t.Fuel(t.New(NodeKind::kCall, TypeKind::kInt, {call}, 0)) == 2);
  t.limits = Limits{};
  CHECK(t.Run(t.New(NodeKind::kCall, TypeKind::kInt, {call}, 0)) == "12");
  // Arguments pass poison as it is.
  CHECK(t.Run(t.New(NodeKind::kCall, TypeKind::kInt, {t.Leaf(t.make.Unknown(4), TypeKind::kInt)}, 0)) == "unknown 4");
}

TEST_CASE("calls that never end and values that never fit are stopped") {
  Trees t;
  compiler::ir::Function& f = t.program.functions.emplace_back();
  f.parameter_count = 1;
  f.body = t.New(NodeKind::kCall, TypeKind::kInt, {t.Slot(0)}, 0);
  CHECK(t.Run(t.New(NodeKind::kCall, TypeKind::kInt, {t.Leaf(Value::Int(1), TypeKind::kInt)}, 0)) ==
        "stopped " + std::to_string(static_cast<int>(vm::TrapKind::kDepth)));
  t.limits.value_bytes_per_subject = 100;
  Node* text = t.Leaf(t.make.Text(std::string(60, 'a')), TypeKind::kString);
  CHECK(t.Run(t.New(NodeKind::kAdd, TypeKind::kString, {text, text})) == "stopped " + std::to_string(static_cast<int>(vm::TrapKind::kMemory)));
}

TEST_CASE("text is made of anything") {
  Trees t;
  const auto format = [&](const Value& value) { return t.New(NodeKind::kFormat, TypeKind::kString, {t.Leaf(value, TypeKind::kInt)}); };
  Node* plain = t.Leaf(t.make.Text("a "), TypeKind::kString);
  CHECK(t.Run(t.New(NodeKind::kJoin, TypeKind::kString, {plain, format(Value::Int(7)), plain, format(Value::Absent())})) == "a 7a <missing>");
  CHECK(t.Run(t.New(NodeKind::kJoin, TypeKind::kString, {format(t.make.Unknown(1)), format(t.make.Error())})) == "<unknown><error>");
  CHECK(t.Run(t.New(NodeKind::kJoin, TypeKind::kString, {})) == "");
}
