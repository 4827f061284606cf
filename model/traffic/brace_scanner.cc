// Bit masks of 64 bytes at once, after Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019),
// sections 3.1.1 and 3.1.2. SSE2 is part of every x86-64 processor; other processors take the portable loop,
// which compilers vectorise.
#include "model/traffic/brace_scanner.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace writ::model {
namespace {

struct Masks {
  std::uint64_t backslash = 0, quote = 0, open = 0, close = 0;
};

#if defined(__SSE2__)
Masks MasksOf(const char* block) {
  Masks masks;
  const __m128i backslash = _mm_set1_epi8('\\'), quote = _mm_set1_epi8('"'), open = _mm_set1_epi8('{'),
                close = _mm_set1_epi8('}');
  for (int i = 0; i < 4; ++i) {
    const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * i));
    const auto bits = [&](__m128i c) {
      return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(x, c)))} << (16 * i);
    };
    masks.backslash |= bits(backslash);
    masks.quote |= bits(quote);
    masks.open |= bits(open);
    masks.close |= bits(close);
  }
  return masks;
}
#else
Masks MasksOf(const char* block) {
  Masks masks;
  for (int i = 0; i < 64; ++i) {
    const char c = block[i];
    masks.backslash |= std::uint64_t{c == '\\'} << i;
    masks.quote |= std::uint64_t{c == '"'} << i;
    masks.open |= std::uint64_t{c == '{'} << i;
    masks.close |= std::uint64_t{c == '}'} << i;
  }
  return masks;
}
#endif

// Bit i of the result: the parity of the bits 0..i.
std::uint64_t PrefixXor(std::uint64_t x) {
  x ^= x << 1;
  x ^= x << 2;
  x ^= x << 4;
  x ^= x << 8;
  x ^= x << 16;
  x ^= x << 32;
  return x;
}

// Bits of the bytes that a backslash before them escapes. `carry` is 1 when the byte before this block
// escapes its first one, and becomes the same for the next block.
std::uint64_t EscapedBytes(std::uint64_t backslash, std::uint64_t& carry) {
  if (backslash == 0) {
    const std::uint64_t escaped = carry;
    carry = 0;
    return escaped;
  }
  // Within a run every second backslash is itself escaped. Adding the runs that start on an odd bit to all
  // backslashes carries through each of those runs and so marks where their parity differs from that of the
  // even bits.
  constexpr std::uint64_t kEven = 0x5555555555555555u;
  backslash &= ~carry;
  const std::uint64_t follows = backslash << 1 | carry;
  const std::uint64_t odd_starts = backslash & ~kEven & ~follows;
  const std::uint64_t sum = odd_starts + backslash;
  carry = sum < backslash ? 1 : 0;
  return (kEven ^ (sum << 1)) & follows;
}

}  // namespace

bool BraceScanner::ScanBlock(const char* block, std::size_t& end) {
  const Masks masks = MasksOf(block);
  const std::uint64_t quotes = masks.quote & ~EscapedBytes(masks.backslash, escaped_);
  const std::uint64_t in_string = PrefixXor(quotes) ^ in_string_;
  in_string_ = std::uint64_t{0} - (in_string >> 63);
  const std::uint64_t open = masks.open & ~in_string, close = masks.close & ~in_string;
  const int open_count = std::popcount(open), close_count = std::popcount(close);
  if (depth_ > close_count) {  // this block cannot close the object
    depth_ += open_count - close_count;
    return false;
  }
  for (std::uint64_t both = open | close; both != 0; both &= both - 1) {
    const int at = std::countr_zero(both);
    if ((open >> at & 1) != 0) {
      ++depth_;
    } else if (--depth_ <= 0) {
      end = static_cast<std::size_t>(at) + 1;
      return true;
    }
  }
  return false;
}

std::size_t BraceScanner::Scan(std::string_view bytes) {
  std::size_t at = 0, end = 0;
  for (; at + 64 <= bytes.size(); at += 64) {
    if (ScanBlock(bytes.data() + at, end)) return at + end;
  }
  const std::size_t rest = bytes.size() - at;
  if (rest == 0) return kNotFound;
  char block[64] = {};
  std::memcpy(block, bytes.data() + at, rest);
  // A short block says nothing about the bytes behind it: an escape or a string that is open at its end stays
  // so.
  const std::uint64_t escaped_before = escaped_;
  if (ScanBlock(block, end)) return at + end;
  // The carry out of the short block, worked out at its true end.
  std::size_t run = 0;
  while (run < rest && block[rest - 1 - run] == '\\') ++run;
  if (run == rest && escaped_before != 0) --run;
  escaped_ = run & 1;
  return kNotFound;
}

}  // namespace writ::model
