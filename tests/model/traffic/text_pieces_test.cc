// URLs, header values, numbers, look-ups, the window and the structure scanner: the small pieces of the
// readers.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/traffic/header_text.h"
#include "model/traffic/input_buffer.h"
#include "model/traffic/number_text.h"
#include "model/traffic/structure_scanner.h"
#include "model/traffic/url.h"

using namespace writ;
using namespace writ::model;

TEST_CASE("URLs are split as they are written") {
  const auto show = [](std::string_view url) {
    const UrlParts parts = SplitUrl(url);
    return std::string(parts.scheme.value_or("-")) + " " + std::string(parts.authority.value_or("-")) + " " +
           std::string(parts.path) + " " + std::string(parts.query.value_or("-"));
  };
  CHECK(show("https://h:1/a/../b//c;d?x?y=/#f") == "https h:1 /a/../b//c;d x?y=/");
  CHECK(show("HTTP://u:p@h") == "HTTP h / -");
  CHECK(show("http://h?x") == "http h / x");
  CHECK(show("http://a@b@c/") == "http c / -");
  CHECK(show("http://[::1]:8080/") == "http [::1]:8080 / -");
  CHECK(show("/a?") == "- - /a ");
  CHECK(show("data:text/html,x?y") == "data -  -");
  CHECK(show("h.example:443") == "- h.example:443  -");
  CHECK(show("*") == "- -  -");
  CHECK(show("") == "- -  -");
  CHECK(show("://x") == "- -  -");
  CHECK(show("http:///a") == "http - /a -");
}

TEST_CASE("hosts are lower case without the port of their scheme") {
  Arena arena;
  CHECK(CanonicalHost("API.Example.com:443", "https", arena) == "api.example.com");
  CHECK(CanonicalHost("h:443", "http", arena) == "h:443");
  CHECK(CanonicalHost("h:80", "", arena) == "h:80");
  CHECK(CanonicalHost("[::1]:80", "http", arena) == "[::1]");
  CHECK(CanonicalHost("::1:80", "http", arena) == "::1:80");
  CHECK(CanonicalHost(":80", "http", arena) == ":80");
}

TEST_CASE("markers of recorders are told from values") {
  for (const char* marker : {"[REDACTED]", "<redacted>", "REDACTED", "redacted", "***", "**********", "xxxxx",
                             "XXXX", "[Filtered]", "{masked}", "***REDACTED***", "[hidden]", "abcd****",
                             "ghp_***", "--redacted--", "###"}) {
    CAPTURE(marker);
    CHECK(IsRedactionMarker(marker));
  }
  for (const char* value : {"", "*/*", "*", "xxx", "hidden", "masked", "secret", "x", "xxyy", "abc", "[1]",
                            "{}", "a redacted page", "text/*;q=0.5, */*"}) {
    CAPTURE(value);
    CHECK_FALSE(IsRedactionMarker(value));
  }
  CHECK(IsRedactedCredential("Bearer [REDACTED]"));
  CHECK(IsRedactedCredential("Basic ***"));
  CHECK_FALSE(IsRedactedCredential("Bearer abc"));
}

TEST_CASE("header names and media types and cookies are read") {
  Arena arena;
  CHECK(HeaderName("Content-TYPE", arena) == "content-type");
  CHECK(HeaderName("X-Unheard-Of", arena) == "x-unheard-of");
  CHECK(HeaderName("access-control-allow-credentials", arena) == "access-control-allow-credentials");
  CHECK(MediaTypeOf(" Application/Problem+JSON ;charset=x", arena) == "application/problem+json");
  CHECK(MediaTypeOf("text/html, text/plain", arena) == "text/html");
  CHECK(MediaTypeOf("x-unknown", arena) == "");
  NameValueList cookies;
  ParseCookies("a=1; b = \"2\" ;; c; d=e=f", cookies);
  std::string text;
  for (const NameValue& item : cookies.items)
    text += std::string(item.name) + "|" + std::string(item.value) + " ";
  CHECK(text == "a|1 b|2 |c d|e=f ");
}

