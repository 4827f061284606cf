// What queries find: the tables of RFC 9535 by section, bounds, and normalized paths.
#include "model/json_path/evaluate.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/json_path/parse.h"
#include "tests/model/read_text.h"

namespace writ::model {
namespace {

struct Asking {
  explicit Asking(std::string text) : read(std::move(text)) {}

  // Values in JSON, separated by spaces; `paths`: normalized paths instead.
  std::string operator()(std::string_view text, bool paths = false) {
    json_path::Problem problem;
    const auto query = json_path::Parse(text, Limits{}, problem);
    if (!query) return "malformed: " + problem.message;
    const Document& document = *read.document;
    std::uint64_t steps = 100'000;
    std::vector<NodeId> nodes;
    if (EvaluateJsonPath(*query, document, document.root(), Limits{}, 1000, steps, nodes) != JsonPathEnd::kDone) return "stopped";
    std::string out;
    for (const NodeId node : nodes) {
      out += out.empty() ? "" : " ";
      out += paths ? NormalizedPathOf(document, document.root(), node) : std::string(read.sources.Text(document.ValueSpan(node)));
    }
    return out;
  }
  std::string Paths(std::string_view text) { return (*this)(text, true); }

  test::ReadText read;
};

TEST_CASE("json path: names, wildcards, indexes (RFC 9535 2.3.1 to 2.3.3)") {
  Asking names(R"({"o": {"j j": {"k.k": 3}}, "'": {"@": 2}})");
  CHECK(names("$.o['j j']") == R"({"k.k": 3})");
  CHECK(names("$.o['j j']['k.k']") == "3");
  CHECK(names(R"($.o["j j"]["k.k"])") == "3");
  CHECK(names(R"($["'"]["@"])") == "2");
  CHECK(names.Paths(R"($["'"]["@"])") == R"($['\'']['@'])");
  Asking wildcards(R"({"o": {"j": 1, "k": 2}, "a": [5, 3]})");
  CHECK(wildcards("$[*]") == R"({"j": 1, "k": 2} [5, 3])");
  CHECK(wildcards("$.o[*]") == "1 2");
  CHECK(wildcards("$.o[*, *]") == "1 2 1 2");
  CHECK(wildcards("$.a[*]") == "5 3");
  Asking indexes(R"(["a","b"])");
  CHECK(indexes("$[1]") == R"("b")");
  CHECK(indexes("$[-2]") == R"("a")");
  CHECK(indexes("$[2]") == "");
  CHECK(indexes("$[-3]") == "");
  CHECK(indexes("$.a") == "");
}

TEST_CASE("json path: slices (2.3.4)") {
  Asking ask(R"([0,1,2,3,4,5,6])");
  CHECK(ask("$[1:3]") == "1 2");
  CHECK(ask("$[5:]") == "5 6");
  CHECK(ask("$[1:5:2]") == "1 3");
  CHECK(ask("$[5:1:-2]") == "5 3");
  CHECK(ask("$[::-1]") == "6 5 4 3 2 1 0");
  CHECK(ask("$[-2:]") == "5 6");
  CHECK(ask("$[:-5]") == "0 1");
  CHECK(ask("$[-100:100]") == "0 1 2 3 4 5 6");
  CHECK(ask("$[100:-100:-3]") == "6 3 0");
  CHECK(ask("$[::0]") == "");
  CHECK(ask("$[3:3]") == "");
  CHECK(ask("$[0:7:9007199254740991]") == "0");
  CHECK(ask("$[6:-9007199254740991:-9007199254740991]") == "6");
}

TEST_CASE("json path: comparisons (2.3.5.3, table 11)") {
  Asking ask(R"({"obj": {"x": "y"}, "arr": [2, 3]})");
  const auto holds = [&](const char* comparison) { return ask("$[?" + std::string(comparison) + "]") != ""; };
  CHECK(holds("$.absent1 == $.absent2"));
  CHECK(holds("$.absent1 <= $.absent2"));
  CHECK_FALSE(holds("$.absent == 'g'"));
  CHECK_FALSE(holds("$.absent1 != $.absent2"));
  CHECK(holds("$.absent != 'g'"));
  CHECK(holds("1 <= 2"));
  CHECK_FALSE(holds("1 > 2"));
  CHECK_FALSE(holds("13 == '13'"));
  CHECK(holds("'a' <= 'b'"));
  CHECK_FALSE(holds("'a' > 'b'"));
  CHECK_FALSE(holds("$.obj == $.arr"));
  CHECK(holds("$.obj != $.arr"));
  CHECK(holds("$.obj == $.obj"));
  CHECK_FALSE(holds("$.obj != $.obj"));
  CHECK(holds("$.arr == $.arr"));
  CHECK_FALSE(holds("$.obj == 17"));
  CHECK(holds("$.obj != 17"));
  CHECK_FALSE(holds("$.obj <= $.arr"));
  CHECK_FALSE(holds("$.obj < $.arr"));
  CHECK(holds("$.obj <= $.obj"));
  CHECK(holds("$.arr <= $.arr"));
  CHECK_FALSE(holds("1 <= $.arr"));
  CHECK_FALSE(holds("1 > $.arr"));
  CHECK(holds("true <= true"));
  CHECK_FALSE(holds("true > true"));
}

TEST_CASE("json path: filters (2.3.5.3, table 12)") {
  Asking ask(R"({"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}], "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"})");
  CHECK(ask("$.a[?@.b == 'kilo']") == R"({"b": "kilo"})");
  CHECK(ask("$.a[?(@.b == 'kilo')]") == R"({"b": "kilo"})");
  CHECK(ask("$.a[?@>3.5]") == "5 4 6");
  CHECK(ask.Paths("$.a[?@.b]") == "$['a'][6] $['a'][7] $['a'][8] $['a'][9]");
  CHECK(ask.Paths("$[?@.*]") == "$['a'] $['o']");
  CHECK(ask.Paths("$[?@[?@.b]]") == "$['a']");
  CHECK(ask("$.o[?@<3, ?@<3]") == "1 2 1 2");
  CHECK(ask.Paths("$.a[?@<2 || @.b == \"k\"]") == "$['a'][2] $['a'][7]");
  CHECK(ask.Paths("$.a[?match(@.b, \"[jk]\")]") == "$['a'][6] $['a'][7]");
  CHECK(ask.Paths("$.a[?search(@.b, \"[jk]\")]") == "$['a'][6] $['a'][7] $['a'][9]");
  CHECK(ask("$.o[?@>1 && @<4]") == "2 3");
  CHECK(ask.Paths("$.o[?@.u || @.x]") == "$['o']['t']");
  CHECK(ask("$.a[?@.b == $.x]") == "3 5 1 2 4 6");
  CHECK(ask("$.a[?@ == @]").size() > 20);
}

TEST_CASE("json path: functions (2.4.4 to 2.4.8)") {
  Asking ask(R"({"s": "aä😀", "a": [1, 2], "o": {"x": 1}, "n": 5, "date": "1974-05-11", "authors": ["Bob", "bobby"], "c": [{"color": "red"}, {"color": "red", "d": {"color": "blue"}}]})");
  CHECK(ask.Paths("$[?length(@) == 3]") == "$['s']");
  CHECK(ask.Paths("$[?length(@) == 2]") == "$['a'] $['authors'] $['c']");
  CHECK(ask.Paths("$[?length(@) == 1]") == "$['o']");
  CHECK(ask.Paths("$[?length(@) == $.absent]") == "$['n']");   // Nothing equals Nothing
  CHECK(ask.Paths("$[?count(@.*) == 2]") == "$['a'] $['authors'] $['c']");
  CHECK(ask.Paths("$[?count(@..color) == 3]") == "$['c']");
  CHECK(ask.Paths("$[?match(@, '1974-05-..')]") == "$['date']");
  CHECK(ask.Paths("$[?match(@, '05')]") == "");
  CHECK(ask.Paths("$[?search(@, '05')]") == "$['date']");
  CHECK(ask.Paths("$.authors[?search(@, '[BR]ob')]") == "$['authors'][0]");
  CHECK(ask.Paths("$.authors[?match(@, '\\\\d')]") == "");
  CHECK(ask.Paths("$.c[?value(@..color) == 'red']") == "$['c'][0]");
  CHECK(ask.Paths("$[?search(@, $.n)]") == "");
}

TEST_CASE("json path: segments (2.5)") {
  Asking child(R"(["a", "b", "c", "d", "e", "f", "g"])");
  CHECK(child("$[0, 3]") == R"("a" "d")");
  CHECK(child("$[0:2, 5]") == R"("a" "b" "f")");
  CHECK(child("$[0, 0]") == R"("a" "a")");
  Asking ask(R"({"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]})");
  CHECK(ask("$..j") == "1 4");
  CHECK(ask("$..[0]") == R"(5 {"j": 4})");
  CHECK(ask.Paths("$..[*]") == "$['o'] $['a'] $['o']['j'] $['o']['k'] $['a'][0] $['a'][1] $['a'][2] $['a'][2][0] $['a'][2][1] $['a'][2][0]['j'] $['a'][2][1]['k']");
  CHECK(ask.Paths("$..*") == ask.Paths("$..[*]"));
  CHECK(ask("$..o") == R"({"j": 1, "k": 2})");
  CHECK(ask("$.o..[*, *]") == "1 2 1 2");
  CHECK(ask("$.a..[0, 1]") == R"(5 3 {"j": 4} {"k": 6})");
}

