// Which operations use which schemas, compared with a naive walk; sharing of lists; budgets.
#include "model/spec/uses.h"

#include <doctest/doctest.h>

#include <set>

#include "base/file.h"
#include "tests/model/read_text.h"
#include "tests/repo.h"

namespace writ::model {
namespace {

using test::ReadSpec;

std::string Shown(const Schema& schema) {
  std::string out;
  for (const SchemaUse& use : schema.uses) {
    out += std::string(use.operation->id) + (use.in_request ? " in" : "") + (use.in_response ? " out" : "") +
           "; ";
  }
  return out;
}

// The definition of a use, written as plainly as possible: what can be reached from the records of one
// operation.
void Visit(const Schema* schema, std::set<const Schema*>& seen) {
  std::vector<const Schema*> stack = {schema};
  while (!stack.empty()) {
    const Schema* at = stack.back();
    stack.pop_back();
    if (at == nullptr || !seen.insert(at).second) continue;
    for (const SchemaProperty& property : at->properties) stack.push_back(property.schema);
    for (const Schema* one : {at->items, at->additional_properties_schema, at->not_schema})
      stack.push_back(one);
    for (const auto* list : {&at->all_of, &at->any_of, &at->one_of, &at->other_schemas}) {
      stack.insert(stack.end(), list->begin(), list->end());
    }
  }
}
std::string NaiveUses(const Api& api, const Schema& schema) {
  std::string out;
  for (const auto* operations : {&api.operations, &api.webhook_operations, &api.callback_operations}) {
    for (const Operation& operation : *operations) {
      std::set<const Schema*> in, answers;
      for (const Parameter& parameter : operation.parameters) Visit(parameter.schema, in);
      if (operation.request_body) {
        for (const MediaType& media : operation.request_body->media_types) Visit(media.schema, in);
      }
      for (const Response& response : operation.responses) {
        for (const MediaType& media : response.media_types) Visit(media.schema, answers);
        for (const Header& header : response.headers) Visit(header.schema, answers);
      }
      const bool is_in = in.count(&schema) != 0, is_out = answers.count(&schema) != 0;
      if (is_in || is_out)
        out += std::string(operation.id) + (is_in ? " in" : "") + (is_out ? " out" : "") + "; ";
    }
  }
  return out;
}

TEST_CASE("uses: operations and directions of shared and inline schemas") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n"
      "    Node: {properties: {next: {$ref: '#/components/schemas/Node'}, value: {items: {type: string}}}}\n"
      "    Unused: {properties: {node: {$ref: '#/components/schemas/Node'}, own: {type: string}}}\n"
      "    Ring: {items: {items: {$ref: '#/components/schemas/Ring'}}}\n"
      "paths:\n  /a:\n    get: {operationId: get, responses: {200: {description: ok, content: {a/b: {schema: "
      "{$ref: '#/components/schemas/Node'}}}}}}\n"
      "    put:\n      operationId: put\n      requestBody: {content: {a/b: {schema: {items: {$ref: "
      "'#/components/schemas/Node'}},\n"
      "        encoding: {x: {headers: {H: {schema: {type: integer}}}}}}}}\n"
      "      responses: {200: {description: ok, headers: {H: {schema: {$ref: "
      "'#/components/schemas/Node'}}}}}\n");
  CHECK(read.problems() == "");
  const Schema* node = read.SchemaAt("/components/schemas/Node");
  CHECK(Shown(*node) == "get out; put in out; ");
  CHECK(node->reachable);
  CHECK(node->in_request);
  const Schema* inline_part = read.SchemaAt("/components/schemas/Node/properties/value/items");
  CHECK(Shown(*inline_part) == Shown(*node));
  CHECK(inline_part->uses.data() == node->uses.data());
  for (const char* pointer : {"/components/schemas/Unused", "/components/schemas/Unused/properties/own",
                              "/components/schemas/Ring", "/components/schemas/Ring/items"}) {
    CHECK_FALSE(read.SchemaAt(pointer)->reachable);
    CHECK(read.SchemaAt(pointer)->uses.empty());
  }
  const Schema* encoded =
      read.SchemaAt("/paths/~1a/put/requestBody/content/a~1b/encoding/x/headers/H/schema");
  REQUIRE(encoded != nullptr);
  CHECK(Shown(*encoded) == "put in; ");
}

TEST_CASE("uses: the shared walk agrees with a naive one on real descriptions") {
  for (const char* name :
       {"single/redocly-pets.yaml", "single/redocly-cafe.yaml", "oasdiff-tests/openapi31__base.yaml",
        "vulnerable/crapi.json", "vacuum-tests/issue_768_test.yaml", "vacuum-tests/circular-tests.yaml"}) {
    const std::string path = test::SharedPath("data/specs/" + std::string(name));
    if (path.empty()) return;
    auto text = ReadFile(path, std::size_t{1} << 24);
    REQUIRE(text.ok());
    const ReadSpec read(*text);
    REQUIRE(read.api);
    for (const Schema& schema : read.api->schemas) {
      const std::string expected = NaiveUses(*read.api, schema);
      CHECK_MESSAGE(Shown(schema) == expected, name, " ", read.api->PointerOf(schema.place));
      CHECK(schema.reachable == !expected.empty());
    }
  }
}

TEST_CASE("uses: quadratic demands are cut with a warning and reachability stays exact") {
  const int n = 4000;
  std::string text =
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n    S0: {type: string}\n";
  for (int i = 1; i < n; ++i)
    text += "    S" + std::to_string(i) + ": {items: {$ref: '#/components/schemas/S" + std::to_string(i - 1) +
            "'}}\n";
  text += "paths:\n";
  for (int i = 0; i < n; ++i) {
    text +=
        "  /p" + std::to_string(i) +
        ": {get: {responses: {200: {description: ok, content: {a/b: {schema: {$ref: '#/components/schemas/S" +
        std::to_string(n - 1 - i) + "'}}}}}}}\n";
  }
  const ReadSpec read(text);
  REQUIRE(read.api);
  CHECK(read.api->uses_truncated);
  CHECK(read.sink.all().size() == 1);
  CHECK(read.problems().substr(0, 5) == "W4032");
  for (const Schema& schema : read.api->schemas) CHECK(schema.in_response);
}

}  // namespace
}  // namespace writ::model
