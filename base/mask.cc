// Masking of credentials in one pass over the text. Every rule looks back at most a name's length and consumes what it
// looked ahead at, so the work is linear in the text. A rule masks when the context names a secret (a header, a query
// parameter, a member) or when the value has a form that ordinary words do not have; prose about tokens stays as it is.
// Covered by tests/base/mask_test.cc.
#include "base/mask.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/digest.h"

namespace writ {
namespace {

constexpr std::string_view kMasked = "[masked]";
constexpr std::string_view kFingerprintPrefix = "sha256:";
constexpr std::size_t kLongestName = 64;
// How far a rule looks before it decides that a value is none. A longer value without a break is no prose.
constexpr std::size_t kLongestWord = 256;

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlnum(char c) { return IsLower(c) || IsUpper(c) || IsDigit(c); }
bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsBase64Url(char c) { return IsAlnum(c) || c == '-' || c == '_'; }
bool IsCredentialChar(char c) { return IsBase64Url(c) || std::string_view(".~+/=%").find(c) != std::string_view::npos; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool StartsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}
bool EqualsIgnoringCase(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) { return Lower(x) == y; });
}
template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// --- Names --------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 20> kSecretLastWords{
    "authorization", "cookie", "credential", "credentials", "csrf",     "jwt",  "otp", "passcode", "passphrase", "passwd",
    "password",      "passwords", "pwd",     "secret",      "secrets",  "session", "sid", "token", "totp",      "xsrf"};
constexpr std::array<std::string_view, 10> kSecretEndings{"password",  "passwd",    "secret",     "apikey",  "sessionid",
                                                          "sessid",    "accesskey", "privatekey", "secretkey", "token"};
constexpr std::array<std::string_view, 10> kKeyOwners{"access", "account", "api",     "auth",   "encryption",
                                                      "master", "private", "secret", "signing", "subscription"};
// Tokens that carry a place in a list, not an authority.
constexpr std::array<std::string_view, 7> kHarmlessTokens{"continuation", "cursor", "next", "page", "prev", "previous", "sync"};
constexpr std::array<std::string_view, 3> kSecretWholeNames{"auth", "pass", "pw"};

// The words of a name in lower case: "X-Api-Key", "xApiKey" and "x_api_key" are the same three.
class Words {
 public:
  explicit Words(std::string_view name) {
    if (name.size() > kBufferSize / 2) name.remove_prefix(name.size() - kBufferSize / 2);
    char previous = '\0';
    for (std::size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      const bool starts_upper = IsUpper(c) && (IsLower(previous) || IsDigit(previous) ||
                                               (IsUpper(previous) && i + 1 < name.size() && IsLower(name[i + 1])));
      if (!IsAlnum(c) || starts_upper) Break();
      if (IsAlnum(c)) buffer_[used_++] = Lower(c);
      previous = c;
    }
    Break();
  }
  std::size_t count() const { return count_; }
  // The word `back` places before the last; empty if there is none.
  std::string_view FromEnd(std::size_t back) const {
    return back < std::min(count_, kept_.size()) ? kept_[back] : std::string_view();
  }

 private:
  static constexpr std::size_t kBufferSize = 2 * kLongestName;
  void Break() {
    if (used_ == begin_) return;
    std::move_backward(kept_.begin(), kept_.end() - 1, kept_.end());
    kept_[0] = std::string_view(buffer_.data() + begin_, used_ - begin_);
    begin_ = used_;
    ++count_;
  }
  std::array<char, kBufferSize> buffer_{};
  std::array<std::string_view, 3> kept_{};
  std::size_t used_ = 0;
  std::size_t begin_ = 0;
  std::size_t count_ = 0;
};

bool IsCookieName(std::string_view name) {
  return EqualsIgnoringCase(name, "cookie") || EqualsIgnoringCase(name, "set-cookie");
}

bool IsAuthorizationName(std::string_view name) {
  return EqualsIgnoringCase(name, "authorization") || EqualsIgnoringCase(name, "proxy-authorization");
}

// --- Values -------------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 21> kPlaceholders{
    "apikey", "array",  "basic",  "bearer",   "boolean",  "false", "hidden", "integer", "none",  "null",   "number",
    "object", "optional", "password", "redacted", "required", "string", "text",   "true", "undefined", "uuid"};

