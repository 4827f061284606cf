// One description of the layout serves both directions: `Fields(io, x)` names the members of x in order, and `io` is a Writer or a
// Reader. So what is written is what is read, by construction.
#include "vm/bytecode/codec.h"

#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/digest.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/module_limits.h"

namespace writ::bytecode {
namespace {

constexpr std::string_view kMagic = "WRITBC";
constexpr std::size_t kFingerprintBytes = 8;
constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kHeaderBytes = kMagic.size() + 2 + kFingerprintBytes + kDigestBytes + 8;

// Numbers of opcodes, fields, builtins, records and kinds are places in tables, so a module is only readable with the very tables that
// it was made with: this stands for them.
std::string TableFingerprint() {
  static const std::string fingerprint = [] {
    std::string text;
    const auto add = [&](std::string_view part) { text.append(part).push_back('\0'); };
    for (const OpcodeInfo& row : AllOpcodes()) add(row.mnemonic), add(row.signature), text.push_back(static_cast<char>(row.format));
    for (const ModelEnumInfo& row : ModelEnums()) add(row.name), add(row.members);
    for (const RecordInfo& row : AllRecords()) add(row.name);
    for (const FieldInfo& row : AllFields()) add(AllRecords()[static_cast<std::size_t>(row.owner)].name), add(row.name), add(row.type);
    for (const BuiltinInfo& row : AllBuiltins()) add(row.name), add(row.signature);
    for (const ConditionTestInfo& row : AllConditionTests()) add(row.word), add(row.value), add(row.operand);
    for (const ScreenOpInfo& row : AllScreenOps()) add(row.word), text.push_back(static_cast<char>(row.pops * 16 + row.pushes));
    for (const IndexKindInfo& row : AllIndexKinds()) add(row.word);
    for (const SubjectKindInfo& row : AllSubjectKinds()) add(row.word), text.push_back(static_cast<char>(row.record));
    const Sha256Digest digest = Sha256Of(text);
    return std::string(reinterpret_cast<const char*>(digest.data()), kFingerprintBytes);
  }();
  return fingerprint;
}

class Writer {
 public:
  static constexpr bool kReads = false;

  bool ok() const { return true; }
  // LEB128: seven bits a byte, low ones first.
  void Unsigned(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80));
      value >>= 7;
    }
    out_.push_back(static_cast<char>(value));
  }
  // Small numbers of either sign stay short: 0, -1, 1, -2, …
  void Signed(std::int64_t value) {
    Unsigned((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void Word(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out_.push_back(static_cast<char>(value >> shift));
  }
  void Bytes(const std::uint8_t* data, std::size_t size) { out_.append(reinterpret_cast<const char*>(data), size); }
  void Text(const std::string& text) {
    Unsigned(text.size());
    out_ += text;
  }
  std::string& out() { return out_; }

 private:
  std::string out_;
};

// Reads what a Writer wrote. The first fault is kept and everything after it reads as nothing, so callers need not stop at once.
class Reader {
 public:
  static constexpr bool kReads = true;

  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return error_.empty(); }
  const std::string& error() const { return error_; }
  std::size_t left() const { return bytes_.size() - at_; }
  std::size_t at() const { return at_; }
  void Fail(std::string_view problem) {
    if (!ok()) return;
    error_ = "damaged bytecode: " + std::string(problem) + " at byte " + std::to_string(kHeaderBytes + at_);
    at_ = bytes_.size();
  }

  std::uint64_t Unsigned() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (left() == 0) return Fail("the end"), 0;
      const std::uint8_t byte = static_cast<std::uint8_t>(bytes_[at_++]);
      const std::uint64_t bits = byte & 0x7f;
      if (shift == 63 && bits > 1) break;
      value |= bits << shift;
      if ((byte & 0x80) == 0) {
        // One number has one form, so that one module has one form.
        if (byte == 0 && shift != 0) break;
        return value;
      }
    }
    Fail("a malformed number");
    return 0;
  }
  std::int64_t Signed() {
    const std::uint64_t value = Unsigned();
    return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1)));
  }
  std::uint64_t Below(std::uint64_t end) {
    const std::uint64_t value = Unsigned();
    if (value >= end) Fail("a number out of range");
    return ok() ? value : 0;
  }
  std::uint32_t Word() {
    if (left() < 4) return Fail("the end"), 0;
    std::uint32_t value = 0;
    for (int shift = 0; shift < 32; shift += 8) value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes_[at_++])) << shift;
    return value;
  }
  void Bytes(std::uint8_t* data, std::size_t size) {
    if (left() < size) return Fail("the end");
    for (std::size_t i = 0; i < size; ++i) data[i] = static_cast<std::uint8_t>(bytes_[at_++]);
  }
  std::string Text() {
    const std::uint64_t size = Unsigned();
    if (size > left()) return Fail("a text longer than the rest"), std::string();
    if (!Charge(size)) return {};
    std::string text(bytes_.substr(at_, size));
    at_ += size;
    return text;
  }
  // The number of items that follow, each of at least `least` bytes here and `size` bytes in memory.
  std::size_t Count(std::size_t limit, std::size_t least, std::size_t size) {
    const std::uint64_t count = Unsigned();
    if (count > left() / least) return Fail("more items than bytes"), 0;
    if (count > limit) return Fail("too many items"), 0;
    return Charge(count * size) ? static_cast<std::size_t>(count) : 0;
  }

 private:
  bool Charge(std::uint64_t bytes) {
    if (bytes > memory_left_) return Fail("a module that takes too much memory"), false;
    memory_left_ -= bytes;
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint64_t memory_left_ = kModuleLimits.decoded_bytes;
  std::string error_;
};

