// Builtins on lists, sets and maps. An incomplete collection may lack items at any place, so nothing is said about its ends.
#include <algorithm>
#include <cstdint>

#include "vm/builtins/builtins.h"
#include "vm/collections.h"

namespace writ::vm {
namespace {

Value SizeOf(const ListRep& list, BuiltinContext& context) {
  if (list.incomplete_causes == 0) return Value::Int(list.count);
  if (!Reserve(context, sizeof(IntervalRep))) return Value::Absent();
  return Value::Interval(context.arena.New<IntervalRep>(IntervalRep::OfCount(list.count, INT64_MAX, list.incomplete_causes)));
}

}  // namespace

Value Builtin_kListSize(const Value* args, BuiltinContext& context) { return SizeOf(*args[0].list, context); }
Value Builtin_kSetSize(const Value* args, BuiltinContext& context) { return SizeOf(*args[0].list, context); }
Value Builtin_kMapSize(const Value* args, BuiltinContext&) { return Value::Int(args[0].map->count); }

Value Builtin_kListFirst(const Value* args, BuiltinContext&) {
  const ListRep& list = *args[0].list;
  if (list.incomplete_causes != 0) return Value::Unknown(list.incomplete_causes);
  return list.count == 0 ? Value::Absent() : list.items[0];
}

Value Builtin_kListLast(const Value* args, BuiltinContext&) {
  const ListRep& list = *args[0].list;
  if (list.incomplete_causes != 0) return Value::Unknown(list.incomplete_causes);
  return list.count == 0 ? Value::Absent() : list.items[list.count - 1];
}

Value Builtin_kMapGet(const Value* args, BuiltinContext&) {
  const MapRep& map = *args[0].map;
  const Value* end = map.keys + map.count;
  const Value* at = std::lower_bound(map.keys, end, args[1], [](const Value& a, const Value& b) { return CompareValues(a, b) < 0; });
  return at != end && CompareValues(*at, args[1]) == 0 ? map.values[at - map.keys] : Value::Absent();
}

Value Builtin_kListToSet(const Value* args, BuiltinContext& context) { return MakeSet(context, args[0]); }

}  // namespace writ::vm