bool OpensPlaceholder(std::string_view value) {
  return value.empty() || value[0] == '{' || value[0] == '<' || StartsWith(value, "${") || StartsWith(value, kMasked);
}

// What stands where a secret would stand and is none: `{token}`, `${TOKEN}`, `****`, a type name, our own output.
bool IsPlaceholder(std::string_view value) {
  if (OpensPlaceholder(value)) return true;
  if (StartsWith(value, kFingerprintPrefix)) {
    const std::string_view digits = value.substr(kFingerprintPrefix.size());
    return digits.size() == 16 && std::all_of(digits.begin(), digits.end(), IsHex);
  }
  if (value.size() >= 3 && std::string_view("*xX.-_").find(value[0]) != std::string_view::npos &&
      value.find_first_not_of(value[0]) == std::string_view::npos) {
    return true;
  }
  return std::any_of(kPlaceholders.begin(), kPlaceholders.end(),
                     [&](std::string_view word) { return EqualsIgnoringCase(value, word); });
}

// Whether `value`, which stands where a credential may stand, has a form that words and their compounds do not have.
bool LooksLikeSecret(std::string_view value) {
  while (!value.empty() && std::string_view(".,:;!?").find(value.back()) != std::string_view::npos) value.remove_suffix(1);
  if (IsPlaceholder(value)) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t turns = 0;  // from a lower-case to an upper-case letter
  bool encoded = false;   // has a character of base64 or percent-encoding that prose does not put inside words
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (IsDigit(c)) ++digits;
    if (IsLower(c) || IsUpper(c)) ++letters;
    if (i > 0 && IsUpper(c) && IsLower(value[i - 1])) ++turns;
    encoded = encoded || c == '=' || c == '+' || c == '~';
  }
  if (letters == value.size()) return value.size() >= 20 || (value.size() >= 8 && turns >= 2);
  if (digits == value.size()) return value.size() >= 8;
  if (value.size() < 6) return false;
  if (encoded || turns >= 2) return true;
  if (digits == 0) return value.size() >= 16;
  if (letters == 0) return value.size() >= 8;
  // Names of standards have digits too: OAuth2.0, HTTP/1.1, RS256, RFC6750.
  if (value.size() < 10) {
    for (const std::string_view known : {"OAuth", "oauth", "HTTP", "RFC", "ISO", "SHA", "sha", "HS", "RS", "ES", "PS"}) {
      if (!StartsWith(value, known)) continue;
      const std::string_view rest = value.substr(known.size());
      if (rest.find_first_not_of("0123456789./-") == std::string_view::npos) return false;
    }
  }
  return true;
}

// A path, a fragment or an address: `token: /oauth/token`, `authorization: #/components/…`, `token: https://…`.
bool IsReference(std::string_view value) {
  if (value.empty() || value[0] == '/' || value[0] == '#') return !value.empty();
  std::size_t scheme = 0;
  while (scheme < value.size() && (IsLower(value[scheme]) || IsUpper(value[scheme]))) ++scheme;
  return scheme > 0 && StartsWith(value.substr(scheme), "://");
}

struct KnownKey {
  std::string_view prefix;
  std::size_t least;    // characters behind the prefix
  bool exact;           // no more than `least` of them
  std::string_view also;  // characters behind the prefix other than letters and digits
};
constexpr std::array<KnownKey, 21> kKnownKeys{{
    {"AKIA", 16, true, ""},          // AWS access key ids
    {"ASIA", 16, true, ""},
    {"AIza", 35, true, "-_"},        // Google API keys
    {"ghp_", 20, false, ""},         // GitHub tokens
    {"gho_", 20, false, ""},
    {"ghu_", 20, false, ""},
    {"ghs_", 20, false, ""},
    {"ghr_", 20, false, ""},
    {"github_pat_", 20, false, "_"},
    {"glpat-", 20, false, "-_"},     // GitLab
    {"xoxa-", 10, false, "-"},       // Slack
    {"xoxb-", 10, false, "-"},
    {"xoxp-", 10, false, "-"},
    {"xoxr-", 10, false, "-"},
    {"xoxs-", 10, false, "-"},
    {"sk_live_", 10, false, "_"},    // Stripe
    {"rk_live_", 10, false, "_"},
    {"sk_test_", 10, false, "_"},
    {"whsec_", 20, false, "+/="},
    {"npm_", 36, true, ""},
    {"pypi-", 50, false, "-_"},
}};

