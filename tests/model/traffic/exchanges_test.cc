// Writ's own format: every member as docs/exchange-format.md has it, absent against null, and lines that are
// wrong.
#include <doctest/doctest.h>

#include <string>

#include "base/file.h"
#include "tests/model/traffic/print_exchange.h"
#include "tests/repo.h"

using namespace writ;
using namespace writ::model;

namespace {

std::string One(const std::string& line) {
  const ReadResult result = ReadText(line + "\n");
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.diagnostics.empty());
  return result.exchanges[0];
}

bool Has(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

// The members of `request` besides the method.
std::string WithRequest(const std::string& more) {
  return One(R"({"request":{"method":"POST",)" + more + "}}");
}
std::string WithResponse(const std::string& members) {
  return One(R"({"request":{"method":"GET","path":"/"},"response":{)" + members + "}}");
}

}  // namespace

TEST_CASE("a line with all members becomes an exchange") {
  const ReadResult result = ReadText(
      R"({"id":"ex-1","ts":1700000000005,"client_ip":"10.1.2.3","server_ip":"192.0.2.9:443","request":{"method":"GET","scheme":"HTTPS","host":"API.example.com:443","path":"/repos/a","query":"page=3&q=a%20b","httpVersion":"HTTP/2","headers":[{"name":"Host","value":"other"},{"name":"X-Api-Key","value":"k1"}],"bodySize":0},"response":{"status":200,"headers":[{"name":"content-type","value":"application/json; charset=utf-8"},{"name":"etag","value":"W/\"a\""}],"content":{"mimeType":"application/json","size":9,"text":"{\"a\":\"b\"}"}},"time_ms":100.5})"
      "\n");
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.format == "exchanges");
  CHECK(result.exchanges[0] ==
        "GET /repos/a\nid: ex-1\nstart: 2023-11-14T22:13:20.005Z\nend: 2023-11-14T22:13:20.105Z\nduration: "
        "100ms500us\nscheme: https\n"
        "host: api.example.com\nquery: page=3&q=a%20b\nparam: page=3\nparam: q=a b\nclient: "
        "10.1.2.3\nserver: 192.0.2.9\n"
        "> header: host=other\n> header: x-api-key=k1\n> body size: 0\nstatus: 200\n< header: "
        "content-type=application/json; charset=utf-8\n"
        "< header: etag=W/\"a\"\n< type: application/json\n< body: {\"a\":\"b\"}\n< body size: 9\n");
}

TEST_CASE("a member that is left out is absent and null is unknown") {
  CHECK(One(R"({"request":{"method":"GET","path":"/"}})") ==
        "GET /\nscheme: ? not captured\nhost: ? not captured\n> body size: 0\nno response\n");
  CHECK(
      One(R"({"id":null,"ts":null,"time_ms":null,"client_ip":null,"server_ip":null,"request":{"method":"GET","path":"/","query":null,"headers":null,"cookies":null,"body":null},"response":null})") ==
      "GET /\nid: ? not captured\nstart: ? not captured\nend: ? not captured\nduration: ? not "
      "captured\nscheme: ? not captured\n"
      "host: ? not captured\nquery: ? not captured\nparam: ? not captured\nclient: ? not captured\nserver: ? "
      "not captured\n"
      "> header: ? not captured\n> cookie: ? not captured\n> type: ? not captured\n> body: ? not captured\n> "
      "body size: ? not captured\n"
      "status: ? not captured\n< header: ? not captured\n< cookie: ? not captured\n< type: ? not captured\n< "
      "body: ? not captured\n"
      "< body size: ? not captured\n");
  CHECK(Has(WithResponse(R"("status":null)"), "status: ? not captured"));
  CHECK(Has(WithResponse(R"("status":0)"), "no response"));
  CHECK(Has(WithResponse(R"("status":"404")"), "status: 404"));
  CHECK(Has(WithResponse(R"("status":"teapot")"), "status: ? undecodable"));
  CHECK(Has(WithResponse(R"("status":200,"content":null)"), "< body: ? not captured"));
}

