// The matches of a sequence, found by trying every choice of rows (docs/language.md, "Sequences").
// Covered by tests/oracle/sequences_test.cc.
#pragma once

#include <optional>

#include "oracle/windows.h"

namespace writ::oracle {

// Judges the rows of one key. `within`: nothing without a bound. `gap`: why rows may be missing, as causes, or 0.
void JudgeSequence(Oracle& oracle, std::uint32_t rule, std::vector<const Row*> rows, std::optional<std::int64_t> within, std::uint32_t gap,
                   const Limits& limits, GroupVerdict& group);

}  // namespace writ::oracle
