// WRIT_CHECK: an invariant of ours. No input may reach a failing one; a fuzzer that does has found a bug.
#pragma once

namespace writ {
// Prints the failed expression with its place and ends the process with exit code 3 (internal error).
[[noreturn]] void CheckFailed(const char* expression, const char* file, int line);
}  // namespace writ

#define WRIT_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::writ::CheckFailed(#condition, __FILE__, __LINE__))
