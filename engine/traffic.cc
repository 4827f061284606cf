// Streaming: the caller's thread reads and matches batches; workers judge them. With one job everything happens in the caller's thread.
#include "engine/traffic.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include "base/digest.h"
#include "base/check.h"
#include "engine/identity.h"
#include "engine/subject_batch.h"
#include "engine/trace.h"
#include "model/traffic/identity.h"
#include "model/traffic/reader.h"

namespace writ::engine {

using vm::Value;

namespace {

struct Job {
  model::ExchangeBatch batch;
  const std::vector<std::uint32_t>* rules = nullptr;
  std::uint32_t captures = 0;
};

// What matching showed, counted where it is done.
struct MatchCounts {
  std::uint64_t matched = 0, ambiguous = 0;
  std::map<const model::Api*, std::uint64_t> exchanges;
  std::set<const model::Operation*> operations;
};

class BatchJudge {
 public:
  BatchJudge(const bytecode::Module& module, const model::Matcher& matcher, bool wants_identity, bool want_trace)
      : module_(module), matcher_(matcher), wants_identity_(wants_identity), want_trace_(want_trace) {}

  void Run(Job& job, Worker& worker, MatchCounts& counts) const {
    for (std::size_t i = 0; i < job.batch.count; ++i) Match(job.batch.exchanges[i], job.batch.arena, counts);
    for (std::size_t begin = 0; begin < job.batch.count; begin += vm::SubjectSet::kSubjects) {
      JudgePart(job, begin, std::min(job.batch.count - begin, vm::SubjectSet::kSubjects), worker);
    }
  }

 private:
  void Match(model::Exchange& exchange, Arena& arena, MatchCounts& counts) const {
    matcher_.Match(exchange, arena);
    if (wants_identity_) model::ExtractIdentity(exchange, arena);
    if (exchange.operation.is_present()) {
      ++counts.matched;
      ++counts.exchanges[exchange.operation.value->api];
      counts.operations.insert(exchange.operation.value);
    } else if (exchange.operation.presence == model::Presence::kUnknown) {
      ++counts.ambiguous;
    }
  }

  // Rule by rule, so that what rules share is worked out once for all exchanges of the part.
  void JudgePart(Job& job, std::size_t begin, std::size_t count, Worker& worker) const {
    std::vector<Value> exchanges, operations;
    for (std::size_t i = 0; i < count; ++i) {
      const model::Exchange& exchange = job.batch.exchanges[begin + i];
      exchanges.push_back(Value::Record(bytecode::RecordId::kExchange, &exchange));
      operations.push_back(exchange.operation.is_present() ? Value::Record(bytecode::RecordId::kOperation, exchange.operation.value) : Value::Absent());
    }
    SubjectBatch subjects(worker, module_, exchanges, operations, want_trace_);
    std::vector<Value> subject;
    for (const std::uint32_t rule : *job.rules) {
      subjects.Judge(rule, [&](std::size_t i) {
        const model::Exchange& exchange = job.batch.exchanges[begin + i];
        subject.assign(1, exchanges[i]);
        if (module_.rules[rule].joined && !Join(rule, exchange, subject, worker)) return;
        Judge(worker, module_, rule, subject, &exchange, job.captures, want_trace_);
      });
    }
  }

  // The operation beside the exchange. An inner join: without one the exchange is no subject; an ambiguous match cannot be decided.
  bool Join(std::uint32_t rule, const model::Exchange& exchange, std::vector<Value>& subject, Worker& worker) const {
    if (exchange.operation.is_present()) {
      subject.push_back(Value::Record(bytecode::RecordId::kOperation, exchange.operation.value));
      return true;
    }
    if (exchange.operation.presence == model::Presence::kUnknown) {
      const std::uint32_t causes = exchange.operation.causes;
      const auto field = static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(bytecode::FieldId::kExchange_operation));
      if (module_.rules[rule].group) {
        worker.rows[rule].AddUndecided(exchange, UnknownText(causes, field), false, true);
      } else if (!module_.rules[rule].clauses.empty()) {
        vm::SubjectOutcome outcome;
        outcome.verdict = vm::SubjectVerdict::kIndeterminate;
        vm::ClauseOutcome clause;
        clause.verdict = outcome.verdict;
        clause.causes = causes;
        clause.field = field;
        outcome.clauses.push_back(clause);
        if (want_trace_) {
          const bytecode::Rule& shape = module_.rules[rule];
          worker.trace.push_back(TraceLine(shape.id, IdentityOf(shape, subject).text, outcome.verdict, TraceReasons(shape, outcome)));
        }
        Collect(worker.collector, module_, {rule, subject, &exchange, ~0u}, outcome);
      }
    } else {
      worker.collector.CountUnmatched(rule);
    }
    return false;
  }

  const bytecode::Module& module_;
  const model::Matcher& matcher_;
  bool wants_identity_, want_trace_;
};

// "`token_replay` cannot be decided on `web.har`: HAR 1.2 does not record `client_ip`"
std::string NoteText(const bytecode::Module& module, const CapabilityNote& note, const std::string& recording, const model::TrafficFormatInfo& format) {
  std::string fields;
  for (const std::string& field : note.fields) fields += (fields.empty() ? "`" : ", `") + field + "`";
  return "`" + module.rules[note.rule].id + "` cannot be decided on `" + recording + "`: " + std::string(format.title) + " does not record " + fields;
}

// A bounded hand-over of batches: as many are alive as there are workers, plus one being read.
class Pipeline {
 public:
  Pipeline(const BatchJudge& judge, std::deque<Worker>& workers) : counts_(workers.size()) {
    if (workers.size() < 2) {
      inline_worker_ = &workers[0];
      judge_ = &judge;
      free_.push_back(&jobs_.emplace_back());
      return;
    }
    for (std::size_t i = 0; i < workers.size() + 1; ++i) jobs_.emplace_back();
    for (Job& job : jobs_) free_.push_back(&job);
    for (std::size_t i = 0; i < workers.size(); ++i) {
      threads_.emplace_back([this, &judge, &worker = workers[i], &counts = counts_[i]] {
        while (Job* job = TakeFull()) {
          judge.Run(*job, worker, counts);
          Return(job);
        }
      });
    }
  }
  ~Pipeline() { Close(); }

