// Fields of Api and Server.
#include "vm/fields/accessors.h"
#include "vm/fields/convert.h"

namespace writ::vm {

using bytecode::RecordId;

Value Read_Api_name(const model::Api& api, FieldContext&) { return Value::String(api.name); }
Value Read_Api_title(const model::Api& api, FieldContext&) { return Value::String(api.title); }
Value Read_Api_version(const model::Api& api, FieldContext&) { return Value::String(api.version); }
Value Read_Api_openapi(const model::Api& api, FieldContext&) { return Value::String(api.openapi); }
Value Read_Api_exposure(const model::Api& api, FieldContext&) { return EnumOf(api.metadata.exposure); }
Value Read_Api_sensitivity(const model::Api& api, FieldContext&) { return TextOrAbsent(api.metadata.sensitivity); }
Value Read_Api_impact(const model::Api& api, FieldContext&) { return TextOrAbsent(api.metadata.impact); }
Value Read_Api_owner(const model::Api& api, FieldContext&) { return TextOrAbsent(api.metadata.owner); }
Value Read_Api_lifecycle(const model::Api& api, FieldContext&) { return TextOrAbsent(api.metadata.lifecycle); }
Value Read_Api_tags(const model::Api& api, FieldContext& context) { return TextList(context, api.tags); }
Value Read_Api_operations(const model::Api& api, FieldContext& context) {
  return RecordList(context, RecordId::kOperation, api.operations);
}
Value Read_Api_schemas(const model::Api& api, FieldContext& context) {
  Value* items = NewItems(context, api.schemas.size());
  if (items == nullptr) return Value::Absent();
  std::size_t count = 0;
  for (const model::Schema& schema : api.schemas) {
    if (schema.reachable) items[count++] = Value::Record(RecordId::kSchema, &schema);
  }
  return NewList(context, items, count);
}
Value Read_Api_servers(const model::Api& api, FieldContext& context) { return RecordList(context, RecordId::kServer, api.servers); }
Value Read_Api_security_schemes(const model::Api& api, FieldContext& context) {
  return RecordList(context, RecordId::kSecurityScheme, api.security_schemes);
}

Value Read_Server_url(const model::Server& server, FieldContext&) { return Value::String(server.url); }
Value Read_Server_scheme(const model::Server& server, FieldContext&) { return TextOrAbsent(server.scheme); }
Value Read_Server_host(const model::Server& server, FieldContext&) { return TextOrAbsent(server.host); }
Value Read_Server_base_path(const model::Server& server, FieldContext&) { return Value::String(server.base_path); }
Value Read_Server_description(const model::Server& server, FieldContext&) { return TextOrAbsent(server.description); }
Value Read_Server_api(const model::Server& server, FieldContext&) { return Value::Record(RecordId::kApi, server.api); }

}  // namespace writ::vm
