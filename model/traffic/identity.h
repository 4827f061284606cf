// Who an exchange speaks for: the credential that it presents, by fingerprint. Needs the request's headers,
// cookies and query. Covered by tests/model/traffic/identity_test.cc.
#pragma once

#include "base/arena.h"
#include "model/traffic/exchange.h"

namespace writ::model {

struct Api;

// Fills token, session and subject of an exchange. `token` is the credential presented: the Authorization
// header (RFC 9110 section 11.6.2), else an API key or cookie that a matched operation's description declares
// (`exchange.operation` when present). session: the value of a cookie named like a session, by fingerprint.
// subject: `sub` of a JWT bearer (never trusted, only an identifier), or the user of basic credentials, else
// absent.
void ExtractIdentity(Exchange& exchange, Arena& arena);

}  // namespace writ::model
