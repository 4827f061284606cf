// Expressions as instructions. Logic short-circuits on definite values and combines by Kleene otherwise.
#include "compiler/emit/function_emitter.h"

#include <algorithm>

namespace writ::compiler {

using bytecode::Opcode;
using bytecode::TypeId;
using bytecode::TypeKind;
using ir::Node;
using ir::NodeKind;

namespace {
constexpr std::size_t kMaxRegisters = 256, kMaxConstants = 65'536, kMaxSideTable = 256;
constexpr std::ptrdiff_t kMaxJump = 32'767;
}  // namespace

bytecode::SourceRange ModuleBuilder::RangeOf(Span span) const {
  bytecode::SourceRange range;
  if (!span.valid()) return range;
  const SourceFile& file = sources.file(span.file);
  const LineColumn begin = file.Locate(span.begin), end = file.Locate(span.end);
  range.policy = program.policy_of_file[static_cast<std::size_t>(span.file)];
  range.line = begin.line, range.column = begin.column, range.end_line = end.line, range.end_column = end.column;
  return range;
}

std::uint32_t ModuleBuilder::BoolConstant(bool value) {
  const auto [at, fresh] = bool_constants.emplace(value, static_cast<std::uint32_t>(module.constants.size()));
  if (fresh) {
    bytecode::Constant constant;
    constant.kind = bytecode::ConstantKind::kBool;
    constant.type = module.types.Scalar(TypeKind::kBool);
    constant.integer = value ? 1 : 0;
    module.constants.push_back(std::move(constant));
  }
  return at->second;
}

std::uint32_t ModuleBuilder::ZeroConstant() {
  for (std::size_t i = 0; i < module.constants.size(); ++i) {
    if (module.constants[i].kind == bytecode::ConstantKind::kInt && module.constants[i].integer == 0) return static_cast<std::uint32_t>(i);
  }
  bytecode::Constant constant;
  constant.kind = bytecode::ConstantKind::kInt;
  constant.type = module.types.Scalar(TypeKind::kInt);
  module.constants.push_back(std::move(constant));
  return static_cast<std::uint32_t>(module.constants.size() - 1);
}

FunctionEmitter::FunctionEmitter(ModuleBuilder& builder, std::string name, const std::vector<TypeId>& parameters, TypeId result)
    : builder_(builder) {
  function_.name = std::move(name);
  function_.parameter_count = static_cast<std::uint32_t>(parameters.size());
  function_.result = result;
  for (std::size_t i = 0; i < parameters.size(); ++i) SetSlot(static_cast<std::uint32_t>(i), NewRegister(parameters[i]));
}

FunctionEmitter::Register FunctionEmitter::NewRegister(TypeId type) {
  if (function_.register_types.size() >= kMaxRegisters) {
    too_large_ = true;
    return 0;
  }
  function_.register_types.push_back(type);
  is_temporary_.push_back(false);
  return static_cast<Register>(function_.register_types.size() - 1);
}

FunctionEmitter::Register FunctionEmitter::Temporary(TypeId type) {
  std::vector<Register>& free = free_[type];
  Register reg = 0;
  if (!free.empty()) {
    reg = free.back();
    free.pop_back();
  } else {
    reg = NewRegister(type);
  }
  is_temporary_[reg] = true;
  return reg;
}

void FunctionEmitter::Free(Register reg) {
  if (!is_temporary_[reg]) return;
  is_temporary_[reg] = false;
  free_[function_.register_types[reg]].push_back(reg);
}

FunctionEmitter::Register FunctionEmitter::Block(const std::vector<TypeId>& block_types) {
  Register first = 0;
  for (std::size_t i = 0; i < block_types.size(); ++i) {
    const Register reg = NewRegister(block_types[i]);
    if (i == 0) first = reg;
  }
  return first;
}

void FunctionEmitter::SetSlot(std::uint32_t slot, Register reg) {
  if (slots_.size() <= slot) slots_.resize(slot + 1, 0);
  slots_[slot] = reg;
}

std::size_t FunctionEmitter::Op(Opcode op, Span span, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  function_.code.push_back(bytecode::EncodeAbc(op, a, b, c));
  function_.ranges.push_back(builder_.RangeOf(span));
  return function_.code.size() - 1;
}

std::size_t FunctionEmitter::OpBx(Opcode op, Span span, std::uint32_t a, std::uint32_t bx) {
  if (bx >= kMaxConstants) {
    too_large_ = true;
    bx = 0;
  }
  function_.code.push_back(bytecode::EncodeAbx(op, a, bx));
  function_.ranges.push_back(builder_.RangeOf(span));
  return function_.code.size() - 1;
}

std::size_t FunctionEmitter::Jump(Opcode op, Span span, std::uint32_t a) { return OpBx(op, span, a, 0); }

void FunctionEmitter::Land(std::size_t jump) {
  const auto distance = static_cast<std::ptrdiff_t>(function_.code.size()) - static_cast<std::ptrdiff_t>(jump) - 1;
  if (distance > kMaxJump) too_large_ = true;
  const bytecode::Instruction old = function_.code[jump];
  function_.code[jump] = bytecode::EncodeAsbx(bytecode::OpcodeOf(old), bytecode::A(old), static_cast<std::int32_t>(distance));
}

std::uint32_t FunctionEmitter::FieldOperand(bytecode::FieldId field) {
  const auto found = std::find(function_.fields.begin(), function_.fields.end(), field);
  if (found != function_.fields.end()) return static_cast<std::uint32_t>(found - function_.fields.begin());
  if (function_.fields.size() >= kMaxSideTable) {
    too_large_ = true;
    return 0;
  }
  function_.fields.push_back(field);
  return static_cast<std::uint32_t>(function_.fields.size() - 1);
}

std::uint32_t FunctionEmitter::Finish() {
  builder_.module.functions.push_back(std::move(function_));
  return static_cast<std::uint32_t>(builder_.module.functions.size() - 1);
}

FunctionEmitter::Register FunctionEmitter::Emit(const Node* node) {
  if (node->kind == NodeKind::kLocal) return slots_[node->index];
  const Register target = Temporary(node->type);
  EmitInto(node, target);
  return target;
}

void FunctionEmitter::EmitInto(const Node* node, Register target) {
  const auto unary = [&](Opcode op) {
    const Register operand = Emit(node->operands[0]);
    Op(op, node->span, target, operand);
    Free(operand);
  };
  switch (node->kind) {
    case NodeKind::kConstant: OpBx(Opcode::kLoadConst, node->span, target, node->index); break;
    case NodeKind::kLocal: Op(Opcode::kMove, node->span, target, slots_[node->index]); break;
    case NodeKind::kGlobal: OpBx(Opcode::kLoadGlobal, node->span, target, node->index); break;
    case NodeKind::kField:
    case NodeKind::kFieldOpt: {
      const Register object = Emit(node->operands[0]);
      const std::uint32_t field = FieldOperand(static_cast<bytecode::FieldId>(node->index));
      Op(node->kind == NodeKind::kField ? Opcode::kGetField : Opcode::kGetFieldOpt, node->span, target, object, field);
      Free(object);
      break;
    }
    case NodeKind::kBuiltin: EmitCall(node, target, true); break;
    case NodeKind::kCall: EmitCall(node, target, false); break;
    case NodeKind::kUnwrap: unary(Opcode::kUnwrap); break;
    case NodeKind::kWiden: unary(Opcode::kMove); break;
    case NodeKind::kNot: unary(Opcode::kNot); break;
    case NodeKind::kHas: unary(Opcode::kHas); break;
    case NodeKind::kIsKnown: unary(Opcode::kIsKnown); break;
    case NodeKind::kFormat: unary(Opcode::kFormat); break;
    case NodeKind::kIsEmpty: unary(KindOf(node->operands[0]) == TypeKind::kString ? Opcode::kIsEmptyString : Opcode::kIsEmptyList); break;
    case NodeKind::kNegate: {
      const TypeKind kind = KindOf(node);
      unary(kind == TypeKind::kDecimal ? Opcode::kNegDecimal : kind == TypeKind::kDuration ? Opcode::kNegDuration : Opcode::kNegInt);
      break;
    }
    case NodeKind::kAnd:
    case NodeKind::kOr: EmitLogic(node, target); break;
    case NodeKind::kAdd:
    case NodeKind::kSubtract:
    case NodeKind::kMultiply:
    case NodeKind::kDivide:
    case NodeKind::kModulo:
    case NodeKind::kEqual:
    case NodeKind::kLess:
    case NodeKind::kLessEqual:
    case NodeKind::kIn:
    case NodeKind::kMatches:
    case NodeKind::kContains:
    case NodeKind::kIndex: EmitBinary(node, target); break;
    case NodeKind::kCoalesce: EmitCoalesce(node, target); break;
    case NodeKind::kListLiteral:
    case NodeKind::kSetLiteral: EmitLiteral(node, target); break;
    case NodeKind::kAny:
    case NodeKind::kAll:
    case NodeKind::kNone:
    case NodeKind::kCount: EmitQuantifier(node, target); break;
    case NodeKind::kListOf:
    case NodeKind::kSetOf: EmitComprehension(node, target); break;
    case NodeKind::kJoin: {
      const TypeId string = types().Scalar(TypeKind::kString);
      const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(node->operands.size(), 200));
      if (node->operands.size() > 200) too_large_ = true;
      const Register first = count == 0 ? 0 : Block(std::vector<TypeId>(count, string));
      for (std::uint32_t i = 0; i < count && !too_large_; ++i) EmitInto(node->operands[i], first + i);
      Op(Opcode::kJoin, node->span, target, first, count);
      break;
    }
  }
}

