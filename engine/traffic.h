// Recordings through the rules: one reader, batches to the workers, memory that does not grow with the recording.
#pragma once

#include <deque>
#include <vector>

#include "engine/evaluate.h"
#include "engine/judge.h"
#include "engine/plan.h"
#include "model/match/matcher.h"

namespace writ::engine {

// What reading a recording showed beside verdicts.
struct TrafficFacts {
  std::vector<RecordingResult> recordings;
  std::map<std::string, std::uint64_t> exchanges_of_api;                       // by API name
  std::map<std::string, std::uint64_t> operations_observed;                    // by API name
  std::vector<bool> source_of_rule;          // whether any recording could decide the rule
  std::vector<std::uint32_t> gaps_of_rule;   // why exchanges may be missing from those recordings, as causes; 0 for none
  std::vector<CapabilityNote> notes;
  std::uint64_t broken = 0;                  // recordings that could not be used, or only in part
};

TrafficFacts EvaluateTraffic(const vm::Program& program, const Plan& plan, const std::vector<const model::Api*>& apis,
                             const std::vector<RecordingInput>& recordings, const RunOptions& options, std::deque<Worker>& workers,
                             DiagnosticSink& sink);

}  // namespace writ::engine
