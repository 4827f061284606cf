// Who looks at some of the subjects of a run, and at nothing else: `writ explain`. The run leaves out what nobody asks for where that changes no
// verdict of the rest. Covered by tests/oracle/run_test.cc and tests/cli/explain_test.cc.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "oracle/windows.h"

namespace writ::oracle {

struct Watch {
  // Which exchanges are judged, by recording and ordinal; null: all of them.
  std::function<bool(std::uint32_t source, std::uint64_t ordinal)> wants_exchange;
  // Which groups are judged, by the texts of their keys; asked for every row; null: all of them.
  std::function<bool(const std::vector<std::string>& keys)> wants_group;
  // A subject or a row, before and after it is judged. `variables`: those of the loops, the outermost first. Values live until `judged` returns.
  std::function<void(std::uint32_t rule, std::span<const vm::Value> variables)> begin;
  std::function<void(std::uint32_t rule, std::span<const vm::Value> variables, const vm::SubjectOutcome& outcome)> judged;
  // A group, when it has been judged.
  std::function<void(Oracle& oracle, std::uint32_t rule, const GroupVerdict& group)> judged_group;
};

}  // namespace writ::oracle
