// Depth first, so that no nodelist but the result is ever built: what a segment gives goes through the rest of the query before its next node is
// looked for, which leaves the order as RFC 9535 has it. Descendants are walked by parent and place among siblings, without a stack. Recursion
// follows the query (Limits::json_path_bytes), and in comparisons the document (Limits::document_depth).
#include "model/json_path/evaluate.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string_view>

#include "base/json_number.h"
#include "base/json_path/i_regexp.h"
#include "base/utf8.h"

namespace writ::model {
namespace {

using json_path::Expr;
using json_path::ExprKind;
using json_path::FunctionId;
using json_path::Operator;
using json_path::Query;
using json_path::Segment;
using json_path::Selector;
using json_path::SelectorKind;

// What a query has found. `enough` nodes end it early; `all` keeps them.
struct Found {
  std::uint64_t count = 0;
  NodeId first = kNoNode;
  std::uint64_t enough = std::numeric_limits<std::uint64_t>::max();
  std::vector<NodeId>* all = nullptr;
};

// One side of a comparison, or an argument: a node of the document, a literal, a count, or Nothing.
struct Item {
  bool is_nothing = true;
  NodeKind kind = NodeKind::kNull;
  bool flag = false;              // kBool
  std::string_view text;          // kString; kNumber of a document or a literal
  std::string digits;             // kNumber that was counted
  NodeId node = kNoNode;          // kArray, kObject

  std::string_view number() const { return digits.empty() ? text : std::string_view(digits); }
};

class Evaluator {
 public:
  Evaluator(const Document& document, NodeId root, const Limits& limits, std::size_t max_nodes, std::uint64_t& steps)
      : document_(document), root_(root), limits_(limits), max_nodes_(max_nodes), steps_(steps) {}

  JsonPathEnd Run(const Query& query, std::vector<NodeId>& nodes) {
    Found found;
    found.all = &nodes;
    Select(query, 0, root_, found);
    return end_;
  }

 private:
  // Texts cost a step for so many bytes.
  static constexpr std::size_t kBytesPerStep = 64;
  static constexpr std::size_t kPatternBytesPerStep = 16;
  // Compiling a pattern that stands in the document: about what so many nodes cost.
  static constexpr std::uint64_t kStepsPerPattern = 20'000;
  static constexpr std::size_t kPatternsKept = 16;

  const Node& At(NodeId id) const { return document_.node(id); }

  bool Charge(std::uint64_t steps) {
    if (end_ != JsonPathEnd::kDone) return false;
    if (steps > steps_) {
      steps_ = 0;
      end_ = JsonPathEnd::kOutOfSteps;
      return false;
    }
    steps_ -= steps;
    return true;
  }

  // The nodes of `query` from segment `index` on, seen from `node`. False to stop: enough was found, or a bound was passed.
  bool Select(const Query& query, std::size_t index, NodeId node, Found& found) {
    if (!Charge(1)) return false;
    if (index == query.segments.size()) return Add(node, found);
    const Segment& segment = query.segments[index];
    if (!segment.is_descendant) return Children(query, index, node, found);
    // Every node below, parents before children, siblings in order.
    for (NodeId at = node;;) {
      if (!Children(query, index, at, found)) return false;
      if (At(at).child_count > 0) {
        at = document_.children(at)[0];
        continue;
      }
      while (at != node && At(at).index + 1 == At(document_.parent(at)).child_count) at = document_.parent(at);
      if (at == node) return true;
      at = document_.children(document_.parent(at))[At(at).index + 1];
    }
  }

  bool Add(NodeId node, Found& found) {
    if (found.all != nullptr) {
      if (found.all->size() == max_nodes_) {
        end_ = JsonPathEnd::kTooManyNodes;
        return false;
      }
      found.all->push_back(node);
    }
    if (found.count++ == 0) found.first = node;
    return found.count < found.enough;
  }

  bool Children(const Query& query, std::size_t index, NodeId node, Found& found) {
    for (const Selector& selector : query.segments[index].selectors) {
      if (!Charge(1) || !Apply(selector, query, index, node, found)) return false;
    }
    return true;
  }

