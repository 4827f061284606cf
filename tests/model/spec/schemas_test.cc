// The fields and edges of schemas in the versions of OpenAPI.
#include "model/spec/schemas.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadSpec;

ReadSpec Read(const std::string& schemas, const std::string& version) {
  return ReadSpec("openapi: " + version +
                  "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas);
}

TEST_CASE("schemas: constraints are exact") {
  const ReadSpec read = Read(
      "    A: {type: string, minLength: 1, maxLength: 1e2, pattern: '^a', format: uuid, title: T, "
      "description: D, readOnly: true}\n"
      "    B: {type: number, minimum: 0.1, maximum: 1.0, multipleOf: 0.01}\n"
      "    C: {type: array, minItems: 0, maxItems: 10, uniqueItems: true, items: {type: integer}}\n",
      "3.0.3");
  CHECK(read.problems() == "");
  const Schema* a = read.SchemaAt("/components/schemas/A");
  CHECK(a->types == kTypeString);
  CHECK(a->min_length == 1);
  CHECK(a->max_length == 100);
  CHECK(a->pattern == "^a");
  CHECK(a->format == "uuid");
  CHECK(a->read_only);
  const Schema* b = read.SchemaAt("/components/schemas/B");
  CHECK(b->minimum->ToString() == "0.1");
  CHECK(b->maximum->ToString() == "1");
  CHECK(b->multiple_of->ToString() == "0.01");
  const Schema* c = read.SchemaAt("/components/schemas/C");
  CHECK(c->unique_items);
  CHECK(c->min_items == 0);
  CHECK(c->items == read.SchemaAt("/components/schemas/C/items"));
}

TEST_CASE("schemas: useless constraints are warnings and no bounds") {
  const ReadSpec read = Read(
      "    A: {minLength: -1, maxLength: 1.5, minItems: '3', maximum: 1e999, required: true}\n", "3.0.3");
  CHECK(read.sink.error_count() == 0);
  CHECK(read.sink.warning_count() == 5);
  const Schema* a = read.SchemaAt("/components/schemas/A");
  CHECK_FALSE(a->min_length.has_value());
  CHECK_FALSE(a->max_length.has_value());
  CHECK_FALSE(a->min_items.has_value());
  CHECK_FALSE(a->maximum.has_value());
}

TEST_CASE("schemas: exclusive bounds of both dialects mean the same") {
  const ReadSpec old =
      Read("    A: {minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}\n", "3.0.3");
  const ReadSpec modern = Read("    A: {exclusiveMinimum: 1, maximum: 9}\n", "3.1.0");
  for (const ReadSpec* read : {&old, &modern}) {
    const Schema* a = read->SchemaAt("/components/schemas/A");
    CHECK(a->exclusive_minimum->ToString() == "1");
    CHECK_FALSE(a->minimum.has_value());
    CHECK(a->maximum->ToString() == "9");
    CHECK_FALSE(a->exclusive_maximum.has_value());
  }
}

TEST_CASE("schemas: null is a type in 3.1 and a flag in 3.0") {
  const ReadSpec old = Read("    A: {type: string, nullable: true}\n    B: {nullable: true}\n", "3.0.3");
  CHECK(old.SchemaAt("/components/schemas/A")->types == (kTypeString | kTypeNull));
  CHECK(old.SchemaAt("/components/schemas/A")->nullable);
  CHECK(old.SchemaAt("/components/schemas/B")->types == 0);
  CHECK(old.SchemaAt("/components/schemas/B")->nullable);
  const ReadSpec modern =
      Read("    A: {type: [string, 'null']}\n    B: {type: string, nullable: true}\n    C: {type: strin}\n",
           "3.1.0");
  CHECK(modern.SchemaAt("/components/schemas/A")->types == (kTypeString | kTypeNull));
  CHECK_FALSE(modern.SchemaAt("/components/schemas/B")->nullable);
  CHECK(modern.problems() ==
        "W4028 8:15 type `strin` is unknown | the types are null, boolean, integer, number, string, array "
        "and object\n");
}

TEST_CASE("schemas: edges lead to definitions and boolean schemas are none") {
  const ReadSpec read = Read(
      "    A:\n"
      "      properties: {p: {$ref: '#/components/schemas/B'}, q: true, r: {type: string}}\n"
      "      required: [r, missing]\n"
      "      additionalProperties: false\n"
      "      allOf: [{$ref: '#/components/schemas/B'}, {type: object}]\n"
      "      oneOf: [{type: object}]\n"
      "      anyOf: [true]\n"
      "      not: {type: array}\n"
      "      prefixItems: [{type: integer}]\n"
      "      if: {type: object}\n"
      "      patternProperties: {'^x': {type: number}}\n"
      "    B: {additionalProperties: {type: string}}\n"
      "    C: {additionalProperties: true}\n"
      "    D: {discriminator: {propertyName: k, mapping: {c: C, b: '#/components/schemas/B'}}}\n",
      "3.1.0");
  CHECK(read.problems() == "");
  const Schema* a = read.SchemaAt("/components/schemas/A");
  const Schema* b = read.SchemaAt("/components/schemas/B");
  REQUIRE(a->properties.size() == 3);
  CHECK(a->properties[0].schema == b);
  CHECK_FALSE(a->properties[0].required);
  CHECK(a->properties[1].schema == nullptr);
  CHECK(a->properties[2].required);
  CHECK(a->required.size() == 2);
  CHECK(a->additional_properties == AdditionalProperties::kForbidden);
  REQUIRE(a->all_of.size() == 2);
  CHECK(a->all_of[0] == b);
  CHECK(a->one_of.size() == 1);
  CHECK(a->any_of.empty());
  CHECK(a->not_schema != nullptr);
  CHECK(a->other_schemas.size() == 3);
  CHECK(b->additional_properties == AdditionalProperties::kSchema);
  CHECK(b->additional_properties_schema->types == kTypeString);
  const Schema* c = read.SchemaAt("/components/schemas/C");
  CHECK(c->additional_properties == AdditionalProperties::kAllowed);
  CHECK(read.SchemaAt("/components/schemas/D")->other_schemas == std::vector<const Schema*>{c, b});
}

TEST_CASE("schemas: they stand in the order of the file") {
  const ReadSpec read =
      Read("    B: {items: {type: string}}\n    A: {properties: {x: {}, y: {}}}\n", "3.0.3");
  std::string order;
  for (const Schema& schema : read.api->schemas) order += read.api->PointerOf(schema.place) + " ";
  CHECK(order ==
        "/components/schemas/B /components/schemas/B/items /components/schemas/A "
        "/components/schemas/A/properties/x "
        "/components/schemas/A/properties/y ");
}

TEST_CASE("schemas: faulty structure is reported and the rest is kept") {
  const ReadSpec read = Read(
      "    A: text\n    B: {properties: [x], allOf: {type: object}, type: object}\n    C: {items: 5, type: "
      "{a: b}}\n",
      "3.0.3");
  CHECK(read.problems() ==
        "W4026 6:8 a schema is a text, not an object\n"
        "W4026 7:9 `properties` is a list, not an object\n"
        "W4026 7:26 `allOf` is an object, not a list\n"
        "W4026 8:16 a schema is a number, not an object\n"
        "W4026 8:19 `type` is an object, not a text\n");
  CHECK(read.api->schemas.size() == 2);
  CHECK(read.SchemaAt("/components/schemas/B")->types == kTypeObject);
}

}  // namespace
}  // namespace writ::model
