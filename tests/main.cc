// The entry of the unit tests. Options are doctest's: `writ_tests --help`. The last line counts test cases; one that missed data beside
// the repository (tests/repo.h) counts as skipped, not as passed. scripts/test adds these lines up.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/repo.h"

namespace writ::test {

int& SkippedCount() {
  static int count = 0;
  return count;
}

namespace {

struct Outcomes {
  unsigned passed = 0, failed = 0, skipped = 0;
};

Outcomes& Seen() {
  static Outcomes outcomes;
  return outcomes;
}

// Counts each test case once, however many subcases it has and however many files it missed.
struct Counter : doctest::IReporter {
  explicit Counter(const doctest::ContextOptions& /*options*/) {}

  void test_case_start(const doctest::TestCaseData& /*data*/) override { skipped_before_ = SkippedCount(); }
  void test_case_end(const doctest::CurrentTestCaseStats& stats) override {
    if (!stats.testCaseSuccess) {
      ++Seen().failed;
    } else if (SkippedCount() > skipped_before_) {
      ++Seen().skipped;
    } else {
      ++Seen().passed;
    }
  }

  void report_query(const doctest::QueryData& /*data*/) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats& /*stats*/) override {}
  void test_case_reenter(const doctest::TestCaseData& /*data*/) override {}
  void test_case_exception(const doctest::TestCaseException& /*exception*/) override {}
  void subcase_start(const doctest::SubcaseSignature& /*subcase*/) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData& /*data*/) override {}
  void log_message(const doctest::MessageData& /*data*/) override {}
  void test_case_skipped(const doctest::TestCaseData& /*data*/) override {}

 private:
  int skipped_before_ = 0;
};

DOCTEST_REGISTER_LISTENER("counter", 1, Counter);

}  // namespace
}  // namespace writ::test

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const int status = context.run();
  if (context.shouldExit()) return status;
  const writ::test::Outcomes& seen = writ::test::Seen();
  std::printf("%u passed, %u failed, %u skipped\n", seen.passed, seen.failed, seen.skipped);
  return status;
}
