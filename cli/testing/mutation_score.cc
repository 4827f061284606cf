// Mutants are planted one after another, since they change the one program; their tests run at once.
#include "cli/testing/mutation_score.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "compiler/compile.h"

namespace writ::cli {

namespace {

constexpr std::size_t kAtOnce = 256;   // modules that wait for their tests

// The module of some rules of the program and nothing else. Nothing when the mutant cannot be compiled, which notices it.
std::optional<bytecode::VerifiedModule> CompileRules(compiler::ir::Program& program, const std::vector<std::uint32_t>& rules, const SourceMap& sources) {
  std::vector<compiler::ir::Rule> all = std::move(program.rules);
  std::vector<compiler::ir::Waiver> waivers = program.waivers;
  std::vector<bytecode::Test> tests = std::move(program.tests);
  program.rules.clear(), program.tests.clear();
  for (const std::uint32_t rule : rules) program.rules.push_back(all[rule]);
  std::erase_if(program.waivers, [&](const compiler::ir::Waiver& waiver) {
    return std::none_of(program.rules.begin(), program.rules.end(), [&](const compiler::ir::Rule& rule) { return rule.shape.id == waiver.shape.rule; });
  });
  DiagnosticSink sink;
  std::optional<bytecode::Module> module = compiler::Emit(program, sources, sink);
  program.rules = std::move(all), program.waivers = std::move(waivers), program.tests = std::move(tests);
  if (!module) return std::nullopt;
  Result<bytecode::VerifiedModule> verified = bytecode::Verify(std::move(*module));
  if (!verified.ok()) return std::nullopt;
  return std::move(*verified);
}

}  // namespace

MutationScore MeasureMutationScore(compiler::ir::Program& program, const bytecode::VerifiedModule& module, const SourceMap& sources,
                                   const std::vector<const bytecode::Test*>& tests, unsigned jobs,
                                   const std::function<void(std::size_t, std::size_t)>& progress) {
  // Fixtures are read once for all mutants.
  std::map<std::string, std::vector<std::size_t>> tests_of;
  RegexCache regexes;
  std::vector<std::unique_ptr<Fixture>> fixtures;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    tests_of[tests[i]->rule].push_back(i);
    fixtures.push_back(MakeFixture(module.module(), *tests[i], regexes));
  }
  std::vector<Mutant> mutants = MutantsOf(program, sources);
  MutationScore score;
  score.planted = mutants.size();
  for (std::size_t first = 0; first < mutants.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, mutants.size() - first);
    std::vector<std::optional<bytecode::VerifiedModule>> modules(count);
    std::vector<std::vector<std::size_t>> asked(count);
    std::vector<char> noticed(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
      Mutant& mutant = mutants[first + i];
      for (const std::uint32_t rule : mutant.rules) {
        const auto found = tests_of.find(program.rules[rule].shape.id);
        if (found != tests_of.end()) asked[i].insert(asked[i].end(), found->second.begin(), found->second.end());
      }
      if (asked[i].empty()) continue;
      mutant.Swap();
      modules[i] = CompileRules(program, mutant.rules, sources);
      mutant.Swap();
      noticed[i] = modules[i] ? 0 : 1;
    }
    ForEachAtOnce(count, jobs, [&](std::size_t i) {
      for (std::size_t k = 0; k < asked[i].size() && noticed[i] == 0; ++k) {
        noticed[i] = JudgeTest(*modules[i], *tests[asked[i][k]], *fixtures[asked[i][k]]).passed ? 0 : 1;
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      const Mutant& mutant = mutants[first + i];
      if (noticed[i] == 0) score.survivors.push_back({program.rules[mutant.rules.front()].shape.id, mutant.span, mutant.change, !asked[i].empty()});
    }
    if (progress) progress(first + count, mutants.size());
  }
  return score;
}

std::string RenderMutationScore(const MutationScore& score, const SourceMap& sources, bool colour) {
  std::string out;
  for (const Survivor& survivor : score.survivors) {
    std::string change = survivor.change;
    std::replace(change.begin(), change.end(), '\n', ' ');
    const LineColumn at = sources.Locate(survivor.span);
    out += "survived: " + survivor.rule + (survivor.has_test ? "" : ", which has no test") + "\n  --> " + sources.file(survivor.span.file).name() + ":" +
           std::to_string(at.line) + ":" + std::to_string(at.column) + "\n" +
           RenderExcerpt(survivor.span, sources, SanitizeForTerminal(change), {colour}) + "\n";
  }
  return out + "mutation score " + std::to_string(score.Percent()) + " %: " + std::to_string(score.planted - score.survivors.size()) + " of " +
         std::to_string(score.planted) + " small changes of the rules are noticed\n";
}

}  // namespace writ::cli
