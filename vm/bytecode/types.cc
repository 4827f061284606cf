// Interning and notation of types.
#include "vm/bytecode/types.h"

#include <algorithm>
#include <sstream>

#include "base/check.h"
#include "vm/bytecode/model_tables.h"

namespace writ::bytecode {
namespace {

constexpr std::string_view kScalarNames[] = {"bool", "int",      "decimal", "string", "time",
                                             "duration", "ip", "cidr",    "regex",  "json", "jsonpath"};

struct TypeParser {
  TypeTable& table;
  std::string_view text;
  std::size_t at = 0;

  void Spaces() {
    while (at < text.size() && text[at] == ' ') ++at;
  }
  bool Accept(char c) {
    Spaces();
    if (at < text.size() && text[at] == c) {
      ++at;
      return true;
    }
    return false;
  }
  std::string_view Word() {
    Spaces();
    const std::size_t begin = at;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_')) ++at;
    return text.substr(begin, at - begin);
  }
  std::optional<TypeId> Core() {
    const std::string_view word = Word();
    if (word == "list" || word == "set") {
      if (!Accept('[')) return std::nullopt;
      const auto element = Full();
      if (!element || !Accept(']')) return std::nullopt;
      return word == "list" ? table.ListOf(*element) : table.SetOf(*element);
    }
    if (word == "map") {
      if (!Accept('[')) return std::nullopt;
      const auto key = Full();
      if (!key || !Accept(',')) return std::nullopt;
      const auto element = Full();
      if (!element || !Accept(']')) return std::nullopt;
      return table.MapOf(*key, *element);
    }
    if (word == "T" || word == "K") return table.Intern({TypeKind::kVariable, word == "K" ? 1u : 0u, TypeId{0}, TypeId{0}});
    for (std::size_t i = 0; i < std::size(kScalarNames); ++i) {
      if (kScalarNames[i] == word) return table.Scalar(static_cast<TypeKind>(i));
    }
    if (const auto named = table.NamedEnum(word)) return named;
    if (const auto record = FindRecord(word)) return table.Record(static_cast<std::uint32_t>(*record));
    return std::nullopt;
  }
  std::optional<TypeId> Full() {
    auto core = Core();
    if (core && Accept('?')) core = table.OptionalOf(*core);
    return core;
  }
};

}  // namespace

TypeTable::TypeTable() {
  for (std::size_t i = 0; i < std::size(kScalarNames); ++i) {
    types_.push_back({static_cast<TypeKind>(i), 0, TypeId{0}, TypeId{0}});
  }
  types_.push_back({TypeKind::kNever, 0, TypeId{0}, TypeId{0}});
  never_ = static_cast<TypeId>(types_.size() - 1);
  for (const ModelEnumInfo& row : ModelEnums()) {
    EnumType type{std::string(row.name), {}};
    std::istringstream words{std::string(row.members)};
    for (std::string word; words >> word;) type.members.push_back(word);
    enums_.push_back(std::move(type));
    Intern({TypeKind::kEnum, static_cast<std::uint32_t>(enums_.size() - 1), TypeId{0}, TypeId{0}});
  }
}

TypeId TypeTable::Intern(const Type& type) {
  const auto found = std::find(types_.begin(), types_.end(), type);
  if (found != types_.end()) return static_cast<TypeId>(found - types_.begin());
  types_.push_back(type);
  return static_cast<TypeId>(types_.size() - 1);
}

TypeId TypeTable::OptionalOf(TypeId element) {
  if (IsOptional(element) || element == never_) return element;
  return Intern({TypeKind::kOptional, 0, element, TypeId{0}});
}

TypeId TypeTable::EnumOf(std::vector<std::string> members) {
  for (std::size_t i = 0; i < enums_.size(); ++i) {
    if (enums_[i].name.empty() && enums_[i].members == members) {
      return Intern({TypeKind::kEnum, static_cast<std::uint32_t>(i), TypeId{0}, TypeId{0}});
    }
  }
  enums_.push_back({"", std::move(members)});
  return Intern({TypeKind::kEnum, static_cast<std::uint32_t>(enums_.size() - 1), TypeId{0}, TypeId{0}});
}

std::optional<TypeId> TypeTable::NamedEnum(std::string_view name) const {
  for (std::size_t i = 0; i < types_.size(); ++i) {
    if (types_[i].kind == TypeKind::kEnum && !name.empty() && enums_[types_[i].index].name == name) {
      return static_cast<TypeId>(i);
    }
  }
  return std::nullopt;
}

std::string TypeTable::ToString(TypeId id) const {
  const Type& type = Get(id);
  switch (type.kind) {
    case TypeKind::kList: return "list[" + ToString(type.element) + "]";
    case TypeKind::kSet: return "set[" + ToString(type.element) + "]";
    case TypeKind::kMap: return "map[" + ToString(type.key) + ", " + ToString(type.element) + "]";
    case TypeKind::kOptional: return ToString(type.element) + "?";
    case TypeKind::kRecord: return std::string(InfoOf(static_cast<RecordId>(type.index)).name);
    case TypeKind::kVariable: return type.index == 0 ? "T" : "K";
    case TypeKind::kIterator: return "iterator[" + ToString(type.element) + "]";
    case TypeKind::kNever: return "nothing";
    case TypeKind::kEnum: {
      const EnumType& info = enums_[type.index];
      if (!info.name.empty()) return info.name;
      std::string out = "enum {";
      for (std::size_t i = 0; i < info.members.size(); ++i) out += (i ? ", " : "") + info.members[i];
      return out + "}";
    }
    case TypeKind::kBool:
    case TypeKind::kInt:
    case TypeKind::kDecimal:
    case TypeKind::kString:
    case TypeKind::kTime:
    case TypeKind::kDuration:
    case TypeKind::kIp:
    case TypeKind::kCidr:
    case TypeKind::kRegex:
    case TypeKind::kJson:
    case TypeKind::kJsonPath: return std::string(kScalarNames[static_cast<std::size_t>(type.kind)]);
  }
  WRIT_CHECK(false);
}

std::optional<TypeId> TypeTable::Parse(std::string_view text) {
  TypeParser parser{*this, text};
  const auto type = parser.Full();
  parser.Spaces();
  if (parser.at != text.size()) return std::nullopt;
  return type;
}

}  // namespace writ::bytecode
