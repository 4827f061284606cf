// The core schema of YAML 1.2: which plain scalars are no text.
#include "model/readers/yaml_scalar.h"

#include <doctest/doctest.h>

#include <string>

namespace writ::model {
namespace {

std::string Shown(std::string_view text) {
  const CoreScalar scalar = ResolveCoreScalar(text);
  switch (scalar.kind) {
    case NodeKind::kNull:
      return "null";
    case NodeKind::kBool:
      return scalar.bool_value ? "true" : "false";
    case NodeKind::kNumber:
      return scalar.number;
    case NodeKind::kString:
    case NodeKind::kArray:
    case NodeKind::kObject:
      break;
  }
  return "text";
}

TEST_CASE("yaml scalars: null and booleans have three spellings each") {
  for (const char* text : {"", "~", "null", "Null", "NULL"}) CHECK_MESSAGE(Shown(text) == "null", text);
  for (const char* text : {"true", "True", "TRUE"}) CHECK_MESSAGE(Shown(text) == "true", text);
  for (const char* text : {"false", "False", "FALSE"}) CHECK_MESSAGE(Shown(text) == "false", text);
  for (const char* text : {"yes", "no", "on", "off", "y", "n", "tRUE", "nULL", "nil"})
    CHECK_MESSAGE(Shown(text) == "text", text);
}

TEST_CASE("yaml scalars: numbers become numbers of JSON") {
  CHECK(Shown("017") == "17");
  CHECK(Shown("+5") == "5");
  CHECK(Shown("-0") == "-0");
  CHECK(Shown("000") == "0");
  CHECK(Shown("0o17") == "15");
  CHECK(Shown("0x1F") == "31");
  CHECK(Shown("0xffffffffffffffffffffffffffffffff") == "340282366920938463463374607431768211455");
  CHECK(Shown("0x100000000000000000000000000000000") == "text");
  CHECK(Shown(".5") == "0.5");
  CHECK(Shown("1.") == "1");
  CHECK(Shown("1.50") == "1.50");
  CHECK(Shown("+1E+03") == "1e+03");
  CHECK(Shown("12345678901234567890123") == "12345678901234567890123");
}

TEST_CASE("yaml scalars: what looks like a number and is none stays text") {
  for (const char* text :
       {".",     "-",          "+",    "..5",  "1.2.3", "1e",   "e5",  "0x",  "0xg", "0o8",
        "1_000", "2024-01-01", "1:30", ".inf", "-.inf", ".nan", "0b1", "--1", "+-1", "1 2"}) {
    CHECK_MESSAGE(Shown(text) == "text", text);
  }
}

}  // namespace
}  // namespace writ::model
