// Two passes: functions and globals get their numbers first, so that lines may come in any order.
#include "vm/bytecode/assembler.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/time.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/signatures.h"

namespace writ::bytecode {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// What stands before `end`, which is taken away too; the whole text without it.
std::string_view TakeUntil(std::string_view& text, std::string_view end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view head = Trim(text.substr(0, at));
  text = Trim(text.substr(std::min(at + end.size(), text.size())));
  return head;
}
std::string_view TakeWord(std::string_view& text) { return TakeUntil(text, " "); }

bool Starts(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Split at commas outside brackets and quotes.
std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> parts;
  int depth = 0;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{' || c == '(') ++depth;
    if (c == ']' || c == '}' || c == ')') --depth;
    if (c == ',' && depth == 0) {
      parts.push_back(Trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (!Trim(text).empty()) parts.push_back(Trim(text.substr(begin)));
  return parts;
}

template <typename T>
std::optional<T> ToNumber(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}
// "r12", "k3": the number behind `letter`.
std::optional<std::uint32_t> Numbered(char letter, std::string_view text) {
  if (text.empty() || text.front() != letter) return std::nullopt;
  return ToNumber<std::uint32_t>(text.substr(1));
}

struct Line {
  std::size_t number;
  std::string_view text;
};

class Assembler {
 public:
  Result<Module> Run(std::string_view text) {
    std::size_t number = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = Trim(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++number;
      if (!line.empty() && line.front() != '#') lines_.push_back({number, line});
    }
    if (!Number() || !Fill()) return Error{"line " + std::to_string(number_) + ": " + error_};
    for (Rule& rule : module_.rules) NoteReads(rule);
    return std::move(module_);
  }

 private:
  bool Fail(std::string message) {
    error_ = std::move(message);
    return false;
  }

  // First pass: functions with their signatures, globals by name, constants.
  bool Number() {
    for (const Line& line : lines_) {
      number_ = line.number;
      std::string_view rest = line.text;
      const std::string_view word = TakeWord(rest);
      if (word == "function" && !DeclareFunction(rest)) return false;
      if (word == "global") global_names_.push_back(std::string(rest.substr(0, rest.find(' '))));
    }
    return true;
  }

  bool DeclareFunction(std::string_view rest) {
    Function function;
    function.name = std::string(TakeUntil(rest, " ("));
    const std::size_t close = rest.rfind(") -> ");
    if (close == std::string_view::npos) return Fail("a function needs `(…) -> type`");
    for (const std::string_view part : Split(rest.substr(0, close))) {
      TypeId type;
      if (!ReadType(part, type)) return false;
      function.register_types.push_back(type);
    }
    function.parameter_count = static_cast<std::uint32_t>(function.register_types.size());
    if (!ReadType(Trim(rest.substr(close + 5)), function.result)) return false;
    module_.functions.push_back(std::move(function));
    return true;
  }

  // Second pass: everything else, in order.
  bool Fill() {
    std::size_t next_function = 0;
    for (const Line& line : lines_) {
      number_ = line.number;
      std::string_view rest = line.text;
      const std::string_view word = TakeWord(rest);
      bool ok = true;
      if (word == "policy") ok = AddPolicy(rest);
      else if (word == "const") ok = AddConstant(rest);
      else if (word == "global") ok = AddGlobal(rest);
      else if (word == "rule") ok = AddRule(rest);
      else if (word == "function") ok = FinishFunction(), function_ = &module_.functions[next_function++];
      else if (function_ == nullptr) ok = Fail("an instruction outside a function");
      else if (word == "registers") ok = AddRegisters(rest);
      else ok = AddInstruction(line.text);
      if (!ok) return false;
    }
    return FinishFunction();
  }

  bool ReadType(std::string_view text, TypeId& type) {
    text = Trim(text);
    TypeTable& types = module_.types;
    if (text == "verdict" || text == "nothing") {
      type = types.Never();
      return true;
    }
    if (Starts(text, "iterator[") && text.back() == ']') {
      if (!ReadType(text.substr(9, text.size() - 10), type)) return false;
      type = types.IteratorOf(type);
      return true;
    }
    if (Starts(text, "enum {")) {
      const std::size_t close = text.find('}');
      if (close == std::string_view::npos) return Fail("an enum without `}`");
      std::vector<std::string> members;
      for (const std::string_view member : Split(text.substr(6, close - 6))) members.emplace_back(member);
      type = types.EnumOf(std::move(members));
      if (text.substr(close + 1) == "?") type = types.OptionalOf(type);
      return true;
    }
    const std::optional<TypeId> parsed = types.Parse(text);
    if (!parsed) return Fail("no type `" + std::string(text) + "`");
    type = *parsed;
    return true;
  }

  bool AddPolicy(std::string_view rest) {
    PolicyInfo policy;
    policy.name = std::string(TakeWord(rest));
    policy.version = "1.0.0";
    policy.file = policy.name + ".writ";
    policy.digest = Hex(Sha256Of(policy.name));
    module_.policies.push_back(std::move(policy));
    return true;
  }

  static std::optional<std::string> Unquote(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == '\\' && i + 2 < text.size()) {
        ++i;
        out.push_back(text[i] == 'n' ? '\n' : text[i]);
      } else {
        out.push_back(text[i]);
      }
    }
    return out;
  }

  bool AddConstant(std::string_view rest) {
    const std::string_view name = TakeWord(rest);
    if (Numbered('k', name) != module_.constants.size()) return Fail("the next constant is k" + std::to_string(module_.constants.size()));
    // The type ends where a reading of it succeeds and a value follows.
    Constant constant;
    for (std::size_t end = rest.find(' '); end != std::string_view::npos; end = rest.find(' ', end + 1)) {
      if (!ReadType(rest.substr(0, end), constant.type)) continue;
      if (!ReadConstant(Trim(rest.substr(end)), constant)) return Fail("no value of that type: `" + std::string(Trim(rest.substr(end))) + "`");
      module_.constants.push_back(std::move(constant));
      return true;
    }
    return Fail("a constant needs a type and a value");
  }

  bool ReadConstant(std::string_view text, Constant& constant) {
    const Type type = module_.types.Get(constant.type);
    const auto quoted = [&](std::string_view prefix) {
      return Starts(text, prefix) ? Unquote(text.substr(prefix.size())) : std::nullopt;
    };
    const auto take = [&](ConstantKind kind, const auto& value, auto& member) {
      constant.kind = kind;
      if (value) member = *value;
      return value.has_value();
    };
    switch (type.kind) {
      case TypeKind::kBool:
        constant.kind = ConstantKind::kBool, constant.integer = text == "true" ? 1 : 0;
        return text == "true" || text == "false";
      case TypeKind::kInt: return take(ConstantKind::kInt, ToNumber<std::int64_t>(text), constant.integer);
      case TypeKind::kDecimal: return take(ConstantKind::kDecimal, Decimal::Parse(text), constant.decimal);
      case TypeKind::kString: return take(ConstantKind::kString, Unquote(text), constant.text);
      case TypeKind::kRegex: return take(ConstantKind::kRegex, quoted("re"), constant.text);
      case TypeKind::kJsonPath: return take(ConstantKind::kJsonPath, quoted("jp"), constant.text);
      case TypeKind::kDuration: return take(ConstantKind::kDuration, ParseDuration(text), constant.integer);
      case TypeKind::kTime: {
        const std::optional<TimePoint> time = ParseTime(quoted("t").value_or(""));
        if (time) constant.kind = ConstantKind::kTime, constant.integer = time->nanos, constant.precision = time->precision;
        return time.has_value();
      }
      case TypeKind::kIp: return take(ConstantKind::kIp, IpAddress::Parse(quoted("ip").value_or("")), constant.cidr.network);
      case TypeKind::kCidr: return take(ConstantKind::kCidr, Cidr::Parse(quoted("ip").value_or("")), constant.cidr);
      case TypeKind::kEnum: {
        const std::vector<std::string>& members = module_.types.EnumInfo(constant.type).members;
        constant.kind = ConstantKind::kEnum;
        constant.integer = std::find(members.begin(), members.end(), text) - members.begin();
        return constant.integer < static_cast<std::int64_t>(members.size());
      }
      case TypeKind::kList: constant.kind = ConstantKind::kList; return ReadItems(text, constant);
      case TypeKind::kSet: constant.kind = ConstantKind::kSet; return ReadItems(text, constant);
      case TypeKind::kMap: constant.kind = ConstantKind::kMap; return ReadItems(text, constant);
      case TypeKind::kJson:
      case TypeKind::kRecord:
      case TypeKind::kOptional:
      case TypeKind::kVariable:
      case TypeKind::kIterator:
      case TypeKind::kNever: return false;
    }
    return false;
  }

  bool ReadItems(std::string_view text, Constant& constant) {
    if (text.size() < 2) return false;
    for (std::string_view part : Split(text.substr(1, text.size() - 2))) {
      while (!part.empty()) {
        const std::optional<std::uint32_t> item = Numbered('k', TakeUntil(part, ":"));
        if (!item) return false;
        constant.items.push_back(*item);
      }
    }
    return true;
  }

  std::optional<std::uint32_t> FindFunction(std::string_view name) const {
    for (std::uint32_t i = 0; i < module_.functions.size(); ++i) {
      if (module_.functions[i].name == name) return i;
    }
    return std::nullopt;
  }

  bool AddGlobal(std::string_view rest) {
    Global global;
    global.name = std::string(TakeWord(rest));
    const std::string_view kind = TakeWord(rest);
    constexpr std::string_view kKinds[] = {"const", "param", "data", "input"};
    const auto* found = std::find(std::begin(kKinds), std::end(kKinds), kind);
    if (found == std::end(kKinds)) return Fail("no kind of global `" + std::string(kind) + "`");
    global.kind = static_cast<GlobalKind>(found - std::begin(kKinds));
    const std::string_view type = TakeUntil(rest, " = ");
    if (!ReadType(type, global.type)) return false;
    if (global.kind == GlobalKind::kData) {
      const std::optional<std::uint32_t> constant = Numbered('k', TakeWord(rest));
      if (!constant) return Fail("data needs a constant");
      global.constant = *constant;
      global.data_path = "data.txt";
      global.data_digest = Hex(Sha256Of(global.name));
    } else if (global.kind != GlobalKind::kInput) {
      const std::optional<std::uint32_t> function = FindFunction(rest);
      if (!function) return Fail("no function `" + std::string(rest) + "`");
      global.initialiser = *function;
    }
    module_.globals.push_back(std::move(global));
    return true;
  }

  bool AddRule(std::string_view rest) {
    Rule rule;
    rule.id = std::string(TakeWord(rest));
    const std::string_view word = TakeWord(rest);
    const std::optional<SubjectKind> kind = FindSubjectKind(word);
    if (!kind) return Fail("no kind of subject `" + std::string(word) + "`");
    rule.subject = *kind;
    const std::optional<std::uint32_t> evaluate = FindFunction(TakeUntil(rest, " clauses "));
    if (!evaluate) return Fail("a rule needs its function");
    rule.evaluate = *evaluate;
    const Function& function = module_.functions[*evaluate];
    rule.subject_types.assign(function.register_types.begin(), function.register_types.begin() + function.parameter_count);
    rule.joined = rule.subject == SubjectKind::kExchange && rule.subject_types.size() == 2;
    const std::size_t clauses = ToNumber<std::size_t>(rest).value_or(0);
    for (std::size_t i = 0; i < clauses; ++i) rule.clauses.push_back({"clause_" + std::to_string(i), "require …", {}});
    rule.metadata.title = rule.id;
    rule.cost = "O(1)";
    module_.rules.push_back(std::move(rule));
    return true;
  }

  bool AddRegisters(std::string_view rest) {
    function_->register_types.clear();
    for (const std::string_view part : Split(rest)) {
      TypeId type;
      if (!ReadType(part, type)) return false;
      function_->register_types.push_back(type);
    }
    return true;
  }

  // --- instructions

  struct Jump {
    std::size_t instruction;
    std::string target;
    std::size_t line;
  };

  bool AddInstruction(std::string_view text) {
    if (text.back() == ':' && text.find(' ') == std::string_view::npos) {
      labels_[std::string(text.substr(0, text.size() - 1))] = function_->code.size();
      return true;
    }
    text = Trim(text.substr(0, text.find(" ; ")));
    if (text.front() >= '0' && text.front() <= '9') TakeWord(text);
    const std::string_view mnemonic = TakeWord(text);
    const auto& rows = AllOpcodes();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const OpcodeInfo& row) { return row.mnemonic == mnemonic; });
    if (found == rows.end()) return Fail("no opcode `" + std::string(mnemonic) + "`");
    const Opcode op = static_cast<Opcode>(found - rows.begin());
    const OpcodeSignature& signature = SignatureOf(op);
    std::uint32_t operands[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
      if (!ReadOperand(signature, i, text, operands)) return false;
    }
    if (!text.empty()) return Fail("`" + std::string(text) + "` is too much");
    function_->code.push_back(signature.format == Format::kABC ? EncodeAbc(op, operands[0], operands[1], operands[2]) : EncodeAbx(op, operands[0], operands[1]));
    function_->ranges.push_back({});
    return true;
  }

  bool ReadRegister(std::string_view text, std::uint32_t& value) {
    const std::optional<std::uint32_t> r = Numbered('r', text);
    if (!r || *r > 255) return Fail("`" + std::string(text) + "` is no register");
    value = *r;
    return true;
  }

  // "(r3, r4)": neighbouring registers, told by the first and their number.
  bool ReadRow(std::string_view text, std::uint32_t& first, std::uint32_t& count) {
    if (text.size() < 2 || text.front() != '(' || text.back() != ')') return Fail("registers in parentheses are missing");
    const std::vector<std::string_view> parts = Split(text.substr(1, text.size() - 2));
    count = static_cast<std::uint32_t>(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      std::uint32_t r = 0;
      if (!ReadRegister(parts[i], r)) return false;
      if (i == 0) first = r;
      if (r != first + i) return Fail("registers in parentheses must be neighbours");
    }
    return true;
  }

  template <typename T>
  static std::uint32_t Place(std::vector<T>& table, const T& value, auto equal) {
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      if (equal(table[i], value)) return i;
    }
    table.push_back(value);
    return static_cast<std::uint32_t>(table.size() - 1);
  }

