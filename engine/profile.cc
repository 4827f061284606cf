// The clock behind profiles.
#include "engine/profile.h"

#include <ctime>

namespace writ::engine {

std::uint64_t ThreadNanoseconds() {
  timespec time{};
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(time.tv_nsec);
}

}  // namespace writ::engine
