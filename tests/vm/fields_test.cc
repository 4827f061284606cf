// Every record of the model as policies read it.
#include <doctest/doctest.h>

#include <string>

#include "model/traffic/exchange.h"
#include "tests/model/read_text.h"
#include "tests/vm/run.h"
#include "vm/access.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;
using test::Show;

struct Reading {
  Arena arena;
  RunFacts facts{{}, {"first.har", "second.har"}};
  bytecode::TypeTable types;

  Value Read(RecordId id, const void* record, std::string_view field) {
    const auto found = bytecode::FindField(id, field);
    INFO(field);
    REQUIRE(found);
    FieldContext context{arena, facts};
    return ReadField(*found, Value::Record(id, record), context);
  }
  std::string operator()(RecordId id, const void* record, std::string_view field) {
    const auto found = bytecode::FindField(id, field);
    INFO(field);
    REQUIRE(found);
    return Show(Read(id, record, field), types, *types.Parse(bytecode::InfoOf(*found).type));
  }
  // "a=1 b=absent …" of the named fields.
  std::string All(RecordId id, const void* record, std::string_view fields) {
    std::string out;
    while (!fields.empty()) {
      const std::string_view field = fields.substr(0, fields.find(' '));
      fields.remove_prefix(std::min(fields.size(), field.size() + 1));
      out += (out.empty() ? "" : " ") + std::string(field) + "=" + (*this)(id, record, field);
    }
    return out;
  }
};

constexpr const char* kDescription = R"(openapi: 3.0.3
info: {title: Shop, version: '2.1'}
tags: [{name: pets}]
servers: [{url: 'https://api.example/v1', description: live}]
security: [{key: []}]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: readPet
      summary: s
      deprecated: true
      tags: [pets]
      parameters: [{name: q, in: query, description: d, schema: {type: string}}]
      responses:
        '200':
          description: ok
          headers: {X-Rate: {required: true, schema: {type: integer}}}
          content: {Application/JSON: {schema: {$ref: '#/components/schemas/Pet'}}}
        default: {description: other}
    post:
      security: [{}, {key: [], login: [write, read]}, {nope: []}]
      servers: []
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {description: made}}
components:
  schemas:
    Pet:
      title: A pet
      type: object
      required: [name]
      additionalProperties: false
      properties:
        name: {type: string, minLength: 1, maxLength: 0, pattern: '^a', format: f, nullable: true, enum: [a, null, 1.0], default: a}
        weight: {type: number, minimum: 0.5, maximum: 10, exclusiveMaximum: true, multipleOf: 0.1}
        list: {type: array, items: {type: string}, minItems: 1, uniqueItems: true, example: [x]}
        more: {allOf: [{type: string}], not: {type: integer}, readOnly: true}
    Unused: {type: string}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', scopes: {read: r, write: w}}}}
    bearer: {type: http, scheme: Bearer, bearerFormat: JWT}
)";

TEST_CASE("fields: of an API and its servers") {
  const writ::test::ReadSpec spec(kDescription);
  REQUIRE(spec.api);
  Reading read;
  CHECK(read.All(RecordId::kApi, spec.api.get(), "name title version openapi exposure sensitivity impact owner lifecycle tags") ==
        "name=test.v1 title=Shop version=2.1 openapi=3.0.3 exposure=unspecified sensitivity=absent impact=absent owner=absent "
        "lifecycle=absent tags=[pets]");
  CHECK(read(RecordId::kApi, spec.api.get(), "operations") == "[GET /pets/{id}, POST /pets/{id}]");
  CHECK(read(RecordId::kApi, spec.api.get(), "servers") == "[https://api.example/v1]");
  CHECK(read(RecordId::kApi, spec.api.get(), "security_schemes") == "[key, login, bearer]");
  const std::string schemas = read(RecordId::kApi, spec.api.get(), "schemas");
  CHECK(schemas.find("Pet") != std::string::npos);
  CHECK(schemas.find("Unused") == std::string::npos);
  CHECK(read.All(RecordId::kServer, &spec.api->servers[0], "url scheme host base_path description api") ==
        "url=https://api.example/v1 scheme=https host=api.example base_path=/v1 description=live api=test.v1");
}

