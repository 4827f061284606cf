// Values as people read them in messages. Never decides anything. Covered by tests/vm/format_test.cc.
#include <string>

#include "base/check.h"
#include "base/json_path/query.h"
#include "base/regex.h"
#include "base/time.h"
#include "model/document.h"
#include "vm/machine.h"
#include "vm/records.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;
using bytecode::TypeId;
using bytecode::TypeKind;
using bytecode::TypeTable;

constexpr std::uint32_t kItemsShown = 10;
constexpr std::size_t kJsonBytesShown = 200;
constexpr std::string_view kMore = "…";

void AppendJsonString(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (out.size() > kJsonBytesShown) break;
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Stops soon after the bound; depth is bounded by Limits::document_depth.
void AppendJson(std::string& out, const model::Document& document, model::NodeId id) {
  if (out.size() > kJsonBytesShown) return;
  const model::Node& node = document.node(id);
  switch (node.kind) {
    case model::NodeKind::kNull: out += "null"; return;
    case model::NodeKind::kBool: out += node.bool_value ? "true" : "false"; return;
    case model::NodeKind::kNumber: out += node.text; return;
    case model::NodeKind::kString: AppendJsonString(out, node.text); return;
    case model::NodeKind::kArray:
    case model::NodeKind::kObject: break;
  }
  const bool is_array = node.kind == model::NodeKind::kArray;
  out += is_array ? '[' : '{';
  bool first = true;
  for (const model::NodeId child : document.children(id)) {
    if (out.size() > kJsonBytesShown) break;
    if (!first) out += ',';
    first = false;
    if (!is_array) {
      AppendJsonString(out, document.node(child).key);
      out += ':';
    }
    AppendJson(out, document, child);
  }
  out += is_array ? ']' : '}';
}

std::string FormatJson(const model::Document& document, model::NodeId id) {
  std::string out;
  AppendJson(out, document, id);
  if (out.size() <= kJsonBytesShown) return out;
  // Cut before a character, not within one.
  std::size_t end = kJsonBytesShown;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;
  return out.substr(0, end) + std::string(kMore);
}

std::string FormatOperation(const model::Operation& operation) {
  return std::string(operation.method) + " " + std::string(operation.path);
}

std::string OfOperation(std::string_view what, const model::Operation* operation) {
  return operation == nullptr ? std::string(what) : std::string(what) + " of " + FormatOperation(*operation);
}

std::string FormatExchange(const model::Exchange& exchange) {
  std::string out = std::string(exchange.method) + " " + std::string(exchange.path);
  switch (exchange.status.presence) {
    case model::Presence::kPresent: return out + " → " + std::to_string(exchange.status.value);
    case model::Presence::kAbsent: return out + " → aborted";
    case model::Presence::kUnknown: return out;
  }
  WRIT_CHECK(false);
}

std::string FormatRequirement(const model::SecurityRequirement& requirement) {
  std::string out;
  for (const model::SchemeUse& use : requirement.schemes) out += (out.empty() ? "" : " and ") + std::string(use.name);
  return out.empty() ? "anonymous access" : out;
}

std::string FormatRecord(const Value& record) {
  switch (record.record_id()) {
    case RecordId::kApi: return std::string(record.as<model::Api>().name);
    case RecordId::kOperation: return FormatOperation(record.as<model::Operation>());
    case RecordId::kParameter: return std::string(record.as<model::Parameter>().name);
    case RecordId::kRequestBody: return OfOperation("request body", record.as<model::RequestBody>().operation);
    case RecordId::kResponse: return std::string(record.as<model::Response>().status);
    case RecordId::kHeader: return std::string(record.as<model::Header>().name);
    case RecordId::kSchema: {
      const auto& schema = record.as<model::Schema>();
      if (schema.name) return std::string(*schema.name);
      return schema.api == nullptr ? std::string() : schema.api->PointerOf(schema.place);
    }
    case RecordId::kProperty: return std::string(record.as<model::SchemaProperty>().name);
    case RecordId::kSecurityRequirement: return FormatRequirement(record.as<model::SecurityRequirement>());
    case RecordId::kSchemeUse: return std::string(record.as<model::SchemeUse>().name);
    case RecordId::kSecurityScheme: return std::string(record.as<model::SecurityScheme>().name);
    case RecordId::kFlow: return std::string(record.as<model::SecurityScheme::Flow>().kind);
    case RecordId::kServer: return std::string(record.as<model::Server>().url);
    case RecordId::kExchange: return FormatExchange(record.as<model::Exchange>());
    case RecordId::kExchangeRequest: return "request " + FormatExchange(record.as<model::Exchange>());
    case RecordId::kExchangeResponse: return "response " + FormatExchange(record.as<model::Exchange>());
    case RecordId::kCredential: {
      // The fingerprint, never the secret.
      const model::Text& fingerprint = record.as<model::Exchange>().token.value.fingerprint;
      return fingerprint.is_present() ? std::string(fingerprint.value) : "<unknown>";
    }
    // The name alone: the value may be a secret.
    case RecordId::kNameValue: return std::string(record.as<model::NameValue>().name);
  }
  WRIT_CHECK(false);
}

std::string FormatList(const ListRep& list, const TypeTable& types, TypeId element, char open, char close) {
  std::string out(1, open);
  for (std::uint32_t i = 0; i < list.count && i < kItemsShown; ++i) {
    if (i != 0) out += ", ";
    out += FormatValue(list.items[i], types, element);
  }
  // Items that are not shown, and items that may exist.
  if (list.count > kItemsShown || list.incomplete_causes != 0) out += (list.count == 0 ? "" : ", ") + std::string(kMore);
  return out + close;
}

std::string FormatMap(const MapRep& map, const TypeTable& types, TypeId key, TypeId element) {
  std::string out = "{";
  for (std::uint32_t i = 0; i < map.count && i < kItemsShown; ++i) {
    if (i != 0) out += ", ";
    out += FormatValue(map.keys[i], types, key) + ": " + FormatValue(map.values[i], types, element);
  }
  if (map.count > kItemsShown) out += ", " + std::string(kMore);
  return out + "}";
}

}  // namespace

