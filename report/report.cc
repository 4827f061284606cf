// The few functions of the report's data.
#include "report/report.h"

namespace writ::report {

Counts& Counts::operator+=(const Counts& other) {
  not_applicable += other.not_applicable;
  passed += other.passed;
  failed += other.failed;
  waived += other.waived;
  indeterminate += other.indeterminate;
  errors += other.errors;
  unmatched += other.unmatched;
  return *this;
}

int SeverityRank(const std::string& severity) {
  static const char* const order[] = {"critical", "high", "medium", "low", "info"};
  int rank = 0;
  for (const char* word : order) {
    if (severity == word) return rank;
    ++rank;
  }
  return rank;
}

}  // namespace writ::report
