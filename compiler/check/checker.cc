// Shared parts of the checker: nodes, constants, types as written.
#include "compiler/check/checker.h"

#include <algorithm>

#include "base/check.h"
#include "base/suggest.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeId;
using bytecode::TypeKind;

Checker::Checker(const std::vector<ParsedPolicy>& p, const SourceMap& s, const CompileOptions& o, DiagnosticSink& k)
    : policies(p), sources(s), options(o), sink(k) {
  const auto& rows = bytecode::AllBuiltins();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BuiltinSignature signature;
    signature.id = static_cast<bytecode::BuiltinId>(i);
    signature.name = rows[i].name;
    const std::string_view text = rows[i].signature;
    const std::size_t close = text.rfind(") -> ");
    std::string_view arguments = text.substr(1, close - 1);
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= arguments.size(); ++at) {
      if (at == arguments.size() || (arguments[at] == ',' && depth == 0)) {
        const auto type = program.types.Parse(arguments.substr(begin, at - begin));
        WRIT_CHECK(type.has_value());
        signature.parameters.push_back(*type);
        begin = at + 1;
      } else if (arguments[at] == '[') {
        ++depth;
      } else if (arguments[at] == ']') {
        --depth;
      }
    }
    const auto result = program.types.Parse(text.substr(close + 5));
    WRIT_CHECK(result.has_value());
    signature.result = *result;
    builtins.push_back(std::move(signature));
  }
  for (const bytecode::FieldInfo& field : bytecode::AllFields()) {
    const auto type = program.types.Parse(field.type);
    WRIT_CHECK(type.has_value());
    field_types.push_back(*type);
  }
}

Declaration* Checker::Find(const std::string& policy, const std::string& name) {
  const auto scope = scopes.find(policy);
  if (scope == scopes.end()) return nullptr;
  const auto found = scope->second.declarations.find(name);
  return found == scope->second.declarations.end() ? nullptr : &found->second;
}

bool Checker::Ensure(Declaration& declaration, const std::string& policy, Span use) {
  using State = Declaration::State;
  switch (declaration.state) {
    case State::kDone: return true;
    case State::kBroken: return false;
    case State::kChecking:
      sink.Report(DiagnosticCode::kRecursion, use, "`" + declaration.name.text + "` is defined by way of itself",
                  "every program of the language ends because nothing calls itself; write it without the cycle")
          .labels.push_back({declaration.name.span, "declared here"});
      declaration.state = State::kBroken;
      return false;
    case State::kUnchecked: break;
  }
  declaration.state = State::kChecking;
  CheckDeclaration(*this, declaration, policy);
  if (declaration.state == State::kChecking) declaration.state = State::kDone;
  return declaration.state == State::kDone;
}

ir::Node* Checker::NewNode(ir::NodeKind kind, TypeId type, Span span, std::vector<ir::Node*> operands, std::uint32_t index) {
  ir::Node node;
  node.kind = kind;
  node.type = type;
  node.index = index;
  node.span = span;
  node.operands = std::move(operands);
  program.nodes.push_back(std::move(node));
  return &program.nodes.back();
}

namespace {

// What a constant holds beside its plain members, as text: 1.0 and 1.00 are two.
std::string SpecialText(const Constant& constant) {
  if (constant.kind == ConstantKind::kDecimal) return constant.decimal.ToString();
  const bool is_address = constant.kind == ConstantKind::kIp || constant.kind == ConstantKind::kCidr;
  return is_address ? constant.cidr.ToString() : std::string();
}

std::size_t HashOf(const Constant& constant) {
  std::size_t hash = 0;
  const auto add = [&](std::size_t value) { hash = (hash ^ value) * 0x9e3779b97f4a7c15u; };
  add(static_cast<std::size_t>(constant.kind));
  add(static_cast<std::size_t>(constant.type));
  add(static_cast<std::size_t>(constant.integer));
  add(static_cast<std::size_t>(constant.precision));
  for (const std::uint32_t item : constant.items) add(item);
  add(std::hash<std::string>{}(constant.text));
  add(std::hash<std::string>{}(SpecialText(constant)));
  return hash ^ (hash >> 32);
}

bool AreSame(const Constant& a, const Constant& b) {
  return a.kind == b.kind && a.type == b.type && a.integer == b.integer && a.precision == b.precision && a.items == b.items && a.text == b.text &&
         SpecialText(a) == SpecialText(b);
}

}  // namespace

