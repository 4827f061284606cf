// Report → target → the same run → the oracle, watched → text.
#include "cli/explain/explain_finding.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/as_of.h"
#include "cli/explain/read_report.h"
#include "cli/explain/same_run.h"
#include "cli/explain/target.h"
#include "cli/explain/tell.h"
#include "cli/explain/typed_policies.h"
#include "cli/explain/waivers.h"
#include "cli/oracle_run.h"
#include "cli/print_diagnostics.h"
#include "engine/collector.h"
#include "engine/secrets.h"
#include "vm/access.h"
#include "vm/machine.h"

namespace writ::cli {

using compiler::ir::Rule;
using vm::Value;

namespace {

// The rule that reports waivers themselves; no policy has it.
constexpr const char* kWaiverRule = "writ.waivers";
constexpr std::size_t kMostNames = 10'000;

// Overrides that a module knows: a run may link others to it.
std::vector<vm::Program::Override> OverridesOf(const bytecode::Module& module, const std::vector<vm::Program::Override>& all) {
  std::vector<vm::Program::Override> own;
  for (const vm::Program::Override& override : all) {
    if (std::any_of(module.globals.begin(), module.globals.end(), [&](const bytecode::Global& global) { return global.name == override.name; })) own.push_back(override);
  }
  return own;
}

class Explanation {
 public:
  Explanation(const CommandContext& context, const FindingRequest& request) : context_(context), request_(request) {}

  int Run() {
    const bool explained = Prepare() && Judge();
    PrintDiagnostics(sink_, sources_, context_.colour_err);
    if (!explained) return kBadInput;
    std::fputs(out_.c_str(), stdout);
    return kConforms;
  }

 private:
  // Reads the report and all that it was judged on.
  bool Prepare() {
    report_ = ReadReportFile(request_.report, sources_, limits_, sink_);
    if (!report_) return false;
    const std::optional<TimePoint> now = ReadAsOf("explain", report_->now);
    if (!now) return false;
    run_ = PrepareRun("explain", request_.run, limits_, sources_, sink_);
    if (!run_) return false;
    run_->options.now = *now;
    if (!IsSameRun(*report_, *run_, sources_, sink_)) return false;
    target_ = FindTarget(*report_, request_.what, request_.subject, run_->recordings, sink_);
    if (!target_) return false;
    // What could be told of a policy that does not compile was told when the run was prepared.
    DiagnosticSink quiet;
    own_ = TypedRequest(run_->policies, sources_, limits_, quiet);
    if (target_->rule == kWaiverRule) return true;
    if (own_ && own_->Find(target_->rule)) {
      typed_ = &*own_;
    } else {
      shipped_ = TypedShipped(sources_, limits_, sink_);
      if (!shipped_) return false;
      typed_ = &*shipped_;
    }
    const std::optional<std::uint32_t> index = typed_->Find(target_->rule);
    const bytecode::Module& module = run_->module->module();
    const bool is_judged = std::any_of(module.rules.begin(), module.rules.end(), [&](const bytecode::Rule& rule) { return rule.id == target_->rule; });
    if (!index || !is_judged) {
      std::vector<std::string> ids;
      for (const bytecode::Rule& rule : module.rules) ids.push_back(rule.id);
      return Refuse(DiagnosticCode::kNoSuchFinding, "the report was judged by no rule `" + SanitizeForTerminal(target_->rule) + "`", DidYouMean(target_->rule, ids));
    }
    rule_index_ = *index;
    return true;
  }

  bool Refuse(DiagnosticCode code, const std::string& what, const std::string& help = "") {
    sink_.ReportInput(code, "writ explain", what, help);
    return false;
  }

  const Rule& rule() const { return typed_->program.rules[rule_index_]; }
  bool IsTraffic() const { return bytecode::InfoOf(rule().shape.subject).source != bytecode::SubjectSource::kDescription; }
  // A group as a whole; else a subject, or one row of a detector.
  bool IsGroup() const { return rule().window && (target_->finding != nullptr ? target_->IsGroup() : !target_->exchange); }

