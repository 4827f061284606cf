// Files in one file: ZIP in exactly one shape, so that any unzip program shows what is inside and yet no two readers can see different
// things. Entries are stored, not compressed; nothing lies between, before or behind them; dates, attributes and order are fixed. What is
// not byte for byte what WriteArchive makes is refused, so the fields of ZIP that programs read differently never matter.
// docs/pack-format.md describes the bytes. Covered by tests/pack/archive_test.cc and tests/fuzz/pack_fuzz.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"

namespace writ::pack {

struct ArchiveEntry {
  std::string_view name;     // stored views are owned by who gave them
  std::string_view bytes;
};

// Whether a name may stand in an archive: a relative path with `/` between its parts, none of them `.`, `..` or empty, at most 255 bytes
// of UTF-8 without control characters, `\` or `:`; so it never leads out of the folder that it is unpacked in, on any system.
bool IsArchiveName(std::string_view name);
// INVARIANT: the names pass IsArchiveName and are unique; all together is below Limits::pack_bytes.
std::string WriteArchive(const std::vector<ArchiveEntry>& entries);
// Views into `bytes`. Errors are one line: what is wrong and at which byte.
Result<std::vector<ArchiveEntry>> ReadArchive(std::string_view bytes, const Limits& limits);

// CRC-32 of ISO 3309, as ZIP has it.
std::uint32_t Crc32(std::string_view bytes);

}  // namespace writ::pack
