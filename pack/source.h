// A pack as its files, wherever they lie: in a folder, or in a `.wpk`. What a policy may read is what is here, so both behave alike.
// Covered by tests/cli/pack_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "base/result.h"
#include "pack/manifest.h"
#include "pack/wpk.h"

namespace writ::pack {

enum class PackFileKind : std::uint8_t { kManifest, kLock, kPolicy, kTest, kData };

struct PackFile {
  std::string path;              // within the pack
  std::string text;
  PackFileKind kind = PackFileKind::kData;
};

struct PackSource {
  std::string place;             // the folder or the `.wpk`, as it was named
  std::string shown;             // the same for people
  bool is_archive = false;
  Manifest manifest;
  std::vector<PackFile> files;   // sorted by path
  std::string digest;            // DigestOfFiles
  std::string bytecode;          // of a `.wpk`; hex digest of it in bytecode_digest
  std::string bytecode_digest;

  const PackFile* Find(const std::string& path) const;
  // The same as what EncodePack takes. Views into this.
  std::vector<PackedFile> Files() const;
};

// The pack in `folder`, which has a pack.yaml. Files of folders below that have a pack.yaml of their own are not its files, hidden ones
// neither. `shown`: the folder for people.
std::optional<PackSource> ReadPackFolder(const std::string& folder, const std::string& shown, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);
// The pack in a `.wpk`, as it was read from `path`.
std::optional<PackSource> ReadPackArchive(const std::string& path, const std::string& shown, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

// The text of the file `path` that the policy file `policy` of the pack names; the path is relative to the policy.
Result<std::string> LoadFrom(const PackSource& pack, const std::string& policy, const std::string& path);

bool IsPackFolder(const std::string& path);
bool IsPackArchive(const std::string& path);   // by its name

}  // namespace writ::pack
