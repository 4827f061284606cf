// The sample project: every planted fault is found, nothing else is, and what looks like a fault and is none stays quiet.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/report/flat_json.h"
#include "tests/support/program.h"

using namespace writ::test;

namespace {

struct Row {
  std::string verdict, rule, api, subject;
};

std::vector<Row> Expected() {
  std::vector<Row> rows;
  std::istringstream in(Slurp(RepoPath("examples/ledgerline/expected.tsv")));
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    Row row;
    std::istringstream cells(line);
    std::getline(cells, row.verdict, '\t');
    std::getline(cells, row.rule, '\t');
    std::getline(cells, row.api, '\t');
    std::getline(cells, row.subject, '\t');
    rows.push_back(row);
  }
  return rows;
}

struct Found {
  std::string verdict, rule, api;
  std::vector<std::string> subjects;   // its text, and the pointer or url of its identity
};

std::vector<Found> Findings(const FlatJson& report, const std::string& list) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < report.Size(list); ++i) {
    const std::string at = list + "/" + std::to_string(i);
    Found finding{report.At(at + "/verdict"), report.At(at + "/rule"), report.At(at + "/api"), {}};
    if (finding.api == "" || finding.api == "<none>") finding.api = "-";
    for (const char* name : {"/subject", "/identity/pointer", "/identity/url"}) finding.subjects.push_back(report.At(at + name));
    found.push_back(finding);
  }
  return found;
}

bool Matches(const Row& row, const Found& finding) {
  if (row.rule != finding.rule || row.api != finding.api) return false;
  return row.subject == "*" || std::find(finding.subjects.begin(), finding.subjects.end(), row.subject) != finding.subjects.end();
}

}  // namespace

TEST_CASE("the sample project shows the planted faults and no others") {
  Folder folder;
  Setting setting;
  setting.folder = RepoPath("examples/ledgerline");
  const Ran ran = RunWrit({"check", "--as-of", "2026-06-01", "--out", folder / "out"}, setting);
  CHECK(ran.code == 1);
  const auto report = FlatJson::Parse(Slurp(folder / "out/report.json"));
  REQUIRE(report.has_value());
  std::vector<Found> findings = Findings(*report, "/findings");
  const std::vector<Row> rows = Expected();
  REQUIRE(rows.size() > 40);
  std::map<std::string, int> used;
  for (const Row& row : rows) {
    CAPTURE(row.rule);
    CAPTURE(row.subject);
    ++used[row.verdict];
    bool found = false;
    for (const Found& finding : findings) {
      if (!Matches(row, finding)) continue;
      if (row.verdict == "quiet") {
        CHECK(finding.verdict != "fail");
        CHECK(finding.verdict != "waived");
      }
      found = found || finding.verdict == row.verdict;
    }
    if (row.verdict != "quiet") CHECK(found);
  }
  CHECK(used["fail"] > 15);
  CHECK(used["waived"] > 0);
  CHECK(used["quiet"] > 15);
  for (const Found& finding : findings) {
    if (finding.verdict != "fail" && finding.verdict != "waived") continue;
    const bool expected = std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.verdict == finding.verdict && Matches(row, finding); });
    CAPTURE(finding.rule);
    CAPTURE(finding.subjects[0]);
    CHECK(expected);
  }
}
