// Tables and small parsers over header values. Names of headers that are met often are static, so that they
// cost no memory.
#include "model/traffic/header_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "model/traffic/encoding.h"

namespace writ::model {
namespace {

// Sorted by length, then bytes, so that a length selects a few candidates.
constexpr auto kCommonNames = std::to_array<std::string_view>({
    "te",
    "age",
    "dnt",
    "via",
    "date",
    "etag",
    "from",
    "host",
    "link",
    "vary",
    "allow",
    "range",
    "accept",
    "cookie",
    "expect",
    "origin",
    "pragma",
    "server",
    "alt-svc",
    "expires",
    "referer",
    "trailer",
    "upgrade",
    "if-match",
    "location",
    "priority",
    "if-range",
    "forwarded",
    "sec-ch-ua",
    "x-api-key",
    "connection",
    "keep-alive",
    "set-cookie",
    "user-agent",
    "x-real-ip",
    "retry-after",
    "traceparent",
    "content-type",
    "x-powered-by",
    "x-request-id",
    "accept-ranges",
    "authorization",
    "cache-control",
    "content-range",
    "if-none-match",
    "last-modified",
    "content-length",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
    "accept-encoding",
    "accept-language",
    "x-forwarded-for",
    "x-frame-options",
    "content-encoding",
    "content-language",
    "proxy-connection",
    "sec-ch-ua-mobile",
    "www-authenticate",
    "x-correlation-id",
    "x-forwarded-host",
    "x-xss-protection",
    "if-modified-since",
    "transfer-encoding",
    "x-forwarded-proto",
    "sec-ch-ua-platform",
    "content-disposition",
    "x-ratelimit-limit",
    "x-ratelimit-reset",
    "x-content-type-options",
    "x-ratelimit-remaining",
    "content-security-policy",
    "strict-transport-security",
    "upgrade-insecure-requests",
    "access-control-allow-origin",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-expose-headers",
    "access-control-request-method",
    "access-control-request-headers",
    "access-control-allow-credentials",
});

struct NameTable {
  std::array<std::string_view, kCommonNames.size()> names{};
  std::array<std::uint8_t, 40> first{};  // names of length n are names[first[n]] to names[first[n + 1] - 1]
};

constexpr NameTable MakeNameTable() {
  NameTable table;
  std::size_t count = 0;
  for (std::size_t length = 0; length + 1 < table.first.size(); ++length) {
    table.first[length] = static_cast<std::uint8_t>(count);
    for (const std::string_view name : kCommonNames) {
      if (name.size() == length) table.names[count++] = name;
    }
  }
  table.first.back() = static_cast<std::uint8_t>(count);
  return table;
}
constexpr NameTable kNameTable = MakeNameTable();
static_assert(kNameTable.first.back() == kCommonNames.size());

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool IsAnyOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return EqualsIgnoringCase(text, word); });
}

}  // namespace

std::string_view HeaderName(std::string_view name, Arena& arena) {
  if (!name.empty() && name.size() + 1 < kNameTable.first.size()) {
    const char first = Lower(name.front()), last = Lower(name.back());
    for (std::size_t i = kNameTable.first[name.size()]; i < kNameTable.first[name.size() + 1]; ++i) {
      const std::string_view known = kNameTable.names[i];
      if (known.front() == first && known.back() == last && EqualsIgnoringCase(known, name)) return known;
    }
  }
  char* out = static_cast<char*>(arena.Allocate(name.size()));
  std::transform(name.begin(), name.end(), out, Lower);
  return {out, name.size()};
}

std::string_view MediaTypeOf(std::string_view value, Arena& arena) {
  value = Trim(value.substr(0, value.find(';')));
  // Repeated headers may have been joined; the first counts.
  value = Trim(value.substr(0, value.find(',')));
  if (value.find('/') == std::string_view::npos) return {};
  return LowerCase(value, arena);
}

bool IsRedactionMarker(std::string_view value) {
  if (value.empty()) return false;
  // No marker lacks all of these; most values do, or are longer than any marker.
  if (value.find("***") != std::string_view::npos) return true;
  if (value.size() > 40) return false;
  const char initial = Lower(value.front());
  if ((initial >= '0' && initial <= '9') ||
      (initial >= 'a' && initial <= 'z' && initial != 'r' && initial != 'x'))
    return false;
  const std::size_t begin = value.find_first_not_of("[]<>(){}*_-#%\"' ");
  if (begin == std::string_view::npos)
    return value.size() >= 3 && value.find_first_not_of("*#") == std::string_view::npos;
  const std::size_t end = value.find_last_not_of("[]<>(){}*_-#%\"' ");
  const std::string_view core = value.substr(begin, end - begin + 1);
  if (EqualsIgnoringCase(core, "redacted")) return true;
  const bool is_wrapped = core.size() + 2 <= value.size();
  if (is_wrapped &&
      IsAnyOf(core, {"filtered", "masked", "removed", "hidden", "scrubbed", "sanitized", "sanitised",
                     "omitted", "censored", "elided", "secret", "secure", "private"})) {
    return true;
  }
  return core.size() >= 4 && core == value && (core[0] == 'x' || core[0] == 'X') &&
         core.find_first_not_of(core[0]) == std::string_view::npos;
}

bool IsRedactedCredential(std::string_view value) {
  if (IsRedactionMarker(value)) return true;
  const std::size_t space = value.find(' ');
  return space != std::string_view::npos && IsRedactionMarker(Trim(value.substr(space + 1)));
}

void ParseCookies(std::string_view value, NameValueList& out) {
  while (!value.empty()) {
    const std::size_t end = value.find(';');
    const std::string_view pair = Trim(value.substr(0, end));
    value.remove_prefix(end == std::string_view::npos ? value.size() : end + 1);
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    // A pair without `=` is a cookie with an empty name (RFC 6265bis section 5.6).
    NameValue item = equals == std::string_view::npos
                         ? NameValue{"", pair}
                         : NameValue{Trim(pair.substr(0, equals)), Trim(pair.substr(equals + 1))};
    if (item.value.size() >= 2 && item.value.front() == '"' && item.value.back() == '"') {
      item.value = item.value.substr(1, item.value.size() - 2);
    }
    item.redacted = IsRedactionMarker(item.value);
    out.items.push_back(item);
  }
}

void ParseSetCookie(std::string_view value, NameValueList& out) {
  ParseCookies(value.substr(0, value.find(';')), out);
}

}  // namespace writ::model
