// The tables of what policies can name, as data: records, fields, enums, subject kinds and builtins. Rows live in
// enums.def, records.def, fields.def, kinds.def and builtins.def; nothing is listed twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace writ::bytecode {

// Capture bits as in model/traffic/exchange.h, by value: this layer does not see the model.
enum CaptureBit : std::uint32_t {
  kCaptureNone = 0,
  kCaptureTime = 1, kCaptureDuration = 2, kCaptureClientIp = 4, kCaptureServerIp = 8, kCaptureUrl = 16, kCaptureStatus = 32,
  kCaptureRequestHeaders = 64, kCaptureResponseHeaders = 128, kCaptureRequestBody = 256, kCaptureResponseBody = 512,
  kCaptureCredential = 1024, kCaptureMatch = 2048, kCaptureId = 4096,
};

struct ModelEnumInfo {
  std::string_view name;
  std::string_view members;  // separated by spaces
};
const std::vector<ModelEnumInfo>& ModelEnums();

enum class RecordId : std::uint8_t {
#define MODEL_RECORD(name, text, type, meaning) name,
#include "vm/bytecode/records.def"
#undef MODEL_RECORD
};
struct RecordInfo {
  std::string_view name;
  std::string_view meaning;
};
const RecordInfo& InfoOf(RecordId id);
const std::vector<RecordInfo>& AllRecords();
std::optional<RecordId> FindRecord(std::string_view name);

enum class FieldId : std::uint16_t {
#define FIELD(owner, name, type, capture, meaning) k##owner##_##name,
#include "vm/bytecode/fields.def"
#undef FIELD
};
struct FieldInfo {
  RecordId owner;
  std::string_view name;
  std::string_view type;
  std::uint32_t capture;
  std::string_view meaning;
};
const FieldInfo& InfoOf(FieldId id);
const std::vector<FieldInfo>& AllFields();
std::optional<FieldId> FindField(RecordId owner, std::string_view name);

enum class BuiltinId : std::uint16_t {
#define BUILTIN(name, text, signature, capture, meaning) name,
#include "vm/bytecode/builtins.def"
#undef BUILTIN
};
struct BuiltinInfo {
  std::string_view name;
  std::string_view signature;
  std::uint32_t capture;
  std::string_view meaning;
};
const BuiltinInfo& InfoOf(BuiltinId id);
const std::vector<BuiltinInfo>& AllBuiltins();

enum class SubjectSource : std::uint8_t { kDescription, kTraffic };
enum class SubjectKind : std::uint8_t {
#define SUBJECT_KIND(name, word, record, source, meaning) name,
#include "vm/bytecode/kinds.def"
#undef SUBJECT_KIND
};
struct SubjectKindInfo {
  std::string_view word;
  RecordId record;
  SubjectSource source;
  std::string_view meaning;
};
const SubjectKindInfo& InfoOf(SubjectKind kind);
const std::vector<SubjectKindInfo>& AllSubjectKinds();
std::optional<SubjectKind> FindSubjectKind(std::string_view word);

}  // namespace writ::bytecode