// --- single members; each has a form for writing and one for reading

template <typename T>
void Number(Writer& io, const T& value) {
  if constexpr (std::is_signed_v<T>) io.Signed(value);
  else io.Unsigned(value);
}
template <typename T>
void Number(Reader& io, T& value) {
  if constexpr (std::is_signed_v<T>) value = io.Signed();
  else value = static_cast<T>(io.Below(std::uint64_t{std::numeric_limits<T>::max()} + 1));
}
void Text(Writer& io, const std::string& text) { io.Text(text); }
void Text(Reader& io, std::string& text) { text = io.Text(); }
void Flag(Writer& io, const bool& flag) { io.Unsigned(flag ? 1 : 0); }
void Flag(Reader& io, bool& flag) { flag = io.Below(2) != 0; }
// An enumeration whose enumerators are 0 to `last`.
template <typename E>
void Enum(Writer& io, const E& value, E) { io.Unsigned(static_cast<std::uint64_t>(value)); }
template <typename E>
void Enum(Reader& io, E& value, E last) { value = static_cast<E>(io.Below(static_cast<std::uint64_t>(last) + 1)); }
// A number of a table; whether the row exists is for Verify.
template <typename Id>
void Row(Writer& io, const Id& id) { io.Unsigned(static_cast<std::underlying_type_t<Id>>(id)); }
template <typename Id>
void Row(Reader& io, Id& id) {
  id = static_cast<Id>(io.Below(std::uint64_t{std::numeric_limits<std::underlying_type_t<Id>>::max()} + 1));
}
void Function32(Writer& io, const std::uint32_t& function) { io.Unsigned(std::uint32_t{function + 1}); }   // none is 0
void Function32(Reader& io, std::uint32_t& function) { function = static_cast<std::uint32_t>(io.Below(std::uint64_t{1} << 32)) - 1; }

