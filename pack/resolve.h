// Which packs a set of packs needs: requirements met by what was named, nothing from anywhere else. Imports see these and no others.
// Covered by tests/cli/pack_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pack/lock.h"
#include "pack/source.h"

namespace writ::pack {

struct PackSet {
  std::vector<PackSource> packs;                    // the first `active` are those that were asked for; the others are required by them
  std::size_t active = 0;
  std::vector<std::vector<std::uint32_t>> required; // of each pack: places in `packs` of those that its pack.yaml requires
};

// `places`: folders of packs, `.wpk` files, and folders that hold such. Of several packs of one name, the newest that the first
// requirement met takes. Reports what is missing, out of range, or requires itself by way of others (W6028). Nothing when there was any.
std::optional<PackSet> ResolvePacks(std::vector<PackSource> active, const std::vector<std::string>& places, const std::string& base, SourceMap& sources,
                                    const Limits& limits, DiagnosticSink& sink);

// All that `pack` requires, directly or by way of others, as its lock says it.
std::vector<LockedPack> LockOf(const PackSet& set, std::size_t pack);
// Compares the lock in each active pack's folder with what was found. Reports a missing lock and every difference (W6029).
void CheckLocks(const PackSet& set, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::pack
