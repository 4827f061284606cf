// Builtins on ordinary values and at their edges.
#include "vm/builtins/builtins.h"

#include <doctest/doctest.h>

#include "base/regex.h"
#include "model/traffic/exchange.h"
#include "tests/model/read_text.h"
#include "tests/vm/run.h"

namespace writ::vm {
namespace {

using bytecode::BuiltinId;
using bytecode::RecordId;
using test::Addr;
using test::Counts;
using test::Dec;
using test::Ints;
using test::List;
using test::Set;
using test::Show;
using test::Str;
using test::Unknown;

struct Calling {
  Arena arena;
  RunFacts facts;
  bytecode::TypeTable types;

  Value Call(BuiltinId builtin, const std::vector<Value>& arguments) {
    REQUIRE(ArgumentCount(builtin) == arguments.size());
    FieldContext context{arena, facts};
    return CallBuiltin(builtin, arguments.data(), context);
  }
  std::string operator()(BuiltinId builtin, const std::vector<Value>& arguments, std::string_view type = "string") {
    return Show(Call(builtin, arguments), types, *types.Parse(type));
  }
};

TEST_CASE("builtins: as many arguments as their signatures say") {
  CHECK(ArgumentCount(BuiltinId::kStringLower) == 1);
  CHECK(ArgumentCount(BuiltinId::kStringReplace) == 3);
  CHECK(ArgumentCount(BuiltinId::kMapGet) == 2);
  CHECK(ArgumentCount(BuiltinId::kMapSize) == 1);
}

TEST_CASE("text: letters white space and code points") {
  Calling call;
  CHECK(call(BuiltinId::kStringLower, {Str("AbC\xc3\x84")}) == "abc\xc3\x84");
  CHECK(call(BuiltinId::kStringUpper, {Str("aBz{`")}) == "ABZ{`");
  CHECK(call(BuiltinId::kStringLower, {Str("")}) == "");
  CHECK(call(BuiltinId::kStringTrim, {Str(" \t a b\r\n")}) == "a b");
  CHECK(call(BuiltinId::kStringTrim, {Str("  ")}) == "");
  CHECK(call(BuiltinId::kStringLength, {Str("a\xc3\xa4\xf0\x9f\x98\x80")}) == "3");
  CHECK(call(BuiltinId::kStringStartsWith, {Str("abc"), Str("")}) == "true");
  CHECK(call(BuiltinId::kStringStartsWith, {Str("ab"), Str("abc")}) == "false");
  CHECK(call(BuiltinId::kStringEndsWith, {Str("abc"), Str("bc")}) == "true");
  CHECK(call(BuiltinId::kStringEndsWith, {Str("c"), Str("bc")}) == "false");
}

TEST_CASE("text: split and replace") {
  Calling call;
  const auto split = [&](std::string_view text, std::string_view by) { return call(BuiltinId::kStringSplit, {Str(text), Str(by)}, "list[string]"); };
  CHECK(split("a,b,,c", ",") == "[a, b, , c]");
  CHECK(split("", ",") == "[]");
  CHECK(call.Call(BuiltinId::kStringSplit, {Str(""), Str(",")}).list->count == 1);
  CHECK(split("abc", "") == "[abc]");
  CHECK(split("aaa", "aa") == "[, a]");
  const auto replace = [&](std::string_view text, std::string_view from, std::string_view to) {
    return call(BuiltinId::kStringReplace, {Str(text), Str(from), Str(to)});
  };
  CHECK(replace("aXbX", "X", "--") == "a--b--");
  CHECK(replace("aaa", "aa", "b") == "ba");
  CHECK(replace("abc", "", "x") == "abc");
  CHECK(replace("abc", "x", "y") == "abc");
  CHECK(replace("xx", "x", "") == "");
}

TEST_CASE("text: what does not fit the budget is not made") {
  Arena arena;
  const RunFacts facts;
  const std::string text(1000, 'a');
  FieldContext context{arena, facts};
  context.budget = 100'000;
  const Value replace[] = {Str(text), Str("a"), Str(text)};
  CHECK(CallBuiltin(BuiltinId::kStringReplace, replace, context).is_absent());
  CHECK(context.exhausted);
  context.exhausted = false;
  context.budget = 1000;
  const Value split[] = {Str(text), Str("a")};
  CHECK(CallBuiltin(BuiltinId::kStringSplit, split, context).is_absent());
  CHECK(context.exhausted);
  CHECK(arena.bytes_used() == 0);
}

TEST_CASE("text: numbers and addresses in it") {
  Calling call;
  const auto number = [&](std::string_view text) { return call(BuiltinId::kStringToInt, {Str(text)}, "int?"); };
  CHECK(number("42") == "42");
  CHECK(number("-7") == "-7");
  CHECK(number("007") == "7");
  CHECK(number("9223372036854775807") == "9223372036854775807");
  CHECK(number("-9223372036854775808") == "-9223372036854775808");
  for (const char* text : {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808", "--1"}) {
    CAPTURE(text);
    CHECK(number(text) == "absent");
  }
  CHECK(call(BuiltinId::kStringToIp, {Str("10.0.0.1")}, "ip?") == "10.0.0.1");
  CHECK(call(BuiltinId::kStringToIp, {Str("10.0.0")}, "ip?") == "absent");
  static const Regex kDigits = *Regex::Compile("[0-9]*");
  static const Regex kWord = *Regex::Compile("[a-z]+");
  CHECK(call(BuiltinId::kStringFind, {Str("12 ab cd"), Value::FromRegex(&kWord)}, "string?") == "ab");
  CHECK(call(BuiltinId::kStringFind, {Str("12"), Value::FromRegex(&kWord)}, "string?") == "absent");
  CHECK(call(BuiltinId::kStringFind, {Str("ab"), Value::FromRegex(&kDigits)}, "string?") == "");
}

TEST_CASE("numbers and durations") {
  Calling call;
  CHECK(call(BuiltinId::kIntToDecimal, {Value::Int(-5)}, "decimal") == "-5");
  CHECK(call(BuiltinId::kIntToString, {Value::Int(INT64_MIN)}) == "-9223372036854775808");
  CHECK(call(BuiltinId::kDecimalToInt, {Dec("5.0")}, "int?") == "5");
  CHECK(call(BuiltinId::kDecimalToInt, {Dec("5.5")}, "int?") == "absent");
  CHECK(call(BuiltinId::kDecimalToInt, {Dec("1e19")}, "int?") == "absent");
  CHECK(call(BuiltinId::kDurationSeconds, {Value::Duration(1'999'999'999)}, "int") == "1");
  CHECK(call(BuiltinId::kDurationSeconds, {Value::Duration(-1'999'999'999)}, "int") == "-1");
}

TEST_CASE("addresses") {
  Calling call;
  CHECK(call(BuiltinId::kIpNetwork, {Addr("10.1.2.3"), Value::Int(24), Value::Int(64)}, "cidr") == "10.1.2.0/24");
  CHECK(call(BuiltinId::kIpNetwork, {Addr("2001:db8::1"), Value::Int(24), Value::Int(64)}, "cidr") == "2001:db8::/64");
  CHECK(call(BuiltinId::kIpNetwork, {Addr("10.1.2.3"), Value::Int(-1), Value::Int(64)}, "cidr") == "0.0.0.0/0");
  CHECK(call(BuiltinId::kIpNetwork, {Addr("10.1.2.3"), Value::Int(99), Value::Int(64)}, "cidr") == "10.1.2.3/32");
  const auto is_private = [&](const char* text) { return call(BuiltinId::kIpIsPrivate, {Addr(text)}, "bool") == "true"; };
  for (const char* text : {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.1.1", "::1", "fc00::1", "fdff::1",
                           "fe80::1", "febf::1", "::ffff:10.0.0.1"}) {
    CAPTURE(text);
    CHECK(is_private(text));
  }
  for (const char* text : {"11.0.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "169.253.1.1", "8.8.8.8", "::", "::2", "fec0::1", "fe00::1",
                           "2001:db8::1", "::ffff:8.8.8.8"}) {
    CAPTURE(text);
    CHECK_FALSE(is_private(text));
  }
}

TEST_CASE("collections") {
  Calling call;
  CHECK(call(BuiltinId::kListSize, {Ints({1, 2})}, "int") == "2");
  CHECK(call(BuiltinId::kListSize, {Ints({1, 2}, 4)}, "int") == "2 or more");
  CHECK(call(BuiltinId::kSetSize, {Set({Value::Int(1)}, 4)}, "int") == "1 or more");
  CHECK(call(BuiltinId::kListFirst, {Ints({1, 2})}, "int?") == "1");
  CHECK(call(BuiltinId::kListLast, {Ints({1, 2})}, "int?") == "2");
  CHECK(call(BuiltinId::kListFirst, {Ints({})}, "int?") == "absent");
  CHECK(call(BuiltinId::kListLast, {Ints({})}, "int?") == "absent");
  CHECK(call(BuiltinId::kListFirst, {Ints({1}, 4)}, "int?") == "unknown 4");
  CHECK(call(BuiltinId::kListLast, {Ints({}, 4)}, "int?") == "unknown 4");
  CHECK(call(BuiltinId::kListToSet, {Ints({3, 1, 3})}, "set[int]") == "{1, 3}");
  CHECK(call(BuiltinId::kListToSet, {List({Value::Int(3), Unknown(2)})}, "set[int]") == "{3}? 2");
  const Value keys[] = {Str("a"), Str("c")};
  const Value values[] = {Value::Int(1), Value::Int(3)};
  MapRep map;
  map.keys = keys, map.values = values, map.count = 2;
  CHECK(call(BuiltinId::kMapSize, {Value::Map(&map)}, "int") == "2");
  CHECK(call(BuiltinId::kMapGet, {Value::Map(&map), Str("c")}, "int?") == "3");
  CHECK(call(BuiltinId::kMapGet, {Value::Map(&map), Str("b")}, "int?") == "absent");
  CHECK(call(BuiltinId::kMapGet, {Value::Map(&map), Str("d")}, "int?") == "absent");
}

TEST_CASE("collections: counts with bounds say nothing") {
  Calling call;
  CHECK(call(BuiltinId::kIntToString, {Counts(1, 2, 4)}) == "unknown 4");
  CHECK(call(BuiltinId::kIpNetwork, {Addr("10.1.2.3"), Counts(1, 2, 4), Counts(1, 2, 1)}, "cidr") == "unknown 5");
}

TEST_CASE("json") {
  Calling call;
  const writ::test::ReadText read(R"({"a": [1, 1.0, 1e0, 1.5, 1e30, 1e400], "b": {"x/y": true, "m~n": "t", "": null}, "s": "text", "f": false})");
  REQUIRE(read.document);
  const Value root = Value::Json(&*read.document, read.document->root());
  const auto at = [&](std::string_view pointer) { return call.Call(BuiltinId::kJsonAt, {root, Str(pointer)}); };
  const auto shown = [&](std::string_view pointer) { return Show(at(pointer), call.types, *call.types.Parse("json?")); };
  CHECK(shown("/a/3") == "1.5");
  CHECK(shown("/b/x~1y") == "true");
  CHECK(shown("/b/m~0n") == "\"t\"");
  CHECK(shown("/b/") == "null");
  CHECK(at("").size == root.size);
  for (const char* pointer : {"a", "/nope", "/a/6", "/a/01", "/a/-", "/s/x", "/b/x~2y", "/b/x~", "/a/99999999999", "//"}) {
    CAPTURE(pointer);
    CHECK(shown(pointer) == "absent");
  }
  // From a value on, not from the root of its document.
  CHECK(Show(call.Call(BuiltinId::kJsonAt, {at("/b"), Str("/x~1y")}), call.types, *call.types.Parse("json?")) == "true");
  for (const char* one : {"/a/0", "/a/1", "/a/2"}) CHECK(call(BuiltinId::kJsonToInt, {at(one)}, "int?") == "1");
  CHECK(call(BuiltinId::kJsonToInt, {at("/a/3")}, "int?") == "absent");
  CHECK(call(BuiltinId::kJsonToInt, {at("/a/4")}, "int?") == "absent");
  CHECK(call(BuiltinId::kJsonToInt, {at("/s")}, "int?") == "absent");
  CHECK(call(BuiltinId::kJsonToDecimal, {at("/a/3")}, "decimal?") == "1.5");
  CHECK(call(BuiltinId::kJsonToDecimal, {at("/a/5")}, "decimal?") == "absent");
  CHECK(call(BuiltinId::kJsonToString, {at("/s")}, "string?") == "text");
  CHECK(call(BuiltinId::kJsonToString, {at("/a/0")}, "string?") == "absent");
  CHECK(call(BuiltinId::kJsonToBool, {at("/f")}, "bool?") == "false");
  CHECK(call(BuiltinId::kJsonToBool, {at("/s")}, "bool?") == "absent");
  CHECK(call(BuiltinId::kJsonKeys, {root}, "list[string]") == "[a, b, s, f]");
  CHECK(call(BuiltinId::kJsonKeys, {at("/a")}, "list[string]") == "[]");
  CHECK(call(BuiltinId::kJsonItems, {at("/b")}, "list[json]") == "[true, \"t\", null]");
  CHECK(call(BuiltinId::kJsonItems, {at("/s")}, "list[json]") == "[]");
}

TEST_CASE("model: responses schemas headers and extensions") {
  Calling call;
  const writ::test::ReadSpec spec(R"(openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    post:
      x-level: {deep: 1}
      requestBody:
        content:
          application/json: {schema: {type: object}}
          'text/*': {schema: {type: string}}
      responses:
        '200': {description: ok, headers: {X-Rate: {schema: {type: integer}}}, content: {'*/*': {schema: {type: integer}}}}
        4XX: {description: bad}
        default: {description: other}
  /b:
    get: {responses: {'200': {description: ok}}}
)");
  REQUIRE(spec.api);
  const model::Operation& post = spec.api->operations[0];
  const Value operation = Value::Record(RecordId::kOperation, &post);
  const Value bare = Value::Record(RecordId::kOperation, &spec.api->operations[1]);
  const auto response = [&](const Value& of, std::int64_t status) {
    return call(BuiltinId::kOperationResponse, {of, Value::Int(status)}, "Response?");
  };
  CHECK(response(operation, 200) == "200");
  CHECK(response(operation, 404) == "4XX");
  CHECK(response(operation, 500) == "default");
  CHECK(response(bare, 500) == "absent");
  CHECK(call(BuiltinId::kOperationDeclaredResponse, {operation, Str("4XX")}, "Response?") == "4XX");
  CHECK(call(BuiltinId::kOperationDeclaredResponse, {operation, Str("404")}, "Response?") == "absent");
  CHECK(call(BuiltinId::kOperationExtension, {operation, Str("x-level")}, "json?") == "{\"deep\":1}");
  CHECK(call(BuiltinId::kOperationExtension, {operation, Str("x-none")}, "json?") == "absent");
  CHECK(call(BuiltinId::kOperationExtension, {operation, Str("responses")}, "json?") == "absent");
  const Value body = Value::Record(RecordId::kRequestBody, &*post.request_body);
  const auto schema = [&](const char* media) { return call.Call(BuiltinId::kRequestBodySchema, {body, Str(media)}); };
  CHECK(schema("application/json").record == post.request_body->media_types[0].schema);
  CHECK(schema("Application/JSON; charset=utf-8").record == post.request_body->media_types[0].schema);
  CHECK(schema("text/html").record == post.request_body->media_types[1].schema);
  CHECK(schema("image/png").is_absent());
  CHECK(schema("").is_absent());
  const Value ok = Value::Record(RecordId::kResponse, &post.responses[0]);
  CHECK(call.Call(BuiltinId::kResponseSchema, {ok, Str("image/png")}).record == post.responses[0].media_types[0].schema);
  CHECK(call(BuiltinId::kResponseDeclaredHeader, {ok, Str("X-RATE")}, "Header?") == "X-Rate");
  CHECK(call(BuiltinId::kResponseDeclaredHeader, {ok, Str("x-none")}, "Header?") == "absent");
}

TEST_CASE("traffic: headers and parameters by name") {
  Calling call;
  model::Exchange x;
  x.request_headers.items = {{"accept", "a", false}, {"accept", "b", false}, {"authorization", "[x]", true}};
  x.response_headers.unknown_causes = model::kNotCaptured;
  x.query_parameters.items = {{"q", "1", false}};
  x.query_parameters.incomplete_causes = model::kTruncated;
  x.path_parameters = {{"id", "7", false}};
  const Value request = Value::Record(RecordId::kExchangeRequest, &x);
  const Value response = Value::Record(RecordId::kExchangeResponse, &x);
  const Value exchange = Value::Record(RecordId::kExchange, &x);
  CHECK(call(BuiltinId::kRequestHeader, {request, Str("ACCEPT")}, "string?") == "a");
  CHECK(call(BuiltinId::kRequestHeader, {request, Str("x-none")}, "string?") == "absent");
  CHECK(call(BuiltinId::kRequestHeader, {request, Str("Authorization")}, "string?") == "unknown 2 of ExchangeRequest.headers");
  CHECK(call(BuiltinId::kResponseHeader, {response, Str("a")}, "string?") == "unknown 1 of ExchangeResponse.headers");
  CHECK(call(BuiltinId::kExchangeQueryParam, {exchange, Str("q")}, "string?") == "1");
  CHECK(call(BuiltinId::kExchangeQueryParam, {exchange, Str("Q")}, "string?") == "unknown 4 of Exchange.query_params");
  CHECK(call(BuiltinId::kExchangePathParam, {exchange, Str("id")}, "string?") == "7");
  CHECK(call(BuiltinId::kExchangePathParam, {exchange, Str("other")}, "string?") == "absent");
  x.operation = model::Captured<const model::Operation*>::Unknown(model::kAmbiguousMatch);
  CHECK(call(BuiltinId::kExchangePathParam, {exchange, Str("id")}, "string?") == "unknown 32 of Exchange.operation");
}

}  // namespace
}  // namespace writ::vm
