// The only user of yaml-cpp: its events become ConfigNodes. Spans come from the marks of yaml-cpp, which count bytes.
#include "base/config.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include "base/diagnostic_codes.h"

namespace writ {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

// What anchors and aliases may add to a file by repeating its values.
constexpr std::size_t kRepeatedNodes = 100'000;
constexpr std::size_t kRepeatedBytes = std::size_t{16} << 20;

constexpr std::size_t kTokensPerLine = 200'000;

// Leaves the event handler through yaml-cpp once going on makes no sense; its diagnostic is already reported.
struct Stop {};

class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // streambuf has no read-only form; nothing writes here
    setg(begin, begin, begin + text.size());
  }
};

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Builder : public YAML::EventHandler {
 public:
  Builder(FileId file, std::string_view text, std::uint32_t shift, const Limits& limits, DiagnosticSink& sink)
      : file_(file), text_(text), shift_(shift), limits_(limits), sink_(sink),
        nodes_left_(std::min(kRepeatedNodes, limits.document_nodes)) {}

  ConfigNode TakeRoot() { return std::move(root_); }
  std::uint32_t OffsetOf(const YAML::Mark& mark) const {
    if (mark.is_null() || mark.pos < 0) return static_cast<std::uint32_t>(text_.size());
    return static_cast<std::uint32_t>(std::min(static_cast<std::size_t>(mark.pos), text_.size()));
  }
  Span SpanOf(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin) + shift_, static_cast<std::uint32_t>(end) + shift_};
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    ConfigNode node;
    const std::size_t begin = SkipProperties(OffsetOf(mark));
    const std::size_t length = NullLength(begin);
    // A value that is not written has the place where the last token ended.
    node.span = length > 0 ? SpanOf(begin, begin + length) : SpanOf(last_end_, last_end_);
    Add(std::move(node), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    ConfigNode node;
    node.kind = ConfigNode::Kind::kScalar;
    const std::size_t begin = SkipProperties(OffsetOf(mark));
    const std::size_t end = ScalarEnd(begin, value);
    if (end == std::string_view::npos) {
      // yaml-cpp takes a line break at the end of the file for the missing quote.
      Report(DiagnosticCode::kConfigSyntax, SpanOf(begin, begin + 1), "this quote is not closed");
      throw Stop{};
    }
    node.span = SpanOf(begin, end);
    CheckTag(tag, node.span);
    node.quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
    node.scalar = value;
    Add(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = OffsetOf(mark);
    std::size_t end = std::min(begin + 1, text_.size());
    while (end < text_.size() && !IsBlank(text_[end]) && std::string_view(",]}").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    const Span span = SpanOf(begin, end);
    for (const Frame& frame : stack_) {
      if (frame.anchor != anchor) continue;
      Report(DiagnosticCode::kConfigAlias, span,
                   "alias `" + std::string(text_.substr(begin, end - begin)) + "` stands inside the value that it repeats",
                   "write the value out");
      throw Stop{};
    }
    const auto it = anchors_.find(anchor);
    if (it == anchors_.end()) {
      Report(DiagnosticCode::kConfigAlias, span, "alias has no anchor");
      throw Stop{};
    }
    Charge(it->second, stack_.size(), span);
    last_end_ = end;
    ConfigNode copy = it->second;
    // The place of use is what a person has to look at; the parts keep the places where they are written.
    copy.span = span;
    Append(std::move(copy));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    Open(ConfigNode::Kind::kList, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    Open(ConfigNode::Kind::kMap, mark, tag, anchor, style);
  }
  void OnMapEnd() override {
    ReportDuplicates(stack_.back().node);
    Close();
  }

 private:
  struct Frame {
    ConfigNode node;
    YAML::anchor_t anchor = 0;
    bool flow = false;
    bool has_key = false;  // a key waits for its value
    ConfigNode key;
  };

  // Reports, and gives up on a file that has nothing but mistakes.
  Diagnostic& Report(DiagnosticCode code, Span span, std::string message, std::string help = {}) {
    if (++reported_ > limits_.input_diagnostics) throw Stop{};
    return sink_.Report(code, span, std::move(message), std::move(help));
  }

  void Open(ConfigNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const std::size_t begin = SkipProperties(OffsetOf(mark));
    Frame frame;
    frame.node.kind = kind;
    frame.node.span = SpanOf(begin, std::min(begin + 1, text_.size()));
    frame.anchor = anchor;
    frame.flow = style == YAML::EmitterStyle::Flow;
    if (stack_.size() >= limits_.config_depth) TooDeep(frame.node.span);
    CheckTag(tag, frame.node.span);
    last_end_ = std::max(last_end_, frame.flow ? std::min(begin + 1, text_.size()) : begin);
    stack_.push_back(std::move(frame));
  }

  void Close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    if (frame.flow) last_end_ = FlowEnd(last_end_);
    const std::uint32_t end = static_cast<std::uint32_t>(last_end_) + shift_;
    frame.node.span.end = std::max(frame.node.span.end, end);
    Remember(frame.node, frame.anchor);
    Append(std::move(frame.node));
  }

  void Add(ConfigNode node, YAML::anchor_t anchor) {
    last_end_ = std::max<std::size_t>(last_end_, node.span.end - shift_);
    Remember(node, anchor);
    Append(std::move(node));
  }

  void Append(ConfigNode node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.node.kind == ConfigNode::Kind::kList) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
      if (!node.is_scalar()) {
        const char* what = node.is_null() ? "a key is empty" : "a key is a list or a mapping";
        Report(DiagnosticCode::kConfigKeyNotText, node.span, what, "write the key as text, in quotes if need be");
      }
      frame.key = std::move(node);
      frame.has_key = true;
    } else {
      frame.node.members.push_back({std::move(frame.key), std::move(node)});
      frame.key = {};
      frame.has_key = false;
    }
  }

  void Remember(const ConfigNode& node, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    Charge(node, 0, node.span);
    anchors_[anchor] = node;
  }

  // Takes what a copy of `node` costs from the budget and holds its parts to the limit of depth.
  void Charge(const ConfigNode& node, std::size_t depth, Span span) {
    if (depth > limits_.config_depth) TooDeep(span);
    if (nodes_left_ == 0 || bytes_left_ < node.scalar.size()) {
      Report(DiagnosticCode::kConfigTooMuch, span, "anchors and aliases of this file stand for too many values",
                   "write the values out, or repeat less");
      throw Stop{};
    }
    --nodes_left_;
    bytes_left_ -= node.scalar.size();
    for (const ConfigNode& item : node.items) Charge(item, depth + 1, span);
    for (const auto& [key, value] : node.members) {
      Charge(key, depth + 1, span);
      Charge(value, depth + 1, span);
    }
  }

  [[noreturn]] void TooDeep(Span span) {
    Report(DiagnosticCode::kConfigTooDeep, span,
                 "nested more than " + std::to_string(limits_.config_depth) + " levels deep");
    throw Stop{};
  }

  void CheckTag(const std::string& tag, Span span) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    constexpr std::string_view kCore = "tag:yaml.org,2002:";
    if (tag.compare(0, kCore.size(), kCore) == 0) {
      const std::string name = tag.substr(kCore.size());
      for (const char* known : {"str", "int", "bool", "float", "null", "seq", "map"}) {
        if (name == known) return;
      }
    }
    Report(DiagnosticCode::kConfigTag, span, "tag `" + tag + "` has no meaning here", "remove the tag");
  }

  // Sorting instead of comparing all with all: a hostile file may have half a million keys.
  void ReportDuplicates(const ConfigNode& map) {
    std::vector<std::size_t> order(map.members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto name = [&](std::size_t i) -> const std::string& { return map.members[i].first.scalar; };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const int by_name = name(a).compare(name(b));
      return by_name != 0 ? by_name < 0 : a < b;
    });
    std::vector<std::pair<std::size_t, std::size_t>> found;  // the repetition, the one before
    for (std::size_t k = 1; k < order.size(); ++k) {
      const bool texts = map.members[order[k]].first.is_scalar() && map.members[order[k - 1]].first.is_scalar();
      if (texts && name(order[k]) == name(order[k - 1])) found.push_back({order[k], order[k - 1]});
    }
    std::sort(found.begin(), found.end());
    for (const auto& [again, before] : found) {
      Diagnostic& diagnostic = Report(DiagnosticCode::kConfigDuplicateKey, map.members[again].first.span,
                                      "key `" + name(again) + "` stands twice in this mapping", "remove or rename one");
      diagnostic.labels.push_back({map.members[before].first.span, "it stands here before"});
    }
  }

  // The mark of a node with an anchor or a tag points at those; the value comes behind.
  std::size_t SkipProperties(std::size_t i) const {
    const std::size_t start = i;
    while (i < text_.size() && (text_[i] == '&' || text_[i] == '!')) {
      while (i < text_.size() && !IsBlank(text_[i])) ++i;
      while (i < text_.size() && IsBlank(text_[i])) ++i;
    }
    return i < text_.size() ? i : start;
  }

  std::size_t NullLength(std::size_t i) const {
    for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
      if (text_.substr(i, word.size()) != word) continue;
      const std::size_t end = i + word.size();
      if (end == text_.size() || IsBlank(text_[end]) || std::string_view(",]}:").find(text_[end]) != std::string_view::npos) {
        return word.size();
      }
    }
    return 0;
  }

  // Where a scalar ends in its source; npos if it is a quoted one without an end.
  std::size_t ScalarEnd(std::size_t i, const std::string& value) const {
    if (i >= text_.size()) return i;
    if (text_[i] == '"') {
      for (std::size_t k = i + 1; k < text_.size(); ++k) {
        if (text_[k] == '\\') {
          ++k;
        } else if (text_[k] == '"') {
          return k + 1;
        }
      }
      return std::string_view::npos;
    }
    if (text_[i] == '\'') {
      for (std::size_t k = i + 1; k < text_.size(); ++k) {
        if (text_[k] != '\'') continue;
        if (k + 1 == text_.size() || text_[k + 1] != '\'') return k + 1;
        ++k;
      }
      return std::string_view::npos;
    }
    if (text_.substr(i, value.size()) == value) return i + value.size();
    // A block scalar, or a plain one over several lines: its first line is enough to find it.
    std::size_t end = i;
    while (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') ++end;
    return end;
  }

  // From the end of the last part of a flow collection to behind its closing bracket.
  std::size_t FlowEnd(std::size_t i) const {
    for (; i < text_.size(); ++i) {
      if (text_[i] == ']' || text_[i] == '}') return i + 1;
      if (text_[i] == '#') {
        while (i + 1 < text_.size() && text_[i + 1] != '\n') ++i;
      } else if (!IsBlank(text_[i]) && text_[i] != ',' && text_[i] != ':') {
        break;
      }
    }
    return i;
  }

  FileId file_;
  std::string_view text_;
  std::uint32_t shift_;  // bytes of the byte order mark in front of text_
  const Limits& limits_;
  DiagnosticSink& sink_;
  std::size_t nodes_left_;
  std::size_t bytes_left_ = kRepeatedBytes;
  std::size_t reported_ = 0;
  std::size_t last_end_ = 0;  // where the last token ended, in text_
  std::vector<Frame> stack_;
  ConfigNode root_;
  std::unordered_map<YAML::anchor_t, ConfigNode> anchors_;
};

