// The entry of the unit tests. Options are doctest's: `writ_tests --help`.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/repo.h"

namespace writ::test {
int& SkippedCount() {
  static int count = 0;
  return count;
}
}  // namespace writ::test

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int status = context.run();
  std::printf("tests skipped because their data is not here: %d\n", writ::test::SkippedCount());
  return status;
}
