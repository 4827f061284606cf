// Names of the enumerations of a module, as policies and reports spell them.
#include "vm/bytecode/module.h"

#include "base/check.h"

namespace writ::bytecode {

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kCritical: return "critical";
    case Severity::kHigh: return "high";
    case Severity::kMedium: return "medium";
    case Severity::kLow: return "low";
    case Severity::kInfo: return "info";
  }
  WRIT_CHECK(false);
}

std::string_view NameOf(Confidence confidence) {
  switch (confidence) {
    case Confidence::kHigh: return "high";
    case Confidence::kMedium: return "medium";
    case Confidence::kLow: return "low";
  }
  WRIT_CHECK(false);
}

}  // namespace writ::bytecode
