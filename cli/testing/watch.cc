// By looking: works on every file system, containers and network mounts included, where notifications do not.
#include "cli/testing/watch.h"

#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "base/file.h"

namespace writ::cli {

Snapshot SnapshotOf(const std::vector<std::string>& paths) {
  Snapshot snapshot;
  for (const std::string& path : paths) {
    for (const std::string& file : IsDirectory(path) ? FilesBelow(path, "") : std::vector<std::string>{path}) {
      struct stat info = {};
      if (::stat(file.c_str(), &info) != 0) continue;
      snapshot[file] = {static_cast<std::uint64_t>(info.st_size), info.st_mtim.tv_sec * std::int64_t{1'000'000'000} + info.st_mtim.tv_nsec};
    }
  }
  return snapshot;
}

Snapshot WaitForChange(const std::vector<std::string>& paths, const Snapshot& before) {
  constexpr auto kPause = std::chrono::milliseconds(200);
  Snapshot now = before;
  while (now == before) {
    std::this_thread::sleep_for(kPause);
    now = SnapshotOf(paths);
  }
  while (true) {
    std::this_thread::sleep_for(kPause / 4);
    Snapshot later = SnapshotOf(paths);
    if (later == now) return now;
    now = std::move(later);
  }
}

std::vector<std::string> ChangedFiles(const Snapshot& before, const Snapshot& after) {
  std::vector<std::string> changed;
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    const int order = a == before.end() ? 1 : b == after.end() ? -1 : a->first.compare(b->first);
    if (order < 0) {
      changed.push_back((a++)->first);
    } else if (order > 0) {
      changed.push_back((b++)->first);
    } else {
      if (a->second != b->second) changed.push_back(a->first);
      ++a, ++b;
    }
  }
  return changed;
}

}  // namespace writ::cli
