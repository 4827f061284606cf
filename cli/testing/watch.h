// Waiting until a file changes, for `writ test --watch`. Covered by tests/cli/testing/watch_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace writ::cli {

// Size and time of the last change of every file at or below some paths, by path.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t changed = 0;   // nanoseconds
  friend bool operator==(const FileState&, const FileState&) = default;
};
using Snapshot = std::map<std::string, FileState>;
Snapshot SnapshotOf(const std::vector<std::string>& paths);

// Looks five times a second until something differs from `before`, and then until it has come to rest: editors write in steps.
Snapshot WaitForChange(const std::vector<std::string>& paths, const Snapshot& before);

// Names of files that are in one of the two only, or differ; sorted.
std::vector<std::string> ChangedFiles(const Snapshot& before, const Snapshot& after);

}  // namespace writ::cli
