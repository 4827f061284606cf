// Which path segments are identifiers rather than words. Better to keep a segment that is one than to fold
// two operations into one. Covered by tests/model/match/matcher_test.cc.
#include <algorithm>
#include <string>
#include <string_view>

#include "model/match/matcher.h"

namespace writ::model {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsHex(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !IsHex(text[i])) return false;
  }
  return true;
}

bool IsIdentifier(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), IsDigit);
  const auto letters = std::count_if(text.begin(), text.end(), IsLetter);
  // Numbers, dates, lists of numbers.
  if (digits != 0 && letters == 0) return true;
  if (IsUuid(text)) return true;
  if (text.size() >= 12 && digits != 0 && std::all_of(text.begin(), text.end(), IsHex)) return true;
  // Tokens: long, and words do not mix letters and so many digits.
  if (text.size() >= 20 && letters != 0 && digits >= 3) {
    return std::all_of(text.begin(), text.end(), [](char c) {
      return IsDigit(c) || IsLetter(c) || std::string_view("-_.~=").find(c) != std::string_view::npos;
    });
  }
  // Mail addresses, also percent-encoded.
  return text.find('@') != std::string_view::npos || text.find("%40") != std::string_view::npos;
}

}  // namespace

std::string FoldPath(std::string_view path) {
  std::string folded;
  folded.reserve(path.size());
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    folded += IsIdentifier(segment) ? std::string_view("{}") : segment;
    if (end == path.size()) return folded;
    folded += '/';
    begin = end + 1;
  }
}

}  // namespace writ::model
