// report.sarif: SARIF 2.1.0 (OASIS) within what GitHub code scanning ingests. Findings are results of kind
// `fail`, waived ones carry a suppression, undecided ones are of kind `open`. Traffic findings stand at the
// operation's place in the description where there is one, because a merge request can show that. Covered by
// tests/report/writers/sarif_test.cc and scripts/validate-artifacts.
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/version.h"
#include "report/writers.h"
#include "report/writers/canonical_json.h"
#include "report/writers/line_hash.h"
#include "report/writers/uri.h"
#include "report/writers/wording.h"

namespace writ::report {
namespace {

// GitHub's documented bounds: a file with more is refused whole.
constexpr std::size_t kMaxResults = 25'000;
constexpr std::size_t kMaxRelated = 100;
constexpr std::size_t kMaxTags = 20;

constexpr std::string_view kRootId = "%SRCROOT%";

std::string_view LevelOf(const std::string& severity) {
  const int rank = SeverityRank(severity);
  return rank <= 1 ? "error" : rank == 2 ? "warning" : "note";
}

// CVSS-like bands: over 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low. Empty: not a security
// severity.
std::string_view SecuritySeverityOf(const std::string& severity) {
  static const char* const band[] = {"9.5", "8.0", "5.5", "2.5", ""};
  return band[std::min(SeverityRank(severity), 4)];
}

std::string_view RoleOf(Input::Role role) {
  switch (role) {
    case Input::Role::kData:
      return "userSpecifiedConfiguration";
    case Input::Role::kDescription:
    case Input::Role::kRecording:
      return "analysisTarget";
    case Input::Role::kPolicy:
      return "policy";
  }
  return "";
}

// The first that is not empty: GitHub refuses empty strings.
const std::string& OneOf(const std::string& first, const std::string& second, const std::string& third) {
  return !first.empty() ? first : !second.empty() ? second : third;
}

class Sarif {
 public:
  Sarif(const Report& report, const SourceMap& sources) : report_(report), sources_(sources) {}

