// The one thing that identity needs from a JSON Web Token (RFC 7519): whom it claims to speak for. Nothing is
// verified and nothing is trusted; the claim only tells principals apart. Covered by
// tests/model/traffic/identity_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"

namespace writ::model {

// The claim `sub` of a compact JWS, decoded. Nothing when `token` is no JWT or has no usable `sub`.
std::optional<std::string_view> JwtSubject(std::string_view token, Arena& arena);

}  // namespace writ::model
