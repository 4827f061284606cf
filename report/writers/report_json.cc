// report.json: the source of truth that every other artifact only renders. docs/report.schema.json is its
// contract and docs/reports.md its guide. Members are in canonical order by hand; CanonicalJson holds us to
// it. Covered by tests/report/writers/report_json_test.cc.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/version.h"
#include "report/writers.h"
#include "report/writers/canonical_json.h"

namespace writ::report {
namespace {

void TextIf(CanonicalJson& json, std::string_view name, const std::string& text) {
  if (!text.empty()) json.Text(name, text);
}
void TextIf(CanonicalJson& json, std::string_view name, const std::optional<std::string>& text) {
  if (text) json.Text(name, *text);
}

// The keys of a map in canonical order.
template <typename T>
std::vector<const std::pair<const std::string, T>*> Canonical(const std::map<std::string, T>& map) {
  std::vector<const std::pair<const std::string, T>*> out;
  for (const auto& entry : map) out.push_back(&entry);
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return Utf16Less(a->first, b->first); });
  return out;
}

void Write(CanonicalJson& json, const Counts& counts) {
  json.BeginObject()
      .Number("errors", counts.errors)
      .Number("examined", counts.examined())
      .Number("failed", counts.failed)
      .Number("indeterminate", counts.indeterminate)
      .Number("not_applicable", counts.not_applicable)
      .Number("passed", counts.passed)
      .Number("unmatched", counts.unmatched)
      .Number("waived", counts.waived)
      .EndObject();
}

void Write(CanonicalJson& json, const Location& at) {
  json.BeginObject();
  if (at.kind == Location::Kind::kExchange) {
    json.Text("kind", "exchange")
        .Text("label", at.label)
        .Number("length", at.length)
        .Number("offset", at.offset)
        .Number("ordinal", at.ordinal)
        .Text("recording", at.recording);
  } else {
    if (at.has_position()) json.Number("column", at.begin.column);
    if (at.has_position()) json.Number("end_column", at.end.column).Number("end_line", at.end.line);
    TextIf(json, "file", at.file);
    json.Flag("is_ancestor", at.is_ancestor).Text("kind", "file");
    if (at.has_position()) json.Number("line", at.begin.line);
    json.Text("pointer", at.pointer);
  }
  json.EndObject();
}

void Write(CanonicalJson& json, std::string_view name, const std::vector<Location>& places) {
  json.Key(name).BeginArray();
  for (const Location& place : places) Write(json, place);
  json.EndArray();
}

void Write(CanonicalJson& json, const Report& report, const Finding& finding) {
  json.BeginObject().Text("api", finding.api).Flag("blocks", finding.blocks).Number("count", finding.count);
  json.Number("episodes", finding.episodes);
  json.Key("evidence").BeginArray();
  for (const Evidence& evidence : finding.evidence) {
    json.BeginObject().Text("message", evidence.message).Key("place");
    Write(json, evidence.place);
    json.EndObject();
  }
  json.EndArray();
  json.Key("exchanges").BeginArray();
  for (const ExchangePlaces& exchanges : finding.exchanges) {
    json.BeginObject().Number("count", exchanges.count).Text("ordinals", exchanges.ordinals).Text("recording", exchanges.recording).EndObject();
  }
  json.EndArray();
  json.Text("fingerprint", finding.fingerprint).Texts("formerly", finding.formerly);
  json.Key("identity").BeginObject();
  for (const auto* entry : Canonical(finding.identity)) json.Text(entry->first, entry->second);
  json.EndObject();
  json.Key("main");
  Write(json, finding.main);
  json.Text("message", finding.message);
  Write(json, "places", finding.places);
  json.Text("reason", finding.reason);
  Write(json, "related", finding.related);
  json.Text("rule", report.rules[finding.rule].id)
      .Text("severity", report.rules[finding.rule].severity)
      .Text("subject", finding.subject)
      .Text("subject_kind", finding.subject_kind)
      .Text("verdict", finding.verdict);
  TextIf(json, "waiver", finding.waiver);
  json.EndObject();
}

