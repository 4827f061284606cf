// YAML: scalars, spans, anchors and merge keys, and what is said about text that is no YAML.
#include "model/readers/yaml_reader.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadText;

TEST_CASE("yaml: plain scalars follow the core schema and quoted ones are text") {
  const ReadText read(
      "a: yes\nb: 017\nc: '1'\nd: \"x\\ty\"\ne: ~\nf:\ng: True\nh: 1.50\n200: ok\ntrue: key\ni: !!str 12\nj: "
      "!!int \"12\"\nk: !!null ''\n");
  CHECK(read.problems() == "");
  CHECK(read.dump() ==
        "{a:'yes',b:17,c:'1',d:'x\ty',e:null,f:null,g:true,h:1.50,200:'ok',true:'key',i:'12',j:12,k:null}");
}

TEST_CASE("yaml: spans are those of the text whatever the style") {
  const ReadText read(
      "paths:\n"
      "  /ü:\n"
      "    get:\n"
      "      text: |\n"
      "        one\n"
      "        two\n"
      "\n"
      "      # remark\n"
      "      tags: [a, \"b\" ]\n"
      "      list:\n"
      "      - x: 1\n"
      "      - y\n"
      "other: 1\n");
  REQUIRE(read.document);
  CHECK(read.KeyTextAt("/paths/~1ü/get/tags") == "tags: [a, \"b\" ]");
  CHECK(read.TextAt("/paths/~1ü/get/tags/1") == "\"b\"");
  CHECK(read.TextAt("/paths/~1ü/get/text") == "|\n        one\n        two");
  CHECK(read.TextAt("/paths/~1ü/get/list") == "- x: 1\n      - y");
  CHECK(read.TextAt("/paths/~1ü/get/list/0") == "x: 1");
  CHECK(read.KeyTextAt("/other") == "other: 1");
  CHECK(read.sources.Locate(read.document->KeySpan(read.document->At("/paths/~1ü/get"))) == LineColumn{3, 5});
}

TEST_CASE("yaml: characters that YAML takes for line breaks do not shift places") {
  const ReadText read(
      "\xEF\xBB\xBF"
      "a: \"x\xC2\x85y\xE2\x80\xA8z\"\r\nb: [\"é😀\", 2]\r\nc: 3\r\n");
  CHECK(read.problems() == "");
  CHECK(read.TextAt("/b/0") == "\"é😀\"");
  CHECK(read.TextAt("/b/1") == "2");
  CHECK(read.KeyTextAt("/c") == "c: 3");
}

TEST_CASE("yaml: aliases are copies that stand where they are written") {
  const ReadText read("base: &b {x: [1, 2]}\nuse: *b\nkey: &k name\n*k : v\n");
  CHECK(read.problems() == "");
  CHECK(read.dump() == "{base:{x:[1,2]},use:{x:[1,2]},key:'name',name:'v'}");
  CHECK(read.KeyTextAt("/use") == "use: *b");
  CHECK(read.TextAt("/use/x") == "[1, 2]");
  CHECK(read.document->PointerOf(read.document->At("/use/x/1")) == "/use/x/1");
  CHECK(read.document->At("/use/x/1") != read.document->At("/base/x/1"));
}

TEST_CASE("yaml: merge keys fill in what is not written") {
  const ReadText read(
      "one: &one {x: 1, y: 1}\ntwo: &two {y: 2, z: 2}\n"
      "a:\n  x: 0\n  <<: [*one, *two]\n  w: 9\n"
      "b: &b\n  <<: *one\nc:\n  <<: *b\n  '<<': text\n");
  CHECK(read.problems() == "");
  CHECK(read.dump() == "{one:{x:1,y:1},two:{y:2,z:2},a:{x:0,y:1,z:2,w:9},b:{x:1,y:1},c:{x:1,y:1,<<:'text'}}");
  CHECK(read.KeyTextAt("/b") == "b: &b\n  <<: *one");
  const ReadText bad("a:\n  <<: 1\n  b: 2\n");
  CHECK(bad.dump() == "{a:{b:2}}");
  CHECK(bad.problems() ==
        "W4011 2:3 `<<` merges neither a map nor a list of maps | write `<<: *name`, or quote the key if it "
        "is meant as text\n");
}

TEST_CASE("yaml: repeated keys are one problem each and the first is kept") {
  const ReadText read("a: 1\n\"a\": 2\nb: {c: 1, c: 2}\n");
  CHECK(read.dump() == "{a:1,b:{c:1}}");
  CHECK(read.sink.error_count() == 2);
  CHECK(read.problems().find("W4005 2:1 key `a`") != std::string::npos);
  CHECK(read.problems().find("W4005 3:11 key `c`") != std::string::npos);
}

TEST_CASE("yaml: keys that are no text are left out with their values") {
  const ReadText read("? [a, b]\n: {c: [d]}\n? {x: y}\n: z\ne: 1\n");
  CHECK(read.dump() == "{e:1}");
  CHECK(read.problems() ==
        "W4010 1:3 a key that is a list or a map; the entry is skipped | quote it if it is meant as text\n"
        "W4010 3:3 a key that is a list or a map; the entry is skipped | quote it if it is meant as text\n");
}

TEST_CASE("yaml: only the first document of a file is read") {
  const ReadText read("--- # first\na: 1\n---\nb: [\n");
  CHECK(read.dump() == "{a:1}");
  CHECK(read.problems() ==
        "W4009 3:1 a second document starts here and is not read | put each description into a file of its "
        "own\n");
  CHECK(ReadText("a: 1\n...\n").problems() == "");
}

TEST_CASE("yaml: unknown tags are warnings") {
  const ReadText read("a: !include x.yaml\nb: !!set {x}\n");
  CHECK(read.dump() == "{a:'x.yaml',b:{x:null}}");
  CHECK(read.problems() == "W4012 1:4 tag `!include` is not known; its value is read as plain data\n");
}

TEST_CASE("yaml: syntax errors have a place and a way out") {
  CHECK(ReadText("a:\n\tb: 1\n").problems() ==
        "W4002 2:1 not YAML: found character that cannot start any token | YAML is indented with spaces, "
        "never with tabs\n");
  CHECK(ReadText("a: b: c\n").problems() ==
        "W4002 1:5 not YAML: mapping values are not allowed in this context\n");
  CHECK(ReadText("ü: 'x\n").problems() == "W4002 2:1 not YAML: found unexpected end of stream\n");
  CHECK(ReadText("a: *nope\n").problems() == "W4006 1:4 alias `*nope` names no anchor before it\n");
  CHECK(ReadText("a: &x [1, *x]\n").problems() ==
        "W4007 1:11 alias `*x` stands inside the node it repeats | use a `$ref` for a recursive schema\n");
}

TEST_CASE("yaml: flow style that is no JSON is YAML and comments are not swallowed") {
  CHECK(ReadText("{openapi: 3.0.0, x: [a, 'b',],}").dump() == "{openapi:'3.0.0',x:['a','b']}");
  CHECK(ReadText("{openapi: [}").problems().substr(0, 5) == "W4002");
  const ReadText comment("{\"a\": true // yes\n}");
  CHECK_FALSE(comment.document);
  CHECK(comment.problems().substr(0, 10) == "W4001 1:12");
}

}  // namespace
}  // namespace writ::model
