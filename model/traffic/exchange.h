// One recorded request with its response. Every field is present, absent (it was looked at and is not there)
// or unknown (the recording could not have held it); docs/language.md, "Absent is not unknown". Strings are
// views into the batch's arena or buffer and live as long as the batch.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ip.h"
#include "base/time.h"

namespace writ::model {

struct Operation;

enum class Presence : std::uint8_t { kAbsent, kPresent, kUnknown };

// Why a value is unknown, as bits, so that reasons can be joined.
enum UnknownCause : std::uint32_t {
  kNotCaptured = 1,          // the format does not record it
  kRedacted = 2,             // the value was replaced by a marker
  kTruncated = 4,            // the recording was cut
  kUndecodable = 8,          // the bytes could not be decoded
  kNotOrdered = 16,          // times are equal within their precision
  kAmbiguousMatch = 32,      // more than one operation fits
  kUnsupportedPattern = 64,  // a pattern of the description has no linear-time equivalent
  kOverBound = 128,          // more than the pinned bound of a group
  kIncomplete = 256,         // a collection that is known to lack items
  kSampled = 512,            // not every exchange was recorded
};

// What a field of an exchange needs from its source, as bits: the capture column of vm/bytecode/fields.def,
// the `captures` of model/traffic/formats.def, and the projection that tells a reader what to keep.
enum Capture : std::uint32_t {
  kCaptureNone = 0,
  kCaptureTime = 1,
  kCaptureDuration = 2,
  kCaptureClientIp = 4,
  kCaptureServerIp = 8,
  kCaptureUrl = 16,  // scheme, host, path, query
  kCaptureStatus = 32,
  kCaptureRequestHeaders = 64,
  kCaptureResponseHeaders = 128,
  kCaptureRequestBody = 256,
  kCaptureResponseBody = 512,
  kCaptureCredential = 1024,  // token, session, subject: from request headers, cookies and query
  kCaptureMatch = 2048,       // operation, path parameters: from method and URL
  kCaptureId = 4096,
};

template <typename T>
struct Captured {
  Presence presence = Presence::kAbsent;
  std::uint32_t causes = 0;  // UnknownCause bits when unknown
  T value{};

  bool is_present() const { return presence == Presence::kPresent; }
  static Captured Present(T v) { return {Presence::kPresent, 0, v}; }
  static Captured Absent() { return {}; }
  static Captured Unknown(std::uint32_t why) { return {Presence::kUnknown, why, T{}}; }
};

using Text = Captured<std::string_view>;

struct NameValue {
  std::string_view name;  // headers: lower case
  std::string_view value;
  bool redacted = false;  // the value is a marker such as "[REDACTED]"
};

// A list that knows whether it is complete, whether it was captured at all, and why not.
struct NameValueList {
  std::vector<NameValue> items;         // in the order of the message, repeats kept
  std::uint32_t unknown_causes = 0;     // not 0: nothing is known about the list
  std::uint32_t incomplete_causes = 0;  // not 0: items may be missing
};

struct Body {
  Presence presence = Presence::kAbsent;
  std::uint32_t causes = 0;
  std::string_view bytes;       // decoded text
  Captured<std::int64_t> size;  // bytes
};

enum class CredentialKind : std::uint8_t { kBearer, kBasic, kApiKey, kCookie, kOther };

struct Credential {
  CredentialKind kind = CredentialKind::kOther;
  Text fingerprint;        // never the secret; unknown when redacted
  std::string_view where;  // "header authorization", "query api_key", "cookie session"
};

// Where an exchange came from: enough to find it again.
struct Evidence {
  std::uint32_t source = 0;   // index of the recording within the run, in the order of their names
  std::uint64_t ordinal = 0;  // 0-based position within the recording
  std::uint64_t offset = 0;   // byte offset of the entry within the file
  std::uint64_t length = 0;
};

struct Exchange {
  Evidence evidence;
  Text id;
  Captured<TimePoint> start, end;
  Captured<std::int64_t> duration;  // nanoseconds
  Text scheme, host;                // lower case; host with port when not the scheme's default
  std::string_view method;          // upper case; "" only if unreadable
  std::string_view path;            // raw, starts with '/'; "" for URLs without hierarchy (`data:`, CONNECT)
  Text query;                       // raw, without '?'
  NameValueList query_parameters;   // decoded
  Captured<std::int64_t> status;    // absent when aborted
  bool has_response = false;  // else `response` is absent (aborted, answered by the client's cache), or unknown where `status` is
  NameValueList request_headers, response_headers;
  NameValueList request_cookies, response_cookies;  // response: Set-Cookie, value up to the first ';'
  Text request_media_type, response_media_type;     // lower case, without parameters
  Body request_body, response_body;
  Captured<IpAddress> client_ip, server_ip;
  Captured<Credential> token;
  Text session, subject, tenant;  // fingerprints or configured identifiers
  // Filled by the matcher (model/match/matcher.h), after the reader:
  Captured<const Operation*> operation;
  std::vector<NameValue> path_parameters;  // decoded
};

// The values of a header, cookie or parameter by (lower-case) name: the first, or absent, or unknown.
Text FindValue(const NameValueList& list, std::string_view name);

}  // namespace writ::model
