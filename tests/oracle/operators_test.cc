// Truth tables, strictness and bounds of the oracle's operators.
#include <doctest/doctest.h>

#include <functional>

#include "base/regex.h"
#include "model/traffic/exchange.h"
#include "oracle/operators.h"
#include "tests/oracle/values.h"

using namespace writ;
using oracle::Value;
using test::Show;

namespace {

// Rows and columns: false, true, absent, unknown, error.
constexpr std::size_t kStates = 5;
std::vector<Value> States(test::Values& make, std::uint32_t causes, std::uint16_t field) {
  return {Value::Bool(false), Value::Bool(true), Value::Absent(), make.Unknown(causes, field), make.Error()};
}

}  // namespace

TEST_CASE("and and or by their whole tables") {
  test::Values make;
  const std::vector<Value> left = States(make, 1, 7), right = States(make, 2, 5);
  const char* and_table[kStates][kStates] = {
      {"false", "false", "false", "false", "false"},
      {"false", "true", "absent", "unknown 2 of 5", "error 0"},
      {"false", "absent", "absent", "unknown 2 of 5", "error 0"},
      {"false", "unknown 1 of 7", "unknown 1 of 7", "unknown 3 of 5", "error 0"},
      {"false", "error 0", "error 0", "error 0", "error 0"},
  };
  const char* or_table[kStates][kStates] = {
      {"false", "true", "absent", "unknown 2 of 5", "error 0"},
      {"true", "true", "true", "true", "true"},
      {"absent", "true", "absent", "unknown 2 of 5", "error 0"},
      {"unknown 1 of 7", "true", "unknown 1 of 7", "unknown 3 of 5", "error 0"},
      {"error 0", "true", "error 0", "error 0", "error 0"},
  };
  for (std::size_t i = 0; i < kStates; ++i) {
    for (std::size_t k = 0; k < kStates; ++k) {
      CAPTURE(i);
      CAPTURE(k);
      CHECK(Show(oracle::And(left[i], right[k])) == and_table[i][k]);
      CHECK(Show(oracle::Or(left[i], right[k])) == or_table[i][k]);
    }
  }
}

TEST_CASE("not and has and is known by their whole tables") {
  test::Values make;
  const std::vector<Value> states = States(make, 1, 7);
  const char* no[] = {"true", "false", "absent", "unknown 1 of 7", "error 0"};
  const char* has[] = {"true", "true", "false", "unknown 1 of 7", "error 0"};
  const char* known[] = {"true", "true", "true", "false", "error 0"};
  for (std::size_t i = 0; i < kStates; ++i) {
    CHECK(Show(oracle::Not(states[i])) == no[i]);
    CHECK(Show(oracle::Has(states[i])) == has[i]);
    CHECK(Show(oracle::IsKnown(states[i])) == known[i]);
  }
}

TEST_CASE("every strict operator gives the worse poison of its operands") {
  test::Values make;
  const auto regex = Regex::Compile("a");
  REQUIRE(regex.ok());
  const Value set = make.Set({Value::Int(1)}), list = make.List({Value::Int(1)});
  struct Case {
    const char* name;
    Value a, b;
    std::function<Value(const Value&, const Value&)> op;
  };
  const auto arithmetic = [&](Value (*op)(const Value&, const Value&, Arena&)) {
    return [&make, op](const Value& a, const Value& b) { return op(a, b, make.arena); };
  };
  const Case cases[] = {
      {"+", Value::Int(1), Value::Int(2), arithmetic(oracle::Add)},
      {"-", Value::Int(1), Value::Int(2), arithmetic(oracle::Subtract)},
      {"*", Value::Int(1), Value::Int(2), arithmetic(oracle::Multiply)},
      {"/", Value::Int(1), Value::Int(2), arithmetic(oracle::Divide)},
      {"%", Value::Int(1), Value::Int(2), arithmetic(oracle::Modulo)},
      {"==", Value::Int(1), Value::Int(2), oracle::Equal},
      {"<", Value::Int(1), Value::Int(2), oracle::Less},
      {"<=", Value::Int(1), Value::Int(2), oracle::LessOrEqual},
      {"in list", Value::Int(1), list, oracle::In},
      {"in set", Value::Int(1), set, oracle::In},
      {"matches", make.Text("a"), Value::FromRegex(&*regex), oracle::Matches},
      {"contains", make.Text("a"), make.Text("a"), oracle::Contains},
      {"[]", list, Value::Int(0), oracle::At},
  };
  const Value absent = Value::Absent(), unknown = make.Unknown(1, 9), other = make.Unknown(4, 3), error = make.Error();
  for (const Case& c : cases) {
    INFO(std::string(c.name));
    CHECK_FALSE(c.op(c.a, c.b).is_poison());
    CHECK(Show(c.op(absent, c.b)) == "absent");
    CHECK(Show(c.op(c.a, absent)) == "absent");
    CHECK(Show(c.op(unknown, absent)) == "unknown 1 of 9");
    CHECK(Show(c.op(absent, unknown)) == "unknown 1 of 9");
    CHECK(Show(c.op(unknown, other)) == "unknown 5 of 3");
    CHECK(Show(c.op(unknown, error)) == "error 0");
    CHECK(Show(c.op(error, absent)) == "error 0");
  }
  // 0 names no field, so it is not the lower one.
  CHECK(Show(oracle::Equal(make.Unknown(1), unknown)) == "unknown 1 of 9");
}