  std::string Render() {
    Prepare();
    json_.BeginObject();
    json_.Text("$schema",
               "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json_.Key("runs").BeginArray();
    Run();
    json_.EndArray();
    json_.Text("version", "2.1.0").EndObject();
    return json_.Take();
  }

 private:
  // Which findings, in which order, and the hashes of the lines they stand on.
  void Prepare() {
    for (std::size_t i = 0; i < report_.inputs.size(); ++i) artifact_of_.emplace(report_.inputs[i].name, i);
    order_.resize(report_.findings.size());
    std::iota(order_.begin(), order_.end(), 0u);
    const auto rank = [&](std::uint32_t index) {
      const Finding& finding = report_.findings[index];
      const int verdict = finding.verdict == "fail" ? 0 : finding.verdict == "waived" ? 2 : 1;
      return std::make_pair(verdict, SeverityRank(report_.rules[finding.rule].severity));
    };
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    left_out_ = order_.size() > kMaxResults ? order_.size() - kMaxResults : 0;
    order_.resize(order_.size() - left_out_);
    std::map<FileId, std::vector<std::uint32_t>> lines;
    for (const std::uint32_t index : order_) {
      const Location& anchor = AnchorOf(report_.findings[index]);
      if (anchor.span.valid()) lines[anchor.span.file].push_back(anchor.begin.line);
    }
    for (const auto& [file, wanted] : lines) hashes_[file] = LineHashes(sources_.file(file).text(), wanted);
  }

  // The place that a merge request can show: the main one if it is in a file, else the first related one that
  // is.
  static const Location& AnchorOf(const Finding& finding) {
    if (finding.main.kind == Location::Kind::kFile) return finding.main;
    for (const Location& place : finding.related) {
      if (place.kind == Location::Kind::kFile && place.has_position()) return place;
    }
    return finding.main;
  }

  void Message(std::string_view name, const std::string& text) {
    json_.Key(name).BeginObject().Text("text", text).EndObject();
  }

  void Artifact(const std::string& name) {
    json_.Key("artifactLocation").BeginObject();
    const auto hit = artifact_of_.find(name);
    if (hit != artifact_of_.end()) json_.Number("index", hit->second);
    json_.Text("uri", UriOf(name)).Text("uriBaseId", kRootId).EndObject();
  }

  // A location, or nothing for one without a file (an undecided subject may have none).
  static bool IsPlace(const Location& place) {
    return place.kind == Location::Kind::kExchange ? !place.recording.empty() : !place.file.empty();
  }

  void Place(const Location& place, std::size_t id) {
    json_.BeginObject();
    if (id > 0) json_.Number("id", id);
    if (place.kind == Location::Kind::kFile && !place.pointer.empty()) {
      json_.Key("logicalLocations").BeginArray().BeginObject();
      json_.Text("fullyQualifiedName", place.pointer).EndObject().EndArray();
    }
    if (place.kind == Location::Kind::kExchange && !place.label.empty()) Message("message", place.label);
    json_.Key("physicalLocation").BeginObject();
    if (place.kind == Location::Kind::kExchange) {
      Artifact(place.recording);
      json_.Key("region")
          .BeginObject()
          .Number("byteLength", place.length)
          .Number("byteOffset", place.offset)
          .EndObject();
    } else {
      Artifact(place.file);
      if (place.has_position()) {
        // One line: a merge request shows an alert only if every line of its region was changed.
        json_.Key("region").BeginObject();
        json_.Number("endColumn", std::max(place.first_line_end.column, place.begin.column))
            .Number("endLine", place.begin.line);
        json_.Number("startColumn", place.begin.column).Number("startLine", place.begin.line).EndObject();
      }
    }
    json_.EndObject().EndObject();
  }

  void Run() {
    json_.BeginObject();
    json_.Key("artifacts").BeginArray();
    for (const Input& input : report_.inputs) {
      json_.BeginObject();
      if (!input.sha256.empty()) json_.Key("hashes").BeginObject().Text("sha-256", input.sha256).EndObject();
      if (input.bytes) json_.Number("length", *input.bytes);
      json_.Key("location")
          .BeginObject()
          .Text("uri", UriOf(input.name))
          .Text("uriBaseId", kRootId)
          .EndObject();
      json_.Key("roles").BeginArray().String(RoleOf(input.role)).EndArray().EndObject();
    }
    json_.EndArray();
    json_.Key("automationDetails").BeginObject();
    json_.Text("id", report_.project.empty() ? "writ/" : "writ/" + report_.project + "/").EndObject();
    json_.Text("columnKind", "unicodeCodePoints");
    json_.Key("invocations").BeginArray();
    Invocation();
    json_.EndArray();
    json_.Key("originalUriBaseIds").BeginObject().Key(kRootId).BeginObject();
    Message("description", "The folder of writ.yaml, or of the file named on the command line.");
    json_.EndObject().EndObject();
    json_.Key("properties")
        .BeginObject()
        .Text("gate", report_.gate.passed ? "pass" : "fail")
        .Text("now", report_.now)
        .EndObject();
    json_.Key("results").BeginArray();
    for (const std::uint32_t index : order_) Result(report_.findings[index]);
    json_.EndArray();
    json_.Key("tool").BeginObject().Key("driver").BeginObject();
    json_.Text("name", "Writ").Key("rules").BeginArray();
    for (const Rule& rule : report_.rules) Descriptor(rule);
    json_.EndArray().Text("semanticVersion", kToolVersion).EndObject().EndObject();
    json_.EndObject();
  }

  void Notification(std::string_view level, const std::string& text) {
    json_.BeginObject().Text("level", level);
    Message("message", text);
    json_.EndObject();
  }

  void Invocation() {
    json_.BeginObject()
        .Flag("executionSuccessful", report_.input_errors == 0)
        .Key("toolExecutionNotifications")
        .BeginArray();
    for (const std::string& problem : report_.input_problems)
      Notification("error", problem.empty() ? "an input could not be used" : problem);
    for (const CapabilityNote& note : report_.capability_notes) Notification("note", CapabilityText(note));
    for (const Rule& rule : report_.rules) {
      if (rule.status != "evaluated")
        Notification("note", rule.id + " is " + rule.status + ": " + StatusText(rule));
    }
    if (left_out_ > 0)
      Notification("warning", Quantity(left_out_, "more finding") + " of lower severity: see report.json");
    json_.EndArray().EndObject();
  }

  void Descriptor(const Rule& rule) {
    json_.BeginObject();
    json_.Key("defaultConfiguration").BeginObject().Text("level", LevelOf(rule.severity)).EndObject();
    Message("fullDescription", OneOf(rule.description, rule.rationale, OneOf(rule.title, rule.id, rule.id)));
    json_.Key("help").BeginObject();
    std::string plain, markdown;
    const auto add = [&](const char* heading, const std::string& text) {
      if (text.empty()) return;
      plain += (plain.empty() ? "" : "\n\n") + std::string(heading) + ": " + text;
      markdown += (markdown.empty() ? "" : "\n\n") + std::string("**") + heading + "**\n\n" + text;
    };
    add("How to fix", rule.remediation);
    add("Why", rule.rationale);
    add("Controls", ControlsText(rule));
    if (rule.fix_within > 0) add("Fix within", FormatDuration(rule.fix_within));
    if (plain.empty()) plain = markdown = OneOf(rule.title, rule.id, rule.id);
    json_.Text("markdown", markdown).Text("text", plain).EndObject();
    json_.Text("id", rule.id).Text("name", rule.id.substr(rule.id.rfind('.') + 1));
    json_.Key("properties").BeginObject();
    json_.Text("precision", rule.confidence.empty() ? "high" : rule.confidence);
    const std::string_view level = LevelOf(rule.severity);
    json_.Text("problem.severity", level == "note" ? "recommendation" : level);
    if (!SecuritySeverityOf(rule.severity).empty())
      json_.Text("security-severity", SecuritySeverityOf(rule.severity));
    std::vector<std::string> tags{"security"};
    for (const Control& control : rule.controls) {
      tags.push_back(control.framework == "cwe" ? "external/cwe/cwe-" + control.id
                                                : control.framework + ":" + control.id);
    }
    if (!rule.impact.empty()) tags.push_back("impact:" + rule.impact);
    tags.insert(tags.end(), rule.tags.begin(), rule.tags.end());
    if (tags.size() > kMaxTags) tags.resize(kMaxTags);
    json_.Texts("tags", tags).EndObject();
    Message("shortDescription", OneOf(rule.title, rule.id, rule.id));
    json_.EndObject();
  }

  void Result(const Finding& finding) {
    const Rule& rule = report_.rules[finding.rule];
    const bool is_decided = finding.verdict == "fail" || finding.verdict == "waived";
    const Location& anchor = AnchorOf(finding);
    json_.BeginObject();
    json_.Text("kind", is_decided ? "fail" : "open")
        .Text("level", is_decided ? LevelOf(rule.severity) : "none");
    if (IsPlace(anchor)) {
      json_.Key("locations").BeginArray();
      Place(anchor, 0);
      json_.EndArray();
    }
    std::string text = OneOf(finding.message, finding.subject, rule.id);
    if (!is_decided) {
      const bool is_error = finding.verdict == "error";
      text = (is_error ? "error, not decided: " : "not decided: ") +
             OneOf(finding.reason, finding.message, finding.subject);
    }
    Message("message", text);
    if (finding.count > 0)
      json_.Number("occurrenceCount", std::min<std::uint64_t>(finding.count, 0x7fffffff));
    json_.Key("partialFingerprints").BeginObject();
    const std::string line_hash = LineHash(finding, anchor);
    if (!line_hash.empty()) json_.Text("primaryLocationLineHash", line_hash);
    json_.Text("writFingerprint/v1", finding.fingerprint).EndObject();
    json_.Key("properties").BeginObject().Text("api", finding.api);
    json_.Flag("blocks", finding.blocks).Text("reason", finding.reason).Text("subject", finding.subject);
    json_.Text("verdict", finding.verdict).EndObject();
    Related(finding, anchor);
    json_.Text("ruleId", rule.id).Number("ruleIndex", finding.rule);
    if (finding.waiver) Suppression(*finding.waiver);
    json_.EndObject();
  }

  // Without a line the uploader computes nothing and takes what is given: then the identity is our own.
  std::string LineHash(const Finding& finding, const Location& anchor) const {
    const auto file = hashes_.find(anchor.span.file);
    if (anchor.span.valid() && file != hashes_.end()) {
      const auto line = file->second.find(anchor.begin.line);
      return line == file->second.end() ? std::string() : line->second;
    }
    return finding.fingerprint.empty() || anchor.has_position() ? std::string()
                                                                : finding.fingerprint.substr(0, 16) + ":1";
  }

  static bool IsSamePlace(const Location& a, const Location& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == Location::Kind::kExchange) return a.recording == b.recording && a.ordinal == b.ordinal;
    return a.file == b.file && a.begin == b.begin && a.end == b.end;
  }

