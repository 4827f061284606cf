// SHA-256 (FIPS 180-4). No OpenSSL name leaves base/digest.cc.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace writ {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void Update(std::string_view bytes);
  Sha256Digest Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

Sha256Digest Sha256Of(std::string_view bytes);
// Lower-case hexadecimal, the first `bytes` bytes.
std::string Hex(const Sha256Digest& digest, std::size_t bytes = 32);

}  // namespace writ
