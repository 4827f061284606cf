// libFuzzer target: any bytes, as an encoded module and as the payload of one. Nothing may crash, hang or take much memory; what
// decodes has one form, and what verifies prints.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

namespace {

using namespace writ;
using namespace writ::bytecode;

void TryModule(std::string_view bytes) {
  Result<Module> module = Decode(bytes);
  if (!module.ok()) return;
  WRIT_CHECK(Encode(module.value()) == bytes);
  const Result<VerifiedModule> verified = Verify(std::move(module).value());
  if (!verified.ok()) return;
  WRIT_CHECK(Disassemble(verified.value().module()) == Disassemble(verified.value().module()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  TryModule(bytes);
  // A mutation never keeps the digest: without this the fuzzer would not get past the header.
  TryModule(SealPayload(bytes));
  // A corpus of whole modules serves too: take their payload.
  constexpr std::size_t kHeaderBytes = 56;
  if (bytes.substr(0, 6) == "WRITBC" && size > kHeaderBytes) TryModule(SealPayload(bytes.substr(kHeaderBytes)));
  return 0;
}
