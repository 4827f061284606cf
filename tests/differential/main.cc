// Machine against oracle over programs by chance: each policy is compiled, judged in every way that a case is, and all must agree to the byte.
//
// usage: writ_differential [--seconds N] [--programs N] [--seed N] [--print]
//
// A program is a rule. Ends after so many seconds (default 10) or programs, prints what the programs reached, and ends with code 1 when the
// ways disagree, when the compiler refuses more than a fifth of the programs, or when 20,000 programs did not reach every opcode and builtin that
// text can reach. --print shows the policy of the seed and stops.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "tests/differential/generator.h"
#include "tests/support/case_run.h"
#include "vm/bytecode/instruction.h"

using namespace writ;
using namespace writ::test;

namespace {

constexpr std::size_t kRules = 16;   // of a policy

CaseFile CaseOf(const GeneratedPolicy& policy, const std::string& description, const std::string& exchanges) {
  CaseFile file;
  std::string text = policy.head;
  for (const std::string& rule : policy.rules) text += rule;
  file.sections.push_back({"policy", "p.writ", text});
  file.sections.push_back({"spec", "api", description});
  std::string parts[2];
  std::istringstream lines(exchanges);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) parts[policy.in_two ? count % 2 : 0] += line + "\n";
  file.sections.push_back({"recording", policy.sampled ? "log sampled" : "log", parts[0]});
  if (policy.in_two) file.sections.push_back({"recording", "other", parts[1]});
  if (!policy.separable) file.sections.push_back({"options", "", "related\n"});
  return file;
}

std::size_t LineCount(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

// Without the rules that have an error, which chance makes now and then: a constant that overflows, say. False if the head has one.
bool DropRefused(GeneratedPolicy& policy, const std::string& diagnostics, std::map<std::string, std::uint64_t>& refusals) {
  std::set<std::size_t> lines;
  const std::string mark = "p.writ:";
  for (std::size_t at = diagnostics.find("error "); at != std::string::npos; at = diagnostics.find("error ", at + 1)) {
    const std::size_t place = diagnostics.find(mark, at);
    if (place == std::string::npos) break;
    lines.insert(std::strtoul(diagnostics.c_str() + place + mark.size(), nullptr, 10));
    ++refusals[diagnostics.substr(at + 6, 5) + diagnostics.substr(diagnostics.find(' ', place), diagnostics.find('\n', place) - diagnostics.find(' ', place))];
  }
  std::size_t line = 1 + LineCount(policy.head);
  if (lines.empty() || *lines.begin() < line) return false;
  std::vector<std::string> good;
  for (const std::string& rule : policy.rules) {
    const std::size_t next = line + LineCount(rule);
    const auto first = lines.lower_bound(line);
    if (first == lines.end() || *first >= next) good.push_back(rule);
    line = next;
  }
  policy.rules = std::move(good);
  return !policy.rules.empty();
}

// By verdict, how often it came out; sequences, and those of them that a subject failed.
void CountVerdicts(const GeneratedPolicy& policy, const std::string& lines, std::map<std::string, std::uint64_t>& verdicts, std::uint64_t& sequences, std::uint64_t& matched) {
  std::set<std::string> failing;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const std::size_t subject = line.find('\t'), verdict = line.find('\t', subject + 1), end = line.find('\t', verdict + 1);
    if (verdict == std::string::npos || end == std::string::npos) continue;
    const std::string what = line.substr(verdict + 1, end - verdict - 1);
    ++verdicts[what];
    if (what == "fail") failing.insert(line.substr(2, subject - 2));   // behind "p."
  }
  for (const std::string& rule : policy.rules) {
    if (rule.find("\n  sequence {") == std::string::npos) continue;
    ++sequences;
    const std::size_t name = rule.find(' ') + 1;
    matched += failing.count(rule.substr(name, rule.find(' ', name) - name));
  }
}

// Leaves out the rules without which the ways still disagree.
GeneratedPolicy Reduced(GeneratedPolicy policy, const std::string& description, const std::string& exchanges) {
  for (std::size_t i = policy.rules.size(); i-- > 0 && policy.rules.size() > 1;) {
    GeneratedPolicy fewer = policy;
    fewer.rules.erase(fewer.rules.begin() + static_cast<std::ptrdiff_t>(i));
    if (!RunCase(CaseOf(fewer, description, exchanges)).problems.empty()) policy = std::move(fewer);
  }
  return policy;
}

}  // namespace

