// simdjson's on-demand iterator, one pass over the members in whatever order they come; the parts of a
// message are gathered first and put together when its object has ended. Strings are taken as raw tokens:
// most have no escapes and are copied as they are.
#include "model/readers/exchange_decoder.h"

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>
#include <utility>

#include "base/mask.h"
#include "model/traffic/encoding.h"
#include "model/traffic/header_text.h"
#include "model/traffic/number_text.h"
#include "model/traffic/url.h"

namespace writ::model {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t kPadding = simdjson::SIMDJSON_PADDING;
static_assert(kPadding <= 64);
constexpr std::size_t kFirstCapacity = std::size_t{256} << 10;

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool IsString(std::string_view token) {
  return token.size() >= 2 && token.front() == '"' && token.back() == '"';
}
bool IsNull(std::string_view token) {
  return token == "null";
}
bool IsTrue(std::string_view token) {
  return token == "true";
}
bool IsNumber(std::string_view token) {
  return !token.empty() && (token[0] == '-' || (token[0] >= '0' && token[0] <= '9'));
}

// What a message says about its body, before it is known whether that is wanted and complete.
struct BodyParts {
  bool is_null = false;
  bool has_object = false;    // postData or content, whatever is in it
  bool is_elsewhere = false;  // a side file
  bool is_truncated = false;
  bool is_base64 = false;
  Text text;
  Text media_type;
  std::optional<std::int64_t> size;
  bool has_params = false;
  std::string_view params;  // form-encoded again
};

struct RequestParts {
  Text method, url, scheme, host, path, query;
  std::string_view pseudo_method, pseudo_scheme, pseudo_authority, pseudo_path;
  std::string_view host_header;
  bool has_headers = false;
  BodyParts body;
  std::optional<std::int64_t> body_size;
};

}  // namespace

struct ExchangeDecoder::State {
  State(ExchangeDialect d, std::uint32_t wanted) : dialect(d), projection(wanted) {}

  ExchangeDialect dialect;
  std::uint32_t projection;
  ondemand::parser parser;
  std::size_t capacity = 0;
  NameValueList params;  // of a form, reused
  Exchange* out = nullptr;
  Arena* arena = nullptr;
  std::string_view trouble;
  std::string_view json;

  // The text of a scalar as written, with its quotes; the first character alone for an object or array. Empty
  // where JSON that is cut short has no value: simdjson then gives lengths beyond the text.
  std::string_view TokenOf(ondemand::value& value) const {
    std::string_view token = value.raw_json_token();
    const char* const end = json.data() + json.size();
    if (token.data() < json.data() || token.data() >= end ||
        token.size() > static_cast<std::size_t>(end - token.data()))
      return {};
    while (!token.empty() && IsSpace(token.back())) token.remove_suffix(1);
    return token;
  }

  bool is_har() const { return dialect == ExchangeDialect::kHar; }
  bool Wants(std::uint32_t captures) const { return (projection & captures) != 0; }
  bool WantsUrl() const { return Wants(kCaptureUrl | kCaptureMatch | kCaptureCredential); }
  bool WantsRequestHeaders() const { return Wants(kCaptureRequestHeaders | kCaptureCredential); }

  bool Fail(std::string_view why) {
    if (trouble.empty()) trouble = why;
    return false;
  }
  bool FailJson(simdjson::error_code error) {
    switch (error) {
      case simdjson::UTF8_ERROR:
        return Fail("is not UTF-8");
      case simdjson::UNCLOSED_STRING:
        return Fail("is not JSON: a string is not closed");
      case simdjson::UNESCAPED_CHARS:
        return Fail("is not JSON: a control character inside a string");
      case simdjson::CAPACITY:
      case simdjson::MEMALLOC:
        return Fail("is too large to be read");
      default:
        return Fail("is not JSON");
    }
  }

