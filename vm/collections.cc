// Lists are arrays of values behind a header; both come from the arena and are never freed before it.
#include "vm/collections.h"

#include <algorithm>
#include <limits>

namespace writ::vm {

Value* NewItems(FieldContext& context, std::size_t count) {
  if (count > std::numeric_limits<std::uint32_t>::max()) {
    context.exhausted = true;
    return nullptr;
  }
  if (!Reserve(context, count * sizeof(Value))) return nullptr;
  // Never null, so that no items and no room can be told apart.
  return static_cast<Value*>(context.arena.Allocate(std::max<std::size_t>(count, 1) * sizeof(Value)));
}

Value NewList(FieldContext& context, const Value* items, std::size_t count, std::uint32_t incomplete_causes) {
  if (!Reserve(context, sizeof(ListRep))) return Value::Absent();
  auto* list = context.arena.New<ListRep>();
  list->items = items;
  list->count = static_cast<std::uint32_t>(count);
  list->incomplete_causes = incomplete_causes;
  return Value::List(list);
}

Value NewText(FieldContext& context, std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    context.exhausted = true;
    return Value::Absent();
  }
  if (!Reserve(context, text.size())) return Value::Absent();
  return Value::String(context.arena.Copy(text));
}

Value MakeSet(FieldContext& context, const Value& list) {
  const ListRep& from = *list.list;
  Value* items = NewItems(context, from.count);
  if (items == nullptr) return Value::Absent();
  std::uint32_t causes = from.incomplete_causes;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < from.count; ++i) {
    const Value& item = from.items[i];
    if (item.is_error()) return item;
    if (item.is_unknown()) {
      causes |= item.size;
    } else {
      items[count++] = item;
    }
  }
  std::stable_sort(items, items + count, [](const Value& a, const Value& b) { return CompareValues(a, b) < 0; });
  Value* end = std::unique(items, items + count, [](const Value& a, const Value& b) { return CompareValues(a, b) == 0; });
  Value set = NewList(context, items, static_cast<std::size_t>(end - items), causes);
  if (set.is_absent()) return set;
  return Value::Set(set.list);
}

Value NewBuilder(FieldContext& context, std::uint32_t incomplete_causes) {
  if (!Reserve(context, sizeof(ListBuilder))) return Value::Absent();
  auto* builder = context.arena.New<ListBuilder>();
  builder->incomplete_causes = incomplete_causes;
  return Value::List(builder);
}

ListBuilder& BuilderOf(const Value& list) {
  // The object itself is not const: NewBuilder made it.
  return *const_cast<ListBuilder*>(static_cast<const ListBuilder*>(list.list));
}

void Append(FieldContext& context, ListBuilder& builder, const Value& item) {
  if (builder.count == builder.capacity) {
    const std::size_t capacity = builder.capacity == 0 ? 4 : std::size_t{builder.capacity} * 2;
    Value* room = NewItems(context, capacity);
    if (room == nullptr) return;
    std::copy(builder.items, builder.items + builder.count, room);
    builder.items = builder.room = room;
    builder.capacity = static_cast<std::uint32_t>(capacity);
  }
  builder.room[builder.count++] = item;
}

}  // namespace writ::vm
