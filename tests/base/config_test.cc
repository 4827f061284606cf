// Configuration: the tree, its positions, and every way to refuse a file.
#include "base/config.h"

#include <doctest/doctest.h>

#include <string>

#include "base/diagnostics.h"

namespace writ {
namespace {

// One line per node: kind, text and what the span covers.
void Dump(const ConfigNode& node, const SourceMap& sources, const std::string& indent, std::string& out) {
  const std::string source = "<" + std::string(sources.Text(node.span)) + ">";
  switch (node.kind) {
    case ConfigNode::Kind::kNull: out += "null " + source + "\n"; break;
    case ConfigNode::Kind::kScalar: out += (node.quoted ? "text " : "plain ") + node.scalar + " " + source + "\n"; break;
    case ConfigNode::Kind::kList:
      out += "list\n";
      for (const ConfigNode& item : node.items) {
        out += indent + "- ";
        Dump(item, sources, indent + "  ", out);
      }
      break;
    case ConfigNode::Kind::kMap:
      out += "map\n";
      for (const auto& [key, value] : node.members) {
        out += indent + key.scalar + " " + "<" + std::string(sources.Text(key.span)) + ">: ";
        Dump(value, sources, indent + "  ", out);
      }
      break;
  }
}

struct Parsed {
  SourceMap sources;
  DiagnosticSink sink;
  std::optional<ConfigNode> root;
  std::string Tree() const {
    std::string out;
    if (root) Dump(*root, sources, "", out);
    return out;
  }
  // "W6011 2:1 message", one per line.
  std::string Errors() const {
    std::string out;
    for (const Diagnostic& d : sink.all()) {
      out += std::string(InfoOf(d.code).code);
      if (d.span.valid()) {
        const LineColumn at = sources.Locate(d.span);
        out += " " + std::to_string(at.line) + ":" + std::to_string(at.column);
      }
      out += " " + d.message + "\n";
    }
    return out;
  }
};

Parsed Parse(std::string text, const Limits& limits = {}) {
  Parsed parsed;
  const FileId file = parsed.sources.Add("writ.yaml", std::move(text));
  parsed.root = ParseConfig(file, parsed.sources, limits, parsed.sink);
  CHECK(parsed.root.has_value() != parsed.sink.has_errors());
  return parsed;
}

TEST_CASE("config: maps and lists with their spans") {
  CHECK(Parse("apis:\n  - name: shop\n    specs: [a.yaml, 'b.yaml']\n    none:\n    tilde: ~\n").Tree() ==
        "map\n"
        "apis <apis>: list\n"
        "  - map\n"
        "    name <name>: plain shop <shop>\n"
        "    specs <specs>: list\n"
        "      - plain a.yaml <a.yaml>\n"
        "      - text b.yaml <'b.yaml'>\n"
        "    none <none>: null <>\n"
        "    tilde <tilde>: null <~>\n");
}

TEST_CASE("config: scalars keep their text and say whether they were quoted") {
  CHECK(Parse("- 404\n- \"404\"\n- \"a\\\"b\\u00e9\"\n- 'it''s'\n- |\n  one\n  two\n- !!str 5\n- yes\n- null\n- 'null'\n").Tree() ==
        "list\n"
        "- plain 404 <404>\n"
        "- text 404 <\"404\">\n"
        "- text a\"bé <\"a\\\"b\\u00e9\">\n"
        "- text it's <'it''s'>\n"
        "- text one\ntwo\n <|>\n"
        "- text 5 <5>\n"
        "- plain yes <yes>\n"
        "- null <null>\n"
        "- text null <'null'>\n");
}

TEST_CASE("config: collections cover their source") {
  const Parsed parsed = Parse("a: {x: 1, y: [2, 3]}\nb:\n  c: 1\n  d: 2\ne: [ ]\n");
  REQUIRE(parsed.root);
  CHECK(parsed.sources.Text(parsed.root->Find("a")->span) == "{x: 1, y: [2, 3]}");
  CHECK(parsed.sources.Text(parsed.root->Find("b")->span) == "c: 1\n  d: 2");
  CHECK(parsed.sources.Text(parsed.root->Find("e")->span) == "[ ]");
  CHECK(parsed.root->Find("f") == nullptr);
}

TEST_CASE("config: columns behind characters of several bytes, a byte order mark and CRLF") {
  const Parsed parsed = Parse("\xEF\xBB\xBF# é\r\nnäme: wért\r\nb: c\r\n");
  CHECK(parsed.Tree() == "map\nnäme <näme>: plain wért <wért>\nb <b>: plain c <c>\n");
  REQUIRE(parsed.root);
  const LineColumn at = parsed.sources.Locate(parsed.root->Find("näme")->span);
  CHECK(at.line == 2);
  CHECK(at.column == 7);
}

TEST_CASE("config: an empty document is null") {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
    const Parsed parsed = Parse(text);
    REQUIRE_MESSAGE(parsed.root.has_value(), text);
    CHECK(parsed.root->is_null());
  }
}

TEST_CASE("config: aliases repeat a value at the place of use") {
  const Parsed parsed = Parse("base: &b {x: 1}\nuse: *b\n");
  REQUIRE(parsed.root);
  CHECK(parsed.root->Find("use")->Find("x")->scalar == "1");
  CHECK(parsed.sources.Text(parsed.root->Find("use")->span) == "*b");
  CHECK(parsed.sources.Text(parsed.root->Find("base")->span) == "{x: 1}");
}

TEST_CASE("config: bad aliases") {
  CHECK(Parse("a: &a [1, *a]\n").Errors() == "W6013 1:11 alias `*a` stands inside the value that it repeats\n");
  CHECK(Parse("a: *missing\n").Errors().rfind("W6010 1:4 ", 0) == 0);
}

TEST_CASE("config: an alias bomb is refused and not expanded") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string previous = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) bomb += (k > 0 ? ", " : "") + previous;
    bomb += "]\n";
  }
  CHECK(Parse(bomb).Errors().rfind("W6014 ", 0) == 0);
}

