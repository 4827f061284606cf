// The gate: whether a run may pass. Severity belongs to the rule; whether it blocks belongs to the project.
#pragma once

#include "engine/evaluate.h"

namespace writ::engine {

// Marks findings that block and fills Evaluation::gate.
void ApplyGate(Evaluation& evaluation, const GateOptions& options);

}  // namespace writ::engine
