// HAR: what its producers write, what breaks, and that memory and answers do not depend on how the bytes
// arrive.
#include <doctest/doctest.h>

#include <string>

#include "tests/model/traffic/print_exchange.h"
#include "tests/repo.h"

using namespace writ;
using namespace writ::model;

namespace {

std::string Har(const std::string& entries) {
  return R"({"log":{"version":"1.2","entries":[)" + entries + "]}}";
}

// An entry with the members given put in; `request` and `response` are the insides of those objects.
std::string Entry(const std::string& request, const std::string& response, const std::string& more = "") {
  return R"({"startedDateTime":"2026-01-02T03:04:05.678Z","time":12.5,)" + more + R"("request":{)" + request +
         R"(},"response":{)" + response + "}}";
}

constexpr const char* kGet =
    R"("method":"GET","url":"https://api.example.com/a?x=1","headers":[],"cookies":[])";
constexpr const char* kOk = R"("status":200,"headers":[],"content":{"size":0,"mimeType":""})";

std::string One(const std::string& request, const std::string& response, const std::string& more = "") {
  const ReadResult result = ReadText(Har(Entry(request, response, more)));
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.diagnostics.empty());
  return result.exchanges[0];
}

bool Has(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a HAR entry becomes an exchange") {
  const ReadResult result = ReadText(Har(R"({
    "startedDateTime": "2026-01-02T03:04:05.678Z", "time": 12.5, "serverIPAddress": "[2001:db8::1]",
    "request": {"method": "post", "url": "https://user:pw@API.example.com:443/a%20b?x=1&y=%26+z&flag#frag", "httpVersion": "h3",
      "headers": [{"name": "Content-Type", "value": "Application/JSON; charset=utf-8"}, {"name": "Cookie", "value": "sid=1; t=\"2\""}],
      "cookies": [], "queryString": [], "bodySize": 9, "postData": {"mimeType": "application/json", "text": "{\"a\":\"\u00e9\"}"}},
    "response": {"status": 201, "headers": [{"name": "Set-Cookie", "value": "sid=2; Path=/; HttpOnly\nlang=en; Max-Age=9"},
      {"name": "content-type", "value": "text/plain"}], "cookies": [], "content": {"size": 2, "mimeType": "text/html", "text": "ok"}},
    "cache": {}, "timings": {"send": 1, "wait": 2, "receive": 3}})"));
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.diagnostics.empty());
  CHECK(result.format == "har");
  CHECK(result.exchanges[0] ==
        "POST /a%20b\nstart: 2026-01-02T03:04:05.678Z\nend: 2026-01-02T03:04:05.690Z\nduration: "
        "12ms500us\nscheme: https\n"
        "host: api.example.com\nquery: x=1&y=%26+z&flag\nparam: x=1\nparam: y=& z\nparam: flag=\nclient: ? "
        "not captured\n"
        "server: 2001:db8::1\n> header: content-type=Application/JSON; charset=utf-8\n> header: "
        "cookie=sid=1; t=\"2\"\n"
        "> cookie: sid=1\n> cookie: t=2\n> type: application/json\n> body: {\"a\":\"\xc3\xa9\"}\n> body "
        "size: 9\nstatus: 201\n"
        "< header: set-cookie=sid=2; Path=/; HttpOnly\n< header: set-cookie=lang=en; Max-Age=9\n< header: "
        "content-type=text/plain\n"
        "< cookie: sid=2\n< cookie: lang=en\n< type: text/plain\n< body: ok\n< body size: 2\n");
}

TEST_CASE("headers are read as objects and pairs and maps and pseudo headers are no headers") {
  const std::string text = One(
      R"("method":"GET","url":"https://127.0.0.1:9001/a","headers":[[":authority","Api.Example.com"],[":path","/z"],["X-A","1"],{"value":2,"name":"x-b"},["x-c"],7])",
      R"("status":200,"headers":{"Server":"a","Via":["b","c"],"Authorization":[],"X-Empty":[]},"content":{"size":0})");
  CHECK(Has(text, "host: api.example.com"));
  CHECK(Has(text, "> header: x-a=1\n> header: x-b=2\n> header: x-c= (redacted)"));
  CHECK(Has(text, "> header lack: ? undecodable"));
  CHECK(text.find(":authority") == std::string::npos);
  CHECK(
      Has(text, "< header: server=a\n< header: via=b\n< header: via=c\n< header: authorization= (redacted)"));
  CHECK(text.find("x-empty") == std::string::npos);
}

