// Where secrets stand in an exchange.
#include "engine/secrets.h"

#include <algorithm>
#include <vector>

#include "base/mask.h"

namespace writ::engine {

namespace {

// Shorter values are words and numbers that stand everywhere.
constexpr std::size_t kShortest = 4, kShortestCookie = 8;

void Add(std::vector<std::string_view>& secrets, std::string_view value, std::size_t shortest) {
  if (value.size() >= shortest) secrets.push_back(value);
}

void AddHeaders(std::vector<std::string_view>& secrets, const model::NameValueList& headers) {
  for (const model::NameValue& header : headers.items) {
    if (header.redacted) continue;
    if (IsSecretName(header.name) || header.name == "cookie" || header.name == "set-cookie") {
      // After a scheme, such as "Bearer", which is no secret itself.
      const std::size_t space = header.value.find(' ');
      const bool has_scheme = header.name == "authorization" && space != std::string_view::npos;
      Add(secrets, has_scheme ? header.value.substr(space + 1) : header.value, kShortest);
    }
    if (header.name == "location" || header.name == "referer") {
      // An authorization code on its way (RFC 6749 section 4.1.2).
      const std::size_t code = header.value.find("code=");
      if (code != std::string_view::npos) {
        const std::string_view rest = header.value.substr(code + 5);
        Add(secrets, rest.substr(0, rest.find_first_of("&#")), kShortestCookie);
      }
    }
  }
}

}  // namespace

std::vector<std::string_view> SecretsOf(const model::Exchange& exchange) {
  std::vector<std::string_view> secrets;
  AddHeaders(secrets, exchange.request_headers);
  AddHeaders(secrets, exchange.response_headers);
  for (const model::NameValueList* cookies : {&exchange.request_cookies, &exchange.response_cookies}) {
    for (const model::NameValue& cookie : cookies->items) Add(secrets, cookie.value, IsSecretName(cookie.name) ? kShortest : kShortestCookie);
  }
  for (const model::NameValue& parameter : exchange.query_parameters.items) {
    if (IsSecretName(parameter.name)) Add(secrets, parameter.value, kShortest);
  }
  std::sort(secrets.begin(), secrets.end(), [](std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  secrets.erase(std::unique(secrets.begin(), secrets.end()), secrets.end());
  return secrets;
}

std::string Masked(std::string text, const model::Exchange* exchange) {
  if (exchange != nullptr) text = WithoutSecrets(std::move(text), SecretsOf(*exchange));
  return MaskSecrets(text);
}

}  // namespace writ::engine
