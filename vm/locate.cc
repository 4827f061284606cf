// Where records and their fields stand in descriptions. Covered by tests/vm/locate_test.cc.
#include <algorithm>
#include <string>

#include "model/spec/api_spec.h"
#include "vm/access.h"
#include "vm/records.h"

namespace writ::vm {
namespace {

using bytecode::FieldId;
using bytecode::RecordId;
using model::Document;
using model::kNoNode;
using model::NodeId;

// How a field is found below the node of its record: keys separated by '/', alternatives by '|' (the first that exists counts; with
// none, the nearest ancestor that the first one reaches), "." for the record itself, ".." for the node that holds it.
// Fields without a row are the key of the same name in camel case: min_length is `minLength`.
struct FieldPath {
  FieldId field;
  std::string_view paths;
};
constexpr FieldPath kFieldPaths[] = {
    {FieldId::kApi_name, "."},
    {FieldId::kApi_title, "info/title"},
    {FieldId::kApi_version, "info/version"},
    {FieldId::kApi_openapi, "openapi|swagger"},
    {FieldId::kApi_exposure, "x-exposure|x-audience|info/x-exposure|info/x-audience"},
    {FieldId::kApi_sensitivity, "x-sensitivity|info/x-sensitivity"},
    {FieldId::kApi_impact, "x-impact|info/x-impact"},
    {FieldId::kApi_owner, "x-owner|info/x-owner"},
    {FieldId::kApi_lifecycle, "x-lifecycle|info/x-lifecycle"},
    {FieldId::kApi_operations, "paths"},
    {FieldId::kApi_schemas, "components/schemas|definitions"},
    {FieldId::kApi_servers, "servers|host|basePath|schemes"},
    {FieldId::kApi_security_schemes, "components/securitySchemes|securityDefinitions"},
    {FieldId::kOperation_id, "operationId"},
    {FieldId::kOperation_method, "."},
    {FieldId::kOperation_path, ".."},
    {FieldId::kOperation_origin, "."},
    {FieldId::kParameter_location, "in"},
    {FieldId::kParameter_schema, "schema|content|type"},
    {FieldId::kRequestBody_media_types, "content|schema"},
    {FieldId::kResponse_status, "."},
    {FieldId::kResponse_media_types, "content|schema"},
    {FieldId::kHeader_name, "."},
    {FieldId::kHeader_schema, "schema|content|type"},
    {FieldId::kSchema_name, "."},
    {FieldId::kSchema_types, "type"},
    {FieldId::kSchema_nullable, "nullable|type"},
    {FieldId::kSchema_example, "example|examples"},
    {FieldId::kSchema_uses, "."},
    {FieldId::kSchema_in_request, "."},
    {FieldId::kSchema_in_response, "."},
    {FieldId::kProperty_name, "."},
    {FieldId::kProperty_schema, "."},
    {FieldId::kProperty_required, "."},
    {FieldId::kSecurityRequirement_schemes, "."},
    {FieldId::kSchemeUse_name, "."},
    {FieldId::kSchemeUse_scopes, "."},
    {FieldId::kSecurityScheme_name, "."},
    {FieldId::kSecurityScheme_location, "in"},
    {FieldId::kSecurityScheme_parameter_name, "name"},
    {FieldId::kSecurityScheme_flows, "flows|flow"},
    {FieldId::kFlow_kind, "."},
    {FieldId::kServer_scheme, "url"},
    {FieldId::kServer_host, "url"},
    {FieldId::kServer_base_path, "url"},
};

std::string CamelCase(std::string_view name) {
  std::string out;
  bool upper = false;
  for (const char c : name) {
    if (c == '_') {
      upper = true;
      continue;
    }
    out += upper ? static_cast<char>(c - 'a' + 'A') : c;
    upper = false;
  }
  return out;
}

// The node at `path` below `node`, or the last one that exists on the way.
NodeId Follow(const Document& document, NodeId node, std::string_view path, bool& is_ancestor) {
  is_ancestor = false;
  if (path == ".") return node;
  if (path == "..") return node == document.root() ? node : document.parent(node);
  while (!path.empty()) {
    const std::string_view key = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), key.size() + 1));
    const NodeId next = document.Find(node, key);
    if (next == kNoNode) {
      is_ancestor = true;
      return node;
    }
    node = next;
  }
  return node;
}