TEST_CASE("arithmetic without a value is an error") {
  test::Values make;
  Arena& arena = make.arena;
  const Value least = Value::Int(INT64_MIN), most = Value::Int(INT64_MAX), one = Value::Int(1), zero = Value::Int(0), minus = Value::Int(-1);
  CHECK(Show(oracle::Add(most, one, arena)) == "error 0");
  CHECK(Show(oracle::Subtract(least, one, arena)) == "error 0");
  CHECK(Show(oracle::Multiply(most, Value::Int(2), arena)) == "error 0");
  CHECK(Show(oracle::Negate(least, arena)) == "error 0");
  CHECK(Show(oracle::Divide(least, minus, arena)) == "error 0");
  CHECK(Show(oracle::Modulo(least, minus, arena)) == "0");
  CHECK(Show(oracle::Divide(one, zero, arena)) == "error 1");
  CHECK(Show(oracle::Modulo(one, zero, arena)) == "error 1");
  CHECK(Show(oracle::Divide(Value::Int(-7), Value::Int(2), arena)) == "-3");
  CHECK(Show(oracle::Modulo(Value::Int(-7), Value::Int(2), arena)) == "-1");
  CHECK(Show(oracle::Divide(make.Number("1"), make.Number("3"), arena)) == "error 2");
  CHECK(Show(oracle::Divide(make.Number("1"), make.Number("0"), arena)) == "error 1");
  CHECK(Show(oracle::Divide(make.Number("1"), make.Number("8"), arena)) == "0.125");
  CHECK(Show(oracle::Multiply(Value::Duration(kNanosPerSecond), Value::Int(90), arena)) == "1m30s");
  const Value day = Value::Time(0, kNanosPerDay);
  CHECK(Show(oracle::Add(day, Value::Duration(kNanosPerDay), arena)) == FormatTime({kNanosPerDay, kNanosPerDay}));
  CHECK(Show(oracle::Subtract(Value::Time(kNanosPerDay, 1), day, arena)) == "1d");
  CHECK(Show(oracle::Add(Value::Time(INT64_MAX, 1), Value::Duration(1), arena)) == "error 0");
}

TEST_CASE("counts with bounds compare by Kleene and otherwise are unknown") {
  test::Values make;
  const Value some = make.Bounds(3, 5, 1), open = make.Bounds(4, INT64_MAX, 2);
  CHECK(Show(oracle::Less(Value::Int(2), some)) == "true");
  CHECK(Show(oracle::Less(Value::Int(3), some)) == "unknown 1");
  CHECK(Show(oracle::Less(Value::Int(5), some)) == "false");
  CHECK(Show(oracle::LessOrEqual(some, Value::Int(5))) == "true");
  CHECK(Show(oracle::LessOrEqual(some, Value::Int(4))) == "unknown 1");
  CHECK(Show(oracle::LessOrEqual(some, Value::Int(2))) == "false");
  CHECK(Show(oracle::Equal(some, Value::Int(6))) == "false");
  CHECK(Show(oracle::Equal(some, open)) == "unknown 3");
  CHECK(Show(oracle::Equal(make.Bounds(2, 2, 1), Value::Int(2))) == "true");
  CHECK(Show(oracle::Add(some, Value::Int(1), make.arena)) == "unknown 1");
  CHECK(Show(oracle::Add(some, open, make.arena)) == "unknown 3");
  CHECK(Show(oracle::At(make.List({Value::Int(1)}), some)) == "unknown 1");
}

TEST_CASE("a count grows by what is known of each item") {
  test::Values make;
  Arena& arena = make.arena;
  Value count = Value::Int(0);
  count = oracle::CountOneMore(count, Value::Bool(true), arena);
  CHECK(Show(count) == "1");
  count = oracle::CountOneMore(count, Value::Bool(false), arena);
  CHECK(Show(count) == "1");
  count = oracle::CountOneMore(count, make.Unknown(2), arena);
  CHECK(Show(count) == "1..2 by 2");
  count = oracle::CountOneMore(count, Value::Bool(true), arena);
  CHECK(Show(count) == "2..3 by 2");
  count = oracle::CountOneMore(count, Value::Absent(), arena);
  CHECK(Show(count) == "2..4 by " + std::to_string(2 | model::kIncomplete));
  CHECK(Show(oracle::CountOver(count, 4, arena)) == "2.. by " + std::to_string(2 | 4 | model::kIncomplete));
  CHECK(Show(oracle::CountOver(Value::Int(1), 0, arena)) == "1");
  CHECK(Show(oracle::CountOneMore(count, make.Error(), arena)) == "error 0");
  CHECK(Show(oracle::CountOneMore(make.Error(), Value::Bool(true), arena)) == "error 0");
}

