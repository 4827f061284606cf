// Secrets by their place: what counts as one, and that no occurrence is left.
#include "engine/secrets.h"

#include <doctest/doctest.h>

#include "base/mask.h"

using namespace writ;
using namespace writ::engine;

namespace {

using Secrets = std::vector<std::string_view>;

model::NameValueList List(std::vector<model::NameValue> items) {
  model::NameValueList list;
  list.items = std::move(items);
  return list;
}

}  // namespace

TEST_CASE("values of credentials and cookies and secret parameters are secrets") {
  model::Exchange exchange;
  exchange.request_headers = List({{"authorization", "Bearer token-value", false}, {"x-api-key", "key-value", false}, {"accept", "text/html", false}, {"cookie", "theme=darkness", false}});
  exchange.response_headers = List({{"location", "https://h/cb?code=0123456789abcdef&state=open-state", false}});
  exchange.request_cookies = List({{"theme", "darkness", false}, {"a", "short", false}});
  exchange.query_parameters = List({{"access_token", "decoded value", false}, {"page", "1234567", false}});
  exchange.query = model::Text::Present("access_token=decoded%20value&page=1234567");
  CHECK(SecretsOf(exchange) == Secrets{"0123456789abcdef", "decoded%20value", "decoded value", "token-value", "key-value", "darkness"});
}

TEST_CASE("a key that only the description knows is a secret") {
  model::Exchange exchange;
  exchange.request_headers = List({{"x-shop", "shop-value", false}});
  CHECK(SecretsOf(exchange).empty());
  exchange.token = model::Captured<model::Credential>::Present({model::CredentialKind::kApiKey, {}, "header x-shop"});
  CHECK(SecretsOf(exchange) == Secrets{"shop-value"});
}

TEST_CASE("every occurrence gives way to the fingerprint and the longest goes first") {
  const Secrets secrets = {"abcdefgh", "abcdef"};
  CHECK(WithoutSecrets("abcdefgh abcdef-abcdefgh", secrets) ==
        SecretFingerprint("abcdefgh") + " " + SecretFingerprint("abcdef") + "-" + SecretFingerprint("abcdefgh"));
  CHECK(WithoutSecrets("nothing here", secrets) == "nothing here");
}
