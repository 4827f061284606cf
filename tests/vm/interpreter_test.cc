// Every family of opcodes on plain values, poisons and counts with bounds.
#include "vm/interpreter.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/traffic/exchange.h"
#include "tests/vm/run.h"

namespace writ::vm {
namespace {

using test::Addr;
using test::Block;
using test::Code;
using test::Counts;
using test::Dec;
using test::Ints;
using test::List;
using test::Op;
using test::Set;
using test::Str;
using test::Trapped;
using test::Unknown;

const Value kTrue = Value::Bool(true);
const Value kFalse = Value::Bool(false);
constexpr std::int64_t kMax = INT64_MAX;
constexpr std::int64_t kMin = INT64_MIN;

Value I(std::int64_t n) { return Value::Int(n); }
Value D(std::int64_t n) { return Value::Duration(n); }

TEST_CASE("logic: the complete Kleene tables") {
  Op conjunction("bool, bool", "bool", "and r2 <- r0, r1");
  Op disjunction("bool, bool", "bool", "or r2 <- r0, r1");
  const Value values[] = {kTrue, kFalse, Unknown(1), Trapped(), Value::Absent()};
  const char* ands[5][5] = {{"true", "false", "unknown 1", "error overflow", "absent"},
                            {"false", "false", "false", "false", "false"},
                            {"unknown 1", "false", "unknown 1", "error overflow", "unknown 1"},
                            {"error overflow", "false", "error overflow", "error overflow", "error overflow"},
                            {"absent", "false", "unknown 1", "error overflow", "absent"}};
  const char* ors[5][5] = {{"true", "true", "true", "true", "true"},
                           {"true", "false", "unknown 1", "error overflow", "absent"},
                           {"true", "unknown 1", "unknown 1", "error overflow", "unknown 1"},
                           {"true", "error overflow", "error overflow", "error overflow", "error overflow"},
                           {"true", "absent", "unknown 1", "error overflow", "absent"}};
  for (int i = 0; i < 5; ++i) {
    for (int j = 0; j < 5; ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK(conjunction({values[i], values[j]}) == ands[i][j]);
      CHECK(disjunction({values[i], values[j]}) == ors[i][j]);
    }
  }
  CHECK(conjunction({Unknown(1), Unknown(4)}) == "unknown 5");
  CHECK(disjunction({Unknown(1), Unknown(4)}) == "unknown 5");
  Op negation("bool", "bool", "not r1 <- r0");
  CHECK(negation({kTrue}) == "false");
  CHECK(negation({kFalse}) == "true");
  CHECK(negation({Unknown(2)}) == "unknown 2");
  CHECK(negation({Trapped()}) == "error overflow");
  CHECK(negation({Value::Absent()}) == "absent");
}

TEST_CASE("logic: has and is known look at presence only") {
  Op has("int?", "bool", "has r1 <- r0");
  CHECK(has({I(1)}) == "true");
  CHECK(has({Value::Absent()}) == "false");
  CHECK(has({Unknown(1)}) == "unknown 1");
  CHECK(has({Trapped()}) == "error overflow");
  Op known("int?", "bool", "is_known r1 <- r0");
  CHECK(known({I(1)}) == "true");
  CHECK(known({Value::Absent()}) == "true");
  CHECK(known({Unknown(1)}) == "false");
  CHECK(known({Trapped()}) == "error overflow");
}

TEST_CASE("moves: constants and poison as they are") {
  Code code("const k0 string \"a\"\nfunction f () -> string\n  registers string, string\n    load_const r0 <- k0\n    move r1 <- r0\n    return r1\n"
            "function h (int?) -> int\n  registers int?, int\n    unwrap r1 <- r0\n    return r1\n");
  CHECK(code.Run("f") == "a");
  CHECK(code.Run("h", {I(3)}) == "3");
  CHECK(code.Run("h", {Value::Absent()}) == "absent");
  CHECK(code.Run("h", {Unknown(8)}) == "unknown 8");
}

TEST_CASE("integers: results, and an error where 64 bits do not hold them") {
  Op add("int, int", "int", "add_int r2 <- r0, r1");
  CHECK(add({I(2), I(3)}) == "5");
  CHECK(add({I(kMax), I(1)}) == "error overflow");
  CHECK(add({I(kMin), I(-1)}) == "error overflow");
  Op sub("int, int", "int", "sub_int r2 <- r0, r1");
  CHECK(sub({I(2), I(3)}) == "-1");
  CHECK(sub({I(kMin), I(1)}) == "error overflow");
  Op mul("int, int", "int", "mul_int r2 <- r0, r1");
  CHECK(mul({I(-4), I(3)}) == "-12");
  CHECK(mul({I(kMin), I(-1)}) == "error overflow");
  Op div("int, int", "int", "div_int r2 <- r0, r1");
  CHECK(div({I(-7), I(2)}) == "-3");
  CHECK(div({I(7), I(-1)}) == "-7");
  CHECK(div({I(7), I(0)}) == "error division by zero");
  CHECK(div({I(kMin), I(-1)}) == "error overflow");
  Op mod("int, int", "int", "mod_int r2 <- r0, r1");
  CHECK(mod({I(-7), I(2)}) == "-1");
  CHECK(mod({I(7), I(-2)}) == "1");
  CHECK(mod({I(kMin), I(-1)}) == "0");
  CHECK(mod({I(7), I(0)}) == "error division by zero");
  Op neg("int", "int", "neg_int r1 <- r0");
  CHECK(neg({I(7)}) == "-7");
  CHECK(neg({I(kMin)}) == "error overflow");
}

TEST_CASE("integers: strict in poison and in counts with bounds") {
  Op add("int, int", "int", "add_int r2 <- r0, r1");
  CHECK(add({Unknown(1), Unknown(4)}) == "unknown 5");
  CHECK(add({Unknown(1), Trapped()}) == "error overflow");
  CHECK(add({Value::Absent(), I(1)}) == "absent");
  CHECK(add({Value::Absent(), Unknown(2)}) == "unknown 2");
  CHECK(add({Counts(3, 5, 8), I(1)}) == "unknown 8");
  CHECK(add({Counts(3, 5, 8), Counts(1, 2, 1)}) == "unknown 9");
  CHECK(add({Counts(3, 5, 8), Value::Absent()}) == "absent");
  Op neg("int", "int", "neg_int r1 <- r0");
  CHECK(neg({Counts(3, 5, 8)}) == "unknown 8");
}

TEST_CASE("an error names the instruction that made it") {
  Code code("function f (int) -> int\n  registers int, int, int\n    move r1 <- r0\n    add_int r2 <- r1, r0\n    return r2\n");
  const Value error = code.Call("f", {I(kMax)});
  REQUIRE(error.is_error());
  CHECK(error.error->range.line == 2);
}

TEST_CASE("decimals: exact or an error") {
  const auto run = [](const char* op, const Value& a, const Value& b) {
    return Op("decimal, decimal", "decimal", std::string(op) + " r2 <- r0, r1")({a, b});
  };
  CHECK(run("add_decimal", Dec("0.1"), Dec("0.2")) == "0.3");
  CHECK(run("sub_decimal", Dec("1"), Dec("0.9")) == "0.1");
  CHECK(run("mul_decimal", Dec("1.5"), Dec("-2")) == "-3");
  CHECK(run("div_decimal", Dec("1"), Dec("8")) == "0.125");
  CHECK(run("div_decimal", Dec("1"), Dec("3")) == "error inexact");
  CHECK(run("div_decimal", Dec("1"), Dec("0")) == "error division by zero");
  CHECK(run("mul_decimal", Dec("1e37"), Dec("1e37")) == "error overflow");
  CHECK(run("add_decimal", Unknown(1), Dec("0")) == "unknown 1");
  Op neg("decimal", "decimal", "neg_decimal r1 <- r0");
  CHECK(neg({Dec("1.5")}) == "-1.5");
  CHECK(neg({Value::Absent()}) == "absent");
}

TEST_CASE("durations and times: checked arithmetic that keeps the precision") {
  CHECK(Op("duration, duration", "duration", "add_duration r2 <- r0, r1")({D(1'000'000'000), D(2'000'000'000)}) == "3s");
  CHECK(Op("duration, duration", "duration", "sub_duration r2 <- r0, r1")({D(kMin), D(1)}) == "error overflow");
  CHECK(Op("duration, int", "duration", "mul_duration r2 <- r0, r1")({D(kNanosPerSecond), I(90)}) == "1m30s");
  CHECK(Op("duration, int", "duration", "mul_duration r2 <- r0, r1")({D(kMax), I(2)}) == "error overflow");
  CHECK(Op("duration, int", "duration", "mul_duration r2 <- r0, r1")({D(1), Counts(1, 2, 4)}) == "unknown 4");
  CHECK(Op("duration, int", "duration", "div_duration r2 <- r0, r1")({D(3 * kNanosPerSecond), I(2)}) == "1s500ms");
  CHECK(Op("duration, int", "duration", "div_duration r2 <- r0, r1")({D(1), I(0)}) == "error division by zero");
  CHECK(Op("duration", "duration", "neg_duration r1 <- r0")({D(kMin)}) == "error overflow");
  CHECK(Op("duration", "duration", "neg_duration r1 <- r0")({D(5 * kNanosPerSecond)}) == "-5s");
  Op later("time, duration", "time", "add_time r2 <- r0, r1");
  const Value sum = later.Call({Value::Time(0, 1'000'000), D(kNanosPerSecond)});
  CHECK(sum.i == kNanosPerSecond);
  CHECK(sum.time_precision() == 1'000'000);
  CHECK(later({Value::Time(kMax - 1, 1), D(5)}) == "error overflow");
  CHECK(Op("time, duration", "time", "sub_time r2 <- r0, r1")({Value::Time(kNanosPerDay, kNanosPerSecond), D(kNanosPerDay)}) ==
        "1970-01-01T00:00:00Z");
  CHECK(Op("time, time", "duration", "diff_time r2 <- r0, r1")({Value::Time(kNanosPerDay, 1), Value::Time(0, 1)}) == "1d");
  CHECK(Op("time, time", "duration", "diff_time r2 <- r0, r1")({Value::Time(kMax, 1), Value::Time(-5, 1)}) == "error overflow");
}

TEST_CASE("comparison of integers: exact on numbers and Kleene on counts with bounds") {
  Op equal("int, int", "bool", "eq_int r2 <- r0, r1");
  Op less("int, int", "bool", "lt_int r2 <- r0, r1");
  Op at_most("int, int", "bool", "le_int r2 <- r0, r1");
  const auto all = [&](const Value& a, const Value& b) { return equal({a, b}) + " " + less({a, b}) + " " + at_most({a, b}); };
  CHECK(all(I(1), I(2)) == "false true true");
  CHECK(all(I(2), I(2)) == "true false true");
  CHECK(all(I(3), I(2)) == "false false false");
  CHECK(all(Counts(3, 5), I(2)) == "false false false");
  CHECK(all(Counts(3, 5), I(3)) == "unknown 1 false unknown 1");
  CHECK(all(Counts(3, 5), I(4)) == "unknown 1 unknown 1 unknown 1");
  CHECK(all(Counts(3, 5), I(5)) == "unknown 1 unknown 1 true");
  CHECK(all(Counts(3, 5), I(6)) == "false true true");
  CHECK(all(I(2), Counts(3, kMax, 2)) == "false true true");
  CHECK(all(I(3), Counts(3, kMax, 2)) == "unknown 2 unknown 2 true");
  CHECK(all(Counts(3, 5, 1), Counts(4, 6, 4)) == "unknown 5 unknown 5 unknown 5");
  CHECK(all(Counts(4, 4), I(4)) == "true false true");
  CHECK(all(Unknown(1), I(1)) == "unknown 1 unknown 1 unknown 1");
  CHECK(all(Value::Absent(), I(1)) == "absent absent absent");
  CHECK(all(Counts(3, 5), Trapped()) == "error overflow error overflow error overflow");
  Op equal_enums("Exposure, Exposure", "bool", "eq_int r2 <- r0, r1");
  CHECK(equal_enums({Value::Enum(2), Value::Enum(2)}) == "true");
  Op less_durations("duration, duration", "bool", "lt_int r2 <- r0, r1");
  CHECK(less_durations({D(1), D(2)}) == "true");
  Op equal_bools("bool, bool", "bool", "eq_int r2 <- r0, r1");
  CHECK(equal_bools({kTrue, kFalse}) == "false");
}

TEST_CASE("comparison of other scalars") {
  const auto run = [](const std::string& type, const char* op, const Value& a, const Value& b) {
    return Op(type + ", " + type, "bool", std::string(op) + " r2 <- r0, r1")({a, b});
  };
  CHECK(run("decimal", "eq_decimal", Dec("1.0"), Dec("1")) == "true");
  CHECK(run("decimal", "lt_decimal", Dec("0.1"), Dec("0.11")) == "true");
  CHECK(run("decimal", "le_decimal", Dec("0.2"), Dec("0.11")) == "false");
  CHECK(run("string", "eq_string", Str("a"), Str("a")) == "true");
  CHECK(run("string", "lt_string", Str("a"), Str("\xc3\xa4")) == "true");
  CHECK(run("string", "lt_string", Str("a"), Str("a")) == "false");
  CHECK(run("string", "le_string", Str("a"), Str("a")) == "true");
  CHECK(run("string", "le_string", Str("b"), Str("a")) == "false");
  CHECK(run("string", "eq_string", Str("a"), Unknown(2)) == "unknown 2");
  CHECK(run("ip", "eq_ip", Addr("10.0.0.1"), Addr("10.0.0.1")) == "true");
  CHECK(run("ip", "eq_ip", Addr("10.0.0.1"), Addr("::ffff:10.0.0.1")) == "false");
  CHECK(run("cidr", "eq_ip", Block("10.0.0.0/8"), Block("10.0.0.0/9")) == "false");
}

TEST_CASE("times: unknown below their precision and days as a whole") {
  Op equal("time, time", "bool", "eq_time r2 <- r0, r1");
  Op less("time, time", "bool", "lt_time r2 <- r0, r1");
  Op at_most("time, time", "bool", "le_time r2 <- r0, r1");
  const auto all = [&](const Value& a, const Value& b) { return equal({a, b}) + " " + less({a, b}) + " " + at_most({a, b}); };
  constexpr std::int64_t kSecond = kNanosPerSecond;
  const Value second = Value::Time(5 * kSecond, kSecond);
  CHECK(all(Value::Time(5, 1), Value::Time(5, 1)) == "true false true");
  CHECK(all(Value::Time(5, 1), Value::Time(6, 1)) == "false true true");
  CHECK(all(second, second) == "unknown 16 unknown 16 unknown 16");
  CHECK(all(second, Value::Time(5 * kSecond + 1, 1)) == "unknown 16 unknown 16 unknown 16");
  CHECK(all(second, Value::Time(6 * kSecond, kSecond)) == "false true true");
  CHECK(all(Value::Time(6 * kSecond, 1), second) == "false false false");
  const Value day = Value::Time(kNanosPerDay, kNanosPerDay);
  CHECK(all(Value::Time(kNanosPerDay - 1, 1), day) == "false true true");
  CHECK(all(Value::Time(kNanosPerDay, 1), day) == "true false true");
  CHECK(all(Value::Time(kNanosPerDay + 7 * kSecond, kSecond), day) == "true false true");
  CHECK(all(Value::Time(2 * kNanosPerDay, 1), day) == "false false false");
  CHECK(all(day, Value::Time(2 * kNanosPerDay - 1, 1)) == "true false true");
  CHECK(all(day, day) == "true false true");
  CHECK(all(day, Value::Time(2 * kNanosPerDay, kNanosPerDay)) == "false true true");
}

TEST_CASE("lists: equality with gaps and with unknown items") {
  Op equal("list[int], list[int]", "bool", "eq_list r2 <- r0, r1");
  CHECK(equal({Ints({1, 2}), Ints({1, 2})}) == "true");
  CHECK(equal({Ints({1, 2}), Ints({2, 1})}) == "false");
  CHECK(equal({Ints({1, 2}), Ints({1})}) == "false");
  CHECK(equal({Ints({1, 2}, 4), Ints({1})}) == "unknown 4");
  CHECK(equal({List({I(1), Unknown(2)}), Ints({1, 5})}) == "unknown 2");
  CHECK(equal({List({I(7), Unknown(2)}), Ints({1, 5})}) == "false");
  CHECK(equal({List({Trapped(), Unknown(2)}), Ints({1, 5})}) == "error overflow");
  CHECK(equal({List({Value::Absent()}), List({Value::Absent()})}) == "true");
  CHECK(equal({Unknown(1), Ints({})}) == "unknown 1");
}

TEST_CASE("membership: true wins and what is open stays open") {
  Op in("int, list[int]", "bool", "in_list r2 <- r0, r1");
  CHECK(in({I(2), Ints({1, 2})}) == "true");
  CHECK(in({I(3), Ints({1, 2})}) == "false");
  CHECK(in({I(3), Ints({1, 2}, 4)}) == "unknown 4");
  CHECK(in({I(2), Ints({1, 2}, 4)}) == "true");
  CHECK(in({I(3), List({I(1), Unknown(2)}, 4)}) == "unknown 6");
  CHECK(in({I(3), List({I(1), Trapped()})}) == "error overflow");
  CHECK(in({I(3), List({Trapped(), I(3)})}) == "true");
  CHECK(in({I(3), List({Value::Absent()})}) == "false");
  CHECK(in({Unknown(1), Ints({})}) == "unknown 1");
  CHECK(in({Counts(1, 2), Ints({5})}) == "false");
  CHECK(in({Counts(1, 2, 8), Ints({2})}) == "unknown 8");
  Op in_set("string, set[string]", "bool", "in_set r2 <- r0, r1");
  CHECK(in_set({Str("b"), Set({Str("a"), Str("b"), Str("c")})}) == "true");
  CHECK(in_set({Str("bb"), Set({Str("a"), Str("b"), Str("c")})}) == "false");
  CHECK(in_set({Str("bb"), Set({Str("a")}, 2)}) == "unknown 2");
  Op in_times("time, set[time]", "bool", "in_set r2 <- r0, r1");
  CHECK(in_times({Value::Time(kNanosPerDay + 5, 1), Set({Value::Time(0, kNanosPerDay), Value::Time(kNanosPerDay, kNanosPerDay)})}) == "true");
  Op in_block("ip, cidr", "bool", "in_cidr r2 <- r0, r1");
  CHECK(in_block({Addr("10.1.2.3"), Block("10.0.0.0/8")}) == "true");
  CHECK(in_block({Addr("11.1.2.3"), Block("10.0.0.0/8")}) == "false");
  Op in_blocks("ip, list[cidr]", "bool", "in_cidrs r2 <- r0, r1");
  CHECK(in_blocks({Addr("10.1.2.3"), List({Block("::/0"), Block("10.0.0.0/8")})}) == "true");
  CHECK(in_blocks({Addr("10.1.2.3"), List({Block("::/0")})}) == "false");
  CHECK(in_blocks({Addr("10.1.2.3"), List({Block("::/0"), Unknown(2)})}) == "unknown 2");
}

TEST_CASE("membership: a large set of blocks gives what a walk gives") {
  std::vector<Value> blocks;
  for (int i = 0; i < 600; ++i) {
    blocks.push_back(Block("10." + std::to_string(i / 256) + "." + std::to_string(i % 256) + ".0/" + (i % 2 == 0 ? "24" : "28")));
  }
  Op in_set("ip, set[cidr]", "bool", "in_cidrs r2 <- r0, r1");
  Op in_list("ip, list[cidr]", "bool", "in_cidrs r2 <- r0, r1");
  std::sort(blocks.begin(), blocks.end(), [](const Value& a, const Value& b) { return CompareValues(a, b) < 0; });
  const Value set = Set(blocks);
  const Value list = List(blocks);
  for (const char* address : {"10.0.0.77", "10.0.1.15", "10.0.1.16", "10.2.87.1", "10.2.88.1", "10.2.200.1", "::1", "9.255.255.255"}) {
    CAPTURE(address);
    CHECK(in_set({Addr(address), set}) == in_list({Addr(address), list}));
  }
  CHECK(in_set({Addr("10.0.0.77"), set}) == "true");
  CHECK(in_set({Addr("10.0.1.16"), set}) == "false");
}

TEST_CASE("texts and patterns") {
  Code code("const k0 regex re\"a+\"\nfunction f (string) -> bool\n  registers string, regex, bool\n    load_const r1 <- k0\n"
            "    matches r2 <- r0, r1\n    return r2\nfunction g (string) -> bool\n  registers string, regex, bool\n"
            "    load_const r1 <- k0\n    contains_regex r2 <- r0, r1\n    return r2\n");
  CHECK(code.Run("f", {Str("aaa")}) == "true");
  CHECK(code.Run("f", {Str("baaa")}) == "false");
  CHECK(code.Run("g", {Str("baaa")}) == "true");
  CHECK(code.Run("g", {Unknown(1)}) == "unknown 1");
  Op contains("string, string", "bool", "contains_string r2 <- r0, r1");
  CHECK(contains({Str("abc"), Str("bc")}) == "true");
  CHECK(contains({Str("abc"), Str("")}) == "true");
  CHECK(contains({Str("abc"), Str("x")}) == "false");
  Op empty("string", "bool", "is_empty_string r1 <- r0");
  CHECK(empty({Str("")}) == "true");
  CHECK(empty({Str(" ")}) == "false");
  Op concat("string, string", "string", "concat r2 <- r0, r1");
  CHECK(concat({Str("ab"), Str("c")}) == "abc");
  CHECK(concat({Str(""), Str("")}) == "");
  CHECK(concat({Str("ab"), Value::Absent()}) == "absent");
}

TEST_CASE("collections: empty and indexed") {
  Op empty("list[int]", "bool", "is_empty_list r1 <- r0");
  CHECK(empty({Ints({})}) == "true");
  CHECK(empty({Ints({1})}) == "false");
  CHECK(empty({Ints({}, 4)}) == "unknown 4");
  CHECK(empty({Ints({1}, 4)}) == "false");
  Op item("list[int], int", "int?", "index_list r2 <- r0, r1");
  CHECK(item({Ints({7, 8}), I(1)}) == "8");
  CHECK(item({Ints({7, 8}), I(2)}) == "absent");
  CHECK(item({Ints({7, 8}), I(-1)}) == "absent");
  CHECK(item({Ints({7, 8}), Counts(0, 1, 2)}) == "unknown 2");
  CHECK(item({Ints({7, 8}, 4), I(0)}) == "unknown 4");
  Code code("const k0 string \"a\"\nconst k1 int 5\nconst k2 map[string, int] {k0: k1}\n"
            "function at (string) -> int?\n  registers string, map[string, int], int?\n    load_const r1 <- k2\n    index_map r2 <- r1, r0\n    return r2\n"
            "function in (string) -> bool\n  registers string, map[string, int], bool\n    load_const r1 <- k2\n    in_map r2 <- r0, r1\n    return r2\n"
            "function none () -> bool\n  registers map[string, int], bool\n    load_const r0 <- k2\n    is_empty_list r1 <- r0\n    return r1\n");
  CHECK(code.Run("at", {Str("a")}) == "5");
  CHECK(code.Run("at", {Str("b")}) == "absent");
  CHECK(code.Run("in", {Str("a")}) == "true");
  CHECK(code.Run("in", {Str("b")}) == "false");
  CHECK(code.Run("none") == "false");
  Code days("const k0 time t\"2026-01-01\"\nconst k1 int 5\nconst k2 map[time, int] {k0: k1}\n"
            "function at (time) -> int?\n  registers time, map[time, int], int?\n    load_const r1 <- k2\n    index_map r2 <- r1, r0\n    return r2\n"
            "function in (time) -> bool\n  registers time, map[time, int], bool\n    load_const r1 <- k2\n    in_map r2 <- r0, r1\n    return r2\n");
  const Value noon = Value::Time(ParseTime("2026-01-01T12:00:00Z")->nanos, 1);
  CHECK(days.Run("at", {noon}) == "5");
  CHECK(days.Run("in", {noon}) == "true");
  CHECK(days.Run("at", {Value::Time(0, 1)}) == "absent");
  CHECK(days.Run("in", {Value::Time(0, 1)}) == "false");
  Op concat("list[int], list[int]", "list[int]", "concat_list r2 <- r0, r1");
  CHECK(concat({Ints({1}), Ints({2, 3}, 4)}) == "[1, 2, 3]? 4");
}

// [e for e in xs where e < limit], any, all and count over the same condition.
const char* const kLoops = R"(
function chosen (list[int], int) -> list[int]
  registers list[int], int, list[int], iterator[int], int, bool
    list_from r2 <- r0
    iter_begin r3 <- r0
    jump -> next
  item:
    lt_int r5 <- r4, r1
    list_push_if r2, r4, r5
  next:
    iter_next r3, -> item
    return r2
function some (list[int], int) -> bool
  registers list[int], int, bool, iterator[int], int, bool
    lt_int r2 <- r1, r1
    iter_begin r3 <- r0
    jump -> next
  item:
    lt_int r5 <- r4, r1
    or r2 <- r2, r5
    jump_if_true r2, -> done
  next:
    iter_next r3, -> item
  done:
    close_any r2 <- r2, r0
    return r2
function every (list[int], int) -> bool
  registers list[int], int, bool, iterator[int], int, bool
    eq_int r2 <- r1, r1
    iter_begin r3 <- r0
    jump -> next
  item:
    lt_int r5 <- r4, r1
    and r2 <- r2, r5
    jump_if_false r2, -> done
  next:
    iter_next r3, -> item
  done:
    close_all r2 <- r2, r0
    return r2
function number (list[int], int) -> int
  registers list[int], int, int, iterator[int], int, bool
    sub_int r2 <- r1, r1
    iter_begin r3 <- r0
    jump -> next
  item:
    lt_int r5 <- r4, r1
    count_if r2 <- r2, r5
  next:
    iter_next r3, -> item
    close_count r2 <- r2, r0
    return r2
function members (list[int]) -> set[int]
  registers list[int], set[int]
    set_from r1 <- r0
    return r1
function fresh (int) -> list[int]
  registers int, list[int]
    list_new r1
    list_push r1, r0
    list_push r1, r0
    return r1
)";

TEST_CASE("loops: over complete lists") {
  Code code(kLoops);
  CHECK(code.Run("chosen", {Ints({5, 1, 9, 2}), I(4)}) == "[1, 2]");
  CHECK(code.Run("some", {Ints({5, 1}), I(4)}) == "true");
  CHECK(code.Run("some", {Ints({5, 6}), I(4)}) == "false");
  CHECK(code.Run("some", {Ints({}), I(4)}) == "false");
  CHECK(code.Run("every", {Ints({1, 2}), I(4)}) == "true");
  CHECK(code.Run("every", {Ints({1, 5}), I(4)}) == "false");
  CHECK(code.Run("every", {Ints({}), I(4)}) == "true");
  CHECK(code.Run("number", {Ints({1, 5, 2}), I(4)}) == "2");
  CHECK(code.Run("members", {Ints({3, 1, 3, 2, 1})}) == "{1, 2, 3}");
}

TEST_CASE("loops: over incomplete lists what is open is unknown") {
  Code code(kLoops);
  CHECK(code.Run("chosen", {Ints({5, 1}, 4), I(4)}) == "[1]? 4");
  CHECK(code.Run("some", {Ints({5, 1}, 4), I(4)}) == "true");
  CHECK(code.Run("some", {Ints({5}, 4), I(4)}) == "unknown 4");
  CHECK(code.Run("every", {Ints({5}, 4), I(4)}) == "false");
  CHECK(code.Run("every", {Ints({1}, 4), I(4)}) == "unknown 4");
  CHECK(code.Run("number", {Ints({1, 5}, 4), I(4)}) == "1 or more");
  CHECK(code.Run("members", {Ints({3, 1}, 4)}) == "{1, 3}? 4");
}

TEST_CASE("loops: over poison and over items that are poison") {
  Code code(kLoops);
  for (const char* name : {"chosen", "some", "every", "number"}) {
    CAPTURE(name);
    CHECK(code.Run(name, {Unknown(2), I(4)}) == "unknown 2");
    CHECK(code.Run(name, {Trapped(), I(4)}) == "error overflow");
    CHECK(code.Run(name, {Value::Absent(), I(4)}) == "absent");
  }
  const Value partly = List({I(1), Unknown(2), I(9)});
  CHECK(code.Run("chosen", {partly, I(4)}) == "[1]? 2");
  CHECK(code.Run("some", {partly, I(0)}) == "unknown 2");
  CHECK(code.Run("some", {partly, I(4)}) == "true");
  CHECK(code.Run("every", {partly, I(4)}) == "false");
  CHECK(code.Run("every", {partly, I(20)}) == "unknown 2");
  CHECK(code.Run("number", {partly, I(4)}) == "1 to 2");
  CHECK(code.Run("number", {List({I(1), Trapped()}), I(4)}) == "error overflow");
  CHECK(code.Run("chosen", {List({I(1), Trapped()}), I(4)}) == "error overflow");
  CHECK(code.Run("members", {List({I(3), Unknown(2), Value::Absent(), I(3)})}) == "{absent, 3}? 2");
  CHECK(code.Run("members", {List({I(3), Trapped()})}) == "error overflow");
}

TEST_CASE("lists: appending grows in place and to a poison it does nothing") {
  Code code(R"(
function doubled (list[int]) -> list[int]
  registers list[int], list[int], iterator[int], int
    list_from r1 <- r0
    iter_begin r2 <- r0
    jump -> next
  item:
    list_push r1, r3
    list_push r1, r3
  next:
    iter_next r2, -> item
    return r1
function fresh (int) -> list[int]
  registers int, list[int]
    list_new r1
    list_push r1, r0
    return r1
function onto (list[int], int) -> list[int]
  registers list[int], int, list[int]
    list_from r2 <- r0
    list_push r2, r1
    return r2
)");
  CHECK(code.Run("doubled", {Ints({1, 2, 3, 4, 5})}) == "[1, 1, 2, 2, 3, 3, 4, 4, 5, 5]");
  CHECK(code.Run("doubled", {List({Unknown(1), Trapped()})}) == "[unknown 1, unknown 1, error overflow, error overflow]");
  CHECK(code.Run("fresh", {I(3)}) == "[3]");
  const Value earlier = code.Call("fresh", {I(3)});
  CHECK(code.Run("fresh", {I(4)}) == "[4]");
  CHECK(earlier.list->count == 1);
  CHECK(code.Run("onto", {Ints({1}), I(2)}) == "[2]");
  CHECK(code.Run("onto", {Unknown(1), I(2)}) == "unknown 1");
}

TEST_CASE("calls: arguments and results pass through their registers") {
  Code code(R"(
function twice (int) -> int
  registers int, int
    add_int r1 <- r0, r0
    return r1
function f (int, int) -> int
  registers int, int, int, int, int
    call r2 <- twice(r0)
    move r3 <- r1
    call r4 <- twice(r3)
    add_int r2 <- r2, r4
    return r2
)");
  CHECK(code.Run("f", {I(3), I(4)}) == "14");
  CHECK(code.Run("f", {I(3), Unknown(4)}) == "unknown 4");
  CHECK(code.Run("f", {I(kMax), I(4)}) == "error overflow");
}

TEST_CASE("builtins: poison and bounds never reach a body") {
  Op starts("string, string", "bool", "call_builtin r2 <- string.starts_with(r0, r1)");
  CHECK(starts({Str("abc"), Str("ab")}) == "true");
  CHECK(starts({Unknown(1), Unknown(2)}) == "unknown 3");
  CHECK(starts({Str("abc"), Trapped()}) == "error overflow");
  CHECK(starts({Value::Absent(), Str("ab")}) == "absent");
  Op text("int", "string", "call_builtin r1 <- int.to_string(r0)");
  CHECK(text({Counts(1, 2, 4)}) == "unknown 4");
}

TEST_CASE("text: poison prints and never spreads") {
  Op format("int?", "string", "format r1 <- r0");
  CHECK(format({I(5)}) == "5");
  CHECK(format({Value::Absent()}) == "<missing>");
  CHECK(format({Unknown(1)}) == "<unknown>");
  CHECK(format({Trapped()}) == "<error>");
  CHECK(format({Counts(3, kMax)}) == "3 or more");
  Op join("string, string", "string", "join r2 <- (r0, r1)");
  CHECK(join({Str("a"), Str("b")}) == "ab");
  CHECK(join({Str("a"), Value::Absent()}) == "a<missing>");
}

TEST_CASE("fields: of a record and of an optional one") {
  model::Exchange exchange;
  exchange.method = "GET";
  exchange.status = model::Captured<std::int64_t>::Unknown(model::kNotCaptured);
  const Value record = Value::Record(bytecode::RecordId::kExchange, &exchange);
  Op method("Exchange", "string", "get_field r1 <- r0, Exchange.method");
  CHECK(method({record}) == "GET");
  CHECK(method({Unknown(4)}) == "unknown 4");
  Op status("Exchange?", "int?", "get_field_opt r1 <- r0, Exchange.status");
  CHECK(status({record}) == "unknown 1 of Exchange.status");
  CHECK(status({Value::Absent()}) == "absent");
  Op headers("Exchange", "list[NameValue]", "get_field r1 <- r0, Exchange.query_params");
  CHECK(headers({record}) == "[]");
}

}  // namespace
}  // namespace writ::vm
