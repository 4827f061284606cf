// The members of report.json and the sums that must hold in it.
#include <doctest/doctest.h>

#include "report/writers.h"
#include "tests/report/flat_json.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

TEST_CASE("report json is canonical and carries what an auditor asks for") {
  const test::Sample sample;
  const auto json = test::FlatJson::Parse(RenderReportJson(sample.Build(), sample.sources));
  REQUIRE(json);
  CHECK(json->At("/report_version") == "1.0.0");
  CHECK(json->At("/tool/name") == "writ");
  CHECK(json->At("/tool/language") == "1");
  CHECK(json->At("/project") == "shop");
  CHECK(json->At("/now") == "2026-01-15T00:00:00Z");
  CHECK(json->At("/policies/0/version") == "2.3.0");
  CHECK(json->At("/policies/1/is_shipped") == "true");
  CHECK(json->Size("/inputs/files") == 5);
  CHECK(json->At("/inputs/files/2/bytes") == "160");
  CHECK(json->At("/inputs/files/2/role") == "description");
  CHECK(json->At("/inputs/problems/0") == "broken.har: breaks off inside an entry at byte 120");
  CHECK(json->At("/values/0/is_default") == "true");
  CHECK(json->At("/values/1/source") == "--input");
  CHECK(json->At("/capability_notes/0/fields/0") == "client_ip");
  CHECK(json->At("/gate/verdict") == "fail");
  CHECK(json->At("/gate/reasons/0/count") == "1");
  CHECK(json->At("/waivers/0/approved_by") == "ciso@acme.example");
  CHECK(json->At("/apis/0/summary/fail_by_severity/critical") == "1");
  CHECK(json->At("/apis/0/findings/0") == std::string(64, '1'));
  CHECK(json->At("/other_findings/0") == std::string(64, '4'));
}

TEST_CASE("a finding has its rule its places and its evidence") {
  const test::Sample sample;
  const auto json = test::FlatJson::Parse(RenderReportJson(sample.Build(), sample.sources));
  REQUIRE(json);
  const std::string at = "/findings/2";
  CHECK(json->At(at + "/rule") == "acme.auth.documented");
  CHECK(json->At(at + "/severity") == "medium");
  CHECK(json->At(at + "/verdict") == "fail");
  CHECK(json->At(at + "/reason") == "status");
  CHECK(json->At(at + "/identity/path") == "/users");
  CHECK(json->At(at + "/count") == "7");
  CHECK(json->Size(at + "/places") == 7);
  CHECK(json->At(at + "/places/6/ordinal") == "9");
  CHECK(json->At(at + "/evidence/0/place/offset") == "300");
  CHECK(json->At(at + "/related/0/line") == "4");
  CHECK(json->At(at + "/related/0/pointer") == "/paths/~1users/get");
  CHECK(json->At("/findings/1/waiver") == "W_118");
  CHECK_FALSE(json->Has("/findings/0/waiver"));
}

TEST_CASE("examined is the sum of the verdicts everywhere") {
  const test::Sample sample;
  const auto json = test::FlatJson::Parse(RenderReportJson(sample.Build(), sample.sources));
  REQUIRE(json);
  std::size_t seen = 0;
  for (const auto& entry : json->scalars()) {
    const std::string& pointer = entry.first;
    const std::string& value = entry.second;
    const std::string tail = "/examined";
    if (pointer.size() < tail.size() || pointer.compare(pointer.size() - tail.size(), tail.size(), tail) != 0)
      continue;
    const std::string parent = pointer.substr(0, pointer.size() - tail.size());
    long sum = 0;
    for (const char* verdict : {"not_applicable", "passed", "failed", "waived", "indeterminate", "errors"}) {
      sum += std::stol(json->At(parent + "/" + verdict));
    }
    CHECK_MESSAGE(std::to_string(sum) == value, pointer);
    ++seen;
  }
  CHECK(seen == 8);  // the run, one API, four rules, two of them by API
}

TEST_CASE("an empty evaluation is a whole report") {
  const engine::Evaluation nothing;
  const SourceMap sources;
  const auto json = test::FlatJson::Parse(RenderReportJson(BuildReport(nothing, sources), sources));
  REQUIRE(json);
  CHECK(json->At("/gate/verdict") == "pass");
  CHECK(json->Size("/findings") == 0);
  CHECK(json->At("/counts/examined") == "0");
}

TEST_CASE("names of any letters keep the canonical order of members") {
  test::Sample sample;
  engine::Denominators one;
  one.passed = 1;
  // By bytes U+FB33 sorts before U+1F600, by UTF-16 after it. The writer stops the process on a wrong order.
  sample.evaluation.rules[0].by_api["\xEF\xAC\xB3"] = one;
  sample.evaluation.rules[0].by_api["\xF0\x9F\x98\x80"] = one;
  const std::string text = RenderReportJson(sample.Build(), sample.sources);
  CHECK(text.find("\xF0\x9F\x98\x80") < text.find("\xEF\xAC\xB3"));
}

}  // namespace
}  // namespace writ::report