  bool Apply(const Selector& selector, const Query& query, std::size_t index, NodeId node, Found& found) {
    const auto children = document_.children(node);
    switch (selector.kind) {
      case SelectorKind::kName: {
        const NodeId child = document_.Find(node, selector.name);
        return child == kNoNode || Select(query, index + 1, child, found);
      }
      case SelectorKind::kWildcard:
        for (const NodeId child : children) {
          if (!Select(query, index + 1, child, found)) return false;
        }
        return true;
      case SelectorKind::kIndex: {
        if (At(node).kind != NodeKind::kArray) return true;
        const auto size = static_cast<std::int64_t>(children.size());
        const std::int64_t at = selector.index < 0 ? selector.index + size : selector.index;
        return at < 0 || at >= size || Select(query, index + 1, children[static_cast<std::size_t>(at)], found);
      }
      case SelectorKind::kSlice: return Slice(selector, query, index, node, found);
      case SelectorKind::kFilter:
        for (const NodeId child : children) {
          if (!Charge(1)) return false;
          if (Test(selector.filter[0], child) && !Select(query, index + 1, child, found)) return false;
          if (end_ != JsonPathEnd::kDone) return false;
        }
        return true;
    }
    return true;
  }

  // RFC 9535 section 2.3.4.2.2.
  bool Slice(const Selector& selector, const Query& query, std::size_t index, NodeId node, Found& found) {
    const auto children = document_.children(node);
    if (At(node).kind != NodeKind::kArray || selector.step == 0) return true;
    const auto size = static_cast<std::int64_t>(children.size());
    const auto normalize = [size](std::int64_t i) { return i >= 0 ? i : size + i; };
    const auto pick = [&](std::int64_t i) { return Select(query, index + 1, children[static_cast<std::size_t>(i)], found); };
    if (selector.step > 0) {
      const std::int64_t lower = std::clamp<std::int64_t>(normalize(selector.start.value_or(0)), 0, size);
      const std::int64_t upper = std::clamp<std::int64_t>(normalize(selector.end.value_or(size)), 0, size);
      for (std::int64_t i = lower; i < upper; i += selector.step) {
        if (!pick(i)) return false;
      }
      return true;
    }
    const std::int64_t upper = std::clamp<std::int64_t>(normalize(selector.start.value_or(size - 1)), -1, size - 1);
    const std::int64_t lower = std::clamp<std::int64_t>(selector.end ? normalize(*selector.end) : -1, -1, size - 1);
    for (std::int64_t i = upper; i > lower; i += selector.step) {
      if (!pick(i)) return false;
    }
    return true;
  }

  // --- filters. When a bound is passed inside, what they give means nothing and end_ says so.

  bool Test(const Expr& expr, NodeId current) {
    if (!Charge(1)) return false;
    switch (expr.kind) {
      case ExprKind::kOr:
        return std::any_of(expr.operands.begin(), expr.operands.end(), [&](const Expr& operand) { return Test(operand, current); });
      case ExprKind::kAnd:
        return std::all_of(expr.operands.begin(), expr.operands.end(), [&](const Expr& operand) { return Test(operand, current); });
      case ExprKind::kNot: return !Test(expr.operands[0], current);
      case ExprKind::kCompare: return Compare(expr.op, ItemOf(expr.operands[0], current), ItemOf(expr.operands[1], current));
      case ExprKind::kQuery: return Find(expr.query, current, 1).count > 0;
      case ExprKind::kCall: return Matches(expr, current);
      case ExprKind::kNull:
      case ExprKind::kTrue:
      case ExprKind::kFalse:
      case ExprKind::kNumber:
      case ExprKind::kString: return false;   // no condition: the parser lets none pass
    }
    return false;
  }

  Found Find(const Query& query, NodeId current, std::uint64_t enough) {
    Found found;
    found.enough = enough;
    Select(query, 0, query.is_absolute ? root_ : current, found);
    return found;
  }

