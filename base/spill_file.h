// Room on disk for what a run may not keep in memory: one file without a name, so that nothing is left behind however the process ends.
// Pieces are written once, read any number of times and released. Safe to share between threads. Covered by tests/base/external_sort_test.cc.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"

namespace writ {

class SpillFile {
 public:
  // The file is made below `folder` when it is first needed; "" is $TMPDIR, else /tmp. Nobody else may read it (mode 0600).
  explicit SpillFile(std::string folder = "") : folder_(std::move(folder)) {}
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  // Room for `size` bytes in a row: where it begins. The error says why there is none, with the folder.
  Result<std::uint64_t> Reserve(std::uint64_t size);
  Status Write(std::uint64_t offset, std::string_view bytes);
  Status Read(std::uint64_t offset, char* bytes, std::size_t size) const;
  // Gives the room back to the disk, where the file system can.
  void Release(std::uint64_t offset, std::uint64_t size);

 private:
  Status Open();

  std::string folder_;
  std::mutex opening_;
  std::atomic<int> descriptor_{-1};
  std::atomic<std::uint64_t> end_{0};
};

}  // namespace writ
