// Look-ups that tell at once which of many conditions are true of a text. Covered by tests/vm/condition_index_test.cc.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace writ::vm {

// Texts, each with the numbers of the conditions that it makes true. A table with open addressing, at most half full, that is made once:
// what is looked for cannot make it worse.
class ValueIndex {
 public:
  // `text` outlives the index.
  void Add(std::string_view text, std::uint32_t condition);
  template <typename Found>
  void Find(std::string_view text, Found found) const {
    if (slots_.empty()) return;
    const std::uint64_t hash = Hash(text);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.hash != hash || entries_[slot.entry - 1].text != text) continue;
      for (const std::uint32_t condition : entries_[slot.entry - 1].conditions) found(condition);
      return;
    }
  }

 private:
  struct Entry {
    std::string_view text;
    std::vector<std::uint32_t> conditions;
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0;   // 1 + index of the entry, 0 for none
  };
  // Of the length, both ends and the middle: collisions among the texts of a policy cost a comparison each, and nothing else does.
  static std::uint64_t Hash(std::string_view text) {
    std::uint64_t first = 0, last = 0, middle = 0;
    const std::size_t part = text.size() < 8 ? text.size() : 8;
    std::memcpy(&first, text.data(), part);
    std::memcpy(&last, text.data() + text.size() - part, part);
    std::memcpy(&middle, text.data() + (text.size() - part) / 2, part);
    std::uint64_t hash = (first ^ (text.size() * 0x9e3779b97f4a7c15ull)) * 0xff51afd7ed558ccdull;
    hash = (hash ^ (hash >> 32) ^ last) * 0xc4ceb9fe1a85ec53ull;
    hash = (hash ^ (hash >> 32) ^ middle) * 0x9e3779b97f4a7c15ull;
    return hash ^ (hash >> 32);
  }
  void Insert(std::uint64_t hash, std::uint32_t entry);

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;   // a power of two
};

// Texts that others may begin with. In order, a text's prefixes among them are before it, each a prefix of the next.
class PrefixIndex {
 public:
  // `text` outlives the index.
  void Add(std::string_view text, std::uint32_t condition) { entries_.push_back({text, {condition}, -1}); }
  // After the last Add, before the first Find.
  void Finish();
  bool empty() const { return entries_.empty(); }
  template <typename Found>
  void Find(std::string_view text, Found found) const {
    for (std::int32_t at = LastNotAfter(text); at >= 0; at = entries_[static_cast<std::size_t>(at)].shorter) {
      const Entry& entry = entries_[static_cast<std::size_t>(at)];
      if (text.substr(0, entry.text.size()) != entry.text) continue;
      for (const std::uint32_t condition : entry.conditions) found(condition);
    }
  }

 private:
  struct Entry {
    std::string_view text;
    std::vector<std::uint32_t> conditions;
    std::int32_t shorter = -1;   // the longest other entry that this one begins with
  };
  std::int32_t LastNotAfter(std::string_view text) const;

  std::vector<Entry> entries_;   // sorted
};

}  // namespace writ::vm
