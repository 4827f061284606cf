// report.json → ReadReport. A member of another type than the schema's is a report that nobody wrote.
#include "cli/explain/read_report.h"

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/version.h"
#include "model/readers/read_document.h"

namespace writ::cli {

namespace {

using model::Document;
using model::NodeId;
using model::NodeKind;

class Reader {
 public:
  Reader(const Document& document, DiagnosticSink& sink) : document_(document), sink_(sink) {}

  std::optional<ReadReport> Read() {
    const NodeId root = document_.root();
    ReadReport report;
    if (Text(root, "report_version") != kReportVersion) {
      Refuse(root, "this is not a report that this version of writ reads: `report_version` is not \"" + std::string(kReportVersion) + "\"");
      return std::nullopt;
    }
    report.now = Text(root, "now");
    report.module_digest = Text(root, "module_sha256");
    report.tool_version = Text(Member(root, "tool", NodeKind::kObject), "version");
    for (const NodeId file : Items(Member(root, "inputs", NodeKind::kObject), "files")) {
      report.inputs[{Text(file, "role"), Text(file, "name")}] = OptionalText(file, "sha256");
    }
    for (const NodeId value : Items(root, "values")) report.values[Text(value, "name")] = Text(value, "value");
    const NodeId limits = Member(Member(root, "environment", NodeKind::kObject), "limits", NodeKind::kObject);
    if (limits != model::kNoNode) {
      for (const NodeId limit : document_.children(limits)) report.limits[std::string(document_.node(limit).key)] = document_.node(limit).text;
    }
    for (const NodeId finding : Items(root, "findings")) report.findings.push_back(Finding(finding));
    if (failed_) return std::nullopt;
    return report;
  }

 private:
  void Refuse(NodeId at, const std::string& what) {
    if (!failed_) sink_.Report(DiagnosticCode::kNotAReport, document_.ValueSpan(at), what, "name the report.json that `writ check --out` wrote");
    failed_ = true;
  }

  NodeId Member(NodeId object, std::string_view key, NodeKind kind) {
    if (object == model::kNoNode) return object;
    const NodeId member = document_.Find(object, key);
    if (member != model::kNoNode && document_.node(member).kind == kind) return member;
    Refuse(member == model::kNoNode ? object : member, "a report has `" + std::string(key) + "` here, as docs/report.schema.json says");
    return model::kNoNode;
  }
  std::string Text(NodeId object, std::string_view key) { return std::string(document_.StringOf(Member(object, key, NodeKind::kString))); }
  std::string OptionalText(NodeId object, std::string_view key) {
    return object == model::kNoNode || document_.Find(object, key) == model::kNoNode ? std::string() : Text(object, key);
  }
  std::vector<NodeId> Items(NodeId object, std::string_view key) {
    const NodeId list = Member(object, key, NodeKind::kArray);
    if (list == model::kNoNode) return {};
    const auto items = document_.children(list);
    return {items.begin(), items.end()};
  }
  // 0 when it is too large to be an ordinal.
  std::uint64_t Number(NodeId object, std::string_view key) {
    const NodeId number = Member(object, key, NodeKind::kNumber);
    return number == model::kNoNode ? 0 : std::strtoull(std::string(document_.node(number).text).c_str(), nullptr, 10);
  }

  ReportedFinding Finding(NodeId node) {
    ReportedFinding finding;
    finding.fingerprint = Text(node, "fingerprint");
    finding.rule = Text(node, "rule");
    finding.verdict = Text(node, "verdict");
    finding.reason = Text(node, "reason");
    finding.subject = Text(node, "subject");
    finding.subject_kind = Text(node, "subject_kind");
    finding.message = Text(node, "message");
    finding.count = Number(node, "count");
    finding.waiver = OptionalText(node, "waiver");
    const NodeId identity = Member(node, "identity", NodeKind::kObject);
    if (identity != model::kNoNode) {
      for (const NodeId part : document_.children(identity)) finding.identity[std::string(document_.node(part).key)] = document_.StringOf(part);
    }
    const std::vector<NodeId> exchanges = Items(node, "exchanges");
    if (!exchanges.empty()) {
      const std::string ordinals = Text(exchanges.front(), "ordinals");
      finding.first = ReportedExchange{Text(exchanges.front(), "recording"), std::strtoull(ordinals.c_str(), nullptr, 10)};
    }
    return finding;
  }

  const Document& document_;
  DiagnosticSink& sink_;
  bool failed_ = false;
};

}  // namespace

std::optional<ReadReport> ReadReportFile(const std::string& path, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const FileId file = LoadSource(path, path, limits.description_bytes, sources, sink);
  if (file == kNoFile) return std::nullopt;
  const std::size_t errors = sink.error_count();
  const std::optional<Document> document = model::ReadDocument(file, sources, limits, sink);
  if (!document || sink.error_count() != errors) return std::nullopt;
  return Reader(*document, sink).Read();
}

}  // namespace writ::cli
