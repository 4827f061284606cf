// What `writ new` writes, as files of cli/templates that are embedded while building. Each .writ is a policy as it stands, with tests; it is
// `my.policy`, and its rule is `my_rule`, until they get the names that the user gives. Covered by tests/cli/new_test.cc.
#pragma once

#include <span>
#include <string_view>

namespace writ::cli {

struct Template {
  std::string_view name;   // "rule/operation.writ", below cli/templates
  std::string_view text;
};

// Sorted by name.
std::span<const Template> AllTemplates();

}  // namespace writ::cli
