// The only user of RE2: compiling with bounds, and the translation of ECMA-262 patterns (read with the `u` flag, as
// JSON Schema advises). Covered by tests/base/regex_test.cc.
#include "base/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace writ {

struct Regex::Compiled {
  Compiled(std::string text, const std::string& re2_text, const RE2::Options& options)
      : pattern(std::move(text)), re2(re2_text, options) {}
  std::string pattern;  // as it was written, before any translation
  RE2 re2;
};

namespace {

constexpr std::size_t kMaxPatternBytes = std::size_t{64} << 10;
constexpr std::int64_t kMaxMemory = std::int64_t{8} << 20;  // program and automaton of one pattern
constexpr std::int64_t kMaxSetMemory = std::int64_t{64} << 20;   // of a set of them

RE2::Options CompileOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

std::string AtCharacter(std::string_view pattern, std::size_t offset) {
  return "at character " + std::to_string(CodePointCount(pattern.substr(0, offset)) + 1);
}

std::string Quoted(std::string_view text) {
  constexpr std::size_t kShown = 40;
  std::string out = "`" + SanitizeForTerminal(CodePointSlice(text, 0, kShown));
  if (CodePointCount(text) > kShown) out += "…";
  return out + "`";
}

std::string Explain(const RE2& re2) {
  const auto about = [&](const char* what) {
    std::string message = what;
    if (re2.error_arg().empty()) return message;
    message += " " + Quoted(re2.error_arg());
    const std::size_t offset = re2.pattern().rfind(re2.error_arg());
    return offset == std::string::npos ? message : message + ", " + AtCharacter(re2.pattern(), offset);
  };
  switch (re2.error_code()) {
    case RE2::NoError:
    case RE2::ErrorInternal: break;
    case RE2::ErrorBadEscape: return about("unknown escape");
    case RE2::ErrorBadCharClass: return about("unknown character class");
    case RE2::ErrorBadCharRange: return about("character range is out of order or has no bound");
    case RE2::ErrorMissingBracket: return about("missing `]` after");
    case RE2::ErrorMissingParen: return about("missing `)` after");
    case RE2::ErrorUnexpectedParen: return about("`)` without `(` in");
    case RE2::ErrorTrailingBackslash: return "a backslash at the end escapes nothing";
    case RE2::ErrorRepeatArgument: return about("nothing to repeat before");
    case RE2::ErrorRepeatSize: return about("repetition is larger than 1000 or out of order");
    case RE2::ErrorRepeatOp: return about("repetition of a repetition");
    case RE2::ErrorBadPerlOp: return about("unsupported group");
    case RE2::ErrorBadUTF8: return "the pattern is not UTF-8";
    case RE2::ErrorBadNamedCapture: return about("invalid group name");
    case RE2::ErrorPatternTooLarge: return "the pattern is too large once its repetitions are written out";
  }
  return about("the pattern cannot be compiled");
}

std::optional<Error> CheckText(std::string_view pattern) {
  if (pattern.size() > kMaxPatternBytes) return Error{"the pattern is longer than 64 KiB"};
  if (const auto offset = FirstInvalidUtf8(pattern)) {
    return Error{"the pattern is not UTF-8, " + AtCharacter(pattern, *offset)};
  }
  return std::nullopt;
}

// `\C` matches one byte, which would cut characters apart.
std::optional<std::size_t> FindByteEscape(std::string_view pattern) {
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] != '\\') continue;
    if (pattern[i + 1] == 'C') return i;
    if (pattern[i + 1] == 'Q') {
      const std::size_t end = pattern.find("\\E", i + 2);
      if (end == std::string_view::npos) return std::nullopt;
      i = end;
    }
    ++i;
  }
  return std::nullopt;
}

// --- ECMA-262 -----------------------------------------------------------------------------------------------------

// White space and line terminators of ECMA-262 (sections 12.2 and 12.3), and everything else, as class members.
constexpr std::string_view kSpaceMembers =
    "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
constexpr std::string_view kNonSpaceMembers =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}"
    "\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";

