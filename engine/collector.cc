// Folding of verdicts into findings.
#include "engine/collector.h"

#include <algorithm>

#include "base/utf8.h"
#include "engine/secrets.h"
#include "model/spec/api_spec.h"
#include "vm/access.h"
#include "vm/machine.h"

namespace writ::engine {

using vm::SubjectVerdict;

namespace {

void Bump(Denominators& counts, SubjectVerdict verdict, std::uint64_t subjects) {
  counts.examined += subjects;
  switch (verdict) {
    case SubjectVerdict::kPass: counts.passed += subjects; break;
    case SubjectVerdict::kFail: counts.failed += subjects; break;
    case SubjectVerdict::kNotApplicable: counts.not_applicable += subjects; break;
    case SubjectVerdict::kIndeterminate: counts.indeterminate += subjects; break;
    case SubjectVerdict::kError: counts.errors += subjects; break;
  }
}

void Add(Denominators& to, const Denominators& from) {
  to.examined += from.examined, to.not_applicable += from.not_applicable, to.passed += from.passed, to.failed += from.failed;
  to.waived += from.waived, to.indeterminate += from.indeterminate, to.errors += from.errors, to.unmatched += from.unmatched;
}

// Inserts in order of recording and ordinal, once, and drops what is beyond the bound.
void KeepFirst(std::vector<model::Evidence>& kept, const model::Evidence& added) {
  static const std::size_t bound = Limits{}.places_kept;
  const auto less = [](const model::Evidence& a, const model::Evidence& b) { return std::tie(a.source, a.ordinal) < std::tie(b.source, b.ordinal); };
  if (kept.size() >= bound && !less(added, kept.back())) return;
  const auto at = std::lower_bound(kept.begin(), kept.end(), added, less);
  if (at != kept.end() && !less(added, *at)) return;
  kept.insert(at, added);
  if (kept.size() > bound) kept.pop_back();
}

PlaceKey KeyOf(const Place& place) {
  if (place.kind == Place::Kind::kExchange) return {(std::uint64_t{1} << 40) + place.source, place.ordinal};
  return {static_cast<std::uint64_t>(place.span.file), (std::uint64_t{place.span.begin} << 32) | place.span.end};
}

Place PlaceOfExchange(const model::Exchange& exchange) {
  Place place;
  place.kind = Place::Kind::kExchange;
  place.source = exchange.evidence.source;
  place.ordinal = exchange.evidence.ordinal;
  place.offset = exchange.evidence.offset;
  place.length = exchange.evidence.length;
  place.label = ExchangeLabel(exchange);
  return place;
}

bool IsExchangeRecord(const vm::Value& value) {
  using enum bytecode::RecordId;
  const auto id = value.record_id();
  return id == kExchange || id == kExchangeRequest || id == kExchangeResponse || id == kCredential;
}

constexpr std::size_t kMostRelated = 6;

std::optional<Place> PlaceOf(const vm::Value& record, std::uint16_t field_plus_one);

// The operations through which a shared definition was reached: those that do not hold it themselves.
std::vector<Place> UsesOf(std::span<const vm::Value> subject) {
  std::vector<Place> uses;
  const vm::Value& value = subject.back();
  const auto add = [&](const model::Operation* op, const model::Place& definition) {
    if (op == nullptr || uses.size() >= kMostRelated) return;
    const Span inner = op->api->SpanOf(definition), outer = op->api->SpanOf(op->place);
    if (inner.file == outer.file && inner.begin >= outer.begin && inner.end <= outer.end) return;
    if (auto place = PlaceOf(vm::Value::Record(bytecode::RecordId::kOperation, op), 0)) uses.push_back(std::move(*place));
  };
  switch (value.record_id()) {
    case bytecode::RecordId::kParameter: add(value.as<model::Parameter>().operation, value.as<model::Parameter>().place); break;
    case bytecode::RecordId::kRequestBody: add(value.as<model::RequestBody>().operation, value.as<model::RequestBody>().place); break;
    case bytecode::RecordId::kResponse: add(value.as<model::Response>().operation, value.as<model::Response>().place); break;
    case bytecode::RecordId::kHeader: add(value.as<model::Header>().operation, value.as<model::Header>().place); break;
    case bytecode::RecordId::kSchema: {
      const auto& schema = value.as<model::Schema>();
      for (const model::SchemaUse& use : schema.uses) add(use.operation, schema.place);
      break;
    }
    default: break;
  }
  return uses;
}

std::optional<Place> PlaceOf(const vm::Value& record, std::uint16_t field_plus_one) {
  if (record.kind != vm::ValueKind::kRecord) return std::nullopt;
  if (IsExchangeRecord(record)) return PlaceOfExchange(record.as<model::Exchange>());
  const auto field = field_plus_one == 0 ? std::nullopt : std::optional(static_cast<bytecode::FieldId>(field_plus_one - 1));
  const auto location = vm::Locate(record, field);
  if (!location) return std::nullopt;
  Place place;
  place.span = location->span;
  place.pointer = location->pointer;
  place.is_ancestor = location->is_ancestor;
  return place;
}

// The captures behind a field; for methods (no field) everything.
bool SourceHolds(std::uint32_t captures, std::uint16_t field_plus_one) {
  if (field_plus_one == 0) return true;
  const std::uint32_t needed = bytecode::InfoOf(static_cast<bytecode::FieldId>(field_plus_one - 1)).capture;
  return (needed & ~captures) == 0;
}

}  // namespace

std::string ExchangeLabel(const model::Exchange& exchange) {
  std::string label = std::string(exchange.method) + " " + std::string(exchange.path);
  if (exchange.query.is_present() && !exchange.query.value.empty()) label += "?" + std::string(exchange.query.value);
  if (exchange.status.is_present()) label += " → " + std::to_string(exchange.status.value);
  const bool has_query = exchange.query.is_present() && !exchange.query.value.empty();
  label = Masked(std::move(label), has_query ? &exchange : nullptr);
  constexpr std::size_t kLongest = 160;
  if (CodePointCount(label) > kLongest) label = std::string(CodePointSlice(label, 0, kLongest)) + "…";
  return label;
}

std::string UnknownText(std::uint32_t causes, std::uint16_t field_plus_one) {
  std::string what = field_plus_one == 0 ? "a value" : "`" + std::string(bytecode::InfoOf(static_cast<bytecode::FieldId>(field_plus_one - 1)).name) + "`";
  std::string why;
  const auto add = [&](std::uint32_t bit, const char* text) {
    if ((causes & bit) != 0) why += std::string(why.empty() ? "" : "; ") + text;
  };
  add(model::kNotCaptured, "not recorded");
  add(model::kRedacted, "redacted in the recording");
  add(model::kTruncated, "cut off in the recording");
  add(model::kUndecodable, "could not be decoded");
  add(model::kNotOrdered, "times too close to tell their order");
  add(model::kAmbiguousMatch, "more than one operation fits");
  add(model::kUnsupportedPattern, "a pattern of the description has no linear-time equivalent");
  add(model::kOverBound, "more rows than the bound of a group");
  add(model::kIncomplete, "a list lacks items");
  add(model::kSampled, "not every exchange was recorded");
  return what + " is unknown: " + (why.empty() ? "no reason given" : why);
}

std::string TrapText(vm::TrapKind trap) {
  switch (trap) {
    case vm::TrapKind::kOverflow: return "overflow";
    case vm::TrapKind::kDivisionByZero: return "division by zero";
    case vm::TrapKind::kInexact: return "quotient without a finite decimal";
    case vm::TrapKind::kFuel: return "out of fuel";
    case vm::TrapKind::kMemory: return "out of memory for one subject";
    case vm::TrapKind::kDepth: return "calls too deep";
  }
  return "error";
}

void Collector::Count(std::uint32_t rule, SubjectVerdict verdict, std::string_view api, std::uint64_t subjects) {
  Bump(counts_[rule], verdict, subjects);
  if (api.empty()) return;
  auto at = by_api_[rule].find(api);
  if (at == by_api_[rule].end()) at = by_api_[rule].emplace(std::string(api), Denominators{}).first;
  Bump(at->second, verdict, subjects);
}

PendingFinding& Collector::Finding(std::uint32_t rule, Verdict verdict, const std::string& reason, const Identity& identity,
                                   const std::vector<std::string>& per) {
  std::string key = std::to_string(rule) + '\x1d' + std::to_string(static_cast<int>(verdict)) + '\x1d' + reason + '\x1d' + identity.key;
  for (const std::string& value : per) key += '\x1d' + value;
  PendingFinding& finding = findings_[std::move(key)];
  if (finding.count == 0 && finding.identity.key.empty()) {
    finding.rule = rule, finding.verdict = verdict, finding.reason = reason, finding.identity = identity, finding.per = per;
  }
  return finding;
}

void Collector::AddEvidence(PendingFinding& finding, PendingEvidence evidence) {
  const std::size_t keep = rules_[finding.rule].evidence_first;
  const auto at = std::upper_bound(finding.evidence.begin(), finding.evidence.end(), evidence,
                                   [](const PendingEvidence& a, const PendingEvidence& b) { return a.key < b.key; });
  finding.evidence.insert(at, std::move(evidence));
  if (finding.evidence.size() > keep) finding.evidence.pop_back();
}

void ExchangeLog::Add(const model::Evidence& added) {
  ordinals[added.source].Add(added.ordinal);
  KeepFirst(first, added);
}

void ExchangeLog::Merge(ExchangeLog&& other) {
  for (const model::Evidence& evidence : other.first) KeepFirst(first, evidence);
  for (auto& [source, log] : other.ordinals) ordinals[source].Merge(std::move(log));
}

void Collector::Merge(Collector&& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    Add(counts_[i], other.counts_[i]);
    for (const auto& [api, counts] : other.by_api_[i]) Add(by_api_[i][api], counts);
  }
  for (auto& [key, from] : other.findings_) {
    auto [at, fresh] = findings_.try_emplace(key);
    if (fresh) {
      at->second = std::move(from);
      continue;
    }
    PendingFinding& to = at->second;
    to.count += from.count;
    to.episodes += from.episodes;
    to.should_have_shown = to.should_have_shown || from.should_have_shown;
    to.spans.insert(to.spans.end(), from.spans.begin(), from.spans.end());
    to.exchanges.Merge(std::move(from.exchanges));
    for (PendingEvidence& evidence : from.evidence) AddEvidence(to, std::move(evidence));
  }
  other.findings_.clear();
}

