// One line per rule and subject: what the machine and the oracle must agree on, byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/outcome.h"

namespace writ::engine {

// "not_applicable".
std::string_view NameOf(vm::SubjectVerdict verdict);
// "rule<TAB>subject<TAB>verdict<TAB>reason reason …"; tabs and line breaks inside are escaped.
std::string TraceLine(std::string_view rule, std::string_view subject, vm::SubjectVerdict verdict, const std::vector<std::string>& reasons);
// The reasons of an outcome: "clause:verdict" with causes or trap, and the message.
std::vector<std::string> TraceReasons(const bytecode::Rule& rule, const vm::SubjectOutcome& outcome);

}  // namespace writ::engine
