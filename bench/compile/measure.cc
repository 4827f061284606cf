// Times the compiler and the loading of a `.wpk` inside one process: once from its start, then warm. scripts/bench-compile runs it and
// holds the figures to their bounds.
//
//   writ_bench_compile pack FOLDER ROUNDS     "NAME MICROSECONDS" a line: first, warm, build, load_first, load, decode, verify
//   writ_bench_compile growth ROUNDS          "NAME RATIO" a line: time(2n) / time(n) of texts that grow in one direction
//
// Times are CPU time of the thread, the least of the rounds where it is warm: what others do on the machine only ever adds.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "compiler/compile.h"
#include "compiler/parse/parse.h"
#include "pack/compile.h"
#include "pack/wpk.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/verifier.h"

namespace {

using namespace writ;

double Now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

template <typename F>
double Time(F f) {
  const double begin = Now();
  f();
  return Now() - begin;
}

template <typename F>
double Least(int rounds, F f) {
  double least = Time(f);
  for (int i = 1; i < rounds; ++i) least = std::min(least, Time(f));
  return least;
}

[[noreturn]] void Fail(const SourceMap& sources, const DiagnosticSink& sink) {
  for (const Diagnostic& diagnostic : sink.all()) std::fputs(RenderDiagnostic(diagnostic, sources, {}).c_str(), stderr);
  std::exit(1);
}

// Everything from text in memory to a verified module.
void CompileOnce(const pack::PackSet& set) {
  SourceMap sources;
  DiagnosticSink sink;
  auto module = pack::CompilePacks(set, {}, sources, {}, sink);
  if (!module) Fail(sources, sink);
  if (!bytecode::Verify(std::move(*module)).ok()) std::exit(1);
}

int Pack(const std::string& folder, int rounds) {
  SourceMap sources;
  DiagnosticSink sink;
  const Limits limits;
  auto source = pack::ReadPackFolder(folder, folder, sources, limits, sink);
  if (!source) Fail(sources, sink);
  std::vector<pack::PackSource> active;
  active.push_back(std::move(*source));
  const std::vector<std::string> none;
  const auto set = pack::ResolvePacks(std::move(active), none, "", sources, limits, sink);
  if (!set) Fail(sources, sink);
  std::printf("first %.0f\n", Time([&] { CompileOnce(*set); }));
  std::printf("warm %.0f\n", Least(rounds, [&] { CompileOnce(*set); }));
  std::optional<std::string> bytes;
  std::printf("build %.0f\n", Time([&] { bytes = pack::BuildPack(*set, {}, sources, limits, sink); }));
  if (!bytes) Fail(sources, sink);
  const auto load = [&] {
    if (!pack::LoadPack(*bytes, limits).ok()) std::exit(1);
  };
  std::printf("load_first %.0f\n", Time(load));
  std::printf("load %.0f\n", Least(rounds * 4, load));
  std::printf("unpack %.0f\n", Least(rounds * 4, [&] {
    if (!pack::DecodePack(*bytes, limits).ok()) std::exit(1);
  }));
  const auto packed = pack::DecodePack(*bytes, limits);
  std::printf("decode %.0f\n", Least(rounds * 4, [&] {
    if (!bytecode::Decode(packed->bytecode).ok()) std::exit(1);
  }));
  std::printf("bytes %zu\n", bytes->size());
  return 0;
}

// One text of `size` for each direction of growth; sizes are such that a time is some milliseconds.
struct Growth {
  const char* name;
  std::size_t size;
  std::string (*text)(std::size_t size);
  bool parse_only;
};

constexpr const char* kHead = "policy p version \"1.0.0\" language 1\n";
constexpr const char* kMeta = "  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n";

std::string Repeat(std::size_t count, std::string (*part)(std::size_t)) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part(i);
  return out;
}
std::string N(std::size_t i) { return std::to_string(i); }

const Growth kGrowths[] = {
    {"nested quantifiers", 40,   // fifty times; the limit of nesting is 200
     [](std::size_t size) {
       std::string open, close;
       for (std::size_t i = 0; i < size; ++i) open += "any(x" + N(i) + " in xs: ", close += ")";
       std::string out = kHead;
       for (std::size_t i = 0; i < 50; ++i) out += "fn f" + N(i) + "(xs: list[int]): bool = " + open + "true" + close + "\n";
       return out;
     },
     true},
    {"nested parentheses", 80,
     [](std::size_t size) {
       std::string out = kHead;
       for (std::size_t i = 0; i < 50; ++i) out += "fn f" + N(i) + "(x: int): int = " + std::string(size, '(') + "x" + std::string(size, ')') + "\n";
       return out;
     },
     true},
    {"long list", 5000, [](std::size_t size) { return kHead + ("const A: list[int] = [" + Repeat(size, [](std::size_t i) { return N(i) + ", "; }) + "0]\n"); }, false},
    {"long set", 5000,
     [](std::size_t size) { return kHead + ("const A: set[string] = {" + Repeat(size, [](std::size_t i) { return "\"/path/" + N(i) + "\", "; }) + "\"\"}\n"); }, false},
    {"long condition", 90,   // the limit is 200 operations
     [](std::size_t size) {
       std::string out = kHead;
       for (std::size_t k = 0; k < 50; ++k) {
         out += "fn f" + N(k) + "(x: int): bool = x == 1" + Repeat(size, [](std::size_t i) { return " or x == " + N(i); }) + "\n";
       }
       return out;
     },
     true},
    {"many rules", 200,
     [](std::size_t size) {
       return kHead + Repeat(size, [](std::size_t i) {
                return "rule r" + N(i) + " \"t\" {\n" + kMeta + "  for each operation op where op.path != \"/" + N(i) + "\"\n  require all(p in op.parameters: p.required)\n" +
                       "  report \"${op.method} ${op.path} of " + N(i) + "\" at op\n}\n";
              });
     },
     false},
    {"many functions", 500,
     [](std::size_t size) {
       return kHead + ("fn f(x: int): int = x\n" + Repeat(size, [](std::size_t i) { return "fn f" + N(i) + "(x: int): int = f(x) + " + N(i) + "\n"; }));
     },
     false},
    {"many clauses", 300,
     [](std::size_t size) {
       return kHead + ("rule r \"t\" {\n" + std::string(kMeta) + "  for each operation op\n" +
                       Repeat(size, [](std::size_t i) { return "  require op.path != \"/" + N(i) + "\" as c" + N(i) + "\n"; }) + "  report \"r\"\n}\n");
     },
     false},
};

int Grow(int rounds) {
  for (const Growth& growth : kGrowths) {
    const auto time = [&](std::size_t size) {
      const std::string text = growth.text(size);
      return Least(rounds, [&] {
        SourceMap sources;
        DiagnosticSink sink;
        const FileId file = sources.Add("p.writ", text);
        if (growth.parse_only) {
          const auto tree = compiler::Parse(file, sources, {}, sink);
          if (sink.has_errors()) Fail(sources, sink);
        } else if (!compiler::Compile({{file, false, 0}}, sources, {}, sink)) {
          Fail(sources, sink);
        }
      });
    };
    const double once = time(growth.size), twice = time(2 * growth.size);
    std::printf("%s: %.0f and %.0f us, %.2f\n", growth.name, once, twice, twice / once);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "pack" && argc == 4) return Pack(argv[2], std::max(1, std::atoi(argv[3])));
  if (mode == "growth" && argc == 3) return Grow(std::max(1, std::atoi(argv[2])));
  std::fputs("usage: writ_bench_compile pack FOLDER ROUNDS | growth ROUNDS\n", stderr);
  return 2;
}
