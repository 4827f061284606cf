// Which texts are JSONPath, and where the others are not. What queries mean is in tests/model/json_path/evaluate_test.cc.
#include "base/json_path/parse.h"

#include <doctest/doctest.h>

#include <string>

namespace writ::json_path {
namespace {

// "" for a query, else "begin-end message".
std::string Trouble(std::string_view text, const Limits& limits = {}) {
  Problem problem;
  if (Parse(text, limits, problem)) return "";
  CHECK(problem.begin <= problem.end);
  CHECK(problem.end <= text.size());
  return std::to_string(problem.begin) + "-" + std::to_string(problem.end) + " " + problem.message;
}

TEST_CASE("json path: well-formed queries") {
  for (const char* text :
       {"$", "$.a", "$.*", "$..a", "$..*", "$..[*]", "$..[0]", "$.ä_1", "$['a']", "$[\"a\"]", "$['\\'\"\\b\\f\\n\\r\\t\\/\\\\']", "$[\"\\\"'\"]", "$['\\u00e4\\uD83D\\uDE00']", "$[0]",
        "$[-1]", "$[9007199254740991]", "$[-9007199254740991]", "$[:]", "$[::]", "$[1:]", "$[:1]", "$[1:2:3]", "$[ 1 : 2 : -3 ]", "$[::0]", "$[*,'a',0,1:2,?@.a]", "$ .a [ 'b' ]\n..c",
        "$[?@]", "$[? @.a ]", "$[?$.a]", "$[?!@.a]", "$[?! @.a]", "$[?(@.a)]", "$[?!(@.a)]", "$[?((@.a) || !(@.b && @.c))]", "$[?@.a==1]", "$[?1==1]", "$[?@.a==@.b]", "$[?@['a'][0]>-0.5e+10]",
        "$[?'a'!=\"a\"]", "$[?@==true||@==false||@==null]", "$[?@.a||@.b&&@.c]", "$[?length(@.a)>1]", "$[?count(@..*)==2]", "$[?match(@.a,'x')]", "$[?!search( @.a , $.b )]",
        "$[?value(@.*)=='x']", "$[?length(value(@..a))<length('abc')]", "$[?@[?@.a]]", "$[?@.a <= 1e5]", "$[?-0==@]", "$[?length(\"a\") == 1]", "$.true", "$.null.length"}) {
    CAPTURE(text);
    CHECK(Trouble(text) == "");
  }
}

TEST_CASE("json path: no other dialect") {
  for (const char* text : {"", " $", "$ ", "a", "@", "@.a", "$a", "$.", "$..", "$...a", "$.'a'", "$.[0]", "$.1", "$.-a", "$. a", "$.. a", "$.a-b", "$[a]", "$[]", "$[1,]", "$[,1]", "$[01]", "$[-0]",
                           "$[1.0]", "$[1e0]", "$[+1]", "$[- 1]", "$[9007199254740992]", "$[-9007199254740992]", "$[1:2:3:4]", "$[1:00]", "$['a]", "$['\\x']", "$['\\\"']", "$[\"\\'\"]", "$['\\u12']",
                           "$['\\uD800']", "$['\\uD800\\u0041']", "$['\\uDC00']", "$['a\tb']", "$[(@.length-1)]", "$[?]", "$[?()]", "$[?@.a==]", "$[?==1]", "$[?@.a=1]", "$[?@.a===1]",
                           "$[?@.a<>1]", "$[?@.a=~/x/]", "$[?@.a and @.b]", "$[?@.a & @.b]", "$[?!@.a==1]", "$[?!!@.a]", "$[?(@.a)==1]", "$[?1]", "$[?'a']", "$[?true]", "$[?@.a && true]",
                           "$[?True==1]", "$[?nil==1]", "$[?01==@]", "$[?1.==@]", "$[?.5==@]", "$[?1e==@]", "$[?--1==@]", "$[?@.a in [1]]", "$[?@.a==[1]]", "$[?@.a=={}]", "$[?1<@.a<3]", "$[?@.*==1]",
                           "$[?@..a==1]", "$[?@[0,1]==1]", "$[?@[0:1]==1]", "$^", "$.a~", "$.a,b", "$[?@.a", "$[?(@.a]", "$[?length (@.a)==1]", "$[?Length(@.a)==1]"}) {
    CAPTURE(text);
    CHECK(Trouble(text) != "");
  }
}

// The examples of RFC 9535, section 2.4.9.
TEST_CASE("json path: well-typed function expressions") {
  CHECK(Trouble("$[?length(@) < 3]") == "");
  CHECK(Trouble("$[?length(@.*) < 3]") == "10-13 `length` takes one value, and this query can give several");
  CHECK(Trouble("$[?count(@.*) == 1]") == "");
  CHECK(Trouble("$[?count(1) == 1]") == "9-10 `count` takes a query");
  CHECK(Trouble("$[?match(@.timezone, 'Europe/.*')]") == "");
  CHECK(Trouble("$[?match(@.timezone, 'Europe/.*') == true]") == "3-33 `match` gives true or false by itself and cannot be compared");
  CHECK(Trouble("$[?value(@..color) == \"red\"]") == "");
  CHECK(Trouble("$[?value(@..color)]") == "3-18 `value` gives a value, which is no condition");
  CHECK(Trouble("$[?count(@.a || @.b)==1]") == "9-19 `count` takes a query");
  CHECK(Trouble("$[?count((@.a))==1]") == "9-14 `count` takes a query");
  CHECK(Trouble("$[?length(match(@.a,'b'))==1]") == "10-24 `length` takes a value, and this is a condition");
  CHECK(Trouble("$[?length()==1]") == "3-11 `length` takes one argument, not 0");
  CHECK(Trouble("$[?length(@.a,@.b)==1]") == "3-18 `length` takes one argument, not 2");
  CHECK(Trouble("$[?match(@.a)]") == "3-13 `match` takes two arguments, not 1");
  CHECK(Trouble("$[?foo(@.a)==1]") == "3-6 unknown function `foo`");
}

TEST_CASE("json path: problems have the place that is wrong") {
  CHECK(Trouble("$.a[?@.b == 'x") == "12-14 the string is not closed");
  CHECK(Trouble("$.a[?@.b == x]") == "12-13 unknown word `x`");
  CHECK(Trouble("$.a[?@.b") == "8-8 the query ends too early");
  CHECK(Trouble("$.ä!") == "4-5 unexpected `!`");
  CHECK(Trouble("$[?@.a[?@.b == 1 &&]]") == "19-20 unexpected `]`");
  CHECK(Trouble("$\xff") == "1-2 the query is not UTF-8");
  const auto path = Compile("$['ä'", Limits{});
  REQUIRE_FALSE(path.ok());
  CHECK(path.error() == "the query ends too early, at character 6");
}

TEST_CASE("json path: bounds") {
  std::string longest = "$";
  while (longest.size() + 2 <= 4096) longest += ".a";
  CHECK(Trouble(longest) == "");
  CHECK(Trouble(longest + ".a.a").find("longer than 4096 bytes") != std::string::npos);
  const auto nested = [](std::size_t depth) {
    std::string text = "$[?" + std::string(depth, '(') + "@.a" + std::string(depth, ')') + "]";
    return text;
  };
  CHECK(Trouble(nested(31)) == "");
  CHECK(Trouble(nested(32)).find("nested more than 32 deep") != std::string::npos);
  std::string filters = "@";
  for (int i = 0; i < 200; ++i) filters = "@[?" + filters + "]";
  CHECK(Trouble("$[?" + filters + "]").find("nested more than 32 deep") != std::string::npos);
}

TEST_CASE("json path: singular queries") {
  Problem problem;
  CHECK(Parse("$.a[0]['b']", {}, problem)->is_singular());
  CHECK(Parse("$", {}, problem)->is_singular());
  CHECK_FALSE(Parse("$..a", {}, problem)->is_singular());
  CHECK_FALSE(Parse("$[0,1]", {}, problem)->is_singular());
  CHECK_FALSE(Parse("$[0:1]", {}, problem)->is_singular());
  CHECK_FALSE(Parse("$.*", {}, problem)->is_singular());
}

}  // namespace
}  // namespace writ::json_path
