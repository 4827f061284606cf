// Evaluation to Report: every name resolved, every span located, every text cleaned, every list put in its
// order.
#include "report/build_report.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "base/check.h"
#include "base/mask.h"
#include "report/clean_text.h"
#include "report/locate.h"
#include "vm/bytecode/codec.h"

namespace writ::report {
namespace {

std::optional<std::string> Clean(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return CleanText(*text);
}

std::vector<std::string> Clean(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(CleanText(text));
  return out;
}

Counts CountsOf(const engine::Denominators& in) {
  Counts out;
  out.not_applicable = in.not_applicable;
  out.passed = in.passed;
  out.failed = in.failed;
  out.waived = in.waived;
  out.indeterminate = in.indeterminate;
  out.errors = in.errors;
  out.unmatched = in.unmatched;
  return out;
}

// The order of `items` under `key`: new position → old index.
template <typename T, typename Key>
std::vector<std::uint32_t> OrderBy(const std::vector<T>& items, Key key) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(items[a]) < key(items[b]); });
  return order;
}

class Builder {
 public:
  Builder(const engine::Evaluation& evaluation, const SourceMap& sources)
      : in_(evaluation), sources_(sources), locator_(sources) {}

  Report Build() {
    NoteSpans();
    locator_.Resolve();
    out_.project = CleanText(in_.project);
    out_.now = in_.now;
    out_.input_errors = in_.input_errors;
    out_.input_problems = Clean(in_.input_problems);
    out_.gate.passed = in_.gate.passed;
    out_.gate.fail_on = in_.gate.fail_on;
    for (const engine::GateReason& reason : in_.gate.reasons) {
      GateReason copy;
      copy.what = CleanText(reason.what);
      copy.count = reason.count;
      out_.gate.reasons.push_back(std::move(copy));
    }
    AddPolicies();
    AddValues();
    AddRules();
    AddFindings();
    AddApis();
    AddRecordings();
    AddCapabilityNotes();
    AddWaivers();
    SortInputs();
    return std::move(out_);
  }

 private:
  const engine::RuleResult& RuleAt(std::uint32_t index) const {
    WRIT_CHECK(index < in_.rules.size() && in_.rules[index].rule != nullptr);
    return in_.rules[index];
  }

  // --- places
  void Note(const engine::Place& place) {
    if (place.kind == engine::Place::Kind::kDescription) locator_.Want(place.span);
  }

  void NoteSpans() {
    for (const engine::Finding& finding : in_.findings) {
      Note(finding.main);
      for (const engine::Place& place : finding.related) Note(place);
      for (const engine::Place& place : finding.places) Note(place);
      for (const engine::Evidence& evidence : finding.evidence) Note(evidence.place);
    }
  }

  Location LocationOf(const engine::Place& place) const {
    Location out;
    if (place.kind == engine::Place::Kind::kExchange) {
      WRIT_CHECK(place.source < in_.recordings.size());
      out.kind = Location::Kind::kExchange;
      out.recording = CleanText(in_.recordings[place.source].name);
      out.ordinal = place.ordinal;
      out.offset = place.offset;
      out.length = place.length;
      out.label = CleanText(place.label);
      return out;
    }
    out.kind = Location::Kind::kFile;
    out.span = place.span;
    out.pointer = CleanText(place.pointer);
    out.is_ancestor = place.is_ancestor;
    if (place.span.valid()) out.file = CleanText(sources_.file(place.span.file).name());
    locator_.Fill(place.span, out);
    return out;
  }

  // A place in a policy: the compiler has counted lines and columns already.
  std::optional<Location> LocationOf(const bytecode::SourceRange& range) const {
    if (in_.module == nullptr || range.line == 0 || range.policy >= in_.module->policies.size())
      return std::nullopt;
    Location out;
    out.kind = Location::Kind::kFile;
    out.file = CleanText(in_.module->policies[range.policy].file);
    out.begin = {range.line, range.column};
    out.end = {range.end_line, range.end_column};
    out.first_line_end = range.end_line == range.line ? out.end : out.begin;
    return out;
  }