  // Calls `visit(key, value)` for each member; it gives false to stop with trouble.
  template <typename Visit>
  bool EachMember(ondemand::value value, Visit visit) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return FailJson(error);
    for (auto item : object) {
      ondemand::field field;
      if (const auto error = std::move(item).get(field)) return FailJson(error);
      const char* const begin = field.key().raw();
      const char* end = begin;
      while (*end != '"' && *end != '\\') ++end;  // simdjson has made sure that the string is closed
      std::string_view key(begin, static_cast<std::size_t>(end - begin));
      if (*end == '\\') {
        if (const auto error = field.unescaped_key().get(key)) return FailJson(error);
        key = arena->Copy(key);
      }
      if (!visit(key, field.value())) return false;
    }
    return true;
  }
  template <typename Visit>
  bool EachElement(ondemand::value value, Visit visit) {
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return FailJson(error);
    for (auto item : array) {
      ondemand::value element;
      if (const auto error = std::move(item).get(element)) return FailJson(error);
      if (!visit(element)) return false;
    }
    return true;
  }

  // The text of a string token, which lives in the arena.
  std::string_view Keep(std::string_view token) {
    token = token.substr(1, token.size() - 2);
    return token.find('\\') == std::string_view::npos ? arena->Copy(token) : UnescapeJson(token, *arena);
  }
  // A member that holds text. Numbers and booleans are taken as written.
  Text TextOf(std::string_view token) {
    if (IsString(token)) return Text::Present(Keep(token));
    if (IsNull(token)) return Text::Unknown(kNotCaptured);
    if (token.empty() || token[0] == '{' || token[0] == '[' || token[0] == '"')
      return Text::Unknown(kUndecodable);
    return Text::Present(arena->Copy(token));
  }
  // The inside of a string or the text of a number, valid only while the JSON is.
  std::string_view Inside(std::string_view token) {
    if (!IsString(token)) return token;
    token = token.substr(1, token.size() - 2);
    return token.find('\\') == std::string_view::npos ? token : UnescapeJson(token, *arena);
  }

  std::string_view Decode();
  bool ReadRequest(ondemand::value value);
  bool ReadResponse(ondemand::value value, bool& is_null);
  bool ReadHeaders(ondemand::value value, NameValueList& list, RequestParts* request, bool keep);
  bool AddHeader(std::string_view name_token, std::string_view value_token, NameValueList& list,
                 RequestParts* request, bool keep);
  bool ReadCookies(ondemand::value value, NameValueList& list);
  bool ReadBodyObject(ondemand::value value, BodyParts& body, bool keep);
  bool ReadJsonBody(ondemand::value value, std::string_view token, BodyParts& body, bool keep);
  bool ReadParams(ondemand::value value, BodyParts& body);
  void FinishRequest(RequestParts& parts);
  void FinishCookies(const NameValueList& headers, std::string_view name, NameValueList& cookies);
  void FinishMediaType(const NameValueList& headers, bool has_headers, const BodyParts& body,
                       Text& media_type);
  void FinishBody(const BodyParts& parts, std::optional<std::int64_t> declared_size, Body& body);
};

namespace {

void ResetList(NameValueList& list) {
  list.items.clear();
  list.unknown_causes = 0;
  list.incomplete_causes = 0;
}

// Back to the defaults, with the memory of the lists kept.
void Reset(Exchange& x) {
  x.id = {};
  x.start = x.end = {};
  x.duration = {};
  x.scheme = x.host = x.query = {};
  x.method = x.path = {};
  ResetList(x.query_parameters);
  x.status = {};
  x.has_response = false;
  for (NameValueList* list :
       {&x.request_headers, &x.response_headers, &x.request_cookies, &x.response_cookies})
    ResetList(*list);
  x.request_media_type = x.response_media_type = {};
  x.request_body = x.response_body = {};
  x.client_ip = x.server_ip = {};
  x.token = {};
  x.session = x.subject = x.tenant = {};
  x.operation = {};
  x.path_parameters.clear();
}

// Bodies without content by definition: RFC 9110 sections 6.4.1 and 9.3.2.
bool MayHaveBody(std::string_view method, const Captured<std::int64_t>& status) {
  if (method == "HEAD") return false;
  return !status.is_present() || (status.value >= 200 && status.value != 204 && status.value != 304);
}

}  // namespace

