// One function for each kind of change.
#include "cli/testing/mutants.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/time.h"
#include "cli/testing/bodies.h"

namespace writ::cli {

using bytecode::Constant;
using bytecode::ConstantKind;
using compiler::ir::Node;
using compiler::ir::NodeKind;

namespace {

// Members of one set that are left out or added, at most; a list of a thousand names is tested by a few.
constexpr std::size_t kMembers = 8;
constexpr std::int64_t kSecond = 1'000'000'000;
constexpr const char* kWithout = "without this";

std::string Instead(const std::string& text) { return "`" + text + "` instead"; }

class Mutator {
 public:
  Mutator(compiler::ir::Program& program, const SourceMap& sources) : program_(program), sources_(sources) {}

  std::vector<Mutant> Run() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> rules_of_function, rules_of_global;
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
      const Uses uses = UsesOf(program_, program_.rules[i]);
      for (const std::uint32_t function : uses.functions) rules_of_function[function].push_back(i);
      for (const std::uint32_t global : uses.globals) rules_of_global[global].push_back(i);
    }
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) OfRule(i);
    for (auto& [function, rules] : rules_of_function) OfBody(program_.functions[function].body, std::move(rules));
    for (auto& [global, rules] : rules_of_global) OfGlobal(program_.globals[global], std::move(rules));
    std::stable_sort(mutants_.begin(), mutants_.end(), [](const Mutant& a, const Mutant& b) { return a.span < b.span; });
    return std::move(mutants_);
  }

 private:
  void OfRule(std::uint32_t index) {
    rules_ = {index};
    const std::vector<Root> roots = RootsOf(program_.rules[index]);
    NoteNarrowed(roots);
    for (const Root& root : roots) {
      if (root.part == Part::kText) continue;
      const bool is_clause = root.part == Part::kWhere || root.part == Part::kRequire || root.part == Part::kActivate;
      if (is_clause && !Narrows(*root.node) && root.node->kind != NodeKind::kConstant) Replace(root.node, True(*root.node), root.node->span, kWithout);
      for (Node* node : NodesBelow(root.node)) OfNode(node);
    }
  }

  void OfBody(Node* body, std::vector<std::uint32_t> rules) {
    rules_ = std::move(rules);
    NoteNarrowed({{body, Part::kValue}});
    for (Node* node : NodesBelow(body)) OfNode(node);
  }

  // The default of a param, or a const that is no plain constant.
  void OfGlobal(compiler::ir::Global& global, std::vector<std::uint32_t> rules) {
    if (global.initialiser == nullptr) return;
    rules_ = std::move(rules);
    if (global.initialiser->kind == NodeKind::kConstant) MoveBound(global.initialiser);
  }

  void OfNode(Node* node) {
    switch (node->kind) {
      case NodeKind::kAnd:
      case NodeKind::kOr: OfLogic(node); break;
      case NodeKind::kLess:
      case NodeKind::kLessEqual: OfComparison(node); break;
      case NodeKind::kAny:
      case NodeKind::kAll:
      case NodeKind::kNone: OfQuantifier(node); break;
      case NodeKind::kListOf:
      case NodeKind::kSetOf:
        if (node->operands.size() > 2 && !Narrows(*node->operands[2])) {
          Node other = *node;
          other.operands.pop_back();
          Add(node, std::move(other), node->operands[2]->span, kWithout);
        }
        break;
      case NodeKind::kIn: OfContainer(node->operands[1]); break;
      default: break;
    }
    if (node->kind == NodeKind::kLess || node->kind == NodeKind::kLessEqual || node->kind == NodeKind::kEqual) {
      for (Node* operand : node->operands) MoveBound(operand);
    }
    if (node->kind == NodeKind::kEqual && unequal_.count(node) != 0) return;
    if (IsUnequal(*node)) unequal_.insert(node->operands[0]);
    if (IsAtom(program_, *node) && !Narrows(*node)) Negate(node);
  }

  // --- the kinds of change

  void OfLogic(Node* node) {
    Node* left = node->operands[0];
    Node* right = node->operands[1];
    // Without the test in front, the optional value behind it could not be used; with the other word neither.
    const bool narrows = Narrows(*left) || Narrows(*right);
    if (!Narrows(*left)) Replace(node, *right, left->span, kWithout);
    if (!Narrows(*right)) Replace(node, *left, right->span, kWithout);
    if (narrows) return;
    Node other = *node;
    other.kind = node->kind == NodeKind::kAnd ? NodeKind::kOr : NodeKind::kAnd;
    const Span word = Between(*left, *right, {node->kind == NodeKind::kAnd ? "and" : "or"});
    Add(node, std::move(other), word, Instead(node->kind == NodeKind::kAnd ? "or" : "and"));
  }

  void OfComparison(Node* node) {
    Node other = *node;
    other.kind = node->kind == NodeKind::kLess ? NodeKind::kLessEqual : NodeKind::kLess;
    const Span sign = Between(*node->operands[0], *node->operands[1], {"<=", ">=", "<", ">"});
    const std::string seen(sources_.Text(sign));
    Add(node, std::move(other), sign, Instead(seen.size() == 2 ? seen.substr(0, 1) : seen + "="));
  }

  void Negate(Node* node) {
    if (IsUnequal(*node) || node->kind == NodeKind::kEqual) {
      const Node& equal = node->kind == NodeKind::kEqual ? *node : *node->operands[0];
      const Span sign = Between(*equal.operands[0], *equal.operands[1], {"==", "!="});
      if (node->kind == NodeKind::kNot) return Replace(node, equal, sign, Instead("=="));
      Node other = *node;
      other.kind = NodeKind::kNot;
      other.operands = {Keep(*node)};
      return Add(node, std::move(other), sign, Instead("!="));
    }
    Node other = *node;
    other.kind = NodeKind::kNot;
    other.index = 0;
    other.operands = {Keep(*node)};
    Add(node, std::move(other), node->span, Instead("not (" + TextOf(*node) + ")"));
  }

  void OfQuantifier(Node* node) {
    Node other = *node;
    other.kind = node->kind == NodeKind::kAny ? NodeKind::kAll : NodeKind::kAny;
    const std::string word = node->kind == NodeKind::kAny ? "any" : node->kind == NodeKind::kAll ? "all" : "none";
    // A call of a function that ranges has the word elsewhere.
    Span span = node->span;
    if (sources_.Text(span).substr(0, word.size()) != word) return;
    span.end = span.begin + static_cast<std::uint32_t>(word.size());
    Add(node, std::move(other), span, Instead(node->kind == NodeKind::kAny ? "all" : "any"));
  }

  // A number or a length of time, one up and one down.
  void MoveBound(Node* node) {
    if (node->kind != NodeKind::kConstant) return;
    const Constant constant = program_.constants[node->index];
    for (const int by : {-1, 1}) {
      Constant moved = constant;
      std::string text;
      switch (constant.kind) {
        case ConstantKind::kInt:
          if (__builtin_add_overflow(constant.integer, by, &moved.integer)) continue;
          text = std::to_string(moved.integer);
          break;
        case ConstantKind::kDuration:
          if (__builtin_add_overflow(constant.integer, by * kSecond, &moved.integer)) continue;
          text = FormatDuration(moved.integer);
          break;
        case ConstantKind::kDecimal: {
          const auto sum = writ::Add(constant.decimal, Decimal::FromInt(by));
          if (!sum) continue;
          moved.decimal = *sum;
          text = sum->ToString();
          break;
        }
        default: return;
      }
      Node other = *node;
      other.index = NewConstant(std::move(moved));
      Add(node, std::move(other), node->span, Instead(text));
    }
  }

  // A set or list that something is looked up in: without a member, and with one more where that makes sense.
  void OfContainer(Node* node) {
    if (node->kind == NodeKind::kSetLiteral || node->kind == NodeKind::kListLiteral) {
      for (std::size_t i = 0; i < node->operands.size() && i < kMembers && node->operands.size() > 1; ++i) {
        Node other = *node;
        other.operands.erase(other.operands.begin() + static_cast<std::ptrdiff_t>(i));
        Add(node, std::move(other), node->operands[i]->span, kWithout);
      }
      return;
    }
    if (node->kind != NodeKind::kConstant) return;
    const Constant set = program_.constants[node->index];
    if (set.kind != ConstantKind::kSet && set.kind != ConstantKind::kList) return;
    for (std::size_t i = 0; i < set.items.size() && i < kMembers && set.items.size() > 1; ++i) {
      Constant smaller = set;
      smaller.items.erase(smaller.items.begin() + static_cast<std::ptrdiff_t>(i));
      AddContainer(node, std::move(smaller), "without " + MemberText(program_.constants[set.items[i]]));
    }
    if (set.kind == ConstantKind::kSet) Widen(node, set);
  }

  void Widen(Node* node, const Constant& set) {
    if (set.items.empty()) return;
    const Constant first = program_.constants[set.items.front()], last = program_.constants[set.items.back()];
    const auto with = [&](Constant member, std::size_t at) {
      const std::string text = "with " + MemberText(member);
      Constant larger = set;
      larger.items.insert(larger.items.begin() + static_cast<std::ptrdiff_t>(at), NewConstant(std::move(member)));
      AddContainer(node, std::move(larger), text);
    };
    if (first.kind == ConstantKind::kInt && last.integer != INT64_MAX) {
      Constant member = last;
      ++member.integer;
      with(member, set.items.size());
    }
    if (first.kind == ConstantKind::kEnum) {
      const std::size_t members = program_.types.EnumInfo(first.type).members.size();
      std::size_t at = 0, added = 0;
      for (std::size_t m = 0; m < members && added < kMembers; ++m) {
        if (at < set.items.size() && program_.constants[set.items[at]].integer == static_cast<std::int64_t>(m)) {
          ++at;
          continue;
        }
        Constant member = first;
        member.integer = static_cast<std::int64_t>(m);
        with(member, at);
        ++added;
      }
    }
  }

  // --- what they are made of

  // What tests an optional value so that it may be used further on: such a test cannot be taken away alone.
  bool Narrows(const Node& node) const {
    switch (node.kind) {
      case NodeKind::kHas: return narrowed_.count(std::string(sources_.Text(node.operands[0]->span))) != 0;
      case NodeKind::kNot:
      case NodeKind::kAnd:
      case NodeKind::kOr: return std::any_of(node.operands.begin(), node.operands.end(), [&](const Node* operand) { return Narrows(*operand); });
      default: return false;
    }
  }

  void NoteNarrowed(const std::vector<Root>& roots) {
    narrowed_.clear();
    for (const Root& root : roots) {
      for (const Node* node : NodesBelow(root.node)) {
        if (node->kind == NodeKind::kUnwrap) narrowed_.insert(std::string(sources_.Text(node->operands[0]->span)));
      }
    }
  }

  std::string TextOf(const Node& node) const { return std::string(sources_.Text(node.span)); }

  std::string MemberText(const Constant& constant) const {
    switch (constant.kind) {
      case ConstantKind::kInt: return std::to_string(constant.integer);
      case ConstantKind::kEnum: return program_.types.EnumInfo(constant.type).members[static_cast<std::size_t>(constant.integer)];
      case ConstantKind::kCidr: return constant.cidr.ToString();
      default: return "\"" + constant.text + "\"";
    }
  }

  // The word between two operands, whichever stands first; all of both and what is between when there is none.
  Span Between(const Node& a, const Node& b, const std::vector<std::string_view>& words) const {
    const Node& first = a.span.begin <= b.span.begin ? a : b;
    const Node& second = &first == &a ? b : a;
    const Span gap{first.span.file, first.span.end, second.span.begin};
    if (gap.begin < gap.end) {
      const std::string_view text = sources_.Text(gap);
      for (const std::string_view word : words) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) continue;
        const auto begin = gap.begin + static_cast<std::uint32_t>(at);
        return {gap.file, begin, begin + static_cast<std::uint32_t>(word.size())};
      }
    }
    return {first.span.file, first.span.begin, second.span.end};
  }

  Node* Keep(const Node& node) {
    program_.nodes.push_back(node);
    return &program_.nodes.back();
  }
  std::uint32_t NewConstant(Constant constant) {
    program_.constants.push_back(std::move(constant));
    return static_cast<std::uint32_t>(program_.constants.size() - 1);
  }
  Node True(const Node& like) {
    Constant constant;
    constant.kind = ConstantKind::kBool;
    constant.type = program_.types.Scalar(bytecode::TypeKind::kBool);
    constant.integer = 1;
    Node node;
    node.kind = NodeKind::kConstant;
    node.type = like.type, node.span = like.span;
    node.index = NewConstant(std::move(constant));
    return node;
  }

  void AddContainer(Node* node, Constant set, std::string change) {
    Node other = *node;
    other.index = NewConstant(std::move(set));
    Add(node, std::move(other), node->span, std::move(change));
  }
  void Replace(Node* node, const Node& by, Span span, std::string change) {
    Node other = by;
    Add(node, std::move(other), span, std::move(change));
  }
  void Add(Node* node, Node other, Span span, std::string change) { mutants_.push_back({node, std::move(other), rules_, span, std::move(change)}); }

  compiler::ir::Program& program_;
  const SourceMap& sources_;
  std::vector<std::uint32_t> rules_;
  std::set<std::string> narrowed_;       // texts of values that are used as present
  std::set<const Node*> unequal_;        // the `==` inside a `!=`
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> MutantsOf(compiler::ir::Program& program, const SourceMap& sources) { return Mutator(program, sources).Run(); }

}  // namespace writ::cli
