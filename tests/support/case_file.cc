// Text of case files, both ways.
#include "tests/support/case_file.h"

#include <algorithm>
#include <iterator>

namespace writ::test {

namespace {

constexpr std::string_view kMark = "=== ";
constexpr std::string_view kGiven[] = {"policy", "expressions", "data", "spec", "recording", "options"};
// In the order in which they are written.
constexpr std::string_view kExpected[] = {"diagnostics", "lint", "fixed", "types", "program", "disassembly", "optimised", "values", "verdicts", "rules", "findings", "notes", "gate"};

bool Contains(std::string_view kind, const std::string_view* begin, const std::string_view* end) { return std::find(begin, end, kind) != end; }

}  // namespace

bool IsExpectation(std::string_view kind) { return Contains(kind, std::begin(kExpected), std::end(kExpected)); }

const CaseSection* CaseFile::Find(std::string_view kind) const {
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const CaseSection& section) { return section.kind == kind; });
  return found == sections.end() ? nullptr : &*found;
}

Result<CaseFile> ParseCase(std::string_view text) {
  CaseFile file;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.substr(0, kMark.size()) != kMark) {
      if (file.sections.empty()) {
        if (!line.empty() && line[0] != '#') return Error{"line " + std::to_string(number) + ": text before the first section is a comment"};
        file.intro += std::string(line) + "\n";
      } else {
        file.sections.back().text += std::string(line) + "\n";
      }
      continue;
    }
    CaseSection section;
    const std::string_view head = line.substr(kMark.size());
    const std::size_t space = std::min(head.find(' '), head.size());
    section.kind = std::string(head.substr(0, space));
    section.argument = std::string(head.substr(std::min(space + 1, head.size())));
    const bool expected = IsExpectation(section.kind);
    if (!expected && !Contains(section.kind, std::begin(kGiven), std::end(kGiven))) {
      return Error{"line " + std::to_string(number) + ": no section is called `" + section.kind + "`"};
    }
    if (expected && file.Find(section.kind) != nullptr) return Error{"line " + std::to_string(number) + ": `" + section.kind + "` stands twice"};
    file.sections.push_back(std::move(section));
  }
  if (file.intro.empty()) return Error{"line 1: say in a comment what the case shows"};
  return file;
}

std::string FormatCase(const CaseFile& file) {
  std::string out = file.intro;
  const auto write = [&](const CaseSection& section) {
    out += std::string(kMark) + section.kind + (section.argument.empty() ? "" : " " + section.argument) + "\n" + section.text;
  };
  for (const CaseSection& section : file.sections) {
    if (!IsExpectation(section.kind)) write(section);
  }
  for (const std::string_view kind : kExpected) {
    if (const CaseSection* section = file.Find(kind)) write(*section);
  }
  return out;
}

}  // namespace writ::test
