// Secrets of an exchange, known by where they stand: values of secret headers, cookies and query parameters. A policy may read them to decide;
// what it prints of them is masked. base/mask.h knows secrets by their look, this by their place.
// Covered by tests/cli/secrets_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/traffic/exchange.h"

namespace writ::engine {

// Without repeats, the longest first, so that a whole header goes before its parts. Views into the exchange.
std::vector<std::string_view> SecretsOf(const model::Exchange& exchange);

// `text` with every one of `secrets` replaced by `[masked]`.
template <typename Range>
std::string WithoutSecrets(std::string text, const Range& secrets) {
  constexpr std::string_view kMask = "[masked]";
  for (const auto& secret : secrets) {
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + kMask.size())) {
      text.replace(at, secret.size(), kMask);
    }
  }
  return text;
}

// Without the secrets of the exchange (null: none is known), then masked by look.
std::string Masked(std::string text, const model::Exchange* exchange);

}  // namespace writ::engine
