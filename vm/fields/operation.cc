// Fields of Operation, Parameter, RequestBody, Response and Header.
#include <algorithm>
#include <string>

#include "vm/fields/accessors.h"
#include "vm/fields/convert.h"

namespace writ::vm {

using bytecode::RecordId;

Value Read_Operation_id(const model::Operation& operation, FieldContext&) { return Value::String(operation.id); }
Value Read_Operation_operation_id(const model::Operation& operation, FieldContext&) { return TextOrAbsent(operation.operation_id); }
Value Read_Operation_method(const model::Operation& operation, FieldContext&) { return Value::String(operation.method); }
Value Read_Operation_path(const model::Operation& operation, FieldContext&) { return Value::String(operation.path); }
Value Read_Operation_api(const model::Operation& operation, FieldContext&) { return Value::Record(RecordId::kApi, operation.api); }
Value Read_Operation_summary(const model::Operation& operation, FieldContext&) { return TextOrAbsent(operation.summary); }
Value Read_Operation_description(const model::Operation& operation, FieldContext&) { return TextOrAbsent(operation.description); }
Value Read_Operation_deprecated(const model::Operation& operation, FieldContext&) { return Value::Bool(operation.deprecated); }
Value Read_Operation_tags(const model::Operation& operation, FieldContext& context) { return TextList(context, operation.tags); }
Value Read_Operation_parameters(const model::Operation& operation, FieldContext& context) {
  return RecordList(context, RecordId::kParameter, operation.parameters);
}
Value Read_Operation_request_body(const model::Operation& operation, FieldContext&) {
  return operation.request_body ? Value::Record(RecordId::kRequestBody, &*operation.request_body) : Value::Absent();
}
Value Read_Operation_responses(const model::Operation& operation, FieldContext& context) {
  return RecordList(context, RecordId::kResponse, operation.responses);
}
Value Read_Operation_security(const model::Operation& operation, FieldContext& context) {
  return RecordList(context, RecordId::kSecurityRequirement, operation.security);
}
Value Read_Operation_servers(const model::Operation& operation, FieldContext& context) {
  return PointerList(context, RecordId::kServer, operation.servers);
}
Value Read_Operation_origin(const model::Operation& operation, FieldContext&) { return EnumOf(operation.origin); }

Value Read_Parameter_name(const model::Parameter& parameter, FieldContext&) { return Value::String(parameter.name); }
Value Read_Parameter_location(const model::Parameter& parameter, FieldContext&) { return EnumOf(parameter.location); }
Value Read_Parameter_required(const model::Parameter& parameter, FieldContext&) { return Value::Bool(parameter.required); }
Value Read_Parameter_deprecated(const model::Parameter& parameter, FieldContext&) { return Value::Bool(parameter.deprecated); }
Value Read_Parameter_schema(const model::Parameter& parameter, FieldContext&) {
  return RecordOrAbsent(RecordId::kSchema, parameter.schema);
}
Value Read_Parameter_style(const model::Parameter& parameter, FieldContext&) { return Value::String(parameter.style); }
Value Read_Parameter_explode(const model::Parameter& parameter, FieldContext&) { return Value::Bool(parameter.explode); }
Value Read_Parameter_description(const model::Parameter& parameter, FieldContext&) { return TextOrAbsent(parameter.description); }
Value Read_Parameter_operation(const model::Parameter& parameter, FieldContext&) {
  return Value::Record(RecordId::kOperation, parameter.operation);
}

Value Read_RequestBody_required(const model::RequestBody& body, FieldContext&) { return Value::Bool(body.required); }
Value Read_RequestBody_media_types(const model::RequestBody& body, FieldContext& context) {
  return MediaTypeList(context, body.media_types);
}
Value Read_RequestBody_operation(const model::RequestBody& body, FieldContext&) {
  return Value::Record(RecordId::kOperation, body.operation);
}

Value Read_Response_status(const model::Response& response, FieldContext&) { return Value::String(response.status); }
Value Read_Response_description(const model::Response& response, FieldContext&) { return TextOrAbsent(response.description); }
Value Read_Response_media_types(const model::Response& response, FieldContext& context) {
  return MediaTypeList(context, response.media_types);
}
Value Read_Response_headers(const model::Response& response, FieldContext& context) {
  return RecordList(context, RecordId::kHeader, response.headers);
}
Value Read_Response_operation(const model::Response& response, FieldContext&) {
  return Value::Record(RecordId::kOperation, response.operation);
}

Value Read_Header_name(const model::Header& header, FieldContext& context) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::none_of(header.name.begin(), header.name.end(), is_upper)) return Value::String(header.name);
  std::string lower(header.name);
  for (char& c : lower) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return NewText(context, lower);
}
Value Read_Header_required(const model::Header& header, FieldContext&) { return Value::Bool(header.required); }
Value Read_Header_schema(const model::Header& header, FieldContext&) { return RecordOrAbsent(RecordId::kSchema, header.schema); }
Value Read_Header_operation(const model::Header& header, FieldContext&) { return Value::Record(RecordId::kOperation, header.operation); }

}  // namespace writ::vm
