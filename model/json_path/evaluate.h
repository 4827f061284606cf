// Asks a JSONPath query (RFC 9535) of a value in a Document. Covered by tests/model/json_path/evaluate_test.cc, and by scripts/jsonpath-agreement
// against another implementation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/json_path/query.h"
#include "base/limits.h"
#include "model/document.h"

namespace writ::model {

enum class JsonPathEnd : std::uint8_t {
  kDone,
  kOutOfSteps,     // the query costs more than was given
  kTooManyNodes,
};

// The nodelist of `query` with the node `root` as `$`, in the order of the document (members of an object as they stand in it), repeats kept. Costs
// steps: one for each node, selector and comparison that is looked at, more for long texts, so time is linear in what is taken from `steps`. Nodes
// may be incomplete unless the end is kDone.
JsonPathEnd EvaluateJsonPath(const json_path::Query& query, const Document& document, NodeId root, const Limits& limits, std::size_t max_nodes,
                             std::uint64_t& steps, std::vector<NodeId>& nodes);

// The normalized path (RFC 9535 section 2.7) of a node, with `root` as `$`, which is above it or the node itself.
std::string NormalizedPathOf(const Document& document, NodeId root, NodeId node);

}  // namespace writ::model
