// One instruction is 32 bits:
//
//    31      24 23      16 15       8 7        0
//   |    C     |    B     |    A     |  opcode  |   kABC
//   |   Bx (unsigned 16)  |    A     |  opcode  |   kABx
//   |   sBx (signed 16)   |    A     |  opcode  |   kAsBx: relative to the next instruction
//
// Wider operands live in side tables of the function.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace writ::bytecode {

enum class Format : std::uint8_t { kABC, kABx, kAsBx, kNone };

enum class Opcode : std::uint8_t {
#define OPCODE(name, mnemonic, format, signature, meaning) name,
#include "vm/bytecode/opcodes.def"
#undef OPCODE
};

struct OpcodeInfo {
  std::string_view mnemonic;
  Format format;
  std::string_view signature;
  std::string_view meaning;
};
const std::vector<OpcodeInfo>& AllOpcodes();

using Instruction = std::uint32_t;

constexpr Instruction EncodeAbc(Opcode op, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0) {
  return static_cast<std::uint32_t>(op) | (a << 8) | (b << 16) | (c << 24);
}
constexpr Instruction EncodeAbx(Opcode op, std::uint32_t a, std::uint32_t bx) {
  return static_cast<std::uint32_t>(op) | (a << 8) | (bx << 16);
}
constexpr Instruction EncodeAsbx(Opcode op, std::uint32_t a, std::int32_t sbx) {
  return EncodeAbx(op, a, static_cast<std::uint16_t>(sbx));
}
constexpr Opcode OpcodeOf(Instruction i) { return static_cast<Opcode>(i & 0xff); }
constexpr std::uint32_t A(Instruction i) { return (i >> 8) & 0xff; }
constexpr std::uint32_t B(Instruction i) { return (i >> 16) & 0xff; }
constexpr std::uint32_t C(Instruction i) { return i >> 24; }
constexpr std::uint32_t Bx(Instruction i) { return i >> 16; }
constexpr std::int32_t Sbx(Instruction i) { return static_cast<std::int16_t>(i >> 16); }

}  // namespace writ::bytecode