TEST_CASE("the Host header names the authority that a proxy hides in the URL") {
  const std::string text = One(
      R"("method":"GET","url":"http://127.0.0.1:9001/a","headers":[{"name":"Host","value":"vampi.example:9000"}])",
      kOk);
  CHECK(Has(text, "host: vampi.example:9000"));
  // Also when headers are not asked for.
  RecordingOptions options;
  options.projection = kCaptureUrl;
  const ReadResult result = ReadText(
      Har(Entry(
          R"("method":"GET","url":"http://127.0.0.1:9001/a","headers":[{"name":"Host","value":"vampi.example:80"},{"name":"A","value":"b"}])",
          kOk)),
      options);
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.exchanges[0] ==
        "GET /a\nscheme: http\nhost: vampi.example\nclient: ? not captured\nserver: ? not captured\nstatus: "
        "200\n");
}

TEST_CASE("an aborted entry has no response") {
  const std::string text = One(
      kGet,
      R"("status":0,"statusText":"","headers":[{"name":"a","value":"b"}],"content":{},"_error":"net::ERR_ABORTED")");
  CHECK(Has(text, "no response"));
  CHECK(text.find("status") == std::string::npos);
  CHECK(text.find("< ") == std::string::npos);
  const ReadResult null_response =
      ReadText(Har(R"({"request":{"method":"GET","url":"http://h/"},"response":null})"));
  REQUIRE(null_response.exchanges.size() == 1);
  CHECK(Has(null_response.exchanges[0], "no response"));
  CHECK(Has(null_response.exchanges[0], "start: ? not captured"));
}

TEST_CASE("an answer from the cache of the client is no response of the server") {
  CHECK(Has(One(kGet, kOk, R"("_fromCache":"disk",)"), "no response"));
  CHECK(Has(One(kGet, kOk, R"("_fromCache":false,)"), "status: 200"));
  CHECK(Has(One(kGet, R"("status":304,"headers":[],"content":{"size":0})"), "status: 304"));
}

TEST_CASE("response bodies are present or absent or not captured") {
  const auto body = [](const std::string& content) {
    return One(kGet, R"("status":200,"headers":[],"content":)" + content);
  };
  CHECK(Has(body(R"({"size":5,"mimeType":"text/plain","text":"hello"})"), "< body: hello"));
  CHECK(Has(body(R"({"size":5,"text":"aGVsbG8=","encoding":"base64"})"), "< body: hello"));
  // Claimed and not true.
  CHECK(Has(body(R"({"size":5,"text":"hello, world","encoding":"base64"})"), "< body: hello, world"));
  CHECK(Has(body(R"({"size":12345,"mimeType":"image/png"})"), "< body: ? not captured\n< body size: 12345"));
  CHECK(Has(body(R"({"size":12345,"text":""})"), "< body: ? not captured"));
  CHECK(Has(body(R"({"size":-1,"mimeType":"text/html"})"), "< body: ? not captured"));
  CHECK(Has(body(R"({"size":9,"_file":"a.json"})"), "< body: ? not captured"));
  CHECK(Has(body(R"({"size":9,"text":"[REDACTED]"})"), "< body: ? redacted"));
  CHECK(Has(body(R"({"size":0,"mimeType":"x-unknown"})"), "< body size: 0"));
  CHECK(body(R"({"size":0,"mimeType":"x-unknown"})").find("< type") == std::string::npos);
  CHECK(Has(body(R"({"size":3,"text":"\ud83d\ude00\ud800"})"), "< body: \xf0\x9f\x98\x80\xef\xbf\xbd"));
  // Some responses have none by definition.
  CHECK(One(R"("method":"HEAD","url":"http://h/")", R"("status":200,"headers":[],"content":{"size":77})")
            .find("< body: ?") == std::string::npos);
  CHECK(One(kGet, R"("status":204,"headers":[],"content":{"size":-1})").find("< body: ?") ==
        std::string::npos);
  CHECK(One(kGet, R"("status":101,"headers":[],"content":{"size":-1})",
            R"("_webSocketMessages":[{"type":"send","data":"{"}],)")
            .find("< body: ?") == std::string::npos);
}

TEST_CASE("request bodies come as text or parameters or not at all") {
  const auto body = [](const std::string& more) {
    return One(R"("method":"POST","url":"http://h/","headers":[])" + more, kOk);
  };
  CHECK(Has(body(R"(,"postData":{"mimeType":"text/plain","text":"a=1","params":[]})"), "> body: a=1"));
  CHECK(Has(body(R"(,"postData":{"mimeType":"text/plain","text":"YQ==","encoding":"base64"})"), "> body: a"));
  CHECK(Has(
      body(
          R"(,"postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a b","value":"1&2"},{"name":"c","value":"\u00e9"}]})"),
      "> body: a+b=1%262&c=%C3%A9"));
  CHECK(Has(
      body(
          R"(,"postData":{"mimeType":"multipart/form-data; boundary=x","params":[{"name":"a","value":"1"}]})"),
      "> body: ? not captured"));
  CHECK(Has(body(R"(,"bodySize":10)"), "> body: ? not captured\n> body size: 10"));
  CHECK(body(R"(,"bodySize":-1)").find("> body:") == std::string::npos);
  CHECK(body("").find("> body:") == std::string::npos);
}

TEST_CASE("redacted credentials are present and marked") {
  const std::string text = One(
      R"("method":"GET","url":"http://h/?token=***&ok=1","headers":[{"name":"authorization","value":"Bearer [REDACTED]"},{"name":"cookie","value":"a=1; sid=<redacted>"},{"name":"x-api-key","value":null}])",
      kOk);
  CHECK(Has(text, "> header: authorization=Bearer [REDACTED] (redacted)"));
  CHECK(Has(text, "> cookie: a=1\n> cookie: sid=<redacted> (redacted)"));
  CHECK(Has(text, "> header: x-api-key= (redacted)"));
  CHECK(Has(text, "param: token=*** (redacted)\nparam: ok=1"));
  CHECK(
      Has(One(R"("method":"GET","url":"http://h/","headers":[{"name":"cookie","value":"[REDACTED]"}])", kOk),
          "> cookie lack: ? redacted"));
}

TEST_CASE("times are read as producers write them") {
  const auto start = [](const std::string& time) {
    const ReadResult result = ReadText(
        Har(R"({"startedDateTime":")" + time +
            R"(","time":-1,"request":{"method":"GET","url":"http://h/"},"response":{"status":200}})"));
    REQUIRE(result.exchanges.size() == 1);
    return result.exchanges[0];
  };
  CHECK(Has(start("2026-11-24T13:38:04.723850+00:00"), "start: 2026-11-24T13:38:04.723850Z"));
  CHECK(Has(start("2026-11-24T06:38:04-07:00"), "start: 2026-11-24T13:38:04Z"));
  CHECK(Has(start("2026-11-24T06:38:04-0700"), "start: 2026-11-24T13:38:04Z"));
  CHECK(Has(start("2026-11-24T13:38:04.7"), "start: 2026-11-24T13:38:04.7Z"));
  CHECK(Has(start("yesterday"), "start: ? undecodable"));
  CHECK(Has(start("2026-11-24T13:38:04Z"), "duration: ? not captured"));
}

TEST_CASE("URLs without hierarchy have no path to match") {
  CHECK(Has(One(R"("method":"GET","url":"data:text/plain,hi?x")", kOk),
            "GET \nstart: 2026-01-02T03:04:05.678Z"));
  CHECK(Has(One(R"("method":"CONNECT","url":"h.example:443")", kOk), "host: h.example:443"));
  CHECK(Has(One(R"("method":"GET","url":"wss://h.example:443")", kOk), "host: h.example"));
}

TEST_CASE("the log is found below other keys and behind a mark and in several documents") {
  const std::string entry = Entry(kGet, kOk);
  CHECK(ReadText("\xef\xbb\xbf\r\n" + Har(entry)).exchanges.size() == 1);
  CHECK(ReadText("{\n \"test_response\": " + Har(entry + "," + entry) + "\n}\n").exchanges.size() == 2);
  CHECK(ReadText(R"({"a":[{"log":"entries"},{"entries":[1]}],"log":{"pages":[{"entries":[3]}],"entries":[)" +
                 entry + "],\"x\":{}}}")
            .exchanges.size() == 1);
  const ReadResult two = ReadText(Har(entry) + "\n" + Har(entry));
  CHECK(two.exchanges.size() == 2);
  CHECK(two.diagnostics.empty());
  CHECK(two.evidence[1].ordinal == 1);
}

TEST_CASE("evidence points at the bytes of the entry") {
  const std::string first = Entry(kGet, kOk),
                    second =
                        Entry(kGet, R"("status":404,"headers":[],"content":{"size":0,"text":"}]{[\\\""})");
  const std::string text = Har(first + " ,\n" + second);
  RecordingOptions options;
  options.source = 7;
  const ReadResult result = ReadText(text, options);
  REQUIRE(result.evidence.size() == 2);
  CHECK(text.substr(result.evidence[1].offset, result.evidence[1].length) == second);
  CHECK(result.evidence[1].ordinal == 1);
  CHECK(result.evidence[1].source == 7);
  CHECK(Hex(result.summary.digest) == Hex(Sha256Of(text)));
  CHECK(result.summary.bytes == text.size());
}

TEST_CASE("a HAR that breaks off is judged up to the break") {
  const std::string text = Har(Entry(kGet, kOk) + "," + Entry(kGet, kOk) + "," + Entry(kGet, kOk));
  const ReadResult whole = ReadText(text);
  CHECK(whole.exchanges.size() == 3);
  CHECK_FALSE(whole.summary.truncated);
  for (std::size_t size = 8; size < text.size(); ++size) {
    const ReadResult result = ReadText(text.substr(0, size));
    CAPTURE(size);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].substr(0, 5) == "W5002");
    CHECK(result.summary.truncated);
    CHECK(result.exchanges.size() <= 3);
    CHECK(Hex(result.summary.digest) == Hex(Sha256Of(text.substr(0, size))));
  }
  const ReadResult cut = ReadText(text.substr(0, text.size() - 20));
  CHECK(cut.exchanges.size() == 2);
  CHECK(cut.diagnostics[0].find("inside entry 2") != std::string::npos);
}

TEST_CASE("a bad entry is counted and does not hide the others") {
  const std::string good = Entry(kGet, kOk);
  const ReadResult result = ReadText(Har(
      good +
      R"(,{"request":[]},null,"a]}{",[1,{"b":[2]}],{"request":{"method":"GET","url":}},{"x":1},{"request":{"url":"http://h/"}},)" +
      good));
  CHECK(result.exchanges.size() == 2);
  CHECK(result.summary.unreadable_count == 7);
  CHECK(result.diagnostics.size() == 7);
  CHECK(result.evidence[1].ordinal == 8);
  CHECK_FALSE(result.summary.truncated);
  CHECK(result.diagnostics[0].find("entry 1, at byte ") != std::string::npos);
}

TEST_CASE("what is no HAR is refused with one clear error") {
  const auto only = [](const std::string& text) {
    const ReadResult result = ReadText(text);
    CAPTURE(text.substr(0, 60));
    CHECK(result.exchanges.empty());
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics[0].substr(0, 5);
  };
  CHECK(only("") == "W6003");
  CHECK(only("\xef\xbb\xbf \n\n") == "W6003");
  CHECK(only("hello\nworld\n") == "W5001");
  CHECK(only("[1,2]") == "W5001");
  CHECK(only("{}") == "W5001");
  CHECK(only("{\n}") == "W5001");
  CHECK(only("{\"log\":\n[\n 2,1,3\n]\n\"request:\"\n}") == "W5001");
  CHECK(only("{\n\"log\": {\"entries\": 5}}") == "W5001");
  CHECK(only("{\"log\": {]}") == "W5001");
  CHECK(only("{\"log\": {\"entries\": []}}") == "W5006");
  CHECK(only("\x1f\x8b\x08\x00") == "W5001");
  CHECK(only("x\x9c\x01\x02") == "W5001");
  CHECK(only("openapi: 3.0.0\n") == "W5001");
  CHECK(only("{\"log\":{\"x\":" + std::string(100000, '[')) == "W5001");
  CHECK(only(std::string(100000, '{')) == "W5001");
  CHECK(only(std::string(5000, '\0')) == "W5001");
}

TEST_CASE("an entry that stops being an object ends the list") {
  const ReadResult result = ReadText(Har(Entry(kGet, kOk) + ",}"));
  CHECK(result.exchanges.size() == 1);
  CHECK(result.summary.truncated);
}

TEST_CASE("deep nesting inside an entry is skipped or refused without recursion") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{\"a\":";
  deep += "1" + std::string(100000, '}');
  const ReadResult result = ReadText(Har(Entry(kGet, kOk, "\"_deep\":" + deep + ",")));
  CHECK(result.exchanges.size() + result.summary.unreadable_count == 1);
}

TEST_CASE("an entry above the limit is skipped in bounded memory") {
  Limits limits;
  limits.exchange_bytes = 4096;
  const std::string big =
      Entry(kGet, R"("status":200,"content":{"text":")" + std::string(9000000, 'x') + "}\\\"{\"}");
  const ReadResult result = ReadText(Har(Entry(kGet, kOk) + "," + big + "," + Entry(kGet, kOk)), {}, limits);
  CHECK(result.exchanges.size() == 2);
  CHECK(result.summary.unreadable_count == 1);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].substr(0, 5) == "W5004");
}

