// Aggregates over a window that moves: what enters and leaves leaves no trace, and ratios are exact.
#include "engine/aggregates.h"

#include <doctest/doctest.h>

#include "model/traffic/exchange.h"

using namespace writ;
using namespace writ::engine;
using bytecode::AggregateKind;
using vm::Value;

namespace {

// What it gives lives as long as it does.
struct Fold {
  explicit Fold(AggregateKind kind, std::int64_t parameter = 0) {
    shape.kind = kind;
    shape.parameter = parameter;
  }
  Value Of(const std::vector<Value>& values) {
    WindowAggregate aggregate(shape, bytecode::TypeKind::kInt);
    for (const Value& value : values) aggregate.Enter(value);
    return aggregate.Result(arena);
  }
  bytecode::Aggregate shape;
  Arena arena;
};

std::vector<Value> Ints(std::vector<std::int64_t> numbers) {
  std::vector<Value> values;
  for (const std::int64_t n : numbers) values.push_back(Value::Int(n));
  return values;
}

}  // namespace

TEST_CASE("a window that moved equals a window that was built") {
  const std::vector<Value> values = Ints({3, 1, 3, 2, 5, 3, 1});
  for (const AggregateKind kind : {AggregateKind::kCount, AggregateKind::kDistinct, AggregateKind::kSum, AggregateKind::kMin, AggregateKind::kMax, AggregateKind::kLongestRun}) {
    Fold fold(kind, 1);
    WindowAggregate moving(fold.shape, bytecode::TypeKind::kInt);
    for (std::size_t end = 0; end < values.size(); ++end) {
      moving.Enter(values[end]);
      if (end >= 3) moving.Leave(values[end - 3]);
      const std::size_t begin = end >= 3 ? end - 2 : 0;
      const Value built = fold.Of(std::vector<Value>(values.begin() + static_cast<std::ptrdiff_t>(begin), values.begin() + static_cast<std::ptrdiff_t>(end + 1)));
      CAPTURE(static_cast<int>(kind));
      CAPTURE(end);
      CHECK(moving.Result(fold.arena).i == built.i);
    }
  }
}

TEST_CASE("unknown values make a count of different ones a bound and the others unknown") {
  std::vector<Value> values = Ints({1, 2, 2});
  values.push_back(Value::Unknown(model::kRedacted));
  Fold count(AggregateKind::kDistinct);
  const Value distinct = count.Of(values);
  REQUIRE(distinct.kind == vm::ValueKind::kInterval);
  CHECK(distinct.interval->low_count() == 2);
  CHECK(distinct.interval->high_count() == 3);
  CHECK(Fold(AggregateKind::kCount).Of(values).i == 4);
  CHECK(Fold(AggregateKind::kSum).Of(values).is_unknown());
  // Nothing but unknown: there is at least one.
  const Value only = count.Of({Value::Unknown(model::kRedacted), Value::Unknown(model::kRedacted)});
  CHECK(only.interval->low_count() == 1);
  CHECK(only.interval->high_count() == 2);
}

TEST_CASE("sums are exact and overflow is an error") {
  CHECK(Fold(AggregateKind::kSum).Of(Ints({INT64_MAX, INT64_MIN, 1})).i == 0);
  CHECK(Fold(AggregateKind::kSum).Of(Ints({INT64_MAX, 1})).is_error());
  CHECK(Fold(AggregateKind::kSum).Of({}).i == 0);
}

TEST_CASE("runs go by step among different values in any order") {
  CHECK(Fold(AggregateKind::kLongestRun, 1).Of(Ints({5, 3, 4, 4, 9})).i == 3);
  CHECK(Fold(AggregateKind::kLongestRun, 3).Of(Ints({1, 2, 4, 5, 7, 8, 10})).i == 4);
  CHECK(Fold(AggregateKind::kLongestRun, 1).Of(Ints({INT64_MAX, INT64_MIN, INT64_MIN + 1})).i == 2);
  CHECK(Fold(AggregateKind::kLongestRun, INT64_MAX).Of(Ints({INT64_MIN, -1, INT64_MAX - 1})).i == 3);
  CHECK(Fold(AggregateKind::kLongestRun, 1).Of({}).i == 0);
}

TEST_CASE("quantiles are the nearest rank") {
  const std::vector<Value> values = Ints({10, 20, 30, 40, 50});
  const auto at = [&](std::int64_t millionths) { return Fold(AggregateKind::kQuantile, millionths).Of(values).i; };
  CHECK(at(1) == 10);
  CHECK(at(200'000) == 10);
  CHECK(at(200'001) == 20);
  CHECK(at(500'000) == 30);
  CHECK(at(1'000'000) == 50);
  CHECK(Fold(AggregateKind::kQuantile, 500'000).Of({}).is_absent());
}

TEST_CASE("ratios are exact where they end and cut off where they do not") {
  Fold average(AggregateKind::kAvg), share(AggregateKind::kShare);
  const Value half = average.Of(Ints({1, 2}));
  REQUIRE(half.kind == vm::ValueKind::kDecimal);
  CHECK(half.decimal->ToString() == "1.5");
  CHECK(average.Of(Ints({-1, -2})).decimal->ToString() == "-1.5");
  const std::string third = average.Of(Ints({0, 0, 1})).decimal->ToString();
  CHECK(third.substr(0, 20) == "0.333333333333333333");
  CHECK(share.Of({Value::Bool(true), Value::Bool(false), Value::Bool(false), Value::Bool(false)}).decimal->ToString() == "0.25");
}
