// `writ explain`: the long story of a code or a rule.
#include <cstdio>

#include "base/suggest.h"
#include "base/time.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"

namespace writ::cli {

namespace {

std::string Wrap(std::string_view text, std::size_t indent) {
  constexpr std::size_t kWidth = 92;
  std::string out;
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    const std::size_t length = end - at;
    if (column == 0 || column + 1 + length > kWidth) {
      if (column != 0) out += '\n';
      out += std::string(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += text.substr(at, length);
    column += length;
    at = end;
  }
  return out.empty() ? "" : out + "\n";
}

void ExplainRule(const bytecode::Module& module, const bytecode::Rule& rule) {
  const bytecode::RuleMetadata& meta = rule.metadata;
  const bytecode::PolicyInfo& policy = module.policies[rule.policy];
  std::string out = rule.id + (rule.is_detect ? " (detector)" : " (rule)") + "\n  " + meta.title + "\n\n";
  const std::string& about = meta.description.empty() ? policy.description : meta.description;
  if (!about.empty()) out += Wrap(about, 2) + "\n";
  out += "severity:    " + std::string(bytecode::NameOf(meta.severity)) + "\n";
  out += "impact:      " + meta.impact + "\n";
  if (meta.confidence) out += "confidence:  " + std::string(bytecode::NameOf(*meta.confidence)) + "\n";
  out += "fix within:  " + FormatDuration(meta.fix_within) + "\n";
  std::string controls;
  for (const bytecode::Control& control : meta.controls) controls += (controls.empty() ? "" : ", ") + control.framework + " " + control.id;
  out += "controls:    " + controls + "\n";
  out += "ranges over: " + std::string(bytecode::InfoOf(rule.subject).meaning) + (rule.joined ? ", joined with its operation" : "") + "\n";
  out += "cost:        " + rule.cost + "\n";
  out += "defined in:  " + policy.file + ":" + std::to_string(rule.range.line) + " (policy " + policy.name + " " + policy.version + ")\n";
  std::string fields;
  for (const bytecode::FieldId field : rule.fields) {
    fields += (fields.empty() ? "" : ", ") + std::string(bytecode::InfoOf(bytecode::InfoOf(field).owner).name) + "." + std::string(bytecode::InfoOf(field).name);
  }
  out += "reads:\n" + Wrap(fields, 2);
  if (rule.needed_captures != 0) {
    std::string needed;
    for (const bytecode::FieldId field : rule.fields) {
      if ((bytecode::InfoOf(field).capture & rule.needed_captures) != 0) needed += (needed.empty() ? "" : ", ") + std::string(bytecode::InfoOf(field).name);
    }
    if (!needed.empty()) out += "cannot be decided on a recording without:\n" + Wrap(needed, 2);
  }
  out += "reasons:\n";
  for (const bytecode::Clause& clause : rule.clauses) {
    if (clause.reason == "where") continue;
    out += Wrap((clause.reason.empty() ? "" : clause.reason + ": ") + clause.text, 2);
  }
  if (!meta.rationale.empty()) out += "\nwhy:\n" + Wrap(meta.rationale, 2);
  if (!meta.remediation.empty()) out += "\nwhat to do:\n" + Wrap(meta.remediation, 2);
  std::fputs(out.c_str(), stdout);
}

}  // namespace

int ExplainCommand(const CommandContext& context) {
  std::vector<std::string> what, policies, packs;
  Options parser("explain", "Tell the long story of a diagnostic code or of a rule.",
                 "  writ explain W2202                                            what a diagnostic means and what to do\n"
                 "  writ explain writ.authentication.operation_declares_auth      what a rule checks, reads and asks for\n"
                 "  writ explain acme.money.bounded --policies my-policies        a rule of your own\n");
  parser.Positional("what", what, "a diagnostic code or a rule id");
  parser.List("--policies", policies, "folders or files of policies, or .wpk files, beside the shipped pack");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  if (what.size() != 1) {
    std::fputs("writ explain: name one diagnostic code or one rule\ntry `writ explain --help`\n", stderr);
    return kBadInput;
  }
  std::vector<std::string> names;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    names.emplace_back(info.code);
    if (info.code != what[0]) continue;
    const char* word = info.severity == DiagnosticSeverity::kError ? "error" : info.severity == DiagnosticSeverity::kWarning ? "warning" : "note";
    std::printf("%s (%s): %s\n\n%s", std::string(info.code).c_str(), word, std::string(info.title).c_str(), Wrap(info.explanation, 2).c_str());
    return kConforms;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  PolicyRequest request;
  request.paths = policies, request.packs = packs, request.with_shipped = true, request.shipped_may_clash = true;
  const auto module = LoadVerified(request, sources, limits, sink);
  PrintDiagnostics(sink, sources, context.colour_err);
  if (!module) return kBadInput;
  for (const bytecode::Rule& rule : module->module().rules) {
    names.push_back(rule.id);
    if (rule.id != what[0]) continue;
    ExplainRule(module->module(), rule);
    return kConforms;
  }
  const std::string hint = DidYouMean(what[0], names);
  std::fprintf(stderr, "writ explain: `%s` is neither a diagnostic code nor a rule%s%s\n", what[0].c_str(), hint.empty() ? "" : ": ", hint.c_str());
  return kBadInput;
}

}  // namespace writ::cli
