// Finds the matches of a sequence among the rows of one key, which come in order of time, recording and ordinal. What is kept of them are the
// starts that are armed: of each step the latest, and those whose exchange has not ended yet. docs/language.md, "Sequences", says what a match
// is; docs/adr/0022-matching-sequences.md how unknown conditions, ends and orders are followed.
// Covered by tests/engine/sequence_test.cc and tests/conformance/sequences.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <span>
#include <vector>

#include "engine/group_row.h"
#include "vm/bytecode/module.h"

namespace writ::engine {

// A truth that may not be known, and why.
struct Truth {
  enum class Kind : std::uint8_t { kFalse, kUnknown, kTrue };
  Kind kind = Kind::kFalse;
  bool is_error = false;        // kUnknown: it has no value at all
  std::uint16_t field = 0;      // kUnknown: 1 + FieldId of what could not be read, 0 for none
  std::uint32_t causes = 0;     // kUnknown: model::UnknownCause bits

  static Truth False() { return {}; }
  static Truth True() { return {Kind::kTrue, false, 0, 0}; }
  static Truth Unknown(std::uint32_t why, std::uint16_t field_plus_one = 0) { return {Kind::kUnknown, false, field_plus_one, why}; }
  static Truth Error() { return {Kind::kUnknown, true, 0, 0}; }
  bool is_false() const { return kind == Kind::kFalse; }
  bool is_true() const { return kind == Kind::kTrue; }
  bool is_unknown() const { return kind == Kind::kUnknown; }
};
Truth Both(const Truth& a, const Truth& b);    // Kleene's `and`
Truth Either(const Truth& a, const Truth& b);  // Kleene's `or`
Truth Opposite(const Truth& a);

struct SequenceRow {
  std::int64_t start = 0, precision = 1;            // nanoseconds
  std::optional<std::int64_t> end;                  // nothing: absent, or unknown
  std::int64_t end_precision = 1;
  std::optional<std::uint32_t> unknown_end;         // its causes
  std::uint32_t source = 0;
  std::vector<Truth> conditions;                    // one for each step
  std::uint64_t number = 0;                         // among those that matter, given by the matcher
  GroupRow row;
};

struct SequenceMatch {
  std::vector<std::shared_ptr<const SequenceRow>> rows;   // one for each step, null for `without`
  // Another match may stand in the same stretch of rows, so that this may not be the one that is found when everything is known.
  bool contested = false;
};

struct SequenceBounds {
  std::size_t in_flight = 0;    // rows that can begin or go on with a match and have not ended when the next one begins
  std::size_t unordered = 0;    // rows of several recordings among which there is no known order
};

class SequenceMatcher {
 public:
  // `gap`: why rows may be missing from the recordings, as causes, or 0. `steps` outlive it.
  SequenceMatcher(std::span<const bytecode::SequenceStep> steps, std::optional<std::int64_t> within, std::uint32_t gap, SequenceBounds bounds,
                  std::function<void(const SequenceMatch&)> on_match);

  void Add(SequenceRow row);
  void Finish();
  // Forgets everything, for the next key.
  void Clear();

  // A bound was passed: nothing that was found counts.
  bool over_bound() const { return over_bound_; }
  // Whether there may be another match: false, unknown with causes, or error.
  const Truth& open() const { return open_; }

 private:
  using Row = std::shared_ptr<const SequenceRow>;
  // Rows of a beginning of a match, the last one first. Shared among all that begin alike.
  struct Chain {
    Row row;
    std::shared_ptr<const Chain> before;
  };
  enum Certainty : std::uint8_t { kCertain, kUncertain, kErroneous };
  static Certainty CertaintyOf(const Truth& truth) { return truth.is_true() ? kCertain : truth.is_error ? kErroneous : kUncertain; }
  // A match as far as it has come.
  struct Prefix {
    std::shared_ptr<const Chain> chain;
    std::uint64_t first = 0;          // number of its first row
    std::int64_t first_start = 0;
    Truth truth;                      // never false
    const SequenceRow& last() const { return *chain->row; }
    Certainty certainty() const { return CertaintyOf(truth); }
  };
  using Slots = std::array<std::optional<Prefix>, 3>;       // the best by certainty
  // Prefixes whose last row matched one step that is not the last.
  struct Stage {
    // Armed for all rows to come. No `without` row ends one whose end is not known: it may have come before that end.
    Slots armed, armed_without_end;
    std::vector<Prefix> waiting;      // for the end of their last row, or for an order
  };

  std::size_t LastStage() const { return places_.size() - 1; }
  Truth GuardOf(const SequenceRow& row, std::size_t stage) const;
  Truth Extends(const Prefix& prefix, std::size_t stage, const SequenceRow& row, bool is_armed, std::span<const Row> unordered) const;
  Slots ExtendAll(std::size_t stage, const Row& row, std::span<const Row> unordered, std::span<const Prefix> fresh) const;
  static bool IsBetter(const Prefix& a, const Prefix& b);
  static void Keep(Slots& slots, Prefix prefix);
  static void Wait(Stage& stage, Prefix prefix);
  void Arm(std::int64_t now);
  void Guard(const SequenceRow& row);
  void GuardPending();
  void ProcessOne(const Row& row);
  void ProcessUnordered(std::span<const Row> rows);
  void Flush();
  void Emit(const Prefix& whole);
  void NoteOpen(const Slots& matches);
  void ForgetPrefixes();
  bool TooManyInFlight(const SequenceRow& row);
  bool IsPassed(const SequenceRow& row) const;

  std::span<const bytecode::SequenceStep> steps_;
  std::optional<std::int64_t> within_;
  std::uint32_t gap_;
  SequenceBounds bounds_;
  std::function<void(const SequenceMatch&)> on_match_;
  std::vector<std::size_t> places_;                // steps that come
  std::vector<std::vector<std::size_t>> guards_;   // `without` steps behind each place but the last

  std::vector<Stage> stages_;                      // behind each place but the last
  Truth open_;
  bool open_in_stretch_ = false;                   // since the last match
  bool over_bound_ = false;
  Row resumed_behind_;                             // the last row of the last match
  std::uint64_t next_number_ = 0;
  std::vector<Row> pending_guards_;                // of one start, one for each kind of condition: they count for later rows only
  // Rows that overlap in time, until it is known whether they are of one recording, whose order is known.
  std::vector<Row> buffer_;
  std::int64_t buffer_until_ = 0;
  bool is_mixed_ = false;
  // What overlaps the rows of `ordered_source_` that had to go on before that was known.
  std::int64_t ordered_until_ = INT64_MIN;
  std::uint32_t ordered_source_ = 0;
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> ends_;   // of rows in flight
};

}  // namespace writ::engine
