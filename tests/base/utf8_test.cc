// UTF-8: every class of ill-formed bytes, counting, and text that is safe to print.
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace writ {
namespace {

TEST_CASE("utf8: the first bad byte is found") {
  CHECK_FALSE(FirstInvalidUtf8("").has_value());
  CHECK_FALSE(FirstInvalidUtf8("aé€😀\xF4\x8F\xBF\xBF").has_value());
  CHECK(FirstInvalidUtf8("ab\x80") == 2u);
  CHECK(FirstInvalidUtf8("\xC0\xAF") == 0u);           // overlong
  CHECK(FirstInvalidUtf8("\xE0\x80\xAF") == 0u);
  CHECK(FirstInvalidUtf8("\xF0\x80\x80\xAF") == 0u);
  CHECK(FirstInvalidUtf8("a\xED\xA0\x80") == 1u);      // surrogate
  CHECK(FirstInvalidUtf8("\xF4\x90\x80\x80") == 0u);   // above U+10FFFF
  CHECK(FirstInvalidUtf8("\xF5\x80\x80\x80") == 0u);
  CHECK(FirstInvalidUtf8("é\xE2\x82") == 2u);          // cut off
  CHECK(FirstInvalidUtf8("\xFF") == 0u);
}

TEST_CASE("utf8: every bad byte is replaced by one mark") {
  CHECK(RepairUtf8("a\xFFz") == "a\uFFFDz");
  CHECK(RepairUtf8("\xE2\x82") == "\uFFFD\uFFFD");
  CHECK(RepairUtf8("é") == "é");
}

TEST_CASE("utf8: code points are counted and cut") {
  CHECK(CodePointCount("aé😀") == 3);
  CHECK(CodePointSlice("aé😀z", 1, 2) == "é😀");
  CHECK(CodePointSlice("aé", 5, 2).empty());
  CHECK(CodePointSlice("aé", 1, 100) == "é");
}

TEST_CASE("utf8: text from inputs cannot steer a terminal") {
  CHECK(SanitizeForTerminal("a\x1b[31mb") == "a\\u{1B}[31mb");
  CHECK(SanitizeForTerminal("a\tb\x7f") == "a b\\u{7F}");
  CHECK(SanitizeForTerminal("\xC2\x9B") == "\\u{9B}");
  CHECK(SanitizeForTerminal("x\u202Ey") == "x\\u{202E}y");
  CHECK(SanitizeForTerminal("\xFF") == "\uFFFD");
  CHECK(SanitizeForTerminal("plain é") == "plain é");
}

TEST_CASE("utf8: appending") {
  std::string out;
  for (const std::uint32_t code : {0x41u, 0xE9u, 0x20ACu, 0x1F600u, 0xD800u, 0x110000u}) AppendUtf8(out, code);
  CHECK(out == "Aé€😀\uFFFD\uFFFD");
}

}  // namespace
}  // namespace writ
