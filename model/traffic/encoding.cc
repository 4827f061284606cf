// One pass each; the only vector code is the copying of plain runs in JSON strings.
#include "model/traffic/encoding.h"

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace writ::model {
namespace {

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr std::array<std::int8_t, 256> MakeBase64Table() {
  std::array<std::int8_t, 256> table{};
  for (auto& value : table) value = -1;
  for (int i = 0; i < 26; ++i) {
    table[static_cast<std::size_t>('A' + i)] = static_cast<std::int8_t>(i);
    table[static_cast<std::size_t>('a' + i)] = static_cast<std::int8_t>(26 + i);
  }
  for (int i = 0; i < 10; ++i) table[static_cast<std::size_t>('0' + i)] = static_cast<std::int8_t>(52 + i);
  table['+'] = table['-'] = 62;
  table['/'] = table['_'] = 63;
  return table;
}
constexpr std::array<std::int8_t, 256> kBase64 = MakeBase64Table();

// The four digits of a \u escape at text[at]; -1 when they are not four hexadecimal digits.
int UnicodeEscape(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = HexValue(text[i]);
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

char* PutUtf8(char* out, std::uint32_t c) {
  const auto byte = [](std::uint32_t b) { return static_cast<char>(static_cast<unsigned char>(b)); };
  if (c < 0x80) {
    *out++ = byte(c);
  } else if (c < 0x800) {
    *out++ = byte(0xc0 | c >> 6);
    *out++ = byte(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    *out++ = byte(0xe0 | c >> 12);
    *out++ = byte(0x80 | (c >> 6 & 0x3f));
    *out++ = byte(0x80 | (c & 0x3f));
  } else {
    *out++ = byte(0xf0 | c >> 18);
    *out++ = byte(0x80 | (c >> 12 & 0x3f));
    *out++ = byte(0x80 | (c >> 6 & 0x3f));
    *out++ = byte(0x80 | (c & 0x3f));
  }
  return out;
}

template <typename Change>
std::string_view ChangeCase(std::string_view text, char first, char last, Arena& arena, Change change) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] < first || text[at] > last)) ++at;
  if (at == text.size()) return text;
  char* out = static_cast<char*>(arena.Allocate(text.size()));
  for (std::size_t i = 0; i < text.size(); ++i) {
    out[i] = text[i] >= first && text[i] <= last ? change(text[i]) : text[i];
  }
  return {out, text.size()};
}

}  // namespace

std::string_view PercentDecode(std::string_view text, bool plus_is_space, Arena& arena) {
  const bool has_percent = text.find('%') != std::string_view::npos;
  if (!has_percent && !(plus_is_space && text.find('+') != std::string_view::npos)) return text;
  char* const begin = static_cast<char*>(arena.Allocate(text.size()));
  char* out = begin;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = HexValue(text[i + 1]), low = HexValue(text[i + 2]);
      if (high >= 0 && low >= 0) {
        *out++ = static_cast<char>(static_cast<unsigned char>(high << 4 | low));
        i += 2;
        continue;
      }
    }
    *out++ = plus_is_space && text[i] == '+' ? ' ' : text[i];
  }
  return {begin, static_cast<std::size_t>(out - begin)};
}

std::optional<std::string_view> Base64Decode(std::string_view text, Arena& arena) {
  char* const begin = static_cast<char*>(arena.Allocate(text.size() / 4 * 3 + 3));
  char* out = begin;
  std::uint32_t bits = 0;
  int digits = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (c == '\r' || c == '\n' || c == ' ' || c == '\t') continue;
    if (c == '=') {
      if (++padding > 2) return std::nullopt;
      continue;
    }
    const int value = kBase64[static_cast<unsigned char>(c)];
    if (value < 0 || padding != 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (++digits == 4) {
      *out++ = static_cast<char>(static_cast<unsigned char>(bits >> 16));
      *out++ = static_cast<char>(static_cast<unsigned char>(bits >> 8));
      *out++ = static_cast<char>(static_cast<unsigned char>(bits));
      bits = 0;
      digits = 0;
    }
  }
  if (digits == 1 || (padding != 0 && static_cast<std::size_t>(digits) + padding != 4)) return std::nullopt;
  if (digits == 2) *out++ = static_cast<char>(static_cast<unsigned char>(bits >> 4));
  if (digits == 3) {
    *out++ = static_cast<char>(static_cast<unsigned char>(bits >> 10));
    *out++ = static_cast<char>(static_cast<unsigned char>(bits >> 2));
  }
  return std::string_view(begin, static_cast<std::size_t>(out - begin));
}

std::string_view UnescapeJson(std::string_view text, Arena& arena) {
  // No escape is shorter than its UTF-8, so the result is never longer than the text; 16 bytes more let
  // vectors be stored whole.
  char* const begin = static_cast<char*>(arena.Allocate(text.size() + 16));
  char* out = begin;
  std::size_t i = 0;
  while (i < text.size()) {
#if defined(__SSE2__)
    // Copies 16 bytes and keeps those before the first backslash.
    while (i + 16 <= text.size()) {
      const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(out), x);
      const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8('\\'))));
      const auto plain = static_cast<std::size_t>(mask == 0 ? 16 : std::countr_zero(mask));
      i += plain;
      out += plain;
      if (mask != 0) break;
    }
#endif
    if (i >= text.size()) break;
    if (text[i] != '\\') {
      *out++ = text[i++];
      continue;
    }
    if (i + 1 >= text.size()) {
      *out++ = '?';
      break;
    }
    const char c = text[i + 1];
    i += 2;
    switch (c) {
      case 'n':
        *out++ = '\n';
        break;
      case 't':
        *out++ = '\t';
        break;
      case 'r':
        *out++ = '\r';
        break;
      case 'b':
        *out++ = '\b';
        break;
      case 'f':
        *out++ = '\f';
        break;
      case '"':
      case '\\':
      case '/':
        *out++ = c;
        break;
      case 'u': {
        int code = UnicodeEscape(text, i);
        if (code < 0) {
          *out++ = '?';  // not four digits: U+FFFD would be longer than the two bytes it stands for
          break;
        }
        i += 4;
        auto point = static_cast<std::uint32_t>(code);
        if (point >= 0xd800 && point < 0xdc00 && text.substr(i, 2) == "\\u") {
          const int low = UnicodeEscape(text, i + 2);
          if (low >= 0xdc00 && low < 0xe000) {
            i += 6;
            point = 0x10000 + ((point - 0xd800) << 10) + (static_cast<std::uint32_t>(low) - 0xdc00);
          }
        }
        if (point >= 0xd800 && point < 0xe000) point = 0xfffd;
        out = PutUtf8(out, point);
        break;
      }
      default:
        *out++ = c;  // no such escape: the character itself
    }
  }
  return {begin, static_cast<std::size_t>(out - begin)};
}

std::string_view LowerCase(std::string_view text, Arena& arena) {
  return ChangeCase(text, 'A', 'Z', arena, [](char c) { return static_cast<char>(c - 'A' + 'a'); });
}
std::string_view UpperCase(std::string_view text, Arena& arena) {
  return ChangeCase(text, 'a', 'z', arena, [](char c) { return static_cast<char>(c - 'a' + 'A'); });
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (fold(a[i]) != fold(b[i])) return false;
  }
  return true;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace writ::model
