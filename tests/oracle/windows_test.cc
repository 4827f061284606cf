// Windows by definition: ties, gaps, boundaries; and what windows say of their key.
#include <doctest/doctest.h>

#include <functional>

#include "oracle/windows.h"
#include "tests/oracle/both.h"

using namespace writ;
using bytecode::WindowKind;

namespace {

// "0 1|1 2" : the times of each window.
std::string Windows(WindowKind kind, std::int64_t length, const std::vector<std::int64_t>& times) {
  std::vector<oracle::Row> rows(times.size());
  std::vector<const oracle::Row*> pointers;
  for (std::size_t i = 0; i < times.size(); ++i) {
    rows[i].time = times[i];
    rows[i].ordinal = i;
    pointers.push_back(&rows[i]);
  }
  std::string out;
  for (const oracle::Window& window : oracle::WindowsOf(kind, length, pointers)) {
    if (!out.empty()) out += "|";
    for (std::size_t i = 0; i < window.rows.size(); ++i) out += (i > 0 ? " " : "") + std::to_string(window.rows[i]->time);
  }
  return out;
}

// The lines of a detector over exchanges at these seconds, the machine's and the oracle's, which must be the same.
std::vector<std::string> Lines(const std::string& clauses, const std::vector<std::string>& exchanges) {
  test::Both both;
  both.AddPolicy("t.writ", "policy t version \"1.0.0\" language 1\ndetect d \"t\" { severity high impact fraud confidence high controls cwe 1 fix_within 1d "
                           "rationale \"r\" remediation \"m\" for each exchange x " + clauses + " report \"r\" }\n");
  std::string text;
  for (const std::string& exchange : exchanges) text += exchange + "\n";
  both.AddRecording("a.ndjson", text);
  const bool compiled = both.Compile();
  for (const Diagnostic& d : both.sink.all()) {
    if (d.severity == DiagnosticSeverity::kError) MESSAGE(d.message);
  }
  REQUIRE(compiled);
  const std::vector<std::string> lines = both.OracleLines();
  CHECK(lines == both.EngineLines());
  return lines;
}

// An exchange at a second after the epoch, with a client address or null.
std::string At(std::int64_t second, const std::string& client_ip = "null") {
  return R"({"id":"e","ts":)" + std::to_string(second * 1000) + R"(,"client_ip":)" + client_ip +
         R"(,"request":{"method":"GET","scheme":"https","host":"h.example","path":"/p","headers":[]},"response":{"status":200,"headers":[]}})";
}

}  // namespace

TEST_CASE("one group has one window") {
  CHECK(Windows(WindowKind::kNone, 0, {5, 1, 3}) == "1 3 5");
  CHECK(Windows(WindowKind::kNone, 0, {}) == "");
}

TEST_CASE("sliding windows end at each distinct time and leave their beginning out") {
  CHECK(Windows(WindowKind::kSliding, 10, {0, 10, 19}) == "0|10|10 19");
  CHECK(Windows(WindowKind::kSliding, 10, {0, 9, 10}) == "0|0 9|9 10");
  // Ties come and go together.
  CHECK(Windows(WindowKind::kSliding, 10, {0, 0, 5, 5, 10}) == "0 0|0 0 5 5|5 5 10");
  CHECK(Windows(WindowKind::kSliding, INT64_MAX, {INT64_MIN, INT64_MAX}) == std::to_string(INT64_MIN) + "|" + std::to_string(INT64_MAX));
}

TEST_CASE("tumbling windows are half open and counted from the epoch") {
  CHECK(Windows(WindowKind::kTumbling, 10, {0, 9, 10, 25}) == "0 9|10|25");
  CHECK(Windows(WindowKind::kTumbling, 10, {-1, 0, -10, -11}) == "-11|-10 -1|0");
  CHECK(Windows(WindowKind::kTumbling, INT64_MAX, {INT64_MIN, INT64_MAX}) == std::to_string(INT64_MIN) + "|" + std::to_string(INT64_MAX));
}

