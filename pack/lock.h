// writ.lock: the exact packs that a pack requires, itself or by way of others. `writ pack lock` writes it, everything else only compares.
// Covered by tests/pack/lock_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"

namespace writ::pack {

inline constexpr unsigned kLockFormat = 1;

struct LockedPack {
  std::string name, version;
  std::string digest;        // hex: DigestOfFiles (pack/wpk.h)
  Span span;                 // of the name
};

// One text for one list: sorted by name.
std::string WriteLock(std::vector<LockedPack> packs);
// Reports what has no meaning (W6027). Nothing when there was any.
std::optional<std::vector<LockedPack>> ReadLock(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::pack
