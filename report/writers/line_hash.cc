// The window is a ring of the last 100 units; the hash of a line is complete when its first unit is about to
// leave the ring.
#include "report/writers/line_hash.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <unordered_map>

#include "base/utf8.h"

namespace writ::report {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kBase = 37;
constexpr std::uint16_t kEndOfFile = 0xFFFF;

constexpr std::uint64_t BaseToTheWindow() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kWindow; ++i) power *= kBase;
  return power;
}

class Roller {
 public:
  // Takes the next unit of the text as it is read.
  void Take(std::uint16_t unit) {
    const bool is_second_half = previous_was_return_ && unit == '\n';
    previous_was_return_ = false;
    if (unit == ' ' || unit == '\t' || is_second_half) return;
    if (unit == '\r') {
      unit = '\n';
      previous_was_return_ = true;
    }
    Complete();
    if (at_line_start_) {
      at_line_start_ = false;
      line_at_[index_] = ++line_;
    }
    if (unit == '\n') at_line_start_ = true;
    Push(unit);
  }

  void Finish() {
    Take(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      Complete();
      Push(0);
    }
  }

  const std::vector<std::uint64_t>& hashes() const { return hashes_; }  // of line 1, 2, …

 private:
  void Complete() {
    if (line_at_[index_] == 0) return;
    hashes_.push_back(hash_);
    line_at_[index_] = 0;
  }
  void Push(std::uint16_t unit) {
    hash_ = kBase * hash_ + unit - BaseToTheWindow() * window_[index_];
    window_[index_] = unit;
    index_ = index_ + 1 == kWindow ? 0 : index_ + 1;
  }

  std::array<std::uint16_t, kWindow> window_{};
  std::array<std::uint32_t, kWindow> line_at_{};  // line that starts at this unit, 0 for none
  std::size_t index_ = 0;
  std::uint64_t hash_ = 0;
  std::uint32_t line_ = 0;
  bool at_line_start_ = true, previous_was_return_ = false;
  std::vector<std::uint64_t> hashes_;
};

// Hands over the UTF-16 code units of UTF-8 text.
void Roll(std::string_view text, Roller& roller) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      roller.Take(lead);
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    const std::string_view sequence = text.substr(i, length);
    if (sequence.size() < length || FirstInvalidUtf8(sequence)) {
      roller.Take(0xFFFD);
      ++i;
      continue;
    }
    std::uint32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      code = (code << 6) | (static_cast<unsigned char>(sequence[k]) & 0x3Fu);
    if (code < 0x10000) {
      roller.Take(static_cast<std::uint16_t>(code));
    } else {
      roller.Take(static_cast<std::uint16_t>(0xD800 + ((code - 0x10000) >> 10)));
      roller.Take(static_cast<std::uint16_t>(0xDC00 + ((code - 0x10000) & 0x3FF)));
    }
    i += length;
  }
  roller.Finish();
}

}  // namespace

std::map<std::uint32_t, std::string> LineHashes(std::string_view text,
                                                const std::vector<std::uint32_t>& lines) {
  std::map<std::uint32_t, std::string> out;
  if (lines.empty()) return out;
  Roller roller;
  Roll(text, roller);
  const std::vector<std::uint64_t>& hashes = roller.hashes();
  // Occurrences are counted for the wanted hashes only; a description has more lines than findings.
  std::unordered_map<std::uint64_t, std::uint32_t> count;
  std::vector<bool> wanted(hashes.size() + 1, false);
  for (const std::uint32_t line : lines) {
    if (line == 0 || line > hashes.size()) continue;
    wanted[line] = true;
    count.emplace(hashes[line - 1], 0);
  }
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const auto hit = count.find(hashes[i]);
    if (hit == count.end()) continue;
    ++hit->second;
    if (!wanted[i + 1]) continue;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%llx:%u", static_cast<unsigned long long>(hashes[i]),
                  static_cast<unsigned>(hit->second));
    out.emplace(static_cast<std::uint32_t>(i + 1), buffer);
  }
  return out;
}

}  // namespace writ::report
