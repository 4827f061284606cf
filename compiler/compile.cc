// The compiler as one sentence: text → tokens → tree → resolved and typed program → bytecode.
#include "compiler/compile.h"

#include "compiler/check/check.h"
#include "compiler/parse/parse.h"

namespace writ::compiler {

std::optional<ir::Program> Analyse(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                   const CompileOptions& options, DiagnosticSink& sink) {
  std::vector<ParsedPolicy> parsed;
  for (const PolicySource& policy : policies) {
    parsed.push_back({policy, Parse(policy.file, sources, options.limits, sink)});
  }
  return Check(parsed, sources, options, sink);
}

std::optional<bytecode::Module> Compile(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                        const CompileOptions& options, DiagnosticSink& sink) {
  std::optional<ir::Program> program = Analyse(policies, sources, options, sink);
  if (!program) return std::nullopt;
  return Emit(*program, sources, sink);
}

}  // namespace writ::compiler
