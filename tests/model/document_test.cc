// Lookup by key, JSON pointers both ways, spans.
#include "model/document.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadText;

TEST_CASE("document: pointers lead to nodes and back") {
  const ReadText read(R"({"paths": {"/a~b/{id}": [10, {"": true}]}, "x": null})");
  REQUIRE(read.document);
  const Document& d = *read.document;
  CHECK(d.At("") == d.root());
  for (const char* pointer :
       {"/paths", "/paths/~1a~0b~1{id}", "/paths/~1a~0b~1{id}/0", "/paths/~1a~0b~1{id}/1/", "/x"}) {
    const NodeId id = d.At(pointer);
    REQUIRE_MESSAGE(id != kNoNode, pointer);
    CHECK(d.PointerOf(id) == pointer);
  }
  for (const char* pointer :
       {"paths", "/nope", "/paths/~1a~0b~1{id}/2", "/paths/~1a~0b~1{id}/00", "/paths/~1a~0b~1{id}/-",
        "/paths/~2", "/paths/~", "/x/y", "/paths/~1a~0b~1{id}/99999999999999999999"}) {
    CHECK_MESSAGE(d.At(pointer) == kNoNode, pointer);
  }
}

TEST_CASE("document: large objects are searched by order and keep the order of the file") {
  std::string text = "{";
  for (int i = 0; i < 500; ++i)
    text += "\"k" + std::to_string((i * 7919) % 500) + "\": " + std::to_string(i) + ",";
  text += "\"last\": 1}";
  const ReadText read(text);
  REQUIRE(read.document);
  const Document& d = *read.document;
  REQUIRE(d.node(d.root()).child_count == 501);
  for (int i = 0; i < 500; ++i) {
    const NodeId id = d.Find(d.root(), "k" + std::to_string((i * 7919) % 500));
    REQUIRE(id != kNoNode);
    CHECK(d.node(id).text == std::to_string(i));
    CHECK(d.node(id).index == static_cast<std::uint32_t>(i));
  }
  CHECK(d.Find(d.root(), "k500") == kNoNode);
  CHECK(d.Find(d.root(), "") == kNoNode);
}

TEST_CASE("document: questions to the wrong kind of node have an empty answer") {
  const ReadText read(R"({"s": "x", "b": false, "l": [1]})");
  const Document& d = *read.document;
  CHECK(d.StringOf(d.At("/s")) == "x");
  CHECK(d.StringOf(d.At("/b")) == "");
  CHECK(d.BoolOf(d.At("/b")) == false);
  CHECK(d.BoolOf(d.At("/s")) == std::nullopt);
  CHECK(d.Find(d.At("/l"), "0") == kNoNode);
  CHECK(d.Find(kNoNode, "s") == kNoNode);
  CHECK(d.children(d.At("/s")).empty());
  CHECK_FALSE(d.ValueSpan(kNoNode).valid());
}

TEST_CASE("document: the span of a member holds key and value and that of an item the value") {
  const ReadText read("{ \"a\" : [ 1 , { \"b\" : \"c\" } ] }\n");
  CHECK(read.KeyTextAt("/a") == "\"a\" : [ 1 , { \"b\" : \"c\" } ]");
  CHECK(read.TextAt("/a") == "[ 1 , { \"b\" : \"c\" } ]");
  CHECK(read.KeyTextAt("/a/1") == "{ \"b\" : \"c\" }");
  CHECK(read.KeyTextAt("/a/1/b") == "\"b\" : \"c\"");
  CHECK(read.TextAt("") == "{ \"a\" : [ 1 , { \"b\" : \"c\" } ] }");
}

}  // namespace
}  // namespace writ::model