std::string FormatValue(const Value& value, const TypeTable& types, TypeId type) {
  const TypeId plain = types.Unwrap(type);
  switch (value.kind) {
    case ValueKind::kAbsent: return "<missing>";
    case ValueKind::kUnknown: return "<unknown>";
    case ValueKind::kError: return "<error>";
    case ValueKind::kBool: return value.i != 0 ? "true" : "false";
    case ValueKind::kInt: return std::to_string(value.i);
    case ValueKind::kDecimal: return value.decimal->ToString();
    case ValueKind::kString: return std::string(value.string());
    case ValueKind::kTime:
      if (value.tag == Value::kDayPrecision) return FormatDate(value.i);
      return value.time_precision() == 1 ? FormatExactTime(value.i) : FormatTime({value.i, value.time_precision()});
    case ValueKind::kDuration: return FormatDuration(value.i);
    case ValueKind::kIp: return value.ip->ToString();
    case ValueKind::kCidr: return value.cidr->ToString();
    case ValueKind::kRegex: return value.regex->pattern();
    case ValueKind::kJson: return FormatJson(*value.document, model::NodeId{value.size});
    case ValueKind::kJsonPath: return value.path->text;
    case ValueKind::kList: return FormatList(*value.list, types, types.Get(plain).element, '[', ']');
    case ValueKind::kSet: return FormatList(*value.list, types, types.Get(plain).element, '{', '}');
    case ValueKind::kMap: return FormatMap(*value.map, types, types.Get(plain).key, types.Get(plain).element);
    case ValueKind::kEnum: {
      if (types.Get(plain).kind != TypeKind::kEnum) return std::to_string(value.i);
      const auto& members = types.EnumInfo(plain).members;
      const auto index = static_cast<std::size_t>(value.i);
      return index < members.size() ? members[index] : std::to_string(value.i);
    }
    case ValueKind::kRecord: return FormatRecord(value);
    case ValueKind::kInterval: {
      const IntervalRep& bounds = *value.interval;
      if (bounds.high.is_absent()) return FormatValue(bounds.low, types, type) + " or more";
      if (bounds.low.is_absent()) return FormatValue(bounds.high, types, type) + " or less";
      const std::string low = FormatValue(bounds.low, types, type), high = FormatValue(bounds.high, types, type);
      return low == high ? low : low + " to " + high;
    }
    case ValueKind::kIterator: break;
  }
  return "";
}

}  // namespace writ::vm