TEST_CASE("a URL may come whole or in parts") {
  CHECK(Has(WithRequest(R"("url":"http://H.example:8080/a/b?c=d")"),
            "scheme: http\nhost: h.example:8080\nquery: c=d\nparam: c=d"));
  CHECK(Has(WithRequest(R"("url":"http://h/a","scheme":"https","host":"g","path":"/b","query":"?x=y")"),
            "scheme: https\nhost: g\nquery: x=y"));
  CHECK(WithRequest(R"("path":"/a?b=c")").substr(0, 8) == "POST /a\n");
  CHECK(Has(WithRequest(R"("path":"/a?b=c")"), "query: b=c"));
  CHECK(Has(WithRequest(R"("path":"/a","headers":{"Host":"from.header"})"), "host: from.header"));
  CHECK(Has(WithRequest(R"("path":"/a","host":"explicit","headers":{"Host":"from.header"})"),
            "host: explicit"));
}

TEST_CASE("headers and cookies may be lists or objects and partial") {
  CHECK(
      Has(WithRequest(R"("path":"/","headers":{"A":"1","b":["2","3"],"C":4,"authorization":[]})"),
          "> header: a=1\n> header: b=2\n> header: b=3\n> header: c=4\n> header: authorization= (redacted)"));
  CHECK(Has(WithRequest(R"("path":"/","headers":[],"headers_partial":true)"),
            "> header lack: ? incomplete\n> cookie lack: ? incomplete"));
  CHECK(
      Has(WithRequest(R"("path":"/","cookies":{"Sid":"1"},"headers":{"Cookie":"b=2"})"), "> cookie: Sid=1"));
  CHECK(Has(WithRequest(R"("path":"/","cookies":[{"name":"Sid","value":"***"}])"),
            "> cookie: Sid=*** (redacted)"));
  CHECK(Has(WithResponse(R"("status":200,"headers":{"Set-Cookie":["a=1; Path=/","b=2"]})"),
            "< cookie: a=1\n< cookie: b=2"));
}

TEST_CASE("a body may be text or JSON or a content object") {
  CHECK(Has(WithRequest(R"("path":"/","body":"a=\"1\"")"), "> body: a=\"1\"\n> body size: 5"));
  CHECK(Has(WithRequest(R"("path":"/","body":{"a": [1, 2.50]})"), "> body: {\"a\": [1, 2.50]}"));
  CHECK(Has(WithRequest(R"("path":"/","body":[1,{"b":"}"}])"), "> body: [1,{\"b\":\"}\"}]"));
  CHECK(
      Has(WithRequest(R"("path":"/","content":{"mimeType":"Text/Plain","text":"aGk=","encoding":"base64"})"),
          "> type: text/plain\n> body: hi"));
  CHECK(Has(WithRequest(R"("path":"/","content":{"size":7})"), "> body: ? not captured\n> body size: 7"));
  CHECK(Has(WithRequest(R"("path":"/","content":{"text":"abc","size":700,"truncated":true})"),
            "> body: ? truncated\n> body size: 700"));
}

TEST_CASE("times are milliseconds or text and exact") {
  const auto time = [](const std::string& ts) {
    return One(R"({"ts":)" + ts + R"(,"request":{"method":"GET","path":"/"}})");
  };
  CHECK(Has(time("0"), "start: 1970-01-01T00:00:00.000Z"));
  CHECK(Has(time("1700000000123.456"), "start: 2023-11-14T22:13:20.123456Z"));
  CHECK(Has(time("1.7e12"), "start: 2023-11-14T22:13:20.000Z"));
  CHECK(Has(time("\"2026-01-01T00:00:00.5+01:00\""), "start: 2025-12-31T23:00:00.5Z"));
  CHECK(Has(time("99999999999999999999"), "start: ? undecodable"));
  CHECK(Has(time("true"), "start: ? undecodable"));
}

TEST_CASE("names of HAR are understood so that entries pass through jq unchanged") {
  const std::string text = One(
      R"({"startedDateTime":"2026-01-01T00:00:00Z","time":5,"serverIPAddress":"::1","request":{"method":"POST","url":"http://h/","headers":[],"postData":{"mimeType":"text/plain","text":"x"}},"response":{"status":204,"headers":[]}})");
  CHECK(Has(text, "start: 2026-01-01T00:00:00Z"));
  CHECK(Has(text, "duration: 5ms"));
  CHECK(Has(text, "server: ::1"));
  CHECK(Has(text, "> body: x\n> body size: 1\nstatus: 204"));
}

TEST_CASE("a bad line is reported with its number and never ends the run") {
  const std::string good = R"({"request":{"method":"GET","path":"/"}})";
  const ReadResult result = ReadText(
      "\xef\xbb\xbf\r\n" + good + "\r\n\n  \t\n{\"request\":{\"method\":\"GET\"\nnonsense\n" + good + good +
      "\n{\"id\":1}\n" +
      "{\"request\":{\"method\":\"GET\",\"path\":\"/\xff\"}}\n{\"request\":{\"path\":\"/\"}}\n[1]\n" + good);
  CHECK(result.exchanges.size() == 2);
  CHECK(result.summary.unreadable_count == 7);
  CHECK(result.diagnostics == std::vector<std::string>{
                                  "W5003 t:5: the line is not JSON",
                                  "W5003 t:6: the line is not a JSON object",
                                  "W5003 t:7: the line is not one JSON object: text follows it",
                                  "W5003 t:8: the line has no `request`",
                                  "W5003 t:9: the line is not UTF-8",
                                  "W5003 t:10: the line has no `request.method`",
                                  "W5003 t:11: the line is not a JSON object",
                              });
  CHECK(result.evidence[0].offset == 5);
  CHECK(result.evidence[1].ordinal == 8);
  CHECK_FALSE(result.summary.truncated);
}

TEST_CASE("a last line that breaks off is a truncated recording") {
  const std::string good = R"({"request":{"method":"GET","path":"/"}})";
  const ReadResult result = ReadText(good + "\n" + good.substr(0, 30));
  CHECK(result.exchanges.size() == 1);
  CHECK(result.summary.truncated);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].substr(0, 11) == "W5002 t:2: ");
}

