// From files to a verified module: policy files, packs and `.wpk` files, compiled or decoded, linked with the shipped pack.
// Covered by tests/cli.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "cli/project.h"
#include "compiler/compile.h"
#include "pack/compile.h"
#include "vm/bytecode/verifier.h"

namespace writ::cli {

struct PolicyRequest {
  std::vector<std::string> paths;      // files, folders and `.wpk` files: their rules are active
  std::string base;                    // names are shown relative to it; "" for each path's own folder
  bool with_shipped = false;           // link the embedded pack
  bool with_cases = false;             // .case files beside the rules too; a `.wpk` is compiled again from its sources
  bool shipped_may_clash = false;      // leave the shipped pack out when the policies are (a version of) it
  compiler::PassSet passes = compiler::kAllPasses;   // of the policies compiled now
  std::vector<std::string> packs;      // where packs are found that others require
};

// Adds what writ.yaml says: its policies and packs, the shipped pack if it wants it, and names as seen from its folder.
void AddPoliciesOf(const Project& project, PolicyRequest& request);

// How policies are compiled for a user: constants without a value are found as well.
pack::CompileRequest Checked(const Limits& limits);

// Policies as text, with what they require and what will be linked to them.
struct PolicyTexts {
  pack::PackSet set;
  pack::CompileRequest request;
  std::vector<bytecode::VerifiedModule> archives;         // `.wpk` files
  std::optional<bytecode::Module> shipped;
  std::vector<std::pair<std::string, std::string>> paths; // of each policy file that may be written: its name and where it is
  bool has_policies() const { return !request.loose.empty() || !set.packs.empty(); }
};
std::optional<PolicyTexts> ReadPolicies(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

// The module, without having passed Verify; for `compile` and `disasm`. `program` receives the typed program of the policies compiled now.
std::optional<bytecode::Module> LoadPolicies(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink,
                                             std::optional<compiler::ir::Program>* program = nullptr);
std::optional<bytecode::VerifiedModule> LoadVerified(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::cli
