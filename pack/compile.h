// Packs → module: the policies of a set of packs, compiled together, each seeing what its pack.yaml lets it see.
// Covered by tests/cli/pack_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "compiler/compile.h"
#include "pack/resolve.h"

namespace writ::pack {

struct CompileRequest {
  bool with_tests = false;                   // .case files of the active packs too
  bool names_by_pack = false;                // files are called `PACK/PATH`, whatever the folder is called
  std::vector<FileId> loose;                 // policies that are in no pack; they see every active pack
  // Reads what a loose policy names.
  std::function<Result<std::string>(const std::string& policy_file, const std::string& path)> load_loose;
  std::vector<std::string> linked_rules;     // of modules that will be linked
  compiler::PassSet passes = compiler::kAllPasses;
  std::function<void(const compiler::ir::Program& program, DiagnosticSink& sink)> look;   // compiler::CompileOptions
};

// What the compiler takes. INVARIANT: the set and the request that it was made of live longer.
struct CompileInput {
  std::vector<compiler::PolicySource> policies;   // sorted by the names of their files
  compiler::CompileOptions options;
};
std::optional<CompileInput> GatherPolicies(const PackSet& set, const CompileRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

// `program`, when given, receives the typed program.
std::optional<bytecode::Module> CompilePacks(const PackSet& set, const CompileRequest& request, SourceMap& sources, const Limits& limits,
                                             DiagnosticSink& sink, std::optional<compiler::ir::Program>* program = nullptr);

// One active pack as a `.wpk`: the bytes that `writ pack build` writes, the same for the same files wherever they lie.
// `request` says how it is compiled; its files are called by the pack.
std::optional<std::string> BuildPack(const PackSet& set, CompileRequest request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::pack
