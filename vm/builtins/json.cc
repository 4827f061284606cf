// Builtins on json: the only ways into and out of free-form data.
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/diagnostics.h"
#include "base/json_path/query.h"
#include "base/limits.h"
#include "model/document.h"
#include "model/json_path/evaluate.h"
#include "model/readers/json_reader.h"
#include "model/traffic/exchange.h"
#include "vm/builtins/builtins.h"
#include "vm/collections.h"

namespace writ::vm {
namespace {

using model::Document;
using model::kNoNode;
using model::Node;
using model::NodeId;
using model::NodeKind;

NodeId IdOf(const Value& json) { return NodeId{json.size}; }
const Node& NodeOf(const Value& json) { return json.document->node(IdOf(json)); }

// One reference token of RFC 6901 with `~1` and `~0` undone; nothing for another `~`.
std::optional<std::string> DecodeToken(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    out += token[i] == '0' ? '~' : '/';
  }
  return out;
}

// Digits without a leading zero, at most nine of them.
std::optional<std::size_t> DecodeIndex(std::string_view token) {
  if (token.empty() || token.size() > 9 || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

NodeId Step(const Document& document, NodeId node, std::string_view token) {
  if (document.node(node).kind == NodeKind::kArray) {
    const auto index = DecodeIndex(token);
    return index && *index < document.node(node).child_count ? document.children(node)[*index] : kNoNode;
  }
  const auto key = DecodeToken(token);
  return key ? document.Find(node, *key) : kNoNode;
}

}  // namespace

Value Builtin_kJsonAt(const Value* args, BuiltinContext&) {
  const Document& document = *args[0].document;
  NodeId node = IdOf(args[0]);
  std::string_view pointer = args[1].string();
  while (!pointer.empty() && node != kNoNode) {
    if (pointer[0] != '/') return Value::Absent();
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    node = Step(document, node, token);
    pointer.remove_prefix(token.size());
  }
  return node == kNoNode ? Value::Absent() : Value::Json(&document, node);
}

Value Builtin_kJsonFind(const Value* args, BuiltinContext& context) {
  const Document* document = args[0].document;
  std::vector<NodeId> nodes;
  const std::size_t room = context.budget / sizeof(Value);
  switch (model::EvaluateJsonPath(args[1].path->query, *document, IdOf(args[0]), Limits{}, room, context.fuel, nodes)) {
    case model::JsonPathEnd::kDone: return ListFrom(context, nodes, [document](NodeId node) { return Value::Json(document, node); });
    case model::JsonPathEnd::kOutOfSteps: context.out_of_fuel = true; break;
    case model::JsonPathEnd::kTooManyNodes: context.exhausted = true; break;
  }
  return Value::Absent();
}

Value Builtin_kJsonLocation(const Value* args, BuiltinContext& context) {
  return NewText(context, model::NormalizedPathOf(*args[0].document, args[0].document->root(), IdOf(args[0])));
}

// The document lives as long as the arena, and its texts are views into the argument, which does too.
Value Builtin_kStringToJson(const Value* args, BuiltinContext& context) {
  constexpr std::uint64_t kBytesPerStep = 64;
  const std::string_view text = args[0].string();
  const std::uint64_t steps = 1 + text.size() / kBytesPerStep;
  if (context.fuel < steps) {
    context.out_of_fuel = true;
    return Value::Absent();
  }
  context.fuel -= steps;
  if (!model::IsUtf8(text)) return Value::Absent();
  Limits limits;
  limits.document_nodes = limits.text_json_nodes;
  DiagnosticSink sink;
  bool is_syntax = false;
  auto read = model::ReadJson(kNoFile, text, 0, limits, sink, is_syntax);
  if (!read) return is_syntax ? Value::Absent() : Value::Unknown(model::kUndecodable);
  if (!Reserve(context, read->size() * sizeof(Node))) return Value::Absent();
  auto document = std::make_shared<const Document>(std::move(*read));
  const Value root = Value::Json(document.get(), document->root());
  context.arena.Hold(std::move(document));
  return root;
}

Value Builtin_kJsonToString(const Value* args, BuiltinContext&) {
  return NodeOf(args[0]).kind == NodeKind::kString ? Value::String(NodeOf(args[0]).text) : Value::Absent();
}

Value Builtin_kJsonToInt(const Value* args, BuiltinContext&) {
  if (NodeOf(args[0]).kind != NodeKind::kNumber) return Value::Absent();
  const auto decimal = Decimal::Parse(NodeOf(args[0]).text);
  const auto number = decimal ? decimal->ToInt() : std::nullopt;
  return number ? Value::Int(*number) : Value::Absent();
}

Value Builtin_kJsonToDecimal(const Value* args, BuiltinContext& context) {
  if (NodeOf(args[0]).kind != NodeKind::kNumber) return Value::Absent();
  const auto decimal = Decimal::Parse(NodeOf(args[0]).text);
  if (!decimal || !Reserve(context, sizeof(Decimal))) return Value::Absent();
  return Value::FromDecimal(context.arena.New<Decimal>(*decimal));
}

Value Builtin_kJsonToBool(const Value* args, BuiltinContext&) {
  return NodeOf(args[0]).kind == NodeKind::kBool ? Value::Bool(NodeOf(args[0]).bool_value) : Value::Absent();
}

Value Builtin_kJsonItems(const Value* args, BuiltinContext& context) {
  const Document* document = args[0].document;
  return ListFrom(context, document->children(IdOf(args[0])), [document](NodeId node) { return Value::Json(document, node); });
}

Value Builtin_kJsonKeys(const Value* args, BuiltinContext& context) {
  const Document* document = args[0].document;
  if (NodeOf(args[0]).kind != NodeKind::kObject) return NewList(context, nullptr, 0);
  return ListFrom(context, document->children(IdOf(args[0])), [document](NodeId node) { return Value::String(document->node(node).key); });
}

}  // namespace writ::vm
