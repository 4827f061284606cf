// The enumerators of DiagnosticCode. Include only where diagnostics are reported: rows are added often.
#pragma once

#include "base/diagnostics.h"

namespace writ {

enum class DiagnosticCode : std::uint16_t {
#define DIAGNOSTIC(name, code, severity, title, explanation) name,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

}  // namespace writ
