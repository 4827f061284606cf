// Where the time of a run went, rule by rule: for people who write rules. It depends on the machine and is no part of a report.
// Covered by tests/cli/profile_test.cc.
#pragma once

#include <cstdint>

namespace writ::engine {

struct RuleProfile {
  std::uint64_t nanoseconds = 0;   // CPU time of the threads that judged
  std::uint64_t subjects = 0;      // outermost ones: exchanges, operations, …
  std::uint64_t judged = 0;        // of them, by the machine; a screen decided the others
  void Add(const RuleProfile& other) { nanoseconds += other.nanoseconds, subjects += other.subjects, judged += other.judged; }
};

// CPU nanoseconds of this thread so far.
std::uint64_t ThreadNanoseconds();

}  // namespace writ::engine
