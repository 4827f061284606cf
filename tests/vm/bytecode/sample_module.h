// A module with one of everything, written by hand: what the tests of this folder encode, print, verify and damage.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "vm/bytecode/assembler.h"

namespace writ::bytecode {

inline constexpr std::string_view kSampleText = R"(
policy acme.test
const k0 int 5
const k1 string "GET"
const k2 string "POST"
const k3 set[string] {k1, k2}
const k4 list[string] [k2, k1, k2]
const k5 map[string, int] {k1: k0, k2: k0}
const k6 decimal 1.50
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
global acme.blocks data list[string] = k4
global acme.limit const int = acme.limit
global acme.twice param int = acme.twice
rule acme.methods operation acme.methods/evaluate clauses 2
rule acme.replay exchange acme.replay/row clauses 2
rule acme.status exchange acme.status/evaluate clauses 1

function acme.limit () -> int
  registers int
    load_const r0 <- k0
    return r0

function acme.twice () -> int
  registers int, int
    load_global r0 <- acme.limit
    add_int r1 <- r0, r0
    return r1

function acme.known (string) -> bool
  registers string, set[string], bool
    load_const r1 <- k3
    in_set r2 <- r0, r1
    return r2

# any(t in op.tags: t.starts_with(op.method)), with its text
function acme.methods/evaluate (Operation) -> verdict
  registers Operation, string, bool, list[string], iterator[string], string, string, string, bool, string, string?
    get_field r1 <- r0, Operation.method
    call r2 <- acme.known(r1)
    where r2, clause 0
    get_field r3 <- r0, Operation.tags
    load_const r8 <- k13
    iter_begin r4 <- r3
    jump -> next
  item:
    move r6 <- r5
    move r7 <- r1
    call_builtin r8 <- string.starts_with(r6, r7)
    jump_if_true r8, -> found
  next:
    iter_next r4, -> item
  found:
    close_any r8 <- r8, r3
    require r8, clause 1
    jump_unless_reporting -> done
    format r6 <- r1
    load_const r7 <- k1
    join r9 <- (r6, r7)
    report_message r9
    get_field r10 <- r0, Operation.summary
    report_per r10
    report_at r0
    report_at_field r0, Operation.tags
  done:
    end

function acme.status/evaluate (Exchange, Operation) -> verdict
  registers Exchange, Operation, int?, Operation, int, Response?, bool
    get_field r2 <- r0, Exchange.status
    jump_unless_absent r2, -> present
    skip
  present:
    move r3 <- r1
    unwrap r4 <- r2
    call_builtin r5 <- Operation.response(r3, r4)
    known r5, clause 0
    has r6 <- r5
    jump_if_true r6, -> end
    fail clause 0
  end:
    end

function acme.replay/row (Exchange) -> verdict
  registers Exchange, Credential?, bool, Credential, string, ip?
    get_field r1 <- r0, Exchange.token
    has r2 <- r1
    where r2, clause 0
    unwrap r3 <- r1
    get_field r4 <- r3, Credential.fingerprint
    get_field r5 <- r0, Exchange.client_ip
    emit (r4, r5)
    end

function acme.replay/length () -> duration
  registers duration
    load_const r0 <- k7
    return r0

function acme.replay/raise (string, int, int) -> bool
  registers string, int, int, bool, int
    load_global r4 <- acme.twice
    lt_int r3 <- r4, r1
    return r3

function acme.replay/report (string, int, int) -> verdict
  registers string, int, int, string
    fail clause 1
    jump_unless_reporting -> done
    format r3 <- r1
    report_message r3
  done:
    end

function acme.upper (list[string], bool) -> list[string]
  registers list[string], bool, list[string], iterator[string], string, string, set[string]
    list_from r2 <- r0
    iter_begin r3 <- r0
    jump -> next
  item:
    call_builtin r5 <- string.upper(r4)
    list_push_if r2, r5, r1
  next:
    iter_next r3, -> item
    set_from r6 <- r2
    return r2

function W_1/where (map[string, string], string) -> bool
  registers map[string, string], string, string?, string, bool
    load_const r3 <- k1
    index_map r2 <- r0, r3
    has r4 <- r2
    return r4
)";

inline Module Assembled(std::string_view text) {
  Result<Module> module = Assemble(text);
  INFO((module.ok() ? std::string() : module.error()));
  REQUIRE(module.ok());
  return std::move(module).value();
}

inline Module SampleModule() {
  Module module = Assembled(kSampleText);
  const TypeTable& types = module.types;
  const auto function = [&](std::string_view name) {
    for (std::uint32_t i = 0; i < module.functions.size(); ++i) {
      if (module.functions[i].name == name) return i;
    }
    return kNoFunction;
  };
  std::uint32_t line = 0;
  for (Function& each : module.functions) {
    for (SourceRange& range : each.ranges) ++line, range = {0, line, 3, line, 9};
  }
  Rule& detect = module.rules[1];
  detect.is_detect = true;
  detect.per_count = 0;
  detect.needed_captures = kCaptureCredential;
  Group group;
  group.window = WindowKind::kSliding;
  group.length = function("acme.replay/length");
  group.keys.push_back({"token", types.Scalar(TypeKind::kString)});
  const TypeId integer = types.Scalar(TypeKind::kInt);
  const TypeId ip = module.functions[detect.evaluate].register_types[5];
  group.aggregates.push_back({AggregateKind::kCount, false, types.Never(), integer, 0});
  group.aggregates.push_back({AggregateKind::kDistinct, true, ip, integer, 0});
  group.raise = function("acme.replay/raise");
  group.report = function("acme.replay/report");
  detect.group = std::move(group);
  Rule& rule = module.rules[0];
  rule.metadata.title = "Methods are known";
  rule.metadata.description = "Über \"all\" methods.";
  rule.metadata.severity = Severity::kHigh;
  rule.metadata.confidence = Confidence::kLow;
  rule.metadata.controls.push_back({"owasp", "API9:2023"});
  rule.metadata.fix_within = 7 * kNanosPerDay;
  rule.metadata.tags = {"inventory"};
  rule.per_count = 1;
  rule.range = {0, 4, 1, 9, 2};
  Waiver waiver;
  waiver.name = "W_1", waiver.rule = "acme.methods", waiver.where = function("W_1/where");
  waiver.until = 1'800'000'000 * kNanosPerSecond, waiver.until_text = "2027-01-15", waiver.reason = "known";
  module.waivers.push_back(waiver);
  Test test;
  test.title = "a method that is not known", test.rule = "acme.methods";
  test.inputs.push_back({TestInputKind::kSpec, "openapi: 3.0.3\n", "", {}});
  TestExpectation expectation;
  expectation.verdict = "fail", expectation.at = "/paths/~1a/get", expectation.count = 1;
  test.expectations.push_back(expectation);
  module.tests.push_back(test);
  return module;
}

}  // namespace writ::bytecode
