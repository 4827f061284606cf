// Order and equality of JSON values: numbers by value at any size (1, 1.0 and 1e0 are one number), objects without the order of their
// members, strings by code point. Covered by tests/vm/compare_test.cc.
#pragma once

#include "vm/value.h"

namespace writ::vm {

// Total: by kind (null, false and true, numbers, strings, arrays, objects), then by content. 0 exactly for equal values.
int CompareJson(const model::Document& a, model::NodeId a_node, const model::Document& b, model::NodeId b_node);

}  // namespace writ::vm