template <typename T, typename Item>
void List(Writer& io, const std::vector<T>& items, std::size_t, std::size_t, Item item) {
  io.Unsigned(items.size());
  for (const T& x : items) item(io, x);
}
// Room is made as items arrive: a count alone takes nothing.
template <typename T, typename Item>
void List(Reader& io, std::vector<T>& items, std::size_t limit, std::size_t least, Item item) {
  const std::size_t count = io.Count(limit, least, sizeof(T));
  for (std::size_t i = 0; i < count && io.ok(); ++i) {
    items.emplace_back();
    item(io, items.back());
  }
}
template <typename T, typename Item>
void Maybe(Writer& io, const std::optional<T>& value, Item item) {
  io.Unsigned(value ? 1 : 0);
  if (value) item(io, *value);
}
template <typename T, typename Item>
void Maybe(Reader& io, std::optional<T>& value, Item item) {
  if (io.Below(2) != 0) item(io, value.emplace());
}

// `const T&` when writing, `T&` when reading.
template <typename Io, typename T>
using Ref = std::conditional_t<Io::kReads, T&, const T&>;

// --- the members of each part, in the order of the file

template <typename Io>
void Range(Io& io, Ref<Io, SourceRange> x) {
  Number(io, x.policy), Number(io, x.line), Number(io, x.column), Number(io, x.end_line), Number(io, x.end_column);
}

// Neighbouring instructions come from neighbouring places: lines are written as distances.
void Ranges(Writer& io, const std::vector<SourceRange>& ranges) {
  SourceRange last;
  io.Unsigned(ranges.size());
  for (const SourceRange& x : ranges) {
    io.Signed(std::int64_t{x.policy} - last.policy), io.Signed(std::int64_t{x.line} - last.line), io.Unsigned(x.column);
    io.Signed(std::int64_t{x.end_line} - x.line), io.Unsigned(x.end_column);
    last = x;
  }
}
void Ranges(Reader& io, std::vector<SourceRange>& ranges) {
  const auto near = [&](std::uint32_t from) -> std::uint32_t {
    const std::int64_t distance = io.Signed();
    if (distance < -std::int64_t{from} || distance > std::int64_t{0xffffffffu} - from) return io.Fail("a place out of range"), 0;
    return static_cast<std::uint32_t>(from + distance);
  };
  SourceRange last;
  const std::size_t count = io.Count(kModuleLimits.instructions, 5, sizeof(SourceRange));
  ranges.reserve(count);
  for (std::size_t i = 0; i < count && io.ok(); ++i) {
    SourceRange x;
    x.policy = near(last.policy), x.line = near(last.line), Number(io, x.column), x.end_line = near(x.line), Number(io, x.end_column);
    ranges.push_back(x);
    last = x;
  }
}

void Decimal128(Writer& io, const Decimal& x) {
  Number(io, x.scale);
  const UInt128 bits = static_cast<UInt128>(x.coefficient);
  for (int shift = 0; shift < 128; shift += 32) io.Word(static_cast<std::uint32_t>(bits >> shift));
}
void Decimal128(Reader& io, Decimal& x) {
  Number(io, x.scale);
  UInt128 bits = 0;
  for (int shift = 0; shift < 128; shift += 32) bits |= static_cast<UInt128>(io.Word()) << shift;
  x.coefficient = static_cast<Int128>(bits);
}

template <typename Io>
void Address(Io& io, Ref<Io, IpAddress> x) {
  Flag(io, x.is_v6);
  io.Bytes(x.bytes.data(), x.bytes.size());
}

// Only what the kind uses.
template <typename Io>
void ConstantPart(Io& io, Ref<Io, Constant> x) {
  Enum(io, x.kind, ConstantKind::kMap);
  Row(io, x.type);
  switch (x.kind) {
    case ConstantKind::kBool:
    case ConstantKind::kInt:
    case ConstantKind::kDuration:
    case ConstantKind::kEnum: return Number(io, x.integer);
    case ConstantKind::kTime: return Number(io, x.integer), Number(io, x.precision);
    case ConstantKind::kDecimal: return Decimal128(io, x.decimal);
    case ConstantKind::kString:
    case ConstantKind::kRegex:
    case ConstantKind::kJsonPath: return Text(io, x.text);
    case ConstantKind::kIp: return Address(io, x.cidr.network);
    case ConstantKind::kCidr: return Address(io, x.cidr.network), Number(io, x.cidr.prefix);
    case ConstantKind::kList:
    case ConstantKind::kSet: Enum(io, x.lookup, ConstantLookup::kIntervals); [[fallthrough]];
    case ConstantKind::kMap:
      return List(io, x.items, 2 * kModuleLimits.constants, 1, [](Io& i, Ref<Io, std::uint32_t> item) { Number(i, item); });
  }
}

