// Which operation answers an exchange: hosts bound in writ.yaml, the servers' base paths, then a trie of path
// segments with static before mixed before templated segments. Percent-encoding is decoded once per segment,
// a trailing slash is significant, HEAD and OPTIONS are their own methods. docs/language.md, "Matching".
// Covered by tests/model/match/matcher_test.cc.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"

namespace writ::model {

class Matcher {
 public:
  // The APIs must outlive the matcher.
  explicit Matcher(const std::vector<const Api*>& apis);
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  // Sets exchange.operation (present, absent for unmatched, unknown for ambiguous) and path_parameters.
  // Decoded texts live in `arena`. Ambiguous: operations of two APIs fit and neither a bound host nor a
  // longer base path decides. Safe from many threads.
  void Match(Exchange& exchange, Arena& arena) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

// The path of an unmatched exchange with identifier-like segments (numbers, UUIDs, long hexadecimal, tokens)
// folded to `{}`: a stable identity for shadow operations.
std::string FoldPath(std::string_view path);

}  // namespace writ::model
