// Making and asking of look-ups.
#include "vm/set_lookup.h"

#include <algorithm>

namespace writ::vm {

SetLookup::SetLookup(bytecode::ConstantLookup kind, const ListRep& items) : kind_(kind) {
  for (std::uint32_t i = 0; i < items.count; ++i) {
    const Value& item = items.items[i];
    if (is_hash()) {
      texts_.Add(item.string(), 0);
      continue;
    }
    const Cidr& block = *item.cidr;
    Interval interval{block.network.bytes, block.network.bytes};
    const std::size_t bits = block.network.is_v6 ? 128 : 32;
    for (std::size_t bit = block.prefix; bit < bits; ++bit) interval.last[bit / 8] |= static_cast<std::uint8_t>(0x80 >> (bit % 8));
    intervals_[block.network.is_v6 ? 1 : 0].push_back(interval);
  }
  for (std::vector<Interval>& family : intervals_) {
    std::sort(family.begin(), family.end(), [](const Interval& a, const Interval& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const Interval& interval : family) {
      if (kept != 0 && interval.first <= family[kept - 1].last) {
        family[kept - 1].last = std::max(family[kept - 1].last, interval.last);
      } else {
        family[kept++] = interval;
      }
    }
    family.resize(kept);
  }
}

bool SetLookup::HasText(std::string_view text) const {
  bool found = false;
  texts_.Find(text, [&](std::uint32_t) { found = true; });
  return found;
}

bool SetLookup::Covers(const IpAddress& address) const {
  const std::vector<Interval>& family = intervals_[address.is_v6 ? 1 : 0];
  const auto after = std::upper_bound(family.begin(), family.end(), address.bytes, [](const Bytes& bytes, const Interval& interval) { return bytes < interval.first; });
  return after != family.begin() && address.bytes <= (after - 1)->last;
}

}  // namespace writ::vm
