// Groups: windows over the rows of a detector, and what they say about each key. Rows stream by in order; what is kept are the rows that a
// sliding window holds now, and the values of aggregates. Covered by tests/engine/aggregates_test.cc, tests/engine/group_row_test.cc and tests/conformance.
#pragma once

#include <string>
#include <vector>

#include "engine/collector.h"
#include "engine/row_store.h"
#include "vm/machine.h"

namespace writ::engine {

// Windows, aggregates, verdicts and findings of one detector. `gap`: why exchanges may be missing from the recordings, as causes, or 0.
// `recording_names`: by Evidence::source. The error is a disk that could not be read.
Status JudgeGroups(RowStore& rows, std::uint32_t rule, std::uint32_t gap, vm::Machine& machine, const bytecode::Module& module, const Limits& limits,
                   const std::vector<std::string>& recording_names, Collector& collector, std::vector<std::string>* trace);

}  // namespace writ::engine
