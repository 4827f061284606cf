// One walk over the program for all that tests are measured by.
#include "cli/testing/bodies.h"

#include <set>

namespace writ::cli {

using compiler::ir::Node;
using compiler::ir::NodeKind;

std::vector<Root> RootsOf(const compiler::ir::Rule& rule) {
  std::vector<Root> roots;
  const auto add = [&](Node* node, Part part) {
    if (node != nullptr) roots.push_back({node, part});
  };
  add(rule.activate, Part::kActivate);
  for (Node* source : rule.nested) add(source, Part::kValue);
  for (const compiler::ir::Step& step : rule.steps) {
    const bool decides = step.otherwise != compiler::ir::Otherwise::kNone;
    switch (step.kind) {
      case compiler::ir::StepKind::kWhere: add(step.value, Part::kWhere); break;
      case compiler::ir::StepKind::kRequire: add(step.value, Part::kRequire); break;
      case compiler::ir::StepKind::kLet: add(step.value, decides ? Part::kLet : Part::kValue); break;
    }
    add(step.message, Part::kText);
    for (const compiler::ir::At& at : step.at) add(at.record, Part::kText);
  }
  for (Node* key : rule.keys) add(key, Part::kValue);
  for (Node* argument : rule.aggregate_arguments) add(argument, Part::kValue);
  add(rule.window_length, Part::kValue);
  if (rule.sequence) {
    for (Node* condition : rule.sequence->conditions) add(condition, Part::kStep);
    for (Node* value : rule.sequence->values) add(value, Part::kValue);
    add(rule.sequence->within, Part::kValue);
  }
  if (rule.window) {
    for (const compiler::ir::WindowLet& let : rule.window->lets) add(let.value, Part::kValue);
    add(rule.window->raise, Part::kRaise);
    add(rule.window->message, Part::kText);
  }
  if (rule.report) {
    add(rule.report->message, Part::kText);
    for (const compiler::ir::At& at : rule.report->at) add(at.record, Part::kText);
    for (Node* per : rule.report->per) add(per, Part::kText);
  }
  return roots;
}

std::vector<Node*> NodesBelow(Node* root) {
  std::vector<Node*> out, open = {root};
  while (!open.empty()) {
    Node* node = open.back();
    open.pop_back();
    out.push_back(node);
    open.insert(open.end(), node->operands.rbegin(), node->operands.rend());
  }
  return out;
}

bool IsUnequal(const Node& node) {
  return node.kind == NodeKind::kNot && node.operands[0]->kind == NodeKind::kEqual && node.operands[0]->span == node.span;
}

bool IsAtom(const compiler::ir::Program& program, const Node& node) {
  if (program.types.Get(node.type).kind != bytecode::TypeKind::kBool) return false;
  switch (node.kind) {
    case NodeKind::kConstant:
    case NodeKind::kUnwrap:
    case NodeKind::kWiden:
    case NodeKind::kAnd:
    case NodeKind::kOr: return false;
    case NodeKind::kNot: return IsUnequal(node);
    default: return true;
  }
}

Uses UsesOf(const compiler::ir::Program& program, const compiler::ir::Rule& rule) {
  std::set<std::uint32_t> functions, globals;
  std::vector<Node*> open;
  for (const Root& root : RootsOf(rule)) open.push_back(root.node);
  while (!open.empty()) {
    Node* root = open.back();
    open.pop_back();
    for (const Node* node : NodesBelow(root)) {
      if (node->kind == NodeKind::kCall && functions.insert(node->index).second) open.push_back(program.functions[node->index].body);
      if (node->kind != NodeKind::kGlobal || !globals.insert(node->index).second) continue;
      if (Node* initialiser = program.globals[node->index].initialiser) open.push_back(initialiser);
    }
  }
  return {{functions.begin(), functions.end()}, {globals.begin(), globals.end()}};
}

}  // namespace writ::cli
