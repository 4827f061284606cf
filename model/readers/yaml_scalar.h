// Plain YAML scalars by the core schema of YAML 1.2.2, section 10.3.2. So `no` is text and `017` is
// seventeen. Covered by tests/model/readers/yaml_scalar_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace writ::model {

struct CoreScalar {
  NodeKind kind = NodeKind::kString;  // kNull, kBool, kNumber or kString
  bool bool_value = false;
  std::string number;  // kNumber: the value in JSON's number syntax
};

// What an untagged plain scalar means. `.inf` and `.nan` have no JSON number and stay text.
CoreScalar ResolveCoreScalar(std::string_view text);

}  // namespace writ::model
