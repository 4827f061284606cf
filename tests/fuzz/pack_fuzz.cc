// libFuzzer target: any bytes as a `.wpk`, and as parts of one with everything round them right: PACK, bytecode, pack.yaml, writ.lock.
// It is read or refused; what is read has one form, and its names stay below their folder.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/diagnostics.h"
#include "pack/archive.h"
#include "pack/lock.h"
#include "pack/manifest.h"
#include "pack/wpk.h"

namespace {

using namespace writ;

void TryPack(std::string_view bytes) {
  const Limits limits;
  if (const auto archive = pack::ReadArchive(bytes, limits); archive.ok()) WRIT_CHECK(pack::WriteArchive(*archive) == bytes);
  const auto decoded = pack::DecodePack(bytes, limits);
  WRIT_CHECK(decoded.ok() || !decoded.error().empty());
  if (!decoded.ok()) return;
  WRIT_CHECK(pack::EncodePack(*decoded) == bytes);
  for (const pack::PackedFile& file : decoded->files) WRIT_CHECK(pack::IsArchiveName(file.path));
  (void)pack::LoadPack(bytes, limits);
}

template <typename Read>
void TryText(const std::string& name, std::string_view bytes, Read read) {
  SourceMap sources;
  DiagnosticSink sink;
  const bool usable = read(sources.Add(name, std::string(bytes)), sources, Limits{}, sink).has_value();
  WRIT_CHECK(usable != sink.has_errors());
  for (const Diagnostic& diagnostic : sink.all()) WRIT_CHECK(!RenderDiagnostic(diagnostic, sources, {false}).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  TryPack(bytes);
  // A mutation never keeps sums and digests: these get past them.
  pack::PackedPack packed;
  packed.name = "p", packed.version = "1.0.0", packed.built_by = "0.1.0";
  packed.bytecode = bytes;
  packed.files = {{"pack.yaml", bytes}};
  TryPack(pack::EncodePack(packed));
  const std::string first(bytes.substr(0, 256));
  TryPack(pack::WriteArchive({{"PACK", first}, {"SHA256SUMS", first}, {"module.writbc", first}, {first, bytes}}));
  TryText("pack.yaml", bytes, pack::ReadManifest);
  TryText("writ.lock", bytes, pack::ReadLock);
  return 0;
}
