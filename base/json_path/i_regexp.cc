// One pass over the pattern by the grammar of RFC 9485 section 4, writing RE2 as it goes. Ordinary characters are written out by number, so nothing of
// RE2's own syntax gets through but `^` and `$`: the grammar has them among the ordinary, but all mappings of its section 5 leave them the anchors that
// they are elsewhere, and so do implementations and the compliance test suite of RFC 9535.
#include "base/json_path/i_regexp.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/utf8.h"

namespace writ::json_path {
namespace {

// Everything that Unicode has assigned to a general category that RE2 knows.
constexpr std::string_view kAssigned = "\\pL\\pM\\pN\\pP\\pS\\pZ\\pC";

// The second letters that may follow the first letter of a category.
struct Category {
  char first;
  std::string_view seconds;
};
constexpr std::array<Category, 7> kCategories{
    {{'L', "lmotu"}, {'M', "cen"}, {'N', "dlo"}, {'P', "cdefios"}, {'Z', "lps"}, {'S', "ckmo"}, {'C', "cfno"}}};

class Translator {
 public:
  Translator(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  std::optional<std::string> Translate() {
    if (!Branches(0) || i_ != text_.size()) return std::nullopt;
    return std::move(out_);
  }

 private:
  bool AtEnd() const { return i_ == text_.size(); }
  char Peek(std::size_t ahead = 0) const { return i_ + ahead < text_.size() ? text_[i_ + ahead] : '\0'; }
  bool Accept(char c) {
    if (AtEnd() || text_[i_] != c) return false;
    ++i_;
    return true;
  }

  // A character for itself, inside a class or outside.
  static std::string Literal(std::uint32_t code) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\x{%x}", static_cast<unsigned>(code));
    return buffer;
  }
  std::uint32_t NextCodePoint() {
    const auto first = static_cast<unsigned char>(text_[i_]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) code = code << 6 | (static_cast<unsigned char>(text_[i_ + k]) & 0x3Fu);
    i_ += length;
    return code;
  }

  bool Branches(std::size_t depth) {
    if (depth > limits_.json_path_depth) return false;
    for (;;) {
      while (!AtEnd() && Peek() != '|' && Peek() != ')') {
        if (!Atom(depth) || !Quantifier()) return false;
      }
      if (!Accept('|')) return true;
      out_ += '|';
    }
  }

  bool Atom(std::size_t depth) {
    switch (Peek()) {
      case '(':
        ++i_;
        out_ += "(?:";
        if (!Branches(depth + 1) || !Accept(')')) return false;
        out_ += ')';
        return true;
      case '.':
        ++i_;
        out_ += "[^\\n\\r]";
        return true;
      case '^':
      case '$': out_ += text_[i_++]; return true;
      case '[': return Class();
      case '\\': {
        if (Peek(1) == 'p' || Peek(1) == 'P') {
          const auto members = CategoryMembers();
          if (!members) return false;
          out_ += *members;
          return true;
        }
        const auto code = Escape();
        if (code) out_ += Literal(*code);
        return code.has_value();
      }
      case '*':
      case '+':
      case '?':
      case ')':
      case ']':
      case '{':
      case '}': return false;
      default: out_ += Literal(NextCodePoint()); return true;
    }
  }

  bool Quantifier() {
    const char c = Peek();
    if (c == '*' || c == '+' || c == '?') {
      out_ += c;
      ++i_;
    } else if (c == '{') {
      const std::size_t begin = i_++;
      if (!Digits()) return false;
      if (Accept(',')) Digits();
      if (!Accept('}')) return false;
      out_ += text_.substr(begin, i_ - begin);
    } else {
      return true;
    }
    // RE2 reads `a*?` as a lazy `a*` and refuses `a**`; the grammar has neither.
    return Peek() != '*' && Peek() != '+' && Peek() != '?' && Peek() != '{';
  }

  bool Digits() {
    const std::size_t begin = i_;
    while (Peek() >= '0' && Peek() <= '9') ++i_;
    return i_ > begin;
  }

  // SingleCharEsc.
  std::optional<std::uint32_t> Escape() {
    const char c = Peek(1);
    i_ += 2;
    switch (c) {
      case 'n': return '\n';
      case 'r': return '\r';
      case 't': return '\t';
      case '(': case ')': case '*': case '+': case '-': case '.': case '?': case '[': case '\\': case ']': case '^': case '{': case '|':
      case '}': return static_cast<std::uint32_t>(c);
      default: return std::nullopt;
    }
  }

