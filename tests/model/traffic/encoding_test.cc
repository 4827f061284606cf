// Percent-encoding, base64 and JSON escapes.
#include "model/traffic/encoding.h"

#include <doctest/doctest.h>

#include <string>

using namespace writ;
using namespace writ::model;

TEST_CASE("percent encoding is decoded once and keeps what is malformed") {
  Arena arena;
  CHECK(PercentDecode("a%20b%2Fc%252F", false, arena) == "a b/c%2F");
  CHECK(PercentDecode("100%", false, arena) == "100%");
  CHECK(PercentDecode("%zz%4", false, arena) == "%zz%4");
  CHECK(PercentDecode("a+b%2B", true, arena) == "a b+");
  CHECK(PercentDecode("a+b", false, arena) == "a+b");
  CHECK(PercentDecode("%00", false, arena) == std::string_view("\0", 1));
  const std::string_view plain = "plain";
  CHECK(PercentDecode(plain, true, arena).data() == plain.data());
}

TEST_CASE("base64 takes both alphabets and refuses what is none") {
  Arena arena;
  CHECK(Base64Decode("aGVsbG8=", arena) == "hello");
  CHECK(Base64Decode("aGVsbG8", arena) == "hello");
  CHECK(Base64Decode("aGVs\r\nbG8=", arena) == "hello");
  CHECK(Base64Decode("-_-_", arena) == Base64Decode("+/+/", arena));
  CHECK(Base64Decode("", arena) == "");
  CHECK(Base64Decode("YQ==", arena) == "a");
  CHECK_FALSE(Base64Decode("Y", arena).has_value());
  CHECK_FALSE(Base64Decode("YQ=", arena).has_value());
  CHECK_FALSE(Base64Decode("YQ===", arena).has_value());
  CHECK_FALSE(Base64Decode("Y=Q=", arena).has_value());
  CHECK_FALSE(Base64Decode("hello, world", arena).has_value());
}

TEST_CASE("JSON escapes are decoded and never grow the text") {
  Arena arena;
  CHECK(UnescapeJson(R"(a\"b\\c\/d\n\t\r\b\f)", arena) == "a\"b\\c/d\n\t\r\b\f");
  CHECK(UnescapeJson(R"(\u0041\u00e9\u20ac\ud83d\ude00)", arena) == "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
  CHECK(UnescapeJson(R"(\ud800x\udc00\ud800\u0041)", arena) ==
        "\xef\xbf\xbdx\xef\xbf\xbd\xef\xbf\xbd"
        "A");
  CHECK(UnescapeJson(R"(\u12)", arena) == "?12");
  CHECK(UnescapeJson(R"(\q)", arena) == "q");
  CHECK(UnescapeJson("end\\", arena) == "end?");
  // Around the 16 bytes that are copied at once.
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string head(before, 'a'), tail(40 - before, 'b');
    CHECK(UnescapeJson(head + "\\n" + tail, arena) == head + "\n" + tail);
  }
}