  // --- what went in
  void AddInput(Input::Role role, const std::string& name, const std::string& sha256,
                std::optional<std::uint64_t> bytes) {
    Input input;
    input.role = role;
    input.name = CleanText(name);
    input.sha256 = sha256;
    input.bytes = bytes;
    out_.inputs.push_back(std::move(input));
  }

  void SortInputs() {
    const auto key = [](const Input& input) { return std::tie(input.name, input.role, input.sha256); };
    std::sort(out_.inputs.begin(), out_.inputs.end(),
              [&](const Input& a, const Input& b) { return key(a) < key(b); });
    out_.inputs.erase(std::unique(out_.inputs.begin(), out_.inputs.end(),
                                  [&](const Input& a, const Input& b) { return key(a) == key(b); }),
                      out_.inputs.end());
  }

  void AddPolicies() {
    if (in_.module == nullptr) return;
    for (const bytecode::PackInfo& pack : in_.module->packs) {
      out_.packs.push_back({CleanText(pack.name), CleanText(pack.version), pack.digest, pack.shipped});
    }
    out_.module_sha256 = bytecode::DigestOf(*in_.module);
    out_.limits = LimitsInForce(in_.limits);
    for (const bytecode::PolicyInfo& info : in_.module->policies) {
      Policy policy;
      policy.name = CleanText(info.name);
      policy.version = CleanText(info.version);
      policy.file = CleanText(info.file);
      policy.sha256 = info.digest;
      policy.language = info.language;
      policy.is_shipped = info.shipped;
      AddInput(Input::Role::kPolicy, info.file, info.digest, std::nullopt);
      out_.policies.push_back(std::move(policy));
    }
    std::sort(out_.policies.begin(), out_.policies.end(), [](const Policy& a, const Policy& b) {
      return std::tie(a.name, a.file) < std::tie(b.name, b.file);
    });
    for (const bytecode::Global& global : in_.module->globals) {
      if (global.kind == bytecode::GlobalKind::kData) {
        AddInput(Input::Role::kData, global.data_path, global.data_digest, std::nullopt);
      }
    }
  }

  void AddValues() {
    std::set<std::string> params;
    if (in_.module != nullptr) {
      for (const bytecode::Global& global : in_.module->globals) {
        if (global.kind == bytecode::GlobalKind::kParam) params.insert(global.name);
      }
    }
    for (const engine::InputValue& value : in_.values) {
      Value out;
      out.name = CleanText(value.name);
      out.kind = params.count(value.name) != 0 ? "param" : "input";
      out.value =
          IsSecretName(value.name.substr(value.name.rfind('.') + 1)) ? "[masked]" : CleanText(value.value);
      out.source = CleanText(value.source);
      out.is_default = value.is_default;
      out_.values.push_back(std::move(out));
    }
    std::stable_sort(out_.values.begin(), out_.values.end(),
                     [](const Value& a, const Value& b) { return a.name < b.name; });
  }

  // --- rules and findings
  void AddRules() {
    const auto order = OrderBy(in_.rules, [](const engine::RuleResult& rule) -> const std::string& {
      WRIT_CHECK(rule.rule != nullptr);
      return rule.rule->id;
    });
    rule_at_.resize(in_.rules.size());
    for (const std::uint32_t index : order) {
      const engine::RuleResult& result = in_.rules[index];
      const bytecode::Rule& rule = *result.rule;
      const bytecode::RuleMetadata& metadata = rule.metadata;
      Rule out;
      out.id = CleanText(rule.id);
      out.title = CleanText(metadata.title);
      out.description = CleanText(metadata.description);
      if (in_.module != nullptr && rule.policy < in_.module->policies.size()) {
        out.policy = CleanText(in_.module->policies[rule.policy].name);
        out.policy_version = CleanText(in_.module->policies[rule.policy].version);
      }
      out.is_detect = rule.is_detect;
      out.severity = std::string(bytecode::NameOf(metadata.severity));
      out.impact = CleanText(metadata.impact);
      if (metadata.confidence) out.confidence = std::string(bytecode::NameOf(*metadata.confidence));
      for (const bytecode::Control& control : metadata.controls) {
        Control copy;
        copy.framework = CleanText(control.framework);
        copy.id = CleanText(control.id);
        out.controls.push_back(std::move(copy));
      }
      out.fix_within = metadata.fix_within;
      out.owner = CleanText(metadata.owner);
      out.rationale = CleanText(metadata.rationale);
      out.remediation = CleanText(metadata.remediation);
      out.references = Clean(metadata.references);
      out.tags = Clean(metadata.tags);
      out.formerly = Clean(metadata.formerly);
      out.subject = rule.group ? "group" : std::string(bytecode::InfoOf(rule.subject).word);
      out.cost = CleanText(rule.cost);
      out.defined_at = LocationOf(rule.range);
      out.status = std::string(engine::NameOf(result.status));
      out.status_reason = CleanText(result.status_reason);
      out.counts = CountsOf(result.counts);
      out_.counts += out.counts;
      for (const auto& [api, counts] : result.by_api) out.by_api[CleanText(api)] += CountsOf(counts);
      rule_at_[index] = static_cast<std::uint32_t>(out_.rules.size());
      out_.rules.push_back(std::move(out));
    }
  }

