// `writ lint`: what is worth saying of policies that compile.
#include <algorithm>
#include <cstdio>

#include "base/file.h"
#include "base/suggest.h"
#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/line_diff.h"
#include "cli/lint/run.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"
#include "cli/project.h"

namespace writ::cli {

namespace {

struct LintOptions {
  std::vector<std::string> paths, packs, only, allow;
  std::string config, format = "text", as_of;
  bool strict = false, fix = false, diff = false;
};

std::optional<int> ParseOptions(const CommandContext& context, LintOptions& options) {
  Options parser("lint", "Say what has no effect, cannot happen, or is missing in policies, and mend what is sure.",
                 "  writ lint                              the policies of ./writ.yaml\n"
                 "  writ lint my-policies                  those of a folder or file\n"
                 "  writ lint my-policies --fix            mend what is sure, and print the rest\n"
                 "  writ lint my-policies --diff           show what --fix would change\n"
                 "  writ lint --strict --format sarif      for CI: advice fails too\n"
                 "  writ explain W8010                     the long story of a code\n\n"
                 "exit codes: 0 no warnings (notes are advice; with --strict: no findings), 1 warnings, 2 bad input or usage\n");
  parser.Positional("policies", options.paths, "folders or files of policies (default: those of writ.yaml)");
  parser.List("--packs", options.packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.Text("--config", options.config, "the project's writ.yaml (default: ./writ.yaml)");
  parser.Flag("--strict", options.strict, "every finding is an error");
  parser.Text("--format", options.format, "text, json or sarif");
  parser.Flag("--fix", options.fix, "mend what is sure; verdicts stay as they are");
  parser.Flag("--diff", options.diff, "change nothing, print what --fix would change as a unified difference");
  parser.List("--only", options.only, "a code or name: report this lint and no other; repeatable");
  parser.List("--allow", options.allow, "a code or name: do not report this lint; repeatable");
  parser.Text("--as-of", options.as_of, "the day on which waivers are judged (default: today, UTC)");
  return parser.Parse(context.arguments);
}

bool ReadCodes(const std::vector<std::string>& words, std::set<DiagnosticCode>& codes) {
  for (const std::string& word : words) {
    const compiler::lint::LintInfo* lint = compiler::lint::FindLint(word);
    if (lint == nullptr) {
      const std::string hint = DidYouMean(word, LintNames());
      std::fprintf(stderr, "writ lint: no lint is called `%s`%s%s\n", word.c_str(), hint.empty() ? "" : ": ", hint.c_str());
      return false;
    }
    codes.insert(lint->code);
  }
  return true;
}

void Print(const LintReport& report, const SourceMap& sources, const std::string& format, bool colour) {
  const std::string text = format == "json" ? RenderLintJson(report, sources) + "\n" : format == "sarif" ? RenderLintSarif(report, sources) + "\n" : RenderLintText(report, sources, colour);
  std::fputs(text.c_str(), stdout);
}

// Files whose text differs, and where they are.
struct Change {
  std::string path;
  FileId file;
};
std::vector<Change> ChangesOf(const PolicyTexts& texts, const SourceMap& before, const SourceMap& after) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto file = static_cast<FileId>(i);
    if (before.file(file).text() == after.file(file).text()) continue;
    for (const auto& [name, path] : texts.paths) {
      if (name == before.file(file).name()) changes.push_back({path, file});
    }
  }
  return changes;
}

}  // namespace

