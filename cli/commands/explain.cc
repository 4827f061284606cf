// `writ explain`: the long story of a code, of a rule, or of a finding.
#include <cstdio>

#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/explain/explain_finding.h"
#include "cli/explain/explain_rule.h"
#include "cli/explain/typed_policies.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"

namespace writ::cli {

namespace {

int Misused(const std::string& what, const std::string& help) {
  std::fprintf(stderr, "writ explain: %s\n  help: %s\n", what.c_str(), help.c_str());
  return kBadInput;
}

// The tests of a rule, which bytecode that comes alone does not have.
std::vector<bytecode::Test> TestsOf(const std::string& rule, const PolicyRequest& request, SourceMap& sources, const Limits& limits) {
  DiagnosticSink quiet;
  std::optional<TypedPolicies> typed = TypedRequest(request, sources, limits, quiet);
  if (!typed || !typed->Find(rule)) typed = TypedShipped(sources, limits, quiet);
  return typed && typed->Find(rule) ? std::move(typed->program.tests) : std::vector<bytecode::Test>{};
}

int ExplainCodeOrRule(const CommandContext& context, const std::string& what, const RunNames& names) {
  std::vector<std::string> known;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    known.emplace_back(info.code);
    if (info.code != what) continue;
    const char* word = info.severity == DiagnosticSeverity::kError ? "error" : info.severity == DiagnosticSeverity::kWarning ? "warning" : "note";
    std::printf("%s (%s): %s\n\n%s", std::string(info.code).c_str(), word, std::string(info.title).c_str(), Wrap(info.explanation, 2).c_str());
    return kConforms;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  PolicyRequest request;
  request.paths = names.policies, request.packs = names.packs, request.with_shipped = true, request.shipped_may_clash = true;
  const auto module = LoadVerified(request, sources, limits, sink);
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!module) return kBadInput;
  for (const bytecode::Rule& rule : module->module().rules) {
    known.push_back(rule.id);
    if (rule.id != what) continue;
    std::fputs(RuleText(module->module(), rule, TestsOf(what, request, sources, limits)).c_str(), stdout);
    return kConforms;
  }
  const std::string hint = DidYouMean(what, known);
  return Misused("`" + SanitizeForTerminal(what) + "` is neither a diagnostic code nor a rule", hint.empty() ? "a finding is explained from its report: add --report report.json" : hint);
}

}  // namespace

int ExplainCommand(const CommandContext& context) {
  std::vector<std::string> what;
  FindingRequest request;
  Options parser("explain", "Tell the long story of a diagnostic code, of a rule, or of a finding.",
                 "  writ explain W2202                                            what a diagnostic means and what to do\n"
                 "  writ explain writ.authentication.operation_declares_auth      what a rule checks, reads and asks for\n"
                 "  writ explain acme.money.bounded --policies my-policies        a rule of your own\n"
                 "  writ explain 1f9a0c27 --report report/report.json             a finding by its fingerprint: why it fails, with every value and its\n"
                 "                                                                place; run where `writ check` ran, with what it was given\n"
                 "  writ explain acme.money.bounded --report report/report.json --subject \"POST /payments\"\n"
                 "                                                                why a rule passes on this, or does not apply to it\n\n"
                 "A finding is judged once more, on inputs with the digests of the report; on others it is refused.\n"
                 "exit codes: 0 explained, 2 bad input or usage\n");
  parser.Positional("what", what, "a diagnostic code, the id of a rule, or the fingerprint of a finding (six characters or more)");
  parser.Text("--report", request.report, "the report.json that has the finding");
  parser.Text("--subject", request.subject, "with a rule and --report: what it is judged on, as reports name it, or `RECORDING, exchange N`");
  AddRunOptions(parser, request.run);
  if (const auto code = parser.Parse(context.arguments)) return *code;
  if (what.size() != 1) return Misused("name one diagnostic code, one rule or one finding", "`writ explain --help` shows each");
  request.what = what[0];
  if (!request.report.empty()) return ExplainFinding(context, request);
  const RunNames& run = request.run;
  if (!request.subject.empty() || !run.config.empty() || !run.specs.empty() || !run.traffic.empty() || !run.inputs.empty()) {
    return Misused("what is judged is looked at with a report only", "add --report report.json, which `writ check --out` writes");
  }
  return ExplainCodeOrRule(context, request.what, run);
}

}  // namespace writ::cli
