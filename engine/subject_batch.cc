// Counting of what screens decide.
#include "engine/subject_batch.h"

#include <algorithm>

#include "engine/trace.h"

namespace writ::engine {

using vm::SubjectSet;
using vm::SubjectVerdict;

SubjectBatch::SubjectBatch(Worker& worker, const bytecode::Module& module, std::span<const vm::Value> subjects, std::span<const vm::Value> joined,
                           bool want_trace)
    : worker_(worker), module_(module), subjects_(subjects), all_(SubjectSet::First(subjects.size())), want_trace_(want_trace) {
  worker.screen.Begin(subjects, joined);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const std::string_view api = ApiNameOf(subjects[i]);
    if (apis_.empty() || apis_.back().first != api) {
      const auto known = std::find_if(apis_.begin(), apis_.end(), [&](const auto& entry) { return entry.first == api; });
      if (known == apis_.end()) {
        apis_.emplace_back(api, SubjectSet());
      } else {
        std::iter_swap(known, apis_.end() - 1);
      }
    }
    apis_.back().second.Add(i);
  }
}

SubjectSet SubjectBatch::CountDecided(std::uint32_t rule) {
  const bytecode::Rule& shape = module_.rules[rule];
  if (shape.screen.empty()) return all_;
  const vm::ScreenResult& result = worker_.screen.Decide(rule);
  // Rows of a detector that do not apply leave no trace.
  if (shape.group) return all_.Without(result.not_applicable);
  Count(rule, result.not_applicable, SubjectVerdict::kNotApplicable);
  Count(rule, result.passed, SubjectVerdict::kPass);
  return all_.Without(result.not_applicable | result.passed);
}

void SubjectBatch::Count(std::uint32_t rule, const SubjectSet& set, SubjectVerdict verdict) {
  if (set.empty()) return;
  for (const auto& [api, subjects] : apis_) {
    if (const std::size_t count = set.CountIn(subjects); count != 0) worker_.collector.Count(rule, verdict, api, count);
  }
  if (!want_trace_) return;
  set.ForEach([&](std::size_t i) {
    const bytecode::Rule& shape = module_.rules[rule];
    worker_.trace.push_back(TraceLine(shape.id, IdentityOf(shape, subjects_.subspan(i, 1)).text, verdict, {}));
  });
}

}  // namespace writ::engine