std::string_view ExchangeDecoder::State::Decode() {
  trouble = {};
  Reset(*out);
  if (json.size() > capacity) {
    capacity = std::max(kFirstCapacity, std::bit_ceil(json.size()));
    if (parser.allocate(capacity)) return "is too large to be read";
  }
  ondemand::document document;
  if (const auto error = parser.iterate(json.data(), json.size(), json.size() + kPadding).get(document)) {
    FailJson(error);
    return trouble;
  }
  ondemand::value root;
  if (document.get_value().get(root)) return "is not a JSON object";
  if (TokenOf(root).substr(0, 1) != "{") return "is not a JSON object";

  bool has_request = false, has_response = false, null_response = false, from_cache = false;
  bool has_start = false, has_duration = false;
  Captured<std::int64_t> duration;
  const bool done = EachMember(root, [&](std::string_view key, ondemand::value value) {
    if (key == "request") {
      if (TokenOf(value).substr(0, 1) != "{") return Fail("`request` is not an object");
      has_request = true;
      return ReadRequest(value);
    }
    if (key == "response") {
      has_response = true;
      return ReadResponse(value, null_response);
    }
    if (key == "startedDateTime" || (key == "ts" && !is_har())) {
      has_start = true;
      if (Wants(kCaptureTime | kCaptureDuration)) {
        const std::string_view token = TokenOf(value);
        out->start = IsNull(token)     ? Captured<TimePoint>::Unknown(kNotCaptured)
                     : IsNumber(token) ? TimeOfMilliseconds(token)
                                       : TimeOfText(Inside(token));
      }
      return true;
    }
    if (key == "time" || (key == "time_ms" && !is_har())) {
      const std::string_view token = TokenOf(value);
      has_duration = true;
      if (Wants(kCaptureDuration)) {
        duration =
            IsNull(token) ? Captured<std::int64_t>::Unknown(kNotCaptured) : DurationOfMilliseconds(token);
      }
      return true;
    }
    if (key == "serverIPAddress" || (key == "server_ip" && !is_har())) {
      if (Wants(kCaptureServerIp)) out->server_ip = IpOf(Inside(TokenOf(value)), IsNull(TokenOf(value)));
      return true;
    }
    if (key == "_fromCache") {
      const std::string_view token = TokenOf(value);
      from_cache = IsTrue(token) || (IsString(token) && token.size() > 2);
      return true;
    }
    if (is_har()) return true;
    if (key == "client_ip" && Wants(kCaptureClientIp)) {
      out->client_ip = IpOf(Inside(TokenOf(value)), IsNull(TokenOf(value)));
    } else if (key == "id" && Wants(kCaptureId)) {
      out->id = TextOf(TokenOf(value));
    }
    return true;
  });
  if (!done) return trouble;
  if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS) {
    return "is not one JSON object: text follows it";
  }
  if (!has_request) return "has no `request`";

  if (is_har()) {
    // What HAR 1.2 has no place for, and what this entry left out although HAR has one.
    out->client_ip = Captured<IpAddress>::Unknown(kNotCaptured);
    if (out->server_ip.presence == Presence::kAbsent)
      out->server_ip = Captured<IpAddress>::Unknown(kNotCaptured);
    if (!has_start) out->start = Captured<TimePoint>::Unknown(kNotCaptured);
    if (!has_duration) duration = Captured<std::int64_t>::Unknown(kNotCaptured);
  }
  if (Wants(kCaptureDuration)) {
    out->duration = duration;
    out->end = EndOf(out->start, duration);
  }
  if (null_response) {
    // Nobody looked: whether there was one is as unknown as what was in it.
    const std::uint32_t why = kNotCaptured;
    out->has_response = false;
    out->status = Captured<std::int64_t>::Unknown(why);
    out->response_headers.unknown_causes = out->response_cookies.unknown_causes = why;
    out->response_media_type = Text::Unknown(why);
    out->response_body.presence = Presence::kUnknown;
    out->response_body.causes = why;
    out->response_body.size = Captured<std::int64_t>::Unknown(why);
  } else if (!has_response || from_cache || !out->has_response) {
    // Aborted, or answered by the client's own cache: the server has not answered this.
    out->has_response = false;
    out->status = {};
    ResetList(out->response_headers);
    ResetList(out->response_cookies);
    out->response_media_type = {};
    out->response_body = {};
  } else if (!MayHaveBody(out->method, out->status) && out->response_body.presence == Presence::kUnknown) {
    out->response_body.presence = Presence::kAbsent;
    out->response_body.causes = 0;
  }
  return {};
}

