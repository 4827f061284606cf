// `writ disasm`: bytecode as text.
#include <cstdio>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/passes.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/disassembler.h"

namespace writ::cli {

int DisasmCommand(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  Options parser("disasm", "Print the bytecode of policies: registers, instructions, and the line of the policy behind each.",
                 "  writ disasm                 the shipped pack\n"
                 "  writ disasm my-policies     policies, compiled now\n"
                 "  writ disasm pack.writbc     a compiled file, if it verifies\n"
                 "  writ disasm my-policies --passes none    as the compiler emits them before any pass\n");
  parser.Positional("policies", paths, "folders or files of policies, .wpk files, or one compiled file; none: the shipped pack");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  PassChoice passes;
  passes.Declare(parser);
  if (const auto code = parser.Parse(context.arguments)) return *code;
  PolicyRequest request;
  request.paths = paths, request.packs = packs, request.with_shipped = paths.empty();
  if (const std::string unknown = passes.Choose(request.passes); !unknown.empty()) {
    std::fprintf(stderr, "writ disasm: %s\n", unknown.c_str());
    return kBadInput;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  std::optional<bytecode::VerifiedModule> module;
  if (paths.size() == 1 && paths[0].size() > 7 && paths[0].substr(paths[0].size() - 7) == ".writbc") {
    const Result<std::string> bytes = ReadFile(paths[0], limits.description_bytes);
    Result<bytecode::Module> decoded = bytes.ok() ? bytecode::Decode(*bytes) : Result<bytecode::Module>(Error{bytes.error()});
    Result<bytecode::VerifiedModule> verified = decoded.ok() ? bytecode::Verify(std::move(*decoded)) : Result<bytecode::VerifiedModule>(Error{decoded.error()});
    if (!verified.ok()) {
      std::fprintf(stderr, "writ disasm: %s: %s\n", paths[0].c_str(), verified.error().c_str());
      return kBadInput;
    }
    module = std::move(*verified);
  } else {
    module = LoadVerified(request, sources, limits, sink);
  }
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!module) return kBadInput;
  std::fputs(bytecode::Disassemble(module->module()).c_str(), stdout);
  return kConforms;
}

}  // namespace writ::cli
