// The one door that foreign text goes through on its way into a report. Covered by
// tests/report/clean_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace writ::report {

// Masked (base/mask.h) and well-formed UTF-8.
std::string CleanText(std::string_view text);

}  // namespace writ::report
