// Fields of SecurityRequirement, SchemeUse, SecurityScheme and Flow.
#include "vm/fields/accessors.h"
#include "vm/fields/convert.h"

namespace writ::vm {

using bytecode::RecordId;

Value Read_SecurityRequirement_schemes(const model::SecurityRequirement& requirement, FieldContext& context) {
  return RecordList(context, RecordId::kSchemeUse, requirement.schemes);
}

Value Read_SchemeUse_name(const model::SchemeUse& use, FieldContext&) { return Value::String(use.name); }
Value Read_SchemeUse_scopes(const model::SchemeUse& use, FieldContext& context) { return TextList(context, use.scopes); }
Value Read_SchemeUse_scheme(const model::SchemeUse& use, FieldContext&) { return RecordOrAbsent(RecordId::kSecurityScheme, use.scheme); }

Value Read_SecurityScheme_name(const model::SecurityScheme& scheme, FieldContext&) { return Value::String(scheme.name); }
Value Read_SecurityScheme_type(const model::SecurityScheme& scheme, FieldContext&) { return EnumOf(scheme.type); }
Value Read_SecurityScheme_scheme(const model::SecurityScheme& scheme, FieldContext&) { return TextOrAbsent(scheme.scheme); }
Value Read_SecurityScheme_location(const model::SecurityScheme& scheme, FieldContext&) {
  return scheme.location ? EnumOf(*scheme.location) : Value::Absent();
}
Value Read_SecurityScheme_parameter_name(const model::SecurityScheme& scheme, FieldContext&) {
  return TextOrAbsent(scheme.parameter_name);
}
Value Read_SecurityScheme_bearer_format(const model::SecurityScheme& scheme, FieldContext&) {
  return TextOrAbsent(scheme.bearer_format);
}
Value Read_SecurityScheme_open_id_connect_url(const model::SecurityScheme& scheme, FieldContext&) {
  return TextOrAbsent(scheme.open_id_connect_url);
}
Value Read_SecurityScheme_flows(const model::SecurityScheme& scheme, FieldContext& context) {
  return RecordList(context, RecordId::kFlow, scheme.flows);
}
Value Read_SecurityScheme_api(const model::SecurityScheme& scheme, FieldContext&) { return Value::Record(RecordId::kApi, scheme.api); }

Value Read_Flow_kind(const model::SecurityScheme::Flow& flow, FieldContext&) { return Value::String(flow.kind); }
Value Read_Flow_authorization_url(const model::SecurityScheme::Flow& flow, FieldContext&) {
  return TextOrAbsent(flow.authorization_url);
}
Value Read_Flow_token_url(const model::SecurityScheme::Flow& flow, FieldContext&) { return TextOrAbsent(flow.token_url); }
Value Read_Flow_refresh_url(const model::SecurityScheme::Flow& flow, FieldContext&) { return TextOrAbsent(flow.refresh_url); }
Value Read_Flow_scopes(const model::SecurityScheme::Flow& flow, FieldContext& context) { return TextList(context, flow.scopes); }

}  // namespace writ::vm
