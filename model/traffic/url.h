// The parts of a recorded URL (RFC 3986 section 3) as they were written: nothing is normalised, since a rule
// may look for just that. Covered by tests/model/traffic/url_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "model/traffic/exchange.h"

namespace writ::model {

// Views into the URL.
struct UrlParts {
  std::optional<std::string_view> scheme;     // as written
  std::optional<std::string_view> authority;  // host and port, without user information
  std::string_view path;  // starts with '/'; "" for URLs without hierarchy (`data:`, `about:`, `host:443`)
  std::optional<std::string_view> query;  // without '?'; the fragment is dropped
};
// Absolute URLs and the origin form ("/a?b").
UrlParts SplitUrl(std::string_view url);

// Lower case, without the port that is the scheme's own (http and ws 80, https and wss 443). `scheme` is
// lower case, or empty when unknown: then the port stays.
std::string_view CanonicalHost(std::string_view authority, std::string_view scheme, Arena& arena);

// Fills `out` with the pairs of a form-encoded query: decoded, in order, repeats kept; a name without `=` has
// the value "".
void ParseQuery(std::string_view query, NameValueList& out, Arena& arena);
// The inverse, for forms that were recorded as lists of parameters.
std::string_view FormEncode(const NameValueList& pairs, Arena& arena);

}  // namespace writ::model
