// Membership of large constant collections without a walk or a search over values: texts by hash, blocks of addresses as intervals.
// Covered by tests/vm/set_lookup_test.cc and the cases of the pass `sets`.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ip.h"
#include "vm/condition_index.h"
#include "vm/value.h"

namespace writ::vm {

class SetLookup {
 public:
  // `items`: texts, or blocks, all plain. They outlive it.
  SetLookup(bytecode::ConstantLookup kind, const ListRep& items);

  bool HasText(std::string_view text) const;
  // Whether one of the blocks holds the address.
  bool Covers(const IpAddress& address) const;
  bool is_hash() const { return kind_ == bytecode::ConstantLookup::kHash; }

 private:
  using Bytes = std::array<std::uint8_t, 16>;
  struct Interval {
    Bytes first, last;   // both included
  };

  bytecode::ConstantLookup kind_;
  ValueIndex texts_;
  std::array<std::vector<Interval>, 2> intervals_;   // IPv4, IPv6; sorted, apart from each other
};

}  // namespace writ::vm
