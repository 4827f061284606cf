// Which operations use which schemas, and in which direction. Internal to model/spec.
// Covered by tests/model/spec/uses_test.cc.
#pragma once

#include <vector>

#include "model/spec/reading.h"

namespace writ::model {

// A schema that an operation names beyond the records that say so themselves (headers of encodings, further
// media types of a parameter).
struct ExtraUse {
  const Operation* operation = nullptr;
  const Schema* schema = nullptr;
  bool in_request = false;
};

// Sets `reachable`, `in_request`, `in_response` and `uses` of every schema of `reading.api`. Near-linear:
// schemas with one way to reach them share the list of the schema they hang from, and the walks have a
// budget, past which lists are cut with W4032.
void FillUses(Reading& reading, const std::vector<ExtraUse>& extra);

}  // namespace writ::model