TEST_CASE("config: a large text cannot be multiplied either") {
  std::string text = "a: &a '" + std::string(1 << 20, 'x') + "'\nb:\n";
  for (int i = 0; i < 1000; ++i) text += "- *a\n";
  CHECK(Parse(text).Errors().rfind("W6014 ", 0) == 0);
}

TEST_CASE("config: the depth counts through aliases") {
  Limits limits;
  limits.config_depth = 10;
  std::string text = "- &a0 [x]\n";
  for (int i = 1; i < 12; ++i) text += "- &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  CHECK(Parse(text, limits).Errors().find("W6015") == 0);
}

TEST_CASE("config: duplicate keys") {
  const Parsed parsed = Parse("a: 1\nb: 2\n\"a\": 3\nc: {x: 1, x: 2}\n");
  CHECK(parsed.Errors() == "W6011 4:11 key `x` stands twice in this mapping\nW6011 3:1 key `a` stands twice in this mapping\n");
  REQUIRE(parsed.sink.all()[1].labels.size() == 1);
  CHECK(parsed.sources.Locate(parsed.sink.all()[1].labels[0].span).line == 1);
}

TEST_CASE("config: keys are text") {
  CHECK(Parse("? [a, b]\n: 1\n").Errors() == "W6012 1:3 a key is a list or a mapping\n");
  CHECK(Parse("~: 1\n").Errors() == "W6012 1:1 a key is empty\n");
  CHECK(Parse("? \n: 1\n").Errors().rfind("W6012", 0) == 0);
}

TEST_CASE("config: syntax errors have a place") {
  CHECK(Parse("a: [1, 2\nb: 3\n").Errors().rfind("W6010 2:", 0) == 0);
  for (const char* text : {"a: \"x\n", "a: 'x\n", "a: \"x\\\"\n", "a: 'it''s\n", "a: {b: 'x\n\n"}) {
    CHECK_MESSAGE(Parse(text).Errors().find("this quote is not closed") != std::string::npos, text);
  }
  CHECK(Parse("a:\n\tb: 1\n").Errors().rfind("W6010 2:", 0) == 0);
  CHECK(Parse("a: b: c\n").Errors().rfind("W6010 1:5 ", 0) == 0);
  CHECK(Parse("]").Errors().rfind("W6010 1:1 ", 0) == 0);
  CHECK(Parse("%YAML 9.9.9\n---\na: 1\n").Errors().rfind("W6010 ", 0) == 0);
}

TEST_CASE("config: control characters are refused") {
  CHECK(Parse(std::string("a: x\0y\n", 7)).Errors() == "W6010 1:5 a control character is not allowed here\n");
  CHECK(Parse("a: 1\nb: \x04\nc: 2\n").Errors() == "W6010 2:4 a control character is not allowed here\n");
  CHECK(Parse("a: \"\\0\"\n").root.has_value());
}

TEST_CASE("config: one document and no more") {
  CHECK(Parse("a: 1\n---\nb: 2\n").Errors() == "W6016 2:1 a second document starts here\n");
  CHECK(Parse("---\na: 1\n...\n").root.has_value());
}

TEST_CASE("config: only core tags") {
  CHECK(Parse("a: !!int 5\nb: !!map {x: 1}\n").root.has_value());
  CHECK(Parse("a: !secret x\n").Errors() == "W6017 1:12 tag `!secret` has no meaning here\n");
  CHECK(Parse("a: !!binary aGk=\n").Errors() == "W6017 1:13 tag `tag:yaml.org,2002:binary` has no meaning here\n");
}

TEST_CASE("config: nesting is bounded in every style") {
  CHECK(Parse(std::string(100, '[') + std::string(100, ']')).root.has_value());
  CHECK(Parse(std::string(101, '[') + std::string(101, ']')).Errors() == "W6015 1:101 nested more than 100 levels deep\n");
  CHECK(Parse(std::string(100'000, '[')).Errors().rfind("W60", 0) == 0);
  CHECK(Parse(std::string(100'000, '{')).Errors().rfind("W60", 0) == 0);
  std::string block;
  for (int i = 0; i < 1000; ++i) block += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(Parse(block).Errors().rfind("W6015 101:", 0) == 0);
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  CHECK(Parse(dashes).Errors().rfind("W6015 ", 0) == 0);
}

TEST_CASE("config: mistakes are counted up to the limit") {
  Limits limits;
  limits.input_diagnostics = 3;
  std::string text;
  for (int i = 0; i < 50; ++i) text += "? [x]\n: 1\n";
  CHECK(Parse(text, limits).sink.error_count() == 3);
}

TEST_CASE("config: a file beyond the limit is not read") {
  Limits limits;
  limits.config_bytes = 4;
  CHECK(Parse("a: 12\n", limits).Errors() == "W6004 larger than the limit of 4 bytes\n");
}

TEST_CASE("config: a line of brackets without end is refused before it is read") {
  CHECK(Parse("a: 1\nb: " + std::string(200'001, '[')).Errors() ==
        "W6004 2:200003 this line has more than 200000 brackets, commas and colons\n");
}

TEST_CASE("config: many keys stay cheap") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "k" + std::to_string(i) + ": v\n";
  const Parsed parsed = Parse(text);
  REQUIRE(parsed.root);
  CHECK(parsed.root->members.size() == 50'000);
}

}  // namespace
}  // namespace writ
