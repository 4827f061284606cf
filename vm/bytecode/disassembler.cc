// Prints by the same signatures that the verifier checks by: a new opcode prints right from its row.
#include "vm/bytecode/disassembler.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/time.h"
#include "base/utf8.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/signatures.h"

namespace writ::bytecode {
namespace {

constexpr std::size_t kMnemonicWidth = 22;
constexpr std::size_t kPlaceColumn = 76;
constexpr std::size_t kShownInCode = 48;   // characters of a constant beside an instruction

// In quotes, on one line, printable.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    if (c == '\n') out += "\\n";
    else out.push_back(c);
  }
  return SanitizeForTerminal(out + "\"");
}

std::string Shorten(const std::string& text, std::size_t count) {
  if (text.size() <= count || CodePointCount(text) <= count) return text;
  return std::string(CodePointSlice(text, 0, count)) + "…";
}

// A constant of its own; items as `k3`.
std::string ScalarText(const Module& module, const Constant& constant) {
  switch (constant.kind) {
    case ConstantKind::kBool: return constant.integer != 0 ? "true" : "false";
    case ConstantKind::kInt: return std::to_string(constant.integer);
    case ConstantKind::kDecimal: return constant.decimal.ToString();
    case ConstantKind::kString: return Quoted(constant.text);
    case ConstantKind::kTime:
      return "t\"" + (constant.precision == kNanosPerDay ? FormatDate(constant.integer) : FormatTime({constant.integer, constant.precision})) + "\"";
    case ConstantKind::kDuration: return FormatDuration(constant.integer);
    case ConstantKind::kIp: return "ip\"" + constant.cidr.network.ToString() + "\"";
    case ConstantKind::kCidr: return "ip\"" + constant.cidr.ToString() + "\"";
    case ConstantKind::kRegex: return "re" + Quoted(constant.text);
    case ConstantKind::kJsonPath: return "jp" + Quoted(constant.text);
    case ConstantKind::kEnum: return module.types.EnumInfo(constant.type).members[static_cast<std::size_t>(constant.integer)];
    case ConstantKind::kList:
    case ConstantKind::kSet:
    case ConstantKind::kMap: return {};
  }
  WRIT_CHECK(false);
}

// Items as `item(index)` writes them, until `limit` bytes are reached.
template <typename Item>
std::string CollectionText(const Constant& constant, std::size_t limit, Item item) {
  const bool is_list = constant.kind == ConstantKind::kList;
  const bool is_map = constant.kind == ConstantKind::kMap;
  std::string out = is_list ? "[" : "{";
  for (std::size_t i = 0; i < constant.items.size(); ++i) {
    if (i != 0) out += is_map && i % 2 == 1 ? ": " : ", ";
    if (out.size() > limit) return out + "…" + (is_list ? "]" : "}");
    out += item(constant.items[i]);
  }
  return out + (is_list ? "]" : "}");
}

bool IsCollection(const Constant& constant) { return constant.kind >= ConstantKind::kList; }

// With items written out, as far as `limit` bytes go.
std::string ConstantText(const Module& module, std::uint32_t index, std::size_t limit) {
  const Constant& constant = module.constants[index];
  if (!IsCollection(constant)) return ScalarText(module, constant);
  return CollectionText(constant, limit, [&](std::uint32_t item) { return ConstantText(module, item, limit / 2); });
}

std::string Signature(const Module& module, const Function& function) {
  std::string out = "(";
  for (std::uint32_t i = 0; i < function.parameter_count; ++i) out += (i ? ", " : "") + module.types.ToString(function.register_types[i]);
  return out + ") -> " + (function.result == module.types.Never() ? "verdict" : module.types.ToString(function.result));
}

std::string Printable(std::string_view text) { return SanitizeForTerminal(text); }

class FunctionPrinter {
 public:
  FunctionPrinter(const Module& module, std::uint32_t function, std::string& out)
      : module_(module), function_(module.functions[function]), out_(out) {}

  void Print() {
    out_ += "function " + Printable(function_.name) + " " + Signature(module_, function_) + "\n";
    if (!function_.register_types.empty()) {
      out_ += "  registers ";
      for (std::size_t r = 0; r < function_.register_types.size(); ++r) out_ += (r ? ", " : "") + module_.types.ToString(function_.register_types[r]);
      out_ += "\n";
    }
    for (std::size_t pc = 0; pc < function_.code.size(); ++pc) PrintInstruction(pc);
  }

