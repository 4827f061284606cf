// `writ test` as its user sees it: the difference of a test that fails, JUnit, coverage, the mutation score, watching.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "cli/testing/watch.h"
#include "tests/support/program.h"

using namespace writ::test;

namespace {

std::string Spec(const std::string& schema) {
  return "  given spec \"\"\"\n    openapi: 3.0.3\n    info: {title: t, version: \"1\"}\n    paths:\n      /pay:\n        get:\n"
         "          parameters: [{name: amount, in: query, schema: {" + schema + "}}]\n          responses: {\"200\": {description: ok}}\n  \"\"\"\n";
}

const std::string kRule =
    "policy shop.pay version \"1.0.0\" language 1\n\nparam ceiling: decimal = 500\n\nrule bounded \"amounts have an upper bound\" {\n"
    "  severity high impact fraud controls cwe 20 fix_within 30d rationale \"r\" remediation \"m\"\n"
    "  for each operation op\n  for each p in op.parameters where p.name == \"amount\" and p.location in [query, path]\n"
    "  let s = p.schema else skip\n  require has s.maximum and s.maximum <= ceiling as unbounded\n  report \"any amount\" at p\n}\n\n";

std::string Test(const std::string& title, const std::string& schema, const std::string& expect) {
  return "test \"" + title + "\" for bounded {\n" + Spec(schema) + "  expect " + expect + "\n}\n";
}

const std::string kGood = Test("free", "type: integer", "fail as unbounded at \"/paths/~1pay/get/parameters/0\" count 1") +
                          Test("bound", "type: integer, maximum: 10", "pass");

struct Policies {
  Folder folder;
  explicit Policies(const std::string& text) { folder.Write("pay.writ", text); }
  Ran Test(std::vector<std::string> arguments) const {
    Setting setting;
    setting.folder = folder.path();
    arguments.insert(arguments.begin(), {"test", "."});
    return RunWrit(arguments, setting);
  }
};

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("test: a test that fails shows what was expected beside what was seen") {
  const Policies policies(kRule + kGood + Test("wrong", "type: integer, maximum: 1000", "pass count 1") +
                          Test("miscounted", "type: integer, maximum: 10", "pass count 2"));
  const Ran ran = policies.Test({});
  CHECK(ran.code == 1);
  CHECK(ran.out ==
        "FAILED shop.pay.bounded \"wrong\" (pay.writ:38:1)\n"
        "       - expect pass count 1\n"
        "       + expect fail as unbounded at \"/paths/~1pay/get/parameters/0\"   # parameter amount of GET /pay: any amount\n"
        "       ! the rule gave 1 fail\n"
        "FAILED shop.pay.bounded \"miscounted\" (pay.writ:50:1)\n"
        "       - expect pass count 2\n"
        "       + expect pass count 1\n"
        "       ! the rule gave 1 pass\n"
        "2 passed, 2 failed\n");
}

TEST_CASE("test: results do not depend on how many run at once, and can be filtered") {
  const Policies policies(kRule + kGood + Test("wrong", "type: integer, maximum: 1000", "pass"));
  const Ran one = policies.Test({"--jobs", "1", "--verbose"}), many = policies.Test({"--jobs", "7", "--verbose"});
  CHECK(one.out == many.out);
  CHECK(one.code == 1);
  CHECK(policies.Test({"--filter", "bound"}).code == 1);       // the rule's name
  const Ran filtered = policies.Test({"--filter", "free"});
  CHECK(filtered.code == 0);
  CHECK(filtered.out == "1 passed, 0 failed\n");
  CHECK(policies.Test({"--filter", "no such"}).code == 2);
}

TEST_CASE("test: of filtered tests only the rules are measured, with the functions that they use") {
  const std::string other = "fn is_odd(op: Operation): bool = op.deprecated\n\nrule odd \"t\" {\n  severity high impact fraud controls cwe 20 fix_within 30d rationale \"r\" remediation \"m\"\n"
                            "  for each operation op\n  require not is_odd(op)\n  report \"m\" at op\n}\n\n";
  const Policies policies(kRule + other + kGood);
  const Ran filtered = policies.Test({"--filter", "free", "--coverage", "--mutants"});
  CHECK(filtered.code == 0);
  CHECK(Has(filtered.out, "rules 1/1"));
  CHECK(!Has(filtered.out, "odd"));
  const Ran all = policies.Test({"--coverage", "--mutants"});
  CHECK(Has(all.out, "rules 1/2"));
  CHECK(Has(all.out, "survived: shop.pay.odd, which has no test"));
}

TEST_CASE("test: JUnit has a suite for each rule and the difference of what failed") {
  const Policies policies(kRule + kGood + Test("<wrong> & \\\"so\\\"", "type: integer, maximum: 1000", "pass"));
  CHECK(policies.Test({"--junit", "out.xml"}).code == 1);
  CHECK(Slurp(policies.folder / "out.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"writ test\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\">\n"
        "  <testsuite name=\"shop.pay.bounded\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\">\n"
        "    <testcase name=\"free\" classname=\"shop.pay.bounded\" file=\"pay.writ\" line=\"14\"/>\n"
        "    <testcase name=\"bound\" classname=\"shop.pay.bounded\" file=\"pay.writ\" line=\"26\"/>\n"
        "    <testcase name=\"&lt;wrong&gt; &amp; &quot;so&quot;\" classname=\"shop.pay.bounded\" file=\"pay.writ\" line=\"38\">\n"
        "      <failure message=\"expect pass\">- expect pass\n"
        "+ expect fail as unbounded at &quot;/paths/~1pay/get/parameters/0&quot;   # parameter amount of GET /pay: any amount\n"
        "! the rule gave 1 fail\n"
        "</failure>\n    </testcase>\n  </testsuite>\n</testsuites>\n");
  CHECK(policies.Test({"--junit", "no/such/folder/out.xml"}).code == 2);
}

TEST_CASE("test: coverage names what no test ever saw, and gates") {
  const Policies policies(kRule + kGood);
  const Ran ran = policies.Test({"--coverage", "--lcov", "l.info", "--coverage-html", "c.html"});
  CHECK(ran.code == 0);
  CHECK(Has(ran.out,
            "coverage          verdicts        branches  conditions\n"
            "shop.pay.bounded  1 fail, 1 pass       4/6         5/8\n"));
  CHECK(Has(ran.out, "pay.writ:10:29: `s.maximum <= ceiling` was never false\n"));
  CHECK(Has(ran.out, "pay.writ:9:11: `p.schema` was never absent\n"));
  CHECK(Has(ran.out, "66 % covered: rules 1/1, branches 4/6, conditions 5/8\n"));
  CHECK(Slurp(policies.folder / "l.info") ==
        "TN:\nSF:pay.writ\nFN:8,shop.pay.bounded\nFNDA:2,shop.pay.bounded\nFNF:1\nFNH:1\n"
        "BRDA:8,0,0,2\nBRDA:8,0,1,0\nBRDA:8,1,0,2\nBRDA:8,1,1,0\nBRDA:8,2,0,2\nBRDA:8,2,1,0\nBRDA:9,3,0,2\nBRDA:9,3,1,0\n"
        "BRDA:10,4,0,1\nBRDA:10,4,1,1\nBRDA:10,5,0,1\nBRDA:10,5,1,1\nBRDA:10,6,0,1\nBRDA:10,6,1,0\nBRF:14\nBRH:9\n"
        "DA:8,2\nDA:9,2\nDA:10,2\nLF:3\nLH:3\nend_of_record\n");
  const std::string page = Slurp(policies.folder / "c.html");
  CHECK(Has(page, "<mark class=\"part\" title=\"1 times true, 0 false, 0 undecided\">s.maximum &lt;= ceiling</mark>"));
  CHECK(Has(page, "default-src 'none'"));
  CHECK(policies.Test({"--least-coverage", "66"}).code == 0);
  CHECK(policies.Test({"--least-coverage", "67"}).code == 1);
}

TEST_CASE("test: a rule without a test is not covered") {
  const Policies policies(kRule + kGood + "rule other \"t\" {\n  severity low impact fraud controls cwe 20 fix_within 30d rationale \"r\" remediation \"m\"\n"
                                          "  for each operation op\n  require op.deprecated\n  report \"x\" at op\n}\n");
  const Ran ran = policies.Test({"--coverage", "--mutants"});
  CHECK(Has(ran.out, "shop.pay.other    no test              0/2         0/2\n"));
  CHECK(Has(ran.out, "rules 1/2"));
  CHECK(Has(ran.out, "survived: shop.pay.other, which has no test\n"));
}

TEST_CASE("test: each small change that no test notices is shown with its line") {
  const Policies policies(kRule + kGood);
  const Ran ran = policies.Test({"--mutants"});
  CHECK(ran.code == 0);
  CHECK(Has(ran.out,
            "survived: shop.pay.bounded\n  --> pay.writ:10:39\n     |\n"
            "  10 |   require has s.maximum and s.maximum <= ceiling as unbounded\n"
            "     |                                       ^^ `<` instead\n"));
  CHECK(Has(ran.out, "param ceiling: decimal = 500\n    |                          ^^^ `499` instead\n"));
  CHECK(Has(ran.out, "`or` instead\n"));
  CHECK(Has(ran.out, "without path\n"));
  // What the optional value is tested by cannot be taken away: that would not compile.
  CHECK(Has(ran.out, "`not (has s.maximum)`") == false);

  // Tests at both sides of the bound, of another name and of another place notice all of them.
  const std::string other = "test \"another name\" for bounded {\n  given spec \"\"\"\n    openapi: 3.0.3\n    info: {title: t, version: \"1\"}\n    paths:\n"
                            "      /pay:\n        get:\n          parameters: [{name: size, in: query, schema: {type: integer}}]\n"
                            "          responses: {\"200\": {description: ok}}\n  \"\"\"\n  expect not_applicable\n}\n"
                            "test \"another place\" for bounded {\n  given spec \"\"\"\n    openapi: 3.0.3\n    info: {title: t, version: \"1\"}\n    paths:\n"
                            "      /pay/{amount}:\n        get:\n          parameters: [{name: amount, in: path, required: true, schema: {type: integer}},"
                            " {name: amount, in: header, schema: {type: integer}}]\n"
                            "          responses: {\"200\": {description: ok}}\n  \"\"\"\n  expect fail count 1\n}\n";
  const Policies tight(kRule + kGood + Test("at the bound", "type: integer, maximum: 500", "pass") +
                       Test("just above", "type: number, maximum: 500.5", "fail") + other);
  const Ran all = tight.Test({"--mutants", "--least-score", "100"});
  CHECK(all.out == "6 passed, 0 failed\n\nmutation score 100 %: 13 of 13 small changes of the rules are noticed\n");
  CHECK(all.code == 0);
  CHECK(policies.Test({"--least-score", "100"}).code == 1);
}

TEST_CASE("test: nothing is measured while tests fail") {
  const Policies policies(kRule + Test("wrong", "type: integer", "pass"));
  const Ran ran = policies.Test({"--coverage"});
  CHECK(ran.code == 1);
  CHECK(Has(ran.out, "covered") == false);
  CHECK(Has(ran.err, "nothing is measured while tests fail"));
}

TEST_CASE("test: what changed is what was written, added or removed") {
  Folder folder;
  folder.Write("a.writ", "1");
  folder.Write("deep/b.writ", "1");
  const writ::cli::Snapshot before = writ::cli::SnapshotOf({folder.path()});
  CHECK(before.size() == 2);
  CHECK(writ::cli::ChangedFiles(before, before).empty());
  folder.Write("a.writ", "12");
  folder.Write("c.case", "");
  std::filesystem::remove(folder / "deep/b.writ");
  const writ::cli::Snapshot after = writ::cli::SnapshotOf({folder.path()});
  CHECK(writ::cli::ChangedFiles(before, after) == std::vector<std::string>{folder / "a.writ", folder / "c.case", folder / "deep/b.writ"});
  CHECK(writ::cli::WaitForChange({folder.path()}, before) == after);
}

TEST_CASE("test: --watch runs again after a change") {
  const Policies policies(kRule + kGood);
  // Several changes, since nobody knows how soon the first run is done.
  std::thread editor([&] {
    std::string text = kRule + kGood;
    for (int i = 0; i < 6; ++i) {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      text += Test("wrong " + std::to_string(i), "type: integer", "pass");
      policies.folder.Write("pay.writ", text);
    }
  });
  Setting setting;
  setting.folder = policies.folder.path();
  setting.seconds = 9;                         // it stays until it is ended
  const Ran ran = RunWrit({"test", ".", "--watch"}, setting);
  editor.join();
  CHECK(ran.code == 128 + 9);
  CHECK(Has(ran.out, "2 passed, 0 failed\nwaiting for a change; end with Ctrl-C\n\nchanged: ./pay.writ\n"));
  CHECK(Has(ran.out, "FAILED shop.pay.bounded \"wrong 5\""));
}