  void AddFindings() {
    const auto order = OrderBy(in_.findings, [&](const engine::Finding& finding) {
      return std::tie(RuleAt(finding.rule).rule->id, finding.api, finding.subject, finding.reason,
                      finding.fingerprint);
    });
    out_.findings.reserve(order.size());
    for (const std::uint32_t index : order) {
      const engine::Finding& finding = in_.findings[index];
      Finding out;
      out.fingerprint = finding.fingerprint;
      out.formerly = finding.formerly;
      out.rule = rule_at_[finding.rule];
      out.verdict = std::string(engine::NameOf(finding.verdict));
      out.reason = CleanText(finding.reason);
      out.api = CleanText(finding.api);
      out.subject_kind = finding.subject_kind;
      out.subject = CleanText(finding.subject);
      for (const auto& [key, value] : finding.identity) {
        out.identity[CleanText(key)] =
            IsSecretName(key) && value.rfind("sha256:", 0) != 0 ? "[masked]" : CleanText(value);
      }
      out.message = CleanText(finding.message);
      out.main = LocationOf(finding.main);
      for (const engine::Place& place : finding.related) out.related.push_back(LocationOf(place));
      out.count = finding.count;
      out.episodes = finding.episodes;
      out.places.reserve(finding.places.size());
      for (const engine::Place& place : finding.places) out.places.push_back(LocationOf(place));
      for (const engine::ExchangePlaces& exchanges : finding.exchanges) {
        const bool known = exchanges.source < in_.recordings.size();
        out.exchanges.push_back({known ? CleanText(in_.recordings[exchanges.source].name) : std::string(), exchanges.ordinals, exchanges.count});
      }
      for (const engine::Evidence& evidence : finding.evidence) {
        Evidence copy;
        copy.place = LocationOf(evidence.place);
        copy.message = CleanText(evidence.message);
        out.evidence.push_back(std::move(copy));
      }
      out.waiver = Clean(finding.waiver);
      out.blocks = finding.blocks;
      out_.findings.push_back(std::move(out));
    }
  }

  // --- what was looked at
  void AddApis() {
    for (const engine::ApiResult& api : in_.apis) {
      Api out;
      out.name = CleanText(api.name);
      out.title = CleanText(api.title);
      out.version = CleanText(api.version);
      out.format = CleanText(api.format);
      out.exposure = CleanText(api.exposure);
      out.owner = Clean(api.owner);
      out.sensitivity = Clean(api.sensitivity);
      out.impact = Clean(api.impact);
      out.lifecycle = Clean(api.lifecycle);
      out.hosts = Clean(api.hosts);
      for (const engine::ApiResult::File& file : api.descriptions) {
        AddInput(Input::Role::kDescription, file.name, file.digest, file.bytes);
        out.descriptions.push_back(CleanText(file.name));
      }
      out.operations = api.operations;
      out.schemas = api.schemas;
      out.external_references = api.external_references;
      out.exchanges = api.exchanges;
      out.operations_observed = api.operations_observed;
      out_.apis.push_back(std::move(out));
    }
    std::stable_sort(out_.apis.begin(), out_.apis.end(),
                     [](const Api& a, const Api& b) { return a.name < b.name; });
    std::map<std::string, std::size_t> by_name;
    for (std::size_t i = 0; i < out_.apis.size(); ++i) by_name.emplace(out_.apis[i].name, i);
    for (const Rule& rule : out_.rules) {
      for (const auto& [name, counts] : rule.by_api) {
        const auto hit = by_name.find(name);
        if (hit != by_name.end()) out_.apis[hit->second].counts += counts;
      }
    }
    for (std::size_t i = 0; i < out_.findings.size(); ++i) {
      const auto hit = by_name.find(out_.findings[i].api);
      auto& list = hit == by_name.end() ? out_.other_findings : out_.apis[hit->second].findings;
      list.push_back(static_cast<std::uint32_t>(i));
    }
  }

