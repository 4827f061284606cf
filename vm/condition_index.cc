// Making of the look-ups.
#include "vm/condition_index.h"

#include <algorithm>

namespace writ::vm {

void ValueIndex::Add(std::string_view text, std::uint32_t condition) {
  const std::uint64_t hash = Hash(text);
  for (std::size_t at = hash & (slots_.size() - 1); !slots_.empty() && slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
    Entry& entry = entries_[slots_[at].entry - 1];
    if (slots_[at].hash != hash || entry.text != text) continue;
    if (entry.conditions.back() != condition) entry.conditions.push_back(condition);
    return;
  }
  entries_.push_back({text, {condition}});
  if (entries_.size() * 2 <= slots_.size()) return Insert(hash, static_cast<std::uint32_t>(entries_.size()));
  slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, {});
  for (std::size_t i = 0; i < entries_.size(); ++i) Insert(Hash(entries_[i].text), static_cast<std::uint32_t>(i + 1));
}

void ValueIndex::Insert(std::uint64_t hash, std::uint32_t entry) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, entry};
}

void PrefixIndex::Finish() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.text < b.text; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (kept != 0 && entries_[kept - 1].text == entries_[i].text) {
      entries_[kept - 1].conditions.insert(entries_[kept - 1].conditions.end(), entries_[i].conditions.begin(), entries_[i].conditions.end());
    } else {
      if (kept != i) entries_[kept] = std::move(entries_[i]);
      ++kept;
    }
  }
  entries_.resize(kept);
  // Prefixes of an entry are on the chain of its neighbour.
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    auto shorter = static_cast<std::int32_t>(i) - 1;
    while (shorter >= 0) {
      const Entry& other = entries_[static_cast<std::size_t>(shorter)];
      if (entries_[i].text.substr(0, other.text.size()) == other.text) break;
      shorter = other.shorter;
    }
    entries_[i].shorter = shorter;
  }
}

std::int32_t PrefixIndex::LastNotAfter(std::string_view text) const {
  const auto at = std::upper_bound(entries_.begin(), entries_.end(), text, [](std::string_view other, const Entry& entry) { return other < entry.text; });
  return static_cast<std::int32_t>(at - entries_.begin()) - 1;
}

}  // namespace writ::vm
