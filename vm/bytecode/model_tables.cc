// The rows of the .def files as vectors.
#include "vm/bytecode/model_tables.h"

#include "base/check.h"

namespace writ::bytecode {

const std::vector<ModelEnumInfo>& ModelEnums() {
  static const std::vector<ModelEnumInfo> rows = {
#define MODEL_ENUM(name, members) {name, members},
#include "vm/bytecode/enums.def"
#undef MODEL_ENUM
  };
  return rows;
}

const std::vector<RecordInfo>& AllRecords() {
  static const std::vector<RecordInfo> rows = {
#define MODEL_RECORD(name, text, type, meaning) {text, meaning},
#include "vm/bytecode/records.def"
#undef MODEL_RECORD
  };
  return rows;
}

const RecordInfo& InfoOf(RecordId id) {
  WRIT_CHECK(static_cast<std::size_t>(id) < AllRecords().size());
  return AllRecords()[static_cast<std::size_t>(id)];
}

std::optional<RecordId> FindRecord(std::string_view name) {
  for (std::size_t i = 0; i < AllRecords().size(); ++i) {
    if (AllRecords()[i].name == name) return static_cast<RecordId>(i);
  }
  return std::nullopt;
}

const std::vector<FieldInfo>& AllFields() {
  static const std::vector<FieldInfo> rows = {
#define FIELD(owner, name, type, capture, meaning) {RecordId::k##owner, #name, type, capture, meaning},
#include "vm/bytecode/fields.def"
#undef FIELD
  };
  return rows;
}

const FieldInfo& InfoOf(FieldId id) {
  WRIT_CHECK(static_cast<std::size_t>(id) < AllFields().size());
  return AllFields()[static_cast<std::size_t>(id)];
}

std::optional<FieldId> FindField(RecordId owner, std::string_view name) {
  for (std::size_t i = 0; i < AllFields().size(); ++i) {
    if (AllFields()[i].owner == owner && AllFields()[i].name == name) return static_cast<FieldId>(i);
  }
  return std::nullopt;
}

const std::vector<BuiltinInfo>& AllBuiltins() {
  static const std::vector<BuiltinInfo> rows = {
#define BUILTIN(name, text, signature, capture, meaning) {text, signature, capture, meaning},
#include "vm/bytecode/builtins.def"
#undef BUILTIN
  };
  return rows;
}

const BuiltinInfo& InfoOf(BuiltinId id) {
  WRIT_CHECK(static_cast<std::size_t>(id) < AllBuiltins().size());
  return AllBuiltins()[static_cast<std::size_t>(id)];
}

const std::vector<SubjectKindInfo>& AllSubjectKinds() {
  static const std::vector<SubjectKindInfo> rows = {
#define SUBJECT_KIND(name, word, record, source, meaning) {word, RecordId::record, SubjectSource::source, meaning},
#include "vm/bytecode/kinds.def"
#undef SUBJECT_KIND
  };
  return rows;
}

const SubjectKindInfo& InfoOf(SubjectKind kind) {
  WRIT_CHECK(static_cast<std::size_t>(kind) < AllSubjectKinds().size());
  return AllSubjectKinds()[static_cast<std::size_t>(kind)];
}

std::optional<SubjectKind> FindSubjectKind(std::string_view word) {
  for (std::size_t i = 0; i < AllSubjectKinds().size(); ++i) {
    if (AllSubjectKinds()[i].word == word) return static_cast<SubjectKind>(i);
  }
  return std::nullopt;
}

}  // namespace writ::bytecode
