// SHA-256 by OpenSSL's EVP interface. Covered by tests/base/digest_test.cc.
#include "base/digest.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/check.h"

namespace writ {

struct Sha256::State {
  State() : context(EVP_MD_CTX_new()) {
    WRIT_CHECK(context != nullptr);
    WRIT_CHECK(EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
  EVP_MD_CTX* context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::Update(std::string_view bytes) {
  WRIT_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Sha256Digest Sha256::Finish() {
  Sha256Digest digest{};
  unsigned int length = 0;
  WRIT_CHECK(EVP_DigestFinal_ex(state_->context, digest.data(), &length) == 1);
  WRIT_CHECK(length == digest.size());
  return digest;
}

Sha256Digest Sha256Of(std::string_view bytes) {
  Sha256 hash;
  hash.Update(bytes);
  return hash.Finish();
}

std::string Hex(const Sha256Digest& digest, std::size_t bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  bytes = std::min(bytes, digest.size());
  std::string out;
  out.reserve(bytes * 2);
  for (std::size_t i = 0; i < bytes; ++i) {
    out += kDigits[digest[i] >> 4];
    out += kDigits[digest[i] & 15];
  }
  return out;
}

}  // namespace writ