TEST_CASE("reports of bad lines are bounded and counted") {
  Limits limits;
  limits.input_diagnostics = 3;
  std::string text = R"({"request":{"method":"GET","path":"/"}})";
  for (int i = 0; i < 1000; ++i) text += "\nx";
  const ReadResult result = ReadText(text + "\n", {}, limits);
  REQUIRE(result.diagnostics.size() == 4);
  CHECK(result.diagnostics[3] == "W5005 t: 997 more exchanges could not be read");
  CHECK(result.summary.unreadable_count == 1000);
}

TEST_CASE("a line above the limit is skipped wherever the reads cut it") {
  Limits limits;
  limits.exchange_bytes = 3000;
  const std::string good = R"({"request":{"method":"GET","path":"/"}})";
  for (const std::size_t size : {std::size_t{2000}, std::size_t{3001}, std::size_t{1000000},
                                 std::size_t{1048576}, std::size_t{5000000}}) {
    const std::string big =
        R"({"request":{"method":"GET","path":"/","body":")" + std::string(size, 'b') + "\"}}";
    const ReadResult result = ReadText(good + "\n" + big + "\n" + good + "\n" + good, {}, limits);
    CAPTURE(size);
    CHECK(result.exchanges.size() == (size == 2000 ? 4 : 3));
    CHECK(result.summary.unreadable_count == (size == 2000 ? 0 : 1));
    CHECK(result.diagnostics ==
          (size == 2000
               ? std::vector<std::string>{}
               : std::vector<std::string>{"W5004 t:2: the line is larger than the limit of 3000 bytes"}));
    const ReadResult last = ReadText(good + "\n" + big, {}, limits);
    CHECK(last.exchanges.size() == (size == 2000 ? 2 : 1));
  }
}

TEST_CASE("a bad first line does not hide the format of the others") {
  const std::string good = R"({"request":{"method":"GET","path":"/"}})";
  CHECK(ReadText("# comment\n" + good + "\n").exchanges.size() == 1);
  CHECK(ReadText("{\"id\": \"broken\n" + good + "\n" + good + "\n").exchanges.size() == 2);
  // A key `log` in a body is no HAR.
  CHECK(
      ReadText(
          R"({"response":{"status":200,"body":{"log":{"entries":[1]}}},"request":{"method":"GET","path":"/"}})"
          "\n")
          .exchanges.size() == 1);
}

