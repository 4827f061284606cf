// Findings for programs: docs/lint.schema.json.
#include "base/mask.h"
#include "base/version.h"
#include "cli/lint/lint_report.h"
#include "report/writers/canonical_json.h"

namespace writ::cli {

namespace {

std::string_view LevelOf(DiagnosticSeverity severity) {
  return severity == DiagnosticSeverity::kError ? "error" : severity == DiagnosticSeverity::kWarning ? "warning" : "note";
}

// Members of one object stand in the order of their names, so a place is written in parts.
struct Place {
  std::string file;
  LineColumn begin, end;
  bool has_position = false;
};

Place PlaceOf(const Span& span, const std::string& input, const SourceMap& sources) {
  if (!span.valid()) return {input, {}, {}, false};
  const SourceFile& file = sources.file(span.file);
  return {file.name(), file.Locate(span.begin), file.Locate(span.end), true};
}

}  // namespace

std::string RenderLintJson(const LintReport& report, const SourceMap& sources) {
  report::CanonicalJson json;
  json.BeginObject().Flag("compiled", report.compiled).Key("findings").BeginArray();
  for (const compiler::lint::Finding& finding : report.findings) {
    const Diagnostic& diagnostic = finding.diagnostic;
    const Place place = PlaceOf(diagnostic.span, diagnostic.input, sources);
    json.BeginObject().Text("code", InfoOf(diagnostic.code).code);
    if (place.has_position) json.Number("column", place.begin.column).Number("end_column", place.end.column).Number("end_line", place.end.line);
    json.Text("file", place.file).Flag("fixable", !finding.fix.empty()).Text("help", MaskSecrets(diagnostic.help)).Key("labels").BeginArray();
    for (const DiagnosticLabel& label : diagnostic.labels) {
      const Place at = PlaceOf(label.span, "", sources);
      if (!at.has_position) continue;
      json.BeginObject().Number("column", at.begin.column).Number("end_column", at.end.column).Number("end_line", at.end.line);
      json.Text("file", at.file).Number("line", at.begin.line).Text("text", MaskSecrets(label.text)).EndObject();
    }
    json.EndArray().Text("level", LevelOf(diagnostic.severity));
    if (place.has_position) json.Number("line", place.begin.line);
    json.Text("message", MaskSecrets(diagnostic.message));
    if (const compiler::lint::LintInfo* info = compiler::lint::FindLint(diagnostic.code)) json.Text("name", info->name);
    json.Text("rule", finding.rule).EndObject();
  }
  const LintReport::Counts counts = report.Count();
  json.EndArray().Number("fixed", report.fixed).Text("format", "writ-lint/1").Number("policy_files", report.policy_files).Flag("strict", report.strict);
  json.Key("summary").BeginObject().Number("errors", counts.errors).Number("fixable", counts.fixable).Number("notes", counts.notes).Number("warnings", counts.warnings).EndObject();
  json.Key("tool").BeginObject().Text("name", "writ").Text("version", kToolVersion).EndObject().EndObject();
  return json.Take();
}

}  // namespace writ::cli
