// `.wpk`: a pack in one file, for those who run it and those who audit it. An archive (pack/archive.h) of
//   PACK             what it is: the version of this format first, then name, version, language edition, and the writ that built it
//   SHA256SUMS       the digest of every other entry, as `sha256sum -c` reads them
//   module.writbc    the bytecode
//   pack/…           pack.yaml, writ.lock, policies, tests and data as they lay in the folder, sorted by path
// docs/pack-format.md is the contract. The same folder gives the same bytes, whoever builds it wherever.
// Covered by tests/pack/wpk_test.cc and tests/fuzz/pack_fuzz.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "vm/bytecode/verifier.h"

namespace writ::pack {

// The version of the format that this build writes and reads.
inline constexpr unsigned kPackFormat = 1;

// A file of a pack; views are owned by the bytes of the `.wpk`, or by who builds one.
struct PackedFile {
  std::string_view path;            // within the pack
  std::string_view text;
};

struct PackedPack {
  std::string name, version;
  std::uint32_t language = 1;
  std::string built_by;             // version of writ
  std::string_view bytecode;
  std::vector<PackedFile> files;    // sorted by path
};

// SHA-256 over the lines that `sha256sum` prints for the files in the order of their paths: the digest of a pack, whether it is a folder
// or a `.wpk`, and whatever compiled it. Hex.
std::string DigestOfFiles(const std::vector<PackedFile>& files);

std::string EncodePack(const PackedPack& pack);
// Everything but the meaning of the bytecode is checked: shape, names, sums. Views into `bytes`.
Result<PackedPack> DecodePack(std::string_view bytes, const Limits& limits);
// DecodePack, then the bytecode, which must have been compiled from files of these digests, decoded and verified: what a run needs.
// Whether these files do give this bytecode only compiling them again can tell (`writ pack verify`).
Result<bytecode::VerifiedModule> LoadPack(std::string_view bytes, const Limits& limits);

}  // namespace writ::pack