// Stands in for the second document of a file, which nobody wants.
class Ignore : public YAML::EventHandler {
 public:
  bool seen = false;
  YAML::Mark mark;
  void OnDocumentStart(const YAML::Mark& at) override { seen = true, mark = at; throw Stop{}; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// Offset of a line with so many tokens that yaml-cpp, which keeps a line of them at a time, would need hundreds of
// megabytes for it.
std::optional<std::size_t> FindCrowdedLine(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') count = 0;
    if (std::string_view("[]{},:").find(text[i]) != std::string_view::npos && ++count > kTokensPerLine) return i;
  }
  return std::nullopt;
}

bool IsForbiddenControl(char c) {
  const unsigned char byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

}  // namespace

ConfigNode::ConfigNode() = default;
ConfigNode::ConfigNode(const ConfigNode&) = default;
ConfigNode::ConfigNode(ConfigNode&&) noexcept = default;
ConfigNode& ConfigNode::operator=(const ConfigNode&) = default;
ConfigNode& ConfigNode::operator=(ConfigNode&&) noexcept = default;
ConfigNode::~ConfigNode() = default;

const ConfigNode* ConfigNode::Find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name.scalar == key && name.is_scalar()) return &value;
  }
  return nullptr;
}

std::optional<ConfigNode> ParseConfig(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  std::string_view text = sources.file(file).text();
  if (text.size() > limits.config_bytes) {
    sink.ReportInput(DiagnosticCode::kInputTooLarge, sources.file(file).name(),
                     "larger than the limit of " + std::to_string(limits.config_bytes) + " bytes");
    return std::nullopt;
  }
  std::uint32_t shift = 0;
  if (text.substr(0, kBom.size()) == kBom) {
    shift = static_cast<std::uint32_t>(kBom.size());
    text.remove_prefix(kBom.size());
  }
  // YAML forbids them, and yaml-cpp would take NUL for another encoding and 0x04 for the end of the file.
  const auto control = std::find_if(text.begin(), text.end(), IsForbiddenControl);
  if (control != text.end()) {
    const std::uint32_t at = static_cast<std::uint32_t>(control - text.begin()) + shift;
    sink.Report(DiagnosticCode::kConfigSyntax, {file, at, at + 1}, "a control character is not allowed here",
                "write it as an escape in double quotes");
    return std::nullopt;
  }
  if (const auto crowded = FindCrowdedLine(text)) {
    const std::uint32_t at = static_cast<std::uint32_t>(*crowded) + shift;
    sink.Report(DiagnosticCode::kInputTooLarge, {file, at, at + 1},
                "this line has more than " + std::to_string(kTokensPerLine) + " brackets, commas and colons",
                "break it into several lines");
    return std::nullopt;
  }
  const std::size_t errors_before = sink.error_count();
  Builder builder(file, text, shift, limits, sink);
  const auto syntax_error = [&](const YAML::Mark& mark, const std::string& message) {
    const std::size_t at = builder.OffsetOf(mark);
    sink.Report(DiagnosticCode::kConfigSyntax, builder.SpanOf(at, std::min(at + 1, text.size())), message);
  };
  try {
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) {
      Ignore second;
      try {
        parser.HandleNextDocument(second);
      } catch (const Stop&) {
        const std::size_t at = builder.OffsetOf(second.mark);
        sink.Report(DiagnosticCode::kConfigSeveralDocuments, builder.SpanOf(at, std::min(at + 1, text.size())),
                    "a second document starts here", "split the file");
      }
    }
  } catch (const Stop&) {
    // Reported where it was thrown.
  } catch (const YAML::DeepRecursion& error) {
    const std::size_t at = builder.OffsetOf(error.mark);
    sink.Report(DiagnosticCode::kConfigTooDeep, builder.SpanOf(at, std::min(at + 1, text.size())),
                "nested more than " + std::to_string(limits.config_depth) + " levels deep");
  } catch (const YAML::Exception& error) {
    syntax_error(error.mark, error.msg);
  } catch (const std::exception&) {
    // yaml-cpp lets a few errors of the standard library out on hostile input.
    syntax_error(YAML::Mark::null_mark(), "the file cannot be read as YAML");
  }
  if (sink.error_count() != errors_before) return std::nullopt;
  return builder.TakeRoot();
}

}  // namespace writ
