// A case: what is given and what must come out, as one text file that says nothing about how either is made.
//
//     # What the case shows.
//     === policy acme/auth.writ
//     policy acme.auth version "1.0.0" language 1 …
//     === spec shop exposure=public
//     openapi: 3.0.3 …
//     === verdicts
//     acme.auth.rule<TAB>GET /users<TAB>fail<TAB>0():fail
//
// tests/conformance/README.md lists the sections. Covered by tests/coverage/case_file_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace writ::test {

struct CaseSection {
  std::string kind, argument;   // "policy", "acme/auth.writ"
  std::string text;
};

struct CaseFile {
  std::string intro;            // comment lines before the first section
  std::vector<CaseSection> sections;

  const CaseSection* Find(std::string_view kind) const;
};

// The error names the line.
Result<CaseFile> ParseCase(std::string_view text);
std::string FormatCase(const CaseFile& file);
// Whether a section holds what must come out.
bool IsExpectation(std::string_view kind);

}  // namespace writ::test
