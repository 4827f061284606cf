// From what a run found to what a report shows. Covered by tests/report/build_report_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/limits.h"
#include "base/source.h"
#include "engine/results.h"
#include "report/report.h"

namespace writ::report {

// The bounds that a verdict can depend on, by name.
std::map<std::string, std::uint64_t> LimitsInForce(const Limits& limits);

// `sources` holds every file that a span of the evaluation points into. Linear in the evaluation and in the
// bytes of the files that its spans touch, however long their lines are. Every text is masked (base/mask.h)
// and made valid UTF-8; values of secret names are left out whole. The result keeps no reference to the
// evaluation; its spans still name files of `sources`.
Report BuildReport(const engine::Evaluation& evaluation, const SourceMap& sources);

}  // namespace writ::report
