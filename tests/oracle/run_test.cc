// Whole runs: the machine and the oracle give the same lines, and a machine with a fault in it does not.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/oracle/both.h"
#include "tests/repo.h"
#include "vm/bytecode/instruction.h"

using namespace writ;
using test::Both;

namespace {

constexpr const char* kMetadata = R"(severity high impact data_leakage controls cwe 200 fix_within 1d rationale "r" remediation "m" )";

std::string Rule(const std::string& name, const std::string& body) { return "rule " + name + " \"t\" { " + kMetadata + body + " }\n"; }
std::string Detect(const std::string& name, const std::string& body) {
  return "detect " + name + " \"t\" { " + kMetadata + "confidence high " + body + " }\n";
}
std::string Policy(const std::string& items) { return "policy t version \"1.0.0\" language 1\n" + items; }

constexpr const char* kSpec = R"(openapi: 3.0.3
info: {title: t, version: "1"}
servers: [{url: https://api.example.com/v1}]
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: query, name: api_key}
  schemas:
    User:
      type: object
      required: [id]
      properties:
        id: {type: integer, minimum: 1, maximum: 1000}
        name: {type: string, maxLength: 40, enum: [a, b, 1, 1.0]}
        ratio: {type: number, minimum: 0.1, multipleOf: 0.01}
        next: {$ref: "#/components/schemas/User"}
paths:
  /users/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: getUser
      tags: [users, read]
      security: [{bearer: []}, {key: []}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
        4XX: {description: no}
    delete:
      deprecated: true
      security: [{}]
      responses: {"204": {description: gone}}
  /login:
    post:
      operationId: login
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
      responses: {default: {description: any}}
)";

std::string Line(int n, int second, const std::string& rest) {
  return R"({"id":"e)" + std::to_string(n) + R"(","ts":)" + std::to_string(1'767'323'000'000LL + second * 1000LL) + "," + rest + "}\n";
}

// Known, absent and unknown in one recording: addresses, headers, statuses, times.
std::string Exchanges() {
  std::string out;
  const auto request = [](const std::string& method, const std::string& path, const std::string& headers) {
    return R"("request":{"method":")" + method + R"(","scheme":"https","host":"api.example.com","path":")" + path + R"(","headers":)" + headers + "}";
  };
  const std::string token = R"([{"name":"Authorization","value":"Bearer abc"},{"name":"X-Trace","value":"1"}])";
  const std::string redacted = R"([{"name":"Authorization","value":"Bearer [REDACTED]"}])";
  const auto response = [](int status) {
    return R"("response":{"status":)" + std::to_string(status) + R"(,"headers":[{"name":"Content-Type","value":"application/json"}],"body":"x"})";
  };
  for (int i = 0; i < 14; ++i) {
    out += Line(i, i * 20, R"("client_ip":"10.0.)" + std::to_string(i) + R"(.1",)" + request("GET", "/v1/users/" + std::to_string(i), token) + "," + response(200));
  }
  out += Line(20, 300, R"("client_ip":null,)" + request("GET", "/v1/users/77", token) + "," + response(404));
  out += Line(21, 300, request("GET", "/v1/users/78", token) + "," + response(500));
  out += Line(22, 301, R"("client_ip":"10.9.9.9",)" + request("DELETE", "/v1/users/9", redacted) + "," + response(204));
  out += Line(23, 302, R"("client_ip":"10.9.9.9",)" + request("POST", "/v1/login", "null") + ",\"response\":null");
  out += Line(24, 900, R"("client_ip":"10.9.9.9",)" + request("GET", "/v1/unknown/9", token));
  out += R"({"id":"e25","ts":null,"client_ip":"10.1.1.1",)" + request("GET", "/v1/users/4", token) + "," + response(200) + "}\n";
  out += R"({"id":"e26","client_ip":"10.1.1.1","request":{"method":"GET","scheme":"https","host":"api.example.com","path":"/v1/users/5","headers":[],"headers_partial":true},)" +
         response(201) + "}\n";
  return out;
}

// Runs both and compares; the lines when they agree.
std::vector<std::string> Agree(Both& both) {
  const bool compiled = both.Compile();
  for (const Diagnostic& d : both.sink.all()) {
    if (d.severity == DiagnosticSeverity::kError) MESSAGE(d.message << " | " << d.help);
  }
  REQUIRE(compiled);
  const std::vector<std::string> oracle = both.OracleLines();
  const std::vector<std::string> engine = both.EngineLines();
  CHECK(oracle.size() == engine.size());
  std::vector<std::string> only_oracle, only_engine;
  std::set_difference(oracle.begin(), oracle.end(), engine.begin(), engine.end(), std::back_inserter(only_oracle));
  std::set_difference(engine.begin(), engine.end(), oracle.begin(), oracle.end(), std::back_inserter(only_engine));
  for (std::size_t i = 0; i < only_oracle.size() && i < 20; ++i) MESSAGE("oracle: " << only_oracle[i]);
  for (std::size_t i = 0; i < only_engine.size() && i < 20; ++i) MESSAGE("engine: " << only_engine[i]);
  CHECK(only_oracle.empty());
  CHECK(only_engine.empty());
  return oracle;
}

std::size_t CountLines(const std::vector<std::string>& lines, const std::string& part) {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; }));
}

