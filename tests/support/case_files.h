// The case files of the repository.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/file.h"
#include "tests/repo.h"
#include "tests/support/case_file.h"

namespace writ::test {

struct NamedCase {
  std::string name;   // "absent/coalesce.case"
  std::string path;
  CaseFile file;
};

// Below tests/conformance, sorted by name; those whose name contains `filter`. Files that are no cases go to `problems`.
inline std::vector<NamedCase> LoadCases(const std::string& filter, std::vector<std::string>& problems) {
  std::vector<NamedCase> cases;
  const std::string root = RepoPath("tests/conformance");
  for (const std::string& path : FilesBelow(root, ".case")) {
    NamedCase entry;
    entry.path = path;
    entry.name = path.substr(root.size() + 1);
    if (!filter.empty() && entry.name.find(filter) == std::string::npos) continue;
    const Result<std::string> text = ReadFile(path, std::size_t{16} << 20);
    const Result<CaseFile> file = text.ok() ? ParseCase(*text) : Result<CaseFile>(Error{text.error()});
    if (!file.ok()) {
      problems.push_back(entry.name + ": " + file.error());
      continue;
    }
    entry.file = *file;
    cases.push_back(std::move(entry));
  }
  std::sort(cases.begin(), cases.end(), [](const NamedCase& a, const NamedCase& b) { return a.name < b.name; });
  return cases;
}

}  // namespace writ::test
