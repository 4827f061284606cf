// From a FieldId to its accessor: an array with one entry per row of fields.def.
#include <array>

#include "vm/access.h"
#include "vm/fields/accessors.h"

namespace writ::vm {
namespace {

using Accessor = Value (*)(const void* record, FieldContext& context);

constexpr Accessor kAccessors[] = {
#define FIELD(owner, name, type, capture, meaning)                                                       \
  [](const void* record, FieldContext& context) {                                                        \
    return Read_##owner##_##name(*static_cast<const RecordType<bytecode::RecordId::k##owner>::Type*>(record), context); \
  },
#include "vm/bytecode/fields.def"
#undef FIELD
};

}  // namespace

Value ReadField(bytecode::FieldId field, const Value& record, FieldContext& context) {
  const auto index = static_cast<std::uint16_t>(field);
  Value value = kAccessors[index](record.record, context);
  if (value.is_unknown() && value.field == 0) value.field = static_cast<std::uint16_t>(index + 1);
  return value;
}

}  // namespace writ::vm
