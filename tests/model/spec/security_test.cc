// Security schemes of all versions, requirements and what they inherit.
#include "model/spec/security.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadSpec;

std::string Shown(const std::vector<SecurityRequirement>& requirements) {
  std::string out;
  for (const SecurityRequirement& requirement : requirements) {
    out += "{";
    for (const SchemeUse& use : requirement.schemes) {
      out += " " + std::string(use.name) + (use.scheme == nullptr ? "?" : "");
      for (const std::string_view scope : use.scopes) out += ":" + std::string(scope);
    }
    out += " }";
  }
  return out;
}

TEST_CASE("security: the schemes of 3.x") {
  const ReadSpec read(
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  securitySchemes:\n"
      "    a: {type: http, scheme: Bearer, bearerFormat: JWT}\n"
      "    b: {type: apiKey, in: cookie, name: sid}\n"
      "    c: {type: oauth2, flows: {authorizationCode: {authorizationUrl: https://a, tokenUrl: https://t, "
      "scopes: {r: x, w: y}},"
      " x-more: {}}}\n"
      "    d: {type: openIdConnect, openIdConnectUrl: https://o}\n"
      "    e: {type: mutualTLS}\n"
      "    f: {$ref: '#/components/securitySchemes/b'}\n");
  CHECK(read.problems() == "");
  const auto& schemes = read.api->security_schemes;
  REQUIRE(schemes.size() == 6);
  CHECK(schemes[0].type == SchemeType::kHttp);
  CHECK(schemes[0].scheme == "bearer");
  CHECK(schemes[0].bearer_format == "JWT");
  CHECK(schemes[1].location == ParameterLocation::kCookie);
  CHECK(schemes[1].parameter_name == "sid");
  REQUIRE(schemes[2].flows.size() == 1);
  CHECK(schemes[2].flows[0].kind == "authorization_code");
  CHECK(schemes[2].flows[0].scopes.size() == 2);
  CHECK(schemes[3].open_id_connect_url == "https://o");
  CHECK(schemes[4].type == SchemeType::kMutualTls);
  CHECK(schemes[5].name == "f");
  CHECK(schemes[5].type == SchemeType::kApiKey);
}

TEST_CASE("security: the schemes of 2.0") {
  const ReadSpec read(
      "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\nsecurityDefinitions:\n"
      "  a: {type: basic}\n  b: {type: apiKey, in: header, name: X-Key}\n"
      "  c: {type: oauth2, flow: accessCode, authorizationUrl: https://a, tokenUrl: https://t, scopes: {r: "
      "x}}\n"
      "  d: {type: oauth2, flow: application, tokenUrl: https://t, scopes: {}}\n");
  CHECK(read.problems() == "");
  const auto& schemes = read.api->security_schemes;
  REQUIRE(schemes.size() == 4);
  CHECK(schemes[0].scheme == "basic");
  CHECK(schemes[1].location == ParameterLocation::kHeader);
  CHECK(schemes[2].flows[0].kind == "authorization_code");
  CHECK(schemes[3].flows[0].kind == "client_credentials");
}

TEST_CASE("security: operations inherit the document's requirements unless they declare their own") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nsecurity: [{key: []}, {oauth: [r, w], key: []}]\n"
      "components: {securitySchemes: {key: {type: apiKey, in: header, name: k}, oauth: {type: oauth2, flows: "
      "{}}}}\n"
      "paths:\n  /a:\n    get: {responses: {}}\n    put: {responses: {}, security: []}\n    post: "
      "{responses: {}, security: [{}, {key: []}]}\n");
  CHECK(read.problems() == "");
  const auto& operations = read.api->operations;
  CHECK(Shown(operations[0].security) == "{ key }{ oauth:r:w key }");
  CHECK(read.api->PointerOf(operations[0].security_place) == "/security");
  CHECK(Shown(operations[1].security) == "");
  CHECK(read.api->PointerOf(operations[1].security_place) == "/paths/~1a/put/security");
  CHECK(Shown(operations[2].security) == "{ }{ key }");
  const ReadSpec none(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n");
  CHECK_FALSE(none.api->operations[0].security_place.valid());
}

TEST_CASE("security: undeclared and unknown schemes") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nsecurity: [{bearr: []}, {odd: []}]\n"
      "components: {securitySchemes: {bearer: {type: http, scheme: bearer}, odd: {type: magic}, none: {}}}\n"
      "paths: {/a: {get: {responses: {}}, put: {responses: {}}}}\n");
  CHECK(read.problems() ==
        "W4029 3:13 security scheme `bearr` is not declared | did you mean `bearer`?\n"
        "W4028 4:82 type `magic` of a security scheme is unknown | the types are apiKey, http, oauth2, "
        "openIdConnect and mutualTLS\n"
        "W4027 4:90 a security scheme has no `type`\n");
  CHECK(Shown(read.api->operations[1].security) == "{ bearr? }{ odd? }");
}

}  // namespace
}  // namespace writ::model