 private:
  static std::string Register(std::uint32_t r) { return "r" + std::to_string(r); }
  static std::string Registers(std::uint32_t first, std::uint32_t count) {
    std::string out = "(";
    for (std::uint32_t i = 0; i < count; ++i) out += (i ? ", " : "") + Register(first + i);
    return out + ")";
  }

  void PrintInstruction(std::size_t pc) {
    const Instruction instruction = function_.code[pc];
    const Opcode op = OpcodeOf(instruction);
    const OpcodeSignature& signature = SignatureOf(op);
    std::string line = std::to_string(pc);
    line.insert(0, line.size() < 5 ? 5 - line.size() : 0, ' ');
    line += "  " + std::string(AllOpcodes()[static_cast<std::size_t>(op)].mnemonic);
    std::string operands;
    for (std::size_t i = 0; i < 3; ++i) operands += OperandText(signature, instruction, i, pc, operands);
    if (!operands.empty()) {
      line.resize(std::max(line.size() + 1, 7 + kMnemonicWidth), ' ');
      line += operands;
    }
    const SourceRange& range = function_.ranges[pc];
    if (range.line != 0) {
      const std::size_t width = CodePointCount(line);
      line.append(width < kPlaceColumn ? kPlaceColumn - width : 1, ' ');
      line += "; " + Printable(module_.policies[range.policy].file) + ":" + std::to_string(range.line);
    }
    out_ += line + "\n";
  }

  std::string OperandText(const OpcodeSignature& signature, Instruction instruction, std::size_t i, std::size_t pc, const std::string& before) const {
    const auto raw = [&](std::size_t operand) { return OperandValue(signature.format, instruction, operand); };
    const std::uint32_t value = static_cast<std::uint32_t>(raw(i));
    const std::string comma = before.empty() || before.back() == ' ' ? "" : ", ";
    switch (signature.operands[i].kind) {
      case OperandKind::kUnused: return {};
      case OperandKind::kWrite:
      case OperandKind::kWriteField:
      case OperandKind::kWriteFieldOptional:
      case OperandKind::kWriteResult: return Register(value) + " <- ";
      case OperandKind::kRead: return comma + Register(value);
      case OperandKind::kConstant: return comma + "k" + std::to_string(value) + " " + Shorten(ConstantText(module_, value, kShownInCode), kShownInCode);
      case OperandKind::kGlobal: return comma + module_.globals[value].name;
      case OperandKind::kClause: return comma + "clause " + std::to_string(value);
      case OperandKind::kField: {
        const FieldInfo& field = InfoOf(function_.fields[value]);
        return comma + std::string(InfoOf(field.owner).name) + "." + std::string(field.name);
      }
      case OperandKind::kBuiltin: {
        const BuiltinCall& call = function_.builtins[value];
        return NameInCode(call.builtin) + Registers(static_cast<std::uint32_t>(raw(i - 1)), call.argument_count);
      }
      case OperandKind::kCallee: {
        const Function& callee = module_.functions[function_.callees[value]];
        return Printable(callee.name) + Registers(static_cast<std::uint32_t>(raw(i - 1)), callee.parameter_count);
      }
      case OperandKind::kJump: return comma + "-> " + std::to_string(static_cast<std::int64_t>(pc) + 1 + raw(i));
      case OperandKind::kArguments: return {};   // with what is called
      case OperandKind::kStrings:
      case OperandKind::kValues: return Registers(value, static_cast<std::uint32_t>(raw(i + 1)));
      case OperandKind::kCount: return {};       // told by the registers
    }
    WRIT_CHECK(false);
  }

  const Module& module_;
  const Function& function_;
  std::string& out_;
};

std::string FunctionName(const Module& module, std::uint32_t function) { return Printable(module.functions[function].name); }

void PrintGlobal(const Module& module, const Global& global, std::string& out) {
  out += "global " + global.name + " ";
  switch (global.kind) {
    case GlobalKind::kConst: out += "const"; break;
    case GlobalKind::kParam: out += "param"; break;
    case GlobalKind::kData: out += "data"; break;
    case GlobalKind::kInput: out += "input"; break;
  }
  out += " " + module.types.ToString(global.type);
  if (global.initialiser != kNoFunction) out += " = " + FunctionName(module, global.initialiser);
  if (global.kind == GlobalKind::kData) out += " = k" + std::to_string(global.constant) + " from " + Quoted(global.data_path);
  out += "\n";
}