TEST_CASE("fields: of operations parameters bodies and responses") {
  const writ::test::ReadSpec spec(kDescription);
  REQUIRE(spec.api);
  Reading read;
  const model::Operation& get = spec.api->operations[0];
  const model::Operation& post = spec.api->operations[1];
  CHECK(read.All(RecordId::kOperation, &get,
                 "id operation_id method path api summary description deprecated tags parameters request_body responses security origin") ==
        "id=readPet operation_id=readPet method=GET path=/pets/{id} api=test.v1 summary=s description=absent deprecated=true tags=[pets] "
        "parameters=[id, q] request_body=absent responses=[200, default] security=[key] origin=path");
  CHECK(read.All(RecordId::kOperation, &post, "id operation_id deprecated request_body security") ==
        "id=POST /pets/{id} operation_id=absent deprecated=false request_body=request body of POST /pets/{id} "
        "security=[anonymous access, key and login, nope]");
  CHECK(read(RecordId::kOperation, &get, "servers") == "[https://api.example/v1]");
  CHECK(read.All(RecordId::kParameter, &get.parameters[0], "name location required deprecated style explode description operation") ==
        "name=id location=path required=true deprecated=false style=simple explode=false description=absent operation=GET /pets/{id}");
  CHECK(read.All(RecordId::kParameter, &get.parameters[1], "name location required style explode description") ==
        "name=q location=query required=false style=form explode=true description=d");
  CHECK(read.Read(RecordId::kParameter, &get.parameters[0], "schema").record == get.parameters[0].schema);
  CHECK(read.All(RecordId::kRequestBody, &*post.request_body, "required media_types operation") ==
        "required=true media_types=[application/json] operation=POST /pets/{id}");
  CHECK(read.All(RecordId::kResponse, &get.responses[0], "status description media_types headers operation") ==
        "status=200 description=ok media_types=[application/json] headers=[X-Rate] operation=GET /pets/{id}");
  CHECK(read.All(RecordId::kHeader, &get.responses[0].headers[0], "name required operation") ==
        "name=x-rate required=true operation=GET /pets/{id}");
  CHECK(read.Read(RecordId::kHeader, &get.responses[0].headers[0], "schema").record == get.responses[0].headers[0].schema);
}

TEST_CASE("fields: of schemas and properties") {
  const writ::test::ReadSpec spec(kDescription);
  REQUIRE(spec.api);
  Reading read;
  const model::Schema* pet = spec.SchemaAt("/components/schemas/Pet");
  REQUIRE(pet != nullptr);
  CHECK(read.All(RecordId::kSchema, pet,
                 "name title description types required additional_properties uses in_request in_response api properties items min_length") ==
        "name=Pet title=A pet description=absent types={object} required=[name] additional_properties=forbidden "
        "uses=[GET /pets/{id}, POST /pets/{id}] in_request=true in_response=true api=test.v1 properties=[name, weight, list, more] "
        "items=absent min_length=absent");
  const model::Schema* name = spec.SchemaAt("/components/schemas/Pet/properties/name");
  CHECK(read.All(RecordId::kSchema, name, "name types min_length max_length pattern format nullable enum default const example deprecated") ==
        "name=absent types={null, string} min_length=1 max_length=0 pattern=^a format=f nullable=true enum=[\"a\", null, 1.0] default=\"a\" "
        "const=absent example=absent deprecated=false");
  const model::Schema* weight = spec.SchemaAt("/components/schemas/Pet/properties/weight");
  CHECK(read.All(RecordId::kSchema, weight, "minimum maximum exclusive_minimum exclusive_maximum multiple_of") ==
        "minimum=0.5 maximum=absent exclusive_minimum=absent exclusive_maximum=10 multiple_of=0.1");
  const model::Schema* list = spec.SchemaAt("/components/schemas/Pet/properties/list");
  CHECK(read.All(RecordId::kSchema, list, "items min_items max_items min_properties max_properties unique_items example enum") ==
        "items=/components/schemas/Pet/properties/list/items min_items=1 max_items=absent min_properties=absent max_properties=absent "
        "unique_items=true example=[\"x\"] enum=[]");
  const model::Schema* more = spec.SchemaAt("/components/schemas/Pet/properties/more");
  CHECK(read.All(RecordId::kSchema, more, "types all_of any_of one_of not read_only write_only") ==
        "types={} all_of=[/components/schemas/Pet/properties/more/allOf/0] any_of=[] one_of=[] "
        "not=/components/schemas/Pet/properties/more/not read_only=true write_only=false");
  CHECK(read.All(RecordId::kProperty, &pet->properties[0], "name required schema") ==
        "name=name required=true schema=/components/schemas/Pet/properties/name");
  CHECK(read(RecordId::kProperty, &pet->properties[1], "required") == "false");
}

