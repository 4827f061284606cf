// Printed forms: every field that a user can see, nothing that depends on the machine.
#include "tests/support/case_print.h"

namespace writ::test {

namespace {

std::string OneLine(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

std::string At(const Span& span, const SourceMap& sources) {
  if (!span.valid()) return "-";
  const SourceFile& file = sources.file(span.file);
  const LineColumn begin = file.Locate(span.begin), end = file.Locate(span.end);
  return file.name() + ":" + std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" + std::to_string(end.line) + ":" + std::to_string(end.column);
}

std::string CaptureText(std::uint32_t bits) {
  static constexpr const char* kNames[] = {"time", "duration", "client_ip", "server_ip", "url", "status", "request_headers",
                                           "response_headers", "request_body", "response_body", "credential", "match", "id"};
  std::string out;
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if ((bits >> i & 1) != 0) out += std::string(out.empty() ? "" : " ") + kNames[i];
  }
  return out.empty() ? "nothing" : out;
}

std::string Counts(const engine::Denominators& counts) {
  std::string out = "examined " + std::to_string(counts.examined);
  const auto add = [&](const char* name, std::uint64_t n) {
    if (n != 0) out += std::string(", ") + name + " " + std::to_string(n);
  };
  add("not_applicable", counts.not_applicable);
  add("passed", counts.passed);
  add("failed", counts.failed);
  add("waived", counts.waived);
  add("indeterminate", counts.indeterminate);
  add("errors", counts.errors);
  add("unmatched", counts.unmatched);
  return out;
}

std::string PlaceText(const engine::Place& place, const engine::Evaluation& evaluation, const SourceMap& sources) {
  if (place.kind == engine::Place::Kind::kExchange) {
    return evaluation.recordings[place.source].name + "#" + std::to_string(place.ordinal) + (place.label.empty() ? "" : " " + place.label);
  }
  if (!place.span.valid()) return "nowhere";
  return At(place.span, sources) + " \"" + place.pointer + "\"" + (place.is_ancestor ? " (nearest)" : "");
}

}  // namespace

std::string PrintDiagnostics(const DiagnosticSink& sink, const SourceMap& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : sink.all()) {
    static constexpr const char* kSeverities[] = {"error", "warning", "note"};
    out += kSeverities[static_cast<std::size_t>(diagnostic.severity)];
    out += " " + std::string(InfoOf(diagnostic.code).code) + " " + (diagnostic.span.valid() ? At(diagnostic.span, sources) : diagnostic.input) + " " +
           OneLine(diagnostic.message) + "\n";
    if (!diagnostic.help.empty()) out += "  help: " + OneLine(diagnostic.help) + "\n";
    for (const DiagnosticLabel& label : diagnostic.labels) out += "  " + At(label.span, sources) + " " + OneLine(label.text) + "\n";
  }
  return out;
}

std::string PrintLint(const std::vector<compiler::lint::Finding>& findings, const SourceMap& sources) {
  std::string out;
  for (const compiler::lint::Finding& finding : findings) {
    DiagnosticSink one;
    one.Add(finding.diagnostic);
    out += PrintDiagnostics(one, sources);
    for (const compiler::lint::Edit& edit : finding.fix) out += "  fix: " + At(edit.span, sources) + " \"" + OneLine(edit.text) + "\"\n";
  }
  return out;
}