template <typename Io>
void GlobalPart(Io& io, Ref<Io, Global> x) {
  Enum(io, x.kind, GlobalKind::kInput), Text(io, x.name), Row(io, x.type), Function32(io, x.initialiser), Number(io, x.constant);
  Text(io, x.data_path), Text(io, x.data_digest), Range(io, x.range);
}

template <typename Io>
void FunctionPart(Io& io, Ref<Io, Function> x) {
  Text(io, x.name), Number(io, x.parameter_count), Row(io, x.result);
  List(io, x.register_types, kModuleLimits.registers, 1, [](Io& i, Ref<Io, TypeId> type) { Row(i, type); });
  if constexpr (Io::kReads) {
    const std::size_t count = io.Count(kModuleLimits.instructions, 4, sizeof(Instruction));
    x.code.reserve(count);
    for (std::size_t i = 0; i < count; ++i) x.code.push_back(io.Word());
  } else {
    io.Unsigned(x.code.size());
    for (const Instruction instruction : x.code) io.Word(instruction);
  }
  List(io, x.fields, kModuleLimits.side_table, 1, [](Io& i, Ref<Io, FieldId> field) { Row(i, field); });
  List(io, x.builtins, kModuleLimits.side_table, 2, [](Io& i, Ref<Io, BuiltinCall> call) { Row(i, call.builtin), Number(i, call.argument_count); });
  List(io, x.callees, kModuleLimits.side_table, 1, [](Io& i, Ref<Io, std::uint32_t> callee) { Number(i, callee); });
  Ranges(io, x.ranges);
}

template <typename Io>
void StepPart(Io& io, Ref<Io, ConditionStep> x) {
  Flag(io, x.is_builtin);
  if (!x.is_builtin) return Row(io, x.field);
  Row(io, x.builtin);
  List(io, x.arguments, kModuleLimits.registers, 1, [](Io& i, Ref<Io, std::uint32_t> argument) { Number(i, argument); });
}

template <typename Io>
void ConditionPart(Io& io, Ref<Io, Condition> x) {
  Number(io, x.variable);
  List(io, x.path, kModuleLimits.condition_steps, 2, [](Io& i, Ref<Io, ConditionStep> step) { StepPart(i, step); });
  Maybe(io, x.otherwise, [](Io& i, Ref<Io, std::uint32_t> constant) { Number(i, constant); });
  Row(io, x.test), Enum(io, x.source, OperandSource::kGlobal), Number(io, x.operand);
}

template <typename Io>
void IndexPart(Io& io, Ref<Io, ConditionIndex> x) {
  Row(io, x.kind);
  List(io, x.conditions, kModuleLimits.conditions, 1, [](Io& i, Ref<Io, std::uint32_t> condition) { Number(i, condition); });
}

template <typename Io>
void PolicyPart(Io& io, Ref<Io, PolicyInfo> x) {
  Text(io, x.name), Text(io, x.version), Text(io, x.file), Text(io, x.digest), Text(io, x.description);
  Number(io, x.language), Flag(io, x.shipped);
}

template <typename Io>
void Texts(Io& io, Ref<Io, std::vector<std::string>> x) {
  List(io, x, kModuleLimits.list_entries, 1, [](Io& i, Ref<Io, std::string> text) { Text(i, text); });
}