std::string ManyRules() {
  std::string p;
  p += "const QUIET: set[string] = {\"/login\", \"/health\"}\nconst TWICE: int = 2 * 21\nparam most: int = 3\ninput stage: enum {dev, production}\n";
  p += "fn named(op: Operation): string = op.operation_id ?? op.id.lower()\n";
  p += "fn small(n: int): bool = n < most and n % 2 == 0\n";
  p += Rule("security", "for each operation op where op.path not in QUIET require op.security is not empty and all(r in op.security: r.schemes is not empty) report \"${named(op)} ${op.security}\" at op.security, op");
  p += Rule("tags", "for each operation op let first = op.tags.first() else indeterminate \"no tags on ${op.path}\" require first == \"users\" report \"${first}\" at op");
  p += Rule("limits", "for each schema s for each q in s.properties where q.name != \"next\" let own = q.schema else skip let least = own.minimum else fail \"${q.name} has no minimum\" as none at q require least >= 1.0 as low require (own.maximum ?? 5.5) / 2.0 < 100.0 as high report \"${least}\" at q");
  p += Rule("endless", "for each schema s where has s.multiple_of let m = s.multiple_of else skip require 1.0 / (m * 300.0) < 1.0 report \"x\" at s");
  p += Rule("overflow", "for each operation op require op.tags.size() * 9223372036854775807 + op.responses.size() > 1 report \"${op.tags}\" at op");
  p += Rule("zero", "for each operation op require TWICE / op.tags.size() - 2 > 20 report \"${op.tags}\" at op");
  p += Rule("comprehension", "for each operation op require [named(op) + r.status for r in op.responses where r.status matches re\"[0-9]+\"].to_set().size() == count(r in op.responses: small(r.status.length())) report \"${[r.status for r in op.responses]}\" at op");
  p += Rule("membership", "for each schema s require any(e in s.enum: e == e) or s.enum is empty report \"${s.enum}\" at s");
  p += Rule("media", "activate when stage == production for each exchange x joined with operation op where has x.status let r = op.response(x.status) else fail \"status ${x.status} is not described\" as status at x let media = x.response?.media_type else skip require r.media_types is empty or media in r.media_types as media_type report \"${media}\" at x, r");
  p += Rule("inactive", "activate when stage == dev for each exchange x require x.succeeded report \"x\" at x");
  p += Rule("headers", "for each exchange x require any(h in x.request.headers: h.name == \"authorization\") as some require all(h in x.request.headers: h.value != \"secret\") as every require none(h in x.request.headers: h.name == \"cookie\") as nobody require count(h in x.request.headers: h.name == \"x-trace\") < 1 as trace require x.request.headers is not empty as empty report \"${x.request.headers.size()}\" at x");
  p += Rule("times", "for each exchange x require x.start < now as past require x.start + 1h >= t\"2026-01-02\" as day require (x.duration ?? 1s) * 2 == 2s as length report \"${x.start}\" at x");
  p += Rule("unknowns", "for each exchange x require (x.client_ip ?? ip\"10.0.0.1\") in {ip\"10.0.0.0/16\", ip\"10.9.0.0/16\"} as network require x.token is known as token require has x.session or x.succeeded as either require not has x.subject as subject report \"${x.client_ip} ${x.token}\" at x per x.method");
  p += Detect("networks", "for each exchange x where has x.token and has x.client_ip group by x.token.fingerprint as token within sliding 10m raise when distinct(x.client_ip.network(24, 64)) > most report \"${token}\"");
  p += Detect("known_networks", "for each exchange x group by x.method as method within tumbling 1m raise when distinct(present(x.client_ip)) > 2 report \"${method}\"");
  p += Detect("pauses", "for each exchange x joined with operation op let id = x.path_param(\"id\")?.to_int() group by op.id as operation within session 100s raise when longest_run(present(id), 1) >= 3 and share(x.succeeded) > 50% report \"${operation}\"");
  p += Detect("statuses", "for each exchange x where has x.status group by x.host as host raise when max(x.status) - min(x.status) > 299 and avg(x.status) > 200.5 and quantile(x.status, 50%) == 200 and sum(x.status) > 1000 and 404 in set(x.status) and count() > 5 report \"${avg(x.status)} ${set(x.status)}\"");
  return Policy(p);
}

