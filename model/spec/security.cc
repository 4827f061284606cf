// What counts as a credential, and where it is asked for.
#include "model/spec/security.h"

#include <string>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"

namespace writ::model {
namespace {

NodeId DeclaredSchemes(Reading& reading) {
  const NodeId root = reading.document.root();
  return IsOpenApi2(reading.version) ? reading.Object(root, "securityDefinitions")
                                     : reading.Object(reading.Object(root, "components"), "securitySchemes");
}

// The words of 3.x and of 2.0 for an OAuth 2.0 flow; empty for others.
std::string_view FlowKind(std::string_view word) {
  if (word == "implicit" || word == "password") return word;
  if (word == "clientCredentials" || word == "application") return "client_credentials";
  if (word == "authorizationCode" || word == "accessCode") return "authorization_code";
  if (word == "deviceAuthorization") return "device_authorization";
  return {};
}

SecurityScheme::Flow ReadFlow(Reading& reading, NodeId at, std::string_view kind) {
  SecurityScheme::Flow flow;
  flow.kind = kind;
  flow.place = Reading::PlaceOf(at);
  flow.authorization_url = reading.Text(at, "authorizationUrl");
  flow.token_url = reading.Text(at, "tokenUrl");
  flow.refresh_url = reading.Text(at, "refreshUrl");
  if (const NodeId scopes = reading.Object(at, "scopes"); scopes != kNoNode) {
    for (const NodeId scope : reading.document.children(scopes))
      flow.scopes.push_back(reading.node(scope).key);
  }
  return flow;
}

// False when the scheme's type is missing or unknown.
bool ReadScheme(Reading& reading, NodeId at, SecurityScheme& scheme) {
  const std::optional<std::string_view> type = reading.Text(at, "type");
  if (!type) {
    reading.reporter.Report(DiagnosticCode::kMissingMember, at, "a security scheme has no `type`");
    return false;
  }
  if (*type == "http" || (*type == "basic" && IsOpenApi2(reading.version))) {
    scheme.type = SchemeType::kHttp;
    scheme.scheme = *type == "basic" ? std::optional<std::string_view>("basic") : reading.Text(at, "scheme");
    if (scheme.scheme) scheme.scheme = reading.LowerCase(*scheme.scheme);
    scheme.bearer_format = reading.Text(at, "bearerFormat");
  } else if (*type == "apiKey") {
    scheme.type = SchemeType::kApiKey;
    scheme.parameter_name = reading.Text(at, "name");
    const std::optional<std::string_view> in = reading.Text(at, "in");
    if (in == "query") {
      scheme.location = ParameterLocation::kQuery;
    } else if (in == "header") {
      scheme.location = ParameterLocation::kHeader;
    } else if (in == "cookie") {
      scheme.location = ParameterLocation::kCookie;
    } else if (in) {
      reading.reporter.Report(DiagnosticCode::kUnknownValue, reading.document.Find(at, "in"),
                              "an API key cannot be in `" + std::string(*in) + "`",
                              "use query, header or cookie");
    }
  } else if (*type == "oauth2") {
    scheme.type = SchemeType::kOauth2;
    if (const std::optional<std::string_view> flow = reading.Text(at, "flow");
        flow && IsOpenApi2(reading.version)) {
      if (const std::string_view kind = FlowKind(*flow); !kind.empty())
        scheme.flows.push_back(ReadFlow(reading, at, kind));
    }
    if (const NodeId flows = reading.Object(at, "flows"); flows != kNoNode) {
      for (const NodeId member : reading.document.children(flows)) {
        const std::string_view word = reading.node(member).key;
        if (word.substr(0, 2) == "x-") continue;
        const std::string_view kind = FlowKind(word);
        if (kind.empty()) {
          reading.reporter.Report(DiagnosticCode::kUnknownValue, member,
                                  "OAuth flow `" + std::string(word) + "` is unknown");
        } else if (reading.Expect(member, NodeKind::kObject, "an OAuth flow")) {
          scheme.flows.push_back(ReadFlow(reading, member, kind));
        }
      }
    }
  } else if (*type == "openIdConnect") {
    scheme.type = SchemeType::kOpenIdConnect;
    scheme.open_id_connect_url = reading.Text(at, "openIdConnectUrl");
  } else if (*type == "mutualTLS") {
    scheme.type = SchemeType::kMutualTls;
  } else {
    reading.reporter.Report(DiagnosticCode::kUnknownValue, reading.document.Find(at, "type"),
                            "type `" + std::string(*type) + "` of a security scheme is unknown",
                            "the types are apiKey, http, oauth2, openIdConnect and mutualTLS");
    return false;
  }
  return true;
}

}  // namespace

void ReadSecuritySchemes(Reading& reading) {
  const NodeId declared = DeclaredSchemes(reading);
  if (declared == kNoNode) return;
  for (const NodeId member : reading.document.children(declared)) {
    if (reading.node(member).key.substr(0, 2) == "x-" && !reading.IsObject(member)) continue;
    const NodeId at = reading.Resolve(member);
    if (!reading.Expect(at, NodeKind::kObject, "a security scheme")) continue;
    SecurityScheme scheme;
    scheme.api = &reading.api;
    scheme.name = reading.node(member).key;
    scheme.place = Reading::PlaceOf(at);
    if (!ReadScheme(reading, at, scheme)) continue;
    reading.api.security_schemes.push_back(std::move(scheme));
    reading.security_schemes.emplace(reading.node(member).key, &reading.api.security_schemes.back());
  }
}

std::vector<SecurityRequirement> ReadSecurityRequirements(Reading& reading, NodeId list) {
  const Document& document = reading.document;
  const NodeId declared = DeclaredSchemes(reading);
  std::vector<SecurityRequirement> out;
  for (const NodeId item : document.children(list)) {
    if (!reading.Expect(item, NodeKind::kObject, "a security requirement")) continue;
    SecurityRequirement requirement;
    requirement.place = Reading::PlaceOf(item);
    for (const NodeId member : document.children(item)) {
      SchemeUse use;
      use.name = reading.node(member).key;
      use.place = Reading::PlaceOf(member);
      if (reading.node(member).kind != NodeKind::kNull &&
          reading.Expect(member, NodeKind::kArray, "the scopes of a requirement")) {
        for (const NodeId scope : document.children(member)) {
          if (const auto text = reading.ScalarText(scope)) use.scopes.push_back(*text);
        }
      }
      const auto known = reading.security_schemes.find(use.name);
      if (known != reading.security_schemes.end()) use.scheme = known->second;
      if (use.scheme == nullptr && document.Find(declared, use.name) == kNoNode) {
        std::vector<std::string> names;
        if (reading.reporter.WouldShow(DiagnosticCode::kUndeclaredScheme, member)) {
          for (const SecurityScheme& scheme : reading.api.security_schemes) names.emplace_back(scheme.name);
        }
        reading.reporter.Report(DiagnosticCode::kUndeclaredScheme, member,
                                "security scheme `" + std::string(use.name) + "` is not declared",
                                use.name.size() > 100 ? std::string{} : DidYouMean(use.name, names));
      }
      requirement.schemes.push_back(std::move(use));
    }
    out.push_back(std::move(requirement));
  }
  return out;
}

}  // namespace writ::model
