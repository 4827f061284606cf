// Constants, globals and overrides.
#include <doctest/doctest.h>

#include "base/decimal.h"
#include "tests/vm/run.h"

namespace writ::vm {
namespace {

using test::Code;
using test::Show;

// One param of `type`, without initialiser worth a name, given as `text`.
std::string Given(const std::string& type, const std::string& text) {
  Code code("global acme.p input " + type + "\nfunction f () -> " + type + "\n  registers " + type +
                "\n    load_global r0 <- acme.p\n    return r0\n",
            {{"acme.p", text}});
  return code.error.empty() ? code.Run("f") : code.error;
}

TEST_CASE("program: constants of every kind") {
  Code code(R"(
const k0 bool true
const k1 int -5
const k2 decimal 1.50
const k3 string "a\"b"
const k4 time t"2026-12-31"
const k5 duration 90s
const k6 ip ip"10.0.0.1"
const k7 cidr ip"10.0.0.0/8"
const k8 regex re"^a+$"
const k9 Exposure internal
const k10 list[int] [k1, k1]
const k11 set[int] {k1}
const k12 map[string, list[int]] {k3: k10}
function f () -> bool
  registers bool
    load_const r0 <- k0
    return r0
)");
  const bytecode::Module& module = code.program().module();
  std::string all;
  for (std::uint32_t i = 0; i < module.constants.size(); ++i) {
    all += Show(code.program().constant(i), module.types, module.constants[i].type) + "\n";
  }
  CHECK(all ==
        "true\n-5\n1.5\na\"b\n2026-12-31\n1m30s\n10.0.0.1\n10.0.0.0/8\n^a+$\ninternal\n[-5, -5]\n{-5}\n{a\"b: [-5, -5]}\n");
}

const char* const kGlobals = R"(
const k0 int 20
const k1 string "x"
const k2 list[string] [k1]
global now input time
global acme.blocks data list[string] = k2
global acme.limit const int = acme.limit
global acme.twice param int = acme.twice
global acme.stage input enum {dev, production}
global acme.note input string?
function acme.limit () -> int
  registers int
    load_const r0 <- k0
    return r0
function acme.twice () -> int
  registers int, int
    load_global r0 <- acme.limit
    add_int r1 <- r0, r0
    return r1
)";

std::string Text(const Code& code, std::string_view name) {
  const auto& globals = code.program().module().globals;
  for (std::uint32_t i = 0; i < globals.size(); ++i) {
    if (globals[i].name == name) return code.program().GlobalText(i);
  }
  return "no such global";
}

TEST_CASE("program: globals in their order") {
  const Code code(kGlobals, {{"acme.stage", "production"}});
  REQUIRE(code.error == "");
  CHECK(Text(code, "now") == "1970-01-02T00:00:00Z");
  CHECK(Text(code, "acme.blocks") == "[x]");
  CHECK(Text(code, "acme.limit") == "20");
  CHECK(Text(code, "acme.twice") == "40");
  CHECK(Text(code, "acme.stage") == "production");
  CHECK(Text(code, "acme.note") == "<missing>");
}

TEST_CASE("program: overrides by full and by short name") {
  CHECK(Text(Code(kGlobals, {{"stage", "dev"}, {"twice", "3"}}), "acme.twice") == "3");
  CHECK(Text(Code(kGlobals, {{"acme.twice", "3"}, {"stage", "dev"}, {"twice", "4"}}), "acme.twice") == "3");
  CHECK(Text(Code(kGlobals, {{"twice", "4"}, {"stage", "dev"}, {"acme.twice", "3"}}), "acme.twice") == "3");
  CHECK(Text(Code(kGlobals, {{"twice", "4"}, {"stage", "dev"}, {"twice", "5"}}), "acme.twice") == "5");
  CHECK(Text(Code(kGlobals, {{"stage", "dev"}, {"note", "hello"}}), "acme.note") == "hello");
}

TEST_CASE("program: overrides that cannot be used are refused with what was seen") {
  const auto refused = [](const std::vector<Program::Override>& overrides) { return Code(kGlobals, overrides).error; };
  CHECK(refused({}) == "input `acme.stage` has no value; give one with --input stage=…");
  CHECK(refused({{"stagee", "dev"}}) == "no policy declares an input or param `stagee`; did you mean `stage`?");
  CHECK(refused({{"qqqqq", "dev"}}) == "no policy declares an input or param `qqqqq`");
  CHECK(refused({{"acme.limit", "3"}, {"stage", "dev"}}) == "`acme.limit` is a const: only params and inputs can be given a value");
  CHECK(refused({{"blocks", "3"}, {"stage", "dev"}}) == "`blocks` is a data list: only params and inputs can be given a value");
  CHECK(refused({{"now", "2026-01-01"}, {"stage", "dev"}}) == "`now` is not an input: the time of a run is set with --as-of");
  CHECK(refused({{"stage", "prodution"}}) ==
        "input `acme.stage`: `prodution` is not one of `dev`, `production`; did you mean `production`?");
  CHECK(refused({{"twice", "x"}, {"stage", "dev"}}) == "param `acme.twice`: `x` is not an int, such as `500` or `64KiB`");
}

TEST_CASE("program: an initialiser that fails is an error of who uses it") {
  Code code(R"(
const k0 int 9223372036854775807
global acme.big param int = acme.big
function acme.big () -> int
  registers int
    load_const r0 <- k0
    add_int r0 <- r0, r0
    return r0
function f () -> int
  registers int
    load_global r0 <- acme.big
    return r0
)");
  CHECK(code.error == "");
  CHECK(code.Run("f") == "error overflow");
}

TEST_CASE("overrides: scalars in their notation") {
  CHECK(Given("bool", "true") == "true");
  CHECK(Given("bool", "yes") == "input `acme.p`: `yes` is not a bool; write `true` or `false`");
  CHECK(Given("int", " 500 ") == "500");
  CHECK(Given("int", "64KiB") == "65536");
  CHECK(Given("int", "-3") == "-3");
  CHECK(Given("int", "9223372036854775808") == "input `acme.p`: `9223372036854775808` is not an int, such as `500` or `64KiB`");
  CHECK(Given("int", "9007199254740992KiB") == "input `acme.p`: `9007199254740992KiB` is not an int, such as `500` or `64KiB`");
  CHECK(Given("int", "") == "input `acme.p`: `` is not an int, such as `500` or `64KiB`");
  CHECK(Given("decimal", "0.50") == "0.5");
  CHECK(Given("decimal", "12.5%") == "0.125");
  CHECK(Given("decimal", "%") == "input `acme.p`: `%` is not a decimal, such as `0.5` or `50%`");
  CHECK(Given("string", "hello, world") == "hello, world");
  CHECK(Given("string", "\"a\\\"b\\n\"") == "a\"b\n");
  CHECK(Given("string", "") == "");
  CHECK(Given("string", "\"a") == "input `acme.p`: `\"a` is not a string: a quote or an escape is wrong");
  CHECK(Given("string", "\"a\"b\"") == "input `acme.p`: `\"a\"b\"` is not a string: a quote or an escape is wrong");
  CHECK(Given("string", "\xff") == "input `acme.p`: `\xef\xbf\xbd` is not well-formed UTF-8");
  CHECK(Given("duration", "1h30m") == "1h30m");
  CHECK(Given("duration", "10") == "input `acme.p`: `10` is not a duration, such as `10m` or `1h30m`");
  CHECK(Given("time", "2026-12-31") == "2026-12-31");
  CHECK(Given("time", "t\"2026-12-31\"") == "2026-12-31");
  CHECK(Given("time", "2026-12-31T00:00:00Z") == "2026-12-31T00:00:00Z");
  CHECK(Given("ip", "ip\"10.0.0.1\"") == "10.0.0.1");
  CHECK(Given("ip", "10.0.0") == "input `acme.p`: `10.0.0` is not an IP address");
  CHECK(Given("cidr", "10.1.2.3/8") == "10.0.0.0/8");
  CHECK(Given("regex", "re\"a+\"") == "a+");
  CHECK(Given("regex", "a+") == "a+");
  CHECK(Given("regex", "a(").find("input `acme.p`: bad pattern: ") == 0);
  CHECK(Given("Exposure", "partner") == "partner");
  CHECK(Given("int?", "5") == "5");
  CHECK(Given("json", "5") == "input `acme.p`: a value of type `json` cannot be given as text");
}

TEST_CASE("overrides: lists and sets of items between commas") {
  CHECK(Given("list[int]", "3, 1,3") == "[3, 1, 3]");
  CHECK(Given("list[int]", "[3, 1]") == "[3, 1]");
  CHECK(Given("set[int]", "3,1,3") == "{1, 3}");
  CHECK(Given("set[string]", "{\"b,c\", a}") == "{a, b,c}");
  CHECK(Given("list[string]", "") == "[]");
  CHECK(Given("list[string]", "[]") == "[]");
  CHECK(Given("set[cidr]", "10.0.0.0/8, ::1/128") == "{10.0.0.0/8, ::1/128}");
  CHECK(Given("list[int]", "1,,2") == "input `acme.p`: `` is not an int, such as `500` or `64KiB`");
}

}  // namespace
}  // namespace writ::vm