template <typename Io>
void MetadataPart(Io& io, Ref<Io, RuleMetadata> x) {
  Text(io, x.title), Text(io, x.description), Enum(io, x.severity, Severity::kInfo), Text(io, x.impact);
  Maybe(io, x.confidence, [](Io& i, Ref<Io, Confidence> confidence) { Enum(i, confidence, Confidence::kLow); });
  List(io, x.controls, kModuleLimits.list_entries, 2, [](Io& i, Ref<Io, Control> control) { Text(i, control.framework), Text(i, control.id); });
  Number(io, x.fix_within), Text(io, x.owner), Text(io, x.rationale), Text(io, x.remediation);
  Texts(io, x.references), Texts(io, x.tags), Texts(io, x.formerly);
}

template <typename Io>
void AggregatePart(Io& io, Ref<Io, Aggregate> x) {
  Enum(io, x.kind, AggregateKind::kQuantile), Flag(io, x.present_only), Row(io, x.argument), Row(io, x.result), Number(io, x.parameter);
}

template <typename Io>
void SequencePart(Io& io, Ref<Io, Sequence> x) {
  List(io, x.steps, kModuleLimits.steps, 2, [](Io& i, Ref<Io, SequenceStep> step) { Text(i, step.name), Flag(i, step.without); });
  List(io, x.values, kModuleLimits.step_values, 2, [](Io& i, Ref<Io, StepValue> value) { Number(i, value.step), Row(i, value.type); });
  Function32(io, x.within);
  List(io, x.places, kModuleLimits.steps, 1, [](Io& i, Ref<Io, std::uint32_t> step) { Number(i, step); });
}

template <typename Io>
void GroupPart(Io& io, Ref<Io, Group> x) {
  Enum(io, x.window, WindowKind::kSession), Function32(io, x.length);
  List(io, x.keys, kModuleLimits.group_keys, 2, [](Io& i, Ref<Io, GroupKeyInfo> key) { Text(i, key.name), Row(i, key.type); });
  List(io, x.aggregates, kModuleLimits.aggregates, 5, [](Io& i, Ref<Io, Aggregate> aggregate) { AggregatePart(i, aggregate); });
  Maybe(io, x.sequence, [](Io& i, Ref<Io, Sequence> sequence) { SequencePart(i, sequence); });
  Function32(io, x.raise), Function32(io, x.report);
}

