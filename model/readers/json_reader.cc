// One pass of simdjson's on-demand iterator. Strings without escapes and all numbers stay views into the
// file's text, so a document costs its nodes and little else. When simdjson stops, FindJsonError says where
// and why.
#include "model/readers/json_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic_codes.h"
#include "model/readers/document_builder.h"
#include "model/readers/json_error.h"

namespace writ::model {
namespace {

namespace ondemand = simdjson::ondemand;

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

enum class Trouble : std::uint8_t { kNone, kSyntax, kReported };

class Reader {
 public:
  Reader(FileId file, std::string_view text, std::size_t offset, std::size_t expected_nodes,
         const Limits& limits, DiagnosticSink& sink)
      : builder_(file, text, expected_nodes), text_(text), offset_(offset), limits_(limits), sink_(sink) {}

  Trouble Run(ondemand::parser& parser, const simdjson::padded_string& padded) {
    base_ = padded.data();
    ondemand::document document;
    if (parser.iterate(padded).get(document)) return Trouble::kSyntax;
    document_ = &document;
    ondemand::value root;
    if (document.get_value().get(root)) return ScalarRoot(document);
    const Trouble trouble = Value(root, kNoNode, {}, 1);
    if (trouble != Trouble::kNone) return trouble;
    const char* next = nullptr;
    // After the root there must be nothing left to point at.
    return document.current_location().get(next) ? Trouble::kNone : Trouble::kSyntax;
  }
  Document Finish() { return builder_.Finish(); }

 private:
  // The offset in the file of a place in the padded copy.
  std::size_t OffsetOf(const char* p) const { return static_cast<std::size_t>(p - base_) + offset_; }

  // A document that is one scalar, which simdjson does not give as a value.
  Trouble ScalarRoot(ondemand::document& document) {
    std::string_view token;
    if (document.raw_json_token().get(token) || token.empty()) return Trouble::kSyntax;
    const std::size_t begin = OffsetOf(token.data());
    if (begin >= text_.size()) return Trouble::kSyntax;
    Trouble trouble = Trouble::kNone;
    if (token[0] == '"') {
      trouble = Text(begin, kNoNode, {}) ? Trouble::kNone : Trouble::kSyntax;
    } else {
      trouble = Scalar(token, begin, kNoNode, {});
    }
    if (trouble != Trouble::kNone) return trouble;
    const std::string_view rest = text_.substr(builder_.node(NodeId{0}).value_end);
    return std::all_of(rest.begin(), rest.end(), IsSpace) ? Trouble::kNone : Trouble::kSyntax;
  }

  Trouble Value(ondemand::value value, NodeId parent, const KeyText& key, std::size_t depth) {
    std::string_view token = value.raw_json_token();
    if (token.empty()) return Trouble::kSyntax;
    const std::size_t begin = OffsetOf(token.data());
    if (begin >= text_.size()) return Trouble::kSyntax;
    if (builder_.size() >= limits_.document_nodes) {
      sink_.Report(DiagnosticCode::kDocumentTooLarge, builder_.SpanAt(begin, begin + 1),
                   "more than " + std::to_string(limits_.document_nodes) + " values in one document");
      return Trouble::kReported;
    }
    switch (token[0]) {
      case '{':
      case '[': {
        const bool is_object = token[0] == '{';
        if (depth > limits_.document_depth) {
          sink_.Report(DiagnosticCode::kDocumentTooDeep, builder_.SpanAt(begin, begin + 1),
                       "nested more than " + std::to_string(limits_.document_depth) + " levels deep");
          return Trouble::kReported;
        }
        const NodeId id =
            builder_.Add(is_object ? NodeKind::kObject : NodeKind::kArray, parent, key, begin, begin + 1);
        pending_.push_back(id);
        return is_object ? Object(value, id, depth) : Array(value, id, depth);
      }
      case '"': {
        return Text(begin, parent, key) ? Trouble::kNone : Trouble::kSyntax;
      }
      default:
        return Scalar(token, begin, parent, key);
    }
  }

  bool Text(std::size_t begin, NodeId parent, const KeyText& key) {
    std::string_view decoded;
    std::size_t end = 0;
    if (!String(begin, decoded, end)) return false;
    const NodeId id = builder_.Add(NodeKind::kString, parent, key, begin, end);
    builder_.node(id).text = decoded;
    pending_.push_back(id);
    return true;
  }

  Trouble Scalar(std::string_view token, std::size_t begin, NodeId parent, const KeyText& key) {
    while (!token.empty() && IsSpace(token.back())) token.remove_suffix(1);
    if (token.size() > text_.size() - begin) return Trouble::kSyntax;
    NodeKind kind = NodeKind::kNumber;
    if (token == "true" || token == "false") {
      kind = NodeKind::kBool;
    } else if (token == "null") {
      kind = NodeKind::kNull;
    } else if (!IsJsonNumber(token)) {
      return Trouble::kSyntax;
    }
    const NodeId id = builder_.Add(kind, parent, key, begin, begin + token.size());
    Node& node = builder_.node(id);
    node.bool_value = token == "true";
    if (kind == NodeKind::kNumber) node.text = text_.substr(begin, token.size());
    pending_.push_back(id);
    return Trouble::kNone;
  }