TEST_CASE("a value is found or absent or unknown") {
  NameValueList list;
  list.items = {{"a", "1", false}, {"a", "2", false}, {"b", "***", true}};
  CHECK(FindValue(list, "a").value == "1");
  CHECK(FindValue(list, "b").causes == kRedacted);
  CHECK(FindValue(list, "c").presence == Presence::kAbsent);
  list.incomplete_causes = kIncomplete;
  CHECK(FindValue(list, "a").is_present());
  CHECK(FindValue(list, "c").causes == kIncomplete);
  list.unknown_causes = kNotCaptured;
  CHECK(FindValue(list, "a").causes == kNotCaptured);
}

TEST_CASE("numbers and addresses are exact or unknown") {
  CHECK(IntegerOf("1.0") == 1);
  CHECK(IntegerOf("1e3") == 1000);
  CHECK_FALSE(IntegerOf("1.5").has_value());
  CHECK_FALSE(IntegerOf("").has_value());
  CHECK(DurationOfMilliseconds("0.0000019").value == 1);
  CHECK(DurationOfMilliseconds("-1").presence == Presence::kUnknown);
  CHECK(DurationOfMilliseconds("1e30").presence == Presence::kUnknown);
  CHECK(TimeOfMilliseconds("9223372036854").is_present());
  CHECK(TimeOfMilliseconds("9223372036855").presence == Presence::kUnknown);
  CHECK(TimeOfMilliseconds("-0.5").value.nanos == -500000);
  const auto end =
      EndOf(Captured<TimePoint>::Present({-1'000'000, 1'000'000}), Captured<std::int64_t>::Present(500));
  CHECK(end.value.nanos == -1'000'000);
  CHECK(EndOf(Captured<TimePoint>::Present({INT64_MAX, 1}), Captured<std::int64_t>::Present(1)).presence ==
        Presence::kUnknown);
  CHECK(IpOf("192.0.2.1:80", false).value.ToString() == "192.0.2.1");
  CHECK(IpOf("[2001:db8::1]:80", false).value.ToString() == "2001:db8::1");
  CHECK(IpOf("2001:db8::1", false).value.ToString() == "2001:db8::1");
  CHECK(IpOf("nowhere", false).causes == kUndecodable);
  CHECK(IpOf("", false).causes == kNotCaptured);
}

TEST_CASE("the window keeps what was not consumed") {
  std::string text;
  for (int i = 0; i < 700000; ++i) text += std::to_string(i % 10) + "abc";
  InputBuffer buffer = InputBuffer::OverText(text);
  std::string seen;
  while (buffer.Fill()) {
    // An odd number of bytes stays behind each time.
    const std::string_view window = buffer.window();
    const std::size_t take = window.size() - window.size() / 7;
    CHECK(buffer.offset() == seen.size());
    seen += window.substr(0, take);
    buffer.Consume(take);
  }
  seen += buffer.window();
  CHECK(seen == text);
  CHECK(buffer.bytes_read() == text.size());
  CHECK(Hex(buffer.FinishDigest()) == Hex(Sha256Of(text)));
  // Nothing consumed: the window grows.
  InputBuffer whole = InputBuffer::OverText(text);
  while (whole.Fill()) {
  }
  CHECK(whole.window() == text);
}

TEST_CASE("the entries of a log are found whatever stands around and however it is cut") {
  const std::string text =
      R"({"a":[{"entries":[1]}, "log"], "x\"log" : {"entries":[2]}, "log":{"b":"{\"entries\":[","entries" : [3]}})";
  const std::size_t expected = text.find("[3]") + 1;
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    StructureScanner scanner(100);
    std::size_t at = 0, taken = 0;
    auto event = scanner.Scan(std::string_view(text).substr(0, cut), taken);
    at = taken;
    if (event == StructureScanner::Event::kMore) {
      event = scanner.Scan(std::string_view(text).substr(cut), taken);
      at += taken;
    }
    CAPTURE(cut);
    CHECK(event == StructureScanner::Event::kEntries);
    CHECK(at == expected);
  }
  StructureScanner deep(3);
  std::size_t taken = 0;
  CHECK(deep.Scan("{\"a\":[[[", taken) == StructureScanner::Event::kBroken);
  CHECK(taken == 7);
}
