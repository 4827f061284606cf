// One model for every OpenAPI version: what policies talk about when they say api, operation, schema, server.
// The description's tree stays in its Document; these records name its nodes, so every finding has a place.
// Field meanings are those of docs/reference/fields.md. Built by model/spec/read_api.h.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "model/document.h"

namespace writ::model {

struct Api;
struct Operation;
struct Schema;

// A node of one of the API's documents. `document` indexes Api::documents.
struct Place {
  std::uint32_t document = 0;
  NodeId node = kNoNode;
  bool valid() const { return node != kNoNode; }
  friend bool operator==(const Place&, const Place&) = default;
};

enum class Exposure : std::uint8_t { kPublic, kPartner, kInternal, kUnspecified };
enum class ParameterLocation : std::uint8_t { kPath, kQuery, kHeader, kCookie, kBody, kForm };
enum class SchemeType : std::uint8_t { kHttp, kApiKey, kOauth2, kOpenIdConnect, kMutualTls };
enum class AdditionalProperties : std::uint8_t { kUnspecified, kAllowed, kForbidden, kSchema };
enum class OperationOrigin : std::uint8_t { kPath, kWebhook, kCallback };

// All strings in these records are views into a Document, or into Api::strings for those that are put together.

struct SecurityScheme {
  const Api* api = nullptr;
  std::string_view name;                    // key in components.securitySchemes / securityDefinitions
  SchemeType type = SchemeType::kHttp;
  std::optional<std::string_view> scheme;   // http: lower case ("bearer", "basic")
  std::optional<ParameterLocation> location;  // api_key: query, header or cookie
  std::optional<std::string_view> parameter_name;  // api_key
  std::optional<std::string_view> bearer_format;
  std::optional<std::string_view> open_id_connect_url;
  struct Flow {
    std::string_view kind;                  // implicit, password, client_credentials, authorization_code, device_authorization
    std::optional<std::string_view> authorization_url, token_url, refresh_url;
    std::vector<std::string_view> scopes;
    Place place;
  };
  std::vector<Flow> flows;
  Place place;
};

struct SchemeUse {
  std::string_view name;
  std::vector<std::string_view> scopes;
  const SecurityScheme* scheme = nullptr;   // null when the name is not declared
  Place place;
};
// One alternative of a security requirement. No schemes: anonymous access is allowed.
struct SecurityRequirement {
  std::vector<SchemeUse> schemes;
  Place place;
};

struct Server {
  const Api* api = nullptr;
  std::string_view url;                     // the template as written (2.0: scheme://host/basePath)
  std::optional<std::string_view> scheme;   // lower case; absent for a relative URL
  std::optional<std::string_view> host;     // with port, lower case, variables replaced by their defaults
  std::string_view base_path;               // without trailing slash; "" for "/"
  std::optional<std::string_view> description;
  struct Variable {
    std::string_view name;
    std::optional<std::string_view> default_value;
    std::vector<std::string_view> allowed;
  };
  std::vector<Variable> variables;
  Place place;
};

struct SchemaProperty {
  const Api* api = nullptr;
  std::string_view name;
  const Schema* schema = nullptr;           // after $ref; null when it cannot be resolved
  bool required = false;
  Place place;
};

// Where a schema is used: the operation and the direction, for reports and reachability.
struct SchemaUse {
  const Operation* operation = nullptr;
  bool in_request = false;
  bool in_response = false;
};

// JSON type names as bits of Schema::types.
enum SchemaType : std::uint8_t {
  kTypeNull = 1, kTypeBoolean = 2, kTypeInteger = 4, kTypeNumber = 8, kTypeString = 16, kTypeArray = 32, kTypeObject = 64,
};

// A schema object at its definition. `$ref` and boolean schemas are not Schemas; edges lead to the definition.
struct Schema {
  const Api* api = nullptr;
  Place place;
  std::uint8_t types = 0;                   // SchemaType bits as declared (3.0 `nullable` adds kTypeNull); 0: not declared
  std::optional<std::string_view> name;     // key in components.schemas / definitions when it is a component
  std::optional<std::string_view> format, pattern, description, title;
  std::optional<std::int64_t> min_length, max_length, min_items, max_items, min_properties, max_properties;
  std::optional<Decimal> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of;
  bool unique_items = false, read_only = false, write_only = false, nullable = false, deprecated = false;
  NodeId enum_node = kNoNode, const_node = kNoNode, example_node = kNoNode, default_node = kNoNode;  // in place.document
  std::vector<SchemaProperty> properties;
  std::vector<std::string_view> required;
  AdditionalProperties additional_properties = AdditionalProperties::kUnspecified;
  const Schema* additional_properties_schema = nullptr;
  const Schema* items = nullptr;
  const Schema* not_schema = nullptr;
  std::vector<const Schema*> all_of, any_of, one_of;
  // Subschemas under keywords without a field here: prefixItems, contains, patternProperties, propertyNames, if, then, else,
  // dependentSchemas, unevaluatedItems, unevaluatedProperties, contentSchema, and the targets of discriminator.mapping.
  std::vector<const Schema*> other_schemas;
  // In the order of Api::operations, webhook_operations, callback_operations; each operation once. Shared by all schemas that are
  // used by the same operations; owned by Api::strings. Exact unless Api::uses_truncated.
  std::span<const SchemaUse> uses;
  bool reachable = false;                   // from an operation: only these are subjects
  bool in_request = false, in_response = false;  // of some operation
};

struct Example {
  std::string_view name;
  Place place;                              // of the value
};

struct Parameter {
  const Api* api = nullptr;
  const Operation* operation = nullptr;     // the operation it was reached through
  std::string_view name;
  ParameterLocation location = ParameterLocation::kQuery;
  bool required = false, deprecated = false, explode = false;
  std::string_view style;                   // "simple", "form", …: the version's default when not declared
  const Schema* schema = nullptr;           // also of the first media type of `content`
  std::optional<std::string_view> description;
  Place place;                              // the definition (after $ref)
};

struct MediaType {
  std::string_view name;                    // lower case, without parameters
  const Schema* schema = nullptr;
  Place place;
};

struct RequestBody {
  const Operation* operation = nullptr;
  bool required = false;
  std::vector<MediaType> media_types;
  Place place;
};

struct Header {
  const Operation* operation = nullptr;
  std::string_view name;
  bool required = false;
  const Schema* schema = nullptr;
  Place place;
};

struct Response {
  const Operation* operation = nullptr;
  std::string_view status;                  // the literal key: "200", "4XX", "default"
  std::optional<std::string_view> description;
  std::vector<MediaType> media_types;
  std::vector<Header> headers;
  Place place;
};

struct Operation {
  const Api* api = nullptr;
  OperationOrigin origin = OperationOrigin::kPath;
  std::string_view id;                      // operationId, or "METHOD path" without one
  std::optional<std::string_view> operation_id;
  std::string_view method;                  // upper case
  std::string_view path;                    // the template as written, without base path
  std::optional<std::string_view> summary, description;
  bool deprecated = false;
  std::vector<std::string_view> tags;
  std::vector<Parameter> parameters;        // path-level ones first unless overridden, in document order
  std::optional<RequestBody> request_body;
  std::vector<Response> responses;
  std::vector<SecurityRequirement> security;   // effective: the operation's, else the document's, else empty
  Place security_place;                     // the declaring node; invalid when nothing declares it
  std::vector<const Server*> servers;       // effective: the operation's, else the path's, else the document's; may be empty
  Place place;                              // the operation object (its member key is the method)
};

// From writ.yaml or `x-` extensions: what the description itself cannot say.
struct ApiMetadata {
  std::string name;                         // the key in writ.yaml; otherwise the file's stem
  Exposure exposure = Exposure::kUnspecified;
  std::optional<std::string> sensitivity, impact, owner, lifecycle;
};

struct Api {
  ApiMetadata metadata;
  std::string_view name;                    // metadata.name
  std::string_view version;                 // info.version, "" when missing
  std::string_view title;                   // info.title, "" when missing
  std::string_view openapi;                 // the declared version: "2.0", "3.0.3", "3.1.0"
  std::vector<std::string_view> tags;
  std::vector<Document> documents;          // [0] is the root
  std::deque<Operation> operations;         // of `paths`, in document order
  std::deque<Operation> webhook_operations;
  std::deque<Operation> callback_operations;
  std::deque<Schema> schemas;               // every definition reached and all components, in the order of the file
  std::deque<Server> servers;               // declared ones: root, then paths, then operations, in document order
  std::deque<SecurityScheme> security_schemes;
  std::vector<std::string> hosts;           // bound in writ.yaml; empty: the host is ignored when matching
  std::uint32_t external_reference_count = 0;  // references to other files or the network that were not followed
  bool uses_truncated = false;              // some Schema::uses are cut (W4032)
  Arena strings;                            // owns texts that were put together, and Schema::uses

  Span SpanOf(const Place& place) const;        // of the value
  Span KeySpanOf(const Place& place) const;     // key and value of a member: what a finding should point at
  std::string PointerOf(const Place& place) const;
};

// The response that describes `status`: the exact key, then the class ("4XX"), then "default"; null when none does.
const Response* FindResponse(const Operation& operation, std::int64_t status);
const Response* FindDeclaredResponse(const Operation& operation, std::string_view key);

}  // namespace writ::model