template <typename Io>
void RulePart(Io& io, Ref<Io, Rule> x) {
  Text(io, x.id), Flag(io, x.is_detect), Number(io, x.policy), MetadataPart(io, x.metadata), Function32(io, x.activate);
  Row(io, x.subject), Flag(io, x.joined);
  List(io, x.nested, kModuleLimits.nested_sources, 1, [](Io& i, Ref<Io, std::uint32_t> function) { Function32(i, function); });
  List(io, x.subject_types, kModuleLimits.nested_sources + 2, 1, [](Io& i, Ref<Io, TypeId> type) { Row(i, type); });
  Function32(io, x.evaluate);
  List(io, x.clauses, kModuleLimits.clauses, 7, [](Io& i, Ref<Io, Clause> clause) { Text(i, clause.reason), Text(i, clause.text), Range(i, clause.range); });
  Maybe(io, x.group, [](Io& i, Ref<Io, Group> group) { GroupPart(i, group); });
  Number(io, x.evidence_first), Number(io, x.per_count), Flag(io, x.expect_empty), Flag(io, x.on_sampled), Flag(io, x.allow_quadratic);
  Number(io, x.captures), Number(io, x.needed_captures);
  List(io, x.fields, 65'536, 1, [](Io& i, Ref<Io, FieldId> field) { Row(i, field); });
  List(io, x.screen, kModuleLimits.screen_steps, 1, [](Io& i, Ref<Io, ScreenStep> step) { Number(i, step); });
  Text(io, x.cost), Range(io, x.range);
}

template <typename Io>
void WaiverPart(Io& io, Ref<Io, Waiver> x) {
  Text(io, x.name), Text(io, x.rule), Function32(io, x.where), Number(io, x.until), Text(io, x.until_text), Text(io, x.reason);
  Text(io, x.author), Text(io, x.approved_by), Text(io, x.ticket), Range(io, x.range);
}

template <typename Io>
void TestPart(Io& io, Ref<Io, Test> x) {
  Text(io, x.title), Text(io, x.rule), Number(io, x.policy);
  List(io, x.inputs, kModuleLimits.list_entries, 8, [](Io& i, Ref<Io, TestInput> input) {
    Enum(i, input.kind, TestInputKind::kParam), Text(i, input.text), Text(i, input.name), Range(i, input.range);
  });
  List(io, x.expectations, kModuleLimits.list_entries, 9, [](Io& i, Ref<Io, TestExpectation> expectation) {
    Text(i, expectation.verdict);
    Maybe(i, expectation.reason, [](Io& j, Ref<Io, std::string> text) { Text(j, text); });
    Maybe(i, expectation.at, [](Io& j, Ref<Io, std::string> text) { Text(j, text); });
    Maybe(i, expectation.count, [](Io& j, Ref<Io, std::int64_t> count) { Number(j, count); });
    Range(i, expectation.range);
  });
  Range(io, x.range);
}

// The type table beyond what every table has: enums declared in place, then types by number. A reader makes them again through the
// table itself, which gives each the number it had or the module is refused.
void Types(Writer& io, const TypeTable& types) {
  static const TypeTable builtin;
  const std::size_t enum_begin = builtin.enums().size();
  io.Unsigned(types.enums().size() - enum_begin);
  for (std::size_t i = enum_begin; i < types.enums().size(); ++i) {
    io.Unsigned(types.enums()[i].members.size());
    for (const std::string& member : types.enums()[i].members) io.Text(member);
  }
  io.Unsigned(types.size() - builtin.size());
  for (std::size_t i = builtin.size(); i < types.size(); ++i) {
    const Type& type = types.Get(TypeId(i));
    Row(io, type.kind), Number(io, type.index), Row(io, type.element), Row(io, type.key);
  }
}
void Types(Reader& io, TypeTable& types) {
  std::vector<std::vector<std::string>> enums;
  List(io, enums, kModuleLimits.enums, 1, [](Reader& i, std::vector<std::string>& members) {
    List(i, members, kModuleLimits.enum_members, 1, [](Reader& j, std::string& member) { Text(j, member); });
  });
  const std::size_t enum_begin = types.enums().size();
  const std::size_t count = io.Count(kModuleLimits.types, 4, sizeof(Type));
  for (std::size_t i = 0; i < count && io.ok(); ++i) {
    Type type;
    Enum(io, type.kind, TypeKind::kNever), Number(io, type.index), Row(io, type.element), Row(io, type.key);
    const TypeId wanted{static_cast<std::uint32_t>(types.size())};
    if (!io.ok()) return;
    if (type.element >= wanted || type.key >= wanted) return io.Fail("a type of types that do not come before it");
    const std::size_t next_enum = types.enums().size();
    TypeId made;
    if (type.kind == TypeKind::kEnum && type.index == next_enum && next_enum - enum_begin < enums.size()) {
      made = types.EnumOf(std::move(enums[next_enum - enum_begin]));
      if (types.Get(made) != type) return io.Fail("an enum twice");
    } else {
      if (type.kind == TypeKind::kEnum) return io.Fail("an enum out of order");
      made = types.Intern(type);
    }
    if (made != wanted) return io.Fail("a type twice");
  }
  if (io.ok() && types.enums().size() - enum_begin != enums.size()) io.Fail("an enum without type");
}

template <typename Io>
void ModulePart(Io& io, Ref<Io, Module> x) {
  Types(io, x.types);
  List(io, x.constants, kModuleLimits.constants, 3, [](Io& i, Ref<Io, Constant> constant) { ConstantPart(i, constant); });
  List(io, x.globals, kModuleLimits.globals, 12, [](Io& i, Ref<Io, Global> global) { GlobalPart(i, global); });
  List(io, x.functions, kModuleLimits.functions, 9, [](Io& i, Ref<Io, Function> function) { FunctionPart(i, function); });
  List(io, x.conditions, kModuleLimits.conditions, 6, [](Io& i, Ref<Io, Condition> condition) { ConditionPart(i, condition); });
  List(io, x.indexes, kModuleLimits.conditions, 2, [](Io& i, Ref<Io, ConditionIndex> index) { IndexPart(i, index); });
  List(io, x.policies, kModuleLimits.policies, 7, [](Io& i, Ref<Io, PolicyInfo> policy) { PolicyPart(i, policy); });
  List(io, x.packs, kModuleLimits.policies, 4, [](Io& i, Ref<Io, PackInfo> pack) {
    Text(i, pack.name), Text(i, pack.version), Text(i, pack.digest), Flag(i, pack.shipped);
  });
  List(io, x.rules, kModuleLimits.rules, 39, [](Io& i, Ref<Io, Rule> rule) { RulePart(i, rule); });
  List(io, x.waivers, kModuleLimits.waivers, 14, [](Io& i, Ref<Io, Waiver> waiver) { WaiverPart(i, waiver); });
  List(io, x.tests, kModuleLimits.tests, 10, [](Io& i, Ref<Io, Test> test) { TestPart(i, test); });
}

std::string EncodePayload(const Module& module) {
  Writer writer;
  ModulePart(writer, module);
  return std::move(writer.out());
}

std::uint64_t LittleEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
  return value;
}

}  // namespace

