// Fields of Schema and Property.
#include <algorithm>

#include "vm/fields/accessors.h"
#include "vm/fields/convert.h"

namespace writ::vm {

using bytecode::RecordId;

namespace {

constexpr std::size_t kSchemaTypeCount = 7;   // bits of model::SchemaType, in the order of SchemaTypeName

}  // namespace

Value Read_Schema_name(const model::Schema& schema, FieldContext&) { return TextOrAbsent(schema.name); }
Value Read_Schema_title(const model::Schema& schema, FieldContext&) { return TextOrAbsent(schema.title); }
Value Read_Schema_description(const model::Schema& schema, FieldContext&) { return TextOrAbsent(schema.description); }
Value Read_Schema_types(const model::Schema& schema, FieldContext& context) {
  Value* items = NewItems(context, kSchemaTypeCount);
  if (items == nullptr) return Value::Absent();
  std::size_t count = 0;
  for (std::size_t bit = 0; bit < kSchemaTypeCount; ++bit) {
    if ((schema.types >> bit & 1) != 0) items[count++] = Value::Enum(static_cast<std::int64_t>(bit));
  }
  const Value list = NewList(context, items, count);
  return list.is_absent() ? list : Value::Set(list.list);
}
Value Read_Schema_format(const model::Schema& schema, FieldContext&) { return TextOrAbsent(schema.format); }
Value Read_Schema_pattern(const model::Schema& schema, FieldContext&) { return TextOrAbsent(schema.pattern); }
Value Read_Schema_min_length(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.min_length); }
Value Read_Schema_max_length(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.max_length); }
Value Read_Schema_minimum(const model::Schema& schema, FieldContext&) { return DecimalOrAbsent(schema.minimum); }
Value Read_Schema_maximum(const model::Schema& schema, FieldContext&) { return DecimalOrAbsent(schema.maximum); }
Value Read_Schema_exclusive_minimum(const model::Schema& schema, FieldContext&) { return DecimalOrAbsent(schema.exclusive_minimum); }
Value Read_Schema_exclusive_maximum(const model::Schema& schema, FieldContext&) { return DecimalOrAbsent(schema.exclusive_maximum); }
Value Read_Schema_multiple_of(const model::Schema& schema, FieldContext&) { return DecimalOrAbsent(schema.multiple_of); }
Value Read_Schema_min_items(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.min_items); }
Value Read_Schema_max_items(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.max_items); }
Value Read_Schema_min_properties(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.min_properties); }
Value Read_Schema_max_properties(const model::Schema& schema, FieldContext&) { return IntOrAbsent(schema.max_properties); }
Value Read_Schema_unique_items(const model::Schema& schema, FieldContext&) { return Value::Bool(schema.unique_items); }
Value Read_Schema_enum(const model::Schema& schema, FieldContext& context) {
  if (schema.enum_node == model::kNoNode) return NewList(context, nullptr, 0);
  const model::Document& document = schema.api->documents[schema.place.document];
  return ListFrom(context, document.children(schema.enum_node),
                  [&document](model::NodeId node) { return Value::Json(&document, node); });
}
Value Read_Schema_const(const model::Schema& schema, FieldContext&) {
  return JsonOrAbsent(*schema.api, {schema.place.document, schema.const_node});
}
Value Read_Schema_properties(const model::Schema& schema, FieldContext& context) {
  return RecordList(context, RecordId::kProperty, schema.properties);
}
Value Read_Schema_required(const model::Schema& schema, FieldContext& context) { return TextList(context, schema.required); }
Value Read_Schema_additional_properties(const model::Schema& schema, FieldContext&) { return EnumOf(schema.additional_properties); }
Value Read_Schema_items(const model::Schema& schema, FieldContext&) { return RecordOrAbsent(RecordId::kSchema, schema.items); }
Value Read_Schema_all_of(const model::Schema& schema, FieldContext& context) {
  return PointerList(context, RecordId::kSchema, schema.all_of);
}
Value Read_Schema_any_of(const model::Schema& schema, FieldContext& context) {
  return PointerList(context, RecordId::kSchema, schema.any_of);
}
Value Read_Schema_one_of(const model::Schema& schema, FieldContext& context) {
  return PointerList(context, RecordId::kSchema, schema.one_of);
}
Value Read_Schema_not(const model::Schema& schema, FieldContext&) { return RecordOrAbsent(RecordId::kSchema, schema.not_schema); }
Value Read_Schema_read_only(const model::Schema& schema, FieldContext&) { return Value::Bool(schema.read_only); }
Value Read_Schema_write_only(const model::Schema& schema, FieldContext&) { return Value::Bool(schema.write_only); }
Value Read_Schema_nullable(const model::Schema& schema, FieldContext&) { return Value::Bool(schema.nullable); }
Value Read_Schema_deprecated(const model::Schema& schema, FieldContext&) { return Value::Bool(schema.deprecated); }
Value Read_Schema_example(const model::Schema& schema, FieldContext&) {
  return JsonOrAbsent(*schema.api, {schema.place.document, schema.example_node});
}
Value Read_Schema_default(const model::Schema& schema, FieldContext&) {
  return JsonOrAbsent(*schema.api, {schema.place.document, schema.default_node});
}
Value Read_Schema_uses(const model::Schema& schema, FieldContext& context) {
  return ListFrom(context, schema.uses, [](const model::SchemaUse& use) { return Value::Record(RecordId::kOperation, use.operation); });
}
Value Read_Schema_in_request(const model::Schema& schema, FieldContext&) {
  return Value::Bool(std::any_of(schema.uses.begin(), schema.uses.end(), [](const model::SchemaUse& use) { return use.in_request; }));
}
Value Read_Schema_in_response(const model::Schema& schema, FieldContext&) {
  return Value::Bool(std::any_of(schema.uses.begin(), schema.uses.end(), [](const model::SchemaUse& use) { return use.in_response; }));
}
Value Read_Schema_api(const model::Schema& schema, FieldContext&) { return Value::Record(RecordId::kApi, schema.api); }

Value Read_Property_name(const model::SchemaProperty& property, FieldContext&) { return Value::String(property.name); }
Value Read_Property_schema(const model::SchemaProperty& property, FieldContext&) {
  return RecordOrAbsent(RecordId::kSchema, property.schema);
}
Value Read_Property_required(const model::SchemaProperty& property, FieldContext&) { return Value::Bool(property.required); }

}  // namespace writ::vm