bool ExchangeDecoder::State::ReadRequest(ondemand::value value) {
  RequestParts parts;
  NameValueList& headers = out->request_headers;
  ResetList(headers);
  ResetList(out->request_cookies);
  ResetList(out->query_parameters);
  const bool keep_headers = WantsRequestHeaders(), keep_body = Wants(kCaptureRequestBody);
  const bool done = EachMember(value, [&](std::string_view key, ondemand::value member) {
    if (key == "method") {
      parts.method = TextOf(TokenOf(member));
    } else if (key == "url") {
      if (WantsUrl()) parts.url = TextOf(TokenOf(member));
    } else if (key == "headers") {
      parts.has_headers = true;
      // The Host header names the authority; nothing else is looked for when headers are not wanted.
      const bool wants_host = WantsUrl() && (is_har() || !parts.host.is_present());
      if (keep_headers || wants_host || !parts.method.is_present())
        return ReadHeaders(member, headers, &parts, keep_headers);
    } else if (key == "cookies") {
      if (keep_headers) return ReadCookies(member, out->request_cookies);
    } else if (key == "postData" || (key == "content" && !is_har())) {
      if (keep_headers || keep_body) return ReadBodyObject(member, parts.body, keep_body);
    } else if (key == "bodySize") {
      if (keep_body) parts.body_size = IntegerOf(Inside(TokenOf(member)));
    } else if (!is_har()) {
      if (key == "body") {
        if (keep_body) return ReadJsonBody(member, TokenOf(member), parts.body, keep_body);
      } else if (key == "headers_partial") {
        if (IsTrue(TokenOf(member))) headers.incomplete_causes |= kIncomplete;
      } else if (WantsUrl()) {
        if (key == "scheme")
          parts.scheme = TextOf(TokenOf(member));
        else if (key == "host")
          parts.host = TextOf(TokenOf(member));
        else if (key == "path")
          parts.path = TextOf(TokenOf(member));
        else if (key == "query")
          parts.query = TextOf(TokenOf(member));
      }
    }
    return true;
  });
  if (!done) return false;
  FinishRequest(parts);
  return out->method.empty() ? Fail("has no `request.method`") : true;
}

void ExchangeDecoder::State::FinishRequest(RequestParts& parts) {
  NameValueList& headers = out->request_headers;
  const std::string_view method =
      parts.method.is_present() && !parts.method.value.empty() ? parts.method.value : parts.pseudo_method;
  out->method = UpperCase(method, *arena);

  if (WantsUrl()) {
    if (parts.url.is_present() && parts.url.value.empty()) parts.url = {};
    const UrlParts url = SplitUrl(parts.url.is_present() ? parts.url.value : std::string_view{});
    // The scheme.
    const auto first_text = [](std::initializer_list<std::string_view> texts) {
      for (const std::string_view text : texts) {
        if (!text.empty()) return text;
      }
      return std::string_view{};
    };
    const std::string_view scheme =
        first_text({parts.scheme.is_present() ? parts.scheme.value : std::string_view{},
                    url.scheme.value_or(""), parts.pseudo_scheme});
    out->scheme = scheme.empty() ? Text::Unknown(kNotCaptured) : Text::Present(LowerCase(scheme, *arena));
    // The authority: an explicit `host`, else what the client asked for, else the URL, in which proxies put
    // the upstream.
    const bool has_hierarchy = !url.path.empty() || !parts.url.is_present();
    const std::string_view host =
        first_text({parts.host.is_present() ? parts.host.value : std::string_view{},
                    has_hierarchy ? parts.pseudo_authority : std::string_view{},
                    has_hierarchy ? parts.host_header : std::string_view{}, url.authority.value_or("")});
    out->host =
        host.empty()
            ? Text::Unknown(kNotCaptured)
            : Text::Present(CanonicalHost(host, out->scheme.is_present() ? out->scheme.value : "", *arena));
    // Path and query.
    std::string_view path = url.path;
    std::optional<std::string_view> query = url.query;
    if (const std::string_view target = parts.path.is_present()  ? parts.path.value
                                        : parts.url.is_present() ? ""
                                                                 : parts.pseudo_path;
        !target.empty()) {
      const UrlParts split = SplitUrl(target);
      path = split.path;
      if (split.query.has_value()) query = split.query;
    }
    out->path = path;
    if (parts.query.is_present()) {
      query = parts.query.value.substr(parts.query.value.substr(0, 1) == "?" ? 1 : 0);
    }
    if (parts.query.presence == Presence::kUnknown) {
      out->query = parts.query;
      out->query_parameters.unknown_causes = parts.query.causes;
    } else if (query.has_value()) {
      out->query = Text::Present(*query);
      ParseQuery(*query, out->query_parameters, *arena);
    }
  }

  const bool keep_headers = WantsRequestHeaders();
  if (keep_headers && !parts.has_headers && is_har()) headers.unknown_causes |= kNotCaptured;
  if (keep_headers && out->request_cookies.items.empty() && out->request_cookies.unknown_causes == 0) {
    FinishCookies(headers, "cookie", out->request_cookies);
  }
  if (keep_headers || Wants(kCaptureRequestBody)) {
    FinishMediaType(headers, keep_headers && parts.has_headers, parts.body, out->request_media_type);
  }
  if (Wants(kCaptureRequestBody)) FinishBody(parts.body, parts.body_size, out->request_body);
}

