// Operations with what they inherit; parameters, bodies, responses, callbacks and webhooks of all versions.
#include "model/spec/operations.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadSpec;

const std::string kHead = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";

std::string Shown(const std::vector<Parameter>& parameters) {
  constexpr const char* kNames[] = {"path", "query", "header", "cookie", "body", "form"};
  std::string out;
  for (const Parameter& p : parameters) {
    out += std::string(p.name) + " " + kNames[static_cast<int>(p.location)] +
           (p.required ? " required" : "") + " " + std::string(p.style) + (p.explode ? "*" : "") + "\n";
  }
  return out;
}

std::string Shown(const std::vector<MediaType>& media_types) {
  std::string out;
  for (const MediaType& media : media_types)
    out += std::string(media.name) + (media.schema == nullptr ? "-" : "") + " ";
  return out;
}

TEST_CASE("operations: methods, ids and order") {
  const ReadSpec read(
      kHead +
      "paths:\n  /b:\n    put: {operationId: putB, responses: {}, deprecated: true, tags: [x, y]}\n    get: "
      "{responses: {}}\n"
      "    query: {responses: {}}\n    x-get: {}\n  x-path: {}\n  /a: {trace: {responses: {}}}\n");
  CHECK(read.problems() == "");
  const auto& operations = read.api->operations;
  REQUIRE(operations.size() == 3);
  CHECK(operations[0].id == "putB");
  CHECK(operations[0].deprecated);
  CHECK(operations[0].tags.size() == 2);
  CHECK(operations[1].id == "GET /b");
  CHECK_FALSE(operations[1].operation_id.has_value());
  CHECK(operations[2].method == "TRACE");
  CHECK(read.api->PointerOf(operations[2].place) == "/paths/~1a/trace");
  const ReadSpec modern(
      "openapi: 3.2.0\ninfo: {title: t, version: '1'}\npaths: {/a: {query: {}, additionalOperations: {COPY: "
      "{}}}}\n");
  REQUIRE(modern.api->operations.size() == 2);
  CHECK(modern.api->operations[0].method == "QUERY");
  CHECK(modern.api->operations[1].method == "COPY");
}

TEST_CASE("operations: parameters of the path come first and are overridden by name and place") {
  const ReadSpec read(
      kHead +
      "components: {parameters: {Page: {name: page, in: query, schema: {type: integer}}}}\n"
      "paths:\n  /a/{id}:\n    parameters:\n    - {name: id, in: path, required: true, schema: {type: "
      "string}}\n"
      "    - {name: q, in: query}\n    get:\n      responses: {}\n      parameters:\n"
      "      - {name: q, in: query, required: true, style: spaceDelimited}\n      - {name: q, in: header}\n"
      "      - $ref: '#/components/parameters/Page'\n      - {name: c, in: cookie, explode: false}\n"
      "      - {name: f, in: query, content: {application/json: {schema: {type: object}}}}\n");
  CHECK(read.problems() == "");
  const Operation& operation = read.api->operations[0];
  CHECK(Shown(operation.parameters) ==
        "id path required simple\nq query required spaceDelimited\nq header simple\npage query form*\nc "
        "cookie form\nf query form*\n");
  CHECK(operation.parameters[3].schema == read.SchemaAt("/components/parameters/Page/schema"));
  CHECK(operation.parameters[5].schema->types == kTypeObject);
  CHECK(operation.parameters[0].operation == &operation);
}

TEST_CASE("operations: bodies and responses with media types and headers") {
  const ReadSpec read(
      kHead +
      "components:\n  responses: {E: {description: e, content: {text/plain: {schema: {type: string}}}}}\n"
      "  headers: {H: {required: true, schema: {type: integer}}}\n"
      "paths:\n  /a:\n    post:\n      requestBody:\n        required: true\n        content:\n"
      "          'Application/JSON; charset=utf-8': {schema: {type: object}}\n          image/png: {}\n"
      "      responses:\n        200: {description: ok, headers: {X-Rate: {$ref: "
      "'#/components/headers/H'}}}\n"
      "        '4XX': {$ref: '#/components/responses/E'}\n        default: {$ref: "
      "'#/components/responses/E'}\n"
      "        x-note: 1\n");
  CHECK(read.problems() == "");
  const Operation& operation = read.api->operations[0];
  REQUIRE(operation.request_body);
  CHECK(operation.request_body->required);
  CHECK(Shown(operation.request_body->media_types) == "application/json image/png- ");
  REQUIRE(operation.responses.size() == 3);
  CHECK(operation.responses[0].status == "200");
  REQUIRE(operation.responses[0].headers.size() == 1);
  CHECK(operation.responses[0].headers[0].name == "X-Rate");
  CHECK(operation.responses[0].headers[0].required);
  CHECK(operation.responses[0].headers[0].schema->types == kTypeInteger);
  CHECK(FindResponse(operation, 200) == &operation.responses[0]);
  CHECK(FindResponse(operation, 404) == &operation.responses[1]);
  CHECK(FindResponse(operation, 500) == &operation.responses[2]);
  CHECK(FindDeclaredResponse(operation, "404") == nullptr);
  CHECK(FindDeclaredResponse(operation, "4XX") == &operation.responses[1]);
}

TEST_CASE("operations: path items through references") {
  const ReadSpec read(
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n  pathItems:\n    P:\n      get: "
      "{operationId: shared}\n"
      "      put: {operationId: hidden}\n      parameters: [{name: q, in: query}]\n"
      "paths:\n  /a: {$ref: '#/components/pathItems/P', put: {operationId: own}}\n  /b: {$ref: "
      "'#/components/pathItems/P'}\n");
  CHECK(read.problems() == "");
  std::string shown;
  for (const Operation& operation : read.api->operations) {
    shown += std::string(operation.id) + " " + std::string(operation.path) + " " +
             std::to_string(operation.parameters.size()) + "\n";
  }
  CHECK(shown == "own /a 1\nshared /a 1\nshared /b 1\nhidden /b 1\n");
}

