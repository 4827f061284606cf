// A value at run time: 16 bytes, no ownership. What it points to lives in an arena, a model or a module that outlives it.
// Besides values of the language's types there are the poisons: absent, unknown (with causes) and error.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/decimal.h"
#include "base/ip.h"
#include "vm/bytecode/module.h"

namespace writ::model {
class Document;
enum class NodeId : std::uint32_t;
}  // namespace writ::model
namespace writ {
class Regex;
}
namespace writ::json_path {
struct Path;
}

namespace writ::vm {

enum class ValueKind : std::uint8_t {
  kAbsent, kUnknown, kError,   // poisons
  kInterval,                   // a value of which only bounds are known; its static type is that of the bounds
  kBool, kInt, kDecimal, kString, kTime, kDuration, kIp, kCidr, kRegex, kJson, kJsonPath, kList, kSet, kMap, kEnum, kRecord,
  kIterator,
};

struct Value;
class SetLookup;

struct ListRep {
  const Value* items = nullptr;
  std::uint32_t count = 0;
  std::uint32_t incomplete_causes = 0;   // not 0: items may be missing, for these causes
  const SetLookup* lookup = nullptr;     // of some constants (vm/set_lookup.h), which are complete and plain
};
// Entries in canonical order of the keys.
struct MapRep {
  const Value* keys = nullptr;
  const Value* values = nullptr;
  std::uint32_t count = 0;
};
struct IntervalRep;
enum class TrapKind : std::uint8_t { kOverflow, kDivisionByZero, kInexact, kFuel, kMemory, kDepth };
struct ErrorRep {
  TrapKind trap = TrapKind::kOverflow;
  bytecode::SourceRange range;           // of the expression
};

struct Value {
  ValueKind kind = ValueKind::kAbsent;
  std::uint8_t tag = 0;      // kRecord: RecordId; kTime: precision as a power of ten, or kDayPrecision
  std::uint16_t field = 0;   // kUnknown: 1 + FieldId of the field that could not be read, 0 for none
  std::uint32_t size = 0;    // kString: bytes; kUnknown: causes (model::UnknownCause bits); kJson: node id
  union {
    std::int64_t i;
    const char* text;
    const Decimal* decimal;
    const IpAddress* ip;
    const Cidr* cidr;
    const Regex* regex;
    const model::Document* document;
    const json_path::Path* path;
    const ListRep* list;     // kList, kSet
    const MapRep* map;
    const IntervalRep* interval;
    const ErrorRep* error;
    const void* record;
  };

  Value() : i(0) {}

  static constexpr std::uint8_t kDayPrecision = 255;

  static Value Absent() { return {}; }
  static Value Unknown(std::uint32_t causes, std::uint16_t field_plus_one = 0) {
    Value v;
    v.kind = ValueKind::kUnknown, v.size = causes, v.field = field_plus_one;
    return v;
  }
  static Value Error(const ErrorRep* e) { Value v; v.kind = ValueKind::kError, v.error = e; return v; }
  static Value Bool(bool b) { Value v; v.kind = ValueKind::kBool, v.i = b ? 1 : 0; return v; }
  static Value Int(std::int64_t n) { Value v; v.kind = ValueKind::kInt, v.i = n; return v; }
  static Value Duration(std::int64_t n) { Value v; v.kind = ValueKind::kDuration, v.i = n; return v; }
  static Value Enum(std::int64_t n) { Value v; v.kind = ValueKind::kEnum, v.i = n; return v; }
  // `precision` in nanoseconds: a power of ten up to 10^9, or a day.
  static Value Time(std::int64_t nanos, std::int64_t precision);
  static Value String(std::string_view s) {
    Value v;
    v.kind = ValueKind::kString, v.text = s.data(), v.size = static_cast<std::uint32_t>(s.size());
    return v;
  }
  static Value FromDecimal(const Decimal* d) { Value v; v.kind = ValueKind::kDecimal, v.decimal = d; return v; }
  static Value Ip(const IpAddress* a) { Value v; v.kind = ValueKind::kIp, v.ip = a; return v; }
  static Value FromCidr(const Cidr* c) { Value v; v.kind = ValueKind::kCidr, v.cidr = c; return v; }
  static Value FromRegex(const Regex* r) { Value v; v.kind = ValueKind::kRegex, v.regex = r; return v; }
  static Value Json(const model::Document* d, model::NodeId node) {
    Value v;
    v.kind = ValueKind::kJson, v.document = d, v.size = static_cast<std::uint32_t>(node);
    return v;
  }
  static Value JsonPath(const json_path::Path* p) { Value v; v.kind = ValueKind::kJsonPath, v.path = p; return v; }
  static Value List(const ListRep* l) { Value v; v.kind = ValueKind::kList, v.list = l; return v; }
  static Value Set(const ListRep* l) { Value v; v.kind = ValueKind::kSet, v.list = l; return v; }
  static Value Map(const MapRep* m) { Value v; v.kind = ValueKind::kMap, v.map = m; return v; }
  static Value Interval(const IntervalRep* r) { Value v; v.kind = ValueKind::kInterval, v.interval = r; return v; }
  static Value Record(bytecode::RecordId id, const void* p) {
    Value v;
    v.kind = ValueKind::kRecord, v.tag = static_cast<std::uint8_t>(id), v.record = p;
    return v;
  }

  bool is_absent() const { return kind == ValueKind::kAbsent; }
  bool is_unknown() const { return kind == ValueKind::kUnknown; }
  bool is_error() const { return kind == ValueKind::kError; }
  bool is_poison() const { return kind <= ValueKind::kError; }
  bool is_interval() const { return kind == ValueKind::kInterval; }
  // Neither poison nor an interval: the union holds what the static type says.
  bool is_plain() const { return kind > ValueKind::kInterval; }
  bool is_true() const { return kind == ValueKind::kBool && i != 0; }
  bool is_false() const { return kind == ValueKind::kBool && i == 0; }
  std::string_view string() const { return {text, size}; }
  template <typename T>
  const T& as() const { return *static_cast<const T*>(record); }
  bytecode::RecordId record_id() const { return static_cast<bytecode::RecordId>(tag); }
  std::int64_t time_precision() const;   // nanoseconds
};
static_assert(sizeof(Value) == 16);

// Something between two bounds, both included; an absent one is no bound.
struct IntervalRep {
  Value low, high;
  std::uint32_t causes = 0;

  // A count; INT64_MAX is no upper bound.
  static IntervalRep OfCount(std::int64_t low, std::int64_t high, std::uint32_t causes) {
    return {Value::Int(low), high == INT64_MAX ? Value::Absent() : Value::Int(high), causes};
  }
  std::int64_t low_count() const { return low.i; }
  std::int64_t high_count() const { return high.is_absent() ? INT64_MAX : high.i; }
};

// What a strict operation writes when an operand is poison: error, else unknown with joined causes and the lower field, else absent.
Value JoinPoison(const Value& a, const Value& b);

// Canonical order of values of one type, total; poisons first. Equality of it is equality of the language for all types but json
// (numbers by value there) and time (precision ignored). Records: by their place in the model, so that the order is stable between runs.
int CompareValues(const Value& a, const Value& b);

}  // namespace writ::vm
