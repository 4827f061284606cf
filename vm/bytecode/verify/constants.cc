// The constant pool: each constant is a proper value of its type, made of earlier ones.
#include <string>
#include <string_view>

#include "base/json_path/parse.h"
#include "base/utf8.h"
#include "vm/bytecode/constants.h"
#include "vm/bytecode/signatures.h"
#include "vm/bytecode/verify/context.h"

namespace writ::bytecode::verify {
namespace {

std::string Name(std::uint32_t index) { return "constant " + std::to_string(index); }

bool CheckConstantText(Context& context, std::uint32_t index) {
  return !FirstInvalidUtf8(context.module.constants[index].text) || context.Fail(Name(index) + " is not UTF-8");
}

// Patterns inside the query are compiled when the module is loaded, as those of regex constants are: a limit of 0 leaves them out here.
bool CheckJsonPath(Context& context, std::uint32_t index) {
  Limits limits;
  limits.i_regexp_bytes = 0;
  const auto path = json_path::Compile(context.module.constants[index].text, limits);
  return path.ok() || context.Fail(Name(index) + " is no JSONPath: " + path.error());
}

bool IsCanonical(const Decimal& decimal) {
  constexpr std::uint32_t kMaxScale = 38;
  Int128 bound = 1;
  for (std::uint32_t i = 0; i < kMaxScale; ++i) bound *= 10;
  return decimal.scale <= kMaxScale && decimal.coefficient < bound && decimal.coefficient > -bound &&
         (decimal.scale == 0 || decimal.coefficient % 10 != 0);
}

bool IsCanonical(const IpAddress& address) {
  for (std::size_t i = 4; !address.is_v6 && i < address.bytes.size(); ++i) {
    if (address.bytes[i] != 0) return false;
  }
  return true;
}

bool IsCanonical(const Cidr& cidr) {
  if (!IsCanonical(cidr.network) || cidr.prefix > (cidr.network.is_v6 ? 128 : 32)) return false;
  for (std::size_t bit = cidr.prefix; bit < cidr.network.bytes.size() * 8; ++bit) {
    if ((cidr.network.bytes[bit / 8] >> (7 - bit % 8) & 1) != 0) return false;
  }
  return true;
}

bool IsPrecision(std::int64_t precision) {
  if (precision == kNanosPerDay) return true;
  std::int64_t power = 1;
  while (power < precision && power < kNanosPerSecond) power *= 10;
  return power == precision;
}

bool CheckItems(Context& context, std::uint32_t index, const Constant& constant, const Type& type) {
  const std::vector<Constant>& pool = context.module.constants;
  const bool is_map = constant.kind == ConstantKind::kMap;
  if (is_map && constant.items.size() % 2 != 0) return context.Fail(Name(index) + " has a key without a value");
  for (std::size_t i = 0; i < constant.items.size(); ++i) {
    const std::uint32_t item = constant.items[i];
    if (item >= index) return context.Fail(Name(index) + " has constant " + std::to_string(item) + " as an item, which does not come before it");
    const TypeId wanted = is_map && i % 2 == 0 ? type.key : type.element;
    if (!IsAssignable(context.module.types, pool[item].type, wanted)) {
      return context.Fail(Name(index) + " has an item of " + context.Describe(pool[item].type) + ", not " + context.Describe(wanted));
    }
  }
  const std::size_t step = is_map ? 2 : 1;
  for (std::size_t i = step; constant.kind != ConstantKind::kList && i < constant.items.size(); i += step) {
    if (CompareConstants(pool, constant.items[i - step], constant.items[i]) >= 0) {
      return context.Fail(Name(index) + " is not in canonical order or has a repeat");
    }
  }
  return true;
}

bool CheckConstant(Context& context, std::uint32_t index) {
  const Constant& constant = context.module.constants[index];
  const auto fail = [&](std::string_view problem) { return context.Fail(Name(index) + std::string(problem)); };
  if (!context.IsValueType(constant.type)) return fail(" has no usable type");
  const Type& type = context.module.types.Get(constant.type);
  const auto is = [&](TypeKind kind) { return type.kind == kind; };
  const auto wrong = [&] { return fail(" is not a value of " + context.Describe(constant.type)); };
  const bool has_items =
      constant.kind == ConstantKind::kList || constant.kind == ConstantKind::kSet || constant.kind == ConstantKind::kMap;
  if (!has_items && !constant.items.empty()) return fail(" has items");
  if (constant.lookup != ConstantLookup::kNone) {
    const bool is_collection = constant.kind == ConstantKind::kList || constant.kind == ConstantKind::kSet;
    const TypeKind item = is_collection && (is(TypeKind::kList) || is(TypeKind::kSet)) ? context.module.types.Get(type.element).kind : TypeKind::kNever;
    const bool fits = constant.lookup == ConstantLookup::kHash ? item == TypeKind::kString : constant.lookup == ConstantLookup::kIntervals && item == TypeKind::kCidr;
    if (!fits) return fail(" has a look-up that does not fit its items");
  }
  switch (constant.kind) {
    case ConstantKind::kBool: return (is(TypeKind::kBool) && (constant.integer == 0 || constant.integer == 1)) || wrong();
    case ConstantKind::kInt: return is(TypeKind::kInt) || wrong();
    case ConstantKind::kDecimal: return (is(TypeKind::kDecimal) && IsCanonical(constant.decimal)) || wrong();
    case ConstantKind::kString: return is(TypeKind::kString) ? CheckConstantText(context, index) : wrong();
    case ConstantKind::kTime:
      return (is(TypeKind::kTime) && IsPrecision(constant.precision) && constant.integer % constant.precision == 0) || wrong();
    case ConstantKind::kDuration: return is(TypeKind::kDuration) || wrong();
    case ConstantKind::kIp: return (is(TypeKind::kIp) && IsCanonical(constant.cidr.network)) || wrong();
    case ConstantKind::kCidr: return (is(TypeKind::kCidr) && IsCanonical(constant.cidr)) || wrong();
    case ConstantKind::kRegex:
      if (constant.text.size() > kModuleLimits.pattern_bytes) return fail(" is a pattern of too many bytes");
      return is(TypeKind::kRegex) ? CheckConstantText(context, index) : wrong();
    case ConstantKind::kJsonPath: return is(TypeKind::kJsonPath) ? CheckJsonPath(context, index) : wrong();
    case ConstantKind::kEnum: {
      if (!is(TypeKind::kEnum) || constant.integer < 0) return wrong();
      const std::size_t members = context.module.types.enums()[type.index].members.size();
      return static_cast<std::uint64_t>(constant.integer) < members || wrong();
    }
    case ConstantKind::kList: return is(TypeKind::kList) ? CheckItems(context, index, constant, type) : wrong();
    case ConstantKind::kSet: return is(TypeKind::kSet) ? CheckItems(context, index, constant, type) : wrong();
    case ConstantKind::kMap: return is(TypeKind::kMap) ? CheckItems(context, index, constant, type) : wrong();
  }
  return fail(" has an unknown kind");
}

}  // namespace

bool CheckConstants(Context& context) {
  const std::vector<Constant>& pool = context.module.constants;
  if (pool.size() > kModuleLimits.constants) return context.Fail("the module has " + std::to_string(pool.size()) + " constants");
  // Items may be shared, so a small pool can stand for a huge value; comparing and printing cost what is written out.
  std::vector<std::size_t> expanded;
  expanded.reserve(pool.size());
  std::size_t total = 0;
  for (std::uint32_t i = 0; i < pool.size(); ++i) {
    std::size_t size = 1;
    for (const std::uint32_t item : pool[i].items) {
      size += item < i ? expanded[item] : 1;
      if (size > kModuleLimits.expanded_constants) break;
    }
    total += size;
    if (total > kModuleLimits.expanded_constants) return context.Fail("constant " + std::to_string(i) + " is too large when written out");
    expanded.push_back(size);
    if (!CheckConstant(context, i)) return false;
  }
  return true;
}

}  // namespace writ::bytecode::verify