std::string ErrorText(vm::TrapKind trap, const bytecode::SourceRange& range) {
  if (range.line == 0) return TrapText(trap) + " in an aggregate";
  return TrapText(trap) + " at line " + std::to_string(range.line) + ", column " + std::to_string(range.column) + " of the policy";
}

void Collect(Collector& collector, const bytecode::Module& module, const SubjectContext& context, const vm::SubjectOutcome& outcome) {
  const bytecode::Rule& rule = module.rules[context.rule];
  const bool quiet = outcome.verdict == SubjectVerdict::kPass || outcome.verdict == SubjectVerdict::kNotApplicable;
  if (quiet) {
    // The identity is costly; for counting only the API matters.
    collector.Count(context.rule, outcome.verdict, ApiNameOf(context.subject[0]));
    return;
  }
  const Identity identity = IdentityOf(rule, context.subject);
  collector.Count(context.rule, outcome.verdict, identity.api);
  std::vector<std::string> per;
  for (const vm::Value& value : outcome.per) per.push_back(vm::FormatValue(value, module.types, module.types.Never()));
  // Places: those that the rule names, else the subject; an exchange is always among them.
  std::vector<Place> places;
  for (const vm::ReportedPlace& reported : outcome.places) {
    if (auto place = PlaceOf(reported.record, reported.field)) places.push_back(std::move(*place));
  }
  if (places.empty()) {
    for (std::size_t i = context.subject.size(); i-- > 0;) {
      if (rule.joined && i == 1) continue;
      if (auto place = PlaceOf(context.subject[i], 0)) {
        places.push_back(std::move(*place));
        break;
      }
    }
  }
  if (context.exchange != nullptr) {
    if (context.exchange->operation.is_present()) {
      const auto operation = vm::Value::Record(bytecode::RecordId::kOperation, context.exchange->operation.value);
      if (auto place = PlaceOf(operation, 0)) {
        const bool named = std::any_of(places.begin(), places.end(), [&](const Place& p) { return p.kind == Place::Kind::kDescription && p.span == place->span; });
        if (!named) places.push_back(std::move(*place));
      }
    }
    const bool named = std::any_of(places.begin(), places.end(), [](const Place& p) { return p.kind == Place::Kind::kExchange; });
    if (!named) places.push_back(PlaceOfExchange(*context.exchange));
  }
  const std::vector<Place> uses = UsesOf(context.subject);
  for (const Place& use : uses) {
    if (places.size() <= kMostRelated && std::none_of(places.begin(), places.end(), [&](const Place& p) { return p.span == use.span; })) places.push_back(use);
  }
  for (const vm::ClauseOutcome& clause : outcome.clauses) {
    // A rule that failed is not also undecided: the worst verdict counts, its reasons are the findings.
    if (clause.verdict != outcome.verdict) continue;
    Verdict verdict = Verdict::kFail;
    std::string message = outcome.message;
    const std::string& reason = rule.clauses[clause.clause].reason;
    bool should_have_shown = false;
    if (clause.verdict == SubjectVerdict::kIndeterminate) {
      verdict = Verdict::kIndeterminate;
      // Without a cause it is the policy that says so (`else indeterminate "why"`).
      const bool said = clause.causes == 0 && !outcome.message.empty(), absent = clause.causes == 0 && !reason.empty();
      message = "cannot be decided: " + (said ? outcome.message : absent ? "`" + reason + "` is absent" : UnknownText(clause.causes, clause.field));
      constexpr std::uint32_t kHonest = model::kNotCaptured | model::kRedacted | model::kUnsupportedPattern;
      should_have_shown = (clause.causes & ~kHonest) != 0 && SourceHolds(context.captures, clause.field);
    } else if (clause.verdict == SubjectVerdict::kError) {
      verdict = Verdict::kError;
      message = ErrorText(clause.trap, clause.range);
    }
    if (message.empty()) message = rule.metadata.title;
    PendingFinding& finding = collector.Finding(context.rule, verdict, reason, identity, per);
    ++finding.count;
    finding.should_have_shown = finding.should_have_shown || should_have_shown;
    PendingEvidence evidence;
    if (!places.empty()) {
      evidence.key = context.exchange != nullptr ? KeyOf(PlaceOfExchange(*context.exchange)) : KeyOf(places.front());
      evidence.evidence.place = places.front();
      evidence.related.assign(places.begin() + 1, places.end());
    }
    evidence.evidence.message = Masked(std::move(message), context.exchange);
    if (context.exchange != nullptr) {
      finding.exchanges.Add(context.exchange->evidence);
    } else if (!places.empty()) {
      finding.spans.push_back({places.front().span, places.front().pointer});
      // One definition is one finding with all its uses.
      if (context.subject.back().record_id() != bytecode::RecordId::kSchema) {
        for (const Place& use : uses) finding.spans.push_back({use.span, use.pointer});
      }
    }
    collector.AddEvidence(finding, std::move(evidence));
  }
}

}  // namespace writ::engine
