// Exit codes of the real program: 0 conforms, 1 the gate failed, 2 bad input or usage; never 3, never a signal.
#include <doctest/doctest.h>

#include "tests/report/flat_json.h"
#include "tests/support/program.h"

using namespace writ::test;

namespace {

bool Says(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

// A folder with policies that pass (`good`) and that fail (`strict`) on spec.yaml.
struct Project {
  Folder folder;
  Project() {
    folder.Write("good.writ", OneRule("operation op", "op.path == \"/a\""));
    folder.Write("strict.writ", OneRule("operation op", "op.deprecated"));
    folder.Write("traffic.writ", OneRule("exchange x", "x.succeeded"));
    folder.Write("spec.yaml", kCleanSpec);
  }
  Ran Check(std::vector<std::string> arguments, Setting setting = {}) const {
    setting.folder = folder.path();
    arguments.insert(arguments.begin(), "check");
    return RunWrit(arguments, setting);
  }
};

}  // namespace

TEST_CASE("a run that conforms gives 0 and one that does not gives 1") {
  const Project project;
  CHECK(project.Check({"--policies", "good.writ", "--spec", "spec.yaml"}).code == 0);
  const Ran failed = project.Check({"--policies", "strict.writ", "--spec", "spec.yaml"});
  CHECK(failed.code == 1);
  CHECK(Says(failed.out, "p.a"));
  CHECK(project.Check({"--policies", "strict.writ", "--spec", "spec.yaml", "--fail-on", "critical"}).code == 0);
}

TEST_CASE("the time of a run is exact: a rule that begins at an instant is on from then") {
  const Project project;
  std::string policy = OneRule("operation op", "op.deprecated");
  policy.insert(policy.find("for each"), "activate when now >= t\"2026-01-01T00:00:00Z\"\n  ");
  project.folder.Write("from.writ", policy);
  const auto at = [&](const char* now) { return project.Check({"--policies", "from.writ", "--spec", "spec.yaml", "--as-of", now}); };
  CHECK(Says(at("2025-12-31T23:59:59.999Z").out, "p.a: inactive"));
  CHECK(Says(at("2026-01-01").out, "1 failed"));
  CHECK(Says(at("2026-01-01T00:00:00Z").out, "1 failed"));
}

TEST_CASE("wrong usage gives 2 and says what to type") {
  const Project project;
  const std::vector<std::vector<std::string>> wrong = {
      {"--bogus"}, {"--spec"}, {"--jobs", "0", "--spec", "spec.yaml"}, {"--as-of", "noon", "--spec", "spec.yaml"},
      {"--fail-on", "hihg", "--spec", "spec.yaml"}, {"--input", "stage", "--spec", "spec.yaml", "--policies", "good.writ"},
      {"--input", "stage=x", "--spec", "spec.yaml", "--policies", "good.writ"}, {"--policies", "good.writ"}, {"--config", "missing.yaml"}, {}};
  for (const auto& arguments : wrong) {
    const Ran ran = project.Check(arguments);
    CAPTURE(arguments.empty() ? "nothing" : arguments[0] + " " + (arguments.size() > 1 ? arguments[1] : ""));
    CHECK(ran.code == 2);
    CHECK(!ran.err.empty());
  }
  CHECK(RunWrit({"frobnicate"}).code == 2);
  CHECK(RunWrit({"check", "--help"}).code == 0);
  CHECK(RunWrit({"--version"}).code == 0);
  CHECK(RunWrit({"explain", "W2104"}).code == 0);
  CHECK(RunWrit({"explain", "W9999"}).code == 2);
}

TEST_CASE("inputs that cannot be used give 2 and one clear message") {
  const Project project;
  const std::string deep(100'000, '[');
  std::string deep_yaml;
  for (int i = 0; i < 2000; ++i) deep_yaml += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 9; ++k) bomb += std::string(k > 0 ? ", " : "") + "*a" + std::to_string(i - 1);
    bomb += "]\n";
  }
  struct Hostile {
    const char* name;
    std::string text;
  };
  const std::vector<Hostile> hostile = {
      {"syntax.yaml", "openapi: [\n"}, {"syntax.json", "{\"openapi\": \"3.0.3\","}, {"empty.yaml", ""}, {"blank.yaml", "\n\n"}, {"utf8.yaml", "openapi: 3.0.3\ninfo: {title: \"\xff\xfe\"}\n"},
      {"nul.yaml", std::string("openapi: 3.0.3\n\0\n", 17)}, {"bomb.yaml", "openapi: 3.0.3\ninfo: {title: t, version: \"1\"}\npaths: {}\n" + bomb},
      {"deep.json", "{\"openapi\": \"3.0.3\", \"x\": " + deep}, {"deep.yaml", "openapi: 3.0.3\nx: " + deep}, {"deeper.yaml", deep_yaml}, {"other.yaml", "just: text\n"}, {"list.json", "[1]"}, {"number.json", "1"}};
  for (const Hostile& input : hostile) {
    project.folder.Write(input.name, input.text);
    const Ran ran = project.Check({"--policies", "good.writ", "--spec", input.name, "--out", "out"});
    CAPTURE(std::string(input.name));
    CAPTURE(ran.err.substr(0, 300));
    CHECK(ran.code == 2);
    CHECK(Says(ran.err, input.name));
    CHECK(Says(ran.err, "error[W"));
    CHECK(ran.err.size() < 5000);
  }
  for (const char* path : {"missing.yaml", "."}) {
    const Ran ran = project.Check({"--policies", "good.writ", "--spec", path});
    CAPTURE(path);
    CHECK(ran.code == 2);
    CHECK(Says(ran.err, "W6"));
  }
}

TEST_CASE("policies that cannot be used give 2 and one clear message") {
  const Project project;
  const std::string head = "policy p version \"1.0.0\" language 1\n";
  const std::string meta = "rule a \"t\" {\n  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n  for each operation op\n  require ";
  struct Hostile {
    const char* name;
    std::string text;
  };
  const std::vector<Hostile> hostile = {
      {"syntax.writ", head + "rule {"}, {"empty.writ", ""}, {"utf8.writ", head + "\xff"}, {"braces.writ", head + std::string(100'000, '}')}, {"open.writ", head + meta + std::string(100'000, '(')},
      {"nots.writ", head + meta + [] { std::string s; for (int i = 0; i < 100'000; ++i) s += "not "; return s; }() + "true\n}\n"}, {"lists.writ", head + "const A: int = " + std::string(100'000, '[')},
      {"types.writ", head + "input a: " + [] { std::string s; for (int i = 0; i < 100'000; ++i) s += "list["; return s; }()}, {"quotes.writ", head + "const A: string = \"" + std::string(100'000, 'a')}};
  for (const Hostile& input : hostile) {
    project.folder.Write(input.name, input.text);
    const Ran ran = project.Check({"--policies", input.name, "--spec", "spec.yaml"});
    CAPTURE(std::string(input.name));
    CAPTURE(ran.err.substr(0, 300));
    CHECK(ran.code == 2);
    CHECK(Says(ran.err, input.name));
    CHECK(Says(ran.err, "error[W"));
  }
  CHECK(project.Check({"--policies", "missing.writ", "--spec", "spec.yaml"}).code == 2);
  std::filesystem::create_directories(project.folder / "none");
  CHECK(project.Check({"--policies", "none", "--spec", "spec.yaml"}).code == 2);
}

TEST_CASE("the good inputs are judged when another is bad and the code is 2") {
  const Project project;
  project.folder.Write("bad.yaml", "openapi: [\n");
  project.folder.Write("good.ndjson", "{\"request\":{\"method\":\"GET\",\"host\":\"h\",\"path\":\"/a\"},\"response\":{\"status\":500}}\n");
  project.folder.Write("bad.ndjson", "");
  const Ran spec = project.Check({"--policies", "strict.writ", "--spec", "bad.yaml", "--spec", "spec.yaml", "--out", "out"});
  CHECK(spec.code == 2);
  const auto report = FlatJson::Parse(Slurp(project.folder / "out/report.json"));
  REQUIRE(report.has_value());
  CHECK(report->Size("/findings") == 1);
  CHECK(report->At("/findings/0/subject") == "GET /a");
  const Ran traffic = project.Check({"--policies", "traffic.writ", "--traffic", "bad.ndjson", "--traffic", "missing.har", "--traffic", "good.ndjson", "--out", "out2"});
  CHECK(traffic.code == 2);
  const auto second = FlatJson::Parse(Slurp(project.folder / "out2/report.json"));
  REQUIRE(second.has_value());
  CHECK(second->Size("/findings") == 1);
}

TEST_CASE("a HAR that breaks off is judged up to the break and the code is 2") {
  const Project project;
  const std::string entry = R"({"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET","url":"https://h.example/a","headers":[]},"response":{"status":500,"headers":[],"content":{}}})";
  const std::string har = R"({"log":{"version":"1.2","entries":[)" + entry + "," + entry;
  for (const std::size_t cut : {std::size_t{1}, std::size_t{30}, entry.size() - 1}) {
    project.folder.Write("cut.har", har.substr(0, har.size() - cut));
    const Ran ran = project.Check({"--policies", "traffic.writ", "--traffic", "cut.har", "--out", "out"});
    CAPTURE(cut);
    CHECK(ran.code == 2);
    CHECK(Says(ran.err, "W5002"));
    const auto report = FlatJson::Parse(Slurp(project.folder / "out/report.json"));
    REQUIRE(report.has_value());
    CHECK(report->At("/findings/0/count") == "1");
  }
}

TEST_CASE("a report that cannot be written gives 2 and never looks complete") {
  const Project project;
  project.folder.Write("file", "a file");
  for (const char* out : {"file", "file/below", "/proc/nothing/here", "/dev/null"}) {
    const Ran ran = project.Check({"--policies", "good.writ", "--spec", "spec.yaml", "--out", out});
    CAPTURE(out);
    CHECK(ran.code == 2);
    CHECK(!ran.err.empty());
  }
  CHECK(Slurp(project.folder / "file") == "a file");
  Setting full;
  full.file_bytes = 4096;
  const Ran ran = project.Check({"--policies", "good.writ", "--spec", "spec.yaml", "--out", "full"}, full);
  CHECK(ran.code == 2);
  CHECK(!ran.err.empty());
  // The report is written last: without it, or without the others, nobody takes the folder for a whole one.
  const bool whole = std::filesystem::exists(project.folder / "full/report.json") && std::filesystem::exists(project.folder / "full/report.html") &&
                     std::filesystem::exists(project.folder / "full/report.sarif");
  CHECK_FALSE(whole);
  // What stood there before a failed run is not left to pass for its result.
  CHECK(project.Check({"--policies", "good.writ", "--spec", "spec.yaml", "--out", "again"}).code == 0);
  CHECK(project.Check({"--policies", "strict.writ", "--spec", "spec.yaml", "--out", "again"}, full).code == 2);
  const auto left = FlatJson::Parse(Slurp(project.folder / "again/report.json"));
  if (left.has_value()) CHECK(left->At("/gate/passed") != "true");
}
