// Groups: the rows of detectors, kept as small projected tuples, and the windows over them. Rows come in any order from any worker; they
// are sorted by key, time, source and ordinal before a window is looked at. Covered by tests/engine/groups_test.cc and tests/conformance.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "engine/collector.h"
#include "vm/machine.h"

namespace writ::engine {

// Rows of one detector, from one worker or merged.
class RowStore {
 public:
  struct Row {
    std::int64_t time = 0;           // nanoseconds
    model::Evidence evidence;
    std::string_view label;          // of the exchange, for evidence
  };
  // Rows that join no group because a key, the time or `where` is unknown or an error: one subject per source and reason.
  struct Undecided {
    bool is_error = false;
    bool should_have_shown = false;
    std::uint64_t count = 0;
    model::Evidence first;
    std::string label;
  };

  RowStore() : arenas_(1) {}
  // Copies the values (keys, then aggregate arguments) out of the batch.
  void Add(std::span<const vm::Value> values, std::int64_t time, const model::Exchange& exchange);
  void AddUndecided(const model::Exchange& exchange, const std::string& why, bool is_error, bool should_have_shown);
  void Merge(RowStore&& other);

  std::size_t size() const { return rows_.size(); }
  const Row& row(std::size_t i) const { return rows_[i]; }
  std::span<const vm::Value> values(std::size_t i) const { return {values_.data() + i * width_, width_}; }
  const std::map<std::pair<std::uint32_t, std::string>, Undecided>& undecided() const { return undecided_; }
  // Secrets of the exchanges that went into a text of these rows, the longest first: no output may hold one.
  using Secrets = std::set<std::string, bool (*)(const std::string&, const std::string&)>;
  const Secrets& secrets() const { return secrets_; }

 private:
  vm::Value Persist(const vm::Value& value);
  void NoteSecrets(std::span<const vm::Value> values, const model::Exchange& exchange);
  std::string_view Keep(std::string_view text);

  std::vector<Arena> arenas_;        // back() is written to
  std::unordered_map<std::string_view, std::string_view> texts_;
  std::vector<Row> rows_;
  std::vector<vm::Value> values_;    // width_ for each row
  std::size_t width_ = 0;
  Secrets secrets_{[](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; }};
  std::map<std::pair<std::uint32_t, std::string>, Undecided> undecided_;
};

// Windows, aggregates, verdicts and findings of one detector. `recording_names`: by Evidence::source.
void JudgeGroups(const RowStore& rows, std::uint32_t rule, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
                 const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace);

}  // namespace writ::engine
