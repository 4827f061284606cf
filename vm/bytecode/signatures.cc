// Reads the signature columns of the tables. A column that does not read is a fault of ours, found by the first use.
#include "vm/bytecode/signatures.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/check.h"

namespace writ::bytecode {
namespace {

constexpr std::uint32_t Bit(TypeKind kind) { return 1u << static_cast<unsigned>(kind); }
constexpr std::uint32_t kAnyKind = (1u << (static_cast<unsigned>(TypeKind::kNever) + 1)) - 1u - Bit(TypeKind::kIterator) - Bit(TypeKind::kVariable);

struct KindWord {
  std::string_view word;
  std::uint32_t kinds;
};
constexpr KindWord kKindWords[] = {
    {"list", Bit(TypeKind::kList)},
    {"set", Bit(TypeKind::kSet)},
    {"map", Bit(TypeKind::kMap)},
    {"coll", Bit(TypeKind::kList) | Bit(TypeKind::kSet)},
    {"iterator", Bit(TypeKind::kIterator)},
    {"enum", Bit(TypeKind::kEnum)},
    {"record", Bit(TypeKind::kRecord)},
    {"any", kAnyKind},
};

class PatternReader {
 public:
  PatternReader(std::string_view text, TypeTable& table) : text_(text), table_(table) {}

  TypePattern Read() {
    TypePattern pattern = ReadWord();
    while (Accept('|')) {
      const TypePattern other = ReadWord();
      WRIT_CHECK(pattern.shape == TypePattern::Shape::kKinds && other.shape == TypePattern::Shape::kKinds);
      pattern.kinds |= other.kinds;
    }
    if (Accept('[')) {
      do pattern.arguments.push_back(Read());
      while (Accept(','));
      WRIT_CHECK(Accept(']'));
    }
    pattern.optional = Accept('?');
    return pattern;
  }
  bool Accept(char c) {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool at_end() const { return at_ == text_.size(); }

 private:
  TypePattern ReadWord() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const std::size_t end = std::min(text_.find_first_of(" []|,?()", at_), text_.size());
    const std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    TypePattern pattern;
    if (word == "T" || word == "K") {
      pattern.shape = TypePattern::Shape::kVariable;
      pattern.index = word == "K" ? 1 : 0;
      return pattern;
    }
    if (word == "same") {
      pattern.shape = TypePattern::Shape::kSame;
      return pattern;
    }
    for (const KindWord& row : kKindWords) {
      if (row.word == word) {
        pattern.kinds = row.kinds;
        return pattern;
      }
    }
    const std::optional<TypeId> id = table_.Parse(word);
    WRIT_CHECK(id.has_value());
    const Type& type = table_.Get(*id);
    if (type.kind == TypeKind::kRecord) {
      pattern.shape = TypePattern::Shape::kRecord;
      pattern.index = type.index;
    } else if (type.kind == TypeKind::kEnum) {
      pattern.shape = TypePattern::Shape::kExact;
      pattern.exact = *id;
    } else {
      pattern.kinds = Bit(type.kind);
    }
    return pattern;
  }

