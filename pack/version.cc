// Semantic versions: reading, order, ranges.
#include "pack/version.h"

#include <algorithm>

namespace writ::pack {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsIdentifierByte(char c) { return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }
bool IsNumeric(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

// A number without leading zeros, below 2^63; takes it off `text`.
std::optional<std::uint64_t> TakeNumber(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && IsDigit(text[length])) ++length;
  if (length == 0 || length > 18 || (length > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text.substr(0, length)) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  text.remove_prefix(length);
  return value;
}

// Identifiers joined by dots. Numeric ones have no leading zeros where they have an order.
std::optional<std::vector<std::string>> Identifiers(std::string_view text, bool ordered) {
  std::vector<std::string> out;
  while (true) {
    const std::string_view part = text.substr(0, text.find('.'));
    if (part.empty() || part.size() > 128 || !std::all_of(part.begin(), part.end(), IsIdentifierByte)) return std::nullopt;
    if (ordered && IsNumeric(part) && part.size() > 1 && part[0] == '0') return std::nullopt;
    out.emplace_back(part);
    if (part.size() == text.size()) return out;
    text.remove_prefix(part.size() + 1);
  }
}

// The version at the start of a comparator; `numbers` says how many of the three numbers were written.
std::optional<Version> ParsePartial(std::string_view text, int& numbers) {
  Version version;
  std::uint64_t* const parts[] = {&version.major, &version.minor, &version.patch};
  for (numbers = 0; numbers < 3; ++numbers) {
    if (numbers > 0) {
      if (text.empty()) return version;
      if (text[0] != '.') return std::nullopt;
      text.remove_prefix(1);
    }
    const auto number = TakeNumber(text);
    if (!number) return std::nullopt;
    *parts[numbers] = *number;
  }
  if (!text.empty() && text[0] == '-') {
    const std::size_t plus = std::min(text.find('+'), text.size());
    auto identifiers = Identifiers(text.substr(1, plus - 1), true);
    if (!identifiers) return std::nullopt;
    version.prerelease = std::move(*identifiers);
    text.remove_prefix(plus);
  }
  if (!text.empty() && text[0] == '+') {
    if (!Identifiers(text.substr(1), false)) return std::nullopt;
    version.build = text.substr(1);
    text = {};
  }
  if (!text.empty()) return std::nullopt;
  return version;
}

std::strong_ordering CompareIdentifiers(const std::string& a, const std::string& b) {
  const bool a_numeric = IsNumeric(a), b_numeric = IsNumeric(b);
  if (a_numeric && b_numeric) {
    if (a.size() != b.size()) return a.size() <=> b.size();   // no leading zeros
    return a.compare(b) <=> 0;
  }
  if (a_numeric != b_numeric) return a_numeric ? std::strong_ordering::less : std::strong_ordering::greater;
  return a.compare(b) <=> 0;
}

Version Numbers(std::uint64_t major, std::uint64_t minor, std::uint64_t patch) {
  Version version;
  version.major = major, version.minor = minor, version.patch = patch;
  return version;
}

}  // namespace

std::string Version::ToString() const {
  std::string out = std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
  for (std::size_t i = 0; i < prerelease.size(); ++i) out += (i == 0 ? "-" : ".") + prerelease[i];
  return build.empty() ? out : out + "+" + build;
}

std::optional<Version> ParseVersion(std::string_view text) {
  int numbers = 0;
  std::optional<Version> version = ParsePartial(text, numbers);
  return numbers == 3 ? version : std::nullopt;
}

std::strong_ordering Compare(const Version& a, const Version& b) {
  if (const auto order = a.major <=> b.major; order != 0) return order;
  if (const auto order = a.minor <=> b.minor; order != 0) return order;
  if (const auto order = a.patch <=> b.patch; order != 0) return order;
  if (a.prerelease.empty() != b.prerelease.empty()) return a.prerelease.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
  for (std::size_t i = 0; i < std::min(a.prerelease.size(), b.prerelease.size()); ++i) {
    if (const auto order = CompareIdentifiers(a.prerelease[i], b.prerelease[i]); order != 0) return order;
  }
  return a.prerelease.size() <=> b.prerelease.size();
}

void VersionRange::Add(Comparison comparison, Version version) { comparators_.push_back({comparison, std::move(version)}); }

Result<VersionRange> VersionRange::Parse(std::string_view text) {
  VersionRange range;
  range.text_ = text;
  std::size_t at = 0;
  while (true) {
    at = text.find_first_not_of(" ,", at);
    if (at == std::string_view::npos) break;
    const std::size_t sign_end = std::min(text.find_first_not_of("^~<>=", at), text.size());
    const std::string_view sign = text.substr(at, sign_end - at);
    const std::size_t begin = std::min(text.find_first_not_of(' ', sign_end), text.size());   // `>= 1.0.0`
    const std::size_t end = std::min(text.find_first_of(" ,", begin), text.size());
    const std::string_view written = text.substr(begin, end - begin);
    at = end;
    int numbers = 0;
    const std::optional<Version> version = ParsePartial(written, numbers);
    if (!version) return Error{"`" + std::string(written) + "` is no version"};
    const Version& v = *version;
    if (sign == "^") {
      range.Add(Comparison::kGreaterOrEqual, v);
      const bool first = v.major != 0 || numbers == 1, second = v.minor != 0 || numbers == 2;
      range.Add(Comparison::kLess, first ? Numbers(v.major + 1, 0, 0) : second ? Numbers(0, v.minor + 1, 0) : Numbers(0, 0, v.patch + 1));
      continue;
    }
    if (sign == "~") {
      range.Add(Comparison::kGreaterOrEqual, v);
      range.Add(Comparison::kLess, numbers == 1 ? Numbers(v.major + 1, 0, 0) : Numbers(v.major, v.minor + 1, 0));
      continue;
    }
    if (numbers != 3) return Error{"`" + std::string(written) + "` is no whole version: only `^` and `~` take fewer than three numbers"};
    if (sign == "<") {
      range.Add(Comparison::kLess, v);
    } else if (sign == "<=") {
      range.Add(Comparison::kLessOrEqual, v);
    } else if (sign == "=" || sign.empty()) {
      range.Add(Comparison::kEqual, v);
    } else if (sign == ">=") {
      range.Add(Comparison::kGreaterOrEqual, v);
    } else if (sign == ">") {
      range.Add(Comparison::kGreater, v);
    } else {
      return Error{"`" + std::string(sign) + "` is no comparator"};
    }
  }
  if (range.comparators_.empty()) return Error{"the range is empty"};
  return range;
}

bool VersionRange::Contains(const Version& version) const {
  bool asked_for = version.prerelease.empty();
  for (const Comparator& comparator : comparators_) {
    const Version& bound = comparator.version;
    const auto order = Compare(version, bound);
    bool holds = false;
    switch (comparator.comparison) {
      case Comparison::kLess: holds = order < 0; break;
      case Comparison::kLessOrEqual: holds = order <= 0; break;
      case Comparison::kEqual: holds = order == 0; break;
      case Comparison::kGreaterOrEqual: holds = order >= 0; break;
      case Comparison::kGreater: holds = order > 0; break;
    }
    if (!holds) return false;
    asked_for = asked_for || (!bound.prerelease.empty() && bound.major == version.major && bound.minor == version.minor && bound.patch == version.patch);
  }
  return asked_for;
}

}  // namespace writ::pack