bool ExchangeDecoder::State::ReadResponse(ondemand::value value, bool& is_null) {
  const std::string_view token = TokenOf(value);
  if (IsNull(token)) {
    // A HAR entry without a response was not answered; in our own format null says that nobody looked.
    is_null = !is_har();
    return true;
  }
  if (token.substr(0, 1) != "{") return Fail("`response` is not an object");
  NameValueList& headers = out->response_headers;
  ResetList(headers);
  ResetList(out->response_cookies);
  out->has_response = true;
  const bool keep_headers = Wants(kCaptureResponseHeaders), keep_body = Wants(kCaptureResponseBody);
  bool has_headers = false;
  BodyParts body;
  const bool done = EachMember(value, [&](std::string_view key, ondemand::value member) {
    if (key == "status") {
      // Always read: it says whether there is a response at all.
      const std::string_view text = TokenOf(member);
      const auto status = IntegerOf(Inside(text));
      if (IsNull(text)) {
        out->status = Captured<std::int64_t>::Unknown(kNotCaptured);
      } else if (!status.has_value() || *status < 0 || *status > 999) {
        out->status = Captured<std::int64_t>::Unknown(kUndecodable);
      } else if (*status == 0) {
        out->has_response = false;
      } else {
        out->status = Captured<std::int64_t>::Present(*status);
      }
    } else if (key == "headers") {
      has_headers = true;
      if (keep_headers) return ReadHeaders(member, headers, nullptr, true);
    } else if (key == "cookies") {
      if (keep_headers) return ReadCookies(member, out->response_cookies);
    } else if (key == "content") {
      if (keep_headers || keep_body) return ReadBodyObject(member, body, keep_body);
    } else if (!is_har()) {
      if (key == "body") {
        if (keep_body) return ReadJsonBody(member, TokenOf(member), body, keep_body);
      } else if (key == "headers_partial") {
        if (IsTrue(TokenOf(member))) headers.incomplete_causes |= kIncomplete;
      }
    }
    return true;
  });
  if (!done) return false;
  if (!out->has_response) return true;
  if (keep_headers) {
    if (!has_headers && is_har()) headers.unknown_causes |= kNotCaptured;
    if (out->response_cookies.items.empty() && out->response_cookies.unknown_causes == 0) {
      FinishCookies(headers, "set-cookie", out->response_cookies);
    }
  }
  if (keep_headers || keep_body)
    FinishMediaType(headers, keep_headers && has_headers, body, out->response_media_type);
  // The method may still be to come: Decode takes back an unknown body that cannot exist.
  if (keep_body) FinishBody(body, std::nullopt, out->response_body);
  return true;
}

