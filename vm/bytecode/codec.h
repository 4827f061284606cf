// Module ↔ bytes: magic, format version, digest, then sections (docs/bytecode-format.md). Decoding trusts nothing: every count is
// bounded by the bytes that are left, and another version is refused by its number. A decoded module still has to pass Verify.
// Covered by tests/vm/bytecode/codec_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "vm/bytecode/module.h"

namespace writ::bytecode {

std::string Encode(const Module& module);
Result<Module> Decode(std::string_view bytes);
// The version of the binary format that this build writes and reads.
inline constexpr std::uint16_t kFormatVersion = 2;
// Puts the header before a payload: magic, version, table fingerprint, digest, length. Encode ends in it; tests use it to reach the
// decoder behind the digest with damaged payloads.
std::string SealPayload(std::string_view payload);
// Hex SHA-256 of the encoded form without its header: the identity of compiled policies in reports.
std::string DigestOf(const Module& module);

}  // namespace writ::bytecode
