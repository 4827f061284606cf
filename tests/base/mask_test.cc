// Masking: what must not leak, what must not be destroyed, and that hostile text costs linear time.
#include "base/mask.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>

namespace writ {
namespace {

// Built from pieces so that scanners of repositories do not take the examples for leaks.
const std::string kAws = std::string("AK") + "IAIOSFODNN7EXAMPLE";
const std::string kGitHub = std::string("gh") + "p_0123456789abcdefghijABCDEFGHIJ012345";
const std::string kJwt = std::string("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.") + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

TEST_CASE("mask: authorization values") {
  const std::pair<std::string, std::string> cases[] = {
      {"Bearer abc123def", "Bearer [masked]"},
      {"Authorization: Bearer abc123def", "Authorization: Bearer [masked]"},
      {"authorization: bearer hunter", "authorization: bearer [masked]"},
      {"Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic [masked]"},
      {"Basic dXNlcjpwYXNz", "Basic [masked]"},
      {"Basic dXNlcg==", "Basic [masked]"},
      {"got `Bearer 9f8e7d6c5b`, twice", "got `Bearer [masked]`, twice"},
      {"Bearer%20abc123def&x=1", "Bearer%20[masked]&x=1"},
      {"Authorization: token abcdefgh", "Authorization: token [masked]"},
      {"Bearer /aB3dE+f9==", "Bearer [masked]"},
      {"Bearer " + kJwt + ".", "Bearer [masked]."},
      {"\"Authorization\": \"Bearer hunter\"", "\"Authorization\": \"Bearer [masked]\""},
  };
  for (const auto& [text, want] : cases) CHECK(MaskSecrets(text) == want);
}

TEST_CASE("mask: tokens of known form") {
  const std::pair<std::string, std::string> cases[] = {
      {"token " + kJwt + " used", "token [masked] used"},
      {kJwt.substr(0, kJwt.rfind('.')), "[masked]"},
      {kJwt.substr(0, kJwt.rfind('.') + 1), "[masked]."},
      {"a" + kJwt, "a[masked]"},
      {"key " + kAws + ".", "key [masked]."},
      {"x " + kGitHub, "x [masked]"},
      {"%3D" + kGitHub + "%26", "%3D[masked]%26"},
      {std::string("github") + "_pat_11ABCDEFG0abcdefghij_KLMNOP", "[masked]"},
      {std::string("gh") + "o_0123456789abcdefghij0123456789abcdef", "[masked]"},
      {std::string("xo") + "xb-123456789012-abcdefGHIJKL", "[masked]"},
      {std::string("xo") + "xp-123456789012-abcdefGHIJKL", "[masked]"},
      {std::string("sk") + "_live_4eC39HqLyjWDarjtT1zdp7dc", "[masked]"},
      {std::string("AI") + "zaSyA1234567890abcdefghijklmnopqrstuv", "[masked]"},
  };
  for (const auto& [text, want] : cases) CHECK(MaskSecrets(text) == want);
}

TEST_CASE("mask: private keys") {
  const std::string begin = std::string("-----BEGIN RSA PRIVATE") + " KEY-----";
  const std::string end = std::string("-----END RSA PRIVATE") + " KEY-----";
  CHECK(MaskSecrets("a " + begin + "\nMIIEpAIBAAKCAQEA7\n" + end + " b") == "a [masked] b");
  CHECK(MaskSecrets("{\"k\":\"" + begin + "\\nMIIEpAIBAAKCAQEA7\\n" + end + "\\n\"}") == "{\"k\":\"[masked]\\n\"}");
  CHECK(MaskSecrets("cut " + begin + "\nMIIEpAIBAAKCAQEA7abc") == "cut [masked]");
  CHECK(MaskSecrets("the line " + begin + " starts a key") == "the line " + begin + " starts a key");
  const std::string certificate = "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEA7\n-----END CERTIFICATE-----";
  CHECK(MaskSecrets(certificate) == certificate);
}

TEST_CASE("mask: addresses") {
  const std::pair<std::string, std::string> cases[] = {
      {"https://user:pass@host/path", "https://[masked]@host/path"},
      {"postgres://app:p@ss@db:5432/x", "postgres://[masked]@db:5432/x"},
      {"https://0123456789abcdef01234567@host/", "https://[masked]@host/"},
      {"https://h/a?token=abc&x=1", "https://h/a?token=[masked]&x=1"},
      {"/a?x=1&api_key=abc#f", "/a?x=1&api_key=[masked]#f"},
      {"/cb#access_token=abc&state=1", "/cb#access_token=[masked]&state=1"},
      {"GET /a?apikey=k1 HTTP/1.1", "GET /a?apikey=[masked] HTTP/1.1"},
      {"/a?user[password]=x", "/a?user[password]=[masked]"},
      {"/r?to=%2Fa%3Ftoken%3Dabc%26x%3D1", "/r?to=%2Fa%3Ftoken%3D[masked]%26x%3D1"},
      {"username=bob&password=hunter2", "username=bob&password=[masked]"},
      {"/a?X-Amz-Signature=abcdef&X-Amz-Expires=60", "/a?X-Amz-Signature=[masked]&X-Amz-Expires=60"},
      {"password=\"correct horse\"", "password=\"[masked]\""},
  };
  for (const auto& [text, want] : cases) CHECK(MaskSecrets(text) == want);
}

TEST_CASE("mask: headers and members") {
  const std::pair<std::string, std::string> cases[] = {
      {"x-api-key: k3yk3yk3y", "x-api-key: [masked]"},
      {"Cookie: theme=dark; session=abc\nHost: x", "Cookie: [masked]\nHost: x"},
      {"Set-Cookie: sid=31d4d96e; Path=/", "Set-Cookie: [masked]"},
      {R"({"password":"hunter"})", R"({"password":"[masked]"})"},
      {R"({"password" : "a\"b", "x": 1})", R"({"password" : "[masked]", "x": 1})"},
      {R"("{\"access_token\":\"abc\",\"n\":1}")", R"("{\"access_token\":\"[masked]\",\"n\":1}")"},
      {R"({'clientSecret': 'abc'})", R"({'clientSecret': '[masked]'})"},
      {R"({"otp":123456})", R"({"otp":[masked]})"},
      {R"({"name":"X-Api-Key","value":"abc"})", R"({"name":"X-Api-Key","value":"[masked]"})"},
      {R"({"name":"Authorization","value":"Bearer hunter"})", R"({"name":"Authorization","value":"[masked]"})"},
      {"token: " + std::string(300, 'a') + " end", "token: [masked] end"},
  };
  for (const auto& [text, want] : cases) CHECK(MaskSecrets(text) == want);
}

TEST_CASE("mask: ordinary text stays as it is") {
  for (const char* text : {
           "",
           "GET /users/{id} can be called with no credentials",
           "Basic authentication over cleartext HTTP",
           "Bearer token required",
           "bearer tokens are accepted by every operation",
           "use Basic or Bearer OAuth2.0 here",
           "Basic HTTP/1.1 client",
           "Bearer challenge-reply",
           "Authorization: required on every request",
           "Authorization: Bearer {token}",
           "Authorization: Bearer <token>",
           "Authorization: Bearer ${TOKEN}",
           "password: must be at least 8 characters",
           "token: the token that POST /login returned",
           "{\"password\": \"is too short\"}",
           "{\"password\":\"string\",\"token\":null}",
           "tokenUrl: https://auth.example.com/oauth/token",
           "token: /oauth/token",
           "token: https://auth.example.com/a1b2c3d4",
           "token_type=bearer",
           "max_tokens=4096&page_token=abc&nextPageToken=def",
           "/a?token={token}&api_key=&x=<y>",
           "https://example.com:8443/a@b?x=1",
           "ssh://git@github.com/a/b",
           "https://{user}:{password}@host",
           "mailto:bob@example.com",
           "see https://user:@host",
           "token sha256:0123456789abcdef seen from 3 addresses",
           "token: sha256:0123456789abcdef",
           "password=****",
           "if (token == other) return;",
           "eyJ is how base64 JSON starts; eyJhbGci.x is too short",
           "AKIA is a prefix and AKIAshort no key",
           "ghp_short sk_live_x xoxb-1",
           "basically a bearer of news 123456789",
           "description: Time of day 12:30:45, ratio=16:9",
           "schema #/components/schemas/Token: object",
           "status 404 for /v1/session/refresh",
           "héllo wörld 😀",
       }) {
    CHECK(MaskSecrets(text) == text);
  }
}

TEST_CASE("mask: masking twice is masking once") {
  for (const std::string& text :
       {"Authorization: Bearer " + kJwt, std::string("Cookie: a=b; c=d"), std::string("https://u:p@h/?token=abc&password=x"),
        std::string(R"({"password":"hunter","name":"Cookie","value":"a=b"})"), "k=" + kAws + "," + kGitHub}) {
    const std::string once = MaskSecrets(text);
    CHECK(once != text);
    CHECK(MaskSecrets(once) == once);
  }
}

TEST_CASE("mask: hostile text takes linear time") {
  // Each piece starts a rule again and again; quadratic work on 4 MB would take hours.
  for (const std::string& piece :
       {std::string("eyJ"), std::string("eyJaaaaaaaa."), std::string("bearer "), std::string("bearer%20"), std::string("bearer+/"),
        std::string("token="), std::string("token={"), std::string("token:"), std::string("token:://"), std::string("\"token\":\""),
        std::string("\"token\":\"{"), std::string("\\\"token\\\":\\\"{ "), std::string("token='"), std::string("://"),
        std::string("://a:"), std::string("cookie:"), std::string("cookie: a"), std::string("authorization: basic "),
        std::string("authorization:basic"), std::string("-----BEGIN PRIVATE KEY-----"), std::string("ghp_"), std::string("xoxb-"),
        std::string("a=%3D"), std::string("\"name\":\"token\","), std::string("token=[masked]"), std::string("token=="),
        std::string("\""), std::string(":"), std::string("="), std::string(" "), std::string("[masked]"), std::string("aA")}) {
    std::string text;
    while (text.size() < std::size_t{4} << 20) text += piece;
    const auto start = std::chrono::steady_clock::now();
    const std::string masked = MaskSecrets(text);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK_MESSAGE(seconds < 20.0, piece);
    CHECK(masked.size() <= text.size() * 3);
  }
}

TEST_CASE("mask: names of secrets") {
  for (const char* name : {"authorization", "Authorization", "Proxy-Authorization", "X-Api-Key", "api_key", "apiKey", "apikey", "APIKey",
                           "password", "newPassword", "user[password]", "access_token", "accessToken", "refreshtoken", "id_token",
                           "client_secret", "clientSecret", "Set-Cookie", "cookie", "JSESSIONID", "PHPSESSID", "session_id", "sessionId",
                           "private_key", "X-Amz-Security-Token", "X-Amz-Signature", "AWSAccessKeyId", "passwd", "pwd", "token", "jwt", "auth",
                           "x-auth-token", "csrf_token", "credentials", "connect.sid", "subscription-key"}) {
    CHECK_MESSAGE(IsSecretName(name), name);
  }
  for (const char* name : {"", "-", "id", "name", "key", "tokenUrl", "token_type", "max_tokens", "page_token", "nextPageToken", "nexttoken",
                           "authorizationUrl", "author", "keyboard", "monkey", "public_key", "passwordResetUrl", "password_format",
                           "secretary", "compass", "pass_rate", "status", "content-type", "Idempotency-Key", "sort_key", "user_id", "code"}) {
    CHECK_MESSAGE(!IsSecretName(name), name);
  }
  CHECK(IsSecretName(std::string(100'000, 'x') + "_token"));
  CHECK_FALSE(IsSecretName(std::string(100'000, '-')));
}

TEST_CASE("mask: fingerprints") {
  CHECK(SecretFingerprint("abc") == SecretFingerprint("abc"));
  CHECK(SecretFingerprint("abc") != SecretFingerprint("abd"));
  CHECK(SecretFingerprint("abc").size() == 23);
  CHECK(SecretFingerprint("abc").rfind("sha256:", 0) == 0);
  // Not the plain digest, which a table of digests would reverse.
  CHECK(SecretFingerprint("abc") != "sha256:ba7816bf8f01cfea");
  CHECK(SecretFingerprint("").size() == 23);
}

}  // namespace
}  // namespace writ