TEST_CASE("entries across the edges of reads and batches are whole") {
  std::string entries;
  for (int i = 0; i < 3000; ++i) {
    if (i != 0) entries += ",";
    entries += Entry(R"("method":"GET","url":"http://h/)" + std::to_string(i) + R"(","headers":[])",
                     R"("status":200,"headers":[],"content":{"size":1,"text":")" +
                         std::string(static_cast<std::size_t>(i % 1500), '\\') +
                         std::string(i % 1500 % 2 == 0 ? "" : "\\") + R"("})");
  }
  const ReadResult result = ReadText(Har(entries));
  REQUIRE(result.exchanges.size() == 3000);
  CHECK(result.diagnostics.empty());
  for (int i = 0; i < 3000; ++i) {
    const std::string first = "GET /" + std::to_string(i) + "\n";
    CHECK(result.exchanges[static_cast<std::size_t>(i)].substr(0, first.size()) == first);
  }
}

TEST_CASE("fields that nobody asks for are not decoded") {
  RecordingOptions options;
  options.projection = kCaptureStatus;
  const ReadResult result = ReadText(
      Har(Entry(
          R"("method":"GET","url":"http://h/","headers":[{"name":"a","value":"b"}],"postData":{"text":"x"})",
          R"("status":200,"headers":[{"name":"a","value":"b"}],"content":{"size":1,"text":"y"})")),
      options);
  REQUIRE(result.exchanges.size() == 1);
  CHECK(result.exchanges[0] == "GET \nclient: ? not captured\nserver: ? not captured\nstatus: 200\n");
}

