// libFuzzer target: any bytes as an API description, JSON or YAML. It is read or refused, and refusals say why at a place that can be
// printed.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/diagnostics.h"
#include "base/source.h"
#include "model/spec/read_api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace writ;
  SourceMap sources;
  DiagnosticSink sink;
  Limits limits;
  limits.document_nodes = 100'000;  // an input of 64 KiB must not be given seconds by its aliases
  const FileId file = sources.Add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  const auto api = model::ReadApi(file, {}, sources, limits, sink);
  for (const Diagnostic& diagnostic : sink.all()) WRIT_CHECK(!RenderDiagnostic(diagnostic, sources, {false}).empty());
  WRIT_CHECK(api != nullptr || sink.has_errors());
  return 0;
}
