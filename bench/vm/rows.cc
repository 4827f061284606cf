// Times the verdicts of compiled rules over exchanges in memory, with the passes on and off, and Lua over the same rows.
//
//     writ_bench_vm RECORDING TEMPLATES PATTERNS [NAME]
//
// RECORDING: lines of exchanges; TEMPLATES: a table whose second column is a path template; PATTERNS: regular expressions, one a line; NAME: the one measurement to take, for a profiler. Prints one line a measurement: its name, a tab,
// nanoseconds per predicate, a tab, how many predicates were true. bench/vm/run runs it between the other sides and compares.
#include <cstdio>
#include <deque>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <sstream>

#include "bench/vm/rows.h"
#include "compiler/compile.h"
#include "model/traffic/reader.h"
#include "vm/machine.h"
#include "vm/screen.h"

namespace writ::bench {

namespace {

constexpr std::size_t kRows = 20'000;

std::vector<Predicate> TwentyPredicates() {
  const std::vector<std::vector<std::string>> sets = {{"PUT", "PATCH", "DELETE"}, {"POST", "PUT"}, {"DELETE"}, {"GET", "HEAD"}};
  const std::vector<std::string> prefixes = {"/repos", "/orgs", "/users", "/enterprises", "/admin"};
  std::vector<Predicate> out;
  for (std::size_t i = 0; i < 20; ++i) out.push_back({i % 2 != 0 ? 500 : 600, prefixes[i % 5], sets[i % 4]});
  return out;
}

std::string SetText(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "{\"" : ", \"") + item + "\"";
  return out + "}";
}

constexpr char kHead[] = "  severity low impact integrity controls cwe 1 fix_within 7d rationale \"r\" remediation \"r\"\n  for each exchange x";
constexpr char kCredential[] = "(has x.request.header(\"authorization\") or has x.request.header(\"x-api-key\"))";

std::string RuleText(std::size_t number, const std::string& body) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return "rule r" + digits + " \"R\" {\n" + kHead + body + "  report \"r\" at x\n}\n";
}

std::string PredicateRules(const std::vector<Predicate>& predicates) {
  std::string text = "policy p version \"1.0.0\" language 1\n";
  for (const Predicate& p : predicates) {
    text += RuleText(text.size(), "\n  require x.scheme == \"https\" and " + std::string(kCredential) + " and (x.status ?? 0) < " + std::to_string(p.status) +
                                      " and (x.method not in " + SetText(p.methods) + " or x.path.starts_with(\"" + p.prefix + "\"))\n");
  }
  return text;
}

// Rules that each apply to a part of the API, as projects have them: by method and path, with the same few requirements.
std::string ScopedRules(const std::vector<std::string>& prefixes, std::size_t count) {
  const char* methods[] = {"{\"PUT\", \"PATCH\", \"DELETE\"}", "{\"POST\", \"PUT\"}", "{\"DELETE\"}", "{\"GET\", \"HEAD\"}"};
  std::string text = "policy p version \"1.0.0\" language 1\n";
  for (std::size_t i = 0; i < count; ++i) {
    text += RuleText(i, " where x.method in " + std::string(methods[i % 4]) + " and x.path.starts_with(\"" + prefixes[i % prefixes.size()] + "\")\n" +
                            "  require x.scheme == \"https\" and " + kCredential + " as credential\n  require (x.status ?? 0) < " +
                            std::to_string(500 + i % 7) + " as status\n");
  }
  return text;
}

// What stands before the first parameter of each template, each once.
std::vector<std::string> Prefixes(const char* path) {
  std::ifstream in(path);
  std::set<std::string> seen;
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string method, prefix;
    words >> method >> prefix;
    const std::size_t parameter = prefix.find('{');
    // Another part of the template makes more of them.
    prefix = prefix.substr(0, parameter) + (parameter == std::string::npos ? "" : std::to_string(out.size() % 10));
    if (!prefix.empty() && prefix[0] == '/' && seen.insert(prefix).second) out.push_back(prefix);
  }
  return out;
}

// One rule that asks for membership of 1,000 texts, or of 1,000 blocks of addresses.
std::string SetRule(const std::vector<std::string>& texts, bool blocks) {
  std::string items;
  for (std::size_t i = 0; i < 1000; ++i) {
    items += items.empty() ? "" : ", ";
    items += blocks ? "ip\"10." + std::to_string(i % 250) + "." + std::to_string(i / 4) + ".0/24\"" : "\"" + texts[i % texts.size()] + std::to_string(i) + "\"";
  }
  return "policy p version \"1.0.0\" language 1\n" +
         RuleText(0, "\n  require " + std::string(blocks ? "has x.client_ip and x.client_ip" : "x.path") + " not in {" + items + "}\n");
}

