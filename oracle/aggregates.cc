// Each aggregate as its definition reads, over the sorted present values.
#include "oracle/aggregates.h"

#include <algorithm>
#include <set>

#include "oracle/operators.h"

namespace writ::oracle {

using bytecode::Aggregate;
using bytecode::AggregateKind;
using bytecode::TypeKind;

namespace {

constexpr std::uint32_t kRatioPlaces = 37;

Value NumberOf(const Decimal& number, Arena& arena) { return Value::FromDecimal(arena.New<Decimal>(number)); }

// numerator / (denominator · 10^scale) by long division; `denominator` is positive.
Value Ratio(Int128 numerator, Int128 denominator, std::uint32_t scale, Arena& arena) {
  const bool negative = numerator < 0;
  Int128 rest = negative ? -numerator : numerator;
  // Room for one more digit in the coefficient, and in the remainder that it is taken from.
  Int128 room = 1;
  for (int i = 0; i < 37; ++i) room *= 10;
  std::uint32_t places = scale;
  Int128 quotient = rest / denominator;
  rest %= denominator;
  while (rest != 0 && places < kRatioPlaces && quotient < room && rest < room) {
    rest *= 10;
    quotient = quotient * 10 + rest / denominator;
    rest %= denominator;
    ++places;
  }
  while (places > 0 && quotient % 10 == 0) quotient /= 10, --places;
  return NumberOf(Decimal{negative ? -quotient : quotient, places}, arena);
}

Value Sum(TypeKind kind, const std::vector<Value>& sorted, Arena& arena) {
  if (kind == TypeKind::kDecimal) {
    Decimal sum;
    for (const Value& value : sorted) {
      const auto next = writ::Add(sum, *value.decimal);
      if (!next) return ErrorOf(vm::TrapKind::kOverflow, arena);
      sum = *next;
    }
    return NumberOf(sum, arena);
  }
  Int128 sum = 0;
  for (const Value& value : sorted) sum += value.i;
  if (sum > INT64_MAX || sum < INT64_MIN) return ErrorOf(vm::TrapKind::kOverflow, arena);
  const auto narrow = static_cast<std::int64_t>(sum);
  return kind == TypeKind::kDuration ? Value::Duration(narrow) : Value::Int(narrow);
}

Value Average(TypeKind kind, const std::vector<Value>& sorted, Arena& arena) {
  if (sorted.empty()) return Value::Absent();
  const auto count = static_cast<Int128>(sorted.size());
  if (kind == TypeKind::kDecimal) {
    const Value sum = Sum(kind, sorted, arena);
    return sum.is_error() ? sum : Ratio(sum.decimal->coefficient, count, sum.decimal->scale, arena);
  }
  Int128 sum = 0;
  for (const Value& value : sorted) sum += value.i;
  return Ratio(sum, count, 0, arena);
}

// The longest chain v, v + step, v + 2·step, … among the values.
Value LongestRun(const std::vector<Value>& distinct, std::int64_t step) {
  std::set<Int128> numbers;
  for (const Value& value : distinct) numbers.insert(value.i);
  std::int64_t longest = 0;
  for (const Int128 first : numbers) {
    if (numbers.count(first - step) != 0 && step > 0) continue;   // not where a chain begins
    std::int64_t length = 1;
    while (step > 0 && numbers.count(first + static_cast<Int128>(step) * length) != 0) ++length;
    longest = std::max(longest, length);
  }
  return Value::Int(longest);
}

// Nearest rank: the smallest value such that at least this share of all values is at or below it.
Value Quantile(const std::vector<Value>& sorted, std::int64_t millionths) {
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Int128 at_or_below = static_cast<Int128>(i) + 1;
    if (at_or_below * 1'000'000 >= static_cast<Int128>(sorted.size()) * millionths) return sorted[i];
  }
  return Value::Absent();
}

// Some values are known and `unknown` are not: what can be said all the same. Each unknown one might be anything.
Value FoldInPart(AggregateKind kind, const std::vector<Value>& sorted, std::int64_t unknown, const Value& why, Arena& arena) {
  if (sorted.empty()) return why;
  Value low, high;   // absent: no bound
  if (kind == AggregateKind::kMin) {
    high = sorted.front();
  } else if (kind == AggregateKind::kMax) {
    low = sorted.back();
  } else if (kind == AggregateKind::kShare) {
    const auto yes = static_cast<Int128>(std::count_if(sorted.begin(), sorted.end(), [](const Value& v) { return v.is_true(); }));
    const Int128 all = static_cast<Int128>(sorted.size()) + unknown;
    low = Ratio(yes, all, 0, arena);
    high = Ratio(yes + unknown, all, 0, arena);
  } else {
    return why;
  }
  return Value::Interval(arena.New<vm::IntervalRep>(vm::IntervalRep{low, high, why.size}));
}

}  // namespace