bool ExchangeDecoder::State::AddHeader(std::string_view name_token, std::string_view value_token,
                                       NameValueList& list, RequestParts* request, bool keep) {
  if (!IsString(name_token) || name_token.size() == 2) return true;
  const std::string_view raw = Inside(name_token);
  if (raw.empty()) return true;
  if (raw.front() == ':') {
    // The control data of HTTP/2 and 3 (RFC 9113 section 8.3) is no header.
    if (request != nullptr && IsString(value_token)) {
      const std::string_view value = Keep(value_token);
      if (raw == ":method")
        request->pseudo_method = value;
      else if (raw == ":scheme")
        request->pseudo_scheme = value;
      else if (raw == ":authority")
        request->pseudo_authority = value;
      else if (raw == ":path")
        request->pseudo_path = value;
    }
    return true;
  }
  const bool is_host = request != nullptr && raw.size() == 4 && EqualsIgnoringCase(raw, "host");
  if (!keep && !is_host) return true;
  NameValue item;
  item.name = HeaderName(raw, *arena);
  if (IsString(value_token)) {
    item.value = Keep(value_token);
  } else if (IsNull(value_token) || value_token.empty()) {
    item.redacted = true;  // it was sent, and its value is not known
  } else {
    item.value = arena->Copy(value_token);
  }
  if (is_host && !item.redacted && !IsRedactionMarker(item.value)) request->host_header = Trim(item.value);
  if (!keep) return true;
  if (value_token.find('\\') == std::string_view::npos) {
    item.redacted = item.redacted || IsRedactedCredential(item.value);
    list.items.push_back(item);
    return true;
  }
  // Chrome joins repeated Set-Cookie headers with line breaks, which only an escape can spell.
  std::string_view rest = item.value;
  for (;;) {
    const std::size_t end = rest.find('\n');
    item.value = rest.substr(0, end);
    const bool is_marker = IsRedactedCredential(item.value);
    list.items.push_back({item.name, item.value, item.redacted || is_marker});
    if (end == std::string_view::npos) return true;
    rest.remove_prefix(end + 1);
  }
}

bool ExchangeDecoder::State::ReadHeaders(ondemand::value value, NameValueList& list, RequestParts* request,
                                         bool keep) {
  const std::string_view token = TokenOf(value);
  if (token.substr(0, 1) == "[") {
    return EachElement(value, [&](ondemand::value element) {
      const char kind = TokenOf(element).empty() ? '\0' : TokenOf(element).front();
      std::string_view name, text;
      if (kind == '{') {
        const bool done = EachMember(element, [&](std::string_view key, ondemand::value member) {
          if (key == "name")
            name = TokenOf(member);
          else if (key == "value")
            text = TokenOf(member);
          return true;
        });
        if (!done) return false;
      } else if (kind == '[') {
        // Pairs, as some exporters write them.
        std::size_t at = 0;
        const bool done = EachElement(element, [&](ondemand::value part) {
          if (at == 0) name = TokenOf(part);
          if (at == 1) text = TokenOf(part);
          ++at;
          return true;
        });
        if (!done) return false;
      } else {
        list.incomplete_causes |= kUndecodable;
        return true;
      }
      if (!text.empty() && (text.front() == '{' || text.front() == '[')) text = {};
      return AddHeader(name, text, list, request, keep);
    });
  }
  if (token.substr(0, 1) == "{") {
    return EachMember(value, [&](std::string_view key, ondemand::value member) {
      // AddHeader wants tokens: the key with its quotes is one, since keys with escapes were copied without
      // them.
      const std::string_view text = TokenOf(member);
      char* quoted = static_cast<char*>(arena->Allocate(key.size() + 2));
      quoted[0] = quoted[key.size() + 1] = '"';
      std::copy(key.begin(), key.end(), quoted + 1);
      const std::string_view name(quoted, key.size() + 2);
      if (text.substr(0, 1) == "{") {
        list.incomplete_causes |= kUndecodable;
        return true;
      }
      if (text.substr(0, 1) != "[") return AddHeader(name, text, list, request, keep);
      bool is_empty = true;
      const bool done = EachElement(member, [&](ondemand::value element) {
        is_empty = false;
        return AddHeader(name, TokenOf(element), list, request, keep);
      });
      // Some servers log the credentials that they hide as empty lists.
      if (done && is_empty && IsSecretName(key)) return AddHeader(name, {}, list, request, keep);
      return done;
    });
  }
  list.unknown_causes |= IsNull(token) ? kNotCaptured : kUndecodable;
  return true;
}