std::string SealPayload(std::string_view payload) {
  std::string out(kMagic);
  const auto add = [&](std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  };
  add(kFormatVersion, 2);
  out += TableFingerprint();
  const Sha256Digest digest = Sha256Of(payload);
  out.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  add(payload.size(), 8);
  out.append(payload);
  return out;
}

std::string Encode(const Module& module) { return SealPayload(EncodePayload(module)); }

std::string DigestOf(const Module& module) { return Hex(Sha256Of(EncodePayload(module))); }

Result<Module> Decode(std::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return Error{"not compiled bytecode: it does not start with `WRITBC`"};
  if (bytes.size() < kMagic.size() + 2) return Error{"damaged bytecode: cut off in the header"};
  const std::uint64_t version = LittleEndian(bytes.substr(kMagic.size(), 2));
  if (version != kFormatVersion) {
    return Error{"bytecode format " + std::to_string(version) + ", and this build reads format " + std::to_string(kFormatVersion) +
                 ": compile the policies again"};
  }
  if (bytes.size() < kHeaderBytes) return Error{"damaged bytecode: cut off in the header"};
  if (bytes.size() > kModuleLimits.encoded_bytes) return Error{"bytecode of more than " + std::to_string(kModuleLimits.encoded_bytes) + " bytes"};
  std::string_view header = bytes.substr(kMagic.size() + 2, kHeaderBytes - kMagic.size() - 2);
  if (header.substr(0, kFingerprintBytes) != TableFingerprint()) {
    return Error{"bytecode for other tables of opcodes, fields or functions than this build has: compile the policies again"};
  }
  header.remove_prefix(kFingerprintBytes);
  const std::string_view payload = bytes.substr(kHeaderBytes);
  if (LittleEndian(header.substr(kDigestBytes)) != payload.size()) {
    return Error{"damaged bytecode: " + std::to_string(payload.size()) + " bytes of content, and the header says " +
                 std::to_string(LittleEndian(header.substr(kDigestBytes)))};
  }
  const Sha256Digest digest = Sha256Of(payload);
  if (header.substr(0, kDigestBytes) != std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())) {
    return Error{"damaged bytecode: its content does not have the digest of its header"};
  }
  Reader reader(payload);
  Module module;
  ModulePart(reader, module);
  if (reader.ok() && reader.left() != 0) reader.Fail("something behind the last test");
  if (!reader.ok()) return Error{reader.error()};
  return module;
}

}  // namespace writ::bytecode
