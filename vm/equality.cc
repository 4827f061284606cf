// Kleene equality and membership.
#include "vm/equality.h"

#include <algorithm>

#include "base/check.h"
#include "model/traffic/exchange.h"
#include "vm/access.h"
#include "vm/set_lookup.h"

namespace writ::vm {
namespace {

// What is known so far of "one of these holds" (any) or "all of these hold" (all).
class Tally {
 public:
  void Add(const Value& poison) { open_ = open_.is_absent() ? poison : JoinPoison(open_, poison); }
  Value Close(bool when_nothing_is_open) const { return open_.is_absent() ? Value::Bool(when_nothing_is_open) : open_; }

 private:
  Value open_;   // absent, unknown or error
};

bool HasPlainEquality(const Value& v) {
  switch (v.kind) {
    case ValueKind::kBool:
    case ValueKind::kInt:
    case ValueKind::kDecimal:
    case ValueKind::kString:
    case ValueKind::kDuration:
    case ValueKind::kIp:
    case ValueKind::kCidr:
    case ValueKind::kRegex:
    case ValueKind::kJson:
    case ValueKind::kJsonPath:
    case ValueKind::kEnum:
    case ValueKind::kRecord: return true;
    case ValueKind::kAbsent:
    case ValueKind::kUnknown:
    case ValueKind::kError:
    case ValueKind::kTime:
    case ValueKind::kList:
    case ValueKind::kSet:
    case ValueKind::kMap:
    case ValueKind::kInterval:
    case ValueKind::kIterator: return false;
  }
  WRIT_CHECK(false);
}

Value EqualSequences(const Value* a, const Value* b, std::uint32_t count, Tally& tally) {
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value equal = EqualValues(a[i], b[i]);
    if (equal.is_false()) return equal;
    if (equal.is_poison()) tally.Add(equal);
  }
  return Value::Bool(true);
}

Value EqualCollections(const Value& a, const Value& b) {
  if (a.kind == ValueKind::kMap) {
    if (a.map->count != b.map->count) return Value::Bool(false);
    Tally tally;
    if (EqualSequences(a.map->keys, b.map->keys, a.map->count, tally).is_false()) return Value::Bool(false);
    if (EqualSequences(a.map->values, b.map->values, a.map->count, tally).is_false()) return Value::Bool(false);
    return tally.Close(true);
  }
  if (const std::uint32_t causes = a.list->incomplete_causes | b.list->incomplete_causes; causes != 0) return Value::Unknown(causes);
  if (a.list->count != b.list->count) return Value::Bool(false);
  Tally tally;
  if (EqualSequences(a.list->items, b.list->items, a.list->count, tally).is_false()) return Value::Bool(false);
  return tally.Close(true);
}

}  // namespace

Value CompareBounds(const Value& a, const Value& b, bool less) {
  const auto bounds = [](const Value& v) { return v.is_interval() ? *v.interval : IntervalRep{v, v, 0}; };
  const IntervalRep x = bounds(a);
  const IntervalRep y = bounds(b);
  // Where there is no bound, or no order, nothing is certain.
  const auto order = [](const Value& p, const Value& q) {
    if (p.is_absent() || q.is_absent()) return 2;
    return p.kind == ValueKind::kTime ? CompareTimes(p, q) : CompareValues(p, q);
  };
  const auto before = [&](const Value& p, const Value& q) { return order(p, q) < 0; };
  if (less) {
    if (before(x.high, y.low)) return Value::Bool(true);
    const int least = order(x.low, y.high);
    if (least == 0 || least == 1) return Value::Bool(false);
  } else {
    if (order(x.low, x.high) == 0 && order(y.low, y.high) == 0 && order(x.low, y.low) == 0) return Value::Bool(true);
    if (before(x.high, y.low) || before(y.high, x.low)) return Value::Bool(false);
  }
  return Value::Unknown(x.causes | y.causes);
}

Value EqualValues(const Value& a, const Value& b) {
  if (a.is_error() || b.is_error() || a.is_unknown() || b.is_unknown()) return JoinPoison(a, b);
  if (a.is_absent() || b.is_absent()) return Value::Bool(a.kind == b.kind);
  if (a.is_interval() || b.is_interval()) return CompareBounds(a, b, false);
  if (a.kind == ValueKind::kTime) {
    const int order = CompareTimes(a, b);
    return order == 2 ? Value::Unknown(model::kNotOrdered) : Value::Bool(order == 0);
  }
  if (a.kind == ValueKind::kList || a.kind == ValueKind::kSet || a.kind == ValueKind::kMap) return EqualCollections(a, b);
  return Value::Bool(CompareValues(a, b) == 0);
}

Value IsIn(const Value& item, const Value& collection) {
  const ListRep& list = *collection.list;
  if (list.lookup != nullptr && list.lookup->is_hash() && item.kind == ValueKind::kString) return Value::Bool(list.lookup->HasText(item.string()));
  if (collection.kind == ValueKind::kSet && HasPlainEquality(item)) {
    // Sets are in canonical order, absent items first.
    const Value* end = list.items + list.count;
    const Value* at = std::lower_bound(list.items, end, item, [](const Value& x, const Value& y) { return CompareValues(x, y) < 0; });
    if (at != end && CompareValues(*at, item) == 0) return Value::Bool(true);
    // Those of which only bounds are known come behind poison; each may be the item.
    Tally tally;
    for (at = list.items; at != end && !at->is_plain(); ++at) {
      if (!at->is_interval()) continue;
      const Value equal = EqualValues(item, *at);
      if (equal.is_poison()) tally.Add(equal);
    }
    if (list.incomplete_causes != 0) tally.Add(Value::Unknown(list.incomplete_causes));
    return tally.Close(false);
  }
  Tally tally;
  for (std::uint32_t i = 0; i < list.count; ++i) {
    const Value equal = EqualValues(item, list.items[i]);
    if (equal.is_true()) return equal;
    if (equal.is_poison()) tally.Add(equal);
  }
  if (list.incomplete_causes != 0) tally.Add(Value::Unknown(list.incomplete_causes));
  return tally.Close(false);
}

Value IsInBlocks(const Value& address, const Value& blocks) {
  const ListRep& list = *blocks.list;
  if (list.lookup != nullptr && !list.lookup->is_hash()) return Value::Bool(list.lookup->Covers(*address.ip));
  const Value* end = list.items + list.count;
  // A large set is searched once per prefix length; below this many blocks a walk is quicker.
  constexpr std::uint32_t kLarge = 512;
  Tally tally;
  if (blocks.kind == ValueKind::kSet && list.count > kLarge) {
    const int bits = address.ip->is_v6 ? 128 : 32;
    for (int prefix = 0; prefix <= bits; ++prefix) {
      const Cidr block = NetworkOf(*address.ip, prefix, prefix);
      const Value* at = std::lower_bound(list.items, end, block, [](const Value& x, const Cidr& y) {
        return x.kind != ValueKind::kCidr || *x.cidr < y;
      });
      if (at != end && *at->cidr == block) return Value::Bool(true);
    }
  } else {
    for (const Value* at = list.items; at != end; ++at) {
      if (at->kind == ValueKind::kCidr) {
        if (at->cidr->Contains(*address.ip)) return Value::Bool(true);
      } else if (!at->is_absent()) {
        tally.Add(*at);
      }
    }
  }
  if (list.incomplete_causes != 0) tally.Add(Value::Unknown(list.incomplete_causes));
  return tally.Close(false);
}

}  // namespace writ::vm