  bool Judge() {
    TellHead();
    if (target_->rule == kWaiverRule) return TellWaivers();
    engine::RunOptions options = run_->options;
    options.overrides = OverridesOf(typed_->module->module(), run_->options.overrides);
    options.only_rules = {target_->rule};
    std::vector<engine::RecordingInput> recordings;
    if (IsTraffic()) recordings = run_->recordings;
    if (!Fits(recordings)) return false;
    Result<OracleRun> prepared = PrepareOracle(typed_->program, *typed_->module, run_->api_list(), recordings, options);
    if (!prepared.ok()) return Refuse(DiagnosticCode::kLoadFailed, prepared.error());
    const bool is_active = TellActivation(prepared->input);
    if (!is_active) return true;

    oracle::Watch watch;
    Watch(watch);
    prepared->input.watch = &watch;
    prepared->input.observe = [this](const compiler::ir::Node& node, const Value& value, std::size_t depth) {
      if (recording_) recorder_.Note(node, value, depth);
    };
    DiagnosticSink recordings_sink;   // the same troubles as when the report was written
    oracle::RunOracle(prepared->input, EngineWording(), recordings_sink);
    if (wanted_rows_ > limits_.explained_rows) {
      return Refuse(DiagnosticCode::kTooLargeToExplain, "the group has more than " + std::to_string(limits_.explained_rows) + " rows", "cut the recordings down to the exchanges that the report names");
    }
    if (told_ == 0) return RefuseUntold();
    if (told_ > 1) out_ += "\n" + std::to_string(told_ - 1) + (told_ == 2 ? " more subject is" : " more subjects are") + " called like this; the first one was shown\n";
    return !differs_ && TellWaivers();
  }

  // Waivers cover findings, and stand in the policies of the run.
  bool TellWaivers() {
    if (target_->finding == nullptr) return true;
    if (!own_) {
      out_ += "\n  no policy of this run has waivers\n";
      return true;
    }
    engine::RunOptions options = run_->options;
    options.overrides = OverridesOf(own_->module->module(), run_->options.overrides);
    const Result<std::string> told = cli::TellWaivers(*own_, *target_->finding, options, sources_);
    if (!told.ok()) return Refuse(DiagnosticCode::kLoadFailed, told.error());
    out_ += *told;
    return true;
  }

  bool Fits(const std::vector<engine::RecordingInput>& recordings) {
    if (target_->exchange) return true;   // batches of others are let go
    std::uint64_t bytes = 0;
    for (const engine::RecordingInput& recording : recordings) {
      std::error_code failed;
      const std::uint64_t size = std::filesystem::file_size(recording.path, failed);
      if (!failed) bytes += size;
    }
    if (bytes <= limits_.explained_bytes) return true;
    return Refuse(DiagnosticCode::kTooLargeToExplain, "the recordings have " + std::to_string(bytes) + " bytes together, above the " + std::to_string(limits_.explained_bytes) + " that are held in memory",
                  "name one exchange with --subject \"RECORDING, exchange N\", or cut the recordings down");
  }

  void Watch(oracle::Watch& watch) {
    if (target_->exchange && !IsGroup()) {
      watch.wants_exchange = [this](std::uint32_t source, std::uint64_t ordinal) { return target_->exchange == std::pair(source, ordinal); };
    }
    watch.begin = [this](std::uint32_t, std::span<const Value> variables) {
      recorder_.Clear();
      recording_ = !IsGroup();
      if (IsGroup()) KeepRow(variables);
    };
    watch.judged = [this](std::uint32_t, std::span<const Value> variables, const vm::SubjectOutcome& outcome) {
      if (IsGroup()) return KeepSecrets(variables, outcome);
      if (rule().window.has_value() || target_->Is(rule().shape, typed_->program.types, variables, outcome)) {
        if (told_++ == 0) TellSubject(variables, outcome);
      } else if (names_.size() < kMostNames) {
        names_.insert(engine::IdentityOf(rule().shape, variables).text);
      }
    };
    if (!IsGroup()) return;
    watch.wants_group = [this](const std::vector<std::string>& keys) {
      const auto [at, fresh] = groups_.try_emplace(keys, false);
      if (fresh) {
        std::vector<std::string> masked = keys;
        for (std::string& key : masked) key = engine::WithoutSecrets(std::move(key), secrets_);
        at->second = target_->IsGroupOf(rule().shape, masked);
        if (names_.size() < kMostNames) names_.insert(engine::IdentityOfGroup(rule().shape, masked).text);
      }
      // One more than the bound tells that it was passed.
      return at->second && wanted_rows_++ < limits_.explained_rows;
    };
    watch.judged_group = [this](oracle::Oracle& oracle, std::uint32_t index, const oracle::GroupVerdict& group) {
      if (told_++ == 0 && wanted_rows_ <= limits_.explained_rows) TellGroup(oracle, index, group);
    };
  }

  // Exchanges live as long as the run.
  void KeepRow(std::span<const Value> variables) {
    const model::Evidence& evidence = variables[0].as<model::Exchange>().evidence;
    rows_[{evidence.source, evidence.ordinal}].assign(variables.begin(), variables.end());
  }
  // As the engine does: of exchanges whose secrets went into keys.
  void KeepSecrets(std::span<const Value> variables, const vm::SubjectOutcome& outcome) {
    if (outcome.row.empty()) return;
    std::vector<std::string_view> secrets;
    for (std::size_t i = 0; i < rule().keys.size(); ++i) {
      if (outcome.row[i].kind != vm::ValueKind::kString) continue;
      if (secrets.empty()) secrets = engine::SecretsOf(variables[0].as<model::Exchange>());
      for (const std::string_view secret : secrets) {
        if (outcome.row[i].string().find(secret) != std::string_view::npos) secrets_.emplace(secret);
      }
    }
  }

