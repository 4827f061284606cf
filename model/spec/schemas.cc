// JSON Schema as the OpenAPI versions use it: draft 4 with `nullable` (2.0, 3.0), 2020-12 (3.1, 3.2).
#include "model/spec/schemas.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "base/diagnostic_codes.h"

namespace writ::model {
namespace {

using Position = Reading::Position;

// How a keyword holds subschemas.
enum class Holds : std::uint8_t { kNothing, kSchema, kList, kMap, kSchemaOrList, kMapping };

struct Keyword {
  std::string_view name;
  Holds holds;
  bool is_own_field;  // a field of Schema, not other_schemas
};
constexpr Keyword kKeywords[] = {
    {"properties", Holds::kMap, true},
    {"items", Holds::kSchemaOrList, true},
    {"additionalProperties", Holds::kSchema, true},
    {"allOf", Holds::kList, true},
    {"anyOf", Holds::kList, true},
    {"oneOf", Holds::kList, true},
    {"not", Holds::kSchema, true},
    {"prefixItems", Holds::kList, false},
    {"contains", Holds::kSchema, false},
    {"patternProperties", Holds::kMap, false},
    {"propertyNames", Holds::kSchema, false},
    {"if", Holds::kSchema, false},
    {"then", Holds::kSchema, false},
    {"else", Holds::kSchema, false},
    {"dependentSchemas", Holds::kMap, false},
    {"unevaluatedItems", Holds::kSchema, false},
    {"unevaluatedProperties", Holds::kSchema, false},
    {"contentSchema", Holds::kSchema, false},
    {"discriminator", Holds::kMapping, false},
};

const Keyword* FindKeyword(std::string_view name) {
  for (const Keyword& keyword : kKeywords) {
    if (keyword.name == name) return &keyword;
  }
  return nullptr;
}

std::uint8_t TypeBit(std::string_view name) {
  if (name == "null") return kTypeNull;
  if (name == "boolean") return kTypeBoolean;
  if (name == "integer") return kTypeInteger;
  if (name == "number") return kTypeNumber;
  if (name == "string") return kTypeString;
  if (name == "array") return kTypeArray;
  if (name == "object") return kTypeObject;
  return 0;
}

}  // namespace

SchemaTable::SchemaTable(Reading& reading) : reading_(reading), index_of_(reading.document.size(), 0) {
  const Document& document = reading_.document;
  components_ = IsOpenApi2(reading_.version)
                    ? reading_.Object(document.root(), "definitions")
                    : reading_.Object(reading_.Object(document.root(), "components"), "schemas");
  if (components_ == kNoNode) return;
  for (const NodeId id : document.children(components_)) At(id);
}

const Schema* SchemaTable::At(NodeId id) {
  if (id == kNoNode || reading_.node(id).kind == NodeKind::kBool) return nullptr;
  if (!reading_.Expect(id, NodeKind::kObject, "a schema")) return nullptr;
  id = reading_.Resolve(id, Position::kSchema);
  if (!reading_.IsObject(id)) return nullptr;
  std::uint32_t& index = index_of_[static_cast<std::size_t>(id)];
  if (index == 0) {
    found_.emplace_back();
    found_.back().place = Reading::PlaceOf(id);
    index = static_cast<std::uint32_t>(found_.size());
  }
  return &found_[index - 1];
}

template <typename F>
void SchemaTable::ForEachSubschema(NodeId id, F visit) {
  const Document& document = reading_.document;
  if (document.Find(id, "$ref") != kNoNode) {
    // With keywords beside it (3.1), or At would have followed it.
    const NodeId target = reading_.TargetOf(id, Position::kSchema);
    if (target != kNoNode) visit(kKeywords[3], target);
  }
  for (const NodeId member : document.children(id)) {
    const Keyword* keyword = FindKeyword(reading_.node(member).key);
    if (keyword == nullptr) continue;
    const NodeKind kind = reading_.node(member).kind;
    if (kind == NodeKind::kNull) continue;
    switch (keyword->holds) {
      case Holds::kNothing:
        break;
      case Holds::kSchema:
        visit(*keyword, member);
        break;
      case Holds::kSchemaOrList:
        if (kind != NodeKind::kArray) {
          visit(*keyword, member);
          break;
        }
        [[fallthrough]];
      case Holds::kList:
        if (!reading_.Expect(member, NodeKind::kArray, "`" + std::string(keyword->name) + "`")) break;
        for (const NodeId item : document.children(member)) visit(*keyword, item);
        break;
      case Holds::kMap:
        if (!reading_.Expect(member, NodeKind::kObject, "`" + std::string(keyword->name) + "`")) break;
        for (const NodeId item : document.children(member)) visit(*keyword, item);
        break;
      case Holds::kMapping:
        // 2.0 has the name of a property here.
        if (kind != NodeKind::kObject) break;
        if (const NodeId mapping = reading_.Object(member, "mapping"); mapping != kNoNode) {
          for (const NodeId item : document.children(mapping)) {
            const NodeId target = MappingTarget(item);
            if (target != kNoNode) visit(*keyword, target);
          }
        }
        break;
    }
  }
}

NodeId SchemaTable::MappingTarget(NodeId id) {
  if (!reading_.Expect(id, NodeKind::kString, "a value of `mapping`")) return kNoNode;
  const std::string_view text = reading_.document.StringOf(id);
  const NodeId named = reading_.document.Find(components_, text);
  return named != kNoNode ? named : reading_.Follow(id, text);
}

void SchemaTable::Finish() {
  // found_ grows while it is walked: the closure without recursion.
  for (std::size_t i = 0; i < found_.size(); ++i) {
    ForEachSubschema(found_[i].place.node, [this](const Keyword&, NodeId id) { At(id); });
  }
  std::vector<NodeId> order;
  order.reserve(found_.size());
  for (const Schema& schema : found_) order.push_back(schema.place.node);
  std::sort(order.begin(), order.end());
  std::deque<Schema>& schemas = reading_.api.schemas;
  for (const NodeId id : order) {
    Schema& schema = schemas.emplace_back();
    schema.api = &reading_.api;
    schema.place = Reading::PlaceOf(id);
    index_of_[static_cast<std::size_t>(id)] = static_cast<std::uint32_t>(schemas.size());
  }
  for (Schema& schema : schemas) Fill(schema);
}

const Schema* SchemaTable::Final(const Schema* stand_in) const {
  if (stand_in == nullptr) return nullptr;
  const std::uint32_t index = index_of_[static_cast<std::size_t>(stand_in->place.node)];
  WRIT_CHECK(index != 0);
  return &reading_.api.schemas[index - 1];
}

const Schema* SchemaTable::Edge(NodeId id) {
  if (id == kNoNode || reading_.node(id).kind != NodeKind::kObject) return nullptr;
  id = reading_.Resolve(id, Position::kSchema);
  if (!reading_.IsObject(id)) return nullptr;
  const std::uint32_t index = index_of_[static_cast<std::size_t>(id)];
  return index == 0 ? nullptr : &reading_.api.schemas[index - 1];
}

void SchemaTable::Fill(Schema& schema) {
  const Document& document = reading_.document;
  const NodeId id = schema.place.node;
  if (reading_.document.parent(id) == components_ && components_ != kNoNode)
    schema.name = reading_.node(id).key;
  schema.format = reading_.Text(id, "format");
  FillTypes(schema);
  FillNumbers(schema);
  schema.pattern = reading_.Text(id, "pattern");
  schema.description = reading_.Text(id, "description");
  schema.title = reading_.Text(id, "title");
  schema.unique_items = reading_.Flag(id, "uniqueItems", false);
  schema.read_only = reading_.Flag(id, "readOnly", false);
  schema.write_only = reading_.Flag(id, "writeOnly", false);
  schema.deprecated = reading_.Flag(id, "deprecated", false);
  schema.enum_node = reading_.Array(id, "enum");
  schema.const_node = document.Find(id, "const");
  schema.default_node = document.Find(id, "default");
  schema.example_node = document.Find(id, "example");
  if (schema.example_node == kNoNode) {
    const NodeId examples = document.Find(id, "examples");
    if (examples != kNoNode && reading_.node(examples).kind == NodeKind::kArray &&
        reading_.node(examples).child_count > 0) {
      schema.example_node = document.children(examples)[0];
    }
  }
  FillProperties(schema);
  FillEdges(schema);
}

void SchemaTable::FillTypes(Schema& schema) {
  const Document& document = reading_.document;
  const NodeId id = schema.place.node;
  const NodeId type = document.Find(id, "type");
  const auto add = [&](NodeId node) {
    const std::string_view name = document.StringOf(node);
    const std::uint8_t bit = TypeBit(name);
    if (bit != 0) {
      schema.types |= bit;
    } else if (name == "file" && IsOpenApi2(reading_.version)) {
      // As the migration to 3.0 has it: text of any bytes.
      schema.types |= kTypeString;
      schema.format = "binary";
    } else if (node != kNoNode && reading_.node(node).kind == NodeKind::kString) {
      reading_.reporter.Report(DiagnosticCode::kUnknownValue, node,
                               "type `" + std::string(name) + "` is unknown",
                               "the types are null, boolean, integer, number, string, array and object");
    } else {
      reading_.Expect(node, NodeKind::kString, "`type`");
    }
  };
  if (type != kNoNode && reading_.node(type).kind == NodeKind::kArray) {
    for (const NodeId item : document.children(type)) add(item);
  } else if (type != kNoNode && !(reading_.node(type).kind == NodeKind::kNull)) {
    add(type);
  }
  const bool flagged = reading_.Flag(id, IsOpenApi2(reading_.version) ? "x-nullable" : "nullable", false);
  if (flagged && !HasJsonSchema(reading_.version)) {
    schema.nullable = true;
    if (schema.types != 0) schema.types |= kTypeNull;
  }
  if ((schema.types & kTypeNull) != 0) schema.nullable = true;
}

std::optional<std::int64_t> SchemaTable::Count(NodeId parent, std::string_view key) {
  const std::optional<Decimal> number = Number(parent, key);
  if (!number) return std::nullopt;
  const std::optional<std::int64_t> count = number->ToInt();
  if (count && *count >= 0) return count;
  reading_.reporter.Report(DiagnosticCode::kInvalidConstraint, reading_.document.Find(parent, key),
                           "`" + std::string(key) + "` is no whole number from 0");
  return std::nullopt;
}

std::optional<Decimal> SchemaTable::Number(NodeId parent, std::string_view key) {
  const NodeId id = reading_.document.Find(parent, key);
  if (id == kNoNode || reading_.node(id).kind == NodeKind::kNull) return std::nullopt;
  if (reading_.node(id).kind == NodeKind::kNumber) {
    if (const std::optional<Decimal> number = Decimal::Parse(reading_.node(id).text)) return number;
    reading_.reporter.Report(DiagnosticCode::kInvalidConstraint, id,
                             "`" + std::string(key) + "` has more digits than exact arithmetic holds");
    return std::nullopt;
  }
  reading_.reporter.Report(DiagnosticCode::kInvalidConstraint, id,
                           "`" + std::string(key) + "` is " +
                               std::string(DescribeKind(reading_.node(id).kind)) + ", not a number");
  return std::nullopt;
}

void SchemaTable::FillNumbers(Schema& schema) {
  const NodeId id = schema.place.node;
  schema.min_length = Count(id, "minLength");
  schema.max_length = Count(id, "maxLength");
  schema.min_items = Count(id, "minItems");
  schema.max_items = Count(id, "maxItems");
  schema.min_properties = Count(id, "minProperties");
  schema.max_properties = Count(id, "maxProperties");
  schema.minimum = Number(id, "minimum");
  schema.maximum = Number(id, "maximum");
  schema.multiple_of = Number(id, "multipleOf");
  // Draft 4 has a flag that sharpens `minimum`; 2020-12 has a bound of its own. The flag is understood
  // everywhere.
  const auto exclusive = [&](std::string_view key, std::optional<Decimal>& bound) -> std::optional<Decimal> {
    const NodeId node = reading_.document.Find(id, key);
    if (node == kNoNode || reading_.node(node).kind != NodeKind::kBool) return Number(id, key);
    if (!reading_.node(node).bool_value || !bound) return std::nullopt;
    const std::optional<Decimal> sharpened = bound;
    bound.reset();
    return sharpened;
  };
  schema.exclusive_minimum = exclusive("exclusiveMinimum", schema.minimum);
  schema.exclusive_maximum = exclusive("exclusiveMaximum", schema.maximum);
}

void SchemaTable::FillProperties(Schema& schema) {
  const Document& document = reading_.document;
  const NodeId id = schema.place.node;
  const NodeId required = document.Find(id, "required");
  if (required != kNoNode && reading_.node(required).kind == NodeKind::kBool) {
    // `required: true` on a property is draft 3; 2.0 parameters are schemas with such a flag.
    if (!IsOpenApi2(reading_.version)) {
      reading_.reporter.Report(DiagnosticCode::kInvalidConstraint, required,
                               "`required` of a schema is a boolean and has no effect",
                               "list the names of the required properties in the schema that holds them");
    }
  } else {
    schema.required = reading_.Texts(id, "required");
  }
  const NodeId properties = document.Find(id, "properties");
  if (!reading_.IsObject(properties)) return;  // reported when subschemas were looked for
  std::vector<std::string_view> names = schema.required;
  std::sort(names.begin(), names.end());
  schema.properties.reserve(reading_.node(properties).child_count);
  for (const NodeId member : document.children(properties)) {
    SchemaProperty property;
    property.api = schema.api;
    property.name = reading_.node(member).key;
    property.schema = Edge(member);
    property.required = std::binary_search(names.begin(), names.end(), property.name);
    property.place = Reading::PlaceOf(member);
    schema.properties.push_back(property);
  }
}

void SchemaTable::FillEdges(Schema& schema) {
  const NodeId id = schema.place.node;
  const NodeId additional = reading_.document.Find(id, "additionalProperties");
  if (additional != kNoNode && reading_.node(additional).kind == NodeKind::kBool) {
    schema.additional_properties = reading_.node(additional).bool_value ? AdditionalProperties::kAllowed
                                                                        : AdditionalProperties::kForbidden;
  } else if (reading_.IsObject(additional)) {
    schema.additional_properties = AdditionalProperties::kSchema;
  }
  ForEachSubschema(id, [&](const Keyword& keyword, NodeId node) {
    const Schema* target = Edge(node);
    if (target == nullptr) return;
    if (!keyword.is_own_field) {
      schema.other_schemas.push_back(target);
    } else if (keyword.name == "items") {
      // Draft 4 has a list of schemas, one for each place: they have no common field.
      schema.items == nullptr&& reading_.node(reading_.document.parent(node)).kind == NodeKind::kObject
          ? static_cast<void>(schema.items = target)
          : schema.other_schemas.push_back(target);
    } else if (keyword.name == "additionalProperties") {
      schema.additional_properties_schema = target;
    } else if (keyword.name == "not") {
      schema.not_schema = target;
    } else if (keyword.name == "allOf") {
      schema.all_of.push_back(target);
    } else if (keyword.name == "anyOf") {
      schema.any_of.push_back(target);
    } else if (keyword.name == "oneOf") {
      schema.one_of.push_back(target);
    }
  });
}

}  // namespace writ::model
