// Verdicts, text, rows, and the bounds of a run.
#include "vm/machine.h"

#include <doctest/doctest.h>

#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"
#include "tests/vm/run.h"
#include "vm/verdict.h"

namespace writ::vm {
namespace {

using test::Code;
using test::Ints;
using test::List;
using test::Show;
using test::Str;
using test::Trapped;
using test::Unknown;

const Value kTrue = Value::Bool(true);
const Value kFalse = Value::Bool(false);
const Value kAbsent = Value::Absent();

// where r0; require r1 (clause 1); require r2 (clause 2); the text names r2.
const char* const kRule = R"(
rule acme.f exchange f clauses 3
function f (Exchange, bool, bool, bool) -> verdict
  registers Exchange, bool, bool, bool, string
    where r1, clause 0
    require r2, clause 1
    require r3, clause 2
    jump_unless_reporting -> done
    format r4 <- r3
    report_message r4
  done:
    end
)";

TEST_CASE("verdicts: where decides whether the rule applies") {
  Code code(kRule);
  const auto run = [&](const Value& where) { return Show(code.Evaluate("f", {where, kTrue, kTrue})); };
  CHECK(run(kTrue) == "pass");
  CHECK(run(kFalse) == "not_applicable");
  CHECK(run(kAbsent) == "not_applicable");
  CHECK(run(Unknown(5)) == "indeterminate: 0 indeterminate 5");
  CHECK(run(Trapped()) == "error: 0 error overflow");
}

TEST_CASE("verdicts: every require counts and the worst wins") {
  Code code(kRule);
  const auto run = [&](const Value& a, const Value& b) { return Show(code.Evaluate("f", {kTrue, a, b})); };
  CHECK(run(kTrue, kTrue) == "pass");
  CHECK(run(kAbsent, kTrue) == "pass");
  CHECK(run(kTrue, kFalse) == "fail: 2 fail | false");
  CHECK(run(kFalse, kFalse) == "fail: 1 fail, 2 fail | false");
  CHECK(run(kFalse, Unknown(1)) == "fail: 1 fail, 2 indeterminate 1 | <unknown>");
  CHECK(run(Unknown(1), kFalse) == "fail: 1 indeterminate 1, 2 fail | false");
  CHECK(run(Trapped(), Unknown(1)) == "error: 1 error overflow, 2 indeterminate 1 | <unknown>");
  CHECK(run(Unknown(1), Trapped()) == "error: 1 indeterminate 1, 2 error overflow | <error>");
  CHECK(run(kFalse, Trapped()) == "fail: 1 fail, 2 error overflow | <error>");
  CHECK(run(Unknown(1), kTrue) == "indeterminate: 1 indeterminate 1 | true");
}

TEST_CASE("verdicts: text is made only when it is wanted") {
  Code code(kRule);
  CHECK(Show(code.Evaluate("f", {kTrue, kTrue, kFalse}, false)) == "fail: 2 fail");
  SubjectOutcome outcome = code.Evaluate("f", {kTrue, kTrue, kFalse});
  code.EvaluateInto(outcome, "f", {kTrue, kTrue, kTrue});
  CHECK(Show(outcome) == "pass");
}

TEST_CASE("verdicts: an indeterminate clause carries causes and field and an error its place") {
  Code code(kRule);
  const SubjectOutcome outcome = code.Evaluate("f", {kTrue, Value::Unknown(3, 7), Trapped(TrapKind::kInexact)});
  REQUIRE(outcome.clauses.size() == 2);
  CHECK(outcome.clauses[0].causes == 3);
  CHECK(outcome.clauses[0].field == 7);
  CHECK(outcome.clauses[1].trap == TrapKind::kInexact);
}

TEST_CASE("verdicts: known skip fail and undecided") {
  Code code(R"(
rule acme.known exchange known clauses 3
function known (Exchange, int) -> verdict
  registers Exchange, int
    known r1, clause 1
    fail clause 2
    end
rule acme.m_skip exchange skip clauses 3
function skip (Exchange, bool) -> verdict
  registers Exchange, bool
    require r1, clause 0
    skip
rule acme.n_undecided exchange undecided clauses 3
function undecided (Exchange) -> verdict
  registers Exchange
    undecided clause 2
    fail clause 1
    end
rule acme.twice exchange twice clauses 3
function twice (Exchange, bool, bool) -> verdict
  registers Exchange, bool, bool
    require r1, clause 1
    require r2, clause 1
    end
)");
  CHECK(Show(code.Evaluate("known", {Value::Int(1)})) == "fail: 2 fail");
  CHECK(Show(code.Evaluate("known", {kAbsent})) == "fail: 2 fail");
  CHECK(Show(code.Evaluate("known", {Unknown(4)})) == "indeterminate: 1 indeterminate 4");
  CHECK(Show(code.Evaluate("known", {Trapped()})) == "error: 1 error overflow");
  CHECK(Show(code.Evaluate("skip", {kTrue})) == "not_applicable");
  CHECK(Show(code.Evaluate("skip", {kFalse})) == "fail: 0 fail");
  CHECK(Show(code.Evaluate("undecided", {})) == "fail: 2 indeterminate 0, 1 fail");
  CHECK(Show(code.Evaluate("twice", {Unknown(1), kFalse})) == "fail: 1 fail");
  CHECK(Show(code.Evaluate("twice", {kFalse, Unknown(1)})) == "fail: 1 fail");
}

TEST_CASE("reports: places and values that split findings") {
  Code code(R"(
rule acme.f exchange f clauses 3
function f (Exchange, Operation?, Operation, int) -> verdict
  registers Exchange, Operation?, Operation, int
    fail clause 0
    jump_unless_reporting -> done
    report_at r1
    report_at r2
    report_at_field r2, Operation.security
    report_per r3
  done:
    end
)");
  const model::Operation* operation = nullptr;
  const Value record = Value::Record(bytecode::RecordId::kOperation, &operation);   // its address is all that is used
  const SubjectOutcome outcome = code.Evaluate("f", {kAbsent, record, Value::Int(7)});
  REQUIRE(outcome.places.size() == 2);
  CHECK(outcome.places[0].field == 0);
  CHECK(outcome.places[0].record.record == &operation);
  CHECK(outcome.places[1].field == 1 + static_cast<int>(bytecode::FieldId::kOperation_security));
  REQUIRE(outcome.per.size() == 1);
  CHECK(outcome.per[0].i == 7);
  CHECK(code.Evaluate("f", {kAbsent, record, Value::Int(7)}, false).places.empty());
}

TEST_CASE("rows: emit gives keys and arguments with their poison") {
  Code code(R"(
rule acme.row exchange row clauses 3
function row (Exchange, int, string) -> verdict
  registers Exchange, int, string
    emit (r1, r2)
    end
function raise (int, string) -> bool
  registers int, string, bool
    eq_int r2 <- r0, r0
    return r2
function report (int, string) -> verdict
  registers int, string
    fail clause 2
    jump_unless_reporting -> done
    report_message r1
  done:
    end
)");
  const SubjectOutcome outcome = code.Evaluate("row", {Value::Int(5), Unknown(2)});
  REQUIRE(outcome.row.size() == 2);
  CHECK(outcome.verdict == SubjectVerdict::kPass);
  CHECK(outcome.row[0].i == 5);
  CHECK(outcome.row[1].is_unknown());
  SubjectOutcome reported;
  code.machine().Evaluate(code.Index("report"), std::vector<Value>{Value::Int(5), Str("five")}, true, reported);
  CHECK(Show(reported) == "fail: 2 fail | five");
}

// A loop over r0 that gives how many items there are, twice over: as a value, as a clause, and as text.
const char* const kBusy = R"(
function size (list[int]) -> int
  registers list[int], int, iterator[int], int, bool
    call_builtin r1 <- list[T].size(r0)
    sub_int r1 <- r1, r1
    iter_begin r2 <- r0
    jump -> next
  item:
    eq_int r4 <- r3, r3
    count_if r1 <- r1, r4
  next:
    iter_next r2, -> item
    return r1
function copied (list[int]) -> list[int]
  registers list[int], list[int], iterator[int], int
    list_new r1
    iter_begin r2 <- r0
    jump -> next
  item:
    list_push r1, r3
  next:
    iter_next r2, -> item
    return r1
function doubled (string) -> string
  registers string
    concat r0 <- r0, r0
    concat r0 <- r0, r0
    concat r0 <- r0, r0
    concat r0 <- r0, r0
    return r0
rule acme.judged exchange judged clauses 3
function judged (Exchange, list[int], bool) -> verdict
  registers Exchange, list[int], bool, int, bool
    require r2, clause 1
    call r3 <- size(r1)
    eq_int r4 <- r3, r3
    require r4, clause 2
    end
rule acme.told exchange told clauses 3
function told (Exchange, list[int], bool) -> verdict
  registers Exchange, list[int], bool, int, string
    require r2, clause 1
    jump_unless_reporting -> done
    call r3 <- size(r1)
    format r4 <- r3
    report_message r4
  done:
    end
)";