  void TellHead() {
    if (target_->finding != nullptr) {
      const ReportedFinding& finding = *target_->finding;
      out_ += SanitizeForTerminal(finding.fingerprint.substr(0, 12) + ": " + finding.rule + ", " + finding.verdict) + "\n";
      out_ += "  " + SanitizeForTerminal(finding.subject + ": " + finding.message) + "\n";
      if (finding.count > 1) out_ += "  " + std::to_string(finding.count) + " subjects are folded into it; shown is the first one\n";
    } else {
      out_ += SanitizeForTerminal(target_->rule + " on " + target_->subject) + "\n";
    }
    out_ += "  judged once more, as of " + report_->now + ", on inputs with the digests of the report\n";
  }

  // False when the rule is off. Its proof is told when it is, or when that is what the finding is about.
  bool TellActivation(oracle::RunInput& input) {
    if (rule().activate == nullptr) return true;
    const oracle::Observer observer = [this](const compiler::ir::Node& node, const Value& value, std::size_t depth) { recorder_.Note(node, value, depth); };
    oracle::Oracle oracle(typed_->program, input.outside, input.facts, limits_);
    oracle.Observe(&observer);
    recorder_.Clear();
    const bool is_active = oracle.Activation(rule_index_).is_true();
    const std::vector<Proof> proofs = recorder_.Take();
    if (is_active || proofs.empty()) return is_active;
    const ProofText text(typed_->program, &rule(), sources_, nullptr);
    out_ += "\n  the rule is not active, so it looks at no subject\n" + TellCondition(proofs.front(), text, 4);
    return false;
  }

  static const model::Exchange* ExchangeOf(std::span<const Value> variables) {
    return variables[0].kind == vm::ValueKind::kRecord && variables[0].record_id() == bytecode::RecordId::kExchange ? &variables[0].as<model::Exchange>() : nullptr;
  }

  std::string PlaceOfExchange(const model::Exchange& exchange) const {
    return SanitizeForTerminal(run_->recordings[exchange.evidence.source].name) + ", exchange " + std::to_string(exchange.evidence.ordinal + 1) + ": " + SanitizeForTerminal(engine::ExchangeLabel(exchange));
  }

  // What the loop variables are and where they stand.
  void TellVariables(std::span<const Value> variables, const ProofText& text) {
    for (std::size_t i = 0; i < variables.size(); ++i) {
      const compiler::ir::Local& local = rule().locals[i];
      out_ += "  " + local.name + ": ";
      const model::Exchange* exchange = ExchangeOf(variables.subspan(i, 1));
      if (exchange != nullptr) {
        out_ += PlaceOfExchange(*exchange) + "\n";
        continue;
      }
      const auto location = vm::Locate(variables[i], std::nullopt);
      out_ += text.ValueText(variables[i], local.type) + (location && location->span.valid() ? "  (" + text.PlaceText(location->span) + ")" : "") + "\n";
    }
  }

  void TellSubject(std::span<const Value> variables, const vm::SubjectOutcome& outcome) {
    const ProofText text(typed_->program, &rule(), sources_, ExchangeOf(variables));
    const std::vector<Proof> proofs = recorder_.Take();
    TellVariables(variables, text);
    out_ += TellClauses(rule(), proofs, text);
    if (proofs.empty()) {
      for (const vm::ClauseOutcome& clause : outcome.clauses) out_ += "\n  " + engine::UnknownText(clause.causes, clause.field) + "\n";
    }
    out_ += "\n  " + (rule().window ? Membership(variables, outcome) : "verdict: " + std::string(VerdictText(outcome.verdict))) + "\n";
    CheckVerdict(outcome.verdict);
  }

  // Of an exchange that a detector looks at.
  std::string Membership(std::span<const Value> variables, const vm::SubjectOutcome& outcome) {
    if (outcome.row.empty()) return "belongs to no group: " + std::string(VerdictText(outcome.verdict));
    const model::Exchange& exchange = variables[0].as<model::Exchange>();
    if (target_->finding != nullptr) return "joins no group: " + SanitizeForTerminal(target_->finding->reason);
    const bytecode::Group& group = *rule().shape.group;
    std::string undecided;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < group.keys.size(); ++i) {
      const Value& key = outcome.row[i];
      if (key.is_unknown()) undecided = engine::UnknownText(key.size, key.field);
      keys.push_back(engine::WithoutSecrets(vm::FormatValue(key, typed_->program.types, group.keys[i].type), engine::SecretsOf(exchange)));
    }
    if (!exchange.start.is_present() && group.NeedsTime()) undecided = engine::UnknownText(exchange.start.causes, 1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_start));
    return undecided.empty() ? "belongs to the group: " + SanitizeForTerminal(engine::IdentityOfGroup(rule().shape, keys).text) : "joins no group: " + undecided;
  }

