// Every row of the tables reads, and patterns match what they say.
#include "vm/bytecode/signatures.h"

#include <doctest/doctest.h>

namespace writ::bytecode {
namespace {

TEST_CASE("signatures: every opcode has operands that its format can hold") {
  for (std::size_t i = 0; i < AllOpcodes().size(); ++i) {
    const OpcodeSignature& signature = SignatureOf(static_cast<Opcode>(i));
    CAPTURE(AllOpcodes()[i].mnemonic);
    CHECK(signature.format == AllOpcodes()[i].format);
    for (std::size_t operand = 0; operand < 3; ++operand) {
      const OperandKind kind = signature.operands[operand].kind;
      const bool written = kind == OperandKind::kWrite || kind == OperandKind::kWriteField || kind == OperandKind::kWriteFieldOptional || kind == OperandKind::kWriteResult;
      CHECK((!written || operand == 0));   // the flow of registers relies on it
      CHECK(((kind == OperandKind::kJump) == (signature.format == Format::kAsBx && operand == 1)));
      if (kind == OperandKind::kArguments || kind == OperandKind::kStrings || kind == OperandKind::kValues) CHECK(operand == 1);
    }
  }
}

TEST_CASE("signatures: which opcodes are for verdicts and which end a path") {
  std::size_t verdicts = 0, ends = 0;
  for (std::size_t i = 0; i < AllOpcodes().size(); ++i) {
    verdicts += SignatureOf(static_cast<Opcode>(i)).verdict_only ? 1 : 0;
    ends += SignatureOf(static_cast<Opcode>(i)).ends_path ? 1 : 0;
  }
  CHECK(verdicts == 13);
  CHECK(ends == 3);
  CHECK(SignatureOf(Opcode::kEmit).verdict_only);
  CHECK(SignatureOf(Opcode::kJumpUnlessReporting).verdict_only);
  CHECK_FALSE(SignatureOf(Opcode::kReturn).verdict_only);
  CHECK_FALSE(SignatureOf(Opcode::kJoin).verdict_only);
}

TEST_CASE("signatures: every builtin and field reads") {
  for (std::size_t i = 0; i < AllBuiltins().size(); ++i) CHECK(!SignatureOf(static_cast<BuiltinId>(i)).parameters.empty());
  CHECK(SignatureOf(BuiltinId::kStringReplace).parameters.size() == 3);
  TypeTable types;
  for (std::size_t i = 0; i < AllFields().size(); ++i) {
    const FieldInfo& field = AllFields()[i];
    const std::optional<TypeId> type = types.Parse(field.type);
    CAPTURE(field.name);
    REQUIRE(type.has_value());
    TypeBindings bindings;
    CHECK(Matches(TypeOf(static_cast<FieldId>(i)), types, *type, bindings));
  }
}

TEST_CASE("signatures: a pattern binds its variables once") {
  TypeTable types;
  const BuiltinSignature& get = SignatureOf(BuiltinId::kMapGet);   // (map[K, T], K) -> T?
  const TypeId map = *types.Parse("map[string, int]"), nested = *types.Parse("map[string, int?]");
  TypeBindings bindings;
  CHECK(Matches(get.parameters[0], types, map, bindings));
  CHECK_FALSE(Matches(get.parameters[1], types, types.Scalar(TypeKind::kInt), bindings));
  CHECK(Matches(get.parameters[1], types, types.Scalar(TypeKind::kString), bindings));
  CHECK(Matches(get.result, types, *types.Parse("int?"), bindings));
  CHECK_FALSE(Matches(get.result, types, *types.Parse("int"), bindings));
  // `int??` is `int?`.
  TypeBindings optional;
  CHECK(Matches(get.parameters[0], types, nested, optional));
  CHECK(Matches(get.result, types, *types.Parse("int?"), optional));
}

TEST_CASE("signatures: a value may go where an optional one is wanted") {
  TypeTable types;
  const TypeId integer = types.Scalar(TypeKind::kInt), optional = types.OptionalOf(integer);
  CHECK(IsAssignable(types, integer, optional));
  CHECK(IsAssignable(types, optional, optional));
  CHECK_FALSE(IsAssignable(types, optional, integer));
  CHECK_FALSE(IsAssignable(types, types.Scalar(TypeKind::kString), optional));
}

}  // namespace
}  // namespace writ::bytecode
