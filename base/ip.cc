// IP addresses: strict reading (no octal, no short forms, no zones) and the one canonical spelling of RFC 5952.
// Covered by tests/base/ip_test.cc.
#include "base/ip.h"

#include <algorithm>

namespace writ {
namespace {

// A decimal number up to `most` without sign or leading zeros.
std::optional<int> ParseSmall(std::string_view text, int most) {
  if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value > most) return std::nullopt;
  return value;
}

bool ParseV4(std::string_view text, std::uint8_t* out) {
  for (int i = 0; i < 4; ++i) {
    const std::size_t dot = i < 3 ? text.find('.') : text.size();
    if (dot == std::string_view::npos) return false;
    const std::optional<int> part = ParseSmall(text.substr(0, dot), 255);
    if (!part) return false;
    out[i] = static_cast<std::uint8_t>(*part);
    if (i < 3) text.remove_prefix(dot + 1);
  }
  return true;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 4291 section 2.2: groups, one "::", an optional dotted quad at the end.
bool ParseV6(std::string_view text, std::array<std::uint8_t, 16>& out) {
  if (text.size() < 2 || text.size() > 45) return false;
  std::array<std::uint8_t, 16> bytes{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;
  std::size_t i = 0;
  if (text[0] == ':') {
    if (text[1] != ':') return false;
    gap = 0;
    i = 2;
  }
  while (i < text.size()) {
    const std::size_t stop = std::min(text.find(':', i), text.size());
    const std::string_view group = text.substr(i, stop - i);
    if (group.find('.') != std::string_view::npos) {
      if (stop != text.size() || count > 12 || !ParseV4(group, bytes.data() + count)) return false;
      count += 4;
      break;
    }
    if (group.empty() || group.size() > 4 || count > 14) return false;
    int value = 0;
    for (const char c : group) {
      const int digit = HexValue(c);
      if (digit < 0) return false;
      value = value * 16 + digit;
    }
    bytes[count++] = static_cast<std::uint8_t>(value >> 8);
    bytes[count++] = static_cast<std::uint8_t>(value & 255);
    if (stop == text.size()) break;
    i = stop + 1;
    if (i == text.size()) return false;  // a single colon at the end
    if (text[i] == ':') {
      if (gap) return false;
      gap = count;
      ++i;
    }
  }
  if (!gap) {
    if (count != 16) return false;
    out = bytes;
    return true;
  }
  if (count > 14) return false;  // "::" stands for at least one group
  out = {};
  std::copy_n(bytes.begin(), *gap, out.begin());
  const std::size_t tail = count - *gap;
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(*gap), tail, out.end() - static_cast<std::ptrdiff_t>(tail));
  return true;
}

std::string DottedQuad(const std::uint8_t* bytes) {
  return std::to_string(bytes[0]) + "." + std::to_string(bytes[1]) + "." + std::to_string(bytes[2]) + "." +
         std::to_string(bytes[3]);
}

void AppendGroup(std::string& out, unsigned group) {
  static constexpr char kDigits[] = "0123456789abcdef";
  bool started = false;
  for (int shift = 12; shift >= 0; shift -= 4) {
    const unsigned digit = (group >> shift) & 15u;
    started = started || digit != 0 || shift == 0;
    if (started) out += kDigits[digit];
  }
}

}  // namespace

std::optional<IpAddress> IpAddress::Parse(std::string_view text) {
  IpAddress address;
  const bool bracketed = text.size() >= 2 && text.front() == '[' && text.back() == ']';
  if (bracketed) text = text.substr(1, text.size() - 2);
  if (!bracketed && ParseV4(text, address.bytes.data())) return address;
  address.bytes = {};
  address.is_v6 = true;
  if (ParseV6(text, address.bytes)) return address;
  return std::nullopt;
}

std::string IpAddress::ToString() const {
  if (!is_v6) return DottedQuad(bytes.data());
  std::array<unsigned, 8> groups{};
  for (std::size_t i = 0; i < 8; ++i) groups[i] = static_cast<unsigned>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
  // IPv4-mapped addresses are shown mixed (RFC 5952 section 5).
  if (std::all_of(groups.begin(), groups.begin() + 5, [](unsigned g) { return g == 0; }) && groups[5] == 0xFFFF) {
    return "::ffff:" + DottedQuad(bytes.data() + 12);
  }
  // The longest run of two or more zero groups is shortened, the first among equals (section 4.2).
  std::size_t best = 8;
  std::size_t best_length = 1;
  for (std::size_t i = 0; i < 8;) {
    std::size_t end = i;
    while (end < 8 && groups[end] == 0) ++end;
    if (end - i > best_length) best = i, best_length = end - i;
    i = end + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < 8;) {
    if (i == best) {
      out += "::";
      i += best_length;
      continue;
    }
    if (!out.empty() && out.back() != ':') out += ':';
    AppendGroup(out, groups[i]);
    ++i;
  }
  return out;
}

std::optional<Cidr> Cidr::Parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<IpAddress> address = IpAddress::Parse(text.substr(0, slash));
  if (!address) return std::nullopt;
  const int width = address->is_v6 ? 128 : 32;
  if (slash == std::string_view::npos) return NetworkOf(*address, width, width);
  const std::optional<int> bits = ParseSmall(text.substr(slash + 1), width);
  if (!bits) return std::nullopt;
  return NetworkOf(*address, *bits, *bits);
}

bool Cidr::Contains(const IpAddress& address) const {
  if (address.is_v6 != network.is_v6) return false;
  return NetworkOf(address, prefix, prefix).network == network;
}

std::string Cidr::ToString() const { return network.ToString() + "/" + std::to_string(prefix); }

Cidr NetworkOf(const IpAddress& address, std::int64_t v4_bits, std::int64_t v6_bits) {
  const std::int64_t bits =
      address.is_v6 ? std::clamp<std::int64_t>(v6_bits, 0, 128) : std::clamp<std::int64_t>(v4_bits, 0, 32);
  Cidr cidr{address, static_cast<std::uint8_t>(bits)};
  for (std::size_t i = 0; i < cidr.network.bytes.size(); ++i) {
    const std::int64_t keep = std::clamp<std::int64_t>(bits - static_cast<std::int64_t>(i) * 8, 0, 8);
    cidr.network.bytes[i] = static_cast<std::uint8_t>(cidr.network.bytes[i] & (0xFF00 >> keep));
  }
  return cidr;
}

}  // namespace writ
