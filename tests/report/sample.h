// A small evaluation made by hand, with one of everything a report shows. The tests of report/ share it.
#pragma once

#include <memory>
#include <string>

#include "base/check.h"
#include "engine/results.h"
#include "report/build_report.h"

namespace writ::test {

struct Sample {
  SourceMap sources;
  bytecode::Module module;
  engine::Evaluation evaluation;
  FileId pay = kNoFile;

  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;
  Sample() {
    pay = sources.Add("specs/pay.yaml",
                      "openapi: 3.0.3\n"
                      "paths:\n"
                      "  /users:\n"
                      "    get:\n"
                      "      responses: {}\n"
                      "  /pay:\n"
                      "    post:\n"
                      "      description: \"über, use Bearer "
                      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXZhbHVl here\"\n");
    AddModule();
    AddRules();
    AddSources();
    AddFindings();
    evaluation.project = "shop";
    evaluation.now = "2026-01-15T00:00:00Z";
    evaluation.module = &module;
    evaluation.gate.passed = false;
    evaluation.gate.fail_on = "high";
    evaluation.gate.reasons.push_back({"unwaived findings of severity high or critical", 1});
    evaluation.input_errors = 1;
    evaluation.input_problems = {"broken.har: breaks off inside an entry at byte 120"};
  }

  report::Report Build() const { return report::BuildReport(evaluation, sources); }

  // The place of the first occurrence of `text` in specs/pay.yaml.
  engine::Place At(const std::string& text, const std::string& pointer) const {
    engine::Place place;
    const std::size_t begin = sources.file(pay).text().find(text);
    WRIT_CHECK(begin != std::string_view::npos);
    place.span = {pay, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + text.size())};
    place.pointer = pointer;
    return place;
  }
  static engine::Place Exchange(std::uint64_t ordinal, const std::string& label) {
    engine::Place place;
    place.kind = engine::Place::Kind::kExchange;
    place.source = 0;
    place.ordinal = ordinal;
    place.offset = 100 * ordinal;
    place.length = 90;
    place.label = label;
    return place;
  }

 private:
  void AddModule() {
    bytecode::PolicyInfo policy;
    policy.name = "acme.auth";
    policy.version = "2.3.0";
    policy.file = "policies/auth.writ";
    policy.digest = std::string(64, 'a');
    module.policies.push_back(policy);
    policy.name = "writ.transport";
    policy.version = "1.0.0";
    policy.file = "transport/rule.writ";
    policy.digest = std::string(64, 'b');
    policy.shipped = true;
    module.policies.push_back(policy);
    bytecode::Global data;
    data.kind = bytecode::GlobalKind::kData;
    data.name = "acme.auth.SCANNERS";
    data.data_path = "policies/lists/scanners.txt";
    data.data_digest = std::string(64, 'c');
    module.globals.push_back(data);
    bytecode::Global param;
    param.kind = bytecode::GlobalKind::kParam;
    param.name = "acme.auth.max_networks";
    module.globals.push_back(param);
    bytecode::Waiver waiver;
    waiver.name = "W_118";
    waiver.rule = "acme.auth.declares_auth";
    waiver.until_text = "2026-12-31";
    waiver.reason = "Decommission planned";
    waiver.author = "dev@acme.example";
    waiver.approved_by = "ciso@acme.example";
    waiver.ticket = "SEC-881";
    waiver.range = {0, 40, 1, 41, 10};
    module.waivers.push_back(waiver);
  }

  bytecode::Rule MakeRule(const std::string& id, const std::string& title, bytecode::Severity severity,
                          std::uint32_t policy) {
    bytecode::Rule rule;
    rule.id = id;
    rule.policy = policy;
    rule.metadata.title = title;
    rule.metadata.severity = severity;
    rule.metadata.impact = "account_takeover";
    rule.metadata.controls = {{"owasp", "API2:2023"}, {"cwe", "306"}};
    rule.metadata.fix_within = 7 * 86'400'000'000'000;
    rule.metadata.rationale = "An operation with no security requirement answers anybody.";
    rule.metadata.remediation = "Add a `security` requirement to the operation\nor list the path in PUBLIC.";
    rule.cost = "O(operations)";
    rule.range = {policy, 5, 1, 9, 2};
    return rule;
  }

