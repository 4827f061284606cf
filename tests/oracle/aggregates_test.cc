// Aggregates from their definitions, with what unknown and absent values leave of them.
#include <doctest/doctest.h>

#include "oracle/aggregates.h"
#include "tests/oracle/values.h"

using namespace writ;
using bytecode::AggregateKind;
using bytecode::TypeKind;
using test::Show;
using vm::Value;

namespace {

struct Folding {
  std::string operator()(AggregateKind kind, const std::vector<Value>& values, TypeKind type = TypeKind::kInt, std::int64_t parameter = 0,
                         bool present_only = false) {
    bytecode::Aggregate aggregate;
    aggregate.kind = kind;
    aggregate.argument = types.Scalar(type);
    aggregate.parameter = parameter;
    aggregate.present_only = present_only;
    return Show(oracle::Fold(aggregate, types, values, make.arena));
  }
  std::vector<Value> Ints(std::initializer_list<std::int64_t> numbers) {
    std::vector<Value> out;
    for (const std::int64_t n : numbers) out.push_back(Value::Int(n));
    return out;
  }
  bytecode::TypeTable types;
  test::Values make;
};

}  // namespace

TEST_CASE("aggregates of known values") {
  Folding fold;
  const auto some = fold.Ints({5, 1, 5, 9});
  CHECK(fold(AggregateKind::kCount, some) == "4");
  CHECK(fold(AggregateKind::kDistinct, some) == "3");
  CHECK(fold(AggregateKind::kSum, some) == "20");
  CHECK(fold(AggregateKind::kMin, some) == "1");
  CHECK(fold(AggregateKind::kMax, some) == "9");
  CHECK(fold(AggregateKind::kAvg, some) == "5");
  CHECK(fold(AggregateKind::kSet, some) == "{1 5 9}");
  CHECK(fold(AggregateKind::kAvg, fold.Ints({1, 1, 2})) == "1.3333333333333333333333333333333333333");
  CHECK(fold(AggregateKind::kAvg, fold.Ints({-1, 0, 0})) == "-0.3333333333333333333333333333333333333");
  CHECK(fold(AggregateKind::kShare, {Value::Bool(true), Value::Bool(false), Value::Bool(true), Value::Bool(true)}, TypeKind::kBool) == "0.75");
  CHECK(fold(AggregateKind::kSum, {fold.make.Number("0.1"), fold.make.Number("0.2")}, TypeKind::kDecimal) == "0.3");
  CHECK(fold(AggregateKind::kAvg, {fold.make.Number("0.1"), fold.make.Number("0.2")}, TypeKind::kDecimal) == "0.15");
  CHECK(fold(AggregateKind::kSum, {Value::Duration(kNanosPerSecond), Value::Duration(kNanosPerSecond)}, TypeKind::kDuration) == "2s");
  CHECK(fold(AggregateKind::kSum, fold.Ints({INT64_MAX, 1})) == "error 0");
  CHECK(fold(AggregateKind::kSum, fold.Ints({INT64_MAX, 1, -1})) == std::to_string(INT64_MAX));
}

TEST_CASE("the longest run ignores order and repeats") {
  Folding fold;
  CHECK(fold(AggregateKind::kLongestRun, fold.Ints({7, 5, 6, 6, 1, 2}), TypeKind::kInt, 1) == "3");
  CHECK(fold(AggregateKind::kLongestRun, fold.Ints({1, 2, 3, 4, 5, 7}), TypeKind::kInt, 2) == "4");
  CHECK(fold(AggregateKind::kLongestRun, fold.Ints({INT64_MAX, INT64_MIN}), TypeKind::kInt, 1) == "1");
  CHECK(fold(AggregateKind::kLongestRun, {}, TypeKind::kInt, 1) == "0");
}

TEST_CASE("quantiles are of the nearest rank") {
  Folding fold;
  const auto some = fold.Ints({10, 20, 30, 40, 50});
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 1) == "10");
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 200'000) == "10");
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 200'001) == "20");
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 500'000) == "30");
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 950'000) == "50");
  CHECK(fold(AggregateKind::kQuantile, some, TypeKind::kInt, 1'000'000) == "50");
}

TEST_CASE("unknown values leave bounds of distinct and share and one bound of min and max") {
  Folding fold;
  const std::vector<Value> some = {Value::Int(1), fold.make.Unknown(1, 9), Value::Int(1), fold.make.Unknown(2, 4), Value::Int(2)};
  CHECK(fold(AggregateKind::kCount, some) == "5");
  CHECK(fold(AggregateKind::kDistinct, some) == "2..4 by 3");
  CHECK(fold(AggregateKind::kMin, some) == "..1 by 3");
  CHECK(fold(AggregateKind::kMax, some) == "2.. by 3");
  CHECK(fold(AggregateKind::kMin, {fold.make.Unknown(1, 9)}) == "unknown 1 of 9");
  const std::vector<Value> answers = {Value::Bool(true), Value::Bool(false), fold.make.Unknown(1), Value::Bool(false)};
  CHECK(fold(AggregateKind::kShare, answers, TypeKind::kBool) == "0.25..0.5 by 1");
  for (const AggregateKind kind : {AggregateKind::kSum, AggregateKind::kAvg, AggregateKind::kSet,
                                   AggregateKind::kLongestRun, AggregateKind::kQuantile}) {
    CHECK(fold(kind, some) == "unknown 3 of 4");
  }
  CHECK(fold(AggregateKind::kDistinct, {fold.make.Unknown(1)}) == "1..1 by 1");
  // Behind present() an unknown value may turn out to be absent, and then it is no value at all.
  CHECK(fold(AggregateKind::kDistinct, {fold.make.Unknown(1)}, TypeKind::kInt, 0, true) == "0..1 by 1");
  CHECK(fold(AggregateKind::kDistinct, {fold.make.Bounds(1, 4, 8), Value::Int(3)}) == "1..2 by 8");
  CHECK(fold(AggregateKind::kSum, {Value::Int(1), fold.make.Error(), fold.make.Unknown(1)}) == "error 0");
}

TEST_CASE("absent values are dropped") {
  Folding fold;
  const std::vector<Value> none = {Value::Absent(), Value::Absent()};
  CHECK(fold(AggregateKind::kCount, none) == "2");
  CHECK(fold(AggregateKind::kDistinct, none) == "0");
  CHECK(fold(AggregateKind::kSet, none) == "{}");
  // A sum of nothing is a zero of its type.
  CHECK(fold(AggregateKind::kSum, none) == "0");
  CHECK(fold(AggregateKind::kSum, none, TypeKind::kDecimal) == "0");
  CHECK(fold(AggregateKind::kSum, none, TypeKind::kDuration) == "0s");
  for (const AggregateKind kind : {AggregateKind::kMin, AggregateKind::kMax, AggregateKind::kAvg, AggregateKind::kShare, AggregateKind::kQuantile}) {
    CHECK(fold(kind, none) == "absent");
  }
  CHECK(fold(AggregateKind::kAvg, {Value::Int(4), Value::Absent()}) == "4");
}
