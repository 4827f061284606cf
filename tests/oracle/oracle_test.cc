// Clauses in their order, on hand-made rules: which are looked at, which are noted, and what the verdict is.
#include <doctest/doctest.h>

#include "oracle/oracle.h"
#include "tests/oracle/values.h"

using namespace writ;
using bytecode::TypeKind;
using compiler::ir::Node;
using compiler::ir::NodeKind;
using compiler::ir::Otherwise;
using compiler::ir::Step;
using compiler::ir::StepKind;
using test::Show;
using vm::SubjectVerdict;
using vm::Value;

namespace {

std::string NameOf(SubjectVerdict verdict) {
  constexpr const char* kNames[] = {"pass", "fail", "not applicable", "indeterminate", "error"};
  return kNames[static_cast<std::size_t>(verdict)];
}

// One rule whose clauses look at values that stand in its subject.
class OneRule {
 public:
  OneRule() { program.rules.emplace_back(); }

  Node* Leaf(const Value& value, TypeKind type = TypeKind::kBool, bool optional = false) {
    subject.push_back(value);
    Node* node = New(NodeKind::kLocal, type);
    node->index = static_cast<std::uint32_t>(subject.size() - 1);
    if (optional) node->type = program.types.OptionalOf(node->type);
    return node;
  }
  Node* New(NodeKind kind, TypeKind type) {
    Node& node = program.nodes.emplace_back();
    node.kind = kind;
    node.type = program.types.Scalar(type);
    return &node;
  }
  OneRule& Add(StepKind kind, const Value& value) {
    Step step;
    step.kind = kind;
    step.value = Leaf(value);
    step.clause = clause_++;
    rule().steps.push_back(std::move(step));
    return *this;
  }
  OneRule& Where(const Value& value) { return Add(StepKind::kWhere, value); }
  OneRule& Require(const Value& value) { return Add(StepKind::kRequire, value); }
  OneRule& Let(const Value& value, Otherwise otherwise, const std::string& message = {}) {
    Step step;
    step.kind = StepKind::kLet;
    step.value = Leaf(value, TypeKind::kInt, true);
    step.otherwise = otherwise;
    step.slot = 90;
    step.clause = clause_++;
    if (!message.empty()) step.message = Leaf(make.Text(message), TypeKind::kString);
    rule().steps.push_back(std::move(step));
    return *this;
  }
  OneRule& Report(const std::string& message) {
    rule().report.emplace();
    rule().report->message = Leaf(make.Text(message), TypeKind::kString);
    return *this;
  }
  compiler::ir::Rule& rule() { return program.rules[0]; }

  // "fail: 0 fail, 2 indeterminate 1; text"
  std::string Run(bool want_text = true) {
    oracle::Oracle oracle(program, nullptr, facts, limits);
    vm::SubjectOutcome outcome;
    oracle.Evaluate(0, subject, want_text, outcome);
    std::string out = NameOf(outcome.verdict);
    for (std::size_t i = 0; i < outcome.clauses.size(); ++i) {
      const vm::ClauseOutcome& clause = outcome.clauses[i];
      out += (i == 0 ? ": " : ", ") + std::to_string(clause.clause) + " " + NameOf(clause.verdict);
      if (clause.verdict == SubjectVerdict::kIndeterminate) out += " " + std::to_string(clause.causes);
      if (clause.verdict == SubjectVerdict::kError) out += " " + std::to_string(static_cast<int>(clause.trap));
    }
    return outcome.message.empty() ? out : out + "; " + outcome.message;
  }

  compiler::ir::Program program;
  test::Values make;
  std::vector<Value> subject;
  vm::RunFacts facts;
  Limits limits;

 private:
  std::uint32_t clause_ = 0;
};

const Value kTrue = Value::Bool(true), kFalse = Value::Bool(false), kAbsent = Value::Absent();

}  // namespace

