// Analyse, lint, sort out what nobody asked for; and again after each round of fixes.
#include "cli/lint/run.h"

#include <map>

#include "compiler/format/format.h"
#include "compiler/lint/edits.h"

namespace writ::cli {

namespace {

// Fixes make others possible: a constant is unused when the condition that named it is gone. Each round removes something.
constexpr int kMaxRounds = 20;

std::optional<std::string> Styled(FileId file, const SourceMap& sources) {
  DiagnosticSink ignored;
  return compiler::Format(file, sources, Limits{}, ignored);
}

bool IsStyled(FileId file, const SourceMap& sources) {
  const std::optional<std::string> styled = Styled(file, sources);
  return styled && *styled == sources.file(file).text();
}

// The same text in the style.
std::string InStyle(const std::string& name, std::string text) {
  SourceMap scratch;
  const FileId file = scratch.Add(name, std::move(text));
  const std::optional<std::string> styled = Styled(file, scratch);
  return styled ? *styled : std::string(scratch.file(file).text());
}

}  // namespace

LintReport RunLint(const pack::CompileInput& input, const SourceMap& sources, const LintSettings& settings) {
  LintReport report;
  report.strict = settings.strict;
  report.policy_files = input.policies.size();
  DiagnosticSink sink;
  std::vector<compiler::ParsedPolicy> trees;
  const auto program = compiler::Analyse(input.policies, sources, input.options, sink, &trees);
  if (!program) {
    report.compiled = false;
    for (const Diagnostic& diagnostic : sink.all()) report.findings.push_back({diagnostic, {}, {}});
    return report;
  }
  std::vector<compiler::lint::Finding> findings = compiler::lint::Lint({*program, trees, input.options.packs, sources, settings.now}, sink);
  for (compiler::lint::Finding& finding : findings) {
    const DiagnosticCode code = finding.diagnostic.code;
    if ((!settings.only.empty() && settings.only.count(code) == 0) || settings.allowed.count(code) != 0) continue;
    if (settings.strict) finding.diagnostic.severity = DiagnosticSeverity::kError;
    report.findings.push_back(std::move(finding));
  }
  return report;
}

Result<MendedPolicies> Mend(const pack::CompileInput& input, const SourceMap& sources, const LintSettings& settings, const LintReport& report) {
  MendedPolicies mended;
  mended.report = report;
  std::set<FileId> unstyled;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto file = static_cast<FileId>(i);
    mended.sources.Add(sources.file(file).name(), std::string(sources.file(file).text()));
  }
  std::size_t fixed = 0;
  for (int round = 0; round < kMaxRounds; ++round) {
    std::map<FileId, std::vector<const compiler::lint::Finding*>> by_file;
    for (const compiler::lint::Finding& finding : mended.report.findings) {
      if (!finding.fix.empty()) by_file[finding.fix.front().span.file].push_back(&finding);
    }
    if (by_file.empty()) break;
    SourceMap next;
    for (std::size_t i = 0; i < mended.sources.size(); ++i) {
      const auto file = static_cast<FileId>(i);
      const std::string& name = mended.sources.file(file).name();
      std::string text(mended.sources.file(file).text());
      const auto findings = by_file.find(file);
      if (findings != by_file.end()) {
        if (round == 0 && !IsStyled(file, sources)) unstyled.insert(file);
        std::size_t applied = 0;
        text = compiler::lint::ApplyFixes(text, file, findings->second, applied);
        if (unstyled.count(file) == 0) text = InStyle(name, std::move(text));
        fixed += applied;
      }
      next.Add(name, std::move(text));
    }
    LintReport after = RunLint(input, next, settings);
    if (!after.compiled) return Error{"a fix would not compile: " + after.findings.front().diagnostic.message};
    mended.sources = std::move(next);
    mended.report = std::move(after);
  }
  mended.report.fixed = fixed;
  return mended;
}

}  // namespace writ::cli
