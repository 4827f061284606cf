// What the terminal and the page say in the same words: groups of findings, places, quantities, next steps.
// Plain text; each writer escapes for its own medium. Covered by tests/report/writers/wording_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace writ::report {

// "1 finding", "12,345 findings"; `plural` for words that do not just take an s.
std::string Quantity(std::uint64_t count, std::string_view noun, std::string_view plural = {});
// "12,345".
std::string Grouped(std::uint64_t count);

// "specs/pay.yaml:12:5", "web.har, exchange 12: GET /users/7 → 200".
std::string PlaceText(const Location& place);
// How many places a finding has: more than `Finding::places` lists when exchanges were many.
std::uint64_t PlaceCount(const Finding& finding);
// "owasp API2:2023, cwe 306".
std::string ControlsText(const Rule& rule);
// "`acme.token_replay` cannot be decided on `web.har`: HAR 1.2 does not record `client_ip`".
std::string CapabilityText(const CapabilityNote& note);
// Why a rule with a status other than `evaluated` decided nothing, for people: the reason of the run, else
// what the status means.
std::string StatusText(const Rule& rule);

// Findings of one rule, in the order of the report.
struct RuleFindings {
  std::uint32_t rule = 0;
  std::vector<std::uint32_t> findings;
};
// Those of `findings` with one of `verdicts`, by severity, then by rule.
std::vector<RuleFindings> ByRule(const Report& report, const std::vector<std::uint32_t>& findings,
                                 const std::vector<std::string_view>& verdicts);

struct Tally {
  std::uint64_t failing = 0, blocking = 0, waived = 0, undecided = 0, errors = 0;  // findings
};
Tally TallyOf(const Report& report);

// "9 evaluated, 2 not evaluated, 1 never applied": statuses in that order, those that occur.
std::string RuleStatusesText(const Report& report);
// What the reader should do now, most urgent first; never empty.
std::vector<std::string> NextSteps(const Report& report);

}  // namespace writ::report