void PrintSequence(const Module& module, const Sequence& sequence, std::string& out) {
  for (std::size_t i = 0; i < sequence.steps.size(); ++i) {
    const SequenceStep& step = sequence.steps[i];
    out += "  step       " + std::string(step.without ? "without " : i == 0 ? "" : "then ") + Printable(step.name) + "\n";
  }
  if (sequence.within != kNoFunction) out += "  within     " + FunctionName(module, sequence.within) + "\n";
  for (const StepValue& value : sequence.values) {
    out += "  value      of " + Printable(sequence.steps[value.step].name) + ": " + module.types.ToString(value.type) + "\n";
  }
  for (const std::uint32_t step : sequence.places) out += "  at         " + Printable(sequence.steps[step].name) + "\n";
}

void PrintGroup(const Module& module, const Group& group, std::string& out) {
  constexpr std::string_view kWindows[] = {"none", "sliding", "tumbling", "session"};
  constexpr std::string_view kAggregates[] = {"count", "distinct", "sum", "min", "max", "avg", "share", "set", "longest_run", "quantile"};
  out += "  window     " + std::string(kWindows[static_cast<std::size_t>(group.window)]);
  if (group.length != kNoFunction) out += " of " + FunctionName(module, group.length);
  out += "\n";
  for (const GroupKeyInfo& key : group.keys) out += "  key        " + Printable(key.name) + ": " + module.types.ToString(key.type) + "\n";
  for (const Aggregate& aggregate : group.aggregates) {
    out += "  aggregate  " + std::string(kAggregates[static_cast<std::size_t>(aggregate.kind)]) + "(";
    if (aggregate.argument != module.types.Never()) {
      out += (aggregate.present_only ? "present " : "") + module.types.ToString(aggregate.argument);
    }
    out += ") -> " + module.types.ToString(aggregate.result) + "\n";
  }
  if (group.sequence) PrintSequence(module, *group.sequence, out);
  if (group.raise != kNoFunction) out += "  raise      " + FunctionName(module, group.raise) + "\n";
  out += "  report     " + FunctionName(module, group.report) + "\n";
}

// In postfix: "c0 not where c1 c2 and require".
std::string ScreenText(const Rule& rule) {
  std::string out;
  for (const ScreenStep step : rule.screen) {
    out += out.empty() ? "" : " ";
    out += ScreenOpOf(step) == ScreenOp::kCondition ? "c" + std::to_string(ConditionOf(step))
                                                    : std::string(AllScreenOps()[static_cast<std::size_t>(ScreenOpOf(step))].word);
  }
  return out;
}

void PrintRule(const Module& module, const Rule& rule, std::string& out) {
  out += std::string(rule.is_detect ? "detect " : "rule ") + rule.id + " " + Quoted(rule.metadata.title) + "\n";
  out += "  severity   " + std::string(NameOf(rule.metadata.severity)) + "\n";
  for (const Control& control : rule.metadata.controls) out += "  control    " + Printable(control.framework) + " " + Printable(control.id) + "\n";
  out += "  subject    " + std::string(InfoOf(rule.subject).word) + (rule.joined ? " joined with operation" : "") + "\n";
  if (rule.activate != kNoFunction) out += "  activate   " + FunctionName(module, rule.activate) + "\n";
  for (const std::uint32_t function : rule.nested) out += "  nested     " + FunctionName(module, function) + "\n";
  out += "  evaluate   " + FunctionName(module, rule.evaluate) + "\n";
  if (rule.group) PrintGroup(module, *rule.group, out);
  for (std::size_t i = 0; i < rule.clauses.size(); ++i) {
    const Clause& clause = rule.clauses[i];
    out += "  clause " + std::to_string(i) + "   " + (clause.reason.empty() ? "" : Printable(clause.reason) + ": ") + Printable(clause.text) + "\n";
  }
  if (!rule.fields.empty()) {
    out += "  reads      ";
    for (std::size_t i = 0; i < rule.fields.size(); ++i) {
      const FieldInfo& field = InfoOf(rule.fields[i]);
      out += (i ? ", " : "") + std::string(InfoOf(field.owner).name) + "." + std::string(field.name);
    }
    out += "\n";
  }
  if (!rule.screen.empty()) out += "  screen     " + ScreenText(rule) + "\n";
  if (!rule.cost.empty()) out += "  cost       " + Printable(rule.cost) + "\n";
}

}  // namespace