int main(int argc, char** argv) {
  double seconds = 10;
  std::uint64_t most = ~std::uint64_t{0}, seed = 1;
  bool print = false;
  for (int i = 1; i < argc; ++i) {
    const bool has_value = i + 1 < argc;
    if (std::strcmp(argv[i], "--print") == 0) {
      print = true;
    } else if (has_value && std::strcmp(argv[i], "--seconds") == 0) {
      seconds = std::strtod(argv[++i], nullptr);
    } else if (has_value && std::strcmp(argv[i], "--programs") == 0) {
      most = std::strtoull(argv[++i], nullptr, 10), seconds = 1e9;
    } else if (has_value && std::strcmp(argv[i], "--seed") == 0) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      std::fprintf(stderr, "usage: writ_differential [--seconds N] [--programs N] [--seed N] [--print]\n");
      return 2;
    }
  }
  Reached reached;
  std::map<std::string, std::uint64_t> verdicts;
  std::map<std::string, std::uint64_t> refusals;
  std::uint64_t policies = 0, separable = 0, sequences = 0, matched = 0, made = 0, programs = 0, disagreements = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (;; ++seed) {
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    if (elapsed.count() >= seconds || programs >= most) break;
    Random random(seed);
    GeneratedPolicy policy = GeneratePolicy(random, kRules);
    const std::string description = GenerateDescription(random), exchanges = GenerateExchanges(random, 3 + random.Below(10), policy.separable || policy.tells_ties_apart);
    if (print) {
      std::fputs(FormatCase(CaseOf(policy, description, exchanges)).c_str(), stdout);
      return 0;
    }
    CaseResult result = RunCase(CaseOf(policy, description, exchanges));
    if (!result.compiled && DropRefused(policy, result.shown.at("diagnostics"), refusals)) result = RunCase(CaseOf(policy, description, exchanges));
    AddReached(reached, result.reached);
    ++policies;
    made += kRules;
    if (!result.compiled) continue;
    programs += policy.rules.size();
    separable += policy.separable;
    CountVerdicts(policy, result.shown["verdicts"], verdicts, sequences, matched);
    if (result.problems.empty()) continue;
    ++disagreements;
    std::printf("seed %llu: %s\n%s\n", static_cast<unsigned long long>(seed), result.problems.front().c_str(),
                FormatCase(CaseOf(Reduced(policy, description, exchanges), description, exchanges)).c_str());
    if (disagreements >= 5) break;
  }
  std::printf("%llu programs in %llu policies, %llu refused by the compiler, %llu disagreements\n", static_cast<unsigned long long>(programs),
              static_cast<unsigned long long>(policies), static_cast<unsigned long long>(made - programs), static_cast<unsigned long long>(disagreements));
  std::printf("reached %zu of %zu opcodes, %zu of %zu builtins, %zu of %zu fields, %zu of %zu kinds, %zu aggregates, %zu windows\n", reached.opcodes.size(),
              bytecode::AllOpcodes().size(), reached.builtins.size(), bytecode::AllBuiltins().size(), reached.fields.size(), bytecode::AllFields().size(),
              reached.kinds.size(), bytecode::AllSubjectKinds().size(), reached.aggregates.size(), reached.windows.size());
  std::printf("%llu policies also with an unrelated exchange and as two recordings, %llu sequences of which %llu matched\n", static_cast<unsigned long long>(separable),
              static_cast<unsigned long long>(sequences), static_cast<unsigned long long>(matched));
  std::printf("verdicts:");
  for (const auto& [verdict, times] : verdicts) std::printf(" %s %llu", verdict.c_str(), static_cast<unsigned long long>(times));
  std::printf("\n");
  // What the generator gets wrong, by code with one message each.
  std::map<std::string, std::uint64_t> by_code;
  for (const auto& [said, times] : refusals) by_code[said.substr(0, 5)] += times;
  for (const auto& [code, times] : by_code) std::printf("refused %llu times: %s\n", static_cast<unsigned long long>(times), refusals.lower_bound(code)->first.c_str());
  bool complete = true;
  for (std::size_t i = 0; i < bytecode::AllBuiltins().size(); ++i) {
    if (reached.builtins.count(static_cast<bytecode::BuiltinId>(i)) != 0) continue;
    complete = false;
    std::printf("not reached: builtin %s %s\n", std::string(bytecode::AllBuiltins()[i].name).c_str(), std::string(bytecode::AllBuiltins()[i].signature).c_str());
  }
  for (std::size_t i = 0; i < bytecode::AllOpcodes().size(); ++i) {
    if (reached.opcodes.count(static_cast<bytecode::Opcode>(i)) != 0) continue;
    complete = false;
    std::printf("not reached: opcode %s\n", std::string(bytecode::AllOpcodes()[i].mnemonic).c_str());
  }
  const bool compiles = (made - programs) * 5 <= made;
  return disagreements == 0 && compiles && (complete || programs < 20'000) && programs > 0 ? 0 : 1;
}
