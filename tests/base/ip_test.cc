// Addresses and blocks: what is read, what is refused, and the canonical text of RFC 5952.
#include "base/ip.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

namespace writ {
namespace {

std::string Canonical(std::string_view text) {
  const auto address = IpAddress::Parse(text);
  return address ? address->ToString() : "none";
}

std::string CanonicalBlock(std::string_view text) {
  const auto block = Cidr::Parse(text);
  return block ? block->ToString() : "none";
}

TEST_CASE("ip: IPv4 is a strict dotted quad") {
  CHECK(Canonical("0.0.0.0") == "0.0.0.0");
  CHECK(Canonical("255.255.255.255") == "255.255.255.255");
  for (const char* text : {"", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1..3.4", "1.2.3.",
                           "0x1.2.3.4", "-1.2.3.4", "1.2.3.1000", "[1.2.3.4]"}) {
    CHECK_MESSAGE(Canonical(text) == "none", text);
  }
}

TEST_CASE("ip: IPv6 prints as RFC 5952 says") {
  const std::pair<const char*, const char*> cases[] = {
      {"::", "::"},
      {"::1", "::1"},
      {"1::", "1::"},
      {"2001:DB8::1", "2001:db8::1"},
      {"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"},
      {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},          // one zero group stays
      {"2001:0:0:1:0:0:0:1", "2001:0:0:1::1"},                    // the longest run
      {"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},              // the first of equals
      {"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
      {"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
      {"::ffff:192.0.2.1", "::ffff:192.0.2.1"},
      {"::FFFF:C000:201", "::ffff:192.0.2.1"},
      {"64:ff9b::192.0.2.33", "64:ff9b::c000:221"},
      {"1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"},
      {"[fe80::1]", "fe80::1"},
  };
  for (const auto& item : cases) CHECK_MESSAGE(Canonical(item.first) == item.second, item.first);
}

TEST_CASE("ip: malformed IPv6 is refused") {
  for (const char* text : {":", ":::", "1", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "::1%eth0",
                           "fe80::1%25lo", ":1::", "1:", "::1:", "1:2:3:4:5:6:7:8::", "1:2:3:4::5:6:7:8", "::1.2.3", "::1.2.3.256",
                           "1.2.3.4::", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "[::1", "::1]", "[]", " ::1"}) {
    CHECK_MESSAGE(Canonical(text) == "none", text);
  }
}

TEST_CASE("ip: IPv4 and IPv4-mapped IPv6 are not equal") {
  CHECK(*IpAddress::Parse("192.0.2.1") != *IpAddress::Parse("::ffff:192.0.2.1"));
  CHECK(*IpAddress::Parse("255.0.0.0") < *IpAddress::Parse("::"));
  CHECK(*IpAddress::Parse("9.0.0.0") < *IpAddress::Parse("10.0.0.0"));
}

TEST_CASE("ip: blocks clear host bits") {
  CHECK(CanonicalBlock("10.1.2.3/8") == "10.0.0.0/8");
  CHECK(CanonicalBlock("10.1.2.3") == "10.1.2.3/32");
  CHECK(CanonicalBlock("0.0.0.0/0") == "0.0.0.0/0");
  CHECK(CanonicalBlock("10.0.0.127/25") == "10.0.0.0/25");
  CHECK(CanonicalBlock("2001:db8:ffff::/33") == "2001:db8:8000::/33");
  CHECK(CanonicalBlock("::1") == "::1/128");
  for (const char* text : {"10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/8/8", "/8", "10.0.0.0/+8", "10.0/8",
                           "10.0.0.0/4294967304"}) {
    CHECK_MESSAGE(CanonicalBlock(text) == "none", text);
  }
}

TEST_CASE("ip: blocks contain their addresses and no others") {
  const Cidr block = *Cidr::Parse("10.0.0.0/9");
  CHECK(block.Contains(*IpAddress::Parse("10.127.255.255")));
  CHECK_FALSE(block.Contains(*IpAddress::Parse("10.128.0.0")));
  CHECK_FALSE(block.Contains(*IpAddress::Parse("::ffff:10.0.0.1")));
  CHECK(Cidr::Parse("::/0")->Contains(*IpAddress::Parse("ffff::1")));
  CHECK_FALSE(Cidr::Parse("::/0")->Contains(*IpAddress::Parse("1.2.3.4")));
}

TEST_CASE("ip: network widths beyond the address are clamped") {
  const IpAddress v4 = *IpAddress::Parse("203.0.113.77");
  CHECK(NetworkOf(v4, 24, 64).ToString() == "203.0.113.0/24");
  CHECK(NetworkOf(v4, 99, 64).ToString() == "203.0.113.77/32");
  CHECK(NetworkOf(v4, std::numeric_limits<std::int64_t>::min(), 0).ToString() == "0.0.0.0/0");
  CHECK(NetworkOf(*IpAddress::Parse("2001:db8:1:2:3::9"), 24, 64).ToString() == "2001:db8:1:2::/64");
  CHECK(NetworkOf(*IpAddress::Parse("::1"), 24, std::numeric_limits<std::int64_t>::max()).ToString() == "::1/128");
}

}  // namespace
}  // namespace writ
