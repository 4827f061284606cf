// The table of artifacts.
#include "report/writers.h"

namespace writ::report {

const std::vector<ArtifactInfo>& AllArtifacts() {
  static const std::vector<ArtifactInfo> rows = {
#define ARTIFACT(function, file, title) {file, title, function},
#include "report/writers.def"
#undef ARTIFACT
  };
  return rows;
}

}  // namespace writ::report
