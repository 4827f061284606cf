// Prints the pages of docs/reference from the tables that the program itself is made of, so that they cannot tell another story.
//
//   writ_reference WRIT REPOSITORY FOLDER
//
// WRIT is the program (for its help texts), REPOSITORY where grammar/ and base/limits.h are read, FOLDER where the pages go.
// scripts/generate-reference runs it; the test docs_reference compares its output with the committed pages.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/time.h"
#include "engine/waivers.h"
#include "model/traffic/exchange.h"
#include "report/writers.h"
#include "stdlib-policies/embedded_pack.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/conditions.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/model_tables.h"
#include "vm/bytecode/module.h"

namespace {

using namespace writ;

std::string Text(std::string_view view) { return std::string(view); }

std::string ReadAll(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Text in a cell of a table.
std::string Cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    if (c == '<') {
      out += "&lt;";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out;
}

std::string Code(std::string_view text) {
  if (text.empty()) return "";
  std::string out = "`";
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out + "`";
}

std::string Head(const std::string& title, const std::string& source) {
  return "# " + title + "\n\n<!-- Printed by scripts/generate-reference from " + source + "; change it there. -->\n\n";
}

struct CaptureName {
  std::uint32_t bit;
  std::string_view name;
};
constexpr CaptureName kCaptures[] = {
    {bytecode::kCaptureTime, "time"},
    {bytecode::kCaptureDuration, "duration"},
    {bytecode::kCaptureClientIp, "client address"},
    {bytecode::kCaptureServerIp, "server address"},
    {bytecode::kCaptureUrl, "method and URL"},
    {bytecode::kCaptureStatus, "status"},
    {bytecode::kCaptureRequestHeaders, "request headers"},
    {bytecode::kCaptureResponseHeaders, "response headers"},
    {bytecode::kCaptureRequestBody, "request body"},
    {bytecode::kCaptureResponseBody, "response body"},
    {bytecode::kCaptureCredential, "credential"},
    {bytecode::kCaptureMatch, "matched operation"},
    {bytecode::kCaptureId, "identifier"},
};

std::string Captures(std::uint32_t bits) {
  std::string out;
  for (const CaptureName& capture : kCaptures) {
    if ((bits & capture.bit) != 0) out += (out.empty() ? "" : ", ") + Text(capture.name);
  }
  return out;
}

std::string Kinds() {
  std::string out = Head("Kinds of subjects", "vm/bytecode/kinds.def") +
                    "What `for each` ranges over. The kinds `endpoint`, `change` and `document` of the language have no reader in this version: a rule over them is refused "
                    "(`W3008`).\n\n| kind | gives | from | subjects |\n|---|---|---|---|\n";
  for (const auto& kind : bytecode::AllSubjectKinds()) {
    const std::string record = Text(bytecode::InfoOf(kind.record).name);
    std::string anchor = record;
    for (char& c : anchor) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    out += "| " + Code(kind.word) + " | [`" + record + "`](fields.md#" + anchor + ") | " +
           (kind.source == bytecode::SubjectSource::kTraffic ? "recordings" : "descriptions") + " | " + Cell(kind.meaning) + " |\n";
  }
  return out;
}

std::string Fields() {
  std::string out = Head("Fields", "vm/bytecode/{records,fields,enums}.def") +
                    "What policies can read. A type with `?` may be absent. A field that a recording has to hold is unknown where it does not; the fourth column says what that is.\n";
  for (std::size_t r = 0; r < bytecode::AllRecords().size(); ++r) {
    const auto& record = bytecode::AllRecords()[r];
    out += "\n## " + Text(record.name) + "\n\nA value of this type is " + Text(record.meaning) + ".\n\n| field | type | meaning | a recording must hold |\n|---|---|---|---|\n";
    for (const auto& field : bytecode::AllFields()) {
      if (static_cast<std::size_t>(field.owner) != r) continue;
      out += "| " + Code(field.name) + " | " + Code(field.type) + " | " + Cell(field.meaning) + " | " + Captures(field.capture) + " |\n";
    }
    std::string methods;
    for (const auto& builtin : bytecode::AllBuiltins()) {
      const std::string receiver = "(" + Text(record.name) + ",";
      if (builtin.signature.substr(0, receiver.size()) == receiver) methods += (methods.empty() ? "" : ", ") + Code(builtin.name);
    }
    if (!methods.empty()) out += "\nMethods: " + methods + ", see [functions](builtins.md).\n";
  }
  out += "\n## Enumerations\n\n| type | members |\n|---|---|\n";
  for (const auto& row : bytecode::ModelEnums()) {
    std::string members;
    std::istringstream words{Text(row.members)};
    for (std::string word; words >> word;) members += (members.empty() ? "" : " ") + Code(word);
    out += "| " + Code(row.name) + " | " + members + " |\n";
  }
  return out;
}

// "(Operation, int) -> Response?" as it is called: "Operation.response(int) -> Response?".
std::string AsCalled(const bytecode::BuiltinInfo& builtin) {
  const std::string signature = Text(builtin.signature);
  int depth = 0;
  std::size_t end = 1;
  for (; end < signature.size(); ++end) {
    if (signature[end] == '[') ++depth;
    if (signature[end] == ']') --depth;
    if (depth == 0 && (signature[end] == ',' || signature[end] == ')')) break;
  }
  const std::string receiver = signature.substr(1, end - 1);
  std::string rest = signature.substr(end);
  rest = rest[0] == ',' ? rest.substr(2) : rest;
  return receiver + "." + Text(builtin.name) + "(" + rest;
}

std::string Builtins() {
  std::string out = Head("Functions", "vm/bytecode/builtins.def") +
                    "Methods of values: `x.path_param(\"id\")`. `T` stands for any type. Each is strict: an unknown receiver or argument gives unknown. Aggregates (`count()`, "
                    "`distinct(e)`, …) and quantifiers (`any`, `all`, `none`, `count`) are part of the [language](../language.md).\n\n"
                    "| method | meaning | a recording must hold |\n|---|---|---|\n";
  for (const auto& builtin : bytecode::AllBuiltins()) out += "| " + Code(AsCalled(builtin)) + " | " + Cell(builtin.meaning) + " | " + Captures(builtin.capture) + " |\n";
  return out;
}

std::string Opcodes() {
  std::string out = Head("Opcodes", "vm/bytecode/opcodes.def") +
                    "The instructions of the machine; [bytecode-format.md](../bytecode-format.md) describes the file around them. `=x` is written, other operands are read; the verifier "
                    "holds every instruction to its signature before anything runs. `writ disasm` prints them.\n\n"
                    "| number | mnemonic | format | operands | meaning |\n|---|---|---|---|---|\n";
  constexpr const char* kFormats[] = {"A B C", "A Bx", "A sBx", "none"};
  std::size_t number = 0;
  for (const auto& op : bytecode::AllOpcodes()) {
    out += "| " + std::to_string(number++) + " | " + Code(op.mnemonic) + " | " + kFormats[static_cast<std::size_t>(op.format)] + " | " + Code(op.signature) + " | " +
           Cell(op.meaning) + " |\n";
  }
  out += "\n## Conditions\n\nWhat the conditions ask that rules share (`vm/bytecode/conditions.def`), of a value and of an operand that is a constant or a global.\n\n"
         "| test | value | operand | true when |\n|---|---|---|---|\n";
  for (const auto& test : bytecode::AllConditionTests()) {
    out += "| " + Code(test.word) + " | " + Code(test.value) + " | " + Code(test.operand) + " | " + Cell(test.meaning) + " |\n";
  }
  out += "\n## Screens\n\nSteps by which a rule combines conditions (`vm/bytecode/screen_ops.def`). Values are pairs of sets of subjects.\n\n"
         "| step | takes | gives | meaning |\n|---|---|---|---|\n";
  for (const auto& op : bytecode::AllScreenOps()) {
    out += "| " + Code(op.word) + " | " + std::to_string(op.pops) + " | " + std::to_string(op.pushes) + " | " + Cell(op.meaning) + " |\n";
  }
  out += "\n## Indexes\n\nWays to work out several conditions on one value together (`vm/bytecode/indexes.def`).\n\n| index | finds |\n|---|---|\n";
  for (const auto& index : bytecode::AllIndexKinds()) out += "| " + Code(index.word) + " | " + Cell(index.meaning) + " |\n";
  return out;
}

std::string Diagnostics() {
  std::string out = Head("Diagnostics", "base/diagnostics.def") + "`writ explain CODE` prints the same. Codes are never reused.\n";
  struct LintName {
    std::string_view name;
    bool fixable;
  };
  const std::map<std::string_view, LintName> lints = {
#define LINT(enumerator, code, name, severity, fixable, title, explanation) {code, {name, fixable}},
#include "base/diagnostics/lint.def"
#undef LINT
  };
  const std::map<char, std::string> areas = {{'1', "Syntax of policies"}, {'2', "Names and types"},          {'3', "Rules and metadata"},
                                             {'4', "API descriptions"},   {'5', "Recordings"},               {'6', "Configuration, packs and the command line"},
                                             {'7', "Bytecode"},           {'8', "What `writ lint` says"}};
  for (const auto& [digit, area] : areas) {
    std::map<std::string_view, const DiagnosticInfo*> rows;
    for (const DiagnosticInfo& info : AllDiagnostics()) {
      if (info.code[1] == digit) rows[info.code] = &info;
    }
    out += "\n## " + area + "\n";
    for (const auto& [code, info] : rows) {
      const char* word = info->severity == DiagnosticSeverity::kError ? "error" : info->severity == DiagnosticSeverity::kWarning ? "warning" : "note";
      out += "\n### " + Text(code) + "\n\n" + word + ": **" + Cell(info->title) + "**\n\n" + Cell(info->explanation) + "\n";
      const auto lint = lints.find(code);
      if (lint != lints.end()) out += "\nLint " + Code(lint->second.name) + (lint->second.fixable ? ", mended by `writ lint --fix` where that is sure.\n" : ".\n");
    }
  }
  return out;
}

std::string Paragraph(const std::string& label, const std::string& text) { return text.empty() ? "" : "\n**" + label + "** " + Cell(text) + "\n"; }

// `description`: the comment of the file, for rules that have none of their own.
std::string RuleText(const bytecode::Rule& rule, const std::string& ranges_over, const std::string& description) {
  const bytecode::RuleMetadata& meta = rule.metadata;
  std::string controls;
  for (const bytecode::Control& control : meta.controls) controls += (controls.empty() ? "" : ", ") + control.framework + " " + control.id;
  const std::string& about = meta.description.empty() ? description : meta.description;
  std::string out = "\n### " + rule.id + "\n\n**" + Cell(meta.title) + ".**" + (about.empty() ? "" : " " + Cell(about)) + "\n\n";
  out += std::string(rule.is_detect ? "detector" : "rule") + " · " + Text(bytecode::NameOf(meta.severity)) + " · " + meta.impact + " · ";
  if (meta.confidence) out += "confidence " + Text(bytecode::NameOf(*meta.confidence)) + " · ";
  out += "fix within " + FormatDuration(meta.fix_within) + " · " + ranges_over + " · " + rule.cost + "\n\n" + controls + "\n";
  std::string needs;
  for (const bytecode::FieldId field : rule.fields) {
    if ((bytecode::InfoOf(field).capture & rule.needed_captures) != 0) needs += (needs.empty() ? "" : ", ") + Code(bytecode::InfoOf(field).name);
  }
  if (!needs.empty()) out += "\nCannot be decided on a recording without " + needs + ".\n";
  return out + Paragraph("Why.", meta.rationale) + Paragraph("What to do.", meta.remediation);
}

// False when the embedded pack cannot be read, which its own tests would show first.
bool Rules(std::string& out) {
  const Result<bytecode::Module> module = bytecode::Decode(EmbeddedPack());
  if (!module.ok()) return false;
  out = Head("Shipped rules", "stdlib-policies") +
        "The policies that come with Writ, embedded as bytecode. `writ explain RULE` prints the same. A control says what a rule is relevant to; it is no statement that the "
        "control is met.\n\n| rule | severity | |\n|---|---|---|\n";
  const auto anchor = [](const std::string& id) {
    std::string text;
    for (const char c : id) {
      if (c != '.') text += c;
    }
    return text;
  };
  for (const bytecode::Rule& rule : module->rules) {
    out += "| [" + rule.id + "](#" + anchor(rule.id) + ") | " + Text(bytecode::NameOf(rule.metadata.severity)) + " | " + Cell(rule.metadata.title) + " |\n";
  }
  out += "| [writ.waivers](#writwaivers) | " + Text(bytecode::NameOf(engine::WaiverRule().metadata.severity)) + " | " + Cell(engine::WaiverRule().metadata.title) + " |\n";
  std::string params;
  for (const bytecode::Global& global : module->globals) {
    if (global.kind == bytecode::GlobalKind::kParam) params += (params.empty() ? "" : ", ") + Code(global.name);
  }
  if (!params.empty()) out += "\nParameters, set by `params` in [writ.yaml](../configuration.md): " + params + ".\n";
  std::string policy;
  for (const bytecode::Rule& rule : module->rules) {
    const std::string& name = module->policies[rule.policy].name;
    if (name != policy) out += "\n## " + name + "\n";
    policy = name;
    out += RuleText(rule, Text(bytecode::InfoOf(rule.subject).word) + (rule.joined ? " joined with operation" : ""), module->policies[rule.policy].description);
  }
  out += "\n## Built in\n" + RuleText(engine::WaiverRule(), "every waiver of the loaded policies", "");
  return true;
}

std::string Formats() {
  std::string out = Head("Formats", "model/spec/formats.def, model/traffic/formats.def and report/writers.def") + "## API descriptions\n\nJSON or YAML. The format is told from the "
                    "root member, whatever the file is called.\n\n| format | root member | version |\n|---|---|---|\n";
#define SPEC_FORMAT(name, member, prefix, title) out += std::string("| ") + title + " | `" + member + "` | " + prefix + (std::string_view(prefix) == "2.0" ? " |\n" : ".x |\n");
#include "model/spec/formats.def"
  out += "\nRecognised, and refused by name: ";
  std::string foreign;
#define SPEC_FORMAT(name, member, prefix, title)
#define FOREIGN_FORMAT(member, title) foreign += (foreign.empty() ? "" : ", ") + std::string(title);
#include "model/spec/formats.def"
  out += foreign + ".\n\n## Recordings\n\nTold from the content. What a format does not hold is unknown, and a rule that cannot do without it is not decided on such a recording.\n\n"
                   "| format | meaning | holds | does not hold |\n|---|---|---|---|\n";
  constexpr std::uint32_t kAll = (std::uint32_t{bytecode::kCaptureId} << 1) - 1;
  {
    using namespace model;
#define TRAFFIC_FORMAT(name, id, captures, title, meaning) \
  out += std::string("| ") + title + " | " + Cell(meaning) + " | " + Captures(captures) + " | " + Captures(kAll & ~static_cast<std::uint32_t>(captures)) + " |\n";
#include "model/traffic/formats.def"
#undef TRAFFIC_FORMAT
  }
  out += "\n[The exchange format](../exchange-format.md) is described on a page of its own.\n\n## Artifacts\n\nWritten by `writ check --out FOLDER`; see [reports](../reports.md).\n\n"
         "| file | content |\n|---|---|\n";
  for (const report::ArtifactInfo& artifact : report::AllArtifacts()) out += "| " + Code(artifact.file) + " | " + Cell(artifact.title) + " |\n";
  return out;
}

std::string Output(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  return ::pclose(pipe) == 0 ? out : "";
}

bool Commands(const std::string& program, std::string& out) {
  out = Head("Commands", "the help texts of cli/commands/*.cc");
  const std::string overview = Output("'" + program + "' --help");
  if (overview.empty()) return false;
  out += "```text\n" + overview + "```\n";
  const std::vector<std::pair<std::string, std::string>> verbs = {{"new", "policy"}, {"new", "rule"}, {"new", "pack"}, {"pack", "build"}, {"pack", "show"}, {"pack", "verify"}, {"pack", "lock"}};
  for (const std::string command : {
#define COMMAND(name, function, title) name,
#include "cli/commands.def"
#undef COMMAND
       }) {
    const std::string help = Output("'" + program + "' " + command + " --help");
    if (help.empty()) return false;
    out += "\n## writ " + command + "\n\n```text\n" + help + "```\n";
    for (const auto& [family, verb] : verbs) {
      if (family != command) continue;
      const std::string more = Output("'" + program + "' " + command + " " + verb + " --help");
      if (more.empty()) return false;
      out += "\n### writ " + command + " " + verb + "\n\n```text\n" + more + "```\n";
    }
  }
  return true;
}

// "std::size_t{4} << 20" as people read it.
std::string Amount(const std::string& expression) {
  const std::size_t open = expression.find('{'), shift = expression.find("<< ");
  std::string digits;
  for (const char c : expression) {
    if (c >= '0' && c <= '9') digits += c;
    if (c == '}') break;
  }
  if (open != std::string::npos && shift != std::string::npos) {
    const std::string unit = expression.substr(shift + 3);
    return digits + (unit == "20" ? " MiB" : unit == "10" ? " KiB" : " << " + unit);
  }
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

bool LimitsPage(const std::string& repository, std::string& out) {
  out = Head("Limits", "base/limits.h") +
        "Every bound that Writ puts on its inputs. Passing one is a diagnostic, or the verdict `error` or `indeterminate` of the subject where a rule can reach it; never a crash. "
        "Reports name the limits in force.\n\n| limit | value | where, and of what |\n|---|---|---|\n";
  std::istringstream in(ReadAll(repository + "/base/limits.h"));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line);) {
    const std::size_t equals = line.find(" = "), end = line.find(';'), comment = line.find("// ");
    if (line.substr(0, 7) != "  std::" || equals == std::string::npos || end == std::string::npos || comment == std::string::npos) continue;
    const std::size_t name = line.rfind(' ', equals - 1) + 1;
    out += "| " + Code(line.substr(name, equals - name)) + " | " + Amount(line.substr(equals + 3, end - equals - 3)) + " | " + Cell(line.substr(comment + 3)) + " |\n";
    ++count;
  }
  return count != 0;
}

// The words of the lines between a comment that begins with `title` and the next empty line.
std::string WordsUnder(const std::string& lexer, const std::string& title) {
  std::string out;
  std::size_t at = lexer.find(title);
  if (at == std::string::npos) return out;
  at = lexer.find('\n', at);
  const std::size_t end = lexer.find("\n\n", at);
  std::set<std::string> words;
  while ((at = lexer.find(": '", at)) < end) {
    const std::size_t close = lexer.find('\'', at + 3);
    words.insert(lexer.substr(at + 3, close - at - 3));
    at = close;
  }
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + Code(word);
  return out;
}

bool Grammar(const std::string& repository, std::string& out) {
  const std::string lexer = ReadAll(repository + "/grammar/WritLexer.g4"), parser = ReadAll(repository + "/grammar/WritParser.g4");
  const std::string of_expressions = WordsUnder(lexer, "// Reserved words of expressions"), of_clauses = WordsUnder(lexer, "// Reserved words that begin"),
                    elsewhere = WordsUnder(lexer, "// Words with a meaning in one place");
  if (of_expressions.empty() || of_clauses.empty() || elsewhere.empty()) return false;
  out = Head("Grammar", "grammar/*.g4") + "Reserved in expressions: " + of_expressions + ".\n\nReserved because they begin an item or a clause: " + of_clauses +
        ".\n\nNames everywhere but in one place: " + elsewhere +
        ".\n\nAfter a dot every word is a name. How tightly operators bind, loosest first: `or` · `and` · `not` · `== != < <= > >= in matches contains is` (do not chain) · `??` "
        "(to the right) · `+ -` · `* / %` · unary `-`, `has` · `.` `?.` `[ ]`.\n\n## Parser\n\n```antlr\n" +
        parser + "```\n\n## Lexer\n\n```antlr\n" + lexer + "```\n";
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: writ_reference WRIT REPOSITORY FOLDER\n", stderr);
    return 2;
  }
  const std::string repository = argv[2], folder = argv[3];
  std::map<std::string, std::string> pages = {{"kinds", Kinds()},     {"fields", Fields()},           {"builtins", Builtins()},
                                              {"opcodes", Opcodes()}, {"diagnostics", Diagnostics()}, {"formats", Formats()}};
  if (!Rules(pages["rules"]) || !Commands(argv[1], pages["commands"]) || !LimitsPage(repository, pages["limits"]) || !Grammar(repository, pages["grammar"])) {
    std::fputs("writ_reference: a source of the pages cannot be read\n", stderr);
    return 1;
  }
  for (const auto& [name, text] : pages) {
    std::ofstream out(folder + "/" + name + ".md", std::ios::binary);
    out << text;
    if (!out.flush()) {
      std::fprintf(stderr, "writ_reference: %s/%s.md cannot be written\n", folder.c_str(), name.c_str());
      return 1;
    }
  }
  return 0;
}
