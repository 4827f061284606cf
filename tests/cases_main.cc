// `writ_cases`: every .case file below tests/conformance through every way of running it; then what no case reaches, and faults planted in
// the compiled code that some case must notice.
//
//     writ_cases                  everything
//     writ_cases absent/          the cases whose names contain this
//     writ_cases --update absent/ writes what came out into them: read the difference as carefully as code
//     writ_cases --fail-fast      ends soon after the first case that fails
#include <cstdio>
#include <cstring>

#include "tests/coverage/coverage.h"
#include "tests/coverage/planted_faults.h"
#include "tests/support/case_files.h"
#include "tests/support/case_run.h"
#include "tests/support/parallel.h"

namespace writ::test {

namespace {

struct Judged {
  CaseResult result;
  std::vector<std::string> problems;
};

// Cases know nothing of each other, so they are judged at once; what is printed keeps their order. With `fail_fast` those that nobody
// has begun when one fails stay as they are.
std::vector<Judged> JudgeAll(const std::vector<NamedCase>& cases, bool update, bool fail_fast) {
  std::vector<Judged> judged(cases.size());
  EachAtOnce(cases.size(), [&](std::size_t i) {
    judged[i].result = RunCase(cases[i].file);
    judged[i].problems = update ? judged[i].result.problems : CompareCase(cases[i].file, judged[i].result);
    return !fail_fast || judged[i].problems.empty();
  });
  return judged;
}

// What came out, into the file of the case.
void Write(const NamedCase& entry, Judged& judged) {
  const std::string before = FormatCase(entry.file), after = FormatCase(UpdateCase(entry.file, judged.result));
  if (before == after) return;
  const Status written = WriteFileAtomically(entry.path, after);
  if (written.ok()) std::printf("updated %s\n", entry.name.c_str());
  if (!written.ok()) judged.problems.push_back(written.error());
}

int RunAll(const std::string& filter, bool update, bool fail_fast) {
  std::vector<std::string> broken;
  const std::vector<NamedCase> cases = LoadCases(filter, broken);
  for (const std::string& problem : broken) std::printf("FAILED %s\n", problem.c_str());
  std::size_t failed = broken.size(), passed = 0;
  Reached reached;
  std::vector<Judged> all = JudgeAll(cases, update, fail_fast);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    AddReached(reached, all[i].result.reached);
    if (update) Write(cases[i], all[i]);
    ++(all[i].problems.empty() ? passed : failed);
    if (all[i].problems.empty()) continue;
    std::printf("FAILED %s\n", cases[i].name.c_str());
    for (const std::string& problem : all[i].problems) std::printf("  %s\n", problem.c_str());
  }
  if (cases.empty()) {
    std::printf("no case was found; a run of nothing is not a pass\n");
    return 1;
  }
  if (fail_fast && failed != 0) return 1;
  if (filter.empty() && !update) {
    for (const std::string& row : MissingRows(reached, cases)) {
      std::printf("FAILED coverage: no case reaches %s\n", row.c_str());
      ++failed;
    }
    for (const PlantedFault& fault : PlantedFaults()) {
      const std::vector<std::string> noticed = CasesThatNotice(fault, cases);
      ++(noticed.empty() ? failed : passed);
      if (noticed.empty()) {
        std::printf("FAILED planted fault: no case notices: %s\n", fault.name.c_str());
      } else {
        std::printf("planted fault noticed by %zu cases: %s\n", noticed.size(), fault.name.c_str());
      }
    }
  }
  std::printf("%zu passed, %zu failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

}  // namespace writ::test

int main(int argc, char** argv) {
  bool update = false, fail_fast = false;
  std::string filter;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--update") == 0) {
      update = true;
    } else if (std::strcmp(argv[i], "--fail-fast") == 0) {
      fail_fast = true;
    } else {
      filter = argv[i];
    }
  }
  return writ::test::RunAll(filter, update, fail_fast);
}
