// Profiles as text.
#include "cli/profile.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace writ::cli {

std::string ProfileTable(const bytecode::Module& module, const std::vector<engine::RuleProfile>& profile) {
  std::vector<std::size_t> order(profile.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return profile[a].nanoseconds > profile[b].nanoseconds; });
  std::string out = "      CPU ms    subjects      judged  rule\n";
  for (const std::size_t rule : order) {
    const engine::RuleProfile& row = profile[rule];
    if (row.subjects == 0 && row.nanoseconds == 0) continue;
    char line[64];
    std::snprintf(line, sizeof line, "%12.3f%12llu%12llu  ", static_cast<double>(row.nanoseconds) / 1e6, static_cast<unsigned long long>(row.subjects),
                  static_cast<unsigned long long>(row.judged));
    out += line + module.rules[rule].id + "\n";
  }
  return out + "judged: by the machine; the others were decided by conditions that rules share, whose time counts for the first rule that asks\n";
}

std::string ProfileJson(const bytecode::Module& module, const std::vector<engine::RuleProfile>& profile) {
  // Ids of rules are dotted names, so nothing needs to be escaped.
  std::string out = "{\"rules\":[";
  for (std::size_t rule = 0; rule < profile.size(); ++rule) {
    out += std::string(rule == 0 ? "" : ",") + "\n{\"id\":\"" + module.rules[rule].id + "\",\"judged\":" + std::to_string(profile[rule].judged) +
           ",\"nanoseconds\":" + std::to_string(profile[rule].nanoseconds) + ",\"subjects\":" + std::to_string(profile[rule].subjects) + "}";
  }
  return out + "\n]}\n";
}

}  // namespace writ::cli
