// Subjects of descriptions and traffic through the oracle.
#include "oracle/run.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include "model/match/matcher.h"
#include "model/traffic/identity.h"
#include "model/traffic/reader.h"
#include "oracle/windows.h"
#include "vm/machine.h"

namespace writ::oracle {

using bytecode::RecordId;
using bytecode::SubjectKind;
using vm::ClauseOutcome;
using vm::SubjectOutcome;
using vm::SubjectVerdict;
using vm::Value;

namespace {

// What `for each KIND` ranges over in one API.
std::vector<Value> SubjectsOf(SubjectKind kind, const model::Api& api) {
  std::vector<Value> out;
  const auto add = [&](RecordId id, const void* record) { out.push_back(Value::Record(id, record)); };
  for (const model::Operation& op : api.operations) {
    if (kind == SubjectKind::kOperation) add(RecordId::kOperation, &op);
    if (kind == SubjectKind::kRequestBody && op.request_body) add(RecordId::kRequestBody, &*op.request_body);
    for (const model::Parameter& parameter : op.parameters) {
      if (kind == SubjectKind::kParameter) add(RecordId::kParameter, &parameter);
    }
    for (const model::Response& response : op.responses) {
      if (kind == SubjectKind::kResponse) add(RecordId::kResponse, &response);
      for (const model::Header& header : response.headers) {
        if (kind == SubjectKind::kHeader) add(RecordId::kHeader, &header);
      }
    }
  }
  for (const model::Schema& schema : api.schemas) {
    if (!schema.reachable) continue;
    if (kind == SubjectKind::kSchema) add(RecordId::kSchema, &schema);
    for (const model::SchemaProperty& property : schema.properties) {
      if (kind == SubjectKind::kProperty) add(RecordId::kProperty, &property);
    }
  }
  if (kind == SubjectKind::kApi) add(RecordId::kApi, &api);
  if (kind == SubjectKind::kWebhookOperation) {
    for (const model::Operation& op : api.webhook_operations) add(RecordId::kOperation, &op);
  }
  if (kind == SubjectKind::kCallbackOperation) {
    for (const model::Operation& op : api.callback_operations) add(RecordId::kOperation, &op);
  }
  if (kind == SubjectKind::kSecurityScheme) {
    for (const model::SecurityScheme& scheme : api.security_schemes) add(RecordId::kSecurityScheme, &scheme);
  }
  if (kind == SubjectKind::kServer) {
    for (const model::Server& server : api.servers) add(RecordId::kServer, &server);
  }
  return out;
}

bool Wants(const RunInput& input, const model::Exchange& exchange) {
  return input.watch == nullptr || !input.watch->wants_exchange || input.watch->wants_exchange(exchange.evidence.source, exchange.evidence.ordinal);
}

// One rule over everything that it looks at.
class RuleJudge {
 public:
  RuleJudge(const RunInput& input, const Wording& wording, std::uint32_t rule, std::vector<std::string>& lines)
      : input_(input), wording_(wording), index_(rule), rule_(input.program->rules[rule]), shape_(rule_.shape),
        oracle_(*input.program, input.outside, input.facts, input.limits, input.regexes), lines_(lines) {
    // Names of subjects depend on how many loops there are; the functions themselves do not exist before emission.
    shape_.nested.assign(rule_.nested.size(), bytecode::kNoFunction);
    if (input.observe) oracle_.Observe(&input.observe);
  }

  bool IsActive() { return oracle_.Activation(index_).is_true(); }

  void JudgeDescription(const model::Api& api) {
    for (const Value& subject : SubjectsOf(shape_.subject, api)) {
      std::vector<Value> variables{subject};
      Descend(variables, 0);
      oracle_.Reset();
    }
  }

  void JudgeExchange(const model::Exchange& exchange) {
    if (!Wants(input_, exchange)) return;
    std::vector<Value> variables{Value::Record(RecordId::kExchange, &exchange)};
    if (shape_.joined) {
      if (exchange.operation.presence == model::Presence::kUnknown) return JudgeAmbiguous(exchange);
      if (!exchange.operation.is_present()) return;   // an inner join
      variables.push_back(Value::Record(RecordId::kOperation, exchange.operation.value));
    }
    if (rule_.window) return TakeRow(variables, exchange);
    Descend(variables, 0);
    oracle_.Reset();
  }

  // Of a recording that it was judged on.
  void NoteGap(std::uint32_t gap) { gap_ |= gap; }

