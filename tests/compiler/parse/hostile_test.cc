// Text made to break a parser: deep, long, unbalanced, not text at all. Each gives diagnostics, few and soon.
#include <doctest/doctest.h>

#include "base/diagnostic_codes.h"
#include "tests/compiler/parse/support.h"

namespace writ::test {
namespace {

std::string Repeat(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string InRule(const std::string& clauses) { return kHeader + ("rule r \"t\" {\n" + clauses + "\n}\n"); }

// Codes of the diagnostics, such as "W1012 W1001".
std::string Codes(const std::string& text) {
  const auto parsed = ParseText(text);
  std::string out;
  for (const Diagnostic& diagnostic : parsed->sink.all()) {
    if (!out.empty()) out += " ";
    out += InfoOf(diagnostic.code).code;
  }
  return out;
}

std::size_t CountErrors(const std::string& text) { return ParseText(text)->sink.error_count(); }

constexpr std::size_t kMany = 100'000;

}  // namespace

TEST_SUITE("parse hostile") {
TEST_CASE("nesting beyond the limit is one diagnostic") {
  CHECK_EQ(Codes(InRule("require " + Repeat("(", kMany) + "1" + Repeat(")", kMany))), "W1012");
  CHECK_EQ(Codes(InRule("require " + Repeat("[", kMany) + "1" + Repeat("]", kMany))), "W1012");
  CHECK_EQ(Codes(InRule("require " + Repeat("{", kMany))), "W1012");
  CHECK_EQ(Codes(InRule("require " + Repeat("f(", kMany))), "W1012");
  CHECK_EQ(Codes(InRule("report " + Repeat("\"${", kMany))), "W1012");
  CHECK_EQ(Codes(kHeader + ("const X: " + Repeat("list[", kMany))), "W1012");
}

TEST_CASE("prefixes and chains beyond the limit are one diagnostic") {
  for (const char* link : {"not ", "- ", "has "}) CHECK_EQ(Codes(InRule("require " + Repeat(link, kMany) + "x")), "W1012");
  for (const char* link : {" + 1", " - 1", " ?? 1", " or 1", " and 1", ".a", "[1]", "?.a(1)"}) {
    CHECK_EQ(Codes(InRule("require x" + Repeat(link, kMany))), "W1012");
  }
}

TEST_CASE("nesting up to the limit is read") {
  // The rule's own braces are one level, and an expression is as high as it has levels.
  CHECK_EQ(Codes(InRule("require " + Repeat("(", 199) + "1" + Repeat(")", 199))), "");
  CHECK_EQ(Codes(InRule("require " + Repeat("(", 200) + "1" + Repeat(")", 200))), "W1012");
  CHECK_EQ(Codes(InRule("require x" + Repeat(" or x", 199))), "");
  CHECK_EQ(Codes(InRule("require x" + Repeat(" or x", 200))), "W1012");
  CHECK_EQ(Codes(InRule("require " + Repeat("[", 199) + "1" + Repeat("]", 199))), "");
}

TEST_CASE("long flat text is read") {
  CHECK_EQ(Codes(kHeader + ("const X = [" + Repeat("1, ", 50'000) + "]")), "");
  CHECK_EQ(Codes(InRule(Repeat("require x\n", 20'000))), "");
  CHECK_EQ(Codes(InRule("report \"" + Repeat("${x}", 20'000) + "\"")), "");
  CHECK_EQ(Codes(InRule("rationale \"\"\"\n" + Repeat("  $ \\$ \" {\n", 20'000) + "\"\"\"")), "");
}

TEST_CASE("the number of errors is bounded and said") {
  const Limits limits;
  for (const std::string& text :
       {Repeat(";", 1'000'000), Repeat("rule\n", kMany), Repeat("}", 1'000'000), Repeat("/*", kMany), Repeat("'\n", kMany),
        InRule(Repeat("require\n", kMany)), InRule(Repeat("serverity high\n", kMany)), InRule("require " + Repeat("1_ ", kMany)),
        InRule("rationale \"" + Repeat("\\d", kMany) + "\""), InRule(Repeat("owner \"a\" \"b\"\n", kMany))}) {
    const auto parsed = ParseText(text);
    REQUIRE_EQ(parsed->sink.all().size(), limits.syntax_errors + 1);
    CHECK(parsed->sink.all().back().code == DiagnosticCode::kTooManySyntaxErrors);
  }
}

TEST_CASE("unbalanced text ends") {
  CHECK_EQ(Codes("\""), "W1002");
  CHECK_EQ(Codes("\"\"\""), "W1002");
  CHECK_EQ(Codes("}"), "W1004");
  CHECK_EQ(Codes("{"), "W1003");
  CHECK_EQ(Codes("\"${"), "W1003");
  CHECK_EQ(Codes("\"${\n"), "W1003");
  CHECK_EQ(Codes("\"\"\"${"), "W1002");
  CHECK_EQ(Codes("\"${\"${}\""), "W1003");
  CHECK_EQ(Codes("given spec \"\"\""), "W1002");
  CHECK_EQ(Codes(InRule("report \"a ${ } } } b\"")), "W1001");
  CHECK_GE(CountErrors(Repeat("{", 1'000'000)), 1);
  CHECK_GE(CountErrors(Repeat("\"", 100'001)), 1);
  CHECK_GE(CountErrors(Repeat("\"${\"\"\"", kMany)), 1);
  CHECK_GE(CountErrors(Repeat("\"${\n", 10'000)), 1);
  CHECK_GE(CountErrors(Repeat("([{", 60)), 1);
  CHECK_GE(CountErrors(Repeat(")]}", kMany)), 1);
  CHECK_GE(CountErrors(Repeat("given ", kMany)), 1);
}

TEST_CASE("every prefix of a real file gives errors in bounds or none") {
  const std::string text = std::string(kHeader) +
                           "rule r \"t\" {\n  severity high\n  for each operation op where op.a in {1, [2]}\n  let x = f(op)?.y else fail "
                           "\"no ${x + \"${1}\"}\"\n  report \"\"\"\n   a ${x}\n  \"\"\" at op\n}\ntest \"t\" for r {\n  given spec \"\"\"\n   "
                           "a: {}\n  \"\"\"\n  expect fail at \"/a\"\n}\n";
  for (std::size_t length = 1; length <= text.size(); ++length) {
    const auto parsed = ParseText(text.substr(0, length));
    for (const Diagnostic& diagnostic : parsed->sink.all()) {
      REQUIRE_LE(diagnostic.span.begin, diagnostic.span.end);
      REQUIRE_LE(diagnostic.span.end, length);
      REQUIRE_FALSE(diagnostic.message.empty());
    }
    REQUIRE_LE(parsed->sink.all().size(), 4);
  }
}

TEST_CASE("one character too many or too few never confuses the spans") {
  const std::string text = std::string(kHeader) +
                           "detect d \"t\" {\n  for each exchange x where has x.a\n  group by x.a as k within sliding 10m\n"
                           "  sequence { a where x.b without c where x.c then e where x.d } within 1h\n  report \"${k} {}\" at e\n}\n";
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char* piece : {"", "{", "}", "\"", "(", "$", "\n", "=", "rule ", "\"\"\""}) {
      std::string broken = text;
      broken.replace(at, 1, piece);
      const auto parsed = ParseText(broken);
      for (const Diagnostic& diagnostic : parsed->sink.all()) {
        REQUIRE_LE(diagnostic.span.begin, diagnostic.span.end);
        REQUIRE_LE(diagnostic.span.end, broken.size());
      }
      compiler::Dump(*parsed->tree);
    }
  }
}

TEST_CASE("what is not text is refused with its place") {
  CHECK_EQ(Codes(""), "W6003");
  CHECK_EQ(Errors(*ParseText("policy a\n\xFF\xFE")), "2:1-2 W6002 this byte is not part of UTF-8 text | save the file as UTF-8, for example with `iconv -f LATIN1 -t UTF-8`\n");
  CHECK_EQ(Codes("\xC3"), "W6002");
  CHECK_EQ(Codes(std::string(1'000'000, '\0')), "W1006");
  CHECK_EQ(Codes(std::string(kHeader) + std::string(3, '\0') + "const X = 1\n"), "W1006");
  Limits small;
  small.policy_bytes = 10;
  const auto parsed = ParseText(std::string(kHeader), small);
  REQUIRE_EQ(parsed->sink.all().size(), 1);
  CHECK(parsed->sink.all()[0].code == DiagnosticCode::kInputTooLarge);
}
}  // TEST_SUITE

}  // namespace writ::test
