// Hostile and broken input: one clear diagnostic, no crash, bounded memory.
#include "model/readers/read_document.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadText;

std::string Repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// The only diagnostic's code and place.
std::string Refusal(const std::string& text, const Limits& limits = {}) {
  const ReadText read(text, limits);
  CHECK_FALSE(read.document);
  REQUIRE(read.sink.all().size() == 1);
  const std::string all = read.problems();
  return all.substr(0, all.find(' ', 6));
}

TEST_CASE("documents: nothing is not a document") {
  for (const char* text : {"", " \n\t", "\xEF\xBB\xBF", "# only a comment\n"})
    CHECK(Refusal(text) == "W6003 1:1");
  CHECK(ReadText("---\n").dump() == "null");
}

TEST_CASE("documents: bytes that are no UTF-8 have a place") {
  CHECK(Refusal("{\"a\": \"x\xFFy\"}") == "W6002 1:9");
  CHECK(Refusal("a: é\nb: \xC3\x28\n") == "W6002 2:4");
  CHECK(Refusal("a: \xED\xA0\x80\n") == "W6002 1:4");
  CHECK(Refusal(std::string("\xFF\xFE{\0", 4)) == "W6002 1:1");
}

TEST_CASE("documents: zero bytes are refused where they stand") {
  CHECK(Refusal(std::string("{\"a\": \"x\0\"}", 11)) == "W4001 1:9");
  CHECK(Refusal(std::string("{\"a\": 1}\0", 9)) == "W4001 1:9");
  CHECK(Refusal(std::string("a: b\0c\n", 7)) == "W4002 1:5");
  CHECK(Refusal(std::string("\0", 1)) == "W4002 1:1");
}

TEST_CASE("documents: a hundred thousand levels are refused at the first that is too deep") {
  const std::size_t n = 100'000;
  CHECK(Refusal(Repeat("[", n)) == "W4003 1:513");
  CHECK(Refusal(Repeat("[", n) + Repeat("]", n)) == "W4003 1:513");
  CHECK(Refusal(Repeat("{\"a\":", n)) == "W4003 1:2561");
  CHECK(Refusal("a: " + Repeat("[", n)) == "W4003 1:515");
  CHECK(Refusal("a: " + Repeat("{b: ", n)) == "W4003 1:2048");
  CHECK(Refusal(Repeat("- ", n) + "x") == "W4003 1:1025");
  CHECK(Refusal(Repeat("? ", n) + "x") == "W4003 1:1025");
  CHECK(Refusal("a:\n" + Repeat(" [\n", n)) == "W4003 513:2");
  std::string indented;
  for (std::size_t i = 0; i < 1000; ++i) indented += std::string(i, ' ') + "a:\n";
  CHECK(Refusal(indented) == "W4003 513:513");
}

TEST_CASE("documents: the deepest legal nesting is read") {
  const Limits limits;
  const std::size_t n = limits.document_depth;
  CHECK(ReadText(Repeat("[", n) + Repeat("]", n)).document.has_value());
  CHECK(Refusal(Repeat("[", n + 1) + Repeat("]", n + 1)) == "W4003 1:513");
  CHECK(ReadText("# yaml\n" + Repeat("[", n) + Repeat("]", n)).document.has_value());
}

TEST_CASE("documents: aliases neither explode nor nest without end") {
  std::string bomb = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n";
  std::string nest = "a0: &a0 " + Repeat("[", 200) + Repeat("]", 200) + "\n";
  for (int i = 1; i < 12; ++i) {
    const std::string name = "a" + std::to_string(i), last = "*a" + std::to_string(i - 1);
    bomb += name + ": &" + name + " [" + Repeat(last + ",", 9) + last + "]\n";
    nest += name + ": &" + name + " " + Repeat("[", 200) + last + Repeat("]", 200) + "\n";
  }
  CHECK(Refusal(bomb).substr(0, 7) == "W4008 5");
  CHECK(Refusal(nest).substr(0, 7) == "W4003 3");
  std::string merges = "a0: &a0 {x0: 1}\n";
  for (int i = 1; i < 400; ++i) {
    merges += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " {<<: *a" + std::to_string(i - 1) +
              ", x" + std::to_string(i) + ": 1}\n";
  }
  CHECK(Refusal(merges).substr(0, 5) == "W4008");
}

TEST_CASE("documents: ordinary reuse of anchors is welcome") {
  std::string text =
      "error: &error {type: object, properties: {code: {type: integer}, message: {type: string}}}\nuses:\n";
  for (int i = 0; i < 2000; ++i) text += "- *error\n";
  const ReadText read(text);
  CHECK(read.problems() == "");
  REQUIRE(read.document);
  CHECK(read.document->node(read.document->At("/uses")).child_count == 2000);
}

TEST_CASE("documents: limits on bytes and values are honoured") {
  Limits limits;
  limits.description_bytes = 10;
  CHECK(Refusal("{\"a\": 12345}", limits) == "W6004 1:1");
  limits = {};
  limits.document_nodes = 5;
  CHECK(Refusal("[1,2,3,4,5]", limits) == "W4004 1:10");
  CHECK(Refusal("- 1\n- 2\n- 3\n- 4\n- 5\n", limits) == "W4004 5:3");
  CHECK(ReadText("[1,2,3,4]", limits).document.has_value());
  limits = {};
  limits.input_diagnostics = 3;
  std::string repeats;
  for (int i = 0; i < 50; ++i) repeats += "a: 1\n";
  CHECK(ReadText(repeats, limits).sink.error_count() == 3);
}

TEST_CASE("documents: long lines with wide characters are read in linear time") {
  std::string text = "x: [";
  for (int i = 0; i < 60'000; ++i) text += "'é', ";
  text += "0]\n";
  const ReadText read(text);
  REQUIRE(read.document);
  CHECK(read.document->node(read.document->At("/x")).child_count == 60'001);
  CHECK(read.TextAt("/x/59999") == "'é'");
}

TEST_CASE("documents: a scalar alone is a document") {
  CHECK(ReadText("42").dump() == "42");
  CHECK(ReadText("just text").dump() == "'just text'");
  CHECK(ReadText("\"x\"").dump() == "'x'");
}

}  // namespace
}  // namespace writ::model
