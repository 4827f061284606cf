// Fields of Exchange and of what hangs on it: request, response, credential, names with values.
// All of these records point at the exchange itself.
#include <string>

#include "vm/fields/accessors.h"
#include "vm/fields/convert.h"

namespace writ::vm {

using bytecode::RecordId;

namespace {

std::string SourceName(const model::Exchange& exchange, const FieldContext& context) {
  const std::uint32_t source = exchange.evidence.source;
  return source < context.facts.recording_names.size() ? context.facts.recording_names[source] : std::string();
}

// Method and path are empty only when they could not be read.
Value TextUnlessUnreadable(std::string_view text) {
  return text.empty() ? Value::Unknown(model::kUndecodable) : Value::String(text);
}

Value IntOf(const model::Captured<std::int64_t>& number) {
  return FromCaptured(number, [](std::int64_t value) { return Value::Int(value); });
}

}  // namespace

Value Read_Exchange_id(const model::Exchange& exchange, FieldContext& context) {
  if (exchange.id.presence != model::Presence::kAbsent) return FromText(exchange.id);
  return NewText(context, SourceName(exchange, context) + "#" + std::to_string(exchange.evidence.ordinal));
}
Value Read_Exchange_source(const model::Exchange& exchange, FieldContext& context) {
  const std::uint32_t source = exchange.evidence.source;
  return source < context.facts.recording_names.size() ? Value::String(context.facts.recording_names[source])
                                                        : Value::Unknown(model::kNotCaptured);
}
// Every exchange began some time: one without a time does not say when.
Value Read_Exchange_start(const model::Exchange& exchange, FieldContext&) {
  return exchange.start.presence == model::Presence::kAbsent ? Value::Unknown(model::kNotCaptured) : FromTime(exchange.start);
}
Value Read_Exchange_end(const model::Exchange& exchange, FieldContext&) { return FromTime(exchange.end); }
Value Read_Exchange_duration(const model::Exchange& exchange, FieldContext&) {
  return FromCaptured(exchange.duration, [](std::int64_t nanos) { return Value::Duration(nanos); });
}
Value Read_Exchange_scheme(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.scheme); }
Value Read_Exchange_method(const model::Exchange& exchange, FieldContext&) { return TextUnlessUnreadable(exchange.method); }
Value Read_Exchange_host(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.host); }
Value Read_Exchange_path(const model::Exchange& exchange, FieldContext&) { return TextUnlessUnreadable(exchange.path); }
Value Read_Exchange_query(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.query); }
Value Read_Exchange_query_params(const model::Exchange& exchange, FieldContext& context) {
  return NameValues(context, exchange.query_parameters);
}
Value Read_Exchange_status(const model::Exchange& exchange, FieldContext&) { return IntOf(exchange.status); }
Value Read_Exchange_succeeded(const model::Exchange& exchange, FieldContext&) {
  if (exchange.status.presence == model::Presence::kAbsent) return Value::Bool(false);
  return FromCaptured(exchange.status, [](std::int64_t status) { return Value::Bool(status >= 200 && status <= 399); });
}
Value Read_Exchange_operation(const model::Exchange& exchange, FieldContext&) {
  return FromCaptured(exchange.operation,
                      [](const model::Operation* operation) { return RecordOrAbsent(RecordId::kOperation, operation); });
}
Value Read_Exchange_operation_id(const model::Exchange& exchange, FieldContext&) {
  return FromCaptured(exchange.operation, [](const model::Operation* operation) {
    return operation == nullptr ? Value::Absent() : TextOrAbsent(operation->operation_id);
  });
}
Value Read_Exchange_request(const model::Exchange& exchange, FieldContext&) {
  return Value::Record(RecordId::kExchangeRequest, &exchange);
}
Value Read_Exchange_response(const model::Exchange& exchange, FieldContext&) {
  if (exchange.has_response) return Value::Record(RecordId::kExchangeResponse, &exchange);
  return exchange.status.presence == model::Presence::kUnknown ? Value::Unknown(exchange.status.causes) : Value::Absent();
}
Value Read_Exchange_client_ip(const model::Exchange& exchange, FieldContext&) { return FromAddress(exchange.client_ip); }
Value Read_Exchange_server_ip(const model::Exchange& exchange, FieldContext&) { return FromAddress(exchange.server_ip); }
Value Read_Exchange_token(const model::Exchange& exchange, FieldContext&) {
  return FromCaptured(exchange.token,
                      [&exchange](const model::Credential&) { return Value::Record(RecordId::kCredential, &exchange); });
}
Value Read_Exchange_session(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.session); }
Value Read_Exchange_subject(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.subject); }
Value Read_Exchange_tenant(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.tenant); }

Value Read_ExchangeRequest_headers(const model::Exchange& exchange, FieldContext& context) {
  return NameValues(context, exchange.request_headers);
}
Value Read_ExchangeRequest_cookies(const model::Exchange& exchange, FieldContext& context) {
  return NameValues(context, exchange.request_cookies);
}
Value Read_ExchangeRequest_media_type(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.request_media_type); }
Value Read_ExchangeRequest_body(const model::Exchange& exchange, FieldContext&) { return FromBody(exchange.request_body); }
Value Read_ExchangeRequest_size(const model::Exchange& exchange, FieldContext&) { return IntOf(exchange.request_body.size); }

Value Read_ExchangeResponse_headers(const model::Exchange& exchange, FieldContext& context) {
  return NameValues(context, exchange.response_headers);
}
Value Read_ExchangeResponse_cookies(const model::Exchange& exchange, FieldContext& context) {
  return NameValues(context, exchange.response_cookies);
}
Value Read_ExchangeResponse_media_type(const model::Exchange& exchange, FieldContext&) {
  return FromText(exchange.response_media_type);
}
Value Read_ExchangeResponse_body(const model::Exchange& exchange, FieldContext&) { return FromBody(exchange.response_body); }
Value Read_ExchangeResponse_size(const model::Exchange& exchange, FieldContext&) { return IntOf(exchange.response_body.size); }

Value Read_Credential_kind(const model::Exchange& exchange, FieldContext&) { return EnumOf(exchange.token.value.kind); }
Value Read_Credential_fingerprint(const model::Exchange& exchange, FieldContext&) { return FromText(exchange.token.value.fingerprint); }

Value Read_NameValue_name(const model::NameValue& item, FieldContext&) { return Value::String(item.name); }
Value Read_NameValue_value(const model::NameValue& item, FieldContext&) {
  return item.redacted ? Value::Unknown(model::kRedacted) : Value::String(item.value);
}

}  // namespace writ::vm
