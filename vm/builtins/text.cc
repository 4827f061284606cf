// Builtins on strings. Texts are UTF-8; letters are those of ASCII, white space is RFC 9110's and line breaks.
#include <charconv>
#include <limits>

#include "base/ip.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "vm/builtins/builtins.h"
#include "vm/collections.h"

namespace writ::vm {
namespace {

template <typename Map>
Value MapAscii(const Value& text, BuiltinContext& context, Map map) {
  Value out = NewText(context, text.string());
  if (out.is_absent()) return out;
  // NewText has just made it: nobody else sees these bytes yet.
  char* bytes = const_cast<char*>(out.text);
  for (std::uint32_t i = 0; i < out.size; ++i) bytes[i] = map(bytes[i]);
  return out;
}

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

Value Builtin_kStringLower(const Value* args, BuiltinContext& context) {
  return MapAscii(args[0], context, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

Value Builtin_kStringUpper(const Value* args, BuiltinContext& context) {
  return MapAscii(args[0], context, [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
}

Value Builtin_kStringTrim(const Value* args, BuiltinContext&) {
  std::string_view text = args[0].string();
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return Value::String(text);
}

Value Builtin_kStringLength(const Value* args, BuiltinContext&) {
  return Value::Int(static_cast<std::int64_t>(CodePointCount(args[0].string())));
}

Value Builtin_kStringStartsWith(const Value* args, BuiltinContext&) {
  return Value::Bool(args[0].string().substr(0, args[1].size) == args[1].string());
}

Value Builtin_kStringEndsWith(const Value* args, BuiltinContext&) {
  const std::string_view text = args[0].string();
  return Value::Bool(text.size() >= args[1].size && text.substr(text.size() - args[1].size) == args[1].string());
}

Value Builtin_kStringSplit(const Value* args, BuiltinContext& context) {
  const std::string_view text = args[0].string();
  const std::string_view separator = args[1].string();
  std::size_t count = 1;
  if (!separator.empty()) {
    for (std::size_t at = text.find(separator); at != text.npos; at = text.find(separator, at + separator.size())) ++count;
  }
  Value* items = NewItems(context, count);
  if (items == nullptr) return Value::Absent();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = i + 1 == count ? text.size() : text.find(separator, begin);
    items[i] = Value::String(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return NewList(context, items, count);
}

Value Builtin_kStringReplace(const Value* args, BuiltinContext& context) {
  const std::string_view text = args[0].string();
  const std::string_view from = args[1].string();
  const std::string_view to = args[2].string();
  if (from.empty()) return args[0];
  std::size_t count = 0;
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + from.size())) ++count;
  if (count == 0) return args[0];
  const std::size_t size = text.size() - count * from.size() + count * to.size();   // each below 2^32: no overflow of 64 bits
  if (size > std::numeric_limits<std::uint32_t>::max()) {
    context.exhausted = true;
    return Value::Absent();
  }
  if (!Reserve(context, size)) return Value::Absent();
  char* out = static_cast<char*>(context.arena.Allocate(size));
  char* end = out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= count; ++i) {
    const std::size_t at = i == count ? text.size() : text.find(from, begin);
    end += text.copy(end, at - begin, begin);
    if (i != count) end += to.copy(end, to.size());
    begin = at + from.size();
  }
  return Value::String({out, size});
}

Value Builtin_kStringToInt(const Value* args, BuiltinContext&) {
  const std::string_view text = args[0].string();
  std::int64_t number = 0;
  // from_chars takes exactly "-?[0-9]+" and nothing out of range.
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return Value::Absent();
  return Value::Int(number);
}

Value Builtin_kStringToIp(const Value* args, BuiltinContext& context) {
  const std::string_view text = args[0].string();
  if (!text.empty() && text.front() == '[') return Value::Absent();   // the brackets of URLs are no part of an address
  const auto address = IpAddress::Parse(text);
  if (!address || !Reserve(context, sizeof(IpAddress))) return Value::Absent();
  return Value::Ip(context.arena.New<IpAddress>(*address));
}

Value Builtin_kStringFind(const Value* args, BuiltinContext&) {
  const std::string_view match = args[1].regex->FirstMatch(args[0].string());
  return match.data() == nullptr ? Value::Absent() : Value::String(match);
}

}  // namespace writ::vm
