// `writ test`: tests that policies bring with them, in `test` blocks and .case files.
#include <cstdio>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/test_runner.h"

namespace writ::cli {

int TestCommand(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  std::string filter;
  bool verbose = false;
  Options parser("test", "Run the tests that policies bring with them: `test` blocks and .case files beside the rules.",
                 "  writ test my-policies                     all tests below a folder\n"
                 "  writ test my-policies --filter amount     those whose rule or title contains a text\n\n"
                 "exit codes: 0 all passed, 1 a test failed, 2 bad input or usage\n");
  parser.Positional("policies", paths, "folders or files of policies, or .wpk files");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.Text("--filter", filter, "only tests whose rule or title contains this");
  parser.Flag("--verbose", verbose, "name the tests that passed too");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  if (paths.empty()) {
    std::fputs("writ test: name a folder or file of policies\ntry `writ test --help`\n", stderr);
    return kBadInput;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  PolicyRequest request;
  request.paths = paths;
  request.packs = packs;
  request.with_shipped = true;
  request.with_cases = true;
  request.shipped_may_clash = true;
  const auto module = LoadVerified(request, sources, limits, sink);
  for (const Diagnostic& diagnostic : sink.all()) std::fputs(RenderDiagnostic(diagnostic, sources, {context.colour_err}).c_str(), stderr);
  if (!module) return kBadInput;
  const std::vector<TestResult> results = RunTests(*module, filter);
  std::size_t failed = 0;
  for (const TestResult& result : results) {
    if (result.passed && !verbose) continue;
    failed += result.passed ? 0 : 1;
    const char* mark = result.passed ? "ok    " : "FAILED";
    std::printf("%s %s \"%s\" (%s)\n", mark, result.rule.c_str(), SanitizeForTerminal(result.title).c_str(), result.place.c_str());
    for (const std::string& problem : result.problems) std::printf("       %s\n", SanitizeForTerminal(problem).c_str());
  }
  if (results.empty()) {
    std::fputs("writ test: no test was found; a run of nothing is not a pass\n", stderr);
    return kBadInput;
  }
  std::printf("%zu passed, %zu failed\n", results.size() - failed, failed);
  return failed == 0 ? kConforms : kGateFailed;
}

}  // namespace writ::cli
