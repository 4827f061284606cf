// SHA-256 against the vectors of FIPS 180-4.
#include "base/digest.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace writ {
namespace {

TEST_CASE("digest: known vectors") {
  CHECK(Hex(Sha256Of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(Hex(Sha256Of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(Hex(Sha256Of(std::string(1'000'000, 'a'))) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("digest: pieces give the digest of the whole") {
  Sha256 hash;
  hash.Update("a");
  hash.Update("");
  Sha256 moved = std::move(hash);
  moved.Update("bc");
  CHECK(moved.Finish() == Sha256Of("abc"));
}

TEST_CASE("digest: a prefix of the hexadecimal form") {
  CHECK(Hex(Sha256Of("abc"), 4) == "ba7816bf");
  CHECK(Hex(Sha256Of("abc"), 0).empty());
  CHECK(Hex(Sha256Of("abc"), 99).size() == 64);
}

}  // namespace
}  // namespace writ
