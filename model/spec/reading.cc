// Member access with diagnostics. References are in references.cc.
#include "model/spec/reading.h"

#include <algorithm>

#include "base/diagnostic_codes.h"

namespace writ::model {

std::string_view DescribeKind(NodeKind kind) {
  switch (kind) {
    case NodeKind::kNull:
      return "null";
    case NodeKind::kBool:
      return "a boolean";
    case NodeKind::kNumber:
      return "a number";
    case NodeKind::kString:
      return "a text";
    case NodeKind::kArray:
      return "a list";
    case NodeKind::kObject:
      return "an object";
  }
  return "a value";
}

bool SpecReporter::IsFull(DiagnosticCode code) const {
  return (InfoOf(code).severity == DiagnosticSeverity::kError ? errors_ : warnings_) >=
         limits_.input_diagnostics;
}

bool SpecReporter::WouldShow(DiagnosticCode code, NodeId node) const {
  return !IsFull(code) && seen_.find(KeyOf(code, node)) == seen_.end();
}

void SpecReporter::Report(DiagnosticCode code, NodeId node, std::string message, std::string help) {
  if (!seen_.insert(KeyOf(code, node)).second) return;
  const bool is_error = InfoOf(code).severity == DiagnosticSeverity::kError;
  if (IsFull(code)) {
    ++(is_error ? hidden_errors_ : hidden_warnings_);
    return;
  }
  ++(is_error ? errors_ : warnings_);
  Span span = document_.ValueSpan(node);
  const Node& n = document_.node(node);
  if (n.kind == NodeKind::kArray || n.kind == NodeKind::kObject) {
    span = n.key_end != 0 ? Span{document_.file(), n.key_begin, n.key_end}
                          : Span{document_.file(), n.value_begin, std::min(n.value_begin + 1, n.value_end)};
  }
  problems_.push_back({code, span, std::move(message), std::move(help)});
}

void SpecReporter::Finish() {
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const Problem& a, const Problem& b) { return a.span.begin < b.span.begin; });
  for (Problem& problem : problems_) {
    sink_.Report(problem.code, problem.span, std::move(problem.message), std::move(problem.help));
  }
  problems_.clear();
  if (hidden_errors_ + hidden_warnings_ == 0) return;
  sink_.Report(DiagnosticCode::kFurtherProblems, Span{document_.file(), 0, 0},
               std::to_string(hidden_errors_) + " more errors and " + std::to_string(hidden_warnings_) +
                   " more warnings in this description are not shown");
}

Reading::Reading(Api& target, SpecVersion spec_version, std::string_view file_name, const Limits& read_limits,
                 DiagnosticSink& sink)
    : api(target),
      document(target.documents[0]),
      version(spec_version),
      limits(read_limits),
      reporter(target.documents[0], read_limits, sink),
      file_name_(file_name.substr(file_name.rfind('/') + 1)) {}

bool Reading::Expect(NodeId id, NodeKind kind, std::string_view what) {
  if (id == kNoNode) return false;
  if (node(id).kind == kind) return true;
  reporter.Report(DiagnosticCode::kWrongStructure, id,
                  std::string(what) + " is " + std::string(DescribeKind(node(id).kind)) + ", not " +
                      std::string(DescribeKind(kind)));
  return false;
}

NodeId Reading::Object(NodeId parent, std::string_view key) {
  const NodeId id = document.Find(parent, key);
  if (id == kNoNode || node(id).kind == NodeKind::kNull) return kNoNode;
  return Expect(id, NodeKind::kObject, "`" + std::string(key) + "`") ? id : kNoNode;
}

NodeId Reading::Array(NodeId parent, std::string_view key) {
  const NodeId id = document.Find(parent, key);
  if (id == kNoNode || node(id).kind == NodeKind::kNull) return kNoNode;
  return Expect(id, NodeKind::kArray, "`" + std::string(key) + "`") ? id : kNoNode;
}

bool Reading::Flag(NodeId parent, std::string_view key, bool default_value) {
  const NodeId id = document.Find(parent, key);
  if (id == kNoNode || node(id).kind == NodeKind::kNull) return default_value;
  if (node(id).kind == NodeKind::kBool) return node(id).bool_value;
  Expect(id, NodeKind::kBool, "`" + std::string(key) + "`");
  return default_value;
}

std::optional<std::string_view> Reading::ScalarText(NodeId id) const {
  if (id == kNoNode) return std::nullopt;
  switch (node(id).kind) {
    case NodeKind::kString:
    case NodeKind::kNumber:
      return node(id).text;
    case NodeKind::kBool:
      return node(id).bool_value ? "true" : "false";
    case NodeKind::kNull:
    case NodeKind::kArray:
    case NodeKind::kObject:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::string_view> Reading::Text(NodeId parent, std::string_view key) {
  const NodeId id = document.Find(parent, key);
  if (id == kNoNode || node(id).kind == NodeKind::kNull) return std::nullopt;
  const std::optional<std::string_view> text = ScalarText(id);
  if (!text) Expect(id, NodeKind::kString, "`" + std::string(key) + "`");
  return text;
}

std::vector<std::string_view> Reading::Texts(NodeId parent, std::string_view key) {
  std::vector<std::string_view> out;
  const NodeId list = Array(parent, key);
  if (list == kNoNode) return out;
  for (const NodeId item : document.children(list)) {
    if (const std::optional<std::string_view> text = ScalarText(item)) {
      out.push_back(*text);
    } else {
      Expect(item, NodeKind::kString, "an item of `" + std::string(key) + "`");
    }
  }
  return out;
}

std::string_view Reading::LowerCase(std::string_view text) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::none_of(text.begin(), text.end(), is_upper)) return text;
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return api.strings.Copy(lower);
}

bool Reading::MayAdd(std::size_t count, NodeId at) {
  if (is_too_large()) return false;
  record_count_ += count;
  if (!is_too_large()) return true;
  reporter.Report(DiagnosticCode::kDocumentTooLarge, at,
                  "references and inherited parts multiply to more than " + std::to_string(kRecordLimit) +
                      " parameters, responses and requirements here");
  return false;
}

}  // namespace writ::model