TEST_CASE("json path: null is a value (2.6)") {
  Asking ask(R"({"a": null, "b": [null], "c": [{}], "null": 1})");
  CHECK(ask("$.a") == "null");
  CHECK(ask("$.a[0]") == "");
  CHECK(ask("$.a.d") == "");
  CHECK(ask("$.b[0]") == "null");
  CHECK(ask("$.b[*]") == "null");
  CHECK(ask("$.b[?@]") == "null");
  CHECK(ask("$.b[?@==null]") == "null");
  CHECK(ask("$.c[?@.d==null]") == "");
  CHECK(ask("$.null") == "1");
}

TEST_CASE("json path: normalized paths (2.7)") {
  Asking ask(R"({"a": 1, "\u000b": 2, "\u0061b": 3, "'\"\\\b\f\n\r\t/": 4, "é": [0]})");
  CHECK(ask.Paths("$.*") == R"($['a'] $['\u000b'] $['ab'] $['\'"\\\b\f\n\r\t/'] $['é'])");
  CHECK(ask.Paths("$..[-1]") == "$['é'][0]");
  CHECK(ask.Paths("$") == "$");
}

TEST_CASE("json path: cost is what is looked at, and is bounded") {
  std::string text = "[";
  for (int i = 0; i < 40; ++i) text += "[";
  for (int i = 0; i < 40; ++i) text += "1],2";
  Asking deep(text + "]");
  REQUIRE(deep.read.document);
  CHECK(deep("$..*..*..*..*") == "stopped");
  CHECK(deep("$..[?count($..[?count($..*) > 0]) > 0]") == "stopped");
  CHECK(deep("$..[?$ == $]") != "stopped");
  std::string wide = "{\"p\": \"(((a{9}){9}){9}){9}\", \"t\": [";
  for (int i = 0; i < 100; ++i) wide += "\"a" + std::to_string(i) + "\", ";
  Asking patterns(wide + "\"a\"]}");
  CHECK(patterns("$.t[?match('a', @)]") == "stopped");   // each item is another pattern to compile
  CHECK(patterns("$.t[?match(@, $.p)]") == "");
  json_path::Problem problem;
  const auto query = json_path::Parse("$[*,*]", Limits{}, problem);
  std::uint64_t steps = 100;
  std::vector<NodeId> nodes;
  CHECK(EvaluateJsonPath(*query, *deep.read.document, deep.read.document->root(), Limits{}, 3, steps, nodes) == JsonPathEnd::kTooManyNodes);
  CHECK(nodes.size() == 3);
  CHECK(steps < 100);
}

}  // namespace
}  // namespace writ::model
