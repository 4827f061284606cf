// Places of records and fields in descriptions of both generations.
#include <doctest/doctest.h>

#include "model/traffic/exchange.h"
#include "tests/model/read_text.h"
#include "tests/vm/run.h"
#include "vm/access.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;

// The pointer, with "(above)" for an ancestor, or "nowhere".
std::string At(RecordId id, const void* record, std::string_view field = "") {
  std::optional<bytecode::FieldId> field_id;
  if (!field.empty()) {
    field_id = bytecode::FindField(id, field);
    INFO(field);
    REQUIRE(field_id);
  }
  const auto location = Locate(Value::Record(id, record), field_id);
  if (!location) return "nowhere";
  CHECK(location->span.valid());
  return location->pointer + (location->is_ancestor ? " (above)" : "");
}

TEST_CASE("places: of an OpenAPI 3 description") {
  const writ::test::ReadSpec spec(R"(openapi: 3.0.3
info: {title: T}
servers: [{url: 'https://a'}]
security: [{key: []}]
paths:
  /a:
    get:
      operationId: readA
      security: [{key: []}]
      parameters: [{name: q, in: query, schema: {type: string, minLength: 2}}]
      responses:
        '200': {description: ok, headers: {X-A: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    post:
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: ok}}
components:
  schemas: {Pet: {type: object, properties: {n: {type: string}}}}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
)");
  REQUIRE(spec.api);
  const model::Api* api = spec.api.get();
  CHECK(At(RecordId::kApi, api) == "");
  CHECK(At(RecordId::kApi, api, "title") == "/info/title");
  CHECK(At(RecordId::kApi, api, "version") == "/info (above)");
  CHECK(At(RecordId::kApi, api, "openapi") == "/openapi");
  CHECK(At(RecordId::kApi, api, "exposure") == " (above)");
  CHECK(At(RecordId::kApi, api, "operations") == "/paths");
  CHECK(At(RecordId::kApi, api, "schemas") == "/components/schemas");
  CHECK(At(RecordId::kApi, api, "security_schemes") == "/components/securitySchemes");
  const model::Operation* get = &api->operations[0];
  const model::Operation* post = &api->operations[1];
  CHECK(At(RecordId::kOperation, get) == "/paths/~1a/get");
  CHECK(At(RecordId::kOperation, get, "operation_id") == "/paths/~1a/get/operationId");
  CHECK(At(RecordId::kOperation, post, "operation_id") == "/paths/~1a/post (above)");
  CHECK(At(RecordId::kOperation, get, "id") == "/paths/~1a/get/operationId");
  CHECK(At(RecordId::kOperation, get, "method") == "/paths/~1a/get");
  CHECK(At(RecordId::kOperation, get, "path") == "/paths/~1a");
  CHECK(At(RecordId::kOperation, get, "deprecated") == "/paths/~1a/get (above)");
  CHECK(At(RecordId::kOperation, get, "security") == "/paths/~1a/get/security");
  CHECK(At(RecordId::kOperation, post, "security") == "/security");
  CHECK(At(RecordId::kOperation, post, "request_body") == "/paths/~1a/post/requestBody");
  CHECK(At(RecordId::kOperation, get, "request_body") == "/paths/~1a/get (above)");
  CHECK(At(RecordId::kOperation, get, "servers") == "/servers/0");
  CHECK(At(RecordId::kOperation, get, "api") == "");
  const model::Parameter* q = &get->parameters[0];
  CHECK(At(RecordId::kParameter, q) == "/paths/~1a/get/parameters/0");
  CHECK(At(RecordId::kParameter, q, "location") == "/paths/~1a/get/parameters/0/in");
  CHECK(At(RecordId::kParameter, q, "required") == "/paths/~1a/get/parameters/0 (above)");
  CHECK(At(RecordId::kParameter, q, "operation") == "/paths/~1a/get");
  CHECK(At(RecordId::kSchema, q->schema, "min_length") == "/paths/~1a/get/parameters/0/schema/minLength");
  CHECK(At(RecordId::kSchema, q->schema, "types") == "/paths/~1a/get/parameters/0/schema/type");
  CHECK(At(RecordId::kSchema, q->schema, "additional_properties") == "/paths/~1a/get/parameters/0/schema (above)");
  const model::Response* ok = &get->responses[0];
  CHECK(At(RecordId::kResponse, ok, "status") == "/paths/~1a/get/responses/200");
  CHECK(At(RecordId::kResponse, ok, "media_types") == "/paths/~1a/get/responses/200/content");
  CHECK(At(RecordId::kHeader, &ok->headers[0], "name") == "/paths/~1a/get/responses/200/headers/X-A");
  const model::Schema* pet = spec.SchemaAt("/components/schemas/Pet");
  CHECK(At(RecordId::kSchema, pet, "name") == "/components/schemas/Pet");
  CHECK(At(RecordId::kProperty, &pet->properties[0]) == "/components/schemas/Pet/properties/n");
  const model::SecurityScheme* key = &api->security_schemes[0];
  CHECK(At(RecordId::kSecurityScheme, key, "location") == "/components/securitySchemes/key/in");
  CHECK(At(RecordId::kSecurityScheme, key, "parameter_name") == "/components/securitySchemes/key/name");
  CHECK(At(RecordId::kSecurityScheme, key, "scheme") == "/components/securitySchemes/key (above)");
  CHECK(At(RecordId::kServer, &api->servers[0], "host") == "/servers/0/url");
  CHECK(At(RecordId::kSecurityRequirement, &get->security[0]) == "/paths/~1a/get/security/0");
  CHECK(At(RecordId::kSchemeUse, &get->security[0].schemes[0], "scheme") == "/components/securitySchemes/key");
}

