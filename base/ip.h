// IP addresses and CIDR blocks (RFC 4291, RFC 4632, RFC 5952). IPv4 is kept apart from IPv4-mapped IPv6.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace writ {

struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};  // IPv4 in the first four
  bool is_v6 = false;

  // Dotted quad or RFC 4291 text, brackets round IPv6 allowed, zone refused. Nothing for anything else.
  static std::optional<IpAddress> Parse(std::string_view text);
  std::string ToString() const;  // RFC 5952
  friend auto operator<=>(const IpAddress& a, const IpAddress& b) {
    if (a.is_v6 != b.is_v6) return a.is_v6 <=> b.is_v6;
    return a.bytes <=> b.bytes;
  }
  friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

struct Cidr {
  IpAddress network;         // host bits are zero
  std::uint8_t prefix = 0;   // 0..32 or 0..128

  // "10.0.0.0/8", or an address (a block of one). Host bits that are set are cleared.
  static std::optional<Cidr> Parse(std::string_view text);
  bool Contains(const IpAddress& address) const;
  std::string ToString() const;
  friend auto operator<=>(const Cidr&, const Cidr&) = default;
};

// The block of `v4_bits` (IPv4) or `v6_bits` (IPv6) leading bits that holds `address`; bits beyond the width are clamped.
Cidr NetworkOf(const IpAddress& address, std::int64_t v4_bits, std::int64_t v6_bits);

}  // namespace writ
