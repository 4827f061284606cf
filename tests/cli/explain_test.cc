// `writ explain` as its user sees it: a report is written by `writ check`, and its findings are explained from the same inputs, or refused.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kMetadata = "  severity high impact integrity controls cwe 770 fix_within 30d rationale \"r\" remediation \"m\"\n";
std::string Policy(const std::string& items) { return "policy shop.pay version \"1.0.0\" language 1\n" + items; }
std::string Rule(const std::string& name, const std::string& body) { return "rule " + name + " \"a title\" {\n" + kMetadata + body + "}\n"; }
std::string Detector(const std::string& name, const std::string& body) { return "detect " + name + " \"a title\" {\n" + kMetadata + "  confidence high\n" + body + "}\n"; }

constexpr const char* kSpec =
    "openapi: 3.0.3\n"
    "info: {title: t, version: \"1\"}\n"
    "paths:\n"
    "  /a:\n"
    "    get: {operationId: getA, tags: [x], responses: {\"200\": {description: ok}}}\n"
    "    delete: {responses: {\"204\": {description: gone}}}\n"
    "  /health:\n"
    "    get: {responses: {\"200\": {description: ok}}}\n";

constexpr const char* kNamed =
    "  for each operation op\n"
    "  where op.path != \"/health\"\n"
    "  require has op.operation_id as unnamed\n"
    "  require op.tags is not empty as untagged\n"
    "  report \"name and tag it\" at op\n";

// One request a second from the given address.
std::string Exchange(int second, const std::string& path, int status, const std::string& more = "") {
  return "{\"ts\":" + std::to_string(1767225600000LL + second * 1000LL) + R"(,"client_ip":"192.0.2.1","request":{"method":"GET","scheme":"https","host":"h.example","path":")" + path + "\"" + more +
         R"(},"response":{"status":)" + std::to_string(status) + "}}\n";
}

// A folder in which a check has been run.
struct Project {
  Folder folder;
  std::vector<std::string> names;   // what the run was given

  explicit Project(const std::string& policies) { folder.Write("policies/p.writ", Policy(policies)); }
  Project& Spec(const std::string& text = kSpec) {
    folder.Write("api.yaml", text);
    Add({"--spec", "api.yaml"});
    return *this;
  }
  Project& Traffic(const std::string& lines) {
    folder.Write("log.ndjson", lines);
    Add({"--traffic", "log.ndjson"});
    return *this;
  }
  void Add(const std::vector<std::string>& more) { names.insert(names.end(), more.begin(), more.end()); }

  Ran In(std::vector<std::string> arguments) const {
    Setting setting;
    setting.folder = folder.path();
    arguments.insert(arguments.end(), {"--policies", "policies"});
    arguments.insert(arguments.end(), names.begin(), names.end());
    return RunWrit(arguments, setting);
  }
  Project& Check(const std::string& as_of = "2026-01-01T00:00:00Z") {
    const Ran ran = In({"check", "--out", "report", "--as-of", as_of});
    CAPTURE(ran.err);
    CHECK((ran.code == 0 || ran.code == 1));
    return *this;
  }
  std::string Report() const { return Slurp(folder / "report/report.json"); }
  // The fingerprint of the first finding that has `member`, such as `"reason":"untagged"`.
  std::string FingerprintOf(const std::string& member) const {
    const std::string text = Report();
    for (std::size_t at = text.find("\"fingerprint\":\""); at != std::string::npos; at = text.find("\"fingerprint\":\"", at + 1)) {
      const std::size_t next = std::min(text.find("\"fingerprint\":\"", at + 1), text.find("\"gate\":", at));
      if (text.substr(at, next - at).find(member) != std::string::npos) return text.substr(at + 15, 64);
    }
    FAIL("no finding has " << member);
    return {};
  }
  Ran Explain(const std::string& what, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"explain", what, "--report", "report/report.json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return In(arguments);
  }
};

}  // namespace

