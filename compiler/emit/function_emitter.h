// One function's code: registers, side tables, jumps. Registers have one type for life; temporaries are reused by type.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/ir/ir.h"
#include "vm/bytecode/instruction.h"

namespace writ::compiler {

// What the functions of one module share while they are emitted.
struct ModuleBuilder {
  const ir::Program& program;
  const SourceMap& sources;
  bytecode::Module module;
  std::map<bool, std::uint32_t> bool_constants;

  bytecode::SourceRange RangeOf(Span span) const;
  std::uint32_t BoolConstant(bool value);
  std::uint32_t ZeroConstant();
};

class FunctionEmitter {
 public:
  using Register = std::uint32_t;
  using TypeId = bytecode::TypeId;

  // `parameters` are in registers 0 to n-1 and are the first slots of the body.
  FunctionEmitter(ModuleBuilder& builder, std::string name, const std::vector<TypeId>& parameters, TypeId result);

  Register NewRegister(TypeId type);
  // A register that Free gives back.
  Register Temporary(TypeId type);
  void Free(Register reg);
  // Consecutive registers of these types.
  Register Block(const std::vector<TypeId>& types);
  // The register that holds a slot of the body from now on.
  void SetSlot(std::uint32_t slot, Register reg);

  // The value of `node` in `target`, whose type is the node's (or its optional).
  void EmitInto(const ir::Node* node, Register target);
  // The value in some register; Free it when it is no longer needed (a slot's own register stays).
  Register Emit(const ir::Node* node);

  std::size_t Op(bytecode::Opcode op, Span span, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0);
  std::size_t OpBx(bytecode::Opcode op, Span span, std::uint32_t a, std::uint32_t bx);
  // A jump to be landed by Land; `a` is the register it tests.
  std::size_t Jump(bytecode::Opcode op, Span span, std::uint32_t a = 0);
  void Land(std::size_t jump);
  std::uint32_t FieldOperand(bytecode::FieldId field);

  // The finished function's index. Sets `too_large` instead when it does not fit the format.
  std::uint32_t Finish();
  bool too_large() const { return too_large_; }

 private:
  void EmitCall(const ir::Node* node, Register target, bool builtin);
  void EmitLogic(const ir::Node* node, Register target);
  void EmitCoalesce(const ir::Node* node, Register target);
  void EmitQuantifier(const ir::Node* node, Register target);
  void EmitComprehension(const ir::Node* node, Register target);
  void EmitLiteral(const ir::Node* node, Register target);
  void EmitBinary(const ir::Node* node, Register target);
  bytecode::Opcode BinaryOpcode(const ir::Node* node) const;
  bytecode::TypeKind KindOf(const ir::Node* node) const { return types().Get(node->type).kind; }
  bytecode::TypeTable& types() const { return builder_.module.types; }
  struct Loop {
    Register iterator;
    std::size_t entry_jump, body;
  };
  Loop BeginLoop(const ir::Node* node, Register collection);
  void EndLoop(const Loop& loop, Span span);

  ModuleBuilder& builder_;
  bytecode::Function function_;
  std::vector<Register> slots_;
  std::vector<bool> is_temporary_;
  std::map<TypeId, std::vector<Register>> free_;
  bool too_large_ = false;
};

}  // namespace writ::compiler
