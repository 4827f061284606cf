// The whole grammar: a file that uses every construct gives the tree beside it, with no diagnostic and no ambiguity.
#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "compiler/parse/lex.h"
#include "compiler/parse/parse_item.h"
#include "tests/compiler/parse/support.h"
#include "tests/repo.h"

namespace writ::test {
namespace {

std::vector<std::string> AmbiguitiesIn(const std::string& text) {
  SourceMap sources;
  const FileId file = sources.Add("test.writ", text);
  compiler::Reporter reporter(file, 10);
  const compiler::LexedFile lexed = compiler::Lex(file, sources.file(file).text(), Limits{}, reporter);
  return compiler::FindAmbiguities(lexed);
}

std::string Sample() { return ReadWhole(RepoPath("tests/compiler/parse/sample.writ")); }

}  // namespace

TEST_SUITE("parse syntax") {
TEST_CASE("the sample gives the tree beside it and no diagnostic") {
  const auto parsed = ParseText(Sample());
  CHECK_EQ(Errors(*parsed), "");
  CHECK_EQ(compiler::Dump(*parsed->tree), ReadWhole(RepoPath("tests/compiler/parse/sample.tree")));
}

TEST_CASE("line breaks mean nothing") {
  // Outside strings and comments only: the fixture and the texts of the sample keep theirs.
  const std::string rule =
      "rule r \"t\" { severity high for each operation op where op.a and not op.b let x = op.c else skip require x > 1 as one "
      "report \"${x}\" at op, x }";
  std::string spread;
  bool in_string = false;
  for (const char c : rule) {
    if (c == '"') in_string = !in_string;
    spread += c == ' ' && !in_string ? std::string("\n") : std::string(1, c);
  }
  const auto one = ParseText(kHeader + rule);
  const auto many = ParseText(kHeader + spread);
  CHECK_EQ(Errors(*one), "");
  CHECK_EQ(Errors(*many), "");
  CHECK_EQ(compiler::Dump(*one->tree), compiler::Dump(*many->tree));
}

TEST_CASE("no ambiguity is found in exact detection") {
  CHECK_EQ(AmbiguitiesIn(Sample()), std::vector<std::string>{});
  // Nested quantifiers, comprehensions and literals that begin alike.
  CHECK_EQ(AmbiguitiesIn("const X = [a(x in {y: 1, z: [q for q in qs where all(w in q: w[0] in {1})]}: f(x, {1, 2},)) for v in xs]"),
           std::vector<std::string>{});
  CHECK_EQ(AmbiguitiesIn("rule r \"t\" { on sampled expect empty for each list in with.at where at.on let as = as else skip as as at at "
                         "require set as set report \"x\" at at evidence first 1 per per, on }"),
           std::vector<std::string>{});
}

TEST_CASE("the detector of ambiguities sees a text outside the grammar") {
  CHECK_EQ(AmbiguitiesIn("const X = = 1").size(), 1);
}

TEST_CASE("documentation belongs to the next item") {
  const auto parsed = ParseText(
      "# a comment\n## About the policy.\npolicy a.b version \"1\" language 1\n\n## First.\n##\n##  Second, indented.\n# between\n"
      "const X = 1\nrule r \"t\" {\n  ## inside: belongs to nothing\n  severity high\n}\nconst Y = 2 ## behind\nconst Z = 3\n");
  CHECK_EQ(Errors(*parsed), "");
  CHECK_EQ(parsed->tree->header->doc.text, "About the policy.");
  CHECK_EQ(parsed->tree->consts.at(0).doc.text, "First.\n\n Second, indented.");
  CHECK_EQ(parsed->tree->rules.at(0).doc.text, "");
  CHECK_EQ(parsed->tree->consts.at(1).doc.text, "");
  CHECK_EQ(parsed->tree->consts.at(2).doc.text, "behind");
}

TEST_CASE("spans are bytes and count code points when shown") {
  const auto parsed = ParseText(std::string(kHeader) + "# Grüße 🔒\nconst X = f(\"äöü\", bad.name)\n");
  CHECK_EQ(Errors(*parsed), "");
  const compiler::Expr& member = *parsed->tree->consts.at(0).value->operands.at(1);
  CHECK_EQ(parsed->sources.Text(member.span), "bad.name");
  CHECK_EQ(parsed->sources.Text(member.op_span), "name");
  const LineColumn at = parsed->sources.Locate(member.span);
  CHECK_EQ(at.line, 3);
  CHECK_EQ(at.column, 20);
}

TEST_CASE("a byte order mark and CRLF line ends are no trouble") {
  const auto parsed = ParseText("\xEF\xBB\xBFpolicy a.b version \"1\" language 1\r\n\r\nconst X = \"\"\"\r\n  a\r\n  b\r\n  \"\"\"\r\n");
  CHECK_EQ(Errors(*parsed), "");
  CHECK_EQ(compiler::Dump(*parsed->tree), "(policy a.b \"1\" 1)\n(const X \"a\\nb\")\n");
}

TEST_CASE("what can be read survives errors around it") {
  const auto parsed = ParseText(std::string(kHeader) +
                                "rule r \"t\" {\n  severity high\n  for each operation op where )\n  let x = op.id\n  require x ==\n"
                                "  report \"${x}\" at op\n}\nconst Y = 2\n");
  CHECK_EQ(parsed->sink.error_count(), 2);
  CHECK_EQ(compiler::Dump(*parsed->tree),
           "(policy a.b \"1.0.0\" 1)\n(const Y 2)\n(rule r \"t\"\n  (severity high)\n  (for-each operation op :where <error>)\n"
           "  (let x (. op id))\n  (require (== x <error>))\n  (report (text x) :at op))\n");
}

TEST_CASE("parsing from several threads gives the same trees") {
  const std::string text = Sample();
  const std::string expected = compiler::Dump(*ParseText(text)->tree);
  std::vector<std::string> dumps(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& dump : dumps) {
      threads.emplace_back([&text, &dump] {
        for (int i = 0; i < 5; ++i) dump = compiler::Dump(*ParseText(text)->tree);
      });
    }
  }
  for (const std::string& dump : dumps) CHECK_EQ(dump, expected);
}
}  // TEST_SUITE

}  // namespace writ::test
