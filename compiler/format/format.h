// One style for policies. The layout depends on the words of the text and not on how they stand, except for blank lines and comments, which
// are kept; so formatting a second time changes nothing, and what the text means never changes. docs/formatting.md has the style.
// Covered by tests/compiler/format/format_test.cc and by every conformance case.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/limits.h"

namespace writ::compiler {

// The text of a policy file in the one style. Nothing if it has syntax errors, which are in `sink`: what cannot be read is not moved about.
std::optional<std::string> Format(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::compiler
