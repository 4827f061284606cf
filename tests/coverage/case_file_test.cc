// Case files: what is read is written back byte for byte, and what is no case is refused by its line.
#include <doctest/doctest.h>

#include "tests/support/case_files.h"

using namespace writ;
using namespace writ::test;

TEST_CASE("every case is written back as it was read") {
  std::vector<std::string> problems;
  const std::vector<NamedCase> cases = LoadCases("", problems);
  CHECK(problems.empty());
  CHECK(cases.size() >= 150);
  for (const NamedCase& entry : cases) {
    CAPTURE(entry.name);
    CHECK(FormatCase(entry.file) == *ReadFile(entry.path, std::size_t{16} << 20));
  }
}

TEST_CASE("a diagnostic case with a fixed sibling proposes something that compiles") {
  std::vector<std::string> problems;
  const std::string suffix = "_fixed.case";
  int fixed = 0;
  for (const NamedCase& entry : LoadCases("diagnostics/", problems)) {
    if (entry.name.size() < suffix.size() || entry.name.substr(entry.name.size() - suffix.size()) != suffix) continue;
    CAPTURE(entry.name);
    ++fixed;
    const CaseSection* diagnostics = entry.file.Find("diagnostics");
    CHECK((diagnostics == nullptr || diagnostics->text.find("error ") == std::string::npos));
  }
  CHECK(fixed >= 25);
}

TEST_CASE("what is no case is refused by its line") {
  CHECK(ParseCase("=== policy a\n").error() == "line 1: say in a comment what the case shows");
  CHECK(ParseCase("# c\ntext\n").error() == "line 2: text before the first section is a comment");
  CHECK(ParseCase("# c\n=== polcy a\n").error() == "line 2: no section is called `polcy`");
  CHECK(ParseCase("# c\n=== rules\n=== rules\n").error() == "line 3: `rules` stands twice");
}

TEST_CASE("expectations follow what is given in one order") {
  const auto file = ParseCase("# c\n=== gate\npassed\n=== policy p\ntext\n=== verdicts\nline\n");
  REQUIRE(file.ok());
  CHECK(FormatCase(*file) == "# c\n=== policy p\ntext\n=== verdicts\nline\n=== gate\npassed\n");
}
