// The canonical form of RFC 8785, as far as the report uses it.
#include <doctest/doctest.h>

#include <algorithm>

#include "report/writers/canonical_json.h"

namespace writ::report {
namespace {

TEST_CASE("strings escape what RFC 8785 names and nothing else") {
  CanonicalJson json;
  json.String("\xE2\x82\xAC$\x0F\nA'B\"\\\\\"/");
  // The example of RFC 8785 section 3.2.2.
  CHECK(json.Take() == "\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  CanonicalJson controls;
  controls.String(std::string("\0\x01\b\t\n\x0b\f\r\x1f\x7f", 10));
  CHECK(controls.Take() == "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"");
}

TEST_CASE("names sort by UTF-16 code units") {
  // The names of RFC 8785 section 3.2.3 in their canonical order: \r 1 U+0080 ö € U+1F600 U+FB33.
  const std::vector<std::string> expected = {
      "\r", "1", "\xC2\x80", "\xC3\xB6", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xEF\xAC\xB3"};
  std::vector<std::string> names = expected;
  std::sort(names.begin(), names.end());
  CHECK(names != expected);  // by bytes the last two change places
  std::sort(names.begin(), names.end(), Utf16Less);
  CHECK(names == expected);
  CHECK(Utf16Less("a", "aa"));
  CHECK_FALSE(Utf16Less("a", "a"));
  CHECK(Utf16Less("\xED\x9F\xBF", "\xF0\x90\x80\x80"));  // U+D7FF before a surrogate pair
  CHECK(Utf16Less("\xF4\x8F\xBF\xBF", "\xEE\x80\x80"));  // the last pair before U+E000
}

TEST_CASE("objects arrays and integers have no white space") {
  CanonicalJson json;
  json.BeginObject()
      .Key("a")
      .BeginArray()
      .Integer(0)
      .Integer(UINT64_MAX)
      .Bool(true)
      .BeginObject()
      .EndObject()
      .EndArray();
  json.Flag("b", false).Number("c", 12).Texts("d", {"x", "y"}).Text("e", "z").EndObject();
  CHECK(json.Take() == R"({"a":[0,9007199254740991,true,{}],"b":false,"c":12,"d":["x","y"],"e":"z"})");
}

}  // namespace
}  // namespace writ::report
