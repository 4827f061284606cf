// The call graph: no cycle, bounded depth; and what follows from it: that globals are made of earlier ones, and that a rule says
// which fields and captures it reads.
#include <algorithm>
#include <string>
#include <vector>

#include "vm/bytecode/instruction.h"
#include "vm/bytecode/model_tables.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

enum class Mark : std::uint8_t { kNew, kOpen, kDone };

FunctionReads ReadsOf(const Condition& condition) {
  FunctionReads reads;
  for (const ConditionStep& step : condition.path) {
    if (!step.is_builtin) reads.fields.set(static_cast<std::size_t>(step.field));
    reads.captures |= step.is_builtin ? InfoOf(step.builtin).capture : InfoOf(step.field).capture;
  }
  return reads;
}

// What the function's own code reads.
FunctionReads OwnReads(const Function& function) {
  FunctionReads reads;
  for (const BuiltinCall& call : function.builtins) reads.captures |= InfoOf(call.builtin).capture;
  for (const Instruction instruction : function.code) {
    const Opcode op = OpcodeOf(instruction);
    if (op == Opcode::kGetField || op == Opcode::kGetFieldOpt) {   // naming a field as a place does not read it
      const FieldId field = function.fields[C(instruction)];
      reads.fields.set(static_cast<std::size_t>(field));
      reads.captures |= InfoOf(field).capture;
    }
    if (op == Opcode::kLoadGlobal) {
      reads.last_global = std::max<std::int64_t>(reads.last_global, Bx(instruction));
    }
  }
  return reads;
}

void Join(FunctionReads& reads, const FunctionReads& callee) {
  reads.fields |= callee.fields;
  reads.captures |= callee.captures;
  reads.last_global = std::max(reads.last_global, callee.last_global);
  reads.depth = std::max(reads.depth, callee.depth + 1);
}

bool CheckRuleReads(Context& context, const Rule& rule) {
  FunctionReads reads;
  const auto add = [&](std::uint32_t function) {
    if (function != kNoFunction) Join(reads, context.reads[function]);
  };
  add(rule.activate);
  add(rule.evaluate);
  for (const std::uint32_t function : rule.nested) add(function);
  if (rule.group) {
    add(rule.group->length);
    add(rule.group->raise);
    add(rule.group->report);
    if (rule.group->sequence) add(rule.group->sequence->within);
  }
  for (const ScreenStep step : rule.screen) {
    if (ScreenOpOf(step) == ScreenOp::kCondition) Join(reads, ReadsOf(context.module.conditions[ConditionOf(step)]));
  }
  for (const FieldId field : rule.fields) reads.fields.reset(static_cast<std::size_t>(field));
  const std::string what = "rule " + Quote(rule.id);
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (!reads.fields.test(i)) continue;
    const FieldInfo& info = InfoOf(static_cast<FieldId>(i));
    return context.Fail(what + " reads `" + std::string(InfoOf(info.owner).name) + "." + std::string(info.name) + "` without listing it");
  }
  if ((reads.captures & ~rule.captures) != 0) return context.Fail(what + " reads more of a recording than its captures say");
  return true;
}

}  // namespace

// Depth first with a stack of its own: a hostile chain of calls must not become one of ours.
bool CheckCalls(Context& context) {
  struct Frame {
    std::uint32_t function;
    std::size_t next = 0;
  };
  const std::vector<Function>& functions = context.module.functions;
  std::vector<Mark> marks(functions.size(), Mark::kNew);
  context.reads.assign(functions.size(), {});
  std::vector<Frame> stack;
  const auto open = [&](std::uint32_t function) {
    marks[function] = Mark::kOpen;
    context.reads[function] = OwnReads(functions[function]);
    stack.push_back({function});
  };
  for (std::uint32_t root = 0; root < functions.size(); ++root) {
    if (marks[root] == Mark::kNew) open(root);
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const std::vector<std::uint32_t>& callees = functions[frame.function].callees;
      if (frame.next < callees.size()) {
        const std::uint32_t callee = callees[frame.next];
        if (marks[callee] == Mark::kOpen) return context.Fail(context.DescribeFunction(callee) + " calls itself, directly or through others");
        if (marks[callee] == Mark::kNew) {
          open(callee);
          continue;
        }
        Join(context.reads[frame.function], context.reads[callee]);
        ++frame.next;
        continue;
      }
      if (context.reads[frame.function].depth > kModuleLimits.call_depth) {
        return context.Fail("calls from " + context.DescribeFunction(frame.function) + " nest too deeply");
      }
      marks[frame.function] = Mark::kDone;
      stack.pop_back();
    }
  }
  return true;
}

bool CheckReads(Context& context) {
  const std::vector<Global>& globals = context.module.globals;
  for (std::size_t i = 0; i < globals.size(); ++i) {
    if (globals[i].initialiser == kNoFunction) continue;
    if (context.reads[globals[i].initialiser].last_global >= static_cast<std::int64_t>(i)) {
      return context.Fail("the initialiser of global " + std::to_string(i) + " (" + Quote(globals[i].name) +
                          ") reads a global that does not come before it");
    }
  }
  for (const Rule& rule : context.module.rules) {
    if (!CheckRuleReads(context, rule)) return false;
  }
  return true;
}

}  // namespace writ::bytecode::verify
