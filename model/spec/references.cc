// `$ref`: RFC 6901 pointers in URI fragments (RFC 3986), plain-name anchors, chains and circles. Part of
// Reading. Covered by tests/model/spec/references_test.cc.
#include <algorithm>
#include <string>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/spec/reading.h"

namespace writ::model {
namespace {

// Names beyond this are neither suggestions nor worth one.
constexpr std::size_t kLongName = 120;
// Marks the holders of references that are being followed: coming back to one is a circle.
constexpr NodeId kInResolution{0xfffffffeu};

// Members beside a `$ref` that say nothing about what is valid.
bool IsDocumentation(std::string_view key) {
  return key == "$ref" || key == "description" || key == "summary" || key == "title" ||
         key == "externalDocs" || key == "$comment" || key == "example" || key == "examples" ||
         key.substr(0, 2) == "x-";
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// `%20` undone; a `%` that is no escape stays.
std::string PercentDecode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0) {
      out += static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string Shown(std::string_view text) {
  if (text.size() <= kLongName) return std::string(text);
  return std::string(CodePointSlice(text, 0, kLongName)) + "…";
}

}  // namespace

bool Reading::IsReference(NodeId id, Position position) const {
  if (!IsObject(id) || document.Find(id, "$ref") == kNoNode) return false;
  if (position != Position::kSchema || !HasJsonSchema(version)) return true;
  // 3.1: a `$ref` with keywords beside it is a schema that also holds what it refers to. Mere documentation
  // beside it makes none.
  const auto children = document.children(id);
  return std::all_of(children.begin(), children.end(),
                     [this](NodeId child) { return IsDocumentation(node(child).key); });
}

NodeId Reading::Resolve(NodeId id, Position position) {
  return IsReference(id, position) ? TargetOf(id, position) : id;
}

NodeId Reading::TargetOf(NodeId id, Position position) {
  const auto key_of = [position](NodeId n) {
    return static_cast<std::uint64_t>(position) << 32 | static_cast<std::uint32_t>(n);
  };
  NodeId at = id;
  std::vector<std::uint64_t> passed;  // holders of a reference on the way: all lead to the same end
  do {
    const std::uint64_t key = key_of(at);
    const auto end = resolved_.find(key);
    if (end != resolved_.end()) {
      at = end->second;
      break;
    }
    passed.push_back(key);
    resolved_.emplace(key, kInResolution);
    const NodeId reference = document.Find(at, "$ref");
    if (!Expect(reference, NodeKind::kString, "`$ref`")) {
      at = kNoNode;
      break;
    }
    at = Follow(reference, document.StringOf(reference));
    if (at != kNoNode && node(at).kind != NodeKind::kObject && node(at).kind != NodeKind::kBool) {
      reporter.Report(DiagnosticCode::kWrongStructure, reference,
                      "reference `" + Shown(document.StringOf(reference)) + "` leads to " +
                          std::string(DescribeKind(node(at).kind)) + ", not to an object");
      at = kNoNode;
    }
  } while (IsReference(at, position));
  if (at == kInResolution) {
    const NodeId reference = document.Find(id, "$ref");
    reporter.Report(DiagnosticCode::kReferenceCycle, reference,
                    "reference `" + Shown(document.StringOf(reference)) + "` leads only back to itself");
    at = kNoNode;
  }
  for (const std::uint64_t key : passed) resolved_[key] = at;
  return at;
}

NodeId Reading::Follow(NodeId at, std::string_view reference) {
  const std::size_t hash = std::min(reference.find('#'), reference.size());
  std::string_view address = reference.substr(0, hash);
  if (address.substr(0, 2) == "./") address.remove_prefix(2);
  const bool is_own = address.empty() || address == file_name_ ||
                      address == document.StringOf(document.Find(document.root(), "$self"));
  if (!is_own) {
    // A schema of this document may carry the address as its `$id`.
    const NodeId embedded = HasJsonSchema(version) ? FollowAnchor(address) : kNoNode;
    if (embedded != kNoNode && hash + 1 >= reference.size()) return embedded;
    if (embedded == kNoNode) {
      if (external_.insert(static_cast<std::uint32_t>(at)).second) ++api.external_reference_count;
      reporter.Report(DiagnosticCode::kExternalReference, at,
                      "reference to `" + Shown(reference) + "` is not followed",
                      "bundle the description into one file");
      return kNoNode;
    }
  }
  const std::string fragment =
      PercentDecode(hash < reference.size() ? reference.substr(hash + 1) : std::string_view{});
  NodeId target = kNoNode;
  if (fragment.empty() || fragment[0] == '/') {
    target = document.At(fragment);
    // Some tools percent-encode nothing and some names hold `%`: what is written is a second chance.
    if (target == kNoNode && hash < reference.size()) target = document.At(reference.substr(hash + 1));
  } else {
    target = FollowAnchor(fragment);
  }
  return target != kNoNode ? target : ReportMissing(at, reference, fragment);
}

NodeId Reading::FollowAnchor(std::string_view anchor) {
  if (!has_anchors_) {
    has_anchors_ = true;
    // Only nodes below the root's tree, in the order of the file; the first holder of a name wins.
    std::vector<NodeId> stack = {document.root()};
    while (!stack.empty()) {
      const NodeId id = stack.back();
      stack.pop_back();
      for (const char* key : {"$anchor", "$dynamicAnchor", "$id"}) {
        const std::string_view name = document.StringOf(document.Find(id, key));
        if (!name.empty()) anchors_.emplace(name, id);
      }
      const auto children = document.children(id);
      stack.insert(stack.end(), children.rbegin(), children.rend());
    }
  }
  const auto hit = anchors_.find(anchor);
  return hit == anchors_.end() ? kNoNode : hit->second;
}

NodeId Reading::ReportMissing(NodeId at, std::string_view reference, std::string_view pointer) {
  if (!reporter.WouldShow(DiagnosticCode::kMissingReference, at)) {
    reporter.Report(DiagnosticCode::kMissingReference, at, {});
    return kNoNode;
  }
  // The last object on the way, and the name that it lacks.
  std::string help;
  std::size_t good = 0;
  NodeId parent = document.root();
  while (good < pointer.size() && pointer[good] == '/') {
    const std::size_t end = std::min(pointer.find('/', good + 1), pointer.size());
    const NodeId next = document.At(pointer.substr(0, end));
    if (next == kNoNode) break;
    parent = next;
    good = end;
  }
  if (good < pointer.size() && pointer[good] == '/' && IsObject(parent)) {
    const std::size_t end = std::min(pointer.find('/', good + 1), pointer.size());
    const std::string_view wanted = pointer.substr(good + 1, end - good - 1);
    std::vector<std::string> names;
    for (const NodeId child : document.children(parent)) {
      if (node(child).key.size() <= kLongName) names.emplace_back(node(child).key);
    }
    std::string nearest;
    if (wanted.size() <= kLongName) nearest = Nearest(wanted, names);
    if (!nearest.empty()) {
      help = "did you mean `#" + document.PointerOf(document.Find(parent, nearest)) + "`?";
    } else {
      help = "there is no `" + Shown(wanted) + "` in `#" + Shown(document.PointerOf(parent)) + "`";
    }
  }
  reporter.Report(DiagnosticCode::kMissingReference, at, "reference `" + Shown(reference) + "` leads nowhere",
                  std::move(help));
  return kNoNode;
}

}  // namespace writ::model
