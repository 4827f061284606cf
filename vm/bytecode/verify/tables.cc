// Policies, globals, functions (without their code), waivers and tests.
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

bool CheckPolicy(Context& context, const PolicyInfo& policy, const std::string& what) {
  if (!IsDottedName(policy.name)) return context.Fail(what + " has the name " + Quote(policy.name));
  if (!IsHexDigest(policy.digest)) return context.Fail(what + " has no SHA-256 digest");
  if (policy.language != 1) return context.Fail(what + " is of language edition " + std::to_string(policy.language));
  return context.CheckText(policy.version, what, "version") && context.CheckText(policy.file, what, "file") &&
         context.CheckText(policy.description, what, "description");
}

bool CheckGlobal(Context& context, const Global& global, const std::string& what) {
  if (!IsDottedName(global.name)) return context.Fail(what + " has the name " + Quote(global.name));
  if (!context.IsValueType(global.type) || global.type == context.module.types.Never()) return context.Fail(what + " has no usable type");
  if (!context.CheckRange(global.range, what) || !context.CheckText(global.data_path, what, "path")) return false;
  const bool has_initialiser = global.initialiser != kNoFunction;
  const bool has_data = global.constant != 0 || !global.data_path.empty() || !global.data_digest.empty();
  switch (global.kind) {
    case GlobalKind::kConst:
    case GlobalKind::kParam: {
      if (!context.IsFunction(global.initialiser)) return context.Fail(what + " has no initialiser");
      const Function& function = context.module.functions[global.initialiser];
      if (function.parameter_count != 0 || function.result != global.type) {
        return context.Fail(what + " is not what its initialiser returns");
      }
      return !has_data || context.Fail(what + " has an initialiser and data");
    }
    case GlobalKind::kData:
      if (has_initialiser) return context.Fail(what + " is data with an initialiser");
      if (global.constant >= context.module.constants.size() || context.module.constants[global.constant].type != global.type) {
        return context.Fail(what + " has no constant of its type");
      }
      return IsHexDigest(global.data_digest) || context.Fail(what + " has no SHA-256 digest");
    case GlobalKind::kInput: return !(has_initialiser || has_data) || context.Fail(what + " is an input with a value");
  }
  return context.Fail(what + " has an unknown kind");
}

bool CheckSideTables(Context& context, const Function& function, const std::string& what) {
  for (const FieldId field : function.fields) {
    if (static_cast<std::size_t>(field) >= AllFields().size()) return context.Fail(what + " names a field that does not exist");
  }
  for (const BuiltinCall& call : function.builtins) {
    if (static_cast<std::size_t>(call.builtin) >= AllBuiltins().size()) return context.Fail(what + " names a builtin that does not exist");
  }
  for (const std::uint32_t callee : function.callees) {
    if (!context.IsFunction(callee)) return context.Fail(what + " calls function " + std::to_string(callee) + ", which does not exist");
    if (context.module.functions[callee].result == context.module.types.Never()) {
      return context.Fail(what + " calls " + context.DescribeFunction(callee) + ", which ends in a verdict");
    }
  }
  return true;
}

bool CheckFunction(Context& context, std::uint32_t index) {
  const Function& function = context.module.functions[index];
  if (FirstInvalidUtf8(function.name)) return context.Fail(context.DescribeFunction(index) + " has a name that is not UTF-8");
  const std::string what = context.DescribeFunction(index);
  const std::size_t registers = function.register_types.size();
  if (registers > kModuleLimits.registers) return context.Fail(what + " has " + std::to_string(registers) + " registers");
  if (function.parameter_count > registers) return context.Fail(what + " has fewer registers than parameters");
  if (!context.IsValueType(function.result)) return context.Fail(what + " has no usable result type");
  for (std::size_t i = 0; i < registers; ++i) {
    const TypeId type = function.register_types[i];
    const bool usable = context.IsValueType(type) || (context.IsType(type) && context.module.types.Get(type).kind == TypeKind::kIterator &&
                                                      context.IsValueType(context.module.types.Get(type).element));
    if (!usable) return context.Fail(what + ": register " + std::to_string(i) + " has no usable type");
    if (i < function.parameter_count && !context.IsValueType(type)) {
      return context.Fail(what + ": parameter " + std::to_string(i) + " has a type that no value has");
    }
  }
  if (function.code.empty() || function.code.size() > kModuleLimits.instructions) {
    return context.Fail(what + " has " + std::to_string(function.code.size()) + " instructions");
  }
  if (function.ranges.size() != function.code.size()) return context.Fail(what + " does not have one source range per instruction");
  for (const SourceRange& range : function.ranges) {
    if (!context.CheckRange(range, what, "the place of an instruction")) return false;
  }
  if (function.fields.size() > kModuleLimits.side_table || function.builtins.size() > kModuleLimits.side_table ||
      function.callees.size() > kModuleLimits.side_table) {
    return context.Fail(what + " has a side table that operands cannot reach");
  }
  return CheckSideTables(context, function, what);
}