void FunctionEmitter::EmitCall(const Node* node, Register target, bool builtin) {
  std::uint32_t operand = 0;
  if (builtin) {
    const auto id = static_cast<bytecode::BuiltinId>(node->index);
    const auto arguments = static_cast<std::uint8_t>(node->operands.size());
    const auto same = [&](const bytecode::BuiltinCall& call) { return call.builtin == id && call.argument_count == arguments; };
    const auto found = std::find_if(function_.builtins.begin(), function_.builtins.end(), same);
    operand = static_cast<std::uint32_t>(found - function_.builtins.begin());
    if (found == function_.builtins.end()) function_.builtins.push_back({id, arguments});
  } else {
    const auto found = std::find(function_.callees.begin(), function_.callees.end(), node->index);
    operand = static_cast<std::uint32_t>(found - function_.callees.begin());
    if (found == function_.callees.end()) function_.callees.push_back(node->index);
  }
  if (operand >= kMaxSideTable) {
    too_large_ = true;
    return;
  }
  const Opcode op = builtin ? Opcode::kCallBuiltin : Opcode::kCall;
  if (node->operands.size() == 1) {
    const Register argument = Emit(node->operands[0]);
    Op(op, node->span, target, argument, operand);
    Free(argument);
    return;
  }
  std::vector<TypeId> argument_types;
  for (const Node* argument : node->operands) argument_types.push_back(argument->type);
  const Register first = argument_types.empty() ? 0 : Block(argument_types);
  if (too_large_) return;
  for (std::size_t i = 0; i < node->operands.size(); ++i) EmitInto(node->operands[i], first + static_cast<Register>(i));
  Op(op, node->span, target, first, operand);
}

