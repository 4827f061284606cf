// The same inputs give the same bytes, whatever is around them; and no artifact knows where it was made.
#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

void CopySample(const Folder& to) {
  std::filesystem::copy(RepoPath("examples/ledgerline"), to / "project", std::filesystem::copy_options::recursive);
}

struct Artifacts {
  int code = 0;
  std::string out, err, json, sarif, html;
  bool operator==(const Artifacts&) const = default;
};

Artifacts Check(const Folder& folder, std::vector<std::string> arguments, const std::string& out, Setting setting) {
  for (const char* more : {"--as-of", "2026-06-01", "--out"}) arguments.emplace_back(more);
  arguments.push_back(out);
  arguments.insert(arguments.begin(), "check");
  const Ran ran = RunWrit(arguments, setting);
  Artifacts artifacts{ran.code, ran.out, ran.err, Slurp(folder / "project/out/report.json"), Slurp(folder / "project/out/report.sarif"), Slurp(folder / "project/out/report.html")};
  std::filesystem::remove_all(folder / "project/out");
  return artifacts;
}

}  // namespace

TEST_CASE("bytes do not depend on threads or folder or locale or time zone or umask or home") {
  Folder folder, elsewhere;
  CopySample(folder);
  Setting inside;
  inside.folder = folder / "project";
  const Artifacts first = Check(folder, {}, "out", inside);
  CHECK(first.code == 1);
  REQUIRE(first.json.size() > 1000);
  REQUIRE(first.sarif.size() > 1000);
  REQUIRE(first.html.size() > 1000);
  CHECK((Check(folder, {}, "out", inside) == first));
  CHECK((Check(folder, {"--jobs", "1"}, "out", inside) == first));
  CHECK((Check(folder, {"--jobs", "2"}, "out", inside) == first));
  CHECK((Check(folder, {"--jobs", "7"}, "out", inside) == first));
  for (const char* variable : {"LC_ALL=C", "LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo", "HOME=/", "USER=somebody", "TERM=xterm-256color", "COLUMNS=40", "NO_COLOR=1"}) {
    Setting setting = inside;
    setting.environment = {variable};
    CAPTURE(variable);
    CHECK((Check(folder, {}, "out", setting) == first));
  }
  Setting masked = inside;
  masked.mask = 077;
  CHECK((Check(folder, {}, "out", masked) == first));
  // From another folder: the line that says where the report is names another path; all else is the same.
  Setting outside;
  outside.folder = elsewhere.path();
  const Artifacts far = Check(folder, {"--config", folder / "project/writ.yaml"}, folder / "project/out", outside);
  CHECK(far.json == first.json);
  CHECK(far.sarif == first.sarif);
  CHECK(far.html == first.html);
  CHECK(far.code == first.code);
  Folder other;
  CopySample(other);
  Setting there = inside;
  there.folder = other / "project";
  CHECK((Check(other, {}, "out", there) == first));
  for (const std::string& artifact : {first.json, first.sarif, first.html, first.out, first.err}) {
    CHECK(artifact.find(folder.path()) == std::string::npos);
    CHECK(artifact.find(std::filesystem::temp_directory_path().string() + "/") == std::string::npos);
  }
}

TEST_CASE("the order of the command line does not show") {
  Folder folder;
  CopySample(folder);
  Setting inside;
  inside.folder = folder / "project";
  const Artifacts first = Check(folder, {"--spec", "openapi.yaml", "--traffic", "traffic/session.har", "--traffic", "traffic/session.exchanges.ndjson"}, "out", inside);
  const Artifacts second = Check(folder, {"--traffic", "traffic/session.exchanges.ndjson", "--spec", "openapi.yaml", "--traffic", "traffic/session.har"}, "out", inside);
  REQUIRE(first.json.size() > 1000);
  CHECK((first == second));
}

TEST_CASE("artifacts are readable by others whatever the umask") {
  Folder folder;
  CopySample(folder);
  Setting masked;
  masked.folder = folder / "project";
  masked.mask = 077;
  CHECK(RunWrit({"check", "--as-of", "2026-06-01", "--out", "out"}, masked).code == 1);
  struct stat info {};
  REQUIRE(::stat((folder / "project/out/report.json").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0644);
}