bool ExchangeDecoder::State::ReadCookies(ondemand::value value, NameValueList& list) {
  const std::string_view token = TokenOf(value);
  const auto add = [&](std::string_view name, std::string_view text) {
    NameValue item{name, IsString(text) ? Keep(text) : std::string_view{}, !IsString(text)};
    item.redacted = item.redacted || IsRedactionMarker(item.value);
    list.items.push_back(item);
  };
  if (token.substr(0, 1) == "[") {
    return EachElement(value, [&](ondemand::value element) {
      if (TokenOf(element).substr(0, 1) != "{") return true;
      std::string_view name, text;
      const bool done = EachMember(element, [&](std::string_view key, ondemand::value member) {
        if (key == "name")
          name = TokenOf(member);
        else if (key == "value")
          text = TokenOf(member);
        return true;
      });
      if (done && IsString(name)) add(Keep(name), text);
      return done;
    });
  }
  if (token.substr(0, 1) == "{") {
    return EachMember(value, [&](std::string_view key, ondemand::value member) {
      add(arena->Copy(key), TokenOf(member));
      return true;
    });
  }
  list.unknown_causes |= IsNull(token) ? kNotCaptured : kUndecodable;
  return true;
}

bool ExchangeDecoder::State::ReadBodyObject(ondemand::value value, BodyParts& body, bool keep) {
  const std::string_view token = TokenOf(value);
  if (token.substr(0, 1) != "{") {
    if (IsNull(token) && !is_har()) body.is_null = true;
    return true;
  }
  body.has_object = true;
  return EachMember(value, [&](std::string_view key, ondemand::value member) {
    if (key == "mimeType") {
      body.media_type = TextOf(TokenOf(member));
    } else if (!keep) {
      return true;
    } else if (key == "text") {
      body.text = TextOf(TokenOf(member));
    } else if (key == "encoding") {
      body.is_base64 = EqualsIgnoringCase(Inside(TokenOf(member)), "base64");
    } else if (key == "size") {
      body.size = IntegerOf(Inside(TokenOf(member)));
    } else if (key == "params") {
      return ReadParams(member, body);
    } else if (key == "_file" || key == "_sha1") {
      body.is_elsewhere = true;
    } else if (key == "truncated" && !is_har()) {
      body.is_truncated = IsTrue(TokenOf(member));
    }
    return true;
  });
}

bool ExchangeDecoder::State::ReadJsonBody(ondemand::value value, std::string_view token, BodyParts& body,
                                          bool keep) {
  if (!keep) return true;
  if (IsNull(token)) {
    body.is_null = true;
    return true;
  }
  body.has_object = true;
  std::string_view raw;
  if (token.substr(0, 1) == "{") {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return FailJson(error);
    if (const auto error = object.raw_json().get(raw)) return FailJson(error);
    body.text = Text::Present(arena->Copy(raw));
  } else if (token.substr(0, 1) == "[") {
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return FailJson(error);
    if (const auto error = array.raw_json().get(raw)) return FailJson(error);
    body.text = Text::Present(arena->Copy(raw));
  } else {
    body.text = TextOf(token);
  }
  return true;
}

bool ExchangeDecoder::State::ReadParams(ondemand::value value, BodyParts& body) {
  if (TokenOf(value).substr(0, 1) != "[") return true;
  params.items.clear();
  const bool done = EachElement(value, [&](ondemand::value element) {
    if (TokenOf(element).substr(0, 1) != "{") return true;
    std::string_view name, text;
    const bool member_done = EachMember(element, [&](std::string_view key, ondemand::value member) {
      if (key == "name")
        name = TokenOf(member);
      else if (key == "value")
        text = TokenOf(member);
      return true;
    });
    if (member_done && IsString(name))
      params.items.push_back({Keep(name), IsString(text) ? Keep(text) : std::string_view{}});
    return member_done;
  });
  if (!params.items.empty()) {
    body.has_params = true;
    body.params = FormEncode(params, *arena);
  }
  return done;
}

