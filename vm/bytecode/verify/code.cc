// Operands, types, jumps and loops of every instruction, without regard to the order of execution (verify/flow.cc).
//
// Programs end by construction: only iter_next jumps back, the stretches that it jumps over are nested or apart, and none of them
// begins its own iterator again. Every cycle therefore moves some iterator over a finite collection forward and never resets it.
#include <algorithm>
#include <string>
#include <vector>

#include "vm/bytecode/instruction.h"
#include "vm/bytecode/signatures.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

class CodeCheck {
 public:
  CodeCheck(Context& context, std::uint32_t index)
      : context_(context), types_(context.module.types), index_(index), function_(context.module.functions[index]) {}

  bool Run() {
    is_verdict_ = function_.result == types_.Never();
    for (pc_ = 0; pc_ < function_.code.size(); ++pc_) {
      if (!CheckInstruction()) return false;
    }
    pc_ = function_.code.size() - 1;
    if (!SignatureOf(OpcodeOf(function_.code.back())).ends_path) return Fail("the function can run off its end");
    return CheckLoops();
  }

 private:
  bool Fail(const std::string& problem) {
    const Instruction instruction = function_.code[pc_];
    const std::size_t op = instruction & 0xff;
    std::string what = context_.DescribeFunction(index_) + ", instruction " + std::to_string(pc_);
    if (op < AllOpcodes().size()) what += " (" + std::string(AllOpcodes()[op].mnemonic) + ")";
    return context_.Fail(what + ": " + problem);
  }
  std::string RegisterText(std::uint32_t r) const { return "register " + std::to_string(r) + " of " + context_.Describe(function_.register_types[r]); }

  bool CheckRegister(std::uint32_t r) {
    return r < function_.register_types.size() || Fail("register " + std::to_string(r) + " does not exist");
  }
  bool CheckFits(std::uint32_t r, const TypePattern& pattern, TypeBindings& bindings) {
    if (!CheckRegister(r)) return false;
    return Matches(pattern, types_, function_.register_types[r], bindings) || Fail(RegisterText(r) + " does not fit");
  }
  bool CheckIndex(std::uint32_t index, std::size_t count, std::string_view what) {
    return index < count || Fail(std::string(what) + " " + std::to_string(index) + " does not exist");
  }

  bool CheckInstruction() {
    const Instruction instruction = function_.code[pc_];
    const std::size_t number = instruction & 0xff;
    if (number >= AllOpcodes().size()) return Fail("opcode " + std::to_string(number) + " does not exist");
    op_ = static_cast<Opcode>(number);
    signature_ = &SignatureOf(op_);
    if (signature_->verdict_only && !is_verdict_) return Fail("only functions that end in a verdict can do this");
    if (op_ == Opcode::kReturn && is_verdict_) return Fail("a function that ends in a verdict returns nothing");
    TypeBindings bindings;
    // What is read binds the types that what is written must have.
    for (std::size_t i = 0; i < 3; ++i) {
      if (!CheckRead(i, Value(i), bindings)) return false;
    }
    for (std::size_t i = 0; i < 3; ++i) {
      if (!CheckWrite(i, Value(i), bindings)) return false;
    }
    return CheckMore(bindings);
  }

  std::uint32_t Value(std::size_t i) const {
    return static_cast<std::uint32_t>(OperandValue(signature_->format, function_.code[pc_], i));
  }

  bool CheckRead(std::size_t i, std::uint32_t value, TypeBindings& bindings) {
    const Operand& operand = signature_->operands[i];
    switch (operand.kind) {
      case OperandKind::kUnused: return value == 0 || Fail("an unused operand is not 0");
      case OperandKind::kRead: return CheckFits(value, operand.pattern, bindings);
      case OperandKind::kConstant:
        if (!CheckIndex(value, context_.module.constants.size(), "constant")) return false;
        bindings.variables[0] = context_.module.constants[value].type;
        return true;
      case OperandKind::kGlobal:
        if (!CheckIndex(value, context_.module.globals.size(), "global")) return false;
        bindings.variables[0] = context_.module.globals[value].type;
        return true;
      case OperandKind::kClause:
        return CheckIndex(value, context_.module.rules[context_.uses[index_].rule].clauses.size(), "clause");
      case OperandKind::kField: return CheckFieldOperand(value);
      case OperandKind::kBuiltin: return CheckBuiltin(value, bindings);
      case OperandKind::kCallee: return CheckCallee(value);
      case OperandKind::kJump: return CheckJump(static_cast<std::int32_t>(value));
      case OperandKind::kCount: return CheckRow(Value(i - 1), value);
      case OperandKind::kArguments:
      case OperandKind::kStrings:
      case OperandKind::kValues:   // with the operand that tells how many
      case OperandKind::kWrite:
      case OperandKind::kWriteField:
      case OperandKind::kWriteFieldOptional:
      case OperandKind::kWriteResult: return true;
    }
    return Fail("malformed table");
  }

