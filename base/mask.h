// Secrets never leave in clear. A credential is known by a fingerprint; text that goes into any output passes MaskSecrets.
#pragma once

#include <string>
#include <string_view>

namespace writ {

// "sha256:" and 16 hexadecimal digits of a domain-separated SHA-256. Equal secrets have equal fingerprints.
std::string SecretFingerprint(std::string_view secret);
// Replaces what looks like a credential (bearer and basic values, JWTs, well-known key formats, user:password in URLs, values of
// query parameters and headers with secret names) by `[masked]`.
std::string MaskSecrets(std::string_view text);
// Whether a header, cookie, query or property name usually carries a secret ("authorization", "x-api-key", "password", …).
bool IsSecretName(std::string_view name);

}  // namespace writ