TEST_CASE("fuel: one unit per item and per call and no more than the limit") {
  Limits limits;
  limits.fuel_per_subject = 3;
  Code code(kBusy, {}, limits);
  CHECK(code.Run("size", {Ints({1, 2, 3})}) == "3");
  CHECK(code.Run("size", {Ints({1, 2, 3, 4})}) == "error fuel");
  CHECK(code.Run("size", {Ints({1, 2, 3})}) == "3");
  CHECK(Show(code.Evaluate("judged", {Ints({1, 2}), kTrue})) == "pass");
  CHECK(Show(code.Evaluate("judged", {Ints({1, 2, 3}), kTrue})) == "error: 2 error fuel");
  CHECK(Show(code.Evaluate("judged", {Ints({1, 2, 3}), kFalse})) == "fail: 1 fail, 2 error fuel");
}

TEST_CASE("memory: lists and texts end at the limit whatever ran before") {
  Limits limits;
  limits.value_bytes_per_subject = 400;
  Code code(kBusy, {}, limits);
  const Value few = Ints({1, 2, 3, 4});
  std::vector<Value> items(64, Value::Int(1));
  for (int i = 0; i < 100; ++i) {
    CHECK(code.Run("copied", {few}) == "[1, 2, 3, 4]");
    CHECK(code.Run("copied", {List(items)}) == "error memory");
  }
  CHECK(code.Run("doubled", {Str("0123456789")}).size() == 160);
  CHECK(code.Run("doubled", {Str(std::string_view("01234567890123456789"))}) == "error memory");
}

