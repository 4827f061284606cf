// Bytes of modules: the same module, the same bytes; and no damage goes unnoticed or does harm.
#include "vm/bytecode/codec.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/verifier.h"

namespace writ::bytecode {
namespace {

constexpr std::size_t kHeaderBytes = 6 + 2 + 8 + 32 + 8;

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Decodes and verifies. Whatever the bytes are, this must come back; what passes must print.
bool Accepted(std::string_view bytes) {
  Result<Module> module = Decode(bytes);
  if (!module.ok()) {
    CHECK(!module.error().empty());
    return false;
  }
  const Result<VerifiedModule> verified = Verify(std::move(module).value());
  if (!verified.ok()) {
    CHECK(!verified.error().empty());
    return false;
  }
  Disassemble(verified.value().module());
  return true;
}

TEST_CASE("codec: a module survives encoding") {
  const Module module = SampleModule();
  const std::string bytes = Encode(module);
  CHECK(bytes == Encode(SampleModule()));
  const Result<Module> decoded = Decode(bytes);
  REQUIRE(decoded.ok());
  CHECK(Encode(decoded.value()) == bytes);
  CHECK(Disassemble(decoded.value()) == Disassemble(module));
  CHECK(Accepted(bytes));
  CHECK(DigestOf(module) == DigestOf(decoded.value()));
  CHECK(DigestOf(module).size() == 64);
}

TEST_CASE("codec: members that disassembly does not show survive too") {
  const Result<Module> decoded = Decode(Encode(SampleModule()));
  REQUIRE(decoded.ok());
  const Rule& rule = decoded.value().rules[0];
  CHECK(rule.metadata.description == "Über \"all\" methods.");
  CHECK(rule.metadata.confidence == Confidence::kLow);
  CHECK(rule.metadata.fix_within == 7 * kNanosPerDay);
  CHECK(rule.per_count == 1);
  CHECK(rule.range.end_line == 9);
  CHECK(decoded.value().rules[1].needed_captures == kCaptureCredential);
  CHECK(decoded.value().rules[1].group->aggregates[1].present_only);
  CHECK(decoded.value().waivers[0].until == 1'800'000'000 * kNanosPerSecond);
  CHECK(decoded.value().tests[0].expectations[0].count == 1);
  CHECK_FALSE(decoded.value().tests[0].expectations[0].reason.has_value());
  CHECK(decoded.value().functions[0].ranges[1].line == 2);
}

TEST_CASE("codec: an empty module is the smallest one") {
  const std::string bytes = Encode(Module{});
  CHECK(Accepted(bytes));
  CHECK(bytes.size() == kHeaderBytes + 12);
}

TEST_CASE("codec: every flipped bit is noticed") {
  const std::string bytes = Encode(SampleModule());
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int bit : {0, 3, 7}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      accepted += Accepted(damaged) ? 1 : 0;
    }
  }
  CHECK(accepted == 0);
}

TEST_CASE("codec: every truncation is noticed") {
  const std::string bytes = Encode(SampleModule());
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(Decode(std::string_view(bytes).substr(0, size)).ok());
  CHECK_FALSE(Decode(bytes + '\0').ok());
}

// Behind the digest: the same damage with the header made to fit, as somebody would who means it.
TEST_CASE("codec: damage under a fitting digest does no harm") {
  const std::string payload = Encode(SampleModule()).substr(kHeaderBytes);
  std::size_t refused = 0, tried = 0;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    for (const int change : {1, 0x80, 0xff}) {
      std::string damaged = payload;
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      const std::string sealed = SealPayload(damaged);
      refused += Accepted(sealed) ? 0 : 1;
      ++tried;
      // What decodes is what was encoded: one module has one form.
      if (const Result<Module> module = Decode(sealed); module.ok()) CHECK(Encode(module.value()) == sealed);
    }
  }
  CHECK(refused > tried / 4);
  for (std::size_t size = 0; size < payload.size(); ++size) CHECK_FALSE(Accepted(SealPayload(payload.substr(0, size))));
}

TEST_CASE("codec: huge counts take no memory") {
  // No enum, no type, then a number of constants of which none follows.
  for (const std::string_view count : {"\xff\xff\xff\xff\x0f", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x80\x80\x40"}) {
    const Result<Module> module = Decode(SealPayload(std::string(2, '\0') + std::string(count)));
    REQUIRE_FALSE(module.ok());
    CHECK(Has(module.error(), "more items than bytes"));
  }
  const Result<Module> many = Decode(SealPayload(std::string(2, '\0') + "\x81\x80\x40" + std::string(4'000'000, '\0')));
  REQUIRE_FALSE(many.ok());
  CHECK(Has(many.error(), "too many items"));
}

TEST_CASE("codec: numbers have one form") {
  CHECK(Decode(SealPayload(std::string(12, '\0'))).ok());
  const Result<Module> padded = Decode(SealPayload(std::string("\x80\x00", 2) + std::string(8, '\0')));
  REQUIRE_FALSE(padded.ok());
  CHECK(Has(padded.error(), "malformed number"));
  // The tenth byte has room for one bit.
  const Result<Module> wide = Decode(SealPayload(std::string(2, '\0') + std::string(9, '\xff') + "\x03"));
  REQUIRE_FALSE(wide.ok());
  CHECK(Has(wide.error(), "malformed number"));
}

TEST_CASE("codec: other versions are refused by number") {
  std::string bytes = Encode(SampleModule());
  bytes[6] = 7;
  const Result<Module> module = Decode(bytes);
  REQUIRE_FALSE(module.ok());
  CHECK(module.error() == "bytecode format 7, and this build reads format 2: compile the policies again");
}

TEST_CASE("codec: other tables are refused") {
  std::string bytes = Encode(SampleModule());
  bytes[8] = static_cast<char>(bytes[8] ^ 1);
  const Result<Module> module = Decode(bytes);
  REQUIRE_FALSE(module.ok());
  CHECK(Has(module.error(), "other tables of opcodes, fields or functions"));
}

TEST_CASE("codec: what is no bytecode is refused") {
  for (const std::string_view text : {"", "W", "WRITBC", "openapi: 3.0.3", "WRITBD\x01"}) CHECK_FALSE(Decode(text).ok());
  CHECK(Has(Decode("policy acme").error(), "does not start with `WRITBC`"));
}

TEST_CASE("codec: a malformed module still has bytes") {
  Module module = SampleModule();
  module.constants[0].kind = static_cast<ConstantKind>(99);
  module.rules[0].metadata.severity = static_cast<Severity>(77);
  module.rules[0].id = "\xff\xfe";
  CHECK_FALSE(Accepted(Encode(module)));
}

}  // namespace
}  // namespace writ::bytecode
