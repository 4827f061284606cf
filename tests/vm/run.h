// Small modules in assembler text, verified and run; and values as text, poisons included, so that expectations fit a line.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/traffic/exchange.h"
#include "vm/bytecode/assembler.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/verifier.h"
#include "vm/machine.h"

namespace writ::vm::test {

inline std::string_view NameOf(TrapKind trap) {
  switch (trap) {
    case TrapKind::kOverflow: return "overflow";
    case TrapKind::kDivisionByZero: return "division by zero";
    case TrapKind::kInexact: return "inexact";
    case TrapKind::kFuel: return "fuel";
    case TrapKind::kMemory: return "memory";
    case TrapKind::kDepth: return "depth";
  }
  return "";
}

inline std::string_view NameOf(SubjectVerdict verdict) {
  switch (verdict) {
    case SubjectVerdict::kPass: return "pass";
    case SubjectVerdict::kFail: return "fail";
    case SubjectVerdict::kNotApplicable: return "not_applicable";
    case SubjectVerdict::kIndeterminate: return "indeterminate";
    case SubjectVerdict::kError: return "error";
  }
  return "";
}

// "absent", "unknown 5", "unknown 5 of Exchange.start", "error overflow", else as messages show it; "?" behind an incomplete list.
inline std::string Show(const Value& value, const bytecode::TypeTable& types, bytecode::TypeId type) {
  if (value.is_absent()) return "absent";
  if (value.is_unknown()) {
    std::string out = "unknown " + std::to_string(value.size);
    if (value.field == 0) return out;
    const bytecode::FieldInfo& field = bytecode::InfoOf(static_cast<bytecode::FieldId>(value.field - 1));
    return out + " of " + std::string(bytecode::InfoOf(field.owner).name) + "." + std::string(field.name);
  }
  if (value.is_error()) return "error " + std::string(NameOf(value.error->trap));
  const bytecode::TypeId plain = types.Unwrap(type);
  if (value.kind == ValueKind::kList || value.kind == ValueKind::kSet) {
    std::string out;
    for (std::uint32_t i = 0; i < value.list->count; ++i) {
      out += (i == 0 ? "" : ", ") + Show(value.list->items[i], types, types.Get(plain).element);
    }
    out = value.kind == ValueKind::kList ? "[" + out + "]" : "{" + out + "}";
    return value.list->incomplete_causes != 0 ? out + "? " + std::to_string(value.list->incomplete_causes) : out;
  }
  return FormatValue(value, types, plain);
}

// "pass" or "fail: 0 fail, 1 indeterminate 4 of NameValue.value | message".
inline std::string Show(const SubjectOutcome& outcome) {
  std::string out(NameOf(outcome.verdict));
  for (std::size_t i = 0; i < outcome.clauses.size(); ++i) {
    const ClauseOutcome& clause = outcome.clauses[i];
    out += (i == 0 ? ": " : ", ") + std::to_string(clause.clause) + " " + std::string(NameOf(clause.verdict));
    if (clause.verdict == SubjectVerdict::kIndeterminate) out += " " + std::to_string(clause.causes);
    if (clause.verdict == SubjectVerdict::kError) out += " " + std::string(NameOf(clause.trap));
  }
  return outcome.message.empty() ? out : out + " | " + outcome.message;
}

// Parameters of a verdict function come from nested `for each`: gives every rule sources for those behind the first.
inline void AddNestedSources(bytecode::Module& module) {
  for (bytecode::Rule& rule : module.rules) {
    rule.joined = false;
    for (std::size_t i = 1; i < rule.subject_types.size(); ++i) {
      const auto count = static_cast<std::uint32_t>(i);
      bytecode::Function source;
      source.name = rule.id + "/nested" + std::to_string(i);
      source.parameter_count = count;
      source.result = module.types.ListOf(rule.subject_types[i]);
      source.register_types.assign(rule.subject_types.begin(), rule.subject_types.begin() + static_cast<std::ptrdiff_t>(i));
      source.register_types.push_back(source.result);
      source.code = {bytecode::EncodeAbc(bytecode::Opcode::kListNew, count), bytecode::EncodeAbc(bytecode::Opcode::kReturn, count)};
      source.ranges.resize(source.code.size());
      rule.nested.push_back(static_cast<std::uint32_t>(module.functions.size()));
      module.functions.push_back(std::move(source));
    }
    if (module.functions[rule.evaluate].name != "row") continue;
    // A detector: what it emits are its parameters; the functions `raise` and `report` take the same.
    bytecode::Group group;
    for (std::size_t i = 1; i < rule.subject_types.size(); ++i) group.keys.push_back({"k" + std::to_string(i), rule.subject_types[i]});
    for (std::uint32_t i = 0; i < module.functions.size(); ++i) {
      if (module.functions[i].name == "raise") group.raise = i;
      if (module.functions[i].name == "report") group.report = i;
    }
    rule.is_detect = true;
    rule.group = std::move(group);
  }
}

// A program in assembler text (vm/bytecode/assembler.h), without the line of the policy. Functions are named as there. Those that end
// in a verdict are rules over exchanges; their other parameters are free.
class Code {
 public:
  explicit Code(const std::string& text, const std::vector<Program::Override>& overrides = {}, const Limits& limits = {}) {
    auto assembled = bytecode::Assemble("policy acme.test\n" + text);
    INFO((assembled.ok() ? std::string() : assembled.error()) << "\n" << text);
    REQUIRE(assembled.ok());
    bytecode::Module module = std::move(assembled).value();
    AddNestedSources(module);
    // One line per instruction, so that errors can be told apart.
    for (bytecode::Function& function : module.functions) {
      std::uint32_t line = 0;
      for (bytecode::SourceRange& range : function.ranges) ++line, range = {0, line, 1, line, 2};
    }
    auto verified = bytecode::Verify(std::move(module));
    INFO((verified.ok() ? std::string() : verified.error()));
    REQUIRE(verified.ok());
    verified_ = std::make_unique<bytecode::VerifiedModule>(std::move(verified).value());
    RunFacts facts;
    facts.now = {kNanosPerDay, 1};
    auto program = Program::Load(*verified_, overrides, facts, limits);
    if (!program.ok()) {
      error = program.error();
      return;
    }
    program_ = std::move(program).value();
    machine_ = std::make_unique<Machine>(*program_, limits);
  }