  bool ReadOperand(const OpcodeSignature& signature, std::size_t i, std::string_view& text, std::uint32_t* operands) {
    const auto same = [](const auto& a, const auto& b) { return a == b; };
    switch (signature.operands[i].kind) {
      case OperandKind::kUnused:
      case OperandKind::kArguments:
      case OperandKind::kCount: return true;   // with the operand beside it
      case OperandKind::kWrite:
      case OperandKind::kWriteField:
      case OperandKind::kWriteFieldOptional:
      case OperandKind::kWriteResult: return ReadRegister(TakeUntil(text, "<-"), operands[i]);
      case OperandKind::kRead: return ReadRegister(TakeUntil(text, ","), operands[i]);
      case OperandKind::kConstant: {
        const std::optional<std::uint32_t> constant = Numbered('k', TakeWord(text));
        text = {};   // the value, for people
        operands[i] = constant.value_or(0);
        return constant || Fail("a constant is missing");
      }
      case OperandKind::kGlobal: {
        const auto found = std::find(global_names_.begin(), global_names_.end(), TakeUntil(text, ","));
        operands[i] = static_cast<std::uint32_t>(found - global_names_.begin());
        return found != global_names_.end() || Fail("no such global");
      }
      case OperandKind::kClause: {
        TakeWord(text);
        const std::optional<std::uint32_t> clause = ToNumber<std::uint32_t>(TakeUntil(text, ","));
        operands[i] = clause.value_or(0);
        return clause || Fail("`clause` and its number are missing");
      }
      case OperandKind::kField: {
        const std::string_view owner = TakeUntil(text, ".");
        const std::string_view name = TakeUntil(text, ",");
        const std::optional<RecordId> record = FindRecord(owner);
        const std::optional<FieldId> field = record ? FindField(*record, name) : std::nullopt;
        if (!field) return Fail("no field `" + std::string(owner) + "." + std::string(name) + "`");
        operands[i] = Place(function_->fields, *field, same);
        return true;
      }
      case OperandKind::kBuiltin: return ReadBuiltin(text, operands[i - 1], operands[i]);
      case OperandKind::kCallee: {
        const std::size_t open = std::min(text.rfind('('), text.size());
        const std::string_view name = Trim(text.substr(0, open));
        const std::optional<std::uint32_t> function = FindFunction(name);
        if (!function) return Fail("no function `" + std::string(name) + "`");
        std::uint32_t count = 0;
        if (!ReadRow(text.substr(open), operands[i - 1], count)) return false;
        operands[i] = Place(function_->callees, *function, same);
        text = {};
        return true;
      }
      case OperandKind::kJump:
        TakeUntil(text, "->");
        jumps_.push_back({function_->code.size(), std::string(TakeWord(text)), number_});
        return true;
      case OperandKind::kStrings:
      case OperandKind::kValues: {
        const bool ok = ReadRow(text, operands[i], operands[i + 1]);
        text = {};
        return ok;
      }
    }
    return Fail("malformed table");
  }