TEST_CASE("text: has bounds of its own and never changes a verdict") {
  Limits limits;
  limits.fuel_per_subject = 3;
  Code code(kBusy, {}, limits);
  CHECK(Show(code.Evaluate("told", {Ints({1, 2}), kFalse})) == "fail: 1 fail | 2");
  CHECK(Show(code.Evaluate("told", {Ints({1, 2, 3}), kFalse})) == "fail: 1 fail");
  CHECK(Show(code.Evaluate("told", {Ints({1, 2, 3}), Unknown(1)})) == "indeterminate: 1 indeterminate 1");
}

TEST_CASE("reset: forgets values and keeps working") {
  Code code(kBusy);
  for (int i = 0; i < 3; ++i) {
    CHECK(code.Run("copied", {Ints({1, 2})}) == "[1, 2]");
    code.machine().Reset();
    CHECK(code.machine().arena().bytes_used() == 0);
  }
}

TEST_CASE("memory: a field is built once however often a loop reads it") {
  Limits limits;
  limits.value_bytes_per_subject = 2000;
  Code code(R"(
function f (Exchange, list[int]) -> int
  registers Exchange, list[int], int, iterator[int], int, list[NameValue], int
    call_builtin r2 <- list[T].size(r1)
    iter_begin r3 <- r1
    jump -> next
  item:
    get_field r5 <- r0, Exchange.query_params
    call_builtin r6 <- list[T].size(r5)
    add_int r2 <- r2, r6
  next:
    iter_next r3, -> item
    return r2
)",
            {}, limits);
  model::Exchange exchange;
  exchange.query_parameters.items.resize(50);
  const Value record = Value::Record(bytecode::RecordId::kExchange, &exchange);
  const std::vector<Value> rounds(1000, Value::Int(1));
  CHECK(code.Run("f", {record, List(rounds)}) == "51000");
  exchange.query_parameters.items.resize(200);
  CHECK(code.Run("f", {record, List(rounds)}) == "error memory");
}

}  // namespace
}  // namespace writ::vm