void Write(CanonicalJson& json, const Rule& rule) {
  json.BeginObject().Key("by_api").BeginObject();
  for (const auto* entry : Canonical(rule.by_api)) {
    json.Key(entry->first);
    Write(json, entry->second);
  }
  json.EndObject();
  TextIf(json, "confidence", rule.confidence);
  json.Key("controls").BeginArray();
  for (const Control& control : rule.controls) {
    json.BeginObject().Text("framework", control.framework).Text("id", control.id).EndObject();
  }
  json.EndArray();
  TextIf(json, "cost", rule.cost);
  json.Key("counts");
  Write(json, rule.counts);
  if (rule.defined_at) {
    json.Key("defined_at");
    Write(json, *rule.defined_at);
  }
  TextIf(json, "description", rule.description);
  if (rule.fix_within > 0) {
    json.Number("fix_within_seconds", static_cast<std::uint64_t>(rule.fix_within / kNanosPerSecond));
  }
  json.Texts("formerly", rule.formerly).Text("id", rule.id);
  TextIf(json, "impact", rule.impact);
  json.Text("kind", rule.is_detect ? "detect" : "rule");
  TextIf(json, "owner", rule.owner);
  json.Text("policy", rule.policy);
  TextIf(json, "policy_version", rule.policy_version);
  TextIf(json, "rationale", rule.rationale);
  json.Texts("references", rule.references);
  TextIf(json, "remediation", rule.remediation);
  json.Text("severity", rule.severity).Text("status", rule.status);
  TextIf(json, "status_reason", rule.status_reason);
  json.Text("subject", rule.subject).Texts("tags", rule.tags).Text("title", rule.title).EndObject();
}

// Findings of one API by verdict; the failing ones by severity too.
void WriteFindingSummary(CanonicalJson& json, const Report& report,
                         const std::vector<std::uint32_t>& findings) {
  std::map<std::string, std::uint64_t> failing, verdicts;
  for (const char* severity : {"critical", "high", "medium", "low", "info"}) failing[severity] = 0;
  for (const std::uint32_t index : findings) {
    const Finding& finding = report.findings[index];
    ++verdicts[finding.verdict];
    if (finding.verdict == "fail") ++failing[report.rules[finding.rule].severity];
  }
  json.BeginObject().Number("error", verdicts["error"]).Number("fail", verdicts["fail"]);
  json.Key("fail_by_severity").BeginObject();
  for (const auto* entry : Canonical(failing)) json.Number(entry->first, entry->second);
  json.EndObject();
  json.Number("indeterminate", verdicts["indeterminate"]).Number("waived", verdicts["waived"]).EndObject();
}

void WriteFingerprints(CanonicalJson& json, const Report& report,
                       const std::vector<std::uint32_t>& findings) {
  json.BeginArray();
  for (const std::uint32_t index : findings) json.String(report.findings[index].fingerprint);
  json.EndArray();
}

void Write(CanonicalJson& json, const Report& report, const Api& api) {
  json.BeginObject().Key("counts");
  Write(json, api.counts);
  json.Texts("descriptions", api.descriptions).Number("exchanges", api.exchanges);
  TextIf(json, "exposure", api.exposure);
  json.Number("external_references", api.external_references).Key("findings");
  WriteFingerprints(json, report, api.findings);
  json.Text("format", api.format).Texts("hosts", api.hosts);
  TextIf(json, "impact", api.impact);
  TextIf(json, "lifecycle", api.lifecycle);
  json.Text("name", api.name)
      .Number("operations", api.operations)
      .Number("operations_observed", api.operations_observed);
  TextIf(json, "owner", api.owner);
  json.Number("schemas", api.schemas);
  TextIf(json, "sensitivity", api.sensitivity);
  json.Key("summary");
  WriteFindingSummary(json, report, api.findings);
  json.Text("title", api.title).Text("version", api.version).EndObject();
}

std::string_view NameOf(Input::Role role) {
  switch (role) {
    case Input::Role::kData:
      return "data";
    case Input::Role::kDescription:
      return "description";
    case Input::Role::kPolicy:
      return "policy";
    case Input::Role::kRecording:
      return "recording";
  }
  return "";
}

void WriteInputs(CanonicalJson& json, const Report& report) {
  json.BeginObject().Number("errors", report.input_errors).Key("files").BeginArray();
  for (const Input& input : report.inputs) {
    json.BeginObject();
    if (input.bytes) json.Number("bytes", *input.bytes);
    json.Text("name", input.name).Text("role", NameOf(input.role));
    TextIf(json, "sha256", input.sha256);
    json.EndObject();
  }
  json.EndArray().Texts("problems", report.input_problems).EndObject();
}

