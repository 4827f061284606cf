// libFuzzer target: any bytes as a policy file. Whatever is wrong is said at a place that can be printed, and what compiles passes the
// verifier: the compiler never makes a module that the machine refuses.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/diagnostics.h"
#include "base/source.h"
#include "compiler/compile.h"
#include "vm/bytecode/verifier.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace writ;
  SourceMap sources;
  DiagnosticSink sink;
  compiler::CompileOptions options;
  options.load = [](const std::string&, const std::string&) { return Result<std::string>(Error{"no files here"}); };
  const FileId file = sources.Add("fuzz.writ", std::string(reinterpret_cast<const char*>(data), size));
  std::optional<bytecode::Module> module = compiler::Compile({{file, false}}, sources, options, sink);
  for (const Diagnostic& diagnostic : sink.all()) WRIT_CHECK(!RenderDiagnostic(diagnostic, sources, {false}).empty());
  WRIT_CHECK(module.has_value() || sink.has_errors());
  if (module) WRIT_CHECK(bytecode::Verify(std::move(*module)).ok());
  return 0;
}
