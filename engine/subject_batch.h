// Many subjects and one rule after another: what a rule's screen decides is counted, the other subjects are visited.
// Covered by every case that is run with the pass `share`.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/judge.h"

namespace writ::engine {

class SubjectBatch {
 public:
  // At most SubjectSet::kSubjects outermost variables; `joined`: the operation beside each, or absent, or empty. They outlive the batch.
  SubjectBatch(Worker& worker, const bytecode::Module& module, std::span<const vm::Value> subjects, std::span<const vm::Value> joined, bool want_trace);

  // Calls `visit(i)` for the subjects of a rule that need the machine, in order.
  template <typename Visit>
  void Judge(std::uint32_t rule, Visit visit) {
    const std::uint64_t begin = worker_.profile.empty() ? 0 : ThreadNanoseconds();
    const vm::SubjectSet left = CountDecided(rule);
    left.ForEach(visit);
    if (!worker_.profile.empty()) worker_.profile[rule].Add({ThreadNanoseconds() - begin, subjects_.size(), left.count()});
  }

 private:
  // The subjects that are left.
  vm::SubjectSet CountDecided(std::uint32_t rule);
  void Count(std::uint32_t rule, const vm::SubjectSet& set, vm::SubjectVerdict verdict);

  Worker& worker_;
  const bytecode::Module& module_;
  std::span<const vm::Value> subjects_;
  vm::SubjectSet all_;
  std::vector<std::pair<std::string_view, vm::SubjectSet>> apis_;   // subjects by API; "" for those of none
  bool want_trace_;
};

}  // namespace writ::engine