TEST_CASE("explain: a finding in a description, clause by clause, with values and places") {
  Project project(Rule("named", kNamed));
  project.Spec().Check();
  const std::string fingerprint = project.FingerprintOf("\"reason\":\"untagged\"");
  const Ran ran = project.Explain(fingerprint.substr(0, 8));
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out ==
        fingerprint.substr(0, 12) +
            ": shop.pay.named, fail\n"
            "  DELETE /a: name and tag it\n"
            "  judged once more, as of 2026-01-01T00:00:00Z, on inputs with the digests of the report\n"
            "  op: DELETE /a  (api.yaml:6:5)\n"
            "\n"
            "  where op.path != \"/health\"    p.writ:5:9\n"
            "    holds\n"
            "      op.path  →  \"/a\"  (api.yaml:4:3)\n"
            "\n"
            "  require has op.operation_id as unnamed    p.writ:6:3\n"
            "    does not hold, reason `unnamed`\n"
            "      op.operation_id  →  absent  (would stand at api.yaml:6:5)\n"
            "\n"
            "  require op.tags is not empty as untagged    p.writ:7:3\n"
            "    does not hold, reason `untagged`\n"
            "      op.tags  →  []  (would stand at api.yaml:6:5)\n"
            "\n"
            "  verdict: fail\n"
            "\n"
            "  no waiver names this rule\n");
}

TEST_CASE("explain: why a rule passes on a subject, does not apply, or has no such subject") {
  Project project(Rule("named", kNamed));
  project.Spec().Check();
  const Ran passing = project.Explain("shop.pay.named", {"--subject", "GET /a"});
  CHECK(passing.code == 0);
  CHECK(Has(passing.out, "op.operation_id  →  \"getA\"  (api.yaml:5:11)"));
  CHECK(Has(passing.out, "verdict: pass"));
  const Ran elsewhere = project.Explain("shop.pay.named", {"--subject", "GET /health"});
  CHECK(elsewhere.code == 0);
  CHECK(Has(elsewhere.out, "does not hold: the rule does not apply to this subject\n      op.path  →  \"/health\""));
  CHECK(Has(elsewhere.out, "not looked at: it was over before"));
  CHECK(Has(elsewhere.out, "verdict: not applicable"));
  const Ran none = project.Explain("shop.pay.named", {"--subject", "GET /heath"});
  CHECK(none.code == 2);
  CHECK(none.out.empty());
  CHECK(Has(none.err, "W6033"));
  CHECK(Has(none.err, "did you mean `GET /health`?"));
  const Ran no_rule = project.Explain("shop.pay.nmed", {"--subject", "GET /health"});
  CHECK(no_rule.code == 2);
  CHECK(Has(no_rule.err, "did you mean `shop.pay.named`?"));
}

TEST_CASE("explain: a name that fits several findings or none") {
  Project project(Rule("named", kNamed));
  project.Spec().Check();
  const Ran several = project.Explain("shop.pay.named");
  CHECK(several.code == 2);
  CHECK(Has(several.err, "2 findings are called `shop.pay.named`"));
  CHECK(Has(several.err, project.FingerprintOf("\"reason\":\"untagged\"").substr(0, 12)));
  CHECK(Has(project.Explain("000000000000").err, "the report has no finding `000000000000`"));
  CHECK(project.Explain("\x1b[31m").code == 2);
  CHECK(!Has(project.Explain("\x1b[31m").err, "\x1b"));
  const Ran no_report = RunWrit({"explain", "0123456789ab"});
  CHECK(no_report.code == 2);
  CHECK(Has(no_report.err, "add --report report.json"));
  CHECK(RunWrit({"explain", "writ.authentication.operation_declares_auth", "--subject", "GET /a"}).code == 2);
}

