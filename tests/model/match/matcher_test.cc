// Matching: precedence of templates, backtracking, base paths, hosts, encodings. The cases are those that
// routers got wrong.
#include "model/match/matcher.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/match/path_template.h"

using namespace writ;
using namespace writ::model;

namespace {

// An API of "METHOD /path" operations, all below the base paths given.
struct Fixture {
  explicit Fixture(std::string name, std::vector<std::string> operations, std::vector<std::string> bases = {},
                   std::vector<std::string> hosts = {})
      : texts(std::move(operations)), base_texts(std::move(bases)) {
    api.metadata.name = std::move(name);
    api.hosts = std::move(hosts);
    for (const std::string& base : base_texts) {
      Server& server = api.servers.emplace_back();
      server.base_path = base;
    }
    for (const std::string& text : texts) {
      const std::size_t space = text.find(' ');
      Operation& operation = api.operations.emplace_back();
      operation.api = &api;
      operation.method = std::string_view(text).substr(0, space);
      operation.path = std::string_view(text).substr(space + 1);
      operation.id = text;
      for (const Server& server : api.servers) operation.servers.push_back(&server);
    }
  }
  std::vector<std::string> texts, base_texts;
  Api api;
};

// "METHOD /path" → the operation with its path parameters, "-" for none, "?" for ambiguous or unknown.
std::string Match(const Matcher& matcher, const std::string& request, const std::string& host = {}) {
  const std::size_t space = request.find(' ');
  Arena arena;
  Exchange x;
  x.method = std::string_view(request).substr(0, space);
  x.path = std::string_view(request).substr(space + 1);
  x.scheme = Text::Present("https");
  x.host = host.empty() ? Text::Unknown(kNotCaptured) : Text::Present(host);
  matcher.Match(x, arena);
  if (x.operation.presence == Presence::kUnknown)
    return (x.operation.causes & kAmbiguousMatch) != 0 ? "? ambiguous" : "? host";
  if (!x.operation.is_present()) return "-";
  std::string text =
      std::string(x.operation.value->api->metadata.name) + ": " + std::string(x.operation.value->id);
  for (const NameValue& parameter : x.path_parameters)
    text += " " + std::string(parameter.name) + "=" + std::string(parameter.value);
  return text;
}

std::string Match(const Fixture& fixture, const std::string& request) {
  return Match(Matcher({&fixture.api}), request);
}

}  // namespace

TEST_CASE("a concrete path comes before a templated one whatever the order in the file") {
  const Fixture f("a", {"GET /users/{id}", "GET /users/me"});
  CHECK(Match(f, "GET /users/me") == "a: GET /users/me");
  CHECK(Match(f, "GET /users/you") == "a: GET /users/{id} id=you");
}

TEST_CASE("segments are compared from the left and the walk turns back") {
  const Fixture f("a", {"GET /{a}/payments/{b}", "GET /{a}/payments/search", "GET /resource/{id}/new",
                        "GET /{x}/{y}/{z}"});
  CHECK(Match(f, "GET /7/payments/search") == "a: GET /{a}/payments/search a=7");
  CHECK(Match(f, "GET /7/payments/8") == "a: GET /{a}/payments/{b} a=7 b=8");
  CHECK(Match(f, "GET /resource/1/new") == "a: GET /resource/{id}/new id=1");
  // `resource` leads into a branch that ends early: back to the parameter.
  CHECK(Match(f, "GET /resource/1/old") == "a: GET /{x}/{y}/{z} x=resource y=1 z=old");
  CHECK(Match(f, "GET /resource/payments/search") == "a: GET /{a}/payments/search a=resource");
}

TEST_CASE("a method that the best template lacks falls through to the next") {
  const Fixture f("a", {"GET /users/me", "GET /users/{id}", "DELETE /users/{name}"});
  CHECK(Match(f, "DELETE /users/me") == "a: DELETE /users/{name} name=me");
  CHECK(Match(f, "POST /users/me") == "-");
  CHECK(Match(f, "HEAD /users/me") == "-");
}