  Trouble Object(ondemand::value& value, NodeId id, std::size_t depth) {
    ondemand::object object;
    if (value.get_object().get(object)) return Trouble::kSyntax;
    const std::size_t first = pending_.size();
    for (auto result : object) {
      ondemand::field field;
      if (std::move(result).get(field)) return Trouble::kSyntax;
      KeyText key;
      const std::size_t begin = OffsetOf(field.key().raw()) - 1;
      std::size_t end = 0;
      if (!String(begin, key.text, end)) return Trouble::kSyntax;
      key.begin = static_cast<std::uint32_t>(begin);
      key.end = static_cast<std::uint32_t>(end);
      const Trouble trouble = Value(field.value(), id, key, depth + 1);
      if (trouble != Trouble::kNone) return trouble;
    }
    Close(id, first);
    return Trouble::kNone;
  }

  Trouble Array(ondemand::value& value, NodeId id, std::size_t depth) {
    ondemand::array array;
    if (value.get_array().get(array)) return Trouble::kSyntax;
    const std::size_t first = pending_.size();
    for (auto result : array) {
      ondemand::value item;
      if (std::move(result).get(item)) return Trouble::kSyntax;
      const Trouble trouble = Value(item, id, {}, depth + 1);
      if (trouble != Trouble::kNone) return trouble;
    }
    Close(id, first);
    return Trouble::kNone;
  }

  // The bracket that closes `id` is the last byte before the next token that is not white space.
  void Close(NodeId id, std::size_t first) {
    const char* next = nullptr;
    std::size_t end = text_.size();
    if (!document_->current_location().get(next)) end = std::min(end, OffsetOf(next));
    while (end > 0 && IsSpace(text_[end - 1])) --end;
    builder_.node(id).value_end = static_cast<std::uint32_t>(end);
    children_.assign(pending_.begin() + static_cast<std::ptrdiff_t>(first), pending_.end());
    pending_.resize(first);
    builder_.Close(id, children_, limits_, sink_);
  }

  // The string whose opening quote is at `begin`.
  bool String(std::size_t begin, std::string_view& decoded, std::size_t& end) {
    std::size_t from = begin + 1;
    bool has_escape = false;
    for (;;) {
      if (from >= text_.size()) return false;
      const char* data = text_.data();
      const void* hit = std::memchr(data + from, '"', text_.size() - from);
      if (hit == nullptr) return false;
      const auto quote = static_cast<std::size_t>(static_cast<const char*>(hit) - data);
      // A quote behind an odd number of backslashes is part of the text.
      std::size_t slashes = 0;
      while (quote - slashes > begin + 1 && data[quote - slashes - 1] == '\\') ++slashes;
      has_escape = has_escape || slashes > 0 || std::memchr(data + from, '\\', quote - from) != nullptr;
      if (slashes % 2 == 0) {
        end = quote + 1;
        break;
      }
      from = quote + 1;
    }
    const std::string_view body = text_.substr(begin + 1, end - begin - 2);
    if (!has_escape) {
      decoded = body;
      return true;
    }
    const std::optional<std::string> text = UnescapeJson(body);
    if (!text) return false;
    decoded = builder_.Keep(*text, text_.size());
    return true;
  }

  DocumentBuilder builder_;
  std::string_view text_;
  std::size_t offset_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  const char* base_ = nullptr;
  ondemand::document* document_ = nullptr;
  std::vector<NodeId> pending_;   // children of the containers that are open, innermost last
  std::vector<NodeId> children_;  // scratch
};

}  // namespace

bool IsUtf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::optional<Document> ReadJson(FileId file, std::string_view text, std::size_t offset, const Limits& limits,
                                 DiagnosticSink& sink, bool& is_syntax) {
  is_syntax = false;
  // Every value but the first follows a bracket or a comma: an upper bound that is close for real
  // descriptions. Room that is reserved and not touched costs nothing.
  const std::size_t expected =
      static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '[' || c == '{'; })) +
      1;
  Reader reader(file, text, offset, std::min(expected, limits.document_nodes), limits, sink);
  Trouble trouble = Trouble::kSyntax;
  {
    const simdjson::padded_string padded(text.substr(offset));
    ondemand::parser parser;
    trouble = reader.Run(parser, padded);
  }
  if (trouble == Trouble::kNone) return reader.Finish();
  if (trouble == Trouble::kReported) return std::nullopt;
  is_syntax = true;
  if (const std::optional<JsonError> error = FindJsonError(text, offset)) {
    sink.Report(DiagnosticCode::kInvalidJson,
                Span{file, static_cast<std::uint32_t>(error->begin), static_cast<std::uint32_t>(error->end)},
                "not JSON: " + error->message, error->help);
  } else {
    sink.Report(DiagnosticCode::kInvalidJson,
                Span{file, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset)},
                "not JSON: the reader gave up on it");
  }
  return std::nullopt;
}

}  // namespace writ::model
