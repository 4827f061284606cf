// `writ_cases`: every .case file below tests/conformance through every way of running it; then what no case reaches, and faults planted in
// the compiled code that some case must notice.
//
//     writ_cases                  everything
//     writ_cases absent/          the cases whose names contain this
//     writ_cases --update absent/ writes what came out into them: read the difference as carefully as code
#include <cstdio>
#include <cstring>

#include "tests/coverage/coverage.h"
#include "tests/coverage/planted_faults.h"
#include "tests/support/case_files.h"
#include "tests/support/case_run.h"

namespace writ::test {

namespace {

int RunAll(const std::string& filter, bool update) {
  std::vector<std::string> broken;
  const std::vector<NamedCase> cases = LoadCases(filter, broken);
  for (const std::string& problem : broken) std::printf("FAILED %s\n", problem.c_str());
  std::size_t failed = broken.size(), passed = 0;
  Reached reached;
  for (const NamedCase& entry : cases) {
    const CaseResult result = RunCase(entry.file);
    AddReached(reached, result.reached);
    std::vector<std::string> problems;
    if (update) {
      problems = result.problems;
      const std::string before = FormatCase(entry.file), after = FormatCase(UpdateCase(entry.file, result));
      if (before != after) {
        const Status written = WriteFileAtomically(entry.path, after);
        if (written.ok()) std::printf("updated %s\n", entry.name.c_str());
        if (!written.ok()) problems.push_back(written.error());
      }
    } else {
      problems = CompareCase(entry.file, result);
    }
    ++(problems.empty() ? passed : failed);
    if (problems.empty()) continue;
    std::printf("FAILED %s\n", entry.name.c_str());
    for (const std::string& problem : problems) std::printf("  %s\n", problem.c_str());
  }
  if (cases.empty()) {
    std::printf("no case was found; a run of nothing is not a pass\n");
    return 1;
  }
  if (filter.empty() && !update) {
    for (const std::string& row : MissingRows(reached)) {
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
  std::printf("cases: %zu passed, %zu failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace

}  // namespace writ::test

int main(int argc, char** argv) {
  bool update = false;
  std::string filter;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--update") == 0) {
      update = true;
    } else {
      filter = argv[i];
    }
  }
  return writ::test::RunAll(filter, update);
}
