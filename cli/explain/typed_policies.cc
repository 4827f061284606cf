// Sources → typed program → a module that numbers its globals alike.
#include "cli/explain/typed_policies.h"

#include "base/diagnostic_codes.h"
#include "stdlib-policies/embedded_pack.h"

namespace writ::cli {

namespace {

std::optional<TypedPolicies> WithModule(std::optional<compiler::ir::Program> program, SourceMap& sources, DiagnosticSink& sink) {
  if (!program) return std::nullopt;
  std::optional<bytecode::Module> module = compiler::Emit(*program, sources, sink);
  if (!module) return std::nullopt;
  Result<bytecode::VerifiedModule> verified = bytecode::Verify(std::move(*module));
  if (!verified.ok()) {
    sink.ReportInput(DiagnosticCode::kLinkFailed, "the policies", "they do not verify: " + verified.error(), "this is a defect in writ; please report it");
    return std::nullopt;
  }
  TypedPolicies typed;
  typed.program = std::move(*program);
  typed.module = std::move(*verified);
  return typed;
}

}  // namespace

std::optional<std::uint32_t> TypedPolicies::Find(const std::string& rule) const {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    if (program.rules[i].shape.id == rule) return i;
  }
  return std::nullopt;
}

std::optional<TypedPolicies> TypedRequest(PolicyRequest request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  if (request.paths.empty()) return std::nullopt;
  request.passes = compiler::kNoPasses;
  request.with_cases = true;   // so that a `.wpk` is compiled from its sources
  std::optional<compiler::ir::Program> program;
  if (!LoadPolicies(request, sources, limits, sink, &program)) return std::nullopt;
  return WithModule(std::move(program), sources, sink);
}

std::optional<TypedPolicies> TypedShipped(SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  std::vector<compiler::PolicySource> policies;
  // With its .case files, whose tests show what a rule asks for.
  for (const EmbeddedFile& file : EmbeddedPackFiles()) policies.push_back({sources.Add(std::string(file.name), std::string(file.text)), true});
  compiler::CompileOptions options;
  options.limits = limits;
  options.passes = compiler::kNoPasses;
  options.load = [](const std::string&, const std::string&) -> Result<std::string> { return Error{"it is not embedded"}; };
  return WithModule(compiler::Analyse(policies, sources, options, sink), sources, sink);
}

}  // namespace writ::cli
