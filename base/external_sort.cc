// Runs and their merging. In a run each record has its size in four bytes before it.
#include "base/external_sort.h"

#include <algorithm>
#include <cstring>

namespace writ {

namespace {

constexpr std::size_t kPiece = std::size_t{32} << 10;   // read or written at a time
using Size = std::uint32_t;

void AppendRecord(std::string& out, std::string_view record) {
  const auto size = static_cast<Size>(record.size());
  char bytes[sizeof size];
  std::memcpy(bytes, &size, sizeof size);
  out.append(bytes, sizeof size).append(record);
}

}  // namespace

// One sorted sequence of records: a run on disk, or what is in memory.
class ExternalSort::Stream::Source {
 public:
  Source(const SpillFile& disk, const Run& run) : disk_(&disk), next_(run.offset), left_(run.size) {}
  Source(std::string bytes, std::vector<Entry> entries) : bytes_(std::move(bytes)), entries_(std::move(entries)) {}

  // The next record into `record`; false at the end.
  Result<bool> Advance() {
    if (disk_ == nullptr) {
      if (index_ == entries_.size()) return false;
      record = std::string_view(bytes_).substr(entries_[index_].offset, entries_[index_].size);
      ++index_;
      return true;
    }
    if (at_ == bytes_.size() && left_ == 0) return false;
    WRIT_TRY([[maybe_unused]] const auto head, Have(sizeof(Size)));
    Size size = 0;
    std::memcpy(&size, bytes_.data() + at_, sizeof size);
    WRIT_TRY([[maybe_unused]] const auto body, Have(sizeof size + size));
    record = std::string_view(bytes_).substr(at_ + sizeof size, size);
    at_ += sizeof size + size;
    return true;
  }

  std::string_view record;

 private:
  // Reads on until `size` bytes are there from at_ on.
  Status Have(std::size_t size) {
    if (bytes_.size() - at_ >= size) return OkStatus();
    bytes_.erase(0, at_);
    at_ = 0;
    const std::size_t had = bytes_.size();
    const std::size_t more = static_cast<std::size_t>(std::min<std::uint64_t>(left_, std::max(kPiece, size - had)));
    WRIT_CHECK(had + more >= size);
    bytes_.resize(had + more);
    WRIT_TRY([[maybe_unused]] const auto read, disk_->Read(next_, bytes_.data() + had, more));
    next_ += more;
    left_ -= more;
    return OkStatus();
  }

  const SpillFile* disk_ = nullptr;
  std::uint64_t next_ = 0, left_ = 0;
  std::string bytes_;
  std::size_t at_ = 0;
  std::vector<Entry> entries_;
  std::size_t index_ = 0;
};

ExternalSort::Stream::Stream() = default;
ExternalSort::Stream::Stream(Stream&&) noexcept = default;
ExternalSort::Stream::~Stream() = default;

Result<bool> ExternalSort::Stream::Next(std::string_view& record) {
  const auto later = [](const std::unique_ptr<Source>& a, const std::unique_ptr<Source>& b) { return b->record < a->record; };
  if (!started_) {
    started_ = true;
    std::vector<std::unique_ptr<Source>> sources = std::move(heap_);
    heap_.clear();
    for (std::unique_ptr<Source>& source : sources) {
      WRIT_TRY(const bool more, source->Advance());
      if (more) heap_.push_back(std::move(source));
    }
    std::make_heap(heap_.begin(), heap_.end(), later);
  } else if (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    WRIT_TRY(const bool more, heap_.back()->Advance());
    if (more) {
      std::push_heap(heap_.begin(), heap_.end(), later);
    } else {
      heap_.pop_back();
    }
  }
  if (heap_.empty()) return false;
  record = heap_.front()->record;
  return true;
}

void ExternalSort::Add(std::string_view record) {
  entries_.push_back({bytes_.size(), static_cast<Size>(record.size())});
  bytes_.append(record);
  ++size_;
  if (bytes_.size() + entries_.size() * sizeof(Entry) >= memory_ && trouble_.empty()) Spill();
}

void ExternalSort::SortMemory() {
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    return std::string_view(bytes_).substr(a.offset, a.size) < std::string_view(bytes_).substr(b.offset, b.size);
  });
}

