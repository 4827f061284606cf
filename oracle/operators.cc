// Three-valued operators, each as its definition reads.
#include "oracle/operators.h"

#include <algorithm>
#include <vector>

#include "base/int128.h"
#include "base/regex.h"
#include "model/traffic/exchange.h"
#include "vm/access.h"

namespace writ::oracle {

using vm::IntervalRep;
using vm::ListRep;
using vm::TrapKind;

namespace {

constexpr std::int64_t kMin = INT64_MIN, kMax = INT64_MAX;

bool IsInterval(const Value& v) { return v.kind == ValueKind::kInterval; }

IntervalRep BoundsOf(const Value& v) { return IsInterval(v) ? *v.interval : IntervalRep{v, v, 0}; }

// A count, or the exact number when both bounds are the same and nothing is unknown.
Value CountOf(Int128 low, Int128 high, std::uint32_t causes, Arena& arena) {
  const auto clamp = [](Int128 n) { return n > kMax ? kMax : static_cast<std::int64_t>(n); };
  if (causes == 0) return Value::Int(clamp(low));
  return Value::Interval(arena.New<IntervalRep>(IntervalRep::OfCount(clamp(low), clamp(high), causes)));
}

// The conjunction of many answers: false wins, then error, unknown, true. Absent counts as an answer that is missing.
class AllOf {
 public:
  void Add(const Value& answer) { all_ = And(all_, answer); }
  const Value& answer() const { return all_; }

 private:
  Value all_ = Value::Bool(true);
};

class AnyOf {
 public:
  void Add(const Value& answer) { any_ = Or(any_, answer); }
  const Value& answer() const { return any_; }