Both Sample() {
  Both both;
  both.AddPolicy("t.writ", ManyRules());
  both.AddSpec("t.yaml", kSpec);
  both.AddRecording("a.ndjson", Exchanges());
  both.Override("stage", "production");
  return both;
}

}  // namespace

TEST_CASE("oracle and machine agree on rules of every shape") {
  Both both = Sample();
  const std::vector<std::string> lines = Agree(both);
  // Nothing is compared with nothing.
  CHECK(lines.size() > 100);
  for (const char* verdict : {"\tpass\t", "\tfail\t", "\tindeterminate\t", "\terror\t", "\tnot_applicable\t"}) {
    INFO(std::string(verdict));
    CHECK(CountLines(lines, verdict) > 0);
  }
  CHECK(CountLines(lines, "t.inactive") == 0);
  CHECK(CountLines(lines, "t.networks\ttoken") == 1);
  CHECK(CountLines(lines, "rows ") > 0);
}

TEST_CASE("oracle and machine agree on an override") {
  Both by_default = Sample();
  const std::string raises = "\tfail\tepisodes";
  const auto networks = [&](const std::vector<std::string>& lines) {
    return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.rfind("t.networks\ttoken", 0) == 0 && line.find(raises) != std::string::npos;
    });
  };
  CHECK(networks(Agree(by_default)) == 1);
  Both overridden = Sample();
  overridden.Override("t.most", "40");
  CHECK(networks(Agree(overridden)) == 0);
}

TEST_CASE("oracle and machine run out of fuel at the same element") {
  for (std::uint64_t fuel = 0; fuel < 24; ++fuel) {
    CAPTURE(fuel);
    Both both = Sample();
    both.limits.fuel_per_subject = fuel;
    Agree(both);
  }
}

TEST_CASE("a recording that cannot show what a rule needs decides nothing") {
  Both both;
  both.AddPolicy("t.writ", Policy(Detect("far", "for each exchange x where has x.client_ip group by x.client_ip as ip raise when count() > 1 report \"r\"")));
  both.AddRecording("a.har", R"({"log":{"version":"1.2","creator":{"name":"c","version":"1"},"entries":[{"startedDateTime":"2026-01-01T00:00:00Z","time":1,
    "request":{"method":"GET","url":"https://a.example/","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"queryString":[],"headersSize":-1,"bodySize":0},
    "response":{"status":200,"statusText":"","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"content":{"size":0,"mimeType":""},"redirectURL":"","headersSize":-1,"bodySize":0},
    "cache":{},"timings":{"send":0,"wait":1,"receive":0}}]}})");
  CHECK(Agree(both).empty());
}

TEST_CASE("oracle and machine agree on the sample project and the shipped rules") {
  Both both;
  const auto add = [&](const std::string& folder) {
    for (const std::string& path : FilesBelow(test::RepoPath(folder), ".writ")) {
      if (path.find("/cases/") != std::string::npos) continue;
      auto text = ReadFile(path, both.limits.policy_bytes);
      REQUIRE(text.ok());
      both.AddPolicy(RelativeTo(path, test::RepoPath(".")), std::move(text).value());
    }
  };
  add("stdlib-policies");
  add("examples/ledgerline/policies");
  both.load = [&](const std::string& policy, const std::string& path) {
    return ReadFile(test::RepoPath(JoinPath(FolderOf(policy), path)), both.limits.config_bytes);
  };
  model::ApiMetadata metadata;
  metadata.name = "ledgerline";
  metadata.exposure = model::Exposure::kPublic;
  metadata.sensitivity = "high";
  auto spec = ReadFile(test::RepoPath("examples/ledgerline/openapi.yaml"), both.limits.description_bytes);
  REQUIRE(spec.ok());
  both.AddSpec("openapi.yaml", std::move(spec).value(), metadata, {"api.ledgerline.example", "terminal.ledgerline.example"});
  both.AddRecordingFile("session.har", test::RepoPath("examples/ledgerline/traffic/session.har"));
  both.AddRecordingFile("session.exchanges.ndjson", test::RepoPath("examples/ledgerline/traffic/session.exchanges.ndjson"));
  both.Override("stage", "production");
  const std::vector<std::string> lines = Agree(both);
  CHECK(lines.size() > 1000);
  CHECK(CountLines(lines, "\tfail\t") > 20);
}

