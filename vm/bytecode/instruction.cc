// The rows of opcodes.def as a vector.
#include "vm/bytecode/instruction.h"

namespace writ::bytecode {

const std::vector<OpcodeInfo>& AllOpcodes() {
  static const std::vector<OpcodeInfo> rows = {
#define OPCODE(name, mnemonic, format, signature, meaning) {mnemonic, Format::format, signature, meaning},
#include "vm/bytecode/opcodes.def"
#undef OPCODE
  };
  return rows;
}

}  // namespace writ::bytecode
