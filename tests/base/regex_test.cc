// Regular expressions: bounds and messages of RE2 syntax, and the meaning of ECMA-262 patterns after translation.
#include "base/regex.h"

#include <doctest/doctest.h>

#include <string>

namespace writ {
namespace {

std::string CompileError(std::string_view pattern) {
  const Result<Regex> regex = Regex::Compile(pattern);
  return regex.ok() ? "" : regex.error();
}

std::string EcmaError(std::string_view pattern) {
  const Result<Regex> regex = Regex::CompileEcma(pattern);
  return regex.ok() ? "" : regex.error();
}

bool Ecma(std::string_view pattern, std::string_view text) {
  const Result<Regex> regex = Regex::CompileEcma(pattern);
  CAPTURE(std::string(pattern));
  REQUIRE(regex.ok());
  return regex->FoundIn(text);
}

TEST_CASE("regex: whole text and search differ") {
  const Regex regex = Regex::Compile("a|ab").value();
  CHECK(regex.MatchesWhole("ab"));
  CHECK_FALSE(regex.MatchesWhole("xab"));
  CHECK(regex.FoundIn("xab"));
  CHECK(regex.pattern() == "a|ab");
}

TEST_CASE("regex: the first match is a part of the text") {
  const Regex regex = Regex::Compile("[0-9]+").value();
  CHECK(regex.FirstMatch("ab12cd345") == "12");
  CHECK(regex.FirstMatch("none").data() == nullptr);
  const Regex empty = Regex::Compile("x*").value();
  CHECK(empty.FirstMatch("abc").empty());
  CHECK(empty.FirstMatch("abc").data() != nullptr);
  CHECK(empty.FirstMatch({}).data() != nullptr);
  CHECK(empty.MatchesWhole({}));
}

TEST_CASE("regex: errors say what and where") {
  CHECK(CompileError("(abc") == "missing `)` after `(abc`, at character 1");
  CHECK(CompileError("é[a-") == "missing `]` after `[a-`, at character 2");
  CHECK(CompileError("a**") == "repetition of a repetition `**`, at character 2");
  CHECK(CompileError("*a") == "nothing to repeat before `*`, at character 1");
  CHECK(CompileError("a{1001}") == "repetition is larger than 1000 or out of order `{1001}`, at character 2");
  CHECK(CompileError("x\\") == "a backslash at the end escapes nothing");
  CHECK(CompileError("(?=a)") == "unsupported group `(?=`, at character 1");
  CHECK(CompileError("\\y") == "unknown escape `\\y`, at character 1");
  CHECK(CompileError("[z-a]") == "character range is out of order or has no bound `z-a`, at character 2");
  CHECK(CompileError("a\xFFz") == "the pattern is not UTF-8, at character 2");
  CHECK(CompileError("a\\Cz") == "`\\C` would cut characters apart, at character 2");
  CHECK(CompileError("\\\\C").empty());
  CHECK(CompileError("\\Q\\C\\E").empty());
}

TEST_CASE("regex: size is bounded") {
  CHECK(CompileError("((((a{100}){100}){100}){100})") != "");
  CHECK(CompileError(std::string(70'000, 'a')) == "the pattern is longer than 64 KiB");
  CHECK(CompileError(std::string(60'000, '(')) != "");
  CHECK(EcmaError(std::string(60'000, '(')) != "");
  CHECK(EcmaError("[\\p{L}\\p{N}]{1000}[\\p{L}\\p{N}]{1000}[\\p{L}\\p{N}]{1000}[\\p{L}\\p{N}]{1000}") ==
        "the pattern is too large once its repetitions are written out");
}

TEST_CASE("regex: matching is linear") {
  CHECK_FALSE(Regex::Compile("(a+)+$").value().FoundIn(std::string(200'000, 'a') + "b"));
}

TEST_CASE("regex: ECMA escapes keep their meaning") {
  CHECK(Ecma("^\\u0041$", "A"));
  CHECK(Ecma("^\\u{1F600}$", "😀"));
  CHECK(Ecma("^\\ud83d\\ude00$", "😀"));
  CHECK(Ecma("^[\\ud83d\\ude00-\\ud83d\\ude02]$", "😁"));
  CHECK(Ecma("^\\x41\\t\\cJ$", "A\t\n"));
  CHECK(Ecma("^\\-\\/\\_\\\"\\@\\.$", "-/_\"@."));
  CHECK_FALSE(Ecma("^\\.$", "a"));
  CHECK(Ecma("^[\\b]$", "\b"));
  CHECK(Ecma("\\bfoo\\b", "a foo b"));
  CHECK_FALSE(Ecma("\\bfoo\\b", "afoob"));
  CHECK(Ecma("^\\0$", std::string_view("\0", 1)));
}

TEST_CASE("regex: ECMA sets keep their meaning") {
  CHECK(Ecma("^\\s$", "\xC2\xA0"));       // no-break space
  CHECK(Ecma("^\\s$", "\xEF\xBB\xBF"));   // byte order mark
  CHECK(Ecma("^\\s$", "\v"));
  CHECK_FALSE(Ecma("^\\S$", "\xE2\x80\xA8"));
  CHECK(Ecma("^[^\\S]$", "\xE3\x80\x80"));
  CHECK(Ecma("^[\\S]$", "é"));
  CHECK_FALSE(Ecma("^\\d$", "٣"));
  CHECK(Ecma("^[\\D]$", "x"));
  CHECK_FALSE(Ecma("^[\\W]$", "x"));
  CHECK(Ecma("^.$", "😀"));
  CHECK_FALSE(Ecma("^.$", "\r"));
  CHECK_FALSE(Ecma("^.$", "\xE2\x80\xA9"));
  CHECK(Ecma("^[^]$", "\n"));
  CHECK_FALSE(Ecma("[]", "anything"));
  CHECK(Ecma("^[a-]+$", "a-a"));
  CHECK(Ecma("^[-a]+$", "-a"));
  CHECK(Ecma("^[[:alpha:]]$", "a]"));  // ECMA-262 has no POSIX classes
  CHECK_FALSE(Ecma("^[[:alpha:]]$", "b"));
  CHECK(Ecma("^[\\w.-]+$", "a.b-c"));
  CHECK_FALSE(Ecma("^a$", "a\n"));
}

TEST_CASE("regex: ECMA property names") {
  CHECK(Ecma("^\\p{Letter}$", "é"));
  CHECK(Ecma("^\\p{L}$", "é"));
  CHECK(Ecma("^\\P{L}$", "1"));
  CHECK(Ecma("^[\\p{Uppercase_Letter}]$", "É"));
  CHECK(Ecma("^\\p{Script=Greek}$", "λ"));
  CHECK(Ecma("^\\p{gc=Nd}$", "٣"));
  CHECK(Ecma("^\\p{ASCII}$", "a"));
  CHECK(EcmaError("\\p{Emoji}") == "property `\\p{Emoji}` has no equivalent, at character 1");
  CHECK(EcmaError("\\p{Script_Extensions=Greek}") != "");
  CHECK(EcmaError("\\p{Script=Klingon}") != "");
  CHECK(EcmaError("\\p{Script=Lu}") != "");
  CHECK(EcmaError("\\pL") != "");
}

TEST_CASE("regex: ECMA groups and braces") {
  CHECK(Ecma("^(?<year>[0-9]{4})-(?:0[1-9]|1[0-2])$", "2026-12"));
  CHECK(Ecma("^{a}$", "{a}"));
  CHECK(Ecma("^x{,2}$", "x{,2}"));
  CHECK(Ecma("^a{2,}?$", "aaa"));
  CHECK(Ecma("^a{2}$", "aa"));
  CHECK(Ecma("^]}$", "]}"));
}

TEST_CASE("regex: what has no equivalent is named and never guessed") {
  CHECK(EcmaError("^(?=.*[A-Z]).+$") == "look-ahead `(?=` has no equivalent in linear time, at character 2");
  CHECK(EcmaError("a(?!b)") == "look-ahead `(?!` has no equivalent in linear time, at character 2");
  CHECK(EcmaError("(?<=a)b") == "look-behind `(?<=` has no equivalent in linear time, at character 1");
  CHECK(EcmaError("(?<!a)b") == "look-behind `(?<!` has no equivalent in linear time, at character 1");
  CHECK(EcmaError("(a)\\1") == "back-reference `\\1` has no equivalent in linear time, at character 4");
  CHECK(EcmaError("(?<n>a)\\k<n>") == "back-reference `\\k` has no equivalent in linear time, at character 8");
  CHECK(EcmaError("\\Aabc\\Z") == "escape `\\A` is not ECMA-262, at character 1");
  CHECK(EcmaError("(?i)abc") == "group `(?i` is not ECMA-262, at character 1");
  CHECK(EcmaError("(?P<n>a)") == "group `(?P` is not ECMA-262, at character 1");
  CHECK(EcmaError("[a-\\d]") == "a set cannot bound a character range, at character 2");
  CHECK(EcmaError("[z-a]") == "character range is out of order, at character 2");
  CHECK(EcmaError("\\ud83d") == "half of a surrogate pair has no equivalent in UTF-8, at character 1");
  CHECK(EcmaError("\\u12") == "`\\u` without four hexadecimal digits, at character 1");
  CHECK(EcmaError("[abc") == "missing `]`, at character 1");
  CHECK(EcmaError("(abc") == "missing `)`, at character 5");
  CHECK(EcmaError("abc)") == "`)` without `(`, at character 4");
  CHECK(EcmaError("abc\\") == "a backslash at the end escapes nothing, at character 4");
  CHECK(EcmaError("[\\") == "a backslash at the end escapes nothing, at character 2");
  CHECK(EcmaError("a++") != "");
  CHECK(EcmaError("\xC3") == "the pattern is not UTF-8, at character 1");
  CHECK(EcmaError("\\07") == "octal escape is not ECMA-262, at character 1");
}

TEST_CASE("regex: the pattern stays as it was written") {
  CHECK(Regex::CompileEcma("^\\u0041$").value().pattern() == "^\\u0041$");
}

}  // namespace
}  // namespace writ

TEST_CASE("a set finds what each of its patterns finds") {
  std::vector<writ::Regex> patterns;
  for (const char* text : {"a+b", "^x", "[0-9]{3}", "(?i)TOKEN", "b$", ""}) patterns.push_back(*writ::Regex::Compile(text));
  const writ::RegexSet set(patterns);
  std::vector<int> found;
  for (const std::string text : {"", "x", "aab", "xx 123 token b", "12", "\xff" "123", "b"}) {
    std::vector<int> expected;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (patterns[i].FoundIn(text)) expected.push_back(static_cast<int>(i));
    }
    set.FoundIn(text, found);
    CAPTURE(text);
    CHECK(found == expected);
  }
}