// As many rules as there are lines, each looking for one pattern in the path.
std::string PatternRules(const std::string& path) {
  std::ifstream in(path);
  std::string text = "policy p version \"1.0.0\" language 1\n";
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.find('"') != std::string::npos) continue;
    text += RuleText(count++, "\n  require not (x.path contains re\"" + line + "\")\n");
  }
  return text;
}

// Loops whose condition has a part that is the same for every element.
std::string LoopRules() {
  std::string text = "policy p version \"1.0.0\" language 1\n";
  for (std::size_t i = 0; i < 10; ++i) {
    text += RuleText(i, "\n  require none(h in x.request.headers: h.value == x.path.lower() or h.name == \"x-forwarded-" + std::to_string(i) + "\")\n");
  }
  return text;
}

struct Compiled {
  std::unique_ptr<bytecode::VerifiedModule> module;
  std::unique_ptr<vm::Program> program;
};

Compiled CompileText(const std::string& text, compiler::PassSet passes) {
  SourceMap sources;
  DiagnosticSink sink;
  compiler::CompileOptions options;
  options.passes = passes;
  auto module = compiler::Compile({{sources.Add("p.writ", text), false}}, sources, options, sink);
  for (const Diagnostic& d : sink.all()) std::fputs(RenderDiagnostic(d, sources, {}).c_str(), stderr);
  if (!module) std::exit(1);
  Compiled out;
  out.module = std::make_unique<bytecode::VerifiedModule>(std::move(bytecode::Verify(std::move(*module))).value());
  out.program = std::move(vm::Program::Load(*out.module, {}, {}, Limits{})).value();
  return out;
}

class Rows {
 public:
  explicit Rows(const std::string& path) {
    DiagnosticSink sink;
    model::RecordingOptions reading;
    reading.projection = model::kCaptureClientIp | model::kCaptureUrl | model::kCaptureStatus | model::kCaptureRequestHeaders;
    const auto reader = model::OpenRecording(path, "recording", reading, Limits{}, sink);
    if (reader == nullptr) std::exit(1);
    std::size_t count = 0;
    while (count < kRows) {
      model::ExchangeBatch& batch = batches_.emplace_back();
      const bool more = reader->Next(batch, sink);
      std::vector<vm::Value>& part = parts_.emplace_back();
      for (std::size_t i = 0; i < batch.count && count < kRows; ++i, ++count) {
        const model::Exchange& exchange = batch.exchanges[i];
        part.push_back(vm::Value::Record(bytecode::RecordId::kExchange, &exchange));
        const bool credential = model::FindValue(exchange.request_headers, "authorization").presence != model::Presence::kAbsent ||
                                model::FindValue(exchange.request_headers, "x-api-key").presence != model::Presence::kAbsent;
        plain_.push_back({exchange.scheme.value, exchange.method, exchange.path, credential, exchange.status.value});
      }
      if (!more) break;
    }
  }
  const std::deque<std::vector<vm::Value>>& parts() const { return parts_; }
  const std::vector<PlainRow>& plain() const { return plain_; }

 private:
  std::deque<model::ExchangeBatch> batches_;
  std::deque<std::vector<vm::Value>> parts_;   // as values, by batch
  std::vector<PlainRow> plain_;
};

// How far a subject is judged.
enum class Depth { kVerdict, kClauses };

// Verdicts of all rules on all rows, as the engine gets them: by screens, and by the machine where those leave it open. `kClauses`: failing rows
// go through the machine too, which says which clauses fail.
std::uint64_t CountFailed(const Compiled& compiled, std::span<const vm::Value> part, Depth depth, vm::Screen& screen, vm::Machine& machine) {
  const bytecode::Module& module = compiled.module->module();
  std::uint64_t failed = 0;
  vm::SubjectOutcome outcome;
  screen.Begin(part, {});
  const vm::SubjectSet all = vm::SubjectSet::First(part.size());
  for (std::uint32_t rule = 0; rule < module.rules.size(); ++rule) {
    vm::SubjectSet left = all;
    if (!module.rules[rule].screen.empty()) {
      const vm::ScreenResult& result = screen.Decide(rule);
      left = all.Without(result.not_applicable | result.passed);
      if (depth == Depth::kVerdict) {
        failed += result.failed.count();
        left = left.Without(result.failed);
      }
    }
    left.ForEach([&](std::size_t i) {
      machine.Evaluate(module.rules[rule].evaluate, part.subspan(i, 1), false, outcome);
      failed += outcome.verdict == vm::SubjectVerdict::kFail;
      machine.Reset();
    });
  }
  return failed;
}