class Masker {
 public:
  explicit Masker(std::string_view text) : text_(text) {}

  std::string Run() {
    while (i_ < text_.size()) {
      bool masked = false;
      switch (text_[i_]) {
        case 'B':
        case 'b': masked = SchemeValue(); break;
        case 'e': masked = JsonWebToken(); break;
        case '-': masked = PrivateKey(); break;
        case ':': masked = UserInfo() || Pair(1); break;
        case '=': masked = Pair(1); break;
        case '%': masked = (At(1) == '3' && (At(2) == 'D' || At(2) == 'd')) && Pair(3); break;
        case 'A':
        case 'g':
        case 'x':
        case 's':
        case 'r':
        case 'w':
        case 'n':
        case 'p': masked = WellKnownKey(); break;
        default: break;
      }
      if (!masked) ++i_;
    }
    if (copied_ == 0) return std::string(text_);
    out_ += text_.substr(copied_);
    return std::move(out_);
  }

 private:
  char At(std::size_t ahead) const { return i_ + ahead < text_.size() ? text_[i_ + ahead] : '\0'; }
  std::string_view Rest(std::size_t from) const { return text_.substr(std::min(from, text_.size())); }

  bool Mask(std::size_t begin, std::size_t end) {
    out_ += text_.substr(copied_, begin - copied_);
    out_ += kMasked;
    copied_ = end;
    i_ = end;
    return true;
  }

  // Whether a word may start at `i`: not inside another one, but right behind a percent-encoded character.
  bool StartsWord(std::size_t i) const {
    if (i == 0 || !(IsAlnum(text_[i - 1]) || text_[i - 1] == '_')) return true;
    return i >= 3 && text_[i - 3] == '%' && IsHex(text_[i - 2]) && IsHex(text_[i - 1]);
  }

  template <typename Predicate>
  std::size_t RunEnd(std::size_t begin, Predicate belongs) const {
    while (begin < text_.size() && belongs(text_[begin])) ++begin;
    return begin;
  }

  // `Bearer x` and `Basic x`, with a blank or an encoded one between.
  bool SchemeValue() {
    if (!StartsWord(i_)) return false;
    std::size_t begin = i_;
    if (EqualsIgnoringCase(Rest(i_).substr(0, 6), "bearer")) {
      begin += 6;
    } else if (EqualsIgnoringCase(Rest(i_).substr(0, 5), "basic")) {
      begin += 5;
    } else {
      return false;
    }
    if (StartsWith(Rest(begin), "%20")) {
      begin += 3;
    } else if (StartsWith(Rest(begin), "+")) {
      begin += 1;
    } else {
      const std::size_t word_end = begin;
      begin = RunEnd(begin, IsBlank);
      if (begin == word_end) return false;
    }
    std::size_t end = RunEnd(begin, IsCredentialChar);
    if (!LooksLikeSecret(text_.substr(begin, end - begin))) return false;
    while (end > begin && text_[end - 1] == '.') --end;
    return Mask(begin, end);
  }

  // Base64url parts with dots between, the first one of a JSON object (`{"` is `eyJ`); RFC 7515 and RFC 7516.
  bool JsonWebToken() {
    constexpr std::size_t kHeader = 8;   // shorter ones hold no `alg`
    constexpr std::size_t kPayload = 4;
    if (i_ < no_token_before_ || !StartsWith(Rest(i_), "eyJ")) return false;
    const std::size_t header_end = RunEnd(i_, IsBase64Url);
    // What fails from here fails from any later place in the same run as well: remembered, or "eyJeyJ…" is quadratic.
    no_token_before_ = header_end;
    if (header_end - i_ < kHeader || header_end == text_.size() || text_[header_end] != '.') return false;
    std::size_t end = RunEnd(header_end + 1, IsBase64Url);
    if (end - header_end - 1 < kPayload) return false;
    const bool has_signature = end < text_.size() && text_[end] == '.';
    // Cut off behind the claims it is still a token if the claims are JSON too.
    if (!has_signature && !StartsWith(Rest(header_end + 1), "eyJ")) return false;
    while (end < text_.size() && text_[end] == '.') {
      const std::size_t part_end = RunEnd(end + 1, IsBase64Url);
      if (part_end == end + 1 && !(part_end < text_.size() && text_[part_end] == '.')) break;  // a full stop
      end = part_end;
    }
    return Mask(i_, end);
  }