// Long names of general categories (Unicode PropertyValueAliases); RE2 knows the short ones only.
constexpr std::array<std::pair<std::string_view, std::string_view>, 37> kCategories{{
    {"Letter", "L"},
    {"Uppercase_Letter", "Lu"},
    {"Lowercase_Letter", "Ll"},
    {"Titlecase_Letter", "Lt"},
    {"Modifier_Letter", "Lm"},
    {"Other_Letter", "Lo"},
    {"Mark", "M"},
    {"Combining_Mark", "M"},
    {"Nonspacing_Mark", "Mn"},
    {"Spacing_Mark", "Mc"},
    {"Enclosing_Mark", "Me"},
    {"Number", "N"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Letter_Number", "Nl"},
    {"Other_Number", "No"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Connector_Punctuation", "Pc"},
    {"Dash_Punctuation", "Pd"},
    {"Open_Punctuation", "Ps"},
    {"Close_Punctuation", "Pe"},
    {"Initial_Punctuation", "Pi"},
    {"Final_Punctuation", "Pf"},
    {"Other_Punctuation", "Po"},
    {"Symbol", "S"},
    {"Math_Symbol", "Sm"},
    {"Currency_Symbol", "Sc"},
    {"Modifier_Symbol", "Sk"},
    {"Other_Symbol", "So"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Line_Separator", "Zl"},
    {"Paragraph_Separator", "Zp"},
    {"Control", "Cc"},
    {"Format", "Cf"},
    {"Private_Use", "Co"},
}};
constexpr std::array<std::string_view, 33> kShortCategories{
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd",
    "Ps", "Pe", "Pi", "Pf", "Po", "S",  "Sm", "Sc", "Sk", "So", "Z",  "Zs", "Zl", "Zp", "Cc", "Cf"};

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class EcmaTranslator {
 public:
  explicit EcmaTranslator(std::string_view text) : text_(text) {}

  Result<std::string> Translate() {
    while (i_ < text_.size() && error_.empty()) Element();
    if (error_.empty() && open_groups_ > 0) Fail(text_.size(), "missing `)`");
    if (!error_.empty()) return Error{error_};
    return std::move(out_);
  }

 private:
  // What an escape or a class member stands for: one character, or a set.
  struct Atom {
    bool is_set = false;
    std::uint32_t code = 0;
    std::string members;  // of a set, as RE2 writes them inside brackets
  };

  char Peek(std::size_t ahead = 0) const { return i_ + ahead < text_.size() ? text_[i_ + ahead] : '\0'; }
  bool StartsWith(std::string_view prefix) const { return text_.substr(i_).substr(0, prefix.size()) == prefix; }

  void Fail(std::size_t offset, std::string what) {
    if (error_.empty()) error_ = std::move(what) + ", " + AtCharacter(text_, offset);
    i_ = text_.size();
  }

  static std::string Literal(std::uint32_t code) {
    if (code < 0x80 && (IsAsciiLetter(static_cast<char>(code)) || IsDigit(static_cast<char>(code)))) {
      return std::string(1, static_cast<char>(code));
    }
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\x{%x}", static_cast<unsigned>(code));
    return buffer;
  }

  std::uint32_t NextCodePoint() {
    const unsigned char first = static_cast<unsigned char>(text_[i_]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) code = code << 6 | (static_cast<unsigned char>(text_[i_ + k]) & 0x3Fu);
    i_ += length;
    return code;
  }

  void Element() {
    switch (Peek()) {
      case '\\': EscapeOutside(); return;
      case '[': Class(); return;
      case '(': OpenGroup(); return;
      case ')':
        if (open_groups_ == 0) return Fail(i_, "`)` without `(`");
        --open_groups_;
        out_ += ')';
        ++i_;
        return;
      case '.':
        out_ += "[^\\n\\r\\x{2028}\\x{2029}]";
        ++i_;
        return;
      case '{': Brace(); return;
      case '}':
      case ']':
        out_ += '\\';
        out_ += Peek();
        ++i_;
        return;
      case '^':
      case '$':
      case '|':
      case '*':
      case '+':
      case '?':
        out_ += Peek();
        ++i_;
        return;
      default: out_ += Literal(NextCodePoint()); return;
    }
  }

  // `{2}`, `{2,}`, `{2,5}` repeat; any other brace stands for itself (ECMA-262 annex B).
  void Brace() {
    std::size_t end = i_ + 1;
    const auto digits = [&] {
      const std::size_t begin = end;
      while (end < text_.size() && IsDigit(text_[end])) ++end;
      return end > begin;
    };
    bool repeats = digits();
    if (repeats && end < text_.size() && text_[end] == ',') {
      ++end;
      digits();
    }
    repeats = repeats && end < text_.size() && text_[end] == '}';
    if (!repeats) {
      out_ += "\\{";
      ++i_;
      return;
    }
    out_ += text_.substr(i_, end + 1 - i_);
    i_ = end + 1;
  }

  void OpenGroup() {
    if (StartsWith("(?:")) {
      out_ += "(?:";
      i_ += 3;
    } else if (StartsWith("(?=") || StartsWith("(?!")) {
      return Fail(i_, "look-ahead " + Quoted(text_.substr(i_, 3)) + " has no equivalent in linear time");
    } else if (StartsWith("(?<=") || StartsWith("(?<!")) {
      return Fail(i_, "look-behind " + Quoted(text_.substr(i_, 4)) + " has no equivalent in linear time");
    } else if (StartsWith("(?<")) {
      // The name matters to back-references alone, and those are refused.
      const std::size_t end = text_.find('>', i_);
      if (end == std::string_view::npos || end == i_ + 3) return Fail(i_, "invalid group name");
      out_ += '(';
      i_ = end + 1;
    } else if (StartsWith("(?")) {
      return Fail(i_, "group " + Quoted(text_.substr(i_, 3)) + " is not ECMA-262");
    } else {
      out_ += '(';
      ++i_;
    }
    ++open_groups_;
  }

  void EscapeOutside() {
    const std::size_t begin = i_;
    const char c = Peek(1);
    if (c == 'b' || c == 'B') {
      out_ += text_.substr(i_, 2);
      i_ += 2;
      return;
    }
    if (c >= '1' && c <= '9') return Fail(begin, "back-reference " + Quoted(text_.substr(i_, 2)) + " has no equivalent in linear time");
    if (c == 'k') return Fail(begin, "back-reference `\\k` has no equivalent in linear time");
    const Atom atom = Escape();
    if (!error_.empty()) return;
    out_ += atom.is_set ? "[" + atom.members + "]" : Literal(atom.code);
  }

  // An escape that means the same inside and outside of a class.
  Atom Escape() {
    const std::size_t begin = i_;
    if (i_ + 1 >= text_.size()) {
      Fail(begin, "a backslash at the end escapes nothing");
      return {};
    }
    ++i_;
    const char c = text_[i_];
    if (static_cast<unsigned char>(c) >= 0x80) return {false, NextCodePoint(), {}};
    ++i_;
    switch (c) {
      case 'd': return {true, 0, "0-9"};
      case 'D': return {true, 0, "\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}"};
      case 'w': return {true, 0, "0-9A-Za-z_"};
      case 'W': return {true, 0, "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}"};
      case 's': return {true, 0, std::string(kSpaceMembers)};
      case 'S': return {true, 0, std::string(kNonSpaceMembers)};
      case 't': return {false, '\t', {}};
      case 'n': return {false, '\n', {}};
      case 'v': return {false, '\v', {}};
      case 'f': return {false, '\f', {}};
      case 'r': return {false, '\r', {}};
      case '0':
        if (IsDigit(Peek())) Fail(begin, "octal escape is not ECMA-262");
        return {false, 0, {}};
      case 'c':
        if (!IsAsciiLetter(Peek())) {
          Fail(begin, "`\\c` without a letter");
          return {};
        }
        return {false, static_cast<std::uint32_t>(text_[i_++]) & 31u, {}};
      case 'x': {
        const std::optional<std::uint32_t> code = HexDigits(2);
        if (!code) Fail(begin, "`\\x` without two hexadecimal digits");
        return {false, code.value_or(0), {}};
      }
      case 'u': return UnicodeEscape(begin);
      case 'p':
      case 'P': return Property(begin, c == 'P');
      default: break;
    }
    if (IsAsciiLetter(c) || IsDigit(c)) {
      // `\A`, `\Z`, `\h` mean something elsewhere; what the author meant would be a guess.
      Fail(begin, "escape " + Quoted(text_.substr(begin, 2)) + " is not ECMA-262");
    }
    return {false, static_cast<std::uint32_t>(static_cast<unsigned char>(c)), {}};
  }

  std::optional<std::uint32_t> HexDigits(std::size_t count) {
    std::uint32_t code = 0;
    for (std::size_t k = 0; k < count; ++k) {
      const int digit = HexValue(Peek(k));
      if (digit < 0) return std::nullopt;
      code = code << 4 | static_cast<std::uint32_t>(digit);
    }
    i_ += count;
    return code;
  }

  Atom UnicodeEscape(std::size_t begin) {
    if (Peek() == '{') {
      ++i_;
      std::uint32_t code = 0;
      std::size_t digits = 0;
      for (; HexValue(Peek()) >= 0 && code <= 0x10FFFF; ++i_, ++digits) {
        code = code << 4 | static_cast<std::uint32_t>(HexValue(Peek()));
      }
      if (digits == 0 || Peek() != '}' || code > 0x10FFFF) {
        Fail(begin, "invalid `\\u{…}`");
        return {};
      }
      ++i_;
      return Surrogate(begin, code);
    }
    const std::optional<std::uint32_t> first = HexDigits(4);
    if (!first) {
      Fail(begin, "`\\u` without four hexadecimal digits");
      return {};
    }
    if (*first >= 0xD800 && *first <= 0xDBFF && StartsWith("\\u")) {
      const std::size_t before = i_;
      i_ += 2;
      const std::optional<std::uint32_t> second = HexDigits(4);
      if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
        return {false, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), {}};
      }
      i_ = before;
    }
    return Surrogate(begin, *first);
  }

  Atom Surrogate(std::size_t begin, std::uint32_t code) {
    if (code >= 0xD800 && code <= 0xDFFF) Fail(begin, "half of a surrogate pair has no equivalent in UTF-8");
    return {false, code, {}};
  }

  Atom Property(std::size_t begin, bool negated) {
    const std::size_t end = Peek() == '{' ? text_.find('}', i_) : std::string_view::npos;
    if (end == std::string_view::npos) {
      Fail(begin, "`\\p` without `{…}`");
      return {};
    }
    std::string_view name = text_.substr(i_ + 1, end - i_ - 1);
    i_ = end + 1;
    const std::string_view whole = text_.substr(begin, i_ - begin);
    std::string_view key;
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
      key = name.substr(0, equals);
      name = name.substr(equals + 1);
    }
    const std::string prefix = negated ? "\\P{" : "\\p{";
    if (key == "Script" || key == "sc") {
      // RE2 itself refuses names that it does not know; this keeps categories from passing as scripts.
      if (name.size() > 2 && std::all_of(name.begin(), name.end(), [](char c) { return IsAsciiLetter(c) || c == '_'; })) {
        return {true, 0, prefix + std::string(name) + "}"};
      }
    } else if (key.empty() || key == "General_Category" || key == "gc") {
      for (const auto& [long_name, short_name] : kCategories) {
        if (name == long_name) return {true, 0, prefix + std::string(short_name) + "}"};
      }
      if (std::find(kShortCategories.begin(), kShortCategories.end(), name) != kShortCategories.end() || name == "Co") {
        return {true, 0, prefix + std::string(name) + "}"};
      }
      if (key.empty() && name == "ASCII") return {true, 0, negated ? "\\x{80}-\\x{10ffff}" : "\\x{0}-\\x{7f}"};
      if (key.empty() && name == "Any" && !negated) return {true, 0, "\\x{0}-\\x{10ffff}"};
    }
    Fail(begin, "property " + Quoted(whole) + " has no equivalent");
    return {};
  }

  Atom ClassAtom() {
    if (Peek() != '\\') return {false, NextCodePoint(), {}};
    if (Peek(1) == 'b') {
      i_ += 2;
      return {false, '\b', {}};
    }
    if (Peek(1) >= '1' && Peek(1) <= '9') {
      Fail(i_, "octal escape is not ECMA-262");
      return {};
    }
    return Escape();
  }

  void Class() {
    const std::size_t begin = i_;
    ++i_;
    const bool negated = Peek() == '^';
    if (negated) ++i_;
    std::string members;
    while (i_ < text_.size() && Peek() != ']') {
      const std::size_t at = i_;
      const Atom low = ClassAtom();
      if (!error_.empty()) return;
      // A minus before the closing bracket stands for itself.
      if (Peek() != '-' || i_ + 1 >= text_.size() || Peek(1) == ']') {
        members += low.is_set ? low.members : Literal(low.code);
        continue;
      }
      ++i_;
      const Atom high = ClassAtom();
      if (!error_.empty()) return;
      if (low.is_set || high.is_set) return Fail(at, "a set cannot bound a character range");
      if (low.code > high.code) return Fail(at, "character range is out of order");
      members += Literal(low.code) + "-" + Literal(high.code);
    }
    if (i_ >= text_.size()) return Fail(begin, "missing `]`");
    ++i_;
    if (members.empty()) {
      out_ += negated ? "(?s:.)" : "[^\\x{0}-\\x{10ffff}]";
    } else {
      out_ += (negated ? "[^" : "[") + members + "]";
    }
  }

  std::string_view text_;
  std::size_t i_ = 0;
  std::size_t open_groups_ = 0;
  std::string out_;
  std::string error_;
};

