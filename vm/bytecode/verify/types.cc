// The type table: the built-in part intact, every type made of earlier ones, nothing twice.
#include <algorithm>
#include <string>
#include <tuple>

#include "vm/bytecode/model_tables.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

bool CheckEnums(Context& context, const TypeTable& builtin) {
  const std::vector<EnumType>& enums = context.module.types.enums();
  if (enums.size() - builtin.enums().size() > kModuleLimits.enums) return context.Fail("the module has too many enums");
  for (std::size_t i = builtin.enums().size(); i < enums.size(); ++i) {
    const std::string what = "enum " + std::to_string(i);
    const EnumType& info = enums[i];
    if (!info.name.empty()) return context.Fail(what + " has a name, which only enums of the model have");
    if (info.members.empty() || info.members.size() > kModuleLimits.enum_members) {
      return context.Fail(what + " has " + std::to_string(info.members.size()) + " members");
    }
    std::vector<std::string_view> names(info.members.begin(), info.members.end());
    for (const std::string_view name : names) {
      if (!IsDottedName(name) || name.find('.') != std::string_view::npos) {
        return context.Fail(what + " has the member " + Quote(name) + ", which is not a name");
      }
    }
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end()) return context.Fail(what + " has a member twice");
  }
  return true;
}

// What `type`, whose parts come before it, can be used for. Nothing if it is malformed.
std::optional<TypeUse> UseOf(const Context& context, const Type& type) {
  const auto part = [&](TypeId id) { return context.IsType(id) ? &context.types[static_cast<std::size_t>(id)] : nullptr; };
  const TypeId none{0};
  switch (type.kind) {
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
    case TypeKind::kJsonPath:
    case TypeKind::kNever: return std::nullopt;   // built in, so never again
    case TypeKind::kEnum:
      if (type.index >= context.module.types.enums().size() || type.element != none || type.key != none) return std::nullopt;
      return TypeUse{true, 1};
    case TypeKind::kRecord:
      if (type.index >= AllRecords().size() || type.element != none || type.key != none) return std::nullopt;
      return TypeUse{true, 1};
    case TypeKind::kVariable:
      if (type.index > 1 || type.element != none || type.key != none) return std::nullopt;
      return TypeUse{false, 1};
    case TypeKind::kList:
    case TypeKind::kSet:
    case TypeKind::kOptional:
    case TypeKind::kIterator: {
      const TypeUse* element = part(type.element);
      if (element == nullptr || type.index != 0 || type.key != none) return std::nullopt;
      const TypeKind inner = context.module.types.Get(type.element).kind;
      if (inner == TypeKind::kIterator) return std::nullopt;
      if (type.kind == TypeKind::kOptional && (inner == TypeKind::kOptional || inner == TypeKind::kNever)) return std::nullopt;
      return TypeUse{element->is_value && type.kind != TypeKind::kIterator, element->depth + 1};
    }
    case TypeKind::kMap: {
      const TypeUse* element = part(type.element);
      const TypeUse* key = part(type.key);
      if (element == nullptr || key == nullptr || type.index != 0) return std::nullopt;
      const TypeTable& types = context.module.types;
      if (types.Get(type.element).kind == TypeKind::kIterator || types.Get(type.key).kind == TypeKind::kIterator) return std::nullopt;
      return TypeUse{element->is_value && key->is_value, std::max(element->depth, key->depth) + 1};
    }
  }
  return std::nullopt;
}

}  // namespace

bool CheckTypes(Context& context) {
  static const TypeTable builtin;
  const TypeTable& types = context.module.types;
  if (types.size() > kModuleLimits.types) return context.Fail("the module has " + std::to_string(types.size()) + " types");
  if (types.size() < builtin.size() || types.enums().size() < builtin.enums().size()) return context.Fail("built-in types are missing");
  for (std::size_t i = 0; i < builtin.size(); ++i) {
    if (types.Get(TypeId(i)) != builtin.Get(TypeId(i))) return context.Fail("built-in type " + std::to_string(i) + " is changed");
    context.types.push_back({true, 1});
  }
  for (std::size_t i = 0; i < builtin.enums().size(); ++i) {
    if (types.enums()[i].name != builtin.enums()[i].name || types.enums()[i].members != builtin.enums()[i].members) {
      return context.Fail("built-in enum " + std::to_string(i) + " is changed");
    }
  }
  if (!CheckEnums(context, builtin)) return false;
  for (std::size_t i = builtin.size(); i < types.size(); ++i) {
    const std::optional<TypeUse> use = UseOf(context, types.Get(TypeId(i)));
    if (!use) return context.Fail("type " + std::to_string(i) + " is malformed or names a type that does not come before it");
    if (use->depth > kModuleLimits.type_depth) return context.Fail("type " + std::to_string(i) + " is nested too deeply");
    context.types.push_back(*use);
  }
  // Types are compared by number, so one type must not have two.
  std::vector<std::tuple<TypeKind, std::uint32_t, TypeId, TypeId>> sorted;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const Type& type = types.Get(TypeId(i));
    sorted.emplace_back(type.kind, type.index, type.element, type.key);
  }
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return context.Fail("a type is listed twice");
  return true;
}

}  // namespace writ::bytecode::verify