void ExternalSort::Spill() {
  SortMemory();
  const auto write = [&]() -> Status {
    WRIT_TRY(const std::uint64_t offset, disk_->Reserve(bytes_.size() + entries_.size() * sizeof(Size)));
    std::uint64_t end = offset;
    std::string piece;
    const auto flush = [&]() -> Status {
      WRIT_TRY([[maybe_unused]] const auto written, disk_->Write(end, piece));
      end += piece.size();
      piece.clear();
      return OkStatus();
    };
    for (const Entry& entry : entries_) {
      AppendRecord(piece, std::string_view(bytes_).substr(entry.offset, entry.size));
      if (piece.size() < kPiece) continue;
      WRIT_TRY([[maybe_unused]] const auto written, flush());
    }
    WRIT_TRY([[maybe_unused]] const auto written, flush());
    if (levels_.empty()) levels_.emplace_back();
    levels_[0].push_back({offset, end - offset});
    return OkStatus();
  };
  Status done = write();
  if (done) {
    bytes_.clear();
    entries_.clear();
    for (std::size_t level = 0; done && level < levels_.size(); ++level) done = MergeLevel(level);
  }
  if (!done) trouble_ = done.error();
}

Status ExternalSort::MergeLevel(std::size_t level) {
  while (levels_[level].size() >= kFanIn) {
    Stream merged;
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < kFanIn; ++i) {
      const Run& run = levels_[level][i];
      merged.heap_.push_back(std::make_unique<Stream::Source>(*disk_, run));
      size += run.size;
    }
    WRIT_TRY(const std::uint64_t offset, disk_->Reserve(size));
    std::uint64_t end = offset;
    std::string piece;
    std::string_view record;
    while (true) {
      WRIT_TRY(const bool more, merged.Next(record));
      if (more) AppendRecord(piece, record);
      if (more && piece.size() < kPiece) continue;
      WRIT_TRY([[maybe_unused]] const auto written, disk_->Write(end, piece));
      end += piece.size();
      piece.clear();
      if (!more) break;
    }
    // The runs stand until what takes their place is written.
    const auto first = levels_[level].begin(), last = first + static_cast<std::ptrdiff_t>(kFanIn);
    for (auto run = first; run != last; ++run) disk_->Release(run->offset, run->size);
    levels_[level].erase(first, last);
    if (level + 1 == levels_.size()) levels_.emplace_back();
    levels_[level + 1].push_back({offset, size});
  }
  return OkStatus();
}

void ExternalSort::Merge(ExternalSort&& other) {
  if (levels_.size() < other.levels_.size()) levels_.resize(other.levels_.size());
  for (std::size_t level = 0; level < other.levels_.size(); ++level) {
    levels_[level].insert(levels_[level].end(), other.levels_[level].begin(), other.levels_[level].end());
  }
  other.levels_.clear();
  size_ += other.size_ - other.entries_.size();   // Add counts the others
  if (trouble_.empty()) trouble_ = other.trouble_;
  for (const Entry& entry : other.entries_) Add(std::string_view(other.bytes_).substr(entry.offset, entry.size));
  other.bytes_ = std::string();
  other.entries_ = std::vector<Entry>();
  other.size_ = 0;
  for (std::size_t level = 0; trouble_.empty() && level < levels_.size(); ++level) {
    const Status done = MergeLevel(level);
    if (!done) trouble_ = done.error();
  }
}

ExternalSort::Stream ExternalSort::Sorted() {
  SortMemory();
  Stream out;
  for (const std::vector<Run>& level : levels_) {
    for (const Run& run : level) out.heap_.push_back(std::make_unique<Stream::Source>(*disk_, run));
  }
  out.heap_.push_back(std::make_unique<Stream::Source>(std::move(bytes_), std::move(entries_)));
  return out;
}

void ExternalSort::Clear() {
  for (const std::vector<Run>& level : levels_) {
    for (const Run& run : level) disk_->Release(run.offset, run.size);
  }
  levels_.clear();
  bytes_ = std::string();
  entries_ = std::vector<Entry>();
  size_ = 0;
}

}  // namespace writ
