// "did you mean": the nearest of a list of names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace writ {

// Optimal string alignment distance (insert, delete, replace, swap of neighbours), bytes, case ignored in ASCII.
std::size_t EditDistance(std::string_view a, std::string_view b);
// The candidate nearest to `name` within a third of its length (at least 1, at most 3 edits), the first in byte order
// among equals; empty if none is near.
std::string Nearest(std::string_view name, const std::vector<std::string>& candidates);
// "did you mean `x`?" or nothing.
std::string DidYouMean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace writ