  // Detectors: after the last exchange.
  void JudgeRows() {
    if (!rule_.window) return;
    for (const auto& [key, verdict] : undecided_) Line("rows " + key.second, verdict, {key.second});
    const Watch* watch = input_.watch;
    if (watch != nullptr && watch->wants_group) std::erase_if(rows_, [&](const Row& row) { return !watch->wants_group(KeyTexts(row.keys)); });
    for (const GroupVerdict& group : JudgeGroups(oracle_, index_, rows_, input_.limits, gap_)) {
      std::vector<std::string> reasons;
      if (group.verdict == SubjectVerdict::kFail) reasons.push_back("episodes " + std::to_string(group.episodes));
      Line(wording_.group(shape_, KeyTexts(group.keys)), group.verdict, reasons);
      if (watch != nullptr && watch->judged_group) watch->judged_group(oracle_, index_, group);
    }
  }

 private:
  std::vector<std::string> KeyTexts(const std::vector<Value>& keys) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < keys.size(); ++i) texts.push_back(vm::FormatValue(keys[i], input_.program->types, shape_.group->keys[i].type));
    return texts;
  }

  void Begin(const std::vector<Value>& variables) const {
    if (input_.watch != nullptr && input_.watch->begin) input_.watch->begin(index_, variables);
  }
  void Judged(const std::vector<Value>& variables, const SubjectOutcome& outcome) const {
    if (input_.watch != nullptr && input_.watch->judged) input_.watch->judged(index_, variables, outcome);
  }

  void Line(std::string_view subject, SubjectVerdict verdict, const std::vector<std::string>& reasons) {
    lines_.push_back(wording_.line(shape_.id, subject, verdict, reasons));
  }

  void Line(const std::vector<Value>& variables, const SubjectOutcome& outcome) {
    Judged(variables, outcome);
    Line(wording_.subject(shape_, variables), outcome.verdict, wording_.reasons(shape_, outcome));
  }

  // The innermost variable is the subject.
  void Descend(std::vector<Value>& variables, std::size_t level) {
    SubjectOutcome outcome;
    Begin(variables);
    if (level == rule_.nested.size()) {
      oracle_.Evaluate(index_, variables, true, outcome);
      return Line(variables, outcome);
    }
    const Value list = oracle_.Nested(index_, level, variables);
    if (list.is_absent()) return;
    const bool lacks_items = !list.is_poison() && list.list->incomplete_causes != 0;
    if (list.is_poison() || lacks_items) {
      // What cannot be listed, or not wholly, is one subject that cannot be decided: the outer one.
      ClauseOutcome clause;
      clause.verdict = list.is_error() ? SubjectVerdict::kError : SubjectVerdict::kIndeterminate;
      if (lacks_items) clause.causes = list.list->incomplete_causes;
      if (list.is_unknown()) clause.causes = list.size, clause.field = list.field;
      if (list.is_error()) clause.trap = list.error->trap;
      outcome.verdict = clause.verdict;
      outcome.clauses.push_back(clause);
      Line(variables, outcome);
      if (!lacks_items) return;
    }
    for (std::uint32_t i = 0; i < list.list->count; ++i) {
      variables.push_back(list.list->items[i]);
      Descend(variables, level + 1);
      variables.pop_back();
    }
  }

  // A row that joins no group: one subject for each recording and reason.
  void Undecided(const model::Exchange& exchange, std::string why, SubjectVerdict verdict) {
    undecided_[{exchange.evidence.source, std::move(why)}] = verdict;
  }

  void UndecidedBy(const model::Exchange& exchange, const Value& value) {
    if (value.is_error()) return Undecided(exchange, wording_.trap(value.error->trap), SubjectVerdict::kError);
    Undecided(exchange, wording_.unknown(value.is_unknown() ? value.size : 0, value.field), SubjectVerdict::kIndeterminate);
  }

