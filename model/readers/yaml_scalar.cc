// The core schema's regular expressions, written out.
#include "model/readers/yaml_scalar.h"

#include <cstdint>

#include "base/int128.h"

namespace writ::model {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// Digits of `base` as decimal text; nothing beyond 128 bits or without digits.
std::optional<std::string> FromBase(std::string_view digits, unsigned base) {
  if (digits.empty() || digits.size() > 43) return std::nullopt;
  UInt128 value = 0;
  for (const char c : digits) {
    unsigned digit = 99;
    if (IsDigit(c)) {
      digit = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<unsigned>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<unsigned>(c - 'A') + 10;
    }
    if (digit >= base) return std::nullopt;
    if (value > (~UInt128{0} - digit) / base) return std::nullopt;
    value = value * base + digit;
  }
  std::string out;
  do {
    out.insert(out.begin(), static_cast<char>('0' + static_cast<unsigned>(value % 10)));
    value /= 10;
  } while (value != 0);
  return out;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?, which covers decimal integers too.
std::optional<std::string> Decimal10(std::string_view text) {
  std::size_t i = 0;
  std::string out;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
    if (text[i] == '-') out += '-';
    ++i;
  }
  const std::size_t whole_begin = i;
  while (i < text.size() && IsDigit(text[i])) ++i;
  std::string_view whole = text.substr(whole_begin, i - whole_begin);
  std::string_view fraction;
  if (i < text.size() && text[i] == '.') {
    const std::size_t fraction_begin = ++i;
    while (i < text.size() && IsDigit(text[i])) ++i;
    fraction = text.substr(fraction_begin, i - fraction_begin);
  }
  if (whole.empty() && fraction.empty()) return std::nullopt;
  while (whole.size() > 1 && whole[0] == '0') whole.remove_prefix(1);
  out += whole.empty() ? std::string_view("0") : whole;
  if (!fraction.empty()) {
    out += '.';
    out += fraction;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::string exponent = "e";
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) exponent += text[i++];
    const std::size_t digits_begin = i;
    while (i < text.size() && IsDigit(text[i])) exponent += text[i++];
    if (i == digits_begin) return std::nullopt;
    out += exponent;
  }
  if (i != text.size()) return std::nullopt;
  return out;
}

}  // namespace

CoreScalar ResolveCoreScalar(std::string_view text) {
  CoreScalar scalar;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
    scalar.kind = NodeKind::kNull;
    return scalar;
  }
  if (text == "true" || text == "True" || text == "TRUE") {
    scalar.kind = NodeKind::kBool;
    scalar.bool_value = true;
    return scalar;
  }
  if (text == "false" || text == "False" || text == "FALSE") {
    scalar.kind = NodeKind::kBool;
    return scalar;
  }
  const char c = text[0];
  if (!IsDigit(c) && c != '-' && c != '+' && c != '.') return scalar;
  std::optional<std::string> number;
  if (text.substr(0, 2) == "0o") {
    number = FromBase(text.substr(2), 8);
  } else if (text.substr(0, 2) == "0x") {
    number = FromBase(text.substr(2), 16);
  } else {
    number = Decimal10(text);
  }
  if (number) {
    scalar.kind = NodeKind::kNumber;
    scalar.number = std::move(*number);
  }
  return scalar;
}

}  // namespace writ::model
