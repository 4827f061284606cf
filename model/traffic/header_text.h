// What header values mean: media types, cookies (RFC 6265), and the markers that recorders leave in place of
// secrets. Covered by tests/model/traffic/header_text_test.cc.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "model/traffic/exchange.h"

namespace writ::model {

// `name` in lower case. Names that most messages carry come from a static table and cost no memory.
std::string_view HeaderName(std::string_view name, Arena& arena);

// "Application/JSON; charset=utf-8" → "application/json". Empty when there is no type/subtype (browsers write
// "x-unknown").
std::string_view MediaTypeOf(std::string_view value, Arena& arena);

// Whether a value is no value but what a recorder put in its place: "[REDACTED]", "<redacted>", "***",
// "xxxxx", "abc***xyz", …
bool IsRedactionMarker(std::string_view value);
// The same for a value that may start with an authentication scheme: "Bearer [REDACTED]".
bool IsRedactedCredential(std::string_view value);

// Appends the pairs of a Cookie header.
void ParseCookies(std::string_view value, NameValueList& out);
// Appends the name and value of one Set-Cookie header, without its attributes.
void ParseSetCookie(std::string_view value, NameValueList& out);

}  // namespace writ::model
