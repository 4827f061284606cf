// What the verifier lets through and what it refuses, and that it says why. Hostile bytes are in codec_test.cc.
#include "vm/bytecode/verifier.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "tests/vm/bytecode/sample_module.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/module_limits.h"

namespace writ::bytecode {
namespace {

// What Verify says against the module; "" when it accepts.
std::string ErrorOf(Module module) {
  const Result<VerifiedModule> verified = Verify(std::move(module));
  return verified.ok() ? "" : verified.error();
}

// The sample module after `change`.
std::string AfterChange(const std::function<void(Module&)>& change) {
  Module module = SampleModule();
  change(module);
  return ErrorOf(std::move(module));
}

// The tables that the code below may name.
constexpr std::string_view kTables = R"(
policy acme.test
const k0 int 5
const k1 string "a"
const k2 bool true
const k3 list[int] [k0]
const k4 cidr ip"10.0.0.0/8"
global acme.stage input enum {dev, production}
function one (int?) -> int
  registers int?, int
  load_const r1 <- k0
  return r1
)";

// A function (parameters) -> result with these registers (parameters included) and this code.
std::string CodeError(const std::string& signature, const std::string& registers, const std::string& code) {
  return ErrorOf(Assembled(std::string(kTables) + "function f " + signature + "\n registers " + registers + "\n" + code));
}
// The function of a rule over operations with two clauses.
std::string VerdictError(const std::string& registers, const std::string& code) {
  return ErrorOf(Assembled(std::string(kTables) + "rule a.r operation f clauses 2\nfunction f (Operation) -> verdict\n registers Operation, " + registers +
                           "\n" + code));
}

Function& FunctionNamed(Module& module, std::string_view name) {
  for (Function& function : module.functions) {
    if (function.name == name) return function;
  }
  FAIL("no such function");
  return module.functions[0];
}

#define CHECK_REFUSED(error, reason)                                  \
  do {                                                                \
    const std::string said = (error);                                 \
    CAPTURE(said);                                                    \
    CHECK(said.find(reason) != std::string::npos);                    \
    CHECK(said.find('\n') == std::string::npos);                      \
  } while (false)

TEST_CASE("verifier: the sample and the empty module are accepted") {
  CHECK(ErrorOf(SampleModule()) == "");
  CHECK(ErrorOf(Module{}) == "");
}

TEST_CASE("verifier: accepted code") {
  CHECK(CodeError("(list[int]) -> int?", "list[int], int?, list[int], iterator[int], int, bool", R"(
    load_const r2 <- k3
    call_builtin r1 <- list[T].first(r0)
    iter_begin r3 <- r2
    jump -> next
  item:
    eq_int r5 <- r4, r4
    jump_if_true r5, -> done
  next:
    iter_next r3, -> item
  done:
    return r1)") == "");
  // Written on both paths; a `T` moves to a `T?`, goes to a parameter and returns as one.
  CHECK(CodeError("(bool) -> int?", "bool, int?, int", R"(
    jump_if_false r0, -> other
    load_const r2 <- k0
    jump -> both
  other:
    load_const r2 <- k0
  both:
    move r1 <- r2
    call r2 <- one(r2)
    return r2)") == "");
  // Nested loops; an inner iterator may begin again in the outer loop.
  CHECK(CodeError("(list[list[int]]) -> list[int]", "list[list[int]], iterator[list[int]], list[int], iterator[int], int, list[int]", R"(
    list_new r5
    iter_begin r1 <- r0
    jump -> outer_next
  outer:
    iter_begin r3 <- r2
    jump -> inner_next
  inner:
    list_push r5, r4
  inner_next:
    iter_next r3, -> inner
  outer_next:
    iter_next r1, -> outer
    return r5)") == "");
  CHECK(CodeError("(list[int?]) -> int?", "list[int?], int, int?", "load_const r1 <- k0\nindex_list r2 <- r0, r1\nreturn r2") == "");
  CHECK(CodeError("(map[string, list[int]], string) -> list[int]?", "map[string, list[int]], string, list[int]?",
                  "call_builtin r2 <- map[K, T].get(r0, r1)\nreturn r2") == "");
  CHECK(VerdictError("RequestBody?, bool?", "get_field r1 <- r0, Operation.request_body\nget_field_opt r2 <- r1, RequestBody.required\nknown r2, clause 1\nend") == "");
}

TEST_CASE("verifier: code is refused for its operands") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[0] |= 0xff; }), "opcode 255 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[0] = EncodeAbx(Opcode::kLoadConst, 9, 0); }), "register 9 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[0] = EncodeAbx(Opcode::kLoadConst, 0, 900); }), "constant 900 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[1].code[0] = EncodeAbx(Opcode::kLoadGlobal, 0, 4); }), "global 4 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[1] |= 1u << 31; }), "an unused operand is not 0");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.methods/evaluate").code.back() = EncodeAbx(Opcode::kEnd, 1, 0); }), "an unused operand is not 0");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.methods/evaluate").fields.clear(); }), "field 0 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.methods/evaluate").builtins.clear(); }), "builtin 0 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.methods/evaluate").callees.clear(); }), "callee 0 does not exist");
  CHECK_REFUSED(VerdictError("bool", "fail clause 2\nend"), "function 1 (`f`), instruction 0 (fail): clause 2 does not exist");
}

