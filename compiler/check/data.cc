// Data files: lists and maps that a policy keeps beside it. Read once, when the policy is compiled.
#include <algorithm>
#include <charconv>

#include "base/config.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "compiler/check/checker.h"
#include "compiler/check/constants.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeId;
using bytecode::TypeKind;

namespace {

// One item as a constant of a scalar type.
std::optional<std::uint32_t> ItemConstant(Checker& checker, std::string_view text, TypeId type) {
  Constant constant;
  constant.type = type;
  switch (checker.program.types.Get(type).kind) {
    case TypeKind::kString:
      constant.kind = ConstantKind::kString;
      constant.text = std::string(text);
      break;
    case TypeKind::kInt: {
      constant.kind = ConstantKind::kInt;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), constant.integer);
      if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
      break;
    }
    case TypeKind::kDecimal: {
      constant.kind = ConstantKind::kDecimal;
      const auto decimal = Decimal::Parse(text);
      if (!decimal) return std::nullopt;
      constant.decimal = *decimal;
      break;
    }
    case TypeKind::kDuration: {
      constant.kind = ConstantKind::kDuration;
      const auto nanos = ParseDuration(text);
      if (!nanos) return std::nullopt;
      constant.integer = *nanos;
      break;
    }
    case TypeKind::kIp: {
      constant.kind = ConstantKind::kIp;
      const auto address = IpAddress::Parse(text);
      if (!address) return std::nullopt;
      constant.cidr.network = *address;
      break;
    }
    case TypeKind::kCidr: {
      constant.kind = ConstantKind::kCidr;
      const auto cidr = Cidr::Parse(text);
      if (!cidr) return std::nullopt;
      constant.cidr = *cidr;
      break;
    }
    default: return std::nullopt;
  }
  return checker.AddConstant(std::move(constant));
}

struct Item {
  std::string text;
  std::uint32_t line;
};

}  // namespace

std::optional<std::uint32_t> LoadData(Checker& checker, const DataDecl& data, TypeId type, std::size_t file, std::string& digest) {
  std::string path;
  for (const StringPart& part : data.path->parts) path += part.text;
  const auto fail = [&](std::string message, std::string help) {
    checker.sink.Report(DiagnosticCode::kBadData, data.path->span, std::move(message), std::move(help));
    return std::nullopt;
  };
  const bytecode::Type info = checker.program.types.Get(type);
  if (info.kind != TypeKind::kList && info.kind != TypeKind::kSet && info.kind != TypeKind::kMap) {
    return fail("data is a list, set or map, and this is declared `" + checker.TypeText(type) + "`", "declare it as `set[string]`, for example");
  }
  if (!checker.options.load) return fail("data files cannot be read here", "");
  const std::string& policy_file = checker.sources.file(checker.policies[file].source.file).name();
  const Result<std::string> bytes = checker.options.load(policy_file, path);
  if (!bytes.ok()) return fail("`" + path + "` cannot be read: " + bytes.error(), "the path is relative to the policy file and stays below its pack");
  if (FirstInvalidUtf8(*bytes)) return fail("`" + path + "` is not UTF-8", "");
  digest = Hex(Sha256Of(*bytes));
  std::vector<Item> keys, values;
  const auto ends_in = [&](std::string_view suffix) { return path.size() > suffix.size() && std::string_view(path).substr(path.size() - suffix.size()) == suffix; };
  if (!ends_in(".txt") && !ends_in(".yaml") && !ends_in(".yml") && !ends_in(".json")) {
    return fail("`" + path + "` is of no kind that can be read", "name a `.txt` file with one item a line, or a `.yaml` or `.json` file");
  }
  const bool structured = ends_in(".yaml") || ends_in(".yml") || ends_in(".json");
  if (structured) {
    SourceMap sources;
    DiagnosticSink sink;
    const FileId id = sources.Add(path, *bytes);
    const auto node = ParseConfig(id, sources, checker.options.limits, sink);
    if (!node) return fail("`" + path + "`: " + sink.all().front().message, "");
    const auto line = [&](const ConfigNode& n) { return sources.Locate(n.span).line; };
    if (node->kind == ConfigNode::Kind::kList) {
      for (const ConfigNode& item : node->items) {
        if (!item.is_scalar()) return fail("`" + path + "`, line " + std::to_string(line(item)) + ": an item is no scalar", "");
        values.push_back({item.scalar, line(item)});
      }
    } else if (node->kind == ConfigNode::Kind::kMap && info.kind == TypeKind::kMap) {
      for (const auto& [key, value] : node->members) {
        if (!value.is_scalar()) return fail("`" + path + "`, line " + std::to_string(line(key)) + ": a value is no scalar", "");
        keys.push_back({key.scalar, line(key)});
        values.push_back({value.scalar, line(value)});
      }
    } else {
      return fail("`" + path + "` holds neither a list nor a map as declared", "");
    }
  } else {
    if (info.kind == TypeKind::kMap) return fail("a map is read from YAML or JSON, and `" + path + "` is neither by its name", "name it `.yaml` or `.json`");
    std::uint32_t number = 0;
    std::string_view rest = *bytes;
    while (!rest.empty()) {
      ++number;
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      // A comment begins the line or stands behind white space, so that `a#b` is an item.
      for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
        if (at != 0 && line[at - 1] != ' ' && line[at - 1] != '\t') continue;
        line = line.substr(0, at);
        break;
      }
      while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
      while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
      if (line.empty()) continue;
      values.push_back({std::string(line), number});
    }
  }
  const auto bad_item = [&](const Item& item, TypeId wanted) {
    return fail("`" + path + "`, line " + std::to_string(item.line) + ": `" + item.text + "` is no `" + checker.TypeText(wanted) + "`", "");
  };
  Constant constant;
  constant.type = type;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = ItemConstant(checker, values[i].text, info.element);
    if (!value) return bad_item(values[i], info.element);
    if (info.kind != TypeKind::kMap) {
      constant.items.push_back(*value);
      continue;
    }
    const auto key = ItemConstant(checker, keys[i].text, info.key);
    if (!key) return bad_item(keys[i], info.key);
    entries.push_back({*key, *value});
  }
  switch (info.kind) {
    case TypeKind::kSet:
      constant.kind = ConstantKind::kSet;
      SortConstants(checker.program.constants, constant.items);
      break;
    case TypeKind::kMap:
      constant.kind = ConstantKind::kMap;
      std::stable_sort(entries.begin(), entries.end(),
                       [&](const auto& a, const auto& b) { return bytecode::CompareConstants(checker.program.constants, a.first, b.first) < 0; });
      for (const auto& [key, value] : entries) {
        constant.items.push_back(key);
        constant.items.push_back(value);
      }
      break;
    default: constant.kind = ConstantKind::kList; break;
  }
  return checker.AddConstant(std::move(constant));
}

}  // namespace writ::compiler
