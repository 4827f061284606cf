// Values as messages show them.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "model/traffic/exchange.h"
#include "tests/model/read_text.h"
#include "tests/vm/run.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;
using test::Counts;
using test::Dec;
using test::Ints;
using test::List;
using test::Set;
using test::Str;

std::string Format(const Value& value, std::string_view type) {
  bytecode::TypeTable types;
  const auto id = types.Parse(type);
  REQUIRE(id);
  return FormatValue(value, types, *id);
}

TEST_CASE("format: scalars") {
  CHECK(Format(Value::Absent(), "int?") == "<missing>");
  CHECK(Format(Value::Unknown(1), "int") == "<unknown>");
  CHECK(Format(test::Trapped(), "int") == "<error>");
  CHECK(Format(Value::Bool(true), "bool") == "true");
  CHECK(Format(Value::Int(INT64_MIN), "int") == "-9223372036854775808");
  CHECK(Format(Dec("-0.50"), "decimal?") == "-0.5");
  CHECK(Format(Str("as it \"is\""), "string") == "as it \"is\"");
  CHECK(Format(Value::Time(kNanosPerDay, kNanosPerSecond), "time") == "1970-01-02T00:00:00Z");
  CHECK(Format(Value::Time(kNanosPerDay + 5'000'000, 1'000'000), "time") == "1970-01-02T00:00:00.005Z");
  CHECK(Format(Value::Time(kNanosPerDay, kNanosPerDay), "time") == "1970-01-02");
  CHECK(Format(Value::Duration(90 * 60 * kNanosPerSecond), "duration") == "1h30m");
  CHECK(Format(test::Block("10.0.0.0/8"), "cidr") == "10.0.0.0/8");
  CHECK(Format(Value::Enum(1), "Exposure?") == "partner");
  CHECK(Format(Value::Enum(99), "Exposure") == "99");
}

TEST_CASE("format: counts with bounds") {
  CHECK(Format(Counts(3, INT64_MAX), "int") == "3 or more");
  CHECK(Format(Counts(3, 5), "int") == "3 to 5");
  CHECK(Format(Counts(3, 3), "int") == "3");
}

TEST_CASE("format: collections show ten items") {
  CHECK(Format(Ints({}), "list[int]") == "[]");
  CHECK(Format(Ints({1, 2}), "list[int]?") == "[1, 2]");
  CHECK(Format(Ints({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), "list[int]") == "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
  CHECK(Format(Ints({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}), "list[int]") == "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …]");
  CHECK(Format(Ints({1}, 4), "list[int]") == "[1, …]");
  CHECK(Format(Ints({}, 4), "list[int]") == "[…]");
  CHECK(Format(Set({Str("a"), Str("b")}), "set[string]") == "{a, b}");
  CHECK(Format(List({Ints({1}), Value::Absent()}), "list[list[int]?]") == "[[1], <missing>]");
  CHECK(Format(Set({Value::Enum(0), Value::Enum(4)}), "set[SchemaTypeName]") == "{null, string}");
  const Value keys[] = {Str("a")};
  const Value values[] = {Value::Int(1)};
  MapRep map;
  map.keys = keys, map.values = values, map.count = 1;
  CHECK(Format(Value::Map(&map), "map[string, int]") == "{a: 1}");
}

TEST_CASE("format: json is compact and bounded") {
  const auto format = [](const std::string& text) {
    const writ::test::ReadText read(text);
    REQUIRE(read.document);
    return Format(Value::Json(&*read.document, read.document->root()), "json");
  };
  CHECK(format("{\"a\" : [1, 1.50, null, true], \"b\\n\" : \"x\\\"\\u0001\"}") == "{\"a\":[1,1.50,null,true],\"b\\n\":\"x\\\"\\u0001\"}");
  CHECK(format("[]") == "[]");
  std::string many = "[";
  for (int i = 0; i < 1000; ++i) many += "\"\xc3\xa4\xc3\xa4\xc3\xa4\",";
  const std::string bounded = format(many + "1]");
  CHECK(bounded.size() < 210);
  CHECK(bounded.substr(bounded.size() - 3) == "…");
  CHECK_FALSE(FirstInvalidUtf8(bounded));
  const std::string wide = format("\"" + std::string(5000, 'x') + "\"");
  CHECK(wide.size() < 210);
}

TEST_CASE("format: records by the names that people use") {
  const writ::test::ReadSpec spec(R"(openapi: 3.0.3
info: {title: T, version: '1'}
servers: [{url: 'https://a'}]
paths:
  /a:
    get:
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components: {schemas: {Pet: {type: object, properties: {n: {type: string}}}}}
)");
  REQUIRE(spec.api);
  const auto record = [](RecordId id, const void* p) { return Value::Record(id, p); };
  const model::Operation& get = spec.api->operations[0];
  CHECK(Format(record(RecordId::kApi, spec.api.get()), "Api") == "test.v1");
  CHECK(Format(record(RecordId::kOperation, &get), "Operation?") == "GET /a");
  CHECK(Format(record(RecordId::kParameter, &get.parameters[0]), "Parameter") == "q");
  CHECK(Format(record(RecordId::kResponse, &get.responses[0]), "Response") == "200");
  CHECK(Format(record(RecordId::kServer, &spec.api->servers[0]), "Server") == "https://a");
  CHECK(Format(record(RecordId::kSchema, spec.SchemaAt("/components/schemas/Pet")), "Schema") == "Pet");
  CHECK(Format(record(RecordId::kSchema, get.parameters[0].schema), "Schema") == "/paths/~1a/get/parameters/0/schema");
}

TEST_CASE("format: of traffic never a secret") {
  model::Exchange x;
  x.method = "GET";
  x.path = "/a";
  x.status = model::Captured<std::int64_t>::Present(200);
  x.request_headers.items = {{"authorization", "Bearer secret", false}};
  x.token = model::Captured<model::Credential>::Present({});
  x.token.value.fingerprint = model::Text::Present("sha256:0123");
  CHECK(Format(Value::Record(RecordId::kExchange, &x), "Exchange") == "GET /a → 200");
  CHECK(Format(Value::Record(RecordId::kCredential, &x), "Credential") == "sha256:0123");
  CHECK(Format(Value::Record(RecordId::kNameValue, &x.request_headers.items[0]), "NameValue") == "authorization");
  x.status = model::Captured<std::int64_t>::Absent();
  CHECK(Format(Value::Record(RecordId::kExchange, &x), "Exchange") == "GET /a → aborted");
  x.status = model::Captured<std::int64_t>::Unknown(model::kNotCaptured);
  CHECK(Format(Value::Record(RecordId::kExchange, &x), "Exchange") == "GET /a");
  x.token.value.fingerprint = model::Text::Unknown(model::kRedacted);
  CHECK(Format(Value::Record(RecordId::kCredential, &x), "Credential") == "<unknown>");
}

}  // namespace
}  // namespace writ::vm
