// Tests of policies. The clock of a test is fixed unless it says otherwise, so that a test does not age.
#include "cli/test_runner.h"

#include <algorithm>
#include <memory>

#include "base/time.h"
#include "base/utf8.h"
#include "engine/evaluate.h"
#include "model/spec/read_api.h"

namespace writ::cli {

using bytecode::TestInputKind;

namespace {

constexpr std::string_view kDefaultNow = "2026-01-01T00:00:00Z";

struct Fixture {
  SourceMap sources;
  DiagnosticSink sink;
  std::vector<std::unique_ptr<model::Api>> apis;
  std::vector<engine::RecordingInput> recordings;
  engine::RunOptions options;
};

void Prepare(const bytecode::Test& test, Fixture& fixture) {
  fixture.options.now = {ParseTime(kDefaultNow)->nanos, 1};
  fixture.options.only_rules = {test.rule};
  int specs = 0, recordings = 0;
  for (const bytecode::TestInput& input : test.inputs) {
    switch (input.kind) {
      case TestInputKind::kSpec: {
        const std::string name = "spec" + (++specs > 1 ? std::to_string(specs) : std::string());
        model::ApiMetadata metadata;
        metadata.name = name;
        const FileId file = fixture.sources.Add(name, input.text);
        if (auto api = model::ReadApi(file, metadata, fixture.sources, fixture.options.limits, fixture.sink)) fixture.apis.push_back(std::move(api));
        break;
      }
      case TestInputKind::kExchanges:
        fixture.recordings.push_back({"", "exchanges" + (++recordings > 1 ? std::to_string(recordings) : std::string()), input.text});
        break;
      case TestInputKind::kNow: fixture.options.now = {ParseTime(input.text)->nanos, 1}; break;
      case TestInputKind::kInput:
      case TestInputKind::kParam: fixture.options.overrides.push_back({input.name, input.text}); break;
    }
  }
}

// Inputs that this test has no word about do not decide it: they get a value of their type that means nothing.
void FillInputs(const bytecode::Module& module, engine::RunOptions& options) {
  for (const bytecode::Global& global : module.globals) {
    if (global.kind != bytecode::GlobalKind::kInput || global.name == "now") continue;
    const auto same = [&](const vm::Program::Override& o) { return o.name == global.name; };
    if (std::any_of(options.overrides.begin(), options.overrides.end(), same)) continue;
    const bytecode::Type& type = module.types.Get(module.types.Unwrap(global.type));
    std::string text;
    switch (type.kind) {
      case bytecode::TypeKind::kEnum: text = module.types.enums()[type.index].members.front(); break;
      case bytecode::TypeKind::kBool: text = "false"; break;
      case bytecode::TypeKind::kInt:
      case bytecode::TypeKind::kDecimal: text = "0"; break;
      case bytecode::TypeKind::kDuration: text = "1s"; break;
      case bytecode::TypeKind::kIp: text = "192.0.2.1"; break;
      case bytecode::TypeKind::kCidr: text = "192.0.2.0/24"; break;
      case bytecode::TypeKind::kTime: text = std::string(kDefaultNow); break;
      default: break;
    }
    options.overrides.push_back({global.name, text});
  }
}

bool HasPlace(const engine::Finding& finding, const std::string& pointer) {
  const auto at = [&](const engine::Place& place) { return place.kind == engine::Place::Kind::kDescription && place.pointer == pointer; };
  return at(finding.main) || std::any_of(finding.related.begin(), finding.related.end(), at) || std::any_of(finding.places.begin(), finding.places.end(), at);
}

std::uint64_t CountOf(const engine::Denominators& counts, std::string_view verdict) {
  if (verdict == "pass") return counts.passed;
  if (verdict == "fail") return counts.failed;
  if (verdict == "waived") return counts.waived;
  if (verdict == "not_applicable") return counts.not_applicable;
  if (verdict == "indeterminate") return counts.indeterminate;
  return counts.errors;
}

std::string Describe(const engine::Finding& finding) {
  std::string out = std::string(engine::NameOf(finding.verdict));
  if (!finding.reason.empty()) out += " as " + finding.reason;
  if (finding.main.kind == engine::Place::Kind::kDescription && finding.main.span.valid()) out += " at \"" + finding.main.pointer + "\"";
  return out + " (" + finding.subject + "): " + finding.message;
}

void Compare(const bytecode::Test& test, const engine::Evaluation& evaluation, TestResult& result) {
  const auto rule = std::find_if(evaluation.rules.begin(), evaluation.rules.end(), [&](const engine::RuleResult& r) { return r.rule->id == test.rule; });
  if (rule == evaluation.rules.end()) {
    result.problems.push_back("rule `" + test.rule + "` is not among the policies");
    return;
  }
  std::vector<const engine::Finding*> findings;
  for (const engine::Finding& finding : evaluation.findings) {
    if (evaluation.rules[finding.rule].rule->id == test.rule) findings.push_back(&finding);
  }
  std::vector<bool> expected(findings.size(), false);
  for (const bytecode::TestExpectation& expectation : test.expectations) {
    std::string text = "expected " + expectation.verdict;
    if (expectation.reason) text += " as " + *expectation.reason;
    if (expectation.at) text += " at \"" + *expectation.at + "\"";
    const std::uint64_t seen = CountOf(rule->counts, expectation.verdict);
    bool found = false;
    if (expectation.verdict == "pass" || expectation.verdict == "not_applicable") {
      // A detector whose rows were all left out judged no group at all.
      found = seen > 0 || (expectation.verdict == "not_applicable" && rule->status == engine::RuleStatus::kNeverApplied);
    } else {
      for (std::size_t i = 0; i < findings.size(); ++i) {
        const engine::Finding& finding = *findings[i];
        if (engine::NameOf(finding.verdict) != expectation.verdict) continue;
        if (expectation.reason && finding.reason != *expectation.reason) continue;
        if (expectation.at && !HasPlace(finding, *expectation.at)) continue;
        expected[i] = true;
        found = true;
      }
    }
    if (!found) {
      std::string what = text + ": not seen";
      if (rule->status != engine::RuleStatus::kEvaluated) what += "; the rule is " + std::string(engine::NameOf(rule->status)) + " (" + rule->status_reason + ")";
      result.problems.push_back(std::move(what));
    } else if (expectation.count && static_cast<std::int64_t>(seen) != *expectation.count) {
      result.problems.push_back(text + " count " + std::to_string(*expectation.count) + ": seen " + std::to_string(seen) + " times");
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!expected[i]) result.problems.push_back("not expected: " + Describe(*findings[i]));
  }
}

TestResult RunOne(const bytecode::VerifiedModule& verified, const bytecode::Test& test) {
  const bytecode::Module& module = verified.module();
  TestResult result;
  result.title = test.title, result.rule = test.rule;
  result.place = module.policies[test.range.policy].file + ":" + std::to_string(test.range.line) + ":" + std::to_string(test.range.column);
  Fixture fixture;
  Prepare(test, fixture);
  FillInputs(module, fixture.options);
  std::vector<const model::Api*> apis;
  for (const auto& api : fixture.apis) apis.push_back(api.get());
  const Result<engine::Evaluation> evaluation = engine::Evaluate(verified, apis, fixture.recordings, fixture.options, fixture.sources, fixture.sink);
  if (!evaluation.ok()) {
    result.problems.push_back(evaluation.error());
    return result;
  }
  Compare(test, *evaluation, result);
  for (const Diagnostic& diagnostic : fixture.sink.all()) {
    if (diagnostic.severity == DiagnosticSeverity::kError) result.problems.push_back("the fixture is faulty: " + diagnostic.message);
  }
  result.passed = result.problems.empty();
  return result;
}

}  // namespace

std::vector<TestResult> RunTests(const bytecode::VerifiedModule& module, const std::string& filter) {
  std::vector<TestResult> results;
  for (const bytecode::Test& test : module.module().tests) {
    if (!filter.empty() && test.rule.find(filter) == std::string::npos && test.title.find(filter) == std::string::npos) continue;
    results.push_back(RunOne(module, test));
  }
  return results;
}

}  // namespace writ::cli