std::string NameInCode(BuiltinId builtin) {
  const BuiltinInfo& info = InfoOf(builtin);
  std::string_view receiver = info.signature.substr(1);
  std::size_t depth = 0, end = 0;
  for (; end < receiver.size(); ++end) {
    const char c = receiver[end];
    if (depth == 0 && (c == ',' || c == ')')) break;
    depth += c == '[' ? 1u : 0u;
    depth -= c == ']' ? 1u : 0u;
  }
  receiver = receiver.substr(0, end);
  return receiver.empty() ? std::string(info.name) : std::string(receiver) + "." + std::string(info.name);
}

std::string DescribeCondition(const Module& module, std::uint32_t number) {
  const Condition& condition = module.conditions[number];
  const ConditionStep& first = condition.path.front();
  std::string out = first.is_builtin ? "" : std::string(InfoOf(InfoOf(first.field).owner).name);
  for (std::size_t i = 0; i < condition.path.size(); ++i) {
    const ConditionStep& step = condition.path[i];
    if (!step.is_builtin) {
      out += "." + std::string(InfoOf(step.field).name);
      continue;
    }
    out += i == 0 ? NameInCode(step.builtin) : "." + std::string(InfoOf(step.builtin).name);
    out += "(";
    for (std::size_t k = 0; k < step.arguments.size(); ++k) out += (k ? ", " : "") + ConstantText(module, step.arguments[k], kShownInCode);
    out += ")";
  }
  if (condition.otherwise) out += " ?? " + ConstantText(module, *condition.otherwise, kShownInCode);
  out += " " + std::string(AllConditionTests()[static_cast<std::size_t>(condition.test)].word);
  if (condition.source == OperandSource::kConstant) out += " " + Shorten(ConstantText(module, condition.operand, kShownInCode), kShownInCode);
  if (condition.source == OperandSource::kGlobal) out += " " + module.globals[condition.operand].name;
  return out;
}

std::string DisassembleFunction(const Module& module, std::uint32_t function) {
  WRIT_CHECK(function < module.functions.size());
  std::string out;
  FunctionPrinter(module, function, out).Print();
  return out;
}

std::string Disassemble(const Module& module) {
  std::string out;
  for (const PolicyInfo& policy : module.policies) {
    out += "policy " + policy.name + " " + Quoted(policy.version) + " " + Quoted(policy.file) + "\n";
  }
  for (std::size_t i = 0; i < module.constants.size(); ++i) {
    const Constant& constant = module.constants[i];
    const std::string value =
        IsCollection(constant) ? CollectionText(constant, std::string::npos - 1, [](std::uint32_t item) { return "k" + std::to_string(item); })
                               : ScalarText(module, constant);
    out += "const k" + std::to_string(i) + " " + module.types.ToString(constant.type) + " " + value;
    if (constant.lookup == ConstantLookup::kHash) out += " by hash";
    if (constant.lookup == ConstantLookup::kIntervals) out += " by intervals";
    out += "\n";
  }
  for (const Global& global : module.globals) PrintGlobal(module, global, out);
  for (std::size_t i = 0; i < module.conditions.size(); ++i) {
    out += "condition c" + std::to_string(i) + " " + DescribeCondition(module, static_cast<std::uint32_t>(i)) + "\n";
  }
  for (const ConditionIndex& index : module.indexes) {
    out += "index " + std::string(AllIndexKinds()[static_cast<std::size_t>(index.kind)].word);
    for (const std::uint32_t condition : index.conditions) out += " c" + std::to_string(condition);
    out += "\n";
  }
  for (const Rule& rule : module.rules) {
    out += "\n";
    PrintRule(module, rule, out);
  }
  for (const Waiver& waiver : module.waivers) {
    out += "\nwaiver " + waiver.name + " for " + waiver.rule + " until " + Printable(waiver.until_text) + "\n";
    if (waiver.where != kNoFunction) out += "  where      " + FunctionName(module, waiver.where) + "\n";
  }
  for (std::uint32_t i = 0; i < module.functions.size(); ++i) {
    out += "\n";
    FunctionPrinter(module, i, out).Print();
  }
  return out;
}

}  // namespace writ::bytecode