void FunctionEmitter::EmitLogic(const Node* node, Register target) {
  const bool is_and = node->kind == NodeKind::kAnd;
  // The target may be an operand of the right side's own code, so the left side has a register of its own.
  const Register left = Temporary(node->type);
  EmitInto(node->operands[0], left);
  const std::size_t done = Jump(is_and ? Opcode::kJumpIfFalse : Opcode::kJumpIfTrue, node->span, left);
  const Register right = Emit(node->operands[1]);
  Op(is_and ? Opcode::kAnd : Opcode::kOr, node->span, left, left, right);
  Free(right);
  Land(done);
  Op(Opcode::kMove, node->span, target, left);
  Free(left);
}

void FunctionEmitter::EmitCoalesce(const Node* node, Register target) {
  const Register left = Emit(node->operands[0]);
  const std::size_t present = Jump(Opcode::kJumpUnlessAbsent, node->span, left);
  EmitInto(node->operands[1], target);
  const std::size_t done = Jump(Opcode::kJump, node->span);
  Land(present);
  Op(types().IsOptional(node->type) ? Opcode::kMove : Opcode::kUnwrap, node->span, target, left);
  Land(done);
  Free(left);
}

FunctionEmitter::Loop FunctionEmitter::BeginLoop(const Node* node, Register collection) {
  const TypeId element = types().Get(node->operands[0]->type).element;
  const Register iterator = Block({types().IteratorOf(element), element});
  SetSlot(node->index, iterator + 1);
  Op(Opcode::kIterBegin, node->span, iterator, collection);
  const std::size_t entry = Jump(Opcode::kJump, node->span);
  return {iterator, entry, function_.code.size()};
}

