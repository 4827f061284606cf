// pack.yaml: what a pack is called, which files are its own, and which other packs it needs. docs/packs.md describes every key.
// Covered by tests/pack/manifest_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "pack/version.h"

namespace writ::pack {

inline constexpr const char* kManifestName = "pack.yaml";
inline constexpr const char* kLockName = "writ.lock";

struct Requirement {
  std::string name;
  VersionRange range;
  Span span;                         // of the name
};

// A glob over paths within the pack, or a folder that stands for all that is below it.
struct FilePattern {
  std::string text;
  Span span;
};

struct Manifest {
  FileId file = kNoFile;             // of pack.yaml
  std::string name;
  Version version;
  std::string description, license, owner;
  std::uint32_t language = 1;
  std::vector<FilePattern> policies, tests, data;   // empty: every .writ file, every .case file, none
  std::vector<Requirement> required;                // sorted by name
};

// Strict: unknown keys, and everything that has no meaning, are reported (W6021) at their place. Nothing when there was any.
std::optional<Manifest> ReadManifest(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

// "acme.api": letters, digits and `_`, joined by dots.
bool IsPackName(std::string_view name);

}  // namespace writ::pack