  bool ReadBuiltin(std::string_view& text, std::uint32_t& first, std::uint32_t& index) {
    for (std::size_t id = 0; id < AllBuiltins().size(); ++id) {
      const std::string name = NameInCode(static_cast<BuiltinId>(id));
      if (!Starts(text, name + "(")) continue;
      BuiltinCall call{static_cast<BuiltinId>(id), 0};
      std::uint32_t count = 0;
      if (!ReadRow(text.substr(name.size()), first, count)) return false;
      call.argument_count = static_cast<std::uint8_t>(count);
      index = Place(function_->builtins, call, [](const BuiltinCall& a, const BuiltinCall& b) {
        return a.builtin == b.builtin && a.argument_count == b.argument_count;
      });
      text = {};
      return true;
    }
    return Fail("no builtin in `" + std::string(text) + "`");
  }

  // Jumps are known when the function is complete.
  bool FinishFunction() {
    for (const Jump& jump : jumps_) {
      number_ = jump.line;
      const auto label = labels_.find(jump.target);
      const std::optional<std::size_t> number = ToNumber<std::size_t>(jump.target);
      if (label == labels_.end() && !number) return Fail("no label `" + jump.target + "`");
      const std::size_t target = label != labels_.end() ? label->second : *number;
      const std::int64_t distance = static_cast<std::int64_t>(target) - static_cast<std::int64_t>(jump.instruction) - 1;
      if (distance < INT16_MIN || distance > INT16_MAX) return Fail("`" + jump.target + "` is too far");
      Instruction& instruction = function_->code[jump.instruction];
      instruction = EncodeAsbx(OpcodeOf(instruction), A(instruction), static_cast<std::int32_t>(distance));
    }
    jumps_.clear();
    labels_.clear();
    return true;
  }

