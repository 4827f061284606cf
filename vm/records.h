// Where the records of the model stand: what order, places and names of records have in common.
#pragma once

#include <optional>

#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"
#include "vm/value.h"

namespace writ::vm {

// The node behind a record of a description, and the API that holds it (null when the record does not lead to one).
struct RecordPlace {
  const model::Api* api = nullptr;
  const model::Operation* operation = nullptr;   // that it was reached through
  model::Place place;
};
// Nothing for records of traffic.
std::optional<RecordPlace> PlaceOf(const Value& record);
// The exchange behind Exchange, ExchangeRequest, ExchangeResponse and Credential; null for others.
const model::Exchange* ExchangeOf(const Value& record);

}  // namespace writ::vm
