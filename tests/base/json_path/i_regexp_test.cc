// I-Regexp: what the grammar of RFC 9485 takes and refuses, and what it means.
#include "base/json_path/i_regexp.h"

#include <doctest/doctest.h>

#include <string>

namespace writ::json_path {
namespace {

bool Taken(std::string_view pattern) { return CompileIRegexp(pattern, Limits{}).has_value(); }
bool Matches(std::string_view pattern, std::string_view text) {
  const auto regex = CompileIRegexp(pattern, Limits{});
  REQUIRE(regex.has_value());
  return regex->MatchesWhole(text);
}

TEST_CASE("i-regexp: ordinary characters, and anchors") {
  CHECK(Matches("^a$", "a"));
  CHECK_FALSE(Matches("^a$", "^a$"));
  CHECK_FALSE(CompileIRegexp("^b", Limits{})->FoundIn("ab"));
  CHECK_FALSE(CompileIRegexp("a$", Limits{})->FoundIn("a\n"));
  CHECK(Matches("[$^]+", "$^"));
  CHECK(Matches("a/b'\"#&%", "a/b'\"#&%"));
  CHECK(Matches("ä\xf0\x9f\x98\x80", "ä\xf0\x9f\x98\x80"));
  CHECK(Matches("", ""));
  CHECK(Matches("a|", ""));
}

TEST_CASE("i-regexp: atoms, classes, repetition") {
  CHECK(Matches("(a|bc)+d?", "abcad"));
  CHECK(Matches("a{2}b{1,}c{0,2}", "aabbbcc"));
  CHECK_FALSE(Matches("a{2}", "aaa"));
  CHECK(Matches("[a-cx]*", "abcx"));
  CHECK(Matches("[^a-c]", "d"));
  CHECK(Matches("[-a]+[a-]+[-]", "-aa--"));
  CHECK(Matches("[.*$|]+", ".*$|"));
  CHECK(Matches("\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\{\\|\\}", "()*+-.?[\\]^{|}"));
  CHECK(Matches("\\n\\r\\t", "\n\r\t"));
  CHECK(Matches(".", "\xe2\x80\xa8"));
  CHECK_FALSE(Matches(".", "\n"));
  CHECK_FALSE(Matches(".", "\r"));
}

TEST_CASE("i-regexp: categories of characters") {
  CHECK(Matches("\\p{Lu}\\p{L}\\P{N}", "Aa-"));
  CHECK(Matches("[\\p{Nd}_]+", "1_2"));
  CHECK(Matches("[^\\p{Nd}]", "a"));
  CHECK(Matches("\\p{Cn}", "\xcd\xb8"));          // U+0378
  CHECK_FALSE(Matches("\\p{Cn}", "a"));
  CHECK(Matches("\\P{Cn}", "a"));
  CHECK(Matches("\\p{C}\\p{C}", "\xcd\xb8\x01"));
  CHECK(Matches("\\P{C}", "a"));
  CHECK_FALSE(Matches("\\P{C}", "\xcd\xb8"));
  CHECK(Matches("[a\\p{Cn}]+", "a\xcd\xb8"));
  CHECK(Matches("[\\p{C}]", "\x01"));
  CHECK_FALSE(Taken("[^\\p{Cn}]"));   // has no equivalent
  CHECK_FALSE(Taken("\\p{Xx}"));
  CHECK_FALSE(Taken("\\p{La}"));
  CHECK_FALSE(Taken("\\p{L"));
  CHECK_FALSE(Taken("\\pL"));
}

TEST_CASE("i-regexp: what other dialects have is refused") {
  for (const char* pattern : {"a**", "a*?", "a++", "a{2}{3}", "(?:a)", "(?i)a", "a(?=b)", "\\d", "\\w+", "\\bx", "\\1", "\\x41", "\\u0041", "[[:alpha:]]", "[a", "a]",
                              "(a", "a)", "{1}", "a{", "a{,2}", "a{1", "a{2,1}", "*", "[]", "[^]", "[a-\\p{L}]", "[b-a]", "[a--z]", "[a-c-e]", "\\", "[\\", "[\\p", "a{1001}"}) {
    CAPTURE(pattern);
    CHECK_FALSE(Taken(pattern));
  }
}

TEST_CASE("i-regexp: bounds") {
  CHECK(Taken(std::string(1024, 'a')));
  CHECK_FALSE(Taken(std::string(1025, 'a')));
  CHECK(Taken(std::string(32, '(') + std::string(32, ')')));
  CHECK_FALSE(Taken(std::string(33, '(') + std::string(33, ')')));
  CHECK_FALSE(Taken("\xff"));
}

}  // namespace
}  // namespace writ::json_path