  void AddRecordings() {
    for (const engine::RecordingResult& recording : in_.recordings) {
      Recording out;
      out.name = CleanText(recording.name);
      out.format = CleanText(recording.format);
      out.exchanges = recording.exchanges;
      out.matched = recording.matched;
      out.ambiguous = recording.ambiguous;
      out.unreadable = recording.unreadable;
      out.is_truncated = recording.truncated;
      AddInput(Input::Role::kRecording, recording.name, recording.digest, recording.bytes);
      out_.recordings.push_back(std::move(out));
    }
    std::stable_sort(out_.recordings.begin(), out_.recordings.end(),
                     [](const Recording& a, const Recording& b) { return a.name < b.name; });
  }

  void AddCapabilityNotes() {
    for (const engine::CapabilityNote& note : in_.capability_notes) {
      WRIT_CHECK(note.recording < in_.recordings.size());
      CapabilityNote out;
      out.rule = CleanText(RuleAt(note.rule).rule->id);
      out.recording = CleanText(in_.recordings[note.recording].name);
      out.format = CleanText(in_.recordings[note.recording].format);
      out.fields = Clean(note.fields);
      out_.capability_notes.push_back(std::move(out));
    }
    std::stable_sort(out_.capability_notes.begin(), out_.capability_notes.end(),
                     [](const CapabilityNote& a, const CapabilityNote& b) {
                       return std::tie(a.rule, a.recording) < std::tie(b.rule, b.recording);
                     });
  }

  void AddWaivers() {
    if (in_.module == nullptr) return;
    std::map<std::string, std::uint64_t> uses;
    for (const engine::Finding& finding : in_.findings) {
      if (finding.waiver) ++uses[*finding.waiver];
    }
    for (const bytecode::Waiver& waiver : in_.module->waivers) {
      Waiver out;
      out.name = CleanText(waiver.name);
      out.rule = CleanText(waiver.rule);
      out.until = CleanText(waiver.until_text);
      out.reason = CleanText(waiver.reason);
      out.author = CleanText(waiver.author);
      out.approved_by = CleanText(waiver.approved_by);
      out.ticket = CleanText(waiver.ticket);
      out.defined_at = LocationOf(waiver.range);
      const auto hit = uses.find(waiver.name);
      out.findings = hit == uses.end() ? 0 : hit->second;
      out_.waivers.push_back(std::move(out));
    }
    std::stable_sort(out_.waivers.begin(), out_.waivers.end(), [](const Waiver& a, const Waiver& b) {
      return std::tie(a.name, a.rule) < std::tie(b.name, b.rule);
    });
  }

  const engine::Evaluation& in_;
  const SourceMap& sources_;
  Locator locator_;
  Report out_;
  std::vector<std::uint32_t> rule_at_;  // index in the evaluation → index in the report
};

}  // namespace

std::map<std::string, std::uint64_t> LimitsInForce(const Limits& limits) {
  return {{"document_nodes", limits.document_nodes},
          {"exchange_bytes", limits.exchange_bytes},
          {"fuel_per_subject", limits.fuel_per_subject},
          {"rows_per_group", limits.rows_per_group},
          {"value_bytes_per_subject", limits.value_bytes_per_subject}};
}

Report BuildReport(const engine::Evaluation& evaluation, const SourceMap& sources) {
  return Builder(evaluation, sources).Build();
}

}  // namespace writ::report
