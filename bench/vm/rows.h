// The predicates that every side of bench/vm works out, and how a side is timed. bench/vm/run says what is compared.
#pragma once

#include <ctime>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace writ::bench {

// violation = scheme is not https, or no credential, or status >= `status`, or (method in `methods` and the path does not begin with `prefix`)
struct Predicate {
  int status = 0;
  std::string prefix;
  std::vector<std::string> methods;
};

// One exchange, with what the predicates read.
struct PlainRow {
  std::string_view scheme, method, path;
  bool has_credential = false;
  std::int64_t status = 0;
};

// CPU seconds of the median of five runs, after one that warms up.
template <typename Work>
double Median(Work work) {
  const auto now = [] {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
  };
  work();
  std::array<double, 5> seconds{};
  for (double& s : seconds) {
    const double begin = now();
    work();
    s = now() - begin;
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[2];
}

// Lua 5.4 over the same rows: seconds, and how many predicates were true. Nothing where Lua was not there when this was built.
struct LuaResult {
  double seconds = 0;
  std::uint64_t violations = 0;
};
std::optional<LuaResult> MeasureLua(const std::vector<Predicate>& predicates, const std::vector<PlainRow>& rows);

}  // namespace writ::bench