TEST_CASE("explain: other inputs than those of the report are refused, each by name") {
  const std::string rule = Rule("short", "  for each operation op\n  require op.path.length() <= longest\n  report \"r\" at op\n");
  const auto make = [&](Project& project) { project.Spec().Traffic(Exchange(0, "/a", 200)).Check(); };
  const std::string param = "param longest: int = 1\n";
  {
    Project project(param + rule);
    make(project);
    const std::string fingerprint = project.FingerprintOf("\"rule\":\"shop.pay.short\"");
    CHECK(project.Explain(fingerprint).code == 0);
    project.folder.Write("api.yaml", std::string(kSpec) + "# one more line\n");
    const Ran ran = project.Explain(fingerprint);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(Has(ran.err, "W6032"));
    CHECK(Has(ran.err, "api.yaml: error[W6032]: this description is not the one that the report was judged on"));
  }
  {
    Project project(param + rule);
    make(project);
    const std::string fingerprint = project.FingerprintOf("\"rule\":\"shop.pay.short\"");
    project.folder.Write("log.ndjson", Exchange(0, "/b", 200));
    CHECK(Has(project.Explain(fingerprint).err, "log.ndjson: error[W6032]: this recording is not the one"));
    project.folder.Write("log.ndjson", Exchange(0, "/a", 200));
    CHECK(project.Explain(fingerprint).code == 0);
    project.folder.Write("policies/p.writ", Policy(param + rule) + "\n");
    CHECK(Has(project.Explain(fingerprint).err, "p.writ: error[W6032]: this policy is not the one"));
    project.folder.Write("policies/p.writ", Policy(param + rule));
    project.names = {"--spec", "api.yaml"};
    CHECK(Has(project.Explain(fingerprint).err, "log.ndjson: error[W6032]: the report was judged on this recording, which this run does not have"));
  }
  {
    Project project("input longest: int\n" + rule);
    project.Spec().Add({"--input", "longest=1"});
    project.Check();
    const std::string fingerprint = project.FingerprintOf("\"rule\":\"shop.pay.short\"");
    CHECK(project.Explain(fingerprint).code == 0);
    project.names.back() = "longest=0";
    CHECK(Has(project.Explain(fingerprint).err, "shop.pay.longest: error[W6032]: it was 1 for the report, and now it is 0"));
  }
}

TEST_CASE("explain: a report that was altered, or is none") {
  Project project(Rule("named", kNamed));
  project.Spec().Check();
  const std::string report = project.Report(), fingerprint = project.FingerprintOf("\"reason\":\"untagged\"");
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = report;
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    project.folder.Write("report/report.json", text);
    return project.Explain(fingerprint);
  };
  const std::string verdict = "\"verdict\":\"fail\"}";
  const Ran altered = with(fingerprint + "\",\"formerly\":[],\"identity\":{\"api\":\"api\",\"method\":\"DELETE\",\"path\":\"/a\"}", fingerprint + "\",\"formerly\":[],\"identity\":{}");
  CHECK(altered.code == 0);   // the identity decides nothing but waivers
  std::string text = report;
  for (std::size_t at = text.find("\"findings\":["); (at = text.find(verdict, at)) != std::string::npos && at < text.find("\"gate\":");) text.replace(at, verdict.size(), "\"verdict\":\"error\"}");
  project.folder.Write("report/report.json", text);
  const Ran other_verdict = project.Explain(fingerprint);
  CHECK(other_verdict.code == 2);
  CHECK(other_verdict.out.empty());
  CHECK(Has(other_verdict.err, "the report says `error`, and judging once more says `fail`"));
  // A finding that nobody judged.
  text = report;
  std::string forged = fingerprint;
  forged[0] = forged[0] == '0' ? '1' : '0';
  for (std::size_t at; (at = text.find(fingerprint)) != std::string::npos;) text.replace(at, 64, forged);
  project.folder.Write("report/report.json", text);
  CHECK(Has(project.Explain(forged).err, "judging once more does not give this finding"));
  project.folder.Write("report/report.json", report);
  CHECK(with("\"fuel_per_subject\":", "\"fuel_per_subject\":1").code == 2);
}

TEST_CASE("explain: files that are no report") {
  Project project(Rule("named", kNamed));
  project.Spec().Check();
  for (const char* text : {"", "{", "{}", "[]", "null", "{\"report_version\":\"1.0.0\"}", "{\"report_version\":\"9.0.0\"}", "{\"report_version\":1}", "a: b", "\xff\xfe"}) {
    CAPTURE(text);
    project.folder.Write("report/report.json", text);
    const Ran ran = project.Explain("0123456789ab");
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(Has(ran.err, "report/report.json"));
  }
  CHECK(RunWrit({"explain", "0123456789ab", "--report", "/nonexistent.json"}).code == 2);
}

