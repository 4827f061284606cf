// Making lists and sets in an arena. Covered by tests/vm/interpreter_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/access.h"

namespace writ::vm {

// Uninitialised room for `count` items, or null when the budget does not hold it. `count` 0 gives a valid pointer.
Value* NewItems(FieldContext& context, std::size_t count);
// A list of items that live as long as the context's arena; absent when the budget does not hold it.
Value NewList(FieldContext& context, const Value* items, std::size_t count, std::uint32_t incomplete_causes = 0);
// A copy of a text in the arena; absent when the budget does not hold it.
Value NewText(FieldContext& context, std::string_view text);

// `make(element)` for each element of a range, as a list.
template <typename Range, typename Make>
Value ListFrom(FieldContext& context, const Range& range, Make make, std::uint32_t incomplete_causes = 0) {
  Value* items = NewItems(context, range.size());
  if (items == nullptr) return Value::Absent();
  std::size_t count = 0;
  for (const auto& element : range) new (&items[count++]) Value(make(element));
  return NewList(context, items, count, incomplete_causes);
}

// The items of a list as a set: canonical order, no repeats. An unknown item makes the set incomplete for its causes; an item that
// is an error makes all of it that error; absent items are one member.
Value MakeSet(FieldContext& context, const Value& list);

// A list that grows in place. INVARIANT, kept by the verifier: a register that list_push writes to holds what list_new or list_from
// made there, and nobody else has seen it yet.
struct ListBuilder : ListRep {
  Value* room = nullptr;             // `items`, as it may be written
  std::uint32_t capacity = 0;
};
// Absent when the budget does not hold it.
Value NewBuilder(FieldContext& context, std::uint32_t incomplete_causes);
// The builder behind a list that is still growing.
ListBuilder& BuilderOf(const Value& list);
void Append(FieldContext& context, ListBuilder& builder, const Value& item);

}  // namespace writ::vm