TEST_CASE("verifier: the first number behind the last is refused") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[0] = EncodeAbx(Opcode::kLoadConst, static_cast<std::uint32_t>(m.functions[0].register_types.size()), 0); }),
                "register 1 does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code[0] = EncodeAbx(Opcode::kLoadConst, 0, static_cast<std::uint32_t>(m.constants.size())); }),
                "constant 17 does not exist");
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "jump_if_true r0, -> 2\nreturn r0"), "jumps out of the function");
  CHECK_REFUSED(CodeError("(string) -> string", "string, string", "join r1 <- (r0, r1, r2)\nreturn r1"), "arguments from register 0 on do not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[1].code[0] = EncodeAbx(Opcode::kLoadGlobal, 0, 3); }), "reads a global that does not come before it");
}

TEST_CASE("verifier: code is refused for its types") {
  CHECK_REFUSED(CodeError("() -> int", "string, int", "load_const r0 <- k0\nreturn r1"), "register 0 of `string` does not fit");
  CHECK_REFUSED(CodeError("() -> int?", "int?", "load_const r0 <- k0\nreturn r0"), "register 0 of `int?` does not fit");
  CHECK_REFUSED(CodeError("(int?) -> int", "int?, int", "move r1 <- r0\nreturn r1"), "register 0 of `int?` where `int` is wanted");
  CHECK_REFUSED(CodeError("(int?) -> int", "int?", "return r0"), "register 0 of `int?` where `int` is wanted");
  CHECK_REFUSED(CodeError("(int) -> int", "int, int", "unwrap r1 <- r0\nreturn r1"), "register 0 of `int` does not fit");
  CHECK_REFUSED(CodeError("(int, string) -> bool", "int, string, bool", "eq_int r2 <- r0, r1\nreturn r2"), "register 1 of `string` does not fit");
  CHECK_REFUSED(CodeError("(int, duration) -> bool", "int, duration, bool", "lt_int r2 <- r0, r1\nreturn r2"), "register 1 of `duration` does not fit");
  CHECK_REFUSED(CodeError("(Severity, Exposure) -> bool", "Severity, Exposure, bool", "eq_int r2 <- r0, r1\nreturn r2"), "register 1 of `Exposure` does not fit");
  CHECK_REFUSED(CodeError("(Operation, Api) -> bool", "Operation, Api, bool", "eq_record r2 <- r0, r1\nreturn r2"), "register 1 of `Api` does not fit");
  CHECK_REFUSED(CodeError("(int, list[string]) -> bool", "int, list[string], bool", "in_list r2 <- r0, r1\nreturn r2"), "register 1 of `list[string]` does not fit");
  CHECK_REFUSED(CodeError("(ip, list[string]) -> bool", "ip, list[string], bool", "in_cidrs r2 <- r0, r1\nreturn r2"), "register 1 of `list[string]` does not fit");
  CHECK_REFUSED(CodeError("(list[int], int) -> int", "list[int], int, int", "index_list r2 <- r0, r1\nreturn r2"), "register 2 of `int` does not fit");
  CHECK_REFUSED(CodeError("(map[string, int], int) -> int?", "map[string, int], int, int?", "index_map r2 <- r0, r1\nreturn r2"), "register 1 of `int` does not fit");
  CHECK_REFUSED(CodeError("(list[int]) -> set[string]", "list[int], set[string]", "set_from r1 <- r0\nreturn r1"), "register 1 of `set[string]` does not fit");
  CHECK_REFUSED(CodeError("(map[string, int]) -> bool", "map[string, int], iterator[int], int, bool", "iter_begin r1 <- r0\nreturn r3"), "register 0 of `map[string, int]` does not fit");
  CHECK_REFUSED(CodeError("(Api) -> string", "Api, string", "get_field r1 <- r0, Operation.method\nreturn r1"), "field `method` is of `Operation`, not `Api`");
  CHECK_REFUSED(CodeError("(Operation) -> string", "Operation, string", "get_field r1 <- r0, Operation.summary\nreturn r1"), "register 1 of `string` does not fit");
  CHECK_REFUSED(CodeError("(Operation?) -> string", "Operation?, string", "get_field r1 <- r0, Operation.method\nreturn r1"), "register 0 of `Operation?` does not fit");
  CHECK_REFUSED(CodeError("(Operation?) -> string", "Operation?, string", "get_field_opt r1 <- r0, Operation.method\nreturn r1"), "register 1 of `string` does not fit");
  CHECK_REFUSED(CodeError("(string) -> string", "string, string", "call_builtin r1 <- string.length(r0)\nreturn r1"), "register 1 of `string` does not fit");
  CHECK_REFUSED(CodeError("(list[int]) -> string?", "list[int], string?", "call_builtin r1 <- list[T].first(r0)\nreturn r1"), "register 1 of `string?` does not fit");
  CHECK_REFUSED(CodeError("(string) -> int", "string, int", "call_builtin r1 <- string.starts_with(r0)\nreturn r1"), "another number of arguments");
  CHECK_REFUSED(CodeError("(string) -> int", "string, int", "call r1 <- one(r0)\nreturn r1"), "register 0 of `string` where `int?` is wanted");
  CHECK_REFUSED(CodeError("(int) -> string", "int, string", "call r1 <- one(r0)\nreturn r1"), "register 1 of `string` for a result of `int`");
  CHECK_REFUSED(CodeError("(string, int) -> string", "string, int, string", "join r2 <- (r0, r1)\nreturn r2"), "register 1 of `int` where `string` is wanted");
  CHECK_REFUSED(CodeError("(list[int]) -> int", "list[int], iterator[int], string", "iter_begin r1 <- r0\nx:\niter_next r1, -> x\nreturn r0"), "register 2 of `string` is not what the iterator gives");
  CHECK_REFUSED(CodeError("(list[int]) -> int", "list[int], iterator[int], iterator[int]", "iter_begin r1 <- r0\nmove r2 <- r1\nreturn r0"), "register 1 of `iterator[int]` does not fit");
  CHECK_REFUSED(VerdictError("string", "load_const r1 <- k1\nreport_at r1\nend"), "register 1 of `string` is no place");
}

