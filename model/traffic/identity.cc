// The order of the sources is the contract: the Authorization header, then what the description declares.
#include "model/traffic/identity.h"

#include <algorithm>
#include <string>

#include "base/mask.h"
#include "model/spec/api_spec.h"
#include "model/traffic/encoding.h"
#include "model/traffic/header_text.h"
#include "model/traffic/jwt.h"

namespace writ::model {
namespace {

struct Presented {
  CredentialKind kind = CredentialKind::kOther;
  std::string_view secret;  // without the scheme
  bool redacted = false;
  std::string_view where;
};

std::string_view Join(std::string_view a, std::string_view b, Arena& arena) {
  char* out = static_cast<char*>(arena.Allocate(a.size() + b.size()));
  std::copy(a.begin(), a.end(), out);
  std::copy(b.begin(), b.end(), out + a.size());
  return {out, a.size() + b.size()};
}

Text Fingerprint(std::string_view secret, bool redacted, Arena& arena) {
  if (redacted) return Text::Unknown(kRedacted);
  return Text::Present(arena.Copy(SecretFingerprint(secret)));
}

const NameValue* Find(const NameValueList& list, std::string_view name, bool ignore_case) {
  for (const NameValue& item : list.items) {
    if (ignore_case ? EqualsIgnoringCase(item.name, name) : item.name == name) return &item;
  }
  return nullptr;
}

// credentials = auth-scheme [ 1*SP token68 / auth-params ]
bool ReadAuthorization(const NameValue& header, Presented& out) {
  const std::string_view value = Trim(header.value);
  if (value.empty() && !header.redacted) return false;
  out.where = "header authorization";
  out.redacted = header.redacted;
  const std::size_t space = value.find(' ');
  const std::string_view scheme = value.substr(0, space);
  out.secret = space == std::string_view::npos ? value : Trim(value.substr(space + 1));
  if (EqualsIgnoringCase(scheme, "bearer"))
    out.kind = CredentialKind::kBearer;
  else if (EqualsIgnoringCase(scheme, "basic"))
    out.kind = CredentialKind::kBasic;
  else if (EqualsIgnoringCase(scheme, "apikey") || EqualsIgnoringCase(scheme, "api-key"))
    out.kind = CredentialKind::kApiKey;
  // "Bearer" alone presents nothing.
  return space != std::string_view::npos || out.redacted || out.kind == CredentialKind::kOther;
}

// The API key that a description declares. Sets `unknown` to why one could not be looked for.
bool ReadDeclaredKey(const SecurityScheme& scheme, const Exchange& x, Presented& out, std::uint32_t& unknown,
                     Arena& arena) {
  if (scheme.type != SchemeType::kApiKey || !scheme.parameter_name.has_value() ||
      !scheme.location.has_value())
    return false;
  const NameValueList* list = nullptr;
  std::string_view place;
  if (*scheme.location == ParameterLocation::kHeader) {
    list = &x.request_headers;
    place = "header ";
  } else if (*scheme.location == ParameterLocation::kQuery) {
    list = &x.query_parameters;
    place = "query ";
  } else if (*scheme.location == ParameterLocation::kCookie) {
    list = &x.request_cookies;
    place = "cookie ";
  } else {
    return false;
  }
  const bool is_header = *scheme.location == ParameterLocation::kHeader;
  const NameValue* item = Find(*list, *scheme.parameter_name, is_header);
  if (item == nullptr) {
    unknown |= list->unknown_causes | list->incomplete_causes;
    return false;
  }
  if (item->value.empty() && !item->redacted) return false;
  out.kind =
      *scheme.location == ParameterLocation::kCookie ? CredentialKind::kCookie : CredentialKind::kApiKey;
  out.secret = item->value;
  out.redacted = item->redacted;
  out.where = Join(place, item->name, arena);
  return true;
}

// Names that frameworks give to the cookie of a session.
bool IsSessionName(std::string_view name, Arena& arena) {
  name = LowerCase(name, arena);
  for (const std::string_view prefix : {"__host-", "__secure-"}) {
    if (name.substr(0, prefix.size()) == prefix) name.remove_prefix(prefix.size());
  }
  if (name.find("csrf") != std::string_view::npos || name.find("xsrf") != std::string_view::npos)
    return false;
  if (name.find("sess") != std::string_view::npos) return true;
  if (name.size() < 3 || name.substr(name.size() - 3) != "sid") return false;
  return name.size() == 3 || std::string_view("._-").find(name[name.size() - 4]) != std::string_view::npos;
}

}  // namespace

void ExtractIdentity(Exchange& x, Arena& arena) {
  x.token = {};
  x.session = x.subject = x.tenant = {};

  // The session.
  for (const NameValue& cookie : x.request_cookies.items) {
    if ((cookie.value.empty() && !cookie.redacted) || !IsSessionName(cookie.name, arena)) continue;
    x.session = Fingerprint(cookie.value, cookie.redacted, arena);
    break;
  }
  const std::uint32_t cookie_causes = x.request_cookies.unknown_causes | x.request_cookies.incomplete_causes;
  if (x.session.presence == Presence::kAbsent && cookie_causes != 0) x.session = Text::Unknown(cookie_causes);

  // The credential.
  Presented presented;
  std::uint32_t unknown = x.request_headers.unknown_causes;
  bool found = false;
  if (const NameValue* header = Find(x.request_headers, "authorization", false)) {
    found = ReadAuthorization(*header, presented);
  } else {
    unknown |= x.request_headers.incomplete_causes;
  }
  if (!found && x.operation.is_present() && x.operation.value != nullptr &&
      x.operation.value->api != nullptr) {
    for (const SecurityScheme& scheme : x.operation.value->api->security_schemes) {
      if ((found = ReadDeclaredKey(scheme, x, presented, unknown, arena))) break;
    }
  }
  if (!found) {
    if (unknown != 0) {
      x.token = Captured<Credential>::Unknown(unknown);
      x.subject = Text::Unknown(unknown);
    }
    return;
  }
  x.token = Captured<Credential>::Present(
      {presented.kind, Fingerprint(presented.secret, presented.redacted, arena), presented.where});

  // The principal.
  if (presented.redacted) {
    x.subject = Text::Unknown(kRedacted);
  } else if (presented.kind == CredentialKind::kBearer) {
    if (const auto subject = JwtSubject(presented.secret, arena)) x.subject = Text::Present(*subject);
  } else if (presented.kind == CredentialKind::kBasic) {
    const auto pair = Base64Decode(presented.secret, arena);
    const std::size_t colon = pair.has_value() ? pair->find(':') : std::string_view::npos;
    if (colon != std::string_view::npos && colon != 0) x.subject = Text::Present(pair->substr(0, colon));
  }
}

}  // namespace writ::model
