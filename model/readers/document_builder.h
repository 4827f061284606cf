// Puts a Document together, for the readers alone. Nodes are added in the order of the file, parents before
// children, so the subtree of a closed node is the range of ids from it to the last one added before it was
// closed.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/document.h"

namespace writ::model {

// A member's key before its value is known.
struct KeyText {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class DocumentBuilder {
 public:
  // `text` is the file's text and outlives the document; `expected_nodes` is room to reserve.
  DocumentBuilder(FileId file, std::string_view text, std::size_t expected_nodes);

  std::string_view text() const { return text_; }
  Span SpanAt(std::size_t begin, std::size_t end) const {
    return {document_.file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::size_t size() const { return document_.nodes_.size(); }
  Node& node(NodeId id) { return document_.nodes_[static_cast<std::size_t>(id)]; }
  const std::vector<NodeId>& all_children() const { return document_.children_; }

  NodeId Add(NodeKind kind, NodeId parent, const KeyText& key, std::size_t begin, std::size_t end);
  // Makes `children` the children of `id`. Members of an object whose key is taken are reported to `sink`
  // (the first wins) and left out; at most `limits.input_diagnostics` of them per file are reported one by
  // one.
  void Close(NodeId id, std::vector<NodeId>& children, const Limits& limits, DiagnosticSink& sink);
  // A copy of the nodes `from` to `end` (a closed subtree) below `parent`, under `key`.
  NodeId CopySubtree(NodeId from, std::uint32_t end, NodeId parent, const KeyText& key);
  // The bytes at `offset` of the file when they are `bytes`, otherwise a copy in the document's arena.
  std::string_view Keep(std::string_view bytes, std::size_t offset);
  Document Finish();

 private:
  void ReportDuplicate(NodeId duplicate, NodeId first, const Limits& limits, DiagnosticSink& sink);

  Document document_;
  std::string_view text_;
  std::size_t duplicate_count_ = 0;
  std::vector<NodeId> by_key_;   // scratch of Close
  std::vector<NodeId> dropped_;  // scratch of Close
};

}  // namespace writ::model
