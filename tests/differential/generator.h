// Programs by chance: policies that are well typed, with descriptions and exchanges for them to judge. Expressions are made from a wanted type
// down, out of the tables of fields and builtins, so that each row of a table turns up without being named here. The same seed makes the same
// texts everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace writ::test {

// SplitMix64: the same numbers on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // 0 to n - 1.
  std::size_t Below(std::size_t n) { return static_cast<std::size_t>(Next() % n); }
  bool OneIn(std::size_t n) { return Below(n) == 0; }
  template <typename T>
  const T& Of(const std::vector<T>& items) { return items[Below(items.size())]; }

 private:
  std::uint64_t state_;
};

struct GeneratedPolicy {
  std::string head;                 // header, constants, params, functions
  std::vector<std::string> rules;   // each on its own
  // What it says of exchanges does not depend on the recording that they stand in, nor on exchanges of other hosts, if their times differ.
  bool separable = false;
  // What it says depends on which of two rows of one time is a step: ADR 37.
  bool tells_ties_apart = false;
  bool in_two = false;              // its exchanges stand in two recordings
  bool sampled = false;             // not every exchange was recorded
};

GeneratedPolicy GeneratePolicy(Random& random, std::size_t rules);
// An OpenAPI description as JSON.
std::string GenerateDescription(Random& random);
// Exchanges, one a line: with members absent, null or wrong, times out of order, and equal ones unless all are to be `distinct`.
std::string GenerateExchanges(Random& random, std::size_t count, bool distinct);

}  // namespace writ::test
