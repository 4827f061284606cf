// Policies as typed programs, which the oracle runs: those of a request compiled from their sources once more, and the shipped pack from the
// sources that are embedded. Covered by tests/cli/explain_test.cc.
#pragma once

#include <optional>
#include <string>

#include "cli/policies.h"
#include "compiler/ir/ir.h"
#include "vm/bytecode/verifier.h"

namespace writ::cli {

struct TypedPolicies {
  compiler::ir::Program program;
  std::optional<bytecode::VerifiedModule> module;   // made of the program alone; there
  // Index of a rule; nothing when it is not among them.
  std::optional<std::uint32_t> Find(const std::string& rule) const;
};

// Nothing without diagnostics when the request names no policies. `sources` receives their texts.
std::optional<TypedPolicies> TypedRequest(PolicyRequest request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);
std::optional<TypedPolicies> TypedShipped(SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::cli