  void Related(const Finding& finding, const Location& anchor) {
    std::vector<const Location*> places;
    if (&anchor != &finding.main) places.push_back(&finding.main);
    for (const Location& place : finding.related) {
      if (&place != &anchor) places.push_back(&place);
    }
    for (const Location& place : finding.places) {
      if (places.size() >= kMaxRelated) break;
      if (!IsSamePlace(place, finding.main)) places.push_back(&place);
    }
    places.erase(
        std::remove_if(places.begin(), places.end(), [](const Location* place) { return !IsPlace(*place); }),
        places.end());
    if (places.empty()) return;
    if (places.size() > kMaxRelated) places.resize(kMaxRelated);
    json_.Key("relatedLocations").BeginArray();
    for (std::size_t i = 0; i < places.size(); ++i) Place(*places[i], i + 1);
    json_.EndArray();
  }

  void Suppression(const std::string& name) {
    json_.Key("suppressions").BeginArray().BeginObject();
    const auto waiver = std::find_if(report_.waivers.begin(), report_.waivers.end(),
                                     [&](const Waiver& candidate) { return candidate.name == name; });
    const bool is_known = waiver != report_.waivers.end();
    json_.Text("justification", is_known && !waiver->reason.empty() ? waiver->reason : name);
    json_.Text("kind", "external").Key("properties").BeginObject();
    if (is_known) json_.Text("approved_by", waiver->approved_by).Text("author", waiver->author);
    if (is_known && !waiver->ticket.empty()) json_.Text("ticket", waiver->ticket);
    if (is_known) json_.Text("until", waiver->until);
    json_.Text("waiver", name).EndObject().Text("status", "accepted").EndObject().EndArray();
  }

  const Report& report_;
  const SourceMap& sources_;
  CanonicalJson json_;
  std::map<std::string, std::size_t> artifact_of_;
  std::vector<std::uint32_t> order_;
  std::size_t left_out_ = 0;
  std::map<FileId, std::map<std::uint32_t, std::string>> hashes_;
};

}  // namespace

std::string RenderSarif(const Report& report, const SourceMap& sources) {
  return Sarif(report, sources).Render();
}

}  // namespace writ::report
