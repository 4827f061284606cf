// What the verifier refuses of conditions, indexes and screens, and that the codec keeps them.
#include "vm/bytecode/conditions.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

namespace writ::bytecode {
namespace {

constexpr std::string_view kText = R"(
policy acme.test
const k0 string "GET"
const k1 string "/a"
const k2 set[string] {k0}
const k3 int 5
const k4 regex re"a"
const k5 string "authorization"
global acme.stage input enum {dev, production}
rule acme.join exchange f clauses 1
rule acme.other operation g clauses 1
function f (Exchange) -> verdict
  registers Exchange, string, bool, bool, int?, ExchangeRequest
  get_field r1 <- r0, Exchange.method
  get_field r1 <- r0, Exchange.path
  get_field r4 <- r0, Exchange.status
  get_field r5 <- r0, Exchange.request
  end
function g (Operation) -> verdict
  registers Operation
  end
)";

ConditionStep Field(FieldId field) { return {false, field, {}, {}}; }

// c0: method == "GET", c1: path starts with "/a", c2: status < 5, c3: has request.header("authorization"), c4: method in {"GET"}
Module Sample() {
  Module module = Assembled(kText);
  const auto add = [&](std::vector<ConditionStep> path, ConditionTest test, OperandSource source, std::uint32_t operand) {
    Condition condition;
    condition.path = std::move(path), condition.test = test, condition.source = source, condition.operand = operand;
    module.conditions.push_back(std::move(condition));
  };
  add({Field(FieldId::kExchange_method)}, ConditionTest::kEquals, OperandSource::kConstant, 0);
  add({Field(FieldId::kExchange_path)}, ConditionTest::kStartsWith, OperandSource::kConstant, 1);
  add({Field(FieldId::kExchange_status)}, ConditionTest::kLess, OperandSource::kConstant, 3);
  add({Field(FieldId::kExchange_request), {true, {}, BuiltinId::kRequestHeader, {5}}}, ConditionTest::kHas, OperandSource::kNone, 0);
  add({Field(FieldId::kExchange_method)}, ConditionTest::kIn, OperandSource::kConstant, 2);
  module.conditions[2].otherwise = 3;
  module.indexes = {{IndexKind::kValues, {0, 4}}, {IndexKind::kPrefixes, {1}}};
  Rule& rule = module.rules[0];
  rule.captures |= kCaptureRequestHeaders;
  const auto c = [](std::uint32_t condition) { return EncodeScreenStep(ScreenOp::kCondition, condition); };
  rule.screen = {c(0), c(1), EncodeScreenStep(ScreenOp::kAnd), EncodeScreenStep(ScreenOp::kWhere), c(2), EncodeScreenStep(ScreenOp::kNot),
                 EncodeScreenStep(ScreenOp::kRequire), c(3), EncodeScreenStep(ScreenOp::kNeed), c(4), EncodeScreenStep(ScreenOp::kOpen),
                 EncodeScreenStep(ScreenOp::kOr), EncodeScreenStep(ScreenOp::kRequire), EncodeScreenStep(ScreenOp::kStop)};
  return module;
}

std::string ErrorAfter(const std::function<void(Module&)>& change) {
  Module module = Sample();
  change(module);
  const Result<VerifiedModule> verified = Verify(std::move(module));
  return verified.ok() ? "" : verified.error();
}

TEST_CASE("good conditions pass, are kept by the codec and print") {
  CHECK(ErrorAfter([](Module&) {}) == "");
  const std::string bytes = Encode(Sample());
  const Result<Module> decoded = Decode(bytes);
  REQUIRE(decoded.ok());
  CHECK(Encode(*decoded) == bytes);
  const std::string text = Disassemble(*decoded);
  CHECK(text.find("condition c2 Exchange.status ?? 5 < 5\n") != std::string::npos);
  CHECK(text.find("condition c3 Exchange.request.header(\"authorization\") has\n") != std::string::npos);
  CHECK(text.find("index values c0 c4\n") != std::string::npos);
  CHECK(text.find("  screen     c0 c1 and where c2 not require c3 need c4 open or require stop\n") != std::string::npos);
}

TEST_CASE("malformed conditions are refused") {
  const auto condition = [](std::size_t at, const std::function<void(Condition&)>& change) {
    return ErrorAfter([&](Module& module) { change(module.conditions[at]); });
  };
  CHECK(condition(0, [](Condition& c) { c.variable = 2; }) == "condition 0 reads a variable that no subject has");
  CHECK(condition(0, [](Condition& c) { c.variable = 1; }) == "condition 0 reads `Exchange`, which is not what it has there");
  CHECK(condition(0, [](Condition& c) { c.path.clear(); }) == "condition 0 reads nothing, or by too many steps");
  CHECK(condition(0, [](Condition& c) { c.path.assign(9, c.path[0]); }) == "condition 0 reads nothing, or by too many steps");
  CHECK(condition(0, [](Condition& c) { c.path.assign(2, c.path[0]); }) == "condition 0 reads `Exchange`, which is not what it has there");
  CHECK(condition(0, [](Condition& c) { c.test = static_cast<ConditionTest>(200); }) == "condition 0 has an unknown test");
  CHECK(condition(0, [](Condition& c) { c.path[0].field = static_cast<FieldId>(60'000); }) == "condition 0 reads a field that does not exist");
  CHECK(condition(0, [](Condition& c) { c.path[0].field = FieldId::kExchange_id; }) == "condition 0 reads `id`, which a condition cannot");
  CHECK(condition(0, [](Condition& c) { c.path[0].field = FieldId::kExchange_query_params; }) == "condition 0 reads `query_params`, which a condition cannot");
  CHECK(condition(0, [](Condition& c) { c.operand = 3; }) == "condition 0 has an operand of `int`");
  CHECK(condition(0, [](Condition& c) { c.operand = 99; }) == "condition 0 has a constant that does not exist");
  CHECK(condition(0, [](Condition& c) { c.source = OperandSource::kGlobal, c.operand = 9; }) == "condition 0 has a global that does not exist");
  CHECK(condition(0, [](Condition& c) { c.source = OperandSource::kNone; }) == "condition 0 lacks the operand of its test");
  CHECK(condition(0, [](Condition& c) { c.test = ConditionTest::kLess; }) == "condition 0 tests a value of another type than its test takes");
  CHECK(condition(0, [](Condition& c) { c.test = ConditionTest::kHolds, c.source = OperandSource::kNone, c.operand = 0; }) ==
        "condition 0 tests a value of another type than its test takes");
  CHECK(condition(0, [](Condition& c) { c.test = ConditionTest::kMatches; }) == "condition 0 has an operand of `string`");
  CHECK(condition(2, [](Condition& c) { c.otherwise = 0; }) == "condition 2 has a constant of another type than is wanted there, or one that does not exist");
  CHECK(condition(3, [](Condition& c) { c.operand = 1; }) == "condition 3 has an operand that its test does not take");
  CHECK(condition(3, [](Condition& c) { c.path[1].arguments.clear(); }) == "condition 3 calls a function with another number of arguments");
  CHECK(condition(3, [](Condition& c) { c.path[1].arguments = {3}; }) ==
        "condition 3 has a constant of another type than is wanted there, or one that does not exist");
  CHECK(condition(3, [](Condition& c) { c.path[1].builtin = BuiltinId::kStringLower; }) == "condition 3 calls `lower`, which a condition cannot");
  CHECK(condition(3, [](Condition& c) { c.path[1].builtin = static_cast<BuiltinId>(9'000); }) == "condition 3 calls a function that does not exist");
  CHECK(condition(3, [](Condition& c) { c.path[1] = {true, {}, BuiltinId::kStringLength, {}}; }) == "condition 3 calls a function of another type");
  CHECK(condition(3, [](Condition& c) { c.path.erase(c.path.begin()); }) == "rule `acme.join` has a screen with a condition on something else than its subject");
  CHECK(condition(4, [](Condition& c) { c.operand = 0; }) == "condition 4 has an operand of `string`");
}

TEST_CASE("malformed indexes are refused") {
  const auto index = [](const std::function<void(ConditionIndex&)>& change) {
    return ErrorAfter([&](Module& module) { change(module.indexes[0]); });
  };
  CHECK(index([](ConditionIndex& i) { i.kind = static_cast<IndexKind>(77); }) == "index 0 is of an unknown kind");
  CHECK(index([](ConditionIndex& i) { i.conditions.clear(); }) == "index 0 has no condition");
  CHECK(index([](ConditionIndex& i) { i.conditions = {99}; }) == "index 0 names a condition that does not exist");
  CHECK(index([](ConditionIndex& i) { i.conditions = {0, 0}; }) == "index 0 names condition 0 again");
  CHECK(index([](ConditionIndex& i) { i.conditions = {0, 4, 1}; }) == "index 0 cannot find condition 1");
  CHECK(index([](ConditionIndex& i) { i.kind = IndexKind::kPrefixes; }) == "index 0 cannot find condition 0");
  CHECK(ErrorAfter([](Module& module) {
          module.conditions[0].path = {Field(FieldId::kExchange_path)};
        }) == "index 0 has conditions on different values");
  CHECK(ErrorAfter([](Module& module) {
          module.conditions[0].path = {Field(FieldId::kExchange_status)}, module.conditions[0].operand = 3;
        }) == "index 0 looks for texts or patterns, and condition 0 has another operand");
}

TEST_CASE("malformed screens are refused") {
  const auto screen = [](std::vector<ScreenStep> steps) {
    return ErrorAfter([&](Module& module) { module.rules[0].screen = steps; });
  };
  const ScreenStep c0 = EncodeScreenStep(ScreenOp::kCondition, 0);
  const auto op = [](ScreenOp which, std::uint32_t operand = 0) { return EncodeScreenStep(which, operand); };
  CHECK(screen({200}) == "rule `acme.join` has an unknown step in its screen");
  CHECK(screen({op(ScreenOp::kWhere)}) == "rule `acme.join` has a screen that takes more than it has");
  CHECK(screen({c0, op(ScreenOp::kAnd)}) == "rule `acme.join` has a screen that takes more than it has");
  CHECK(screen({c0}) == "rule `acme.join` has a screen that leaves something behind");
  CHECK(screen({c0, c0, op(ScreenOp::kWhere)}) == "rule `acme.join` has a screen that leaves something behind");
  CHECK(screen({c0, op(ScreenOp::kStop)}) == "rule `acme.join` has a screen that leaves something behind");
  CHECK(screen(std::vector<ScreenStep>(33, c0)) == "rule `acme.join` has a screen that holds too much");
  CHECK(screen(std::vector<ScreenStep>(4097, op(ScreenOp::kStop))) == "rule `acme.join` has a screen of too many steps");
  CHECK(screen({op(ScreenOp::kStop, 1)}) == "rule `acme.join` has a step with an operand that it does not take");
  CHECK(screen({op(ScreenOp::kCondition, 99), op(ScreenOp::kWhere)}) == "rule `acme.join` has a screen with a condition that does not exist");
  CHECK(ErrorAfter([&](Module& module) { module.rules[1].screen = {c0, op(ScreenOp::kWhere)}; }) ==
        "rule `acme.other` has a screen with a condition on something else than its subject");
  CHECK(ErrorAfter([](Module& module) { module.rules[0].captures &= ~static_cast<std::uint32_t>(kCaptureRequestHeaders); }) ==
        "rule `acme.join` reads more of a recording than its captures say");
  CHECK(ErrorAfter([](Module& module) { module.rules[0].fields.clear(); }).find("without listing it") != std::string::npos);
}

}  // namespace
}  // namespace writ::bytecode
