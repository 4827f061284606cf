// The block scanner against a byte-by-byte one, cut at every place.
#include "model/traffic/brace_scanner.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace writ::model;

namespace {

// The plain definition.
std::size_t NaiveEnd(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return BraceScanner::kNotFound;
}

std::size_t EndInParts(std::string_view text, std::size_t cut, std::size_t second_cut) {
  BraceScanner scanner;
  scanner.Start();
  std::size_t begin = 0;
  for (const std::size_t end : {cut, second_cut, text.size()}) {
    if (end < begin || end > text.size()) continue;
    const std::size_t found = scanner.Scan(text.substr(begin, end - begin));
    if (found != BraceScanner::kNotFound) return begin + found;
    begin = end;
  }
  return BraceScanner::kNotFound;
}

}  // namespace

TEST_CASE("the end of an object is found with strings and escapes in any place") {
  std::uint64_t seed = 1;
  const auto random = [&](std::uint64_t n) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % n;
  };
  int found = 0;
  for (int round = 0; round < 3000; ++round) {
    // Few kinds of bytes, so that runs of backslashes and quotes at the edges of blocks are common.
    // Backslashes only in strings.
    std::string text = "{";
    const std::size_t size = 1 + random(300);
    bool in_string = false;
    while (text.size() < size) {
      const std::uint64_t kind = random(10);
      if (in_string) {
        if (kind < 4)
          text += std::string("\\") + (random(2) == 0 ? "\\" : "\"");
        else if (kind < 6) {
          text += '"';
          in_string = false;
        } else
          text += kind < 8 ? '{' : '}';
      } else if (kind < 3) {
        text += '"';
        in_string = true;
      } else {
        text += kind < 6 ? '{' : kind < 8 ? ' ' : '}';
      }
    }
    const std::size_t expected = NaiveEnd(text);
    found += expected != BraceScanner::kNotFound ? 1 : 0;
    const std::size_t cut = random(text.size() + 1), second_cut = random(text.size() + 1);
    CAPTURE(text);
    CAPTURE(cut);
    CAPTURE(second_cut);
    CHECK(EndInParts(text, text.size(), text.size()) == expected);
    CHECK(EndInParts(text, cut, second_cut) == expected);
  }
  CHECK(found > 500);
}

TEST_CASE("an object that never ends takes all bytes") {
  BraceScanner scanner;
  scanner.Start();
  CHECK(scanner.Scan("{\"a\":\"}") == BraceScanner::kNotFound);
  CHECK(scanner.Scan("\\") == BraceScanner::kNotFound);
  CHECK(scanner.Scan("\"") == BraceScanner::kNotFound);
  CHECK(scanner.Scan("\"}x") == 2);
}
