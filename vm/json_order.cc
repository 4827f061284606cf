// Compares trees of two documents without building anything but the sorted keys of objects. Recursion is bounded by
// Limits::document_depth, which readers enforce.
#include "vm/json_order.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "vm/access.h"

namespace writ::vm {
namespace {

using model::Document;
using model::Node;
using model::NodeId;
using model::NodeKind;

int Sign(int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; }

// ± 0.d₁d₂… · 10^exponent with d₁ ≠ 0; no digits for zero. Exponents are clamped far outside of what any text can need.
struct Number {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

Number ReadNumber(std::string_view text) {
  Number number;
  std::size_t i = 0;
  if (i < text.size() && text[i] == '-') number.negative = true, ++i;
  std::int64_t before_point = 0;
  bool after_point = false;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.') {
      after_point = true;
      continue;
    }
    if (number.digits.empty() && text[i] == '0') {
      if (after_point) --before_point;
      continue;
    }
    number.digits += text[i];
    if (!after_point) ++before_point;
  }
  std::int64_t written = 0;
  if (i < text.size()) {
    ++i;
    const bool minus = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    constexpr std::int64_t kFar = std::int64_t{1} << 56;
    for (; i < text.size(); ++i) written = std::min(kFar, written * 10 + (text[i] - '0'));
    if (minus) written = -written;
  }
  while (!number.digits.empty() && number.digits.back() == '0') number.digits.pop_back();
  if (number.digits.empty()) return {};
  number.exponent = before_point + written;
  return number;
}

int CompareNumbers(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  const Number x = ReadNumber(a);
  const Number y = ReadNumber(b);
  const int x_sign = x.digits.empty() ? 0 : x.negative ? -1 : 1;
  const int y_sign = y.digits.empty() ? 0 : y.negative ? -1 : 1;
  if (x_sign != y_sign) return x_sign < y_sign ? -1 : 1;
  if (x_sign == 0) return 0;
  if (x.exponent != y.exponent) return (x.exponent < y.exponent ? -1 : 1) * x_sign;
  // Without trailing zeros the longer of two with one prefix is the larger, as with texts.
  return Sign(x.digits.compare(y.digits)) * x_sign;
}

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
    case NodeKind::kNumber: return CompareNumbers(x.text, y.text);
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
