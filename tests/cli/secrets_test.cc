// Canaries: secrets of recorded traffic, put where secrets travel and reported by rules that ask for them, are in no output in any
// spelling.
#include <doctest/doctest.h>

#include <map>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

std::string Base64(const std::string& bytes, std::size_t skip) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = skip; i + 2 < bytes.size(); i += 3) {
    const unsigned n = static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << 16 | static_cast<unsigned>(static_cast<unsigned char>(bytes[i + 1])) << 8 |
                       static_cast<unsigned char>(bytes[i + 2]);
    for (int shift = 18; shift >= 0; shift -= 6) out += kDigits[n >> shift & 63];
  }
  return out;
}

std::string Percent(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) out += std::string("%") + kHex[static_cast<unsigned char>(c) >> 4] + kHex[static_cast<unsigned char>(c) & 15];
  return out;
}

// The text itself, without its ends (a cut would leave a part), and encoded at every alignment.
std::vector<std::string> Spellings(const std::string& canary) {
  std::vector<std::string> out = {canary, canary.substr(4, 14), Percent(canary).substr(0, 30)};
  for (std::size_t skip = 0; skip < 3; ++skip) out.push_back(Base64(canary, skip).substr(0, 16));
  return out;
}

}  // namespace

TEST_CASE("no secret of a recording is in any output") {
  const std::map<std::string, std::string> canaries = {
      {"bearer", "Zq7bearerKx93mPwL2vTn8"}, {"basic", "Zq7basicpwKx93mPwL2vTn"}, {"api_key_header", "Zq7apikeyhKx93mPwL2vT"}, {"cookie", "Zq7cookieKx93mPwL2vTn8"},
      {"set_cookie", "Zq7setcookKx93mPwL2vT"},      {"query", "Zq7querykKx93mPwL2vTn8"},  {"userinfo", "Zq7userinfKx93mPwL2vT"},         {"form", "Zq7formpwKx93mPwL2vTn8"},
      {"json", "Zq7jsonpwKx93mPwL2vTn8"},           {"jwt", "Zq7jwtsigKx93mPwL2vTn8"},    {"redirect", "Zq7redirctKx93mPwL2vT"}};
  const auto at = [&](const char* name) { return canaries.at(name); };
  Folder folder;
  const std::string head = R"({"ts":1767225600000,"client_ip":"192.0.2.1","request":{"method":"POST","scheme":"https","host":"api.example.com",)";
  std::string log;
  log += head + R"("path":"/a?access_token=)" + at("query") + R"(&x=1","headers":[{"name":"Authorization","value":"Bearer )" + at("bearer") + R"("},{"name":"Cookie","value":"sessionid=)" + at("cookie") +
         R"("},{"name":"X-Api-Key","value":")" + at("api_key_header") + R"("}],"content":{"mimeType":"application/json","text":"{\"password\":\")" + at("json") + R"(\"}"}},"response":{"status":500,"headers":[{"name":"Set-Cookie","value":"sid=)" +
         at("set_cookie") + R"(; HttpOnly"},{"name":"Location","value":"https://h/cb?code=)" + at("redirect") + R"("}]}})" + "\n";
  log += head + R"("path":"/a","headers":[{"name":"Authorization","value":"Basic )" + Base64("user:" + at("basic") + "xx", 0) + R"("}],"content":{"mimeType":"application/x-www-form-urlencoded","text":"user=u&password=)" + at("form") +
         R"("}},"response":{"status":500}})" + "\n";
  log += R"({"request":{"method":"GET","url":"https://user:)" + at("userinfo") + R"(@api.example.com/a","headers":{"Authorization":"Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.)" + at("jwt") + R"("}},"response":{"status":500}})" + "\n";
  folder.Write("log.ndjson", log);
  folder.Write("p.writ",
               "policy p version \"1.0.0\" language 1\n"
               "rule a \"t\" {\n  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n  for each exchange x\n  require x.method == \"PUT\"\n"
               "  report \"${x.request.header(\"authorization\")} ${x.request.header(\"cookie\")} ${x.request.header(\"x-api-key\")} ${x.query} ${x.request.body} ${x.token?.fingerprint} ${x.session} ${x.response?.header(\"set-cookie\")} "
               "${x.response?.header(\"location\")} ${x.query_param(\"access_token\")} ${[h.value for h in x.request.headers]} ${[c.value for c in x.request.cookies]}\"\n}\n"
               "rule split \"t\" {\n  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n  for each exchange x\n  require x.method == \"PUT\"\n"
               "  report \"r\" per x.request.header(\"authorization\") ?? \"\", x.query ?? \"\"\n}\n"
               "detect keyed \"t\" {\n  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\" confidence high\n  for each exchange x where has x.request.header(\"authorization\")\n"
               "  group by x.request.header(\"authorization\") as credential, x.query_param(\"access_token\") ?? \"\" as query\n  raise when count() > 0\n  report \"${credential} ${query} ${set(present(x.request.header(\"cookie\")))}\"\n}\n");
  folder.Write("spec.yaml", std::string(kCleanSpec));
  Setting setting;
  setting.folder = folder.path();
  const Ran ran = RunWrit({"check", "--policies", "p.writ", "--spec", "spec.yaml", "--traffic", "log.ndjson", "--out", "out", "--verbose"}, setting);
  CHECK(ran.code == 1);
  std::map<std::string, std::string> outputs = {{"stdout", ran.out}, {"stderr", ran.err}};
  for (const auto& entry : std::filesystem::directory_iterator(folder / "out")) outputs[entry.path().filename().string()] = Slurp(entry.path().string());
  CHECK(outputs.size() >= 5);
  CHECK(outputs["report.json"].find("p.keyed") != std::string::npos);
  for (const auto& output : outputs) {
    for (const auto& canary : canaries) {
      for (const std::string& spelling : Spellings(canary.second)) {
        CAPTURE(output.first);
        CAPTURE(canary.first);
        CAPTURE(spelling);
        CHECK(output.second.find(spelling) == std::string::npos);
      }
    }
  }
}

TEST_CASE("a secret in a URL of a HAR is in no output either") {
  const std::string canary = "Zq7harkeyKx93mPwL2vTn8";
  Folder folder;
  folder.Write("p.writ", OneRule("exchange x", "x.method == \"PUT\"", "${x.path} ${x.query}"));
  folder.Write("web.har", R"({"log":{"version":"1.2","entries":[{"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET","url":"https://u:)" + canary + R"(@h.example/a?api_key=)" + canary +
                              R"(#access_token=)" + canary + R"(","headers":[]},"response":{"status":302,"headers":[],"redirectURL":"https://h.example/?token=)" + canary + R"(","content":{}}}]}})");
  Setting setting;
  setting.folder = folder.path();
  const Ran ran = RunWrit({"check", "--policies", "p.writ", "--traffic", "web.har", "--out", "out"}, setting);
  CHECK(ran.code == 1);
  for (const std::string& text : {ran.out, ran.err, Slurp(folder / "out/report.json"), Slurp(folder / "out/report.sarif"), Slurp(folder / "out/report.html")}) {
    for (const std::string& spelling : Spellings(canary)) CHECK(text.find(spelling) == std::string::npos);
  }
}