std::uint32_t Checker::AddConstant(Constant constant) {
  const std::size_t hash = HashOf(constant);
  const auto [first, last] = constant_index_.equal_range(hash);
  for (auto at = first; at != last; ++at) {
    if (AreSame(program.constants[at->second], constant)) return at->second;
  }
  const auto index = static_cast<std::uint32_t>(program.constants.size());
  constant_index_.emplace(hash, index);
  program.constants.push_back(std::move(constant));
  return index;
}

ir::Node* Checker::ConstantNode(Constant constant, Span span) {
  const TypeId type = constant.type;
  return NewNode(ir::NodeKind::kConstant, type, span, {}, AddConstant(std::move(constant)));
}

bytecode::SourceRange Checker::RangeOf(Span span) const {
  bytecode::SourceRange range;
  if (!span.valid()) return range;
  const SourceFile& file = sources.file(span.file);
  const LineColumn begin = file.Locate(span.begin), end = file.Locate(span.end);
  const auto index = static_cast<std::size_t>(span.file);
  range.policy = index < program.policy_of_file.size() ? program.policy_of_file[index] : 0;
  range.line = begin.line, range.column = begin.column, range.end_line = end.line, range.end_column = end.column;
  return range;
}

std::string Checker::SourceText(Span span) const {
  std::string out;
  for (char c : sources.Text(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

TypeId Checker::ResolveType(const TypeExpr& type) {
  TypeId core = program.types.Never();
  switch (type.kind) {
    case TypeExpr::Kind::kList:
    case TypeExpr::Kind::kSet: {
      const TypeId element = ResolveType(type.arguments.at(0));
      if (element == program.types.Never()) return element;
      core = type.kind == TypeExpr::Kind::kList ? program.types.ListOf(element) : program.types.SetOf(element);
      break;
    }
    case TypeExpr::Kind::kMap: {
      const TypeId key = ResolveType(type.arguments.at(0)), value = ResolveType(type.arguments.at(1));
      if (key == program.types.Never() || value == program.types.Never()) return program.types.Never();
      core = program.types.MapOf(key, value);
      break;
    }
    case TypeExpr::Kind::kEnum: {
      std::vector<std::string> members;
      for (const Name& member : type.members) {
        if (std::find(members.begin(), members.end(), member.text) != members.end()) {
          sink.Report(DiagnosticCode::kDuplicateName, member.span, "`" + member.text + "` is listed twice", "remove one of them");
        }
        members.push_back(member.text);
      }
      core = program.types.EnumOf(std::move(members));
      break;
    }
    case TypeExpr::Kind::kName: {
      const bool variable = type.name.text == "T" || type.name.text == "K";
      const auto parsed = variable ? std::nullopt : program.types.Parse(type.name.text);
      if (!parsed) {
        std::vector<std::string> names = {"bool", "int", "decimal", "string", "time", "duration", "ip", "cidr", "regex", "json", "list", "set", "map"};
        for (const auto& record : bytecode::AllRecords()) names.emplace_back(record.name);
        for (const auto& row : bytecode::ModelEnums()) names.emplace_back(row.name);
        std::string help = DidYouMean(type.name.text, names);
        if (help.empty()) help = "types are bool, int, decimal, string, time, duration, ip, cidr, regex, json, list[T], set[T], map[K, T], enum {a, b} and records such as Operation";
        sink.Report(DiagnosticCode::kUnknownType, type.name.span, "no type is called `" + type.name.text + "`", help);
      } else {
        core = *parsed;
      }
      break;
    }
  }
  return type.optional && core != program.types.Never() ? program.types.OptionalOf(core) : core;
}

std::string ResolveRuleName(Checker& checker, const std::string& policy, const DottedName& dotted) {
  std::vector<std::string> ids, near;
  for (const ParsedPolicy& parsed : checker.policies) {
    if (!parsed.tree->header) continue;
    for (const RuleDecl& rule : parsed.tree->rules) {
      const std::string& owner = parsed.tree->header->name.text;
      ids.push_back(owner + "." + rule.name.text);
      if (owner == policy) near.push_back(rule.name.text);
      if (owner == policy && rule.name.text == dotted.text) return ids.back();
    }
  }
  ids.insert(ids.end(), checker.options.linked_rules.begin(), checker.options.linked_rules.end());
  if (std::find(ids.begin(), ids.end(), dotted.text) != ids.end()) return dotted.text;
  const bool qualified = dotted.text.find('.') != std::string::npos;
  checker.sink.Report(DiagnosticCode::kUnknownRule, dotted.span, "no rule is called `" + dotted.text + "`",
                      DidYouMean(dotted.text, qualified ? ids : near));
  return {};
}

}  // namespace writ::compiler