 private:
  Value any_ = Value::Bool(false);
};

// Equality of two items of collections: absent equals absent, and nothing else.
Value EqualItems(const Value& a, const Value& b) {
  const bool unclear = a.is_error() || a.is_unknown() || b.is_error() || b.is_unknown();
  if (!unclear && (a.is_absent() || b.is_absent())) return Value::Bool(a.is_absent() && b.is_absent());
  return Equal(a, b);
}

Value EqualRows(const Value* a, const Value* b, std::uint32_t count) {
  AllOf all;
  for (std::uint32_t i = 0; i < count; ++i) all.Add(EqualItems(a[i], b[i]));
  return all.answer();
}

// Whether every value up to `last` comes before every one from `first` on; false also where that is not known.
bool SurelyBefore(const Value& last, const Value& first, bool or_equal) {
  if (last.is_absent() || first.is_absent()) return false;   // no bound
  const int order = last.kind == ValueKind::kTime ? vm::CompareTimes(last, first) : vm::CompareValues(last, first);
  return order == -1 || (or_equal && order == 0);
}

bool IsOneValue(const IntervalRep& a) { return SurelyBefore(a.low, a.high, true) && SurelyBefore(a.high, a.low, true); }

Value EqualBounds(const IntervalRep& a, const IntervalRep& b) {
  if (SurelyBefore(a.high, b.low, false) || SurelyBefore(b.high, a.low, false)) return Value::Bool(false);
  if (IsOneValue(a) && IsOneValue(b) && SurelyBefore(a.low, b.low, true)) return Value::Bool(true);
  return Value::Unknown(a.causes | b.causes);
}

Value LessBounds(const IntervalRep& a, const IntervalRep& b) {
  if (SurelyBefore(a.high, b.low, false)) return Value::Bool(true);
  if (SurelyBefore(b.high, a.low, true)) return Value::Bool(false);
  return Value::Unknown(a.causes | b.causes);
}

Value FromWide(ValueKind kind, Int128 n, Arena& arena) {
  if (n < kMin || n > kMax) return ErrorOf(TrapKind::kOverflow, arena);
  const auto narrow = static_cast<std::int64_t>(n);
  return kind == ValueKind::kDuration ? Value::Duration(narrow) : Value::Int(narrow);
}

Value FromDecimal(const std::optional<Decimal>& d, TrapKind otherwise, Arena& arena) {
  if (!d) return ErrorOf(otherwise, arena);
  return Value::FromDecimal(arena.New<Decimal>(*d));
}

// A time moved by a duration keeps its precision.
Value Moved(const Value& time, Int128 nanos, Arena& arena) {
  if (nanos < kMin || nanos > kMax) return ErrorOf(TrapKind::kOverflow, arena);
  return Value::Time(static_cast<std::int64_t>(nanos), time.time_precision());
}

Int128 Wide(const Value& v) { return static_cast<Int128>(v.i); }

}  // namespace

Value ErrorOf(TrapKind trap, Arena& arena) { return Value::Error(arena.New<vm::ErrorRep>(vm::ErrorRep{trap, {}})); }

std::optional<Value> PoisonOf(const Value& a, const Value& b) {
  if (a.is_error()) return a;
  if (b.is_error()) return b;
  if (a.is_unknown() && b.is_unknown()) {
    std::uint16_t field = std::min(a.field, b.field);
    if (field == 0) field = std::max(a.field, b.field);   // 0 names no field
    return Value::Unknown(a.size | b.size, field);
  }
  if (a.is_unknown()) return a;
  if (b.is_unknown()) return b;
  if (a.is_absent() || b.is_absent()) return Value::Absent();
  return std::nullopt;
}

std::optional<Value> StrictOf(const Value& a, const Value& b) {
  if (const auto poison = PoisonOf(a, b)) return poison;
  std::uint32_t causes = 0;
  if (IsInterval(a)) causes |= a.interval->causes;
  if (IsInterval(b)) causes |= b.interval->causes;
  if (!IsInterval(a) && !IsInterval(b)) return std::nullopt;
  return Value::Unknown(causes);
}

Value Not(const Value& a) {
  if (a.is_poison()) return a;
  return Value::Bool(a.is_false());
}

Value And(const Value& a, const Value& b) {
  if (a.is_false() || b.is_false()) return Value::Bool(false);
  if (const auto poison = PoisonOf(a, b)) return *poison;
  return Value::Bool(true);
}

Value Or(const Value& a, const Value& b) {
  if (a.is_true() || b.is_true()) return Value::Bool(true);
  if (const auto poison = PoisonOf(a, b)) return *poison;
  return Value::Bool(false);
}

Value Has(const Value& a) {
  if (a.is_error() || a.is_unknown()) return a;
  return Value::Bool(!a.is_absent());
}

Value IsKnown(const Value& a) {
  if (a.is_error()) return a;
  return Value::Bool(!a.is_unknown());
}

Value IsEmpty(const Value& a) {
  if (const auto strict = StrictOf(a, a)) return *strict;
  if (a.kind == ValueKind::kString) return Value::Bool(a.string().empty());
  if (a.kind == ValueKind::kMap) return Value::Bool(a.map->count == 0);
  if (a.list->count > 0) return Value::Bool(false);
  if (a.list->incomplete_causes != 0) return Value::Unknown(a.list->incomplete_causes);
  return Value::Bool(true);
}

Value Equal(const Value& a, const Value& b) {
  if (const auto poison = PoisonOf(a, b)) return *poison;
  if (IsInterval(a) || IsInterval(b)) return EqualBounds(BoundsOf(a), BoundsOf(b));
  switch (a.kind) {
    case ValueKind::kBool:
    case ValueKind::kInt:
    case ValueKind::kDuration:
    case ValueKind::kEnum: return Value::Bool(a.i == b.i);
    case ValueKind::kDecimal: return Value::Bool(*a.decimal == *b.decimal);
    case ValueKind::kString: return Value::Bool(a.string() == b.string());
    case ValueKind::kIp: return Value::Bool(*a.ip == *b.ip);
    case ValueKind::kCidr: return Value::Bool(*a.cidr == *b.cidr);
    case ValueKind::kJson: return Value::Bool(vm::JsonEqual(a, b));
    case ValueKind::kTime: {
      const int order = vm::CompareTimes(a, b);
      if (order == 2) return Value::Unknown(model::kNotOrdered);
      return Value::Bool(order == 0);
    }
    case ValueKind::kList:
    case ValueKind::kSet: {
      const std::uint32_t causes = a.list->incomplete_causes | b.list->incomplete_causes;
      if (causes != 0) return Value::Unknown(causes);
      if (a.list->count != b.list->count) return Value::Bool(false);
      return EqualRows(a.list->items, b.list->items, a.list->count);
    }
    case ValueKind::kMap:
      if (a.map->count != b.map->count) return Value::Bool(false);
      return And(EqualRows(a.map->keys, b.map->keys, a.map->count), EqualRows(a.map->values, b.map->values, a.map->count));
    case ValueKind::kRegex:
    case ValueKind::kJsonPath:
    case ValueKind::kRecord: return Value::Bool(vm::CompareValues(a, b) == 0);
    case ValueKind::kAbsent:
    case ValueKind::kUnknown:
    case ValueKind::kError:
    case ValueKind::kInterval:
    case ValueKind::kIterator: break;
  }
  return Value::Absent();
}

Value Less(const Value& a, const Value& b) {
  if (const auto poison = PoisonOf(a, b)) return *poison;
  if (IsInterval(a) || IsInterval(b)) return LessBounds(BoundsOf(a), BoundsOf(b));
  if (a.kind == ValueKind::kDecimal) return Value::Bool(*a.decimal < *b.decimal);
  if (a.kind == ValueKind::kString) return Value::Bool(a.string() < b.string());
  if (a.kind == ValueKind::kTime) {
    const int order = vm::CompareTimes(a, b);
    if (order == 2) return Value::Unknown(model::kNotOrdered);
    return Value::Bool(order == -1);
  }
  return Value::Bool(a.i < b.i);
}

// The order is total where it is known, so `a <= b` is `not (b < a)`.
Value LessOrEqual(const Value& a, const Value& b) {
  if (const auto poison = PoisonOf(a, b)) return *poison;
  return Not(Less(b, a));
}

Value In(const Value& item, const Value& container) {
  if (const auto poison = PoisonOf(item, container)) return *poison;
  if (container.kind == ValueKind::kCidr) return Value::Bool(container.cidr->Contains(*item.ip));
  AnyOf any;
  if (container.kind == ValueKind::kMap) {
    if (const auto strict = StrictOf(item, item)) return *strict;
    for (std::uint32_t i = 0; i < container.map->count; ++i) any.Add(Equal(item, container.map->keys[i]));
    return any.answer();
  }
  const ListRep& list = *container.list;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const Value& other = list.items[i];
    if (item.kind == ValueKind::kIp && other.kind == ValueKind::kCidr) {
      any.Add(Value::Bool(other.cidr->Contains(*item.ip)));
    } else {
      any.Add(EqualItems(item, other));
    }
  }
  if (list.incomplete_causes != 0) any.Add(Value::Unknown(list.incomplete_causes));
  return any.answer();
}