  void TellGroup(oracle::Oracle& oracle, std::uint32_t index, const oracle::GroupVerdict& group) {
    const auto member = group.rows.empty() ? rows_.end() : rows_.find({group.rows.front()->source, group.rows.front()->ordinal});
    const ProofText text(typed_->program, &rule(), sources_, member == rows_.end() ? nullptr : ExchangeOf(member->second));
    if (!group.rows.empty()) {
      constexpr std::size_t kShown = 8;
      out_ += "\n  " + std::string(rule().sequence ? "the match" : "the first window that raises") + ": " + std::to_string(group.rows.size()) + (group.rows.size() == 1 ? " exchange\n" : " exchanges\n");
      for (std::size_t i = 0; i < group.rows.size() && i < kShown; ++i) {
        const auto at = rows_.find({group.rows[i]->source, group.rows[i]->ordinal});
        if (at != rows_.end()) out_ += "    " + PlaceOfExchange(at->second[0].as<model::Exchange>()) + "\n";
      }
      if (group.rows.size() > kShown) out_ += "    … " + std::to_string(group.rows.size() - kShown) + " more\n";
    }
    if (!group.window.empty() && rule().window->raise != nullptr) {
      recorder_.Clear();
      recording_ = true;
      oracle.Raise(index, group.window);
      out_ += TellWindow(rule(), group.window, recorder_.Take(), text);
    } else if (rule().window->raise == nullptr && !group.rows.empty()) {
      out_ += "\n  every match of the sequence raises\n";
    }
    if (group.verdict == vm::SubjectVerdict::kIndeterminate) out_ += "\n  " + engine::UnknownText(group.causes, 0) + "\n";
    if (member != rows_.end()) {
      out_ += "\n  why the first of these exchanges belongs to the group:\n";
      vm::SubjectOutcome outcome;
      recorder_.Clear();
      recording_ = true;
      oracle.Evaluate(index, member->second, false, outcome);
      out_ += TellClauses(rule(), recorder_.Take(), text);
    }
    recording_ = false;
    out_ += "\n  verdict: " + std::string(VerdictText(group.verdict));
    if (group.episodes > 1) out_ += ", in " + std::to_string(group.episodes) + " episodes";
    out_ += "\n";
    CheckVerdict(group.verdict);
  }

  // Whoever altered a report, or a defect of ours, shows here.
  void CheckVerdict(vm::SubjectVerdict verdict) {
    if (target_->finding == nullptr || rule().window.has_value() != target_->IsGroup()) return;
    const std::string& reported = target_->finding->verdict;
    const std::string judged = verdict == vm::SubjectVerdict::kNotApplicable ? "not_applicable" : std::string(VerdictText(verdict));
    if (reported == judged || (reported == "waived" && judged == "fail")) return;
    sink_.ReportInput(DiagnosticCode::kReportDiffers, request_.report, "the report says `" + SanitizeForTerminal(reported) + "`, and judging once more says `" + judged + "`",
                      "the report was altered, or this is a defect in writ: check again and compare");
    differs_ = true;
  }

  bool RefuseUntold() {
    if (target_->finding != nullptr) {
      return Refuse(DiagnosticCode::kReportDiffers, "judging once more does not give this finding", "the report was altered, or this is a defect in writ: check again and compare");
    }
    return Refuse(DiagnosticCode::kNoSuchFinding, "`" + SanitizeForTerminal(target_->rule) + "` looks at no subject `" + SanitizeForTerminal(target_->subject) + "`",
                  DidYouMean(target_->subject, {names_.begin(), names_.end()}));
  }

  const CommandContext& context_;
  const FindingRequest& request_;
  const Limits limits_;
  SourceMap sources_;
  DiagnosticSink sink_;
  std::optional<ReadReport> report_;
  std::optional<PreparedRun> run_;
  std::optional<Target> target_;
  std::optional<TypedPolicies> own_, shipped_;
  const TypedPolicies* typed_ = nullptr;   // the one that has the rule
  std::uint32_t rule_index_ = 0;

  ProofRecorder recorder_;
  bool recording_ = false;
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<Value>> rows_;   // variables, by recording and ordinal
  std::set<std::string> secrets_;
  std::map<std::vector<std::string>, bool> groups_;   // by keys: whether it is the one
  std::size_t wanted_rows_ = 0;
  std::set<std::string> names_;                       // of subjects that it is not
  std::uint64_t told_ = 0;
  bool differs_ = false;
  std::string out_;
};

}  // namespace

int ExplainFinding(const CommandContext& context, const FindingRequest& request) { return Explanation(context, request).Run(); }

}  // namespace writ::cli
