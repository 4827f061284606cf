// The canonical order, equality of JSON, and times with precision.
#include <doctest/doctest.h>

#include "base/regex.h"
#include "model/traffic/exchange.h"
#include "tests/model/read_text.h"
#include "tests/vm/run.h"
#include "vm/access.h"

namespace writ::vm {
namespace {

using test::Addr;
using test::Block;
using test::Counts;
using test::Dec;
using test::Ints;
using test::List;
using test::Str;
using test::Trapped;
using test::Unknown;

int Sign(int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; }

TEST_CASE("order: ascending within each type and poisons first") {
  static const Regex kA = *Regex::Compile("a");
  static const Regex kB = *Regex::Compile("b");
  const std::vector<std::vector<Value>> ascending = {
      {Value::Absent(), Unknown(1), Unknown(2), Value::Unknown(2, 1), Trapped(TrapKind::kOverflow), Trapped(TrapKind::kDivisionByZero),
       Counts(1, 2), Counts(1, 3), Value::Int(-5), Value::Int(0), Value::Int(INT64_MAX)},
      {Value::Bool(false), Value::Bool(true)},
      {Dec("-1"), Dec("0.5"), Dec("0.51"), Dec("2")},
      {Str(""), Str("a"), Str("aa"), Str("b"), Str("\xc3\xa4")},
      {Value::Time(-1, 1), Value::Time(0, kNanosPerDay), Value::Time(5, 1)},
      {Value::Duration(1), Value::Duration(2)},
      {Addr("10.0.0.1"), Addr("10.0.0.2"), Addr("::1")},
      {Block("10.0.0.0/8"), Block("10.0.0.0/9"), Block("::/0")},
      {Value::FromRegex(&kA), Value::FromRegex(&kB)},
      {Ints({}), Ints({1}), Ints({1, 2}), Ints({2})},
      {Value::Enum(0), Value::Enum(1)},
  };
  for (const auto& values : ascending) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < values.size(); ++j) {
        CAPTURE(i);
        CAPTURE(j);
        CHECK(Sign(CompareValues(values[i], values[j])) == (i < j ? -1 : i > j ? 1 : 0));
      }
    }
  }
}

TEST_CASE("order: equal texts and decimals are equal wherever they are") {
  const std::string a = "same";
  const std::string b = "same";
  CHECK(CompareValues(Str(a), Str(b)) == 0);
  CHECK(CompareValues(Dec("1.0"), Dec("1")) == 0);
  CHECK(CompareValues(Ints({1, 2}), Ints({1, 2})) == 0);
}

TEST_CASE("json: numbers by value and objects without order") {
  const auto compare = [](const std::string& a, const std::string& b) {
    const writ::test::ReadText x("[" + a + "]");
    const writ::test::ReadText y("[" + b + "]");
    REQUIRE(x.document);
    REQUIRE(y.document);
    const Value left = Value::Json(&*x.document, x.document->At("/0"));
    const Value right = Value::Json(&*y.document, y.document->At("/0"));
    CHECK(JsonEqual(left, right) == (CompareValues(left, right) == 0));
    CHECK(Sign(CompareValues(left, right)) == -Sign(CompareValues(right, left)));
    return Sign(CompareValues(left, right));
  };
  const auto equal = [&](const std::string& a, const std::string& b) { return compare(a, b) == 0; };
  CHECK(equal("1", "1.0"));
  CHECK(equal("1", "1e0"));
  CHECK(equal("100", "1E+2"));
  CHECK(equal("0.001", "1e-3"));
  CHECK(equal("0", "-0.0e7"));
  CHECK(equal("123456789012345678901234567890123456789012345678901234567890", "123456789012345678901234567890123456789012345678901234567890.0"));
  CHECK_FALSE(equal("123456789012345678901234567890123456789012345678901234567890", "123456789012345678901234567890123456789012345678901234567891"));
  CHECK(equal("1e400", "10e399"));
  CHECK_FALSE(equal("1", "\"1\""));
  CHECK(compare("1", "2") == -1);
  CHECK(compare("-1", "-2") == 1);
  CHECK(compare("-1", "0") == -1);
  CHECK(compare("9", "10") == -1);
  CHECK(compare("0.1", "0.09") == 1);
  CHECK(compare("1.5", "1.25") == 1);
  CHECK(equal("{\"a\": 1, \"b\": [2]}", "{\"b\": [2.0], \"a\": 1.0}"));
  CHECK_FALSE(equal("{\"a\": 1}", "{\"b\": 1}"));
  CHECK_FALSE(equal("{\"a\": 1}", "{\"a\": 1, \"b\": 1}"));
  CHECK_FALSE(equal("[1, 2]", "[2, 1]"));
  CHECK(compare("[1]", "[1, 2]") == -1);
  CHECK(equal("null", "null"));
  CHECK_FALSE(equal("true", "false"));
  CHECK_FALSE(equal("null", "false"));
}

