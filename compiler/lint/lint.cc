// The order of the checks, and of what they found.
#include "compiler/lint/lint.h"

#include <algorithm>

#include "compiler/lint/context.h"
#include "compiler/lint/facts.h"

namespace writ::compiler::lint {

const std::vector<LintInfo>& AllLints() {
  static const std::vector<LintInfo> rows = {
#define LINT(enumerator, code, name, severity, fixable, title, explanation) {DiagnosticCode::enumerator, name, fixable},
#include "base/diagnostics/lint.def"
#undef LINT
  };
  return rows;
}

const LintInfo* FindLint(std::string_view code_or_name) {
  for (const LintInfo& row : AllLints()) {
    if (row.name == code_or_name || InfoOf(row.code).code == code_or_name) return &row;
  }
  return nullptr;
}

const LintInfo* FindLint(DiagnosticCode code) {
  for (const LintInfo& row : AllLints()) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

Context::Context(const LintInput& from) : input(from), program(from.program), editor(from.sources) {
  std::map<std::string, std::pair<const RuleDecl*, std::string>> declared;
  for (const ParsedPolicy& policy : input.policies) {
    const std::uint32_t pack = policy.source.pack;
    if (!policy.tree->header || (pack < input.packs.size() && input.packs[pack].is_required_only)) continue;
    trees.push_back(policy.tree.get());
    files_.insert(policy.source.file);
    const std::string& name = policy.tree->header->name.text;
    for (const RuleDecl& decl : policy.tree->rules) declared[name + "." + decl.name.text] = {&decl, name};
  }
  for (const ir::Rule& candidate : program.rules) {
    const auto found = declared.find(candidate.shape.id);
    if (found != declared.end()) rules.push_back({&candidate, found->second.first, found->second.second});
  }
}

Finding& Context::Report(DiagnosticCode code, Span span, std::string message, std::string help) {
  reported_.insert({code, span});
  Diagnostic diagnostic;
  diagnostic.code = code, diagnostic.severity = InfoOf(code).severity, diagnostic.span = span;
  diagnostic.message = std::move(message), diagnostic.help = std::move(help);
  findings.push_back({std::move(diagnostic), {}, rule});
  return findings.back();
}

std::string Context::Text(Span span) const {
  std::string out;
  for (const char c : input.sources.Text(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<Finding> Lint(const LintInput& input, const DiagnosticSink& warnings) {
  Context context(input);
  for (const Diagnostic& diagnostic : warnings.all()) {
    if (FindLint(diagnostic.code) == nullptr || !context.IsOurs(diagnostic.span) || context.IsReported(diagnostic.code, diagnostic.span)) continue;
    Finding& finding = context.Report(diagnostic.code, diagnostic.span, diagnostic.message, diagnostic.help);
    finding.diagnostic.labels = diagnostic.labels;
  }
  AddFixes(context);
  Terms terms(context.program);
  Facts facts(terms, input.sources);
  CheckConditions(context, facts);
  CheckVacuousAll(context, facts);
  CheckImplied(context, facts);
  CheckWaivers(context, facts);
  CheckUnused(context);
  CheckPatterns(context);
  CheckThresholds(context);
  CheckMetadata(context);
  CheckMessages(context);
  CheckMissingDollars(context);
  ApplyAllowances(context);
  const auto key = [&](const Finding& finding) {
    const Span& span = finding.diagnostic.span;
    return std::make_tuple(std::string_view(input.sources.file(span.file).name()), span.begin, span.end, finding.diagnostic.code);
  };
  std::stable_sort(context.findings.begin(), context.findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  return std::move(context.findings);
}

}  // namespace writ::compiler::lint