TEST_CASE("verifier: arguments beyond the registers are refused") {
  CHECK_REFUSED(AfterChange([](Module& m) {
                  Function& f = FunctionNamed(m, "acme.methods/evaluate");
                  f.code[1] = EncodeAbc(Opcode::kCall, 2, 250, 0);
                }),
                "arguments from register 250 on do not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.replay/row").code[6] = EncodeAbc(Opcode::kEmit, 0, 4, 255); }), "do not exist");
}

TEST_CASE("verifier: jumps and loops") {
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "jump_if_true r0, -> 9\nreturn r0"), "jumps out of the function");
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "x:\njump_if_true r0, -> x\nreturn r0"), "instruction 0 (jump_if_true): jumps back");
  CHECK_REFUSED(CodeError("(list[int]) -> bool", "list[int], iterator[int], int, bool", "iter_begin r1 <- r0\niter_next r1, -> 2\nreturn r3"), "jumps forward");
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool, bool", "not r1 <- r0"), "the function can run off its end");
  CHECK_REFUSED(CodeError("(list[int]) -> bool", "list[int], iterator[int], int, bool", "x:\niter_begin r1 <- r0\niter_next r1, -> x\nreturn r3"),
                "the loop begins its own iterator again");
  CHECK_REFUSED(CodeError("(list[int]) -> bool", "list[int], iterator[int], int, bool, iterator[int], int", R"(
    iter_begin r1 <- r0
    iter_begin r4 <- r0
  a:
    move r2 <- r2
  b:
    move r2 <- r2
    iter_next r1, -> a
    iter_next r4, -> b
    return r3)"),
                "jumps into another loop");
}

