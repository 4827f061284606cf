// `writ test`: tests that policies bring with them, in `test` blocks and .case files; what they reach, and what they would notice.
#include <algorithm>
#include <cstdio>
#include <set>
#include <thread>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"
#include "cli/progress.h"
#include "cli/testing/bodies.h"
#include "cli/testing/coverage.h"
#include "cli/testing/junit.h"
#include "cli/testing/mutation_score.h"
#include "cli/testing/watch.h"

namespace writ::cli {

namespace {

struct TestOptions {
  std::vector<std::string> paths, packs;
  std::string filter, junit, lcov, html;
  unsigned jobs = 0, least_coverage = 0, least_score = 0;
  bool verbose = false, watch = false, coverage = false, mutants = false;

  bool WantsCoverage() const { return coverage || least_coverage != 0 || !lcov.empty() || !html.empty(); }
  bool WantsMutants() const { return mutants || least_score != 0; }
};

std::optional<int> ParseOptions(const CommandContext& context, TestOptions& options) {
  Options parser("test", "Run the tests that policies bring with them: `test` blocks and .case files beside the rules.",
                 "  writ test my-policies                          all tests below a folder\n"
                 "  writ test my-policies --filter amount          those whose rule or title contains a text\n"
                 "  writ test my-policies --watch                  again whenever a file changes\n"
                 "  writ test my-policies --coverage               what the tests reach, and what they never saw\n"
                 "  writ test my-policies --mutants                small changes of the rules that no test notices\n"
                 "  writ test my-policies --junit out.xml --least-coverage 90 --least-score 80      in a pipeline\n\n"
                 "Tests for rules of the shipped pack run too, but only policies that are named are measured.\n\n"
                 "exit codes: 0 all passed, 1 a test failed or a least share was missed, 2 bad input or usage\n");
  parser.Positional("policies", options.paths, "folders or files of policies, or .wpk files");
  parser.List("--packs", options.packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.Text("--filter", options.filter, "only tests whose rule or title contains this; only their rules are measured");
  parser.Flag("--verbose", options.verbose, "name the tests that passed too");
  parser.Number("--jobs", options.jobs, 1, 256, "tests at once; default: one for each processor. Results do not depend on it");
  parser.Flag("--watch", options.watch, "stay, and run again whenever a file below the paths changes");
  parser.Text("--junit", options.junit, "write the results as JUnit XML to this file");
  parser.Flag("--coverage", options.coverage, "print what the tests reach: rules, branches, conditions");
  parser.Text("--coverage-html", options.html, "write it as a page to this file");
  parser.Text("--lcov", options.lcov, "write it as an LCOV tracefile to this file");
  parser.Number("--least-coverage", options.least_coverage, 1, 100, "fail when less is covered, in percent");
  parser.Flag("--mutants", options.mutants, "change the rules in small ways and print each change that no test notices");
  parser.Number("--least-score", options.least_score, 1, 100, "fail when fewer of the changes are noticed, in percent");
  if (const auto code = parser.Parse(context.arguments)) return code;
  if (options.paths.empty()) {
    std::fputs("writ test: name a folder or file of policies\ntry `writ test --help`\n", stderr);
    return kBadInput;
  }
  if (options.jobs == 0) options.jobs = std::max(1u, std::thread::hardware_concurrency());
  return std::nullopt;
}

// What `render` makes goes to the file; without a path nobody asked for it.
template <typename Render>
bool WriteOut(const std::string& path, const Render& render) {
  if (path.empty()) return true;
  const Status written = WriteFileAtomically(path, render());
  if (!written.ok()) std::fprintf(stderr, "writ test: `%s` cannot be written: %s\n", path.c_str(), written.error().c_str());
  return written.ok();
}

// The policies that are named, alone: as the checker made them, and the module of just that.
struct Measured {
  std::optional<compiler::ir::Program> program;
  std::optional<bytecode::VerifiedModule> module;
};

// Who asks for some tests asks for what they are about: other rules go, and with them their waivers. A rule without a test stays if its own
// name is asked for.
void KeepMeant(compiler::ir::Program& program, const std::string& filter) {
  if (filter.empty()) return;
  const auto is_meant = [&](const std::string& rule) {
    return rule.find(filter) != std::string::npos ||
           std::any_of(program.tests.begin(), program.tests.end(), [&](const bytecode::Test& test) { return test.rule == rule && test.title.find(filter) != std::string::npos; });
  };
  std::erase_if(program.rules, [&](const compiler::ir::Rule& rule) { return !is_meant(rule.shape.id); });
  std::erase_if(program.waivers, [&](const compiler::ir::Waiver& waiver) { return !is_meant(waiver.shape.rule); });
}

// Functions that no rule of the program uses.
void DropUnused(const compiler::ir::Program& program, Coverage& coverage) {
  std::set<std::string> used;
  for (const compiler::ir::Rule& rule : program.rules) {
    for (const std::uint32_t function : UsesOf(program, rule).functions) used.insert(program.functions[function].name);
  }
  std::erase_if(coverage.units, [&](const CoverageUnit& unit) { return !unit.is_rule && used.count(unit.name) == 0; });
}

Measured LoadMeasured(const PolicyRequest& whole, const std::string& filter, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  Measured measured;
  PolicyRequest request = whole;
  request.passes = compiler::kNoPasses;
  if (!LoadPolicies(request, sources, limits, sink, &measured.program) || !measured.program) return measured;
  KeepMeant(*measured.program, filter);
  std::optional<bytecode::Module> module = compiler::Emit(*measured.program, sources, sink);
  if (!module) return measured;
  Result<bytecode::VerifiedModule> verified = bytecode::Verify(std::move(*module));
  if (verified.ok()) measured.module = std::move(*verified);
  return measured;
}

// The tests of the filter that are for rules of these policies.
std::vector<const bytecode::Test*> OwnTests(const bytecode::Module& module, const std::string& filter) {
  std::vector<const bytecode::Test*> tests = TestsOf(module, filter);
  std::erase_if(tests, [&](const bytecode::Test* test) {
    return std::none_of(module.rules.begin(), module.rules.end(), [&](const bytecode::Rule& rule) { return rule.id == test->rule; });
  });
  return tests;
}

// Coverage and mutation score of what has passed. Returns an exit code.
int Measure(const TestOptions& options, const PolicyRequest& request, const Limits& limits, bool colour) {
  SourceMap sources;
  DiagnosticSink sink;
  Measured measured = LoadMeasured(request, options.filter, sources, limits, sink);
  if (!measured.module) {
    std::fputs("writ test: there is no policy to measure: name the sources, not only a compiled pack\n", stderr);
    return kBadInput;
  }
  const std::vector<const bytecode::Test*> tests = OwnTests(measured.module->module(), options.filter);
  int code = kConforms;
  if (options.WantsCoverage()) {
    Result<Coverage> coverage = MeasureCoverage(*measured.program, *measured.module, tests, options.jobs);
    if (!coverage.ok()) {
      std::fprintf(stderr, "writ test: %s\n", coverage.error().c_str());
      return kBadInput;
    }
    if (!options.filter.empty()) DropUnused(*measured.program, *coverage);
    if (options.coverage || options.least_coverage != 0) std::printf("\n%s", RenderCoverage(*coverage, sources).c_str());
    const bool written = WriteOut(options.html, [&] { return RenderCoverageHtml(*coverage, sources); }) &&
                         WriteOut(options.lcov, [&] { return RenderLcov(*coverage, sources); });
    if (!written) return kBadInput;
    if (coverage->Percent() < options.least_coverage) {
      std::printf("less is covered than the %u %% asked for\n", options.least_coverage);
      code = kGateFailed;
    }
  }
  if (options.WantsMutants()) {
    Progress progress;
    const MutationScore score = MeasureMutationScore(*measured.program, *measured.module, sources, tests, options.jobs, [&](std::size_t done, std::size_t all) {
      progress.Show(std::to_string(done) + " of " + std::to_string(all) + " changes tried");
    });
    progress.Clear();
    std::printf("\n%s", RenderMutationScore(score, sources, colour).c_str());
    if (score.Percent() < options.least_score) {
      std::printf("fewer are noticed than the %u %% asked for\n", options.least_score);
      code = kGateFailed;
    }
  }
  return code;
}

void PrintResult(const TestResult& result, bool colour) {
  const char* const red = colour ? "\x1b[31m" : "";
  const char* const green = colour ? "\x1b[32m" : "";
  const char* const plain = colour ? "\x1b[0m" : "";
  std::printf("%s%s%s %s \"%s\" (%s)\n", result.passed ? green : red, result.passed ? "ok    " : "FAILED", plain, result.rule.c_str(),
              SanitizeForTerminal(result.title).c_str(), result.place.c_str());
  if (result.passed) return;
  for (const TestLine& line : result.lines) {
    const char* tint = line.kind == TestLine::Kind::kMissing ? red : line.kind == TestLine::Kind::kUnexpected ? green : "";
    std::printf("       %s%s%s\n", tint, SanitizeForTerminal(Marked(line)).c_str(), *tint == '\0' ? "" : plain);
  }
}

int RunOnce(const CommandContext& context, const TestOptions& options) {
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  PolicyRequest request;
  request.paths = options.paths;
  request.packs = options.packs;
  request.with_shipped = true;
  request.with_cases = true;
  request.shipped_may_clash = true;
  const auto module = LoadVerified(request, sources, limits, sink);
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!module) return kBadInput;
  const std::vector<const bytecode::Test*> tests = TestsOf(module->module(), options.filter);
  if (tests.empty()) {
    std::fputs(options.filter.empty() ? "writ test: no test was found; a run of nothing is not a pass\n"
                                      : "writ test: no test has this in its rule or title; a run of nothing is not a pass\n", stderr);
    return kBadInput;
  }
  const std::vector<TestResult> results = RunTests(*module, tests, options.jobs);
  std::size_t failed = 0;
  for (const TestResult& result : results) {
    failed += result.passed ? 0 : 1;
    if (!result.passed || options.verbose) PrintResult(result, context.colour_out);
  }
  std::printf("%zu passed, %zu failed\n", results.size() - failed, failed);
  std::fflush(stdout);
  if (!WriteOut(options.junit, [&] { return RenderJunit(results); })) return kBadInput;
  if (!options.WantsCoverage() && !options.WantsMutants()) return failed == 0 ? kConforms : kGateFailed;
  if (failed != 0) {
    std::fputs("writ test: nothing is measured while tests fail\n", stderr);
    return kGateFailed;
  }
  return Measure(options, request, limits, context.colour_out);
}

}  // namespace

int TestCommand(const CommandContext& context) {
  TestOptions options;
  if (const auto code = ParseOptions(context, options)) return *code;
  if (!options.watch) return RunOnce(context, options);
  std::vector<std::string> watched = options.paths;
  watched.insert(watched.end(), options.packs.begin(), options.packs.end());
  // Until it is interrupted: a run that fails is shown, and the next change may mend it.
  for (Snapshot before = SnapshotOf(watched);;) {
    RunOnce(context, options);
    std::printf("waiting for a change; end with Ctrl-C\n");
    std::fflush(stdout);
    Snapshot after = WaitForChange(watched, before);
    std::printf("\n");
    for (const std::string& file : ChangedFiles(before, after)) std::printf("changed: %s\n", SanitizeForTerminal(file).c_str());
    before = std::move(after);
  }
}

}  // namespace writ::cli
