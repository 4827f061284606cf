// The subset of JUnit's XML that every reader of it knows: testsuites, testsuite, testcase, failure.
#include "cli/testing/junit.h"

#include <map>

#include "base/markup.h"

namespace writ::cli {

namespace {

std::string Attribute(const char* name, std::string_view value) { return std::string(" ") + name + "=\"" + EscapeMarkup(value) + "\""; }

struct Suite {
  std::string rule;
  std::vector<const TestResult*> results;
  std::size_t failures = 0;
};

std::string Counts(std::size_t tests, std::size_t failures) {
  return Attribute("tests", std::to_string(tests)) + Attribute("failures", std::to_string(failures)) + Attribute("errors", "0") + Attribute("skipped", "0");
}

}  // namespace

std::string RenderJunit(const std::vector<TestResult>& results) {
  std::vector<Suite> suites;
  std::map<std::string, std::size_t> suite_of;
  std::size_t failures = 0;
  for (const TestResult& result : results) {
    const auto [found, is_new] = suite_of.try_emplace(result.rule, suites.size());
    if (is_new) suites.push_back({result.rule, {}, 0});
    Suite& suite = suites[found->second];
    suite.results.push_back(&result);
    if (!result.passed) ++suite.failures, ++failures;
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + Attribute("name", "writ test") + Counts(results.size(), failures) + ">\n";
  for (const Suite& suite : suites) {
    out += "  <testsuite" + Attribute("name", suite.rule) + Counts(suite.results.size(), suite.failures) + ">\n";
    for (const TestResult* result : suite.results) {
      // "file:line:column", where a file may hold colons itself.
      const std::size_t column = result->place.rfind(':');
      const std::size_t line = result->place.rfind(':', column - 1);
      out += "    <testcase" + Attribute("name", result->title) + Attribute("classname", result->rule) + Attribute("file", result->place.substr(0, line)) +
             Attribute("line", result->place.substr(line + 1, column - line - 1));
      if (result->passed) {
        out += "/>\n";
        continue;
      }
      std::string first, text;
      for (const TestLine& line_of : result->lines) {
        if (line_of.kind != TestLine::Kind::kMet && first.empty()) first = line_of.text;
        text += EscapeMarkup(Marked(line_of)) + "\n";
      }
      out += ">\n      <failure" + Attribute("message", first) + ">" + text + "</failure>\n    </testcase>\n";
    }
    out += "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace writ::cli
