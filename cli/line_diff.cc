// Longest common subsequence of the lines between what both texts have in common at their ends.
#include "cli/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace writ::cli {

namespace {

// A line of the difference: ' ', '-' or '+'.
struct Edit {
  char sign;
  std::string_view line;
};

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(begin, next - begin));
    begin = next;
  }
  return lines;
}

// Beyond this many pairs of lines the middle is replaced as a whole.
constexpr std::size_t kMostPairs = std::size_t{1} << 24;

std::vector<Edit> EditsBetween(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::size_t head = 0, tail = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  while (tail + head < a.size() && tail + head < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t n = a.size() - head - tail, m = b.size() - head - tail;
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < head; ++i) edits.push_back({' ', a[i]});
  if (n * m > kMostPairs) {
    for (std::size_t i = 0; i < n; ++i) edits.push_back({'-', a[head + i]});
    for (std::size_t k = 0; k < m; ++k) edits.push_back({'+', b[head + k]});
  } else {
    // longest[i][k]: of the lines from i and k on.
    std::vector<std::uint32_t> longest((n + 1) * (m + 1), 0);
    const auto at = [&](std::size_t i, std::size_t k) -> std::uint32_t& { return longest[i * (m + 1) + k]; };
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t k = m; k-- > 0;) at(i, k) = a[head + i] == b[head + k] ? at(i + 1, k + 1) + 1 : std::max(at(i + 1, k), at(i, k + 1));
    }
    for (std::size_t i = 0, k = 0; i < n || k < m;) {
      if (i < n && k < m && a[head + i] == b[head + k]) {
        edits.push_back({' ', a[head + i]});
        ++i, ++k;
      } else if (k == m || (i < n && at(i + 1, k) >= at(i, k + 1))) {
        edits.push_back({'-', a[head + i++]});
      } else {
        edits.push_back({'+', b[head + k++]});
      }
    }
  }
  for (std::size_t i = a.size() - tail; i < a.size(); ++i) edits.push_back({' ', a[i]});
  return edits;
}

}  // namespace

std::string UnifiedDiff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return "";
  constexpr std::size_t kContext = 3;
  const std::vector<Edit> edits = EditsBetween(LinesOf(before), LinesOf(after));
  std::string out = "--- a/" + std::string(name) + "\n+++ b/" + std::string(name) + "\n";
  std::size_t old_line = 1, new_line = 1, done = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].sign == ' ') continue;
    // A hunk goes on while the next change is near.
    const std::size_t begin = std::max(done, i > kContext ? i - kContext : 0);
    std::size_t last = i;
    for (std::size_t k = i; k < edits.size() && k <= last + 2 * kContext; ++k) {
      if (edits[k].sign != ' ') last = k;
    }
    const std::size_t end = std::min(edits.size(), last + kContext + 1);
    for (; done < begin; ++done) ++old_line, ++new_line;
    std::size_t olds = 0, news = 0;
    std::string body;
    for (; done < end; ++done) {
      olds += edits[done].sign != '+';
      news += edits[done].sign != '-';
      body += edits[done].sign;
      body += edits[done].line;
      if (body.back() != '\n') body += "\n\\ No newline at end of file\n";
    }
    const auto range = [](std::size_t line, std::size_t count) { return std::to_string(count == 0 ? line - 1 : line) + (count == 1 ? "" : "," + std::to_string(count)); };
    out += "@@ -" + range(old_line, olds) + " +" + range(new_line, news) + " @@\n" + body;
    old_line += olds, new_line += news;
    i = end - 1;
  }
  return out;
}

}  // namespace writ::cli
