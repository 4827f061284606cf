// Words shared by the writers for people.
#include "report/writers/wording.h"

#include <algorithm>

namespace writ::report {

std::string Grouped(std::uint64_t count) {
  const std::string digits = std::to_string(count);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string Quantity(std::uint64_t count, std::string_view noun, std::string_view plural) {
  std::string out = Grouped(count) + " ";
  if (count == 1) return out.append(noun);
  return plural.empty() ? out.append(noun).append("s") : out.append(plural);
}

std::uint64_t PlaceCount(const Finding& finding) {
  std::uint64_t exchanges = 0, listed = 0;
  for (const ExchangePlaces& part : finding.exchanges) exchanges += part.count;
  for (const Location& place : finding.places) listed += place.kind == Location::Kind::kExchange ? 1 : 0;
  return std::max<std::uint64_t>(finding.count, finding.places.size() - listed + std::max(exchanges, listed));
}

std::string PlaceText(const Location& place) {
  if (place.kind == Location::Kind::kExchange) {
    return place.recording + ", exchange " + std::to_string(place.ordinal + 1) +
           (place.label.empty() ? "" : ": " + place.label);
  }
  if (!place.has_position()) return place.file;
  return place.file + ":" + std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column);
}

std::string ControlsText(const Rule& rule) {
  std::string out;
  for (const Control& control : rule.controls) {
    if (!out.empty()) out += ", ";
    out += control.framework + " " + control.id;
  }
  return out;
}

std::string CapabilityText(const CapabilityNote& note) {
  std::string fields;
  for (std::size_t i = 0; i < note.fields.size(); ++i) {
    if (i > 0) fields += i + 1 == note.fields.size() ? " or " : ", ";
    fields += "`" + note.fields[i] + "`";
  }
  return "`" + note.rule + "` cannot be decided on `" + note.recording + "`: " + note.format +
         " does not record " + fields;
}

std::string StatusText(const Rule& rule) {
  if (!rule.status_reason.empty()) return rule.status_reason;
  if (rule.status == "inactive") return "its `activate when` is false for this run";
  if (rule.status == "not_evaluated") return "no input of the kind it needs";
  if (rule.status == "vacuous") return "its source was there and held nothing to examine";
  if (rule.status == "never_applied") return "it examined subjects and applied to none";
  return {};
}

std::vector<RuleFindings> ByRule(const Report& report, const std::vector<std::uint32_t>& findings,
                                 const std::vector<std::string_view>& verdicts) {
  std::vector<RuleFindings> groups;
  std::vector<std::size_t> group_of(report.rules.size(), 0);  // 1 + index into groups
  for (const std::uint32_t index : findings) {
    const Finding& finding = report.findings[index];
    if (std::find(verdicts.begin(), verdicts.end(), finding.verdict) == verdicts.end()) continue;
    std::size_t& group = group_of[finding.rule];
    if (group == 0) {
      groups.push_back(RuleFindings{});
      groups.back().rule = finding.rule;
      group = groups.size();
    }
    groups[group - 1].findings.push_back(index);
  }
  std::stable_sort(groups.begin(), groups.end(), [&](const RuleFindings& a, const RuleFindings& b) {
    const int x = SeverityRank(report.rules[a.rule].severity),
              y = SeverityRank(report.rules[b.rule].severity);
    return x != y ? x < y : a.rule < b.rule;
  });
  return groups;
}

Tally TallyOf(const Report& report) {
  Tally tally;
  for (const Finding& finding : report.findings) {
    if (finding.verdict == "fail") ++tally.failing;
    if (finding.verdict == "waived") ++tally.waived;
    if (finding.verdict == "indeterminate") ++tally.undecided;
    if (finding.verdict == "error") ++tally.errors;
    if (finding.blocks) ++tally.blocking;
  }
  return tally;
}

std::string RuleStatusesText(const Report& report) {
  static const char* const order[][2] = {{"evaluated", "evaluated"},
                                         {"not_evaluated", "not evaluated"},
                                         {"inactive", "inactive"},
                                         {"vacuous", "vacuous"},
                                         {"never_applied", "never applied"}};
  std::string out;
  for (const auto& row : order) {
    const auto count = std::count_if(report.rules.begin(), report.rules.end(),
                                     [&](const Rule& rule) { return rule.status == row[0]; });
    if (count == 0) continue;
    if (!out.empty()) out += ", ";
    out += Grouped(static_cast<std::uint64_t>(count)) + " " + row[1];
  }
  return out;
}

std::vector<std::string> NextSteps(const Report& report) {
  const Tally tally = TallyOf(report);
  std::vector<std::string> steps;
  if (report.input_errors > 0 || !report.input_problems.empty()) {
    steps.push_back("Repair the inputs listed as problems: what could not be read was not judged.");
  }
  if (tally.errors > 0) {
    steps.push_back(
        "Look into the rules that ended in an error: an error is never a pass. `writ explain RULE` shows "
        "what a rule does.");
  }
  std::uint64_t to_fix = 0;
  for (const Finding& finding : report.findings) {
    if (finding.blocks && finding.verdict == "fail") ++to_fix;
  }
  if (to_fix > 0) {
    steps.push_back("Fix the " +
                    (to_fix == 1 ? std::string("blocking finding") : Quantity(to_fix, "blocking finding")) +
                    " and run `writ check` again. Where the risk is accepted for a while, a `waiver` with an "
                    "end date and an "
                    "approver says so.");
  }
  if (tally.undecided > 0 || !report.capability_notes.empty()) {
    steps.push_back(
        "Decide what could not be decided: give inputs that show it, such as a recording that holds the "
        "fields named above.");
  }
  if (tally.failing > to_fix) {
    const std::uint64_t others = tally.failing - to_fix;
    steps.push_back(others == 1 ? "Plan the other finding: the gate lets it through, it is still open."
                                : "Plan the " + Quantity(others, "other finding") +
                                      ": the gate lets them through, they are still open.");
  }
  if (!report.gate.passed && steps.empty()) steps.push_back("See the reasons of the gate above.");
  if (steps.empty()) steps.push_back("Nothing. Keep the report as evidence of this run.");
  return steps;
}

}  // namespace writ::report