TEST_CASE("verifier: loops are nested to a limit") {
  const auto nested = [](std::size_t depth) {
    std::string registers = "list[int]", code, ends;
    for (std::size_t i = 0; i < depth; ++i) {
      const std::string r = "r" + std::to_string(1 + 2 * i), label = "l" + std::to_string(i);
      registers += ", iterator[int], int";
      code += "iter_begin " + r + " <- r0\njump -> n" + label + "\n" + label + ":\n";
      ends = "n" + label + ":\niter_next " + r + ", -> " + label + "\n" + ends;
    }
    return CodeError("(list[int]) -> list[int]", registers, code + ends + "return r0");
  };
  CHECK(nested(kModuleLimits.loop_depth) == "");
  CHECK_REFUSED(nested(kModuleLimits.loop_depth + 1), "loops are nested too deeply");
}

TEST_CASE("verifier: registers are written before they are read") {
  CHECK_REFUSED(CodeError("() -> int", "int", "return r0"), "register 0 may be read before it is written");
  CHECK_REFUSED(CodeError("(bool) -> int", "bool, int", "jump_if_true r0, -> x\nload_const r1 <- k0\nx:\nreturn r1"), "register 1 may be read before it is written");
  // Written on the path that is seen first, and not on the second.
  CHECK_REFUSED(CodeError("(bool) -> int", "bool, int, int", "jump_if_true r0, -> other\nload_const r1 <- k0\njump -> x\nother:\nload_const r2 <- k0\nx:\nreturn r1"),
                "register 1 may be read before it is written");
  CHECK_REFUSED(CodeError("() -> string", "string, string, string", "load_const r0 <- k1\njoin r2 <- (r0, r1)\nreturn r2"), "register 1 may be read before it is written");
  CHECK_REFUSED(CodeError("() -> int", "int?, int", "call r1 <- one(r0)\nreturn r1"), "register 0 may be read before it is written");
  // The item is only there when iter_next jumps.
  CHECK_REFUSED(CodeError("(list[int]) -> int", "list[int], iterator[int], int", "iter_begin r1 <- r0\njump -> n\ni:\nmove r2 <- r2\nn:\niter_next r1, -> i\nreturn r2"),
                "instruction 4 (return): register 2 may be read before it is written");
  // Written in the body, read in the body of the next turn: a first turn would find nothing.
  CHECK_REFUSED(CodeError("(list[int]) -> int", "list[int], iterator[int], int, int, int", R"(
    iter_begin r1 <- r0
    load_const r4 <- k0
    jump -> n
  i:
    add_int r3 <- r3, r2
  n:
    iter_next r1, -> i
    return r4)"),
                "instruction 3 (add_int): register 3 may be read before it is written");
  // A jump into the body of a loop from outside.
  CHECK_REFUSED(CodeError("(list[int], bool) -> int", "list[int], bool, iterator[int], int, int", R"(
    iter_begin r2 <- r0
    load_const r4 <- k0
    jump_if_true r1, -> i
    jump -> n
  i:
    add_int r4 <- r4, r3
  n:
    iter_next r2, -> i
    return r4)"),
                "instruction 4 (add_int): register 3 may be read before it is written");
}

TEST_CASE("verifier: only lists begun here and seen by nobody grow") {
  CHECK_REFUSED(CodeError("(list[int], int) -> list[int]", "list[int], int", "list_push r0, r1\nreturn r0"), "not this function's to change");
  CHECK_REFUSED(CodeError("(int) -> list[int]", "int, list[int], list[int]", "list_new r1\nmove r2 <- r1\nlist_push r1, r0\nreturn r1"), "not this function's to change");
  CHECK_REFUSED(CodeError("(int) -> list[int]", "int, list[int], list[int]", "list_new r1\nmove r2 <- r1\nlist_push r2, r0\nreturn r1"), "not this function's to change");
  CHECK_REFUSED(CodeError("(int, bool, list[int]) -> list[int]", "int, bool, list[int], list[int]", R"(
    list_new r3
    jump_if_true r1, -> x
    move r3 <- r2
  x:
    list_push r3, r0
    return r3)"),
                "not this function's to change");
  CHECK_REFUSED(CodeError("(list[int]) -> list[int]", "list[int], list[int], iterator[int], int", R"(
    list_new r1
    iter_begin r2 <- r0
    jump -> n
  i:
    list_push r1, r3
    iter_begin r2 <- r1
  n:
    iter_next r2, -> i
    return r1)"),
                "begins its own iterator again");
}

