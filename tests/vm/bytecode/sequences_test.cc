// Sequences in a module: printed, written and read back, moved by the linker, and refused when their tables do not fit.
#include <doctest/doctest.h>

#include <functional>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/link.h"
#include "vm/bytecode/verifier.h"

using namespace writ::bytecode;

namespace {

constexpr std::string_view kText = R"(policy acme
const k0 duration 24h
rule acme.reuse exchange acme.reuse/evaluate clauses 1
function acme.reuse/evaluate (Exchange) -> verdict
  registers Exchange, string, time, time?, bool, bool, bool, string
    get_field r1 <- r0, Exchange.method
    get_field r2 <- r0, Exchange.start
    get_field r3 <- r0, Exchange.end
    get_field r4 <- r0, Exchange.succeeded
    get_field r5 <- r0, Exchange.succeeded
    get_field r6 <- r0, Exchange.succeeded
    get_field r7 <- r0, Exchange.path
    emit (r1, r2, r3, r4, r5, r6, r7)
    end
function acme.reuse/within () -> duration
  registers duration
    load_const r0 <- k0
    return r0
function acme.reuse/report (string, string) -> verdict
  registers string, string
    report_message r1
    end
)";

Module SequenceModule() {
  Module module = Assembled(kText);
  Rule& rule = module.rules[0];
  rule.is_detect = true;
  Group group;
  group.keys.push_back({"method", module.types.Scalar(TypeKind::kString)});
  Sequence sequence;
  sequence.steps = {{"logout", false}, {"login", true}, {"reuse", false}};
  sequence.within = 1;
  sequence.values.push_back({2, module.types.Scalar(TypeKind::kString)});
  sequence.places = {2};
  group.sequence = std::move(sequence);
  group.report = 2;
  rule.group = std::move(group);
  return module;
}

// Why a module with a changed group is refused; "" when it is not.
std::string Refused(const std::function<void(Group&, Module&)>& change) {
  Module module = SequenceModule();
  change(*module.rules[0].group, module);
  const auto verified = Verify(std::move(module));
  return verified.ok() ? "" : verified.error();
}

bool Has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("sequence: a module with one is verified, printed and written") {
  CHECK(Refused([](Group&, Module&) {}) == "");
  const Module module = SequenceModule();
  CHECK(Has(Disassemble(module),
            "  step       logout\n  step       without login\n  step       then reuse\n  within     acme.reuse/within\n  value      of reuse: string\n"
            "  at         reuse\n  report     acme.reuse/report\n"));
  const auto decoded = Decode(Encode(module));
  REQUIRE(decoded.ok());
  CHECK(Encode(*decoded) == Encode(module));
  CHECK(Disassemble(*decoded) == Disassemble(module));
}

TEST_CASE("sequence: linking moves its functions and types") {
  const auto linked = Link(SampleModule(), SequenceModule());
  REQUIRE(linked.ok());
  for (const Rule& rule : linked->rules) {
    if (rule.id == "acme.reuse") CHECK(linked->functions[rule.group->sequence->within].name == "acme.reuse/within");
  }
}

TEST_CASE("sequence: tables that do not fit are refused") {
  const auto steps = [](std::vector<SequenceStep> wanted) { return [wanted](Group& g, Module&) { g.sequence->steps = wanted; }; };
  CHECK(Has(Refused(steps({{"a", false}})), "a sequence of 1 steps"));
  CHECK(Has(Refused(steps({})), "a sequence of 0 steps"));
  CHECK(Has(Refused(steps(std::vector<SequenceStep>(17))), "a sequence of 17 steps"));
  CHECK(Has(Refused(steps({{"a", true}, {"b", false}})), "begins or ends with `without`"));
  CHECK(Has(Refused(steps({{"a", false}, {"b", true}})), "begins or ends with `without`"));
  CHECK(Has(Refused(steps({{"a", false}, {"b", false}, {"c", false}, {"d", false}})), "the group takes 8 values, not 7"));
  CHECK(Has(Refused(steps({{"\xff", false}, {"b", false}, {"c", false}})), "step, is not UTF-8"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->within = 2; }), "needs () -> duration for `within`"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->within = 99; }), "has no function for `within`"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->values[0].step = 1; }), "a value of a step that no row matches"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->values[0].step = 3; }), "a value of a step that no row matches"));
  CHECK(Has(Refused([](Group& g, Module& m) { g.sequence->values[0].type = m.rules[0].subject_types[0]; }), "a value of a step without usable type"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->values[0].type = TypeId{7000}; }), "a value of a step without usable type"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->values.assign(65, g.sequence->values[0]); }), "too many values of steps"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->values.clear(); }), "for `report`"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->places = {1}; }), "a place at a step that no row matches"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->places = {7}; }), "a place at a step that no row matches"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence->places.assign(17, 0); }), "too many places"));
  CHECK(Has(Refused([](Group& g, Module&) { g.window = WindowKind::kSliding, g.length = 1; }), "a sequence with a window or aggregates"));
  CHECK(Has(Refused([](Group& g, Module& m) { g.aggregates.push_back({AggregateKind::kCount, false, m.types.Never(), m.types.Scalar(TypeKind::kInt), 0}); }),
            "a sequence with a window or aggregates"));
  CHECK(Has(Refused([](Group& g, Module&) { g.raise = 1; }), "for `raise`"));
  CHECK(Has(Refused([](Group& g, Module&) { g.sequence.reset(); }), "for `raise`"));
  // The row begins at a time, ends at a time or not, and says of each step whether it matches.
  CHECK(Has(Refused([](Group&, Module& m) { m.functions[0].register_types[2] = m.types.OptionalOf(m.types.Scalar(TypeKind::kTime)); }), "does not"));
  CHECK(Has(Refused([](Group& g, Module&) { g.keys.clear(); }), "has no key"));
}
