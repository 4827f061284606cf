// `$ref`: pointers, escapes, chains, circles, and what is said about those that lead nowhere.
#include "model/spec/reading.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadSpec;

std::string WithSchemas(const std::string& schemas, const std::string& version = "3.0.3") {
  return "openapi: " + version + "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" +
         schemas;
}

const Schema* ItemsOf(const ReadSpec& read, std::string_view name) {
  const Schema* schema = read.SchemaAt("/components/schemas/" + std::string(name));
  REQUIRE(schema != nullptr);
  return schema->items;
}

TEST_CASE("references: pointers with escapes and percent-encoding") {
  const ReadSpec read(
      WithSchemas("    \"a/b~c d\": {type: string}\n"
                  "    \"50%\": {type: string}\n"
                  "    \"ü\": {type: string}\n"
                  "    A: {items: {$ref: '#/components/schemas/a~1b~0c%20d'}}\n"
                  "    B: {items: {$ref: '#/components/schemas/a~1b~0c d'}}\n"
                  "    C: {items: {$ref: '#/components/schemas/50%'}}\n"
                  "    D: {items: {$ref: '#/components/schemas/%C3%BC'}}\n"
                  "    E: {items: {$ref: './test.v1.yaml#/components/schemas/50%25'}}\n"));
  REQUIRE(read.api);
  CHECK(read.problems() == "");
  CHECK(ItemsOf(read, "A")->name == "a/b~c d");
  CHECK(ItemsOf(read, "B")->name == "a/b~c d");
  CHECK(ItemsOf(read, "C")->name == "50%");
  CHECK(ItemsOf(read, "D")->name == "ü");
  CHECK(ItemsOf(read, "E")->name == "50%");
}

TEST_CASE("references: chains end at the definition and long ones cost no stack") {
  std::string schemas = "    S0: {type: string}\n";
  for (int i = 1; i <= 20'000; ++i) {
    schemas +=
        "    S" + std::to_string(i) + ": {$ref: '#/components/schemas/S" + std::to_string(i - 1) + "'}\n";
  }
  schemas += "    Z: {items: {$ref: '#/components/schemas/S20000'}}\n";
  const ReadSpec read(WithSchemas(schemas));
  REQUIRE(read.api);
  CHECK(read.problems() == "");
  CHECK(ItemsOf(read, "Z")->name == "S0");
  CHECK(read.api->schemas.size() == 2);
}

