// The value of numbers as JSON writes them (RFC 8259 section 6), at any size and exactly: 1, 1.0 and 1e0 are one number. Covered by
// tests/base/json_number_test.cc.
#pragma once

#include <string_view>

namespace writ {

// -1, 0 or 1. Both texts are numbers of JSON.
int CompareJsonNumbers(std::string_view a, std::string_view b);

}  // namespace writ
