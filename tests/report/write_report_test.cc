// A report folder is whole or looks like none: staging, replacing, and what goes wrong between.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <csignal>
#include <filesystem>

#include "base/file.h"
#include "report/write_report.h"
#include "report/writers.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

namespace fs = std::filesystem;

struct Folder {
  std::string path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "writ-report-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }
  std::string Read(const std::string& name) const { return *ReadFile(path + "/" + name, 1 << 24); }
};

TEST_CASE("a report folder is made and holds the three artifacts and nothing else") {
  const test::Sample sample;
  const Report report = sample.Build();
  Folder folder;
  fs::remove(folder.path);
  REQUIRE(WriteReport(report, sample.sources, folder.path + "/").ok());
  CHECK(folder.Names() == std::vector<std::string>{"report.html", "report.json", "report.sarif"});
  for (const ArtifactInfo& artifact : AllArtifacts()) {
    CHECK(folder.Read(std::string(artifact.file)) == artifact.render(report, sample.sources));
  }
}

TEST_CASE("a second run replaces the first") {
  test::Sample sample;
  Folder folder;
  REQUIRE(WriteReport(sample.Build(), sample.sources, folder.path).ok());
  sample.evaluation.project = "other";
  REQUIRE(WriteReport(sample.Build(), sample.sources, folder.path).ok());
  CHECK(folder.Read("report.json").find("\"project\":\"other\"") != std::string::npos);
  CHECK(folder.Names().size() == 3);
}

TEST_CASE("when an artifact cannot be staged the older set stays whole") {
  test::Sample sample;
  Folder folder;
  REQUIRE(WriteReport(sample.Build(), sample.sources, folder.path).ok());
  const std::string before = folder.Read("report.json");
  // A folder stands where the last artifact is staged.
  fs::create_directory(folder.path + "/.report.html.new");
  sample.evaluation.project = "other";
  const Status status = WriteReport(sample.Build(), sample.sources, folder.path);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().find("report.html`: ") != std::string::npos);
  CHECK(folder.Read("report.json") == before);
  CHECK(folder.Read("report.sarif").find("other") == std::string::npos);
  fs::remove(folder.path + "/.report.html.new");
  CHECK(folder.Names().size() == 3);
}

TEST_CASE("an artifact whose place is taken leaves no new report.json") {
  const test::Sample sample;
  Folder folder;
  fs::create_directory(folder.path + "/report.sarif");
  const Status status = WriteReport(sample.Build(), sample.sources, folder.path);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().find("report.sarif`: is a directory") != std::string::npos);
  CHECK(folder.Names() == std::vector<std::string>{"report.sarif"});
}

TEST_CASE("a file where the folder should be is an error") {
  const test::Sample sample;
  Folder folder;
  REQUIRE(WriteFileAtomically(folder.path + "/file", "x").ok());
  const Status status = WriteReport(sample.Build(), sample.sources, folder.path + "/file");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().find("cannot write `") == 0);
  CHECK(folder.Read("file") == "x");
}

TEST_CASE("a disk that fills up is an error and the older set stays whole") {
  test::Sample sample;
  Folder folder;
  REQUIRE(WriteReport(sample.Build(), sample.sources, folder.path).ok());
  const std::string before = folder.Read("report.html");
  sample.evaluation.project = "other";
  // No file may grow beyond report.json: the page no longer fits.
  rlimit old{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
  rlimit small = old;
  small.rlim_cur = folder.Read("report.json").size() + 100;
  REQUIRE(before.size() > small.rlim_cur);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const Status status = WriteReport(sample.Build(), sample.sources, folder.path);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &old) == 0);
  std::signal(SIGXFSZ, handler);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().find("report.html`: ") != std::string::npos);
  CHECK(folder.Read("report.html") == before);
  CHECK(folder.Read("report.json").find("\"project\":\"shop\"") != std::string::npos);
  CHECK(folder.Names() == std::vector<std::string>{"report.html", "report.json", "report.sarif"});
}

TEST_CASE("a link laid where a file is staged is not followed") {
  const test::Sample sample;
  Folder folder, elsewhere;
  REQUIRE(WriteFileAtomically(elsewhere.path + "/precious", "x").ok());
  fs::create_symlink(elsewhere.path + "/precious", folder.path + "/.report.json.new");
  REQUIRE(WriteReport(sample.Build(), sample.sources, folder.path).ok());
  CHECK(elsewhere.Read("precious") == "x");
  CHECK(folder.Names().size() == 3);
}

}  // namespace
}  // namespace writ::report
