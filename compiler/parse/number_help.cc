// See number_help.h.
#include "compiler/parse/number_help.h"

#include <array>
#include <utility>

#include "compiler/parse/words.h"

namespace writ::compiler {
namespace {

// How people write units, and how we do.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> kUnits{{
    {"sec", "s"}, {"secs", "s"}, {"second", "s"}, {"seconds", "s"}, {"S", "s"}, {"min", "m"}, {"mins", "m"}, {"minute", "m"},
    {"minutes", "m"}, {"M", "m"}, {"hr", "h"}, {"hrs", "h"}, {"hour", "h"}, {"hours", "h"}, {"H", "h"}, {"day", "d"},
    {"days", "d"}, {"D", "d"}, {"week", "w"}, {"weeks", "w"}, {"W", "w"}, {"msec", "ms"}, {"millis", "ms"}, {"usec", "us"},
    {"nsec", "ns"}, {"K", "KiB"}, {"k", "KiB"}, {"kb", "KB"}, {"kB", "KB"}, {"kib", "KiB"}, {"mb", "MB"}, {"mib", "MiB"},
    {"G", "GiB"}, {"gb", "GB"}, {"gib", "GiB"}, {"b", "B"},
}};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The decimal text of hexadecimal or binary digits that fit 63 bits; empty otherwise.
std::string Converted(std::string_view digits, unsigned base) {
  unsigned long long value = 0;
  if (digits.empty() || digits.size() > (base == 16 ? 15u : 62u)) return {};
  for (const char c : digits) {
    unsigned digit = 99;
    if (IsDigit(c)) digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A') + 10;
    if (digit >= base) return {};
    value = value * base + digit;
  }
  return std::to_string(value);
}

}  // namespace

std::string NumberHelp(std::string_view word) {
  if (word.front() == '.') return Cat({"a decimal begins with a digit: write `0", word, "`"});
  std::size_t digits = 0;
  while (digits < word.size() && (IsDigit(word[digits]) || word[digits] == '_' || word[digits] == '.')) ++digits;
  std::string number(word.substr(0, digits));
  const std::string_view unit = word.substr(digits);
  if (number == "0" && unit.size() > 1 && (unit[0] == 'x' || unit[0] == 'b')) {
    const std::string value = Converted(unit.substr(1), unit[0] == 'x' ? 16 : 2);
    return value.empty() ? "numbers are decimal" : Cat({"numbers are decimal: write `", value, "`"});
  }
  if (number.back() == '_' || number.find("__") != std::string::npos) {
    std::string clean;
    for (const char c : number) {
      if (c != '_' || (!clean.empty() && clean.back() != '_')) clean += c;
    }
    while (clean.back() == '_') clean.pop_back();
    if (unit.empty()) return Cat({"an underscore stands between two digits: write `", clean, "`"});
    number = clean;
  }
  for (const auto& [theirs, ours] : kUnits) {
    if (unit == theirs && number.find('.') == std::string::npos) {
      return Cat({"write `", number, ours, "`"});
    }
  }
  if (unit.size() > 1 && (unit[0] == 'e' || unit[0] == 'E') && unit.find_first_not_of("0123456789", 1) == std::string_view::npos) {
    return Cat({"a number with an exponent has a decimal point: write `", number, ".0", unit, "`"});
  }
  if (number.find('.') != std::string::npos) {
    return "durations and sizes are whole numbers with units, such as `1h30m`, `250ms`, `64KiB`";
  }
  return "durations are written `10m`, `1h30m`, `7d` (ns us ms s m h d w), sizes `64KiB`, `10MB`; a name cannot begin with a digit";
}

}  // namespace writ::compiler
