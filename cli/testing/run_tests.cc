// A test knows nothing of the others, so they share nothing but the module.
#include "cli/testing/run_tests.h"

#include <atomic>
#include <thread>

namespace writ::cli {

std::vector<const bytecode::Test*> TestsOf(const bytecode::Module& module, const std::string& filter) {
  std::vector<const bytecode::Test*> tests;
  for (const bytecode::Test& test : module.tests) {
    if (test.rule.find(filter) != std::string::npos || test.title.find(filter) != std::string::npos) tests.push_back(&test);
  }
  return tests;
}

void ForEachAtOnce(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs && i < count; ++i) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
}

std::vector<TestResult> RunTests(const bytecode::VerifiedModule& module, const std::vector<const bytecode::Test*>& tests, unsigned jobs) {
  std::vector<TestResult> results(tests.size());
  RegexCache regexes;
  ForEachAtOnce(tests.size(), jobs, [&](std::size_t i) {
    const std::unique_ptr<Fixture> fixture = MakeFixture(module.module(), *tests[i], regexes);
    results[i] = JudgeTest(module, *tests[i], *fixture);
  });
  return results;
}

}  // namespace writ::cli