TEST_CASE("every recorded HAR at hand reads or is refused with one diagnostic") {
  struct Case {
    const char* file;
    std::size_t exchanges;
    const char* code;
  };
  const Case cases[] = {
      {"vampi/vulnerable-flows.har", 199, ""},
      {"mitmproxy/har_files__chrome.har", 3, ""},
      {"mitmproxy/har_files__safari.har", 19, ""},
      {"mitmproxy/har_files__insomnia.har", 1, ""},
      {"mitmproxy/har_files__postdata.har", 1, ""},
      {"mitmproxy/har_files__head-content-length.har", 1, ""},
      {"mitmproxy/har_extractor.har", 1, ""},
      {"mitmproxy/flows__error_log.har", 2, ""},
      {"mitmproxy/flows__websocket.har", 3, ""},
      {"mitmproxy/flows__event_stream.har", 2, ""},
      {"mitmproxy/flows__successful_log.har", 2, ""},
      {"mitmproxy/corrupted_har__brokenfile.har", 0, "W5001"},
      {"mitmproxy/flows__compressed.zhar", 0, "W5001"},
      {"mitmproxy2swagger/form_data_har.har", 1, ""},
      {"optic/capture__har__har.har", 10, ""},
      {"optic/commands__capture__sources____tests____fixtures__petstore.swagger.io.har", 9, ""},
      {"playwright/har-sha1.har", 1, ""},
      {"polly-github/account_693094236.har", 3, ""},
      {"polly-github/collaborators_232585722.har", 27, ""},
      {"polly-github/envSecrets_1478054385.har", 62, ""},
      {"polly-github/fetch-secret-scanning-alerts_4052557082.har", 24, ""},
      {"polly-github/orgSecrets_724725546.har", 27, ""},
      {"polly-github/pullRequests_4029166752.har", 44, ""},
  };
  for (const Case& c : cases) {
    const std::string path = test::SharedPath(std::string("data/traffic/") + c.file);
    if (path.empty()) continue;
    CAPTURE(c.file);
    DiagnosticSink sink;
    auto reader = OpenRecording(path, c.file, {}, {}, sink);
    const ReadResult result = ReadAll(std::move(reader), sink);
    CHECK(result.exchanges.size() == c.exchanges);
    CHECK(result.summary.unreadable_count == 0);
    if (*c.code == '\0') {
      CHECK(result.diagnostics.empty());
    } else {
      REQUIRE(result.diagnostics.size() == 1);
      CHECK(result.diagnostics[0].substr(0, 5) == c.code);
    }
  }
}

