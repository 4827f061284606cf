// Where secrets stand in an exchange.
#include "engine/secrets.h"

#include <algorithm>

namespace writ::engine {

namespace {

// Shorter values are words and numbers that stand everywhere.
constexpr std::size_t kShortest = 4, kShortestCookie = 8;

using model::NameValue;
using model::NameValueList;

void Add(std::vector<std::string_view>& secrets, const NameValue& item, std::size_t shortest) {
  if (!item.redacted && item.value.size() >= shortest) secrets.push_back(item.value);
}

// An authorization code on its way (RFC 6749 section 4.1.2); elsewhere the name means other things.
bool IsAuthorizationCode(std::string_view name, std::string_view value) { return name == "code" && value.size() >= kShortestCookie; }

// Parameters of a URL, as written.
void AddParameters(std::vector<std::string_view>& secrets, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("?&#"), text.size());
    const std::string_view part = text.substr(0, end);
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
    if (IsAuthorizationCode(name, value) || (IsSecretName(name) && value.size() >= kShortest)) secrets.push_back(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void AddHeaders(std::vector<std::string_view>& secrets, const NameValueList& headers) {
  for (const NameValue& header : headers.items) {
    if (header.redacted) continue;
    if (header.name == "location" || header.name == "referer") AddParameters(secrets, header.value);
    if (!IsSecretName(header.name) || header.name == "cookie" || header.name == "set-cookie") continue;   // cookies go one by one
    // After a scheme, such as "Bearer", which is no secret itself.
    const std::size_t space = header.value.find(' ');
    const std::string_view value = space == std::string_view::npos ? header.value : header.value.substr(space + 1);
    if (value.size() >= kShortest) secrets.push_back(value);
  }
}

// "header x-key", "query key": where only the description says that a credential travels.
void AddPresented(std::vector<std::string_view>& secrets, const model::Exchange& exchange) {
  if (!exchange.token.is_present()) return;
  const std::string_view where = exchange.token.value.where;
  const std::size_t space = where.find(' ');
  if (space == std::string_view::npos || where == "header authorization") return;
  const std::string_view place = where.substr(0, space), name = where.substr(space + 1);
  const NameValueList& list = place == "query" ? exchange.query_parameters : place == "cookie" ? exchange.request_cookies : exchange.request_headers;
  for (const NameValue& item : list.items) {
    if (item.name == name) Add(secrets, item, kShortest);
  }
}

}  // namespace

std::vector<std::string_view> SecretsOf(const model::Exchange& exchange) {
  std::vector<std::string_view> secrets;
  AddHeaders(secrets, exchange.request_headers);
  AddHeaders(secrets, exchange.response_headers);
  for (const NameValueList* cookies : {&exchange.request_cookies, &exchange.response_cookies}) {
    for (const NameValue& cookie : cookies->items) Add(secrets, cookie, IsSecretName(cookie.name) ? kShortest : kShortestCookie);
  }
  for (const NameValue& parameter : exchange.query_parameters.items) {
    if (IsSecretName(parameter.name) || IsAuthorizationCode(parameter.name, parameter.value)) Add(secrets, parameter, kShortest);
  }
  if (exchange.query.is_present()) AddParameters(secrets, exchange.query.value);
  AddPresented(secrets, exchange);
  std::sort(secrets.begin(), secrets.end(), [](std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  secrets.erase(std::unique(secrets.begin(), secrets.end()), secrets.end());
  return secrets;
}

std::string Masked(std::string text, const model::Exchange* exchange) {
  if (exchange != nullptr) text = WithoutSecrets(std::move(text), SecretsOf(*exchange));
  return MaskSecrets(text);
}

}  // namespace writ::engine