  void NoteReads(Rule& rule) const {
    std::vector<std::uint32_t> pending = {rule.evaluate};
    std::vector<bool> seen(module_.functions.size());
    while (!pending.empty()) {
      const std::uint32_t index = pending.back();
      pending.pop_back();
      if (index >= seen.size() || seen[index]) continue;
      seen[index] = true;
      const Function& function = module_.functions[index];
      pending.insert(pending.end(), function.callees.begin(), function.callees.end());
      rule.fields.insert(rule.fields.end(), function.fields.begin(), function.fields.end());
      for (const FieldId field : function.fields) rule.captures |= InfoOf(field).capture;
      for (const BuiltinCall& call : function.builtins) rule.captures |= InfoOf(call.builtin).capture;
    }
    std::sort(rule.fields.begin(), rule.fields.end());
    rule.fields.erase(std::unique(rule.fields.begin(), rule.fields.end()), rule.fields.end());
  }

  std::vector<Line> lines_;
  Module module_;
  std::vector<std::string> global_names_;
  Function* function_ = nullptr;   // into module_.functions, which no longer grows
  std::vector<Jump> jumps_;
  std::map<std::string, std::size_t> labels_;
  std::size_t number_ = 0;
  std::string error_;
};

}  // namespace

Result<Module> Assemble(std::string_view text) { return Assembler().Run(text); }

}  // namespace writ::bytecode
