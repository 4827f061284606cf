// Versions of packs and ranges of them: Semantic Versioning 2.0.0 (semver.org), and the ranges that package managers have made common.
// Covered by tests/pack/version_test.cc.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace writ::pack {

struct Version {
  std::uint64_t major = 0, minor = 0, patch = 0;
  std::vector<std::string> prerelease;   // identifiers between `-` and `+`
  std::string build;                     // behind `+`; says nothing about order

  std::string ToString() const;
};

// "1.2.3", "1.2.3-rc.1+build.5". Nothing when the text is no version; numbers are below 2^63.
std::optional<Version> ParseVersion(std::string_view text);
// Precedence (semver 2.0.0, section 11); build metadata is ignored.
std::strong_ordering Compare(const Version& a, const Version& b);

// Which versions of another pack will do. Comparators joined by spaces or commas all have to hold:
//   ^1.2.3   at least it, and no change of the leftmost number that is not 0      ^0.2.3 → >=0.2.3 <0.3.0
//   ~1.2.3   at least it, and below 1.3.0
//   >=1.2.0 <2.0.0, >1.0.0, <=1.4.2, =1.2.3, 1.2.3
// `^` and `~` take one or two numbers too: ^1 is >=1.0.0 <2.0.0, ~1 the same, ~1.2 is >=1.2.0 <1.3.0.
// A prerelease is only in the range if a comparator names a prerelease of the same three numbers: nobody gets one unasked.
class VersionRange {
 public:
  static Result<VersionRange> Parse(std::string_view text);
  bool Contains(const Version& version) const;
  const std::string& text() const { return text_; }

 private:
  enum class Comparison : std::uint8_t { kLess, kLessOrEqual, kEqual, kGreaterOrEqual, kGreater };
  struct Comparator {
    Comparison comparison = Comparison::kEqual;
    Version version;
  };
  void Add(Comparison comparison, Version version);

  std::string text_;
  std::vector<Comparator> comparators_;
};

}  // namespace writ::pack
