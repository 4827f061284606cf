// Waivers: whom they name, when they end, who vouches.
#include "base/suggest.h"
#include "base/time.h"
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::TypeKind;

void CheckWaiver(Checker& checker, std::size_t file, const WaiverDecl& syntax) {
  const std::string& policy = checker.PolicyOf(file);
  ir::Waiver waiver;
  bytecode::Waiver& shape = waiver.shape;
  const std::size_t errors_before = checker.sink.error_count();
  shape.name = syntax.name.text;
  shape.rule = ResolveRuleName(checker, policy, syntax.rule);
  shape.until_text = syntax.until;
  shape.reason = syntax.reason, shape.author = syntax.author, shape.approved_by = syntax.approved_by, shape.ticket = syntax.ticket;
  shape.range = checker.RangeOf(syntax.name.span);
  const auto until = ParseTime(syntax.until);
  if (!until) {
    checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.until_span, "`" + syntax.until + "` is no date", "write `until t\"2026-12-31\"`; a waiver without a readable end would never end");
  } else {
    // Valid through the end of its day, UTC.
    std::int64_t day = until->nanos / kNanosPerDay;
    if (until->nanos % kNanosPerDay < 0) --day;
    shape.until = (day + 1) * kNanosPerDay;
  }
  if (syntax.reason.empty()) checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.name.span, "waiver `" + syntax.name.text + "` gives no reason", "say why the risk is accepted until then");
  if (syntax.author.empty()) checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.name.span, "waiver `" + syntax.name.text + "` names no author", "add `author \"name@example\"`");
  if (syntax.approved_by.empty()) checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.name.span, "waiver `" + syntax.name.text + "` names no approver", "add `approved_by \"name@example\"`");
  const auto same_letter = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
  const bool same_person = std::equal(syntax.author.begin(), syntax.author.end(), syntax.approved_by.begin(), syntax.approved_by.end(), same_letter);
  if (!syntax.author.empty() && same_person) {
    checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.approved_by_span, "`" + syntax.author + "` approves their own waiver", "author and approver are different people");
  }
  for (const ir::Waiver& other : checker.program.waivers) {
    if (other.shape.name == shape.name && other.shape.range.policy == shape.range.policy) {
      checker.sink.Report(DiagnosticCode::kDuplicateName, syntax.name.span, "a waiver `" + syntax.name.text + "` exists already in this policy", "choose another name");
    }
  }
  if (syntax.where == nullptr && !syntax.all) {
    checker.sink.Report(DiagnosticCode::kBadWaiver, syntax.name.span, "waiver `" + syntax.name.text + "` does not say what it covers", "add `where subject.path == \"/…\"`, or `all`");
  }
  if (syntax.where != nullptr) {
    auto& types = checker.program.types;
    const auto string = types.Scalar(TypeKind::kString);
    ExpressionChecker expressions(checker, policy, waiver.locals);
    const std::uint32_t subject = expressions.Bind({"subject", syntax.where->span}, types.MapOf(string, string));
    expressions.Bind({"reason", syntax.where->span}, string);
    expressions.EnterWaiver(subject);
    waiver.where = expressions.CheckCondition(*syntax.where);
  }
  if (checker.sink.error_count() == errors_before) checker.program.waivers.push_back(std::move(waiver));
}

}  // namespace writ::compiler
