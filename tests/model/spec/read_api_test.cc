// Which documents are API descriptions, what the document says about itself, and every description of the
// data folder.
#include "model/spec/read_api.h"

#include <doctest/doctest.h>

#include <cctype>
#include <cstdlib>

#include "base/file.h"
#include "model/readers/yaml_reader.h"
#include "tests/model/read_text.h"
#include "tests/repo.h"

namespace writ::model {
namespace {

using test::ReadSpec;

TEST_CASE("descriptions: every format of the table is read"){
#define SPEC_FORMAT(id, member, prefix, shown)                                                              \
  {                                                                                                         \
    const ReadSpec read(                                                                                    \
        std::string(member ": '" prefix ".0'\ninfo: {title: T, version: 1.10}\npaths: {/a: {get: {}}}\n")); \
    CHECK_MESSAGE(read.problems() == "", shown);                                                            \
    REQUIRE(read.api);                                                                                      \
    CHECK(read.api->openapi == prefix ".0");                                                                \
    CHECK(read.api->title == "T");                                                                          \
    CHECK(read.api->version == "1.10");                                                                     \
    CHECK(read.api->name == "test.v1");                                                                     \
    CHECK(read.api->operations.size() == 1);                                                                \
  }
#include "model/spec/formats.def"
}

TEST_CASE("descriptions: an unquoted version is a number in YAML and means the same") {
  CHECK(ReadSpec("openapi: 3.0\npaths: {}\n").api != nullptr);
  CHECK(ReadSpec("swagger: 2.0\npaths: {}\n").api != nullptr);
}

TEST_CASE("descriptions: other documents get one diagnostic that says what was seen") {
  const auto refusal = [](const std::string& text) {
    const ReadSpec read(text);
    CHECK_FALSE(read.api);
    return read.problems();
  };
  const std::string help = " | an OpenAPI description has a root member `openapi` or `swagger`\n";
  CHECK(refusal("asyncapi: 2.6.0\n") ==
        "W4020 1:1 this is a document of another format: AsyncAPI (`2.6.0`)" + help);
  CHECK(refusal("swaggerVersion: '1.2'\napis: []\n") ==
        "W4020 1:1 this is a document of another format: Swagger 1.x (`1.2`)" + help);
  CHECK(refusal("a: 1\na: 2\nb: 3\n") ==
        "W4020 1:1 no API description: the document has neither `openapi` nor `swagger`, but `a`, `b`" +
            help);
  CHECK(refusal("opnapi: 3.0.0\n") ==
        "W4020 1:1 no API description: the document has neither `openapi` nor `swagger`, but `opnapi` | did "
        "you mean `openapi` for "
        "`opnapi`?\n");
  CHECK(refusal("{}") == "W4020 1:1 the document is empty: no API description" + help);
  CHECK(refusal("- a\n") == "W4020 1:1 an API description is an object, this document is a list\n");
  CHECK(refusal("hello") == "W4020 1:1 an API description is an object, this document is a text\n");
  const std::string versions = " | Writ reads `swagger: \"2.0\"` and `openapi: 3.0.x`, `3.1.x` and `3.2.x`\n";
  CHECK(refusal("openapi: 4.0.0\n") == "W4021 1:1 version `openapi: 4.0.0` is not supported" + versions);
  CHECK(refusal("openapi: 3.10.0\n") == "W4021 1:1 version `openapi: 3.10.0` is not supported" + versions);
  CHECK(refusal("openapi: '2.0'\n") == "W4021 1:1 version `openapi: 2.0` is not supported" + versions);
  CHECK(refusal("openapi: [3]\n") == "W4021 1:1 `openapi` is a list, not a version" + versions);
}

TEST_CASE("descriptions: faults of the root are reported and the rest is read") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: text\npaths: [a]\nservers: {}\ntags: [1, {name: x}]\ncomponents: 7\nsecurity: "
      "{}\n");
  REQUIRE(read.api);
  CHECK(read.problems() ==
        "W4026 2:7 `info` is a text, not an object\nW4026 3:1 `paths` is a list, not an object\nW4026 4:1 "
        "`servers` is an object, not a "
        "list\nW4026 5:8 a tag is a number, not an object\nW4026 6:13 `components` is a number, not an "
        "object\nW4026 7:1 `security` is an "
        "object, not a list\n");
  CHECK(read.api->tags == std::vector<std::string_view>{"x"});
}

TEST_CASE("descriptions: extensions fill in what the metadata leaves open") {
  const std::string text =
      "openapi: 3.0.3\ninfo: {title: t, version: '1', x-audience: company-internal}\npaths: {}\nx-owner: "
      "team-a\nx-sensitivity: high\n";
  const ReadSpec plain(text);
  CHECK(plain.api->metadata.exposure == Exposure::kInternal);
  CHECK(plain.api->metadata.owner == "team-a");
  CHECK(plain.api->metadata.sensitivity == "high");
  CHECK_FALSE(plain.api->metadata.lifecycle.has_value());
  ApiMetadata metadata;
  metadata.name = "users";
  metadata.exposure = Exposure::kPublic;
  metadata.owner = "team-b";
  const ReadSpec told(text, {}, metadata);
  CHECK(told.api->name == "users");
  CHECK(told.api->metadata.exposure == Exposure::kPublic);
  CHECK(told.api->metadata.owner == "team-b");
  const ReadSpec odd("openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nx-exposure: everyone\n");
  CHECK(odd.problems() == "W4028 4:13 `x-exposure` is none of public, partner and internal\n");
}

