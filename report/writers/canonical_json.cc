// RFC 8785 sections 3.2.2 (strings, integers) and 3.2.3 (order).
#include "report/writers/canonical_json.h"

#include <algorithm>
#include <cstdio>

#include "base/check.h"

namespace writ::report {

bool Utf16Less(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < shorter && a[i] == b[i]) ++i;
  if (i == shorter) return a.size() < b.size();
  const auto x = static_cast<unsigned char>(a[i]), y = static_cast<unsigned char>(b[i]);
  // UTF-8 sorts by code point. UTF-16 differs in one thing: surrogates (lead byte F0 and up) come before
  // U+E000 to U+FFFF (EE, EF).
  const bool x_pair = x >= 0xF0, y_pair = y >= 0xF0;
  if (x_pair != y_pair) return x_pair ? y >= 0xEE : x < 0xEE;
  return x < y;
}

void CanonicalJson::BeforeValue() {
  if (frames_.empty()) return;
  Frame& frame = frames_.back();
  if (frame.is_object) {
    WRIT_CHECK(frame.has_key);
    frame.has_key = false;
    return;
  }
  if (!frame.is_empty) out_ += ',';
  frame.is_empty = false;
}

CanonicalJson& CanonicalJson::BeginObject() {
  BeforeValue();
  out_ += '{';
  frames_.push_back(Frame{});
  frames_.back().is_object = true;
  return *this;
}

CanonicalJson& CanonicalJson::EndObject() {
  WRIT_CHECK(!frames_.empty() && frames_.back().is_object && !frames_.back().has_key);
  frames_.pop_back();
  out_ += '}';
  return *this;
}

CanonicalJson& CanonicalJson::BeginArray() {
  BeforeValue();
  out_ += '[';
  frames_.push_back(Frame{});
  return *this;
}

CanonicalJson& CanonicalJson::EndArray() {
  WRIT_CHECK(!frames_.empty() && !frames_.back().is_object);
  frames_.pop_back();
  out_ += ']';
  return *this;
}

namespace {

void AppendString(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default: {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
        out += escape;
      }
    }
  }
  out.append(text.substr(plain));
  out += '"';
}

}  // namespace

CanonicalJson& CanonicalJson::Key(std::string_view name) {
  WRIT_CHECK(!frames_.empty() && frames_.back().is_object && !frames_.back().has_key);
  Frame& frame = frames_.back();
  WRIT_CHECK(frame.is_empty || Utf16Less(frame.last_key, name));
  if (!frame.is_empty) out_ += ',';
  frame.is_empty = false;
  frame.has_key = true;
  frame.last_key.assign(name);
  AppendString(out_, name);
  out_ += ':';
  return *this;
}

CanonicalJson& CanonicalJson::String(std::string_view text) {
  BeforeValue();
  AppendString(out_, text);
  return *this;
}

CanonicalJson& CanonicalJson::Integer(std::uint64_t value) {
  BeforeValue();
  out_ += std::to_string(std::min(value, (std::uint64_t{1} << 53) - 1));
  return *this;
}

CanonicalJson& CanonicalJson::Bool(bool value) {
  BeforeValue();
  out_ += value ? "true" : "false";
  return *this;
}

CanonicalJson& CanonicalJson::Texts(std::string_view name, const std::vector<std::string>& texts) {
  Key(name).BeginArray();
  for (const std::string& text : texts) String(text);
  return EndArray();
}

std::string CanonicalJson::Take() {
  WRIT_CHECK(frames_.empty());
  return std::move(out_);
}

}  // namespace writ::report
