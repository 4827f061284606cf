// Waivers: one predicate, one clock, fail closed.
#include "engine/waivers.h"

#include <algorithm>
#include <functional>

#include "base/time.h"
#include "engine/identity.h"

namespace writ::engine {

using vm::Value;

const bytecode::Rule& WaiverRule() {
  static const bytecode::Rule rule = [] {
    bytecode::Rule r;
    r.id = "writ.waivers";
    r.metadata.title = "Waivers are current, used and no broader than needed";
    r.metadata.description = "Built in: judges every waiver of the loaded policies after evaluation.";
    r.metadata.severity = bytecode::Severity::kMedium;
    r.metadata.impact = "compliance";
    r.metadata.controls = {{"iso27001", "A.5.36"}};
    r.metadata.fix_within = 30 * kNanosPerDay;
    r.metadata.rationale = "A waiver that has ended, covers nothing or covers everything hides what the next reader needs to know.";
    r.metadata.remediation = "Fix what the waiver covers and delete it, renew it with a new approval, or narrow its `where`.";
    r.cost = "O(waivers × findings)";
    return r;
  }();
  return rule;
}

namespace {

bool Covers(const bytecode::Waiver& waiver, const Finding& finding, vm::Machine& machine) {
  if (waiver.where == bytecode::kNoFunction) return true;
  machine.Reset();
  Arena& arena = machine.arena();
  vm::MapRep map;
  map.count = static_cast<std::uint32_t>(finding.identity.size());
  auto* keys = arena.NewArray<Value>(map.count);
  auto* values = arena.NewArray<Value>(map.count);
  std::uint32_t i = 0;
  for (const auto& [name, value] : finding.identity) {
    keys[i] = Value::String(arena.Copy(name));
    values[i++] = Value::String(arena.Copy(value));
  }
  map.keys = keys, map.values = values;
  const Value arguments[] = {Value::Map(&map), Value::String(finding.reason)};
  return machine.Call(waiver.where, arguments).is_true();
}

// Where a waiver stands, when its policy was compiled in this run; a policy that comes as bytecode has no text to point at.
Place PlaceOf(const bytecode::SourceRange& range, const bytecode::Module& module, const SourceMap& sources) {
  Place place;
  if (range.line == 0 || range.policy >= module.policies.size()) return place;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto id = static_cast<FileId>(i);
    const SourceFile& file = sources.file(id);
    if (file.name() != module.policies[range.policy].file) continue;
    place.span = {id, file.OffsetOf(range.line, range.column - 1), file.OffsetOf(range.end_line, range.end_column - 1)};
  }
  return place;
}

}  // namespace

