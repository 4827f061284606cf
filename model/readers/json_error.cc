// A pushdown scan over JSON's grammar with its own stack of bits.
#include "model/readers/json_error.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "base/utf8.h"

namespace writ::model {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsWordByte(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '+' ||
         c == '.' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Four hexadecimal digits at `at`; nothing if they are not there.
std::optional<std::uint32_t> HexQuad(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    std::uint32_t digit = 0;
    if (IsDigit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

struct Escape {
  std::size_t length = 0;  // bytes of the escape, the backslash included; 0: not a legal escape
  std::uint32_t code_point = 0;
  bool is_lone_surrogate = false;
};

// The escape whose backslash is at `at`.
Escape ReadEscape(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {};
  switch (text[at + 1]) {
    case '"':
      return {2, '"', false};
    case '\\':
      return {2, '\\', false};
    case '/':
      return {2, '/', false};
    case 'b':
      return {2, '\b', false};
    case 'f':
      return {2, '\f', false};
    case 'n':
      return {2, '\n', false};
    case 'r':
      return {2, '\r', false};
    case 't':
      return {2, '\t', false};
    case 'u':
      break;
    default:
      return {};
  }
  const std::optional<std::uint32_t> high = HexQuad(text, at + 2);
  if (!high) return {};
  if (*high < 0xD800 || *high > 0xDFFF) return {6, *high, false};
  if (*high <= 0xDBFF && at + 7 < text.size() && text[at + 6] == '\\' && text[at + 7] == 'u') {
    const std::optional<std::uint32_t> low = HexQuad(text, at + 8);
    if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
      return {12, 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00), false};
    }
  }
  return {6, *high, true};
}

class Scan {
 public:
  Scan(std::string_view text, std::size_t offset) : text_(text), at_(offset) {}

  std::optional<JsonError> Run() {
    Skip();
    if (at_ == text_.size()) return Fail(at_, at_, "nothing but white space", "a JSON value");
    for (;;) {
      if (Value()) return error_;
      // A value is complete: close containers, or go on to the next item.
      for (;;) {
        Skip();
        if (open_.empty()) {
          if (at_ == text_.size()) return std::nullopt;
          return Problem(at_, TokenEnd(at_), "found " + Seen(at_) + " after the end of the JSON value",
                         "a file holds one JSON value; remove what follows it");
        }
        const bool in_object = open_.back().is_object;
        if (at_ == text_.size()) return Truncated();
        const char close = in_object ? '}' : ']';
        if (text_[at_] == close) {
          ++at_;
          open_.pop_back();
          continue;
        }
        if (text_[at_] != ',')
          return Fail(at_, TokenEnd(at_), Seen(at_), in_object ? "`,` or `}`" : "`,` or `]`");
        const std::size_t comma = at_++;
        Skip();
        if (at_ == text_.size()) return Truncated();
        if (text_[at_] == close) {
          return Problem(comma, comma + 1, std::string("trailing comma before `") + close + "`",
                         "remove the comma");
        }
        if (in_object && Key()) return error_;
        break;
      }
    }
  }

 private:
  struct Level {
    bool is_object;
  };

  void Skip() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }
  std::size_t TokenEnd(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && end - begin < 60 && IsWordByte(text_[end])) ++end;
    if (end == begin && end < text_.size()) ++end;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
    return end;
  }
  std::string Seen(std::size_t begin) const {
    if (begin >= text_.size()) return "the end of the file";
    const unsigned char c = static_cast<unsigned char>(text_[begin]);
    if (c == '"') return "a string";
    if (c < 0x20 || c == 0x7F) {
      char name[40];
      std::snprintf(name, sizeof name, "control character U+%04X", static_cast<unsigned>(c));
      return name;
    }
    return "`" + std::string(text_.substr(begin, TokenEnd(begin) - begin)) + "`";
  }
  std::optional<JsonError> Problem(std::size_t begin, std::size_t end, std::string message,
                                   std::string help) {
    error_ = JsonError{begin, std::max(begin, end), std::move(message), std::move(help)};
    return error_;
  }
  std::optional<JsonError> Fail(std::size_t begin, std::size_t end, const std::string& seen,
                                const std::string& wanted) {
    return Problem(begin, end, "found " + seen + " where JSON wants " + wanted, {});
  }
  std::optional<JsonError> Truncated() {
    std::string what = "the file ends inside ";
    what += open_.back().is_object ? "an object" : "an array";
    if (open_.size() > 1) what += " (" + std::to_string(open_.size()) + " levels are open)";
    return Problem(text_.size(), text_.size(), what, "the file may have been cut off");
  }