TEST_CASE("fields: of security") {
  const writ::test::ReadSpec spec(kDescription);
  REQUIRE(spec.api);
  Reading read;
  const auto& alternatives = spec.api->operations[1].security;
  REQUIRE(alternatives.size() == 3);
  CHECK(read(RecordId::kSecurityRequirement, &alternatives[0], "schemes") == "[]");
  CHECK(read(RecordId::kSecurityRequirement, &alternatives[1], "schemes") == "[key, login]");
  CHECK(read.All(RecordId::kSchemeUse, &alternatives[1].schemes[1], "name scopes scheme") == "name=login scopes=[write, read] scheme=login");
  CHECK(read.All(RecordId::kSchemeUse, &alternatives[2].schemes[0], "name scopes scheme") == "name=nope scopes=[] scheme=absent");
  const auto& schemes = spec.api->security_schemes;
  const std::string_view all = "name type scheme location parameter_name bearer_format open_id_connect_url flows api";
  CHECK(read.All(RecordId::kSecurityScheme, &schemes[0], all) ==
        "name=key type=api_key scheme=absent location=header parameter_name=X-Key bearer_format=absent open_id_connect_url=absent flows=[] "
        "api=test.v1");
  CHECK(read.All(RecordId::kSecurityScheme, &schemes[1], all) ==
        "name=login type=oauth2 scheme=absent location=absent parameter_name=absent bearer_format=absent open_id_connect_url=absent "
        "flows=[implicit] api=test.v1");
  CHECK(read.All(RecordId::kSecurityScheme, &schemes[2], all) ==
        "name=bearer type=http scheme=bearer location=absent parameter_name=absent bearer_format=JWT open_id_connect_url=absent flows=[] "
        "api=test.v1");
  CHECK(read.All(RecordId::kFlow, &schemes[1].flows[0], "kind authorization_url token_url refresh_url scopes") ==
        "kind=implicit authorization_url=https://a token_url=absent refresh_url=absent scopes=[read, write]");
}

TEST_CASE("fields: of an exchange with everything") {
  Reading read;
  model::Operation operation;
  operation.method = "GET";
  operation.path = "/a/{id}";
  operation.operation_id = "readA";
  model::Exchange x;
  x.evidence = {1, 7, 0, 0};
  x.id = model::Text::Present("e1");
  x.start = model::Captured<TimePoint>::Present({kNanosPerDay, kNanosPerSecond});
  x.end = model::Captured<TimePoint>::Present({kNanosPerDay + kNanosPerSecond, kNanosPerSecond});
  x.duration = model::Captured<std::int64_t>::Present(kNanosPerSecond);
  x.scheme = model::Text::Present("https");
  x.host = model::Text::Present("a.example");
  x.method = "GET";
  x.path = "/a/5";
  x.query = model::Text::Present("b=c");
  x.query_parameters.items = {{"b", "c", false}};
  x.status = model::Captured<std::int64_t>::Present(302);
  x.has_response = true;
  x.request_headers.items = {{"authorization", "[x]", true}, {"accept", "*/*", false}};
  x.request_headers.incomplete_causes = model::kTruncated;
  x.request_cookies.items = {{"sid", "1", false}};
  x.request_media_type = model::Text::Present("text/plain");
  x.request_body = {model::Presence::kPresent, 0, "hello", model::Captured<std::int64_t>::Present(5)};
  x.client_ip = model::Captured<IpAddress>::Present(*IpAddress::Parse("10.0.0.1"));
  x.token = model::Captured<model::Credential>::Present({model::CredentialKind::kBasic, model::Text::Present("sha256:ab"), "header"});
  x.session = model::Text::Present("s");
  x.operation = model::Captured<const model::Operation*>::Present(&operation);
  CHECK(read.All(RecordId::kExchange, &x,
                 "id source start end duration scheme method host path query query_params status succeeded operation operation_id") ==
        "id=e1 source=second.har start=1970-01-02T00:00:00Z end=1970-01-02T00:00:01Z duration=1s scheme=https method=GET host=a.example "
        "path=/a/5 query=b=c query_params=[b] status=302 succeeded=true operation=GET /a/{id} operation_id=readA");
  CHECK(read.All(RecordId::kExchange, &x, "client_ip server_ip token session subject tenant") ==
        "client_ip=10.0.0.1 server_ip=absent token=sha256:ab session=s subject=absent tenant=absent");
  CHECK(read.Read(RecordId::kExchange, &x, "request").record == &x);
  CHECK(read.Read(RecordId::kExchange, &x, "response").record_id() == RecordId::kExchangeResponse);
  CHECK(read.All(RecordId::kExchangeRequest, &x, "headers cookies media_type body size") ==
        "headers=[authorization, accept]? 4 cookies=[sid] media_type=text/plain body=hello size=5");
  CHECK(read.All(RecordId::kExchangeResponse, &x, "headers cookies media_type body size") ==
        "headers=[] cookies=[] media_type=absent body=absent size=absent");
  CHECK(read.All(RecordId::kCredential, &x, "kind fingerprint") == "kind=basic fingerprint=sha256:ab");
  CHECK(read.All(RecordId::kNameValue, &x.request_headers.items[0], "name value") ==
        "name=authorization value=unknown 2 of NameValue.value");
  CHECK(read.All(RecordId::kNameValue, &x.request_headers.items[1], "name value") == "name=accept value=*/*");
}