void ExchangeDecoder::State::FinishCookies(const NameValueList& headers, std::string_view name,
                                           NameValueList& cookies) {
  cookies.unknown_causes |= headers.unknown_causes;
  cookies.incomplete_causes |= headers.incomplete_causes;
  for (const NameValue& header : headers.items) {
    if (header.name != name) continue;
    if (header.redacted && header.value.find('=') == std::string_view::npos) {
      cookies.incomplete_causes |= kRedacted;
    } else if (name == "cookie") {
      ParseCookies(header.value, cookies);
    } else {
      ParseSetCookie(header.value, cookies);
    }
  }
}

void ExchangeDecoder::State::FinishMediaType(const NameValueList& headers, bool has_headers,
                                             const BodyParts& body, Text& media_type) {
  if (has_headers) media_type = FindValue(headers, "content-type");
  if (media_type.is_present()) {
    const std::string_view type = MediaTypeOf(media_type.value, *arena);
    media_type = type.empty() ? Text::Absent() : Text::Present(type);
  }
  if (!media_type.is_present() && body.media_type.is_present()) {
    const std::string_view type = MediaTypeOf(body.media_type.value, *arena);
    if (!type.empty()) media_type = Text::Present(type);
  }
  if (media_type.presence == Presence::kAbsent && headers.unknown_causes != 0)
    media_type = Text::Unknown(headers.unknown_causes);
}

void ExchangeDecoder::State::FinishBody(const BodyParts& parts, std::optional<std::int64_t> declared_size,
                                        Body& body) {
  body = {};
  const std::optional<std::int64_t> size =
      parts.size.has_value() && *parts.size >= 0 ? parts.size : declared_size;
  const auto unknown = [&](std::uint32_t why) {
    body.presence = Presence::kUnknown;
    body.causes = why;
    body.size = size.has_value() && *size >= 0 ? Captured<std::int64_t>::Present(*size)
                                               : Captured<std::int64_t>::Unknown(why);
  };
  if (parts.is_null) return unknown(kNotCaptured);
  std::string_view text;
  bool has_text = false;
  if (parts.text.is_present()) {
    text = parts.text.value;
    has_text = !text.empty() || !parts.has_params;
  }
  if (!has_text && parts.has_params) {
    // Only a form can be written again from its parameters.
    const bool is_form = !parts.media_type.is_present() ||
                         MediaTypeOf(parts.media_type.value, *arena) == "application/x-www-form-urlencoded";
    if (!is_form) return unknown(kNotCaptured);
    text = parts.params;
    has_text = true;
  }
  if (has_text && parts.is_base64) {
    if (const auto bytes = Base64Decode(text, *arena))
      text = *bytes;  // else it was claimed and is not: the text itself
  }
  if (IsRedactionMarker(text)) return unknown(kRedacted);
  if (parts.is_truncated) {
    unknown(kTruncated);
    body.bytes = text;
    return;
  }
  if (!has_text || (text.empty() && size.value_or(0) > 0)) {
    if (parts.is_elsewhere || size.value_or(0) > 0 || (parts.text.presence == Presence::kUnknown))
      return unknown(kNotCaptured);
    // Browsers and test tools that leave bodies out write no size, or -1; size 0 says that there was none.
    if (parts.has_object && is_har() && !size.has_value()) return unknown(kNotCaptured);
    body.size = Captured<std::int64_t>::Present(0);
    return;
  }
  if (text.empty()) {
    body.size = Captured<std::int64_t>::Present(0);
    return;
  }
  body.presence = Presence::kPresent;
  body.bytes = text;
  body.size = Captured<std::int64_t>::Present(
      size.has_value() && *size > 0 ? *size : static_cast<std::int64_t>(text.size()));
}

ExchangeDecoder::ExchangeDecoder(ExchangeDialect dialect, std::uint32_t projection)
    : state_(std::make_unique<State>(dialect, projection)) {}
ExchangeDecoder::~ExchangeDecoder() = default;
ExchangeDecoder::ExchangeDecoder(ExchangeDecoder&&) noexcept = default;

std::string_view ExchangeDecoder::Decode(std::string_view json, Exchange& out, Arena& arena) {
  state_->out = &out;
  state_->arena = &arena;
  state_->json = json;
  return state_->Decode();
}

}  // namespace writ::model
