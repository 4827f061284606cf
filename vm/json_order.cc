// Compares trees of two documents without building anything but the sorted keys of objects. Recursion is bounded by
// Limits::document_depth, which readers enforce.
#include "vm/json_order.h"

#include <algorithm>
#include <vector>

#include "base/json_number.h"
#include "model/document.h"
#include "vm/access.h"

namespace writ::vm {
namespace {

using model::Document;
using model::Node;
using model::NodeId;
using model::NodeKind;

int Sign(int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; }

std::vector<NodeId> MembersByKey(const Document& document, NodeId node) {
  const auto children = document.children(node);
  std::vector<NodeId> members(children.begin(), children.end());
  std::sort(members.begin(), members.end(),
            [&](NodeId x, NodeId y) { return document.node(x).key < document.node(y).key; });
  return members;
}

}  // namespace

int CompareJson(const Document& a, NodeId a_node, const Document& b, NodeId b_node) {
  if (&a == &b && a_node == b_node) return 0;
  const Node& x = a.node(a_node);
  const Node& y = b.node(b_node);
  if (x.kind != y.kind) return x.kind < y.kind ? -1 : 1;
  switch (x.kind) {
    case NodeKind::kNull: return 0;
    case NodeKind::kBool: return static_cast<int>(x.bool_value) - static_cast<int>(y.bool_value);
    case NodeKind::kNumber: return CompareJsonNumbers(x.text, y.text);
    case NodeKind::kString: return Sign(x.text.compare(y.text));
    case NodeKind::kArray: {
      const auto left = a.children(a_node);
      const auto right = b.children(b_node);
      for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
        if (const int order = CompareJson(a, left[i], b, right[i]); order != 0) return order;
      }
      return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
    }
    case NodeKind::kObject: {
      if (x.child_count != y.child_count) return x.child_count < y.child_count ? -1 : 1;
      const std::vector<NodeId> left = MembersByKey(a, a_node);
      const std::vector<NodeId> right = MembersByKey(b, b_node);
      for (std::size_t i = 0; i < left.size(); ++i) {
        if (const int order = a.node(left[i]).key.compare(b.node(right[i]).key); order != 0) return Sign(order);
        if (const int order = CompareJson(a, left[i], b, right[i]); order != 0) return order;
      }
      return 0;
    }
  }
  return 0;
}

bool JsonEqual(const Value& a, const Value& b) {
  return CompareJson(*a.document, model::NodeId{a.size}, *b.document, model::NodeId{b.size}) == 0;
}

}  // namespace writ::vm