TEST_CASE("fields: of an exchange that a poor format recorded") {
  Reading read;
  model::Exchange x;
  x.evidence = {0, 3, 0, 0};
  x.start = model::Captured<TimePoint>::Unknown(model::kNotCaptured);
  x.duration = model::Captured<std::int64_t>::Unknown(model::kNotCaptured);
  x.scheme = model::Text::Unknown(model::kNotCaptured);
  x.status = model::Captured<std::int64_t>::Unknown(model::kTruncated);
  x.client_ip = model::Captured<IpAddress>::Unknown(model::kNotCaptured);
  x.token = model::Captured<model::Credential>::Unknown(model::kNotCaptured);
  x.operation = model::Captured<const model::Operation*>::Unknown(model::kAmbiguousMatch);
  x.request_headers.unknown_causes = model::kNotCaptured;
  x.request_body = {model::Presence::kUnknown, model::kUndecodable, {}, {}};
  CHECK(read.All(RecordId::kExchange, &x, "id start duration scheme method status succeeded operation operation_id response client_ip token") ==
        "id=first.har#3 start=unknown 1 of Exchange.start duration=unknown 1 of Exchange.duration scheme=unknown 1 of Exchange.scheme "
        "method=unknown 8 of Exchange.method status=unknown 4 of Exchange.status succeeded=unknown 4 of Exchange.succeeded "
        "operation=unknown 32 of Exchange.operation operation_id=unknown 32 of Exchange.operation_id response=unknown 4 of Exchange.response "
        "client_ip=unknown 1 of Exchange.client_ip token=unknown 1 of Exchange.token");
  CHECK(read.All(RecordId::kExchangeRequest, &x, "headers body size") ==
        "headers=unknown 1 of ExchangeRequest.headers body=unknown 8 of ExchangeRequest.body size=absent");
}

TEST_CASE("fields: of an aborted exchange without operation") {
  Reading read;
  model::Exchange x;
  x.method = "GET";
  x.path = "/";
  CHECK(read.All(RecordId::kExchange, &x, "method path status succeeded response operation operation_id token") ==
        "method=GET path=/ status=absent succeeded=false response=absent operation=absent operation_id=absent token=absent");
  x.status = model::Captured<std::int64_t>::Present(199);
  CHECK(read(RecordId::kExchange, &x, "succeeded") == "false");
  x.status.value = 200;
  CHECK(read(RecordId::kExchange, &x, "succeeded") == "true");
  x.status.value = 400;
  CHECK(read(RecordId::kExchange, &x, "succeeded") == "false");
}

TEST_CASE("fields: a list that the budget does not hold is not given") {
  Reading read;
  model::Exchange x;
  x.query_parameters.items.resize(10);
  FieldContext context{read.arena, read.facts};
  context.budget = 100;
  const Value record = Value::Record(RecordId::kExchange, &x);
  CHECK(ReadField(bytecode::FieldId::kExchange_query_params, record, context).is_absent());
  CHECK(context.exhausted);
}

}  // namespace
}  // namespace writ::vm
