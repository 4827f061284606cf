// Who a verdict is about: the stable identity of a subject, its name for people, and the fingerprint of a finding.
// Covered by tests/engine/identity_test.cc.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/results.h"
#include "vm/value.h"

namespace writ::engine {

struct Identity {
  std::map<std::string, std::string> parts;   // api, method, path, pointer, …
  std::string kind;                           // "operation", "exchange", "group"
  std::string text;                           // for people
  std::string api;                            // "" when it belongs to none
  // Canonical text: what is hashed and what folds subjects into findings.
  std::string key;
};

// Of the innermost variable of a subject. An exchange is folded to its operation, or to method, host and folded path without one.
Identity IdentityOf(const bytecode::Rule& rule, std::span<const vm::Value> subject);
// The API that the outermost variable of a subject belongs to; empty for exchanges without operation.
std::string_view ApiNameOf(const vm::Value& root);
// Of a group, by the values of its keys.
Identity IdentityOfGroup(const bytecode::Rule& rule, const std::vector<std::string>& key_texts);
// Hex SHA-256 of rule id, identity and reason, and of `per` values where the rule splits findings.
std::string Fingerprint(std::string_view rule_id, const Identity& identity, std::string_view reason, const std::vector<std::string>& per);
// A path template without parameter names: "/users/{}".
std::string NormalisedTemplate(std::string_view path);

}  // namespace writ::engine
