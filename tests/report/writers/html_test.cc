// The page: well formed, self-contained, complete, and closed to hostile text.
#include <doctest/doctest.h>

#include <set>

#include "base/digest.h"
#include "report/writers.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

// Element names of all tags, and whether every tag that opens is closed in order.
bool IsBalanced(const std::string& html, std::set<std::string>& names) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    if (html.compare(at, 2, "<!") == 0) continue;
    const bool closes = html[at + 1] == '/';
    std::size_t end = at + (closes ? 2 : 1);
    const std::size_t begin = end;
    while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end])) != 0) ++end;
    const std::string name = html.substr(begin, end - begin);
    names.insert(name);
    if (name == "meta" || name == "input") continue;
    if (!closes) {
      open.push_back(name);
      if (name == "script" || name == "style") at = html.find("</", at) - 1;
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

TEST_CASE("the page is well formed self contained and has its landmarks") {
  const test::Sample sample;
  const std::string html = RenderHtml(sample.Build(), sample.sources);
  std::set<std::string> names;
  CHECK(IsBalanced(html, names));
  for (const char* name : {"main", "nav", "header", "footer", "section", "details", "caption"})
    CHECK_MESSAGE(names.count(name) == 1, name);
  for (const char* name : {"img", "link", "iframe", "object", "base"})
    CHECK_MESSAGE(names.count(name) == 0, name);
  CHECK(Count(html, "<h1>") == 1);
  CHECK(html.find("<html lang=\"en\">") != std::string::npos);
  for (const char* absent :
       {"http://", "https://", "src=", "url(", " style=", "javascript:", " onclick", "@import"}) {
    CHECK_MESSAGE(html.find(absent) == std::string::npos, absent);
  }
}

TEST_CASE("the content security policy allows the one style and the one script") {
  const test::Sample sample;
  const std::string html = RenderHtml(sample.Build(), sample.sources);
  CHECK(html.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(html.find("base-uri 'none'; form-action 'none'") != std::string::npos);
  CHECK(Count(html, "<script>") == 1);
  CHECK(Count(html, "<style>") == 1);
  // The digests are base64 of what stands between the tags, 43 letters and one '='.
  const std::size_t at = html.find("script-src 'sha256-") + 19;
  const std::string base64 = html.substr(at, html.find('\'', at) - at);
  REQUIRE(base64.size() == 44);
  const std::size_t begin = html.find("<script>") + 8;
  const Sha256Digest digest = Sha256Of(html.substr(begin, html.find("</script>") - begin));
  static const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::uint32_t bits = 0;
  std::size_t byte = 0;
  for (std::size_t i = 0; i < 43; ++i) {
    bits = (bits << 6) | static_cast<std::uint32_t>(alphabet.find(base64[i]));
    if (i % 4 == 0) continue;
    const std::size_t shift = 6 - 2 * (i % 4);
    if (byte < digest.size()) CHECK(digest[byte++] == ((bits >> shift) & 0xFF));
  }
  CHECK(byte == 32);
}

TEST_CASE("the page shows findings denominators undecided waivers and inputs") {
  const test::Sample sample;
  const std::string html = RenderHtml(sample.Build(), sample.sources);
  for (const char* part :
       {"<title>shop: API security report</title>", "✗ Gate failed", "<h2 id=\"api-0\">pay · Payments</h2>",
        "<span class=\"badge critical\">critical</span>",
        "<h4>GET /users can be called with no credentials</h4>", "<mark>get</mark>",
        "<code>security</code> requirement", "owasp API2:2023, cwe 306", "<p>7 exchanges:</p>",
        "and 2 more in report.json", "HAR 1.2 does not record <code>client_ip</code>",
        "vacuous: no server is declared", "<td>Decommission planned</td>",
        "W_118: POST /pay can be called with no credentials", "Evidence: the first 1",
        "broken.har: breaks off",
        "<dd>27 examined: 16 passed, 8 failed, 1 waived, 1 undecided, 0 errors, 1 not applicable</dd>"}) {
    CHECK_MESSAGE(html.find(part) != std::string::npos, part);
  }
  CHECK(html.find(std::string(64, 'd')) != std::string::npos);
}

TEST_CASE("hostile text cannot become markup wherever it stands") {
  test::Sample sample;
  const std::string evil = "\"'><script>alert(1)</script><!--&amp; \xE2\x80\xAE\x1b[1m\xff";
  engine::Evaluation& in = sample.evaluation;
  in.project = evil;
  in.now = evil;
  in.gate.fail_on = evil;
  in.gate.reasons[0].what = evil + " `" + evil + "`";
  in.input_problems = {evil};
  for (engine::ApiResult& api : in.apis) {
    api.name = api.title = api.version = api.format = api.exposure = evil;
    api.owner = api.sensitivity = api.impact = api.lifecycle = evil;
    api.hosts = {evil};
    api.descriptions[0].name = api.descriptions[0].digest = evil;
  }
  in.recordings[0].name = in.recordings[0].format = evil;
  in.capability_notes[0].fields = {evil};
  for (engine::InputValue& value : in.values) value.name = value.value = value.source = evil;
  for (engine::Finding& finding : in.findings) {
    finding.fingerprint = finding.reason = finding.subject = finding.subject_kind = finding.message = evil;
    finding.api = finding.rule < 2 ? evil : "";
    finding.identity = {{evil, evil}};
    for (engine::Place& place : finding.places) place.label = place.pointer = evil;
    for (engine::Evidence& evidence : finding.evidence) evidence.message = evidence.place.label = evil;
  }
  for (bytecode::Rule& rule : sample.module.rules) {
    rule.id = rule.metadata.title = rule.metadata.impact = rule.metadata.owner = rule.metadata.rationale =
        rule.metadata.remediation = evil;
    rule.metadata.controls = {{evil, evil}};
  }
  for (engine::RuleResult& rule : in.rules) rule.status_reason = evil;
  for (bytecode::PolicyInfo& policy : sample.module.policies)
    policy.name = policy.version = policy.file = policy.digest = evil;
  bytecode::Waiver& waiver = sample.module.waivers[0];
  waiver.name = waiver.rule = waiver.until_text = waiver.reason = waiver.author = waiver.approved_by =
      waiver.ticket = evil;
  // The excerpt's line is foreign too.
  const FileId file = sample.sources.Add(evil, "<script>alert(2)</script> \"quoted\" & more\n");
  in.findings[0].main.span = {file, 0, 8};
  in.findings[0].main.pointer = evil;

  const std::string html = RenderHtml(sample.Build(), sample.sources);
  CHECK(Count(html, "<script") == 1);
  CHECK(html.find("alert(1)</script>") == std::string::npos);
  CHECK(html.find("<!--") == std::string::npos);
  CHECK(html.find("\x1b") == std::string::npos);
  CHECK(html.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(html.find("\xff") == std::string::npos);
  std::set<std::string> names;
  CHECK(IsBalanced(html, names));
  // Every text that can be shown was hostile: what is left of it is only the escaped form.
  CHECK(Count(html, "&lt;script&gt;alert(1)") > 40);
  CHECK(html.find("<mark>&lt;script&gt;</mark>alert(2)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("a secret on the line of a finding is not in the page") {
  test::Sample sample;
  sample.evaluation.findings[0].main = sample.evaluation.findings[1].main;
  const std::string html = RenderHtml(sample.Build(), sample.sources);
  CHECK(html.find("use Bearer") != std::string::npos);
  CHECK(html.find("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0") == std::string::npos);
}

TEST_CASE("many findings of one rule are folded into a number") {
  test::Sample sample;
  const engine::Finding model = sample.evaluation.findings[0];
  for (int i = 0; i < 150; ++i) sample.evaluation.findings.push_back(model);
  const std::string html = RenderHtml(sample.Build(), sample.sources);
  CHECK(Count(html, "<article ") == 101);
  CHECK(html.find("and 51 more findings of this rule") != std::string::npos);
}

}  // namespace
}  // namespace writ::report
