// Builtins on numbers, durations and addresses.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/decimal.h"
#include "base/ip.h"
#include "base/time.h"
#include "vm/builtins/builtins.h"
#include "vm/collections.h"

namespace writ::vm {
namespace {

bool IsPrivateV4(const std::uint8_t* b) {
  return b[0] == 10 || b[0] == 127 || (b[0] == 172 && (b[1] & 0xf0) == 16) || (b[0] == 192 && b[1] == 168) ||
         (b[0] == 169 && b[1] == 254);
}

}  // namespace

Value Builtin_kIntToDecimal(const Value* args, BuiltinContext& context) {
  if (!Reserve(context, sizeof(Decimal))) return Value::Absent();
  return Value::FromDecimal(context.arena.New<Decimal>(Decimal::FromInt(args[0].i)));
}

Value Builtin_kDecimalToInt(const Value* args, BuiltinContext&) {
  const auto number = args[0].decimal->ToInt();
  return number ? Value::Int(*number) : Value::Absent();
}

Value Builtin_kIntToString(const Value* args, BuiltinContext& context) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), args[0].i).ptr;
  return NewText(context, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Value Builtin_kDurationSeconds(const Value* args, BuiltinContext&) { return Value::Int(args[0].i / kNanosPerSecond); }

Value Builtin_kIpNetwork(const Value* args, BuiltinContext& context) {
  if (!Reserve(context, sizeof(Cidr))) return Value::Absent();
  return Value::FromCidr(context.arena.New<Cidr>(NetworkOf(*args[0].ip, args[1].i, args[2].i)));
}

Value Builtin_kIpIsPrivate(const Value* args, BuiltinContext&) {
  // RFC 1918, RFC 1122 (loopback), RFC 3927 (link-local); RFC 4193, RFC 4291 sections 2.5.3 and 2.5.6.
  const auto& bytes = args[0].ip->bytes;
  if (args[0].ip->is_v6) {
    // An IPv4 address that is written as IPv6 (RFC 4291 section 2.5.5.2) is what it maps.
    const bool is_zero = std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
    if (is_zero && bytes[10] == 0xff && bytes[11] == 0xff) return Value::Bool(IsPrivateV4(bytes.data() + 12));
    const bool is_loopback = bytes[15] == 1 && std::all_of(bytes.begin(), bytes.end() - 1, [](std::uint8_t byte) { return byte == 0; });
    const bool is_unique_local = (bytes[0] & 0xfe) == 0xfc;
    const bool is_link_local = bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80;
    return Value::Bool(is_loopback || is_unique_local || is_link_local);
  }
  return Value::Bool(IsPrivateV4(bytes.data()));
}

}  // namespace writ::vm
