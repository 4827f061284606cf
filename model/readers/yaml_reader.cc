// A loop over libyaml's events with an explicit stack: no recursion, so depth costs memory only, and that is
// bounded. libyaml counts characters; a cursor turns its marks into byte offsets in amortised constant time.
#include "model/readers/yaml_reader.h"

#include <yaml.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic_codes.h"
#include "model/readers/document_builder.h"
#include "model/readers/yaml_scalar.h"

namespace writ::model {
namespace {

// Copies that aliases and merge keys may make: this many for each node that the text itself has, and a start
// that lets small documents use them freely. Real descriptions stay below 1.
constexpr std::size_t kCopiesPerNode = 16;
constexpr std::size_t kFreeCopies = std::size_t{1} << 16;

constexpr std::string_view kCoreTagPrefix = "tag:yaml.org,2002:";

class Parser {
 public:
  explicit Parser(std::string_view text) {
    ok_ = yaml_parser_initialize(&parser_) != 0;
    if (!ok_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (ok_) yaml_parser_delete(&parser_);
  }
  bool Next(yaml_event_t& event) { return ok_ && yaml_parser_parse(&parser_, &event) != 0; }
  const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_;
  bool ok_ = false;
};

struct Event {
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&raw); }
  yaml_event_t raw{};
};

std::string_view TextOf(const yaml_char_t* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

class Reader {
 public:
  Reader(FileId file, std::string_view text, std::size_t offset, const Limits& limits, DiagnosticSink& sink)
      : builder_(file, text, 0),
        text_(text),
        parser_(text.substr(offset)),
        limits_(limits),
        sink_(sink),
        start_(offset),
        cursor_(offset) {}

  std::optional<Document> Run() {
    bool has_root = false;
    for (;;) {
      Event event;
      if (!parser_.Next(event.raw)) {
        ReportSyntax();
        return std::nullopt;
      }
      switch (event.raw.type) {
        case YAML_NO_EVENT:
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
          break;
        case YAML_STREAM_END_EVENT:
          if (!has_root)
            sink_.Report(DiagnosticCode::kEmptyInput, builder_.SpanAt(0, 0), "the file holds no document");
          return has_root ? std::optional<Document>(builder_.Finish()) : std::nullopt;
        case YAML_DOCUMENT_START_EVENT:
          if (has_root) {
            const std::size_t at = ByteOf(event.raw.start_mark);
            sink_.Report(DiagnosticCode::kSeveralDocuments,
                         builder_.SpanAt(at, std::min(at + 3, text_.size())),
                         "a second document starts here and is not read",
                         "put each description into a file of its own");
            return builder_.Finish();
          }
          has_root = true;
          break;
        case YAML_ALIAS_EVENT:
        case YAML_SCALAR_EVENT:
        case YAML_SEQUENCE_START_EVENT:
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_START_EVENT:
        case YAML_MAPPING_END_EVENT:
          if (!HandleNode(event.raw)) return std::nullopt;
          break;
      }
    }
  }

 private:
  struct Frame {
    NodeId node = kNoNode;
    bool is_map = false;
    bool is_flow = false;
    bool has_key = false;  // the next node is the value of `key`
    bool key_is_merge = false;
    bool has_merge = false;    // some member is a merge key
    std::uint32_t height = 0;  // levels of containers among the children
    std::size_t first = 0;     // of its children in pending_
    KeyText key;
    std::string anchor;
  };
  struct Anchor {
    NodeId node = kNoNode;
    std::uint32_t end = 0;     // 0 while the node is open
    std::uint32_t height = 0;  // levels of containers, the node's own included
  };

  std::size_t ByteOf(const yaml_mark_t& mark) {
    // Marks go back a little at most, so both directions are walked.
    while (cursor_index_ < mark.index && cursor_ < text_.size()) {
      ++cursor_;
      while (cursor_ < text_.size() && (static_cast<unsigned char>(text_[cursor_]) & 0xC0) == 0x80) ++cursor_;
      ++cursor_index_;
    }
    while (cursor_index_ > mark.index && cursor_ > start_) {
      --cursor_;
      while (cursor_ > start_ && (static_cast<unsigned char>(text_[cursor_]) & 0xC0) == 0x80) --cursor_;
      --cursor_index_;
    }
    return cursor_;
  }

  void ReportSyntax() {
    const yaml_parser_t& state = parser_.state();
    const std::string problem = state.problem == nullptr ? "out of memory" : state.problem;
    switch (state.error) {
      case YAML_READER_ERROR: {
        const std::size_t at = std::min(start_ + state.problem_offset, text_.size());
        char name[32];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(state.problem_value));
        sink_.Report(DiagnosticCode::kInvalidYaml, builder_.SpanAt(at, std::min(at + 1, text_.size())),
                     "not YAML: control character " + std::string(name) + " is not allowed in a document",
                     "remove it, or write it as an escape in a double-quoted text");
        return;
      }
      case YAML_SCANNER_ERROR:
      case YAML_PARSER_ERROR: {
        const std::size_t at = ByteOf(state.problem_mark);
        std::string help;
        if (at < text_.size() && text_[at] == '\t') help = "YAML is indented with spaces, never with tabs";
        Diagnostic& diagnostic =
            sink_.Report(DiagnosticCode::kInvalidYaml, builder_.SpanAt(at, at), "not YAML: " + problem, help);
        if (state.context != nullptr && state.context_mark.index != state.problem_mark.index) {
          const std::size_t from = ByteOf(state.context_mark);
          diagnostic.labels.push_back({builder_.SpanAt(from, from), state.context});
        }
        return;
      }
      case YAML_NO_ERROR:
      case YAML_MEMORY_ERROR:
      case YAML_COMPOSER_ERROR:
      case YAML_WRITER_ERROR:
      case YAML_EMITTER_ERROR:
        sink_.Report(DiagnosticCode::kInvalidYaml, builder_.SpanAt(start_, start_), "not YAML: " + problem);
        return;
    }
  }

  // One node event. False after a diagnostic that makes the document unusable.
  bool HandleNode(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        return AtKey() ? AliasKey(event) : Alias(event);
      case YAML_SCALAR_EVENT:
        return AtKey() ? ScalarKey(event) : Scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return Open(event, NodeKind::kArray, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                    TextOf(event.data.sequence_start.anchor), TextOf(event.data.sequence_start.tag));
      case YAML_MAPPING_START_EVENT:
        return Open(event, NodeKind::kObject, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                    TextOf(event.data.mapping_start.anchor), TextOf(event.data.mapping_start.tag));
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return Close(event);
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_START_EVENT:
      case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return true;
  }

  bool AtKey() const { return !frames_.empty() && frames_.back().is_map && !frames_.back().has_key; }
  NodeId Parent() const { return frames_.empty() ? kNoNode : frames_.back().node; }
  // The key for the node about to be added; the frame is then ready for the next key.
  KeyText TakeKey() {
    if (frames_.empty()) return {};
    frames_.back().has_key = false;
    return std::exchange(frames_.back().key, {});
  }
  // A node whose key is no text hangs below the map but is not among its children.
  void Adopt(NodeId id) {
    if (!frames_.empty() && std::exchange(frames_.back().key_is_merge, false)) merges_.push_back(id);
    if (!frames_.empty() && frames_.back().is_map && builder_.node(id).key_end == 0) return;
    pending_.push_back(id);
  }
  bool HasRoom(std::size_t at) {
    if (builder_.size() < limits_.document_nodes) return true;
    sink_.Report(DiagnosticCode::kDocumentTooLarge, builder_.SpanAt(at, at),
                 "more than " + std::to_string(limits_.document_nodes) + " values in one document");
    return false;
  }
  void CheckTag(std::string_view tag, const yaml_event_t& event) {
    if (tag.empty() || tag == "!" || tag.substr(0, kCoreTagPrefix.size()) == kCoreTagPrefix) return;
    if (++unknown_tags_ > limits_.input_diagnostics) return;
    const std::size_t at = ByteOf(event.start_mark);
    sink_.Report(DiagnosticCode::kUnknownTag, builder_.SpanAt(at, ByteOf(event.end_mark)),
                 "tag `" + std::string(tag) + "` is not known; its value is read as plain data");
  }
  void Remember(std::string_view anchor, NodeId id, std::uint32_t end, std::uint32_t height) {
    if (!anchor.empty()) anchors_[std::string(anchor)] = {id, end, height};
  }

  // Without white space and comments that libyaml counts to a block scalar.
  std::size_t TrimmedEnd(std::size_t begin, std::size_t end) const {
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' ')) --end;
    return end;
  }

  bool Scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const std::string_view tag = TextOf(scalar.tag);
    const std::size_t begin = ByteOf(event.start_mark);
    if (!HasRoom(begin)) return false;
    const std::size_t end = TrimmedEnd(begin, ByteOf(event.end_mark));
    CheckTag(tag, event);
    const KeyText key = TakeKey();
    const NodeId id = builder_.Add(NodeKind::kString, Parent(), key, begin, end);
    CoreScalar core;
    const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if ((tag.empty() && is_plain) || IsResolvedTag(tag)) core = ResolveCoreScalar(value);
    if (tag == "tag:yaml.org,2002:null" && core.kind != NodeKind::kNull) core = {};
    Node& node = builder_.node(id);
    node.kind = core.kind;
    node.bool_value = core.bool_value;
    if (core.kind == NodeKind::kNumber) {
      node.text = builder_.Keep(core.number, begin);
    } else if (core.kind == NodeKind::kString) {
      node.text = builder_.Keep(value, is_plain ? begin : begin + 1);
    }
    Remember(TextOf(scalar.anchor), id, static_cast<std::uint32_t>(builder_.size()), 0);
    Adopt(id);
    return true;
  }
  static bool IsResolvedTag(std::string_view tag) {
    if (tag.substr(0, kCoreTagPrefix.size()) != kCoreTagPrefix) return false;
    tag.remove_prefix(kCoreTagPrefix.size());
    return tag == "int" || tag == "float" || tag == "bool" || tag == "null";
  }

  // Keys are text whatever they look like: the response key 200 is "200".
  void SetKey(std::string_view text, std::size_t offset, std::size_t begin, std::size_t end) {
    Frame& frame = frames_.back();
    frame.key.text = builder_.Keep(text, offset);
    frame.key.begin = static_cast<std::uint32_t>(begin);
    frame.key.end = static_cast<std::uint32_t>(std::max(end, begin + 1));
    frame.has_key = true;
  }
  bool ScalarKey(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const std::size_t begin = ByteOf(event.start_mark);
    const std::size_t end = TrimmedEnd(begin, ByteOf(event.end_mark));
    const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    SetKey(value, is_plain ? begin : begin + 1, begin, end);
    Frame& frame = frames_.back();
    if (value == "<<" && is_plain) frame.key_is_merge = frame.has_merge = true;
    if (scalar.anchor != nullptr) {
      if (!HasRoom(begin)) return false;
      // The anchored key as a node of its own, seen by aliases only.
      const NodeId id = builder_.Add(NodeKind::kString, frame.node, {}, begin, end);
      builder_.node(id).text = frame.key.text;
      Remember(TextOf(scalar.anchor), id, static_cast<std::uint32_t>(builder_.size()), 0);
    }
    return true;
  }

  // The anchor an alias names; null after a diagnostic.
  const Anchor* FindAnchor(const yaml_event_t& event) {
    const std::string name(TextOf(event.data.alias.anchor));
    const auto it = anchors_.find(name);
    const Span span = builder_.SpanAt(ByteOf(event.start_mark), ByteOf(event.end_mark));
    if (it == anchors_.end()) {
      sink_.Report(DiagnosticCode::kUnknownAlias, span, "alias `*" + name + "` names no anchor before it");
      return nullptr;
    }
    if (it->second.end == 0) {
      const std::uint32_t begin = builder_.node(it->second.node).value_begin;
      Diagnostic& diagnostic = sink_.Report(DiagnosticCode::kRecursiveAlias, span,
                                            "alias `*" + name + "` stands inside the node it repeats",
                                            "use a `$ref` for a recursive schema");
      diagnostic.labels.push_back({builder_.SpanAt(begin, begin), "the anchor is here"});
      return nullptr;
    }
    return &it->second;
  }
  bool AliasKey(const yaml_event_t& event) {
    const Anchor* anchor = FindAnchor(event);
    if (anchor == nullptr) return false;
    const Node& node = builder_.node(anchor->node);
    const std::size_t begin = ByteOf(event.start_mark);
    const std::size_t end = ByteOf(event.end_mark);
    if (node.kind == NodeKind::kArray || node.kind == NodeKind::kObject) {
      ReportKey(begin, end);
      frames_.back().has_key = true;  // the value is read and left out
      return true;
    }
    const std::string_view written = text_.substr(node.value_begin, node.value_end - node.value_begin);
    SetKey(node.kind == NodeKind::kString ? node.text : written, node.value_begin, begin, end);
    return true;
  }
  void ReportKey(std::size_t begin, std::size_t end) {
    if (++bad_keys_ > limits_.input_diagnostics) return;
    sink_.Report(DiagnosticCode::kUnsupportedKey, builder_.SpanAt(begin, end),
                 "a key that is a list or a map; the entry is skipped", "quote it if it is meant as text");
  }

  // Asks for `count` copies that reach down `height` levels below the open containers.
  bool MayCopy(std::size_t count, std::size_t height, const Span& span) {
    if (frames_.size() + height > limits_.document_depth) {
      sink_.Report(
          DiagnosticCode::kDocumentTooDeep, span,
          "nested more than " + std::to_string(limits_.document_depth) + " levels deep through aliases");
      return false;
    }
    const std::size_t written = builder_.size() - copies_;
    if (copies_ + count > kFreeCopies + kCopiesPerNode * written) {
      sink_.Report(DiagnosticCode::kAliasExpansion, span,
                   "aliases stand for more than " + std::to_string(kFreeCopies + kCopiesPerNode * written) +
                       " values here, " + std::to_string(written) + " were written");
      return false;
    }
    if (builder_.size() + count > limits_.document_nodes) return HasRoomFor(count, span);
    copies_ += count;
    return true;
  }
  bool HasRoomFor(std::size_t count, const Span& span) {
    sink_.Report(DiagnosticCode::kDocumentTooLarge, span,
                 std::to_string(builder_.size() + count) +
                     " values in one document, aliases expanded; the limit is " +
                     std::to_string(limits_.document_nodes));
    return false;
  }

  bool Alias(const yaml_event_t& event) {
    const Anchor* found = FindAnchor(event);
    if (found == nullptr) return false;
    const Anchor anchor = *found;
    const std::size_t begin = ByteOf(event.start_mark);
    const std::size_t end = ByteOf(event.end_mark);
    if (!MayCopy(anchor.end - static_cast<std::uint32_t>(anchor.node), anchor.height,
                 builder_.SpanAt(begin, end)))
      return false;
    const NodeId id = builder_.CopySubtree(anchor.node, anchor.end, Parent(), TakeKey());
    // The copy itself is where the alias stands; what is in it keeps the places of the text that was
    // repeated.
    builder_.node(id).value_begin = static_cast<std::uint32_t>(begin);
    builder_.node(id).value_end = static_cast<std::uint32_t>(end);
    if (!frames_.empty()) frames_.back().height = std::max(frames_.back().height, anchor.height);
    Adopt(id);
    return true;
  }

  bool Open(const yaml_event_t& event, NodeKind kind, bool is_flow, std::string_view anchor,
            std::string_view tag) {
    const std::size_t begin = ByteOf(event.start_mark);
    if (!HasRoom(begin)) return false;
    if (frames_.size() >= limits_.document_depth) {
      sink_.Report(DiagnosticCode::kDocumentTooDeep,
                   builder_.SpanAt(begin, std::min(begin + 1, text_.size())),
                   "nested more than " + std::to_string(limits_.document_depth) + " levels deep");
      return false;
    }
    CheckTag(tag, event);
    bool is_key = false;
    if (AtKey()) {
      ReportKey(begin, ByteOf(event.end_mark));
      is_key = true;
    }
    const KeyText key = is_key ? KeyText{} : TakeKey();
    const NodeId id = builder_.Add(kind, Parent(), key, begin, begin);
    if (!is_key) {
      Adopt(id);
    } else {
      frames_.back().has_key = true;  // its value is read next, and left out
    }
    Remember(anchor, id, 0, 0);
    Frame frame;
    frame.node = id;
    frame.is_map = kind == NodeKind::kObject;
    frame.is_flow = is_flow;
    frame.first = pending_.size();
    frame.anchor = anchor;
    frames_.push_back(std::move(frame));
    return true;
  }

  bool Close(const yaml_event_t& event) {
    Frame frame = std::move(frames_.back());
    std::size_t end = ByteOf(event.end_mark);
    if (!frame.is_flow) {
      // libyaml ends a block at the token after it: take the end of the last child as written, before merges.
      const std::size_t limit = end;
      end = builder_.node(frame.node).value_begin;
      for (std::size_t i = frame.first; i < pending_.size(); ++i) {
        const Node& node = builder_.node(pending_[i]);
        end = std::max(end, std::min<std::size_t>(limit, std::max(node.key_end, node.value_end)));
      }
    }
    if (frame.has_merge && !Merge(frame)) return false;
    frames_.pop_back();
    children_.assign(pending_.begin() + static_cast<std::ptrdiff_t>(frame.first), pending_.end());
    pending_.resize(frame.first);
    builder_.node(frame.node).value_end = static_cast<std::uint32_t>(end);
    builder_.Close(frame.node, children_, limits_, sink_);
    const std::uint32_t height = frame.height + 1;
    if (!frames_.empty()) frames_.back().height = std::max(frames_.back().height, height);
    if (!frame.anchor.empty()) {
      const auto it = anchors_.find(frame.anchor);
      // The name may have been given to another node in the meantime.
      if (it != anchors_.end() && it->second.node == frame.node) {
        it->second = {frame.node, static_cast<std::uint32_t>(builder_.size()), height};
      }
    }
    return true;
  }

  // Puts the members of merged maps in the place of `<<`. Written members win, then earlier maps
  // (yaml.org/type/merge).
  bool Merge(const Frame& frame) {
    std::vector<NodeId> members(pending_.begin() + static_cast<std::ptrdiff_t>(frame.first), pending_.end());
    const auto is_merge = [this](NodeId id) {
      return std::binary_search(merges_.begin(), merges_.end(), id);
    };
    std::unordered_map<std::string_view, bool> taken;
    for (const NodeId member : members) {
      if (!is_merge(member)) taken.emplace(builder_.node(member).key, true);
    }
    pending_.resize(frame.first);
    for (const NodeId member : members) {
      if (!is_merge(member)) {
        pending_.push_back(member);
        continue;
      }
      std::vector<NodeId> maps;
      bool is_valid = builder_.node(member).kind == NodeKind::kObject;
      if (is_valid) maps.push_back(member);
      if (builder_.node(member).kind == NodeKind::kArray) {
        maps = ChildrenOf(member);
        is_valid = std::all_of(maps.begin(), maps.end(),
                               [this](NodeId id) { return builder_.node(id).kind == NodeKind::kObject; });
      }
      const Span span = builder_.SpanAt(builder_.node(member).key_begin, builder_.node(member).key_end);
      if (!is_valid) {
        sink_.Report(DiagnosticCode::kInvalidMergeKey, span, "`<<` merges neither a map nor a list of maps",
                     "write `<<: *name`, or quote the key if it is meant as text");
        continue;
      }
      for (const NodeId map : maps) {
        for (const NodeId source : ChildrenOf(map)) {
          const Node& node = builder_.node(source);
          const KeyText key{node.key, node.key_begin, node.key_end};
          if (!taken.emplace(key.text, true).second) continue;
          const std::uint32_t end = EndOf(source);
          if (!MayCopy(end - static_cast<std::uint32_t>(source), 0, span)) return false;
          pending_.push_back(builder_.CopySubtree(source, end, frame.node, key));
        }
      }
    }
    return true;
  }
  std::vector<NodeId> ChildrenOf(NodeId id) {
    const Node& node = builder_.node(id);
    const auto first = builder_.all_children().begin() + node.first_child;
    return {first, first + node.child_count};
  }
  // One past the last node of a closed subtree: follows the greatest child down.
  std::uint32_t EndOf(NodeId id) {
    for (;;) {
      const std::vector<NodeId> children = ChildrenOf(id);
      if (children.empty()) return static_cast<std::uint32_t>(id) + 1;
      id = *std::max_element(children.begin(), children.end());
    }
  }

  DocumentBuilder builder_;
  std::string_view text_;
  Parser parser_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  std::size_t start_;   // bytes before the first character libyaml sees
  std::size_t cursor_;  // byte offset of the character cursor_index_
  std::size_t cursor_index_ = 0;
  std::vector<Frame> frames_;
  std::vector<NodeId> pending_;   // children of the open containers, innermost last
  std::vector<NodeId> merges_;    // values of merge keys, ascending
  std::vector<NodeId> children_;  // scratch
  std::unordered_map<std::string, Anchor> anchors_;
  std::size_t copies_ = 0;  // nodes made by aliases and merges
  std::size_t unknown_tags_ = 0;
  std::size_t bad_keys_ = 0;
};

}  // namespace

std::optional<Document> ReadYaml(FileId file, std::string_view text, std::size_t offset, const Limits& limits,
                                 DiagnosticSink& sink) {
  return Reader(file, text, offset, limits, sink).Run();
}

}  // namespace writ::model
