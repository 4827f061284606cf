// A JSON or YAML document as an immutable tree with a place for every key and value.
// Nodes live in one array and are named by 32-bit ids; strings are views into the document's own arena or the source text.
// Numbers keep their text, so that 64-bit ids and decimals are never damaged. Covered by tests/model/document_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/source.h"

namespace writ::model {

enum class NodeId : std::uint32_t {};
inline constexpr NodeId kNoNode{0xffffffffu};

enum class NodeKind : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

// INVARIANT: children of a node are consecutive in `children_` order; a member's key is stored on the member's node. Members whose
// key was already taken are not among the children (their nodes stay, unreachable). Nesting never passes Limits::document_depth.
struct Node {
  NodeKind kind = NodeKind::kNull;
  bool bool_value = false;
  std::uint32_t parent = 0xffffffffu;
  std::uint32_t child_count = 0;
  std::uint32_t first_child = 0;      // index into Document::children()
  std::uint32_t index = 0;            // position among its parent's children
  std::uint32_t key_begin = 0, key_end = 0;      // bytes of the key in the file, 0,0 for array items and the root
  std::uint32_t value_begin = 0, value_end = 0;  // bytes of the value in the file
  std::string_view key;               // decoded key; empty for array items and the root
  std::string_view text;              // kString: decoded text; kNumber: the number's text as written (JSON grammar)
};

class Document {
 public:
  FileId file() const { return file_; }
  NodeId root() const { return NodeId{0}; }
  std::size_t size() const { return nodes_.size(); }
  const Node& node(NodeId id) const { return nodes_[static_cast<std::size_t>(id)]; }
  std::span<const NodeId> children(NodeId id) const {
    const Node& n = node(id);
    return {children_.data() + n.first_child, n.child_count};
  }
  // The member `key` of an object; kNoNode when there is none or `id` is no object or kNoNode.
  NodeId Find(NodeId id, std::string_view key) const;
  // The node at an RFC 6901 pointer ("" is the root); kNoNode when there is none.
  NodeId At(std::string_view pointer) const;
  // RFC 6901 pointer of a node.
  std::string PointerOf(NodeId id) const;
  Span ValueSpan(NodeId id) const;
  // Key and value for a member, the value alone otherwise: the smallest useful region that names the node.
  Span KeySpan(NodeId id) const;
  NodeId parent(NodeId id) const { return NodeId{node(id).parent}; }

  // For kString nodes, otherwise empty.
  std::string_view StringOf(NodeId id) const;
  std::optional<bool> BoolOf(NodeId id) const;

 private:
  friend class DocumentBuilder;
  // Objects with more members than this keep them sorted by key too, at `first` in sorted_.
  static constexpr std::uint32_t kLargeObject = 16;
  struct LargeObject {
    std::uint32_t node = 0;
    std::uint32_t first = 0;
  };
  FileId file_ = kNoFile;
  std::vector<Node> nodes_;
  std::vector<NodeId> children_;
  std::vector<LargeObject> large_objects_;  // in order of node
  std::vector<NodeId> sorted_;
  Arena arena_;
};

}  // namespace writ::model
