// Where the tests find files of the repository and data beside it.
#pragma once

#include <cstdlib>
#include <string>
#include <sys/stat.h>

namespace writ::test {

// The folder of the repository: WRIT_REPO of the environment, else the one that was built.
inline std::string RepoPath(const std::string& relative) {
  const char* root = std::getenv("WRIT_REPO");
  return std::string(root != nullptr ? root : WRIT_REPO) + "/" + relative;
}

// Tests that were skipped for want of data; tests/main.cc prints it.
int& SkippedCount();

// The path of data beside the repository, or nothing (and one more skip): `if (path.empty()) return;`.
inline std::string SharedPath(const std::string& relative) {
  const std::string path = RepoPath("../shared/" + relative);
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) return path;
  ++SkippedCount();
  return {};
}

}  // namespace writ::test