  void JudgeAmbiguous(const model::Exchange& exchange) {
    constexpr auto kField = static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_operation));
    if (rule_.window) return UndecidedBy(exchange, Value::Unknown(exchange.operation.causes, kField));
    ClauseOutcome clause;
    clause.verdict = SubjectVerdict::kIndeterminate;
    clause.causes = exchange.operation.causes;
    clause.field = kField;
    SubjectOutcome outcome;
    outcome.verdict = clause.verdict;
    outcome.clauses.push_back(clause);
    const std::vector<Value> subject{Value::Record(RecordId::kExchange, &exchange)};
    Begin(subject);
    Line(subject, outcome);
  }

  void TakeRow(const std::vector<Value>& variables, const model::Exchange& exchange) {
    SubjectOutcome outcome;
    Begin(variables);
    oracle_.Evaluate(index_, variables, false, outcome);
    Judged(variables, outcome);
    for (const ClauseOutcome& clause : outcome.clauses) {
      if (clause.verdict != outcome.verdict) continue;
      if (clause.verdict == SubjectVerdict::kError) return Undecided(exchange, wording_.trap(clause.trap), SubjectVerdict::kError);
      if (clause.verdict == SubjectVerdict::kIndeterminate) return UndecidedBy(exchange, Value::Unknown(clause.causes, clause.field));
    }
    if (outcome.row.empty()) return;   // not applicable
    const auto keys_end = outcome.row.begin() + static_cast<std::ptrdiff_t>(rule_.keys.size());
    Row row;
    row.keys.assign(outcome.row.begin(), keys_end);
    row.arguments.assign(keys_end, outcome.row.end());
    for (const Value& key : row.keys) {
      if (key.is_poison()) return UndecidedBy(exchange, key);
      // A count between two bounds is no key that anything could share.
      if (key.kind == vm::ValueKind::kInterval) return UndecidedBy(exchange, Value::Unknown(key.interval->causes));
    }
    if (exchange.start.is_present()) {
      row.time = exchange.start.value.nanos;
    } else if (shape_.group->NeedsTime()) {
      constexpr auto kField = static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_start));
      const std::uint32_t causes = exchange.start.causes != 0 ? exchange.start.causes : std::uint32_t{model::kNotCaptured};
      return UndecidedBy(exchange, Value::Unknown(causes, kField));
    }
    row.source = exchange.evidence.source;
    row.ordinal = exchange.evidence.ordinal;
    rows_.push_back(std::move(row));
  }

  const RunInput& input_;
  const Wording& wording_;
  std::uint32_t index_;
  const compiler::ir::Rule& rule_;
  bytecode::Rule shape_;
  Oracle oracle_;                    // a detector's is never reset: rows keep values of it
  std::vector<std::string>& lines_;
  std::vector<Row> rows_;
  std::uint32_t gap_ = 0;
  std::map<std::pair<std::uint32_t, std::string>, SubjectVerdict> undecided_;
};

// One recording, all of it, matched and with identities.
struct Traffic {
  std::uint32_t captures = 0;
  std::uint32_t gap = 0;   // why exchanges may be missing, as causes
  std::deque<model::ExchangeBatch> batches;
};

void Read(const RunInput& input, std::uint32_t index, const model::Matcher& matcher, Traffic& traffic, DiagnosticSink& sink) {
  const Recording& recording = input.recordings[index];
  model::RecordingOptions options;
  options.source = index;
  const std::unique_ptr<model::RecordingReader> reader =
      recording.path.empty() ? model::OpenRecordingText(recording.text, recording.name, options, input.limits, sink)
                             : model::OpenRecording(recording.path, recording.name, options, input.limits, sink);
  if (reader == nullptr) return;
  traffic.captures = model::InfoOf(reader->format()).captures;
  for (bool more = true; more;) {
    traffic.batches.emplace_back();
    model::ExchangeBatch& batch = traffic.batches.back();
    more = reader->Next(batch, sink);
    for (std::size_t i = 0; i < batch.count; ++i) {
      matcher.Match(batch.exchanges[i], batch.arena);
      model::ExtractIdentity(batch.exchanges[i], batch.arena);
    }
    const auto end = batch.exchanges.begin() + static_cast<std::ptrdiff_t>(batch.count);
    if (std::none_of(batch.exchanges.begin(), end, [&](const model::Exchange& exchange) { return Wants(input, exchange); })) traffic.batches.pop_back();
  }
  if (reader->summary().truncated || reader->summary().unreadable_count > 0) traffic.gap |= model::kTruncated;
  if (recording.sampled) traffic.gap |= model::kSampled;
}

}  // namespace

std::vector<std::string> RunOracle(const RunInput& input, const Wording& wording, DiagnosticSink& sink) {
  std::vector<std::string> lines;
  const model::Matcher matcher(input.apis);
  std::deque<Traffic> traffic(input.recordings.size());
  for (std::uint32_t i = 0; i < input.recordings.size(); ++i) Read(input, i, matcher, traffic[i], sink);
  for (std::uint32_t index = 0; index < input.program->rules.size(); ++index) {
    if (!input.only_rules.empty() && input.only_rules.count(input.program->rules[index].shape.id) == 0) continue;
    RuleJudge judge(input, wording, index, lines);
    if (!judge.IsActive()) continue;
    const bytecode::Rule& shape = input.program->rules[index].shape;
    if (bytecode::InfoOf(shape.subject).source == bytecode::SubjectSource::kDescription) {
      for (const model::Api* api : input.apis) judge.JudgeDescription(*api);
      continue;
    }
    for (const Traffic& recording : traffic) {
      // A format that cannot hold what the rule needs decides nothing; the plan says so once.
      if ((shape.needed_captures & ~recording.captures) != 0) continue;
      judge.NoteGap(recording.gap);
      for (const model::ExchangeBatch& batch : recording.batches) {
        for (std::size_t i = 0; i < batch.count; ++i) judge.JudgeExchange(batch.exchanges[i]);
      }
    }
    judge.JudgeRows();
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace writ::oracle