  bool WellKnownKey() {
    if (!StartsWord(i_)) return false;
    for (const KnownKey& key : kKnownKeys) {
      if (!StartsWith(Rest(i_), key.prefix)) continue;
      const std::size_t begin = i_ + key.prefix.size();
      // Looking at one more than wanted is enough to know; the rest is only walked when it is masked.
      const auto belongs = [&](char c) { return IsAlnum(c) || key.also.find(c) != std::string_view::npos; };
      std::size_t end = begin;
      while (end < text_.size() && end - begin <= key.least && belongs(text_[end])) ++end;
      if (end - begin < key.least || (key.exact && end - begin > key.least)) return false;
      return Mask(i_, key.exact ? end : RunEnd(end, belongs));
    }
    return false;
  }

  // PEM (RFC 7468) and PGP private keys, also with escaped line breaks inside JSON.
  bool PrivateKey() {
    constexpr std::string_view kBegin = "-----BEGIN ";
    constexpr std::size_t kLongestLabel = 64;
    if (!StartsWith(Rest(i_), kBegin)) return false;
    const std::string_view label = Rest(i_ + kBegin.size()).substr(0, kLongestLabel);
    const std::size_t dashes = label.find("-----");
    if (dashes == std::string_view::npos || label.substr(0, dashes).find("PRIVATE KEY") == std::string_view::npos) return false;
    const std::size_t body = i_ + kBegin.size() + dashes + 5;
    const std::size_t end = no_key_end_ ? std::string_view::npos : text_.find("-----END ", body);
    if (end != std::string_view::npos) {
      const std::size_t close = Rest(end + 9).substr(0, kLongestLabel).find("-----");
      return Mask(i_, close == std::string_view::npos ? end + 9 : end + 9 + close + 5);
    }
    no_key_end_ = true;
    // Cut off: the whole rest if it starts like the body of a key.
    std::size_t first = body;
    while (first < text_.size() && (IsSpace(text_[first]) || text_[first] == '\\')) first += text_[first] == '\\' ? 2 : 1;
    constexpr std::size_t kBody = 16;
    std::size_t length = 0;
    while (length < kBody && first + length < text_.size() &&
           (IsAlnum(text_[first + length]) || std::string_view("+/=-").find(text_[first + length]) != std::string_view::npos)) {
      ++length;
    }
    return length == kBody && Mask(i_, text_.size());
  }

  // `scheme://user:password@host` (RFC 3986 section 3.2.1), and long names without a password, which are tokens.
  bool UserInfo() {
    constexpr std::size_t kTokenLength = 20;
    if (At(1) != '/' || At(2) != '/') return false;
    const std::size_t begin = i_ + 3;
    const std::size_t end = RunEnd(begin, [](char c) {
      return !IsSpace(c) && std::string_view("/?#\"'<>`\\").find(c) == std::string_view::npos;
    });
    const std::string_view authority = text_.substr(begin, end - begin);
    const std::size_t at = authority.rfind('@');
    if (at == std::string_view::npos) return false;
    const std::string_view user_info = authority.substr(0, at);
    const std::size_t colon = user_info.find(':');
    const bool secret = colon == std::string_view::npos
                            ? user_info.size() >= kTokenLength && !IsPlaceholder(user_info)
                            : colon + 1 < user_info.size() && !IsPlaceholder(user_info.substr(colon + 1));
    return secret && Mask(begin, begin + at);
  }

