// Verdicts of many subjects at a time, by conditions that rules share (vm/bytecode/conditions.h): values are read into columns, conditions
// become pairs of bit sets, and a rule combines those. What it leaves open is for the machine. One per worker.
// Covered by tests/vm/screen_test.cc and by every case that is run with the pass `share`.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "vm/machine.h"

namespace writ::vm {

// A bit per subject of a batch.
class SubjectSet {
 public:
  static constexpr std::size_t kSubjects = 1024, kWords = kSubjects / 64;

  static SubjectSet First(std::size_t count);
  bool Has(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
  void Add(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool empty() const;
  std::size_t count() const;
  std::size_t CountIn(const SubjectSet& other) const;
  SubjectSet Without(const SubjectSet& other) const;
  SubjectSet& operator&=(const SubjectSet& other);
  SubjectSet& operator|=(const SubjectSet& other);
  friend SubjectSet operator&(SubjectSet a, const SubjectSet& b) { return a &= b; }
  friend SubjectSet operator|(SubjectSet a, const SubjectSet& b) { return a |= b; }
  friend bool operator==(const SubjectSet&, const SubjectSet&) = default;
  // Calls `visit(i)` for each member, ascending.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (std::size_t w = 0; w < kWords; ++w) {
      for (std::uint64_t bits = words_[w]; bits != 0; bits &= bits - 1) visit(w * 64 + static_cast<std::size_t>(__builtin_ctzll(bits)));
    }
  }

  std::uint64_t& word(std::size_t w) { return words_[w]; }
  std::uint64_t word(std::size_t w) const { return words_[w]; }

 private:
  std::array<std::uint64_t, kWords> words_{};
};

// What a screen says of a batch. Subjects that are in none of the sets are undecided.
struct ScreenResult {
  SubjectSet not_applicable, passed;
  SubjectSet failed;   // certainly; which clauses, and with what text, the machine says
};

class Screen {
 public:
  // `program` outlives it.
  explicit Screen(const Program& program);
  ~Screen();

  // The next batch, of at most SubjectSet::kSubjects. `joined`: the operation beside each subject, or absent; empty when nothing is joined.
  // What is passed must live until the next batch.
  void Begin(std::span<const Value> subjects, std::span<const Value> joined);
  // What a rule's screen says; only for rules that have one. A rule that joins operations says nothing of subjects without one.
  const ScreenResult& Decide(std::uint32_t rule);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace writ::vm
