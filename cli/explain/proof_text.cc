// What of a proof tells something: not literals, not the variables that the subject is, and each value once.
#include "cli/explain/proof_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "engine/collector.h"
#include "engine/secrets.h"
#include "model/document.h"
#include "vm/access.h"
#include "vm/machine.h"

namespace writ::cli {

using bytecode::FieldId;
using compiler::ir::Node;
using compiler::ir::NodeKind;
using vm::Value;
using vm::ValueKind;

namespace {

constexpr std::size_t kLongestValue = 100, kLongestSource = 120;
constexpr std::size_t kMostLines = 60, kDeepest = 12;

std::string Cut(const std::string& text, std::size_t longest) {
  return CodePointCount(text) <= longest ? text : std::string(CodePointSlice(text, 0, longest - 1)) + "…";
}

bool IsField(const Node& node) { return node.kind == NodeKind::kField || node.kind == NodeKind::kFieldOpt; }
bool IsBody(FieldId field) { return field == FieldId::kExchangeRequest_body || field == FieldId::kExchangeResponse_body; }

// `a and b and c` is one list of conditions, and `a != b` one condition although it is made of two: what says nothing of its own is passed over for
// its operands.
bool SaysNothing(const Node& whole, const Node& part) {
  const bool is_chain = whole.kind == part.kind && (whole.kind == NodeKind::kAnd || whole.kind == NodeKind::kOr);
  return is_chain || whole.span == part.span;
}

// Expressions that only pass a value on.
const Proof& Meant(const Proof& proof) {
  const Proof* at = &proof;
  while ((at->node->kind == NodeKind::kUnwrap || at->node->kind == NodeKind::kWiden) && at->parts.size() == 1) at = &at->parts.front();
  return *at;
}

std::string JsonText(const model::Document& document, model::NodeId id) {
  const model::Node& node = document.node(id);
  // The name that a value stands under, itself or in a list, may say that it is a secret.
  model::NodeId named = id;
  while (document.node(named).key.empty() && document.parent(named) != model::kNoNode) named = document.parent(named);
  const bool is_scalar = node.kind == model::NodeKind::kString || node.kind == model::NodeKind::kNumber;
  if (is_scalar && IsSecretName(document.node(named).key)) return SecretFingerprint(node.text);
  switch (node.kind) {
    case model::NodeKind::kArray: return "a list of " + std::to_string(node.child_count);
    case model::NodeKind::kObject: return "an object with " + std::to_string(node.child_count) + (node.child_count == 1 ? " member" : " members");
    case model::NodeKind::kString: return "\"" + std::string(node.text) + "\"";
    case model::NodeKind::kNull: return "null";
    case model::NodeKind::kBool: return node.bool_value ? "true" : "false";
    case model::NodeKind::kNumber: return std::string(node.text);
  }
  return {};
}

}  // namespace

ProofText::ProofText(const compiler::ir::Program& program, const compiler::ir::Rule* rule, const SourceMap& sources, const model::Exchange* exchange)
    : program_(program), sources_(sources), exchange_(exchange), reads_bodies_(rule != nullptr && std::any_of(rule->shape.fields.begin(), rule->shape.fields.end(), IsBody)) {}

bool ProofText::Hides(const Node& node, const Value& value) const {
  if (IsField(node) && IsBody(static_cast<FieldId>(node.index))) return true;
  if (!reads_bodies_ || IsField(node)) return false;
  const bytecode::Type& type = program_.types.Get(program_.types.Unwrap(node.type));
  if (value.kind == ValueKind::kString || value.kind == ValueKind::kMap) return true;
  const bool is_list = value.kind == ValueKind::kList || value.kind == ValueKind::kSet;
  return is_list && program_.types.Get(program_.types.Unwrap(type.element)).kind != bytecode::TypeKind::kRecord;
}

std::string ProofText::Clean(std::string text) const { return SanitizeForTerminal(engine::Masked(RepairUtf8(text), exchange_)); }

std::string ProofText::SourceText(Span span) const {
  std::string text;
  for (const char c : sources_.Text(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) text += c;
    if (space && !text.empty() && text.back() != ' ') text += ' ';
  }
  return Cut(SanitizeForTerminal(text), kLongestSource);
}

std::string ProofText::PlaceText(Span span) const {
  if (!span.valid()) return {};
  const LineColumn at = sources_.Locate(span);
  return SanitizeForTerminal(sources_.file(span.file).name()) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string ProofText::ValueText(const Value& value, bytecode::TypeId type) const {
  switch (value.kind) {
    case ValueKind::kAbsent: return "absent";
    case ValueKind::kUnknown: return engine::UnknownText(value.size, value.field);
    case ValueKind::kError: return "an error: " + engine::ErrorText(value.error->trap, value.error->range);
    case ValueKind::kString: return Cut(Clean("\"" + std::string(CodePointSlice(value.string(), 0, 4 * kLongestValue)) + "\""), kLongestValue);
    case ValueKind::kJson: return Cut(Clean(JsonText(*value.document, model::NodeId{value.size})), kLongestValue);
    case ValueKind::kList:
    case ValueKind::kSet: {
      const vm::ListRep& list = *value.list;
      const bytecode::TypeId element = program_.types.Get(program_.types.Unwrap(type)).element;
      constexpr std::uint32_t kItems = 6;
      std::string text = value.kind == ValueKind::kList ? "[" : "{";
      for (std::uint32_t i = 0; i < list.count && i < kItems; ++i) text += (i == 0 ? "" : ", ") + ValueText(list.items[i], element);
      if (list.count > kItems) text += ", … " + std::to_string(list.count - kItems) + " more";
      if (list.incomplete_causes != 0) text += std::string(list.count == 0 ? "" : ", ") + "… items may be missing";
      return Cut(text + (value.kind == ValueKind::kList ? "]" : "}"), 2 * kLongestValue);
    }
    default: return Cut(Clean(vm::FormatValue(value, program_.types, type)), kLongestValue);
  }
}

std::string ProofText::ValueText(const Proof& proof) const {
  const Value& value = proof.value;
  if (value.is_poison() || !Hides(*proof.node, value)) return ValueText(value, proof.node->type);
  if (value.kind == ValueKind::kString) return std::to_string(value.size) + (value.size == 1 ? " byte" : " bytes");
  const std::uint32_t count = value.kind == ValueKind::kMap ? value.map->count : value.list->count;
  return std::to_string(count) + (count == 1 ? " item" : " items");
}

std::string ProofText::Whereabouts(const Proof& proof) const {
  std::optional<vm::Location> location;
  const Node& node = *proof.node;
  if (IsField(node) && !proof.parts.empty()) {
    const Value& record = proof.parts.front().value;
    if (record.kind == ValueKind::kRecord) location = vm::Locate(record, static_cast<FieldId>(node.index));
  } else if (proof.value.kind == ValueKind::kRecord) {
    location = vm::Locate(proof.value, std::nullopt);
  }
  if (!location || !location->span.valid()) return {};
  return (location->is_ancestor ? "  (would stand at " : "  (") + PlaceText(location->span) + ")";
}

// What stands below `proof`, in place of its operands when they say nothing.
void ProofText::AppendBelow(const Proof& proof, std::size_t indent, std::size_t level, std::vector<std::string>& lines) const {
  for (const Proof& whole : proof.parts) {
    const Proof& part = Meant(whole);
    // The variable whose field is read: its value is the record that the place belongs to.
    if (IsField(*proof.node) && part.node->kind == NodeKind::kLocal) continue;
    if (SaysNothing(*proof.node, *part.node)) {
      AppendBelow(part, indent, level, lines);
    } else {
      Append(whole, indent, level, lines);
    }
  }
}

void ProofText::Append(const Proof& whole, std::size_t indent, std::size_t level, std::vector<std::string>& lines) const {
  const Proof& proof = Meant(whole);
  const Node& node = *proof.node;
  if (node.kind == NodeKind::kConstant || level > kDeepest || lines.size() > kMostLines) return;
  std::string line = std::string(indent, ' ') + SourceText(node.span) + "  →  " + ValueText(proof) + Whereabouts(proof);
  const std::uint64_t alike = whole.alike + (&proof == &whole ? 0 : proof.alike);
  if (alike != 0) line += "  (and " + std::to_string(alike) + " more such)";
  // What is said already, of the same elements or of a variable used twice, is not said again.
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  AppendBelow(proof, indent + 2, level + 1, lines);
}

std::string ProofText::Below(const Proof& whole, std::size_t indent) const {
  std::vector<std::string> lines;
  AppendBelow(Meant(whole), indent, 0, lines);
  std::string text;
  for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) text += lines[i] + "\n";
  if (lines.size() > kMostLines) text += std::string(indent, ' ') + "…\n";
  return text;
}

}  // namespace writ::cli