// The comparison is worth something only if it sees a compiler that is wrong.
TEST_CASE("faults planted in lowering are seen") {
  using bytecode::Opcode;
  struct Fault {
    const char* what;
    Opcode from, to;
  };
  const Fault faults[] = {
      {"`and` for `or`", Opcode::kOr, Opcode::kAnd},
      {"`<=` for `<`", Opcode::kLtInt, Opcode::kLeInt},
      {"plus for minus", Opcode::kSubInt, Opcode::kAddInt},
      {"multiplication for division", Opcode::kDivInt, Opcode::kMulInt},
      {"`any` closed like `all`", Opcode::kCloseAny, Opcode::kCloseAll},
      {"`has` that asks for knowledge", Opcode::kHas, Opcode::kIsKnown},
      {"`require` that ends the subject", Opcode::kRequire, Opcode::kWhere},
      {"jump on true for jump on false", Opcode::kJumpIfFalse, Opcode::kJumpIfTrue},
      {"`is known` that asks for presence", Opcode::kIsKnown, Opcode::kHas},
  };
  Both sound = Sample();
  REQUIRE(sound.Compile());
  const std::vector<std::string> expected = sound.OracleLines();
  REQUIRE(sound.EngineLines() == expected);
  for (const Fault& fault : faults) {
    INFO(std::string(fault.what));
    Both faulty = Sample();
    REQUIRE(faulty.Compile());
    std::size_t planted = 0;
    for (bytecode::Function& function : faulty.module().functions) {
      for (bytecode::Instruction& code : function.code) {
        if (bytecode::OpcodeOf(code) != fault.from) continue;
        code = (code & ~bytecode::Instruction{0xff}) | static_cast<bytecode::Instruction>(fault.to);
        ++planted;
      }
    }
    CHECK(planted > 0);
    const std::vector<std::string> lines = faulty.EngineLines();
    // It is a run that differs, not one that is refused.
    REQUIRE_FALSE(lines.empty());
    INFO(lines.front());
    CHECK(lines.front().rfind("not ", 0) != 0);
    CHECK(lines != expected);
  }
}

TEST_CASE("who watches a run sees every subject, and what is left out changes nothing of the rest") {
  Both both = Sample();
  REQUIRE(both.Compile());
  const std::vector<std::string> all = both.OracleLines();
  std::size_t begun = 0, judged = 0, groups = 0;
  oracle::Watch watch;
  watch.begin = [&](std::uint32_t, std::span<const vm::Value>) { ++begun; };
  watch.judged = [&](std::uint32_t, std::span<const vm::Value> variables, const vm::SubjectOutcome&) { judged += variables.empty() ? 0 : 1; };
  watch.judged_group = [&](oracle::Oracle&, std::uint32_t, const oracle::GroupVerdict& group) { groups += group.window.empty() ? 0 : 1; };
  CHECK(both.OracleLines(&watch) == all);
  CHECK(begun >= judged);
  CHECK(judged > 100);
  CHECK(groups > 5);

  // One exchange: its lines are those of the whole run.
  oracle::Watch one;
  one.wants_exchange = [](std::uint32_t source, std::uint64_t ordinal) { return source == 0 && ordinal == 16; };
  const std::vector<std::string> lines = both.OracleLines(&one);
  const auto of_rule = [](const std::vector<std::string>& from, const std::string& rule) {
    std::vector<std::string> out;
    std::copy_if(from.begin(), from.end(), std::back_inserter(out), [&](const std::string& line) { return line.rfind(rule + "\t", 0) == 0; });
    return out;
  };
  const std::vector<std::string> headers = of_rule(lines, "t.headers");
  REQUIRE(headers.size() == 1);
  CHECK(CountLines(all, headers.front()) == 1);
  CHECK(of_rule(lines, "t.tags") == of_rule(all, "t.tags"));

  // One group: the others are not judged.
  oracle::Watch group;
  group.wants_group = [](const std::vector<std::string>& keys) { return keys == std::vector<std::string>{"GET"}; };
  const std::vector<std::string> methods = of_rule(both.OracleLines(&group), "t.known_networks"), whole = of_rule(all, "t.known_networks");
  CHECK(CountLines(methods, "\tmethod ") == 1);
  CHECK(CountLines(methods, "\tmethod GET\t") == 1);
  CHECK(CountLines(whole, "\tmethod ") == 3);
  CHECK(std::includes(whole.begin(), whole.end(), methods.begin(), methods.end()));
}
