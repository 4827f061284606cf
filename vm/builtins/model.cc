// Builtins on records of descriptions and of traffic.
#include <algorithm>
#include <string>

#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"
#include "vm/builtins/builtins.h"
#include "vm/fields/convert.h"

namespace writ::vm {
namespace {

using bytecode::FieldId;
using bytecode::RecordId;

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "Application/JSON; charset=utf-8" → "application/json".
std::string MediaTypeName(std::string_view text) {
  text = text.substr(0, text.find(';'));
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return Lower(text);
}

Value SchemaFor(const std::vector<model::MediaType>& media_types, std::string_view asked) {
  const std::string name = MediaTypeName(asked);
  const std::string range = name.substr(0, name.find('/')) + "/*";
  for (const std::string_view wanted : {std::string_view(name), std::string_view(range), std::string_view("*/*")}) {
    const auto found = std::find_if(media_types.begin(), media_types.end(),
                                    [wanted](const model::MediaType& media) { return media.name == wanted; });
    if (found != media_types.end()) return RecordOrAbsent(RecordId::kSchema, found->schema);
  }
  return Value::Absent();
}

// The unknown ones carry the field of the list that was searched. A value that was replaced by a marker is unknown (kRedacted):
// that the header was sent shows in `headers`, not here.
Value ValueOf(const model::Text& text, FieldId field) {
  Value value = FromText(text);
  if (value.is_unknown()) value.field = static_cast<std::uint16_t>(static_cast<std::uint16_t>(field) + 1);
  return value;
}

}  // namespace

Value Builtin_kOperationResponse(const Value* args, BuiltinContext&) {
  return RecordOrAbsent(RecordId::kResponse, model::FindResponse(args[0].as<model::Operation>(), args[1].i));
}

Value Builtin_kOperationDeclaredResponse(const Value* args, BuiltinContext&) {
  return RecordOrAbsent(RecordId::kResponse, model::FindDeclaredResponse(args[0].as<model::Operation>(), args[1].string()));
}

Value Builtin_kOperationExtension(const Value* args, BuiltinContext&) {
  const auto& operation = args[0].as<model::Operation>();
  if (!operation.place.valid() || args[1].string().substr(0, 2) != "x-") return Value::Absent();
  const model::Document& document = operation.api->documents[operation.place.document];
  return JsonOrAbsent(*operation.api, {operation.place.document, document.Find(operation.place.node, args[1].string())});
}

Value Builtin_kRequestBodySchema(const Value* args, BuiltinContext&) {
  return SchemaFor(args[0].as<model::RequestBody>().media_types, args[1].string());
}

Value Builtin_kResponseSchema(const Value* args, BuiltinContext&) {
  return SchemaFor(args[0].as<model::Response>().media_types, args[1].string());
}

Value Builtin_kExchangePathParam(const Value* args, BuiltinContext&) {
  const auto& exchange = args[0].as<model::Exchange>();
  if (exchange.operation.presence == model::Presence::kUnknown) {
    return ValueOf(model::Text::Unknown(exchange.operation.causes), FieldId::kExchange_operation);
  }
  for (const model::NameValue& parameter : exchange.path_parameters) {
    if (parameter.name != args[1].string()) continue;
    return ValueOf(parameter.redacted ? model::Text::Unknown(model::kRedacted) : model::Text::Present(parameter.value),
                   FieldId::kExchange_path);
  }
  return Value::Absent();
}

Value Builtin_kExchangeQueryParam(const Value* args, BuiltinContext&) {
  return ValueOf(model::FindValue(args[0].as<model::Exchange>().query_parameters, args[1].string()), FieldId::kExchange_query_params);
}

Value Builtin_kRequestHeader(const Value* args, BuiltinContext&) {
  return ValueOf(model::FindValue(args[0].as<model::Exchange>().request_headers, Lower(args[1].string())),
                 FieldId::kExchangeRequest_headers);
}

Value Builtin_kResponseHeader(const Value* args, BuiltinContext&) {
  return ValueOf(model::FindValue(args[0].as<model::Exchange>().response_headers, Lower(args[1].string())),
                 FieldId::kExchangeResponse_headers);
}

Value Builtin_kResponseDeclaredHeader(const Value* args, BuiltinContext&) {
  const std::string name = Lower(args[1].string());
  for (const model::Header& header : args[0].as<model::Response>().headers) {
    if (Lower(header.name) == name) return Value::Record(RecordId::kHeader, &header);
  }
  return Value::Absent();
}

}  // namespace writ::vm