TEST_CASE("keys with escapes are the keys they spell and repeated keys do not pile up") {
  const ReadResult escaped = ReadText(R"({"request":{"method":"GET","path":"/"}})"
                                      "\n"
                                      R"({"r\u0065quest":{"m\u0065thod":"PUT","p\u0061th":"/a"}})");
  REQUIRE(escaped.exchanges.size() == 2);
  CHECK(escaped.exchanges[1].substr(0, 7) == "PUT /a\n");
  const std::string twice = One(
      R"({"request":{"method":"GET","path":"/a?x=1","headers":{"a":"1"}},"request":{"method":"PUT","path":"/b?y=2","headers":{"b":"2"}}})");
  CHECK(twice.find("x=1") == std::string::npos);
  CHECK(Has(twice, "> header: b=2"));
}

TEST_CASE("batches are bounded by exchanges and by bytes and rows are clean when reused") {
  Limits limits;
  limits.batch_exchanges = 2;
  std::string text =
      R"({"id":"1","request":{"method":"GET","path":"/a?b=c","headers":{"Cookie":"d=e"},"body":"f"},"response":{"status":200,"headers":{"g":"h"}}})";
  text += "\n" + text + "\n" + R"({"request":{"method":"GET","path":"/"}})" + "\n";
  DiagnosticSink sink;
  auto reader = OpenRecordingText(text, "t", {}, limits, sink);
  ExchangeBatch batch;
  REQUIRE(reader->Next(batch, sink));
  CHECK(batch.count == 2);
  REQUIRE(reader->Next(batch, sink));
  CHECK(batch.count == 1);
  CHECK(PrintExchange(batch.exchanges[0]) ==
        "GET /\nscheme: ? not captured\nhost: ? not captured\n> body size: 0\nno response\n");
  CHECK_FALSE(reader->Next(batch, sink));
  CHECK_FALSE(reader->Next(batch, sink));
  CHECK(reader->summary().exchange_count == 3);

  std::string large;
  for (int i = 0; i < 40; ++i)
    large += R"({"request":{"method":"GET","path":"/","body":")" + std::string(1000000, 'x') + "\"}}\n";
  auto bounded = OpenRecordingText(large, "t", {}, {}, sink);
  std::size_t most = 0;
  while (bounded->Next(batch, sink)) most = std::max(most, batch.count);
  CHECK(most < 16);
  CHECK(batch.arena.bytes_held() < std::size_t{64} << 20);
}

TEST_CASE("files that cannot be read are one diagnostic") {
  DiagnosticSink sink;
  CHECK(OpenRecording("/nonexistent/x.har", "x.har", {}, {}, sink) == nullptr);
  CHECK(OpenRecording("/", "folder", {}, {}, sink) == nullptr);
  CHECK(OpenRecording("/dev/zero", "zero", {}, {}, sink) == nullptr);
  REQUIRE(sink.all().size() == 3);
  for (const Diagnostic& d : sink.all()) CHECK(InfoOf(d.code).code == "W6001");
  CHECK(sink.all()[1].message == "is a directory");
}

TEST_CASE("the example of the format's documentation is read as it says") {
  const auto page = ReadFile(test::RepoPath("docs/exchange-format.md"), 1 << 20);
  REQUIRE(page.ok());
  const std::size_t begin = page->find("```json\n") + 8;
  CHECK(One(page->substr(begin, page->find("\n```", begin) - begin)) ==
        "GET /users/7\nid: ex-1\nstart: 2026-01-02T03:04:05.678Z\nend: 2026-01-02T03:04:05.690Z\nduration: "
        "12ms500us\nscheme: https\n"
        "host: api.example.com\nquery: full=1\nparam: full=1\nclient: 192.0.2.7\n> header: "
        "authorization=Bearer abc\n> body size: 0\n"
        "status: 200\n< header: content-type=application/json\n< type: application/json\n< body: "
        "{\"id\":7}\n< body size: 8\n");
}
