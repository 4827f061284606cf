// Lookup by key and by JSON pointer (RFC 6901).
#include "model/document.h"

#include <algorithm>

namespace writ::model {
namespace {

// One reference token with `~1` and `~0` undone. False for a `~` that is followed by anything else.
bool DecodeToken(std::string_view token, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return false;
    out += token[i] == '0' ? '~' : '/';
  }
  return true;
}

// An array index as RFC 6901 writes it: digits without a leading zero.
std::optional<std::size_t> DecodeIndex(std::string_view token) {
  if (token.empty() || token.size() > 9 || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t value = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

}  // namespace

NodeId Document::Find(NodeId id, std::string_view key) const {
  if (id == kNoNode) return kNoNode;
  const Node& object = node(id);
  if (object.kind != NodeKind::kObject) return kNoNode;
  const auto raw = static_cast<std::uint32_t>(id);
  const auto large = std::lower_bound(large_objects_.begin(), large_objects_.end(), raw,
                                      [](const LargeObject& o, std::uint32_t n) { return o.node < n; });
  if (object.child_count > kLargeObject && large != large_objects_.end() && large->node == raw) {
    const auto first = sorted_.begin() + large->first;
    const auto last = first + object.child_count;
    const auto hit = std::lower_bound(
        first, last, key, [this](NodeId child, std::string_view k) { return node(child).key < k; });
    return hit != last && node(*hit).key == key ? *hit : kNoNode;
  }
  for (const NodeId child : children(id)) {
    if (node(child).key == key) return child;
  }
  return kNoNode;
}

NodeId Document::At(std::string_view pointer) const {
  if (nodes_.empty()) return kNoNode;
  NodeId at = root();
  std::string token;
  while (!pointer.empty()) {
    if (pointer[0] != '/') return kNoNode;
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    if (!DecodeToken(pointer.substr(0, end), token)) return kNoNode;
    pointer.remove_prefix(end);
    if (node(at).kind == NodeKind::kArray) {
      const std::optional<std::size_t> index = DecodeIndex(token);
      if (!index || *index >= node(at).child_count) return kNoNode;
      at = children(at)[*index];
    } else {
      at = Find(at, token);
      if (at == kNoNode) return kNoNode;
    }
  }
  return at;
}

std::string Document::PointerOf(NodeId id) const {
  std::vector<NodeId> path;
  for (; id != kNoNode && id != root(); id = parent(id)) path.push_back(id);
  std::string out;
  for (auto it = path.rbegin(); it != path.rend(); ++it) {
    const Node& n = node(*it);
    out += '/';
    if (node(parent(*it)).kind == NodeKind::kArray) {
      out += std::to_string(n.index);
      continue;
    }
    for (const char c : n.key) {
      if (c == '~') {
        out += "~0";
      } else if (c == '/') {
        out += "~1";
      } else {
        out += c;
      }
    }
  }
  return out;
}

Span Document::ValueSpan(NodeId id) const {
  if (id == kNoNode) return {};
  const Node& n = node(id);
  return {file_, n.value_begin, n.value_end};
}

Span Document::KeySpan(NodeId id) const {
  if (id == kNoNode) return {};
  const Node& n = node(id);
  if (n.key_end == 0) return ValueSpan(id);
  return {file_, n.key_begin, n.value_end};
}

std::string_view Document::StringOf(NodeId id) const {
  if (id == kNoNode || node(id).kind != NodeKind::kString) return {};
  return node(id).text;
}

std::optional<bool> Document::BoolOf(NodeId id) const {
  if (id == kNoNode || node(id).kind != NodeKind::kBool) return std::nullopt;
  return node(id).bool_value;
}

}  // namespace writ::model
