// SARIF 2.1.0 as code scanning reads it: rules, results, fingerprints, places.
#include <doctest/doctest.h>

#include "report/writers.h"
#include "report/writers/line_hash.h"
#include "tests/report/flat_json.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

std::optional<test::FlatJson> SarifOf(const test::Sample& sample) {
  return test::FlatJson::Parse(RenderSarif(sample.Build(), sample.sources));
}

TEST_CASE("sarif names the tool and describes every rule as code scanning asks") {
  const test::Sample sample;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  CHECK(json->At("/version") == "2.1.0");
  CHECK(json->At("/runs/0/columnKind") == "unicodeCodePoints");
  CHECK(json->At("/runs/0/automationDetails/id") == "writ/shop/");
  CHECK(json->At("/runs/0/properties/now") == "2026-01-15T00:00:00Z");
  const std::string rules = "/runs/0/tool/driver/rules";
  REQUIRE(json->Size(rules) == 4);
  CHECK(json->At(rules + "/0/id") == "acme.auth.declares_auth");
  CHECK(json->At(rules + "/0/properties/security-severity") == "9.5");
  CHECK(json->At(rules + "/2/properties/security-severity") == "8.0");
  CHECK(json->At(rules + "/2/properties/precision") == "medium");
  CHECK(json->At(rules + "/3/defaultConfiguration/level") == "note");
  CHECK(json->At(rules + "/3/properties/problem.severity") == "recommendation");
  CHECK(json->At(rules + "/0/properties/tags/2") == "external/cwe/cwe-306");
  for (int i = 0; i < 4; ++i) {
    for (const char* text :
         {"/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"}) {
      const std::string value = json->At(rules + "/" + std::to_string(i) + text);
      CHECK(value != "<none>");
      CHECK_FALSE(value.empty());
    }
  }
}

TEST_CASE("a rule of severity info has no security severity and a bare rule no empty text") {
  test::Sample sample;
  sample.module.rules[0].metadata = bytecode::RuleMetadata{};
  sample.module.rules[0].metadata.severity = bytecode::Severity::kInfo;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  const std::string rule = "/runs/0/tool/driver/rules/0";
  CHECK_FALSE(json->Has(rule + "/properties/security-severity"));
  CHECK(json->At(rule + "/help/text") == "acme.auth.declares_auth");
  CHECK(json->At(rule + "/fullDescription/text") == "acme.auth.declares_auth");
}

TEST_CASE("a result stands on one line of its description with both fingerprints") {
  const test::Sample sample;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  const std::string at = "/runs/0/results/0";
  CHECK(json->At(at + "/ruleId") == "acme.auth.declares_auth");
  CHECK(json->At(at + "/kind") == "fail");
  CHECK(json->At(at + "/level") == "error");
  const std::string place = at + "/locations/0/physicalLocation";
  CHECK(json->At(place + "/artifactLocation/uri") == "specs/pay.yaml");
  CHECK(json->At(place + "/region/startLine") == "4");
  CHECK(json->At(place + "/region/startColumn") == "5");
  CHECK(json->At(place + "/region/endColumn") == "8");
  CHECK(json->At(at + "/partialFingerprints/writFingerprint~1v1") == std::string(64, '1'));
  CHECK(json->At(at + "/partialFingerprints/primaryLocationLineHash") ==
        LineHashes(sample.sources.file(sample.pay).text(), {4}).at(4));
  // The digest of the file that the index points to.
  const std::string artifact = "/runs/0/artifacts/" + json->At(place + "/artifactLocation/index");
  CHECK(json->At(artifact + "/location/uri") == "specs/pay.yaml");
  CHECK(json->At(artifact + "/hashes/sha-256") == std::string(64, 'd'));
}

