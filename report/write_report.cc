// Stage, retire, rename; report.json last.
#include "report/write_report.h"

#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <vector>

#include "base/file.h"
#include "report/writers.h"

namespace writ::report {
namespace {

constexpr std::string_view kCompleteMark = "report.json";

Error Failure(const std::string& path, const std::string& cause) {
  return Error{"cannot write `" + path + "`: " + cause};
}
Error Failure(const std::string& path) {
  return Failure(path, std::generic_category().message(errno));
}

struct StagedFile {
  std::string from, to;
};

// Removes what is still staged when it goes.
struct Staging {
  std::vector<StagedFile> files;
  ~Staging() {
    for (const StagedFile& file : files) ::unlink(file.from.c_str());
  }
};

}  // namespace

Status WriteReport(const Report& report, const SourceMap& sources, const std::string& out_dir) {
  if (const Status made = MakeDirectories(out_dir); !made.ok()) return Failure(out_dir, made.error());
  Staging staging;
  StagedFile mark;
  for (const ArtifactInfo& artifact : AllArtifacts()) {
    StagedFile file;
    file.to = JoinPath(out_dir, artifact.file);
    std::string staged(".");
    staged.append(artifact.file).append(".new");
    file.from = JoinPath(out_dir, staged);
    staging.files.push_back(file);
    if (artifact.file == kCompleteMark) mark = file;
    ::unlink(file.from.c_str());  // of a run that was killed, or a link that someone laid
    const Status written = WriteFileAtomically(file.from, artifact.render(report, sources));
    if (!written.ok()) return Failure(file.to, written.error());
    if (IsDirectory(file.to)) return Failure(file.to, "is a directory");
  }
  if (::unlink(mark.to.c_str()) != 0 && errno != ENOENT) return Failure(mark.to);
  for (const StagedFile& file : staging.files) {
    if (file.to != mark.to && std::rename(file.from.c_str(), file.to.c_str()) != 0) return Failure(file.to);
  }
  if (std::rename(mark.from.c_str(), mark.to.c_str()) != 0) return Failure(mark.to);
  return OkStatus();
}

}  // namespace writ::report
