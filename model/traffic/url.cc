// Nothing is looked up and nothing is normalised: the parts are views into what was recorded.
#include "model/traffic/url.h"

#include <algorithm>

#include "model/traffic/encoding.h"
#include "model/traffic/header_text.h"

namespace writ::model {
namespace {

bool IsSchemeName(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) return false;
  }
  return true;
}

}  // namespace

UrlParts SplitUrl(std::string_view url) {
  UrlParts parts;
  url = url.substr(0, url.find('#'));
  if (url.empty()) return parts;
  std::string_view rest = url;
  if (rest.front() != '/') {
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || !IsSchemeName(rest.substr(0, colon))) return parts;
    if (rest.substr(colon, 3) != "://") {
      // `data:…`, or the `host:443` of a CONNECT: digits behind the colon are a port.
      const std::string_view behind = rest.substr(colon + 1);
      if (!behind.empty() && behind.find_first_not_of("0123456789") == std::string_view::npos) {
        parts.authority = rest;
      } else {
        parts.scheme = rest.substr(0, colon);
      }
      return parts;
    }
    parts.scheme = rest.substr(0, colon);
    rest.remove_prefix(colon + 3);
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    std::string_view authority = rest.substr(0, end);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
      authority.remove_prefix(at + 1);
    if (!authority.empty()) parts.authority = authority;
    rest.remove_prefix(end);
  }
  const std::size_t mark = rest.find('?');
  parts.path = rest.substr(0, mark);
  if (parts.path.empty()) parts.path = "/";
  if (mark != std::string_view::npos) parts.query = rest.substr(mark + 1);
  return parts;
}

std::string_view CanonicalHost(std::string_view authority, std::string_view scheme, Arena& arena) {
  const std::string_view own = scheme == "https" || scheme == "wss" ? ":443"
                               : scheme == "http" || scheme == "ws" ? ":80"
                                                                    : "";
  if (!own.empty() && authority.size() > own.size() &&
      authority.substr(authority.size() - own.size()) == own) {
    const std::string_view name = authority.substr(0, authority.size() - own.size());
    // Not inside an IPv6 address without brackets.
    if (name.find(':') == std::string_view::npos || name.back() == ']') authority = name;
  }
  return LowerCase(authority, arena);
}

void ParseQuery(std::string_view query, NameValueList& out, Arena& arena) {
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    NameValue item;
    item.name = PercentDecode(pair.substr(0, equals), true, arena);
    if (equals != std::string_view::npos) item.value = PercentDecode(pair.substr(equals + 1), true, arena);
    item.redacted = IsRedactionMarker(item.value);
    out.items.push_back(item);
  }
}

std::string_view FormEncode(const NameValueList& pairs, Arena& arena) {
  std::size_t size = 0;
  for (const NameValue& pair : pairs.items) size += 3 * (pair.name.size() + pair.value.size()) + 2;
  char* const begin = static_cast<char*>(arena.Allocate(size));
  char* out = begin;
  const auto put = [&](std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    for (const char c : text) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         std::string_view("*-._").find(c) != std::string_view::npos;
      if (plain) {
        *out++ = c;
      } else if (c == ' ') {
        *out++ = '+';
      } else {
        const auto byte = static_cast<unsigned char>(c);
        *out++ = '%';
        *out++ = kHex[byte >> 4];
        *out++ = kHex[byte & 15];
      }
    }
  };
  for (const NameValue& pair : pairs.items) {
    if (out != begin) *out++ = '&';
    put(pair.name);
    *out++ = '=';
    put(pair.value);
  }
  return {begin, static_cast<std::size_t>(out - begin)};
}

}  // namespace writ::model