Value Matches(const Value& text, const Value& pattern) {
  if (const auto strict = StrictOf(text, pattern)) return *strict;
  return Value::Bool(pattern.regex->MatchesWhole(text.string()));
}

Value Contains(const Value& text, const Value& part) {
  if (const auto strict = StrictOf(text, part)) return *strict;
  if (part.kind == ValueKind::kRegex) return Value::Bool(part.regex->FoundIn(text.string()));
  return Value::Bool(text.string().find(part.string()) != std::string_view::npos);
}

Value At(const Value& container, const Value& index) {
  if (const auto strict = StrictOf(container, index)) return *strict;
  if (container.kind == ValueKind::kMap) {
    for (std::uint32_t i = 0; i < container.map->count; ++i) {
      if (Equal(container.map->keys[i], index).is_true()) return container.map->values[i];
    }
    return Value::Absent();
  }
  // Where items may be missing, no position is certain.
  if (container.list->incomplete_causes != 0) return Value::Unknown(container.list->incomplete_causes);
  if (index.i < 0 || index.i >= std::int64_t{container.list->count}) return Value::Absent();
  return container.list->items[index.i];
}

Value Negate(const Value& a, Arena& arena) {
  if (const auto strict = StrictOf(a, a)) return *strict;
  if (a.kind == ValueKind::kDecimal) return FromDecimal(writ::Subtract(Decimal{}, *a.decimal), TrapKind::kOverflow, arena);
  return FromWide(a.kind, -Wide(a), arena);
}