  // `\p{Lu}` or `\P{L}`, without the unassigned part.
  struct Property {
    bool is_negated = false;
    char first = 'L';
    char second = '\0';
  };
  std::optional<Property> ReadProperty() {
    Property property;
    property.is_negated = Peek(1) == 'P';
    i_ += 2;
    if (!Accept('{')) return std::nullopt;
    for (const Category& category : kCategories) {
      if (!Accept(category.first)) continue;
      property.first = category.first;
      if (Peek() != '}') {
        if (AtEnd() || category.seconds.find(Peek()) == std::string_view::npos) return std::nullopt;
        property.second = text_[i_++];
      }
      if (!Accept('}')) return std::nullopt;
      return property;
    }
    return std::nullopt;
  }

  static std::string Plain(const Property& property) {
    std::string out = property.is_negated ? "\\P{" : "\\p{";
    out += property.first;
    if (property.second != '\0') out += property.second;
    return out + "}";
  }

  // RE2 does not know Cn, the unassigned: what it does know, turned round.
  static std::string Unassigned(bool is_negated) { return (is_negated ? "[" : "[^") + std::string(kAssigned) + "]"; }

  std::optional<std::string> CategoryMembers() {
    const auto property = ReadProperty();
    if (!property) return std::nullopt;
    if (property->first != 'C') return Plain(*property);
    if (property->second == 'n') return Unassigned(property->is_negated);
    if (property->second != '\0') return Plain(*property);
    if (property->is_negated) return "[\\pL\\pM\\pN\\pP\\pS\\pZ]";
    return "[^\\pL\\pM\\pN\\pP\\pS\\pZ]";
  }

  // One end of a range: CCchar. Nothing for a character that must be escaped.
  std::optional<std::uint32_t> ClassCharacter() {
    switch (Peek()) {
      case '\\': return Escape();
      case '-':
      case '[':
      case ']': return std::nullopt;
      default: return NextCodePoint();
    }
  }

  bool Class() {
    ++i_;
    const bool is_negated = Accept('^');
    std::string members;
    std::string beside;   // alternatives that a class of RE2 cannot hold
    if (Accept('-')) members += "\\-";
    while (!AtEnd() && Peek() != ']') {
      if (Peek() == '-') {   // only before the end
        ++i_;
        members += "\\-";
        if (Peek() != ']') return false;
        break;
      }
      if (Peek() == '\\' && (Peek(1) == 'p' || Peek(1) == 'P')) {
        const std::size_t begin = i_;
        const auto property = ReadProperty();
        if (!property) return false;
        const bool has_unassigned = property->first == 'C' && (property->second == '\0' || property->second == 'n');
        if (!has_unassigned) {
          members += Plain(*property);
          continue;
        }
        if (is_negated) return false;
        i_ = begin;
        beside += "|" + *CategoryMembers();
        continue;
      }
      const auto low = ClassCharacter();
      if (!low) return false;
      members += Literal(*low);
      if (Peek() != '-' || Peek(1) == ']') continue;
      ++i_;
      const auto high = AtEnd() ? std::nullopt : ClassCharacter();
      if (!high || *high < *low) return false;
      members += "-" + Literal(*high);
    }
    if (!Accept(']') || (members.empty() && beside.empty())) return false;
    if (beside.empty()) {
      out_ += (is_negated ? "[^" : "[") + members + "]";
    } else {
      out_ += "(?:" + (members.empty() ? beside.substr(1) : "[" + members + "]" + beside) + ")";
    }
    return true;
  }

  std::string_view text_;
  const Limits& limits_;
  std::size_t i_ = 0;
  std::string out_;
};

}  // namespace

std::optional<Regex> CompileIRegexp(std::string_view pattern, const Limits& limits) {
  if (pattern.size() > limits.i_regexp_bytes || FirstInvalidUtf8(pattern)) return std::nullopt;
  const auto translated = Translator(pattern, limits).Translate();
  if (!translated) return std::nullopt;
  auto regex = Regex::Compile(*translated);
  if (!regex.ok()) return std::nullopt;
  return std::move(regex).value();
}

}  // namespace writ::json_path