TEST_CASE("verifier: verdicts belong to verdict functions") {
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "where r0, clause 0\nreturn r0"), "only functions that end in a verdict can do this");
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "end"), "only functions that end in a verdict can do this");
  CHECK_REFUSED(CodeError("(bool) -> bool", "bool", "jump_unless_reporting -> 1\nreturn r0"), "only functions that end in a verdict can do this");
  CHECK_REFUSED(VerdictError("bool", "return r0"), "returns nothing");
  CHECK_REFUSED(VerdictError("bool", "emit (r0)\nend"), "only the row function of a group can do this");
  CHECK_REFUSED(CodeError("() -> verdict", "bool", "end"), "ends in a verdict of no rule");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[2].evaluate = m.rules[1].evaluate; }), "is not that");
  CHECK_REFUSED(AfterChange([](Module& m) {
                  Rule copy = m.rules[0];
                  copy.id = "acme.zz";
                  m.rules.push_back(copy);
                }),
                "which ends in a verdict of another rule");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.methods/evaluate").callees[0] = m.rules[2].evaluate; }), "which ends in a verdict");
}

TEST_CASE("verifier: rows have the types of their group") {
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.replay/row").code[6] = EncodeAbc(Opcode::kEmit, 0, 4, 1); }), "the group takes 2 values, not 1");
  CHECK_REFUSED(AfterChange([](Module& m) { FunctionNamed(m, "acme.replay/row").code[6] = EncodeAbc(Opcode::kEmit, 0, 3, 2); }), "where `string` is wanted");
  CHECK_REFUSED(AfterChange([](Module& m) {
                  Function& f = FunctionNamed(m, "acme.replay/row");
                  f.code.insert(f.code.begin() + 7, f.code[6]);
                  f.ranges.push_back(f.ranges.back());
                }),
                "a row may have been emitted already");
}

TEST_CASE("verifier: calls have no cycle and a bounded depth") {
  CHECK_REFUSED(CodeError("(int?) -> int", "int?, int", "call r1 <- f(r0)\nreturn r1"), "calls itself, directly or through others");
  CHECK_REFUSED(AfterChange([](Module& m) {
                  // acme.known calls acme.upper, which calls acme.known.
                  const auto number = [&](std::string_view name) { return static_cast<std::uint32_t>(&FunctionNamed(m, name) - m.functions.data()); };
                  FunctionNamed(m, "acme.known").callees = {number("acme.upper")};
                  FunctionNamed(m, "acme.upper").callees = {number("acme.known")};
                }),
                "calls itself, directly or through others");
  const auto chain = [](std::size_t length) {
    std::string text = "policy a\nconst k0 int 1\nfunction f0 () -> int\n registers int\n load_const r0 <- k0\n return r0\n";
    for (std::size_t i = 1; i < length; ++i) {
      text += "function f" + std::to_string(i) + " () -> int\n registers int\n call r0 <- f" + std::to_string(i - 1) + "()\n return r0\n";
    }
    return ErrorOf(Assembled(text));
  };
  CHECK(chain(kModuleLimits.call_depth) == "");
  CHECK_REFUSED(chain(kModuleLimits.call_depth + 1), "nest too deeply");
}

TEST_CASE("verifier: function tables") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].code.clear(), m.functions[0].ranges.clear(); }), "has 0 instructions");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].ranges.pop_back(); }), "one source range per instruction");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].ranges[0].policy = 3; }), "names policy 3, which does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].ranges[0].end_line = 0; }), "ends before it begins");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].parameter_count = 2; }), "fewer registers than parameters");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].register_types.resize(257, TypeId{0}); }), "has 257 registers");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].register_types[0] = TypeId{4000}; }), "register 0 has no usable type");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].result = TypeId{4000}; }), "no usable result type");
  CHECK_REFUSED(AfterChange([](Module& m) {
                  const TypeId iterator = m.types.IteratorOf(m.types.Scalar(TypeKind::kInt));
                  Function& f = FunctionNamed(m, "acme.known");
                  f.register_types[0] = iterator;
                }),
                "parameter 0 has a type that no value has");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].result = m.types.Intern({TypeKind::kVariable, 0, TypeId{0}, TypeId{0}}); }), "no usable result type");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].fields.push_back(FieldId{60'000}); }), "a field that does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].builtins.push_back({BuiltinId{60'000}, 0}); }), "a builtin that does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].callees.push_back(700); }), "calls function 700, which does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].name = "\xc3("; }), "a name that is not UTF-8");
}