  // Each returns true when an error was found.
  bool Key() {
    if (text_[at_] != '"') return Fail(at_, TokenEnd(at_), Seen(at_), "a key in double quotes").has_value();
    if (String()) return true;
    Skip();
    if (at_ == text_.size()) return Truncated().has_value();
    if (text_[at_] != ':') return Fail(at_, TokenEnd(at_), Seen(at_), "`:` after a key").has_value();
    ++at_;
    return false;
  }

  bool String() {
    const std::size_t begin = at_++;
    while (at_ < text_.size()) {
      const unsigned char c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') {
        ++at_;
        return false;
      }
      if (c < 0x20) {
        if (c == '\n' || c == '\r') {
          return Problem(begin, at_, "a string is not closed before the end of its line",
                         "close it with `\"`, or write `\\n`")
              .has_value();
        }
        return Problem(at_, at_ + 1, Seen(at_) + " in a string", "write it as an escape, `\\u00XX`")
            .has_value();
      }
      if (c != '\\') {
        ++at_;
        continue;
      }
      const Escape escape = ReadEscape(text_, at_);
      if (escape.length == 0) {
        if (at_ + 1 >= text_.size()) break;
        const std::size_t end = std::min(TokenEnd(at_ + 1), at_ + (text_[at_ + 1] == 'u' ? 6 : 2));
        return Problem(at_, end, "`" + std::string(text_.substr(at_, end - at_)) + "` is no escape of JSON",
                       "a backslash itself is written `\\\\`")
            .has_value();
      }
      if (escape.is_lone_surrogate) {
        return Problem(at_, at_ + 6,
                       "`" + std::string(text_.substr(at_, 6)) + "` is half of a surrogate pair",
                       "write both halves, or the character itself")
            .has_value();
      }
      at_ += escape.length;
    }
    return Problem(begin, text_.size(), "a string is not closed before the end of the file",
                   "the file may have been cut off")
        .has_value();
  }

  // Reads down to the first complete scalar or empty container.
  bool Value() {
    for (;;) {
      Skip();
      if (at_ == text_.size()) return Truncated().has_value();
      const char c = text_[at_];
      if (c == '{' || c == '[') {
        open_.push_back({c == '{'});
        ++at_;
        Skip();
        if (at_ == text_.size()) return Truncated().has_value();
        if (text_[at_] == (c == '{' ? '}' : ']')) {
          ++at_;
          open_.pop_back();
          return false;
        }
        if (c == '{' && Key()) return true;
        continue;
      }
      if (c == '"') return String();
      const std::size_t end = TokenEnd(at_);
      const std::string_view word = text_.substr(at_, end - at_);
      if (word == "true" || word == "false" || word == "null") {
        at_ = end;
        return false;
      }
      if (Number()) return false;
      if (c == '\'')
        return Problem(at_, at_ + 1, "JSON strings stand in double quotes", "write `\"` instead of `'`")
            .has_value();
      if (c == '/') return Problem(at_, at_ + 1, "JSON has no comments", "remove the comment").has_value();
      if (IsDigit(c) || c == '-' || c == '+' || c == '.') {
        return Problem(at_, end, "`" + std::string(word) + "` is no JSON number", {}).has_value();
      }
      return Fail(at_, end, Seen(at_), "a value").has_value();
    }
  }
  // A number may be longer than the words that TokenEnd shows.
  bool Number() {
    std::size_t end = at_;
    while (end < text_.size() && IsWordByte(text_[end])) ++end;
    if (!IsJsonNumber(text_.substr(at_, end - at_))) return false;
    at_ = end;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Level> open_;
  std::optional<JsonError> error_;
};

}  // namespace

std::optional<JsonError> FindJsonError(std::string_view text, std::size_t offset) {
  return Scan(text, offset).Run();
}

bool IsJsonNumber(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t first = i;
    while (i < text.size() && IsDigit(text[i])) ++i;
    return i > first;
  };
  if (i < text.size() && text[i] == '-') ++i;
  if (i < text.size() && text[i] == '0') {
    ++i;
  } else if (!digits()) {
    return false;
  }
  if (i < text.size() && text[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == text.size();
}

std::optional<std::string> UnescapeJson(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  for (std::size_t i = 0; i < body.size();) {
    if (static_cast<unsigned char>(body[i]) < 0x20) return std::nullopt;
    if (body[i] != '\\') {
      out += body[i++];
      continue;
    }
    const Escape escape = ReadEscape(body, i);
    if (escape.length == 0 || escape.is_lone_surrogate) return std::nullopt;
    AppendUtf8(out, escape.code_point);
    i += escape.length;
  }
  return out;
}

}  // namespace writ::model
