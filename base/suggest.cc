// Spelling suggestions. The work per candidate is bounded by the number of edits that still counts as near.
// Covered by tests/base/suggest_test.cc.
#include "base/suggest.h"

#include <algorithm>

namespace writ {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The distance, or limit + 1 if it is larger than `limit`. Only cells within `limit` of the diagonal are visited.
std::size_t BoundedDistance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t far = limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return far;
  std::vector<std::size_t> before(b.size() + 1, far);
  std::vector<std::size_t> above(b.size() + 1, far);
  std::vector<std::size_t> row(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 0;
    const std::size_t last = std::min(b.size(), i + limit);
    if (first > 0) row[first - 1] = far;
    std::size_t least = far;
    for (std::size_t j = first; j <= last; ++j) {
      if (j == 0) {
        row[0] = i;
      } else {
        const bool same = Lower(a[i - 1]) == Lower(b[j - 1]);
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
        if (i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) && Lower(a[i - 2]) == Lower(b[j - 1])) {
          row[j] = std::min(row[j], before[j - 2] + 1);
        }
      }
      least = std::min(least, row[j]);
    }
    if (last < b.size()) row[last + 1] = far;
    // A swap reaches two rows back, so one row beyond the limit alone does not end the search.
    if (least > limit && *std::min_element(above.begin(), above.end()) > limit) return far;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], far);
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  return BoundedDistance(a, b, std::max(a.size(), b.size()));
}

std::string Nearest(std::string_view name, const std::vector<std::string>& candidates) {
  std::size_t limit = std::clamp<std::size_t>(name.size() / 3, 1, 3);
  const std::string* best = nullptr;
  for (const std::string& candidate : candidates) {
    if (candidate.empty() || candidate == name) continue;
    const std::size_t distance = BoundedDistance(name, candidate, limit);
    // One letter is never "near" another one of the same length.
    if (distance > limit || distance >= std::max(name.size(), candidate.size())) continue;
    if (best == nullptr || distance < limit || candidate < *best) best = &candidate;
    limit = distance;
  }
  return best == nullptr ? std::string() : *best;
}

std::string DidYouMean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string nearest = Nearest(name, candidates);
  return nearest.empty() ? nearest : "did you mean `" + nearest + "`?";
}

}  // namespace writ
