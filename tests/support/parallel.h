// Work on each of a number of things that know nothing of each other.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace writ::test {

// `work(i)` for each i below `count`, on every processor; it gives false to let those that have not begun be.
template <typename Work>
void EachAtOnce(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      if (!work(i)) next = count;
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) workers.emplace_back(run);
  run();
  for (std::thread& worker : workers) worker.join();
}

}  // namespace writ::test
