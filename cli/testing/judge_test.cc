// Expectations against verdicts.
#include "cli/testing/judge_test.h"

#include <algorithm>

namespace writ::cli {

namespace {

using Kind = TestLine::Kind;

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

// As it would be written in the test.
std::string TextOf(const bytecode::TestExpectation& expectation) {
  std::string text = "expect " + expectation.verdict;
  if (expectation.reason) text += " as " + *expectation.reason;
  if (expectation.at) text += " at \"" + *expectation.at + "\"";
  if (expectation.count) text += " count " + std::to_string(*expectation.count);
  return text;
}

std::string TextOf(const engine::Finding& finding) {
  std::string text = "expect " + std::string(engine::NameOf(finding.verdict));
  // Causes and traps are no names that a test can ask for.
  const bool named = finding.verdict == engine::Verdict::kFail || finding.verdict == engine::Verdict::kWaived;
  if (named && !finding.reason.empty()) text += " as " + finding.reason;
  if (finding.main.kind == engine::Place::Kind::kDescription && finding.main.span.valid()) text += " at \"" + finding.main.pointer + "\"";
  text += "   # " + finding.subject;
  if (!named && !finding.reason.empty()) text += ": " + finding.reason;
  if (!finding.message.empty()) text += ": " + finding.message;
  return text;
}

std::string CountsText(const engine::Denominators& counts) {
  std::string out;
  const auto add = [&](std::uint64_t count, const char* verdict) {
    if (count != 0) out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + verdict;
  };
  add(counts.failed, "fail"), add(counts.passed, "pass"), add(counts.waived, "waived"), add(counts.not_applicable, "not_applicable");
  add(counts.indeterminate, "indeterminate"), add(counts.errors, "error");
  return out.empty() ? "nothing" : out;
}

bool Meets(const engine::Finding& finding, const bytecode::TestExpectation& expectation) {
  return engine::NameOf(finding.verdict) == expectation.verdict && (!expectation.reason || finding.reason == *expectation.reason) &&
         (!expectation.at || HasPlace(finding, *expectation.at));
}

void Compare(const bytecode::Test& test, const engine::Evaluation& evaluation, TestResult& result) {
  const auto say = [&](Kind kind, std::string text) { result.lines.push_back({kind, std::move(text)}); };
  const auto rule = std::find_if(evaluation.rules.begin(), evaluation.rules.end(), [&](const engine::RuleResult& r) { return r.rule->id == test.rule; });
  if (rule == evaluation.rules.end()) return say(Kind::kTrouble, "rule `" + test.rule + "` is not among the policies");
  std::vector<const engine::Finding*> findings;
  for (const engine::Finding& finding : evaluation.findings) {
    if (evaluation.rules[finding.rule].rule->id == test.rule) findings.push_back(&finding);
  }
  std::vector<bool> expected(findings.size(), false);
  bool missing = false;
  for (const bytecode::TestExpectation& expectation : test.expectations) {
    const std::uint64_t seen = CountOf(rule->counts, expectation.verdict);
    bool found = false;
    if (expectation.verdict == "pass" || expectation.verdict == "not_applicable") {
      // A detector whose rows were all left out judged no group at all.
      found = seen > 0 || (expectation.verdict == "not_applicable" && rule->status == engine::RuleStatus::kNeverApplied);
    } else {
      for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!Meets(*findings[i], expectation)) continue;
        expected[i] = true;
        found = true;
      }
    }
    const bool miscounted = found && expectation.count && static_cast<std::int64_t>(seen) != *expectation.count;
    missing |= !found || miscounted;
    say(found && !miscounted ? Kind::kMet : Kind::kMissing, TextOf(expectation));
    if (miscounted) say(Kind::kUnexpected, "expect " + expectation.verdict + " count " + std::to_string(seen));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!expected[i]) say(Kind::kUnexpected, TextOf(*findings[i]));
  }
  if (!missing) return;
  std::string judged = "the rule gave " + CountsText(rule->counts);
  if (rule->status != engine::RuleStatus::kEvaluated) judged += "; it is " + std::string(engine::NameOf(rule->status)) + " (" + rule->status_reason + ")";
  say(Kind::kTrouble, std::move(judged));
}

}  // namespace

TestResult JudgeTest(const bytecode::VerifiedModule& verified, const bytecode::Test& test, const Fixture& fixture) {
  const bytecode::Module& module = verified.module();
  TestResult result;
  result.title = test.title, result.rule = test.rule;
  result.place = module.policies[test.range.policy].file + ":" + std::to_string(test.range.line) + ":" + std::to_string(test.range.column);
  // What reading the recordings says is of this run alone; what is wrong with the description was said when it was read.
  DiagnosticSink sink = fixture.sink;
  const Result<engine::Evaluation> evaluation =
      engine::Evaluate(verified, fixture.Apis(), fixture.recordings, fixture.options, fixture.sources, sink);
  if (!evaluation.ok()) {
    result.lines.push_back({Kind::kTrouble, evaluation.error()});
    return result;
  }
  Compare(test, *evaluation, result);
  for (const Diagnostic& diagnostic : sink.all()) {
    if (diagnostic.severity == DiagnosticSeverity::kError) result.lines.push_back({Kind::kTrouble, "the fixture is faulty: " + diagnostic.message});
  }
  result.passed = std::all_of(result.lines.begin(), result.lines.end(), [](const TestLine& line) { return line.kind == Kind::kMet; });
  return result;
}

std::string Marked(const TestLine& line) {
  const char* mark = line.kind == Kind::kMet ? "  " : line.kind == Kind::kMissing ? "- " : line.kind == Kind::kUnexpected ? "+ " : "! ";
  return mark + line.text;
}

}  // namespace writ::cli
