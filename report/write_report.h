// Puts the artifacts of a run into a folder. Covered by tests/report/write_report_test.cc.
#pragma once

#include <string>

#include "base/result.h"
#include "base/source.h"
#include "report/report.h"

namespace writ::report {

// Writes every artifact of report/writers.def into `out_dir`, which is made if need be.
// report.json is the mark of a complete set: it is there only together with the other artifacts of the same
// run. All files are first written beside their places under other names; until that has worked, an older set
// stays untouched. Then the old report.json goes, the others are renamed, and the new report.json comes last.
// A failure in between leaves a folder without report.json. The error names the file and the cause; no file
// of other names is left behind.
Status WriteReport(const Report& report, const SourceMap& sources, const std::string& out_dir);

}  // namespace writ::report
