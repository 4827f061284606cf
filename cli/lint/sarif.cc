// Findings for code scanning: SARIF 2.1.0 (OASIS), with what a fix would change.
#include <algorithm>

#include "base/mask.h"
#include "base/version.h"
#include "cli/lint/lint_report.h"
#include "report/writers/canonical_json.h"
#include "report/writers/line_hash.h"
#include "report/writers/uri.h"

namespace writ::cli {

namespace {

// A file with more is refused whole (GitHub code scanning).
constexpr std::size_t kMaxResults = 25'000;

class LintSarif {
 public:
  LintSarif(const LintReport& report, const SourceMap& sources) : report_(report), sources_(sources) {
    for (const compiler::lint::Finding& finding : report.findings) {
      codes_.push_back(finding.diagnostic.code);
      if (finding.diagnostic.span.valid()) lines_[finding.diagnostic.span.file].push_back(sources.Locate(finding.diagnostic.span).line);
    }
    std::sort(codes_.begin(), codes_.end(), [](DiagnosticCode a, DiagnosticCode b) { return InfoOf(a).code < InfoOf(b).code; });
    codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
    for (const auto& [file, lines] : lines_) hashes_[file] = report::LineHashes(sources.file(file).text(), lines);
  }

  std::string Render() {
    json_.BeginObject().Text("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json_.Key("runs").BeginArray().BeginObject();
    json_.Key("automationDetails").BeginObject().Text("id", "writ-lint/").EndObject();
    json_.Text("columnKind", "unicodeCodePoints");
    json_.Key("invocations").BeginArray().BeginObject().Flag("executionSuccessful", report_.compiled).EndObject().EndArray();
    json_.Key("originalUriBaseIds").BeginObject().Key("%SRCROOT%").BeginObject();
    Message("description", "The folder that writ lint ran in, or that of writ.yaml.");
    json_.EndObject().EndObject();
    json_.Key("results").BeginArray();
    for (std::size_t i = 0; i < std::min(report_.findings.size(), kMaxResults); ++i) Result(report_.findings[i]);
    json_.EndArray().Key("tool").BeginObject().Key("driver").BeginObject().Text("name", "Writ lint").Key("rules").BeginArray();
    for (const DiagnosticCode code : codes_) Descriptor(code);
    json_.EndArray().Text("semanticVersion", kToolVersion).EndObject().EndObject();
    json_.EndObject().EndArray().Text("version", "2.1.0").EndObject();
    return json_.Take();
  }

 private:
  static std::string_view LevelOf(DiagnosticSeverity severity) {
    return severity == DiagnosticSeverity::kError ? "error" : severity == DiagnosticSeverity::kWarning ? "warning" : "note";
  }

  void Message(std::string_view name, const std::string& text) { json_.Key(name).BeginObject().Text("text", MaskSecrets(text)).EndObject(); }

  void Artifact(const std::string& name) {
    json_.Key("artifactLocation").BeginObject().Text("uri", report::UriOf(name)).Text("uriBaseId", "%SRCROOT%").EndObject();
  }

  void Region(std::string_view name, const Span& span, bool one_line) {
    const SourceFile& file = sources_.file(span.file);
    const LineColumn begin = file.Locate(span.begin);
    LineColumn end = file.Locate(span.end);
    // A merge request shows an alert only if every line of its region was changed.
    if (one_line && end.line != begin.line) {
      const std::string_view text = file.text();
      const auto line_break = static_cast<std::uint32_t>(std::min(text.find('\n', span.begin), text.size()));
      end = file.Locate(line_break);
    }
    json_.Key(name).BeginObject().Number("endColumn", end.column).Number("endLine", end.line).Number("startColumn", begin.column).Number("startLine", begin.line).EndObject();
  }

  void Place(const Span& span, const std::string& input, const std::string* message, std::size_t id) {
    json_.BeginObject();
    if (id > 0) json_.Number("id", id);
    if (message != nullptr) Message("message", *message);
    json_.Key("physicalLocation").BeginObject();
    Artifact(span.valid() ? sources_.file(span.file).name() : input);
    if (span.valid()) Region("region", span, true);
    json_.EndObject().EndObject();
  }

  void Fix(const compiler::lint::Finding& finding) {
    json_.Key("fixes").BeginArray().BeginObject().Key("artifactChanges").BeginArray().BeginObject();
    Artifact(sources_.file(finding.fix.front().span.file).name());
    json_.Key("replacements").BeginArray();
    for (const compiler::lint::Edit& edit : finding.fix) {
      json_.BeginObject();
      Region("deletedRegion", edit.span, false);
      json_.Key("insertedContent").BeginObject().Text("text", edit.text).EndObject().EndObject();
    }
    json_.EndArray().EndObject().EndArray();
    Message("description", "What `writ lint --fix` does.");
    json_.EndObject().EndArray();
  }

  void Result(const compiler::lint::Finding& finding) {
    const Diagnostic& diagnostic = finding.diagnostic;
    json_.BeginObject();
    if (!finding.fix.empty()) Fix(finding);
    json_.Text("level", LevelOf(diagnostic.severity));
    if (diagnostic.span.valid() || !diagnostic.input.empty()) {
      json_.Key("locations").BeginArray();
      Place(diagnostic.span, diagnostic.input, nullptr, 0);
      json_.EndArray();
    }
    Message("message", diagnostic.help.empty() ? diagnostic.message : diagnostic.message + ". Help: " + diagnostic.help);
    if (diagnostic.span.valid()) {
      const auto& hashes = hashes_[diagnostic.span.file];
      const auto hash = hashes.find(sources_.Locate(diagnostic.span).line);
      if (hash != hashes.end()) json_.Key("partialFingerprints").BeginObject().Text("primaryLocationLineHash", hash->second).EndObject();
    }
    std::vector<const DiagnosticLabel*> labels;
    for (const DiagnosticLabel& label : diagnostic.labels) {
      if (label.span.valid()) labels.push_back(&label);
    }
    if (!labels.empty()) {
      json_.Key("relatedLocations").BeginArray();
      for (std::size_t i = 0; i < labels.size(); ++i) Place(labels[i]->span, "", &labels[i]->text, i + 1);
      json_.EndArray();
    }
    json_.Text("ruleId", InfoOf(diagnostic.code).code);
    json_.Number("ruleIndex", static_cast<std::uint64_t>(std::find(codes_.begin(), codes_.end(), diagnostic.code) - codes_.begin()));
    json_.EndObject();
  }

  void Descriptor(DiagnosticCode code) {
    const DiagnosticInfo& info = InfoOf(code);
    json_.BeginObject().Key("defaultConfiguration").BeginObject().Text("level", LevelOf(info.severity)).EndObject();
    Message("fullDescription", std::string(info.explanation));
    Message("help", std::string(info.explanation) + " See `writ explain " + std::string(info.code) + "`.");
    json_.Text("id", info.code);
    if (const compiler::lint::LintInfo* lint = compiler::lint::FindLint(code)) json_.Text("name", lint->name);
    Message("shortDescription", std::string(info.title));
    json_.EndObject();
  }

  const LintReport& report_;
  const SourceMap& sources_;
  report::CanonicalJson json_;
  std::vector<DiagnosticCode> codes_;
  std::map<FileId, std::vector<std::uint32_t>> lines_;
  std::map<FileId, std::map<std::uint32_t, std::string>> hashes_;
};

}  // namespace

std::string RenderLintSarif(const LintReport& report, const SourceMap& sources) { return LintSarif(report, sources).Render(); }

}  // namespace writ::cli