Value Add(const Value& a, const Value& b, Arena& arena) {
  if (const auto strict = StrictOf(a, b)) return *strict;
  if (a.kind == ValueKind::kDecimal) return FromDecimal(writ::Add(*a.decimal, *b.decimal), TrapKind::kOverflow, arena);
  if (a.kind == ValueKind::kTime) return Moved(a, Wide(a) + Wide(b), arena);
  return FromWide(a.kind, Wide(a) + Wide(b), arena);
}

Value Subtract(const Value& a, const Value& b, Arena& arena) {
  if (const auto strict = StrictOf(a, b)) return *strict;
  if (a.kind == ValueKind::kDecimal) return FromDecimal(writ::Subtract(*a.decimal, *b.decimal), TrapKind::kOverflow, arena);
  if (a.kind == ValueKind::kTime && b.kind == ValueKind::kTime) return FromWide(ValueKind::kDuration, Wide(a) - Wide(b), arena);
  if (a.kind == ValueKind::kTime) return Moved(a, Wide(a) - Wide(b), arena);
  return FromWide(a.kind, Wide(a) - Wide(b), arena);
}

Value Multiply(const Value& a, const Value& b, Arena& arena) {
  if (const auto strict = StrictOf(a, b)) return *strict;
  if (a.kind == ValueKind::kDecimal) return FromDecimal(writ::Multiply(*a.decimal, *b.decimal), TrapKind::kOverflow, arena);
  return FromWide(a.kind, Wide(a) * Wide(b), arena);
}

Value Divide(const Value& a, const Value& b, Arena& arena) {
  if (const auto strict = StrictOf(a, b)) return *strict;
  if (a.kind == ValueKind::kDecimal) {
    const bool by_zero = b.decimal->coefficient == 0;
    return FromDecimal(writ::Divide(*a.decimal, *b.decimal), by_zero ? TrapKind::kDivisionByZero : TrapKind::kInexact, arena);
  }
  if (b.i == 0) return ErrorOf(TrapKind::kDivisionByZero, arena);
  return FromWide(a.kind, Wide(a) / Wide(b), arena);
}

Value Modulo(const Value& a, const Value& b, Arena& arena) {
  if (const auto strict = StrictOf(a, b)) return *strict;
  if (b.i == 0) return ErrorOf(TrapKind::kDivisionByZero, arena);
  return FromWide(a.kind, Wide(a) % Wide(b), arena);
}

Value CountOneMore(const Value& count, const Value& condition, Arena& arena) {
  if (count.is_poison()) return count;
  if (condition.is_error()) return condition;
  if (condition.is_false()) return count;
  const IntervalRep so_far = BoundsOf(count);
  const Int128 low = so_far.low_count(), high = so_far.high_count();
  if (condition.is_true()) return CountOf(low + 1, high + 1, so_far.causes, arena);
  const std::uint32_t why = condition.is_unknown() && condition.size != 0 ? condition.size : std::uint32_t{model::kIncomplete};
  return CountOf(low, high + 1, so_far.causes | why, arena);
}

Value CountOver(const Value& count, std::uint32_t incomplete_causes, Arena& arena) {
  if (count.is_poison() || incomplete_causes == 0) return count;
  const IntervalRep so_far = BoundsOf(count);
  return CountOf(so_far.low_count(), kMax, so_far.causes | incomplete_causes, arena);
}

Value SetOf(const ListRep& items, Arena& arena) {
  std::vector<Value> members;
  std::uint32_t causes = items.incomplete_causes;
  for (std::uint32_t i = 0; i < items.count; ++i) {
    const Value& item = items.items[i];
    if (item.is_error()) return item;
    if (item.is_unknown()) {
      causes |= item.size;
      continue;
    }
    members.push_back(item);
  }
  std::sort(members.begin(), members.end(), [](const Value& a, const Value& b) { return vm::CompareValues(a, b) < 0; });
  const auto end = std::unique(members.begin(), members.end(), [](const Value& a, const Value& b) { return vm::CompareValues(a, b) == 0; });
  members.erase(end, members.end());
  Value* kept = arena.NewArray<Value>(members.size());
  std::copy(members.begin(), members.end(), kept);
  return Value::Set(arena.New<ListRep>(ListRep{kept, static_cast<std::uint32_t>(members.size()), causes}));
}

}  // namespace writ::oracle
