// The ways of running a case.
#include "tests/support/case_run.h"

#include <algorithm>
#include <memory>
#include <regex>
#include <sstream>

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "cli/oracle_run.h"
#include "compiler/compile.h"
#include "compiler/format/format.h"
#include "compiler/lint/edits.h"
#include "compiler/lint/lint.h"
#include "engine/evaluate.h"
#include "oracle/constants.h"
#include "tests/support/case_inputs.h"
#include "tests/support/case_print.h"
#include "tests/support/expressions.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/instruction.h"

namespace writ::test {

namespace {

struct Way {
  unsigned jobs = 1;
  std::size_t batch = 1024;
  bool encoded = false;
  bool shuffled = false;      // files, descriptions and recordings added the other way round
  bool backwards = false;     // the lines of recordings too
  bool more = false;          // each recording ends with an exchange that has nothing to do with the others
  bool advice = false;        // what lint says, too
  bool split = false;         // each recording comes in two files, every other line in the second
  std::function<void(bytecode::Module&)> change = {};
  compiler::PassSet passes = compiler::kNoPasses;
};

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string Sorted(const std::string& text) {
  std::vector<std::string> lines = Lines(text);
  std::sort(lines.begin(), lines.end());
  return Joined(lines);
}

// Sorted, and rows that join no group once for each reason: they are one subject in each recording.
std::string OfOneRecording(const std::string& verdicts) {
  std::vector<std::string> lines = Lines(Sorted(verdicts));
  const auto is_repeat = [](const std::string& a, const std::string& b) { return a == b && a.find("\trows ") != std::string::npos; };
  lines.erase(std::unique(lines.begin(), lines.end(), is_repeat), lines.end());
  return Joined(lines);
}

// Exchanges stand one a line; a HAR is one document and stays as it is.
bool IsLines(const std::vector<std::string>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.size() > 1 && line.front() == '{' && line.back() == '}'; });
}

std::string Backwards(const std::string& text) {
  std::vector<std::string> lines = Lines(text);
  if (!IsLines(lines)) return text;
  std::reverse(lines.begin(), lines.end());
  return Joined(lines);
}

constexpr const char* kUnrelated =
    R"({"ts":"1999-01-01T00:00:00Z","client_ip":"203.0.113.254","request":{"method":"TRACE","scheme":"https","host":"unrelated.invalid",)"
    R"("path":"/unrelated","headers":{"authorization":"Bearer unrelated","h":"unrelated"}},"response":{"status":299,"headers":{}}})";

