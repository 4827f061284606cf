// Blocks of the arena: 64 KiB first, doubling to 4 MiB; large ones come from mmap with transparent huge pages.
#include "base/arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/check.h"

namespace writ {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{64} << 10;
constexpr std::size_t kHugeBlock = std::size_t{2} << 20;
constexpr std::size_t kLargestBlock = std::size_t{4} << 20;

char* Obtain(std::size_t size) {
  if (size < kHugeBlock) {
    void* p = std::malloc(size);
    WRIT_CHECK(p != nullptr);
    return static_cast<char*>(p);
  }
  void* p = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  WRIT_CHECK(p != MAP_FAILED);
  ::madvise(p, size, MADV_HUGEPAGE);
  return static_cast<char*>(p);
}

void GiveBack(char* data, std::size_t size) {
  if (size < kHugeBlock) {
    std::free(data);
  } else {
    ::munmap(data, size);
  }
}

}  // namespace

Arena::Arena(Arena&& other) noexcept { *this = std::move(other); }

Arena& Arena::operator=(Arena&& other) noexcept {
  std::swap(next_, other.next_);
  std::swap(end_, other.end_);
  std::swap(block_, other.block_);
  std::swap(held_, other.held_);
  std::swap(blocks_, other.blocks_);
  std::swap(held_objects_, other.held_objects_);
  return *this;
}

Arena::~Arena() {
  for (const Block& block : blocks_) GiveBack(block.data, block.size);
}

void* Arena::AllocateSlow(std::size_t size) {
  // A kept block from before a Reset, if the next one is large enough.
  std::size_t next_index = next_ == nullptr ? 0 : block_ + 1;
  while (next_index < blocks_.size() && blocks_[next_index].size < size) ++next_index;
  if (next_index >= blocks_.size()) {
    std::size_t want = blocks_.empty() ? kFirstBlock : std::min(blocks_.back().size * 2, kLargestBlock);
    if (want < size) want = (size + kHugeBlock - 1) / kHugeBlock * kHugeBlock;
    blocks_.push_back({Obtain(want), want});
    held_ += want;
    next_index = blocks_.size() - 1;
  }
  block_ = next_index;
  next_ = blocks_[block_].data + size;
  end_ = blocks_[block_].data + blocks_[block_].size;
  return blocks_[block_].data;
}

void Arena::Reset() {
  held_objects_.clear();
  next_ = nullptr;
  end_ = nullptr;
  block_ = 0;
}

std::size_t Arena::bytes_used() const {
  if (next_ == nullptr) return 0;
  std::size_t sum = static_cast<std::size_t>(next_ - blocks_[block_].data);
  for (std::size_t i = 0; i < block_; ++i) sum += blocks_[i].size;
  return sum;
}

}  // namespace writ
