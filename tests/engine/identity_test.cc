// Fingerprints hang on what a finding is about, and on nothing that moves.
#include "engine/identity.h"

#include <doctest/doctest.h>

using namespace writ::engine;

TEST_CASE("names of path parameters are no part of a template") {
  CHECK(NormalisedTemplate("/users/{id}/posts/{post}") == "/users/{}/posts/{}");
  CHECK(NormalisedTemplate("/users") == "/users");
  CHECK(NormalisedTemplate("/a{b") == "/a{");
}

TEST_CASE("a fingerprint tells rule and identity and reason and split apart") {
  Identity identity, other;
  identity.key = "operation\x1fmethod\x1eGET";
  other.key = "operation\x1fmethod\x1ePUT";
  const std::string one = Fingerprint("p.a", identity, "why", {});
  CHECK(one.size() == 64);
  CHECK(one == Fingerprint("p.a", identity, "why", {}));
  CHECK(one != Fingerprint("p.b", identity, "why", {}));
  CHECK(one != Fingerprint("p.a", other, "why", {}));
  CHECK(one != Fingerprint("p.a", identity, "", {}));
  CHECK(one != Fingerprint("p.a", identity, "why", {"500"}));
  CHECK(Fingerprint("p.a", identity, "why", {"a", "b"}) != Fingerprint("p.a", identity, "why", {"ab"}));
}
