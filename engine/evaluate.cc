// A run as one sentence: plan, judge descriptions and traffic, merge, waive, gate.
#include "engine/evaluate.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>

#include "base/diagnostic_codes.h"
#include "base/digest.h"
#include "engine/gate.h"
#include "engine/groups.h"
#include "engine/plan.h"
#include "engine/subject_batch.h"
#include "engine/subjects.h"
#include "engine/traffic.h"
#include "engine/waivers.h"

namespace writ::engine {

using vm::Value;

namespace {

// Every rule over descriptions, shared out by rule: each worker takes the next one.
void EvaluateStatic(const vm::Program& program, const Plan& plan, const std::vector<const model::Api*>& apis, std::deque<Worker>& workers,
                    bool want_trace) {
  const bytecode::Module& module = program.module();
  std::atomic<std::uint32_t> next{0};
  const auto work = [&](Worker& worker) {
    std::vector<Value> subjects, root;
    for (std::uint32_t rule = next++; rule < module.rules.size(); rule = next++) {
      if (!plan.rules[rule].active || plan.rules[rule].is_traffic) continue;
      for (const model::Api* api : apis) {
        subjects.clear();
        ForEachSubject(module.rules[rule].subject, *api, [&](const Value& subject) { subjects.push_back(subject); });
        for (std::size_t begin = 0; begin < subjects.size(); begin += vm::SubjectSet::kSubjects) {
          const auto part = std::span<const Value>(subjects).subspan(begin, std::min(subjects.size() - begin, vm::SubjectSet::kSubjects));
          SubjectBatch(worker, module, part, {}, want_trace).Judge(rule, [&](std::size_t i) {
            root.assign(1, part[i]);
            Judge(worker, module, rule, root, nullptr, ~0u, want_trace);
          });
        }
      }
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < workers.size(); ++i) threads.emplace_back([&work, &worker = workers[i]] { work(worker); });
  work(workers[0]);
  for (std::thread& thread : threads) thread.join();
}

ApiResult DescribeApi(const model::Api& api, const SourceMap& sources, const TrafficFacts& traffic) {
  ApiResult result;
  result.name = std::string(api.name), result.title = std::string(api.title), result.version = std::string(api.version);
  result.format = (api.openapi.substr(0, 1) == "2" ? "Swagger " : "OpenAPI ") + std::string(api.openapi);
  static constexpr const char* kExposures[] = {"public", "partner", "internal", "unspecified"};
  result.exposure = kExposures[static_cast<std::size_t>(api.metadata.exposure)];
  result.owner = api.metadata.owner, result.sensitivity = api.metadata.sensitivity;
  result.impact = api.metadata.impact, result.lifecycle = api.metadata.lifecycle;
  result.hosts = api.hosts;
  for (const model::Document& document : api.documents) {
    const SourceFile& file = sources.file(document.file());
    result.descriptions.push_back({file.name(), Hex(Sha256Of(file.text())), file.text().size()});
  }
  result.operations = api.operations.size();
  result.schemas = static_cast<std::uint64_t>(std::count_if(api.schemas.begin(), api.schemas.end(), [](const model::Schema& s) { return s.reachable; }));
  result.external_references = api.external_reference_count;
  const auto exchanges = traffic.exchanges_of_api.find(result.name);
  if (exchanges != traffic.exchanges_of_api.end()) result.exchanges = exchanges->second;
  const auto observed = traffic.operations_observed.find(result.name);
  if (observed != traffic.operations_observed.end()) result.operations_observed = observed->second;
  return result;
}

// A rule that could not find out whether it is on must not look like one that is off.
void JudgeActivations(const Plan& plan, const bytecode::Module& module, Collector& collector) {
  for (std::uint32_t i = 0; i < plan.rules.size(); ++i) {
    const RulePlan& entry = plan.rules[i];
    if (entry.undecided.empty()) continue;
    Identity identity;
    identity.kind = "rule";
    identity.text = module.rules[i].id;
    identity.parts["rule"] = module.rules[i].id;
    identity.key = "rule\x1f" + module.rules[i].id;
    collector.Count(i, entry.is_error ? vm::SubjectVerdict::kError : vm::SubjectVerdict::kIndeterminate, {});
    PendingFinding& finding = collector.Finding(i, entry.is_error ? Verdict::kError : Verdict::kIndeterminate, "activate", identity, {});
    ++finding.count;
    finding.should_have_shown = true;
    PendingEvidence evidence;
    evidence.evidence.message = "its `activate when` has no answer: " + entry.undecided;
    collector.AddEvidence(finding, std::move(evidence));
  }
}

// evaluated, inactive, not_evaluated, vacuous or never_applied.
void SetStatus(RuleResult& result, const RulePlan& plan, const bytecode::Rule& rule, const TrafficFacts& traffic, std::uint32_t index, bool has_apis,
               std::uint64_t exchanges) {
  const Denominators& counts = result.counts;
  if (!plan.undecided.empty()) {
    result.status = RuleStatus::kEvaluated;
    result.status_reason = "its `activate when` has no answer";
  } else if (!plan.active) {
    result.status = RuleStatus::kInactive;
    result.status_reason = plan.inactive_reason;
  } else if (plan.is_traffic && traffic.recordings.empty()) {
    result.status = RuleStatus::kNotEvaluated;
    result.status_reason = "no recording was given";
  } else if (!has_apis && (!plan.is_traffic || (rule.needed_captures & model::kCaptureMatch) != 0)) {
    result.status = RuleStatus::kNotEvaluated;
    result.status_reason = "no API description was given";
  } else if (plan.is_traffic && !traffic.source_of_rule[index]) {
    result.status = RuleStatus::kNotEvaluated;
    result.status_reason = "no recording holds what it reads";
  } else if (counts.examined == 0 && rule.group && exchanges > 0) {
    result.status = RuleStatus::kNeverApplied;
    result.status_reason = "no group was formed";
  } else if (counts.examined == 0) {
    result.status = rule.expect_empty ? RuleStatus::kEvaluated : RuleStatus::kVacuous;
    result.status_reason = rule.expect_empty ? "" : "it examined nothing";
  } else if (counts.not_applicable == counts.examined) {
    result.status = RuleStatus::kNeverApplied;
    result.status_reason = "it applied to none of what it examined";
  }
}

Finding FinishFinding(PendingFinding&& pending, const bytecode::Rule& rule) {
  Finding finding;
  finding.rule = pending.rule;
  finding.verdict = pending.verdict;
  finding.reason = pending.reason;
  finding.api = pending.identity.api;
  finding.subject_kind = pending.identity.kind;
  finding.subject = pending.identity.text;
  finding.identity = pending.identity.parts;
  finding.count = pending.count;
  finding.episodes = pending.episodes;
  finding.blocks = pending.should_have_shown;
  finding.fingerprint = Fingerprint(rule.id, pending.identity, pending.reason, pending.per);
  for (const std::string& former : rule.metadata.formerly) {
    finding.formerly.push_back(Fingerprint(former, pending.identity, pending.reason, pending.per));
  }
  if (!pending.evidence.empty()) {
    finding.message = pending.evidence.front().evidence.message;
    finding.main = pending.evidence.front().evidence.place;
    finding.related = std::move(pending.evidence.front().related);
  }
  for (PendingEvidence& evidence : pending.evidence) finding.evidence.push_back(std::move(evidence.evidence));
  std::sort(pending.spans.begin(), pending.spans.end());
  pending.spans.erase(std::unique(pending.spans.begin(), pending.spans.end()), pending.spans.end());
  for (auto& [span, pointer] : pending.spans) {
    Place place;
    place.span = span;
    place.pointer = std::move(pointer);
    finding.places.push_back(std::move(place));
  }
  for (const auto& [source, log] : pending.exchanges.ordinals) {
    const std::vector<std::uint64_t> ordinals = log.Sorted();
    finding.exchanges.push_back({source, ordinals.size(), RangesText(ordinals)});
  }
  finding.places.reserve(finding.places.size() + pending.exchanges.first.size());
  for (const model::Evidence& evidence : pending.exchanges.first) {
    Place place;
    place.kind = Place::Kind::kExchange;
    place.source = evidence.source, place.ordinal = evidence.ordinal, place.offset = evidence.offset, place.length = evidence.length;
    finding.places.push_back(std::move(place));
  }
  return finding;
}

void SortFindings(Evaluation& evaluation) {
  std::sort(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.rule, a.api, a.subject, a.reason, a.verdict, a.fingerprint) < std::tie(b.rule, b.api, b.subject, b.reason, b.verdict, b.fingerprint);
  });
}

// Windows over all rows of each detector.
void JudgeAllGroups(Worker& worker, const bytecode::Module& module, const RunOptions& options, const std::vector<std::string>& recording_names,
                    const std::vector<std::uint32_t>& gaps_of_rule, DiagnosticSink& sink) {
  std::string trouble;
  for (std::uint32_t rule = 0; rule < module.rules.size(); ++rule) {
    if (!module.rules[rule].group) continue;
    RowStore& rows = worker.rows[rule];
    if (trouble.empty()) trouble = rows.trouble();
    const std::uint64_t begin = worker.profile.empty() ? 0 : ThreadNanoseconds();
    const Status judged = JudgeGroups(rows, rule, gaps_of_rule[rule], worker.machine, module, options.limits, recording_names, worker.collector,
                                      options.trace != nullptr ? &worker.trace : nullptr);
    if (!judged) {
      sink.ReportInput(DiagnosticCode::kRowsLost, "", "`" + module.rules[rule].id + "` could not be judged to its end: " + judged.error(),
                       "set TMPDIR to a folder on a disk that works, and run again");
    }
    rows.Clear();
    if (!worker.profile.empty()) worker.profile[rule].nanoseconds += ThreadNanoseconds() - begin;
  }
  if (!trouble.empty()) {
    sink.ReportInput(DiagnosticCode::kRowsInMemory, "", "rows of detectors are kept in memory: " + trouble, "set TMPDIR to a folder with room");
  }
}

}  // namespace

