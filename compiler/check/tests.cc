// `test` blocks: fixtures and expectations, as data for `writ test`.
#include <algorithm>
#include <iterator>

#include "base/suggest.h"
#include "base/time.h"
#include "compiler/check/checker.h"

namespace writ::compiler {

using bytecode::TestInput;
using bytecode::TestInputKind;

namespace {

// A value in the notation of `--input`: bare words, numbers and text as they are, items separated by commas.
std::string InputText(Checker& checker, const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kName: return expr.name.text;
    case ExprKind::kString: {
      std::string out;
      for (const StringPart& part : expr.parts) out += part.text;
      return out;
    }
    case ExprKind::kList:
    case ExprKind::kSet: {
      std::string out;
      for (const Expr* item : expr.operands) out += (out.empty() ? "" : ",") + InputText(checker, *item);
      return out;
    }
    case ExprKind::kBool: return expr.bool_value ? "true" : "false";
    case ExprKind::kNegate: return "-" + InputText(checker, *expr.operands[0]);
    case ExprKind::kInt:
    case ExprKind::kDecimal:
    case ExprKind::kDuration:
    case ExprKind::kIp:
    case ExprKind::kTime:
    case ExprKind::kRegex: return expr.text;
    default: return checker.SourceText(expr.span);
  }
}

}  // namespace

void CheckTest(Checker& checker, std::size_t file, const TestDecl& syntax) {
  const std::string& policy = checker.PolicyOf(file);
  bytecode::Test test;
  const std::size_t errors_before = checker.sink.error_count();
  test.title = syntax.title;
  test.rule = ResolveRuleName(checker, policy, syntax.rule);
  test.policy = checker.program.policy_of_file[static_cast<std::size_t>(checker.policies[file].source.file)];
  test.range = checker.RangeOf(syntax.span);
  const auto bad = [&](Span span, std::string message, std::string help) {
    checker.sink.Report(DiagnosticCode::kBadTest, span, std::move(message), std::move(help));
  };
  for (const GivenClause& given : syntax.givens) {
    TestInput input;
    input.range = checker.RangeOf(given.span);
    switch (given.kind) {
      case GivenKind::kSpec: input.kind = TestInputKind::kSpec; break;
      case GivenKind::kExchanges: input.kind = TestInputKind::kExchanges; break;
      case GivenKind::kNow: input.kind = TestInputKind::kNow; break;
      case GivenKind::kInput: input.kind = TestInputKind::kInput; break;
      case GivenKind::kParam: input.kind = TestInputKind::kParam; break;
      case GivenKind::kBaseline:
      case GivenKind::kDocument:
        checker.sink.Report(DiagnosticCode::kNotSupported, given.span, "baselines and documents have no reader in this version", "give a description or exchanges");
        continue;
    }
    if (given.kind == GivenKind::kNow) {
      if (!ParseTime(given.text)) bad(given.text_span, "`" + given.text + "` is no time", "write `given now t\"2026-01-01T00:00:00Z\"`");
      input.text = given.text;
    } else if (given.kind == GivenKind::kInput || given.kind == GivenKind::kParam) {
      const auto wanted = given.kind == GivenKind::kInput ? DeclarationKind::kInput : DeclarationKind::kParam;
      Declaration* declaration = checker.Find(policy, given.name.text);
      if (declaration == nullptr || declaration->kind != wanted) {
        std::vector<std::string> names;
        for (const auto& [name, other] : checker.scopes[policy].declarations) {
          if (other.kind == wanted) names.push_back(name);
        }
        checker.sink.Report(DiagnosticCode::kUnknownName, given.name.span,
                            std::string(wanted == DeclarationKind::kInput ? "input" : "param") + " `" + given.name.text + "` is not declared in this policy",
                            DidYouMean(given.name.text, names));
        continue;
      }
      input.name = policy + "." + given.name.text;
      input.text = InputText(checker, *given.value);
    } else if (given.from_file) {
      const auto bytes = checker.options.load ? checker.options.load(checker.sources.file(checker.policies[file].source.file).name(), given.text)
                                              : Result<std::string>(Error{"files cannot be read here"});
      if (!bytes.ok()) {
        bad(given.text_span, "`" + given.text + "` cannot be read: " + bytes.error(), "the path is relative to the policy file and stays below its pack");
        continue;
      }
      input.text = *bytes;
    } else {
      input.text = given.text;
    }
    test.inputs.push_back(std::move(input));
  }
  const bool gives = std::any_of(syntax.givens.begin(), syntax.givens.end(), [](const GivenClause& given) {
    return given.kind != GivenKind::kNow && given.kind != GivenKind::kInput && given.kind != GivenKind::kParam;
  });
  if (!gives) bad(syntax.span, "test \"" + syntax.title + "\" gives nothing to judge", "add `given spec \"\"\"…\"\"\"` or `given exchanges \"\"\"…\"\"\"`");
  const auto rule = std::find_if(checker.program.rules.begin(), checker.program.rules.end(), [&](const ir::Rule& r) { return r.shape.id == test.rule; });
  const std::vector<std::string> verdicts = {"pass", "fail", "waived", "not_applicable", "indeterminate", "error"};
  for (const ExpectClause& expect : syntax.expects) {
    if (std::find(verdicts.begin(), verdicts.end(), expect.verdict.text) == verdicts.end()) {
      std::string help = DidYouMean(expect.verdict.text, verdicts);
      bad(expect.verdict.span, "`" + expect.verdict.text + "` is no verdict", help.empty() ? "verdicts are pass, fail, waived, not_applicable, indeterminate and error" : help);
    }
    if (expect.reason && rule != checker.program.rules.end()) {
      std::vector<std::string> reasons;
      for (const bytecode::Clause& clause : rule->shape.clauses) reasons.push_back(clause.reason);
      if (std::find(reasons.begin(), reasons.end(), expect.reason->text) == reasons.end()) {
        bad(expect.reason->span, "rule `" + test.rule + "` has no reason `" + expect.reason->text + "`", DidYouMean(expect.reason->text, reasons));
      }
    }
    bytecode::TestExpectation expectation;
    expectation.verdict = expect.verdict.text;
    if (expect.reason) expectation.reason = expect.reason->text;
    expectation.at = expect.at;
    expectation.count = expect.count;
    expectation.range = checker.RangeOf(expect.span);
    test.expectations.push_back(std::move(expectation));
  }
  if (syntax.expects.empty()) bad(syntax.span, "test \"" + syntax.title + "\" expects nothing", "add `expect fail` or `expect pass`");
  if (checker.sink.error_count() == errors_before) checker.program.tests.push_back(std::move(test));
}

}  // namespace writ::compiler
