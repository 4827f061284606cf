// What a person reads in the terminal: findings, summary, folding, width, colour.
#include <doctest/doctest.h>

#include <sstream>

#include "base/utf8.h"
#include "report/writers/terminal.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

TEST_CASE("a finding is shown with its place excerpt fix and controls") {
  const test::Sample sample;
  const std::string text = RenderTerminal(sample.Build(), sample.sources, {});
  const std::string expected =
      "critical  Every operation declares authentication  1 finding, blocking\n"
      "  acme.auth.declares_auth · owasp API2:2023, cwe 306 · fix within 7d\n"
      "\n"
      "  GET /users can be called with no credentials\n"
      "    → specs/pay.yaml:4:5 (absent; the nearest node above it)\n"
      "      |\n"
      "    4 |     get:\n"
      "      |     ^^^\n"
      "\n"
      "  fix   Add a `security` requirement to the operation or list the path in PUBLIC.\n";
  CHECK_MESSAGE(text.find(expected) != std::string::npos, text);
}

TEST_CASE("the summary the undecided the waived and the gate are there") {
  const test::Sample sample;
  const std::string text = RenderTerminal(sample.Build(), sample.sources, {});
  for (const char* part :
       {"writ 0.1.0 · shop · as of 2026-01-15T00:00:00Z\n",
        "  APIs        pay (OpenAPI 3.0.3): 6 operations, 2 of them observed in 20 exchanges\n",
        "  subjects    27 verdicts: 16 passed, 8 failed, 1 waived, 1 undecided, 1 not applicable\n",
        "    7 exchanges:\n", "      and 2 more\n", "W_118 until 2026-12-31: Decommission planned",
        "HAR 1.2 does not record `client_ip`", "  · writ.transport.https: vacuous, no server is declared\n",
        "  · broken.har: breaks off", "failed: 2 findings, 1 blocking, 1 waived (fails on high and above)\n",
        "What to do next\n  1. Repair"}) {
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
  }
}

TEST_CASE("long runs of one rule are folded and verbose unfolds them") {
  test::Sample sample;
  const engine::Finding model = sample.evaluation.findings[0];
  for (int i = 0; i < 30; ++i) {
    engine::Finding copy = model;
    copy.subject = "GET /" + std::to_string(100 + i);
    copy.message = copy.subject + " is open";
    sample.evaluation.findings.push_back(copy);
  }
  const Report report = sample.Build();
  const std::string text = RenderTerminal(report, sample.sources, {});
  CHECK(text.find("31 findings, blocking") != std::string::npos);
  CHECK(text.find("GET /104 is open") != std::string::npos);
  CHECK(text.find("GET /105 is open") == std::string::npos);
  CHECK(text.find("and 26 more, see report.html") != std::string::npos);
  TerminalOptions verbose;
  verbose.verbose = true;
  CHECK(RenderTerminal(report, sample.sources, verbose).find("GET /129 is open") != std::string::npos);
}

TEST_CASE("lines keep to the width") {
  test::Sample sample;
  sample.module.rules[0].metadata.remediation =
      "Say in many words that are short what one has to do so that this goes away and does not come back "
      "soon.";
  for (const std::size_t width : {60u, 100u}) {
    TerminalOptions options;
    options.width = width;
    std::istringstream lines(RenderTerminal(sample.Build(), sample.sources, options));
    for (std::string line; std::getline(lines, line);) {
      // Headings and places are one unit and are not broken.
      if (line.find("→") != std::string::npos || line.find("Every ") != std::string::npos ||
          line.find("failed:") == 0)
        continue;
      CHECK_MESSAGE(CodePointCount(line) <= width, line);
    }
  }
}

TEST_CASE("foreign text cannot steer the terminal and secrets stay hidden") {
  test::Sample sample;
  sample.evaluation.findings[0].message = "\x1b[2J\x1b]0;owned\x07 \xE2\x80\xAE gnp";
  sample.evaluation.findings[0].main = sample.evaluation.findings[1].main;  // a line with a token
  sample.evaluation.project = "a\nb\x1b[31m";
  const std::string text = RenderTerminal(sample.Build(), sample.sources, {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0") == std::string::npos);
  CHECK(text.find("ber, use Bearer") != std::string::npos);
}

TEST_CASE("colour is only added when asked for") {
  const test::Sample sample;
  TerminalOptions options;
  options.colour = true;
  std::string coloured = RenderTerminal(sample.Build(), sample.sources, options);
  CHECK(coloured.find("\x1b[1;31mcritical\x1b[0m") != std::string::npos);
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == RenderTerminal(sample.Build(), sample.sources, {}));
}

TEST_CASE("a run without anything says so") {
  const std::string text = RenderTerminal(Report{}, SourceMap{}, {});
  CHECK(text.find("APIs        none") != std::string::npos);
  CHECK(text.find("passed: 0 findings") != std::string::npos);
  CHECK(text.find("1. Nothing.") != std::string::npos);
}

}  // namespace
}  // namespace writ::report
