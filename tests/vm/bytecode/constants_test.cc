// The canonical order of constants.
#include "vm/bytecode/constants.h"

#include <doctest/doctest.h>

#include "tests/vm/bytecode/sample_module.h"

namespace writ::bytecode {
namespace {

// How k0 and k1 of the text compare; further constants may be their items.
int Order(std::string_view constants, std::uint32_t a, std::uint32_t b) {
  const Module module = Assembled(constants);
  CHECK(CompareConstants(module.constants, b, a) == -CompareConstants(module.constants, a, b));
  CHECK(CompareConstants(module.constants, a, a) == 0);
  return CompareConstants(module.constants, a, b);
}

TEST_CASE("constants: scalars by value") {
  CHECK(Order("const k0 int -3\nconst k1 int 2", 0, 1) == -1);
  CHECK(Order("const k0 bool false\nconst k1 bool true", 0, 1) == -1);
  CHECK(Order("const k0 decimal 1.5\nconst k1 decimal 1.50", 0, 1) == 0);
  CHECK(Order("const k0 decimal 10\nconst k1 decimal 9.99", 0, 1) == 1);
  CHECK(Order("const k0 duration 90s\nconst k1 duration 2m", 0, 1) == -1);
  CHECK(Order("const k0 time t\"2026-01-01\"\nconst k1 time t\"2026-01-01T00:00:00Z\"", 0, 1) == 0);
  CHECK(Order("const k0 Severity critical\nconst k1 Severity low", 0, 1) == -1);
}

TEST_CASE("constants: text by code point") {
  CHECK(Order("const k0 string \"Z\"\nconst k1 string \"a\"", 0, 1) == -1);
  CHECK(Order("const k0 string \"a\"\nconst k1 string \"ab\"", 0, 1) == -1);
  CHECK(Order("const k0 string \"z\"\nconst k1 string \"é\"", 0, 1) == -1);
}

TEST_CASE("constants: addresses by family then number") {
  CHECK(Order("const k0 ip ip\"10.0.0.9\"\nconst k1 ip ip\"10.0.0.10\"", 0, 1) == -1);
  CHECK(Order("const k0 ip ip\"255.0.0.1\"\nconst k1 ip ip\"::1\"", 0, 1) == -1);
  CHECK(Order("const k0 cidr ip\"10.0.0.0/8\"\nconst k1 cidr ip\"10.0.0.0/16\"", 0, 1) == -1);
}

TEST_CASE("constants: maps by keys then values") {
  constexpr std::string_view kMaps =
      "const k0 int 1\nconst k1 int 2\nconst k2 map[int, int] {k0: k1}\nconst k3 map[int, int] {k0: k0, k1: k0}\nconst k4 map[int, int] {k0: k0}";
  CHECK(Order(kMaps, 2, 3) == -1);
  CHECK(Order(kMaps, 2, 4) == 1);
}

TEST_CASE("constants: lists by first difference then length") {
  constexpr std::string_view kLists =
      "const k0 int 1\nconst k1 int 2\nconst k2 list[int] [k0, k1]\nconst k3 list[int] [k1]\nconst k4 list[int] [k0]\nconst k5 list[int] [k0, k1]";
  CHECK(Order(kLists, 2, 3) == -1);
  CHECK(Order(kLists, 2, 4) == 1);
  CHECK(Order(kLists, 2, 5) == 0);
}

}  // namespace
}  // namespace writ::bytecode