Location At(const model::Api& api, const model::Place& place, bool is_ancestor) {
  return {api.KeySpanOf(place), api.PointerOf(place), is_ancestor};
}

std::optional<Location> LocateRecord(const Value& record) {
  const std::optional<RecordPlace> at = PlaceOf(record);
  if (!at || at->api == nullptr || !at->place.valid()) return std::nullopt;
  return At(*at->api, at->place, false);
}

// Fields that lead to another record of the model, or are inherited: the place is that of what they lead to.
std::optional<Location> LocateTarget(FieldId field, const Value& record, const RecordPlace& at) {
  switch (field) {
    case FieldId::kOperation_api:
    case FieldId::kSchema_api:
    case FieldId::kServer_api:
    case FieldId::kSecurityScheme_api: return LocateRecord(Value::Record(RecordId::kApi, at.api));
    case FieldId::kParameter_operation:
    case FieldId::kRequestBody_operation:
    case FieldId::kResponse_operation:
    case FieldId::kHeader_operation:
      return at.operation == nullptr ? std::nullopt : LocateRecord(Value::Record(RecordId::kOperation, at.operation));
    case FieldId::kSchemeUse_scheme: {
      const model::SecurityScheme* scheme = record.as<model::SchemeUse>().scheme;
      return scheme == nullptr ? std::nullopt : LocateRecord(Value::Record(RecordId::kSecurityScheme, scheme));
    }
    case FieldId::kOperation_security: {
      const model::Place& declared = record.as<model::Operation>().security_place;
      return declared.valid() ? At(*at.api, declared, false) : At(*at.api, at.place, true);
    }
    case FieldId::kOperation_request_body: {
      const auto& body = record.as<model::Operation>().request_body;
      return body && body->place.valid() ? At(*at.api, body->place, false) : At(*at.api, at.place, true);
    }
    case FieldId::kOperation_servers: {
      const auto& servers = record.as<model::Operation>().servers;
      return servers.empty() ? At(*at.api, at.place, true) : LocateRecord(Value::Record(RecordId::kServer, servers[0]));
    }
    default: return std::nullopt;   // a field of its own node
  }
}

}  // namespace

std::optional<Location> Locate(const Value& record, std::optional<FieldId> field) {
  if (record.kind != ValueKind::kRecord) return std::nullopt;
  const std::optional<RecordPlace> at = PlaceOf(record);
  if (!at || at->api == nullptr || !at->place.valid()) return std::nullopt;
  if (!field) return LocateRecord(record);
  if (auto target = LocateTarget(*field, record, *at)) return target;

  const auto row = std::find_if(std::begin(kFieldPaths), std::end(kFieldPaths), [&](const FieldPath& path) { return path.field == *field; });
  const std::string own = row == std::end(kFieldPaths) ? CamelCase(bytecode::InfoOf(*field).name) : std::string(row->paths);
  const Document& document = at->api->documents[at->place.document];
  NodeId node = at->place.node;
  bool is_ancestor = true;
  std::string_view rest = own;
  for (bool first = true; is_ancestor && !rest.empty(); first = false) {
    const std::string_view path = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(rest.size(), path.size() + 1));
    bool missing = false;
    const NodeId found = Follow(document, at->place.node, path, missing);
    if (first || !missing) node = found;
    is_ancestor = missing;
  }
  return At(*at->api, {at->place.document, node}, is_ancestor);
}

}  // namespace writ::vm
