// The one style: what it looks like, that it changes no meaning, and that it comes to rest at once, over every policy of the repository,
// every conformance case and programs by chance.
#include "compiler/format/format.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/file.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/dump.h"
#include "tests/differential/generator.h"
#include "tests/repo.h"
#include "tests/support/case_file.h"

using namespace writ;

namespace {

struct Formatted {
  std::optional<std::string> text;
  std::string tree;   // before; positions are no part of it
};

Formatted FormatText(const std::string& text) {
  SourceMap sources;
  DiagnosticSink sink;
  const FileId file = sources.Add("p.writ", text);
  Formatted out;
  out.tree = compiler::Dump(*compiler::Parse(file, sources, Limits{}, sink));
  DiagnosticSink again;
  out.text = compiler::Format(file, sources, Limits{}, again);
  CHECK(out.text.has_value() == !sink.has_errors());
  return out;
}

// Means the same, and has come to rest.
void CheckKept(const std::string& name, const std::string& text) {
  CAPTURE(name);
  CAPTURE(text);
  const Formatted once = FormatText(text);
  if (!once.text) return;
  const Formatted twice = FormatText(*once.text);
  REQUIRE(twice.text.has_value());
  CHECK(twice.tree == once.tree);
  CHECK(*twice.text == *once.text);
  // Every comment is still there.
  const auto comments = [](const std::string& of) {
    std::size_t count = 0;
    std::istringstream lines(of);
    for (std::string line; std::getline(lines, line);) count += line.find_first_not_of(" \t") != std::string::npos && line[line.find_first_not_of(" \t")] == '#';
    return count;
  };
  CHECK(comments(*once.text) >= comments(text));
  // Nothing stands behind the end of a line; fixtures are kept as they are.
  if (once.text->find("\"\"\"") == std::string::npos) CHECK(once.text->find(" \n") == std::string::npos);
}

std::string Header() { return "policy p version \"1.0.0\" language 1\n"; }

}  // namespace

TEST_CASE("format: one clause a line, values of metadata below one another, one empty line between items") {
  const std::string text = Header() +
                           "const A:int=1\nconst B  : set[string]={\"a\",\"b\"}\n\n\n\nfn f( x:Exchange ):bool=not(x.host==\"a\")and x.path  matches re\"^/a$\"\n"
                           "rule r \"t\"{severity high impact integrity controls cwe 306,owasp \"API2:2023\" fix_within 7d\n\n\n  # why\n"
                           "for each exchange x where has x.status  # behind\n let n=- 1\nrequire(x.status+n)in{200,-1} and f(x) and xs[ 0 ] ?? 1 > 0 report \"seen ${x.host}\" at x,x }\n"
                           "waiver W for r all until t\"2026-12-31\" reason \"r\" author \"a\" approved_by \"b\"\n"
                           "test \"t\" for r {given spec \"\"\"\n  a: 1\n    \"\"\" given now t\"2026-01-01\" expect fail at \"/a\" count 2}\n# end";
  const std::string wanted = Header() + R"(
const A: int = 1
const B: set[string] = {"a", "b"}

fn f(x: Exchange): bool = not (x.host == "a") and x.path matches re"^/a$"

rule r "t" {
  severity    high
  impact      integrity
  controls    cwe 306, owasp "API2:2023"
  fix_within  7d

  # why
  for each exchange x where has x.status  # behind
  let n = -1
  require (x.status + n) in {200, -1} and f(x) and xs[0] ?? 1 > 0
  report "seen ${x.host}" at x, x
}

waiver W for r all until t"2026-12-31" reason "r" author "a" approved_by "b"

test "t" for r {
  given spec """
  a: 1
    """
  given now t"2026-01-01"
  expect fail at "/a" count 2
}

# end
)";
  CHECK(FormatText(text).text.value_or("") == wanted);
}

TEST_CASE("format: long clauses break where their parts begin") {
  const std::string word(40, 'w');
  const std::string text = Header() + "detect d \"t\" {\n  severity high impact integrity controls cwe 1, cwe 2 fix_within 1d\n  for each exchange x joined with operation op where x." + word +
                           " == x." + word + " or x." + word + " == \"a\" and x." + word + " == \"b\"\n  group by x.host as host within sliding 5m\n" +
                           "  sequence { a where x.succeeded without b where x.path == \"/b\" then c where true } within 1h\n}\n" +
                           "const LONG: set[string] = {\"" + word + "\", \"" + word + "\", \"" + word + "\", \"" + word + "\"}\n";
  const std::string wanted = Header() + R"(
detect d "t" {
  severity    high
  impact      integrity
  controls    cwe 1, cwe 2
  fix_within  1d
  for each exchange x
    joined with operation op
    where x.W == x.W
      or x.W == "a" and x.W == "b"
  group by x.host as host within sliding 5m
  sequence {
    a where x.succeeded
    without b where x.path == "/b"
    then c where true
  } within 1h
}

const LONG: set[string] =
  {"W", "W",
   "W", "W"}
)";
  std::string seen = FormatText(text).text.value_or("");
  for (std::size_t at = seen.find(word); at != std::string::npos; at = seen.find(word)) seen.replace(at, word.size(), "W");
  CHECK(seen == wanted);
}

TEST_CASE("format: a file with a syntax error is left alone") {
  CHECK_FALSE(FormatText(Header() + "rule r \"t\" { require ( }").text.has_value());
}

TEST_CASE("format: meaning is kept and formatting comes to rest over every policy of the repository") {
  std::size_t seen = 0;
  for (const char* folder : {"stdlib-policies", "examples", "tests"}) {
    for (const std::string& path : FilesBelow(test::RepoPath(folder), ".writ")) {
      const Result<std::string> text = ReadFile(path, std::size_t{4} << 20);
      REQUIRE(text.ok());
      CheckKept(path, *text);
      ++seen;
    }
  }
  CHECK(seen > 20);
}

TEST_CASE("format: meaning is kept and formatting comes to rest over every conformance case") {
  std::size_t seen = 0;
  for (const std::string& path : FilesBelow(test::RepoPath("tests/conformance"), ".case")) {
    const Result<std::string> text = ReadFile(path, std::size_t{16} << 20);
    REQUIRE(text.ok());
    const Result<test::CaseFile> file = test::ParseCase(*text);
    REQUIRE(file.ok());
    for (const test::CaseSection& section : file->sections) {
      if (section.kind != "policy") continue;
      CheckKept(path, section.text);
      ++seen;
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("format: meaning is kept and formatting comes to rest over programs by chance") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    const test::GeneratedPolicy policy = test::GeneratePolicy(random, 6);
    std::string text = policy.head;
    for (const std::string& rule : policy.rules) text += rule;
    // Other white space, and comments wherever a line may break.
    std::string ragged;
    for (const char c : text) {
      ragged += c;
      if (c == '\n' && random.OneIn(4)) ragged += random.OneIn(2) ? "\n\n# seen\n" : "\t ";
    }
    CheckKept("seed " + std::to_string(seed), ragged);
  }
}
