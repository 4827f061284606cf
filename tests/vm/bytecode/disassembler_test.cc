// The printed form is stable, and functions read back as they were.
#include "vm/bytecode/disassembler.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/instruction.h"

namespace writ::bytecode {
namespace {

TEST_CASE("disassembler: a function") {
  const Module module = SampleModule();
  CHECK(DisassembleFunction(module, module.rules[2].evaluate) ==
        R"(function acme.status/evaluate (Exchange, Operation) -> verdict
  registers Exchange, Operation, int?, Operation, int, Response?, bool
    0  get_field             r2 <- r0, Exchange.status                      ; acme.test.writ:33
    1  jump_unless_absent    r2, -> 3                                       ; acme.test.writ:34
    2  skip                                                                 ; acme.test.writ:35
    3  move                  r3 <- r1                                       ; acme.test.writ:36
    4  unwrap                r4 <- r2                                       ; acme.test.writ:37
    5  call_builtin          r5 <- Operation.response(r3, r4)               ; acme.test.writ:38
    6  known                 r5, clause 0                                   ; acme.test.writ:39
    7  has                   r6 <- r5                                       ; acme.test.writ:40
    8  jump_if_true          r6, -> 10                                      ; acme.test.writ:41
    9  fail                  clause 0                                       ; acme.test.writ:42
   10  end                                                                  ; acme.test.writ:43
)");
}

TEST_CASE("disassembler: a module begins with its tables") {
  const std::string text = Disassemble(SampleModule());
  CHECK(text.substr(0, text.find("\nfunction ")) == R"(policy acme.test "1.0.0" "acme.test.writ"
const k0 int 5
const k1 string "GET"
const k2 string "POST"
const k3 set[string] {k1, k2}
const k4 list[string] [k2, k1, k2]
const k5 map[string, int] {k1: k0, k2: k0}
const k6 decimal 1.5
const k7 duration 10m
const k8 time t"2026-01-01T00:00:00.250Z"
const k9 time t"2026-12-31"
const k10 ip ip"10.0.0.1"
const k11 cidr ip"10.0.0.0/8"
const k12 regex re"^/v[0-9]+\\.x$"
const k13 bool true
const k14 enum {dev, production} production
const k15 Exposure internal
const k16 ip ip"2001:db8::1"
global acme.stage input enum {dev, production}
global acme.blocks data list[string] = k4 from "data.txt"
global acme.limit const int = acme.limit
global acme.twice param int = acme.twice

rule acme.methods "Methods are known"
  severity   high
  control    owasp API9:2023
  subject    operation
  evaluate   acme.methods/evaluate
  clause 0   clause_0: require …
  clause 1   clause_1: require …
  reads      Operation.method, Operation.summary, Operation.tags
  cost       O(1)

detect acme.replay "acme.replay"
  severity   medium
  subject    exchange
  evaluate   acme.replay/row
  window     sliding of acme.replay/length
  key        token: string
  aggregate  count() -> int
  aggregate  distinct(present ip?) -> int
  raise      acme.replay/raise
  report     acme.replay/report
  clause 0   clause_0: require …
  clause 1   clause_1: require …
  reads      Exchange.client_ip, Exchange.token, Credential.fingerprint
  cost       O(1)

rule acme.status "acme.status"
  severity   medium
  subject    exchange joined with operation
  evaluate   acme.status/evaluate
  clause 0   clause_0: require …
  reads      Exchange.status
  cost       O(1)

waiver W_1 for acme.methods until 2027-01-15
  where      W_1/where
)");
}

TEST_CASE("disassembler: functions read back as they were") {
  const Module module = SampleModule();
  std::string text(kSampleText.substr(0, kSampleText.find("\nfunction ")));
  for (std::uint32_t i = 0; i < module.functions.size(); ++i) text += "\n" + DisassembleFunction(module, i);
  const Module again = Assembled(text);
  const Module plain = Assembled(kSampleText);
  CHECK(Encode(again) == Encode(plain));
}

TEST_CASE("disassembler: long constants are cut beside an instruction") {
  Module module = Assembled("policy a\nconst k0 string \"0123456789012345678901234567890123456789012345678901234567890\"\n"
                            "function f () -> string\n  registers string\n  load_const r0 <- k0\n  return r0\n");
  CHECK(DisassembleFunction(module, 0).find("k0 \"01234567890123456789012345678901234567890123456…\n") != std::string::npos);
}

TEST_CASE("disassembler: text from a module cannot steer a terminal") {
  Module module = SampleModule();
  module.rules[0].metadata.title = "\x1b[31mred";
  module.functions[0].name = "a\nb\x1b";
  CHECK(Disassemble(module).find('\x1b') == std::string::npos);
}

TEST_CASE("disassembler: builtins have names of their own") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < AllBuiltins().size(); ++i) names.insert(NameInCode(static_cast<BuiltinId>(i)));
  CHECK(names.size() == AllBuiltins().size());
  CHECK(names.count("map[K, T].get") == 1);
}

}  // namespace
}  // namespace writ::bytecode