TEST_CASE("mixed segments come between static and templated ones") {
  const Fixture f(
      "a", {"GET /{name}", "GET /report.{format}", "GET /report.{a}.{b}", "GET /report.pdf", "GET /v2{rest}",
            "POST /test:{rpc}", "GET /repos/compare/{base}...{head}", "GET /x/{foo}{bar}"});
  CHECK(Match(f, "GET /report.pdf") == "a: GET /report.pdf");
  CHECK(Match(f, "GET /report.csv") == "a: GET /report.{format} format=csv");
  // More literal bytes first.
  CHECK(Match(f, "GET /report.csv.gz") == "a: GET /report.{a}.{b} a=csv b=gz");
  CHECK(Match(f, "GET /report.") == "a: GET /{name} name=report.");
  CHECK(Match(f, "GET /v2x") == "a: GET /v2{rest} rest=x");
  CHECK(Match(f, "GET /v2") == "a: GET /{name} name=v2");
  CHECK(Match(f, "POST /test:run") == "a: POST /test:{rpc} rpc=run");
  CHECK(Match(f, "GET /repos/compare/main...feature") ==
        "a: GET /repos/compare/{base}...{head} base=main head=feature");
  CHECK(Match(f, "GET /repos/compare/main..feature") == "-");
  CHECK(Match(f, "GET /repos/compare/...x") == "-");
  CHECK(Match(f, "GET /x/abc") == "a: GET /x/{foo}{bar} foo=a bar=bc");
  CHECK(Match(f, "GET /x/a") == "-");
}

TEST_CASE("slashes are significant and parameters take one segment that is not empty") {
  const Fixture f("a", {"GET /users", "GET /users/{id}", "GET /", "GET /dir/"});
  CHECK(Match(f, "GET /users/") == "-");
  CHECK(Match(f, "GET //users") == "-");
  CHECK(Match(f, "GET /users/1/2") == "-");
  CHECK(Match(f, "GET /users//") == "-");
  CHECK(Match(f, "GET /") == "a: GET /");
  CHECK(Match(f, "GET /dir/") == "a: GET /dir/");
  CHECK(Match(f, "GET /dir") == "-");
  CHECK(Match(f, "GET /Users") == "-");
}

TEST_CASE("percent encoding is decoded once for each segment after the split") {
  const Fixture f("a", {"GET /files/{name}", "GET /a b/{x}", "GET /caf%C3%A9"});
  CHECK(Match(f, "GET /files/a%2Fb") == "a: GET /files/{name} name=a/b");
  CHECK(Match(f, "GET /files/%252F") == "a: GET /files/{name} name=%2F");
  CHECK(Match(f, "GET /files/100%") == "a: GET /files/{name} name=100%");
  CHECK(Match(f, "GET /a%20b/1") == "a: GET /a b/{x} x=1");
  CHECK(Match(f, "GET /%66iles/1") == "a: GET /files/{name} name=1");
  CHECK(Match(f, "GET /caf%c3%a9") == "a: GET /caf%C3%A9");
}

TEST_CASE("names in templates may hold any character and colons are literal") {
  const Fixture f("a", {"GET /a/{user-id}/{x~y}", "GET /b/:id", "GET /c/{open"});
  CHECK(Match(f, "GET /a/1/2") == "a: GET /a/{user-id}/{x~y} user-id=1 x~y=2");
  CHECK(Match(f, "GET /b/1") == "-");
  CHECK(Match(f, "GET /b/:id") == "a: GET /b/:id");
  CHECK(Match(f, "GET /c/{open") == "a: GET /c/{open");
}

TEST_CASE("base paths of the servers are stripped") {
  const Fixture f("a", {"GET /users/{id}"}, {"/api/v2", "", "/{tenant}/v1"});
  CHECK(Match(f, "GET /api/v2/users/1") == "a: GET /users/{id} id=1");
  CHECK(Match(f, "GET /users/1") == "a: GET /users/{id} id=1");
  CHECK(Match(f, "GET /acme/v1/users/1") == "a: GET /users/{id} id=1");
  CHECK(Match(f, "GET /api/users/1") == "-");
  const Fixture none("b", {"GET /users/{id}"});
  CHECK(Match(none, "GET /users/1") == "b: GET /users/{id} id=1");
}