bool CheckWaiver(Context& context, const Waiver& waiver, const std::string& what) {
  if (!IsDottedName(waiver.name)) return context.Fail(what + " has the name " + Quote(waiver.name));
  if (!IsDottedName(waiver.rule)) return context.Fail(what + " is for " + Quote(waiver.rule) + ", which is no id of a rule");
  for (const std::string* text : {&waiver.until_text, &waiver.reason, &waiver.author, &waiver.approved_by, &waiver.ticket}) {
    if (!context.CheckText(*text, what)) return false;
  }
  if (!context.CheckRange(waiver.range, what)) return false;
  if (waiver.where == kNoFunction) return true;
  if (!context.IsFunction(waiver.where)) return context.Fail(what + " has a condition that does not exist");
  const Function& function = context.module.functions[waiver.where];
  const TypeTable& types = context.module.types;
  const TypeId text = types.Scalar(TypeKind::kString);
  const bool fits = function.parameter_count == 2 && function.result == types.Scalar(TypeKind::kBool) &&
                    types.Get(function.register_types[0]) == Type{TypeKind::kMap, 0, text, text} && function.register_types[1] == text;
  return fits || context.Fail(what + ": " + context.DescribeFunction(waiver.where) + " is not (map[string, string], string) -> bool");
}

bool CheckTest(Context& context, const Test& test, const std::string& what) {
  if (!IsDottedName(test.rule)) return context.Fail(what + " is for " + Quote(test.rule) + ", which is no id of a rule");
  if (test.policy >= context.module.policies.size()) return context.Fail(what + " names a policy that does not exist");
  if (!context.CheckText(test.title, what) || !context.CheckRange(test.range, what)) return false;
  if (test.inputs.size() > kModuleLimits.list_entries || test.expectations.size() > kModuleLimits.list_entries) {
    return context.Fail(what + " has too many inputs or expectations");
  }
  for (const TestInput& input : test.inputs) {
    if (input.kind > TestInputKind::kParam) return context.Fail(what + " has an input of an unknown kind");
    if (!context.CheckText(input.text, what) || !context.CheckText(input.name, what) || !context.CheckRange(input.range, what)) return false;
  }
  for (const TestExpectation& expectation : test.expectations) {
    bool known = false;
    for (const std::string_view verdict : {"pass", "fail", "waived", "not_applicable", "indeterminate", "error"}) {
      known = known || expectation.verdict == verdict;
    }
    if (!known) return context.Fail(what + " expects " + Quote(expectation.verdict) + ", which is no verdict");
    if (expectation.reason && !context.CheckText(*expectation.reason, what)) return false;
    if (expectation.at && !context.CheckText(*expectation.at, what)) return false;
    if (expectation.count && *expectation.count < 0) return context.Fail(what + " expects a negative count");
    if (!context.CheckRange(expectation.range, what)) return false;
  }
  return true;
}

}  // namespace

bool CheckPolicies(Context& context) {
  const std::vector<PolicyInfo>& policies = context.module.policies;
  if (policies.size() > kModuleLimits.policies) return context.Fail("the module has " + std::to_string(policies.size()) + " policies");
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (!CheckPolicy(context, policies[i], "policy " + std::to_string(i))) return false;
  }
  if (context.module.packs.size() > kModuleLimits.policies) return context.Fail("the module has " + std::to_string(context.module.packs.size()) + " packs");
  for (const PackInfo& pack : context.module.packs) {
    const std::string what = "pack " + Quote(pack.name);
    if (!IsDottedName(pack.name)) return context.Fail(what + " has no usable name");
    if (!IsHexDigest(pack.digest)) return context.Fail(what + " has no SHA-256 digest");
    if (!context.CheckText(pack.version, what, "version")) return false;
  }
  return true;
}

bool CheckGlobals(Context& context) {
  const std::vector<Global>& globals = context.module.globals;
  if (globals.size() > kModuleLimits.globals) return context.Fail("the module has " + std::to_string(globals.size()) + " globals");
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < globals.size(); ++i) {
    if (!CheckGlobal(context, globals[i], "global " + std::to_string(i) + " (" + Quote(globals[i].name) + ")")) return false;
    if (!names.insert(globals[i].name).second) return context.Fail("two globals have the name " + Quote(globals[i].name));
  }
  return true;
}

bool CheckFunctions(Context& context) {
  const std::size_t count = context.module.functions.size();
  if (count > kModuleLimits.functions) return context.Fail("the module has " + std::to_string(count) + " functions");
  std::size_t instructions = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!CheckFunction(context, i)) return false;
    instructions += context.module.functions[i].code.size();
  }
  if (instructions > kModuleLimits.all_instructions) return context.Fail("the module has " + std::to_string(instructions) + " instructions");
  return true;
}

bool CheckWaiversAndTests(Context& context) {
  const Module& module = context.module;
  if (module.waivers.size() > kModuleLimits.waivers) return context.Fail("the module has too many waivers");
  if (module.tests.size() > kModuleLimits.tests) return context.Fail("the module has too many tests");
  std::unordered_set<std::string> names;   // waivers are named within their policy
  for (std::size_t i = 0; i < module.waivers.size(); ++i) {
    const Waiver& waiver = module.waivers[i];
    if (!CheckWaiver(context, waiver, "waiver " + std::to_string(i) + " (" + Quote(waiver.name) + ")")) return false;
    if (!names.insert(std::to_string(waiver.range.policy) + " " + waiver.name).second) {
      return context.Fail("two waivers of one policy have the name " + Quote(waiver.name));
    }
  }
  for (std::size_t i = 0; i < module.tests.size(); ++i) {
    if (!CheckTest(context, module.tests[i], "test " + std::to_string(i))) return false;
  }
  return true;
}

}  // namespace writ::bytecode::verify
