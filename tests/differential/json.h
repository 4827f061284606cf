// JSON values and JSONPath queries by chance.
#pragma once

#include <string>

#include "tests/differential/generator.h"

namespace writ::test {

// Any value, nested at most so deep.
std::string GenerateJson(Random& random, int depth);
// A query of RFC 9535 without quotes or backslashes that would end a literal; now and then it finds something in such values.
std::string GenerateJsonPath(Random& random);
// As it stands between quotes, in JSON and in policies alike.
std::string Escaped(const std::string& text);

}  // namespace writ::test
