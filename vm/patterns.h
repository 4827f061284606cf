// What patterns and JSONPath queries of a program are compiled to: values point to them, so they stay where they are.
#pragma once

#include <deque>

#include "base/json_path/query.h"
#include "base/regex.h"

namespace writ::vm {

struct Patterns {
  std::deque<Regex> regexes;
  std::deque<json_path::Path> paths;
};

}  // namespace writ::vm
