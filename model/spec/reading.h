// What every part of ReadApi shares: the document, the version, references, and bounded diagnostics. Internal
// to model/spec. Covered through tests/model/spec/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/spec/api_spec.h"

namespace writ::model {

enum class SpecVersion : std::uint8_t {
#define SPEC_FORMAT(id, member, prefix, name) id,
#include "model/spec/formats.def"
};

inline bool IsOpenApi2(SpecVersion version) {
  return version == SpecVersion::kOpenApi20;
}
// Schemas are JSON Schema 2020-12: type lists, boolean schemas, siblings of `$ref`.
inline bool HasJsonSchema(SpecVersion version) {
  return version >= SpecVersion::kOpenApi31;
}

// Diagnostics about one description: each (code, node) once however often the node is read through
// references, the first `limits.input_diagnostics` errors and as many warnings, the rest counted.
class SpecReporter {
 public:
  SpecReporter(const Document& document, const Limits& limits, DiagnosticSink& sink)
      : document_(document), limits_(limits), sink_(sink) {}

  // At the narrowest place that names `node`: its value when that is a scalar, otherwise its key.
  void Report(DiagnosticCode code, NodeId node, std::string message, std::string help = {});
  // True if Report would list it; for callers whose help is costly to work out.
  bool WouldShow(DiagnosticCode code, NodeId node) const;
  // Hands all to the sink in the order of the file, and says how much was not shown.
  void Finish();

 private:
  struct Problem {
    DiagnosticCode code;
    Span span;
    std::string message, help;
  };
  static std::uint64_t KeyOf(DiagnosticCode code, NodeId node) {
    return static_cast<std::uint64_t>(code) << 32 | static_cast<std::uint32_t>(node);
  }
  bool IsFull(DiagnosticCode code) const;

  const Document& document_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  std::unordered_set<std::uint64_t> seen_;
  std::vector<Problem> problems_;
  std::size_t errors_ = 0, warnings_ = 0, hidden_errors_ = 0, hidden_warnings_ = 0;
};

// A word for what a node is: "an object", "a list", "a number".
std::string_view DescribeKind(NodeKind kind);

class Reading {
 public:
  Reading(Api& api, SpecVersion version, std::string_view file_name, const Limits& limits,
          DiagnosticSink& sink);

  Api& api;
  const Document& document;
  const SpecVersion version;
  const Limits& limits;
  SpecReporter reporter;
  std::unordered_map<std::string_view, const SecurityScheme*> security_schemes;  // those of the API by name

  const Node& node(NodeId id) const { return document.node(id); }
  static Place PlaceOf(NodeId id) { return {0, id}; }
  bool IsObject(NodeId id) const { return id != kNoNode && node(id).kind == NodeKind::kObject; }

  // Members. A member that is missing or null gives kNoNode or nothing; one of the wrong kind is reported as
  // well.
  NodeId Object(NodeId parent, std::string_view key);
  NodeId Array(NodeId parent, std::string_view key);
  bool Flag(NodeId parent, std::string_view key, bool default_value);
  // Numbers and booleans give their text as written, as unquoted YAML is easily one of them.
  std::optional<std::string_view> Text(NodeId parent, std::string_view key);
  // The strings of a list; other items are reported and left out.
  std::vector<std::string_view> Texts(NodeId parent, std::string_view key);
  // True if `id` is of `kind`; otherwise reports that `what` is not.
  bool Expect(NodeId id, NodeKind kind, std::string_view what);
  // The text of a scalar node as written; nothing for null and containers.
  std::optional<std::string_view> ScalarText(NodeId id) const;

  // Whether the `$ref` of an object replaces it: always, but for schemas of 3.1 with keywords beside the
  // `$ref`.
  enum class Position : std::uint8_t { kOther, kSchema };
  bool IsReference(NodeId id, Position position) const;
  // `id`, or where it leads in the end if it is a reference. kNoNode, reported once, when that is nowhere, in
  // another file, or in a circle.
  NodeId Resolve(NodeId id, Position position = Position::kOther);
  // The same for the `$ref` of `id` whatever stands beside it.
  NodeId TargetOf(NodeId id, Position position);
  // One step: where the reference text `reference`, written at `at`, leads.
  NodeId Follow(NodeId at, std::string_view reference);

  // Lower case, in the API's arena when it differs.
  std::string_view LowerCase(std::string_view text);
  // Asks for room for `count` more records of the model. False, with one error, when references multiply the
  // description beyond reason.
  bool MayAdd(std::size_t count, NodeId at);
  bool is_too_large() const { return record_count_ > kRecordLimit; }

 private:
  // Records that the model may hold for one description: parameters, responses, media types, headers,
  // requirements. Each is one to two hundred bytes. The largest known descriptions have some 50,000.
  static constexpr std::size_t kRecordLimit = 1'000'000;

  NodeId FollowAnchor(std::string_view anchor);
  NodeId ReportMissing(NodeId at, std::string_view reference, std::string_view pointer);

  std::string_view file_name_;                          // last segment of the description's name
  std::unordered_map<std::uint64_t, NodeId> resolved_;  // by position and node that holds a `$ref`
  std::unordered_set<std::uint32_t> external_;          // `$ref` members that lead to another file
  std::unordered_map<std::string_view, NodeId>
      anchors_;  // `$anchor` and `$id` of the document, filled at the first need
  bool has_anchors_ = false;
  std::size_t record_count_ = 0;
};

}  // namespace writ::model
