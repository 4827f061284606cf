// Trace lines.
#include "engine/trace.h"

#include "engine/collector.h"

namespace writ::engine {

namespace {

void AppendEscaped(std::string& out, std::string_view text) {
  for (char c : text) {
    if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
}

}  // namespace

std::string_view NameOf(vm::SubjectVerdict verdict) {
  switch (verdict) {
    case vm::SubjectVerdict::kPass: return "pass";
    case vm::SubjectVerdict::kFail: return "fail";
    case vm::SubjectVerdict::kNotApplicable: return "not_applicable";
    case vm::SubjectVerdict::kIndeterminate: return "indeterminate";
    case vm::SubjectVerdict::kError: return "error";
  }
  return "?";
}

std::string TraceLine(std::string_view rule, std::string_view subject, vm::SubjectVerdict verdict, const std::vector<std::string>& reasons) {
  std::string line(rule);
  line += '\t';
  AppendEscaped(line, subject);
  line += '\t';
  line += NameOf(verdict);
  line += '\t';
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (i > 0) line += ' ';
    AppendEscaped(line, reasons[i]);
  }
  return line;
}

std::vector<std::string> TraceReasons(const bytecode::Rule& rule, const vm::SubjectOutcome& outcome) {
  std::vector<std::string> reasons;
  for (const vm::ClauseOutcome& clause : outcome.clauses) {
    std::string text = std::to_string(clause.clause) + "(" + rule.clauses[clause.clause].reason + "):" + std::string(NameOf(clause.verdict));
    if (clause.verdict == vm::SubjectVerdict::kIndeterminate) text += "[" + UnknownText(clause.causes, clause.field) + "]";
    if (clause.verdict == vm::SubjectVerdict::kError) text += "[" + TrapText(clause.trap) + "]";
    reasons.push_back(std::move(text));
  }
  if (!outcome.message.empty()) reasons.push_back("\"" + outcome.message + "\"");
  return reasons;
}

}  // namespace writ::engine
