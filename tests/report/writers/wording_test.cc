// The sentences that terminal and page share.
#include <doctest/doctest.h>

#include "report/writers/wording.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

TEST_CASE("quantities read as words") {
  CHECK(Quantity(1, "finding") == "1 finding");
  CHECK(Quantity(0, "entry", "entries") == "0 entries");
  CHECK(Grouped(999) == "999");
  CHECK(Grouped(1000) == "1,000");
  CHECK(Grouped(1234567) == "1,234,567");
}

TEST_CASE("places notes and statuses") {
  const test::Sample sample;
  const Report report = sample.Build();
  CHECK(PlaceText(report.findings[0].main) == "specs/pay.yaml:4:5");
  CHECK(PlaceText(report.findings[2].main) == "web.har, exchange 4: GET /users → 500");
  CHECK(PlaceText(Location{}) == "");
  CHECK(ControlsText(report.rules[0]) == "owasp API2:2023, cwe 306");
  CHECK(CapabilityText(report.capability_notes[0]) ==
        "`acme.auth.token_replay` cannot be decided on `web.har`: HAR 1.2 does not record `client_ip`");
  CHECK(StatusText(report.rules[3]) == "no server is declared");
  Rule bare;
  for (const char* status : {"inactive", "not_evaluated", "vacuous", "never_applied"}) {
    bare.status = status;
    CHECK_FALSE(StatusText(bare).empty());
  }
  CHECK(RuleStatusesText(report) == "3 evaluated, 1 vacuous");
}

TEST_CASE("findings of a rule stand together and the gravest rule first") {
  const test::Sample sample;
  const Report report = sample.Build();
  const auto groups = ByRule(report, {2, 0, 1}, {"fail", "waived"});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].rule == 0);
  CHECK(groups[0].findings == std::vector<std::uint32_t>{0, 1});
  CHECK(groups[1].findings == std::vector<std::uint32_t>{2});
  CHECK(ByRule(report, {0, 1, 2}, {"error"}).empty());
}

TEST_CASE("there is always a next step") {
  const test::Sample sample;
  const auto steps = NextSteps(sample.Build());
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].find("Repair the inputs") == 0);
  CHECK(steps[1].find("Fix the blocking finding") == 0);
  CHECK(steps[2].find("Decide what could not be decided") == 0);
  CHECK(steps[3].find("Plan the other finding") == 0);
  CHECK(NextSteps(Report{}).size() == 1);
  Report red;
  red.gate.passed = false;
  CHECK(NextSteps(red).at(0).find("gate") != std::string::npos);
}

}  // namespace
}  // namespace writ::report