  // The name in front of a separator at `end`. Looks back at most kLongestName characters.
  std::string_view NameBefore(std::size_t end, bool& quoted) const {
    quoted = false;
    for (int blanks = 0; blanks < 2 && end > copied_ && IsBlank(text_[end - 1]); ++blanks) --end;
    if (end > copied_ && (text_[end - 1] == '"' || text_[end - 1] == '\'')) {
      quoted = true;
      --end;
      if (end > copied_ && text_[end - 1] == '\\') --end;
    }
    std::size_t begin = end;
    while (begin > copied_ && end - begin < kLongestName &&
           (IsBase64Url(text_[begin - 1]) || std::string_view(".[]").find(text_[begin - 1]) != std::string_view::npos)) {
      --begin;
    }
    if (begin > 0 && text_[begin - 1] == '%' && end - begin > 2 && IsHex(text_[begin]) && IsHex(text_[begin + 1])) begin += 2;
    return text_.substr(begin, end - begin);
  }

  // `name=value`, `name: value`, `"name": "value"` and `name%3Dvalue`; the separator at i_ is `width` long.
  bool Pair(std::size_t width) {
    const bool is_colon = text_[i_] == ':';
    bool quoted_name = false;
    const std::string_view name = NameBefore(i_, quoted_name);
    if (name.empty()) return false;
    std::size_t begin = i_ + width;
    if (is_colon) begin = RunEnd(begin, IsBlank);
    // Inside a JSON text that is itself a JSON string the quotes are escaped.
    const bool escaped = begin + 1 < text_.size() && text_[begin] == '\\' && text_[begin + 1] == '"';
    if (escaped) ++begin;
    const char quote = begin < text_.size() && (text_[begin] == '"' || text_[begin] == '\'') ? text_[begin] : '\0';
    bool secret = IsSecretName(name);
    if (quoted_name && quote != '\0') {
      // Recordings write headers and cookies as {"name": …, "value": …}.
      if (name == "value" && IsBehindSecretName(name)) secret = true;
      if (name == "name") {
        const std::size_t end = QuotedEnd(begin + 1, quote, escaped);
        secret_name_end_ = IsSecretName(text_.substr(begin + 1, end - begin - 1)) ? end : 0;
        return false;
      }
    }
    if (!secret) return false;
    if (quote != '\0') {
      const std::size_t end = QuotedEnd(begin + 1, quote, escaped);
      if (is_colon) return QuotedValue(begin + 1, end, name);
      return !IsPlaceholder(text_.substr(begin + 1, end - begin - 1)) && Mask(begin + 1, end);
    }
    if (is_colon) return HeaderValue(begin, name, quoted_name);
    // What does not lead to masking must not be walked to its end: the next separator would walk it again.
    if (OpensPlaceholder(Rest(begin)) || text_[begin] == '=') return false;
    const std::size_t end = ValueEnd(begin, width == 3);
    return !IsPlaceholder(text_.substr(begin, end - begin)) && Mask(begin, end);
  }

  bool IsBehindSecretName(std::string_view name) const {
    const std::size_t begin = static_cast<std::size_t>(name.data() - text_.data());
    constexpr std::size_t kBetween = 16;
    if (secret_name_end_ == 0 || begin < secret_name_end_ || begin - secret_name_end_ > kBetween) return false;
    return text_.substr(secret_name_end_, begin - secret_name_end_).find_first_not_of("\"'\\, \t\r\n") == std::string_view::npos;
  }