  std::uint32_t Index(std::string_view name) const {
    const auto& functions = verified_->module().functions;
    for (std::uint32_t i = 0; i < functions.size(); ++i) {
      if (functions[i].name == name) return i;
    }
    FAIL("no function " << name);
    return 0;
  }
  Value Call(std::string_view name, const std::vector<Value>& arguments) { return machine_->Call(Index(name), arguments); }
  std::string Run(std::string_view name, const std::vector<Value>& arguments = {}) {
    return Show(Call(name, arguments), verified_->module().types, verified_->module().functions[Index(name)].result);
  }
  SubjectOutcome Evaluate(std::string_view name, const std::vector<Value>& arguments, bool want_text = true) {
    SubjectOutcome outcome;
    EvaluateInto(outcome, name, arguments, want_text);
    return outcome;
  }
  // `arguments` are those behind the exchange.
  void EvaluateInto(SubjectOutcome& outcome, std::string_view name, const std::vector<Value>& arguments, bool want_text = true) {
    static const model::Exchange kExchange;
    std::vector<Value> all = {Value::Record(bytecode::RecordId::kExchange, &kExchange)};
    all.insert(all.end(), arguments.begin(), arguments.end());
    machine_->Evaluate(Index(name), all, want_text, outcome);
  }
  const Program& program() const { return *program_; }
  Machine& machine() { return *machine_; }

  std::string error;   // of Program::Load

 private:
  std::unique_ptr<bytecode::VerifiedModule> verified_;
  std::unique_ptr<Program> program_;
  std::unique_ptr<Machine> machine_;
};

// One instruction over parameters: Op("int, int", "bool", "lt_int r2 <- r0, r1"). The result is the register behind the parameters.
class Op {
 public:
  Op(const std::string& parameters, const std::string& result, const std::string& instruction)
      : result_register_(Count(parameters)),
        code_("function f (" + parameters + ") -> " + result + "\n  registers " + parameters + ", " + result + "\n    " + instruction +
              "\n    return r" + std::to_string(result_register_) + "\n") {}
  std::string operator()(const std::vector<Value>& arguments) { return code_.Run("f", arguments); }
  Value Call(const std::vector<Value>& arguments) { return code_.Call("f", arguments); }

 private:
  static std::size_t Count(const std::string& parameters) {
    std::size_t count = 1;
    int depth = 0;
    for (const char c : parameters) {
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      count += c == ',' && depth == 0 ? 1 : 0;
    }
    return count;
  }
  std::size_t result_register_;
  Code code_;
};

// Values of tests; what they point to lives as long as the process.
inline Value Unknown(std::uint32_t causes) { return Value::Unknown(causes); }
inline Value Trapped(TrapKind trap = TrapKind::kOverflow) {
  static const ErrorRep kErrors[] = {{TrapKind::kOverflow, {}}, {TrapKind::kDivisionByZero, {}}, {TrapKind::kInexact, {}}};
  return Value::Error(&kErrors[static_cast<std::size_t>(trap)]);
}
template <typename T>
const T* Keep(T value) {
  static std::vector<std::unique_ptr<T>> kept;
  kept.push_back(std::make_unique<T>(std::move(value)));
  return kept.back().get();
}
inline Value Counts(std::int64_t low, std::int64_t high, std::uint32_t causes = 1) {
  return Value::Interval(Keep(IntervalRep::OfCount(low, high, causes)));
}
inline Value Dec(std::string_view text) { return Value::FromDecimal(Keep(*Decimal::Parse(text))); }
inline Value Addr(std::string_view text) { return Value::Ip(Keep(*IpAddress::Parse(text))); }
inline Value Block(std::string_view text) { return Value::FromCidr(Keep(*Cidr::Parse(text))); }
inline Value Str(std::string_view text) { return Value::String(text); }
inline Value List(const std::vector<Value>& items, std::uint32_t causes = 0) {
  const auto* kept = Keep(items);
  ListRep list;
  list.items = kept->data(), list.count = static_cast<std::uint32_t>(kept->size()), list.incomplete_causes = causes;
  return Value::List(Keep(list));
}
// Items in canonical order.
inline Value Set(const std::vector<Value>& items, std::uint32_t causes = 0) { return Value::Set(List(items, causes).list); }
inline Value Ints(std::initializer_list<std::int64_t> numbers, std::uint32_t causes = 0) {
  std::vector<Value> items;
  for (const std::int64_t number : numbers) items.push_back(Value::Int(number));
  return List(items, causes);
}

}  // namespace writ::vm::test