Value Fold(const Aggregate& aggregate, const bytecode::TypeTable& types, const std::vector<Value>& values, Arena& arena) {
  if (aggregate.kind == AggregateKind::kCount) return Value::Int(static_cast<std::int64_t>(values.size()));
  std::vector<Value> sorted;
  std::int64_t unknown = 0;
  std::uint32_t causes = 0;
  std::uint16_t field = 0;
  for (const Value& value : values) {
    if (value.is_error()) return value;
    if (value.is_unknown() || value.kind == ValueKind::kInterval) {
      ++unknown;
      const Value reason = value.is_unknown() ? value : Value::Unknown(value.interval->causes);
      const Value joined = unknown == 1 ? reason : *PoisonOf(Value::Unknown(causes, field), reason);
      causes = joined.size, field = joined.field;
    } else if (!value.is_absent()) {
      sorted.push_back(value);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return vm::CompareValues(a, b) < 0; });
  std::vector<Value> distinct = sorted;
  distinct.erase(std::unique(distinct.begin(), distinct.end(), [](const Value& a, const Value& b) { return vm::CompareValues(a, b) == 0; }),
                 distinct.end());
  const TypeKind kind = types.Get(types.Unwrap(aggregate.argument)).kind;

  if (aggregate.kind == AggregateKind::kDistinct) {
    const auto known = static_cast<std::int64_t>(distinct.size());
    if (unknown == 0) return Value::Int(known);
    // Each unknown value may be one of the known ones, or a new one. What present() takes may even turn out to be absent.
    const std::int64_t least = aggregate.present_only ? 0 : 1;
    return Value::Interval(arena.New<vm::IntervalRep>(vm::IntervalRep::OfCount(std::max(known, least), known + unknown, causes)));
  }
  if (unknown > 0) return FoldInPart(aggregate.kind, sorted, unknown, Value::Unknown(causes, field), arena);
  switch (aggregate.kind) {
    case AggregateKind::kCount:
    case AggregateKind::kDistinct: break;
    case AggregateKind::kSum: return Sum(kind, sorted, arena);
    case AggregateKind::kAvg: return Average(kind, sorted, arena);
    case AggregateKind::kMin: return sorted.empty() ? Value::Absent() : sorted.front();
    case AggregateKind::kMax: return sorted.empty() ? Value::Absent() : sorted.back();
    case AggregateKind::kShare: {
      if (sorted.empty()) return Value::Absent();
      const auto yes = std::count_if(sorted.begin(), sorted.end(), [](const Value& v) { return v.is_true(); });
      return Ratio(static_cast<Int128>(yes), static_cast<Int128>(sorted.size()), 0, arena);
    }
    case AggregateKind::kSet: {
      Value* items = arena.NewArray<Value>(distinct.size());
      std::copy(distinct.begin(), distinct.end(), items);
      return Value::Set(arena.New<vm::ListRep>(vm::ListRep{items, static_cast<std::uint32_t>(distinct.size()), 0}));
    }
    case AggregateKind::kLongestRun: return LongestRun(distinct, aggregate.parameter);
    case AggregateKind::kQuantile: return Quantile(sorted, aggregate.parameter);
  }
  return Value::Absent();
}

}  // namespace writ::oracle
