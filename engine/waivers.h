// Waivers are applied here and nowhere else, after evaluation, against the one clock of the run. Covered by tests/conformance/waivers.
#pragma once

#include "engine/evaluate.h"

namespace writ::engine {

// The built-in rule under which expired, unused and over-broad waivers are findings.
const bytecode::Rule& WaiverRule();

// Turns failing findings that a valid waiver covers into waived ones, moves the counts, and appends findings of `writ.waivers`.
void ApplyWaivers(Evaluation& evaluation, const bytecode::Module& module, const SourceMap& sources, vm::Machine& machine, const TimePoint& now);

}  // namespace writ::engine
