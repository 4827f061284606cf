// The compiler as one sentence: text → tokens → tree → resolved and typed program → optimised program → bytecode.
#include "compiler/compile.h"

#include "base/diagnostic_codes.h"
#include "compiler/check/check.h"
#include "compiler/parse/parse.h"

namespace writ::compiler {
namespace {

// Whether the checker only stumbled over what the parser has reported: one mistake gives one diagnostic. In an item with a syntax error
// parts are missing, and with them what the item would have used.
bool IsEcho(const Diagnostic& diagnostic, const std::vector<ParsedPolicy>& parsed) {
  bool any_broken = false;
  for (const ParsedPolicy& policy : parsed) {
    for (const Span& item : policy.tree->broken) {
      any_broken = true;
      if (diagnostic.span.valid() && diagnostic.span.file == item.file && diagnostic.span.begin >= item.begin && diagnostic.span.begin <= item.end) return true;
    }
  }
  return any_broken && (!diagnostic.span.valid() || diagnostic.code == DiagnosticCode::kUnusedDeclaration);
}

}  // namespace

std::vector<ParsedPolicy> ParseAll(const std::vector<PolicySource>& policies, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  std::vector<ParsedPolicy> trees;
  for (const PolicySource& policy : policies) trees.push_back({policy, Parse(policy.file, sources, limits, sink)});
  return trees;
}

std::optional<ir::Program> AnalyseTrees(const std::vector<ParsedPolicy>& trees, const SourceMap& sources, const CompileOptions& options, DiagnosticSink& sink) {
  DiagnosticSink found;
  std::optional<ir::Program> program = Check(trees, sources, options, found);
  for (const Diagnostic& diagnostic : found.all()) {
    if (!IsEcho(diagnostic, trees)) sink.Add(diagnostic);
  }
  if (program && options.look && !sink.has_errors()) options.look(*program, sink);
  if (sink.has_errors()) return std::nullopt;
  return program;
}

std::optional<ir::Program> Analyse(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                   const CompileOptions& options, DiagnosticSink& sink, std::vector<ParsedPolicy>* trees) {
  std::vector<ParsedPolicy> parsed = ParseAll(policies, sources, options.limits, sink);
  std::optional<ir::Program> program = AnalyseTrees(parsed, sources, options, sink);
  if (trees != nullptr) *trees = std::move(parsed);
  return program;
}

std::optional<bytecode::Module> Compile(const std::vector<PolicySource>& policies, const SourceMap& sources,
                                        const CompileOptions& options, DiagnosticSink& sink) {
  std::optional<ir::Program> program = Analyse(policies, sources, options, sink);
  if (!program) return std::nullopt;
  Optimise(*program, options.passes);
  return Emit(*program, sources, sink);
}

}  // namespace writ::compiler