std::string PrintTypes(const compiler::ir::Program& program) {
  const auto type = [&](compiler::ir::TypeId id) { return program.types.ToString(id); };
  std::string out;
  for (const compiler::ir::Global& global : program.globals) {
    if (global.shape.name != "now") out += global.shape.name + ": " + type(global.shape.type) + "\n";
  }
  for (const compiler::ir::Function& function : program.functions) {
    out += function.name + "(";
    for (std::uint32_t i = 0; i < function.parameter_count; ++i) {
      out += (i == 0 ? "" : ", ") + function.locals[i].name + ": " + type(function.locals[i].type);
    }
    out += "): " + type(function.result) + "\n";
  }
  for (const compiler::ir::Rule& rule : program.rules) {
    out += rule.shape.id + " " + rule.shape.cost + "\n";
    for (const compiler::ir::Local& local : rule.locals) out += "  " + local.name + ": " + type(local.type) + "\n";
    if (!rule.window) continue;
    out += "  group\n";
    for (const compiler::ir::Local& local : rule.window->locals) out += "    " + (local.name.empty() ? std::string("aggregate") : local.name) + ": " + type(local.type) + "\n";
  }
  return out;
}

std::string PrintProgram(const bytecode::Module& module) {
  std::string out;
  for (const bytecode::Rule& rule : module.rules) {
    out += rule.id + "\n  cost " + rule.cost + "\n";
    if (bytecode::InfoOf(rule.subject).source != bytecode::SubjectSource::kTraffic) continue;
    out += "  reads " + CaptureText(rule.captures) + "\n  needs " + CaptureText(rule.needed_captures) + "\n";
  }
  return out;
}

std::string PrintRules(const engine::Evaluation& evaluation) {
  std::string out;
  for (const engine::RuleResult& rule : evaluation.rules) {
    out += rule.rule->id + " " + std::string(engine::NameOf(rule.status)) + (rule.status_reason.empty() ? "" : " (" + rule.status_reason + ")") + ": " +
           Counts(rule.counts) + "\n";
    if (evaluation.apis.size() < 2) continue;
    for (const auto& [api, counts] : rule.by_api) out += "  " + api + ": " + Counts(counts) + "\n";
  }
  return out;
}

std::string PrintFindings(const engine::Evaluation& evaluation, const SourceMap& sources, bool with_fingerprints) {
  std::string out;
  for (const engine::Finding& finding : evaluation.findings) {
    out += evaluation.rules[finding.rule].rule->id + " " + std::string(engine::NameOf(finding.verdict));
    if (!finding.reason.empty()) out += " as " + OneLine(finding.reason);
    out += " count " + std::to_string(finding.count);
    if (finding.episodes != 0) out += " episodes " + std::to_string(finding.episodes);
    if (finding.blocks) out += " blocks";
    if (finding.waiver) out += " by " + *finding.waiver;
    out += "\n  " + finding.subject_kind + " " + OneLine(finding.subject) + "\n  \"" + OneLine(finding.message) + "\"\n";
    if (with_fingerprints) {
      out += "  fingerprint " + finding.fingerprint + "\n";
      for (const std::string& former : finding.formerly) out += "  formerly " + former + "\n";
    }
    out += "  at " + PlaceText(finding.main, evaluation, sources) + "\n";
    for (const engine::Place& place : finding.related) out += "  see " + PlaceText(place, evaluation, sources) + "\n";
    for (std::size_t i = 1; i < finding.evidence.size(); ++i) out += "  also " + PlaceText(finding.evidence[i].place, evaluation, sources) + "\n";
    if (finding.places.size() > 1) out += "  places " + std::to_string(finding.places.size()) + "\n";
  }
  return out;
}

std::string PrintNotes(const engine::Evaluation& evaluation) {
  std::string out;
  for (const engine::CapabilityNote& note : evaluation.capability_notes) {
    out += evaluation.rules[note.rule].rule->id + " on " + evaluation.recordings[note.recording].name + ":";
    for (const std::string& field : note.fields) out += " " + field;
    out += "\n";
  }
  return out;
}

std::string PrintGate(const engine::Evaluation& evaluation) {
  std::string out = std::string(evaluation.gate.passed ? "passed" : "failed") + ", fails on " + evaluation.gate.fail_on + "\n";
  for (const engine::GateReason& reason : evaluation.gate.reasons) out += std::to_string(reason.count) + " " + reason.what + "\n";
  return out;
}

}  // namespace writ::test
