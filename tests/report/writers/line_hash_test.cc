// Line hashes as the code scanning uploader computes them.
#include <doctest/doctest.h>

#include "report/writers/line_hash.h"

namespace writ::report {
namespace {

std::vector<std::string> All(std::string_view text, std::uint32_t count) {
  std::vector<std::uint32_t> lines;
  for (std::uint32_t i = 1; i <= count + 1; ++i) lines.push_back(i);
  std::vector<std::string> out;
  for (const auto& [line, hash] : LineHashes(text, lines)) {
    CHECK(line == out.size() + 1);
    out.push_back(hash);
  }
  return out;
}

// Values that GitHub's own uploader computes for these texts.
TEST_CASE("line hashes are those of the code scanning uploader") {
  CHECK(All("", 1) == std::vector<std::string>{"c129715d7a2bc9a3:1"});
  CHECK(All(" a\nb\n  \t\tc\n d", 4) == std::vector<std::string>{"271789c17abda88f:1", "54703d4cd895b18:1",
                                                                 "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
  const std::vector<std::string> hello = {"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                                          "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                                          "c129715d7a2bc9a3:1"};
  CHECK(All(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", 7) == hello);
  CHECK(All(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", 7) == hello);
  CHECK(All(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", 7) == hello);
  CHECK(All(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", 7) == hello);
}

TEST_CASE("equal lines are told apart by a count") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  CHECK(All(text, 11) ==
        std::vector<std::string>{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3",
                                 "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
                                 "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1",
                                 "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"});
  // Asked for alone, a line has the same count.
  CHECK(LineHashes(text, {6}).at(6) == "a7f2ff13bc495cf2:6");
}

TEST_CASE("lines that are not there are left out and any bytes are taken") {
  CHECK(LineHashes("a\n", {0, 9}).empty());
  CHECK(LineHashes("a", {}).empty());
  CHECK(LineHashes("\xFF\xF0\x9F\n\xF0\x9F\x98\x80", {1, 2}).size() == 2);
  CHECK(LineHashes("\xFF", {1}).at(1) == LineHashes("\xEF\xBF\xBD", {1}).at(1));
}

}  // namespace
}  // namespace writ::report