TEST_CASE("times below their precision have no order") {
  const Value second = Value::Time(10 * kNanosPerSecond, kNanosPerSecond), within = Value::Time(10 * kNanosPerSecond + 5, 1);
  const Value later = Value::Time(11 * kNanosPerSecond, kNanosPerSecond), day = Value::Time(0, kNanosPerDay);
  const std::string open = "unknown " + std::to_string(model::kNotOrdered);
  CHECK(Show(oracle::Less(second, within)) == open);
  CHECK(Show(oracle::Equal(second, second)) == open);
  CHECK(Show(oracle::LessOrEqual(second, later)) == "true");
  CHECK(Show(oracle::Less(later, second)) == "false");
  // A day is all of it.
  CHECK(Show(oracle::Equal(day, second)) == "true");
  CHECK(Show(oracle::Less(day, second)) == "false");
}

TEST_CASE("membership looks at every item") {
  test::Values make;
  const Value one = Value::Int(1), two = Value::Int(2);
  CHECK(Show(oracle::In(one, make.List({two, one}))) == "true");
  CHECK(Show(oracle::In(one, make.List({two}))) == "false");
  CHECK(Show(oracle::In(one, make.List({}, 4))) == "unknown 4");
  CHECK(Show(oracle::In(one, make.List({make.Unknown(2, 3), one}))) == "true");
  CHECK(Show(oracle::In(one, make.List({make.Unknown(2, 3), two}, 4))) == "unknown 6 of 3");
  CHECK(Show(oracle::In(one, make.List({make.Unknown(2), make.Error()}))) == "error 0");
  CHECK(Show(oracle::In(one, make.List({Value::Absent()}))) == "false");
  // A member of which only bounds are known may be the one.
  CHECK(Show(oracle::In(two, make.Set({one, make.Bounds(2, 3, 8)}))) == "unknown 8");
  CHECK(Show(oracle::In(make.Ip("10.1.2.3"), make.Set({make.Block("10.0.0.0/8")}))) == "true");
  CHECK(Show(oracle::In(make.Ip("11.1.2.3"), make.List({make.Block("10.0.0.0/8"), make.Unknown(1)}))) == "unknown 1");
  CHECK(Show(oracle::In(make.Ip("10.1.2.3"), make.Block("10.0.0.0/8"))) == "true");
  const Value map = make.Map({make.Text("a"), make.Text("b")}, {one, two});
  CHECK(Show(oracle::In(make.Text("b"), map)) == "true");
  CHECK(Show(oracle::In(make.Text("c"), map)) == "false");
  CHECK(Show(oracle::At(map, make.Text("b"))) == "2");
  CHECK(Show(oracle::At(map, make.Text("c"))) == "absent");
}

TEST_CASE("collections that may lack items are equal to nothing for certain") {
  test::Values make;
  const Value one = Value::Int(1), two = Value::Int(2);
  CHECK(Show(oracle::Equal(make.List({one, two}), make.List({one, two}))) == "true");
  CHECK(Show(oracle::Equal(make.List({one, two}), make.List({two, one}))) == "false");
  CHECK(Show(oracle::Equal(make.List({one}), make.List({one}, 2))) == "unknown 2");
  CHECK(Show(oracle::Equal(make.List({one, make.Unknown(4)}), make.List({one, two}))) == "unknown 4");
  CHECK(Show(oracle::Equal(make.List({one, make.Unknown(4)}), make.List({two, two}))) == "false");
  CHECK(Show(oracle::Equal(make.List({Value::Absent()}), make.List({Value::Absent()}))) == "true");
  CHECK(Show(oracle::Equal(make.List({Value::Absent()}), make.List({one}))) == "false");
  CHECK(Show(oracle::IsEmpty(make.List({}))) == "true");
  CHECK(Show(oracle::IsEmpty(make.List({}, 2))) == "unknown 2");
  CHECK(Show(oracle::IsEmpty(make.List({one}, 2))) == "false");
  CHECK(Show(oracle::At(make.List({one}), Value::Int(1))) == "absent");
  CHECK(Show(oracle::At(make.List({one}, 2), Value::Int(0))) == "unknown 2");
}

TEST_CASE("sets are ordered and know what they lack") {
  test::Values make;
  const auto set = [&](const Value& list) { return Show(oracle::SetOf(*list.list, make.arena)); };
  CHECK(set(make.List({Value::Int(3), Value::Int(1), Value::Int(3)})) == "{1 3}");
  CHECK(set(make.List({Value::Int(3), make.Unknown(2), make.Unknown(4)}, 1)) == "{3}+7");
  CHECK(set(make.List({Value::Absent(), Value::Int(3), Value::Absent()})) == "{absent 3}");
  CHECK(set(make.List({Value::Int(3), make.Error()})) == "error 0");
}