  Job* TakeFree() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !free_.empty(); });
    Job* job = free_.back();
    free_.pop_back();
    return job;
  }
  void Submit(Job* job) {
    if (inline_worker_ != nullptr) {
      judge_->Run(*job, *inline_worker_, counts_[0]);
      Return(job);
      return;
    }
    {
      const std::lock_guard lock(mutex_);
      full_.push_back(job);
    }
    changed_.notify_all();
  }
  void Return(Job* job) {
    {
      const std::lock_guard lock(mutex_);
      free_.push_back(job);
    }
    changed_.notify_all();
  }
  // Waits until all batches are judged; the counts so far, which start over.
  MatchCounts Drain() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return free_.size() == jobs_.size(); });
    MatchCounts sum;
    for (MatchCounts& part : counts_) {
      sum.matched += part.matched;
      sum.ambiguous += part.ambiguous;
      for (const auto& [api, n] : part.exchanges) sum.exchanges[api] += n;
      sum.operations.insert(part.operations.begin(), part.operations.end());
      part = {};
    }
    return sum;
  }
  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  Job* TakeFull() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !full_.empty() || closed_; });
    if (full_.empty()) return nullptr;
    Job* job = full_.front();
    full_.erase(full_.begin());
    return job;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::vector<Job*> free_, full_;
  std::vector<MatchCounts> counts_;
  std::vector<std::thread> threads_;
  Worker* inline_worker_ = nullptr;
  const BatchJudge* judge_ = nullptr;
  bool closed_ = false;
};

}  // namespace

TrafficFacts EvaluateTraffic(const vm::Program& program, const Plan& plan, const std::vector<const model::Api*>& apis,
                             const std::vector<RecordingInput>& recordings, const RunOptions& options, std::deque<Worker>& workers,
                             DiagnosticSink& sink) {
  const bytecode::Module& module = program.module();
  TrafficFacts facts;
  facts.source_of_rule.assign(module.rules.size(), false);
  facts.gaps_of_rule.assign(module.rules.size(), 0);
  const model::Matcher matcher(apis);
  const BatchJudge judge(module, matcher, (plan.projection & model::kCaptureCredential) != 0, options.trace != nullptr);
  Pipeline pipeline(judge, workers);
  std::set<const model::Operation*> observed;
  for (std::uint32_t index = 0; index < recordings.size(); ++index) {
    const RecordingInput& input = recordings[index];
    RecordingResult result;
    result.name = input.name;
    const std::size_t errors_before = sink.error_count();
    model::RecordingOptions reading;
    reading.projection = plan.projection;
    reading.source = index;
    std::unique_ptr<model::RecordingReader> reader =
        input.path.empty() ? model::OpenRecordingText(input.text, input.name, reading, options.limits, sink)
                           : model::OpenRecording(input.path, input.name, reading, options.limits, sink);
    if (reader == nullptr) {
      ++facts.broken;
      result.format = "unreadable";
      facts.recordings.push_back(std::move(result));
      continue;
    }
    const model::TrafficFormatInfo& format = model::InfoOf(reader->format());
    result.format = std::string(format.title);
    const std::size_t notes_before = facts.notes.size();
    const std::vector<std::uint32_t> rules = RulesFor(module, plan, format.captures, !apis.empty(), index, facts.notes);
    for (const std::uint32_t rule : rules) facts.source_of_rule[rule] = true;
    for (std::size_t i = notes_before; options.announce && i < facts.notes.size(); ++i) options.announce(NoteText(module, facts.notes[i], input.name, format));
    std::uint64_t read = 0;
    while (true) {
      Job* job = pipeline.TakeFree();
      job->rules = &rules;
      job->captures = format.captures;
      const bool more = reader->Next(job->batch, sink);
      read += job->batch.count;
      if (options.progress) options.progress(input.name, read);
      if (more || job->batch.count > 0) {
        pipeline.Submit(job);
      } else {
        pipeline.Return(job);
      }
      if (!more) break;
    }
    const MatchCounts counts = pipeline.Drain();
    const model::RecordingSummary& summary = reader->summary();
    result.bytes = summary.bytes, result.exchanges = summary.exchange_count, result.unreadable = summary.unreadable_count;
    result.truncated = summary.truncated;
    const std::uint32_t gap = (result.truncated || result.unreadable > 0 ? model::kTruncated : 0u) | (input.sampled ? model::kSampled : 0u);
    for (const std::uint32_t rule : rules) facts.gaps_of_rule[rule] |= gap;
    result.digest = Hex(summary.digest);
    result.matched = counts.matched, result.ambiguous = counts.ambiguous;
    for (const auto& [api, n] : counts.exchanges) facts.exchanges_of_api[std::string(api->name)] += n;
    observed.insert(counts.operations.begin(), counts.operations.end());
    if (sink.error_count() != errors_before || result.truncated || result.unreadable > 0) ++facts.broken;
    facts.recordings.push_back(std::move(result));
  }
  for (const model::Operation* op : observed) ++facts.operations_observed[std::string(op->api->name)];
  return facts;
}

}  // namespace writ::engine
