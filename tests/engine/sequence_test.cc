// Matching one row at a time: what is kept, what is forgotten, and the bounds. Meaning is compared with the oracle in
// tests/oracle/sequences_test.cc and by tests/conformance/sequences.
#include <doctest/doctest.h>


#include "engine/sequence.h"

using namespace writ;
using engine::SequenceMatch;
using engine::SequenceMatcher;
using engine::SequenceRow;
using engine::Truth;

namespace {

std::vector<bytecode::SequenceStep> Steps(const std::string& names) {
  std::vector<bytecode::SequenceStep> steps;
  for (const char name : names) steps.push_back({std::string(1, name), name == 'w'});
  return steps;
}

// Rows by a letter for the step that they match: the letter itself, '?' before it for unknown, '!' for no value.
class Run {
 public:
  explicit Run(const std::string& names, std::optional<std::int64_t> within = std::nullopt, std::uint32_t gap = 0,
               engine::SequenceBounds bounds = {8, 4})
      : names_(names), steps_(Steps(names)),
        matcher_(steps_, within, gap, bounds, [this](const SequenceMatch& match) { Note(match); }) {}

  Run& At(std::int64_t start, const std::string& what, std::optional<std::int64_t> end = std::nullopt, std::uint32_t source = 0, std::int64_t precision = 1) {
    SequenceRow row;
    row.start = start, row.end = end, row.source = source, row.precision = precision;
    const char mark = what.size() > 1 ? what[0] : ' ';
    for (const char name : names_) {
      const bool is_it = name == what.back();
      row.conditions.push_back(!is_it ? Truth::False() : mark == '?' ? Truth::Unknown(model::kRedacted) : mark == '!' ? Truth::Error() : Truth::True());
    }
    matcher_.Add(std::move(row));
    return *this;
  }

  // "1-3 5~8 open": starts of each match, '~' when contested, then whether more is open.
  std::string Show() {
    matcher_.Finish();
    if (matcher_.over_bound()) return "over bound";
    std::string out = shown_;
    if (matcher_.open().is_unknown()) out += (out.empty() ? "" : " ") + std::string(matcher_.open().is_error ? "error" : "open");
    return out;
  }

  SequenceMatcher& matcher() { return matcher_; }

 private:
  void Note(const SequenceMatch& match) {
    std::string starts;
    for (const auto& row : match.rows) {
      if (row != nullptr) starts += (starts.empty() ? "" : match.contested ? "~" : "-") + std::to_string(row->start);
    }
    shown_ += (shown_.empty() ? "" : " ") + starts;
  }

  std::string names_;
  std::vector<bytecode::SequenceStep> steps_;
  std::string shown_;
  SequenceMatcher matcher_;
};

}  // namespace

TEST_CASE("the latest start is kept and matching resumes behind a match") {
  CHECK(Run("ab").At(0, "b").At(1, "a").At(2, "a").At(3, "b").At(4, "b").At(5, "a").At(6, "b").Show() == "2-3 5-6");
  CHECK(Run("abc").At(1, "a").At(2, "b").At(3, "a").At(4, "c").Show() == "1-2-4");
  CHECK(Run("abc").At(1, "a").At(2, "b").At(3, "a").At(4, "b").At(5, "c").Show() == "3-4-5");
  CHECK(Run("abc").At(1, "a").At(2, "c").At(3, "b").Show() == "");
}

TEST_CASE("rows of one time do not follow each other") {
  CHECK(Run("ab").At(1, "a").At(1, "b").Show() == "");
  CHECK(Run("ab").At(1, "a").At(1, "b").At(2, "b").Show() == "1-2");
}

TEST_CASE("a step arms at its end, and until then the one before it stands") {
  CHECK(Run("ab").At(1, "a", 5).At(4, "b").Show() == "");
  CHECK(Run("ab").At(1, "a", 5).At(5, "b").Show() == "1-5");
  CHECK(Run("ab").At(1, "a", 2).At(3, "a", 9).At(5, "b").Show() == "1-5");
}

TEST_CASE("the bound is from the first start to the last, its end included") {
  CHECK(Run("ab", 10).At(0, "a").At(10, "b").Show() == "0-10");
  CHECK(Run("ab", 10).At(0, "a").At(11, "b").Show() == "");
  CHECK(Run("abc", 10).At(0, "a").At(1, "b").At(5, "a").At(6, "b").At(12, "c").Show() == "5-6-12");
}

TEST_CASE("what must not come between") {
  CHECK(Run("awb").At(0, "a").At(1, "w").At(2, "b").Show() == "");
  CHECK(Run("awb").At(0, "a").At(1, "w").At(2, "a").At(3, "b").Show() == "2-3");
  CHECK(Run("awb").At(0, "a", 5).At(1, "w").At(6, "b").Show() == "0-6");
  CHECK(Run("awb").At(0, "a").At(2, "w").At(2, "b").Show() == "0-2");
  CHECK(Run("awb").At(0, "a").At(1, "?w").At(2, "b").Show() == "open");
  CHECK(Run("awb").At(0, "a").At(1, "!w").At(2, "b").Show() == "error");
  CHECK(Run("awb").At(0, "a").At(1, "?w").At(2, "a").At(3, "b").Show() == "2~3 open");
}

TEST_CASE("unknown conditions, orders and missing rows") {
  CHECK(Run("ab").At(0, "?a").At(1, "b").Show() == "open");
  CHECK(Run("ab").At(0, "a").At(1, "?b").At(2, "b").Show() == "0~2 open");
  CHECK(Run("ab").At(0, "a").At(1, "!b").Show() == "error");
  CHECK(Run("ab").At(0, "a", std::nullopt, 0).At(0, "b", std::nullopt, 1).Show() == "open");
  CHECK(Run("ab").At(0, "b", std::nullopt, 0).At(0, "a", std::nullopt, 1).Show() == "open");
  CHECK(Run("ab").At(0, "a", std::nullopt, 0, 10).At(9, "b", std::nullopt, 1).Show() == "open");
  CHECK(Run("ab").At(0, "a", std::nullopt, 0, 10).At(10, "b", std::nullopt, 1).Show() == "0-10");
  CHECK(Run("awb", std::nullopt, model::kTruncated).At(0, "a").At(1, "b").Show() == "open");
  CHECK(Run("ab", std::nullopt, model::kTruncated).At(0, "a").At(1, "b").Show() == "0-1");
}

TEST_CASE("bounds are on what is in flight and on what has no order, not on rows") {
  Run in_flight("ab");
  for (int i = 0; i < 9; ++i) in_flight.At(i, "a", 100);
  CHECK(in_flight.At(200, "b").Show() == "over bound");
  in_flight.matcher().Clear();
  CHECK(in_flight.At(1, "a").At(2, "b").Show() == "1-2");

  Run mixed("ab");
  for (int i = 0; i < 5; ++i) mixed.At(0, "a", std::nullopt, static_cast<std::uint32_t>(i % 2), 10);
  CHECK(mixed.Show() == "over bound");
  // One recording has an order, however many rows share a time; another that joins them late has none.
  Run one("ab");
  for (int i = 0; i < 50; ++i) one.At(0, "a", std::nullopt, 0, 10);
  CHECK(one.At(10, "b", std::nullopt, 1).Show() == "0-10");
  CHECK(one.At(11, "a").At(12, "a").Show() == "0-10");
  for (int i = 0; i < 50; ++i) one.At(20, "a", std::nullopt, 0, 10);
  CHECK(one.At(29, "b", std::nullopt, 1).Show() == "over bound");
}