std::string only;   // the name of the one measurement to take

// Batch by batch, each several times: in a run a batch is judged when the reader has just made it, so it is near. `far`: all batches one after another,
// which together are larger than the caches.
void Measure(const std::string& name, const std::string& text, compiler::PassSet passes, Depth depth, const Rows& rows, bool far = false) {
  if (!only.empty() && only != name) return;
  const Compiled compiled = CompileText(text, passes);
  vm::Screen screen(*compiled.program);
  vm::Machine machine(*compiled.program, Limits{});
  std::uint64_t failed = 0;
  double seconds = 0;
  if (far) {
    seconds = Median([&] {
      failed = 0;
      for (const std::vector<vm::Value>& part : rows.parts()) failed += CountFailed(compiled, part, depth, screen, machine);
    });
  } else {
    for (const std::vector<vm::Value>& part : rows.parts()) {
      std::uint64_t failed_here = 0;
      seconds += Median([&] { failed_here = CountFailed(compiled, part, depth, screen, machine); });
      failed += failed_here;
    }
  }
  const double count = static_cast<double>(rows.plain().size() * compiled.module->module().rules.size());
  std::printf("%s\t%.3f\t%llu\n", name.c_str(), seconds / count * 1e9, static_cast<unsigned long long>(failed));
  std::fflush(stdout);
}

}  // namespace

}  // namespace writ::bench

int main(int argc, char** argv) {
  using namespace writ;
  using namespace writ::bench;
  if (argc != 4 && argc != 5) {
    std::fprintf(stderr, "usage: writ_bench_vm RECORDING TEMPLATES PATTERNS [NAME]\n");
    return 2;
  }
  if (argc == 5) only = argv[4];
  const Rows rows(argv[1]);
  const std::vector<Predicate> predicates = TwentyPredicates();
  const std::string twenty = PredicateRules(predicates);
  Measure("all passes", twenty, compiler::kAllPasses, Depth::kVerdict, rows);
  Measure("all passes, clauses of failing rows too", twenty, compiler::kAllPasses, Depth::kClauses, rows);
  Measure("all passes, exchanges not in the cache", twenty, compiler::kAllPasses, Depth::kVerdict, rows, true);
  Measure("no pass", twenty, compiler::kNoPasses, Depth::kVerdict, rows);
  const auto without = [](compiler::Pass pass) { return compiler::kAllPasses & ~compiler::Only(pass); };
  // What a pass is for, with it and without it.
  const auto with_and_without = [&](const std::string& what, const std::string& text, compiler::Pass pass) {
    Measure(what, text, compiler::kAllPasses, Depth::kVerdict, rows);
    Measure(what + ", all but " + std::string(compiler::AllPasses()[static_cast<std::size_t>(pass)].name), text, without(pass), Depth::kVerdict, rows);
  };
  Measure("all but share", twenty, without(compiler::Pass::kShare), Depth::kVerdict, rows);
  Measure("all but index", twenty, without(compiler::Pass::kIndex), Depth::kVerdict, rows);
  const std::vector<std::string> prefixes = Prefixes(argv[2]);
  Measure("10 rules", ScopedRules(prefixes, 10), compiler::kAllPasses, Depth::kVerdict, rows);
  with_and_without("1000 rules", ScopedRules(prefixes, 1000), compiler::Pass::kIndex);
  with_and_without("rules with one pattern each", PatternRules(argv[3]), compiler::Pass::kRegexSets);
  with_and_without("a set of 1000 texts", SetRule(prefixes, false), compiler::Pass::kSets);
  with_and_without("a set of 1000 blocks", SetRule(prefixes, true), compiler::Pass::kSets);
  with_and_without("rules with loops over headers", LoopRules(), compiler::Pass::kHoist);
  if (!only.empty()) return 0;
  if (const auto lua = MeasureLua(predicates, rows.plain())) {
    const double count = static_cast<double>(rows.plain().size() * predicates.size());
    std::printf("lua\t%.3f\t%llu\n", lua->seconds / count * 1e9, static_cast<unsigned long long>(lua->violations));
  }
  return 0;
}
