// Sets of ordinals.
#include "engine/ordinals.h"

#include <algorithm>
#include <iterator>

namespace writ::engine {

void OrdinalLog::Add(std::uint64_t ordinal) {
  if (runs_.empty() || ordinal < runs_.back().next) runs_.emplace_back();
  Run& run = runs_.back();
  std::uint64_t gap = ordinal + 1 - run.next;
  run.next = ordinal + 1;
  for (; gap >= 0x80; gap >>= 7) run.gaps.push_back(static_cast<char>(gap | 0x80));
  run.gaps.push_back(static_cast<char>(gap));
}

void OrdinalLog::Merge(OrdinalLog&& other) {
  // In front, so that the run that is written to stays the last one.
  runs_.insert(runs_.begin(), std::make_move_iterator(other.runs_.begin()), std::make_move_iterator(other.runs_.end()));
}

std::vector<std::uint64_t> OrdinalLog::Sorted() const {
  std::vector<std::uint64_t> out;
  for (const Run& run : runs_) {
    std::uint64_t next = 0, gap = 0;
    int shift = 0;
    for (const char c : run.gaps) {
      const auto byte = static_cast<unsigned char>(c);
      gap |= std::uint64_t{byte & 0x7Fu} << shift;
      shift += 7;
      if ((byte & 0x80) != 0) continue;
      next += gap;
      out.push_back(next - 1);
      gap = 0, shift = 0;
    }
  }
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string RangesText(const std::vector<std::uint64_t>& ordinals) {
  std::string out;
  for (std::size_t i = 0; i < ordinals.size();) {
    std::size_t end = i + 1;
    while (end < ordinals.size() && ordinals[end] == ordinals[end - 1] + 1) ++end;
    if (!out.empty()) out += ',';
    out += std::to_string(ordinals[i]);
    if (end - i > 1) out += '-' + std::to_string(ordinals[end - 1]);
    i = end;
  }
  return out;
}

}  // namespace writ::engine