TEST_CASE("explain: a finding in traffic names the exchange, and any exchange can be asked for") {
  Project project(Rule("answers", "  for each exchange x joined with operation op\n  where has x.status\n  require x.status < 500\n  report \"it answers ${x.status}\"\n"));
  project.Spec().Traffic(Exchange(0, "/a", 200) + Exchange(1, "/a", 503) + Exchange(2, "/a", 500) + Exchange(3, "/b", 500)).Check();
  const Ran finding = project.Explain("shop.pay.answers");
  CHECK(finding.code == 0);
  CHECK(Has(finding.out, "2 subjects are folded into it; shown is the first one"));
  CHECK(Has(finding.out, "  x: log.ndjson, exchange 2: GET /a → 503\n  op: GET /a  (api.yaml:5:5)\n"));
  CHECK(Has(finding.out, "x.status  →  503"));
  const Ran other = project.Explain("shop.pay.answers", {"--subject", "log.ndjson, exchange 1"});
  CHECK(Has(other.out, "x.status  →  200"));
  CHECK(Has(other.out, "verdict: pass"));
  CHECK(project.Explain("shop.pay.answers", {"--subject", "log.ndjson, exchange 9"}).code == 2);
  // Of no operation, so it is no subject of this rule.
  CHECK(project.Explain("shop.pay.answers", {"--subject", "log.ndjson, exchange 4"}).code == 2);
}

TEST_CASE("explain: a group, its window, and why an exchange belongs to it") {
  Project project(Detector("guessing",
                           "  for each exchange x where has x.status and x.status == 401 and has x.client_ip\n  group by x.client_ip as client within sliding 10s\n  let tries = count()\n  raise when tries >= 3\n"
                           "  report \"${tries} tries\"\n"));
  project.Traffic(Exchange(0, "/a", 401) + Exchange(1, "/a", 200) + Exchange(2, "/a", 401) + Exchange(3, "/a", 401)).Check();
  const Ran ran = project.Explain("shop.pay.guessing");
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "the first window that raises: 3 exchanges\n    log.ndjson, exchange 1: GET /a → 401\n    log.ndjson, exchange 3: GET /a → 401\n    log.ndjson, exchange 4: GET /a → 401\n"));
  CHECK(Has(ran.out, "  raise when tries >= 3"));
  CHECK(Has(ran.out, "    holds: it raises\n      tries  →  3\n"));
  CHECK(Has(ran.out, "why the first of these exchanges belongs to the group"));
  CHECK(Has(ran.out, "x.status  →  401"));
  CHECK(Has(ran.out, "  group by client"));
  CHECK(Has(ran.out, "verdict: fail"));
  const Ran row = project.Explain("shop.pay.guessing", {"--subject", "log.ndjson, exchange 2"});
  CHECK(row.code == 0);
  CHECK(Has(row.out, "x.status  →  200"));
  CHECK(Has(row.out, "  belongs to no group: not applicable\n"));
  const Ran group = project.Explain("shop.pay.guessing", {"--subject", "client 192.0.2.1"});
  CHECK(group.code == 0);
  CHECK(Has(group.out, "verdict: fail"));
  CHECK(Has(project.Explain("shop.pay.guessing", {"--subject", "client 192.0.2.2"}).err, "did you mean `client 192.0.2.1`?"));
}

TEST_CASE("explain: a group that does not raise shows the last window") {
  Project project(Detector("guessing", "  for each exchange x where has x.client_ip\n  group by x.client_ip as client within sliding 10s\n  raise when count() >= 3\n  report \"r\"\n"));
  project.Traffic(Exchange(0, "/a", 401) + Exchange(1, "/a", 401)).Check();
  const Ran ran = project.Explain("shop.pay.guessing", {"--subject", "client 192.0.2.1"});
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "    does not hold\n      count()  →  2\n"));
  CHECK(Has(ran.out, "verdict: pass"));
}