  std::size_t QuotedEnd(std::size_t i, char quote, bool escaped) const {
    for (; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == quote) return i;
      if (text_[i] != '\\') continue;
      if (!escaped) {
        ++i;
      } else if (StartsWith(Rest(i), "\\\\\\\"")) {
        i += 3;
      } else if (StartsWith(Rest(i), "\\\"")) {
        return i;
      }
    }
    return std::min(i, text_.size());
  }

  bool QuotedValue(std::size_t begin, std::size_t end, std::string_view name) {
    const std::string_view value = text_.substr(begin, end - begin);
    if (IsPlaceholder(value)) return false;
    if (name == "value") return Mask(begin, end);  // of a recorded header or cookie
    if (IsCookieName(name) && value.find('=') != std::string_view::npos) return Mask(begin, end);
    if (IsAuthorizationName(name) && HeaderValue(begin, name, false)) return true;
    // Words with blanks between are a description of the secret.
    if (std::any_of(value.begin(), value.end(), IsSpace)) return false;
    return Mask(begin, end);
  }

  bool HeaderValue(std::size_t begin, std::string_view name, bool quoted_name) {
    if (OpensPlaceholder(Rest(begin))) return false;
    if (IsCookieName(name)) {
      const std::string_view start = text_.substr(begin, kLongestWord);
      const std::size_t first = start.find_first_of("=\n\r\"'");
      if (first == std::string_view::npos || start[first] != '=') return false;
      return Mask(begin, RunEnd(begin, [](char c) { return c != '\n' && c != '\r' && c != '"' && c != '\''; }));
    }
    const std::size_t end = ValueEnd(begin, false, kLongestWord);
    const std::string_view value = text_.substr(begin, end - begin);
    if (IsReference(value)) return false;
    if (value.size() == kLongestWord) return Mask(begin, ValueEnd(end, false));
    if (IsAuthorizationName(name)) {
      for (const char* scheme : {"bearer", "basic", "token", "apikey", "negotiate"}) {
        if (!EqualsIgnoringCase(value, scheme)) continue;
        // Whatever follows the scheme alone on the line is the credential, however plain it looks.
        const std::size_t second = RunEnd(end, IsBlank);
        const std::size_t second_end = ValueEnd(second, false);
        const std::string_view credential = text_.substr(second, second_end - second);
        const bool alone = second_end == text_.size() || !IsBlank(text_[second_end]);
        if (second == end || OpensPlaceholder(Rest(second)) || IsPlaceholder(credential)) return false;
        return (alone || LooksLikeSecret(credential)) && Mask(second, second_end);
      }
    }
    const bool is_number = quoted_name && value.size() >= 4 && std::all_of(value.begin(), value.end(), IsDigit);
    return (is_number || (!value.empty() && LooksLikeSecret(value))) && Mask(begin, end);
  }

  std::size_t ValueEnd(std::size_t begin, bool percent_encoded, std::size_t most = std::string_view::npos) const {
    const std::size_t stop = most < text_.size() - begin ? begin + most : text_.size();
    for (; begin < stop; ++begin) {
      const char c = text_[begin];
      if (IsSpace(c) || std::string_view("&;\"'<>`,)]}\\#").find(c) != std::string_view::npos) {
        break;
      }
      if (percent_encoded && c == '%' && (StartsWith(Rest(begin), "%26") || StartsWith(Rest(begin), "%23"))) break;
    }
    return begin;
  }

  std::string_view text_;
  std::string out_;
  std::size_t i_ = 0;
  std::size_t copied_ = 0;           // text_ up to here is in out_
  std::size_t no_token_before_ = 0;  // no JWT starts before this offset
  bool no_key_end_ = false;          // no "-----END " in the rest of the text
  std::size_t secret_name_end_ = 0;  // end of the last {"name": "…"} that names a secret
};

}  // namespace

std::string SecretFingerprint(std::string_view secret) {
  // The prefix keeps these digests apart from those of files and of other tools.
  Sha256 hash;
  hash.Update(std::string_view("writ.secret.v1\0", 15));
  hash.Update(secret);
  return std::string(kFingerprintPrefix) + Hex(hash.Finish(), 8);
}

std::string MaskSecrets(std::string_view text) { return Masker(text).Run(); }

bool IsSecretName(std::string_view name) {
  const Words words(name);
  const std::string_view last = words.FromEnd(0);
  const std::string_view before = words.FromEnd(1);
  if (last.empty()) return false;
  if (words.count() == 1 && IsOneOf(last, kSecretWholeNames)) return true;
  if (last == "token" && IsOneOf(before, kHarmlessTokens)) return false;
  if (IsOneOf(last, kSecretLastWords)) return true;
  if (last == "key") return IsOneOf(before, kKeyOwners);
  if (last == "id") return before == "session" || (before == "key" && words.FromEnd(2) == "access");
  if (last == "auth") return before == "x" && words.count() == 2;
  if (last == "hash") return before == "password";
  if (last == "signature") return before == "amz" || before == "goog";
  if (last == "code") return before == "security" || before == "verification" || before == "mfa" || before == "recovery";
  for (const std::string_view ending : kSecretEndings) {
    if (!EndsWith(last, ending)) continue;
    const std::string_view owner = last.substr(0, last.size() - ending.size());
    return ending != "token" || !IsOneOf(owner, kHarmlessTokens);
  }
  return false;
}

}  // namespace writ
