// `writ lint` as its user sees it: what it prints in each form, what it mends, and its codes.
#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

const char* const kMeta = "  severity high impact integrity confidence low controls cwe 1 fix_within 1d rationale \"Why.\" remediation \"Do it.\"\n";

// One warning with a fix, one without, and one note.
const std::string kSloppy = std::string("policy p version \"1.0.0\" language 1\nconst LEFT: int = 1\ndetect d \"t\" {\n") + kMeta +
                            "  for each exchange x where x.path matches re\".*\"\n  group by x.method as method within sliding 10m\n  raise when count() > 25\n"
                            "  report \"${method}: look at it\"\n}\n";
const std::string kMended = std::string("policy p version \"1.0.0\" language 1\ndetect d \"t\" {\n") + kMeta +
                            "  for each exchange x where x.path matches re\".*\"\n  group by x.method as method within sliding 10m\n  raise when count() > 25\n"
                            "  report \"${method}: look at it\"\n}\n";
const std::string kClean = std::string("policy q version \"1.0.0\" language 1\nrule r \"t\" {\n") + kMeta +
                           "  for each operation op\n  require op.deprecated\n  report \"${op.path}: look at it\"\n}\n";

struct Policies {
  Folder folder;
  Policies() {
    folder.Write("sloppy/p.writ", kSloppy);
    folder.Write("clean/q.writ", kClean);
  }
  Ran Lint(std::vector<std::string> arguments) const {
    Setting setting;
    setting.folder = folder.path();
    arguments.insert(arguments.begin(), "lint");
    return RunWrit(arguments, setting);
  }
  std::string Text(const std::string& name) const { return Slurp(folder / name); }
};

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("lint: findings stand at their place, seen from here, and are added up") {
  const Policies policies;
  const Ran ran = policies.Lint({"sloppy"});
  CHECK(ran.code == 1);
  CHECK(ran.err.empty());
  CHECK(Has(ran.out, "sloppy/p.writ:2:7: warning[W2301]: const `LEFT` is not used\n"));
  CHECK(Has(ran.out, "sloppy/p.writ:5:44: warning[W8009]: `re\".*\"` matches every text\n"));
  CHECK(Has(ran.out, "sloppy/p.writ:7:24: note[W8010]: "));
  CHECK(Has(ran.out, "2 warnings, 1 note in 1 policy file; `writ lint --fix` mends 1 of them\n"));
}

TEST_CASE("lint: warnings fail, notes do not, --strict makes all of them errors") {
  const Policies policies;
  CHECK(policies.Lint({"clean"}).code == 0);
  CHECK(policies.Lint({"clean"}).out == "no findings in 1 policy file\n");
  CHECK(policies.Lint({"sloppy", "--only", "literal-threshold"}).code == 0);
  const Ran strict = policies.Lint({"sloppy", "--only", "W8010", "--strict"});
  CHECK(strict.code == 1);
  CHECK(Has(strict.out, "error[W8010]"));
  CHECK(policies.Lint({"clean", "--strict"}).code == 0);
  CHECK(policies.Lint({"sloppy", "--allow", "W2301", "--allow", "catch-all-pattern"}).code == 0);
}

TEST_CASE("lint: what cannot be looked at is code 2") {
  const Policies policies;
  policies.folder.Write("broken.writ", "policy p version \"1.0.0\" language 1\nconst A: int = B\n");
  const Ran broken = policies.Lint({"broken.writ"});
  CHECK(broken.code == 2);
  CHECK(Has(broken.err, "broken.writ:2:16: error[W2101]"));
  CHECK(policies.Lint({"absent"}).code == 2);
  CHECK(policies.Lint({}).code == 2);
  CHECK(policies.Lint({"clean", "--format", "xml"}).code == 2);
  const Ran unknown = policies.Lint({"clean", "--allow", "literal-treshold"});
  CHECK(unknown.code == 2);
  CHECK(Has(unknown.err, "did you mean `literal-threshold`?"));
  const Ran json = policies.Lint({"broken.writ", "--format", "json"});
  CHECK(json.code == 2);
  CHECK(Has(json.out, "\"code\":\"W2101\""));
  CHECK(Has(json.out, "\"compiled\":false"));
}

TEST_CASE("lint: --diff shows what --fix does, and --fix does it once") {
  const Policies policies;
  const Ran diff = policies.Lint({"sloppy", "--diff"});
  CHECK(diff.code == 1);
  CHECK(Has(diff.out, "--- a/sloppy/p.writ\n+++ b/sloppy/p.writ\n"));
  CHECK(Has(diff.out, "\n-const LEFT: int = 1\n"));
  CHECK(policies.Text("sloppy/p.writ") == kSloppy);
  const Ran fix = policies.Lint({"sloppy", "--fix"});
  CHECK(fix.code == 1);
  CHECK(policies.Text("sloppy/p.writ") == kMended);
  CHECK(Has(fix.out, "fixed 1 finding\n1 warning, 1 note in 1 policy file\n"));
  const Ran again = policies.Lint({"sloppy", "--fix"});
  CHECK(policies.Text("sloppy/p.writ") == kMended);
  CHECK(!Has(again.out, "fixed"));
  CHECK(policies.Lint({"sloppy", "--diff"}).code == 0);
}

