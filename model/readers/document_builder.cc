// Nodes in the order of the file; duplicate members; copies for aliases. Covered through
// tests/model/readers/.
#include "model/readers/document_builder.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "base/diagnostic_codes.h"

namespace writ::model {

DocumentBuilder::DocumentBuilder(FileId file, std::string_view text, std::size_t expected_nodes)
    : text_(text) {
  document_.file_ = file;
  document_.nodes_.reserve(expected_nodes);
  document_.children_.reserve(expected_nodes);
}

NodeId DocumentBuilder::Add(NodeKind kind, NodeId parent, const KeyText& key, std::size_t begin,
                            std::size_t end) {
  const auto id = static_cast<NodeId>(document_.nodes_.size());
  Node& n = document_.nodes_.emplace_back();
  n.kind = kind;
  n.parent = static_cast<std::uint32_t>(parent);
  n.key = key.text;
  n.key_begin = key.begin;
  n.key_end = key.end;
  n.value_begin = static_cast<std::uint32_t>(begin);
  n.value_end = static_cast<std::uint32_t>(end);
  return id;
}

void DocumentBuilder::ReportDuplicate(NodeId duplicate, NodeId first, const Limits& limits,
                                      DiagnosticSink& sink) {
  if (++duplicate_count_ > limits.input_diagnostics) return;
  const Node& second = node(duplicate);
  Diagnostic& diagnostic =
      sink.Report(DiagnosticCode::kDuplicateKey, SpanAt(second.key_begin, second.key_end),
                  "key `" + std::string(second.key) + "` is used twice in one object; the first is kept",
                  "remove or rename one of them: other tools may take the other one");
  diagnostic.labels.push_back({SpanAt(node(first).key_begin, node(first).key_end), "first used here"});
}

void DocumentBuilder::Close(NodeId id, std::vector<NodeId>& children, const Limits& limits,
                            DiagnosticSink& sink) {
  if (node(id).kind == NodeKind::kObject && children.size() > 1) {
    dropped_.clear();
    if (children.size() <= Document::kLargeObject) {
      for (std::size_t i = 1; i < children.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (node(children[i]).key != node(children[k]).key) continue;
          ReportDuplicate(children[i], children[k], limits, sink);
          dropped_.push_back(children[i]);
          break;
        }
      }
    } else {
      by_key_ = children;
      std::stable_sort(by_key_.begin(), by_key_.end(),
                       [this](NodeId a, NodeId b) { return node(a).key < node(b).key; });
      std::vector<std::pair<NodeId, NodeId>> pairs;
      NodeId first = by_key_[0];
      for (std::size_t i = 1; i < by_key_.size(); ++i) {
        if (node(by_key_[i]).key != node(first).key) {
          first = by_key_[i];
        } else {
          pairs.emplace_back(by_key_[i], first);
        }
      }
      std::sort(pairs.begin(), pairs.end());
      for (const auto& pair : pairs) {
        ReportDuplicate(pair.first, pair.second, limits, sink);
        dropped_.push_back(pair.first);
      }
    }
    if (!dropped_.empty()) {
      // Both lists are in the order of the file, except for merged members; a sorted list serves both.
      std::sort(dropped_.begin(), dropped_.end());
      std::erase_if(children,
                    [this](NodeId c) { return std::binary_search(dropped_.begin(), dropped_.end(), c); });
    }
  }
  Node& n = node(id);
  n.first_child = static_cast<std::uint32_t>(document_.children_.size());
  n.child_count = static_cast<std::uint32_t>(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) node(children[i]).index = static_cast<std::uint32_t>(i);
  document_.children_.insert(document_.children_.end(), children.begin(), children.end());
}

NodeId DocumentBuilder::CopySubtree(NodeId from, std::uint32_t end, NodeId parent, const KeyText& key) {
  const auto begin = static_cast<std::uint32_t>(from);
  const auto base = static_cast<std::uint32_t>(document_.nodes_.size());
  WRIT_CHECK(begin < end && end <= base);
  const std::uint32_t shift = base - begin;
  for (std::uint32_t i = begin; i < end; ++i) {
    Node copy = document_.nodes_[i];
    if (i == begin) {
      copy.parent = static_cast<std::uint32_t>(parent);
      copy.key = key.text;
      copy.key_begin = key.begin;
      copy.key_end = key.end;
    } else {
      copy.parent += shift;
    }
    if (copy.child_count != 0) {
      const std::uint32_t first = static_cast<std::uint32_t>(document_.children_.size());
      for (std::uint32_t k = 0; k < copy.child_count; ++k) {
        const auto child = static_cast<std::uint32_t>(document_.children_[copy.first_child + k]);
        document_.children_.push_back(NodeId{child + shift});
      }
      copy.first_child = first;
    }
    document_.nodes_.push_back(copy);
  }
  return NodeId{base};
}

std::string_view DocumentBuilder::Keep(std::string_view bytes, std::size_t offset) {
  if (bytes.empty()) return {};
  if (offset <= text_.size() && text_.size() - offset >= bytes.size() &&
      text_.substr(offset, bytes.size()) == bytes) {
    return text_.substr(offset, bytes.size());
  }
  return document_.arena_.Copy(bytes);
}

Document DocumentBuilder::Finish() {
  for (std::uint32_t i = 0; i < document_.nodes_.size(); ++i) {
    const Node& n = document_.nodes_[i];
    if (n.kind != NodeKind::kObject || n.child_count <= Document::kLargeObject) continue;
    const auto first = static_cast<std::uint32_t>(document_.sorted_.size());
    const auto members = document_.children(NodeId{i});
    document_.sorted_.insert(document_.sorted_.end(), members.begin(), members.end());
    std::sort(document_.sorted_.begin() + first, document_.sorted_.end(),
              [this](NodeId a, NodeId b) { return node(a).key < node(b).key; });
    document_.large_objects_.push_back({i, first});
  }
  return std::move(document_);
}

}  // namespace writ::model