TEST_CASE("between two APIs a bound host decides and then the longer base path") {
  const Fixture shop("shop", {"GET /items"}, {}, {"shop.example.com"});
  const Fixture admin("admin", {"GET /items"}, {}, {"ADMIN.example.com:8443"});
  const Fixture open("open", {"GET /items", "GET /other"});
  const Matcher matcher({&shop.api, &admin.api, &open.api});
  CHECK(Match(matcher, "GET /items", "shop.example.com") == "shop: GET /items");
  CHECK(Match(matcher, "GET /items", "shop.example.com:9000") == "shop: GET /items");
  CHECK(Match(matcher, "GET /items", "admin.example.com:8443") == "admin: GET /items");
  CHECK(Match(matcher, "GET /items", "admin.example.com") == "open: GET /items");
  CHECK(Match(matcher, "GET /other", "shop.example.com") == "open: GET /other");
  // Without a host nobody can say which it was.
  CHECK(Match(matcher, "GET /items") == "? host");
  CHECK(Match(matcher, "GET /other") == "open: GET /other");

  const Fixture v1("v1", {"GET /users"}, {"/api"}), rest("rest", {"GET /{any}/users"}),
      twin("twin", {"GET /users"}, {"/api"});
  CHECK(Match(Matcher({&rest.api, &v1.api}), "GET /api/users") == "v1: GET /users");
  CHECK(Match(Matcher({&v1.api, &twin.api}), "GET /api/users") == "? ambiguous");
  CHECK(Match(Matcher({&v1.api, &twin.api, &rest.api}), "GET /api/users") == "? ambiguous");
}

TEST_CASE("requests without a path or method match nothing") {
  const Fixture f("a", {"GET /"});
  CHECK(Match(f, "GET ") == "-");
  CHECK(Match(f, " /") == "-");
  CHECK(Match(Matcher({}), "GET /") == "-");
}

TEST_CASE("hostile templates and paths take linear time") {
  // Every level offers a static, a mixed and a templated child; a naive router tries 3^n ways.
  std::vector<std::string> operations;
  std::string path = "GET ";
  for (int i = 0; i < 60; ++i) {
    path += "/x";
    operations.push_back(path + "/{p}");
    operations.push_back(path + "/x{p}/end");
  }
  const Fixture f("a", operations);
  std::string request = "GET ";
  for (int i = 0; i < 200; ++i) request += "/x";
  CHECK(Match(f, request) == "-");
  std::string deep = "GET ";
  for (int i = 0; i < 100000; ++i) deep += "/a";
  CHECK(Match(f, deep) == "-");
  const Fixture unusable("b", {deep, "GET no-slash", "GET /ok"});
  CHECK(Match(unusable, deep) == "-");
  CHECK(Match(unusable, "GET /ok") == "b: GET /ok");
}

TEST_CASE("identifiers in the path of an unmatched exchange are folded") {
  CHECK(FoldPath("/users/42/orders/7f9c24e8-3b1a-4e0c-9d2f-0123456789ab") == "/users/{}/orders/{}");
  CHECK(FoldPath("/commits/0123456789abcdef0123456789abcdef01234567") == "/commits/{}");
  CHECK(FoldPath("/t/ghp_16C7e42F292c6912E7710c838347Ae178B4a/x") == "/t/{}/x");
  CHECK(FoldPath("/days/2026-01-31/") == "/days/{}/");
  CHECK(FoldPath("/mail/ann@example.com") == "/mail/{}");
  CHECK(FoldPath("/v1/users/me") == "/v1/users/me");
  CHECK(FoldPath("/access-control-configuration") == "/access-control-configuration");
  CHECK(FoldPath("/deadbeef/decade") == "/deadbeef/decade");
  CHECK(FoldPath("/") == "/");
  CHECK(FoldPath("") == "");
}

TEST_CASE("a template is split into literals and parameters") {
  const SegmentTemplate mixed = ParseSegment("a{x}b%20{y}");
  REQUIRE(mixed.literals.size() == 3);
  CHECK(mixed.kind == SegmentKind::kMixed);
  CHECK(mixed.literals[1] == "b ");
  CHECK(mixed.literal_bytes == 3);
  CHECK(mixed.parameters == std::vector<std::string_view>{"x", "y"});
  CHECK(ParseSegment("{id}").kind == SegmentKind::kParameter);
  CHECK(ParseSegment("{{id}").kind == SegmentKind::kMixed);
  CHECK(ParseSegment("}{").kind == SegmentKind::kStatic);
}