TEST_CASE("verifier: types") {
  const TypeId zero{0};
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.Intern({TypeKind::kList, 0, TypeId{4000}, zero}); }), "names a type that does not come before it");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.Intern({TypeKind::kList, 0, TypeId(m.types.size()), zero}); }), "names a type that does not come before it");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.Intern({TypeKind::kRecord, 200, zero, zero}); }), "is malformed");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.Intern({TypeKind::kEnum, 200, zero, zero}); }), "is malformed");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.Intern({TypeKind::kInt, 1, zero, zero}); }), "is malformed");
  CHECK_REFUSED(AfterChange([&](Module& m) {
                  const TypeId optional = m.types.OptionalOf(m.types.Scalar(TypeKind::kInt));
                  m.types.Intern({TypeKind::kOptional, 0, optional, zero});
                }),
                "is malformed");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.ListOf(m.types.IteratorOf(zero)); }), "is malformed");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.EnumOf({"a", "a"}); }), "has a member twice");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.EnumOf({"a b"}); }), "is not a name");
  CHECK_REFUSED(AfterChange([&](Module& m) { m.types.EnumOf({}); }), "has 0 members");
  CHECK_REFUSED(AfterChange([&](Module& m) {
                  TypeId type = zero;
                  for (std::size_t i = 0; i < kModuleLimits.type_depth; ++i) type = m.types.ListOf(type);
                }),
                "nested too deeply");
}

TEST_CASE("verifier: constants") {
  const auto change = [](std::size_t constant, const std::function<void(Constant&)>& edit) {
    return AfterChange([&](Module& m) { edit(m.constants[constant]); });
  };
  CHECK_REFUSED(change(0, [](Constant& c) { c.kind = static_cast<ConstantKind>(50); }), "constant 0 has an unknown kind");
  CHECK_REFUSED(change(0, [](Constant& c) { c.kind = ConstantKind::kDuration; }), "constant 0 is not a value of `int`");
  CHECK_REFUSED(change(0, [](Constant& c) { c.type = TypeId{5000}; }), "has no usable type");
  CHECK_REFUSED(change(0, [](Constant& c) { c.items = {0}; }), "has items");
  CHECK_REFUSED(change(1, [](Constant& c) { c.text = "\x80"; }), "constant 1 is not UTF-8");
  CHECK_REFUSED(change(3, [](Constant& c) { c.items = {2, 1}; }), "not in canonical order or has a repeat");
  CHECK_REFUSED(change(3, [](Constant& c) { c.items = {1, 1}; }), "not in canonical order or has a repeat");
  CHECK_REFUSED(change(4, [](Constant& c) { c.items = {1, 4}; }), "which does not come before it");
  CHECK_REFUSED(change(4, [](Constant& c) { c.items = {1, 0}; }), "has an item of `int`, not `string`");
  CHECK_REFUSED(change(5, [](Constant& c) { c.items.pop_back(); }), "a key without a value");
  CHECK_REFUSED(change(5, [](Constant& c) { c.items = {2, 0, 1, 0}; }), "not in canonical order");
  CHECK_REFUSED(change(6, [](Constant& c) { c.decimal.scale = 39; }), "not a value of `decimal`");
  CHECK_REFUSED(change(6, [](Constant& c) { c.decimal = {150, 2}; }), "not a value of `decimal`");
  CHECK_REFUSED(change(8, [](Constant& c) { c.precision = 7; }), "not a value of `time`");
  CHECK_REFUSED(change(8, [](Constant& c) { c.precision = 0; }), "not a value of `time`");
  CHECK_REFUSED(change(9, [](Constant& c) { c.integer += 1; }), "not a value of `time`");
  CHECK_REFUSED(change(10, [](Constant& c) { c.cidr.network.bytes[9] = 1; }), "not a value of `ip`");
  CHECK_REFUSED(change(11, [](Constant& c) { c.cidr.prefix = 33; }), "not a value of `cidr`");
  CHECK_REFUSED(change(11, [](Constant& c) { c.cidr.prefix = 4; }), "not a value of `cidr`");
  CHECK_REFUSED(change(12, [](Constant& c) { c.text.assign(kModuleLimits.pattern_bytes + 1, 'a'); }), "too many bytes");
  CHECK_REFUSED(change(13, [](Constant& c) { c.integer = 2; }), "not a value of `bool`");
  CHECK_REFUSED(change(14, [](Constant& c) { c.integer = 2; }), "not a value of `enum {dev, production}`");
  CHECK_REFUSED(change(14, [](Constant& c) { c.integer = -1; }), "not a value of `enum {dev, production}`");
}