re2::StringPiece Piece(std::string_view text) {
  // A null pointer would make an empty match at the start look like none.
  return text.data() == nullptr ? re2::StringPiece("", 0) : re2::StringPiece(text.data(), text.size());
}

}  // namespace

Result<Regex> Regex::Compile(std::string_view pattern) {
  if (std::optional<Error> error = CheckText(pattern)) return *std::move(error);
  if (const auto offset = FindByteEscape(pattern)) {
    return Error{"`\\C` would cut characters apart, " + AtCharacter(pattern, *offset)};
  }
  const std::string text(pattern);
  auto compiled = std::make_shared<const Compiled>(text, text, CompileOptions());
  if (!compiled->re2.ok()) return Error{Explain(compiled->re2)};
  return Regex(std::move(compiled));
}

Result<Regex> Regex::CompileEcma(std::string_view pattern) {
  if (std::optional<Error> error = CheckText(pattern)) return *std::move(error);
  WRIT_TRY(const std::string translated, EcmaTranslator(pattern).Translate());
  auto compiled = std::make_shared<const Compiled>(std::string(pattern), translated, CompileOptions());
  if (!compiled->re2.ok()) return Error{Explain(compiled->re2)};
  return Regex(std::move(compiled));
}

bool Regex::MatchesWhole(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

bool Regex::FoundIn(std::string_view text) const {
  return compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::string_view Regex::FirstMatch(std::string_view text) const {
  re2::StringPiece match;
  if (!compiled_->re2.Match(Piece(text), 0, text.size(), RE2::UNANCHORED, &match, 1)) return {};
  return {match.data(), match.size()};
}

const std::string& Regex::pattern() const { return compiled_->pattern; }

struct RegexSet::Compiled {
  explicit Compiled(const RE2::Options& options) : set(options, RE2::UNANCHORED) {}
  RE2::Set set;
};

RegexSet::RegexSet(std::vector<Regex> patterns) : patterns_(std::move(patterns)) {
  RE2::Options options = CompileOptions();
  options.set_max_mem(kMaxSetMemory);
  auto compiled = std::make_shared<Compiled>(options);
  for (const Regex& pattern : patterns_) {
    if (compiled->set.Add(pattern.compiled_->re2.pattern(), nullptr) < 0) return;
  }
  if (compiled->set.Compile()) compiled_ = std::move(compiled);
}

void RegexSet::FoundIn(std::string_view text, std::vector<int>& found) const {
  found.clear();
  RE2::Set::ErrorInfo problem{RE2::Set::kNoError};
  if (compiled_ != nullptr && (compiled_->set.Match(Piece(text), &found, &problem) || problem.kind == RE2::Set::kNoError)) {
    std::sort(found.begin(), found.end());
    return;
  }
  // The automaton outgrew its memory on this text.
  found.clear();
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    if (patterns_[i].FoundIn(text)) found.push_back(static_cast<int>(i));
  }
}

Result<Regex> RegexCache::Compile(std::string_view pattern) {
  const std::lock_guard<std::mutex> lock(guard_);
  const auto known = compiled_.find(pattern);
  if (known != compiled_.end()) return known->second;
  Result<Regex> compiled = Regex::Compile(pattern);
  if (compiled.ok()) compiled_.emplace(pattern, *compiled);
  return compiled;
}

}  // namespace writ
