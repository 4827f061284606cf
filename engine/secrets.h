// Secrets of an exchange, known by where they stand: values of secret headers, cookies and query parameters. A policy may read them to decide
// and to tell groups apart; what is shown of them is a fingerprint. base/mask.h knows secrets by their look, this by their place.
// Covered by tests/engine/secrets_test.cc and tests/cli/secrets_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/mask.h"
#include "model/traffic/exchange.h"

namespace writ::engine {

// Without repeats, the longest first, so that a whole value goes before its parts. Views into the exchange.
std::vector<std::string_view> SecretsOf(const model::Exchange& exchange);

// `text` with every one of `secrets` replaced by its fingerprint, which keeps different secrets apart.
template <typename Range>
std::string WithoutSecrets(std::string text, const Range& secrets) {
  for (const auto& secret : secrets) {
    std::size_t at = text.find(secret);
    if (at == std::string::npos) continue;
    const std::string fingerprint = SecretFingerprint(secret);
    for (; at != std::string::npos; at = text.find(secret, at + fingerprint.size())) text.replace(at, secret.size(), fingerprint);
  }
  return text;
}

// Without the secrets of the exchange (null: none is known), then masked by look.
std::string Masked(std::string text, const model::Exchange* exchange);

}  // namespace writ::engine
