// Who an exchange speaks for.
#include "model/traffic/identity.h"

#include <doctest/doctest.h>

#include <string>

#include "base/mask.h"
#include "model/spec/api_spec.h"
#include "model/traffic/jwt.h"

using namespace writ;
using namespace writ::model;

namespace {

std::string Show(const Text& text) {
  return text.is_present()                    ? std::string(text.value)
         : text.presence == Presence::kAbsent ? "-"
                                              : "?" + std::to_string(text.causes);
}

struct Request {
  Request() = default;
  explicit Request(std::string_view authorization, bool redacted = false) {
    x.request_headers.items.push_back({"authorization", authorization, redacted});
  }
  Exchange x;
  Arena arena;
  // "kind where fingerprint subject"
  std::string Identity() {
    ExtractIdentity(x, arena);
    if (x.token.presence == Presence::kAbsent) return "- " + Show(x.subject);
    if (x.token.presence == Presence::kUnknown)
      return "?" + std::to_string(x.token.causes) + " " + Show(x.subject);
    const Credential& c = x.token.value;
    return std::to_string(static_cast<int>(c.kind)) + " " + std::string(c.where) + " " + Show(c.fingerprint) +
           " " + Show(x.subject);
  }
};

// {"alg":"none"} . {"iat":1,"sub":"ann","x":{"sub":"no"}} . signature
constexpr const char* kJwt = "eyJhbGciOiJub25lIn0.eyJpYXQiOjEsInN1YiI6ImFubiIsIngiOnsic3ViIjoibm8ifX0.c2ln";

}  // namespace

TEST_CASE("bearer and basic credentials have a kind and a fingerprint and a subject") {
  CHECK(Request(std::string("Bearer ") + kJwt).Identity() ==
        "0 header authorization " + SecretFingerprint(kJwt) + " ann");
  CHECK(Request("bearer opaque").Identity() ==
        "0 header authorization " + SecretFingerprint("opaque") + " -");
  CHECK(Request("Basic YW5uOnNlY3JldA==").Identity() ==
        "1 header authorization " + SecretFingerprint("YW5uOnNlY3JldA==") + " ann");
  CHECK(Request("Basic ***").Identity().find(" -") != std::string::npos);
  CHECK(Request("token abc").Identity() == "4 header authorization " + SecretFingerprint("abc") + " -");
  CHECK(Request("rawkey").Identity() == "4 header authorization " + SecretFingerprint("rawkey") + " -");
  CHECK(Request("Bearer").Identity() == "- -");
  CHECK(Request("").Identity() == "- -");
  CHECK(Request().Identity() == "- -");
}

TEST_CASE("a redacted credential is present and its identity is unknown") {
  CHECK(Request("Bearer [REDACTED]", true).Identity() ==
        "0 header authorization ?" + std::to_string(kRedacted) + " ?" + std::to_string(kRedacted));
  CHECK(Request("", true).Identity() ==
        "4 header authorization ?" + std::to_string(kRedacted) + " ?" + std::to_string(kRedacted));
}

TEST_CASE("headers that were not captured make the credential unknown") {
  Request unknown;
  unknown.x.request_headers.unknown_causes = kNotCaptured;
  unknown.x.request_cookies.unknown_causes = kNotCaptured;
  CHECK(unknown.Identity() == "?1 ?1");
  CHECK(Show(unknown.x.session) == "?1");
  Request partial;
  partial.x.request_headers.incomplete_causes = kIncomplete;
  CHECK(partial.Identity() == "?256 ?256");
  Request found("Bearer a");
  found.x.request_headers.incomplete_causes = kIncomplete;
  CHECK(found.Identity().substr(0, 2) == "0 ");
}

TEST_CASE("API keys and cookies count when the description declares them") {
  Api api;
  Operation operation;
  operation.api = &api;
  const auto declare = [&](ParameterLocation location, std::string_view name) {
    api.security_schemes.clear();
    SecurityScheme& scheme = api.security_schemes.emplace_back();
    scheme.type = SchemeType::kApiKey;
    scheme.location = location;
    scheme.parameter_name = name;
  };
  const auto request = [&](bool matched) {
    Request r;
    if (matched) r.x.operation = Captured<const Operation*>::Present(&operation);
    r.x.request_headers.items.push_back({"x-api-key", "k", false});
    r.x.query_parameters.items.push_back({"api_key", "q", false});
    r.x.request_cookies.items.push_back({"auth", "c", false});
    return r.Identity();
  };
  declare(ParameterLocation::kHeader, "X-API-Key");
  CHECK(request(true) == "2 header x-api-key " + SecretFingerprint("k") + " -");
  CHECK(request(false) == "- -");
  declare(ParameterLocation::kQuery, "api_key");
  CHECK(request(true) == "2 query api_key " + SecretFingerprint("q") + " -");
  declare(ParameterLocation::kCookie, "auth");
  CHECK(request(true) == "3 cookie auth " + SecretFingerprint("c") + " -");
  declare(ParameterLocation::kCookie, "Auth");
  CHECK(request(true) == "- -");
}

TEST_CASE("the session is a cookie named like one") {
  const auto session = [](std::string_view name, std::string_view value = "v", bool redacted = false) {
    Request r;
    r.x.request_cookies.items.push_back({"lang", "en", false});
    r.x.request_cookies.items.push_back({name, value, redacted});
    r.Identity();
    return Show(r.x.session);
  };
  const std::string v = SecretFingerprint("v");
  for (const char* name : {"session", "SESSIONID", "sid", "connect.sid", "JSESSIONID", "PHPSESSID",
                           "ASP.NET_SessionId", "_app_session", "__Host-session", "app-sid"}) {
    CAPTURE(name);
    CHECK(session(name) == v);
  }
  for (const char* name : {"theme", "inside", "csrf_session", "side", "presid"}) {
    CAPTURE(name);
    CHECK(session(name) == "-");
  }
  CHECK(session("sid", "") == "-");
  CHECK(session("sid", "[REDACTED]", true) == "?" + std::to_string(kRedacted));
}

TEST_CASE("subjects are read from tokens of any shape without harm") {
  Arena arena;
  CHECK(JwtSubject(kJwt, arena) == "ann");
  const auto with = [&](std::string_view claims_base64url) {
    return JwtSubject("eyJhIjoxfQ." + std::string(claims_base64url) + ".", arena).value_or("-");
  };
  CHECK(with("eyJzdWIiOiAiYVwiYlx1MDBlOSJ9") == "a\"b\xc3\xa9");  // {"sub": "a\"b\u00e9"}
  CHECK(with("eyJzdWIiOjQyfQ") == "42");                          // {"sub":42}
  CHECK(with("eyJzdWIiOnsiYSI6MX19") == "-");                     // {"sub":{"a":1}}
  CHECK(with("eyJhIjoic3ViIiwiYiI6InN1YiJ9") == "-");             // {"a":"sub","b":"sub"}
  CHECK(with("eyJzdWIi") == "-");                                 // {"sub"
  CHECK(with("eyJzdWIiOiJh") == "-");                             // {"sub":"a
  CHECK(with("e30") == "-");                                      // {}
  CHECK(with("!!!") == "-");
  CHECK_FALSE(JwtSubject("eyJ", arena).has_value());
  CHECK_FALSE(JwtSubject("a.b.c", arena).has_value());
}
