// Short names of values and a printed form of them, for tables.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/time.h"
#include "vm/value.h"

namespace writ::test {

// Keeps what values point to.
class Values {
 public:
  vm::Value Unknown(std::uint32_t causes, std::uint16_t field = 0) { return vm::Value::Unknown(causes, field); }
  vm::Value Error(vm::TrapKind trap = vm::TrapKind::kOverflow) { return vm::Value::Error(arena.New<vm::ErrorRep>(vm::ErrorRep{trap, {}})); }
  vm::Value Bounds(std::int64_t low, std::int64_t high, std::uint32_t causes) {
    return vm::Value::Interval(arena.New<vm::IntervalRep>(vm::IntervalRep::OfCount(low, high, causes)));
  }
  vm::Value List(const std::vector<vm::Value>& items, std::uint32_t incomplete = 0) { return vm::Value::List(Rep(items, incomplete)); }
  vm::Value Set(const std::vector<vm::Value>& items, std::uint32_t incomplete = 0) { return vm::Value::Set(Rep(items, incomplete)); }
  vm::Value Map(const std::vector<vm::Value>& keys, const std::vector<vm::Value>& values) {
    return vm::Value::Map(arena.New<vm::MapRep>(vm::MapRep{Rep(keys, 0)->items, Rep(values, 0)->items, static_cast<std::uint32_t>(keys.size())}));
  }
  vm::Value Text(std::string_view text) { return vm::Value::String(arena.Copy(text)); }
  vm::Value Number(std::string_view text) { return vm::Value::FromDecimal(arena.New<Decimal>(*Decimal::Parse(text))); }
  vm::Value Ip(std::string_view text) { return vm::Value::Ip(arena.New<IpAddress>(*IpAddress::Parse(text))); }
  vm::Value Block(std::string_view text) { return vm::Value::FromCidr(arena.New<Cidr>(*Cidr::Parse(text))); }

  Arena arena;

 private:
  const vm::ListRep* Rep(const std::vector<vm::Value>& items, std::uint32_t incomplete) {
    vm::Value* kept = arena.NewArray<vm::Value>(items.size());
    std::copy(items.begin(), items.end(), kept);
    return arena.New<vm::ListRep>(vm::ListRep{kept, static_cast<std::uint32_t>(items.size()), incomplete});
  }
};

// "true", "7", "absent", "unknown 3" (causes), "unknown 3 of 9" (field), "error 0" (trap), "2..5 by 1", "[1 2]+4" (incomplete for 4).
inline std::string Show(const vm::Value& v) {
  using vm::ValueKind;
  const auto all = [](const vm::ListRep& list, char open, char close) {
    std::string out(1, open);
    for (std::uint32_t i = 0; i < list.count; ++i) out += (i > 0 ? " " : "") + Show(list.items[i]);
    out += close;
    return list.incomplete_causes == 0 ? out : out + "+" + std::to_string(list.incomplete_causes);
  };
  switch (v.kind) {
    case ValueKind::kAbsent: return "absent";
    case ValueKind::kUnknown: return "unknown " + std::to_string(v.size) + (v.field == 0 ? "" : " of " + std::to_string(v.field));
    case ValueKind::kError: return "error " + std::to_string(static_cast<int>(v.error->trap));
    case ValueKind::kBool: return v.i != 0 ? "true" : "false";
    case ValueKind::kInt:
    case ValueKind::kEnum: return std::to_string(v.i);
    case ValueKind::kDuration: return FormatDuration(v.i);
    case ValueKind::kTime: return FormatTime({v.i, v.time_precision()});
    case ValueKind::kDecimal: return v.decimal->ToString();
    case ValueKind::kString: return std::string(v.string());
    case ValueKind::kIp: return v.ip->ToString();
    case ValueKind::kCidr: return v.cidr->ToString();
    case ValueKind::kList: return all(*v.list, '[', ']');
    case ValueKind::kSet: return all(*v.list, '{', '}');
    case ValueKind::kInterval: {
      const auto bound = [](const vm::Value& value) { return value.is_absent() ? std::string() : Show(value); };
      return bound(v.interval->low) + ".." + bound(v.interval->high) + " by " + std::to_string(v.interval->causes);
    }
    case ValueKind::kRegex:
    case ValueKind::kJson:
    case ValueKind::kJsonPath:
    case ValueKind::kMap:
    case ValueKind::kRecord:
    case ValueKind::kIterator: break;
  }
  return "?";
}

}  // namespace writ::test
