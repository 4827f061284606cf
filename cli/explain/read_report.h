// What `writ explain` needs of a report.json: its findings, and what they were judged on. Whoever wrote the file is not trusted.
// Covered by tests/cli/explain_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"

namespace writ::cli {

// An exchange by its recording and 0-based ordinal.
struct ReportedExchange {
  std::string recording;
  std::uint64_t ordinal = 0;
};

struct ReportedFinding {
  std::string fingerprint, rule, verdict, reason, subject, subject_kind, message;
  std::map<std::string, std::string> identity;
  std::optional<ReportedExchange> first;   // of its exchanges
  std::uint64_t count = 0;                 // subjects that are folded into it
  std::string waiver;                      // "" when none covers it
};

struct ReadReport {
  std::string now, tool_version, module_digest;
  std::map<std::pair<std::string, std::string>, std::string> inputs;   // (role, name) → SHA-256, "" when it was not read to its end
  std::map<std::string, std::string> values;                           // params and inputs, by full name
  std::map<std::string, std::string> limits;
  std::vector<ReportedFinding> findings;                               // in the order of the report
};

// Nothing, with diagnostics, when the file is no report of a format that is known.
std::optional<ReadReport> ReadReportFile(const std::string& path, SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::cli
