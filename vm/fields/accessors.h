// The accessors behind fields.def, one declaration per row: a row without a body does not link. Covered by tests/vm/fields_test.cc.
#pragma once

#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"
#include "vm/access.h"

namespace writ::vm {

// The C++ type behind a record.
template <bytecode::RecordId id>
struct RecordType;
#define MODEL_RECORD(name, text, type, meaning)    \
  template <>                                      \
  struct RecordType<bytecode::RecordId::name> {    \
    using Type = type;                             \
  };
#include "vm/bytecode/records.def"
#undef MODEL_RECORD

#define FIELD(owner, name, type, capture, meaning) \
  Value Read_##owner##_##name(const RecordType<bytecode::RecordId::k##owner>::Type& record, FieldContext& context);
#include "vm/bytecode/fields.def"
#undef FIELD

}  // namespace writ::vm
