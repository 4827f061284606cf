// Escapes and dedenting, by themselves.
#include <doctest/doctest.h>

#include "compiler/parse/text.h"

namespace writ::test {

using compiler::Dedent;
using compiler::DedentFixture;
using compiler::Unescape;

TEST_SUITE("parse text") {
TEST_CASE("escapes are undone and unknown ones kept") {
  CHECK_EQ(Unescape("plain", 0, nullptr), "plain");
  CHECK_EQ(Unescape("\\\\n\\n\\t\\$\\\"", 0, nullptr), "\\n\n\t$\"");
  CHECK_EQ(Unescape("\\u{41}\\u{1F512}\\u{000041}", 0, nullptr), "A\xF0\x9F\x94\x92" "A");
  CHECK_EQ(Unescape("\\u{D800}\\u{110000}\\u{}\\u41\\u{41", 0, nullptr), "\\u{D800}\\u{110000}\\u{}\\u41\\u{41");
  CHECK_EQ(Unescape("a\\", 0, nullptr), "a");
  CHECK_EQ(Unescape("\\ä!", 0, nullptr), "\\ä!");
}

TEST_CASE("unknown escapes are reported where they stand") {
  compiler::Reporter reporter(FileId{0}, 10);
  Unescape("ok\\d\\q", 100, &reporter);
  DiagnosticSink sink;
  reporter.Flush(sink);
  REQUIRE_EQ(sink.all().size(), 2);
  CHECK_EQ(sink.all()[0].span, Span{FileId{0}, 102, 104});
  CHECK_EQ(sink.all()[1].span, Span{FileId{0}, 104, 106});
}

TEST_CASE("common white space goes and the rest stays") {
  CHECK_EQ(Dedent({{"\n    a\n      b\n\n    c\n  ", false}}).at(0), "a\n  b\n\nc");
  CHECK_EQ(Dedent({{"\n\ta\n\t\tb\n", false}}).at(0), "a\n\tb");
  CHECK_EQ(Dedent({{"\n\ta\n  b\n", false}}).at(0), "\ta\n  b");
  CHECK_EQ(Dedent({{"one\n  two", false}}).at(0), "one\ntwo");
  CHECK_EQ(Dedent({{"\n  a  \n  b\n", false}}).at(0), "a  \nb");
  CHECK_EQ(Dedent({{"\r\n  a\r\n   b\r\n  ", false}}).at(0), "a\n b");
  CHECK_EQ(Dedent({{"", false}}).at(0), "");
  CHECK_EQ(Dedent({{"  \n  ", false}}).at(0), "");
  CHECK_EQ(Dedent({{"\n\n\n", false}}).at(0), "\n");
}

TEST_CASE("interpolations count as text of their line") {
  const std::vector<std::string> pieces = Dedent({{"\n    a ", false}, {{}, true}, {" b\n      ", false}, {{}, true}, {"\n    ", false}});
  CHECK_EQ(pieces, std::vector<std::string>{"a ", "", " b\n  ", "", ""});
  const std::vector<std::string> first = Dedent({{"\n", false}, {{}, true}, {"\n    x\n", false}});
  CHECK_EQ(first, std::vector<std::string>{"", "", "\n    x"});
}

TEST_CASE("a fixture ends with a line break as a file does") {
  CHECK_EQ(DedentFixture("\n  a: 1\n  b:\n    c: \\d ${x}\n  "), "a: 1\nb:\n  c: \\d ${x}\n");
  CHECK_EQ(DedentFixture("{}"), "{}\n");
  CHECK_EQ(DedentFixture("\n  "), "");
}
}  // TEST_SUITE

}  // namespace writ::test