  std::string_view text_;
  TypeTable& table_;   // knows scalars, records and the model's enums by name
  std::size_t at_ = 0;
};

TypePattern ReadPattern(std::string_view text, TypeTable& table) {
  PatternReader reader(text, table);
  TypePattern pattern = reader.Read();
  WRIT_CHECK(reader.at_end());
  return pattern;
}

struct OperandWord {
  std::string_view word;
  OperandKind kind;
};
constexpr OperandWord kOperandWords[] = {
    {"-", OperandKind::kUnused},        {"=field", OperandKind::kWriteField},
    {"=result", OperandKind::kWriteResult}, {"=field?", OperandKind::kWriteFieldOptional},
    {"const", OperandKind::kConstant},  {"global", OperandKind::kGlobal},
    {"clause", OperandKind::kClause},   {"field", OperandKind::kField},
    {"builtin", OperandKind::kBuiltin}, {"callee", OperandKind::kCallee},
    {"jump", OperandKind::kJump},       {"args", OperandKind::kArguments},
    {"strings", OperandKind::kStrings}, {"values", OperandKind::kValues},
    {"n", OperandKind::kCount},
};

Operand ReadOperand(std::string_view word, TypeTable& table) {
  for (const OperandWord& row : kOperandWords) {
    if (row.word == word) return {row.kind, {}};
  }
  if (word.front() == '=') return {OperandKind::kWrite, ReadPattern(word.substr(1), table)};
  return {OperandKind::kRead, ReadPattern(word, table)};
}

bool EndsPath(Opcode op) { return op == Opcode::kReturn || op == Opcode::kEnd || op == Opcode::kSkip; }

// The section "verdicts" of opcodes.def without `return`, and the jump that asks whether its text is wanted.
bool IsVerdictOnly(Opcode op) {
  return op == Opcode::kJumpUnlessReporting || (op >= Opcode::kWhere && op <= Opcode::kEnd && op != Opcode::kReturn);
}

std::vector<OpcodeSignature> ReadOpcodes() {
  TypeTable table;
  std::vector<OpcodeSignature> out;
  for (const OpcodeInfo& info : AllOpcodes()) {
    const Opcode op = static_cast<Opcode>(out.size());
    OpcodeSignature signature;
    signature.format = info.format;
    signature.ends_path = EndsPath(op);
    signature.verdict_only = IsVerdictOnly(op);
    std::string_view rest = info.signature;
    for (std::size_t i = 0; !rest.empty(); ++i) {
      WRIT_CHECK(i < (info.format == Format::kABC ? 3u : info.format == Format::kNone ? 0u : 2u));
      const std::size_t end = std::min(rest.find(' '), rest.size());
      signature.operands[i] = ReadOperand(rest.substr(0, end), table);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    out.push_back(std::move(signature));
  }
  return out;
}

// "(Operation, int) -> Response?"
BuiltinSignature ReadBuiltin(std::string_view text, TypeTable& table) {
  BuiltinSignature signature;
  PatternReader reader(text, table);
  WRIT_CHECK(reader.Accept('('));
  if (!reader.Accept(')')) {
    do signature.parameters.push_back(reader.Read());
    while (reader.Accept(','));
    WRIT_CHECK(reader.Accept(')'));
  }
  WRIT_CHECK(reader.Accept('-') && reader.Accept('>'));
  signature.result = reader.Read();
  WRIT_CHECK(reader.at_end());
  return signature;
}

bool MatchesCore(const TypePattern& pattern, const TypeTable& types, TypeId id, TypeBindings& bindings) {
  const Type& type = types.Get(id);
  switch (pattern.shape) {
    case TypePattern::Shape::kExact: return id == pattern.exact;
    case TypePattern::Shape::kRecord: return type.kind == TypeKind::kRecord && type.index == pattern.index;
    case TypePattern::Shape::kSame: return bindings.same == id;
    case TypePattern::Shape::kVariable: {
      std::optional<TypeId>& bound = bindings.variables[pattern.index];
      if (bound) return *bound == id;
      if ((kAnyKind & Bit(type.kind)) == 0) return false;
      bound = id;
      return true;
    }
    case TypePattern::Shape::kKinds: break;
  }
  if ((pattern.kinds & Bit(type.kind)) == 0) return false;
  if (pattern.arguments.size() == 2 && !Matches(pattern.arguments[0], types, type.key, bindings)) return false;
  return pattern.arguments.empty() || Matches(pattern.arguments.back(), types, type.element, bindings);
}

}  // namespace

bool Matches(const TypePattern& pattern, const TypeTable& types, TypeId id, TypeBindings& bindings) {
  const bool optional = types.IsOptional(id);
  if (pattern.optional) {
    // `T??` is `T?`, and `nothing?` is `nothing`: a bound T that is one of those stands for itself.
    if (pattern.shape == TypePattern::Shape::kVariable && bindings.variables[pattern.index]) {
      const TypeId bound = *bindings.variables[pattern.index];
      if (types.IsOptional(bound) || bound == types.Never()) return id == bound;
    }
    if (!optional && id != types.Never()) return false;
  }
  const TypeId inner = pattern.optional && optional ? types.Get(id).element : id;
  if (!MatchesCore(pattern, types, inner, bindings)) return false;
  bindings.same = id;
  return true;
}

bool IsAssignable(const TypeTable& types, TypeId from, TypeId to) {
  return from == to || (types.IsOptional(to) && types.Get(to).element == from);
}

const OpcodeSignature& SignatureOf(Opcode op) {
  static const std::vector<OpcodeSignature> rows = ReadOpcodes();
  WRIT_CHECK(static_cast<std::size_t>(op) < rows.size());
  return rows[static_cast<std::size_t>(op)];
}

std::int32_t OperandValue(Format format, Instruction instruction, std::size_t i) {
  if (i == 0) return static_cast<std::int32_t>(A(instruction));
  switch (format) {
    case Format::kABC: return static_cast<std::int32_t>(i == 1 ? B(instruction) : C(instruction));
    case Format::kABx: return i == 1 ? static_cast<std::int32_t>(Bx(instruction)) : 0;
    case Format::kAsBx: return i == 1 ? Sbx(instruction) : 0;
    case Format::kNone: return i == 1 ? static_cast<std::int32_t>(Bx(instruction)) : 0;
  }
  WRIT_CHECK(false);
}

const BuiltinSignature& SignatureOf(BuiltinId builtin) {
  static const std::vector<BuiltinSignature> rows = [] {
    TypeTable table;
    std::vector<BuiltinSignature> out;
    for (const BuiltinInfo& info : AllBuiltins()) out.push_back(ReadBuiltin(info.signature, table));
    return out;
  }();
  WRIT_CHECK(static_cast<std::size_t>(builtin) < rows.size());
  return rows[static_cast<std::size_t>(builtin)];
}

const TypePattern& TypeOf(FieldId field) {
  static const std::vector<TypePattern> rows = [] {
    TypeTable table;
    std::vector<TypePattern> out;
    for (const FieldInfo& info : AllFields()) out.push_back(ReadPattern(info.type, table));
    return out;
  }();
  WRIT_CHECK(static_cast<std::size_t>(field) < rows.size());
  return rows[static_cast<std::size_t>(field)];
}

const ConditionSignature& SignatureOf(ConditionTest test) {
  static const std::vector<ConditionSignature> rows = [] {
    TypeTable table;
    std::vector<ConditionSignature> out;
    for (const ConditionTestInfo& info : AllConditionTests()) {
      ConditionSignature signature{ReadPattern(info.value, table), std::nullopt};
      if (!info.operand.empty()) signature.operand = ReadPattern(info.operand, table);
      out.push_back(std::move(signature));
    }
    return out;
  }();
  WRIT_CHECK(static_cast<std::size_t>(test) < rows.size());
  return rows[static_cast<std::size_t>(test)];
}

}  // namespace writ::bytecode