TEST_CASE("where ends the subject unless it is true") {
  test::Values make;
  CHECK(OneRule().Where(kTrue).Require(kTrue).Run() == "pass");
  CHECK(OneRule().Where(kFalse).Require(kFalse).Run() == "not applicable");
  CHECK(OneRule().Where(kAbsent).Require(kFalse).Run() == "not applicable");
  CHECK(OneRule().Where(make.Unknown(2)).Require(kFalse).Report("r").Run() == "indeterminate: 0 indeterminate 2");
  CHECK(OneRule().Where(make.Error()).Require(kFalse).Run() == "error: 0 error 0");
}

TEST_CASE("all requires are looked at and the worst decides") {
  test::Values make;
  CHECK(OneRule().Require(kTrue).Require(kTrue).Report("r").Run() == "pass");
  CHECK(OneRule().Require(kFalse).Require(make.Unknown(1)).Require(make.Error()).Report("r").Run() ==
        "fail: 0 fail, 1 indeterminate 1, 2 error 0; r");
  CHECK(OneRule().Require(make.Unknown(1)).Require(make.Error()).Run() == "error: 0 indeterminate 1, 1 error 0");
  CHECK(OneRule().Require(make.Unknown(1)).Require(kTrue).Report("r").Run() == "indeterminate: 0 indeterminate 1; r");
  // An absent condition follows only from a require that failed before.
  CHECK(OneRule().Require(kAbsent).Report("r").Run() == "pass");
  CHECK(OneRule().Require(kFalse).Report("r").Run(false) == "fail: 0 fail");
}

TEST_CASE("let with else by what is absent and what is not known") {
  test::Values make;
  const Value one = Value::Int(1);
  CHECK(OneRule().Let(one, Otherwise::kSkip).Require(kTrue).Run() == "pass");
  CHECK(OneRule().Let(kAbsent, Otherwise::kSkip).Require(kFalse).Run() == "not applicable");
  CHECK(OneRule().Let(kAbsent, Otherwise::kFail, "no").Require(kFalse).Report("r").Run() == "fail: 0 fail; no");
  CHECK(OneRule().Let(kAbsent, Otherwise::kIndeterminate, "no").Require(kFalse).Run() == "indeterminate: 0 indeterminate 0; no");
  for (const Otherwise otherwise : {Otherwise::kSkip, Otherwise::kFail, Otherwise::kIndeterminate}) {
    CHECK(OneRule().Let(make.Unknown(4), otherwise, "no").Require(kFalse).Report("r").Run() == "indeterminate: 0 indeterminate 4");
    CHECK(OneRule().Let(make.Error(), otherwise, "no").Require(kFalse).Run() == "error: 0 error 0");
  }
  // What has failed before stays failed.
  CHECK(OneRule().Require(kFalse).Let(kAbsent, Otherwise::kSkip).Report("r").Run() == "fail: 0 fail");
  CHECK(OneRule().Require(make.Unknown(1)).Let(kAbsent, Otherwise::kFail, "no").Run() == "fail: 0 indeterminate 1, 1 fail; no");
  CHECK(OneRule().Require(kFalse).Let(make.Unknown(4), Otherwise::kSkip).Run() == "fail: 0 fail, 1 indeterminate 4");
}

TEST_CASE("let without else passes poison on") {
  test::Values make;
  OneRule rule;
  Step step;
  step.kind = StepKind::kLet;
  step.value = rule.Leaf(make.Unknown(8));
  step.slot = 0;   // seen by the clause behind it
  rule.rule().steps.push_back(step);
  step.kind = StepKind::kRequire;
  rule.rule().steps.push_back(step);
  CHECK(rule.Run() == "indeterminate: 0 indeterminate 8");
}

