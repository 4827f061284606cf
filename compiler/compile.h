// Policies → module. compile.cc reads as the sentence that the pipeline is; each stage is one function.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "base/result.h"
#include "compiler/ir/ir.h"
#include "compiler/opt/optimise.h"
#include "compiler/syntax/ast.h"
#include "vm/bytecode/module.h"

namespace writ::compiler {

struct PolicySource {
  FileId file = kNoFile;
  bool shipped = false;      // belongs to the pack that comes with writ
  std::uint32_t pack = 0;    // place in CompileOptions::packs
};

// What policies of one pack may import, and whether they are there for others only: then none of their rules, waivers and tests is made.
struct PackScope {
  std::string name;                      // "" for policies that are in no pack
  std::vector<std::uint32_t> sees;       // packs that it requires; its own it sees anyway
  bool is_required_only = false;
};

struct ParsedPolicy {
  PolicySource source;
  std::unique_ptr<SyntaxTree> tree;
};

struct CompileOptions {
  Limits limits;
  // Reads a data file or a test fixture named in the policy `policy_file` (its name in the SourceMap).
  std::function<Result<std::string>(const std::string& policy_file, const std::string& path)> load;
  // Ids of rules of packs that are linked to these policies: waivers may name them.
  std::vector<std::string> linked_rules;
  PassSet passes = kAllPasses;
  // Looks at a program that has no errors so far, for what the compiler cannot find out, such as constants that have no value; may be null.
  std::function<void(const ir::Program& program, DiagnosticSink& sink)> look;
  // Packs of the policies; none when all policies are in no pack or in one.
  std::vector<PackScope> packs;
};

// Parse, Resolve, Check. Nothing when there were errors; `sink` has them all, and warnings. `trees`, when given, receives what was parsed.
std::optional<ir::Program> Analyse(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                   const CompileOptions& options, DiagnosticSink& sink,
                                   std::vector<ParsedPolicy>* trees = nullptr);
// The same in two steps: the trees, as far as the policies could be read, and what follows.
std::vector<ParsedPolicy> ParseAll(const std::vector<PolicySource>& policies, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);
std::optional<ir::Program> AnalyseTrees(const std::vector<ParsedPolicy>& trees, const SourceMap& sources, const CompileOptions& options, DiagnosticSink& sink);
// Typed program → module.
std::optional<bytecode::Module> Emit(const ir::Program& program, const SourceMap& sources, DiagnosticSink& sink);
// All of it.
std::optional<bytecode::Module> Compile(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                        const CompileOptions& options, DiagnosticSink& sink);

}  // namespace writ::compiler