std::vector<InputValue> ValuesInForce(const vm::Program& program, const RunOptions& options) {
  std::vector<InputValue> values;
  const bytecode::Module& module = program.module();
  for (std::uint32_t i = 0; i < module.globals.size(); ++i) {
    const bytecode::Global& global = module.globals[i];
    if (global.name == "now" || (global.kind != bytecode::GlobalKind::kParam && global.kind != bytecode::GlobalKind::kInput)) continue;
    InputValue value{global.name, program.GlobalText(i), "default", true};
    for (std::size_t k = 0; k < options.overrides.size(); ++k) {
      if (options.overrides[k].name != global.name) continue;
      value.is_default = false;
      value.source = k < options.override_sources.size() ? options.override_sources[k] : "option";
    }
    values.push_back(std::move(value));
  }
  std::sort(values.begin(), values.end(), [](const InputValue& a, const InputValue& b) { return a.name < b.name; });
  return values;
}

Result<Evaluation> Evaluate(const bytecode::VerifiedModule& verified, const std::vector<const model::Api*>& apis,
                            const std::vector<RecordingInput>& recordings, const RunOptions& options, const SourceMap& sources,
                            DiagnosticSink& sink) {
  const bytecode::Module& module = verified.module();
  vm::RunFacts run_facts;
  run_facts.now = options.now;
  for (const RecordingInput& recording : recordings) run_facts.recording_names.push_back(recording.name);
  WRIT_TRY(const std::unique_ptr<vm::Program> program, vm::Program::Load(verified, options.overrides, run_facts, options.limits, options.regexes));
  SpillFile disk;
  std::deque<Worker> workers;
  for (unsigned i = 0; i < std::max(1u, options.jobs); ++i) workers.emplace_back(*program, disk, options.limits);

  if (options.profile != nullptr) {
    for (Worker& worker : workers) worker.profile.resize(module.rules.size());
  }

  const Plan plan = PlanRules(*program, workers[0].machine, options);
  JudgeActivations(plan, module, workers[0].collector);
  EvaluateStatic(*program, plan, apis, workers, options.trace != nullptr);
  TrafficFacts traffic = EvaluateTraffic(*program, plan, apis, recordings, options, workers, sink);

  // Merge, then windows over all rows of a detector.
  Worker& first = workers[0];
  for (std::size_t i = 1; i < workers.size(); ++i) {
    first.collector.Merge(std::move(workers[i].collector));
    for (std::size_t rule = 0; rule < module.rules.size(); ++rule) first.rows[rule].Merge(std::move(workers[i].rows[rule]));
    first.trace.insert(first.trace.end(), workers[i].trace.begin(), workers[i].trace.end());
    for (std::size_t rule = 0; rule < first.profile.size(); ++rule) first.profile[rule].Add(workers[i].profile[rule]);
  }
  JudgeAllGroups(first, module, options, run_facts.recording_names, traffic.gaps_of_rule, sink);
  if (options.profile != nullptr) *options.profile = first.profile;

  Evaluation evaluation;
  evaluation.project = options.project;
  evaluation.now = FormatExactTime(options.now.nanos);
  evaluation.module = &module;
  evaluation.limits = options.limits;
  evaluation.recordings = traffic.recordings;
  evaluation.input_errors = traffic.broken;
  std::uint64_t exchanges = 0;
  for (const RecordingResult& recording : traffic.recordings) exchanges += recording.exchanges;
  for (const model::Api* api : apis) evaluation.apis.push_back(DescribeApi(*api, sources, traffic));
  evaluation.capability_notes = std::move(traffic.notes);
  std::sort(evaluation.capability_notes.begin(), evaluation.capability_notes.end(),
            [](const CapabilityNote& a, const CapabilityNote& b) { return std::tie(a.rule, a.recording) < std::tie(b.rule, b.recording); });
  for (std::uint32_t i = 0; i < module.rules.size(); ++i) {
    RuleResult result;
    result.module_rule = i;
    result.rule = &module.rules[i];
    result.counts = first.collector.counts(i);
    for (const auto& [api, counts] : first.collector.by_api(i)) result.by_api.emplace(api, counts);
    SetStatus(result, plan.rules[i], module.rules[i], traffic, i, !apis.empty(), exchanges);
    evaluation.rules.push_back(std::move(result));
  }
  for (auto& [key, pending] : first.collector.findings()) {
    const bytecode::Rule& rule = module.rules[pending.rule];
    evaluation.findings.push_back(FinishFinding(std::move(pending), rule));
  }
  SortFindings(evaluation);
  ApplyWaivers(evaluation, module, sources, first.machine, options.now);
  SortFindings(evaluation);
  ApplyGate(evaluation, options.gate);
  evaluation.values = ValuesInForce(*program, options);
  if (options.trace != nullptr) {
    std::sort(first.trace.begin(), first.trace.end());
    options.trace->insert(options.trace->end(), first.trace.begin(), first.trace.end());
  }
  return evaluation;
}

}  // namespace writ::engine
