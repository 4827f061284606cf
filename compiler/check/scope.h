// Declarations of all policies of a compilation, and who may see them: a policy sees its own declarations, from any of its
// files, and those of the policies that it imports, behind an alias.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/check/check.h"

namespace writ::compiler {

enum class DeclarationKind : std::uint8_t { kConst, kParam, kData, kInput, kFunction };

struct Declaration {
  enum class State : std::uint8_t { kUnchecked, kChecking, kDone, kBroken };
  DeclarationKind kind = DeclarationKind::kConst;
  std::size_t file = 0;            // index into the parsed policies
  const void* syntax = nullptr;    // ConstDecl, ParamDecl, …, by kind
  Name name;
  Span span;
  State state = State::kUnchecked;
  bool used = false;
  std::uint32_t index = 0;         // into Program::globals or functions, when done
  bytecode::TypeId type{0};        // when done; functions: the result
};

struct Import {
  std::string policy;              // dotted name
  std::string alias;
  Span span;
  bool used = false;
};

struct PolicyScope {
  std::map<std::string, Declaration> declarations;
  std::vector<Import> imports;     // of all its files; an alias holds in the whole policy
  std::uint32_t pack = 0;          // place in CompileOptions::packs
  bool is_required_only = false;   // of a pack that is there for others: what they use of it is checked, nothing else
};

// By dotted policy name.
using Scopes = std::map<std::string, PolicyScope>;

// Reports duplicates, imports of policies that do not exist or are not seen from the pack, and import cycles.
Scopes CollectScopes(const std::vector<ParsedPolicy>& policies, const std::vector<PackScope>& packs, DiagnosticSink& sink);

}  // namespace writ::compiler
