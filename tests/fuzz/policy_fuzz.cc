// libFuzzer target: any bytes as a policy file. Whatever is wrong is said at a place that can be printed, and what compiles passes the
// verifier: the compiler never makes a module that the machine refuses. What has no syntax error means the same in the one style, which
// has come to rest.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/diagnostics.h"
#include "base/source.h"
#include "compiler/compile.h"
#include "compiler/format/format.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/dump.h"
#include "vm/bytecode/verifier.h"

namespace {

using namespace writ;

void TryCompile(const std::string& text) {
  SourceMap sources;
  DiagnosticSink sink;
  compiler::CompileOptions options;
  options.load = [](const std::string&, const std::string&) { return Result<std::string>(Error{"no files here"}); };
  const FileId file = sources.Add("fuzz.writ", text);
  std::optional<bytecode::Module> module = compiler::Compile({{file, false}}, sources, options, sink);
  for (const Diagnostic& diagnostic : sink.all()) WRIT_CHECK(!RenderDiagnostic(diagnostic, sources, {false}).empty());
  WRIT_CHECK(module.has_value() || sink.has_errors());
  if (module) WRIT_CHECK(bytecode::Verify(std::move(*module)).ok());
}

// The one style, or nothing where there are syntax errors; `tree` is what the text means.
std::optional<std::string> InStyle(const std::string& text, std::string& tree) {
  SourceMap sources;
  DiagnosticSink sink;
  const FileId file = sources.Add("fuzz.writ", text);
  std::optional<std::string> styled = compiler::Format(file, sources, {}, sink);
  WRIT_CHECK(styled.has_value() || sink.has_errors());
  if (styled) tree = compiler::Dump(*compiler::Parse(file, sources, {}, sink));
  return styled;
}

void TryFormat(const std::string& text) {
  std::string before, after;
  const std::optional<std::string> once = InStyle(text, before);
  if (!once) return;
  const std::optional<std::string> twice = InStyle(*once, after);
  WRIT_CHECK(twice.has_value() && *twice == *once && after == before);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  TryCompile(text);
  TryFormat(text);
  return 0;
}
