// Lists that a run has read from the model, so that a loop inside a loop does not build them again and again. Exact and cleared for
// every run: what a run may use does not depend on what ran before it. Covered by tests/vm/machine_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "vm/value.h"

namespace writ::vm {

class FieldCache {
 public:
  FieldCache() : entries_(64) {}

  void Clear() {
    ++generation_;
    count_ = 0;
  }
  // Null when it is not there.
  const Value* Find(const void* record, std::uint16_t field) const {
    for (std::size_t at = Slot(record, field);; at = (at + 1) & (entries_.size() - 1)) {
      const Entry& entry = entries_[at];
      if (entry.generation != generation_) return nullptr;
      if (entry.record == record && entry.field == field) return &entry.value;
    }
  }
  // What is not there yet.
  void Add(const void* record, std::uint16_t field, const Value& value) {
    if (count_ * 2 >= entries_.size()) Grow();
    Insert({record, generation_, field, value});
    ++count_;
  }

 private:
  struct Entry {
    const void* record = nullptr;
    std::uint64_t generation = 0;   // of an entry that counts: the cache's
    std::uint16_t field = 0;
    Value value;
  };
  std::size_t Slot(const void* record, std::uint16_t field) const {
    const std::uint64_t hash = (reinterpret_cast<std::uintptr_t>(record) + field) * 0x9e3779b97f4a7c15ull;
    return static_cast<std::size_t>(hash >> 32) & (entries_.size() - 1);
  }
  void Insert(const Entry& entry) {
    std::size_t at = Slot(entry.record, entry.field);
    while (entries_[at].generation == generation_) at = (at + 1) & (entries_.size() - 1);
    entries_[at] = entry;
  }
  void Grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.generation == generation_) Insert(entry);
    }
  }

  std::vector<Entry> entries_;      // a power of two; at most half of it counts
  std::uint64_t generation_ = 1;
  std::size_t count_ = 0;
};

}  // namespace writ::vm
