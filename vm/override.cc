// One reader per scalar type, and commas for lists and sets.
#include "vm/override.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/ip.h"
#include "base/json_path/parse.h"
#include "base/suggest.h"
#include "base/time.h"
#include "base/utf8.h"
#include "vm/collections.h"

namespace writ::vm {
namespace {

using bytecode::Type;
using bytecode::TypeId;
using bytecode::TypeKind;
using bytecode::TypeTable;

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string Shown(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string out = "`" + SanitizeForTerminal(CodePointSlice(text, 0, kShown));
  if (CodePointCount(text) > kShown) out += "…";
  return out + "`";
}

Error Bad(std::string_view text, std::string_view what) { return Error{Shown(text) + " is not " + std::string(what)}; }

// The text between quotes with its escapes undone; nothing when the quotes or an escape are wrong.
std::optional<std::string> Unquote(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return std::nullopt;
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    switch (text[i]) {
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      case '"':
      case '\\':
      case '$': out += text[i]; break;
      default: return std::nullopt;
    }
  }
  return out;
}

// `prefix"…"` without prefix and quotes, and without undoing escapes; other text as it is.
std::string_view WithoutLiteral(std::string_view text, std::string_view prefix) {
  if (text.size() >= prefix.size() + 2 && text.substr(0, prefix.size()) == prefix && text[prefix.size()] == '"' && text.back() == '"') {
    return text.substr(prefix.size() + 1, text.size() - prefix.size() - 2);
  }
  return text;
}

std::optional<std::int64_t> ParseInt(std::string_view text) {
  std::int64_t factor = 1;
  constexpr std::pair<std::string_view, std::int64_t> kUnits[] = {
      {"KiB", std::int64_t{1} << 10}, {"MiB", std::int64_t{1} << 20}, {"GiB", std::int64_t{1} << 30}};
  for (const auto& [unit, bytes] : kUnits) {
    if (text.size() > unit.size() && text.substr(text.size() - unit.size()) == unit) {
      text.remove_suffix(unit.size());
      factor = bytes;
      break;
    }
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (__builtin_mul_overflow(number, factor, &number)) return std::nullopt;
  return number;
}

std::optional<Decimal> ParseDecimal(std::string_view text) {
  const bool is_percent = !text.empty() && text.back() == '%';
  if (is_percent) text.remove_suffix(1);
  const auto number = Decimal::Parse(text);
  return number && is_percent ? Divide(*number, Decimal::FromInt(100)) : number;
}

// Parts between commas outside of quotes; a single pair of brackets around all of them is optional. No parts for nothing.
std::vector<std::string_view> SplitItems(std::string_view text) {
  text = Trim(text);
  if (text.size() >= 2 && ((text.front() == '[' && text.back() == ']') || (text.front() == '{' && text.back() == '}'))) {
    text = Trim(text.substr(1, text.size() - 2));
  }
  std::vector<std::string_view> items;
  if (text.empty()) return items;
  bool in_quotes = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_quotes && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in_quotes = !in_quotes;
    } else if (text[i] == ',' && !in_quotes) {
      items.push_back(Trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  items.push_back(Trim(text.substr(begin)));
  return items;
}

class Reader {
 public:
  Reader(const TypeTable& types, FieldContext& context, Patterns& patterns)
      : types_(types), context_(context), patterns_(patterns) {}

  Result<Value> Read(std::string_view text, TypeId id) {
    const TypeId plain = types_.Unwrap(id);
    const Type& type = types_.Get(plain);
    // Bare text of a string keeps its spaces.
    if (type.kind == TypeKind::kString) return ReadString(text);
    text = Trim(text);
    switch (type.kind) {
      case TypeKind::kBool:
        if (text == "true") return Value::Bool(true);
        if (text == "false") return Value::Bool(false);
        return Bad(text, "a bool; write `true` or `false`");
      case TypeKind::kInt: {
        const auto number = ParseInt(text);
        return number ? Result<Value>(Value::Int(*number)) : Bad(text, "an int, such as `500` or `64KiB`");
      }
      case TypeKind::kDecimal: {
        const auto number = ParseDecimal(text);
        if (!number) return Bad(text, "a decimal, such as `0.5` or `50%`");
        return Value::FromDecimal(context_.arena.New<Decimal>(*number));
      }
      case TypeKind::kDuration: {
        const auto nanos = ParseDuration(text);
        return nanos ? Result<Value>(Value::Duration(*nanos)) : Bad(text, "a duration, such as `10m` or `1h30m`");
      }
      case TypeKind::kTime: {
        const auto time = ParseTime(WithoutLiteral(text, "t"));
        if (!time) return Bad(text, "a time, such as `2026-12-31` or `2026-01-01T00:00:00Z`");
        // As in policies: a date is the whole day, a time the very instant.
        return Value::Time(time->nanos, time->precision == kNanosPerDay ? kNanosPerDay : 1);
      }
      case TypeKind::kIp: {
        const auto address = IpAddress::Parse(WithoutLiteral(text, "ip"));
        if (!address) return Bad(text, "an IP address");
        return Value::Ip(context_.arena.New<IpAddress>(*address));
      }
      case TypeKind::kCidr: {
        const auto block = Cidr::Parse(WithoutLiteral(text, "ip"));
        if (!block) return Bad(text, "a CIDR block, such as `10.0.0.0/8`");
        return Value::FromCidr(context_.arena.New<Cidr>(*block));
      }
      case TypeKind::kRegex: {
        auto pattern = Regex::Compile(WithoutLiteral(WithoutLiteral(text, "re"), ""));
        if (!pattern.ok()) return Error{"bad pattern: " + pattern.error()};
        patterns_.regexes.push_back(std::move(pattern).value());
        return Value::FromRegex(&patterns_.regexes.back());
      }
      case TypeKind::kJsonPath: {
        auto path = json_path::Compile(WithoutLiteral(WithoutLiteral(text, "jp"), ""), Limits{});
        if (!path.ok()) return Error{"bad JSONPath: " + path.error()};
        patterns_.paths.push_back(std::move(path).value());
        return Value::JsonPath(&patterns_.paths.back());
      }
      case TypeKind::kEnum: return ReadEnum(text, types_.EnumInfo(plain).members);
      case TypeKind::kList:
      case TypeKind::kSet: return ReadItems(text, type);
      case TypeKind::kString:
      case TypeKind::kJson:
      case TypeKind::kMap:
      case TypeKind::kRecord:
      case TypeKind::kOptional:
      case TypeKind::kVariable:
      case TypeKind::kIterator:
      case TypeKind::kNever: break;
    }
    return Error{"a value of type `" + types_.ToString(id) + "` cannot be given as text"};
  }

 private:
  Result<Value> ReadString(std::string_view text) {
    const std::string_view trimmed = Trim(text);
    if (!trimmed.empty() && trimmed.front() == '"') {
      const auto unquoted = Unquote(trimmed);
      if (!unquoted) return Bad(trimmed, "a string: a quote or an escape is wrong");
      return Value::String(context_.arena.Copy(*unquoted));
    }
    if (FirstInvalidUtf8(text)) return Bad(text, "well-formed UTF-8");
    return Value::String(context_.arena.Copy(text));
  }

  static Result<Value> ReadEnum(std::string_view text, const std::vector<std::string>& members) {
    std::string all;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members[i] == text) return Value::Enum(static_cast<std::int64_t>(i));
      all += (i == 0 ? "`" : ", `") + members[i] + "`";
    }
    const std::string hint = DidYouMean(text, members);
    return Error{Shown(text) + " is not one of " + all + (hint.empty() ? "" : "; " + hint)};
  }

  Result<Value> ReadItems(std::string_view text, const Type& type) {
    const std::vector<std::string_view> parts = SplitItems(text);
    Value* items = NewItems(context_, parts.size());
    if (items == nullptr) return Error{"too many items"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      WRIT_TRY(items[i], Read(parts[i], type.element));
    }
    const Value list = NewList(context_, items, parts.size());
    const Value made = type.kind == TypeKind::kSet ? MakeSet(context_, list) : list;
    if (context_.exhausted) return Error{"too many items"};
    return made;
  }

  const TypeTable& types_;
  FieldContext& context_;
  Patterns& patterns_;
};

}  // namespace

Result<Value> ParseOverride(std::string_view text, const TypeTable& types, TypeId type, FieldContext& context,
                            Patterns& patterns) {
  return Reader(types, context, patterns).Read(text, type);
}

}  // namespace writ::vm