TEST_CASE("references: nesting through references costs no stack") {
  std::string schemas = "    S0: {type: string}\n";
  for (int i = 1; i <= 20'000; ++i) {
    schemas += "    S" + std::to_string(i) + ": {items: {$ref: '#/components/schemas/S" +
               std::to_string(i - 1) + "'}}\n";
  }
  const ReadSpec read(WithSchemas(schemas));
  REQUIRE(read.api);
  CHECK(read.api->schemas.size() == 20'001);
}

TEST_CASE("references: circles that define nothing are one error each") {
  const ReadSpec read(
      WithSchemas("    Self: {$ref: '#/components/schemas/Self'}\n"
                  "    A: {$ref: '#/components/schemas/B'}\n"
                  "    B: {$ref: '#/components/schemas/A'}\n"
                  "    Tree: {items: {$ref: '#/components/schemas/Tree'}}\n"
                  "    UsesA: {items: {$ref: '#/components/schemas/A'}}\n"));
  REQUIRE(read.api);
  CHECK(read.problems() ==
        "W4023 6:18 reference `#/components/schemas/Self` leads only back to itself\n"
        "W4023 7:15 reference `#/components/schemas/B` leads only back to itself\n");
  CHECK(ItemsOf(read, "Tree") == read.SchemaAt("/components/schemas/Tree"));
  CHECK(ItemsOf(read, "UsesA") == nullptr);
}

TEST_CASE("references: a missing target is one error with the nearest name") {
  const ReadSpec read(
      WithSchemas("    User: {type: object}\n"
                  "    A: {items: {$ref: '#/components/schemas/Usr'}}\n"
                  "    B: {items: {$ref: '#/components/schemes/User'}}\n"
                  "    C: {items: {$ref: '#/components/schemas/Payment'}}\n"
                  "    D: {items: {$ref: '#anchor'}}\n"));
  REQUIRE(read.api);
  CHECK(read.problems() ==
        "W4022 7:23 reference `#/components/schemas/Usr` leads nowhere | did you mean "
        "`#/components/schemas/User`?\n"
        "W4022 8:23 reference `#/components/schemes/User` leads nowhere | did you mean "
        "`#/components/schemas`?\n"
        "W4022 9:23 reference `#/components/schemas/Payment` leads nowhere | there is no `Payment` in "
        "`#/components/schemas`\n"
        "W4022 10:23 reference `#anchor` leads nowhere\n");
}

TEST_CASE("references: a shared faulty part is reported once however many operations use it") {
  std::string text =
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\ncomponents:\n  parameters:\n    Page: {$ref: "
      "'#/components/parameters/Pagee'}\npaths:\n";
  for (int i = 0; i < 20; ++i)
    text += "  /p" + std::to_string(i) +
            ": {get: {parameters: [{$ref: '#/components/parameters/Page'}], responses: {}}}\n";
  const ReadSpec read(text);
  CHECK(read.problems() ==
        "W4022 5:18 reference `#/components/parameters/Pagee` leads nowhere | did you mean "
        "`#/components/parameters/Page`?\n");
}

TEST_CASE("references: targets of the wrong kind and references that are no text") {
  const ReadSpec read(
      WithSchemas("    A: {items: {$ref: '#/info/title'}}\n"
                  "    B: {items: {$ref: 5}}\n"
                  "    C: {items: {$ref: '#/paths'}}\n"
                  "    D: {items: {$ref: '#/components/schemas/A/example'}, example: 7}\n"));
  REQUIRE(read.api);
  CHECK(read.problems() ==
        "W4026 6:23 reference `#/info/title` leads to a text, not to an object\n"
        "W4026 7:23 `$ref` is a number, not a text\n"
        "W4022 9:23 reference `#/components/schemas/A/example` leads nowhere | there is no `example` in "
        "`#/components/schemas/A`\n");
}

TEST_CASE("references: other files are warnings and a count") {
  std::string schemas;
  for (int i = 0; i < 8; ++i)
    schemas += "    A" + std::to_string(i) + ": {$ref: 'https://example.com/x.yaml#/A'}\n";
  Limits limits;
  limits.input_diagnostics = 3;
  const ReadSpec read(WithSchemas(schemas), limits);
  REQUIRE(read.api);
  CHECK(read.api->external_reference_count == 8);
  CHECK(read.sink.error_count() == 0);
  CHECK(read.sink.warning_count() == 4);
  CHECK(read.problems().find("W4031 1:1 0 more errors and 5 more warnings") != std::string::npos);
}

TEST_CASE("references: anchors and ids of JSON Schema are found in 3.1") {
  const ReadSpec read(
      WithSchemas("    A: {$anchor: here, type: string}\n"
                  "    B: {$id: 'https://example.com/b', type: integer}\n"
                  "    C: {items: {$ref: '#here'}}\n"
                  "    D: {items: {$ref: 'https://example.com/b'}}\n",
                  "3.1.0"));
  REQUIRE(read.api);
  CHECK(read.problems() == "");
  CHECK(ItemsOf(read, "C")->name == "A");
  CHECK(ItemsOf(read, "D")->name == "B");
}

TEST_CASE("references: keywords beside a reference make a schema in 3.1 only") {
  const std::string schemas =
      "    A: {type: string}\n"
      "    B: {items: {$ref: '#/components/schemas/A', maxLength: 5}}\n"
      "    C: {items: {$ref: '#/components/schemas/A', description: just words}}\n"
      "    Loop: {$ref: '#/components/schemas/Loop', maxLength: 1}\n";
  const ReadSpec modern(WithSchemas(schemas, "3.1.0"));
  CHECK(modern.problems() == "");
  const Schema* own = ItemsOf(modern, "B");
  REQUIRE(own != nullptr);
  CHECK(own->max_length == 5);
  REQUIRE(own->all_of.size() == 1);
  CHECK(own->all_of[0]->name == "A");
  CHECK(ItemsOf(modern, "C")->name == "A");
  const Schema* loop = modern.SchemaAt("/components/schemas/Loop");
  REQUIRE(loop != nullptr);
  CHECK(loop->all_of == std::vector<const Schema*>{loop});
  const ReadSpec old(WithSchemas(schemas, "3.0.3"));
  CHECK(ItemsOf(old, "B")->name == "A");
  CHECK(old.sink.error_count() == 1);
}

}  // namespace
}  // namespace writ::model
