// What is to be explained, and when a subject of a run is it. Covered by tests/cli/explain_test.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "cli/explain/read_report.h"
#include "engine/evaluate.h"
#include "vm/outcome.h"

namespace writ::cli {

struct Target {
  std::string rule;
  const ReportedFinding* finding = nullptr;   // of the report; null for a subject that was named
  std::string subject;                        // the name that was given, when there is no finding

  // The exchange that decides, when it is known: index of its recording, and ordinal.
  std::optional<std::pair<std::uint32_t, std::uint64_t>> exchange;

  bool IsGroup() const { return finding != nullptr && finding->subject_kind == "group"; }
  // Whether a subject with this outcome is it.
  bool Is(const bytecode::Rule& rule, const bytecode::TypeTable& types, std::span<const vm::Value> variables, const vm::SubjectOutcome& outcome) const;
  // The same of a group, by the texts of its keys without secrets.
  bool IsGroupOf(const bytecode::Rule& rule, const std::vector<std::string>& key_texts) const;
};

// `what`: a fingerprint or its beginning, or with `subject` the id of a rule. Reports why there is none (W6033).
std::optional<Target> FindTarget(const ReadReport& report, const std::string& what, const std::string& subject, const std::vector<engine::RecordingInput>& recordings,
                                 DiagnosticSink& sink);

}  // namespace writ::cli
