// `writ fmt` as its user sees it: what it writes, what it says, and its codes.
#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

const char* const kRagged = "policy p version \"1.0.0\" language 1\nconst A:int=1\n\n\nconst B: int = 2 # two\nconst C: int = 3\n";
const char* const kTidy = "policy p version \"1.0.0\" language 1\n\nconst A: int = 1\n\nconst B: int = 2  # two\nconst C: int = 3\n";

struct Policies {
  Folder folder;
  Policies() {
    folder.Write("ragged.writ", kRagged);
    folder.Write("deep/tidy.writ", kTidy);
  }
  Ran Fmt(std::vector<std::string> arguments) const {
    Setting setting;
    setting.folder = folder.path();
    setting.input = "ragged.writ";
    arguments.insert(arguments.begin(), "fmt");
    return RunWrit(arguments, setting);
  }
  std::string Text(const std::string& name) const { return Slurp(folder / name); }
};

}  // namespace

TEST_CASE("fmt: rewrites what is not in the style and names it") {
  const Policies policies;
  const Ran first = policies.Fmt({"."});
  CHECK(first.code == 0);
  CHECK(first.out == "./ragged.writ\n");
  CHECK(policies.Text("ragged.writ") == kTidy);
  const Ran second = policies.Fmt({"."});
  CHECK(second.code == 0);
  CHECK(second.out.empty());
}

TEST_CASE("fmt: --check and --diff change nothing and end with 1 when something would change") {
  const Policies policies;
  const Ran check = policies.Fmt({"--check", "."});
  CHECK(check.code == 1);
  CHECK(check.out == "./ragged.writ\n");
  CHECK(policies.Fmt({"--check", "deep"}).code == 0);
  const Ran diff = policies.Fmt({"--diff", "ragged.writ"});
  CHECK(diff.code == 1);
  CHECK(diff.out ==
        "--- a/ragged.writ\n+++ b/ragged.writ\n@@ -1,6 +1,6 @@\n policy p version \"1.0.0\" language 1\n-const A:int=1\n \n+const A: int = 1\n \n"
        "-const B: int = 2 # two\n+const B: int = 2  # two\n const C: int = 3\n");
  CHECK(policies.Text("ragged.writ") == kRagged);
}

TEST_CASE("fmt: standard input goes to standard output") {
  const Policies policies;
  const Ran ran = policies.Fmt({"-"});
  CHECK(ran.code == 0);
  CHECK(ran.out == kTidy);
}

TEST_CASE("fmt: what cannot be read is left alone and the code is 2") {
  const Policies policies;
  policies.folder.Write("broken.writ", "policy p version \"1.0.0\" language 1\nconst A: int = (1\n");
  const Ran ran = policies.Fmt({"broken.writ", "ragged.writ"});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("broken.writ:2:") != std::string::npos);
  CHECK(policies.Text("broken.writ") == "policy p version \"1.0.0\" language 1\nconst A: int = (1\n");
  CHECK(policies.Text("ragged.writ") == kTidy);
  CHECK(policies.Fmt({"absent.writ"}).code == 2);
  CHECK(policies.Fmt({}).code == 2);
}

TEST_CASE("fmt: policies that come with the project are in the style") {
  CHECK(RunWrit({"fmt", "--check", RepoPath("stdlib-policies"), RepoPath("examples")}).code == 0);
}