TEST_CASE("places: of an OpenAPI 2 description") {
  const writ::test::ReadSpec spec(R"(swagger: '2.0'
info: {title: T, version: '1'}
host: a.example
basePath: /v1
schemes: [https]
paths:
  /a:
    post:
      parameters: [{name: b, in: body, schema: {$ref: '#/definitions/Pet'}}, {name: q, in: query, type: string}]
      responses: {'200': {description: ok, schema: {$ref: '#/definitions/Pet'}}}
definitions: {Pet: {type: object}}
securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
)");
  REQUIRE(spec.api);
  const model::Api* api = spec.api.get();
  CHECK(At(RecordId::kApi, api, "openapi") == "/swagger");
  CHECK(At(RecordId::kApi, api, "schemas") == "/definitions");
  CHECK(At(RecordId::kApi, api, "servers") == "/host");
  CHECK(At(RecordId::kApi, api, "security_schemes") == "/securityDefinitions");
  const model::Operation* post = &api->operations[0];
  CHECK(At(RecordId::kOperation, post, "security") == "/paths/~1a/post (above)");
  CHECK(At(RecordId::kOperation, post, "request_body") == "/paths/~1a/post/parameters/0");
  CHECK(At(RecordId::kResponse, &post->responses[0], "media_types") == "/paths/~1a/post/responses/200/schema");
}

TEST_CASE("places: every field of every record has one or is known to have none") {
  const writ::test::ReadSpec spec("openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {'200': {description: ok}}}}}\n");
  REQUIRE(spec.api);
  for (const bytecode::FieldInfo& field : bytecode::AllFields()) {
    CAPTURE(std::string(field.name));
    if (field.owner == RecordId::kApi) CHECK(At(RecordId::kApi, spec.api.get(), field.name) != "nowhere");
    if (field.owner == RecordId::kOperation) CHECK(At(RecordId::kOperation, &spec.api->operations[0], field.name) != "nowhere");
    if (field.owner == RecordId::kResponse) CHECK(At(RecordId::kResponse, &spec.api->operations[0].responses[0], field.name) != "nowhere");
  }
}

TEST_CASE("places: traffic has none here") {
  const model::Exchange x;
  CHECK(At(RecordId::kExchange, &x) == "nowhere");
  CHECK(At(RecordId::kExchangeRequest, &x, "headers") == "nowhere");
  CHECK_FALSE(Locate(Value::Int(1), std::nullopt));
  CHECK_FALSE(Locate(Value::Absent(), std::nullopt));
}

}  // namespace
}  // namespace writ::vm