  // The field belongs to the record in B.
  bool CheckFieldOperand(std::uint32_t value) {
    if (!CheckIndex(value, function_.fields.size(), "field")) return false;
    field_ = function_.fields[value];
    const TypeId record = types_.Unwrap(function_.register_types[Value(1)]);
    const RecordId owner = InfoOf(field_).owner;
    return types_.Get(record).index == static_cast<std::uint32_t>(owner) ||
           Fail("field `" + std::string(InfoOf(field_).name) + "` is of `" + std::string(InfoOf(owner).name) + "`, not " + context_.Describe(record));
  }

  bool CheckArguments(std::uint32_t first, std::size_t count) {
    return first + count <= function_.register_types.size() || Fail("arguments from register " + std::to_string(first) + " on do not exist");
  }

  bool CheckBuiltin(std::uint32_t value, TypeBindings& bindings) {
    if (!CheckIndex(value, function_.builtins.size(), "builtin")) return false;
    const BuiltinCall& call = function_.builtins[value];
    const BuiltinSignature& signature = SignatureOf(call.builtin);
    if (call.argument_count != signature.parameters.size()) return Fail("the builtin takes another number of arguments");
    const std::uint32_t first = Value(1);
    if (!CheckArguments(first, call.argument_count)) return false;
    for (std::uint32_t i = 0; i < call.argument_count; ++i) {
      if (!CheckFits(first + i, signature.parameters[i], bindings)) return false;
    }
    result_pattern_ = &signature.result;
    return true;
  }

  bool CheckCallee(std::uint32_t value) {
    if (!CheckIndex(value, function_.callees.size(), "callee")) return false;
    const Function& callee = context_.module.functions[function_.callees[value]];
    const std::uint32_t first = Value(1);
    if (!CheckArguments(first, callee.parameter_count)) return false;
    for (std::uint32_t i = 0; i < callee.parameter_count; ++i) {
      if (!CheckAssignable(first + i, callee.register_types[i])) return false;
    }
    result_type_ = callee.result;
    return true;
  }

  bool CheckAssignable(std::uint32_t r, TypeId wanted) {
    return IsAssignable(types_, function_.register_types[r], wanted) || Fail(RegisterText(r) + " where " + context_.Describe(wanted) + " is wanted");
  }