TEST_CASE("explain: a sequence shows the exchanges of its match") {
  Project project(Detector("reuse",
                           "  for each exchange x where has x.client_ip\n  group by x.client_ip as client\n  sequence {\n    out where x.path == \"/logout\"\n    then used where x.path == \"/a\" and x.succeeded\n  } within 1m\n  report \"r\"\n"));
  project.Traffic(Exchange(0, "/a", 200) + Exchange(1, "/logout", 204) + Exchange(2, "/a", 200)).Check();
  const Ran ran = project.Explain("shop.pay.reuse");
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "the match: 2 exchanges\n    log.ndjson, exchange 2: GET /logout → 204\n    log.ndjson, exchange 3: GET /a → 200\n"));
  CHECK(Has(ran.out, "every match of the sequence raises"));
  CHECK(Has(ran.out, "this exchange can be it"));
}

TEST_CASE("explain: rows that join no group") {
  Project project(Detector("guessing", "  for each exchange x where has x.client_ip\n  group by x.client_ip as client within sliding 10s\n  raise when count() >= 3\n  report \"r\"\n"));
  const std::string timed = Exchange(0, "/a", 401);
  project.Traffic(timed + "{" + timed.substr(timed.find("\"client_ip\""))).Check();
  const Ran ran = project.Explain(project.FingerprintOf("\"subject_kind\":\"rows\""));
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "x: log.ndjson, exchange 2: GET /a → 401"));
  CHECK(Has(ran.out, "  joins no group: `start` is unknown: not recorded\n"));
  const Ran other = project.Explain("shop.pay.guessing", {"--subject", "log.ndjson, exchange 1"});
  CHECK(Has(other.out, "  belongs to the group: client 192.0.2.1\n"));
}

TEST_CASE("explain: waivers, covering, ended, and not covering") {
  const auto waiver = [](const std::string& name, const std::string& where, const std::string& until) {
    return "waiver " + name + " for named where " + where + "\n  until t\"" + until + "\" reason \"agreed\" author \"ann\" approved_by \"bob\" ticket \"SEC-1\"\n";
  };
  Project project(Rule("named", kNamed) + waiver("gone", "subject.path == \"/a\"", "2020-01-01") + waiver("other", "subject.path == \"/b\"", "2030-01-01") +
                  waiver("agreed", "subject.method == \"DELETE\"", "2030-01-01"));
  project.Spec().Check();
  const Ran ran = project.Explain(project.FingerprintOf("\"reason\":\"untagged\""));
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, ": shop.pay.named, waived\n"));
  CHECK(Has(ran.out, "covered it until it ended on 2020-01-01\n"));
  CHECK(Has(ran.out, "    does not cover it\n      subject.path == \"/b\"  →  does not hold\n        subject.path  →  \"/a\"\n"));
  CHECK(Has(ran.out, "    covers it until 2030-01-01\n"));
  CHECK(Has(ran.out, "    because: agreed\n    by ann, approved by bob, SEC-1\n"));
  const Ran expired = project.Explain(project.FingerprintOf("\"reason\":\"expired\""));
  CHECK(expired.code == 0);
  CHECK(Has(expired.out, "  waiver gone of shop.pay.named"));
  CHECK(Has(expired.out, "    ended on 2020-01-01\n"));
}

TEST_CASE("explain: a rule that is not active says why") {
  Project project("input stage: enum {staging, production}\n" + Rule("named", std::string("  activate when stage == production\n") + kNamed));
  project.Spec().Add({"--input", "stage=staging"});
  project.Check();
  const Ran ran = project.Explain("shop.pay.named", {"--subject", "GET /a"});
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "the rule is not active"));
  CHECK(Has(ran.out, "stage == production  →  does not hold\n      stage  →  staging\n"));
}