// Rows of the manifest: path and declared format.
std::vector<std::pair<std::string, std::string>> ManifestRows(const std::string& path) {
  auto text = ReadFile(path, std::size_t{1} << 24);
  REQUIRE(text.ok());
  std::vector<std::pair<std::string, std::string>> rows;
  std::size_t at = text->find('\n') + 1;
  while (at < text->size()) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const std::string line = text->substr(at, end - at);
    at = end + 1;
    const std::size_t one = line.find('\t'), two = line.find('\t', one + 1), three = line.find('\t', two + 1);
    if (one != std::string::npos && three != std::string::npos)
      rows.emplace_back(line.substr(0, one), line.substr(two + 1, three - two - 1));
  }
  return rows;
}

TEST_CASE("descriptions: each of the data folder is read or refused with one error") {
  const std::string manifest = test::SharedPath("data/specs/MANIFEST.tsv");
  if (manifest.empty()) return;
  const auto rows = ManifestRows(manifest);
  REQUIRE(rows.size() > 80);
  for (const auto& row : rows) {
    const std::string& name = row.first;
    auto text = ReadFile(test::SharedPath("data/specs/" + name), std::size_t{1} << 28);
    REQUIRE_MESSAGE(text.ok(), name);
    SourceMap sources;
    DiagnosticSink sink;
    const FileId file = sources.Add(name, *text);
    const std::unique_ptr<Api> api = ReadApi(file, {}, sources, Limits{}, sink);
    const bool is_openapi = row.second.substr(0, 7) == "openapi" || row.second.substr(0, 7) == "swagger";
    CHECK_MESSAGE((api != nullptr) == is_openapi, name, "\n", test::Problems(sink, sources));
    if (api == nullptr) {
      CHECK_MESSAGE(sink.error_count() == 1, name);
      CHECK_MESSAGE(sink.all()[0].span.valid(), name);
      continue;
    }
    // Every node's span holds its own text, and every pointer leads back.
    const Document& document = api->documents[0];
    std::vector<NodeId> stack = {document.root()};
    std::size_t wrong = 0, count = 0;
    while (!stack.empty()) {
      const NodeId id = stack.back();
      stack.pop_back();
      const Node& node = document.node(id);
      if (node.value_begin > node.value_end || node.value_end > text->size()) ++wrong;
      if (node.key_end > node.value_begin && node.key_end != 0) ++wrong;
      const std::string_view written = sources.Text(document.ValueSpan(id));
      if (node.kind == NodeKind::kObject && written.substr(0, 1) == "{" && written.back() != '}') ++wrong;
      if (node.kind == NodeKind::kArray && written.substr(0, 1) == "[" && written.back() != ']') ++wrong;
      if (node.kind == NodeKind::kNumber && written.find_first_of("0123456789") == std::string_view::npos)
        ++wrong;
      if (node.kind == NodeKind::kString && node.text.find_first_of("\n\\\"'") == std::string_view::npos &&
          !node.text.empty() &&
          written.find(node.text.substr(0, node.text.find(' '))) == std::string_view::npos &&
          written.find('\\') == std::string_view::npos) {
        ++wrong;
      }
      if (++count % 97 == 0 && document.At(document.PointerOf(id)) != id) ++wrong;
      const auto children = document.children(id);
      stack.insert(stack.end(), children.begin(), children.end());
    }
    CHECK_MESSAGE(wrong == 0, name);
    for (const Operation& operation : api->operations) CHECK(api->SpanOf(operation.place).valid());
    for (const Schema& schema : api->schemas)
      CHECK(schema.reachable == (schema.in_request || schema.in_response));
  }
}

TEST_CASE("descriptions: JSON read as YAML is the same document") {
  const std::string manifest = test::SharedPath("data/specs/MANIFEST.tsv");
  if (manifest.empty()) return;
  std::size_t compared = 0;
  for (const auto& row : ManifestRows(manifest)) {
    auto text = ReadFile(test::SharedPath("data/specs/" + row.first), std::size_t{1} << 28);
    REQUIRE(text.ok());
    // libyaml knows neither the escaped slash nor surrogate pairs.
    if ((*text)[0] != '{' || text->size() > 600'000 || text->find("\\/") != std::string::npos ||
        text->find("\\ud") != std::string::npos) {
      continue;
    }
    SourceMap sources;
    DiagnosticSink sink;
    const FileId file = sources.Add(row.first, *text);
    const auto json = ReadDocument(file, sources, Limits{}, sink);
    const auto yaml = ReadYaml(file, sources.file(file).text(), 0, Limits{}, sink);
    REQUIRE_MESSAGE(json.has_value(), row.first);
    REQUIRE_MESSAGE(yaml.has_value(), row.first, test::Problems(sink, sources));
    CHECK_MESSAGE(test::Dump(*json, json->root()) == test::Dump(*yaml, yaml->root()), row.first);
    REQUIRE(json->size() == yaml->size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < json->size(); ++i) {
      const Node &a = json->node(NodeId{static_cast<std::uint32_t>(i)}),
                 &b = yaml->node(NodeId{static_cast<std::uint32_t>(i)});
      if (a.value_begin != b.value_begin || a.value_end != b.value_end || a.key_begin != b.key_begin ||
          a.key_end != b.key_end)
        ++different;
    }
    CHECK_MESSAGE(different == 0, row.first);
    ++compared;
  }
  CHECK(compared >= 10);
}

}  // namespace
}  // namespace writ::model
