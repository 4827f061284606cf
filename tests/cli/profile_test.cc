// `--profile` and `--explain-plan`: what they print, and that the report does not change.
#include <doctest/doctest.h>

#include "base/file.h"
#include "tests/support/program.h"

using namespace writ::test;

namespace {

bool Says(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

Ran In(const Folder& folder, const std::vector<std::string>& arguments) {
  Setting setting;
  setting.folder = folder.path();
  return RunWrit(arguments, setting);
}

TEST_CASE("a profile is a table on stderr, or a file beside the report, which stays as it is") {
  Folder folder;
  folder.Write("a.writ", OneRule("operation op", "op.path == \"/a\""));
  folder.Write("spec.yaml", kCleanSpec);
  const std::vector<std::string> check = {"check", "--policies", "a.writ", "--spec", "spec.yaml", "--as-of", "2026-01-01T00:00:00Z"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), check.begin(), check.end());
    return In(folder, more);
  };
  const Ran table = with({"--profile"});
  CHECK(table.code == 0);
  CHECK(Says(table.err, "subjects      judged  rule\n"));
  CHECK(Says(table.err, "  p.a\n"));
  CHECK(with({"--out", "plain"}).code == 0);
  CHECK(with({"--out", "profiled", "--profile"}).code == 0);
  const auto read = [&](const std::string& name) { return writ::ReadFile(folder.path() + "/" + name, 1 << 20); };
  CHECK(read("plain/report.json").value() == read("profiled/report.json").value());
  CHECK(!read("plain/profile.json").ok());
  CHECK(Says(read("profiled/profile.json").value(), "{\"id\":\"p.a\",\"judged\":"));
}

TEST_CASE("the plan says what is read, shared, indexed and left to the machine") {
  Folder folder;
  folder.Write("a.writ", OneRule("exchange x where x.method == \"GET\" or x.method == \"PUT\"", "x.succeeded"));
  const Ran plan = In(folder, {"compile", "a.writ", "--explain-plan"});
  CHECK(plan.code == 0);
  CHECK(Says(plan.out, "p.a  O(exchanges)\n  reads    Exchange.method, Exchange.succeeded\n  decided  conditions; the machine, only what fails or is not known\n"
                       "  asks     Exchange.method == \"GET\"; by index of values\n"));
}

}  // namespace