  Item ItemAt(NodeId id) const {
    Item item;
    const Node& node = At(id);
    item.is_nothing = false;
    item.kind = node.kind;
    item.flag = node.bool_value;
    item.text = node.text;
    item.node = id;
    return item;
  }

  static Item Counted(std::uint64_t count) {
    Item item;
    item.is_nothing = false;
    item.kind = NodeKind::kNumber;
    item.digits = std::to_string(count);
    return item;
  }

  Item ItemOf(const Expr& expr, NodeId current) {
    Item item;
    item.is_nothing = false;
    item.text = expr.text;
    switch (expr.kind) {
      case ExprKind::kQuery: {
        const Found found = Find(expr.query, current, 1);
        return found.count > 0 ? ItemAt(found.first) : Item{};
      }
      case ExprKind::kCall: return ResultOf(expr, current);
      case ExprKind::kNull: item.kind = NodeKind::kNull; return item;
      case ExprKind::kTrue:
      case ExprKind::kFalse:
        item.kind = NodeKind::kBool;
        item.flag = expr.kind == ExprKind::kTrue;
        return item;
      case ExprKind::kNumber: item.kind = NodeKind::kNumber; return item;
      case ExprKind::kString: item.kind = NodeKind::kString; return item;
      case ExprKind::kOr:
      case ExprKind::kAnd:
      case ExprKind::kNot:
      case ExprKind::kCompare: break;   // no value: the parser lets none pass
    }
    return {};
  }

  Item ResultOf(const Expr& call, NodeId current) {
    const Expr& argument = call.operands[0];
    switch (call.function) {
      case FunctionId::kLength: {
        const Item item = ItemOf(argument, current);
        if (item.is_nothing) return {};
        if (item.kind == NodeKind::kString && Charge(item.text.size() / kBytesPerStep)) return Counted(CodePointCount(item.text));
        if (item.kind == NodeKind::kArray || item.kind == NodeKind::kObject) return Counted(At(item.node).child_count);
        return {};
      }
      case FunctionId::kCount: return Counted(Find(argument.query, current, std::numeric_limits<std::uint64_t>::max()).count);
      case FunctionId::kValueOf: {
        const Found found = Find(argument.query, current, 2);
        return found.count == 1 ? ItemAt(found.first) : Item{};
      }
      case FunctionId::kMatch:
      case FunctionId::kSearch: break;   // conditions
    }
    return {};
  }

  bool Matches(const Expr& call, NodeId current) {
    const Item text = ItemOf(call.operands[0], current);
    const Item pattern = ItemOf(call.operands[1], current);
    if (text.is_nothing || text.kind != NodeKind::kString || pattern.is_nothing || pattern.kind != NodeKind::kString) return false;
    const Regex* regex = nullptr;
    if (call.operands[1].kind == ExprKind::kString) {
      regex = call.pattern ? &*call.pattern : nullptr;
    } else {
      regex = PatternOf(pattern.text);
    }
    if (regex == nullptr || !Charge(text.text.size() / kPatternBytesPerStep)) return false;
    return call.function == FunctionId::kMatch ? regex->MatchesWhole(text.text) : regex->FoundIn(text.text);
  }

  // A pattern out of the document; the last few are kept. Null for what is none.
  const Regex* PatternOf(std::string_view text) {
    const auto known = patterns_.find(text);
    if (known != patterns_.end()) return known->second ? &*known->second : nullptr;
    if (!Charge(kStepsPerPattern)) return nullptr;
    if (patterns_.size() == kPatternsKept) patterns_.clear();
    const auto made = patterns_.emplace(text, json_path::CompileIRegexp(text, limits_)).first;
    return made->second ? &*made->second : nullptr;
  }

  // RFC 9535 section 2.3.5.2.2.
  bool Compare(Operator op, const Item& a, const Item& b) {
    switch (op) {
      case Operator::kEqual: return Equal(a, b);
      case Operator::kNotEqual: return !Equal(a, b);
      case Operator::kLess: return Less(a, b);
      case Operator::kLessEqual: return Less(a, b) || Equal(a, b);
      case Operator::kGreater: return Less(b, a);
      case Operator::kGreaterEqual: return Less(b, a) || Equal(a, b);
    }
    return false;
  }