TEST_CASE("the recorded session behind four proxies keeps its hosts and times and tokens") {
  const std::string path = test::SharedPath("data/traffic/vampi/vulnerable-flows.har");
  if (path.empty()) return;
  DiagnosticSink sink;
  const ReadResult result = ReadAll(OpenRecording(path, "vampi", {}, {}, sink), sink);
  REQUIRE(result.exchanges.size() == 199);
  CHECK(Has(result.exchanges[0], "start: 2026-11-24T13:38:04.723850Z"));
  CHECK(Has(result.exchanges[0], "host: vampi.example:9000"));
  std::size_t authorised = 0;
  for (const std::string& text : result.exchanges)
    authorised += text.find("> header: authorization=Bearer ") != std::string::npos ? 1 : 0;
  CHECK(authorised == 38);
}

TEST_CASE("no single wrong byte of an entry does more than lose it") {
  const std::string entry = Entry(
      R"("method":"GET","url":"http://h/?a=b","headers":[{"name":"Cookie","value":"a=\u0041"},["x","y"]],"cookies":[],"postData":{"params":[{"name":"a","value":"b"}]})",
      R"("status":200,"headers":{"a":["b"]},"content":{"size":2,"text":"e30=","encoding":"base64"})");
  const std::string good = Entry(kGet, kOk);
  for (std::size_t at = 0; at < entry.size(); ++at) {
    for (const std::string_view put : {"", "{", "}", "[", "]", "\"", "\\", ",", ":", "0", "\xff", "\n"}) {
      std::string text = entry;
      text.replace(at, 1, put);
      const ReadResult har = ReadText(Har(good + "," + text + "," + good));
      const ReadResult line = ReadText(R"({"request":{"method":"GET","path":"/"}})"
                                       "\n" +
                                       text + "\n");
      CAPTURE(text);
      CHECK(har.exchanges.size() >= 1);
      CHECK(har.exchanges.size() + har.diagnostics.size() >= 3 - (har.summary.truncated ? 1 : 0));
      CHECK(line.exchanges.size() + line.summary.unreadable_count >= 2);
    }
  }
}
