// The assembler places what is written and names the line of what it cannot read. Whole modules: sample_module.h.
#include "vm/bytecode/assembler.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/instruction.h"

namespace writ::bytecode {
namespace {

std::string ErrorOf(std::string_view text) {
  const Result<Module> module = Assemble(text);
  return module.ok() ? "" : module.error();
}

TEST_CASE("assembler: operands land where the format has them") {
  const Module module = Assembled("function f (int, int) -> int\n  registers int, int, int, bool\n  top:\n  add_int r2 <- r0, r1\n  jump_if_true r3, -> out\n"
                                  "  out:\n  return r2\n");
  const Function& function = module.functions[0];
  CHECK(function.parameter_count == 2);
  CHECK(function.register_types.size() == 4);
  CHECK(function.code == std::vector<std::uint32_t>{EncodeAbc(Opcode::kAddInt, 2, 0, 1), EncodeAsbx(Opcode::kJumpIfTrue, 3, 0), EncodeAbc(Opcode::kReturn, 2)});
  CHECK(function.ranges.size() == 3);
}

TEST_CASE("assembler: jumps back are negative") {
  const Module module = Assembled("function f () -> int\n  registers iterator[int], int\n  a:\n  not r1 <- r1\n  iter_next r0, -> a\n  return r1\n");
  CHECK(Sbx(module.functions[0].code[1]) == -2);
}

TEST_CASE("assembler: rules say what their functions read") {
  const Module module = Assembled(kSampleText);
  CHECK(module.rules[0].fields == std::vector<FieldId>{FieldId::kOperation_method, FieldId::kOperation_summary, FieldId::kOperation_tags});
  CHECK(module.rules[2].captures == kCaptureStatus);
}

TEST_CASE("assembler: errors name the line") {
  CHECK(ErrorOf("policy a\nfrobnicate r1") == "line 2: an instruction outside a function");
  CHECK(ErrorOf("function f () -> int\n\n  frobnicate r1") == "line 3: no opcode `frobnicate`");
  CHECK(ErrorOf("function f () -> thing\n  end") == "line 1: no type `thing`");
  CHECK(ErrorOf("const k1 int 3") == "line 1: the next constant is k0");
  CHECK(ErrorOf("const k0 int x") == "line 1: no value of that type: `x`");
  CHECK(ErrorOf("function f () -> int\n  jump -> nowhere\n") == "line 2: no label `nowhere`");
  CHECK(ErrorOf("function f () -> int\n  call r0 <- g()\n") == "line 2: no function `g`");
  CHECK(ErrorOf("function f () -> int\n  get_field r0 <- r1, Api.nothing\n") == "line 2: no field `Api.nothing`");
  CHECK(ErrorOf("function f () -> int\n  join r0 <- (r1, r3)\n") == "line 2: registers in parentheses must be neighbours");
  CHECK(ErrorOf("function f () -> int\n  end r1\n") == "line 2: `r1` is too much");
  CHECK(ErrorOf("rule a.b planet f") == "line 1: no kind of subject `planet`");
}

}  // namespace
}  // namespace writ::bytecode
