// The report for the person whose merge request is blocked. Covered by tests/report/writers/terminal_test.cc.
#pragma once

#include <string>

#include "base/source.h"
#include "report/report.h"

namespace writ::report {

struct TerminalOptions {
  bool colour = false;
  std::size_t width = 100;  // columns; at least 40 are used
  bool verbose = false;     // every finding, place, rule and input instead of the first few
};

// Text ending in a line break. Foreign text cannot steer the terminal: control characters are shown as
// escapes.
std::string RenderTerminal(const Report& report, const SourceMap& sources, const TerminalOptions& options);

}  // namespace writ::report
