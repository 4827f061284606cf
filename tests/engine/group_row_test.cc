// Rows of detectors as bytes: they come back as they went, and their bytes sort as windows want them.
#include "engine/group_row.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using namespace writ;
using namespace writ::engine;
using vm::Value;

namespace {

std::string Encoded(const std::vector<Value>& values, std::size_t keys, std::int64_t time, std::uint32_t source = 0, std::uint64_t ordinal = 0) {
  std::string out;
  EncodeRow(values, keys, time, model::Evidence{source, ordinal, 77, 88}, "GET /users/7", out);
  return out;
}

}  // namespace

TEST_CASE("group row: every kind of value comes back") {
  const Decimal decimal = *Decimal::Parse("-12.50");
  const IpAddress ip = *IpAddress::Parse("2001:db8::7");
  const Cidr cidr = *Cidr::Parse("10.0.0.0/8");
  const vm::IntervalRep interval = vm::IntervalRep::OfCount(2, 5, model::kRedacted);
  const vm::ErrorRep error{vm::TrapKind::kDivisionByZero, {1, 2, 3, 4, 5}};
  const std::vector<Value> values = {Value::String("key"),        Value::Time(5, 1'000'000), Value::Absent(),           Value::Unknown(model::kTruncated, 9),
                                     Value::Error(&error),        Value::Bool(true),         Value::Int(INT64_MIN),     Value::FromDecimal(&decimal),
                                     Value::Duration(-3),         Value::Enum(2),            Value::Time(-7, 1'000),    Value::Ip(&ip),
                                     Value::FromCidr(&cidr),      Value::String(""),         Value::Interval(&interval)};
  GroupRow row;
  row.Decode(Encoded(values, 2, -99, 3, 4), 2, values.size() - 2);
  row = row.Copy();
  CHECK(row.time() == -99);
  CHECK(row.evidence().source == 3);
  CHECK(row.evidence().ordinal == 4);
  CHECK(row.evidence().offset == 77);
  CHECK(row.evidence().length == 88);
  CHECK(row.label() == "GET /users/7");
  REQUIRE(row.keys().size() == 2);
  REQUIRE(row.arguments().size() == values.size() - 2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    CAPTURE(i);
    const Value& read = i < 2 ? row.keys()[i] : row.arguments()[i - 2];
    CHECK(vm::CompareValues(read, values[i]) == 0);
    CHECK(read.tag == values[i].tag);
  }
  CHECK(row.arguments()[2].error->range.end_column == 5);
  CHECK(row.arguments().back().interval->causes == model::kRedacted);
}

TEST_CASE("group row: bytes sort by time then recording then ordinal within a key") {
  const std::vector<Value> key = {Value::String("k")};
  std::vector<std::tuple<std::int64_t, std::uint32_t, std::uint64_t>> places;
  for (const std::int64_t time : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, std::int64_t{256}, std::int64_t{255}, INT64_MAX}) {
    for (const std::uint32_t source : {256u, 1u}) {
      for (const std::uint64_t ordinal : {std::uint64_t{65536}, std::uint64_t{2}}) places.emplace_back(time, source, ordinal);
    }
  }
  std::vector<std::string> rows;
  for (const auto& [time, source, ordinal] : places) rows.push_back(Encoded(key, 1, time, source, ordinal));
  std::sort(rows.begin(), rows.end());
  std::sort(places.begin(), places.end());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    GroupRow row;
    row.Decode(rows[i], 1, 0);
    CHECK(std::tuple(row.time(), row.evidence().source, row.evidence().ordinal) == places[i]);
  }
}

TEST_CASE("group row: keys are one group when they are equal and only then") {
  const auto group = [](const std::vector<Value>& keys) {
    GroupRow row;
    row.Decode(Encoded(keys, keys.size(), 0), keys.size(), 0);
    return std::string(row.group());
  };
  CHECK(group({Value::String("ab"), Value::String("c")}) != group({Value::String("a"), Value::String("bc")}));
  CHECK(group({Value::Int(1)}) != group({Value::Duration(1)}));
  // The precision of a time does not part groups.
  CHECK(group({Value::Time(0, 1)}) == group({Value::Time(0, 1'000'000'000)}));
  const Decimal one = *Decimal::Parse("1.0"), same = *Decimal::Parse("1.000");
  CHECK(group({Value::FromDecimal(&one)}) == group({Value::FromDecimal(&same)}));
}
