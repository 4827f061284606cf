// Exact aggregates: ratios are decimals cut off at 37 places, which no literal of the language can tell from the ratio itself.
#include "engine/aggregates.h"

#include <algorithm>
#include <cstring>

namespace writ::engine {

using bytecode::AggregateKind;
using vm::Value;
using vm::ValueKind;

namespace {

// a / b cut off after as many places as fit, at most 37.
Decimal Ratio(Int128 a, Int128 b) {
  Decimal out;
  const bool negative = (a < 0) != (b < 0) && a != 0;
  UInt128 n = static_cast<UInt128>(a < 0 ? -a : a);
  const UInt128 d = static_cast<UInt128>(b < 0 ? -b : b);
  UInt128 whole = n / d;
  n %= d;
  std::uint32_t scale = 0;
  constexpr UInt128 kRoom = static_cast<UInt128>(1'000'000'000'000'000'000) * static_cast<UInt128>(1'000'000'000'000'000'000);
  while (n != 0 && scale < 37 && whole < kRoom / 10 && n < kRoom) {
    n *= 10;
    whole = whole * 10 + n / d;
    n %= d;
    ++scale;
  }
  out.coefficient = negative ? -static_cast<Int128>(whole) : static_cast<Int128>(whole);
  out.scale = scale;
  while (out.scale > 0 && out.coefficient % 10 == 0) {
    out.coefficient /= 10;
    --out.scale;
  }
  return out;
}

std::pair<std::uint32_t, std::uint16_t> ReasonOf(const Value& value) {
  if (value.is_unknown()) return {value.size, value.field};
  return {value.interval->causes, std::uint16_t{0}};
}

Value Between(const Value& low, const Value& high, const Value& unknown, Arena& arena) {
  return Value::Interval(arena.New<vm::IntervalRep>(vm::IntervalRep{low, high, unknown.size}));
}

Value Overflow(Arena& arena) { return Value::Error(arena.New<vm::ErrorRep>(vm::ErrorRep{vm::TrapKind::kOverflow, {}})); }

}  // namespace

OwnedValue::OwnedValue(const Value& value) : value_(value) {
  const auto keep = [&](const void* bytes, std::size_t size) {
    storage_ = std::make_unique<char[]>(size);
    std::memcpy(storage_.get(), bytes, size);
    return storage_.get();
  };
  switch (value.kind) {
    case ValueKind::kString: value_.text = keep(value.text, value.size); break;
    case ValueKind::kDecimal: value_.decimal = reinterpret_cast<const Decimal*>(keep(value.decimal, sizeof(Decimal))); break;
    case ValueKind::kIp: value_.ip = reinterpret_cast<const IpAddress*>(keep(value.ip, sizeof(IpAddress))); break;
    case ValueKind::kCidr: value_.cidr = reinterpret_cast<const Cidr*>(keep(value.cidr, sizeof(Cidr))); break;
    default: break;   // in place
  }
}

void WindowAggregate::Enter(const Value& value) {
  ++rows_;
  if (shape_.kind == AggregateKind::kCount) return;
  switch (value.kind) {
    case ValueKind::kUnknown:
    case ValueKind::kInterval:
      ++unknown_;
      ++reasons_[ReasonOf(value)];
      break;
    case ValueKind::kError:
      ++errors_;
      error_value_ = value;
      break;
    case ValueKind::kAbsent: ++absent_; break;
    default: {
      auto at = values_.find(value);
      if (at == values_.end()) at = values_.emplace(value, 0).first;
      ++at->second;
      break;
    }
  }
}

void WindowAggregate::Leave(const Value& value) {
  --rows_;
  if (shape_.kind == AggregateKind::kCount) return;
  switch (value.kind) {
    case ValueKind::kUnknown:
    case ValueKind::kInterval: {
      --unknown_;
      const auto at = reasons_.find(ReasonOf(value));
      if (--at->second == 0) reasons_.erase(at);
      break;
    }
    case ValueKind::kError: --errors_; break;
    case ValueKind::kAbsent: --absent_; break;
    default: {
      const auto at = values_.find(value);
      if (--at->second == 0) values_.erase(at);
      break;
    }
  }
}

void WindowAggregate::Clear() {
  rows_ = unknown_ = absent_ = errors_ = 0;
  reasons_.clear();
  values_.clear();
}

Value WindowAggregate::Result(Arena& arena) const {
  if (shape_.kind == AggregateKind::kCount) return Value::Int(static_cast<std::int64_t>(rows_));
  if (errors_ > 0) return error_value_;
  if (shape_.kind == AggregateKind::kDistinct) {
    const auto known = static_cast<std::int64_t>(values_.size());
    if (unknown_ == 0) return Value::Int(known);
    const auto high = known + static_cast<std::int64_t>(unknown_);
    // An unknown value is some value, unless absent ones are dropped: then it may be none.
    const std::int64_t low = shape_.present_only ? known : std::max<std::int64_t>(known, 1);
    return Between(Value::Int(low), Value::Int(high), Unknown(), arena);
  }
  if (unknown_ == 0) return Fold(arena);
  // Without one known value there is no bound, and with present() perhaps no value at all.
  if (values_.empty()) return Unknown();
  switch (shape_.kind) {
    case AggregateKind::kMin: return Between(Value::Absent(), values_.begin()->first.get(), Unknown(), arena);
    case AggregateKind::kMax: return Between(values_.rbegin()->first.get(), Value::Absent(), Unknown(), arena);
    case AggregateKind::kShare: {
      // None of the unknown ones, or all of them. Where some may be absent, leaving them out gives a share between the two.
      std::uint64_t known = 0;
      for (const auto& [owned, number] : values_) known += number;
      const auto at = values_.find(Value::Bool(true));
      const std::uint64_t yes = at == values_.end() ? 0 : at->second;
      const auto share = [&](std::uint64_t n) {
        return Value::FromDecimal(arena.New<Decimal>(Ratio(static_cast<Int128>(n), static_cast<Int128>(known + unknown_))));
      };
      return Between(share(yes), share(yes + unknown_), Unknown(), arena);
    }
    default: return Unknown();
  }
}

Value WindowAggregate::Unknown() const {
  Value joined;
  for (const auto& [reason, rows] : reasons_) {
    const Value one = Value::Unknown(reason.first, reason.second);
    joined = joined.is_absent() ? one : JoinPoison(one, joined);
  }
  return joined;
}

Value WindowAggregate::Fold(Arena& arena) const {
  std::uint64_t present = 0;
  for (const auto& [owned, number] : values_) present += number;
  switch (shape_.kind) {
    case AggregateKind::kShare: {
      const auto at = values_.find(Value::Bool(true));
      const std::uint64_t yes = at == values_.end() ? 0 : at->second;
      if (present == 0) return Value::Absent();
      return Value::FromDecimal(arena.New<Decimal>(Ratio(static_cast<Int128>(yes), static_cast<Int128>(present))));
    }
    case AggregateKind::kSum:
    case AggregateKind::kAvg: {
      if (present == 0 && shape_.kind == AggregateKind::kAvg) return Value::Absent();
      const bool decimal = values_.empty() ? result_ == bytecode::TypeKind::kDecimal : values_.begin()->first.get().kind == ValueKind::kDecimal;
      if (decimal) {
        Decimal sum;
        for (const auto& [owned, number] : values_) {
        const Value& value = owned.get();
          const auto part = Multiply(*value.decimal, Decimal::FromInt(static_cast<std::int64_t>(number)));
          const auto total = part ? writ::Add(sum, *part) : std::nullopt;
          if (!total) return Overflow(arena);
          sum = *total;
        }
        if (shape_.kind == AggregateKind::kSum) return Value::FromDecimal(arena.New<Decimal>(sum));
        Int128 divisor = static_cast<Int128>(present);
        for (std::uint32_t i = 0; i < sum.scale && divisor < (Int128{1} << 90); ++i) divisor *= 10;
        return Value::FromDecimal(arena.New<Decimal>(Ratio(sum.coefficient, divisor)));
      }
      Int128 sum = 0;
      for (const auto& [owned, number] : values_) sum += static_cast<Int128>(owned.get().i) * static_cast<Int128>(number);
      if (shape_.kind == AggregateKind::kAvg) return Value::FromDecimal(arena.New<Decimal>(Ratio(sum, static_cast<Int128>(present))));
      if (sum > INT64_MAX || sum < INT64_MIN) return Overflow(arena);
      const auto total = static_cast<std::int64_t>(sum);
      return result_ == bytecode::TypeKind::kDuration ? Value::Duration(total) : Value::Int(total);
    }
    case AggregateKind::kMin: return values_.empty() ? Value::Absent() : values_.begin()->first.get();
    case AggregateKind::kMax: return values_.empty() ? Value::Absent() : values_.rbegin()->first.get();
    case AggregateKind::kSet: {
      Value* items = arena.NewArray<Value>(values_.size());
      std::uint32_t n = 0;
      for (const auto& [owned, number] : values_) items[n++] = owned.get();
      return Value::Set(arena.New<vm::ListRep>(vm::ListRep{items, n, 0}));
    }
    case AggregateKind::kLongestRun: {
      std::int64_t longest = 0, run = 0;
      // Chains with a step above 1 interleave, so each value looks for its predecessor.
      std::map<std::int64_t, std::int64_t> runs;
      for (const auto& [owned, number] : values_) {
        const Value& value = owned.get();
        std::int64_t before = 0;
        run = 1;
        if (!__builtin_sub_overflow(value.i, shape_.parameter, &before)) {
          const auto at = runs.find(before);
          if (at != runs.end()) run = at->second + 1;
        }
        runs[value.i] = run;
        longest = std::max(longest, run);
        while (!runs.empty() && static_cast<Int128>(value.i) - runs.begin()->first > shape_.parameter) runs.erase(runs.begin());
      }
      return Value::Int(longest);
    }
    case AggregateKind::kQuantile: {
      if (present == 0) return Value::Absent();
      // Nearest rank: the smallest value with at least this share of all at or below it.
      const Int128 wanted = (static_cast<Int128>(present) * shape_.parameter + 999'999) / 1'000'000;
      Int128 seen = 0;
      for (const auto& [owned, number] : values_) {
        const Value& value = owned.get();
        seen += static_cast<Int128>(number);
        if (seen >= wanted) return value;
      }
      return values_.rbegin()->first.get();
    }
    case AggregateKind::kCount:
    case AggregateKind::kDistinct: break;
  }
  return Value::Absent();
}

}  // namespace writ::engine
