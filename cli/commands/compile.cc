// `writ compile`: policies to bytecode, or just their mistakes.
#include <cstdio>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/passes.h"
#include "cli/plan.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"
#include "vm/bytecode/codec.h"

namespace writ::cli {

int CompileCommand(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  std::string out;
  bool rules = false, plan = false;
  PassChoice passes;
  Options parser("compile", "Compile policies to verified bytecode, or only look for mistakes.",
                 "  writ compile my-policies                        report mistakes, write nothing\n"
                 "  writ compile my-policies --out pack.writbc      and write the bytecode\n"
                 "  writ compile my-policies --rules                and list the rules with their cost\n"
                 "  writ compile my-policies --no-pass index        all passes of the compiler but one\n");
  parser.Positional("policies", paths, "folders or files of policies, or .wpk files");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.Text("--out", out, "file for the bytecode");
  parser.Flag("--rules", rules, "list the rules: id, severity, what they range over, cost class, what a recording must hold");
  parser.Flag("--explain-plan", plan, "what each rule reads, which conditions it shares, by what they are found, what is left to the machine, and its cost class");
  passes.Declare(parser);
  if (const auto code = parser.Parse(context.arguments)) return *code;
  if (paths.empty()) {
    std::fputs("writ compile: name a folder or file of policies\ntry `writ compile --help`\n", stderr);
    return kBadInput;
  }
  PolicyRequest request;
  request.paths = paths, request.packs = packs;
  if (const std::string unknown = passes.Choose(request.passes); !unknown.empty()) {
    std::fprintf(stderr, "writ compile: %s\n", unknown.c_str());
    return kBadInput;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  std::optional<bytecode::VerifiedModule> module = LoadVerified(request, sources, limits, sink);
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!module) {
    std::fprintf(stderr, "%zu error%s, %zu warning%s\n", sink.error_count(), sink.error_count() == 1 ? "" : "s", sink.warning_count(),
                 sink.warning_count() == 1 ? "" : "s");
    return kBadInput;
  }
  const bytecode::Module& compiled = module->module();
  if (rules) {
    for (const bytecode::Rule& rule : compiled.rules) {
      const std::string_view severity = bytecode::NameOf(rule.metadata.severity);
      std::printf("%s  %.*s  %s  %s\n", rule.id.c_str(), static_cast<int>(severity.size()), severity.data(),
                  std::string(bytecode::InfoOf(rule.subject).word).c_str(), rule.cost.c_str());
    }
  }
  if (plan) std::fputs(ExplainPlan(compiled).c_str(), stdout);
  if (!out.empty()) {
    const Status written = WriteFileAtomically(out, bytecode::Encode(compiled));
    if (!written.ok()) {
      std::fprintf(stderr, "writ compile: %s: %s\n", out.c_str(), written.error().c_str());
      return kBadInput;
    }
  }
  std::printf("%zu rule%s, %zu warning%s, digest %s\n", compiled.rules.size(), compiled.rules.size() == 1 ? "" : "s", sink.warning_count(),
              sink.warning_count() == 1 ? "" : "s", bytecode::DigestOf(compiled).c_str());
  return kConforms;
}

}  // namespace writ::cli
