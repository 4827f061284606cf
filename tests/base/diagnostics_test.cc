// The diagnostic table, the sink, and how a diagnostic is printed.
#include "base/diagnostics.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/diagnostic_codes.h"

namespace writ {
namespace {

TEST_CASE("diagnostics: codes are unique and explained") {
  std::set<std::string_view> codes;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    CAPTURE(std::string(info.code));
    CHECK(codes.insert(info.code).second);
    CHECK(info.code.size() == 5);
    CHECK(info.code[0] == 'W');
    CHECK_FALSE(info.title.empty());
    CHECK_FALSE(info.explanation.empty());
  }
  CHECK(codes.count("W6001") == 1);
}

TEST_CASE("diagnostics: the sink counts errors") {
  DiagnosticSink sink;
  CHECK_FALSE(sink.has_errors());
  sink.ReportInput(DiagnosticCode::kCannotRead, "a.yaml", "does not exist");
  DiagnosticSink all;
  all.Append(sink);
  all.Append(sink);
  CHECK(all.error_count() == 2);
  CHECK(all.all().size() == 2);
  CHECK(all.all()[1].input == "a.yaml");
}

TEST_CASE("diagnostics: an excerpt has its caret under the place") {
  SourceMap sources;
  const FileId file = sources.Add("writ.yaml", "é: 1\nname: valeur\n");
  DiagnosticSink sink;
  Diagnostic& diagnostic = sink.Report(DiagnosticCode::kConfigSyntax, {file, 12, 18}, "something is wrong", "write it so");
  diagnostic.labels.push_back({{file, 0, 2}, "here before"});
  CHECK(RenderDiagnostic(diagnostic, sources, {}) ==
        "writ.yaml:2:7: error[W6010]: something is wrong\n"
        "    |\n"
        "  2 | name: valeur\n"
        "    |       ^^^^^^\n"
        "  writ.yaml:1:1: here before\n"
        "    |\n"
        "  1 | é: 1\n"
        "    | ^\n"
        "  help: write it so\n");
}

TEST_CASE("diagnostics: names and messages cannot steer a terminal") {
  SourceMap sources;
  DiagnosticSink sink;
  const Diagnostic& diagnostic = sink.ReportInput(DiagnosticCode::kCannotRead, "a\x1b[2J", "bad \x07");
  const std::string text = RenderDiagnostic(diagnostic, sources, {});
  CHECK(text == "a\\u{1B}[2J: error[W6001]: bad \\u{7}\n");
}

TEST_CASE("diagnostics: a long line is shown round the place") {
  SourceMap sources;
  const FileId file = sources.Add("x", std::string(1000, 'a') + "B" + std::string(1000, 'c'));
  const std::string text = RenderExcerpt({file, 1000, 1001}, sources, "here", {});
  CHECK(text.size() < 400);
  const std::size_t line = text.find("aB");
  const std::size_t caret = text.find("^ here");
  REQUIRE(line != std::string::npos);
  REQUIRE(caret != std::string::npos);
}

}  // namespace
}  // namespace writ
