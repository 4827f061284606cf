// Look-ups of large constant collections, against a walk over the items.
#include "vm/set_lookup.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>

namespace writ::vm {
namespace {

TEST_CASE("texts by hash") {
  std::deque<std::string> texts;
  std::vector<Value> items;
  for (int i = 0; i < 100; ++i) items.push_back(Value::String(texts.emplace_back("t" + std::to_string(i * 3))));
  const SetLookup lookup(bytecode::ConstantLookup::kHash, ListRep{items.data(), 100, 0});
  for (int i = 0; i < 300; ++i) CHECK(lookup.HasText("t" + std::to_string(i)) == (i % 3 == 0));
  CHECK(!lookup.HasText(""));
}

TEST_CASE("blocks as intervals: within one another, next to each other, everything, single addresses, both families") {
  std::deque<Cidr> blocks;
  std::vector<Value> items;
  for (const char* text : {"10.0.0.0/8", "10.1.0.0/16", "192.0.2.0/25", "192.0.2.128/25", "203.0.113.7/32", "255.255.255.255/32", "2001:db8::/32", "::/128", "fe80::/10"}) {
    items.push_back(Value::FromCidr(&blocks.emplace_back(*Cidr::Parse(text))));
  }
  const SetLookup lookup(bytecode::ConstantLookup::kIntervals, ListRep{items.data(), static_cast<std::uint32_t>(items.size()), 0});
  for (const char* text : {"9.255.255.255", "10.0.0.0", "10.1.2.3", "10.255.255.255", "11.0.0.0", "192.0.1.255", "192.0.2.0", "192.0.2.127", "192.0.2.128",
                           "192.0.2.255", "192.0.3.0", "203.0.113.6", "203.0.113.7", "203.0.113.8", "255.255.255.254", "255.255.255.255", "0.0.0.0", "::", "::1",
                           "2001:db7:ffff::", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::", "fe80::1", "febf::", "fec0::"}) {
    const IpAddress address = *IpAddress::Parse(text);
    bool inside = false;
    for (const Cidr& block : blocks) inside = inside || block.Contains(address);
    CAPTURE(text);
    CHECK(lookup.Covers(address) == inside);
  }
}

}  // namespace
}  // namespace writ::vm
