// Bump allocation. Everything made in an Arena lives until Reset or destruction; nothing is destroyed, so
// only trivially destructible types may live there. Blocks are kept across Reset and reused: fresh memory
// is what costs (a first touch of a 4 KiB page takes microseconds on virtual machines).
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace writ {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&& other) noexcept;
  Arena& operator=(Arena&& other) noexcept;
  ~Arena();

  // `size` bytes aligned to 16. Never null; size 0 gives a valid unique-enough pointer.
  void* Allocate(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > static_cast<std::size_t>(end_ - next_)) return AllocateSlow(size);
    char* p = next_;
    next_ += size;
    return p;
  }
  template <typename T, typename... Args>
  T* New(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Allocate(sizeof(T))) T{std::forward<Args>(args)...};
  }
  // `count` uninitialised elements.
  template <typename T>
  T* NewArray(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    return static_cast<T*>(Allocate(sizeof(T) * count));
  }
  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    char* p = static_cast<char*>(Allocate(text.size()));
    std::memcpy(p, text.data(), text.size());
    return {p, text.size()};
  }
  // Keeps something alive that what is allocated here points to, until Reset.
  void Hold(std::shared_ptr<const void> owner) { held_objects_.push_back(std::move(owner)); }
  // Forgets all that was allocated and keeps the blocks for reuse.
  void Reset();
  // Bytes handed out since the last Reset, up to block granularity.
  std::size_t bytes_used() const;
  // Bytes held from the system.
  std::size_t bytes_held() const { return held_; }

 private:
  struct Block {
    char* data;
    std::size_t size;
  };
  void* AllocateSlow(std::size_t size);

  char* next_ = nullptr;
  char* end_ = nullptr;
  std::size_t block_ = 0;  // index of the block that next_ points into, when next_ is set
  std::size_t held_ = 0;
  std::vector<Block> blocks_;
  std::vector<std::shared_ptr<const void>> held_objects_;
};

}  // namespace writ
