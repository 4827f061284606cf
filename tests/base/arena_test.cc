// The arena: alignment, reuse after Reset, large blocks, moves.
#include "base/arena.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace writ {
namespace {

TEST_CASE("arena: memory is aligned and distinct") {
  Arena arena;
  char* first = static_cast<char*>(arena.Allocate(1));
  char* second = static_cast<char*>(arena.Allocate(1));
  CHECK(reinterpret_cast<std::uintptr_t>(first) % 16 == 0);
  CHECK(second - first == 16);
  CHECK(arena.Allocate(0) != nullptr);
  CHECK(*arena.New<int>(7) == 7);
}

TEST_CASE("arena: copies live on") {
  Arena arena;
  std::string text = "hello";
  const std::string_view copy = arena.Copy(text);
  text = "changed";
  CHECK(copy == "hello");
  CHECK(arena.Copy("").empty());
}

TEST_CASE("arena: blocks are kept and used again") {
  Arena arena;
  for (int i = 0; i < 10'000; ++i) arena.Allocate(100);
  const std::size_t held = arena.bytes_held();
  CHECK(arena.bytes_used() >= 1'000'000);
  for (int round = 0; round < 5; ++round) {
    arena.Reset();
    CHECK(arena.bytes_used() == 0);
    for (int i = 0; i < 10'000; ++i) arena.Allocate(100);
  }
  CHECK(arena.bytes_held() == held);
}

TEST_CASE("arena: a piece larger than a block") {
  Arena arena;
  char* p = arena.NewArray<char>(std::size_t{9} << 20);
  p[0] = 'a';
  p[(std::size_t{9} << 20) - 1] = 'z';
  CHECK(arena.bytes_held() >= (std::size_t{9} << 20));
}

TEST_CASE("arena: moving keeps the memory") {
  Arena arena;
  const std::string_view copy = arena.Copy("kept");
  Arena other = std::move(arena);
  CHECK(copy == "kept");
  CHECK(other.bytes_used() > 0);
}

}  // namespace
}  // namespace writ