// Every line of the first is one of the second, as often or oftener.
bool IsPartOf(const std::string& part, const std::string& whole) {
  const std::vector<std::string> a = Lines(Sorted(part)), b = Lines(Sorted(whole));
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

void NoteReached(const bytecode::Module& module, Reached& reached) {
  for (const bytecode::Function& function : module.functions) {
    for (const std::uint32_t instruction : function.code) reached.opcodes.insert(bytecode::OpcodeOf(instruction));
    reached.fields.insert(function.fields.begin(), function.fields.end());
    for (const bytecode::BuiltinCall& call : function.builtins) reached.builtins.insert(call.builtin);
  }
  for (const bytecode::Condition& condition : module.conditions) reached.tests.insert(condition.test);
  for (const bytecode::ConditionIndex& index : module.indexes) reached.indexes.insert(index.kind);
  for (const bytecode::Rule& rule : module.rules) {
    for (const bytecode::ScreenStep step : rule.screen) reached.screen_ops.insert(bytecode::ScreenOpOf(step));
    reached.kinds.insert(rule.subject);
    if (!rule.group) continue;
    reached.windows.insert(rule.group->window);
    for (const bytecode::Aggregate& aggregate : rule.group->aggregates) reached.aggregates.insert(aggregate.kind);
  }
}

// What the parser makes of the policies of a case.
struct Parsed {
  std::vector<compiler::ParsedPolicy> trees;
  DiagnosticSink sink;
};

// One way of running a case. The oracle runs on the same inputs.
class Run {
 public:
  // `parsed`: of a run of the same policies in the same order, which outlives this one. Parsing takes the most time of all.
  Run(const CaseFile& file, Way way, const Run* parsed = nullptr) : file_(file), way_(std::move(way)), options_(ReadCaseOptions(file)) {
    options_.limits.batch_exchanges = way_.batch;
    if (parsed != nullptr) parsed_ = parsed->parsed_;
  }

  void Do() {
    if (Compile()) {
      ReadInputs();
      Evaluate();
    }
    shown_["diagnostics"] = PrintDiagnostics(sink_, sources_);
    for (const Diagnostic& diagnostic : sink_.all()) reached_.codes.insert(std::string(InfoOf(diagnostic.code).code));
  }

  Shown& shown() { return shown_; }
  const Reached& reached() const { return reached_; }
  bool compiled() const { return compiled_; }
  const CaseOptions& options() const { return options_; }
  const std::vector<compiler::lint::Finding>& findings() const { return findings_; }

  // The case with all fixes made that can be made at once.
  CaseFile Fixed() const {
    CaseFile out = file_;
    std::vector<const compiler::lint::Finding*> all;
    for (const compiler::lint::Finding& finding : findings_) all.push_back(&finding);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const auto id = static_cast<FileId>(i);
      for (CaseSection& section : out.sections) {
        std::size_t applied = 0;
        if (section.kind == "policy" && section.argument == sources_.file(id).name()) section.text = compiler::lint::ApplyFixes(sources_.file(id).text(), id, all, applied);
      }
    }
    return out;
  }

  // Lines of the oracle on the same inputs; only after Do.
  std::string OracleLines() {
    if (verified_ == nullptr) return "";
    engine::RunOptions options;
    options.now = options_.now, options.limits = options_.limits, options.overrides = options_.overrides;
    const auto run = cli::PrepareOracle(*program_, *verified_, Apis(), recordings_, options);
    if (!run.ok()) return "error: " + run.error() + "\n";
    DiagnosticSink sink;
    return Joined(oracle::RunOracle(run->input, cli::EngineWording(), sink));
  }

 private:
  bool Compile() {
    std::vector<compiler::PolicySource> policies;
    std::vector<const CaseSection*> sections;
    for (const CaseSection& section : file_.sections) {
      if (section.kind == "policy") sections.push_back(&section);
    }
    if (way_.shuffled) std::reverse(sections.begin(), sections.end());
    for (const CaseSection* section : sections) policies.push_back({sources_.Add(section->argument, section->text), options_.shipped});
    if (const CaseSection* table = file_.Find("expressions")) {
      policies.push_back({sources_.Add("expressions.writ", ExpressionsPolicy(*table)), options_.shipped});
    }
    compiler::CompileOptions options;
    options.limits = options_.limits;
    options.load = [this](const std::string& policy_file, const std::string& path) -> Result<std::string> {
      const std::size_t slash = policy_file.rfind('/');
      const std::string whole = slash == std::string::npos ? path : policy_file.substr(0, slash + 1) + path;
      for (const CaseSection& section : file_.sections) {
        if (section.kind == "data" && section.argument == whole) return section.text;
      }
      return Error{"no such file"};
    };
    if (parsed_ == nullptr) {
      auto parsed = std::make_shared<Parsed>();
      parsed->trees = compiler::ParseAll(policies, sources_, options.limits, parsed->sink);
      parsed_ = std::move(parsed);
    }
    for (const Diagnostic& diagnostic : parsed_->sink.all()) sink_.Add(diagnostic);
    options.look = [&](const compiler::ir::Program& program, DiagnosticSink& sink) { oracle::CheckConstants(program, options_.limits, sink); };
    program_ = compiler::AnalyseTrees(parsed_->trees, sources_, options, sink_);
    if (!program_) return false;
    const bool shows_advice = file_.Find("lint") != nullptr || file_.Find("fixed") != nullptr;
    if (way_.advice || shows_advice) findings_ = compiler::lint::Lint({*program_, parsed_->trees, options.packs, sources_, options_.now}, sink_);
    if (shows_advice) {
      shown_["lint"] = PrintLint(findings_, sources_);
      for (const compiler::lint::Finding& finding : findings_) reached_.codes.insert(std::string(InfoOf(finding.diagnostic.code).code));
      for (const compiler::PolicySource& policy : policies) shown_["fixed"] += FixesOf(policy.file);
    }
    shown_["types"] = PrintTypes(*program_);
    compiler::Optimise(*program_, way_.passes);
    std::optional<bytecode::Module> module = compiler::Emit(*program_, sources_, sink_);
    if (!module) return false;
    compiled_ = true;
    shown_["program"] = PrintProgram(*module);
    NoteReached(*module, reached_);
    if (way_.change) way_.change(*module);
    if (way_.encoded) {
      auto decoded = bytecode::Decode(bytecode::Encode(*module));
      if (!decoded.ok()) {
        shown_["refused"] = decoded.error();
        return false;
      }
      module = std::move(decoded).value();
    }
    auto verified = bytecode::Verify(std::move(*module));
    if (!verified.ok()) {
      shown_["refused"] = verified.error();
      return false;
    }
    verified_ = std::make_unique<bytecode::VerifiedModule>(std::move(verified).value());
    shown_["disassembly"] = bytecode::Disassemble(verified_->module());
    return true;
  }

  // What the fixes make of a file, with its name; nothing where they change nothing.
  std::string FixesOf(FileId id) const {
    std::vector<const compiler::lint::Finding*> all;
    for (const compiler::lint::Finding& finding : findings_) all.push_back(&finding);
    std::size_t applied = 0;
    const std::string fixed = compiler::lint::ApplyFixes(sources_.file(id).text(), id, all, applied);
    return applied == 0 ? "" : "--- " + sources_.file(id).name() + "\n" + fixed;
  }

  void ReadInputs() {
    std::vector<const CaseSection*> sections;
    for (const CaseSection& section : file_.sections) sections.push_back(&section);
    if (way_.shuffled) std::reverse(sections.begin(), sections.end());
    for (const CaseSection* section : sections) {
      if (section->kind == "spec") {
        if (auto api = ReadCaseSpec(*section, sources_, options_.limits, sink_)) apis_.push_back(std::move(api));
      } else if (section->kind == "recording") {
        const std::size_t space = std::min(section->argument.find(' '), section->argument.size());
        const bool sampled = section->argument.substr(space) == " sampled";
        AddRecording(section->argument.substr(0, space), sampled, way_.backwards ? Backwards(section->text) : section->text);
      }
    }
    std::sort(apis_.begin(), apis_.end(), [](const auto& a, const auto& b) { return a->name < b->name; });
    std::sort(recordings_.begin(), recordings_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  }

  void AddRecording(const std::string& name, bool sampled, std::string text) {
    const std::vector<std::string> lines = Lines(text);
    if (way_.more && IsLines(lines)) text += std::string(kUnrelated) + "\n";
    if (!way_.split || !IsLines(lines)) {
      recordings_.push_back({"", name, std::move(text), sampled});
      return;
    }
    std::string parts[2];
    for (std::size_t i = 0; i < lines.size(); ++i) parts[i % 2] += lines[i] + "\n";
    recordings_.push_back({"", name, parts[0], sampled});
    recordings_.push_back({"", name + "~", parts[1], sampled});
  }

  std::vector<const model::Api*> Apis() const {
    std::vector<const model::Api*> out;
    for (const auto& api : apis_) out.push_back(api.get());
    return out;
  }

  void Evaluate() {
    std::vector<std::string> lines;
    engine::RunOptions options;
    options.now = options_.now;
    options.jobs = way_.jobs;
    options.gate = options_.gate;
    options.limits = options_.limits;
    // With several workers every row goes to disk on its own.
    if (way_.jobs > 1) options.limits.row_bytes = 1;
    options.overrides = options_.overrides;
    options.trace = &lines;
    const auto evaluation = engine::Evaluate(*verified_, Apis(), recordings_, options, sources_, sink_);
    if (!evaluation.ok()) {
      shown_["verdicts"] = "error: " + evaluation.error() + "\n";
      return;
    }
    shown_["verdicts"] = Joined(lines);
    if (const CaseSection* table = file_.Find("expressions")) {
      shown_["values"] = PrintValues(*table, ExpressionTypes(*program_), shown_["verdicts"]);
    }
    shown_["rules"] = PrintRules(*evaluation);
    shown_["findings"] = PrintFindings(*evaluation, sources_, options_.fingerprints);
    shown_["notes"] = PrintNotes(*evaluation);
    shown_["gate"] = PrintGate(*evaluation);
  }

  const CaseFile& file_;
  Way way_;
  CaseOptions options_;
  SourceMap sources_;
  DiagnosticSink sink_;
  std::shared_ptr<const Parsed> parsed_;
  std::optional<compiler::ir::Program> program_;
  std::vector<compiler::lint::Finding> findings_;
  std::unique_ptr<bytecode::VerifiedModule> verified_;
  std::vector<std::unique_ptr<model::Api>> apis_;
  std::vector<engine::RecordingInput> recordings_;
  bool compiled_ = false;
  Shown shown_;
  Reached reached_;
};

// The case with its policies in the one style, or as they are where they have syntax errors.
CaseFile Formatted(const CaseFile& file) {
  CaseFile out = file;
  for (CaseSection& section : out.sections) {
    if (section.kind != "policy") continue;
    SourceMap sources;
    DiagnosticSink sink;
    if (auto text = compiler::Format(sources.Add(section.argument, section.text), sources, Limits{}, sink)) section.text = std::move(*text);
  }
  return out;
}

}  // namespace