TEST_CASE("sessions end where the gap is greater than the bound") {
  CHECK(Windows(WindowKind::kSession, 10, {0, 10, 20, 31}) == "0 10 20|31");
  CHECK(Windows(WindowKind::kSession, 10, {50, 0, 0}) == "0 0|50");
}

TEST_CASE("raising windows that overlap or touch are one episode") {
  const auto episodes = [](const std::string& window, const std::vector<std::int64_t>& seconds) {
    std::vector<std::string> exchanges;
    for (const std::int64_t second : seconds) exchanges.push_back(At(second));
    const auto lines = Lines("group by x.method as m within " + window + " raise when count() >= 2", exchanges);
    REQUIRE(lines.size() == 1);
    return lines[0].substr(lines[0].find("GET") + 4);
  };
  CHECK(episodes("sliding 10s", {0, 1, 2}) == "fail\tepisodes 1");
  // (-9, 1] and (1, 11] touch, (2, 12] would not.
  CHECK(episodes("sliding 10s", {0, 1, 10, 11}) == "fail\tepisodes 1");
  CHECK(episodes("sliding 10s", {0, 1, 11, 12}) == "fail\tepisodes 2");
  CHECK(episodes("tumbling 10s", {0, 1, 10, 11}) == "fail\tepisodes 1");
  CHECK(episodes("tumbling 10s", {0, 1, 20, 21}) == "fail\tepisodes 2");
  CHECK(episodes("session 10s", {0, 10, 21, 31}) == "fail\tepisodes 2");
  CHECK(episodes("sliding 1s", {0, 1, 2}) == "pass\t");
}

TEST_CASE("twelve known networks raise although one row lacks its address") {
  const auto verdict = [](int known, const std::string& bound) {
    std::vector<std::string> exchanges;
    for (int i = 0; i < known; ++i) exchanges.push_back(At(i, "\"10.0." + std::to_string(i) + ".1\""));
    exchanges.push_back(At(known, "null"));
    const auto lines = Lines("group by x.method as m within sliding 10m raise when distinct(present(x.client_ip)) " + bound, exchanges);
    REQUIRE(lines.size() == 1);
    return lines[0].substr(lines[0].find("GET") + 4);
  };
  CHECK(verdict(12, "> 11") == "fail\tepisodes 1");
  CHECK(verdict(12, "> 12") == "indeterminate\t");   // the one that is not known may be the thirteenth
  CHECK(verdict(12, "> 13") == "pass\t");
}

TEST_CASE("rows that cannot be placed are one subject for each reason") {
  std::string no_time = At(0);
  no_time.replace(no_time.find("\"ts\":0"), 6, "\"ts\":null");
  const auto lines = Lines("where has x.client_ip group by x.method as m within sliding 10m raise when count() > 9", {At(1), At(2), no_time});
  // The address is asked for first, and it is unknown in all of them.
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("d\trows `client_ip` is unknown: not recorded\tindeterminate") != std::string::npos);
  const auto timeless = Lines("group by x.method as m within sliding 10m raise when count() > 9", {At(1), no_time, no_time});
  REQUIRE(timeless.size() == 2);
  CHECK(timeless[1].find("rows `start` is unknown") != std::string::npos);
  // Without a window time does not matter.
  CHECK(Lines("group by x.method as m raise when count() > 2", {At(1), no_time, no_time}).at(0).find("fail") != std::string::npos);
}

TEST_CASE("a group over its bound is not judged") {
  test::Both both;
  both.limits.rows_per_group = 2;
  both.AddPolicy("t.writ", "policy t version \"1.0.0\" language 1\ndetect d \"t\" { severity high impact fraud confidence high controls cwe 1 fix_within 1d "
                           "rationale \"r\" remediation \"m\" for each exchange x group by x.method as m raise when count() > 0 report \"r\" }\n");
  both.AddRecording("a.ndjson", At(1) + "\n" + At(2) + "\n" + At(3) + "\n");
  REQUIRE(both.Compile());
  const auto lines = both.OracleLines();
  CHECK(lines == both.EngineLines());
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("\tindeterminate\t") != std::string::npos);
}