  // What comparing two texts costs at most.
  bool ChargeTexts(std::string_view a, std::string_view b) { return Charge(std::min(a.size(), b.size()) / kBytesPerStep); }

  bool Less(const Item& a, const Item& b) {
    if (a.is_nothing || b.is_nothing || a.kind != b.kind) return false;
    if (a.kind == NodeKind::kNumber) return Charge((a.number().size() + b.number().size()) / kBytesPerStep) && CompareJsonNumbers(a.number(), b.number()) < 0;
    return a.kind == NodeKind::kString && ChargeTexts(a.text, b.text) && a.text < b.text;
  }

  bool Equal(const Item& a, const Item& b) {
    if (a.is_nothing || b.is_nothing) return a.is_nothing && b.is_nothing;
    if (a.kind != b.kind) return false;
    switch (a.kind) {
      case NodeKind::kNull: return true;
      case NodeKind::kBool: return a.flag == b.flag;
      case NodeKind::kNumber: return Charge((a.number().size() + b.number().size()) / kBytesPerStep) && CompareJsonNumbers(a.number(), b.number()) == 0;
      case NodeKind::kString: return ChargeTexts(a.text, b.text) && a.text == b.text;
      case NodeKind::kArray:
      case NodeKind::kObject: return EqualNodes(a.node, b.node);
    }
    return false;
  }

  bool EqualNodes(NodeId a, NodeId b) {
    if (!Charge(1)) return false;
    if (a == b) return true;
    const Node& x = At(a);
    if (x.kind != NodeKind::kArray && x.kind != NodeKind::kObject) return Equal(ItemAt(a), ItemAt(b));
    if (x.kind != At(b).kind || x.child_count != At(b).child_count) return false;
    const auto left = document_.children(a);
    const auto right = document_.children(b);
    for (std::size_t i = 0; i < left.size(); ++i) {
      NodeId other = right[i];
      if (x.kind == NodeKind::kObject && At(other).key != At(left[i]).key) other = document_.Find(b, At(left[i]).key);
      if (other == kNoNode || !EqualNodes(left[i], other)) return false;
    }
    return true;
  }

  const Document& document_;
  const NodeId root_;
  const Limits& limits_;
  const std::size_t max_nodes_;
  std::uint64_t& steps_;
  JsonPathEnd end_ = JsonPathEnd::kDone;
  std::map<std::string_view, std::optional<Regex>> patterns_;   // texts are the document's
};

// A name selector of a normalized path: single quotes, the short escapes, others as \u00xx.
void AppendName(std::string& out, std::string_view name) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "['";
  for (const char c : name) {
    switch (c) {
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '\'': out += "\\'"; break;
      case '\\': out += "\\\\"; break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
          out += "\\u00";
          out += kHex[byte >> 4];
          out += kHex[byte & 15];
        } else {
          out += c;
        }
      }
    }
  }
  out += "']";
}

}  // namespace

JsonPathEnd EvaluateJsonPath(const Query& query, const Document& document, NodeId root, const Limits& limits, std::size_t max_nodes,
                             std::uint64_t& steps, std::vector<NodeId>& nodes) {
  return Evaluator(document, root, limits, max_nodes, steps).Run(query, nodes);
}

std::string NormalizedPathOf(const Document& document, NodeId root, NodeId node) {
  std::vector<NodeId> path;
  for (; node != root; node = document.parent(node)) path.push_back(node);
  std::string out = "$";
  for (auto it = path.rbegin(); it != path.rend(); ++it) {
    const Node& at = document.node(*it);
    if (document.node(document.parent(*it)).kind == NodeKind::kArray) {
      out += "[" + std::to_string(at.index) + "]";
    } else {
      AppendName(out, at.key);
    }
  }
  return out;
}

}  // namespace writ::model
