// The canonical order of values, and times with their precision. Nothing here looks at an address: the order is the same in every
// run. Covered by tests/vm/compare_test.cc.
#include <algorithm>
#include <cstring>
#include <tuple>

#include "base/check.h"
#include "base/json_path/query.h"
#include "base/regex.h"
#include "vm/access.h"
#include "vm/json_order.h"
#include "vm/records.h"
#include "vm/value.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;

template <typename T>
int Order(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

int OrderPlaces(const model::Place& a, const model::Place& b) {
  if (const int order = Order(a.document, b.document); order != 0) return order;
  return Order(a.node, b.node);
}

int OrderApis(const model::Api* a, const model::Api* b) {
  if (a == b) return 0;
  if (a == nullptr || b == nullptr) return a == nullptr ? -1 : 1;
  if (const int order = Order(a->name, b->name); order != 0) return order;
  const auto file = [](const model::Api* api) { return api->documents.empty() ? kNoFile : api->documents[0].file(); };
  return Order(file(a), file(b));
}

// Several operations may share a node by way of `$ref`; path and method tell them apart.
int OrderOperations(const model::Operation* a, const model::Operation* b) {
  if (a == b) return 0;
  if (a == nullptr || b == nullptr) return a == nullptr ? -1 : 1;
  if (const int order = OrderPlaces(a->place, b->place); order != 0) return order;
  return Order(std::tie(a->path, a->method), std::tie(b->path, b->method));
}

int OrderRecords(const Value& a, const Value& b) {
  if (a.tag != b.tag) return Order(a.tag, b.tag);
  if (a.record == b.record) return 0;
  if (const model::Exchange* left = ExchangeOf(a)) {
    const model::Evidence& x = left->evidence;
    const model::Evidence& y = ExchangeOf(b)->evidence;
    return Order(std::tie(x.source, x.ordinal), std::tie(y.source, y.ordinal));
  }
  if (a.record_id() == RecordId::kNameValue) {
    const auto& x = a.as<model::NameValue>();
    const auto& y = b.as<model::NameValue>();
    return Order(std::tie(x.name, x.value, x.redacted), std::tie(y.name, y.value, y.redacted));
  }
  const std::optional<RecordPlace> x = PlaceOf(a);
  const std::optional<RecordPlace> y = PlaceOf(b);
  WRIT_CHECK(x && y);
  if (const int order = OrderApis(x->api, y->api); order != 0) return order;
  if (const int order = OrderPlaces(x->place, y->place); order != 0) return order;
  return OrderOperations(x->operation, y->operation);
}

int OrderSequences(const Value* a, std::uint32_t a_count, const Value* b, std::uint32_t b_count) {
  for (std::uint32_t i = 0; i < a_count && i < b_count; ++i) {
    if (const int order = CompareValues(a[i], b[i]); order != 0) return order;
  }
  return Order(a_count, b_count);
}

}  // namespace

int CompareValues(const Value& a, const Value& b) {
  if (a.kind != b.kind) return Order(a.kind, b.kind);
  switch (a.kind) {
    case ValueKind::kAbsent: return 0;
    case ValueKind::kUnknown: return Order(std::tie(a.size, a.field), std::tie(b.size, b.field));
    case ValueKind::kError: {
      const bytecode::SourceRange& x = a.error->range;
      const bytecode::SourceRange& y = b.error->range;
      return Order(std::tie(a.error->trap, x.policy, x.line, x.column, x.end_line, x.end_column),
                   std::tie(b.error->trap, y.policy, y.line, y.column, y.end_line, y.end_column));
    }
    case ValueKind::kBool:
    case ValueKind::kInt:
    case ValueKind::kDuration:
    case ValueKind::kEnum:
    case ValueKind::kTime: return Order(a.i, b.i);
    case ValueKind::kDecimal: return Order(*a.decimal, *b.decimal);
    case ValueKind::kString: return Order(a.string(), b.string());
    case ValueKind::kIp: return Order(*a.ip, *b.ip);
    case ValueKind::kCidr: return Order(*a.cidr, *b.cidr);
    case ValueKind::kRegex: return Order(a.regex->pattern(), b.regex->pattern());
    case ValueKind::kJson: return CompareJson(*a.document, model::NodeId{a.size}, *b.document, model::NodeId{b.size});
    case ValueKind::kJsonPath: return Order(a.path->text, b.path->text);
    case ValueKind::kList:
    case ValueKind::kSet: {
      if (a.list == b.list) return 0;
      const int order = OrderSequences(a.list->items, a.list->count, b.list->items, b.list->count);
      return order != 0 ? order : Order(a.list->incomplete_causes, b.list->incomplete_causes);
    }
    case ValueKind::kMap: {
      const int order = OrderSequences(a.map->keys, a.map->count, b.map->keys, b.map->count);
      return order != 0 ? order : OrderSequences(a.map->values, a.map->count, b.map->values, b.map->count);
    }
    case ValueKind::kRecord: return OrderRecords(a, b);
    case ValueKind::kInterval: {
      const int low = CompareValues(a.interval->low, b.interval->low);
      return low != 0 ? low : CompareValues(a.interval->high, b.interval->high);
    }
    case ValueKind::kIterator: break;
  }
  WRIT_CHECK(false);
}

int CompareTimes(const Value& a, const Value& b) {
  // A time of precision p stands for one instant of [t, t + p), a day for all of it: what lies within a day equals it.
  const auto end = [](const Value& v) {
    std::int64_t sum = 0;
    return __builtin_add_overflow(v.i, v.time_precision(), &sum) ? INT64_MAX : sum;
  };
  const bool a_is_day = a.tag == Value::kDayPrecision;
  const bool b_is_day = b.tag == Value::kDayPrecision;
  if (a.i == b.i && (a.tag == b.tag ? a_is_day || a.tag == 0 : false)) return 0;
  const std::int64_t a_end = end(a);
  const std::int64_t b_end = end(b);
  if (a_end <= b.i) return -1;
  if (b_end <= a.i) return 1;
  if (b_is_day && !a_is_day && b.i <= a.i && a_end <= b_end) return 0;
  if (a_is_day && !b_is_day && a.i <= b.i && b_end <= a_end) return 0;
  return 2;
}

}  // namespace writ::vm
