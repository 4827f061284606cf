// Sorting beyond memory: the same records come out as from a sort in memory, whatever went to disk, and a disk that fails loses nothing.
#include "base/external_sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace writ;

namespace {

std::vector<std::string> Drain(ExternalSort& sort) {
  std::vector<std::string> out;
  ExternalSort::Stream stream = sort.Sorted();
  std::string_view record;
  while (true) {
    const Result<bool> more = stream.Next(record);
    REQUIRE(more.ok());
    if (!*more) return out;
    out.emplace_back(record);
  }
}

// Records of 0 to 60 bytes of a small alphabet, so that prefixes and repeats abound, and now and then a large one.
std::vector<std::string> Records(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string record(random() % 60, '\0');
    if (random() % 500 == 0) record.resize(100'000);
    for (char& c : record) c = static_cast<char>("\0a\xff"[random() % 3]);
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace

TEST_CASE("external sort: any bound of memory gives the order of bytes") {
  std::vector<std::string> records = Records(5000, 1);
  std::vector<std::string> expected = records;
  std::sort(expected.begin(), expected.end());
  for (const std::size_t memory : {std::size_t{1}, std::size_t{500}, std::size_t{20'000}, std::size_t{1} << 30}) {
    CAPTURE(memory);
    SpillFile disk;
    ExternalSort sort(disk, memory);
    for (const std::string& record : records) sort.Add(record);
    CHECK(sort.size() == records.size());
    CHECK(Drain(sort) == expected);
    CHECK(sort.trouble().empty());
  }
}

TEST_CASE("external sort: merging takes what is in memory and what is on disk") {
  const std::vector<std::string> one = Records(700, 2), two = Records(900, 3);
  std::vector<std::string> expected = one;
  expected.insert(expected.end(), two.begin(), two.end());
  std::sort(expected.begin(), expected.end());
  for (const std::size_t memory : {std::size_t{64}, std::size_t{1000}, std::size_t{1} << 30}) {
    CAPTURE(memory);
    SpillFile disk;
    ExternalSort a(disk, memory), b(disk, memory);
    for (const std::string& record : one) a.Add(record);
    for (const std::string& record : two) b.Add(record);
    a.Merge(std::move(b));
    CHECK(a.size() == expected.size());
    CHECK(Drain(a) == expected);
  }
}

TEST_CASE("external sort: without a disk everything stays in memory and says why") {
  SpillFile disk("/nonexistent/folder");
  ExternalSort sort(disk, 10);
  for (const char* record : {"gamma", "alpha", "beta", ""}) sort.Add(record);
  CHECK(Drain(sort) == std::vector<std::string>{"", "alpha", "beta", "gamma"});
  CHECK(sort.trouble() == "cannot make a temporary file in `/nonexistent/folder`: No such file or directory");
}

TEST_CASE("external sort: nothing sorts to nothing") {
  SpillFile disk;
  ExternalSort sort(disk, 10);
  CHECK(Drain(sort).empty());
}