void FunctionEmitter::EndLoop(const Loop& loop, Span span) {
  Land(loop.entry_jump);
  const auto distance = static_cast<std::ptrdiff_t>(loop.body) - static_cast<std::ptrdiff_t>(function_.code.size()) - 1;
  if (-distance > kMaxJump) too_large_ = true;
  function_.code.push_back(bytecode::EncodeAsbx(Opcode::kIterNext, loop.iterator, static_cast<std::int32_t>(distance)));
  function_.ranges.push_back(builder_.RangeOf(span));
}

void FunctionEmitter::EmitQuantifier(const Node* node, Register target) {
  const Register collection = Emit(node->operands[0]);
  const Register total = Temporary(node->type);
  const bool counts = node->kind == NodeKind::kCount;
  const bool all = node->kind == NodeKind::kAll;
  OpBx(Opcode::kLoadConst, node->span, total, counts ? builder_.ZeroConstant() : builder_.BoolConstant(all));
  const Loop loop = BeginLoop(node, collection);
  const Register condition = Emit(node->operands[1]);
  std::optional<std::size_t> decided;
  if (counts) {
    Op(Opcode::kCountIf, node->span, total, total, condition);
  } else {
    Op(all ? Opcode::kAnd : Opcode::kOr, node->span, total, total, condition);
    decided = Jump(all ? Opcode::kJumpIfFalse : Opcode::kJumpIfTrue, node->span, total);
  }
  Free(condition);
  EndLoop(loop, node->span);
  if (decided) Land(*decided);
  Op(counts ? Opcode::kCloseCount : all ? Opcode::kCloseAll : Opcode::kCloseAny, node->span, total, total, collection);
  Op(node->kind == NodeKind::kNone ? Opcode::kNot : Opcode::kMove, node->span, target, total);
  Free(total);
  Free(collection);
}

void FunctionEmitter::EmitComprehension(const Node* node, Register target) {
  const Node* item = node->operands[1];
  const TypeId list_type = types().ListOf(item->type);
  const Register collection = Emit(node->operands[0]);
  const Register list = Temporary(list_type);
  Op(Opcode::kListFrom, node->span, list, collection);
  const Loop loop = BeginLoop(node, collection);
  std::optional<std::size_t> next;
  Register condition = 0;
  const bool filtered = node->operands.size() > 2;
  if (filtered) {
    condition = Emit(node->operands[2]);
    next = Jump(Opcode::kJumpIfFalse, node->span, condition);
  }
  const Register value = Emit(item);
  if (filtered) {
    Op(Opcode::kListPushIf, node->span, list, value, condition);
    Free(condition);
  } else {
    Op(Opcode::kListPush, node->span, list, value);
  }
  Free(value);
  if (next) Land(*next);
  EndLoop(loop, node->span);
  Op(node->kind == NodeKind::kSetOf ? Opcode::kSetFrom : Opcode::kMove, node->span, target, list);
  Free(list);
  Free(collection);
}

