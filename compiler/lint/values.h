// Sets of whole numbers, as ranges: what a value may be. Texts and decimals become numbers by their place among the constants of the program
// (compiler/lint/terms.h). Covered by tests/compiler/lint/values_test.cc.
#pragma once

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace writ::compiler::lint {

// INVARIANT: ranges are closed, ascending, and neither overlap nor touch.
class ValueSet {
 public:
  using Range = std::pair<std::int64_t, std::int64_t>;
  static constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(), kMost = std::numeric_limits<std::int64_t>::max();

  ValueSet() = default;   // nothing
  static ValueSet Between(std::int64_t least, std::int64_t most);   // nothing when least > most
  static ValueSet Only(std::int64_t value) { return Between(value, value); }
  static ValueSet All() { return Between(kLeast, kMost); }
  static ValueSet Of(std::vector<std::int64_t> values);

  bool empty() const { return ranges_.empty(); }
  bool Contains(std::int64_t value) const;
  bool IsWithin(const ValueSet& other) const;
  ValueSet And(const ValueSet& other) const;
  ValueSet Or(const ValueSet& other) const;
  ValueSet Not() const;
  const std::vector<Range>& ranges() const { return ranges_; }
  friend bool operator==(const ValueSet&, const ValueSet&) = default;

 private:
  std::vector<Range> ranges_;
};

}  // namespace writ::compiler::lint