  // `count` registers from `first` on, of join and emit.
  bool CheckRow(std::uint32_t first, std::uint32_t count) {
    if (!CheckArguments(first, count)) return false;
    if (op_ == Opcode::kJoin) {
      for (std::uint32_t i = 0; i < count; ++i) {
        if (!CheckAssignable(first + i, types_.Scalar(TypeKind::kString))) return false;
      }
      return true;
    }
    const FunctionUse& use = context_.uses[index_];
    const Rule& rule = context_.module.rules[use.rule];
    if (use.role != Role::kEvaluate || !rule.group) return Fail("only the row function of a group can do this");
    std::vector<TypeId> wanted;
    for (const GroupKeyInfo& key : rule.group->keys) wanted.push_back(key.type);
    for (const Aggregate& aggregate : rule.group->aggregates) {
      if (aggregate.argument != types_.Never()) wanted.push_back(aggregate.argument);
    }
    std::size_t optional = count;   // the value that may be absent besides its type
    if (rule.group->sequence) {
      wanted.insert(wanted.end(), 2, types_.Scalar(TypeKind::kTime));
      optional = wanted.size() - 1;
      wanted.insert(wanted.end(), rule.group->sequence->steps.size(), types_.Scalar(TypeKind::kBool));
      for (const StepValue& value : rule.group->sequence->values) wanted.push_back(value.type);
    }
    if (count != wanted.size()) return Fail("the group takes " + std::to_string(wanted.size()) + " values, not " + std::to_string(count));
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i == optional && types_.Unwrap(function_.register_types[first + i]) == wanted[i]) continue;
      if (!CheckAssignable(first + i, wanted[i])) return false;
    }
    return true;
  }

  bool CheckJump(std::int32_t distance) {
    const std::int64_t target = static_cast<std::int64_t>(pc_) + 1 + distance;
    if (target < 0 || target >= static_cast<std::int64_t>(function_.code.size())) return Fail("jumps out of the function");
    if (op_ != Opcode::kIterNext) return distance >= 0 || Fail("jumps back");
    if (distance >= 0) return Fail("jumps forward");
    loops_.push_back({static_cast<std::size_t>(target), pc_, Value(0), 1});
    return true;
  }

  bool CheckWrite(std::size_t i, std::uint32_t r, TypeBindings& bindings) {
    const Operand& operand = signature_->operands[i];
    switch (operand.kind) {
      case OperandKind::kWrite:
        if (op_ == Opcode::kMove) return CheckMove(r);
        return CheckFits(r, operand.pattern, bindings);
      case OperandKind::kWriteField: return CheckFits(r, TypeOf(field_), bindings);
      case OperandKind::kWriteFieldOptional: {
        TypePattern optional = TypeOf(field_);
        optional.optional = true;
        return CheckFits(r, optional, bindings);
      }
      case OperandKind::kWriteResult:
        if (op_ == Opcode::kCallBuiltin) return CheckFits(r, *result_pattern_, bindings);
        return CheckRegister(r) && (function_.register_types[r] == result_type_ || Fail(RegisterText(r) + " for a result of " + context_.Describe(result_type_)));
      case OperandKind::kUnused:
      case OperandKind::kRead:
      case OperandKind::kConstant:
      case OperandKind::kGlobal:
      case OperandKind::kClause:
      case OperandKind::kField:
      case OperandKind::kBuiltin:
      case OperandKind::kCallee:
      case OperandKind::kJump:
      case OperandKind::kArguments:
      case OperandKind::kStrings:
      case OperandKind::kValues:
      case OperandKind::kCount: return true;
    }
    return Fail("malformed table");
  }

  bool CheckMove(std::uint32_t to) { return CheckRegister(to) && CheckAssignable(Value(1), function_.register_types[to]); }

  // What the meaning of an opcode demands beyond its signature.
  bool CheckMore(const TypeBindings& bindings) {
    if (op_ == Opcode::kReturn) return CheckAssignable(Value(0), function_.result);
    if (op_ == Opcode::kReportAt) {
      const TypeId place = types_.Unwrap(function_.register_types[Value(0)]);
      return types_.Get(place).kind == TypeKind::kRecord || Fail(RegisterText(Value(0)) + " is no place");
    }
    if (op_ == Opcode::kIterNext) {   // writes the item behind the iterator
      const std::uint32_t item = Value(0) + 1;
      return CheckRegister(item) && (function_.register_types[item] == bindings.variables[0] || Fail(RegisterText(item) + " is not what the iterator gives"));
    }
    return true;
  }

  struct Loop {
    std::size_t begin;      // where iter_next jumps to
    std::size_t end;        // the iter_next
    std::uint32_t iterator;
    std::size_t depth;      // 1 when there is no loop inside
  };

  bool CheckLoops() {
    std::vector<Loop> open;   // loops seen that no later loop holds yet, apart from each other
    for (Loop loop : loops_) {
      pc_ = loop.end;
      while (!open.empty() && open.back().begin >= loop.begin) {
        loop.depth = std::max(loop.depth, open.back().depth + 1);
        open.pop_back();
      }
      if (!open.empty() && open.back().end >= loop.begin) return Fail("jumps into another loop");
      if (loop.depth > kModuleLimits.loop_depth) return Fail("loops are nested too deeply");
      for (std::size_t i = loop.begin; i <= loop.end; ++i) {
        const Instruction inside = function_.code[i];
        if (OpcodeOf(inside) == Opcode::kIterBegin && A(inside) == loop.iterator) return Fail("the loop begins its own iterator again");
      }
      open.push_back(loop);
    }
    return true;
  }

  Context& context_;
  const TypeTable& types_;
  const std::uint32_t index_;
  const Function& function_;
  bool is_verdict_ = false;
  std::vector<Loop> loops_;   // in order of `end`
  // Of the instruction being checked.
  std::size_t pc_ = 0;
  Opcode op_{};
  const OpcodeSignature* signature_ = nullptr;
  FieldId field_{};
  const TypePattern* result_pattern_ = nullptr;
  TypeId result_type_{0};
};

}  // namespace

bool CheckCode(Context& context) {
  for (std::uint32_t i = 0; i < context.module.functions.size(); ++i) {
    if (!CodeCheck(context, i).Run() || !CheckFlow(context, i)) return false;
  }
  return true;
}

}  // namespace writ::bytecode::verify
