// A scan for one member of one small object; no JSON tree is built for it.
#include "model/traffic/jwt.h"

#include "model/traffic/encoding.h"

namespace writ::model {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Behind the string that starts at text[at] with its quote; npos when it is not closed.
std::size_t StringEnd(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at + 1;
  }
  return std::string_view::npos;
}

// The raw value of a member of the object `json`, at its top level. Claims are small, so one pass over the
// bytes is enough.
std::optional<std::string_view> TopLevelMember(std::string_view json, std::string_view name) {
  std::size_t depth = 0;
  bool is_value = false, is_wanted = false;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = StringEnd(json, at);
      if (end == std::string_view::npos) return std::nullopt;
      if (depth == 1 && is_value && is_wanted) return json.substr(at, end - at);
      if (depth == 1 && !is_value) is_wanted = json.substr(at + 1, end - at - 2) == name;
      at = end;
      continue;
    }
    if (c == '{' || c == '[') {
      if (depth == 1 && is_wanted) return std::nullopt;
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth <= 1) return std::nullopt;
      --depth;
    } else if (depth == 1 && c == ':') {
      is_value = true;
    } else if (depth == 1 && c == ',') {
      is_value = is_wanted = false;
    } else if (depth == 1 && is_value && is_wanted && !IsSpace(c)) {
      const std::size_t end = json.find_first_of(",} \t\r\n", at);
      return end == std::string_view::npos ? std::nullopt : std::optional(json.substr(at, end - at));
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> JwtSubject(std::string_view token, Arena& arena) {
  const std::size_t first = token.find('.');
  if (first == std::string_view::npos || token.substr(0, 2) != "ey") return std::nullopt;
  const std::size_t second = token.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto claims = Base64Decode(token.substr(first + 1, second - first - 1), arena);
  if (!claims.has_value()) return std::nullopt;
  const auto raw = TopLevelMember(*claims, "sub");
  if (!raw.has_value() || raw->empty()) return std::nullopt;
  if (raw->front() != '"') {
    // Some issuers write numbers, which RFC 7519 does not allow.
    const char c = raw->front();
    return c == '-' || (c >= '0' && c <= '9') ? raw : std::nullopt;
  }
  const std::string_view text = UnescapeJson(raw->substr(1, raw->size() - 2), arena);
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace writ::model