int LintCommand(const CommandContext& context) {
  LintOptions options;
  if (const auto code = ParseOptions(context, options)) return *code;
  if (options.format != "text" && options.format != "json" && options.format != "sarif") {
    std::fprintf(stderr, "writ lint: `%s` is no format; write text, json or sarif\n", options.format.c_str());
    return kBadInput;
  }
  if (options.diff && (options.fix || options.format != "text")) {
    std::fputs("writ lint: --diff prints a difference and changes nothing; leave --fix and --format out\n", stderr);
    return kBadInput;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  LintSettings settings;
  settings.strict = options.strict;
  const std::optional<TimePoint> now = ReadAsOf("lint", options.as_of);
  if (!now || !ReadCodes(options.only, settings.only) || !ReadCodes(options.allow, settings.allowed)) return kBadInput;
  settings.now = *now;

  // What to look at. What writ.yaml says of lints holds whichever policies are named.
  PolicyRequest request;
  request.paths = options.paths, request.packs = options.packs;
  request.with_shipped = true;
  const bool has_config = !options.config.empty() || FileExists("writ.yaml");
  if (has_config) {
    const std::optional<Project> project = LoadProject(options.config.empty() ? "writ.yaml" : options.config, sources, limits, sink);
    if (!project) {
      PrintDiagnostics(sink, sources, context.colour_err);
      return kBadInput;
    }
    settings.strict = settings.strict || project->lint.strict;
    if (!ReadCodes(project->lint.allow, settings.allowed)) return kBadInput;
    if (options.paths.empty()) {
      AddPoliciesOf(*project, request);
    } else {
      for (const std::string& path : project->packs) request.packs.push_back(JoinPath(project->folder, path));
    }
  }
  if (request.paths.empty()) {
    std::fprintf(stderr, "writ lint: %s\ntry `writ lint --help`\n", has_config ? "writ.yaml names no policies: add `policies: [my-policies]`" : "name a folder or file of policies, or run it where writ.yaml is");
    return kBadInput;
  }
  for (const std::string& path : request.paths) {
    if (!pack::IsPackArchive(path)) continue;
    std::fprintf(stderr, "writ lint: `%s` is a built pack; name the folder that it was built from\n", path.c_str());
    return kBadInput;
  }
  // Names as seen from here, which is what editors and code scanning want.
  const bool any_absolute = std::any_of(request.paths.begin(), request.paths.end(), [](const std::string& path) { return path[0] == '/'; });
  if (request.base.empty() && !any_absolute) request.base = ".";
  const std::optional<PolicyTexts> texts = ReadPolicies(request, sources, limits, sink);
  std::optional<pack::CompileInput> input;
  if (texts) input = pack::GatherPolicies(texts->set, texts->request, sources, limits, sink);
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!input) return kBadInput;

  LintReport report = RunLint(*input, sources, settings);
  if (!report.compiled) {
    if (options.format != "text") {
      Print(report, sources, options.format, false);
    } else {
      for (const auto& finding : report.findings) std::fputs(RenderDiagnostic(finding.diagnostic, sources, {context.colour_err}).c_str(), stderr);
      std::fputs("writ lint: policies that do not compile are not looked at further\n", stderr);
    }
    return kBadInput;
  }
  if (options.fix || options.diff) {
    Result<MendedPolicies> mended = Mend(*input, sources, settings, report);
    if (!mended.ok()) {
      std::fprintf(stderr, "writ lint: %s\nNothing is changed. This is a defect in writ, not in your policies; please report it.\n", mended.error().c_str());
      return kInternalError;
    }
    const std::vector<Change> changes = ChangesOf(*texts, sources, mended->sources);
    if (options.diff) {
      for (const Change& change : changes) std::fputs(UnifiedDiff(sources.file(change.file).name(), sources.file(change.file).text(), mended->sources.file(change.file).text()).c_str(), stdout);
      std::fflush(stdout);
      if (changes.empty()) {
        std::fputs("nothing to mend\n", stderr);
      } else {
        std::fprintf(stderr, "%zu finding%s would be mended in %zu file%s: `writ lint --fix` does it\n", mended->report.fixed, mended->report.fixed == 1 ? "" : "s", changes.size(), changes.size() == 1 ? "" : "s");
      }
      return changes.empty() ? kConforms : kGateFailed;
    }
    for (const Change& change : changes) {
      const Status written = WriteFileAtomically(change.path, mended->sources.file(change.file).text());
      if (written.ok()) continue;
      std::fprintf(stderr, "writ lint: %s: %s\n", change.path.c_str(), written.error().c_str());
      return kBadInput;
    }
    report = std::move(mended->report);
    sources = std::move(mended->sources);
  }
  Print(report, sources, options.format, context.colour_out);
  const LintReport::Counts counts = report.Count();
  return counts.errors + counts.warnings > 0 ? kGateFailed : kConforms;
}

}  // namespace writ::cli