TEST_CASE("times: order where the precision tells") {
  const Value second = Value::Time(kNanosPerSecond, kNanosPerSecond);
  CHECK(CompareTimes(second, Value::Time(kNanosPerSecond - 1, 1)) == 1);
  CHECK(CompareTimes(second, Value::Time(2 * kNanosPerSecond, 1)) == -1);
  CHECK(CompareTimes(second, Value::Time(kNanosPerSecond + 1, 1)) == 2);
  CHECK(CompareTimes(second, Value::Time(kNanosPerSecond, 1'000'000)) == 2);
  // A day that is shifted by part of a day may hold a second only in part.
  const Value shifted = Value::Time(kNanosPerSecond / 2, kNanosPerDay);
  CHECK(CompareTimes(Value::Time(0, kNanosPerSecond), shifted) == 2);
  CHECK(CompareTimes(shifted, Value::Time(0, kNanosPerDay)) == 2);
  // At the end of what 64 bits hold.
  CHECK(CompareTimes(Value::Time(INT64_MAX, 1), Value::Time(INT64_MAX, 1)) == 0);
  CHECK(CompareTimes(Value::Time(INT64_MAX - 1, 1), Value::Time(INT64_MAX, 1)) == -1);
}

TEST_CASE("records: the order is that of the description") {
  const writ::test::ReadSpec spec(R"(openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /b:
    parameters:
    - {name: p, in: query, schema: {type: string}}
    get: {responses: {'200': {description: ok}}}
    post: {responses: {'200': {description: ok}}}
  /a:
    get: {responses: {'200': {description: ok}}}
)");
  REQUIRE(spec.api);
  const auto& operations = spec.api->operations;
  REQUIRE(operations.size() == 3);
  const auto record = [](const model::Operation& o) { return Value::Record(bytecode::RecordId::kOperation, &o); };
  CHECK(CompareValues(record(operations[0]), record(operations[1])) == -1);
  CHECK(CompareValues(record(operations[2]), record(operations[1])) == 1);
  CHECK(CompareValues(record(operations[1]), record(operations[1])) == 0);
  // One definition reached through two operations is two parameters.
  const auto parameter = [&](std::size_t i) {
    REQUIRE(operations[i].parameters.size() == 1);
    return Value::Record(bytecode::RecordId::kParameter, &operations[i].parameters[0]);
  };
  CHECK(CompareValues(parameter(0), parameter(1)) == -1);
  CHECK(CompareValues(parameter(0), parameter(0)) == 0);
  model::Exchange early;
  model::Exchange late;
  late.evidence.ordinal = 1;
  const auto exchange = [](const model::Exchange& x) { return Value::Record(bytecode::RecordId::kExchange, &x); };
  CHECK(CompareValues(exchange(early), exchange(late)) == -1);
  early.evidence.source = 1;
  CHECK(CompareValues(exchange(early), exchange(late)) == 1);
}

}  // namespace
}  // namespace writ::vm
