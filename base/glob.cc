// Glob matching as a simulated automaton: pattern length × path length at worst, whatever the pattern.
// Covered by tests/base/glob_test.cc.
#include "base/glob.h"

#include <cstdint>
#include <vector>

namespace writ {
namespace {

// States of the automaton, one per element; the state behind the last accepts.
enum class Kind : std::uint8_t {
  kByte,           // one given byte
  kOne,            // the first byte of a character other than '/'
  kRestOfOne,      // its continuation bytes
  kWithin,         // `*`
  kAcross,         // `**`
  kFolders,        // `**/` at the start of a segment: between two segments of any number of them
  kWithinFolders,  // the same, inside a segment
};

struct State {
  Kind kind;
  char byte = 0;
};

std::vector<State> Read(std::string_view pattern) {
  std::vector<State> states;
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] == '?') {
      states.push_back({Kind::kOne});
      states.push_back({Kind::kRestOfOne});
      ++i;
    } else if (pattern[i] == '*') {
      std::size_t end = i;
      while (end < pattern.size() && pattern[end] == '*') ++end;
      const bool starts_segment = i == 0 || pattern[i - 1] == '/';
      if (end - i == 1) {
        states.push_back({Kind::kWithin});
      } else if (starts_segment && end < pattern.size() && pattern[end] == '/') {
        states.push_back({Kind::kFolders});
        states.push_back({Kind::kWithinFolders});
        ++end;
      } else {
        states.push_back({Kind::kAcross});
      }
      i = end;
    } else {
      states.push_back({Kind::kByte, pattern[i]});
      ++i;
    }
  }
  return states;
}

// Adds the states that are reached without reading. Such steps only lead forward, so one pass is enough.
void Close(const std::vector<State>& states, std::vector<char>& active) {
  for (std::size_t s = 0; s < states.size(); ++s) {
    if (!active[s]) continue;
    switch (states[s].kind) {
      case Kind::kByte:
      case Kind::kOne:
      case Kind::kWithinFolders: break;
      case Kind::kRestOfOne:
      case Kind::kWithin:
      case Kind::kAcross: active[s + 1] = 1; break;
      case Kind::kFolders: active[s + 2] = 1; break;
    }
  }
}

}  // namespace

bool GlobMatches(std::string_view pattern, std::string_view path) {
  const std::vector<State> states = Read(pattern);
  std::vector<char> active(states.size() + 1, 0);
  std::vector<char> next(states.size() + 1, 0);
  active[0] = 1;
  Close(states, active);
  for (const char c : path) {
    const bool continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    next.assign(next.size(), 0);
    bool alive = false;
    const auto go = [&](std::size_t s) { next[s] = 1, alive = true; };
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (!active[s]) continue;
      switch (states[s].kind) {
        case Kind::kByte:
          if (states[s].byte == c) go(s + 1);
          break;
        case Kind::kOne:
          if (c != '/' && !continuation) go(s + 1);
          break;
        case Kind::kRestOfOne:
          if (continuation) go(s);
          break;
        case Kind::kWithin:
          if (c != '/') go(s);
          break;
        case Kind::kAcross: go(s); break;
        case Kind::kFolders: go(c == '/' ? s : s + 1); break;
        case Kind::kWithinFolders: go(c == '/' ? s - 1 : s); break;
      }
    }
    if (!alive) return false;
    std::swap(active, next);
    Close(states, active);
  }
  return active[states.size()] != 0;
}

}  // namespace writ
