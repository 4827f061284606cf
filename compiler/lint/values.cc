// Ranges, swept from the least to the greatest.
#include "compiler/lint/values.h"

#include <algorithm>

namespace writ::compiler::lint {

ValueSet ValueSet::Between(std::int64_t least, std::int64_t most) {
  ValueSet set;
  if (least <= most) set.ranges_.push_back({least, most});
  return set;
}

ValueSet ValueSet::Of(std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  ValueSet set;
  for (const std::int64_t value : values) {
    // `second + 1` does not overflow: a greater value exists.
    if (!set.ranges_.empty() && (set.ranges_.back().second == value || set.ranges_.back().second + 1 == value)) {
      set.ranges_.back().second = value;
    } else {
      set.ranges_.push_back({value, value});
    }
  }
  return set;
}

bool ValueSet::Contains(std::int64_t value) const {
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), value, [](std::int64_t v, const Range& range) { return v < range.first; });
  return after != ranges_.begin() && value <= after[-1].second;
}

bool ValueSet::IsWithin(const ValueSet& other) const { return And(other) == *this; }

ValueSet ValueSet::And(const ValueSet& other) const {
  ValueSet out;
  for (std::size_t a = 0, b = 0; a < ranges_.size() && b < other.ranges_.size();) {
    const std::int64_t least = std::max(ranges_[a].first, other.ranges_[b].first), most = std::min(ranges_[a].second, other.ranges_[b].second);
    if (least <= most) out.ranges_.push_back({least, most});
    ++(ranges_[a].second < other.ranges_[b].second ? a : b);
  }
  return out;
}

ValueSet ValueSet::Or(const ValueSet& other) const {
  std::vector<Range> all;
  std::merge(ranges_.begin(), ranges_.end(), other.ranges_.begin(), other.ranges_.end(), std::back_inserter(all));
  ValueSet out;
  for (const Range& range : all) {
    const bool joins = !out.ranges_.empty() && (range.first <= out.ranges_.back().second || range.first == out.ranges_.back().second + 1);
    if (joins) {
      out.ranges_.back().second = std::max(out.ranges_.back().second, range.second);
    } else {
      out.ranges_.push_back(range);
    }
  }
  return out;
}

ValueSet ValueSet::Not() const {
  ValueSet out;
  std::int64_t next = kLeast;
  for (const Range& range : ranges_) {
    if (next < range.first) out.ranges_.push_back({next, range.first - 1});
    if (range.second == kMost) return out;
    next = range.second + 1;
  }
  out.ranges_.push_back({next, kMost});
  return out;
}

}  // namespace writ::compiler::lint
