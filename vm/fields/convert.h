// What the model holds as values of the language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"
#include "vm/collections.h"

namespace writ::vm {

template <typename T>
Value TextOrAbsent(const std::optional<T>& text) {
  return text ? Value::String(*text) : Value::Absent();
}
inline Value IntOrAbsent(const std::optional<std::int64_t>& number) { return number ? Value::Int(*number) : Value::Absent(); }
inline Value DecimalOrAbsent(const std::optional<Decimal>& number) { return number ? Value::FromDecimal(&*number) : Value::Absent(); }
template <typename E>
Value EnumOf(E member) {
  return Value::Enum(static_cast<std::int64_t>(member));
}
// Absent for null.
inline Value RecordOrAbsent(bytecode::RecordId id, const void* record) {
  return record == nullptr ? Value::Absent() : Value::Record(id, record);
}
inline Value JsonOrAbsent(const model::Api& api, const model::Place& place) {
  return place.valid() ? Value::Json(&api.documents[place.document], place.node) : Value::Absent();
}

// Present, absent or unknown as it was recorded; `make(value)` for what is present. Made values may point into `captured`.
template <typename T, typename Make>
Value FromCaptured(const model::Captured<T>& captured, Make make) {
  switch (captured.presence) {
    case model::Presence::kAbsent: return Value::Absent();
    case model::Presence::kPresent: return make(captured.value);
    case model::Presence::kUnknown: return Value::Unknown(captured.causes);
  }
  return Value::Absent();
}
inline Value FromText(const model::Text& text) {
  return FromCaptured(text, [](std::string_view value) { return Value::String(value); });
}
inline Value FromTime(const model::Captured<TimePoint>& time) {
  return FromCaptured(time, [](const TimePoint& value) { return Value::Time(value.nanos, value.precision); });
}
inline Value FromAddress(const model::Captured<IpAddress>& address) {
  return FromCaptured(address, [](const IpAddress& value) { return Value::Ip(&value); });
}
inline Value FromBody(const model::Body& body) {
  return FromText({body.presence, body.causes, body.bytes});
}

inline Value TextList(FieldContext& context, const std::vector<std::string_view>& texts) {
  return ListFrom(context, texts, [](std::string_view text) { return Value::String(text); });
}
// Pointers to the elements of a container, as records.
template <typename Range>
Value RecordList(FieldContext& context, bytecode::RecordId id, const Range& range) {
  return ListFrom(context, range, [id](const auto& element) { return Value::Record(id, &element); });
}
template <typename Range>
Value PointerList(FieldContext& context, bytecode::RecordId id, const Range& range) {
  return ListFrom(context, range, [id](const auto* element) { return Value::Record(id, element); });
}
inline Value MediaTypeList(FieldContext& context, const std::vector<model::MediaType>& media_types) {
  return ListFrom(context, media_types, [](const model::MediaType& media) { return Value::String(media.name); });
}
inline Value NameValues(FieldContext& context, const model::NameValueList& list) {
  if (list.unknown_causes != 0) return Value::Unknown(list.unknown_causes);
  return ListFrom(
      context, list.items, [](const model::NameValue& item) { return Value::Record(bytecode::RecordId::kNameValue, &item); },
      list.incomplete_causes);
}

}  // namespace writ::vm
