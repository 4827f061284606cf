// Which exchanges of which recordings a finding is about: every one of them, in about a byte each, so that a recording of any size fails a rule
// from its first exchange to its last without memory to speak of. Covered by tests/engine/ordinals_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace writ::engine {

// A set of ordinals: gaps as variable-length numbers while they come in ascending order, as they do from a reader.
class OrdinalLog {
 public:
  void Add(std::uint64_t ordinal);
  void Merge(OrdinalLog&& other);
  // Ascending, without repeats.
  std::vector<std::uint64_t> Sorted() const;

 private:
  struct Run {
    std::string gaps;              // from -1: the first gap of ordinal 0 is 1
    std::uint64_t next = 0;        // last ordinal + 1
  };
  std::vector<Run> runs_;          // the last one is written to
};

// "0-3,7,9-12" of ascending ordinals.
std::string RangesText(const std::vector<std::uint64_t>& ordinals);

}  // namespace writ::engine