TEST_CASE("verifier: constants that share items are bounded by what they write out") {
  CHECK_REFUSED(AfterChange([](Module& m) {
                  TypeId type = m.types.Scalar(TypeKind::kInt);
                  std::uint32_t item = 0;
                  for (int i = 0; i < 10; ++i) {
                    type = m.types.ListOf(type);
                    Constant constant;
                    constant.kind = ConstantKind::kList, constant.type = type, constant.items.assign(10, item);
                    item = static_cast<std::uint32_t>(m.constants.size());
                    m.constants.push_back(constant);
                  }
                }),
                "too large when written out");
}

TEST_CASE("verifier: policies and globals") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.policies[0].name = "acme."; }), "policy 0 has the name `acme.`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.policies[0].digest = "00"; }), "no SHA-256 digest");
  CHECK_REFUSED(AfterChange([](Module& m) { m.policies[0].language = 2; }), "language edition 2");
  CHECK_REFUSED(AfterChange([](Module& m) { m.policies[0].version = "\xff"; }), "policy 0, version, is not UTF-8");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[1].name = "acme.stage"; }), "two globals have the name `acme.stage`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[0].name = "9"; }), "has the name `9`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[0].kind = static_cast<GlobalKind>(9); }), "unknown kind");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[0].initialiser = 0; }), "is an input with a value");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[1].constant = 0; }), "has no constant of its type");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[1].data_digest.clear(); }), "has no SHA-256 digest");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[2].initialiser = kNoFunction; }), "has no initialiser");
  CHECK_REFUSED(AfterChange([](Module& m) { m.globals[2].initialiser = 2; }), "is not what its initialiser returns");
  CHECK_REFUSED(AfterChange([](Module& m) { std::swap(m.globals[2], m.globals[3]); }), "reads a global that does not come before it");
}

TEST_CASE("verifier: rules") {
  CHECK_REFUSED(AfterChange([](Module& m) { std::swap(m.rules[0], m.rules[2]); }), "not in order of ids");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[1].id = m.rules[0].id; }), "repeats an id");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].id = "acme..r"; }), "has the id `acme..r`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].policy = 1; }), "names a policy that does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].metadata.severity = static_cast<Severity>(9); }), "unknown severity");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].metadata.fix_within = -1; }), "negative time to fix");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].metadata.controls[0].id.clear(); }), "empty control");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].metadata.rationale = "\xed\xa0\x80"; }), "rationale, is not UTF-8");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].metadata.tags.resize(2000); }), "too many tags");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].subject = static_cast<SubjectKind>(99); }), "unknown kind of subject");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].subject = SubjectKind::kSchema; }), "has a loop variable of `Operation`, not `Schema`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].joined = true; }), "joins operations with something else than exchanges");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[2].joined = false; }), "one type per loop variable");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].activate = 0; }), "needs () -> bool for `activate`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].evaluate = 0; }), "needs (Operation) -> verdict for `evaluate`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].evaluate = kNoFunction; }), "no function for `evaluate`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].per_count = 99; }), "splits findings by too many values");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].captures = 1u << 20; }), "captures that do not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[2].captures = 0; }), "reads more of a recording than its captures say");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].fields.pop_back(); }), "without listing it");
  CHECK_REFUSED(AfterChange([](Module& m) { std::swap(m.rules[0].fields[0], m.rules[0].fields[1]); }), "in order of the table");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[0].clauses[0].text = "\xff"; }), "clause, is not UTF-8");
}

