// The cost class of a rule, from its loops over lists that grow independently of the subject. Children of a node are linear in the input.
#include <map>

#include "compiler/check/checker.h"

namespace writ::compiler {

using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {

std::string Plural(std::string_view kind) {
  if (kind == "property") return "properties";
  if (kind == "request_body") return "request bodies";
  if (kind == "security_scheme") return "security schemes";
  if (kind == "webhook_operation") return "webhook operations";
  if (kind == "callback_operation") return "callback operations";
  return std::string(kind) + "s";
}

// Lists that hang off an API grow with the description, not with the subject that reaches them.
bool IsIndependent(const Checker& checker, const Node* list) {
  while (list->kind == NodeKind::kUnwrap) list = list->operands[0];
  if (list->kind != NodeKind::kField && list->kind != NodeKind::kFieldOpt) return false;
  const auto& info = bytecode::InfoOf(static_cast<bytecode::FieldId>(list->index));
  return info.owner == bytecode::RecordId::kApi && checker.program.types.Get(list->type).kind == TypeKind::kList && info.name != "tags";
}

// Of functions that were looked at. Each is looked at once: a chain of functions that each call the next one twice has exponentially many
// paths through it.
using LoopsOfFunctions = std::map<std::uint32_t, std::vector<std::string>>;

// The longest chain of independent loops below `node`, as names.
std::vector<std::string> Loops(const Checker& checker, const Node* node, LoopsOfFunctions& known) {
  std::vector<std::string> longest;
  if (node == nullptr) return longest;
  if (node->kind == NodeKind::kCall) {
    auto function = known.find(node->index);
    if (function == known.end()) function = known.emplace(node->index, Loops(checker, checker.program.functions[node->index].body, known)).first;
    longest = function->second;
  }
  const bool loop = ir::IsLoop(node->kind);
  for (std::size_t i = 0; i < node->operands.size(); ++i) {
    std::vector<std::string> inner = Loops(checker, node->operands[i], known);
    if (loop && i > 0 && IsIndependent(checker, node->operands[0])) {
      inner.insert(inner.begin(), std::string(bytecode::InfoOf(static_cast<bytecode::FieldId>(node->operands[0]->index)).name));
    }
    if (inner.size() > longest.size()) longest = std::move(inner);
  }
  return longest;
}

}  // namespace

void FindCost(Checker& checker, ir::Rule& rule) {
  std::vector<std::string> loops;
  LoopsOfFunctions known;
  const auto consider = [&](const Node* node) {
    std::vector<std::string> found = Loops(checker, node, known);
    if (found.size() > loops.size()) loops = std::move(found);
  };
  std::vector<std::string> nested;
  for (const Node* source : rule.nested) {
    consider(source);
    if (IsIndependent(checker, source)) nested.emplace_back(bytecode::InfoOf(static_cast<bytecode::FieldId>(source->index)).name);
  }
  for (const ir::Step& step : rule.steps) consider(step.value);
  for (const Node* key : rule.keys) consider(key);
  for (const Node* argument : rule.aggregate_arguments) consider(argument);
  if (rule.sequence) {
    for (const Node* node : rule.sequence->conditions) consider(node);
    for (const Node* node : rule.sequence->values) consider(node);
  }
  loops.insert(loops.begin(), nested.begin(), nested.end());
  const std::string root = Plural(bytecode::InfoOf(rule.shape.subject).word);
  std::string cost = "O(" + root;
  // An API's own lists are its children.
  if (rule.shape.subject == bytecode::SubjectKind::kApi && !loops.empty()) {
    cost = "O(" + loops.front();
    loops.erase(loops.begin());
  }
  for (const std::string& loop : loops) cost += " × " + loop;
  if (rule.shape.group && rule.shape.group->NeedsTime()) cost += " log " + root;
  rule.shape.cost = cost + ")";
  if (loops.empty() || rule.shape.allow_quadratic) return;
  checker.sink.Report(DiagnosticCode::kQuadratic, rule.window && rule.window->raise != nullptr ? rule.window->raise->span : rule.window ? rule.keys.front()->span : rule.steps.empty() ? Span{} : rule.steps.front().span,
                      "this rule costs " + rule.shape.cost, "if that is meant, add the clause `allow quadratic`");
}

}  // namespace writ::compiler