TEST_CASE("lint: a file in the style stays in it, another one stays as it is") {
  const Policies policies;
  policies.folder.Write("styled.writ", "policy p version \"1.0.0\" language 1\n\nconst A: int = 1\n\nconst B: int = 2\n\nrule r \"t\" {\n  severity    high\n  impact      integrity\n"
                                       "  controls    cwe 1\n  fix_within  1d\n  rationale   \"Why.\"\n  remediation \"Do it.\"\n  for each operation op\n  require op.parameters.size() < B\n"
                                       "  report \"${op.path}: look at it\"\n}\n");
  REQUIRE(RunWrit({"fmt", "--check", policies.folder / "styled.writ"}).code == 0);
  CHECK(policies.Lint({"styled.writ", "--fix", "--only", "unused-declaration"}).code == 0);
  CHECK(!Has(policies.Text("styled.writ"), "const A"));
  CHECK(RunWrit({"fmt", "--check", policies.folder / "styled.writ"}).code == 0);
}

TEST_CASE("lint: writ.yaml names the policies and says what is allowed") {
  const Policies policies;
  policies.folder.Write("writ.yaml", "policies: [sloppy]\nlint: {allow: [W2301, catch-all-pattern]}\n");
  const Ran ran = policies.Lint({});
  CHECK(ran.code == 0);
  CHECK(Has(ran.out, "1 note in 1 policy file\n"));
  policies.folder.Write("writ.yaml", "policies: [sloppy]\nlint: {strict: true, allow: [W2301, catch-all-pattern]}\n");
  CHECK(policies.Lint({}).code == 1);
  policies.folder.Write("writ.yaml", "policies: [sloppy]\nlint: {allow: [W9999]}\n");
  const Ran unknown = policies.Lint({});
  CHECK(unknown.code == 2);
  CHECK(Has(unknown.err, "writ.yaml:2:15: error[W6020]: no lint is called `W9999`"));
}

TEST_CASE("lint: the policies that come with the project pass --strict") {
  CHECK(RunWrit({"lint", "--strict", RepoPath("stdlib-policies")}).code == 0);
  Setting setting;
  setting.folder = RepoPath("examples/ledgerline");
  CHECK(RunWrit({"lint", "--strict"}, setting).code == 0);
}

TEST_CASE("lint: a policy written in a hurry, as text, JSON and SARIF") {
  const std::string sloppy = RepoPath("tests/cli/sloppy.writ");
  const Ran text = RunWrit({"lint", "--as-of", "2026-06-01", sloppy});
  CHECK(text.code == 1);
  for (const char* code : {"W2301", "W3003", "W8002", "W8004", "W8005", "W8006", "W8007", "W8008", "W8009", "W8010", "W8012", "W8013", "W8014"}) {
    CHECK_MESSAGE(Has(text.out, "[" + std::string(code) + "]"), code);
  }
  CHECK(Has(text.out, "15 warnings, 7 notes in 1 policy file; `writ lint --fix` mends 5 of them\n"));
  const Ran json = RunWrit({"lint", "--as-of", "2026-06-01", "--format", "json", sloppy});
  CHECK(json.code == 1);
  CHECK(Has(json.out, "\"summary\":{\"errors\":0,\"fixable\":5,\"notes\":7,\"warnings\":15}"));
  CHECK(Has(json.out, "{\"code\":\"W8005\",\"column\":6,\"end_column\":12,\"end_line\":49,\"file\":\"sloppy.writ\",\"fixable\":false,"));
  CHECK(Has(json.out, "\"name\":\"implied-rule\",\"rule\":\"my.first.limits\"}"));
  const Ran sarif = RunWrit({"lint", "--as-of", "2026-06-01", "--format", "sarif", sloppy});
  CHECK(sarif.code == 1);
  CHECK(Has(sarif.out, "\"version\":\"2.1.0\""));
  CHECK(Has(sarif.out, "\"fixes\":[{\"artifactChanges\":[{\"artifactLocation\":{\"uri\":\"sloppy.writ\",\"uriBaseId\":\"%SRCROOT%\"},\"replacements\":[{\"deletedRegion\":"));
  CHECK(Has(sarif.out, "\"ruleId\":\"W8009\",\"ruleIndex\":"));
  // Waivers are judged as of a day.
  CHECK(!Has(RunWrit({"lint", "--as-of", "2024-06-01", sloppy}).out, "W8007"));
}

TEST_CASE("lint: data files and several packs of a folder are seen, built packs are not") {
  const Policies policies;
  policies.folder.Write("pack/pack.yaml", "name: acme.p\nversion: 1.0.0\nlanguage: 1\ndata: [list.txt]\n");
  policies.folder.Write("pack/list.txt", "/a\n");
  policies.folder.Write("pack/p.writ", std::string("policy acme.p version \"1.0.0\" language 1\ndata LIST: set[string] from \"list.txt\"\nconst GONE: int = 1\nrule r \"t\" {\n") + kMeta +
                                           "  for each operation op\n  require op.path in LIST\n  report \"${op.path}: look at it\"\n}\n");
  const Ran ran = policies.Lint({"pack"});
  CHECK(ran.code == 1);
  CHECK(Has(ran.out, "pack/p.writ:3:7: warning[W2301]"));
  CHECK(policies.Lint({"pack", "--fix"}).code == 0);
  CHECK(!Has(policies.Text("pack/p.writ"), "GONE"));
  REQUIRE(RunWrit({"pack", "build", policies.folder / "pack", "--out", policies.folder / "p.wpk"}).code == 0);
  CHECK(policies.Lint({"p.wpk"}).code == 2);
}
