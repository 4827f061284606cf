// JSON: what is understood, where things stand, and what is said about text that is no JSON.
#include "model/readers/json_reader.h"

#include <doctest/doctest.h>

#include "model/readers/json_error.h"
#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadText;

TEST_CASE("json: values keep their text and escapes are undone") {
  const ReadText read(
      R"({"n": [0, -0.50, 1e400, 12345678901234567890123], "s": "a\"\\\/\b\n\u00e9\ud83d\ude00", "k\u0041": [], "e": {}})");
  CHECK(read.problems() == "");
  CHECK(read.dump() == "{n:[0,-0.50,1e400,12345678901234567890123],s:'a\"\\/\b\né😀',kA:[],e:{}}");
  CHECK(read.TextAt("/n/1") == "-0.50");
  CHECK(read.TextAt("/kA") == "[]");
}

TEST_CASE("json: a byte order mark and carriage returns shift nothing") {
  const ReadText read("\xEF\xBB\xBF{\r\n  \"é\": 1,\r\n  \"b\": \"x\"\r\n}\r\n");
  CHECK(read.problems() == "");
  CHECK(read.TextAt("/b") == "\"x\"");
  CHECK(read.sources.Locate(read.document->ValueSpan(read.document->At("/b"))) == LineColumn{3, 8});
}

TEST_CASE("json: a string that ends in escaped backslashes ends at its quote") {
  const ReadText read(R"({"a": "\\", "b": "\\\"", "c": "\\\\"})");
  CHECK(read.dump() == R"({a:'\',b:'\"',c:'\\'})");
}

TEST_CASE("json: repeated keys are reported and the first is kept") {
  const ReadText small("{\"a\": 1, \"b\": 2,\n \"a\": 3, \"\\u0061\": 4}");
  CHECK(small.dump() == "{a:1,b:2}");
  CHECK(small.problems() ==
        "W4005 2:2 key `a` is used twice in one object; the first is kept | remove or rename one of them: "
        "other tools may take "
        "the other one\n"
        "W4005 2:10 key `a` is used twice in one object; the first is kept | remove or rename one of them: "
        "other tools may take "
        "the other one\n");
  std::string text = "{";
  for (int i = 0; i < 40; ++i)
    text += "\"k" + std::to_string(i % 39) + "\": " + std::to_string(i) + (i < 39 ? "," : "}");
  const ReadText large(text);
  CHECK(large.sink.error_count() == 1);
  CHECK(large.document->node(large.document->root()).child_count == 39);
  CHECK(large.document->node(large.document->At("/k0")).text == "0");
}

TEST_CASE("json: syntax errors name the byte and what was seen") {
  const auto problem = [](const char* text) { return ReadText(text).problems(); };
  CHECK(problem("{\"a\": 1} {\"b\": 2}") ==
        "W4001 1:10 not JSON: found `{` after the end of the JSON value | a file holds one JSON value; "
        "remove what follows it\n");
  CHECK(problem("{\"a\": [1, {\"b\": 2}") ==
        "W4001 1:19 not JSON: the file ends inside an array (2 levels are open) | the file may have been cut "
        "off\n");
  CHECK(problem("{\"a\": \"b") ==
        "W4001 1:7 not JSON: a string is not closed before the end of the file | the file may have been cut "
        "off\n");
  CHECK(problem("{\"a\": 1\n \"b\": 2}") ==
        "W4001 2:2 not JSON: found a string where JSON wants `,` or `}`\n");
  CHECK(problem("{\"a\": \"é\\ud800\"}") ==
        "W4001 1:9 not JSON: `\\ud800` is half of a surrogate pair | write both halves, or the character "
        "itself\n");
  CHECK(problem("{\"a\": \"x\\q\"}") ==
        "W4001 1:9 not JSON: `\\q` is no escape of JSON | a backslash itself is written `\\\\`\n");
  CHECK(problem("{\"a\": 1} // done") ==
        "W4001 1:10 not JSON: found `/` after the end of the JSON value | a file holds one JSON value; "
        "remove what follows it\n");
  CHECK(problem("{\"a\": /* one */ 1}") == "W4001 1:7 not JSON: JSON has no comments | remove the comment\n");
  CHECK(problem("{\"a\": [1}, \"b\": 2]") == "W4001 1:9 not JSON: found `}` where JSON wants `,` or `]`\n");
}

TEST_CASE("json: the strict scan and the reader agree on what JSON is") {
  for (const char* good : {"[]", "{}", "[1]", "[true,false,null]", "[-0]", "[0.5e-7]", "[\"\"]",
                           "{\"\":{\"\":[]}}", " [ 1 , 2 ] "}) {
    DiagnosticSink sink;
    bool is_syntax = false;
    CHECK_MESSAGE(ReadJson(FileId{0}, good, 0, Limits{}, sink, is_syntax).has_value(), good);
    CHECK_MESSAGE(!FindJsonError(good, 0), good);
  }
  for (const char* bad : {"[",           "]",
                          "{",           "}",
                          "[1,]",        "[,1]",
                          "[1 2]",       "[01]",
                          "[+1]",        "[1.]",
                          "[.5]",        "[1e]",
                          "[-]",         "[tru]",
                          "[nul]",       "[truefalse]",
                          "[1a]",        "{\"a\"}",
                          "{\"a\":}",    "{\"a\":1,}",
                          "{a:1}",       "{1:1}",
                          "[\"\\x\"]",   "[\"\t\"]",
                          "[\"\\u12\"]", "[\"\\udc00\"]",
                          "['a']",       "[1]]",
                          "[1]x",        "{\"a\":1 \"b\"}",
                          "[NaN]",       "[Infinity]",
                          "[\"a\nb\"]"}) {
    DiagnosticSink sink;
    bool is_syntax = false;
    CHECK_MESSAGE(!ReadJson(FileId{0}, bad, 0, Limits{}, sink, is_syntax).has_value(), bad);
    CHECK_MESSAGE(is_syntax, bad);
    CHECK_MESSAGE(FindJsonError(bad, 0).has_value(), bad);
  }
}

TEST_CASE("json: numbers follow the grammar of RFC 8259") {
  for (const char* good : {"0", "-0", "10", "1.5", "1E+2", "0e0", "-1.25e-10"})
    CHECK_MESSAGE(IsJsonNumber(good), good);
  for (const char* bad : {"", "-", "+1", "01", "1.", ".1", "1e", "1e+", "0x1", "1 ", "--1", "1.2.3"}) {
    CHECK_MESSAGE(!IsJsonNumber(bad), bad);
  }
}

}  // namespace
}  // namespace writ::model