void FunctionEmitter::EmitLiteral(const Node* node, Register target) {
  const TypeId element = types().Get(node->type).element;
  const Register list = Temporary(types().ListOf(element));
  Op(Opcode::kListNew, node->span, list);
  for (const Node* item : node->operands) {
    const Register value = Emit(item);
    Op(Opcode::kListPush, item->span, list, value);
    Free(value);
  }
  Op(node->kind == NodeKind::kSetLiteral ? Opcode::kSetFrom : Opcode::kMove, node->span, target, list);
  Free(list);
}

Opcode FunctionEmitter::BinaryOpcode(const Node* node) const {
  const TypeKind a = KindOf(node->operands[0]), b = KindOf(node->operands[1]);
  const auto element = [&](const Node* container) { return types().Get(types().Get(container->type).element).kind; };
  switch (node->kind) {
    case NodeKind::kAdd:
      if (a == TypeKind::kDecimal) return Opcode::kAddDecimal;
      if (a == TypeKind::kDuration) return Opcode::kAddDuration;
      if (a == TypeKind::kTime) return Opcode::kAddTime;
      if (a == TypeKind::kString) return Opcode::kConcat;
      if (a == TypeKind::kList) return Opcode::kConcatList;
      return Opcode::kAddInt;
    case NodeKind::kSubtract:
      if (a == TypeKind::kDecimal) return Opcode::kSubDecimal;
      if (a == TypeKind::kDuration) return Opcode::kSubDuration;
      if (a == TypeKind::kTime) return b == TypeKind::kTime ? Opcode::kDiffTime : Opcode::kSubTime;
      return Opcode::kSubInt;
    case NodeKind::kMultiply:
      return a == TypeKind::kDecimal ? Opcode::kMulDecimal : a == TypeKind::kDuration ? Opcode::kMulDuration : Opcode::kMulInt;
    case NodeKind::kDivide:
      return a == TypeKind::kDecimal ? Opcode::kDivDecimal : a == TypeKind::kDuration ? Opcode::kDivDuration : Opcode::kDivInt;
    case NodeKind::kModulo: return Opcode::kModInt;
    case NodeKind::kEqual:
      switch (a) {
        case TypeKind::kDecimal: return Opcode::kEqDecimal;
        case TypeKind::kString: return Opcode::kEqString;
        case TypeKind::kTime: return Opcode::kEqTime;
        case TypeKind::kIp:
        case TypeKind::kCidr: return Opcode::kEqIp;
        case TypeKind::kJson: return Opcode::kEqJson;
        case TypeKind::kRecord: return Opcode::kEqRecord;
        case TypeKind::kList:
        case TypeKind::kSet:
        case TypeKind::kMap: return Opcode::kEqList;
        default: return Opcode::kEqInt;
      }
    case NodeKind::kLess:
    case NodeKind::kLessEqual: {
      const bool strict = node->kind == NodeKind::kLess;
      if (a == TypeKind::kDecimal) return strict ? Opcode::kLtDecimal : Opcode::kLeDecimal;
      if (a == TypeKind::kString) return strict ? Opcode::kLtString : Opcode::kLeString;
      if (a == TypeKind::kTime) return strict ? Opcode::kLtTime : Opcode::kLeTime;
      return strict ? Opcode::kLtInt : Opcode::kLeInt;
    }
    case NodeKind::kIn:
      if (b == TypeKind::kCidr) return Opcode::kInCidr;
      if (b == TypeKind::kMap) return Opcode::kInMap;
      if (a == TypeKind::kIp && element(node->operands[1]) == TypeKind::kCidr) return Opcode::kInCidrs;
      return b == TypeKind::kSet ? Opcode::kInSet : Opcode::kInList;
    case NodeKind::kMatches: return Opcode::kMatches;
    case NodeKind::kContains: return b == TypeKind::kRegex ? Opcode::kContainsRegex : Opcode::kContainsString;
    default: return a == TypeKind::kMap ? Opcode::kIndexMap : Opcode::kIndexList;
  }
}

void FunctionEmitter::EmitBinary(const Node* node, Register target) {
  const Register left = Emit(node->operands[0]);
  const Register right = Emit(node->operands[1]);
  Op(BinaryOpcode(node), node->span, target, left, right);
  Free(left);
  Free(right);
}

}  // namespace writ::compiler