TEST_CASE("explain: of a thousand elements the first of each outcome are shown and the others counted") {
  std::string spec = "openapi: 3.0.3\ninfo: {title: t, version: \"1\"}\npaths:\n  /a:\n    get:\n      parameters:\n";
  for (int i = 0; i < 1000; ++i) spec += "        - {name: p" + std::to_string(i) + ", in: query, schema: {type: string}}\n";
  spec += "      responses: {\"200\": {description: ok}}\n";
  Project project(Rule("few", "  for each operation op\n  require count(p in op.parameters: p.name != \"p3\") < 10\n  report \"r\" at op\n"));
  project.Spec(spec).Check();
  const Ran ran = project.Explain("shop.pay.few");
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "p.name != \"p3\"  →  false"));
  CHECK(Has(ran.out, "(and 997 more such)"));
  CHECK(ran.out.size() < 4000);
}

TEST_CASE("explain: no secret is shown, wherever it stands") {
  const std::string bearer = "Zq7bearerKx93mPwL2vTn8", json = "Zq7jsonpwKx93mPwL2vTn8", form = "Zq7formpwKx93mPwL2vTn8", query = "Zq7querykKx93mPwL2vTn8";
  const std::string more = R"(,"headers":[{"name":"Authorization","value":"Bearer )" + bearer + R"("}],"content":{"mimeType":"application/json","text":"{\"password\":\")" + json + R"(\",\"all\":{\"secret\":[\")" + form +
                           R"(\"]}}"})";
  Project project(Rule("body",
                       "  for each exchange x\n  let body = x.request.body else skip\n  let document = body.to_json() else skip\n"
                       "  require not has document.at(\"/password\") as a\n  require body.length() < 3 as b\n  require not (body.lower() contains \"pass\") as c\n"
                       "  require not has x.request.header(\"authorization\") as d\n  require not has x.query_param(\"access_token\") as e\n"
                       "  require document.find(jp\"$..secret[*]\") is empty as f\n  report \"r\"\n") +
                  Detector("tokens", "  for each exchange x where has x.request.header(\"authorization\")\n  group by x.request.header(\"authorization\") as who within sliding 10s\n  raise when count() >= 1\n  report \"r\"\n"));
  project.Traffic(Exchange(0, "/a?access_token=" + query, 200, more)).Check();
  for (const char* member : {"\"reason\":\"a\"", "\"subject_kind\":\"group\""}) {
    const Ran ran = project.Explain(project.FingerprintOf(member));
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    for (const std::string& secret : {bearer, json, form, query}) CHECK(!Has(ran.out + ran.err, secret.substr(3, 12)));
  }
}

TEST_CASE("explain: a rule says what it means, which sources decide it, and what makes it pass") {
  const Ran shipped = RunWrit({"explain", "writ.error_handling.authentication_failure_is_described"});
  CHECK(shipped.code == 0);
  for (const char* part : {"severity:", "controls:", "cost:", "reads:", "decided on:\n  API descriptions\n", "why:", "what to do:", "before (-) it fails, after (+) it passes"}) {
    CAPTURE(part);
    CHECK(Has(shipped.out, part));
  }
  CHECK(Has(shipped.out, "\n  +"));
  Project project(Detector("guessing", "  for each exchange x where has x.client_ip\n  group by x.client_ip as client within sliding 10s\n  raise when count() >= 3\n  report \"r\"\n"));
  const Ran own = project.In({"explain", "shop.pay.guessing"});
  CHECK(own.code == 0);
  CHECK(Has(own.out, "HAR 1.2: no, it does not record client_ip"));
  CHECK(!Has(own.out, "before (-)"));
}

TEST_CASE("explain: every finding of the sample project") {
  const std::string sample = RepoPath("examples/ledgerline");
  Folder folder;
  Setting setting;
  setting.folder = sample;
  const Ran check = RunWrit({"check", "--as-of", "2026-03-01T00:00:00Z", "--out", folder / "report"}, setting);
  CHECK(check.code == 1);
  const std::string report = Slurp(folder / "report/report.json");
  std::size_t explained = 0;
  const std::size_t end = report.find("\"gate\":");
  for (std::size_t at = report.find("\"fingerprint\":\""); at < end; at = report.find("\"fingerprint\":\"", at + 1)) {
    const Ran ran = RunWrit({"explain", report.substr(at + 15, 64), "--report", folder / "report/report.json"}, setting);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(Has(ran.out, "verdict: "));
    ++explained;
  }
  CHECK(explained > 10);
}
