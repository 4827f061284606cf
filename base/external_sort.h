// Sorting of more records than fit into memory. Records are bytes and their order is that of bytes: who adds one puts what it is to be
// sorted by in front. What is beyond a bound of memory goes to disk as sorted runs, runs are merged sixteen at a time, so each record
// is written about log16(runs) times. Covered by tests/base/external_sort_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/spill_file.h"

namespace writ {

class ExternalSort {
 public:
  // `disk` outlives it; `memory` is in bytes, for the records that are not on disk yet.
  ExternalSort(SpillFile& disk, std::size_t memory) : disk_(&disk), memory_(memory) {}
  ExternalSort(ExternalSort&&) noexcept = default;
  ExternalSort& operator=(ExternalSort&&) noexcept = default;

  // At most 4 GiB each. Where the disk fails, records stay in memory, and `trouble` says why.
  void Add(std::string_view record);
  // Takes all records of the other, which uses the same disk.
  void Merge(ExternalSort&& other);
  std::uint64_t size() const { return size_; }
  const std::string& trouble() const { return trouble_; }

  // The records in order.
  class Stream {
   public:
    Stream(Stream&&) noexcept;
    ~Stream();
    // False at the end. The view lives until the next call. The error is a disk that could not be read.
    Result<bool> Next(std::string_view& record);

   private:
    friend class ExternalSort;
    class Source;
    Stream();
    std::vector<std::unique_ptr<Source>> heap_;   // the least record first
    bool started_ = false;
  };
  // Nothing may be added afterwards. Streams end before Clear.
  Stream Sorted();
  // Forgets the records, and gives their room on disk back.
  void Clear();

 private:
  struct Entry {
    std::size_t offset = 0;
    std::uint32_t size = 0;
  };
  struct Run {
    std::uint64_t offset = 0, size = 0;
  };
  static constexpr std::size_t kFanIn = 16;

  void SortMemory();
  void Spill();
  // Merges runs of `level` into one of the next, while there are too many.
  Status MergeLevel(std::size_t level);

  SpillFile* disk_;
  std::size_t memory_;
  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::vector<Run>> levels_;
  std::uint64_t size_ = 0;
  std::string trouble_;
};

}  // namespace writ
