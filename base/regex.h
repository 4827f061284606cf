// Regular expressions in linear time (RE2). No RE2 name leaves base/regex.cc.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace writ {

// A compiled pattern. Immutable and safe to share between threads.
class Regex {
 public:
  // Compiles `pattern` (RE2 syntax). The error says what is wrong and where, in one line.
  static Result<Regex> Compile(std::string_view pattern);
  // Translates an ECMA-262 pattern of an API description to RE2 where that keeps its meaning (\uXXXX, named groups,
  // property names). The error says which construct has no equivalent; the constraint is then unknown, never guessed.
  static Result<Regex> CompileEcma(std::string_view pattern);

  bool MatchesWhole(std::string_view text) const;
  bool FoundIn(std::string_view text) const;
  // The first match in `text`, or an empty view with null data.
  std::string_view FirstMatch(std::string_view text) const;
  const std::string& pattern() const;

 private:
  friend class RegexSet;
  struct Compiled;
  explicit Regex(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

// Patterns that were compiled once stay compiled: for those who load the same policies again and again. Safe to share between threads.
class RegexCache {
 public:
  Result<Regex> Compile(std::string_view pattern);

 private:
  std::mutex guard_;
  std::map<std::string, Regex, std::less<>> compiled_;
};

// Several patterns searched for in one pass over a text.
class RegexSet {
 public:
  // The patterns as they were compiled; what is found is what Regex::FoundIn finds for each.
  explicit RegexSet(std::vector<Regex> patterns);
  // The places (in the order given) of the patterns that a part of `text` matches, ascending. They replace what `found` held.
  void FoundIn(std::string_view text, std::vector<int>& found) const;

 private:
  struct Compiled;
  std::vector<Regex> patterns_;
  std::shared_ptr<const Compiled> compiled_;   // null when together they are too large: then one after another
};

}  // namespace writ
