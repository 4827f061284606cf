// Stable identities: never a line, an ordinal, a time or an exchange id.
#include "engine/identity.h"

#include "base/digest.h"
#include "base/mask.h"
#include "model/match/matcher.h"
#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"

namespace writ::engine {

using bytecode::RecordId;

namespace {

// A pointer in which items of a list are named by what they say of themselves instead of by position.
std::string StablePointer(const model::Api& api, const model::Place& place) {
  if (!place.valid()) return {};
  const model::Document& document = api.documents[place.document];
  std::vector<std::string> segments;
  for (model::NodeId at = place.node; at != document.root() && at != model::kNoNode; at = document.parent(at)) {
    const model::Node& node = document.node(at);
    const model::NodeId parent = document.parent(at);
    if (parent != model::kNoNode && document.node(parent).kind == model::NodeKind::kArray) {
      const std::string_view name = document.StringOf(document.Find(at, "name"));
      const std::string_view location = document.StringOf(document.Find(at, "in"));
      if (!name.empty()) {
        segments.push_back("[" + std::string(location) + (location.empty() ? "" : " ") + std::string(name) + "]");
      } else {
        segments.push_back(std::to_string(node.index));
      }
      continue;
    }
    std::string escaped;
    for (char c : node.key) escaped += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    segments.push_back(std::move(escaped));
  }
  std::string out;
  for (auto it = segments.rbegin(); it != segments.rend(); ++it) out += "/" + *it;
  return out;
}

void FillOperation(Identity& identity, const model::Operation& op) {
  identity.api = std::string(op.api->name);
  identity.parts["api"] = identity.api;
  identity.parts["method"] = std::string(op.method);
  identity.parts["path"] = std::string(op.path);
  identity.text = std::string(op.method) + " " + std::string(op.path);
}

void FillNode(Identity& identity, const model::Api& api, const model::Place& place, std::string name) {
  identity.api = std::string(api.name);
  identity.parts["api"] = identity.api;
  identity.parts["pointer"] = StablePointer(api, place);
  if (place.document != 0) identity.parts["document"] = std::to_string(place.document);
  identity.text = name.empty() ? identity.parts["pointer"] : name;
  if (!name.empty()) identity.parts["name"] = std::move(name);
}

void FillExchange(Identity& identity, const model::Exchange& exchange) {
  if (exchange.operation.is_present()) return FillOperation(identity, *exchange.operation.value);
  const std::string host = exchange.host.is_present() ? std::string(exchange.host.value) : "";
  const std::string path = model::FoldPath(exchange.path);
  identity.parts["method"] = std::string(exchange.method);
  identity.parts["host"] = host;
  identity.parts["path"] = path;
  identity.text = std::string(exchange.method) + " " + host + path;
}

// What a part is named through: the innermost variable before it that has an identity of its own.
void FillOuter(Identity& identity, std::span<const vm::Value> outer) {
  for (std::size_t i = outer.size(); i-- > 0;) {
    switch (outer[i].record_id()) {
      case RecordId::kOperation: return FillOperation(identity, outer[i].as<model::Operation>());
      case RecordId::kExchange: return FillExchange(identity, outer[i].as<model::Exchange>());
      case RecordId::kSecurityScheme: {
        const auto& scheme = outer[i].as<model::SecurityScheme>();
        return FillNode(identity, *scheme.api, scheme.place, std::string(scheme.name));
      }
      default: break;
    }
  }
}

std::string KeyOf(const Identity& identity) {
  std::string key = identity.kind;
  for (const auto& [name, value] : identity.parts) {
    key += '\x1f';
    key += name;
    key += '\x1e';
    key += name == "path" ? NormalisedTemplate(value) : value;
  }
  return key;
}

}  // namespace

std::string NormalisedTemplate(std::string_view path) {
  std::string out;
  bool inside = false;
  for (char c : path) {
    if (c == '}') inside = false;
    if (!inside) out += c;
    if (c == '{') inside = true;
  }
  return out;
}

Identity IdentityOf(const bytecode::Rule& rule, std::span<const vm::Value> subject) {
  Identity identity;
  // The joined operation is a companion of the exchange, not a subject of its own.
  const vm::Value& value = rule.joined && rule.nested.empty() ? subject[0] : subject.back();
  switch (value.record_id()) {
    case RecordId::kApi:
      identity.kind = "api";
      identity.api = std::string(value.as<model::Api>().name);
      identity.parts["api"] = identity.api;
      identity.text = identity.api;
      break;
    case RecordId::kOperation: {
      const auto& op = value.as<model::Operation>();
      identity.kind = "operation";
      FillOperation(identity, op);
      if (op.origin != model::OperationOrigin::kPath) identity.parts["pointer"] = StablePointer(*op.api, op.place);
      break;
    }
    case RecordId::kParameter: {
      const auto& parameter = value.as<model::Parameter>();
      identity.kind = "parameter";
      FillNode(identity, *parameter.api, parameter.place, std::string(parameter.name));
      identity.text = "parameter " + std::string(parameter.name);
      if (parameter.operation != nullptr) identity.text += " of " + std::string(parameter.operation->method) + " " + std::string(parameter.operation->path);
      break;
    }
    case RecordId::kRequestBody: {
      const auto& body = value.as<model::RequestBody>();
      identity.kind = "request_body";
      FillNode(identity, *body.operation->api, body.place, "");
      identity.text = "request body of " + std::string(body.operation->method) + " " + std::string(body.operation->path);
      break;
    }
    case RecordId::kResponse: {
      const auto& response = value.as<model::Response>();
      identity.kind = "response";
      FillNode(identity, *response.operation->api, response.place, "");
      identity.text = "response " + std::string(response.status) + " of " + std::string(response.operation->method) + " " + std::string(response.operation->path);
      break;
    }
    case RecordId::kHeader: {
      const auto& header = value.as<model::Header>();
      identity.kind = "header";
      FillNode(identity, *header.operation->api, header.place, std::string(header.name));
      identity.text = "header " + std::string(header.name) + " of " + std::string(header.operation->method) + " " + std::string(header.operation->path);
      break;
    }
    case RecordId::kSchema: {
      const auto& schema = value.as<model::Schema>();
      identity.kind = "schema";
      FillNode(identity, *schema.api, schema.place, schema.name ? std::string(*schema.name) : "");
      break;
    }
    case RecordId::kProperty: {
      const auto& property = value.as<model::SchemaProperty>();
      identity.kind = "property";
      FillNode(identity, *property.api, property.place, std::string(property.name));
      identity.text = "property " + std::string(property.name) + " (" + identity.parts["pointer"] + ")";
      break;
    }
    case RecordId::kSecurityScheme: {
      const auto& scheme = value.as<model::SecurityScheme>();
      identity.kind = "security_scheme";
      FillNode(identity, *scheme.api, scheme.place, std::string(scheme.name));
      break;
    }
    case RecordId::kServer: {
      const auto& server = value.as<model::Server>();
      identity.kind = "server";
      identity.api = std::string(server.api->name);
      identity.parts["api"] = identity.api;
      identity.parts["url"] = std::string(server.url);
      identity.text = std::string(server.url);
      break;
    }
    case RecordId::kExchange:
    case RecordId::kExchangeRequest:
    case RecordId::kExchangeResponse:
    case RecordId::kCredential: {
      identity.kind = "exchange";
      FillExchange(identity, value.as<model::Exchange>());
      break;
    }
    case RecordId::kSecurityRequirement:
    case RecordId::kSchemeUse:
    case RecordId::kFlow:
    case RecordId::kNameValue:
      // Parts of an outer subject: named through it, with their own place where they have one.
      identity.kind = std::string(bytecode::InfoOf(value.record_id()).name);
      FillOuter(identity, subject.first(subject.size() - 1));
      if (value.record_id() == RecordId::kNameValue) {
        identity.parts["name"] = std::string(value.as<model::NameValue>().name);
        identity.text += " " + identity.parts["name"];
      }
      if (value.record_id() == RecordId::kFlow) {
        identity.parts["flow"] = std::string(value.as<model::SecurityScheme::Flow>().kind);
        identity.text += " " + identity.parts["flow"];
      }
      break;
  }
  identity.key = KeyOf(identity);
  return identity;
}

std::string_view ApiNameOf(const vm::Value& root) {
  const model::Api* api = nullptr;
  switch (root.record_id()) {
    case RecordId::kApi: api = &root.as<model::Api>(); break;
    case RecordId::kOperation: api = root.as<model::Operation>().api; break;
    case RecordId::kParameter: api = root.as<model::Parameter>().api; break;
    case RecordId::kRequestBody: api = root.as<model::RequestBody>().operation->api; break;
    case RecordId::kResponse: api = root.as<model::Response>().operation->api; break;
    case RecordId::kHeader: api = root.as<model::Header>().operation->api; break;
    case RecordId::kSchema: api = root.as<model::Schema>().api; break;
    case RecordId::kProperty: api = root.as<model::SchemaProperty>().api; break;
    case RecordId::kSecurityScheme: api = root.as<model::SecurityScheme>().api; break;
    case RecordId::kServer: api = root.as<model::Server>().api; break;
    case RecordId::kExchange:
    case RecordId::kExchangeRequest:
    case RecordId::kExchangeResponse:
    case RecordId::kCredential: {
      const auto& exchange = root.as<model::Exchange>();
      if (exchange.operation.is_present()) api = exchange.operation.value->api;
      break;
    }
    case RecordId::kSecurityRequirement:
    case RecordId::kSchemeUse:
    case RecordId::kFlow:
    case RecordId::kNameValue: break;
  }
  return api == nullptr ? std::string_view{} : api->name;
}

Identity IdentityOfGroup(const bytecode::Rule& rule, const std::vector<std::string>& key_texts) {
  Identity identity;
  identity.kind = "group";
  for (std::size_t i = 0; i < key_texts.size(); ++i) {
    const std::string& name = rule.group->keys[i].name;
    identity.parts[name] = key_texts[i];
    identity.text += (i > 0 ? ", " : "") + name + " " + MaskSecrets(key_texts[i]);
  }
  identity.key = KeyOf(identity);
  return identity;
}

std::string Fingerprint(std::string_view rule_id, const Identity& identity, std::string_view reason, const std::vector<std::string>& per) {
  std::string text = "writ-finding-1\n";
  text += rule_id;
  text += '\n';
  text += identity.key;
  text += '\n';
  text += reason;
  for (const std::string& value : per) {
    text += '\n';
    text += value;
  }
  return Hex(Sha256Of(text));
}

}  // namespace writ::engine
