// The artifacts of a run as a table: rows of report/writers.def. Adding one is a row and a body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "report/report.h"

namespace writ::report {

// Each is a pure function: the same report and sources give the same bytes. `sources` serves for excerpts
// only.
#define ARTIFACT(function, file, title) std::string function(const Report& report, const SourceMap& sources);
#include "report/writers.def"
#undef ARTIFACT

struct ArtifactInfo {
  std::string_view file;
  std::string_view title;
  std::string (*render)(const Report&, const SourceMap&);
};
const std::vector<ArtifactInfo>& AllArtifacts();

}  // namespace writ::report