TEST_CASE("a traffic finding stands at its operation and points to the recording") {
  const test::Sample sample;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  const std::string at = "/runs/0/results/1";
  CHECK(json->At(at + "/ruleId") == "acme.auth.documented");
  const std::string place = at + "/locations/0/physicalLocation";
  CHECK(json->At(place + "/artifactLocation/uri") == "specs/pay.yaml");
  // The span has two lines: only the first is the region.
  CHECK(json->At(place + "/region/endLine") == "4");
  CHECK(json->At(place + "/region/endColumn") == "9");
  CHECK(json->At(at + "/occurrenceCount") == "7");
  CHECK(json->Size(at + "/relatedLocations") == 7);
  CHECK(json->At(at + "/relatedLocations/0/physicalLocation/artifactLocation/uri") == "web.har");
  CHECK(json->At(at + "/relatedLocations/0/physicalLocation/region/byteOffset") == "300");
}

TEST_CASE("a traffic finding without operation stands in the recording and keeps its own identity") {
  test::Sample sample;
  sample.evaluation.findings[2].related.clear();
  const auto json = SarifOf(sample);
  REQUIRE(json);
  const std::string at = "/runs/0/results/1";
  CHECK(json->At(at + "/locations/0/physicalLocation/artifactLocation/uri") == "web.har");
  CHECK(json->At(at + "/locations/0/physicalLocation/region/byteLength") == "90");
  CHECK(json->At(at + "/partialFingerprints/primaryLocationLineHash") == "3333333333333333:1");
}

TEST_CASE("waived findings are suppressed and undecided ones open") {
  const test::Sample sample;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  REQUIRE(json->Size("/runs/0/results") == 4);
  CHECK(json->At("/runs/0/results/2/kind") == "open");
  CHECK(json->At("/runs/0/results/2/level") == "none");
  CHECK(json->At("/runs/0/results/2/message/text") == "not decided: client_ip is not captured");
  const std::string waived = "/runs/0/results/3/suppressions/0";
  CHECK(json->At(waived + "/kind") == "external");
  CHECK(json->At(waived + "/status") == "accepted");
  CHECK(json->At(waived + "/justification") == "Decommission planned");
  CHECK(json->At(waived + "/properties/approved_by") == "ciso@acme.example");
  CHECK_FALSE(json->Has("/runs/0/results/0/suppressions/0/kind"));
}

TEST_CASE("what was not judged is notified") {
  const test::Sample sample;
  const auto json = SarifOf(sample);
  REQUIRE(json);
  const std::string at = "/runs/0/invocations/0";
  CHECK(json->At(at + "/executionSuccessful") == "false");
  CHECK(json->At(at + "/toolExecutionNotifications/0/level") == "error");
  CHECK(json->Size(at + "/toolExecutionNotifications") == 3);
}

TEST_CASE("file names become relative references") {
  test::Sample sample;
  sample.evaluation.recordings[0].name = "c:d/\xC3\xBC %#?.har";
  sample.evaluation.findings[2].related.clear();
  const auto json = SarifOf(sample);
  REQUIRE(json);
  CHECK(json->At("/runs/0/results/1/locations/0/physicalLocation/artifactLocation/uri") ==
        "c%3Ad/%C3%BC%20%25%23%3F.har");
  CHECK(json->At("/runs/0/originalUriBaseIds/%SRCROOT%/uri") == "<none>");
}

TEST_CASE("more results than code scanning takes are cut and counted") {
  test::Sample sample;
  engine::Finding finding = sample.evaluation.findings[0];
  finding.rule = 3;
  for (int i = 0; i < 25'010; ++i) {
    finding.fingerprint = std::to_string(100000 + i);
    sample.evaluation.findings.push_back(finding);
  }
  const auto json = SarifOf(sample);
  REQUIRE(json);
  CHECK(json->Size("/runs/0/results") == 25'000);
  CHECK(json->At("/runs/0/results/0/ruleId") == "acme.auth.declares_auth");
  CHECK(json->At("/runs/0/invocations/0/toolExecutionNotifications/3/message/text") ==
        "14 more findings of lower severity: see report.json");
}

}  // namespace
}  // namespace writ::report