void AddReached(Reached& to, const Reached& from) {
  to.codes.insert(from.codes.begin(), from.codes.end());
  to.opcodes.insert(from.opcodes.begin(), from.opcodes.end());
  to.fields.insert(from.fields.begin(), from.fields.end());
  to.builtins.insert(from.builtins.begin(), from.builtins.end());
  to.kinds.insert(from.kinds.begin(), from.kinds.end());
  to.aggregates.insert(from.aggregates.begin(), from.aggregates.end());
  to.windows.insert(from.windows.begin(), from.windows.end());
  to.tests.insert(from.tests.begin(), from.tests.end());
  to.screen_ops.insert(from.screen_ops.begin(), from.screen_ops.end());
  to.indexes.insert(from.indexes.begin(), from.indexes.end());
  to.passes.insert(from.passes.begin(), from.passes.end());
}

std::string DifferingLines(const std::string& expected, const std::string& seen) {
  const std::vector<std::string> a = Lines(expected), b = Lines(seen);
  // Lines in common at both ends are left out; what is between is shown as a whole.
  std::size_t begin = 0, end = 0;
  while (begin < a.size() && begin < b.size() && a[begin] == b[begin]) ++begin;
  while (end + begin < a.size() && end + begin < b.size() && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  std::string out;
  for (std::size_t i = begin; i + end < a.size(); ++i) out += "    -" + a[i] + "\n";
  for (std::size_t i = begin; i + end < b.size(); ++i) out += "    +" + b[i] + "\n";
  return out;
}

namespace {

// "2(r2):fail" as "(r2):fail": a clause less gives the others other numbers.
std::string WithoutNumbers(const std::string& verdicts) {
  static const std::regex number("([\t ])[0-9]+\\(");
  return std::regex_replace(verdicts, number, "$1(");
}

// What lints claim of rules, against what the rules said.
std::vector<std::string> FalseClaims(const std::vector<compiler::lint::Finding>& findings, const std::string& verdicts) {
  std::vector<std::string> problems;
  for (const compiler::lint::Finding& finding : findings) {
    const std::string code(InfoOf(finding.diagnostic.code).code);
    const std::string& message = finding.diagnostic.message;
    std::set<std::string> refuted_by;
    if (code == "W8002") refuted_by = {"pass", "fail", "waived"};
    if (code == "W8003" && (message.find("cannot fail") != std::string::npos || message.find("never raises") != std::string::npos)) refuted_by = {"fail", "waived"};
    if (code == "W8001" && message.find("that the rule applies to fails") != std::string::npos) refuted_by = {"pass"};
    std::set<std::string> fails_too;   // subjects that the rule which implies this one fails
    const bool is_implied = code == "W8005";
    if (is_implied) {
      const std::size_t begin = message.find("fails `") + 7;
      std::string other = message.substr(begin, message.find('`', begin) - begin);
      if (other.find('.') == std::string::npos) other = finding.rule.substr(0, finding.rule.rfind('.') + 1) + other;
      for (const std::string& line : Lines(verdicts)) {
        const std::size_t subject = line.find('\t') + 1, verdict = line.find('\t', subject) + 1;
        if (line.compare(0, subject, other + "\t") == 0 && line.compare(verdict, 5, "fail\t") == 0) fails_too.insert(line.substr(subject, verdict - subject - 1));
      }
      refuted_by = {"fail"};
    }
    if (refuted_by.empty() || finding.rule.empty()) continue;
    for (const std::string& line : Lines(verdicts)) {
      std::istringstream columns(line);
      std::string rule, subject, verdict;
      std::getline(columns, rule, '\t'), std::getline(columns, subject, '\t'), std::getline(columns, verdict, '\t');
      if (rule == finding.rule && refuted_by.count(verdict) != 0 && fails_too.count(subject) == 0) problems.push_back("a lint is wrong: " + code + " " + message + "\n    " + line + "\n");
    }
  }
  return problems;
}

// The lines without the messages, which stand quoted behind the reasons.
std::string WithoutMessages(const std::string& verdicts) {
  std::string out;
  for (const std::string& line : Lines(verdicts)) out += line.substr(0, line.find('"', line.rfind('\t'))) + "\n";
  return out;
}

// Fixes compile, come to an end, and change no verdict.
std::vector<std::string> ProblemsOfFixes(const Run& plain, const std::string& verdicts) {
  const auto has_fix = [](const compiler::lint::Finding& finding) { return !finding.fix.empty(); };
  if (std::none_of(plain.findings().begin(), plain.findings().end(), has_fix)) return {};
  const bool mends_messages = std::any_of(plain.findings().begin(), plain.findings().end(), [](const compiler::lint::Finding& finding) {
    return finding.diagnostic.code == DiagnosticCode::kMissingDollar;
  });
  CaseFile fixed = plain.Fixed();
  for (int round = 0; round < 10; ++round) {
    Run run(fixed, {.advice = true});
    run.Do();
    if (!run.compiled()) return {"the fixes do not compile\n" + run.shown()["diagnostics"]};
    std::string before = WithoutNumbers(verdicts), after = WithoutNumbers(run.shown()["verdicts"]);
    if (mends_messages) before = WithoutMessages(before), after = WithoutMessages(after);
    if (before != after) return {"the fixes change verdicts\n" + DifferingLines(before, after)};
    if (std::none_of(run.findings().begin(), run.findings().end(), has_fix)) return {};
    CaseFile next = run.Fixed();
    // Expressions of a table are no policy that could be changed.
    if (FormatCase(next) == FormatCase(fixed)) return {};
    fixed = std::move(next);
  }
  return {"the fixes find no end"};
}

}  // namespace

CaseResult RunCase(const CaseFile& file) {
  CaseResult result;
  Run plain(file, {.advice = true});
  plain.Do();
  result.shown = plain.shown();
  result.compiled = plain.compiled();
  result.reached = plain.reached();
  result.problems = plain.options().problems;
  const auto refused = result.shown.find("refused");
  if (refused != result.shown.end()) {
    result.problems.push_back("the verifier refuses what the compiler made: " + refused->second);
    return result;
  }
  const auto agree = [&](const std::string& way, const std::string& kind, const std::string& mine, const std::string& other) {
    if (mine != other) result.problems.push_back(kind + " differ " + way + "\n" + DifferingLines(mine, other));
  };
  const auto run = [&](const std::string& name, const Way& way) -> std::string {
    Run other(file, way, way.shuffled ? nullptr : &plain);
    other.Do();
    AddReached(result.reached, other.reached());
    if (other.shown().count("refused") != 0) result.problems.push_back("the verifier refuses the module " + name + ": " + other.shown()["refused"]);
    const bool moved = way.shuffled;
    for (const auto& [kind, text] : result.shown) {
      // Another order of files gives other numbers to constants and functions, and other lines give other places.
      if ((moved || way.passes != compiler::kNoPasses) && kind == "disassembly") continue;
      if (way.backwards && kind == "findings") continue;
      agree(name, kind, moved ? Sorted(text) : text, moved ? Sorted(other.shown()[kind]) : other.shown()[kind]);
    }
    return other.shown()["disassembly"];
  };
  if (!plain.options().ordered) run("with inputs in another order", {.shuffled = true});
  if (!result.compiled) return result;
  for (std::string& problem : FalseClaims(plain.findings(), result.shown["verdicts"])) result.problems.push_back(std::move(problem));
  for (std::string& problem : ProblemsOfFixes(plain, result.shown["verdicts"])) result.problems.push_back(std::move(problem));
  run("with two threads", {.jobs = 2, .batch = 1});
  run("after encoding and decoding", {.encoded = true});
  if (!plain.options().ordered) run("with exchanges in another order", {.batch = 2, .shuffled = true, .backwards = true});
  if (!plain.options().ordered && !plain.options().related) {
    Run more(file, {.more = true}, &plain);
    more.Do();
    if (!IsPartOf(result.shown["verdicts"], more.shown()["verdicts"])) agree("with an unrelated exchange", "verdicts", result.shown["verdicts"], more.shown()["verdicts"]);
    Run split(file, {.split = true}, &plain);
    split.Do();
    agree("with recordings in two files", "verdicts", OfOneRecording(result.shown["verdicts"]), OfOneRecording(split.shown()["verdicts"]));
  }
  // Passes change the code and nothing that it says.
  const auto optimised = [&](const std::string& name, compiler::PassSet passes) {
    return run(name, {.encoded = true, .passes = passes});
  };
  const std::string code = optimised("with all passes", compiler::kAllPasses);
  for (std::size_t i = 0; i < compiler::AllPasses().size(); ++i) {
    const auto pass = static_cast<compiler::Pass>(i);
    const std::string name(compiler::AllPasses()[i].name);
    optimised("with the pass `" + name + "` alone", compiler::Only(pass));
    if (optimised("without the pass `" + name + "`", compiler::kAllPasses & ~compiler::Only(pass)) != code) result.reached.passes.insert(pass);
  }
  result.shown["optimised"] = code;
  const CaseFile formatted = Formatted(file);
  Run styled(formatted, {});
  styled.Do();
  for (const char* kind : {"verdicts", "rules", "notes", "gate"}) agree("with policies in the one style", kind, result.shown[kind], styled.shown()[kind]);
  agree("from those of the oracle", "verdicts", result.shown["verdicts"], plain.OracleLines());
  return result;
}

Shown RunChanged(const CaseFile& file, const std::function<void(bytecode::Module&)>& change) {
  Way way;
  way.change = change;
  Run run(file, way);
  run.Do();
  return run.compiled() ? run.shown() : Shown{};
}

std::vector<std::string> CompareCase(const CaseFile& file, const CaseResult& result) {
  std::vector<std::string> problems = result.problems;
  bool expects = false;
  for (const CaseSection& section : file.sections) {
    if (!IsExpectation(section.kind)) continue;
    expects = true;
    const auto seen = result.shown.find(section.kind);
    const std::string text = seen == result.shown.end() ? "" : seen->second;
    if (text != section.text) problems.push_back(section.kind + " are not as expected\n" + DifferingLines(section.text, text));
  }
  if (!expects) problems.push_back("the case expects nothing");
  if (file.Find("diagnostics") == nullptr && !result.shown.at("diagnostics").empty()) {
    problems.push_back("diagnostics that are not expected\n" + DifferingLines("", result.shown.at("diagnostics")));
  }
  return problems;
}

CaseFile UpdateCase(const CaseFile& file, const CaseResult& result) {
  CaseFile out;
  out.intro = file.intro;
  std::set<std::string> wanted;
  for (const CaseSection& section : file.sections) {
    (IsExpectation(section.kind) ? (void)wanted.insert(section.kind) : out.sections.push_back(section));
  }
  wanted.erase("diagnostics");
  if (!result.shown.at("diagnostics").empty()) wanted.insert("diagnostics");
  if (result.compiled && (wanted.empty() || (wanted.size() == 1 && wanted.count("diagnostics") != 0))) {
    if (file.Find("expressions") != nullptr) {
      wanted.insert("values");
    } else {
      wanted.insert({"verdicts", "rules"});
    }
  }
  for (const std::string& kind : wanted) {
    const auto seen = result.shown.find(kind);
    if (seen != result.shown.end()) out.sections.push_back({kind, "", seen->second});
  }
  return out;
}

}  // namespace writ::test