void ApplyWaivers(Evaluation& evaluation, const bytecode::Module& module, const SourceMap& sources, vm::Machine& machine, const TimePoint& now) {
  if (module.waivers.empty()) return;
  RuleResult result;
  result.module_rule = 0xffffffffu;
  result.rule = &WaiverRule();
  std::vector<Finding> own;
  const auto report = [&](const bytecode::Waiver& waiver, const std::string& reason, const std::string& message) {
    Finding finding;
    finding.verdict = Verdict::kFail;
    finding.reason = reason;
    finding.subject_kind = "waiver";
    finding.subject = "waiver " + waiver.name;
    finding.identity = {{"waiver", waiver.name}, {"rule", waiver.rule}};
    Identity identity;
    identity.kind = "waiver";
    identity.key = "waiver\x1f" + waiver.name + "\x1f" + waiver.rule;
    finding.fingerprint = Fingerprint(result.rule->id, identity, reason, {});
    finding.message = message;
    finding.count = 1;
    finding.main = PlaceOf(waiver.range, module, sources);
    finding.evidence.push_back({finding.main, message});
    if (finding.main.span.valid()) finding.places.push_back(finding.main);
    own.push_back(std::move(finding));
    return true;
  };
  // Verdicts belong to subjects: all failing reasons of a subject must be waived for any of them to be.
  std::map<std::pair<std::uint32_t, std::string>, std::vector<std::size_t>> by_subject;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    const Finding& finding = evaluation.findings[i];
    if (finding.verdict != Verdict::kFail) continue;
    std::string key;
    for (const auto& [name, value] : finding.identity) key += name + '\x1f' + value + '\x1e';
    by_subject[{finding.rule, key}].push_back(i);
  }
  std::vector<std::vector<std::size_t>> covered(module.waivers.size());
  std::vector<std::optional<std::size_t>> waiver_of(evaluation.findings.size());
  for (std::size_t w = 0; w < module.waivers.size(); ++w) {
    const bytecode::Waiver& waiver = module.waivers[w];
    for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
      const Finding& finding = evaluation.findings[i];
      if (finding.verdict != Verdict::kFail || evaluation.rules[finding.rule].rule->id != waiver.rule) continue;
      if (!Covers(waiver, finding, machine)) continue;
      covered[w].push_back(i);
      if (now.nanos < waiver.until && !waiver_of[i]) waiver_of[i] = w;
    }
  }
  for (const auto& [key, indices] : by_subject) {
    const bool all = std::all_of(indices.begin(), indices.end(), [&](std::size_t i) { return waiver_of[i].has_value(); });
    if (!all) continue;
    std::uint64_t subjects = 0;
    for (const std::size_t i : indices) {
      Finding& finding = evaluation.findings[i];
      finding.verdict = Verdict::kWaived;
      finding.waiver = module.waivers[*waiver_of[i]].name;
      subjects = std::max(subjects, finding.count);
    }
    // Subjects that failed for several reasons are counted once; with folded exchanges the largest reason bounds how many moved.
    RuleResult& rule = evaluation.rules[key.first];
    const std::string& api = evaluation.findings[indices.front()].api;
    const auto move = [&](Denominators& counts) {
      const std::uint64_t moved = std::min(subjects, counts.failed);
      counts.failed -= moved;
      counts.waived += moved;
    };
    move(rule.counts);
    const auto at = rule.by_api.find(api);
    if (at != rule.by_api.end()) move(at->second);
  }
  for (std::size_t w = 0; w < module.waivers.size(); ++w) {
    const bytecode::Waiver& waiver = module.waivers[w];
    bool bad = false;
    if (now.nanos >= waiver.until) {
      bad = report(waiver, "expired", "waiver `" + waiver.name + "` for " + waiver.rule + " ended on " + waiver.until_text +
                                          (covered[w].empty() ? "" : "; what it covered counts again"));
    } else if (covered[w].empty()) {
      const auto rule = std::find_if(evaluation.rules.begin(), evaluation.rules.end(), [&](const RuleResult& r) { return r.rule->id == waiver.rule; });
      // A rule that was not evaluated says nothing about its waivers.
      if (rule != evaluation.rules.end() && (rule->status == RuleStatus::kEvaluated || rule->status == RuleStatus::kNeverApplied)) {
        bad = report(waiver, "unused", "waiver `" + waiver.name + "` for " + waiver.rule + " covers nothing any more");
      }
    } else if (waiver.where == bytecode::kNoFunction && covered[w].size() > 1) {
      bad = report(waiver, "over_broad", "waiver `" + waiver.name + "` covers all of " + waiver.rule + ": " + std::to_string(covered[w].size()) + " findings");
    }
    ++result.counts.examined;
    ++(bad ? result.counts.failed : result.counts.passed);
  }
  const auto at = std::upper_bound(evaluation.rules.begin(), evaluation.rules.end(), result,
                                   [](const RuleResult& a, const RuleResult& b) { return a.rule->id < b.rule->id; });
  const auto index = static_cast<std::uint32_t>(at - evaluation.rules.begin());
  evaluation.rules.insert(at, std::move(result));
  for (Finding& finding : evaluation.findings) {
    if (finding.rule >= index) ++finding.rule;
  }
  for (CapabilityNote& note : evaluation.capability_notes) {
    if (note.rule >= index) ++note.rule;
  }
  for (Finding& finding : own) {
    finding.rule = index;
    evaluation.findings.push_back(std::move(finding));
  }
}

}  // namespace writ::engine