  void AddRules() {
    using enum bytecode::Severity;
    module.rules.push_back(
        MakeRule("acme.auth.declares_auth", "Every operation declares authentication", kCritical, 0));
    module.rules.push_back(
        MakeRule("acme.auth.documented", "Every observed response is documented", kMedium, 0));
    module.rules.back().subject = bytecode::SubjectKind::kExchange;
    module.rules.push_back(
        MakeRule("acme.auth.token_replay", "One token used from several networks", kHigh, 0));
    module.rules.back().is_detect = true;
    module.rules.back().group.emplace();
    module.rules.back().metadata.confidence = bytecode::Confidence::kMedium;
    module.rules.push_back(MakeRule("writ.transport.https", "Only https servers", kLow, 1));
    for (std::uint32_t i = 0; i < module.rules.size(); ++i) {
      engine::RuleResult result;
      result.module_rule = i;
      evaluation.rules.push_back(result);
    }
    for (std::uint32_t i = 0; i < module.rules.size(); ++i) evaluation.rules[i].rule = &module.rules[i];
    engine::Denominators& auth = evaluation.rules[0].counts;
    auth.not_applicable = 1, auth.passed = 3, auth.failed = 1, auth.waived = 1;
    evaluation.rules[0].by_api["pay"] = auth;
    evaluation.rules[1].counts.failed = 7;
    evaluation.rules[1].counts.passed = 13;
    evaluation.rules[1].counts.unmatched = 2;
    evaluation.rules[1].by_api["pay"] = evaluation.rules[1].counts;
    evaluation.rules[2].counts.indeterminate = 1;
    evaluation.rules[3].status = engine::RuleStatus::kVacuous;
    evaluation.rules[3].status_reason = "no server is declared";
  }

  void AddSources() {
    engine::ApiResult api;
    api.name = "pay";
    api.title = "Payments";
    api.version = "1.4.0";
    api.format = "OpenAPI 3.0.3";
    api.exposure = "public";
    api.owner = "team-pay";
    api.hosts = {"pay.example.com"};
    engine::ApiResult::File file;
    file.name = "specs/pay.yaml";
    file.digest = std::string(64, 'd');
    file.bytes = 160;
    api.descriptions.push_back(file);
    api.operations = 6;
    api.schemas = 4;
    api.exchanges = 20;
    api.operations_observed = 2;
    evaluation.apis.push_back(api);
    engine::RecordingResult recording;
    recording.name = "web.har";
    recording.format = "HAR 1.2";
    recording.digest = std::string(64, 'e');
    recording.bytes = 9000;
    recording.exchanges = 22;
    recording.matched = 20;
    evaluation.recordings.push_back(recording);
    evaluation.capability_notes.push_back({2, 0, {"client_ip"}});
    engine::InputValue value;
    value.name = "acme.auth.max_networks";
    value.value = "1";
    value.source = "policies/auth.writ:4";
    value.is_default = true;
    evaluation.values.push_back(value);
    value.name = "acme.auth.stage";
    value.value = "production";
    value.source = "--input";
    value.is_default = false;
    evaluation.values.push_back(value);
  }

  void AddFindings() {
    engine::Finding finding;
    finding.fingerprint = std::string(64, '1');
    finding.rule = 0;
    finding.api = "pay";
    finding.subject_kind = "operation";
    finding.subject = "GET /users";
    finding.identity = {{"api", "pay"}, {"method", "GET"}, {"path", "/users"}};
    finding.message = "GET /users can be called with no credentials";
    finding.main = At("get", "/paths/~1users/get/security");
    finding.main.is_ancestor = true;
    finding.count = 1;
    finding.places = {finding.main};
    finding.blocks = true;
    evaluation.findings.push_back(finding);

    finding.fingerprint = std::string(64, '2');
    finding.subject = "POST /pay";
    finding.identity["method"] = "POST";
    finding.identity["path"] = "/pay";
    finding.message = "POST /pay can be called with no credentials";
    finding.main = At("description: \"über, use Bearer", "/paths/~1pay/post");
    finding.main.is_ancestor = false;
    finding.places = {finding.main};
    finding.verdict = engine::Verdict::kWaived;
    finding.waiver = "W_118";
    finding.blocks = false;
    evaluation.findings.push_back(finding);

    engine::Finding traffic;
    traffic.fingerprint = std::string(64, '3');
    traffic.rule = 1;
    traffic.reason = "status";
    traffic.api = "pay";
    traffic.subject_kind = "operation";
    traffic.subject = "GET /users";
    traffic.identity = {{"api", "pay"}, {"method", "GET"}, {"path", "/users"}};
    traffic.message = "status 500 is not documented";
    traffic.main = Exchange(3, "GET /users → 500");
    traffic.related = {At("get:\n      responses", "/paths/~1users/get")};
    traffic.count = 7;
    for (std::uint64_t i = 3; i < 10; ++i) traffic.places.push_back(Exchange(i, "GET /users → 500"));
    traffic.evidence.push_back({Exchange(3, "GET /users → 500"), "status 500 is not documented"});
    evaluation.findings.push_back(traffic);

    engine::Finding undecided;
    undecided.fingerprint = std::string(64, '4');
    undecided.rule = 2;
    undecided.verdict = engine::Verdict::kIndeterminate;
    undecided.reason = "client_ip is not captured";
    undecided.subject_kind = "group";
    undecided.subject = "rows of web.har";
    undecided.main = Exchange(0, "");
    undecided.count = 22;
    evaluation.findings.push_back(undecided);
  }
};

}  // namespace writ::test
