// docs/report.schema.json against the writer, without a validator: what drifts most easily is a member that
// one of them lacks. The full validation is scripts/validate-artifacts.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/version.h"
#include "report/writers.h"
#include "tests/repo.h"
#include "tests/report/flat_json.h"
#include "tests/report/sample.h"

namespace writ::report {
namespace {

std::string Schema() {
  const auto text = ReadFile(test::RepoPath("docs/report.schema.json"), 1 << 20);
  REQUIRE(text.ok());
  return *text;
}

TEST_CASE("the schema knows every member of the report and forbids others") {
  const test::Sample sample;
  const auto json = test::FlatJson::Parse(RenderReportJson(sample.Build(), sample.sources));
  REQUIRE(json);
  std::set<std::string> names;
  for (const auto& [pointer, value] : json->scalars()) {
    std::string parent;
    for (std::size_t at = 1; at < pointer.size();) {
      const std::size_t end = std::min(pointer.find('/', at), pointer.size());
      const std::string name = pointer.substr(at, end - at);
      const bool is_free = parent == "identity" || parent == "by_api" || parent == "limits";
      if (!is_free && name.find_first_not_of("0123456789") != std::string::npos) names.insert(name);
      parent = name;
      at = end + 1;
    }
  }
  CHECK(names.size() > 80);
  const std::string schema = Schema();
  for (const std::string& name : names)
    CHECK_MESSAGE(schema.find("\"" + name + "\": {") != std::string::npos, name);
}

TEST_CASE("every object of the schema is closed and lists what it requires") {
  const std::string schema = Schema();
  const auto count = [&](const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = schema.find(part); at != std::string::npos; at = schema.find(part, at + 1)) ++n;
    return n;
  };
  // Three maps with free names: identity, by_api and limits.
  CHECK(count("\"type\": \"object\"") == count("\"additionalProperties\": false") + 3);
  CHECK(count("\"additionalProperties\": false") == count("\"required\": ["));
}

TEST_CASE("the schema is of the version that the writer names") {
  CHECK(Schema().find("\"const\": \"" + std::string(kReportVersion) + "\"") != std::string::npos);
}

}  // namespace
}  // namespace writ::report
