// The rows of one detector, from one worker or merged: sorted as windows want them, on disk beyond a bound. Rows come in any order from any
// worker. Covered by tests/engine/group_row_test.cc and tests/conformance.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "base/external_sort.h"
#include "base/limits.h"
#include "engine/group_row.h"

namespace writ::engine {

class RowStore {
 public:
  // Rows that join no group because a key, the time or `where` is unknown or an error: one subject per source and reason.
  struct Undecided {
    bool is_error = false;
    bool should_have_shown = false;
    std::uint64_t count = 0;
    model::Evidence first;
    std::string label;
  };

  // `keys`: how many of a row's values. `disk` outlives it.
  RowStore(std::size_t keys, SpillFile& disk, const Limits& limits) : keys_(keys), rows_(disk, limits.row_bytes) {}
  // Copies the values (keys, then arguments of aggregates) out of the batch.
  void Add(std::span<const vm::Value> values, std::int64_t time, const model::Exchange& exchange);
  void AddUndecided(const model::Exchange& exchange, const std::string& why, bool is_error, bool should_have_shown);
  void Merge(RowStore&& other);

  // By key, time, recording and ordinal. Nothing may be added afterwards.
  class Reader {
   public:
    // False at the end. The error is a disk that could not be read.
    Result<bool> Next(GroupRow& row);

   private:
    friend class RowStore;
    Reader(ExternalSort::Stream stream, std::size_t keys, std::size_t arguments) : stream_(std::move(stream)), keys_(keys), arguments_(arguments) {}
    ExternalSort::Stream stream_;
    std::size_t keys_, arguments_;
  };
  Reader Sorted() { return {rows_.Sorted(), keys_, arguments_}; }
  // Gives back what is kept, on disk too.
  void Clear() { rows_.Clear(); }

  // Why rows had to stay in memory; "" if nothing went wrong.
  const std::string& trouble() const { return rows_.trouble(); }
  const std::map<std::pair<std::uint32_t, std::string>, Undecided>& undecided() const { return undecided_; }
  // Secrets of the exchanges that went into a text of these rows, the longest first: no output may hold one.
  using Secrets = std::set<std::string, bool (*)(const std::string&, const std::string&)>;
  const Secrets& secrets() const { return secrets_; }

 private:
  void NoteSecrets(std::span<const vm::Value> values, const model::Exchange& exchange);

  std::size_t keys_, arguments_ = 0;
  ExternalSort rows_;
  std::string encoded_;              // of one row, reused
  Secrets secrets_{[](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; }};
  std::map<std::pair<std::uint32_t, std::string>, Undecided> undecided_;
};

}  // namespace writ::engine