void WriteGate(CanonicalJson& json, const Gate& gate) {
  json.BeginObject().Text("fail_on", gate.fail_on).Key("reasons").BeginArray();
  for (const GateReason& reason : gate.reasons) {
    json.BeginObject().Number("count", reason.count).Text("what", reason.what).EndObject();
  }
  json.EndArray().Text("verdict", gate.passed ? "pass" : "fail").EndObject();
}

}  // namespace

std::string RenderReportJson(const Report& report, const SourceMap&) {
  CanonicalJson json;
  json.BeginObject();
  json.Key("apis").BeginArray();
  for (const Api& api : report.apis) Write(json, report, api);
  json.EndArray();
  json.Key("capability_notes").BeginArray();
  for (const CapabilityNote& note : report.capability_notes) {
    json.BeginObject().Texts("fields", note.fields).Text("format", note.format);
    json.Text("recording", note.recording).Text("rule", note.rule).EndObject();
  }
  json.EndArray();
  json.Key("counts");
  Write(json, report.counts);
  json.Key("environment").BeginObject().Key("limits").BeginObject();
  for (const auto& [name, value] : report.limits) json.Number(name, value);
  json.EndObject().EndObject();
  json.Key("findings").BeginArray();
  for (const Finding& finding : report.findings) Write(json, report, finding);
  json.EndArray();
  json.Key("gate");
  WriteGate(json, report.gate);
  json.Key("inputs");
  WriteInputs(json, report);
  TextIf(json, "module_sha256", report.module_sha256);
  json.Text("now", report.now);
  json.Key("other_findings");
  WriteFingerprints(json, report, report.other_findings);
  json.Key("packs").BeginArray();
  for (const Pack& pack : report.packs) {
    json.BeginObject().Flag("is_shipped", pack.is_shipped).Text("name", pack.name).Text("sha256", pack.sha256).Text("version", pack.version).EndObject();
  }
  json.EndArray();
  json.Key("policies").BeginArray();
  for (const Policy& policy : report.policies) {
    json.BeginObject()
        .Text("file", policy.file)
        .Flag("is_shipped", policy.is_shipped)
        .Number("language", policy.language);
    json.Text("name", policy.name);
    TextIf(json, "sha256", policy.sha256);
    json.Text("version", policy.version).EndObject();
  }
  json.EndArray();
  json.Text("project", report.project);
  json.Key("recordings").BeginArray();
  for (const Recording& recording : report.recordings) {
    json.BeginObject()
        .Number("ambiguous", recording.ambiguous)
        .Number("exchanges", recording.exchanges)
        .Text("format", recording.format)
        .Flag("is_truncated", recording.is_truncated)
        .Number("matched", recording.matched)
        .Text("name", recording.name)
        .Number("unreadable", recording.unreadable)
        .EndObject();
  }
  json.EndArray();
  json.Text("report_version", kReportVersion);
  json.Key("rules").BeginArray();
  for (const Rule& rule : report.rules) Write(json, rule);
  json.EndArray();
  json.Key("tool").BeginObject();
  json.Number("bytecode", kBytecodeVersion).Number("language", kLanguageEdition);
  json.Text("name", "writ").Text("version", kToolVersion).EndObject();
  json.Key("values").BeginArray();
  for (const Value& value : report.values) {
    json.BeginObject().Flag("is_default", value.is_default).Text("kind", value.kind).Text("name", value.name);
    json.Text("source", value.source).Text("value", value.value).EndObject();
  }
  json.EndArray();
  json.Key("waivers").BeginArray();
  for (const Waiver& waiver : report.waivers) {
    json.BeginObject().Text("approved_by", waiver.approved_by).Text("author", waiver.author);
    if (waiver.defined_at) {
      json.Key("defined_at");
      Write(json, *waiver.defined_at);
    }
    json.Number("findings", waiver.findings)
        .Text("name", waiver.name)
        .Text("reason", waiver.reason)
        .Text("rule", waiver.rule);
    TextIf(json, "ticket", waiver.ticket);
    json.Text("until", waiver.until).EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

}  // namespace writ::report
