// What BuildReport makes of an evaluation: places, names, inputs, sections and order.
#include <doctest/doctest.h>

#include "report/build_report.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

TEST_CASE("spans become lines and columns") {
  const test::Sample sample;
  const Report report = sample.Build();
  REQUIRE(report.findings.size() == 4);
  const Location& main = report.findings[0].main;
  CHECK(main.file == "specs/pay.yaml");
  CHECK(main.begin == Position{4, 5});
  CHECK(main.end == Position{4, 8});
  CHECK(main.is_ancestor);
  const Location& related = report.findings[2].related.at(0);
  CHECK(related.begin == Position{4, 5});
  CHECK(related.end == Position{5, 16});
  CHECK(related.first_line_end == Position{4, 9});
}

TEST_CASE("names replace indices and every input is listed once with its digest") {
  const test::Sample sample;
  const Report report = sample.Build();
  CHECK(report.findings[2].main.recording == "web.har");
  CHECK(report.rules[2].subject == "group");
  CHECK(report.rules[3].policy == "writ.transport");
  CHECK(report.rules[3].defined_at->file == "transport/rule.writ");
  std::vector<std::string> names;
  for (const Input& input : report.inputs) {
    names.push_back(input.name);
    CHECK(input.sha256.size() == 64);
  }
  CHECK(names == std::vector<std::string>{"policies/auth.writ", "policies/lists/scanners.txt",
                                          "specs/pay.yaml", "transport/rule.writ", "web.har"});
  CHECK(report.values[0].kind == "param");
  CHECK(report.values[1].kind == "input");
  CHECK(report.waivers[0].findings == 1);
}

TEST_CASE("an api has its counts and findings and the rest stands apart") {
  const test::Sample sample;
  const Report report = sample.Build();
  CHECK(report.apis[0].findings == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(report.other_findings == std::vector<std::uint32_t>{3});
  CHECK(report.apis[0].counts.failed == 8);
  CHECK(report.apis[0].counts.examined() == 26);
  CHECK(report.counts.examined() == 27);
  CHECK(report.counts.unmatched == 2);
}

TEST_CASE("lists are put in their order whatever order they came in") {
  test::Sample sample;
  const Report straight = sample.Build();
  std::swap(sample.evaluation.findings[0], sample.evaluation.findings[3]);
  std::swap(sample.evaluation.findings[1], sample.evaluation.findings[2]);
  std::swap(sample.evaluation.values[0], sample.evaluation.values[1]);
  std::swap(sample.evaluation.rules[0], sample.evaluation.rules[3]);
  for (engine::Finding& finding : sample.evaluation.findings)
    finding.rule = finding.rule == 0 ? 3 : finding.rule == 3 ? 0 : finding.rule;
  const Report shuffled = sample.Build();
  REQUIRE(shuffled.findings.size() == straight.findings.size());
  for (std::size_t i = 0; i < straight.findings.size(); ++i) {
    CHECK(shuffled.findings[i].fingerprint == straight.findings[i].fingerprint);
    CHECK(shuffled.findings[i].rule == straight.findings[i].rule);
  }
  CHECK(shuffled.rules[0].id == straight.rules[0].id);
  CHECK(shuffled.values[0].name == straight.values[0].name);
}

TEST_CASE("secrets and ill-formed bytes do not get into the report") {
  test::Sample sample;
  const std::string token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXZhbHVl";
  engine::Finding& finding = sample.evaluation.findings[0];
  finding.message = "called with Bearer " + token + "\xff";
  finding.identity["key"] = "Bearer " + token;
  finding.identity["password"] = "plain-hunter2";
  finding.places.push_back(test::Sample::Exchange(1, "GET /x?access_token=" + token));
  engine::InputValue secret;
  secret.name = "acme.api_key";
  secret.value = "plain-hunter2";
  sample.evaluation.values.push_back(secret);
  const Report report = sample.Build();
  CHECK(report.findings[0].message.find(token) == std::string::npos);
  CHECK(report.findings[0].message.find("\xEF\xBF\xBD") != std::string::npos);
  CHECK(report.findings[0].identity.at("key").find(token) == std::string::npos);
  CHECK(report.findings[0].identity.at("password") == "[masked]");
  CHECK(report.findings[0].places[1].label.find(token) == std::string::npos);
  for (const Value& value : report.values) CHECK(value.value != "plain-hunter2");
}

}  // namespace
}  // namespace writ::report