TEST_CASE("operations: webhooks and callbacks are kinds of their own and circles end") {
  const ReadSpec read(
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nwebhooks: {created: {post: {operationId: hook}}}\n"
      "components:\n  callbacks:\n    Back: {'{$request.body#/url}': {post: {operationId: back, callbacks: "
      "{again: {$ref: "
      "'#/components/callbacks/Back'}}}}}\n"
      "paths:\n  /a:\n    get: {callbacks: {one: {$ref: '#/components/callbacks/Back'}}}\n"
      "    put: {callbacks: {one: {$ref: '#/components/callbacks/Back'}, two: {/x: {get: {operationId: "
      "inline}}}}}\n");
  CHECK(read.problems() == "");
  CHECK(read.api->operations.size() == 2);
  REQUIRE(read.api->webhook_operations.size() == 1);
  CHECK(read.api->webhook_operations[0].origin == OperationOrigin::kWebhook);
  CHECK(read.api->webhook_operations[0].path == "created");
  REQUIRE(read.api->callback_operations.size() == 2);
  CHECK(read.api->callback_operations[0].path == "{$request.body#/url}");
  CHECK(read.api->callback_operations[1].id == "inline");
}

TEST_CASE("operations: 2.0 bodies and forms become request bodies") {
  const ReadSpec read(
      "swagger: '2.0'\ninfo: {title: t, version: '1'}\nconsumes: [application/json, "
      "application/xml]\nproduces: [Application/JSON]\n"
      "definitions: {User: {type: object}}\n"
      "paths:\n  /a:\n    post:\n      parameters:\n      - {name: u, in: body, required: true, schema: "
      "{$ref: '#/definitions/User'}}\n"
      "      - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: multi}\n"
      "      responses: {200: {description: ok, schema: {$ref: '#/definitions/User'}, headers: {X-A: {type: "
      "integer}}}}\n"
      "    put:\n      parameters: [{name: f, in: formData, type: file, required: true}]\n      produces: "
      "[]\n"
      "      responses: {200: {description: ok, schema: {type: string}}}\n");
  CHECK(read.problems() == "");
  const Operation& post = read.api->operations[0];
  CHECK(Shown(post.parameters) == "u body required simple\nids query form*\n");
  CHECK(post.parameters[0].schema->name == "User");
  CHECK(post.parameters[1].schema->types == kTypeArray);
  CHECK(post.parameters[1].schema->items->types == kTypeInteger);
  REQUIRE(post.request_body);
  CHECK(post.request_body->required);
  CHECK(Shown(post.request_body->media_types) == "application/json application/xml ");
  CHECK(Shown(post.responses[0].media_types) == "application/json ");
  CHECK(post.responses[0].headers[0].schema->types == kTypeInteger);
  const Operation& put = read.api->operations[1];
  CHECK(Shown(put.request_body->media_types) == "multipart/form-data- ");
  CHECK(put.parameters[0].schema->format == "binary");
  CHECK(put.responses[0].media_types.empty());
  CHECK(read.SchemaAt("/paths/~1a/put/responses/200/schema")->reachable);
}

TEST_CASE("operations: faulty parts are reported and the others are kept") {
  const ReadSpec read(kHead +
                      "paths:\n  /a:\n    get: x\n    put:\n      parameters: [text, {in: query}, {name: a}, "
                      "{name: b, in: body}, {name: c, in: query}]\n"
                      "      requestBody: []\n      responses: {banana: {}, 200: text}\n  /b: []\n  c: {get: "
                      "{responses: []}}\n");
  CHECK(read.problems() ==
        "W4026 5:10 an operation is a text, not an object\n"
        "W4026 7:20 a parameter is a text, not an object\n"
        "W4027 7:26 a parameter has no `name`\n"
        "W4027 7:39 a parameter has no `in`\n"
        "W4028 7:64 a parameter cannot be in `body` | use path, query, header or cookie\n"
        "W4026 8:7 `requestBody` is a list, not an object\n"
        "W4028 9:19 `banana` is no status of a response | use a code such as 404, a class such as 4XX, or "
        "default\n"
        "W4026 9:36 a response is a text, not an object\n"
        "W4026 10:3 a path item is a list, not an object\n"
        "W4028 11:3 path `c` does not start with `/`\n"
        "W4026 11:13 `responses` is a list, not an object\n");
  REQUIRE(read.api->operations.size() == 2);
  CHECK(Shown(read.api->operations[0].parameters) == "c query form*\n");
  CHECK(read.api->operations[0].responses.size() == 1);
}

TEST_CASE("operations: parts that references multiply without end are refused") {
  std::string text =
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n  pathItems:\n    P:\n      get: {}\n    "
      "  parameters:\n";
  for (int i = 0; i < 3000; ++i) text += "      - {name: p" + std::to_string(i) + ", in: query}\n";
  text += "paths:\n";
  for (int i = 0; i < 3000; ++i)
    text += "  /p" + std::to_string(i) + ": {$ref: '#/components/pathItems/P'}\n";
  const ReadSpec read(text);
  CHECK_FALSE(read.api);
  CHECK(read.problems() ==
        "W4004 7:7 references and inherited parts multiply to more than 1000000 parameters, responses and "
        "requirements here\n");
}

}  // namespace
}  // namespace writ::model