TEST_CASE("verifier: nested subjects") {
  const auto rule = [](const std::string& result, const std::string& variable) {
    Module module = Assembled("policy a\nrule a.r operation f clauses 0\nfunction f (Operation, " + variable + ") -> verdict\n registers Operation, " + variable +
                              "\n end\nfunction g (Operation) -> " + result + "\n registers Operation, " + result +
                              "\n get_field r1 <- r0, Operation.parameters\n return r1\n");
    module.rules[0].nested = {1};
    return ErrorOf(std::move(module));
  };
  CHECK_REFUSED(rule("list[Parameter]", "Response"), "a list of its loop variable");
  CHECK_REFUSED(rule("list[Parameter]", "Parameter"), "reads `Operation.parameters` without listing it");
  Module module = Assembled("policy a\nrule a.r operation f clauses 0\nfunction f (Operation, Parameter) -> verdict\n registers Operation, Parameter\n end\n"
                            "function g (Operation) -> list[Parameter]\n registers Operation, list[Parameter]\n get_field r1 <- r0, Operation.parameters\n return r1\n");
  module.rules[0].nested = {1};
  module.rules[0].fields = {FieldId::kOperation_parameters};
  CHECK(ErrorOf(std::move(module)) == "");
}

TEST_CASE("verifier: groups") {
  const auto change = [](const std::function<void(Group&)>& edit) {
    return AfterChange([&](Module& m) { edit(*m.rules[1].group); });
  };
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[1].is_detect = false; }), "has a group and is no detector");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[1].group.reset(); }), "is a detector without a group");
  CHECK_REFUSED(change([](Group& g) { g.length = kNoFunction; }), "a window without length");
  CHECK_REFUSED(change([](Group& g) { g.window = WindowKind::kNone; }), "a length without window");
  CHECK_REFUSED(change([](Group& g) { g.length = 0; }), "needs () -> duration for `window length`");
  CHECK_REFUSED(change([](Group& g) { g.keys.clear(); }), "has no key");
  CHECK_REFUSED(change([](Group& g) { g.keys.push_back(g.keys[0]); }), "for `raise`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[1].group->keys[0].type = m.rules[1].subject_types[0]; }), "has a key without usable type");
  CHECK_REFUSED(AfterChange([](Module& m) { m.rules[1].group->aggregates[1].argument = m.types.OptionalOf(m.rules[1].subject_types[0]); }), "has an aggregate over `Exchange?`");
  CHECK_REFUSED(change([](Group& g) { g.raise = 2; }), "needs (string, int, int) -> bool for `raise`");
  CHECK_REFUSED(change([](Group& g) { g.report = g.raise; }), "needs (string, int, int) -> verdict for `report`");
  CHECK_REFUSED(change([](Group& g) { g.aggregates[1].kind = AggregateKind::kSum; }), "has an aggregate from `ip?` to `int`");
  CHECK_REFUSED(change([](Group& g) { g.aggregates[0].kind = AggregateKind::kQuantile; }), "has an aggregate from");
  CHECK_REFUSED(change([](Group& g) { g.aggregates[0].kind = static_cast<AggregateKind>(77); }), "unknown aggregate");
  CHECK_REFUSED(change([](Group& g) { g.aggregates[0].result = TypeId{7000}; }), "without usable type");
}

TEST_CASE("verifier: waivers and tests") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.waivers[0].where = 0; }), "is not (map[string, string], string) -> bool");
  CHECK_REFUSED(AfterChange([](Module& m) { m.waivers[0].where = 99; }), "a condition that does not exist");
  CHECK_REFUSED(AfterChange([](Module& m) { m.waivers[0].rule = ""; }), "no id of a rule");
  CHECK_REFUSED(AfterChange([](Module& m) { m.waivers.push_back(m.waivers[0]); }), "two waivers of one policy have the name `W_1`");
  CHECK_REFUSED(AfterChange([](Module& m) { m.tests[0].expectations[0].verdict = "maybe"; }), "expects `maybe`, which is no verdict");
  CHECK_REFUSED(AfterChange([](Module& m) { m.tests[0].expectations[0].count = -1; }), "a negative count");
  CHECK_REFUSED(AfterChange([](Module& m) { m.tests[0].inputs[0].kind = static_cast<TestInputKind>(9); }), "an input of an unknown kind");
  CHECK_REFUSED(AfterChange([](Module& m) { m.tests[0].policy = 4; }), "a policy that does not exist");
}

TEST_CASE("verifier: messages stay on one line") {
  CHECK_REFUSED(AfterChange([](Module& m) { m.functions[0].name = "a\nb\x1b[2J", m.functions[0].code.clear(); }), "has 0 instructions");
  CHECK(AfterChange([](Module& m) { m.functions[0].name = "a\x1b[2J", m.functions[0].code.clear(); }).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace writ::bytecode