TEST_CASE("running out of fuel is an error of the clause at hand and text has fuel of its own") {
  test::Values make;
  const auto count = [](OneRule& rule, std::size_t items) {
    Node* loop = rule.New(NodeKind::kCount, TypeKind::kInt);
    loop->index = 80;
    loop->operands = {rule.Leaf(rule.make.List(std::vector<Value>(items, Value::Int(1))), TypeKind::kInt), rule.Leaf(kTrue)};
    return loop;
  };
  OneRule rule;
  rule.limits.fuel_per_subject = 5;
  rule.Require(kFalse);
  Step step;
  step.kind = StepKind::kLet;
  step.value = count(rule, 6);
  step.slot = 91;
  rule.rule().steps.push_back(step);
  rule.Require(kFalse).Report("r");
  // The let names no reason of its own: the next clause does.
  CHECK(rule.Run() == "fail: 0 fail, 1 error " + std::to_string(static_cast<int>(vm::TrapKind::kFuel)));

  OneRule last;
  last.limits.fuel_per_subject = 5;
  last.Require(kTrue);
  step.value = count(last, 6);
  last.rule().steps.push_back(step);
  CHECK(last.Run() == "error: 0 error " + std::to_string(static_cast<int>(vm::TrapKind::kFuel)));

  for (const std::size_t items : {std::size_t{5}, std::size_t{6}}) {
    OneRule text;
    text.limits.fuel_per_subject = 5;
    step.value = count(text, 5);
    text.rule().steps.push_back(step);
    text.Require(kFalse).Report("r");
    Node* format = text.New(NodeKind::kFormat, TypeKind::kString);
    format->operands = {count(text, items)};
    text.rule().report->message = format;
    CHECK(text.Run() == (items == 5 ? "fail: 0 fail; 5" : "fail: 0 fail"));
  }
}

TEST_CASE("rows are keys and then arguments") {
  test::Values make;
  OneRule rule;
  rule.Where(kTrue);
  rule.rule().keys = {rule.Leaf(Value::Int(1), TypeKind::kInt)};
  rule.rule().aggregate_arguments = {nullptr, rule.Leaf(make.Unknown(2), TypeKind::kInt)};
  rule.rule().window.emplace();
  oracle::Oracle oracle(rule.program, nullptr, rule.facts, rule.limits);
  vm::SubjectOutcome outcome;
  oracle.Evaluate(0, rule.subject, false, outcome);
  REQUIRE(outcome.row.size() == 2);
  CHECK(Show(outcome.row[0]) == "1");
  CHECK(Show(outcome.row[1]) == "unknown 2");
}

TEST_CASE("globals come from outside or from their initialisers") {
  compiler::ir::Program program;
  const auto add = [&](bytecode::GlobalKind kind, const std::string& name, std::int64_t initial) {
    bytecode::Constant constant;
    constant.integer = initial;
    program.constants.push_back(constant);
    Node& node = program.nodes.emplace_back();
    node.index = static_cast<std::uint32_t>(program.constants.size() - 1);
    compiler::ir::Global global;
    global.shape.kind = kind;
    global.shape.name = name;
    global.shape.constant = node.index;
    if (kind == bytecode::GlobalKind::kConst || kind == bytecode::GlobalKind::kParam) global.initialiser = &node;
    program.globals.push_back(std::move(global));
  };
  add(bytecode::GlobalKind::kInput, "now", 0);
  add(bytecode::GlobalKind::kConst, "a.c", 1);
  add(bytecode::GlobalKind::kParam, "a.p", 2);
  add(bytecode::GlobalKind::kParam, "a.q", 3);
  add(bytecode::GlobalKind::kData, "a.d", 4);
  add(bytecode::GlobalKind::kInput, "a.i", 5);
  vm::RunFacts facts;
  facts.now = {kNanosPerSecond, kNanosPerSecond};
  const Limits limits;
  const oracle::OutsideValue outside = [](std::uint32_t index) {
    return index == 1 || index == 3 ? std::optional<Value>(Value::Int(70 + index)) : std::nullopt;
  };
  const oracle::Oracle oracle(program, outside, facts, limits);
  CHECK(Show(oracle.global(0)) == "1970-01-01T00:00:01Z");
  CHECK(Show(oracle.global(1)) == "1");    // a const cannot be overridden
  CHECK(Show(oracle.global(2)) == "2");
  CHECK(Show(oracle.global(3)) == "73");
  CHECK(Show(oracle.global(4)) == "4");
  CHECK(Show(oracle.global(5)) == "absent");
}
