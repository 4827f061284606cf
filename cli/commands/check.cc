// `writ check`: the whole program in one function. Policies, descriptions, recordings → evaluation → report → exit code.
#include <algorithm>
#include <cstdio>
#include <thread>

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/as_of.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/prepare_run.h"
#include "cli/print_diagnostics.h"
#include "cli/progress.h"
#include "cli/profile.h"
#include "engine/evaluate.h"
#include "report/build_report.h"
#include "report/write_report.h"
#include "report/writers/terminal.h"

namespace writ::cli {

namespace {

struct CheckOptions {
  RunNames run;
  std::string out, as_of, fail_on;
  unsigned jobs = 0;
  bool verbose = false, profile = false;
};

std::optional<int> ParseOptions(const CommandContext& context, CheckOptions& options) {
  Options parser("check", "Judge API descriptions and recorded traffic against policies.",
                 "  writ check --spec openapi.yaml\n"
                 "      the shipped policies against one description\n"
                 "  writ check --spec openapi.yaml --traffic session.har --out report\n"
                 "      also against recorded traffic; report.json, report.sarif and report.html in the folder report\n"
                 "  writ check --config writ.yaml --input stage=production --fail-on medium\n"
                 "      a project: its APIs, recordings, policies and gate\n"
                 "  writ check --policies my-policies --spec openapi.yaml\n"
                 "      only these policies\n\n"
                 "exit codes: 0 conforms, 1 the gate failed, 2 bad input or usage, 3 internal error\n");
  AddRunOptions(parser, options.run);
  parser.Text("--out", options.out, "folder for report.json, report.sarif and report.html");
  parser.Number("--jobs", options.jobs, 1, 256, "threads (default: the machine's processors); the result is the same");
  parser.Text("--as-of", options.as_of, "the time of the run, RFC 3339 (default: the start of today, UTC)");
  parser.Text("--fail-on", options.fail_on, "least severity that fails the gate: critical, high, medium, low, info");
  parser.Flag("--profile", options.profile, "time and counts of each rule: a table on stderr, or profile.json in the folder of --out");
  parser.Flag("--verbose", options.verbose, "print every finding and every rule");
  return parser.Parse(context.arguments);
}

std::optional<bytecode::Severity> SeverityNamed(const std::string& name) {
  for (int s = 0; s <= static_cast<int>(bytecode::Severity::kInfo); ++s) {
    if (bytecode::NameOf(static_cast<bytecode::Severity>(s)) == name) return static_cast<bytecode::Severity>(s);
  }
  std::fprintf(stderr, "writ check: `%s` is no severity; write critical, high, medium, low or info\n", name.c_str());
  return std::nullopt;
}

}  // namespace

int CheckCommand(const CommandContext& context) {
  CheckOptions options;
  if (const auto code = ParseOptions(context, options)) return *code;
  const std::optional<TimePoint> now = ReadAsOf("check", options.as_of);
  if (!now) return kBadInput;
  std::optional<bytecode::Severity> fail_on;
  if (!options.fail_on.empty() && !(fail_on = SeverityNamed(options.fail_on))) return kBadInput;

  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  std::optional<PreparedRun> prepared = PrepareRun("check", options.run, limits, sources, sink);
  if (!prepared) {
    PrintDiagnostics(sink, sources, context.colour_err);
    return kBadInput;
  }
  engine::RunOptions& run = prepared->options;
  run.now = *now;
  run.jobs = options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  if (fail_on) run.gate.fail_on = *fail_on;
  Progress progress;
  std::uint64_t shown = 0;
  run.announce = [&](const std::string& line) {
    progress.Clear();
    std::fprintf(stderr, "note: %s\n", SanitizeForTerminal(line).c_str());
  };
  run.progress = [&](const std::string& recording, std::uint64_t exchanges) {
    if (exchanges >= shown && exchanges - shown < 20'000) return;
    shown = exchanges;
    progress.Show(SanitizeForTerminal(recording) + ": " + std::to_string(exchanges) + " exchanges");
  };
  std::vector<engine::RuleProfile> profile;
  if (options.profile) run.profile = &profile;
  Result<engine::Evaluation> evaluation = engine::Evaluate(*prepared->module, prepared->api_list(), prepared->recordings, run, sources, sink);
  progress.Clear();
  if (!evaluation.ok()) {
    sink.ReportInput(DiagnosticCode::kLoadFailed, "policies", evaluation.error(), "give inputs with --input name=value or in writ.yaml");
    PrintDiagnostics(sink, sources, context.colour_err);
    return kBadInput;
  }
  evaluation->input_errors = sink.error_count();
  for (const Diagnostic& diagnostic : sink.all()) {
    if (diagnostic.severity == DiagnosticSeverity::kError) evaluation->input_problems.push_back(OneLine(diagnostic, sources));
  }

  // Report and exit code.
  PrintDiagnostics(sink, sources, context.colour_err);
  const report::Report report = report::BuildReport(*evaluation, sources);
  report::TerminalOptions terminal;
  terminal.colour = context.colour_out;
  terminal.verbose = options.verbose;
  std::fputs(report::RenderTerminal(report, sources, terminal).c_str(), stdout);
  int code = evaluation->gate.passed ? kConforms : kGateFailed;
  if (!options.out.empty()) {
    const Status written = report::WriteReport(report, sources, options.out);
    if (!written.ok()) {
      std::fprintf(stderr, "writ check: the report was not written: %s\n", written.error().c_str());
      return kBadInput;
    }
    std::printf("report: %s\n", JoinPath(options.out, "report.html").c_str());
  }
  if (options.profile && options.out.empty()) std::fputs(ProfileTable(prepared->module->module(), profile).c_str(), stderr);
  if (options.profile && !options.out.empty()) {
    const Status written = WriteFileAtomically(JoinPath(options.out, "profile.json"), ProfileJson(prepared->module->module(), profile));
    if (!written.ok()) {
      std::fprintf(stderr, "writ check: the profile was not written: %s\n", written.error().c_str());
      return kBadInput;
    }
  }
  if (sink.has_errors()) code = kBadInput;
  return code;
}

}  // namespace writ::cli
