// Constants as values, overrides read, globals evaluated. The one place where a module becomes something to run.
#include <algorithm>
#include <string>

#include "base/check.h"
#include "base/json_path/parse.h"
#include "base/suggest.h"
#include "vm/collections.h"
#include "vm/machine.h"
#include "vm/override.h"
#include "vm/program_state.h"

namespace writ::vm {
namespace {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::Global;
using bytecode::GlobalKind;
using bytecode::Module;

// The text after the last dot.
std::string_view ShortName(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool IsOpen(const Global& global) { return global.kind == GlobalKind::kParam || global.kind == GlobalKind::kInput; }

// `now` is the first global of programs that the compiler makes, and no policy can declare the name.
bool IsNow(const Module& module, const Global& global) {
  return global.kind == GlobalKind::kInput && global.name == "now" && module.types.Get(global.type).kind == bytecode::TypeKind::kTime;
}

std::string_view WordOf(GlobalKind kind) {
  switch (kind) {
    case GlobalKind::kConst: return "const";
    case GlobalKind::kParam: return "param";
    case GlobalKind::kData: return "data list";
    case GlobalKind::kInput: return "input";
  }
  WRIT_CHECK(false);
}

// Constants stand after the ones that they are made of.
Result<Value> MakeConstant(const Module& module, std::uint32_t index, std::vector<Value>& made, FieldContext& context,
                           RegexCache* regexes, Patterns& patterns, std::deque<SetLookup>& lookups) {
  const Constant& constant = module.constants[index];
  switch (constant.kind) {
    case ConstantKind::kBool: return Value::Bool(constant.integer != 0);
    case ConstantKind::kInt: return Value::Int(constant.integer);
    case ConstantKind::kDecimal: return Value::FromDecimal(&constant.decimal);
    case ConstantKind::kString: return Value::String(constant.text);
    case ConstantKind::kTime: return Value::Time(constant.integer, constant.precision);
    case ConstantKind::kDuration: return Value::Duration(constant.integer);
    case ConstantKind::kIp: return Value::Ip(&constant.cidr.network);
    case ConstantKind::kCidr: return Value::FromCidr(&constant.cidr);
    case ConstantKind::kEnum: return Value::Enum(constant.integer);
    case ConstantKind::kRegex: {
      auto pattern = regexes != nullptr ? regexes->Compile(constant.text) : Regex::Compile(constant.text);
      if (!pattern.ok()) return Error{"bad pattern: " + pattern.error()};
      patterns.regexes.push_back(std::move(pattern).value());
      return Value::FromRegex(&patterns.regexes.back());
    }
    case ConstantKind::kJsonPath: {
      auto path = json_path::Compile(constant.text, Limits{});
      if (!path.ok()) return Error{"bad JSONPath: " + path.error()};
      patterns.paths.push_back(std::move(path).value());
      return Value::JsonPath(&patterns.paths.back());
    }
    case ConstantKind::kList:
    case ConstantKind::kSet:
    case ConstantKind::kMap: break;
  }
  const std::size_t count = constant.items.size();
  Value* items = static_cast<Value*>(context.arena.Allocate(count * sizeof(Value)));
  for (std::size_t i = 0; i < count; ++i) {
    if (constant.items[i] >= index) return Error{"constant " + std::to_string(index) + " is made of a later one"};
    new (&items[i]) Value(made[constant.items[i]]);
  }
  if (constant.kind != ConstantKind::kMap) {
    auto* list = context.arena.New<ListRep>();
    list->items = items;
    list->count = static_cast<std::uint32_t>(count);
    if (constant.lookup != bytecode::ConstantLookup::kNone) list->lookup = &lookups.emplace_back(constant.lookup, *list);
    return constant.kind == ConstantKind::kList ? Value::List(list) : Value::Set(list);
  }
  // Key, value, key, value: pulled apart, in the order of the pool, which is canonical.
  auto* map = context.arena.New<MapRep>();
  Value* keys = static_cast<Value*>(context.arena.Allocate(count / 2 * sizeof(Value)));
  Value* values = static_cast<Value*>(context.arena.Allocate(count / 2 * sizeof(Value)));
  for (std::size_t i = 0; i + 1 < count; i += 2) {
    new (&keys[i / 2]) Value(items[i]);
    new (&values[i / 2]) Value(items[i + 1]);
  }
  map->keys = keys;
  map->values = values;
  map->count = static_cast<std::uint32_t>(count / 2);
  return Value::Map(map);
}

// The text given for each global, or null. A full name wins over a short one, a later override over an earlier one.
Result<std::vector<const std::string*>> MatchOverrides(const Module& module, const std::vector<Program::Override>& overrides) {
  std::vector<const std::string*> given(module.globals.size(), nullptr);
  std::vector<bool> by_full_name(module.globals.size(), false);
  for (const Program::Override& override : overrides) {
    const Global* closed = nullptr;
    bool found = false;
    for (std::size_t i = 0; i < module.globals.size(); ++i) {
      const Global& global = module.globals[i];
      const bool is_full = global.name == override.name;
      if (!is_full && ShortName(global.name) != override.name) continue;
      if (!IsOpen(global) || IsNow(module, global)) {
        closed = &global;
        continue;
      }
      found = true;
      if (by_full_name[i] && !is_full) continue;
      given[i] = &override.text;
      by_full_name[i] = is_full;
    }
    if (found) continue;
    if (closed != nullptr && IsNow(module, *closed)) return Error{"`now` is not an input: the time of a run is set with --as-of"};
    if (closed != nullptr) {
      return Error{"`" + override.name + "` is a " + std::string(WordOf(closed->kind)) + ": only params and inputs can be given a value"};
    }
    std::vector<std::string> names;
    for (const Global& global : module.globals) {
      if (!IsOpen(global) || IsNow(module, global)) continue;
      names.push_back(global.name);
      names.emplace_back(ShortName(global.name));
    }
    const std::string hint = DidYouMean(override.name, names);
    return Error{"no policy declares an input or param `" + override.name + "`" + (hint.empty() ? "" : "; " + hint)};
  }
  return given;
}

}  // namespace

Program::Program(std::unique_ptr<State> state) : state_(std::move(state)) {}
Program::~Program() = default;

Result<std::unique_ptr<Program>> Program::Load(const bytecode::VerifiedModule& verified, const std::vector<Override>& overrides,
                                               const RunFacts& facts, const Limits& limits, RegexCache* regexes) {
  const Module& module = verified.module();
  auto owned = std::make_unique<State>(module);
  State& state = *owned;
  state.facts = facts;
  FieldContext context{state.arena, state.facts};
  state.constants.reserve(module.constants.size());
  for (std::uint32_t i = 0; i < module.constants.size(); ++i) {
    WRIT_TRY(const Value constant, MakeConstant(module, i, state.constants, context, regexes, state.patterns, state.lookups));
    state.constants.push_back(constant);
  }
  WRIT_TRY(const auto given, MatchOverrides(module, overrides));
  state.globals.resize(module.globals.size());
  state.loader = std::make_unique<Interpreter>(module, state.constants.data(), state.globals.data(), state.facts, limits);
  for (std::size_t i = 0; i < module.globals.size(); ++i) {
    const Global& global = module.globals[i];
    Value& value = state.globals[i];
    if (IsNow(module, global)) {
      value = Value::Time(facts.now.nanos, facts.now.precision);
    } else if (given[i] != nullptr) {
      context.budget = limits.value_bytes_per_subject;
      auto read = ParseOverride(*given[i], module.types, global.type, context, state.patterns);
      if (!read.ok()) return Error{std::string(WordOf(global.kind)) + " `" + global.name + "`: " + read.error()};
      value = *read;
    } else if (global.kind == GlobalKind::kData) {
      value = state.constants[global.constant];
    } else if (global.kind != GlobalKind::kInput) {
      // What fails here (the compiler refuses it for constants) is an error of the rules that use it.
      value = state.loader->Initialise(global.initialiser);
    } else if (!module.types.IsOptional(global.type)) {
      return Error{"input `" + global.name + "` has no value; give one with --input " + std::string(ShortName(global.name)) + "=…"};
    }
  }
  return std::unique_ptr<Program>(new Program(std::move(owned)));
}

const bytecode::Module& Program::module() const { return state_->module; }
const RunFacts& Program::facts() const { return state_->facts; }

const Value& Program::constant(std::uint32_t index) const {
  WRIT_CHECK(index < state_->constants.size());
  return state_->constants[index];
}

const Value& Program::global(std::uint32_t index) const {
  WRIT_CHECK(index < state_->globals.size());
  return state_->globals[index];
}

std::string Program::GlobalText(std::uint32_t index) const {
  return FormatValue(global(index), state_->module.types, state_->module.globals[index].type);
}

}  // namespace writ::vm
